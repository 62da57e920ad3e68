/* Selection of the best: the constants of the papers, the promised probability, and what it
 * costs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "sim/select.h"

#include <math.h>
#include <string.h>

enum { OPTIONS_MOST = 20, OBSERVATIONS_MOST = 4000 };

/* Options whose observations are normal: a mean, a deviation of their own, and a part that all
 * share. */
struct field {
    uint64_t experiment;
    size_t n;
    double mean[OPTIONS_MOST], deviation[OPTIONS_MOST], common;
    double values[OPTIONS_MOST][OBSERVATIONS_MOST];
    size_t made[OPTIONS_MOST];
};

static double noise(uint64_t experiment, uint32_t option, size_t i)
{
    const struct sim_stream stream = { experiment, (uint32_t)i };
    const struct sim_draw draw = draw_of(&stream, option, 0);
    return sim_normal(&draw);
}

static const double *observe(void *source, size_t option, size_t n, struct sim_faults *faults)
{
    (void)faults;
    struct field *field = source;
    assert_true(n <= OBSERVATIONS_MOST && n >= field->made[option]);
    for (size_t i = field->made[option]; i < n; i++)
        field->values[option][i] =
            field->mean[option] + field->common * noise(field->experiment, 0, i) +
            field->deviation[option] * noise(field->experiment, (uint32_t)option + 1, i);
    field->made[option] = n;
    return field->values[option];
}

static struct sim_selecting asked_of(struct field *field, enum sim_select_procedure procedure)
{
    return (struct sim_selecting){ .procedure = procedure,
                                   .options = field->n,
                                   .level = 0.95,
                                   .zone = 1.0,
                                   .better = SIM_HIGHER,
                                   .first = 10,
                                   .step = 5,
                                   .most = OBSERVATIONS_MOST,
                                   .observe = observe,
                                   .source = field };
}

/* How often the best is selected, and the share of equal allocation that it took. */
struct outcome {
    double right, spent;
};

/* The slippage configuration, the least favourable: all others exactly one zone behind. */
static struct outcome slippage(enum sim_select_procedure procedure, double common, int n)
{
    static struct field field;
    double right = 0.0, spent = 0.0, equal = 0.0;
    for (int e = 0; e < n; e++) {
        struct sim_arena arena = { 0 };
        struct sim_faults faults = { 0 };
        struct sim_selection found;
        memset(&field, 0, sizeof field);
        field.experiment = (uint64_t)e;
        field.n = 8;
        field.common = common;
        for (size_t i = 0; i < field.n; i++) {
            field.mean[i] = i == 3 ? 1.0 : 0.0;
            field.deviation[i] = 2.0 + 0.25 * (double)i;
        }
        const struct sim_selecting asked = asked_of(&field, procedure);
        assert_true(sim_select(&asked, &found, &arena, &faults));
        assert_true(found.guaranteed);
        right += found.best == 3;
        spent += (double)found.observations;
        equal += (double)(found.options[found.best].observations * field.n);
        sim_faults_close(&faults);
        sim_arena_close(&arena);
    }
    return (struct outcome){ right / n, spent / equal };
}

static void kim_nelson_keeps_its_promise_with_and_without_common_random_numbers(void **state)
{
    (void)state;
    assert_true(slippage(SIM_KIM_NELSON, 0.0, 300).right >= 0.95 - 2.0 * 0.0126);
    assert_true(slippage(SIM_KIM_NELSON, 10.0, 300).right >= 0.95 - 2.0 * 0.0126);
}

static void rinott_keeps_its_promise_where_options_are_independent(void **state)
{
    (void)state;
    assert_true(slippage(SIM_RINOTT, 0.0, 300).right >= 0.95 - 2.0 * 0.0126);
}

/* Ten options as steps of one zone, less is better. Returns the share of equal allocation. */
static double staircase(uint64_t experiment)
{
    static struct field field;
    struct sim_arena arena = { 0 };
    struct sim_faults faults = { 0 };
    struct sim_selection found;
    memset(&field, 0, sizeof field);
    field.experiment = experiment;
    field.n = 10;
    for (size_t i = 0; i < field.n; i++) {
        field.mean[i] = -(double)i;
        field.deviation[i] = 3.0;
    }
    struct sim_selecting asked = asked_of(&field, SIM_KIM_NELSON);
    asked.better = SIM_LOWER;
    assert_true(sim_select(&asked, &found, &arena, &faults));
    size_t sum = 0;
    for (size_t i = 0; i < field.n; i++) {
        assert_int_equal(found.options[i].observations, field.made[i]);
        sum += found.options[i].observations;
    }
    assert_int_equal(sum, found.observations);
    const double equal = (double)(field.n * found.options[found.best].observations);
    sim_faults_close(&faults);
    sim_arena_close(&arena);
    return (double)sum / equal;
}

static void replications_go_where_they_matter(void **state)
{
    (void)state;
    double spent = 0.0;
    for (uint64_t e = 0; e < 50; e++)
        spent += staircase(e) / 50.0;
    assert_true(spent < 0.55);
}

static void an_end_before_its_time_is_told(void **state)
{
    (void)state;
    static struct field field = { .experiment = 1, .n = 3, .deviation = { 50, 50, 50 } };
    struct sim_arena arena = { 0 };
    struct sim_faults faults = { 0 };
    struct sim_selection found;
    for (int procedure = 0; procedure < SIM_N_PROCEDURES; procedure++) {
        memset(field.made, 0, sizeof field.made);
        struct sim_selecting asked = asked_of(&field, (enum sim_select_procedure)procedure);
        asked.most = 23;
        assert_true(sim_select(&asked, &found, &arena, &faults));
        assert_false(found.guaranteed);
        assert_true(found.options[found.best].observations == 23);
    }
    sim_faults_close(&faults);
    sim_arena_close(&arena);
}

/* Of two options it is that of Dudewicz and Dalal (Law, Simulation Modeling and Analysis, 2015,
 * table 10.11); of many observations, Bechhofer's with known variances. */
static void rinotts_constant_is_that_of_the_tables(void **state)
{
    (void)state;
    assert_near(sim_select_rinott_h(2, 20, 0.95), 2.453, 0.0006);
    assert_near(sim_select_rinott_h(2, 20, 0.90), 1.896, 0.0006);
    assert_near(sim_select_rinott_h(2, 1000, 0.95), sqrt(2.0) * 1.6448536, 0.003);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kim_nelson_keeps_its_promise_with_and_without_common_random_numbers),
        cmocka_unit_test(rinott_keeps_its_promise_where_options_are_independent),
        cmocka_unit_test(replications_go_where_they_matter),
        cmocka_unit_test(an_end_before_its_time_is_told),
        cmocka_unit_test(rinotts_constant_is_that_of_the_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
