/* One day of a replication, followed: what happened, what each agent did, how many waited.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/follow.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const struct followed_measure followed_measures[] = {
    { "attempts", TOLD_DIALS },
    { "redials", FOLLOWED_REDIALS },
    { "calls_again", FOLLOWED_CALLS_AGAIN },
    { "status_calls", FOLLOWED_STATUS_CALLS },
    { "turned_away_closed", TOLD_CLOSED },
    { "turned_away_busy", TOLD_BUSY },
    { "hung_up_greeting", TOLD_HUNG_UP },
    { "balked", TOLD_BALKED },
    { "abandoned", TOLD_ABANDONED },
    { "cut_off", TOLD_CUT_OFF },
    { "left_by_offer", TOLD_LEFT },
    { "answered", TOLD_ANSWERED },
    { "consultations", TOLD_ASKS },
    { "transfers", TOLD_HANDS_OVER },
    { "transfers_abandoned", TOLD_LEAVES_TRANSFER },
    { "oriented", TOLD_ORIENTED },
    { "requests_opened", TOLD_REQUEST_OPENED },
    { "requests_closed", TOLD_REQUEST_CLOSED },
    { "callbacks", TOLD_CALLBACK_DUE },
    { "callback_tries", TOLD_CALLBACK_DIALS },
    { "callbacks_unreached", TOLD_CALLBACK_IN_VAIN },
    { "visits", TOLD_VISITOR },
};
const size_t n_followed_measures = sizeof followed_measures / sizeof *followed_measures;

/* An agent: what he is there for, and what keeps him from it. */
struct lane {
    enum doing duty;
    enum doing busy; /* DOING_NOTHING: he is not */
    double since;
};

static const enum doing doing_of[N_DUTIES] = {
    [DUTY_NONE] = DOING_NOTHING,    [DUTY_HOME] = DOING_NOTHING,
    [DUTY_LEAVE] = DOING_LEAVE,     [DUTY_ABSENT] = DOING_ABSENT,
    [DUTY_LATE] = DOING_LATE,       [DUTY_BREAK] = DOING_BREAK,
    [DUTY_MEETING] = DOING_MEETING, [DUTY_TRAINING] = DOING_TRAINING,
    [DUTY_OTHER] = DOING_SESSION,   [DUTY_OFF_PHONE] = DOING_OFF_PHONE,
    [DUTY_CLOSED] = DOING_CLOSED,   [DUTY_PHONES] = DOING_IDLE,
};

/* Room for one more; NULL, noted, when memory has run out. */
static void *grow(struct follow *self, void *items, size_t *capacity, size_t n, size_t size)
{
    void *grown = items;
    if (!sim_grow(&grown, capacity, n + 1, size)) self->out_of_memory = true;
    return grown;
}

static void keep(struct follow *self, const struct happening *happening)
{
    self->happenings =
        grow(self, self->happenings, &self->capacity, self->n, sizeof *self->happenings);
    if (!self->out_of_memory) self->happenings[self->n++] = *happening;
}

static enum doing lane_does(const struct lane *lane)
{
    return lane->busy ? lane->busy : lane->duty;
}

/* What the agent has done since he began with it, until now, as far as it is of the day. */
static void end_span(struct follow *self, uint32_t agent, double at)
{
    struct lane *lane = &self->lanes[agent];
    const struct span span = { fmax(lane->since, self->from_at), fmin(at, self->to_at), agent,
                               lane_does(lane) };
    lane->since = at;
    if (span.doing == DOING_NOTHING || !(span.from_at < span.to_at)) return;
    self->spans =
        grow(self, self->spans, &self->spans_capacity, self->n_spans, sizeof *self->spans);
    if (!self->out_of_memory) self->spans[self->n_spans++] = span;
}

static void lane_turns(struct follow *self, uint32_t agent, double at, enum doing busy,
                       enum doing duty)
{
    struct lane *lane = &self->lanes[agent];
    if (lane->busy == busy && lane->duty == duty) return;
    const struct lane next = { duty, busy, 0.0 };
    if (lane_does(lane) != lane_does(&next)) end_span(self, agent, at);
    lane->busy = busy;
    lane->duty = duty;
}

/* When the talk of a call that was handled ended: wrap-up is the same share of every call, but
 * for what has none. */
static double talked_at(const struct follow *self, const struct happening *handled)
{
    const double length_s = handled->at - handled->value - handled->aside_s;
    return handled->at - self->scenario->handling.wrap_up * length_s;
}

static void follow_agent(struct follow *self, const struct happening *happening)
{
    const uint32_t agent = happening->agent;
    struct lane *lane = &self->lanes[agent];
    enum doing busy = lane->busy, duty = lane->duty;
    switch ((enum happened)happening->what) {
    case TOLD_ANSWERED:
    case TOLD_TAKES_OVER:
        busy = DOING_TALK;
        break;
    case TOLD_WRAPPED:
    case TOLD_HANDLED:
        lane_turns(self, agent, talked_at(self, happening), DOING_WRAP_UP, duty);
        busy = DOING_NOTHING;
        break;
    case TOLD_VISIT_BEGINS:
        busy = DOING_VISIT;
        break;
    case TOLD_CALLBACK_DIALS:
        busy = DOING_OUTBOUND;
        break;
    case TOLD_ADVISES:
        busy = DOING_CONSULTATION;
        break;
    case TOLD_ADVICE_OVER:
    case TOLD_VISIT_ENDS:
    case TOLD_CALLBACK_OVER:
        busy = DOING_NOTHING;
        break;
    case TOLD_COMES:
    case TOLD_GOES:
    case TOLD_TURNS:
        duty = doing_of[happening->duty];
        break;
    default:
        break;
    }
    lane_turns(self, agent, happening->at, busy, duty);
}

static void follow_crowding(struct follow *self, const struct happening *happening)
{
    const struct crowding now = { happening->at, happening->n_waiting, happening->n_visitors };
    struct crowding *last = self->n_crowding ? &self->crowding[self->n_crowding - 1] : NULL;
    if (last && last->n_waiting == now.n_waiting && last->n_visitors == now.n_visitors) return;
    if (last && last->at == now.at) {
        *last = now;
        return;
    }
    self->crowding = grow(self, self->crowding, &self->crowding_capacity, self->n_crowding,
                          sizeof *self->crowding);
    if (!self->out_of_memory) self->crowding[self->n_crowding++] = now;
}

/* Attempts, and what becomes of them, belong to the day on which they were dialled, needs to
 * that of their first dialling, which is not told; everything else to the day it happens. */
static void follow_count(struct follow *self, const struct happening *happening, bool today)
{
    const struct hours *hours = &self->scenario->hours;
    const bool attempt = happening->what >= TOLD_DIALS && happening->what <= TOLD_ORIENTED;
    if (attempt && hours->days[self->day].counted)
        today = happening->cohort >= 0 && hours->slots[happening->cohort].day == self->day;
    if (!today) return;
    self->counts[happening->what] += 1.0;
    if (happening->what != TOLD_DIALS || happening->attempts == 1) return;
    self->counts[happening->again ? FOLLOWED_CALLS_AGAIN : FOLLOWED_REDIALS] += 1.0;
    if (happening->again && happening->asks) self->counts[FOLLOWED_STATUS_CALLS] += 1.0;
}

static bool is_wanted(const struct follow *self, const struct happening *happening, bool today)
{
    if (self->need.where == 0) return today;
    return happening->number == self->need.number && happening->where == self->need.where;
}

/* The wrap-up of a call that was handled. */
static void keep_talked(struct follow *self, const struct happening *handled)
{
    struct happening talked = *handled;
    talked.at = talked_at(self, handled);
    talked.what = TOLD_TALKED;
    const bool today = talked.at >= self->from_at && talked.at < self->to_at;
    if (talked.at < handled->at && is_wanted(self, &talked, today)) keep(self, &talked);
}

static void hear(void *listener, const struct happening *happening)
{
    struct follow *self = listener;
    const bool today = happening->at >= self->from_at && happening->at < self->to_at;
    if (happening->what == TOLD_HANDLED) keep_talked(self, happening);
    if (is_wanted(self, happening, today)) keep(self, happening);
    if (happening->what == TOLD_DIALS && happening->attempts == 1 &&
        happening->where == self->need.where)
        self->born++;
    if (today && happening->what == TOLD_DAY) self->busyness = happening->value;
    if (happening->agent != NOBODY) follow_agent(self, happening);
    if (happening->at < self->to_at) follow_crowding(self, happening);
    follow_count(self, happening, today);
}

bool follow_open(struct follow *self, const struct scenario *scenario, int day,
                 struct need_address need)
{
    const struct hours *hours = &scenario->hours;
    *self = (struct follow){ .scenario = scenario, .day = day, .need = need };
    const struct slot *first = &hours->slots[hours->days[day].first_slot];
    self->from_at = first->start_at;
    self->to_at = first[hours->days[day].n_slots - 1].end_at;
    for (size_t i = 0; i < scenario->groups.n; i++)
        self->n_agents += (uint32_t)scenario->most_staff[i];
    self->lanes = sim_aligned(self->n_agents * sizeof *self->lanes);
    self->listener = (struct listener){ hear, self };
    return self->lanes;
}

/* The order of time; what was told earlier stays before what was told at the same instant. */
static void sort_in(struct happening *happenings, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        const struct happening happening = happenings[i];
        size_t j = i;
        for (; j > 0 && happenings[j - 1].at > happening.at; j--)
            happenings[j] = happenings[j - 1];
        happenings[j] = happening;
    }
}

/* How many waited when the day began. */
static void begin_crowding(struct follow *self)
{
    size_t first = 0;
    while (first + 1 < self->n_crowding && self->crowding[first + 1].at <= self->from_at)
        first++;
    if (first == 0) return;
    self->n_crowding -= first;
    memmove(self->crowding, &self->crowding[first], self->n_crowding * sizeof *self->crowding);
}

bool follow_finish(struct follow *self)
{
    for (uint32_t a = 0; a < self->n_agents; a++)
        end_span(self, a, self->to_at);
    if (self->out_of_memory) return false;
    sort_in(self->happenings, self->n);
    begin_crowding(self);
    return true;
}

void follow_close(struct follow *self)
{
    sim_release(self->happenings);
    sim_release(self->spans);
    sim_release(self->crowding);
    sim_release(self->lanes);
    *self = (struct follow){ 0 };
}
