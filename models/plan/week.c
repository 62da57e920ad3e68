/* A week of intervals, each at rest, whose callers dial again in later ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/week.h"

#include <gsl/gsl_eigen.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

#define FEW_AGENTS 1e-3 /* fewer are nobody */
bool week_is_like(const struct week *self, const struct week *other)
{
    bool like = self->n == other->n && self->handling_s == other->handling_s &&
                self->lines == other->lines && self->held == other->held &&
                self->p_again == other->p_again;
    for (size_t i = 0; i < self->n && like; i++)
        like =
            fabs(self->cells[i].needs - other->cells[i].needs) <= 1e-9 * self->cells[i].needs;
    return like;
}

/* ---- days that differ ---- */

/* Nodes and weights of Gauss for a Gamma law, from the recurrence of Laguerre's polynomials
 * (G. Golub and J. Welsch, Calculation of Gauss quadrature rules, Math. Comp. 23, 1969). */
bool week_busyness(struct week *self, double cv)
{
    self->n_kinds = 1;
    self->kinds[0] = (struct week_kind){ 1.0, 1.0 };
    if (!(cv > 1e-6)) return true;
    const double shape = 1.0 / (cv * cv);
    double matrix[WEEK_KINDS * WEEK_KINDS] = { 0.0 }, values[WEEK_KINDS],
                               vectors[WEEK_KINDS * WEEK_KINDS];
    gsl_matrix_view a = gsl_matrix_view_array(matrix, WEEK_KINDS, WEEK_KINDS),
                    v = gsl_matrix_view_array(vectors, WEEK_KINDS, WEEK_KINDS);
    gsl_vector_view x = gsl_vector_view_array(values, WEEK_KINDS);
    gsl_eigen_symmv_workspace *room = gsl_eigen_symmv_alloc(WEEK_KINDS);
    if (!room) return false;
    for (size_t k = 0; k < WEEK_KINDS; k++) {
        const double step = (double)k;
        gsl_matrix_set(&a.matrix, k, k, (2.0 * step + shape) / shape);
        if (k > 0) {
            const double beside = sqrt(step * (step + shape - 1.0)) / shape;
            gsl_matrix_set(&a.matrix, k, k - 1, beside);
            gsl_matrix_set(&a.matrix, k - 1, k, beside);
        }
    }
    gsl_eigen_symmv(&a.matrix, &x.vector, &v.matrix, room);
    gsl_eigen_symmv_free(room);
    self->n_kinds = WEEK_KINDS;
    for (size_t k = 0; k < WEEK_KINDS; k++)
        self->kinds[k] = (struct week_kind){ fmax(0.0, values[k]), vectors[k] * vectors[k] };
    return true;
}

/* ---- one cell ---- */

/* Nobody is there: they wait as long as they can bear. */
static void unstaffed_add(const struct week *self, double attempts, struct week_lived *lived)
{
    const double waits = attempts * (1.0 - self->p_balk);
    lived->waited += attempts;
    lived->balked += attempts * self->p_balk;
    lived->abandoned += waits;
    lived->wait_s += waits * self->patience.expected;
    lived->abandoned_s += waits * self->patience.expected;
    lived->at_rest = lived->at_rest && self->patience.kind != SIM_NEVER;
}

static void law_add(const struct week *self, const struct erlang_law *law, double attempts,
                    struct week_lived *lived)
{
    const struct erlang_shares *shares = &law->shares;
    lived->answered += attempts * (shares->free + shares->waited);
    lived->balked += attempts * shares->balked;
    lived->abandoned += attempts * shares->abandoned;
    lived->blocked += attempts * shares->blocked;
    lived->waited += attempts * law->p_wait;
    lived->wait_s += attempts * shares->wait_s;
    lived->answered_s += attempts * shares->answered_s;
    lived->abandoned_s += attempts * shares->abandoned_s;
    if (!self->levels) return;
    const struct erlang_within within = erlang_within(law, self->within_s);
    lived->answered_within += attempts * within.answered;
    lived->left_within += attempts * within.left;
}

/* `attempts` of a kind of days, looked at by a queue at this rate. More agents than lines have
 * nobody to talk to. */
static void kind_add(const struct week *self, double agents, double attempts, double rate_per_s,
                     const struct quadrature *rule, struct week_lived *lived)
{
    struct erlang_law law = { 0 };
    const struct erlang queue = {
        .rate_per_s = rate_per_s,
        .handling_s = self->handling_s,
        .agents = fmin(agents, self->lines),
        .lines = self->lines,
        .p_balk = self->p_balk,
        .patience = self->patience,
    };
    if (!(rate_per_s > 0.0)) return;
    if (agents < FEW_AGENTS) {
        unstaffed_add(self, attempts, lived);
    } else if (erlang_is_stable(&queue)) {
        erlang_solve(&law, &queue, rule);
        law_add(self, &law, attempts, lived);
    } else {
        lived->answered += attempts;
        lived->at_rest = false;
    }
}

/* All kinds of days, with the agents that are there on a share of them. */
static void kinds_add(const struct week *self, double agents, double share,
                      struct week_demand demand, double rate_per_s,
                      const struct quadrature *rule, struct week_lived *lived)
{
    for (size_t k = 0; k < self->n_kinds; k++)
        kind_add(self, agents * (1.0 - self->held),
                 share * self->kinds[k].weight * self->kinds[k].factor * demand.attempts,
                 self->kinds[k].factor * rate_per_s, rule, lived);
}

static void cell_clear(struct week_lived *lived)
{
    const struct week_lived before = *lived;
    *lived = (struct week_lived){ .needs = before.needs,
                                  .redials = before.redials,
                                  .calls_again = before.calls_again,
                                  .turned_away = before.turned_away,
                                  .at_rest = true };
}

/* Are those who wait at its end left to the next? At closing they are served. */
static bool hands_on(const struct week *self, size_t i)
{
    const struct week_cell *next = &self->cells[(i + 1) % self->n];
    return next->open && !next->opens;
}

/* More callers left at the end are fewer within: where all agents are busy each second of
 * patience is one more left behind. A step of this size settles that at once. */
static double left_settle(const struct week *self, const struct week_cell *cell, double before,
                          double after)
{
    const double patience_s = fmin(self->patience.expected, 10.0 * cell->length_s);
    return before + (after - before) / (1.0 + patience_s / cell->length_s);
}

void week_cell_live(const struct week *self, size_t i, struct week_demand demand,
                    const struct quadrature *rule, struct week_lived *lived)
{
    const struct week_cell *cell = &self->cells[i];
    const double before = lived->left; /* as the last look at it had it */
    cell_clear(lived);
    if (!cell->open) return;
    lived->attempts = demand.attempts;
    lived->length_s = cell->length_s;
    lived->agents_s = cell->agents * cell->length_s;
    lived->held_s = lived->agents_s * self->held;
    double rate_per_s = demand.attempts / cell->length_s;
    const double left = demand.left - (hands_on(self, i) ? before : 0.0);
    if (self->by_load)
        rate_per_s = demand.load / self->handling_s;
    else
        rate_per_s = fmax(0.1 * rate_per_s, rate_per_s + left / cell->length_s);
    const double whole = floor(cell->agents + 1e-9), more = cell->agents - whole;
    if (self->roughly || more < 1e-6) {
        kinds_add(self, cell->agents, 1.0, demand, rate_per_s, rule, lived);
    } else {
        kinds_add(self, whole, 1.0 - more, demand, rate_per_s, rule, lived);
        kinds_add(self, whole + 1.0, more, demand, rate_per_s, rule, lived);
    }
    if (demand.attempts > 0.0)
        lived->left =
            left_settle(self, cell, before, rate_per_s * lived->wait_s / demand.attempts);
    lived->busy_s = lived->answered * self->handling_s;
}

/* ---- the week ---- */

/* m' = rate - m / handling, from nothing where the doors open: once through the week, from the
 * load it starts with to the one it ends with. */
static double load_through(const struct week *self, const struct week_lived *lived, double now,
                           double *load)
{
    for (size_t i = 0; i < self->n; i++) {
        const struct week_cell *cell = &self->cells[i];
        const double limit = lived[i].attempts / cell->length_s * self->handling_s;
        const double lasts = cell->length_s / self->handling_s;
        if (cell->opens) now = 0.0;
        load[i] = limit - (now - limit) / lasts * expm1(-lasts);
        now = limit + (now - limit) * exp(-lasts);
    }
    return now;
}

/* Gone through twice: where the doors never close, the week ends as it began. */
static void week_load(const struct week *self, const struct week_lived *lived, double *load)
{
    const double ends = load_through(self, lived, 0.0, load);
    load_through(self, lived, ends, load);
}

void week_begin(const struct week *self, struct week_lived *lived)
{
    for (size_t i = 0; i < self->n; i++)
        lived[i] =
            (struct week_lived){ .needs = self->cells[i].needs,
                                 .attempts = self->cells[i].needs,
                                 .answered = self->cells[i].open ? self->cells[i].needs : 0.0,
                                 .at_rest = true };
}

double week_round(const struct week *self, struct week_round round, struct week_lived *lived)
{
    double change = 0.0;
    double *load = round.room;
    for (size_t i = 0; i < self->n; i++)
        load[i] = lived[i].attempts;
    if (!week_return(self, lived)) return -1.0;
    for (size_t i = 0; i < self->n; i++)
        if (self->cells[i].open && lived[i].attempts > 0.0)
            change = fmax(change, fabs(load[i] - lived[i].attempts) / lived[i].attempts);
    week_load(self, lived, load);
    double handed = lived[self->n - 1].left; /* as the round before had it, of all alike */
    for (size_t i = 0; i < self->n; i++) {
        const double left = lived[i].left, before = self->cells[i].opens ? 0.0 : handed;
        round.live(round.with, i, (struct week_demand){ lived[i].attempts, before, load[i] },
                   &lived[i]);
        if (lived[i].attempts > 0.0 && hands_on(self, i))
            change = fmax(change, fabs(lived[i].left - left) / lived[i].attempts);
        handed = left;
    }
    return change;
}

/* A week whose agents are known, and the cell that was lived last: the next may be the same. */
struct known {
    struct week week;
    const struct quadrature *rule;
    const struct week_lived *last;
    struct week_demand demand;
    double agents, left;
};

static bool is_last_again(const struct known *known, size_t i, struct week_demand demand,
                          const struct week_lived *lived)
{
    return known->last && i > 0 && known->week.cells[i].agents == known->agents &&
           demand.attempts == known->demand.attempts && demand.left == known->demand.left &&
           demand.load == known->demand.load && lived->left == known->left &&
           known->week.cells[i].length_s == known->week.cells[i - 1].length_s &&
           hands_on(&known->week, i) == hands_on(&known->week, i - 1);
}

static void known_live(void *with, size_t i, struct week_demand demand,
                       struct week_lived *lived)
{
    struct known *known = with;
    if (!known->week.cells[i].open) {
        week_cell_live(&known->week, i, demand, known->rule, lived);
        return;
    }
    if (is_last_again(known, i, demand, lived)) {
        const struct week_lived own = *lived;
        *lived = *known->last;
        lived->needs = own.needs;
        lived->redials = own.redials;
        lived->calls_again = own.calls_again;
        return;
    }
    known->agents = known->week.cells[i].agents;
    known->left = lived->left;
    known->demand = demand;
    week_cell_live(&known->week, i, demand, known->rule, lived);
    known->last = lived;
}

/* Each round is nearer to the fixed point by about one and the same factor: the sum of all
 * rounds to come is a geometric series (A. C. Aitken, On Bernoulli's numerical solution of
 * algebraic equations, 1926). */
static void extrapolate(size_t n, double factor, const struct week_lived *before,
                        struct week_lived *lived)
{
    const double more = factor / (1.0 - factor);
    for (size_t i = 0; i < n; i++) {
        double *to = (double *)&lived[i];
        const double *from = (const double *)&before[i];
        for (size_t k = 0; k < offsetof(struct week_lived, at_rest) / sizeof *to; k++)
            to[k] = fmax(0.0, to[k] + more * (to[k] - from[k]));
    }
}

/* Room to work in: [n] each. */
struct room {
    double *numbers;
    struct week_lived *before;
};

/* Rounds until no cell's attempts change by more than this. */
static bool settle(struct known *known, double settled, struct room room,
                   struct week_lived *lived)
{
    const size_t n = known->week.n;
    double change = 1.0, last = 1.0;
    for (int i = 0; i < WEEK_ROUNDS && (i < 2 || change > settled) && change >= 0.0; i++) {
        const double factor = change / last;
        if (i % 3 == 2 && factor > 0.1 && factor < 0.9)
            extrapolate(n, factor, room.before, lived);
        last = change;
        known->last = NULL;
        memcpy(room.before, lived, n * sizeof *lived);
        change = week_round(&known->week,
                            (struct week_round){ known_live, known, room.numbers }, lived);
    }
    return change >= 0.0;
}

/* First as if all days were alike, which takes a fraction of the time, and without levels. */
bool week_live(const struct week *self, const struct quadrature *rule, struct week_lived *lived)
{
    struct sim_arena arena = { 0 };
    struct known known = { .week = *self, .rule = rule };
    const struct room room = { sim_arena_new(&arena, self->n, sizeof(double)),
                               sim_arena_new(&arena, self->n, sizeof *lived) };
    known.week.levels = false;
    known.week.roughly = true;
    known.week.n_kinds = 1;
    known.week.kinds[0] = (struct week_kind){ 1.0, 1.0 };
    week_begin(self, lived);
    bool ok = room.numbers && room.before && settle(&known, 1e-3, room, lived);
    known.week = *self;
    known.week.levels = false;
    ok = ok && settle(&known, WEEK_SETTLED, room, lived);
    known.week.levels = true;
    known.last = NULL;
    ok = ok && week_round(&known.week, (struct week_round){ known_live, &known, room.numbers },
                          lived) >= 0.0;
    sim_arena_close(&arena);
    return ok;
}
