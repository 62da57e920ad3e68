/* Where one replication happens: making it, clearing it, harvesting it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/workplace.h"

#include "models/life/request.h"

#include <math.h>

/* Where an agent of a group looks up what he can do: those who learn have a row of their own.
 */
static const struct ability *abilities_of(const struct workplace *self, uint32_t group,
                                          uint32_t a)
{
    const struct scenario *scenario = self->scenario;
    const size_t n_reasons = scenario->reasons.n;
    if (!scenario->roster.training || !scenario->roster.crews[group].n)
        return &scenario->abilities[group * n_reasons];
    const uint32_t who = workforce_of(&scenario->roster, &self->floor, a);
    return &self->workforce.learning.abilities[who * n_reasons];
}

/* What agents know of their group, for good. */
static void agents_brief(struct workplace *self)
{
    for (uint32_t t = 0; t < self->floor.n_teams; t++) {
        const struct team *team = &self->floor.teams[t];
        for (uint32_t a = team->first; a < team->first + team->n; a++) {
            self->floor.agents[a].abilities = abilities_of(self, t, a);
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
        workforce_open(&self->workforce, &scenario->roster, &self->floor) &&
        counts_open(&self->counts, (size_t)scenario->hours.n_slots, n_classes,
                    scenario->groups.n) &&
        (!scenario->visited || desks_open(&self->desks, scenario->groups.n)) &&
        (!scenario_has_teamwork(scenario) ||
         teamwork_open(&self->teamwork, self->floor.n_agents, scenario->groups.n)) &&
        (!scenario_keeps_files(scenario) ||
         casefiles_open(&self->files, (size_t)scenario->routing.n_queues, scenario->lines.n,
                        scenario->groups.n));
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
    teamwork_close(&self->teamwork);
    workforce_close(&self->workforce);
    casefiles_close(&self->files);
    counts_close(&self->counts);
    outcomes_close(&self->outcomes);
    sim_release(self);
}

static void clear_files(struct workplace *self)
{
    casefiles_clear(&self->files);
    for (size_t i = 0; i < self->files.n_lines; i++)
        self->files.bureaus[i].n_free = scenario_professionals(self->scenario, i);
}

void workplace_clear(struct workplace *self, const struct sim_stream *stream,
                     struct sim_histogram *histograms)
{
    self->histograms = histograms;
    self->stream = *stream;
    self->now = 0.0;
    self->slot = -1;
    self->open = self->straight = self->held_back = self->out_of_memory = false;
    self->alike = !self->scenario->calls_differ && !self->listener;
    self->once = !self->scenario->needs_go_on && !self->listener;
    self->births.n = 0;
    busyness_begin(&self->scenario->demand.busyness, &self->mood, stream);
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
    teamwork_clear(&self->teamwork);
    self->n_first = 0;
    workforce_clear(&self->workforce, &self->scenario->roster, stream,
                    self->scenario->hours.days[0].date);
    clear_files(self);
    counts_clear(&self->counts);
    outcomes_clear(&self->outcomes);
}

/* What a team lived in a slot. */
struct lived {
    double busy_s, on_phones_s; /* in all */
    double scheduled_s;         /* on the phones, within the shift */
    double overtime_s, paid_s, days;
    double calling_s;  /* on call-backs */
    double advising_s; /* with colleagues who asked */
    double duties_s[N_DUTIES];
};

/* A headcount is paid for what it is scheduled, and for what it stays longer. */
static void live_headcount(const struct workplace *self, const struct slot *slot, uint32_t t,
                           struct lived *lived)
{
    const struct scenario *scenario = self->scenario;
    const int staff = scenario->staffing[(size_t)self->slot * scenario->groups.n + t];
    lived->scheduled_s = staff * (slot->end_at - slot->start_at);
    lived->overtime_s = fmax(0.0, lived->on_phones_s - lived->scheduled_s);
    lived->paid_s = lived->scheduled_s + lived->overtime_s;
    const double open_s = scenario->hours.days[slot->day].open_s;
    lived->days = open_s > 0.0 ? lived->scheduled_s / open_s : 0.0;
}

/* People are paid for their shifts, at work or away, and for overtime. A day at work is spread
 * over the open intervals. */
static void live_crowd(const struct workplace *self, const struct slot *slot,
                       struct crowd *crowd, struct lived *lived)
{
    for (int duty = DUTY_NONE; duty < N_DUTIES; duty++) {
        lived->duties_s[duty] = sim_level_harvest(&crowd->duties[duty], self->now);
        if (duty_is_work((enum duty)duty)) lived->paid_s += lived->duties_s[duty];
    }
    lived->overtime_s = sim_level_harvest(&crowd->overtime, self->now);
    lived->scheduled_s = lived->on_phones_s - lived->overtime_s;
    const double open_s = self->scenario->hours.days[slot->day].open_s;
    if (slot->open) lived->days = crowd->n_at_work * (slot->end_at - slot->start_at) / open_s;
}

static void ledger_crowd(struct workplace *self, const struct lived *lived)
{
    struct ledger *ledger = &self->ledger;
    const double closed_s =
        self->scenario->calls_when_closed ? lived->duties_s[DUTY_CLOSED] : 0.0;
    ledger->on_phones_s += lived->on_phones_s - lived->duties_s[DUTY_PHONES] - closed_s;
    ledger->work_s += lived->paid_s;
    ledger->overtime_s += lived->overtime_s;
    for (int duty = DUTY_NONE; duty < N_DUTIES; duty++)
        ledger->members_s += lived->duties_s[duty];
}

static void count_lived(double *cell, const struct lived *lived, bool open)
{
    cell[S_BUSY] += lived->busy_s;
    cell[S_OUTBOUND] += lived->calling_s;
    cell[S_ADVISING] += lived->advising_s;
    cell[S_PRESENT] += lived->scheduled_s;
    cell[S_OVERTIME] += lived->overtime_s;
    cell[S_PAID] += lived->paid_s;
    cell[N_AGENT_DAYS] += lived->days;
    for (int duty = DUTY_HOME; open && duty < N_DUTIES; duty++)
        cell[S_HOME + duty - DUTY_HOME] += lived->duties_s[duty];
    if (!open) cell[S_TRAINING_CLOSED] += lived->duties_s[DUTY_TRAINING];
}

/* Occupancy is of those on the phones: who calls back while the centre is closed, and waits for
 * the next one to be due, is neither busy nor there. */
static void live_calling(struct workplace *self, const struct slot *slot, uint32_t t,
                         struct lived *lived)
{
    if (self->files.n_groups == 0) return;
    lived->calling_s = sim_level_harvest(&self->files.calling[t], self->now);
    if (slot->open || !self->scenario->calls_when_closed) return;
    lived->busy_s -= lived->calling_s;
    lived->scheduled_s = fmax(0.0, lived->busy_s - lived->overtime_s);
}

/* One team's part of a slot, to the slot and, where it counts, to the group. */
static void harvest_team(struct workplace *self, const struct slot *slot, uint32_t t)
{
    struct team *team = &self->floor.teams[t];
    struct lived lived = { .busy_s = sim_level_harvest(&team->busy, self->now),
                           .on_phones_s = sim_level_harvest(&team->present, self->now) };
    self->ledger.busy_s += lived.busy_s;
    self->ledger.present_s += lived.on_phones_s;
    if (self->scenario->roster.crews[t].n) {
        live_crowd(self, slot, &self->workforce.crowds[t], &lived);
        ledger_crowd(self, &lived);
    } else {
        live_headcount(self, slot, t, &lived);
        self->ledger.scheduled_s += lived.scheduled_s;
    }
    live_calling(self, slot, t, &lived);
    if (self->teamwork.n_groups)
        lived.advising_s = sim_level_harvest(&self->teamwork.advising[t], self->now);
    count_lived(self->cell.slot, &lived, slot->open);
    if (!slot->counted) return;
    double *cell = &self->counts.by_group[(size_t)t * N_COUNTS];
    count_lived(cell, &lived, slot->open);
    cell[S_OPEN] += slot->open ? slot->end_at - slot->start_at : 0.0;
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
    self->ledger.transfer_queue_s += sim_level_harvest(&self->teamwork.waiting, self->now);
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
    const bool reached = caller->answers > 0 || caller->state == CALLER_CALLED ||
                         caller->state == CALLER_HANDED_OVER ||
                         (caller->state == CALLER_TALKING && caller->dialled != DIALLED_WRONG);
    counts_add(counts, caller->born, reached ? N_NEEDS_OPEN : N_NEEDS_OPEN_UNREACHED, 1.0);
    counts_add(counts, caller->born, N_FURTHER_ATTEMPTS, caller->attempts - 1);
    if (caller->state == CALLER_TALKING) self->ledger.handled_s += self->now - caller->since;
    if (caller->state == CALLER_HANDED_OVER) {
        self->ledger.transfer_waited_s += self->now - caller->since;
        count(self, caller, S_TRANSFER_WAIT, self->now - caller->since);
    }
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

static void stock_file(struct workplace *self, const struct casefile *file)
{
    if (file->callback == CALLBACK_DIALLED) self->ledger.called_s += self->now - file->since;
    if (file->callback == FILE_FREE) return;
    self->ledger.requests_open += file->request == REQUEST_OPEN;
    self->ledger.callbacks_open += file->begun;
}

static void stock_part(struct workplace *self, const struct part *part)
{
    if (part->state == PART_ADVISED) self->ledger.advised_s += self->now - part->since;
    if (part->state == PART_WRAPPING) self->ledger.handled_s += self->now - part->since;
}

void workplace_take_stock(struct workplace *self)
{
    self->ledger.idle_s = floor_idle_s(&self->floor, self->now);
    if (self->here->counted) stock_requests(self, N_REQUESTS_AT_END);
    for (uint32_t v = 0; v < self->desks.used; v++)
        stock_visit(self, &self->desks.visits[v]);
    for (size_t a = 0; a < self->teamwork.n_agents; a++)
        stock_part(self, &self->teamwork.parts[a]);
    for (uint32_t c = 0; c < self->callers.used; c++)
        stock_caller(self, &self->callers.all[c]);
    for (uint32_t f = 0; f < self->files.used; f++)
        stock_file(self, &self->files.all[f]);
}
