/* What is under way, on stderr: a line on a terminal only, once a run takes more than a second.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct progress {
    bool on;
    double began_s, told_s; /* on a clock that only goes forward */
};

void progress_begin(struct progress *self);

/* For sim_request.progress; `teller` is the struct. */
void progress_tell(void *teller, size_t done, size_t wanted);

/* Says that another process holds a store for long; whether on a terminal or not. */
void progress_store_held(const char *path);

/* Wipes the line. */
void progress_end(struct progress *self);

#endif
