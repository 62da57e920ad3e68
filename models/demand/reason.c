/* Who calls and why: the lines they dial, the reasons they have.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/reason.h"

static const struct sim_field line_rows[] = {
    { .key = "name",
      .kind = SIM_NAME,
      .offset = offsetof(struct line, name),
      .help = N_("a code for the line") },
    { .key = "title",
      .kind = SIM_TEXT,
      .offset = offsetof(struct line, title),
      .fallback = "",
      .help = N_("what people call it; left out, its code") },
    { .key = "weight",
      .kind = SIM_REAL,
      .offset = offsetof(struct line, weight),
      .low = 0,
      .high = 1e9,
      .fallback = "1",
      .class_of_default = 'D',
      .help = N_("its part of the needs, relative to the other lines") },
    { .key = "phone_lines",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct line, phone_lines),
      .low = 0,
      .high = 1e6,
      .fallback = "0",
      .help =
          N_("calls this line can hold at once, waiting or talking; 0: no limit of its own") },
    { .key = "shares",
      .kind = SIM_REALS,
      .fallback = "",
      .offset = offsetof(struct line, shares),
      .low = 0,
      .high = 1e9,
      .help =
          N_("parts of the reasons on this line, in their order; left out, as everywhere") },
    { .key = "professionals",
      .kind = SIM_WHOLE,
      .unit = SIM_PEOPLE,
      .offset = offsetof(struct line, professionals),
      .low = 0,
      .high = 10000,
      .fallback = "0",
      .help = N_("field professionals who work the requests of this line; 0: as "
                 "requests.professionals") },
};
const struct sim_fields line_fields =
    SIM_FIELDS(struct line, line_rows, N_("the numbers that callers dial; none: a single one"));

static const struct sim_field reason_rows[] = {
    { .key = "name",
      .kind = SIM_NAME,
      .offset = offsetof(struct reason, name),
      .help = N_("a code for the reason") },
    { .key = "title",
      .kind = SIM_TEXT,
      .offset = offsetof(struct reason, title),
      .fallback = "",
      .help = N_("what people call it; left out, its code") },
    { .key = "share",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct reason, share),
      .low = 0,
      .high = 1e9,
      .fallback = "1",
      .class_of_default = 'D',
      .help = N_("its part of the needs, relative to the other reasons") },
    { .key = "handling_factor",
      .kind = SIM_REAL,
      .offset = offsetof(struct reason, handling_factor),
      .low = 0.001,
      .high = 1000,
      .fallback = "1",
      .class_of_default = 'D',
      .help = N_("its mean handling time over the centre-wide handling.mean") },
    { .key = "priority",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct reason, priority),
      .low = -100,
      .high = 100,
      .fallback = "0",
      .help = N_("who comes first when an agent is free: the higher; then the longest wait") },
    { .key = "resolved",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct reason, p_resolved),
      .low = 0,
      .high = 1,
      .fallback = "100 %",
      .class_of_default = 'D',
      .likely = "x0.67..x1.5",
      .help = N_("chance that an answer resolves the need at first level; the others are "
                 "oriented to a field professional") },
    { .key = "proficiency_months",
      .kind = SIM_REAL,
      .offset = offsetof(struct reason, proficiency_months),
      .low = 0.1,
      .high = 120,
      .fallback = "",
      .help = N_("months a newcomer takes to proficiency; left out, newcomers.months") },
};
const struct sim_fields reason_fields = SIM_FIELDS(
    struct reason, reason_rows, N_("the reasons people call for; none: a single one"));

/* Cumulates n parts to 1; false when they sum to zero. */
static bool cumulate(double *shares, unsigned n)
{
    double total = 0.0;
    for (unsigned i = 0; i < n; i++)
        total += shares[i];
    if (!(total > 0.0)) return false;
    double sum = 0.0;
    for (unsigned i = 0; i < n; i++)
        shares[i] = (sum += shares[i]) / total;
    shares[n - 1] = 1.0;
    return true;
}

static void zero_fault(const char *path, struct sim_faults *faults)
{
    sim_faults_add(faults, (struct sim_fault){ .severity = SIM_INPUT,
                                               .path = path,
                                               .what = N_("the parts sum to zero"),
                                               .wanted = N_("at least one above 0") });
}

/* The shares of reasons on one line: its own, or those of everywhere. */
static void line_shares(struct mix *self, unsigned line, const struct line *lines,
                        const struct reason *reasons, struct sim_faults *faults)
{
    double *shares = &self->reasons[line * self->n_reasons];
    const struct sim_reals *own = &lines[line].shares;
    const char *path = sim_faults_text(faults, "lines.%s.shares", lines[line].name);
    if (own->n && own->n != self->n_reasons) {
        sim_faults_add(faults, (struct sim_fault){
                                   .severity = SIM_INPUT,
                                   .path = path,
                                   .what = N_("as many parts as reasons are needed"),
                                   .got = sim_faults_text(faults, "%zu", own->n),
                                   .wanted = sim_faults_text(faults, "%u", self->n_reasons) });
        return;
    }
    for (unsigned i = 0; i < self->n_reasons; i++)
        shares[i] = own->n ? own->values[i] : reasons[i].share;
    if (!cumulate(shares, self->n_reasons)) zero_fault(own->n ? path : "reasons", faults);
}

bool mix_build(struct mix *self, const struct sim_list *lines, const struct sim_list *reasons,
               struct sim_arena *arena, struct sim_faults *faults)
{
    const size_t before = faults->n_input;
    *self = (struct mix){ .n_lines = (unsigned)lines->n, .n_reasons = (unsigned)reasons->n };
    self->lines = sim_arena_new(arena, lines->n, sizeof *self->lines);
    self->reasons = sim_arena_new(arena, lines->n * reasons->n, sizeof *self->reasons);
    if (!self->lines || !self->reasons) return sim_faults_memory(faults);
    const struct line *all = lines->items;
    for (unsigned i = 0; i < self->n_lines; i++)
        self->lines[i] = all[i].weight;
    if (!cumulate(self->lines, self->n_lines)) zero_fault("lines", faults);
    for (unsigned i = 0; i < self->n_lines; i++)
        line_shares(self, i, all, reasons->items, faults);
    return faults->n_input == before && !faults->out_of_memory;
}

static double line_share(const struct mix *self, unsigned line)
{
    return self->lines[line] - (line ? self->lines[line - 1] : 0.0);
}

unsigned mix_other_line(const struct mix *self, unsigned home, double u)
{
    double left = u * (1.0 - line_share(self, home));
    unsigned other = home;
    for (unsigned i = 0; i < self->n_lines; i++) {
        const double share = line_share(self, i);
        if (i == home || !(share > 0.0)) continue;
        other = i;
        if (left < share) break;
        left -= share;
    }
    return other;
}
