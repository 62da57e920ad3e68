/* Several figures into one folder, each as SVG and PNG with its data beside it: all or none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_DRAWING_H
#define PLOTS_DRAWING_H

#include "sim/fault.h"

#include <stdio.h>

/* What is drawn. The files of figure i and its template are named after names[i]. */
struct drawing {
    const char *const *names;
    size_t n;
    const char *templates; /* the folder of the .gp files */
    const void *of;        /* what the functions below are given */
    /* What all figures share, as a script; once, before the others. */
    void (*begin)(FILE *script, const void *of);
    void (*table)(FILE *out, size_t figure, const void *of);
    void (*caption)(FILE *script, size_t figure, const void *of);
};

/* Could figures of such a name be written there? Nothing is left behind. */
bool drawing_check(const char *directory, const char *name, struct sim_faults *faults);

/* Draws into a folder, which is made where it does not exist. All are written before the first
 * takes its place, so that a failure, such as a missing gnuplot, leaves the folder as it was.
 */
bool drawing_write(const struct drawing *self, const char *directory,
                   struct sim_faults *faults);

#endif
