/* The door of the text: a scenario's file, its bases and overrides, into a model's struct.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_SCENARIO_READ_H
#define SCENARIOS_SCENARIO_READ_H

#include "scenarios/setting.h"

enum { SHA256_HEX = 65 };

/* The text behind a scenario. It owns nothing: all lives as long as the arena it was read into,
 * and there is nothing to close. */
struct scenario_source {
    const char *name;        /* file name without folder and .cfg */
    const char *file;        /* as it was asked for */
    const char *based_on;    /* file it is based on; NULL if none */
    const char *flat;        /* the settings of all layers together, in one way of writing, and
                                what files say that they name */
    char sha256[SHA256_HEX]; /* of flat */
    struct sim_texts files;  /* all that was read: its bases, tables of dates, itself */
    struct sim_inputs inputs;
    struct setting *root; /* NULL when the text could not be read */
};

/* Reads a file, its bases and the overrides ("path=value") into `out`, a zeroed struct that the
 * table describes. False with faults; `source` then knows as much as could be read. What joins
 * several keys is for the model to check. */
bool scenario_read(const char *file, const char *const *sets, size_t n_sets,
                   const struct sim_fields *table, void *out, struct sim_arena *arena,
                   struct scenario_source *source, struct sim_faults *faults);

/* Gives file and line to the faults that a model noted by path alone: those of the longest part
 * of the path that stands in the text. */
void scenario_locate(const struct scenario_source *source, struct sim_faults *faults);

#endif
