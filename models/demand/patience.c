/* How long a caller holds on, and who hangs up at the waiting message.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/patience.h"

#include "models/demand/purpose.h"

#include <math.h>

static const struct sim_field patience_rows[] = {
    SIM_LAW_FIELDS_LIKELY("exponential", "300 s", "1", 'D', "120 s..1800 s"),
    { .key = "trait_cv",
      .kind = SIM_REAL,
      .offset = offsetof(struct patience, trait_cv),
      .low = 0,
      .high = 10,
      .fallback = "0",
      .class_of_default = 'D',
      .help = N_("coefficient of variation of a caller's own, lasting patience, a lognormal "
                 "factor of mean 1 on every draw") },
};
const struct sim_fields patience_fields =
    SIM_FIELDS(struct patience, patience_rows,
               N_("how long callers would hold on before hanging up, answered or not"));

static const struct sim_field message_rows[] = {
    { .key = "length",
      .kind = SIM_REAL,
      .unit = SIM_SECONDS,
      .offset = offsetof(struct message, length_s),
      .low = 0,
      .high = 3600,
      .fallback = "15 s",
      .class_of_default = 'D',
      .help = N_("how long the message lasts; it counts as waiting") },
    { .key = "balking",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct message, p_balk),
      .low = 0,
      .high = 1,
      .fallback = "5 %",
      .class_of_default = 'D',
      .likely = "0 %..10 %",
      .help = N_("share of its hearers who hang up at its end") },
};
const struct sim_fields message_fields = SIM_FIELDS(
    struct message, message_rows, N_("the waiting message, heard by those who have to wait"));

bool patience_check(struct patience *self, struct sim_arena *arena, struct sim_faults *faults)
{
    const double variance = log1p(self->trait_cv * self->trait_cv);
    self->trait_a = -0.5 * variance;
    self->trait_b = sqrt(variance);
    return sim_law_check(&self->law, "patience.law", arena, faults);
}

double patience_trait(const struct patience *self, const struct sim_stream *stream,
                      struct sim_place caller)
{
    caller.purpose = PURPOSE_TRAIT;
    caller.draw = 0;
    const struct sim_words words = sim_stream_block(stream, caller, 0);
    const struct sim_draw draw = { stream, caller, 0, words.word[0] };
    return exp(self->trait_a + self->trait_b * sim_normal(&draw));
}
