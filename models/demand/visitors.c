/* Visitors at a unit's desk: how many come, and how long each holds an agent.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/visitors.h"

#include "models/demand/purpose.h"

static const struct sim_field length_rows[] = { SIM_LAW_FIELDS("lognormal", "8 min", "0.8",
                                                               'D') };
static const struct sim_fields length_fields =
    SIM_FIELDS(struct sim_law, length_rows, N_("how long a visit holds an agent"));

static const struct sim_field visitors_rows[] = {
    { .key = "share",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct visitors, share),
      .low = 0,
      .high = 0.95,
      .fallback = "0 %",
      .class_of_default = 'D',
      .likely = "20 %..60 %",
      .help = N_("of the agents' time, the share that visitors hold: they arrive while it is "
                 "open, come before any call, wait if no agent of the group is free, and are "
                 "never lost") },
    { .key = "length",
      .kind = SIM_GROUP,
      .offset = offsetof(struct visitors, length),
      .sub = &length_fields,
      .help = N_("length of a visit") },
};
const struct sim_fields visitors_fields =
    SIM_FIELDS(struct visitors, visitors_rows,
               N_("visitors at the desk, who come before any call and hold an agent"));

bool visitors_check(struct visitors *self, const char *group, struct sim_arena *arena,
                    struct sim_faults *faults)
{
    const char *path = sim_faults_text(faults, "groups.%s.visitors.length.law", group);
    if (!sim_law_check_finite(&self->length, path, arena, faults)) return false;
    if (self->length.expected >= 1.0) return true;
    sim_faults_add(faults, (struct sim_fault){
                               .severity = SIM_INPUT,
                               .path = path,
                               .what = N_("visits are too short to hold anybody"),
                               .got = sim_faults_text(faults, "%g s", self->length.expected),
                               .wanted = N_("a mean of at least 1 s") });
    return false;
}

bool visitors_next(const struct visitors *self, struct visitor *visitor,
                   const struct slot *slot, uint32_t group, double expected,
                   const struct sim_stream *stream)
{
    const struct sim_place place = { visitor->n++, slot->where, PURPOSE_VISIT, group };
    const struct sim_words words = sim_stream_block(stream, place, 0);
    const struct sim_draw height = { stream, place, LANE_HEIGHT, words.word[LANE_HEIGHT] };
    const struct sim_draw length = { stream, place, LANE_VISIT, words.word[LANE_VISIT] };
    visitor->height += sim_exponential(&height);
    if (visitor->height > expected) return false;
    visitor->when = sim_uniform(words.word[LANE_INSTANT]);
    visitor->length_s = sim_law_draw(&self->length, &length);
    return true;
}
