/* What is told of a replication: the whole of it, and nothing that changes it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"
#include "tests/random_centre.h"

#include "models/follow.h"

#include <math.h>

enum { CENTRES = 40, DAYS_EACH = 3 };

static const struct need_address nobody = { 0, 0 };

/* A centre made by chance, which is given back by centre_close(). */
static void open_random(struct centre *centre, uint32_t number)
{
    char *text = random_centre(number);
    centre_open(centre, text);
    free(text);
}

static void follow_day(struct follow *follow, struct centre *centre, int day,
                       struct need_address need, uint32_t replication)
{
    assert_true(follow_open(follow, &centre->scenario, day, need));
    centre_listen(centre->place, &follow->listener);
    centre_replicate(centre, 7, replication);
    centre_listen(centre->place, NULL);
    assert_true(follow_finish(follow));
}

/* The first days that are counted and open, at most so many; fewer where there are fewer. */
static int open_days(const struct hours *hours, int days[DAYS_EACH])
{
    int n = 0;
    for (int day = 0; day < hours->n_days && n < DAYS_EACH; day++)
        if (hours->days[day].rank >= 0) days[n++] = day;
    return n;
}

static void a_run_is_the_same_whether_somebody_listens_or_not(void **state)
{
    (void)state;
    for (uint32_t number = 0; number < CENTRES; number++) {
        struct centre centre;
        struct follow follow;
        open_random(&centre, number);
        const size_t bytes = centre_counts(&centre) * sizeof *centre.row.counts;
        centre_replicate(&centre, 7, number);
        double *alone = sim_aligned(bytes);
        assert_non_null(alone);
        memcpy(alone, centre.row.counts, bytes);
        const uint64_t left = centre.row.histograms[WAITS_LEFT].zeroes;
        follow_day(&follow, &centre, 0, nobody, number);
        if (memcmp(alone, centre.row.counts, bytes) != 0) fail_msg("centre %u differs", number);
        assert_int_equal(left, centre.row.histograms[WAITS_LEFT].zeroes);
        sim_release(alone);
        follow_close(&follow);
        centre_close(&centre);
    }
}

static const double *day_cell(const struct centre *centre, int day)
{
    const size_t first = sim_model_first_cell(&centre->model, AXIS_DAY);
    const int rank = centre->scenario.hours.days[day].rank;
    return &centre->row.counts[(first + (size_t)rank) * SIM_COUNTERS];
}

static void assert_counts(const struct follow *follow, const double *cell, uint32_t number)
{
    for (size_t i = 0; i < n_followed_measures; i++) {
        const struct followed_measure *row = &followed_measures[i];
        const double counted = sim_measure_over(centre_measure(row->measure), cell);
        if (follow->counts[row->count] != counted)
            fail_msg("centre %u, %s: %g told, %g counted", number, row->measure,
                     follow->counts[row->count], counted);
    }
}

/* Seconds of a span while the centre is open. */
static double open_s(const struct follow *follow, const struct span *span)
{
    const struct hours *hours = &follow->scenario->hours;
    const struct day *day = &hours->days[follow->day];
    double seconds = 0.0;
    for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
        if (hours->slots[s].open)
            seconds += fmax(0.0, fmin(span->to_at, hours->slots[s].end_at) -
                                     fmax(span->from_at, hours->slots[s].start_at));
    return seconds;
}

/* All spans together, and the parts of them while open. */
struct sums {
    double all_s[N_DOING], open_s[N_DOING];
};

static struct sums sums_of(const struct follow *follow)
{
    struct sums sums = { { 0.0 }, { 0.0 } };
    for (size_t i = 0; i < follow->n_spans; i++) {
        const struct span *span = &follow->spans[i];
        sums.all_s[span->doing] += span->to_at - span->from_at;
        sums.open_s[span->doing] += open_s(follow, span);
    }
    return sums;
}

static void assert_second(double told, double counted, const char *what, uint32_t number)
{
    if (fabs(told - counted) > 1e-6 * fmax(1000.0, fabs(counted)))
        fail_msg("centre %u, %s: %.9g s told, %.9g s counted", number, what, told, counted);
}

/* Who calls back while the centre is closed is counted as if not on the phones. */
static void assert_times(const struct follow *follow, const double *cell, uint32_t number)
{
    const struct sums sums = sums_of(follow);
    const double *all = sums.all_s;
    const double busy =
        all[DOING_TALK] + all[DOING_WRAP_UP] + all[DOING_VISIT] + all[DOING_CONSULTATION];
    const bool calls_when_closed = follow->scenario->calls_when_closed;
    const double outbound =
        calls_when_closed ? sums.open_s[DOING_OUTBOUND] : all[DOING_OUTBOUND];
    assert_second(all[DOING_VISIT], cell[S_VISIT], "visits", number);
    assert_second(all[DOING_OUTBOUND], cell[S_OUTBOUND], "call-backs", number);
    assert_second(all[DOING_CONSULTATION], cell[S_ADVISING], "consultations", number);
    assert_second(busy + outbound, cell[S_BUSY], "busy", number);
    if (!calls_when_closed)
        assert_second(busy + outbound + all[DOING_IDLE], cell[S_PRESENT] + cell[S_OVERTIME],
                      "on the phones", number);
    assert_second(sums.open_s[DOING_BREAK], cell[S_BREAK], "breaks", number);
    assert_second(sums.open_s[DOING_TRAINING], cell[S_TRAINING], "training", number);
    assert_second(sums.open_s[DOING_OFF_PHONE], cell[S_OFF_PHONE], "off the phone", number);
    assert_second(sums.open_s[DOING_ABSENT], cell[S_ABSENT], "absent", number);
    assert_second(sums.open_s[DOING_LEAVE], cell[S_LEAVE], "leave", number);
}

static void assert_queue(const struct follow *follow, const double *cell, uint32_t number)
{
    double queue = 0.0;
    for (size_t i = 0; i < follow->n_crowding; i++) {
        const double from = fmax(follow->crowding[i].at, follow->from_at);
        const double to =
            i + 1 < follow->n_crowding ? follow->crowding[i + 1].at : follow->to_at;
        queue += follow->crowding[i].n_waiting * (to - from);
    }
    assert_second(queue, cell[S_QUEUE], "queue", number);
}

static void a_day_as_told_is_the_day_as_counted(void **state)
{
    (void)state;
    double attempts = 0.0, visits = 0.0, callbacks = 0.0, absent = 0.0;
    for (uint32_t number = 0; number < CENTRES; number++) {
        struct centre centre;
        int days[DAYS_EACH] = { 0 };
        open_random(&centre, number);
        const int n = open_days(&centre.scenario.hours, days);
        for (int i = 0; i < n; i++) {
            struct follow follow;
            follow_day(&follow, &centre, days[i], nobody, number);
            const double *cell = day_cell(&centre, days[i]);
            assert_counts(&follow, cell, number);
            assert_times(&follow, cell, number);
            assert_queue(&follow, cell, number);
            attempts += follow.counts[TOLD_DIALS];
            visits += follow.counts[TOLD_VISITOR];
            callbacks += follow.counts[TOLD_CALLBACK_DIALS];
            absent += cell[S_ABSENT];
            follow_close(&follow);
        }
        centre_close(&centre);
    }
    /* Chance has made all of it. */
    assert_true(attempts > 5000.0 && visits > 100.0 && callbacks > 50.0 && absent > 0.0);
}

/* Each agent does one thing after the other, and nothing at the same time. */
static void nobody_does_two_things_at_once(void **state)
{
    (void)state;
    for (uint32_t number = 0; number < CENTRES; number++) {
        struct centre centre;
        struct follow follow;
        int days[DAYS_EACH] = { 0 };
        open_random(&centre, number);
        if (open_days(&centre.scenario.hours, days) > 0) {
            follow_day(&follow, &centre, days[0], nobody, number);
            double *until = sim_aligned(follow.n_agents * sizeof *until);
            assert_non_null(until);
            for (size_t i = 0; i < follow.n_spans; i++) {
                const struct span *span = &follow.spans[i];
                assert_true(span->from_at >= until[span->agent]);
                assert_true(span->from_at < span->to_at);
                until[span->agent] = span->to_at;
            }
            for (size_t i = 1; i < follow.n; i++)
                assert_true(follow.happenings[i - 1].at <= follow.happenings[i].at);
            sim_release(until);
            follow_close(&follow);
        }
        centre_close(&centre);
    }
}

static const char *const story =
    "demand = { rate = 40; };"
    "groups = ( { name = \"a\"; agents = 1; } );"
    "patience = { mean = \"1 min\"; };"
    "handling = { mean = \"4 min\"; wrap_up = 0.25; };"
    "redial = { first = 0.9; later = 0.9; };"
    "again = { resolved = 0; };"
    "horizon = { start = \"2018-01-01\"; days = 4; warm_up = 0; run_off = 2; };";

/* The n-th need told to dial on that day for the first time. */
static struct need_address first_dialled(const struct follow *follow, int n)
{
    for (size_t i = 0; i < follow->n; i++) {
        const struct happening *happening = &follow->happenings[i];
        if (happening->what == TOLD_DIALS && happening->attempts == 1 && n-- == 0)
            return (struct need_address){ happening->number, happening->where };
    }
    return nobody;
}

static void a_need_is_followed_from_its_first_dialling_to_its_end(void **state)
{
    (void)state;
    struct centre centre;
    struct follow day, life;
    int days[DAYS_EACH] = { 0 };
    centre_open(&centre, story);
    assert_true(open_days(&centre.scenario.hours, days) > 1);
    follow_day(&day, &centre, days[0], nobody, 1);
    int n_redialled = 0;
    for (int n = 0; n < 20; n++) {
        const struct need_address need = first_dialled(&day, n);
        assert_true(need.where);
        follow_day(&life, &centre, days[0], need, 1);
        assert_true(life.born > need.number);
        assert_int_equal(life.happenings[0].what, TOLD_DIALS);
        uint32_t attempts = 0;
        for (size_t i = 0; i < life.n; i++) {
            const struct happening *happening = &life.happenings[i];
            assert_true(happening->number == need.number && happening->where == need.where);
            if (happening->what == TOLD_DIALS)
                assert_int_equal(happening->attempts, ++attempts);
        }
        const uint8_t last = life.happenings[life.n - 1].what;
        assert_true(last == TOLD_HANDLED || last == TOLD_NEED_LOST);
        n_redialled += attempts > 1;
        follow_close(&life);
    }
    assert_true(n_redialled > 5);
    follow_close(&day);
    centre_close(&centre);
}

/* A code names the same person in both: the same first dialling, whoever is there to answer. */
static void a_need_is_the_same_in_a_scenario_with_more_agents(void **state)
{
    (void)state;
    struct centre few, many;
    struct follow day, life, other;
    int days[DAYS_EACH] = { 0 };
    char text[512];
    snprintf(text, sizeof text, "%s", story);
    centre_open(&few, story);
    strstr(text, "agents = 1")[9] = '3';
    centre_open(&many, text);
    assert_true(open_days(&few.scenario.hours, days) > 0);
    follow_day(&day, &few, days[0], nobody, 1);
    int n_differ = 0;
    for (int n = 0; n < 10; n++) {
        const struct need_address need = first_dialled(&day, n);
        follow_day(&life, &few, days[0], need, 1);
        follow_day(&other, &many, days[0], need, 1);
        assert_true(life.happenings[0].at == other.happenings[0].at);
        assert_int_equal(life.happenings[0].class, other.happenings[0].class);
        n_differ += life.n != other.n;
        follow_close(&life);
        follow_close(&other);
    }
    assert_true(n_differ > 0);
    follow_close(&day);
    centre_close(&few);
    centre_close(&many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_is_the_same_whether_somebody_listens_or_not),
        cmocka_unit_test(a_day_as_told_is_the_day_as_counted),
        cmocka_unit_test(nobody_does_two_things_at_once),
        cmocka_unit_test(a_need_is_followed_from_its_first_dialling_to_its_end),
        cmocka_unit_test(a_need_is_the_same_in_a_scenario_with_more_agents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
