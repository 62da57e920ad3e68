/* What events and school holidays make of each day: how many more need something, and what.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/effect.h"

#include "models/date.h"
#include "models/names.h"

#include <math.h>
#include <string.h>

/* An effect that has faded to this is none. */
static const double faded = 1e-6;

struct making {
    struct day_effect *effects;
    const struct usual *usual;
    const struct hours_rules *rules;
    const struct hours *hours;
    struct sim_arena *arena;
};

/* A copy of a mix; NULL when memory has run out. */
static struct mix *mix_copy(const struct mix *from, struct sim_arena *arena)
{
    const size_t n_lines = from->n_lines, n = n_lines * from->n_reasons;
    struct mix *copy = sim_arena_new(arena, 1, sizeof *copy);
    double *lines = sim_arena_new(arena, n_lines, sizeof *lines);
    double *reasons = sim_arena_new(arena, n, sizeof *reasons);
    if (!copy || !lines || !reasons) return NULL;
    memcpy(lines, from->lines, n_lines * sizeof *lines);
    memcpy(reasons, from->reasons, n * sizeof *reasons);
    *copy = (struct mix){ from->n_lines, from->n_reasons, lines, reasons };
    return copy;
}

/* Multiplies the parts (cumulated shares) of those who are concerned; returns their new sum, 1
 * where nobody is. The parts are cumulated again, and sum to 1, unless nothing is left. */
static double tilt(double *cumulated, unsigned n, const double *factors)
{
    double before = 0.0, sum = 0.0;
    for (unsigned i = 0; i < n; i++) {
        const double part = cumulated[i] - before;
        before = cumulated[i];
        cumulated[i] = sum += part * factors[i];
    }
    for (unsigned i = 0; i < n; i++)
        cumulated[i] = sum > 0.0 ? cumulated[i] / sum : 1.0;
    return sum;
}

/* One line's reasons. */
static double line_tilt(double *reasons, const struct dated_event *event,
                        const struct usual *usual, double factor, double *factors)
{
    const struct reason *all = usual->reasons->items;
    for (size_t r = 0; r < usual->reasons->n; r++)
        factors[r] = names_take(&event->reasons, all[r].name) ? factor : 1.0;
    return tilt(reasons, (unsigned)usual->reasons->n, factors);
}

/* The day has more needs of those lines and reasons, and so more in all. */
static bool concern_some(const struct making *self, struct day_effect *effect,
                         const struct dated_event *event, double factor)
{
    const struct line *lines = self->usual->lines->items;
    const size_t n_lines = self->usual->lines->n, n_reasons = self->usual->reasons->n;
    struct mix *mix = mix_copy(effect->mix, self->arena);
    double *of_lines = sim_arena_new(self->arena, n_lines, sizeof *of_lines);
    double *of_reasons = sim_arena_new(self->arena, n_reasons, sizeof *of_reasons);
    if (!mix || !of_lines || !of_reasons) return false;
    for (size_t l = 0; l < n_lines; l++)
        of_lines[l] = names_take(&event->lines, lines[l].name)
                          ? line_tilt(&mix->reasons[l * n_reasons], event, self->usual, factor,
                                      of_reasons)
                          : 1.0;
    effect->factor *= tilt(mix->lines, mix->n_lines, of_lines);
    effect->mix = mix;
    return true;
}

static bool multiply(const struct making *self, int day, const struct dated_event *event,
                     double factor)
{
    struct day_effect *effect = &self->effects[day];
    if (event->lines.n || event->reasons.n) return concern_some(self, effect, event, factor);
    effect->factor *= factor;
    return true;
}

/* What is left of an event on the k-th open day after it. */
static double left_after(const struct dated_event *event, int k)
{
    if (!(event->decay_days > 0.0)) return 0.0;
    return (event->factor - 1.0) * exp(-k / event->decay_days);
}

/* Open days after a date that lies before the first day, as far as it matters. */
static int open_days_before(const struct making *self, const struct dated_event *event,
                            int date)
{
    int k = 0;
    while (++date < self->hours->days[0].date && fabs(left_after(event, k)) > faded)
        k += hours_rules_is_open_on(self->rules, date);
    return k;
}

static bool happen(const struct making *self, const struct dated_event *event, int date)
{
    const struct hours *hours = self->hours;
    const int own = date - hours->days[0].date;
    int k = own < 0 ? open_days_before(self, event, date) : 0;
    if (own >= 0 && own < hours->n_days && !multiply(self, own, event, event->factor))
        return false;
    for (int i = own < 0 ? 0 : own + 1; i < hours->n_days; i++) {
        if (!(hours->days[i].open_s > 0.0)) continue;
        const double left = left_after(event, ++k);
        if (fabs(left) <= faded) break;
        if (!multiply(self, i, event, 1.0 + left)) return false;
    }
    return true;
}

static void school_apply(const struct making *self, const struct school_holidays *school)
{
    for (int i = 0; i < self->hours->n_days; i++)
        if (dates_hold(&school->file.dates, self->hours->days[i].date))
            self->effects[i].factor *= school->factor;
}

bool effects_build(struct day_effect *effects, const struct dated *dated,
                   const struct usual *usual, const struct hours_rules *rules,
                   const struct hours *hours, struct sim_arena *arena,
                   struct sim_faults *faults)
{
    const struct making self = { effects, usual, rules, hours, arena };
    const struct dated_event *events = dated->events.items;
    for (int i = 0; i < hours->n_days; i++)
        effects[i] = (struct day_effect){ 1.0, usual->mix };
    school_apply(&self, &dated->school_holidays);
    for (size_t e = 0; e < dated->events.n; e++)
        for (size_t d = 0; d < events[e].dates.n; d++)
            if (!happen(&self, &events[e], events[e].dates.values[d]))
                return sim_faults_memory(faults);
    return true;
}

/* Each need of an interval has its place in memory: this many are no contact centre any more,
 * but factors that were not meant to multiply. */
static const double most_needs = 1e6;

static void crowd_fault(const struct hours *hours, int slot, struct sim_faults *faults)
{
    const struct date date = date_of(hours->days[hours->slots[slot].day].date);
    sim_faults_add(
        faults,
        (struct sim_fault){
            .severity = SIM_INPUT,
            .path = "demand",
            .what = N_("more needs are expected in one interval than can be simulated"),
            .got = sim_faults_text(faults, "%04d-%02d-%02d", date.year, date.month, date.day),
            .wanted = N_("at most 1000000"),
            .hint = N_("factors of months, weekdays and events multiply") });
}

bool effects_apply(const struct day_effect *effects, const struct hours *hours,
                   double *expected, struct sim_faults *faults)
{
    for (int i = 0; i < hours->n_slots; i++) {
        expected[i] *= effects[hours->slots[i].day].factor;
        if (expected[i] <= most_needs) continue;
        crowd_fault(hours, i, faults);
        return false;
    }
    return true;
}
