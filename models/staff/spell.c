/* Spells of days away: leave and absence, in single days and in longer spells.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/spell.h"

#include <math.h>

#define SPELL_FIELDS(share_, class_, likely_, share_help_, single_, spell_)                    \
    { .key = "share",                                                                          \
      .kind = SIM_REAL,                                                                        \
      .unit = SIM_SHARE,                                                                       \
      .offset = offsetof(struct spells, share),                                                \
      .low = 0,                                                                                \
      .high = 0.9,                                                                             \
      .fallback = (share_),                                                                    \
      .class_of_default = (class_),                                                            \
      .likely = (likely_),                                                                     \
      .help = (share_help_) },                                                                 \
        { .key = "single",                                                                     \
          .kind = SIM_REAL,                                                                    \
          .unit = SIM_SHARE,                                                                   \
          .offset = offsetof(struct spells, p_single),                                         \
          .low = 0,                                                                            \
          .high = 1,                                                                           \
          .fallback = (single_),                                                               \
          .class_of_default = 'D',                                                             \
          .help = N_("share of the spells that are of a single day") },                        \
    {                                                                                          \
        .key = "spell", .kind = SIM_REAL, .unit = SIM_SECONDS,                                 \
        .offset = offsetof(struct spells, mean_s), .low = 2 * 86400, .high = 60 * 86400,       \
        .fallback = (spell_), .class_of_default = 'D',                                         \
        .help = N_("mean length of the other spells, in days of the calendar")                 \
    }

static const struct sim_field leave_rows[] = {
    SPELL_FIELDS(
        "0 %", 0, NULL,
        N_("share of days on planned leave whose dates are not known: drawn at random; "
           "dates that are known stand with the person"),
        "30 %", "10 days"),
};
static const struct sim_field absence_rows[] = {
    SPELL_FIELDS("9.6 %", 'R', "6 %..14 %",
                 N_("share of days absent, sick for instance, of those not on leave"), "50 %",
                 "12 days"),
};
const struct sim_fields leave_fields =
    SIM_FIELDS(struct spells, leave_rows, N_("planned leave, in spells"));
const struct sim_fields absence_fields =
    SIM_FIELDS(struct spells, absence_rows, N_("absence that nobody planned, in spells"));

enum { LANE_START, LANE_SINGLE, LANE_LENGTH };
static const double day_s = 86400.0, negligible = 1e-7;

/* The others last 2 days and then one more with chance q, again and again: mean 2 + q / (1 -
 * q).
 */
double spells_longer(const struct spells *self, int n)
{
    if (n < 1) return 1.0;
    return n < self->longest ? (1.0 - self->p_single) * pow(self->q, n - 1) : 0.0;
}

/* Away on a day is not to be covered by any of the spells that may have begun on it or before.
 */
static double share_away(double p_start, const struct spells *self)
{
    double at_work = 1.0 - p_start, p_longer = 1.0 - self->p_single;
    for (int n = 1; n < self->longest; n++, p_longer *= self->q)
        at_work *= 1.0 - p_start * p_longer;
    return 1.0 - at_work;
}

void spells_check(struct spells *self)
{
    enum { HALVINGS = 60 };
    const double mean = self->mean_s / day_s;
    self->q = (mean - 2.0) / (mean - 1.0);
    self->longest = self->q > 0.0 ? 2 + (int)ceil(log(negligible) / log(self->q)) : 2;
    self->p_start = 0.0;
    if (self->share <= 0.0) return;
    double low = 0.0, high = 1.0;
    for (int i = 0; i < HALVINGS; i++) {
        const double middle = 0.5 * (low + high);
        if (share_away(middle, self) < self->share)
            low = middle;
        else
            high = middle;
    }
    self->p_start = high;
}

int spells_begin(const struct spells *self, const struct sim_stream *stream,
                 struct sim_place place)
{
    const struct sim_words words = sim_stream_block(stream, place, 0);
    if (sim_uniform(words.word[LANE_START]) >= self->p_start) return 0;
    if (sim_uniform(words.word[LANE_SINGLE]) < self->p_single) return 1;
    if (!(self->q > 0.0)) return 2;
    const double more = floor(log(sim_uniform(words.word[LANE_LENGTH])) / log(self->q));
    return (int)fmin(2.0 + more, self->longest);
}

int spells_cover(const struct spells *self, const struct sim_stream *stream,
                 struct sim_place place, int date)
{
    int until = date;
    if (self->p_start <= 0.0) return until;
    for (int first = date - self->longest; first < date; first++) {
        place.where = (uint32_t)first;
        const int end = first + spells_begin(self, stream, place);
        if (end > until) until = end;
    }
    return until;
}
