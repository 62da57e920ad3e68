/* Who dials another line than his own, by mistake or because his own does not answer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/wrong_line.h"

#include "models/demand/purpose.h"

#include <math.h>

static const struct sim_field length_rows[] = { SIM_LAW_FIELDS("lognormal", "45 s", "0.5",
                                                               'D') };
static const struct sim_fields length_fields =
    SIM_FIELDS(struct sim_law, length_rows, N_("the short call that tells him so"));

static const struct sim_field delay_rows[] = { SIM_LAW_FIELDS("exponential", "2 min", "1",
                                                              'D') };
static const struct sim_fields delay_fields =
    SIM_FIELDS(struct sim_law, delay_rows, N_("how soon he then dials his own line"));

static const struct sim_field wrong_line_rows[] = {
    { .key = "probability",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct wrong_line, probability),
      .low = 0,
      .high = 1,
      .fallback = "0 %",
      .class_of_default = 'D',
      .likely = "0 %..20 %",
      .help = N_("at each attempt, the chance to dial another line by mistake, by the weights "
                 "of the others") },
    { .key = "length",
      .kind = SIM_GROUP,
      .offset = offsetof(struct wrong_line, length),
      .sub = &length_fields,
      .help = N_("talk and wrap-up of an answer there, whatever reason and group") },
    { .key = "redial",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct wrong_line, p_redial),
      .low = 0,
      .high = 1,
      .fallback = "95 %",
      .class_of_default = 'D',
      .help = N_("of those who were told so, the share that dials again: their own line") },
    { .key = "delay",
      .kind = SIM_GROUP,
      .offset = offsetof(struct wrong_line, delay),
      .sub = &delay_fields,
      .help = N_("from the end of that call to the next") },
};
const struct sim_fields wrong_line_fields =
    SIM_FIELDS(struct wrong_line, wrong_line_rows,
               N_("who dials the line of another unit by mistake, and is told so there"));

static const struct sim_field other_line_rows[] = {
    { .key = "probability",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct other_line, probability),
      .low = 0,
      .high = 1,
      .fallback = "0 %",
      .class_of_default = 'D',
      .help = N_("of redials after no answer, the share that goes to another line, by the "
                 "weights of the others; answered there, the caller is helped as at home") },
};
const struct sim_fields other_line_fields = SIM_FIELDS(
    struct other_line, other_line_rows, N_("who tries another line after no answer"));

bool wrong_line_check(struct wrong_line *self, struct sim_arena *arena,
                      struct sim_faults *faults)
{
    const bool length =
        sim_law_check_finite(&self->length, "wrong_line.length.law", arena, faults);
    return sim_law_check_finite(&self->delay, "wrong_line.delay.law", arena, faults) && length;
}

static struct sim_draw told_draw(const struct sim_stream *stream, struct sim_place *caller,
                                 uint32_t lane)
{
    caller->purpose = PURPOSE_TOLD;
    const struct sim_words words = sim_stream_block(stream, *caller, 0);
    return (struct sim_draw){ stream, *caller, lane, words.word[lane] };
}

double wrong_line_length(const struct wrong_line *self, const struct sim_stream *stream,
                         struct sim_place caller)
{
    const struct sim_draw draw = told_draw(stream, &caller, LANE_LENGTH);
    return sim_law_draw(&self->length, &draw);
}

double wrong_line_redial_at(const struct wrong_line *self, const struct redial *redial,
                            const struct moment *moment, const struct sim_stream *stream,
                            struct sim_place caller, unsigned tries, bool *beyond)
{
    *beyond = false;
    if (tries >= (unsigned)redial->most_attempts) return INFINITY;
    if (sim_uniform(told_draw(stream, &caller, LANE_WHETHER).word) >= self->p_redial)
        return INFINITY;
    const struct sim_draw delay = told_draw(stream, &caller, LANE_DELAY);
    const double u = sim_uniform(told_draw(stream, &caller, LANE_TIME).word);
    return moment_after(moment, sim_law_draw(&self->delay, &delay), redial->spread_s, u,
                        beyond);
}
