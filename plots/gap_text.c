/* Why the simulation and the formula differ, in words and numbers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/gap_result.h"
#include "plots/layout.h"
#include "plots/page.h"

#include <math.h>
#include <string.h>

enum { GAP = 2, TITLE = 42, VALUE = 17, EFFECT = 15, FORMULA = 12, PART = 12, LINE = 1024 };

double gap_of(const struct gap *self, size_t step, size_t measure)
{
    return self->steps[step].simulated[measure].value - self->steps[step].formula[measure];
}

double gap_part(const struct gap *self, size_t step, size_t measure)
{
    return gap_of(self, step - 1, measure) - gap_of(self, step, measure);
}

double gap_effect(const struct gap *self, size_t step, size_t measure)
{
    return self->steps[step - 1].simulated[measure].value -
           self->steps[step].simulated[measure].value;
}

bool gap_is_closed(const struct gap *self, size_t measure)
{
    const struct gap_step *last = &self->steps[self->n_steps - 1];
    return last->formula[measure] >= last->simulated[measure].low &&
           last->formula[measure] <= last->simulated[measure].high;
}

/* "−3.4" points of a share, "+12.1 s" of a time. */
static struct number signed_show(struct words words, const struct sim_measure *measure,
                                 double value)
{
    const bool is_share = measure->show == SIM_SHOW_SHARE;
    const bool is_time = measure->show == SIM_SHOW_SECONDS;
    const double shown = is_share ? 100.0 * value : value;
    struct number text;
    const char *sign = fabs(shown) < 0.05 ? "" : shown < 0.0 ? "−" : "+";
    snprintf(text.text, sizeof text.text, "%s%.60s%s", sign,
             number_plain(words, fabs(shown), 1).text, is_time ? " s" : "");
    return text;
}

/* "−3.4 ± 0.2"; one run has no interval. */
static struct page_text effect_show(const struct gap *self, size_t step, size_t m,
                                    struct words words)
{
    const struct sim_measure *measure = self->measures[m];
    const double factor = measure->show == SIM_SHOW_SHARE ? 100.0 : 1.0;
    const double half = self->steps[step].effect_half[m];
    const struct number value = signed_show(words, measure, gap_effect(self, step, m));
    struct page_text text;
    snprintf(text.text, sizeof text.text, "%s%s%s", value.text, isnan(half) ? "" : " ± ",
             isnan(half) ? "" : number_plain(words, fmax(0.1, factor * half), 1).text);
    return text;
}

static void write_row(FILE *out, const struct gap *self, size_t step, size_t m,
                      struct words words)
{
    const struct gap_step *at = &self->steps[step];
    const struct sim_measure *measure = self->measures[m];
    const struct number_pair pair = number_estimate(words, measure, &at->simulated[m]);
    const double half = (at->simulated[m].high - at->simulated[m].low) / 2.0;
    char value[sizeof(struct number_pair) + 4];
    snprintf(value, sizeof value, "%s %s", pair.value.text, pair.margin.text);
    layout_blank(out, GAP);
    layout_left(out, words_text(at->title), TITLE);
    layout_right(out, value, VALUE);
    layout_right(out, step > 0 ? effect_show(self, step, m, words).text : "", EFFECT);
    layout_right(out, number_show(words, measure, at->formula[m], half).text, FORMULA);
    if (step > 0)
        layout_right(out, signed_show(words, measure, gap_part(self, step, m)).text, PART);
    putc('\n', out);
}

static void write_heads(FILE *out, const struct gap *self, size_t m)
{
    const struct sim_measure *measure = self->measures[m];
    char title[LINE];
    snprintf(title, sizeof title, _("Why they differ: %s"), page_label(measure));
    const struct layout_heading heads[] = {
        { title, 0, GAP + TITLE, false },
        { _("simulated"), 0, VALUE, true },
        { _("effect"), 0, EFFECT, true },
        { _("formula"), 0, FORMULA, true },
        { measure->show == SIM_SHOW_SHARE ? _("of the gap,\npoints") : _("of the gap"), 0, PART,
          true },
    };
    putc('\n', out);
    layout_headings(out, heads, sizeof heads / sizeof *heads);
}

/* The step that accounts for most of what no step before has been named for; 0: none. */
static size_t next_reason(const struct gap *self, size_t m, const bool *named)
{
    size_t most = 0;
    for (size_t i = 1; i < self->n_steps; i++)
        if (!named[i] &&
            (most == 0 || fabs(gap_part(self, i, m)) > fabs(gap_part(self, most, m))))
            most = i;
    return most;
}

enum { REASONS = 3, MOST_STEPS = 16 };

/* "Simulation less formula: −3.7. First of all people who come and go (−2.9) ..." */
static void write_reasons(FILE *out, const struct gap *self, size_t m, struct words words)
{
    const struct sim_measure *measure = self->measures[m];
    bool named[MOST_STEPS] = { false };
    char line[LINE];
    size_t used = (size_t)snprintf(line, sizeof line, _("Simulation less formula: %s"),
                                   signed_show(words, measure, gap_of(self, 0, m)).text);
    for (int i = 0; i < REASONS; i++) {
        const size_t step = next_reason(self, m, named);
        if (step == 0) break;
        named[step] = true;
        used += (size_t)snprintf(line + used, sizeof line - used, "%s%s (%s)",
                                 i ? ", " : _("; most of all by "),
                                 words_text(self->steps[step].title),
                                 signed_show(words, measure, gap_part(self, step, m)).text);
    }
    snprintf(
        line + used, sizeof line - used,
        gap_is_closed(self, m)
            ? _(". Of the last model the formula is within the interval of the simulation.")
            : _(". Of the last model they still differ by %s."),
        signed_show(words, measure, gap_of(self, self->n_steps - 1, m)).text);
    layout_blank(out, GAP);
    layout_wrap(out, line, GAP, 2 * GAP);
}

void gap_text_write(FILE *out, const struct gap *self, struct words words)
{
    for (size_t m = 0; m < self->n_measures; m++) {
        write_heads(out, self, m);
        for (size_t i = 0; i < self->n_steps; i++)
            write_row(out, self, i, m, words);
        write_reasons(out, self, m, words);
    }
    putc('\n', out);
    layout_wrap(
        out,
        _("Each row switches off one thing more, with the same callers. Effect: what it "
          "does to the simulation, with the 95 % interval of the paired change. Of the gap: by "
          "how much simulation less formula changes with it, with the same interval; these add "
          "up to the gap of the first row, but for what is left in the last."),
        0, GAP);
}
