/* A week of intervals, each at rest, whose callers dial again in later ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/week.h"

#include <gsl/gsl_eigen.h>
#include <math.h>
#include <stddef.h>

#define FEW_AGENTS 1e-3 /* fewer are nobody */
/* ---- measures ---- */

static double offered(const struct week_lived *lived)
{
    return lived->attempts - lived->blocked;
}

static double unanswered(const struct week_lived *lived)
{
    return lived->balked + lived->abandoned;
}

#define VALUE(name_, value_)                                                                   \
    static double name_(const struct week_lived *lived)                                        \
    {                                                                                          \
        return value_;                                                                         \
    }
VALUE(answer_rate, lived->answered / offered(lived))
VALUE(answer_rate_attempts, lived->answered / lived->attempts)
VALUE(service_level, lived->answered_within / offered(lived))
VALUE(service_level_excluding_short,
      lived->answered_within / (offered(lived) - lived->left_within))
VALUE(service_level_of_answered, lived->answered_within / lived->answered)
VALUE(service_level_left, (lived->answered_within + lived->left_within) / offered(lived))
VALUE(abandonment_rate, unanswered(lived) / offered(lived))
VALUE(abandonment_rate_pure, lived->abandoned / offered(lived))
VALUE(p_wait, lived->waited / offered(lived))
VALUE(p_blocked, lived->blocked / lived->attempts)
VALUE(wait_mean, lived->wait_s / offered(lived))
VALUE(wait_answered_mean, lived->answered_s / lived->answered)
VALUE(wait_abandoned_mean, lived->abandoned_s / lived->abandoned)
VALUE(attempts, lived->attempts + lived->turned_away)
VALUE(attempts_open, lived->attempts)
VALUE(turned_away_busy, lived->blocked)
VALUE(offered_calls, offered(lived))
VALUE(answered, lived->answered)
VALUE(balked, lived->balked)
VALUE(abandoned, lived->abandoned)
VALUE(redials, lived->redials)
VALUE(calls_again, lived->calls_again)
VALUE(queue_mean, lived->wait_s / lived->length_s)
VALUE(occupancy, (lived->busy_s + lived->held_s) / lived->agents_s)
VALUE(agents_present, lived->agents_s / lived->length_s)
VALUE(needs, lived->needs)
VALUE(attempts_per_need, (lived->attempts + lived->turned_away) / lived->needs)

/* clang-format off */
#define MEASURE(name_) { #name_, false, name_ }
#define LEVEL(name_) { #name_, true, name_ }
const struct week_measure week_measures[] = {
    MEASURE(answer_rate),
    MEASURE(answer_rate_attempts),
    LEVEL(service_level),
    LEVEL(service_level_excluding_short),
    LEVEL(service_level_of_answered),
    LEVEL(service_level_left),
    MEASURE(abandonment_rate),
    MEASURE(abandonment_rate_pure),
    MEASURE(p_wait),
    MEASURE(p_blocked),
    MEASURE(wait_mean),
    MEASURE(wait_answered_mean),
    MEASURE(wait_abandoned_mean),
    MEASURE(attempts),
    MEASURE(attempts_open),
    MEASURE(turned_away_busy),
    { "offered", false, offered_calls },
    MEASURE(answered),
    MEASURE(balked),
    MEASURE(abandoned),
    MEASURE(redials),
    MEASURE(calls_again),
    MEASURE(needs),
    MEASURE(attempts_per_need),
    MEASURE(queue_mean),
    MEASURE(occupancy),
    MEASURE(agents_present),
};
/* clang-format on */
const size_t n_week_measures = sizeof week_measures / sizeof week_measures[0];

/* All but at_rest are numbers, one like the other. */
void week_lived_add(struct week_lived *sum, const struct week_lived *lived, double weight)
{
    double *to = (double *)sum;
    const double *from = (const double *)lived;
    for (size_t i = 0; i < offsetof(struct week_lived, at_rest) / sizeof *to; i++)
        to[i] += weight * from[i];
    sum->at_rest = sum->at_rest && lived->at_rest;
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
    return i + 1 < self->n && self->cells[i + 1].open && !self->cells[i + 1].opens;
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
    for (size_t k = 0; k < self->n_kinds; k++)
        kind_add(self, cell->agents * (1.0 - self->held),
                 self->kinds[k].weight * self->kinds[k].factor * demand.attempts,
                 self->kinds[k].factor * rate_per_s, rule, lived);
    if (demand.attempts > 0.0)
        lived->left =
            left_settle(self, cell, before, rate_per_s * lived->wait_s / demand.attempts);
    lived->busy_s = lived->answered * self->handling_s;
}

/* ---- returns ---- */

/* Of the attempts of a cell, those that are dialled again. */
static double redial_share(const struct week *self, size_t i, const struct week_lived *lived,
                           bool first)
{
    const double hung_up = first ? self->hung_up.first : self->hung_up.later;
    const double busy = first ? self->busy.first : self->busy.later;
    if (!self->cells[i].open) return first ? self->closed.first : self->closed.later;
    if (!(lived->attempts > 0.0)) return 0.0;
    return (hung_up * unanswered(lived) + busy * lived->blocked) / lived->attempts;
}

/* to[i] += the sum of from[j] where[j][i] */
static void spread(const double *from, const double *where, size_t n, double *to)
{
    for (size_t j = 0; j < n; j++)
        for (size_t i = 0; from[j] > 0.0 && i < n; i++)
            to[i] += from[j] * where[j * n + i];
}

/* Rows of n numbers, to work in. */
struct returns {
    double *first, *later; /* shares that are dialled again */
    double *now, *next;    /* attempts of one number since the last answer, and of the next */
    double *redials, *again;
};

static void redial_all(const struct week *self, struct returns *r)
{
    const size_t n = self->n;
    for (int attempt = 1; attempt < self->most_attempts; attempt++) {
        const double *share = attempt == 1 ? r->first : r->later;
        double all = 0.0, most = 0.0;
        for (size_t i = 0; i < n; i++) {
            all += r->redials[i];
            most += r->now[i] *= share[i];
            r->next[i] = 0.0;
        }
        if (most <= 1e-12 * all) return;
        spread(r->now, self->redials, n, r->next);
        for (size_t i = 0; i < n; i++) {
            r->redials[i] += r->next[i];
            r->now[i] = r->next[i];
        }
    }
}

bool week_return(const struct week *self, struct week_lived *lived)
{
    struct sim_arena arena = { 0 };
    const size_t n = self->n;
    double *room = sim_arena_new(&arena, 6 * n, sizeof *room);
    if (!room) return false;
    struct returns r = {
        room, room + n, room + 2 * n, room + 3 * n, room + 4 * n, room + 5 * n
    };
    for (size_t i = 0; i < n; i++) {
        r.first[i] = redial_share(self, i, &lived[i], true);
        r.later[i] = redial_share(self, i, &lived[i], false);
        r.now[i] = self->p_again * lived[i].answered;
    }
    spread(r.now, self->again, n, r.again);
    for (size_t i = 0; i < n; i++)
        r.now[i] = self->cells[i].needs + r.again[i];
    redial_all(self, &r);
    for (size_t i = 0; i < n; i++) {
        const double all = self->cells[i].needs + r.again[i] + r.redials[i];
        lived[i].needs = self->cells[i].needs;
        lived[i].calls_again = r.again[i];
        lived[i].redials = r.redials[i];
        lived[i].attempts = self->cells[i].open ? all : 0.0;
        lived[i].turned_away = self->cells[i].open ? 0.0 : all;
    }
    sim_arena_close(&arena);
    return true;
}

/* ---- the week ---- */

/* m' = rate - m / handling, from nothing where the doors open. */
void week_load(const struct week *self, const struct week_lived *lived, double *load)
{
    double now = 0.0;
    for (size_t i = 0; i < self->n; i++) {
        const struct week_cell *cell = &self->cells[i];
        const double limit = lived[i].attempts / cell->length_s * self->handling_s;
        const double lasts = cell->length_s / self->handling_s;
        if (cell->opens) now = 0.0;
        load[i] = limit - (now - limit) / lasts * expm1(-lasts);
        now = limit + (now - limit) * exp(-lasts);
    }
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
    for (size_t i = 0; i < self->n; i++) {
        const double before = i > 0 && !self->cells[i].opens ? lived[i - 1].left : 0.0;
        round.live(round.with, i, (struct week_demand){ lived[i].attempts, before, load[i] },
                   &lived[i]);
    }
    return change;
}

/* A week whose agents are known. */
struct known {
    const struct week *week;
    const struct quadrature *rule;
};

static void known_live(void *with, size_t i, struct week_demand demand,
                       struct week_lived *lived)
{
    const struct known *known = with;
    week_cell_live(known->week, i, demand, known->rule, lived);
}

bool week_live(const struct week *self, const struct quadrature *rule, struct week_lived *lived)
{
    struct sim_arena arena = { 0 };
    struct week without = *self, with = *self;
    struct known known = { &without, rule };
    const struct week_round round = { known_live, &known,
                                      sim_arena_new(&arena, self->n, sizeof(double)) };
    double change = 1.0;
    without.levels = false;
    with.levels = true;
    week_begin(self, lived);
    for (int i = 0; round.room && i < WEEK_ROUNDS && (i < 2 || change > WEEK_SETTLED); i++)
        change = week_round(self, round, lived);
    known.week = &with;
    if (round.room && change >= 0.0) change = week_round(self, round, lived);
    sim_arena_close(&arena);
    return round.room && change >= 0.0;
}
