/* Who dials again after no answer, who calls again after an answer, and when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/redial.h"

#include "models/demand/purpose.h"

#include <math.h>

static const double day_s = 86400.0;

static const struct sim_field cause_rows[] = {
    { .key = "first",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct redial_chance, p_first),
      .low = 0,
      .high = 1,
      .fallback = "",
      .help = N_("after the first attempt; left out, as redial.first") },
    { .key = "later",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct redial_chance, p_later),
      .low = 0,
      .high = 1,
      .fallback = "",
      .help = N_("after later attempts; left out, as redial.later") },
};
static const struct sim_fields cause_fields =
    SIM_FIELDS(struct redial_chance, cause_rows, N_("who redials after this cause"));

static const struct sim_field delay_rows[] = { SIM_LAW_FIELDS_LIKELY(
    "exponential", "15 min", "1", 'D', "5 min..60 min") };
static const struct sim_fields delay_fields =
    SIM_FIELDS(struct sim_law, delay_rows, N_("the delay of those who redial soon"));

static const struct sim_field again_delay_rows[] = { SIM_LAW_FIELDS("lognormal", "2 days", "1",
                                                                    'D') };
static const struct sim_fields again_delay_fields =
    SIM_FIELDS(struct sim_law, again_delay_rows,
               N_("the delay of a call again; from half a day on its days are open days"));

#define CAUSE(key_, cause_, help_)                                                             \
    {                                                                                          \
        .key = (key_), .kind = SIM_GROUP, .offset = offsetof(struct redial, by_cause[cause_]), \
        .sub = &cause_fields, .help = (help_)                                                  \
    }

static const struct sim_field redial_rows[] = {
    { .key = "first",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct redial, general.p_first),
      .low = 0,
      .high = 1,
      .fallback = "85 %",
      .class_of_default = 'R',
      .likely = "50 %..98 %",
      .help = N_("of those whose first attempt was not answered, the share that dials again") },
    { .key = "later",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct redial, general.p_later),
      .low = 0,
      .high = 1,
      .fallback = "75 %",
      .class_of_default = 'D',
      .help = N_("of those whose later attempt was not answered, the share that dials again") },
    CAUSE("closed", CAUSE_CLOSED, N_("after the closed message")),
    CAUSE("busy", CAUSE_BUSY, N_("after a busy tone")),
    CAUSE("hung_up", CAUSE_HUNG_UP, N_("after hanging up in the greeting")),
    CAUSE("balked", CAUSE_BALKED, N_("after hanging up at the waiting message")),
    CAUSE("abandoned", CAUSE_ABANDONED, N_("after hanging up in the queue")),
    CAUSE("cut_off", CAUSE_CUT_OFF, N_("after being cut off at closing")),
    { .key = "most_attempts",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct redial, most_attempts),
      .low = 1,
      .high = 10000,
      .fallback = "10",
      .class_of_default = 'D',
      .help = N_("attempts after which a caller gives up; the count starts afresh after an "
                 "answer") },
    { .key = "delay",
      .kind = SIM_GROUP,
      .offset = offsetof(struct redial, delay),
      .sub = &delay_fields,
      .help = N_("how soon the soon ones redial") },
    { .key = "soon",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct redial, p_soon),
      .low = 0,
      .high = 1,
      .fallback = "75 %",
      .class_of_default = 'D',
      .help = N_("share of redials after the delay above") },
    { .key = "next_half_day",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct redial, p_next_half_day),
      .low = 0,
      .high = 1,
      .fallback = "12.5 %",
      .class_of_default = 'D',
      .help = N_("share of redials in the next opening; what is left redials the next open "
                 "day") },
    { .key = "spread",
      .kind = SIM_REAL,
      .unit = SIM_SECONDS,
      .offset = offsetof(struct redial, spread_s),
      .low = 0,
      .high = 86400,
      .fallback = "60 min",
      .class_of_default = 'D',
      .help = N_("redials that would fall while closed come within this time after the next "
                 "opening") },
};
const struct sim_fields redial_fields =
    SIM_FIELDS(struct redial, redial_rows, N_("who dials again after no answer, and when"));

#define TOLD(key_, member_, likely_, help_)                                                    \
    {                                                                                          \
        .key = (key_), .kind = SIM_REAL, .unit = SIM_SHARE,                                    \
        .offset = offsetof(struct again, member_), .low = 0, .high = 1, .fallback = "",        \
        .likely = (likely_), .help = (help_)                                                   \
    }

static const struct sim_field again_rows[] = {
    { .key = "probability",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct again, p_again),
      .low = 0,
      .high = 1,
      .fallback = "20 %",
      .class_of_default = 'R',
      .likely = "5 %..45 %",
      .help = N_("chance to call again after an answer") },
    TOLD("resolved", p_resolved, "2 %..10 %",
         N_("chance to call again after an answer that resolved the need at first level; left "
            "out, as again.probability")),
    TOLD("traced", p_traced, "5 %..30 %",
         N_("chance to call again after an orientation whose request is traced; left out, as "
            "again.probability")),
    TOLD("untraced", p_untraced, "30 %..60 %",
         N_("chance to call again after an orientation of which no trace is kept; left out, as "
            "again.probability")),
    { .key = "delay",
      .kind = SIM_GROUP,
      .offset = offsetof(struct again, delay),
      .sub = &again_delay_fields,
      .help = N_("how long after the answer") },
};
const struct sim_fields again_fields =
    SIM_FIELDS(struct again, again_rows, N_("who calls again after an answer, and when"));

bool redial_check(struct redial *self, struct sim_arena *arena, struct sim_faults *faults)
{
    for (int i = 0; i < N_CAUSES; i++) {
        struct redial_chance *chance = &self->by_cause[i];
        if (isnan(chance->p_first)) chance->p_first = self->general.p_first;
        if (isnan(chance->p_later)) chance->p_later = self->general.p_later;
    }
    if (self->p_soon + self->p_next_half_day > 1.0 + 1e-12)
        sim_faults_add(
            faults,
            (struct sim_fault){ .severity = SIM_INPUT,
                                .path = "redial.next_half_day",
                                .what = N_("soon and next_half_day together exceed 100 %") });
    return sim_law_check_finite(&self->delay, "redial.delay.law", arena, faults);
}

bool again_check(struct again *self, struct sim_arena *arena, struct sim_faults *faults)
{
    if (isnan(self->p_resolved)) self->p_resolved = self->p_again;
    if (isnan(self->p_traced)) self->p_traced = self->p_again;
    if (isnan(self->p_untraced)) self->p_untraced = self->p_again;
    return sim_law_check_finite(&self->delay, "again.delay.law", arena, faults);
}

static double beyond_end(bool *beyond)
{
    *beyond = true;
    return INFINITY;
}

/* An instant that may fall while closed: then it moves to the next opening, spread over its
 * first minutes by u. */
static double when_open(const struct moment *moment, double at, double spread_s, double u,
                        bool *beyond)
{
    const struct hours *hours = moment->hours;
    const int slot = hours_slot_at(hours, at);
    if (slot >= hours->n_slots) return beyond_end(beyond);
    if (hours->slots[slot].open) return at;
    const int next = hours->slots[slot].next_opening;
    if (next < 0) return beyond_end(beyond);
    const int last = hours->slots[next].closing;
    const double length = hours->slots[last].end_at - hours->slots[next].start_at;
    return hours->slots[next].start_at + u * fmin(spread_s, length);
}

double moment_on_open_day(const struct moment *moment, int k, double u, bool *beyond)
{
    const int day =
        hours_open_day_after(moment->hours, moment->hours->slots[moment->slot].day, k);
    return day < 0 ? beyond_end(beyond) : hours_instant(moment->hours, day, u);
}

/* By the shares of its slots, evenly where they have none. */
double moment_in_next_opening(const struct moment *moment, double u, bool *beyond)
{
    const struct hours *hours = moment->hours;
    const int next = hours->slots[moment->slot].next_opening;
    if (next < 0) return moment_on_open_day(moment, 1, u, beyond);
    const int day = hours->slots[next].day, first = hours->days[day].first_slot;
    const int end = first + hours->days[day].n_slots - 1;
    const int last = hours->slots[next].closing < end ? hours->slots[next].closing : end;
    const double low = next > first ? hours->slots[next - 1].share : 0.0;
    const double high = hours->slots[last].share;
    const double length = hours->slots[last].end_at - hours->slots[next].start_at;
    if (!(high > low)) return hours->slots[next].start_at + u * length;
    return hours_instant(hours, day, low + u * (high - low));
}

double moment_after(const struct moment *self, double delay_s, double spread_s, double u,
                    bool *beyond)
{
    if (delay_s < day_s / 2.0) return when_open(self, self->now + delay_s, spread_s, u, beyond);
    return moment_on_open_day(self, (int)fmin(delay_s / day_s + 0.5, 1e6), u, beyond);
}

bool redial_is_possible(const struct redial *self)
{
    bool ever = false;
    for (int i = 0; i < N_CAUSES; i++)
        ever = ever || self->by_cause[i].p_first > 0.0;
    return ever && self->most_attempts > 1;
}

double redial_at(const struct redial *self, const struct moment *moment, enum cause cause,
                 const struct sim_stream *stream, struct sim_place caller, unsigned tries,
                 bool *beyond)
{
    caller.purpose = PURPOSE_REDIAL;
    const struct sim_words words = sim_stream_block(stream, caller, 0);
    const struct redial_chance *chance = &self->by_cause[cause];
    const double p = tries <= 1 ? chance->p_first : chance->p_later;
    *beyond = false;
    if (tries >= (unsigned)self->most_attempts) return INFINITY;
    if (sim_uniform(words.word[LANE_WHETHER]) >= p) return INFINITY;
    const double when = sim_uniform(words.word[LANE_WHEN]);
    const double u = sim_uniform(words.word[LANE_TIME]);
    if (when >= self->p_soon + self->p_next_half_day)
        return moment_on_open_day(moment, 1, u, beyond);
    if (when >= self->p_soon) return moment_in_next_opening(moment, u, beyond);
    const struct sim_draw draw = { stream, caller, LANE_DELAY, words.word[LANE_DELAY] };
    const double delay_s = sim_law_draw(&self->delay, &draw);
    return moment_after(moment, delay_s, self->spread_s, u, beyond);
}

double again_at(const struct again *self, const struct redial *redial,
                const struct moment *moment, const struct sim_stream *stream,
                struct sim_place caller, bool *beyond)
{
    caller.purpose = PURPOSE_AGAIN;
    *beyond = false;
    const struct sim_words words = sim_stream_block(stream, caller, 0);
    const struct sim_draw draw = { stream, caller, LANE_DELAY, words.word[LANE_DELAY] };
    const double delay_s = sim_law_draw(&self->delay, &draw);
    const double u = sim_uniform(words.word[LANE_TIME]);
    return moment_after(moment, delay_s, redial->spread_s, u, beyond);
}
