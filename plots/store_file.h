/* The SQLite file of a store: its tables, whose it is, and its faults in our words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_STORE_FILE_H
#define PLOTS_STORE_FILE_H

#include "plots/store.h"

/* What stands for a ? of a statement: the first of these that is not 0. */
struct store_value {
    const char *text;
    const double *real; /* NaN is kept as nothing */
    long long number;
};

/* Opens or makes the file, and holds its owner against this one. NULL with faults. */
struct sqlite3 *store_file_open(const char *path, const struct store_owner *owner,
                                struct store_wait *wait, struct sim_faults *faults);

/* Opens a file that is there, to look at it, whatever its owner. */
struct sqlite3 *store_file_look(const char *path, struct store_wait *wait,
                                struct sim_faults *faults);

/* The last to leave merges the journal: a store at rest is one file. */
void store_file_close(struct sqlite3 *database);

/* A text of the table of the owner, in the arena; NULL where there is none. */
const char *store_file_about(struct sqlite3 *database, const char *key,
                             struct sim_arena *arena);

/* Runs one statement; *first, where asked for, is the first column of its first row. */
bool store_do(struct sqlite3 *database, const char *path, const char *statement,
              const struct store_value *values, size_t n, long long *first,
              struct sim_faults *faults);

/* Tells what SQLite last found wrong; always false. */
bool store_fail(struct sqlite3 *database, const char *path, struct sim_faults *faults);

/* The same of the machine, by errno; and of a file that is not what it should be. */
bool store_fail_by(const char *path, const char *what, int error, struct sim_faults *faults);
bool store_fault(const char *path, const char *what, const char *got,
                 struct sim_faults *faults);

#endif
