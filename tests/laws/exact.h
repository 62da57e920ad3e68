/* Exact values of textbook models, by case and column.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Closed forms, Markov chains and uniformisation, computed without any simulator. Times are in
 * minutes and rates per minute, unless a column says otherwise. A column is the way to its
 * value in exact-cases.json; # stands for the part of a day. */
#ifndef TESTS_LAWS_EXACT_H
#define TESTS_LAWS_EXACT_H

#include <stddef.h>

enum { EXACT_MOST_COLUMNS = 24 };

/* A line: a case, or one part of a day. */
struct exact_case {
    const char *id;
    int part;
    double value[EXACT_MOST_COLUMNS];
};

struct exact_table {
    const char *oracle;
    const char *const *columns; /* NULL-terminated */
    const struct exact_case *cases;
    size_t n;
};

extern const struct exact_table exact_textbook[], exact_days[];
extern const size_t n_exact_textbook, n_exact_days;

/* The value of a case in the column whose last name is `name`: exact("A1", "p_wait"). A case or
 * a column that does not exist is a slip of the test, and ends it. */
double exact(const char *id, const char *name);

/* The same in one part of a day: exact_part("T1", 3, "mean_queue"). */
double exact_part(const char *id, int part, const char *name);

#endif
