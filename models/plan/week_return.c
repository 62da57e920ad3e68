/* Who dials again in which interval of a week, given what becomes of the attempts of each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/week.h"

/* Of the attempts of a cell, those that are dialled again. */
static double redial_share(const struct week *self, size_t i, const struct week_lived *lived,
                           bool first)
{
    const double hung_up = first ? self->hung_up.first : self->hung_up.later;
    const double busy = first ? self->busy.first : self->busy.later;
    if (!self->cells[i].open) return first ? self->closed.first : self->closed.later;
    if (!(lived->attempts > 0.0)) return 0.0;
    return (hung_up * (lived->balked + lived->abandoned) + busy * lived->blocked) /
           lived->attempts;
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
