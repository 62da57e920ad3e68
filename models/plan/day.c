/* A day of changing rates and staff, never at rest: exact, interval by interval.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/day.h"

#include "models/plan/day_chain.h"

#include "sim/arena.h"

#include <gsl/gsl_integration.h>
#include <math.h>
#include <string.h>

#define NEGLIGIBLE 1e-15

enum { NODES = 20 }; /* of Gauss and Legendre, where a wait may reach into the next segment */
enum { QUEUE_MOST = 1 << 16 };

/* A day under way; the last segment, n, is what comes after. */
struct work {
    const struct day *day;
    int queue;                       /* where the chains are cut */
    struct markov *chains, *callers; /* [n + 1] each */
    size_t **joined;                 /* [n + 1]: the caller's state for each of a chain */
    size_t **onward;                 /* [n + 1]: and what the next segment makes of it */
    double *at;                      /* [n + 1]: when each begins, from 0 */
    const gsl_integration_glfixed_table *rule;
    bool failed, cut;
};

static struct day_segment segment_of(const struct day *day, size_t i)
{
    if (i < day->n) return day->segments[i];
    return (struct day_segment){ day->cut_after_s, 0.0, day->segments[day->n - 1].agents,
                                 false };
}

static struct day_moves moves_of(const struct work *work, size_t i)
{
    const struct day_segment segment = segment_of(work->day, i);
    return (struct day_moves){ work->day, segment.rate_per_s, segment.agents, work->queue };
}

static double *vector(size_t n)
{
    void *items = NULL;
    size_t room = 0;
    if (!sim_grow(&items, &room, n + 1, sizeof(double))) return NULL;
    return memset(items, 0, (n + 1) * sizeof(double));
}

/* ---- the chains of all segments ---- */

/* States a segment begins with: those that the one before can end with. */
static bool chain_build(struct work *work, size_t i)
{
    const struct day_moves moves = moves_of(work, i);
    struct markov *chain = &work->chains[i];
    markov_add(chain, (struct markov_state){ 0 });
    for (size_t s = 0; i > 0 && s < work->chains[i - 1].n; s++) {
        struct markov_state state =
            day_change(work->day, work->chains[i - 1].states[s], moves.agents,
                       segment_of(work->day, i - 1).flush);
        if (state.part[DAY_QUEUE] > work->queue) state.part[DAY_QUEUE] = work->queue;
        markov_add(chain, state);
    }
    return markov_explore(chain, day_chain_moves, &moves);
}

static struct markov_state caller_onward(const struct work *work, size_t i,
                                         struct markov_state state)
{
    return day_caller_change(work->day, state, segment_of(work->day, i + 1).agents,
                             segment_of(work->day, i).flush);
}

/* One caller may wait in any state in which no agent is free, or in what the segment before
 * leaves him in. */
static bool caller_build(struct work *work, size_t i, struct sim_arena *arena)
{
    const struct day_moves moves = moves_of(work, i);
    const struct markov *chain = &work->chains[i], *before = i ? &work->callers[i - 1] : NULL;
    struct markov *caller = &work->callers[i];
    work->joined[i] = sim_arena_new(arena, chain->n, sizeof *work->joined[i]);
    if (before) work->onward[i - 1] = sim_arena_new(arena, before->n, sizeof *work->onward[i]);
    if (!work->joined[i] || (before && !work->onward[i - 1])) return false;
    for (int fate = FATE_ANSWERED; fate <= FATE_LEFT + 1; fate++)
        markov_add(caller, (struct markov_state){ { 0, 0, fate } });
    for (size_t s = 0; s < chain->n; s++)
        if (chain->states[s].part[DAY_BUSY] >= moves.agents)
            work->joined[i][s] = markov_add(caller, chain->states[s]);
    for (size_t s = 0; before && s < before->n; s++)
        work->onward[i - 1][s] =
            markov_add(caller, caller_onward(work, i - 1, before->states[s]));
    return markov_explore(caller, day_caller_moves, &moves);
}

/* ---- what becomes of one caller by a deadline ---- */

/* v[s]: the chance that a caller in state s of segment i, at `from` seconds in it, has met this
 * fate `wait` seconds later. Owned by who asks; NULL when memory has run out. */
static double *fate_by(struct work *work, size_t i, double from, double wait, int fate)
{
    struct markov *caller = &work->callers[i];
    const struct day_segment segment = segment_of(work->day, i);
    const double stays = fmin(wait, segment.length_s - from);
    const bool on = wait > segment.length_s - from && i < work->day->n;
    double *v = vector(caller->n), *next = NULL;
    if (v && on) next = fate_by(work, i + 1, 0.0, wait - stays, fate);
    if (!v || (on && !next)) {
        sim_release(v);
        return NULL;
    }
    for (size_t s = 0; s < caller->n; s++)
        v[s] = on ? next[work->onward[i][s]] : caller->states[s].part[DAY_FATE] == fate;
    sim_release(next);
    if (!markov_look_ahead(caller, stays, v)) work->failed = true;
    return v;
}

/* The sum of v over a distribution of what an arrival finds; of those who find a free agent,
 * `at_once`. */
static double found(const struct work *work, size_t i, const double *p, const double *v,
                    double at_once)
{
    const struct markov *chain = &work->chains[i];
    const int agents = segment_of(work->day, i).agents;
    double sum = 0.0;
    for (size_t s = 0; s < chain->n; s++)
        sum +=
            p[s] * (chain->states[s].part[DAY_BUSY] < agents ? at_once : v[work->joined[i][s]]);
    return sum;
}

/* Both chances of the arrivals of a stretch of time, weighed by what they find, are added. */
static void within_add(struct work *work, size_t i, double from, const double *spent,
                       struct day_lived *lived)
{
    const double rate = segment_of(work->day, i).rate_per_s, balk = work->day->p_balk;
    const double wait = work->day->within_s;
    double *answered = fate_by(work, i, from, wait, FATE_ANSWERED),
           *left = fate_by(work, i, from, wait, FATE_LEFT);
    if (answered && left) {
        const double at_once =
            found(work, i, spent, answered, 1.0) - found(work, i, spent, answered, 0.0);
        const double later = found(work, i, spent, answered, 0.0);
        const double gone = found(work, i, spent, left, 0.0);
        double all = 0.0;
        for (size_t s = 0; s < work->chains[i].n; s++)
            all += spent[s];
        lived->answered_within += rate * (at_once + (1.0 - balk) * later);
        lived->abandoned_within += rate * ((1.0 - balk) * gone + balk * (all - at_once));
    } else {
        work->failed = true;
    }
    sim_release(answered);
    sim_release(left);
}

/* Arrivals from `from` to `to` of a segment, whose waits may end in later ones: p is their
 * distribution at `from`, and is moved on to `to`. */
static void within_across(struct work *work, size_t i, double from, double to, double *p,
                          struct day_lived *lived)
{
    struct markov *chain = &work->chains[i];
    double *weighed = vector(chain->n);
    double now = from;
    for (size_t node = 0; weighed && node < NODES; node++) {
        double x, weight;
        gsl_integration_glfixed_point(from, to, node, &x, &weight, work->rule);
        if (!markov_pass(chain, x - now, p, NULL)) work->failed = true;
        now = x;
        for (size_t s = 0; s < chain->n; s++)
            weighed[s] = weight * p[s];
        within_add(work, i, x, weighed, lived);
    }
    if (!weighed || !markov_pass(chain, to - now, p, NULL)) work->failed = true;
    sim_release(weighed);
}

/* ---- one segment after the other ---- */

static void lived_add(struct day_lived *lived, const struct work *work, size_t i,
                      const double *p, const double *spent)
{
    const struct markov *chain = &work->chains[i];
    const struct day_segment segment = segment_of(work->day, i);
    for (size_t s = 0; s < chain->n; s++) {
        const int busy = chain->states[s].part[DAY_BUSY],
                  queue = chain->states[s].part[DAY_QUEUE];
        const bool all = busy >= segment.agents;
        lived->queue_s += spent[s] * queue;
        lived->busy_s += spent[s] * busy;
        lived->all_busy_s += all ? spent[s] : 0.0;
        lived->end_queue += p[s] * queue;
        lived->end_busy += p[s] * busy;
        lived->end_all_busy += all ? p[s] : 0.0;
        lived->end_waiting += queue > 0 ? p[s] : 0.0;
    }
}

static void lived_finish(struct day_lived *lived, const struct day *day,
                         const struct day_segment *segment, double before_queue)
{
    lived->arrivals = segment->rate_per_s * segment->length_s;
    lived->completed = lived->busy_s / day->handling_s;
    lived->abandoned = lived->queue_s * day->left_per_s +
                       segment->rate_per_s * day->p_balk * lived->all_busy_s;
    lived->agents_s = segment->agents * segment->length_s;
    lived->flushed = segment->flush ? lived->end_queue : 0.0;
    lived->answered = lived->arrivals - lived->abandoned - (lived->end_queue - before_queue);
}

/* Where waits may begin to end in another segment than before: after `from`. */
static double next_reach(const struct work *work, size_t i, double from)
{
    double next = segment_of(work->day, i).length_s;
    for (size_t j = i + 1; j <= work->day->n; j++) {
        const double reach = work->at[j] - work->at[i] - work->day->within_s;
        if (reach > from * (1.0 + 1e-12)) next = fmin(next, reach);
    }
    return next;
}

/* Lives one segment from the distribution p at its beginning to that at its end. */
static void segment_live(struct work *work, size_t i, double *p, struct day_lived *lived)
{
    struct markov *chain = &work->chains[i];
    const struct day_segment segment = segment_of(work->day, i);
    double *spent = vector(chain->n), from = 0.0;
    const double inside = segment.length_s - work->day->within_s;
    if (!spent) {
        work->failed = true;
        return;
    }
    if (segment.rate_per_s > 0.0 && work->day->within_s >= 0.0) {
        double *walker = vector(chain->n);
        if (walker) memcpy(walker, p, chain->n * sizeof *p);
        if (walker && inside > 0.0) {
            if (!markov_pass(chain, inside, walker, spent)) work->failed = true;
            within_add(work, i, 0.0, spent, lived);
            from = inside;
        }
        while (walker && !work->failed && from < segment.length_s) {
            const double to = fmin(next_reach(work, i, from), from + work->day->handling_s);
            within_across(work, i, from, to, walker, lived);
            from = to;
        }
        work->failed = work->failed || !walker;
        sim_release(walker);
        memset(spent, 0, chain->n * sizeof *spent);
    }
    if (!markov_pass(chain, segment.length_s, p, spent)) work->failed = true;
    lived_add(lived, work, i, p, spent);
    sim_release(spent);
}

/* The distribution at the beginning of segment i from that at the end of the one before, whose
 * vector is given back. */
static double *change(struct work *work, size_t i, double *p)
{
    const struct markov *before = &work->chains[i - 1], *after = &work->chains[i];
    double *next = vector(after->n);
    for (size_t s = 0; next && s < before->n; s++) {
        struct markov_state state =
            day_change(work->day, before->states[s], segment_of(work->day, i).agents,
                       segment_of(work->day, i - 1).flush);
        if (state.part[DAY_QUEUE] > work->queue) state.part[DAY_QUEUE] = work->queue;
        next[markov_find(after, state)] += p[s];
    }
    sim_release(p);
    if (!next) work->failed = true;
    return next;
}

static void cut_look(struct work *work, size_t i, const double *p)
{
    double mass = 0.0;
    for (size_t s = 0; s < work->chains[i].n; s++)
        if (work->chains[i].states[s].part[DAY_QUEUE] >= work->queue) mass += p[s];
    if (mass > NEGLIGIBLE) work->cut = true;
}

static void live_all(struct work *work, struct day_lived *lived)
{
    double *p = vector(work->chains[0].n);
    if (p) p[0] = 1.0;
    work->failed = work->failed || !p;
    for (size_t i = 0; i <= work->day->n && !work->failed; i++) {
        const struct day_segment segment = segment_of(work->day, i);
        if (i > 0) p = change(work, i, p);
        if (work->failed) break;
        /* Who is taken as a segment begins is answered in it. */
        const double before = i > 0 ? lived[i - 1].end_queue - lived[i - 1].flushed : 0.0;
        lived[i] = (struct day_lived){ 0 };
        segment_live(work, i, p, &lived[i]);
        cut_look(work, i, p);
        lived_finish(&lived[i], work->day, &segment, before);
    }
    sim_release(p);
}

static bool chains_build(struct work *work, struct sim_arena *arena)
{
    for (size_t i = 0; i <= work->day->n; i++) {
        if (!chain_build(work, i) || !caller_build(work, i, arena)) return false;
        if (i > 0) work->at[i] = work->at[i - 1] + work->day->segments[i - 1].length_s;
    }
    return true;
}

/* One try with the chains cut at this queue. */
static bool live_try(const struct day *self, int queue, struct day_lived *lived, bool *cut)
{
    struct sim_arena arena = { 0 };
    struct work work = { .day = self, .queue = queue };
    gsl_integration_glfixed_table *rule = gsl_integration_glfixed_table_alloc(NODES);
    work.rule = rule;
    work.chains = sim_arena_new(&arena, self->n + 1, sizeof *work.chains);
    work.callers = sim_arena_new(&arena, self->n + 1, sizeof *work.callers);
    work.joined = sim_arena_new(&arena, self->n + 1, sizeof *work.joined);
    work.onward = sim_arena_new(&arena, self->n + 1, sizeof *work.onward);
    work.at = sim_arena_new(&arena, self->n + 1, sizeof *work.at);
    work.failed = !rule || !work.chains || !work.callers || !work.at || !work.joined ||
                  !work.onward || !chains_build(&work, &arena);
    if (!work.failed) live_all(&work, lived);
    for (size_t i = 0; work.chains && work.callers && i <= self->n; i++) {
        markov_close(&work.chains[i]);
        markov_close(&work.callers[i]);
    }
    if (rule) gsl_integration_glfixed_table_free(rule);
    sim_arena_close(&arena);
    *cut = work.cut;
    return !work.failed;
}

/* So long that nobody is left. */
static double to_the_end(const struct day *self)
{
    double most = 1.0;
    for (size_t i = 0; i < self->n; i++)
        most = fmax(most, self->segments[i].agents);
    return self->handling_s * (50.0 + log(most));
}

bool day_live(const struct day *self, struct day_lived *lived)
{
    struct day day = *self;
    bool cut = true;
    if (isinf(day.cut_after_s)) day.cut_after_s = to_the_end(self);
    for (int queue = 48; cut && queue <= QUEUE_MOST; queue += queue / 2)
        if (!live_try(&day, queue, lived, &cut)) return false;
    return !cut;
}
