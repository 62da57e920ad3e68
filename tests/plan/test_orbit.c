/* Redials and calls again: values of high precision, limits, and what is known in closed form.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/plan/witness.h"

#include "models/plan/attempts.h"
#include "models/plan/orbit.h"

static struct orbit_rest rest_of(struct orbit orbit)
{
    struct orbit_rest rest;
    assert_true(orbit_rest(&orbit, &rest));
    return rest;
}

/* The chain eliminated with 30 digits. */
static void it_agrees_with_values_of_high_precision(void **state)
{
    (void)state;
    const struct orbit_rest one =
        rest_of((struct orbit){ 1, 1.5, 0.5, 2, 4, 0.125, 0.5, 0.75, 2, 0, 1, 1 });
    witness("attempts", one.attempts_per_s, 1.193994954921886, 1e-11);
    witness("answered", one.answered, 0.72301421896318908, 1e-11);
    witness("blocked", one.blocked, 0.095930530467724425, 1e-11);
    witness("waited", one.waited, 0.43467517069308076, 1e-11);
    witness("queue", one.queue_mean, 0.30260812127387741, 1e-11);
    witness("redial", one.redial_mean, 0.38798990984377208, 1e-11);
    const struct orbit_rest both =
        rest_of((struct orbit){ 0.5, 1.5, 0.5, 1, 3, 0.125, 0.5, 0.75, 1, 0.25, 1, 1 });
    witness("attempts", both.attempts_per_s, 0.83382540029178619, 1e-11);
    witness("answered", both.answered, 0.53726603236634795, 1e-11);
    witness("blocked", both.blocked, 0.13868234889961034, 1e-11);
    witness("waited", both.waited, 0.57770282972280607, 1e-11);
    witness("redial", both.redial_mean, 0.22182888416652373, 1e-11);
    witness("again", both.again_mean, 0.11199651612526246, 1e-11);
}

/* One agent, no room to wait, and redials until answered: the mean number of those who will
 * redial is load (load + rate redial_s) / (1 - load) (G. Falin and J. Templeton, Retrial
 * Queues, 1997, 1.2). */
static void the_single_line_of_persistent_callers_is_known_in_closed_form(void **state)
{
    (void)state;
    for (double load = 0.2; load < 0.7; load += 0.2)
        for (double redial_s = 0.5; redial_s < 10.0; redial_s *= 4.0) {
            const struct orbit_rest rest =
                rest_of((struct orbit){ load, 1, 0, 1, 1, 0, 1, 1, redial_s, 0, 1, 1 });
            witness("orbit", rest.redial_mean, load * (load + load * redial_s) / (1.0 - load),
                    1e-9);
            witness("occupancy", rest.occupancy, load, 1e-10);
            witness("lost", rest.lost_per_s, 0.0, 1e-12);
        }
}

static void attempts_and_callers_balance(void **state)
{
    const struct orbit orbit = { 1.4, 4, 0.5, 8, 10, 0.1, 0.6, 0.7, 10, 0.15, 30, 1 };
    const struct orbit_rest rest = rest_of(orbit);
    const double redials = rest.attempts_per_s * (0.6 * rest.abandoned + 0.7 * rest.blocked);
    (void)state;
    witness("shares", rest.answered + rest.abandoned + rest.blocked, 1.0, 1e-11);
    witness("redials", rest.redials_per_s, redials, 1e-11);
    witness("again", rest.again_per_s, 0.15 * rest.answered_per_s, 1e-11);
    witness("attempts", rest.attempts_per_s, 1.4 + redials + rest.again_per_s, 1e-11);
    /* Each need ends with an answer after which nobody calls again, or is lost. */
    witness("needs", 0.85 * rest.answered_per_s + rest.lost_per_s, 1.4, 1e-11);
}

/* The slower the redials, the nearer to the fixed point; it is not there that it errs. */
static void slow_redials_are_the_fixed_point(void **state)
{
    struct quadrature rule;
    struct erlang_law law = { 0 };
    double before = 1.0;
    (void)state;
    quadrature_open(&rule);
    const struct erlang first = { 1.6, 5, 8, INFINITY, 0, survival_exponential(2) };
    const struct attempts chances = { 0.6, 0.6, 0.0 };
    assert_true(attempts_solve(&chances, &first, &rule, &law));
    for (double redial_s = 1.0; redial_s < 300.0; redial_s *= 4.0) {
        const struct orbit_rest rest =
            rest_of((struct orbit){ 1.6, 5, 0.5, 8, 0, 0, 0.6, 0.6, redial_s, 0, 1, 1 });
        const double apart = rest.attempts_per_s / law.of.rate_per_s - 1.0;
        assert_true(apart > 0.0 && apart < before);
        before = apart;
    }
    assert_true(before < 5e-4);
}

/* Without redials it is Erlang A. */
static void without_redials_nobody_comes_back(void **state)
{
    (void)state;
    const struct orbit_rest rest =
        rest_of((struct orbit){ 1.6, 5, 0.5, 10, 0, 0, 0, 0, 1, 0, 1, 0.25 });
    witness("answered", rest.answered, 0.9267801638305441, 1e-11);
    witness("within", rest.answered_within, 0.81087272533845217, 1e-11);
    witness("within", rest.answered_within_first, 0.81087272533845217, 1e-11);
    witness("abandoned", rest.abandoned_first, 0.073219836169455899, 1e-11);
}

/* So many redial that the chain has to be cut later, in the second part only; halves of parts
 * are lived through as the parts are. */
static void a_busier_part_is_followed_from_the_morning_on(void **state)
{
    const struct orbit orbit = { .rate_per_s = 1.2,
                                 .handling_s = 5,
                                 .left_per_s = 0.5,
                                 .agents = 8,
                                 .p_redial = 0.7,
                                 .redial_s = 10 };
    const struct orbit_part whole[] = { { 60, 1.2 }, { 60, 3 }, { 60, 2 }, { 60, 1 } },
                            halves[] = { { 30, 1.2 }, { 30, 1.2 }, { 30, 3 }, { 30, 3 },
                                         { 30, 2 },   { 30, 2 },   { 30, 1 }, { 30, 1 } };
    struct orbit_lived four[4], eight[8];
    (void)state;
    assert_true(orbit_day(&orbit, whole, 4, four));
    assert_true(orbit_day(&orbit, halves, 8, eight));
    for (size_t i = 0; i < 4; i++) {
        witness("attempts", eight[2 * i].attempts + eight[2 * i + 1].attempts, four[i].attempts,
                1e-11);
        witness("redials", eight[2 * i + 1].end_redial, four[i].end_redial, 1e-10);
    }
    assert_true(four[1].end_redial > 5.0);
}

/* A day of one long part comes to rest; of two alike, it is as one. */
static void a_long_day_comes_to_rest(void **state)
{
    const struct orbit orbit = { 1, 1.5, 0.5, 2, 4, 0.125, 0.5, 0.75, 2, 0, 1, 1 };
    const struct orbit_part parts[] = { { 30, 1 }, { 270, 1 }, { 300, 1 } }, whole = { 300, 1 };
    struct orbit_lived lived[3], once;
    (void)state;
    assert_true(orbit_day(&orbit, parts, 3, lived));
    assert_true(orbit_day(&orbit, &whole, 1, &once));
    witness("in parts", lived[0].attempts + lived[1].attempts, once.attempts, 1e-11);
    witness("attempts", lived[2].attempts / 300, 1.193994954921886, 1e-10);
    witness("queue", lived[2].end_queue, 0.30260812127387741, 1e-10);
    witness("redial", lived[2].end_redial, 0.38798990984377208, 1e-10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_agrees_with_values_of_high_precision),
        cmocka_unit_test(the_single_line_of_persistent_callers_is_known_in_closed_form),
        cmocka_unit_test(attempts_and_callers_balance),
        cmocka_unit_test(slow_redials_are_the_fixed_point),
        cmocka_unit_test(without_redials_nobody_comes_back),
        cmocka_unit_test(a_busier_part_is_followed_from_the_morning_on),
        cmocka_unit_test(a_long_day_comes_to_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
