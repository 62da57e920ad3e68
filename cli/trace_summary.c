/* What a day comes to, counted from its log, held against what the replication counted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trace_summary.h"

#include "cli/trace_phrase.h"
#include "plots/layout.h"
#include "plots/number.h"
#include "plots/page.h"
#include "sim/estimate.h"

#include <math.h>
#include <string.h>

enum { INDENT = 2, LABEL_COLUMNS = 32, NUMBER_COLUMNS = 8, TEXT_MOST = 1000 };

static const struct sim_measure *measure_named(const char *name)
{
    size_t m = 0;
    while (strcmp(centre_measures[m].name, name) != 0)
        m++;
    return &centre_measures[m];
}

/* Those that a day with none of them would not miss are left out. */
static void say_counts(FILE *out, const struct trace *self)
{
    for (size_t i = 0; i < n_followed_measures; i++) {
        const struct sim_measure *measure = measure_named(followed_measures[i].measure);
        const double n = self->follow->counts[followed_measures[i].count];
        if (n == 0.0 && i > 0) continue;
        layout_blank(out, INDENT);
        layout_left(out, page_label(measure), LABEL_COLUMNS);
        layout_right(out, number_plain(self->words, n, 0).text, NUMBER_COLUMNS);
        putc('\n', out);
    }
}

static void say_queue(FILE *out, const struct trace *self)
{
    const struct follow *follow = self->follow;
    const struct crowding *most = NULL;
    for (size_t i = 0; i < follow->n_crowding; i++)
        if (!most || follow->crowding[i].n_waiting > most->n_waiting)
            most = &follow->crowding[i];
    if (!most || most->n_waiting == 0) return;
    char text[TEXT_MOST];
    snprintf(text, sizeof text, _("Longest queue: %u, at %s"), most->n_waiting,
             trace_clock(follow, most->at).text);
    fprintf(out, "%s\n", text);
}

/* "Agents, in hours: talk 31.2, wrap-up 7.8, free 12.4" */
static void say_hours(FILE *out, const struct trace *self)
{
    double hours[N_DOING] = { 0.0 };
    char text[TEXT_MOST];
    size_t used = (size_t)snprintf(text, sizeof text, "%s", _("Agents, in hours: "));
    for (size_t i = 0; i < self->follow->n_spans; i++) {
        const struct span *span = &self->follow->spans[i];
        if (self->agent == NOBODY || span->agent == self->agent)
            hours[span->doing] += (span->to_at - span->from_at) / 3600.0;
    }
    int n = 0;
    for (int doing = 0; doing < N_DOING && used < sizeof text; doing++)
        if (hours[doing] >= 0.05)
            used += (size_t)snprintf(&text[used], sizeof text - used, "%s%s %s",
                                     n++ ? ", " : "", words_text(trace_doing_titles[doing]),
                                     number_plain(self->words, hours[doing], 1).text);
    if (n) layout_wrap(out, text, 0, INDENT);
}

void trace_summary_write(FILE *out, const struct trace *self)
{
    if (self->follow->need.where) return;
    putc('\n', out);
    if (self->agent == NOBODY) {
        layout_wrap(out,
                    self->counts ? _("The day, counted from this log; decroche run counts as "
                                     "many on this day of "
                                     "this replication. What becomes of an attempt belongs to "
                                     "the day on which it was dialled.")
                                 : _("The day, counted from this log:"),
                    0, 0);
        say_counts(out, self);
        say_queue(out, self);
    }
    say_hours(out, self);
}

bool trace_summary_check(const struct trace *self, struct sim_faults *faults)
{
    for (size_t i = 0; self->counts && i < n_followed_measures; i++) {
        const struct sim_measure *measure = measure_named(followed_measures[i].measure);
        const double told = self->follow->counts[followed_measures[i].count];
        const double counted = sim_measure_over(measure, self->counts);
        if (told == counted) continue;
        sim_faults_add(
            faults,
            (struct sim_fault){ .severity = SIM_MACHINE,
                                .path = measure->name,
                                .what = N_("the log and the replication do not count the same"),
                                .got = sim_faults_text(faults, "%g", told),
                                .wanted = sim_faults_text(faults, "%g", counted) });
    }
    return !sim_faults_any(faults);
}
