/* A scenario opened as a command opens it: what is asked of a run, and what is warned of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/scratch.h"

/* The floor above has no library: its rooms are taken in whole. */
/* NOLINTBEGIN(bugprone-suspicious-include) */
#include "cli/ask.c"
#include "cli/files.c"
#include "cli/options.c"
#include "cli/session.c"
/* NOLINTEND(bugprone-suspicious-include) */

#define DEMAND "demand = { rate = 10; };\n"
#define AGENTS "groups = ( { name = \"a\"; agents = 3; } );\n"

struct opened {
    struct sim_arena arena;
    struct sim_faults faults;
    struct options options;
    struct call call;
    struct session session;
    struct sim_request request;
    bool ok;
};

/* Opens a scenario of this text; overrides up to a NULL. */
static void session_of(struct opened *self, const char *text, const char **sets)
{
    char file[] = SCRATCH_NAME;
    assert_true(scratch_file(file, text));
    *self = (struct opened){ .options.sets = sets };
    while (sets && sets[self->options.n_sets])
        self->options.n_sets++;
    self->call = (struct call){ .options = &self->options,
                                .arena = &self->arena,
                                .faults = &self->faults };
    self->ok = session_open(&self->session, file, &self->call);
    remove(file);
}

static void session_drop(struct opened *self)
{
    sim_faults_close(&self->faults);
    sim_arena_close(&self->arena);
}

static void assert_says(const char *text, const char *path, const char *what)
{
    struct opened opened;
    session_of(&opened, text, NULL);
    bool found = false;
    for (size_t i = 0; i < opened.faults.n; i++) {
        const struct sim_fault *fault = &opened.faults.items[i];
        found = found || (fault->path && !strcmp(fault->path, path) &&
                          !strcmp(fault->what, what) && fault->line > 0);
    }
    if (!found) fail_msg("%s: %s: %s", text, path, what);
    session_drop(&opened);
}

static void keys_that_their_law_does_not_use_are_warned_of(void **state)
{
    (void)state;
    const char *unused = "is not used by this law";
    assert_says(DEMAND AGENTS "patience = { shape = 2; };", "patience.shape", unused);
    assert_says(DEMAND AGENTS "patience = { cv = 2; };", "patience.cv", unused);
    assert_says(DEMAND AGENTS "handling = { law = \"deterministic\"; cv = 0.5; };",
                "handling.cv", unused);
    assert_says(DEMAND AGENTS "handling = { law = \"gamma\"; cv = 0.5; shape = 2; };",
                "handling.cv", unused);
    assert_says(DEMAND AGENTS "patience = { law = \"empirical\"; mean = 3; values = [ 2 ]; };",
                "patience.mean", unused);
    assert_says(DEMAND AGENTS "again = { delay = { weights = [ 1 ]; }; };",
                "again.delay.weights", unused);
    assert_says(DEMAND AGENTS "patience = { law = \"uniform\"; cv = 0.9; };", "patience.cv",
                "wider than a uniform law can be; it goes from 0 to twice its mean");
}

static void keys_of_the_law_and_beside_it_pass_in_silence(void **state)
{
    (void)state;
    static const char *const quiet[] = {
        DEMAND AGENTS,
        DEMAND AGENTS "patience = { law = \"uniform\"; trait_cv = 0.3; };",
        DEMAND AGENTS "handling = { law = \"gamma\"; shape = 2; wrap_up = 0.1; };",
        DEMAND AGENTS "handling = { mean = 3; cv = 0.5; factor = 1.1; };",
        DEMAND AGENTS "patience = { law = \"uniform\"; cv = 0.577; };",
        DEMAND AGENTS "patience = { law = \"hyperexponential\"; p = .1; mean_1 = 1; "
                      "mean_2 = 2; };",
    };
    for (size_t i = 0; i < sizeof quiet / sizeof *quiet; i++) {
        struct opened opened;
        session_of(&opened, quiet[i], NULL);
        if (opened.faults.n) fail_msg("%s: %s", quiet[i], opened.faults.items[0].what);
        assert_true(opened.ok);
        session_drop(&opened);
    }
}

static void targets_are_read_with_the_rest(void **state)
{
    (void)state;
    struct opened opened;
    session_of(&opened, DEMAND AGENTS "targets = ( \"answer_rate >= 85 %\", \"x\" );", NULL);
    assert_false(opened.ok);
    assert_int_equal(opened.session.n_targets, 1);
    assert_int_equal(opened.faults.n_input, 1);
    session_drop(&opened);
    assert_says(DEMAND AGENTS "patience = { law = \"weibull\"; };\nprecision = \"offered\";",
                "precision", "not a number");
}

static void a_volume_with_a_unit_is_told_of_per(void **state)
{
    (void)state;
    struct opened opened;
    const char *sets[] = { "demand.rate=none", "demand.volume=450 /day", NULL };
    session_of(&opened, DEMAND AGENTS, sets);
    assert_int_equal(opened.faults.n, 1);
    assert_string_equal(opened.faults.items[0].hint,
                        "write the number alone; what it is for stands in demand.per");
    session_drop(&opened);
}

static void the_command_line_goes_before_the_scenario(void **state)
{
    (void)state;
    struct opened opened;
    session_of(&opened,
               DEMAND AGENTS "replications = 7; seed = 3; precision = \"wait_mean 2 s\";",
               NULL);
    assert_true(opened.ok);
    assert_true(session_request(&opened.session, &opened.call, &opened.request));
    assert_int_equal(opened.request.replications, 7);
    assert_int_equal(opened.request.seed, 3);
    assert_true(opened.request.half_width == 2.0);
    opened.options.value[OPTION_REPLICATIONS] = "9";
    opened.options.value[OPTION_SEED] = "0";
    opened.options.value[OPTION_THREADS] = "2";
    opened.options.value[OPTION_PRECISION] = "answer_rate 1 pt";
    assert_true(session_request(&opened.session, &opened.call, &opened.request));
    assert_int_equal(opened.request.replications, 9);
    assert_int_equal(opened.request.seed, 0);
    assert_int_equal(opened.request.threads, 2);
    assert_true(opened.request.half_width == 0.01);
    opened.options.value[OPTION_REPLICATIONS] = "0";
    opened.options.value[OPTION_SEED] = "-1";
    opened.options.value[OPTION_THREADS] = "1025";
    assert_false(session_request(&opened.session, &opened.call, &opened.request));
    assert_int_equal(opened.faults.n_input, 3);
    session_drop(&opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_that_their_law_does_not_use_are_warned_of),
        cmocka_unit_test(keys_of_the_law_and_beside_it_pass_in_silence),
        cmocka_unit_test(targets_are_read_with_the_rest),
        cmocka_unit_test(a_volume_with_a_unit_is_told_of_per),
        cmocka_unit_test(the_command_line_goes_before_the_scenario),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
