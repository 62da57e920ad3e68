/* Where one replication happens: making it, clearing it, harvesting it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/workplace.h"

#include <math.h>

/* What agents know of their group, for good. */
static void agents_brief(struct workplace *self)
{
    const struct scenario *scenario = self->scenario;
    for (uint32_t t = 0; t < self->floor.n_teams; t++) {
        const struct team *team = &self->floor.teams[t];
        for (uint32_t a = team->first; a < team->first + team->n; a++) {
            self->floor.agents[a].abilities = &scenario->abilities[t * scenario->reasons.n];
            self->floor.agents[a].beyond = t * N_COUNTS;
        }
    }
}

struct workplace *workplace_open(const struct sim_model *model)
{
    const struct scenario *scenario = model->scenario;
    struct workplace *self = sim_aligned(sizeof *self);
    if (!self) return NULL;
    const size_t n_classes = scenario->lines.n * scenario->reasons.n;
    self->model = model;
    self->scenario = scenario;
    self->queues = sim_aligned((size_t)scenario->routing.n_queues * sizeof *self->queues);
    self->phone_lines_of = sim_aligned(scenario->lines.n * sizeof *self->phone_lines_of);
    self->mood.scores = sim_aligned(scenario->lines.n * sizeof *self->mood.scores);
    self->own_lines = sim_aligned(scenario->lines.n * sizeof *self->own_lines);
    const bool ok =
        self->queues && self->phone_lines_of && self->mood.scores && self->own_lines &&
        outcomes_open(&self->outcomes, model->axes[AXIS_ATTEMPT].n,
                      model->axes[AXIS_LINE_HALF_HOUR].n ? scenario->lines.n : 0,
                      (size_t)scenario->hours.n_parts) &&
        floor_open(&self->floor, scenario->most_staff, (uint32_t)scenario->groups.n) &&
        counts_open(&self->counts, (size_t)scenario->hours.n_slots, n_classes,
                    scenario->groups.n) &&
        (!scenario->visited || desks_open(&self->desks, scenario->groups.n));
    if (ok) {
        agents_brief(self);
        return self;
    }
    workplace_close(self);
    return NULL;
}

void workplace_close(struct workplace *self)
{
    sim_calendar_close(&self->calendar);
    births_close(&self->births);
    sim_release(self->callers.all);
    sim_release(self->queues);
    sim_release(self->phone_lines_of);
    sim_release(self->mood.scores);
    sim_release(self->own_lines);
    floor_close(&self->floor);
    desks_close(&self->desks);
    counts_close(&self->counts);
    outcomes_close(&self->outcomes);
    sim_release(self);
}

void workplace_clear(struct workplace *self, const struct sim_stream *stream,
                     struct sim_histogram *histograms)
{
    self->histograms = histograms;
    self->stream = *stream;
    self->now = 0.0;
    self->slot = -1;
    self->open = self->held_back = self->out_of_memory = false;
    self->births.n = 0;
    self->mood.begun = false;
    self->next_birth = NULL;
    self->next_birth_at = INFINITY;
    callers_clear(&self->callers);
    self->n_waiting = self->n_greeting = 0;
    self->waiting = (struct sim_level){ 0 };
    self->phone_lines = 0;
    self->ledger = (struct ledger){ 0 };
    for (size_t i = 0; i < self->scenario->lines.n; i++)
        self->phone_lines_of[i] = 0;
    for (int i = 0; i < self->scenario->routing.n_queues; i++)
        self->queues[i] = (struct waiting_line){ NOBODY, NOBODY };
    sim_calendar_clear(&self->calendar);
    floor_clear(&self->floor);
    desks_clear(&self->desks);
    counts_clear(&self->counts);
    outcomes_clear(&self->outcomes);
}

/* One team's part of a slot, to the slot and, where it counts, to the group. */
static void harvest_team(struct workplace *self, const struct slot *slot, uint32_t t)
{
    const struct scenario *scenario = self->scenario;
    struct team *team = &self->floor.teams[t];
    const double busy = sim_level_harvest(&team->busy, self->now);
    const double present = sim_level_harvest(&team->present, self->now);
    const int staff = scenario->staffing[(size_t)self->slot * scenario->groups.n + t];
    const double length = slot->end_at - slot->start_at, scheduled = staff * length;
    const double open_s = scenario->hours.days[slot->day].open_s;
    self->ledger.busy_s += busy;
    self->ledger.present_s += present;
    self->ledger.scheduled_s += scheduled;
    double *cells[] = { self->cell.slot, &self->counts.by_group[(size_t)t * N_COUNTS] };
    for (int i = 0; i < (slot->counted ? 2 : 1); i++) {
        cells[i][S_BUSY] += busy;
        cells[i][S_PRESENT] += scheduled;
        cells[i][S_OVERTIME] += fmax(0.0, present - scheduled);
        cells[i][N_AGENT_DAYS] += open_s > 0.0 ? scheduled / open_s : 0.0;
        if (i == 1) cells[i][S_OPEN] += slot->open ? length : 0.0;
    }
}

/* The same of the desks. */
static void harvest_desks(struct workplace *self, const struct slot *slot)
{
    for (size_t g = 0; g < self->desks.n; g++) {
        struct desk *desk = &self->desks.all[g];
        const double held = sim_level_harvest(&desk->held, self->now);
        self->ledger.desk_queue_s += sim_level_harvest(&desk->waiting, self->now);
        self->cell.slot[S_VISIT] += held;
        if (slot->counted) self->counts.by_group[g * N_COUNTS + S_VISIT] += held;
    }
}

void workplace_harvest(struct workplace *self)
{
    if (self->slot < 0) return;
    const struct slot *slot = &self->scenario->hours.slots[self->slot];
    double *cell = self->cell.slot;
    const double queue = sim_level_harvest(&self->waiting, self->now);
    self->ledger.queue_s += queue;
    cell[S_QUEUE] += queue;
    cell[S_OPEN] += slot->open ? slot->end_at - slot->start_at : 0.0;
    for (uint32_t t = 0; t < self->floor.n_teams; t++)
        harvest_team(self, slot, t);
    harvest_desks(self, slot);
}

/* The counters by line for what belongs to a slot; NULL where there are none. */
static double *line_cell(const struct workplace *w, const struct caller *caller, size_t slot)
{
    const struct hours *hours = &w->scenario->hours;
    const int part = hours->part_rank[hours->slots[slot].time_of_day];
    if (w->outcomes.n_lines == 0 || part < 0) return NULL;
    return outcomes_of_line(&w->outcomes, class_of(w, caller)->line, (size_t)part);
}

SIM_ASIDE void count_begun(struct workplace *w, const struct caller *caller, uint32_t tries)
{
    if (!w->here->counted) return;
    if (tries > 1) outcomes_of_try(&w->outcomes, tries)[N_ANSWERED_LATER] += 1.0;
    double *line = line_cell(w, caller, (size_t)w->slot);
    if (line) line[N_ANSWERED_LATER] += 1.0;
}

void count_unanswered(struct workplace *w, const struct caller *caller, enum count outcome)
{
    const size_t slot = (size_t)(caller->cell.slot - w->counts.by_slot) / N_COUNTS;
    if (slot == w->counts.n_slots) return;
    double *try = outcomes_of_try(&w->outcomes, caller->tries);
    double *line = line_cell(w, caller, slot);
    try[outcome] += 1.0;
    try[N_ANSWERED_LATER] -= 1.0;
    if (!line) return;
    line[outcome] += 1.0;
    line[N_ANSWERED_LATER] -= 1.0;
}

void count_followed(struct workplace *w, const struct caller *caller, enum count which)
{
    if (counts_is_counted(&w->counts, caller->cell))
        outcomes_of_try(&w->outcomes, caller->tries)[which] += 1.0;
}

static void still(struct workplace *self, const struct caller *caller, enum count where)
{
    count(self, caller, where, 1.0);
    count_unanswered(self, caller, where);
}

static void stock_caller(struct workplace *self, const struct caller *caller)
{
    struct counts *counts = &self->counts;
    if (caller->state == CALLER_GONE) return;
    self->ledger.open++;
    const bool reached = caller->answers > 0 ||
                         (caller->state == CALLER_TALKING && caller->dialled != DIALLED_WRONG);
    counts_add(counts, caller->born, reached ? N_NEEDS_OPEN : N_NEEDS_OPEN_UNREACHED, 1.0);
    counts_add(counts, caller->born, N_FURTHER_ATTEMPTS, caller->attempts - 1);
    if (caller->state == CALLER_TALKING) self->ledger.handled_s += self->now - caller->since;
    if (caller->state == CALLER_GREETING) still(self, caller, N_STILL_IN_GREETING);
    if (caller->state != CALLER_MESSAGE && caller->state != CALLER_QUEUED) return;
    const double waited = self->now - caller->since;
    self->ledger.waited_s += waited;
    still(self, caller, N_STILL_WAITING);
    counts_add(counts, caller->cell, S_WAIT_OTHERS, waited);
}

static void stock_visit(struct workplace *self, const struct visit *visit)
{
    const double since_s = self->now - visit->since;
    if (visit->state == VISIT_WAITING) self->ledger.desk_wait_s += since_s;
    if (visit->state == VISIT_HELD) self->ledger.visited_s += since_s;
    if (visit->state == VISIT_WAITING || visit->state == VISIT_HELD) self->ledger.visits_over++;
}

void workplace_take_stock(struct workplace *self)
{
    self->ledger.idle_s = floor_idle_s(&self->floor, self->now);
    for (uint32_t v = 0; v < self->desks.used; v++)
        stock_visit(self, &self->desks.visits[v]);
    for (uint32_t c = 0; c < self->callers.used; c++)
        stock_caller(self, &self->callers.all[c]);
}
