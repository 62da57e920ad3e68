/* Selection of the best of many options, with a guaranteed probability where it leads by a
 * stated indifference zone.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Observations of one option are independent and about normal: values of replications, or of
 * batches of them. The option selected is the best with probability `level` at least, whenever
 * the best leads all others by `zone`; else it is within `zone` of the best, or near.
 *
 * Kim and Nelson, "A fully sequential procedure for indifference-zone selection in
 * simulation", ACM Trans. Modeling Comp. Sim. 11 (2001), figure 1, with c = 1: observations may
 * be dependent between options (common random numbers). All surviving options are observed
 * together; one leaves as soon as its sum falls behind that of another by more than a bound
 * that shrinks with every observation.
 *
 * Rinott, "On two-stage selection procedures and related probability-inequalities", Comm. Stat.
 * A7 (1978): two stages, each option as often as its own variance asks for; options must be
 * independent. */
#ifndef SIM_SELECT_H
#define SIM_SELECT_H

#include "sim/fault.h"
#include "sim/measure.h"

enum sim_select_procedure { SIM_KIM_NELSON, SIM_RINOTT, SIM_N_PROCEDURES };

/* "kim-nelson", "rinott", up to a NULL. */
extern const char *const sim_select_names[SIM_N_PROCEDURES + 1];

struct sim_selecting {
    enum sim_select_procedure procedure;
    size_t options; /* at least 2 */
    double level;   /* 0.95 */
    double zone;    /* above 0, in the unit of the observations */
    enum sim_better better;
    size_t first; /* observations of every option to begin with; at least 2 */
    size_t step;  /* further ones at a time; looking more rarely keeps the guarantee */
    size_t most;  /* of one option; ends the procedure without its guarantee */
    /* Makes the observations of an option up to n in all, the first n of which it returns;
     * they are good until the option is asked for more. NULL ends everything, with faults or
     * without. */
    const double *(*observe)(void *source, size_t option, size_t n, struct sim_faults *faults);
    void *source;
};

/* What became of one option. */
struct sim_selected {
    size_t observations;
    double mean;
    bool survived; /* until the end */
};

struct sim_selection {
    size_t best;
    size_t observations;          /* of all options together */
    bool guaranteed;              /* false: ended at `most` */
    struct sim_selected *options; /* [options], in the arena */
};

/* False with faults. */
bool sim_select(const struct sim_selecting *asked, struct sim_selection *found,
                struct sim_arena *arena, struct sim_faults *faults);

/* Rinott's h for k options, n first observations: the h at which
 * E[ E[ Phi(h / sqrt((n-1) (1/X + 1/Y))) | Y ]^(k-1) ] = level, X and Y chi-square with n-1
 * degrees of freedom. */
double sim_select_rinott_h(size_t options, size_t first, double level);

#endif
