/* Rows of replications kept in an SQLite file: work that was stopped goes on where it was, and
 * several processes may share it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A store belongs to one scenario and one build of the program; what does not match is refused
 * by name. It has a row for each replication of each run, a run being a seed and how much is
 * counted. Each row is written in a transaction of its own as soon as it is made, with a
 * digest. Who makes a row holds a lock on one byte of the file, far behind its end, which the
 * kernel lets go when the process dies: no claim outlives its claimant. */
#ifndef PLOTS_STORE_H
#define PLOTS_STORE_H

#include "sim/row_pack.h"
#include "sim/shelf.h"

struct sqlite3;
struct sqlite3_stmt;

/* Whose rows these are. Texts are borrowed. */
struct store_owner {
    const char *version;  /* "0.1.0" */
    const char *build;    /* of which sources */
    const char *scenario; /* its name */
    const char *sha256;   /* of its flattened text */
    const char *text;     /* that text */
};

/* What is done while another process holds the file. It lives as long as the file is open. */
struct store_wait {
    void (*tell)(const char *path); /* called when it takes long; NULL: nobody is told */
    const char *path;               /* borrowed */
    bool told;
};

struct store {
    struct sqlite3 *database;
    struct store_wait wait;
    struct sqlite3_stmt *find, *add;
    const char *path; /* borrowed */
    const struct sim_model *model;
    int claims; /* the file once more, for its locks */
    long long run;
    struct sim_bytes bytes;
    size_t n_found, n_made; /* rows read, rows made here */
};

/* What is asked of the store. */
struct store_request {
    uint64_t seed;
    size_t replications;
    long long now;                  /* seconds since 1970, for the history alone */
    void (*tell)(const char *path); /* see store_wait */
};

/* Opens or makes a store; false with faults, and nothing to close: input (2) where the file is
 * something else, damaged, or another's; the machine (3) where it cannot be had. */
bool store_open(struct store *self, const char *path, const struct store_owner *owner,
                const struct sim_model *model, const struct store_request *request,
                struct sim_faults *faults);

/* Leaves what a run came to for the history: an estimate of its first measure. */
bool store_conclude(struct store *self, const struct sim_results *results,
                    struct sim_faults *faults);

void store_close(struct store *self);

/* What sim_request asks for; its store is a struct store. */
extern const struct sim_shelf store_shelf;

/* One run of a store, as the history lists it. */
struct store_run {
    const char *seed, *measure; /* measure: NULL where no end was reached */
    size_t kept, asked, concluded;
    bool detailed;            /* dated tables or figures are counted too */
    long long began, resumed; /* seconds since 1970 */
    double value, low, high;
};

struct store_history {
    struct store_owner owner;
    struct store_run *runs; /* in the order in which they were begun */
    size_t n;
};

/* Reads a store without changing it; texts and runs live in the arena. */
bool store_read(struct store_history *history, const char *path, void (*tell)(const char *path),
                struct sim_arena *arena, struct sim_faults *faults);

#endif
