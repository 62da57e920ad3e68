/* The exact values of whole days, which are never at rest.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts, printed to 8 digits; test_law_reference holds them against the file they come from. */
#include "tests/laws/exact.h"

#include <stddef.h>

/* clang-format off */
static const char *const redial_day_columns[] = {
    "inputs.mu", "inputs.theta", "inputs.c", "inputs.p_redial", "inputs.d_redial",
    "outputs.total.fresh", "outputs.total.attempts", "outputs.total.abandoned",
    "outputs.total.int_queue", "outputs.total.answered_started",
    "outputs.total.p_answered_per_attempt", "outputs.total.end_queue",
    "outputs.total.end_busy", NULL
};
static const struct exact_case redial_day_cases[] = {
    { "RD1", 0, { 0.2, 0.5, 8, 0.6, 0.1, 396, 505.17097, 182.55979, 365.11958, 322.51352,
        0.63842449, 0.097659014, 4.961287 } },
};

static const char *const redial_day_parts_columns[] = {
    "inputs.segments.#.0", "inputs.segments.#.1", "outputs.segments.#.attempts", NULL
};
static const struct exact_case redial_day_parts_cases[] = {
    { "RD1", 0, { 60, 1.2, 74.617189 } },
    { "RD1", 1, { 60, 2.4, 186.59074 } },
    { "RD1", 2, { 60, 2, 171.20117 } },
    { "RD1", 3, { 60, 1, 72.761871 } },
};

static const char *const day_finish_columns[] = {
    "inputs.mu", "inputs.theta", "inputs.awt", "inputs.balk", "outputs.total.arrivals",
    "outputs.total.answered", "outputs.total.abandoned", "outputs.total.flushed",
    "outputs.total.int_queue", "outputs.total.int_busy", "outputs.total.int_agents",
    "outputs.total.answered_within", "outputs.total.abandoned_within",
    "outputs.total.mean_wait_all", "outputs.total.p_abandon", "outputs.total.p_answered",
    NULL
};
static const struct exact_case day_finish_cases[] = {
    { "T1", 0, { 0.22222222, 0.33333333, 1, 0, 820, 744.50445, 75.124964, 0.37059003,
        225.37489, 3350.27, 4380, 678.32938, 55.695077, 0.27484743, 0.091615809, 0.90793225
        } },
    { "T2", 0, { 0.22222222, 0.33333333, 1, 0, 667.5, 603.4802, 62.724442, 1.2953589,
        188.17333, 2715.6609, 3540, 548.42962, 46.287528, 0.28190761, 0.093969202,
        0.90409019 } },
    { "T3", 0, { 0.16666667, 0.5, 1, 0.05, 820, 634.93239, 184.40941, 0.6581916, 326.55646,
        3809.5944, 4380, 553.23962, 142.30143, 0.39823959, 0.22488953, 0.7743078 } },
};

static const char *const day_finish_parts_columns[] = {
    "inputs.segs.#.T", "inputs.segs.#.lam", "inputs.segs.#.c",
    "outputs.segments.#.mean_queue", "outputs.segments.#.mean_busy", NULL
};
static const struct exact_case day_finish_parts_cases[] = {
    { "T1", 0, { 30, 1.5, 8, 0.28828275, 5.3368674 } },
    { "T1", 1, { 30, 1.8333333, 10, 0.34210082, 7.5091552 } },
    { "T1", 2, { 30, 2.1666667, 10, 0.7655004, 8.4096313 } },
    { "T1", 3, { 30, 2.25, 9, 1.3255971, 8.1186963 } },
    { "T1", 4, { 30, 2.1666667, 9, 1.1897889, 8.0090676 } },
    { "T1", 5, { 30, 2, 10, 0.60145228, 8.1661596 } },
    { "T1", 6, { 30, 1.75, 10, 0.33705011, 7.5173481 } },
    { "T1", 7, { 30, 1.3333333, 8, 0.3015497, 5.8243736 } },
    { "T1", 8, { 60, 0, 0, 0, 0.4223808 } },
    { "T1", 9, { 30, 1.3333333, 8, 0.16685741, 4.8688293 } },
    { "T1", 10, { 30, 1.6666667, 10, 0.20582757, 6.96507 } },
    { "T1", 11, { 30, 1.8333333, 10, 0.36534917, 7.6005737 } },
    { "T1", 12, { 30, 1.8333333, 9, 0.61330736, 7.3467896 } },
    { "T1", 13, { 30, 1.75, 9, 0.51273485, 7.1538154 } },
    { "T1", 14, { 30, 1.5833333, 10, 0.19083999, 6.9271477 } },
    { "T1", 15, { 30, 1.3333333, 9, 0.15153082, 5.9377546 } },
    { "T1", 16, { 30, 1, 7, 0.15472714, 4.4923833 } },
    { "T2", 0, { 30, 1.5, 8, 0.28828275, 5.3368674 } },
    { "T2", 1, { 30, 1.8333333, 10, 0.34210082, 7.5091552 } },
    { "T2", 2, { 30, 2.1666667, 10, 0.7655004, 8.4096313 } },
    { "T2", 3, { 30, 2.25, 9, 1.3255971, 8.1186963 } },
    { "T2", 4, { 30, 2.1666667, 9, 1.1897889, 8.0090676 } },
    { "T2", 5, { 150, 0, 0, 0, 0.23980142 } },
    { "T2", 6, { 30, 1.3333333, 8, 0.16685736, 4.868828 } },
    { "T2", 7, { 30, 1.6666667, 10, 0.20582757, 6.96507 } },
    { "T2", 8, { 30, 1.8333333, 10, 0.36534917, 7.6005737 } },
    { "T2", 9, { 30, 1.8333333, 9, 0.61330736, 7.3467896 } },
    { "T2", 10, { 30, 1.75, 9, 0.51273485, 7.1538154 } },
    { "T2", 11, { 30, 1.5833333, 10, 0.19083999, 6.9271477 } },
    { "T2", 12, { 30, 1.3333333, 9, 0.15153082, 5.9377546 } },
    { "T2", 13, { 30, 1, 7, 0.15472714, 4.4923833 } },
    { "T3", 0, { 30, 1.5, 8, 0.43641424, 6.0115144 } },
    { "T3", 1, { 30, 1.8333333, 10, 0.59336461, 8.5903927 } },
    { "T3", 2, { 30, 2.1666667, 10, 1.0657598, 9.1970969 } },
    { "T3", 3, { 30, 2.25, 9, 1.4971114, 8.5605601 } },
    { "T3", 4, { 30, 2.1666667, 9, 1.3610125, 8.4796866 } },
    { "T3", 5, { 30, 2, 10, 0.86983809, 9.0265842 } },
    { "T3", 6, { 30, 1.75, 10, 0.59090168, 8.6338714 } },
    { "T3", 7, { 30, 1.3333333, 8, 0.49858166, 6.7488735 } },
    { "T3", 8, { 60, 0, 0, 0, 0.65644526 } },
    { "T3", 9, { 30, 1.3333333, 8, 0.2879577, 5.6203632 } },
    { "T3", 10, { 30, 1.6666667, 10, 0.41497362, 8.1951054 } },
    { "T3", 11, { 30, 1.8333333, 10, 0.63956514, 8.7021554 } },
    { "T3", 12, { 30, 1.8333333, 9, 0.87489288, 8.1334968 } },
    { "T3", 13, { 30, 1.75, 9, 0.75553359, 7.9890572 } },
    { "T3", 14, { 30, 1.5833333, 10, 0.38966029, 8.1909534 } },
    { "T3", 15, { 30, 1.3333333, 9, 0.32307622, 7.1460794 } },
    { "T3", 16, { 30, 1, 7, 0.28657206, 5.4067933 } },
};

static const char *const day_gamma_busyness_columns[] = {
    "inputs.mu", "inputs.theta", "inputs.balk", "inputs.awt", "inputs.gamma_shape",
    "outputs.arrivals", "outputs.answered", "outputs.abandoned", "outputs.int_queue",
    "outputs.int_busy", "outputs.int_agents", "outputs.answered_within",
    "outputs.abandoned_within", "outputs.mean_wait_all", "outputs.p_abandon",
    "outputs.p_answered", NULL
};
static const struct exact_case day_gamma_busyness_cases[] = {
    { "T10", 0, { 0.01, 0.001, 0.1, 20, 400, 1660, 1627.0337, 32.966349, 7841.1829,
        162703.37, 291600, 1506.4507, 28.533609, 4.7236042, 0.019859246, 0.98014075 } },
};

static const char *const day_gamma_busyness_parts_columns[] = {
    "inputs.hours.#.agents", "inputs.hours.#.calls_per_hour", NULL
};
static const struct exact_case day_gamma_busyness_parts_cases[] = {
    { "T10", 0, { 4, 100 } },
    { "T10", 1, { 6, 150 } },
    { "T10", 2, { 8, 150 } },
    { "T10", 3, { 8, 180 } },
    { "T10", 4, { 8, 200 } },
    { "T10", 5, { 7, 150 } },
    { "T10", 6, { 8, 150 } },
    { "T10", 7, { 8, 150 } },
    { "T10", 8, { 6, 120 } },
    { "T10", 9, { 6, 100 } },
    { "T10", 10, { 4, 80 } },
    { "T10", 11, { 4, 70 } },
    { "T10", 12, { 4, 60 } },
};
/* clang-format on */

#define TABLE(oracle_, name_)                                                                  \
    {                                                                                          \
        (oracle_), name_##_columns, name_##_cases,                                             \
            sizeof name_##_cases / sizeof name_##_cases[0]                                     \
    }

const struct exact_table exact_days[] = {
    TABLE("redial_day", redial_day),
    TABLE("redial_day", redial_day_parts),
    TABLE("day_finish", day_finish),
    TABLE("day_finish", day_finish_parts),
    TABLE("day_gamma_busyness", day_gamma_busyness),
    TABLE("day_gamma_busyness", day_gamma_busyness_parts),
};
const size_t n_exact_days = sizeof exact_days / sizeof exact_days[0];
