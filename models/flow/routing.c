/* Which agent takes which caller: routes as written, queues and offers as worked out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/flow/routing.h"

#include "models/names.h"

#include <string.h>

const char *const choice_names[] = { "longest_idle", "fewest_skills", "random", NULL };
const char *const closing_names[] = { "serve", "cut", "stay", NULL };

static const struct sim_field step_rows[] = {
    { .key = "groups",
      .kind = SIM_TEXTS,
      .offset = offsetof(struct step, groups),
      .low = 1,
      .high = 1000,
      .help = N_("names of groups, equals in this step") },
    { .key = "after",
      .kind = SIM_REAL,
      .unit = SIM_SECONDS,
      .offset = offsetof(struct step, after_s),
      .low = 0,
      .high = 86400,
      .fallback = "0 s",
      .help = N_(
          "the groups of this step join once the caller has waited this long (overflow); 0: at "
          "once, if the steps before have nobody free") },
    { .key = "reserve",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct step, reserve),
      .low = 0,
      .high = 100000,
      .fallback = "0",
      .help = N_(
          "this step's groups take such a call only while more than this many of their agents "
          "are free") },
};
static const struct sim_fields step_fields = SIM_FIELDS(
    struct step, step_rows, N_("groups that are tried together; steps follow in order"));

static const struct sim_field route_rows[] = {
    { .key = "lines",
      .kind = SIM_TEXTS,
      .fallback = "",
      .offset = offsetof(struct route, lines),
      .help = N_("names of lines; left out, all") },
    { .key = "reasons",
      .kind = SIM_TEXTS,
      .fallback = "",
      .offset = offsetof(struct route, reasons),
      .help = N_("names of reasons; left out, all") },
    { .key = "steps",
      .kind = SIM_LIST,
      .offset = offsetof(struct route, steps),
      .sub = &step_fields,
      .low = 1,
      .high = 1000,
      .help = N_("the groups, in order") },
};
const struct sim_fields route_fields =
    SIM_FIELDS(struct route, route_rows,
               N_("the way of calls, the first that fits; none: every able group, as equals"));

/* All that routing is worked out from. */
struct makings {
    const struct sim_list *routes, *lines, *reasons, *groups;
    const struct ability *abilities;
    int choose; /* enum choice */
    struct sim_arena *arena;
    struct sim_faults *faults;
};

static void names_of_routes_check(const struct makings *from)
{
    const struct route *routes = from->routes->items;
    for (size_t i = 0; i < from->routes->n; i++) {
        struct sim_faults *faults = from->faults;
        names_check(&routes[i].lines, from->lines, sizeof(struct line),
                    sim_faults_text(faults, "routes.[%zu].lines", i),
                    N_("there is no such line"), faults);
        names_check(&routes[i].reasons, from->reasons, sizeof(struct reason),
                    sim_faults_text(faults, "routes.[%zu].reasons", i),
                    N_("there is no such reason"), faults);
        const struct step *steps = routes[i].steps.items;
        for (size_t j = 0; j < routes[i].steps.n; j++)
            names_check(&steps[j].groups, from->groups, sizeof(struct group),
                        sim_faults_text(faults, "routes.[%zu].steps.[%zu].groups", i, j),
                        N_("there is no such group"), faults);
    }
}

bool routes_check(const struct sim_list *routes, const struct sim_list *lines,
                  const struct sim_list *reasons, const struct sim_list *groups,
                  struct sim_faults *faults)
{
    const struct makings from = {
        .routes = routes, .lines = lines, .reasons = reasons, .groups = groups, .faults = faults
    };
    const size_t before = faults->n_input;
    names_of_routes_check(&from);
    return faults->n_input == before && !faults->out_of_memory;
}

static size_t route_of(const struct makings *from, size_t line, size_t reason)
{
    const struct route *routes = from->routes->items;
    const char *line_name = names_at(from->lines, sizeof(struct line), line);
    const char *reason_name = names_at(from->reasons, sizeof(struct reason), reason);
    size_t i = 0;
    while (i < from->routes->n && !(names_take(&routes[i].lines, line_name) &&
                                    names_take(&routes[i].reasons, reason_name)))
        i++;
    return i;
}

static const struct ability *ability_of(const struct makings *from, size_t group, size_t reason)
{
    return &from->abilities[group * from->reasons->n + reason];
}

/* Do all agents treat two reasons alike: the same groups able, at the same priority? */
static bool reasons_alike(const struct makings *from, size_t a, size_t b)
{
    for (size_t g = 0; g < from->groups->n; g++) {
        const struct ability *one = ability_of(from, g, a), *other = ability_of(from, g, b);
        if (one->able != other->able) return false;
        if (one->able && one->priority != other->priority) return false;
    }
    return true;
}

static void offer_add(struct queue_plan *queue, const struct makings *from, size_t group,
                      struct offer offer)
{
    if (!ability_of(from, group, queue->reason)->able) return;
    offer.group = (int)group;
    queue->offers[queue->n_offers++] = offer;
}

/* The offers of a queue, step by step; without a route, all able groups at once. */
static void offers_fill(struct queue_plan *queue, const struct makings *from)
{
    if (queue->route == from->routes->n) {
        if (from->routes->n > 0) return; /* routes are given, but none is for this call */
        for (size_t g = 0; g < from->groups->n; g++)
            offer_add(queue, from, g, (struct offer){ 0 });
        return;
    }
    const struct route *route = (const struct route *)from->routes->items + queue->route;
    const struct step *steps = route->steps.items;
    for (size_t i = 0; i < route->steps.n; i++)
        for (size_t j = 0; j < steps[i].groups.n; j++)
            offer_add(
                queue, from,
                names_index(from->groups, sizeof(struct group), steps[i].groups.values[j]),
                (struct offer){
                    .step = (int)i, .after_s = steps[i].after_s, .reserve = steps[i].reserve });
}

static size_t offers_most(const struct queue_plan *queue, const struct makings *from)
{
    size_t most = from->groups->n;
    if (queue->route == from->routes->n) return most;
    const struct route *route = (const struct route *)from->routes->items + queue->route;
    const struct step *steps = route->steps.items;
    for (size_t i = 0; i < route->steps.n; i++)
        most += steps[i].groups.n;
    return most;
}

/* Distinct delays, ascending, by insertion. */
static void delays_fill(struct queue_plan *queue)
{
    for (int i = 0; i < queue->n_offers; i++) {
        const double after_s = queue->offers[i].after_s;
        int j = queue->n_delays;
        while (j > 0 && queue->delays[j - 1] > after_s)
            j--;
        if (after_s <= 0.0 || (j > 0 && queue->delays[j - 1] == after_s)) continue;
        memmove(&queue->delays[j + 1], &queue->delays[j],
                (size_t)(queue->n_delays - j) * sizeof *queue->delays);
        queue->delays[j] = after_s;
        queue->n_delays++;
    }
}

static bool queue_add(struct routing *self, const struct makings *from, size_t route,
                      size_t reason)
{
    struct queue_plan *queue = &self->queues[self->n_queues++];
    *queue = (struct queue_plan){ .route = route, .reason = reason };
    const size_t most = offers_most(queue, from);
    queue->offers = sim_arena_new(from->arena, most, sizeof *queue->offers);
    queue->delays = sim_arena_new(from->arena, most, sizeof *queue->delays);
    if (!queue->offers || !queue->delays) return sim_faults_memory(from->faults);
    offers_fill(queue, from);
    delays_fill(queue);
    const bool simple =
        queue->n_offers == 1 && queue->offers[0].reserve == 0 && from->choose != CHOOSE_RANDOM;
    queue->only = simple && queue->n_delays == 0 ? queue->offers[0].group : -1;
    return true;
}

static void nobody_fault(const struct makings *from, size_t line, size_t reason)
{
    sim_faults_add(
        from->faults,
        (struct sim_fault){
            .severity = SIM_INPUT,
            .path = from->routes->n ? "routes" : "groups",
            .what = N_("nobody may answer these calls"),
            .got = sim_faults_text(from->faults, "%s, %s",
                                   names_at(from->lines, sizeof(struct line), line),
                                   names_at(from->reasons, sizeof(struct reason), reason)),
            .wanted = N_("a group that has the skill, on the route of the line and reason") });
}

static bool queues_build(struct routing *self, const struct makings *from)
{
    const size_t before = from->faults->n_input;
    for (size_t line = 0; line < from->lines->n; line++)
        for (size_t reason = 0; reason < from->reasons->n; reason++) {
            const size_t route = route_of(from, line, reason);
            int q = 0;
            while (q < self->n_queues && !(self->queues[q].route == route &&
                                           reasons_alike(from, self->queues[q].reason, reason)))
                q++;
            if (q == self->n_queues && !queue_add(self, from, route, reason)) return false;
            if (self->queues[q].n_offers == 0) nobody_fault(from, line, reason);
            self->queue_of[line * from->reasons->n + reason] = q;
        }
    return from->faults->n_input == before && !from->faults->out_of_memory;
}

/* A group's sources, highest priority first; equals in the order of queues. */
static void source_add(struct group_plan *group, struct source source)
{
    int i = group->n_sources++;
    for (; i > 0 && group->sources[i - 1].priority < source.priority; i--)
        group->sources[i] = group->sources[i - 1];
    group->sources[i] = source;
}

static bool sources_build(struct routing *self, const struct makings *from)
{
    size_t n_offers = 0;
    for (int q = 0; q < self->n_queues; q++)
        n_offers += (size_t)self->queues[q].n_offers;
    for (size_t g = 0; g < from->groups->n; g++) {
        struct group_plan *group = &self->groups[g];
        group->sources = sim_arena_new(from->arena, n_offers, sizeof *group->sources);
        if (!group->sources) return sim_faults_memory(from->faults);
        for (int q = 0; q < self->n_queues; q++)
            for (int i = 0; i < self->queues[q].n_offers; i++) {
                const struct offer *offer = &self->queues[q].offers[i];
                if (offer->group != (int)g) continue;
                const int priority = ability_of(from, g, self->queues[q].reason)->priority;
                source_add(group,
                           (struct source){ q, priority, offer->after_s, offer->reserve });
            }
        for (size_t i = 0; i < from->reasons->n; i++)
            group->n_skills += ability_of(from, g, i)->able;
    }
    return true;
}

static void warn(const struct makings *from, const char *path, const char *what)
{
    sim_faults_add(from->faults,
                   (struct sim_fault){ .severity = SIM_WARNING, .path = path, .what = what });
}

/* A step that joins before the one above it is most likely a slip. */
static void steps_warn(const struct makings *from, size_t route)
{
    const struct sim_list *list = &((const struct route *)from->routes->items)[route].steps;
    const struct step *steps = list->items;
    for (size_t j = 1; j < list->n; j++)
        if (steps[j].after_s < steps[j - 1].after_s)
            warn(from,
                 sim_faults_text(from->faults, "routes.[%zu].steps.[%zu].after", route, j),
                 N_("this step joins before the one above it"));
}

/* What can never happen, though it is written. */
static void routing_warn(const struct routing *self, const struct makings *from)
{
    for (size_t i = 0; i < from->routes->n; i++) {
        bool used = false;
        for (int q = 0; q < self->n_queues; q++)
            used = used || self->queues[q].route == i;
        if (!used)
            warn(from, sim_faults_text(from->faults, "routes.[%zu]", i),
                 N_("no call takes this route: earlier ones take them all"));
        steps_warn(from, i);
    }
    for (size_t g = 0; g < from->groups->n; g++)
        if (self->groups[g].n_sources == 0)
            warn(from,
                 sim_faults_text(from->faults, "groups.%s",
                                 names_at(from->groups, sizeof(struct group), g)),
                 N_("no call ever reaches this group"));
}

bool routing_build(struct routing *self, const struct sim_list *routes,
                   const struct sim_list *lines, const struct sim_list *reasons,
                   const struct sim_list *groups, const struct ability *abilities, int choose,
                   struct sim_arena *arena, struct sim_faults *faults)
{
    const struct makings from = { routes,    lines,  reasons, groups,
                                  abilities, choose, arena,   faults };
    const size_t most = (routes->n + 1) * reasons->n;
    *self = (struct routing){ .n_groups = (int)groups->n };
    self->queues = sim_arena_new(arena, most, sizeof *self->queues);
    self->queue_of = sim_arena_new(arena, lines->n * reasons->n, sizeof *self->queue_of);
    self->groups = sim_arena_new(arena, groups->n, sizeof *self->groups);
    if (!self->queues || !self->queue_of || !self->groups) return sim_faults_memory(faults);
    if (!routes_check(routes, lines, reasons, groups, faults)) return false;
    if (!queues_build(self, &from) || !sources_build(self, &from)) return false;
    routing_warn(self, &from);
    return true;
}
