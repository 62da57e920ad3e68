/* A day in parts, written as the keys of a scenario.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LAWS_DAY_TEXT_H
#define TESTS_LAWS_DAY_TEXT_H

/* What grows part by part: the elements of hours, demand.rates and one group's staffing. */
struct day_text {
    char hours[2048], rates[2048], staffing[2048];
    double open_min;
};

/* One day alone, empty at first, whose parts are given for DAY_TEXT_VALUES. */
#define DAY_TEXT                                                                               \
    "horizon = { start = \"2018-01-01\"; days = 1; warm_up = 0; run_off = 0; };\n"             \
    "hours = ( %s );\ngroups = ( { name = \"agents\"; staffing = ( %s ); } );\n"               \
    "demand = { rates = ( %s ); busyness_cv = %.10g; };\n"
#define DAY_TEXT_VALUES(day, busyness_cv)                                                      \
    (day)->hours, (day)->staffing, (day)->rates, (busyness_cv)

/* Adds a part that lasts `length` minutes from `at` minutes after midnight, with so many needs
 * an hour and agents. A part without agents is closed. */
void day_text_add(struct day_text *self, int at, int length, double per_h, int staff);

/* "08:30", into a text of at least 6 characters. */
void clock_text(char text[6], int minutes);

#endif
