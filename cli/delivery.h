/* Where an answer goes: files first, then the screen, which is left to JSON that goes there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_DELIVERY_H
#define CLI_DELIVERY_H

#include "cli/command.h"

/* How an answer is written; `of` is handed to each. What a command cannot do is NULL. */
struct delivery {
    const void *of;
    void (*text)(FILE *out, const void *of, struct words words);
    bool (*json)(FILE *out, const void *of, struct sim_faults *faults);
    bool (*csv)(const char *directory, const void *of, struct sim_faults *faults);
    bool (*plots)(const char *directory, const void *of, struct words words,
                  const char *templates, struct sim_faults *faults);
    bool (*csv_check)(const char *directory, struct sim_faults *faults);
    bool (*plots_check)(const char *directory, struct sim_faults *faults);
};

/* Could all that the call asks for be written? Asked before the work. */
bool delivery_check(const struct delivery *self, struct call *call);

/* Writes all that the call asks for. False with faults. */
bool deliver(const struct delivery *self, struct call *call);

#endif
