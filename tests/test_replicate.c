/* Replications on threads: the same results whatever their number, and when a run ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/toy_model.h"

static const struct toy_scenario plain = { .throws = 200, .fails_at = TOY_NEVER };

/* What a run told on its way. */
struct teller {
    size_t told, last_done;
    size_t stages[64], n_stages; /* distinct numbers wanted, in order */
    size_t stop_after;           /* 0: never */
    atomic_bool stop;
};

static void progress(void *told, size_t done, size_t wanted)
{
    struct teller *teller = told;
    teller->told++;
    assert_int_equal(done, teller->last_done + 1);
    assert_true(wanted >= done);
    teller->last_done = done;
    if (teller->n_stages == 0 || teller->stages[teller->n_stages - 1] != wanted)
        teller->stages[teller->n_stages++] = wanted;
    if (teller->stop_after && done >= teller->stop_after) atomic_store(&teller->stop, true);
}

static bool run(const struct toy_scenario *scenario, struct sim_request request,
                struct sim_results *results, struct sim_faults *faults)
{
    const struct sim_model model = toy_model(scenario);
    return sim_replicate(&model, &request, results, faults);
}

static void run_well(struct sim_request request, struct sim_results *results)
{
    struct sim_faults faults = { 0 };
    assert_true(run(&plain, request, results, &faults));
    assert_int_equal(faults.n, 0);
    sim_faults_close(&faults);
}

static void assert_same_estimates(const struct sim_estimate *a, const struct sim_estimate *b,
                                  size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!same_number(a[i].value, b[i].value) || !same_number(a[i].low, b[i].low) ||
            !same_number(a[i].high, b[i].high) || !same_number(a[i].p10, b[i].p10) ||
            !same_number(a[i].p90, b[i].p90))
            fail_msg("estimate %zu: %.17g, %.17g", i, a[i].value, b[i].value);
}

static void assert_same_results(const struct sim_results *a, const struct sim_results *b)
{
    assert_int_equal(a->n_done, b->n_done);
    const size_t bytes = a->n_done * TOY_MEASURES * sizeof *a->over;
    assert_memory_equal(a->over, b->over, bytes);
    assert_memory_equal(a->under, b->under, bytes);
    assert_same_estimates(a->overall, b->overall, TOY_MEASURES);
    for (size_t axis = 0; axis < TOY_AXES; axis++)
        assert_same_estimates(a->by[axis], b->by[axis], toy_axes[axis].n * TOY_MEASURES);
}

static void one_thread_or_many_give_the_same_results_by_bits(void **state)
{
    (void)state;
    struct sim_results one, other;
    run_well((struct sim_request){ .seed = 1, .replications = 203, .threads = 1 }, &one);
    static const size_t threads[] = { 1, 2, 3, 8, 64, 500 };
    for (int i = 0; i < 6; i++) {
        run_well((struct sim_request){ .seed = 1, .replications = 203, .threads = threads[i] },
                 &other);
        assert_same_results(&one, &other);
        sim_results_close(&other);
    }
    sim_results_close(&one);
}

static void a_longer_run_begins_with_the_shorter_one(void **state)
{
    (void)state;
    struct sim_results shorter, longer;
    run_well((struct sim_request){ .seed = 1, .replications = 40, .threads = 2 }, &shorter);
    run_well((struct sim_request){ .seed = 1, .replications = 90, .threads = 2 }, &longer);
    assert_memory_equal(shorter.over, longer.over, 40 * TOY_MEASURES * sizeof(double));
    sim_results_close(&shorter);
    sim_results_close(&longer);
}

/* In three parts, on other numbers of threads, with an idle one among them. */
static void a_run_that_goes_on_is_the_run_in_one_go(void **state)
{
    (void)state;
    static const size_t parts[] = { 7, 40, 40, 90 };
    const struct sim_model model = toy_model(&plain);
    struct sim_faults faults = { 0 };
    struct sim_results whole, parted = { 0 };
    struct sim_fold fold;
    assert_true(sim_fold_open(&fold, &model));
    for (size_t i = 0; i < 4; i++) {
        const struct sim_request request = { .seed = 1,
                                             .replications = parts[i],
                                             .threads = i + 1 };
        assert_true(sim_replicate_on(&fold, &request, &faults));
        assert_int_equal(fold.n, parts[i]);
    }
    assert_true(sim_fold_results(&fold, &parted));
    sim_fold_close(&fold);
    run_well((struct sim_request){ .seed = 1, .replications = 90, .threads = 2 }, &whole);
    assert_same_results(&whole, &parted);
    sim_results_close(&whole);
    sim_results_close(&parted);
}

static void another_seed_gives_other_numbers(void **state)
{
    (void)state;
    struct sim_results one, other;
    run_well((struct sim_request){ .seed = 1, .replications = 5, .threads = 1 }, &one);
    run_well((struct sim_request){ .seed = 2, .replications = 5, .threads = 1 }, &other);
    assert_int_equal(one.seed, 1);
    assert_int_equal(other.seed, 2);
    assert_memory_not_equal(one.over, other.over, 5 * TOY_MEASURES * sizeof(double));
    sim_results_close(&one);
    sim_results_close(&other);
}

static void progress_is_told_once_per_replication_in_order(void **state)
{
    (void)state;
    for (size_t threads = 1; threads <= 8; threads *= 2) {
        struct teller teller = { 0 };
        struct sim_results results;
        run_well((struct sim_request){ .seed = 1,
                                       .replications = 57,
                                       .threads = threads,
                                       .progress = progress,
                                       .teller = &teller },
                 &results);
        assert_int_equal(teller.told, 57);
        assert_int_equal(teller.n_stages, 1);
        assert_false(results.interrupted);
        assert_int_equal(results.n_asked, 57);
        sim_results_close(&results);
    }
}

static double half_of(const struct sim_results *results, size_t measure)
{
    return (results->overall[measure].high - results->overall[measure].low) / 2.0;
}

static struct sim_request precise(double half_width, size_t ceiling, size_t threads)
{
    return (struct sim_request){ .seed = 3,
                                 .replications = ceiling,
                                 .threads = threads,
                                 .precise_measure = TOY_SIX_RATE,
                                 .half_width = half_width };
}

/* Every stage but the last was too wide; the last is narrow enough. */
static void a_precision_ends_the_run_at_the_first_stage_that_is_narrow_enough(void **state)
{
    (void)state;
    static const double halves[] = { 0.02, 0.008, 0.004, 0.002, 0.0015 };
    for (int i = 0; i < 5; i++) {
        struct teller teller = { 0 };
        struct sim_request request = precise(halves[i], 5000, 3);
        struct sim_results results, stage;
        request.progress = progress;
        request.teller = &teller;
        run_well(request, &results);
        assert_true(half_of(&results, TOY_SIX_RATE) <= halves[i]);
        assert_int_equal(teller.stages[0], SIM_PRECISION_FLOOR);
        assert_int_equal(teller.stages[teller.n_stages - 1], results.n_done);
        for (size_t s = 0; s + 1 < teller.n_stages; s++) {
            assert_true(teller.stages[s] < teller.stages[s + 1]);
            run_well((struct sim_request){ .seed = 3,
                                           .replications = teller.stages[s],
                                           .threads = 1 },
                     &stage);
            assert_true(half_of(&stage, TOY_SIX_RATE) > halves[i]);
            sim_results_close(&stage);
        }
        sim_results_close(&results);
    }
}

static void a_precision_takes_the_same_replications_on_any_number_of_threads(void **state)
{
    (void)state;
    struct sim_results one, other;
    run_well(precise(0.003, 5000, 1), &one);
    assert_true(one.n_done > SIM_PRECISION_FLOOR && one.n_done < 5000);
    static const size_t threads[] = { 2, 8 };
    for (int i = 0; i < 2; i++) {
        run_well(precise(0.003, 5000, threads[i]), &other);
        assert_same_results(&one, &other);
        sim_results_close(&other);
    }
    sim_results_close(&one);
}

static void a_precision_reached_early_still_takes_30_replications(void **state)
{
    (void)state;
    struct sim_results results;
    run_well(precise(0.5, 5000, 2), &results);
    assert_int_equal(results.n_done, 30);
    assert_false(results.interrupted);
    sim_results_close(&results);
}

static void a_precision_out_of_reach_ends_at_the_ceiling(void **state)
{
    (void)state;
    static const size_t ceilings[] = { 10, 30, 31, 117 };
    for (int i = 0; i < 4; i++) {
        struct sim_results results;
        run_well(precise(1e-9, ceilings[i], 2), &results);
        assert_int_equal(results.n_done, ceilings[i]);
        assert_false(results.interrupted);
        sim_results_close(&results);
    }
}

static void a_run_that_is_stopped_keeps_what_is_done(void **state)
{
    (void)state;
    struct sim_results whole, part;
    run_well((struct sim_request){ .seed = 1, .replications = 300, .threads = 1 }, &whole);
    static const size_t threads[] = { 1, 2, 8 };
    for (int i = 0; i < 3; i++) {
        struct teller teller = { .stop_after = 7 };
        run_well((struct sim_request){ .seed = 1,
                                       .replications = 300,
                                       .threads = threads[i],
                                       .stop = &teller.stop,
                                       .progress = progress,
                                       .teller = &teller },
                 &part);
        assert_true(part.interrupted);
        assert_in_range(part.n_done, 7, 7 + threads[i] + 1);
        assert_int_equal(part.n_asked, 300);
        const size_t bytes = part.n_done * TOY_MEASURES * sizeof *part.over;
        assert_memory_equal(part.over, whole.over, bytes);
        sim_results_close(&part);
    }
    sim_results_close(&whole);
}

static void a_stop_after_the_last_replication_interrupts_nothing(void **state)
{
    (void)state;
    struct teller teller = { .stop_after = 12 };
    struct sim_results results;
    run_well((struct sim_request){ .seed = 1,
                                   .replications = 12,
                                   .threads = 2,
                                   .stop = &teller.stop,
                                   .progress = progress,
                                   .teller = &teller },
             &results);
    assert_false(results.interrupted);
    assert_int_equal(results.n_done, 12);
    sim_results_close(&results);
}

static void a_run_stopped_before_it_begins_has_no_rows(void **state)
{
    (void)state;
    struct teller teller = { 0 };
    struct sim_results results;
    atomic_store(&teller.stop, true);
    run_well((struct sim_request){ .replications = 12, .threads = 2, .stop = &teller.stop },
             &results);
    assert_true(results.interrupted);
    assert_int_equal(results.n_done, 0);
    assert_true(isnan(results.overall[TOY_SIX_RATE].value));
    sim_results_close(&results);
}

static void a_model_that_fails_says_why(void **state)
{
    (void)state;
    for (uint32_t fails_at = 0; fails_at < 40; fails_at += 13)
        for (size_t threads = 1; threads <= 8; threads *= 2) {
            const struct toy_scenario bad = { .throws = 20, .fails_at = fails_at };
            struct sim_faults faults = { 0 };
            struct sim_results results;
            assert_false(run(&bad,
                             (struct sim_request){ .replications = 40, .threads = threads },
                             &results, &faults));
            assert_int_equal(faults.n, 1);
            assert_string_equal(faults.items[0].what, "fell");
            assert_int_equal(sim_faults_exit(&faults), 3);
            sim_results_close(&results);
            sim_faults_close(&faults);
        }
}

static void a_place_that_cannot_be_had_is_a_fault_of_memory(void **state)
{
    (void)state;
    const struct toy_scenario bad = { .without_a_place = true };
    for (size_t threads = 1; threads <= 8; threads *= 2) {
        struct sim_faults faults = { 0 };
        struct sim_results results;
        assert_false(run(&bad, (struct sim_request){ .replications = 40, .threads = threads },
                         &results, &faults));
        assert_true(faults.out_of_memory);
        sim_results_close(&results);
        sim_faults_close(&faults);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_thread_or_many_give_the_same_results_by_bits),
        cmocka_unit_test(a_longer_run_begins_with_the_shorter_one),
        cmocka_unit_test(a_run_that_goes_on_is_the_run_in_one_go),
        cmocka_unit_test(another_seed_gives_other_numbers),
        cmocka_unit_test(progress_is_told_once_per_replication_in_order),
        cmocka_unit_test(a_precision_ends_the_run_at_the_first_stage_that_is_narrow_enough),
        cmocka_unit_test(a_precision_takes_the_same_replications_on_any_number_of_threads),
        cmocka_unit_test(a_precision_reached_early_still_takes_30_replications),
        cmocka_unit_test(a_precision_out_of_reach_ends_at_the_ceiling),
        cmocka_unit_test(a_run_that_is_stopped_keeps_what_is_done),
        cmocka_unit_test(a_stop_after_the_last_replication_interrupts_nothing),
        cmocka_unit_test(a_run_stopped_before_it_begins_has_no_rows),
        cmocka_unit_test(a_model_that_fails_says_why),
        cmocka_unit_test(a_place_that_cannot_be_had_is_a_fault_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
