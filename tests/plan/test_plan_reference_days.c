/* Days that are never at rest against a file of exact values; skipped where that is missing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/plan/reference.h"

#include "models/plan/day.h"

enum { PARTS = 64 };

static struct day day_of(const json_t *in, struct day_segment *segments)
{
    const json_t *parts = json_object_get(in, "segs"), *here;
    size_t i;
    json_array_foreach((json_t *)parts, i, here)
    {
        assert_true(i < PARTS);
        segments[i] =
            (struct day_segment){ number(here, "T"), number(here, "lam"), whole(here, "c"),
                                  json_is_true(json_object_get(here, "flush")) };
    }
    const bool requeue = is_text(in, "staff_drop", "requeue");
    return (struct day){ .handling_s = 1.0 / number(in, "mu"),
                         .left_per_s = number(in, "theta"),
                         .p_balk = number_or(in, "balk", 0.0),
                         .within_s = number_or(in, "awt", 0.0),
                         .requeue = requeue,
                         .segments = segments,
                         .n = json_array_size(parts),
                         .cut_after_s = requeue ? 0.0 : INFINITY };
}

static void total_put(const struct day_lived *lived, size_t n, struct list *out)
{
    struct day_lived sum = { 0 };
    for (size_t i = 0; i <= n; i++) {
        sum.arrivals += lived[i].arrivals;
        sum.answered += lived[i].answered;
        sum.abandoned += lived[i].abandoned;
        sum.flushed += lived[i].flushed;
        sum.queue_s += lived[i].queue_s;
        sum.busy_s += lived[i].busy_s;
        if (i < n) sum.agents_s += lived[i].agents_s;
        sum.answered_within += lived[i].answered_within;
        sum.abandoned_within += lived[i].abandoned_within;
    }
    put(out, "arrivals", sum.arrivals);
    put(out, "answered", sum.answered);
    put(out, "abandoned", sum.abandoned);
    put(out, "flushed", sum.flushed);
    put(out, "int_queue", sum.queue_s);
    put(out, "int_busy", sum.busy_s);
    put(out, "int_agents", sum.agents_s);
    put(out, "answered_within", sum.answered_within);
    put(out, "abandoned_within", sum.abandoned_within);
    put(out, "still_queued_at_end", lived[n].end_queue);
    put(out, "mean_wait_all", sum.queue_s / sum.arrivals);
    put(out, "p_abandon", sum.abandoned / sum.arrivals);
    put(out, "p_answered", sum.answered / sum.arrivals);
    put(out, "wait_per_expected_call", sum.queue_s / sum.arrivals);
    put(out, "lost_per_expected_call", sum.abandoned / sum.arrivals);
    put(out, "p_wait_lt_s_per_expected_call",
        (sum.answered_within + sum.abandoned_within) / sum.arrivals);
}

static void segment_put(const struct day_segment *segment, const struct day_lived *lived,
                        struct list *out)
{
    put(out, "arrivals", lived->arrivals);
    put(out, "abandoned", lived->abandoned);
    put(out, "completed", lived->completed);
    put(out, "int_queue", lived->queue_s);
    put(out, "mean_queue", lived->queue_s / segment->length_s);
    put(out, "p_all_busy", lived->all_busy_s / segment->length_s);
    put(out, "mean_busy", lived->busy_s / segment->length_s);
    put(out, "flushed", lived->flushed);
    put(out, "end_mean_queue", lived->end_queue - lived->flushed);
    put(out, "c", segment->agents);
}

/* At one instant: the day is cut there. Where the staff changes at it, what is told is what the
 * change leaves: a segment of no length. */
static void snapshot_compare(const char *id, const struct day *day, const json_t *shot)
{
    struct day_segment segments[PARTS + 1];
    struct day_lived lived[PARTS + 2];
    struct day cut = *day;
    struct list found = { .n = 0 };
    double left = number(shot, "t");
    size_t n = 0;
    for (; n < day->n && left > -1e-9; n++) {
        segments[n] = day->segments[n];
        segments[n].length_s = fmin(left, day->segments[n].length_s);
        left -= day->segments[n].length_s;
    }
    segments[n - 1].flush = false;
    cut.segments = segments;
    cut.n = n;
    cut.cut_after_s = 0.0;
    assert_true(day_live(&cut, lived));
    put(&found, "t", number(shot, "t"));
    put(&found, "c", segments[n - 1].agents);
    put(&found, "p_all_busy", lived[n - 1].end_all_busy);
    put(&found, "p_queue", lived[n - 1].end_waiting);
    put(&found, "mean_queue", lived[n - 1].end_queue);
    put(&found, "mean_busy", lived[n - 1].end_busy);
    compare(id, shot, &found);
}

static void day_compare(const char *id, const json_t *in, const json_t *outputs)
{
    struct day_segment segments[PARTS];
    struct day_lived lived[PARTS + 1];
    struct list total = { .n = 0 };
    const struct day day = day_of(in, segments);
    const json_t *parts = json_object_get(outputs, "segments"), *here;
    size_t i;
    assert_true(day_live(&day, lived));
    total_put(lived, day.n, &total);
    compare(id, json_object_get(outputs, "total"), &total);
    json_array_foreach((json_t *)parts, i, here)
    {
        struct list found = { .n = 0 };
        struct day_segment segment = segments[i < day.n ? i : day.n - 1];
        if (i >= day.n) segment.length_s = NAN;
        segment_put(&segment, &lived[i], &found);
        compare(id, here, &found);
    }
    json_array_foreach((json_t *)json_object_get(outputs, "snapshots"), i, here)
    {
        snapshot_compare(id, &day, here);
    }
}

static void busyness_compare(const char *id, const json_t *in, const json_t *outputs)
{
    struct day_segment segments[PARTS];
    struct day_lived lived[PARTS + 1];
    struct list total = { .n = 0 };
    const json_t *hours = json_object_get(in, "hours"), *here;
    size_t i;
    json_array_foreach((json_t *)hours, i, here)
    {
        segments[i] = (struct day_segment){ 3600.0, number(here, "calls_per_hour") / 3600.0,
                                            whole(here, "agents"), false };
    }
    const struct day day = { .handling_s = 1.0 / number(in, "mu"),
                             .left_per_s = number(in, "theta"),
                             .p_balk = number(in, "balk"),
                             .within_s = number(in, "awt"),
                             .segments = segments,
                             .n = json_array_size(hours),
                             .cut_after_s = INFINITY };
    assert_true(day_live_busyness(&day, 1.0 / sqrt(number(in, "gamma_shape")), lived));
    total_put(lived, day.n, &total);
    compare(id, outputs, &total);
}

static void redial_day_compare(const char *id, const json_t *in, const json_t *outputs)
{
    struct orbit_part parts[PARTS] = { 0 };
    struct orbit_lived lived[PARTS] = { 0 }, sum = { 0 };
    struct list total = { .n = 0 };
    const struct orbit orbit = orbit_of(in);
    const json_t *here;
    double first = 0.0, t = 0.0;
    size_t i, n = 0;
    json_array_foreach(json_object_get(in, "segments"), n, here)
    {
        parts[n] = (struct orbit_part){ json_number_value(json_array_get(here, 0)),
                                        json_number_value(json_array_get(here, 1)) };
    }
    assert_true(orbit_day(&orbit, parts, n, lived));
    for (i = 0; i < n; i++) {
        first += parts[i].length_s * parts[i].rate_per_s;
        sum.attempts += lived[i].attempts;
        sum.completed += lived[i].completed;
        sum.abandoned += lived[i].abandoned;
        sum.queue_s += lived[i].queue_s;
        sum.busy_s += lived[i].busy_s;
    }
    put(&total, "fresh", first);
    put(&total, "attempts", sum.attempts);
    put(&total, "answered_completed", sum.completed);
    put(&total, "abandoned", sum.abandoned);
    put(&total, "int_queue", sum.queue_s);
    put(&total, "int_busy", sum.busy_s);
    put(&total, "answered_started", sum.completed + lived[n - 1].end_busy);
    put(&total, "p_answered_per_attempt",
        (sum.completed + lived[n - 1].end_busy) / sum.attempts);
    put(&total, "end_queue", lived[n - 1].end_queue);
    put(&total, "end_busy", lived[n - 1].end_busy);
    put(&total, "end_redial_orbit", lived[n - 1].end_redial);
    compare(id, json_object_get(outputs, "total"), &total);
    json_array_foreach(json_object_get(outputs, "segments"), i, here)
    {
        struct list found = { .n = 0 };
        t += parts[i].length_s;
        put(&found, "t", t);
        put(&found, "attempts", lived[i].attempts);
        put(&found, "abandoned", lived[i].abandoned);
        put(&found, "mean_queue", lived[i].end_queue);
        put(&found, "mean_busy", lived[i].end_busy);
        put(&found, "mean_redial_orbit", lived[i].end_redial);
        put(&found, "mean_reconnect_orbit", lived[i].end_again);
        compare(id, here, &found);
    }
}

static const struct reference_model models[] = {
    { "redial_day", NULL, redial_day_compare },
    { "day_finish", NULL, day_compare },
    { "day_requeue", NULL, day_compare },
    { "day_gamma_busyness", NULL, busyness_compare },
};

static void every_exact_value_is_met_to_its_last_digit(void **state)
{
    (void)state;
    assert_true(reference_compare(models, sizeof models / sizeof models[0]) >= 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_exact_value_is_met_to_its_last_digit),
    };
    if (!reference_is_there()) return SKIPPED;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
