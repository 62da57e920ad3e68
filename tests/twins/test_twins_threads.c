/* The same seed gives the same bytes, whatever the number of threads, and every time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

enum { REPLICATIONS = 23 };

/* A centre in which everything happens: busy tones, balking, redials, calls again,
 * overflow, requests, call-backs, consultations, transfers. */
static const char *const busy_centre =
    "title = \"Twins\";\n"
    "horizon = { start = \"2017-10-02\"; days = 5; warm_up = 2; run_off = 2; };\n"
    "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"12:30\"; },\n"
    "  { days = \"monday-wednesday, friday\"; open = \"13:30\"; close = \"17:30\"; } );\n"
    "demand = { volume = 300; per = \"day\"; busyness_cv = 0.3; interval_cv = 0.2; "
    "busyness_correlation = 0.4; };\n"
    "lines = ( { name = \"x\"; weight = 2; }, { name = \"y\"; phone_lines = 6; } );\n"
    "reasons = ( { name = \"r\"; resolved = 0.6; }, { name = \"s\"; priority = 1; } );\n"
    "requests = { delay = { mean = \"1 day\"; }; status = 0.3; };\n"
    "callback_offer = { accept = 0.2; };\n"
    "phone_lines = 12; greeting = \"10 s\"; message = { length = \"15 s\"; balking = 0.05; };\n"
    "patience = { law = \"lognormal\"; mean = \"150 s\"; cv = 1.2; trait_cv = 0.4; };\n"
    "groups = ( { name = \"a\"; agents = 2; },\n"
    "  { name = \"b\"; agents = 1; skills = ( { reasons = [ \"s\" ];\n"
    "      transfer = { to = \"a\"; probability = 0.3; }; } ); } );\n"
    "consultation = { probability = 0.3; };\n"
    "routes = ( { steps = ( { groups = [ \"b\" ]; }, { groups = [ \"a\" ]; after = \"20 s\"; } "
    "); } );\n"
    "handling = { law = \"gamma\"; mean = \"150 s\"; shape = 1.5; };\n"
    "again = { probability = 0.2; };\n"
    "choose = \"random\"; at_closing = \"cut\";\n";

static void run(const struct centre *centre, size_t threads, struct sim_results *results)
{
    struct sim_faults faults = { 0 };
    const struct sim_request request = { .seed = 7,
                                         .replications = REPLICATIONS,
                                         .threads = threads };
    assert_true(sim_replicate(&centre->model, &request, results, &faults));
    assert_int_equal(faults.n, 0);
    sim_faults_close(&faults);
}

static void assert_same_bits(const struct sim_estimate *a, const struct sim_estimate *b,
                             size_t n)
{
    assert_memory_equal(a, b, n * sizeof *a);
}

static void threads_and_times_make_no_difference_to_any_estimate(void **state)
{
    (void)state;
    struct centre centre;
    struct sim_results first, again;
    centre_open(&centre, busy_centre);
    run(&centre, 1, &first);
    static const size_t threads[] = { 1, 2, 8 };
    for (int i = 0; i < 3; i++) {
        run(&centre, threads[i], &again);
        const size_t n = first.n_measures;
        assert_int_equal(first.n_done, REPLICATIONS);
        assert_int_equal(again.n_done, REPLICATIONS);
        assert_memory_equal(first.over, again.over, REPLICATIONS * n * sizeof(double));
        assert_memory_equal(first.under, again.under, REPLICATIONS * n * sizeof(double));
        assert_same_bits(first.overall, again.overall, n);
        for (size_t axis = 0; axis < first.n_axes; axis++)
            assert_same_bits(first.by[axis], again.by[axis], n * first.axes[axis].n);
        sim_results_close(&again);
    }
    sim_results_close(&first);
    centre_close(&centre);
}

/* Row i is what replication i alone would give, in a workplace of its own. */
static void row_i_is_that_of_replication_i_alone(void **state)
{
    (void)state;
    struct centre centre;
    struct sim_results results;
    centre_open(&centre, busy_centre);
    run(&centre, 8, &results);
    for (uint32_t i = REPLICATIONS; i-- > 0;) {
        centre_replicate(&centre, 7, i);
        const size_t answered = sim_results_measure(&results, "answered");
        const size_t wait = sim_results_measure(&results, "wait_mean");
        assert_true(sim_results_row(&results, i, answered) ==
                    centre_total(&centre, "answered"));
        assert_true(sim_results_row(&results, i, wait) == centre_value(&centre, "wait_mean"));
    }
    sim_results_close(&results);
    centre_close(&centre);
}

#ifdef DECROCHE_PROGRAM
/* What the program writes about a scenario as JSON; the caller frees it. */
static char *json_of(const char *scenario, int threads)
{
    char command[1024];
    char *text = NULL;
    size_t size = 0;
    snprintf(command, sizeof command,
             "'%s' run '%s' --replications %d --seed 7 --threads %d --json - 2>/dev/null",
             DECROCHE_PROGRAM, scenario, REPLICATIONS, threads);
    FILE *program = popen(command, "r");
    assert_non_null(program);
    FILE *copy = open_memstream(&text, &size);
    for (int byte = fgetc(program); byte != EOF; byte = fgetc(program))
        fputc(byte, copy);
    fclose(copy);
    assert_int_equal(pclose(program), 0);
    assert_true(size > 1000);
    return text;
}
#endif

static void the_program_writes_the_same_bytes(void **state)
{
    (void)state;
#ifdef DECROCHE_PROGRAM
    char name[] = SCRATCH_NAME;
    assert_true(scratch_file(name, busy_centre));
    char *one = json_of(name, 1);
    static const int threads[] = { 1, 2, 8 };
    for (int i = 0; i < 3; i++) {
        char *other = json_of(name, threads[i]);
        assert_string_equal(one, other);
        free(other);
    }
    free(one);
    unlink(name);
#else
    skip();
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_and_times_make_no_difference_to_any_estimate),
        cmocka_unit_test(row_i_is_that_of_replication_i_alone),
        cmocka_unit_test(the_program_writes_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
