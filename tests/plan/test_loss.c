/* Erlang B: whole and real numbers of lines, published tables, and what a recurrence says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/plan/witness.h"

#include "models/plan/loss.h"

static struct quadrature rule;

/* load, lines, share turned away: to 17 digits, from the incomplete gamma function. */
static const double exact[][3] = {
    { 1.0, 2.0, 0.2 },
    { 8.0, 10.0, 0.12166106425295151 },
    { 10.0, 17.0, 0.01294887522472657 },
    { 5.5, 11.0, 0.014421575795036644 },
    { 0.001, 1.0, 0.00099900099900099902 },
    { 1e-6, 3.0, 1.6666650000008331e-19 },
    { 100.0, 100.0, 0.07570045271086097 },
    { 1000.0, 1040.0, 0.0062455451328957129 },
    { 10000.0, 10000.0, 0.0079365632488056719 },
    { 50000.0, 10000.0, 0.8000049996875332 },
    { 7.3, 6.25, 0.32810040728135158 },
    { 2.5, 0.5, 0.85245785789263399 },
    { 0.01, 1.75, 0.00019465889595267393 },
    { 120.5, 99.75, 0.20096969641713879 },
};

static void it_agrees_with_values_of_high_precision(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof exact / sizeof exact[0]; i++) {
        const double found = loss_blocked(&rule, exact[i][0], exact[i][1]);
        assert_true(fabs(found / exact[i][2] - 1.0) < 1e-11);
    }
}

/* B(k) = load B(k-1) / (k + load B(k-1)), B(0) = 1. */
static double by_recurrence(double load, int lines)
{
    double blocked = 1.0;
    for (int k = 1; k <= lines; k++)
        blocked = load * blocked / (k + load * blocked);
    return blocked;
}

static void it_agrees_with_the_recurrence_from_1_to_10000_lines(void **state)
{
    (void)state;
    for (int lines = 1; lines <= 10000; lines = lines * 3 + 1)
        for (double load = 1e-6; load < 1e7; load *= 7.3) {
            const double found = loss_blocked(&rule, load, lines);
            witness("blocked", found, by_recurrence(load, lines), 1e-11);
        }
}

/* It holds for any real number too. */
static void real_numbers_of_lines_keep_the_recurrence(void **state)
{
    (void)state;
    for (double lines = 0.1; lines < 300.0; lines *= 1.9)
        for (double load = 1e-3; load < 1e4; load *= 5.1) {
            const double below = loss_blocked(&rule, load, lines);
            const double above = load * below / (lines + 1.0 + load * below);
            witness("blocked", loss_blocked(&rule, load, lines + 1.0), above, 1e-11);
        }
}

/* Loads that a table of 1 % and of 10 % gives for so many trunks, to their printed digits:
 * R. B. Cooper, Introduction to Queueing Theory, 1981, and the tables of all telephone
 * handbooks. */
static void it_agrees_with_published_tables(void **state)
{
    static const struct {
        double lines, load, blocked, half_digit;
    } table[] = {
        { 1, 0.0101, 0.01, 5e-5 }, { 5, 1.361, 0.01, 5e-4 },  { 10, 4.461, 0.01, 5e-4 },
        { 20, 12.03, 0.01, 5e-3 }, { 50, 37.90, 0.01, 5e-3 }, { 100, 84.06, 0.01, 5e-3 },
        { 1, 0.111, 0.10, 5e-4 },  { 5, 2.881, 0.10, 5e-4 },  { 10, 7.511, 0.10, 5e-4 },
        { 20, 17.61, 0.10, 5e-3 }, { 50, 49.56, 0.10, 5e-3 }, { 100, 104.1, 0.10, 5e-2 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        const double low = table[i].load - table[i].half_digit,
                     high = table[i].load + table[i].half_digit;
        assert_true(loss_blocked(&rule, low, table[i].lines) < table[i].blocked);
        assert_true(loss_blocked(&rule, high, table[i].lines) > table[i].blocked);
    }
}

static void so_many_lines_are_enough_and_one_less_is_not(void **state)
{
    (void)state;
    assert_true(loss_lines(&rule, 5.0, 0.01) == 11.0);
    assert_true(loss_lines(&rule, 8.0, 0.02) == 14.0);
    for (double load = 1e-6; load < 2e4; load *= 11.0) {
        const double lines = loss_lines(&rule, load, 0.05);
        assert_true(lines >= 1.0 && lines == floor(lines));
        assert_true(loss_blocked(&rule, load, lines) <= 0.05);
        if (lines > 1.0) assert_true(loss_blocked(&rule, load, lines - 1.0) > 0.05);
    }
}

/* a' = a + r a' B(a', c): 5.5 Erlang, 11 lines, half of the blocked redial. */
static void those_turned_away_may_redial(void **state)
{
    (void)state;
    const double blocked = loss_blocked_redialling(&rule, 5.5, 11.0, 0.5);
    witness("blocked", blocked, 0.01503976631832142, 1e-9);
    for (double load = 0.1; load < 50.0; load *= 2.0) {
        const double share = loss_blocked_redialling(&rule, load, 10.0, 0.9);
        const double attempts = load / (1.0 - 0.9 * share);
        witness("share", by_recurrence(attempts, 10), share, 1e-10);
    }
    witness("none", loss_blocked_redialling(&rule, 5.5, 11.0, 0.0), exact[3][2], 1e-11);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_agrees_with_values_of_high_precision),
        cmocka_unit_test(it_agrees_with_the_recurrence_from_1_to_10000_lines),
        cmocka_unit_test(real_numbers_of_lines_keep_the_recurrence),
        cmocka_unit_test(it_agrees_with_published_tables),
        cmocka_unit_test(so_many_lines_are_enough_and_one_less_is_not),
        cmocka_unit_test(those_turned_away_may_redial),
    };
    quadrature_open(&rule);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
