/* Numbers as people read them: digits that the interval bears out, comma or point, durations.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * French writes "16 243", "84,3 %" with narrow no-break spaces (U+202F), English "16,243" and
 * "84.3 %". An undefined number is a dash. */
#ifndef PLOTS_NUMBER_H
#define PLOTS_NUMBER_H

#include "plots/words.h"
#include "sim/results.h"

struct number {
    char text[96];
};

/* A value and what stands beside it: "± 0.4" where the interval is about symmetric, "(38–46 s)"
 * where it is not, "± –" where there is none. */
struct number_pair {
    struct number value, margin;
};

/* A number with thousands apart and so many decimals. */
struct number number_plain(struct words words, double value, int decimals);

/* A value in the measure's way (count, share, duration), with the digits that a half-width
 * bears out. A half-width of 0 says that the value is exact: "85 %", "10 min"; NaN says that
 * nothing is known of it. */
struct number number_show(struct words words, const struct sim_measure *measure, double value,
                          double half);

struct number_pair number_estimate(struct words words, const struct sim_measure *measure,
                                   const struct sim_estimate *estimate);

/* A difference with its sign: "+5.1 pt" beside "± 0.4", "−12 s" beside "± 2"; shares differ by
 * points. A half-width of 0 says that it is exact, and leaves the margin out. */
struct number_pair number_difference(struct words words, const struct sim_measure *measure,
                                     double value, double half);

/* "14,900–17,800", "81.2–86.0 %", "2:15–2:33 min", "38 s – 1 min 12 s"; one number where both
 * ends read alike; a dash when undefined. */
struct number number_range(struct words words, const struct sim_measure *measure, double low,
                           double high);

/* What stands at an input, in the fewest digits: "94 /h", "4 min", "85 %", "7". */
struct number number_input(struct words words, enum sim_unit unit, double value);

/* A day counted from 1970-01-01: "2017-10-02", in French "02/10/2017". */
struct number number_date(struct words words, int since_1970);

/* A month from "2018-01": in French "01/2018". */
struct number number_month(struct words words, const char *month);

/* A time of day from "08:30": in French "8 h 30". */
struct number number_clock(struct words words, const char *clock);

#endif
