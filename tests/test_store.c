/* Stores: what is kept is not made again, results are the same by bytes, and what is not ours
 * is refused by name. SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/scratch.h"
#include "tests/toy_model.h"

#include "plots/store.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const struct toy_scenario plain = { .throws = 200, .fails_at = TOY_NEVER };
static const struct store_owner owner = { "0.1", "abc", "dice", "123456789012345", "throws" };

struct place {
    char folder[sizeof SCRATCH_NAME], path[sizeof SCRATCH_NAME + 32];
};

static void place_open(struct place *self)
{
    *self = (struct place){ SCRATCH_NAME, "" };
    assert_non_null(mkdtemp(self->folder));
    snprintf(self->path, sizeof self->path, "%s/s.sqlite", self->folder);
}

/* A store at rest is one file. */
static void place_close(struct place *self)
{
    assert_int_equal(unlink(self->path), 0);
    assert_int_equal(rmdir(self->folder), 0);
}

/* Runs the toy with a store; how many rows were made. */
static size_t run_kept(const char *path, const struct toy_scenario *scenario, size_t n,
                       size_t threads, struct sim_results *results)
{
    const struct sim_model model = toy_model(scenario);
    struct sim_faults faults = { 0 };
    struct store store;
    struct sim_request request = { .seed = 7, .replications = n, .threads = threads };
    const struct store_request wanted = { request.seed, n, 1000, NULL };
    assert_true(store_open(&store, path, &owner, &model, &wanted, &faults));
    request.shelf = &store_shelf;
    request.store = &store;
    const bool ok = sim_replicate(&model, &request, results, &faults);
    assert_true(ok || scenario->fails_at < n);
    if (ok) assert_true(store_conclude(&store, results, &faults));
    const size_t made = store.n_made;
    assert_true(!ok || made + store.n_found == n);
    store_close(&store);
    sim_faults_close(&faults);
    return made;
}

static void assert_same_as_without(const struct sim_results *results, size_t n)
{
    const struct sim_model model = toy_model(&plain);
    const struct sim_request request = { .seed = 7, .replications = n, .threads = 1 };
    struct sim_faults faults = { 0 };
    struct sim_results fresh;
    assert_true(sim_replicate(&model, &request, &fresh, &faults));
    const size_t bytes = n * TOY_MEASURES * sizeof *fresh.over;
    assert_memory_equal(results->over, fresh.over, bytes);
    assert_memory_equal(results->under, fresh.under, bytes);
    assert_memory_equal(results->sections, fresh.sections,
                        SIM_SECTIONS * SIM_HISTOGRAMS * sizeof *fresh.sections);
    for (size_t axis = 0; axis < TOY_AXES; axis++)
        for (size_t i = 0; i < toy_axes[axis].n * TOY_MEASURES; i++)
            assert_true(same_number(results->by[axis][i].high, fresh.by[axis][i].high));
    sim_results_close(&fresh);
}

static void what_is_kept_is_not_made_again_and_gives_the_same_bytes(void **state)
{
    (void)state;
    struct place place;
    place_open(&place);
    static const struct {
        size_t n, threads, made;
    } steps[] = { { 12, 2, 12 }, { 12, 1, 0 }, { 40, 3, 28 }, { 12, 8, 0 }, { 40, 1, 0 } };
    for (int i = 0; i < 5; i++) {
        struct sim_results results;
        assert_int_equal(run_kept(place.path, &plain, steps[i].n, steps[i].threads, &results),
                         steps[i].made);
        assert_same_as_without(&results, steps[i].n);
        sim_results_close(&results);
    }
    place_close(&place);
}

static void a_run_that_failed_keeps_what_it_had_made(void **state)
{
    (void)state;
    struct place place;
    struct sim_results results;
    place_open(&place);
    const struct toy_scenario falls = { .throws = 200, .fails_at = 9 };
    assert_int_equal(run_kept(place.path, &falls, 20, 1, &results), 9);
    sim_results_close(&results);
    assert_int_equal(run_kept(place.path, &plain, 20, 1, &results), 11);
    assert_same_as_without(&results, 20);
    sim_results_close(&results);
    place_close(&place);
}

static void refuse(const char *path, struct store_owner other, const char *what,
                   const char *got)
{
    const struct sim_model model = toy_model(&plain);
    const struct store_request wanted = { 7, 1, 0, NULL };
    struct sim_faults faults = { 0 };
    struct store store;
    assert_false(store_open(&store, path, &other, &model, &wanted, &faults));
    assert_int_equal(faults.n, 1);
    assert_int_equal(sim_faults_exit(&faults), 2);
    assert_string_equal(faults.items[0].what, what);
    assert_string_equal(faults.items[0].got, got);
    sim_faults_close(&faults);
}

static void a_store_of_another_scenario_or_version_is_refused_by_name(void **state)
{
    (void)state;
    struct place place;
    struct sim_results results;
    struct store_owner other = owner;
    place_open(&place);
    run_kept(place.path, &plain, 1, 1, &results);
    sim_results_close(&results);
    other.scenario = "cards";
    other.sha256 = "999";
    refuse(place.path, other, "is the store of another scenario", "dice (123456789012)");
    other = owner;
    other.version = "0.2";
    refuse(place.path, other, "is the store of another version of this program", "0.1 (abc)");
    other = owner;
    other.build = "abd";
    refuse(place.path, other, "is the store of another version of this program", "0.1 (abc)");
    place_close(&place);
}

static void spoil(const char *path, const char *statement)
{
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, statement, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_changes(database), 1);
    sqlite3_close(database);
}

static void a_row_that_is_not_what_was_kept_is_told_and_not_used(void **state)
{
    (void)state;
    static const char *const spoils[] = {
        "update row set counts = zeroblob(length(counts)) where replication = 3",
        "update row set counts = substr(counts, 1, 20) where replication = 3",
        "update row set digest = x'00' where replication = 3",
        "update row set counts = (select counts from row where replication = 2),"
        " digest = (select digest from row where replication = 2) where replication = 3",
    };
    for (int i = 0; i < 4; i++) {
        const struct sim_model model = toy_model(&plain);
        struct place place;
        struct sim_results results;
        struct sim_faults faults = { 0 };
        struct store store;
        place_open(&place);
        run_kept(place.path, &plain, 5, 1, &results);
        sim_results_close(&results);
        spoil(place.path, spoils[i]);
        const struct store_request wanted = { 7, 5, 0, NULL };
        struct sim_request request = { .seed = 7, .replications = 5, .threads = 1 };
        assert_true(store_open(&store, place.path, &owner, &model, &wanted, &faults));
        request.shelf = &store_shelf;
        request.store = &store;
        assert_false(sim_replicate(&model, &request, &results, &faults));
        assert_string_equal(faults.items[0].what, "the store is damaged");
        assert_string_equal(faults.items[0].got, "replication 4");
        assert_int_equal(sim_faults_exit(&faults), 2);
        sim_results_close(&results);
        store_close(&store);
        sim_faults_close(&faults);
        place_close(&place);
    }
}

static void the_history_lists_runs_as_they_were_begun(void **state)
{
    (void)state;
    struct place place;
    struct sim_results results;
    struct sim_arena arena = { 0 };
    struct sim_faults faults = { 0 };
    struct store_history history;
    place_open(&place);
    run_kept(place.path, &plain, 6, 1, &results);
    assert_true(store_read(&history, place.path, NULL, &arena, &faults));
    assert_int_equal(history.n, 1);
    assert_string_equal(history.owner.scenario, "dice");
    assert_string_equal(history.owner.text, "throws");
    const struct store_run *run = &history.runs[0];
    assert_string_equal(run->seed, "7");
    assert_string_equal(run->measure, "throws");
    assert_int_equal(run->kept, 6);
    assert_int_equal(run->asked, 6);
    assert_int_equal(run->concluded, 6);
    assert_int_equal(run->began, 1000);
    assert_false(run->detailed);
    assert_true(run->value == results.overall[TOY_N_THROWS].value);
    assert_true(run->low == results.overall[TOY_N_THROWS].low);
    sim_results_close(&results);
    sim_arena_close(&arena);
    place_close(&place);
}

/* A process of its own has the store to itself for so long; returns when it does. */
static pid_t hold(const char *path, unsigned us)
{
    int ends[2];
    char byte;
    assert_int_equal(pipe(ends), 0);
    const pid_t holder = fork();
    assert_true(holder >= 0);
    if (holder == 0) {
        struct sqlite3 *database;
        if (sqlite3_open(path, &database) != SQLITE_OK ||
            sqlite3_exec(database, "begin exclusive", NULL, NULL, NULL) != SQLITE_OK)
            _exit(1);
        (void)!write(ends[1], "x", 1);
        const struct timespec span = { us / 1000000, (long)(us % 1000000) * 1000 };
        nanosleep(&span, NULL);
        _exit(0);
    }
    close(ends[1]);
    assert_int_equal(read(ends[0], &byte, 1), 1);
    close(ends[0]);
    return holder;
}

static int times_told;

static void told(const char *path)
{
    assert_non_null(path);
    times_told++;
}

static void who_is_held_up_for_long_is_told_once_and_goes_on(void **state)
{
    (void)state;
    const unsigned spans_us[] = { 300000, 2600000 };
    for (int i = 0; i < 2; i++) {
        struct place place;
        struct sim_results results;
        struct sim_arena arena = { 0 };
        struct sim_faults faults = { 0 };
        struct store_history history;
        place_open(&place);
        run_kept(place.path, &plain, 3, 1, &results);
        const pid_t holder = hold(place.path, spans_us[i]);
        times_told = 0;
        assert_true(store_read(&history, place.path, told, &arena, &faults));
        assert_int_equal(times_told, i);
        assert_int_equal(waitpid(holder, NULL, 0), holder);
        sim_results_close(&results);
        sim_arena_close(&arena);
        place_close(&place);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_kept_is_not_made_again_and_gives_the_same_bytes),
        cmocka_unit_test(a_run_that_failed_keeps_what_it_had_made),
        cmocka_unit_test(a_store_of_another_scenario_or_version_is_refused_by_name),
        cmocka_unit_test(a_row_that_is_not_what_was_kept_is_told_and_not_used),
        cmocka_unit_test(the_history_lists_runs_as_they_were_begun),
        cmocka_unit_test(who_is_held_up_for_long_is_told_once_and_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
