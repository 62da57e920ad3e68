/* A run held against its baseline, in the words of people: what, from, to, and where most.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/against.h"
#include "plots/number.h"
#include "plots/page.h"
#include "plots/sections.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static struct page page_of(FILE *out, const struct against *self, struct words words)
{
    return (struct page){ out, self->report, self->report->results, words, false };
}

/* Points of a share with two digits of their half-width; all else in the measure's own way. */
static struct number step(struct words words, const struct sim_measure *measure, double value,
                          double half)
{
    struct number number;
    if (measure->show != SIM_SHOW_SHARE) return number_show(words, measure, value, half);
    const double digits = half > 0.0 ? ceil(1.0 - log10(100.0 * half)) : 2.0;
    number = number_plain(words, 100.0 * value, (int)fmin(fmax(digits, 0.0), 4.0));
    struct number with;
    snprintf(with.text, sizeof with.text, _("%.80s pt"), number.text);
    return with;
}

/* A value with as many digits as its change has. */
static struct number level(struct words words, const struct sim_measure *measure, double value,
                           const struct sim_drift *drift)
{
    const double change = fabs(drift->is - drift->was) / 2.0;
    return number_show(words, measure, value, drift->half > 0.0 ? drift->half : change);
}

/* A dash where it is not defined. */
static struct against_phrase all_digits(double value)
{
    struct against_phrase phrase = { "–" };
    if (!isnan(value)) snprintf(phrase.text, sizeof phrase.text, "%.17g", value);
    return phrase;
}

/* In an exact check: all digits, for two values may differ in the last of them. */
static struct against_phrase exact_change(const struct against_line *line)
{
    struct against_phrase phrase;
    const struct against_phrase is = all_digits(line->drift.is),
                                was = all_digits(line->drift.was);
    if (!line->changed)
        snprintf(phrase.text, sizeof phrase.text, _("%s, as it was"), is.text);
    else if (strcmp(is.text, was.text) == 0)
        snprintf(phrase.text, sizeof phrase.text, "%s",
                 _("the same on average, but not in each run"));
    else
        snprintf(phrase.text, sizeof phrase.text, _("%s, was %s"), is.text, was.text);
    return phrase;
}

struct against_phrase against_change(const struct against *self,
                                     const struct against_line *line, struct words words)
{
    const struct sim_measure *measure = line->measure;
    const struct sim_drift *drift = &line->drift;
    struct against_phrase phrase;
    if (self->exact) return exact_change(line);
    const double change = drift->is - drift->was;
    if (change == 0.0 || isnan(change)) {
        snprintf(phrase.text, sizeof phrase.text, _("%s, as it was"),
                 level(words, measure, drift->is, drift).text);
        return phrase;
    }
    snprintf(phrase.text, sizeof phrase.text, _("%s, was %s: %s%s ± %s"),
             level(words, measure, drift->is, drift).text,
             level(words, measure, drift->was, drift).text, change > 0.0 ? "+" : "−",
             step(words, measure, fabs(change), drift->half).text,
             step(words, measure, drift->half, drift->half).text);
    return phrase;
}

/* "half-hour 09:00: 81 %, was 79 %" */
static size_t place_add(const struct page *page, const struct against_line *line, size_t i,
                        struct against_phrase *phrase, size_t used)
{
    const struct against_place *place = &line->most[i];
    const struct sim_axis *axis = &page->results->axes[place->axis];
    const char *noun = section_axis_noun(axis->name);
    const double half = fmin(place->half, fabs(place->is - place->was) / 2.0);
    struct number room;
    const int n =
        snprintf(phrase->text + used, sizeof phrase->text - used, _("%s%s %s: %s, was %s"),
                 i ? _("; ") : "", noun ? words_text(noun) : axis->name,
                 page_cell(page, axis, place->cell, &room),
                 number_show(page->words, line->measure, place->is, half).text,
                 number_show(page->words, line->measure, place->was, half).text);
    const size_t left = sizeof phrase->text - used - 1;
    return used + (n > 0 && (size_t)n < left ? (size_t)n : left);
}

struct against_phrase against_where(const struct against *self, const struct against_line *line,
                                    struct words words)
{
    const struct page page = page_of(NULL, self, words);
    struct against_phrase phrase = { "" };
    if (line->n_most == 0) return phrase;
    size_t used = (size_t)snprintf(phrase.text, sizeof phrase.text, "%s ", _("most in"));
    for (size_t i = 0; i < line->n_most && used + 1 < sizeof phrase.text; i++)
        used = place_add(&page, line, i, &phrase, used);
    return phrase;
}

/* ---- the page */

static struct number p_text(struct words words, double p)
{
    struct number number = number_plain(words, fmax(p, 1e-4), 4);
    struct number with;
    snprintf(with.text, sizeof with.text, p < 1e-4 ? "p < %.80s" : "p = %.80s", number.text);
    return with;
}

static void write_line(const struct page *page, const struct against *self,
                       const struct against_line *line)
{
    char text[PAGE_LINE_MOST + 512];
    const char *label = page_label(line->measure);
    const struct against_phrase change = against_change(self, line, page->words),
                                where = against_where(self, line, page->words);
    if (self->exact)
        snprintf(text, sizeof text, _("%s: %s"), label, change.text);
    else
        snprintf(text, sizeof text, _("%s: %s (%s)"), label, change.text,
                 p_text(page->words, line->drift.together).text);
    page_paragraph(page, text, PAGE_INDENT, PAGE_HANG);
    if (*where.text) page_paragraph(page, where.text, 2 * PAGE_INDENT, 2 * PAGE_HANG);
}

static void write_head(const struct page *page, const struct against *self)
{
    const struct baseline *then = self->baseline;
    char line[PAGE_LINE_MOST];
    snprintf(line, sizeof line, _("%s against %s"), self->report->name, self->file);
    page_paragraph(page, line, 0, 0);
    if (self->paired)
        snprintf(
            line, sizeof line,
            _("%zu runs then, %zu now, seed %" PRIu64 ": the same people, compared run by run"),
            then->n, self->report->results->n_done, then->seed);
    else
        snprintf(line, sizeof line,
                 _("%zu runs then, %zu now, seeds %" PRIu64 " and %" PRIu64
                   ": other people, compared on average"),
                 then->n, self->report->results->n_done, then->seed,
                 self->report->results->seed);
    page_paragraph(page, line, 0, 0);
    if (strcmp(then->sha256, self->report->sha256) != 0)
        page_paragraph(page, _("The scenario is not the one of the baseline."), 0, 0);
    if (strcmp(then->version, self->report->version) != 0) {
        snprintf(line, sizeof line, _("The baseline is of version %s, this is %s."),
                 then->version, self->report->version);
        page_paragraph(page, line, 0, 0);
    }
    fputc('\n', page->out);
}

static void write_verdict(const struct page *page, const struct against *self)
{
    char line[PAGE_LINE_MOST];
    const size_t n = self->n + self->n_gone, changed = self->n_changed + self->n_gone;
    if (self->all_same)
        snprintf(line, sizeof line, "%s", _("Every number is the same, to the last digit."));
    else if (self->exact)
        snprintf(line, sizeof line, _("Not every number is the same: %zu of %zu measures"),
                 changed, n);
    else if (changed == 0)
        snprintf(line, sizeof line,
                 _("No change is shown in %zu measures (5 %% for all together)."), n);
    else
        snprintf(line, sizeof line,
                 ngettext("%zu of %zu measures has changed (5 %% for all together):",
                          "%zu of %zu measures have changed (5 %% for all together):",
                          (unsigned long)changed),
                 changed, n);
    page_paragraph(page, line, 0, 0);
    if (self->exact && !self->all_same && changed == 0)
        page_paragraph(page,
                       _("The difference is in numbers that the baseline has only a "
                         "digest of: by line, by interval, intervals of estimates."),
                       0, 0);
}

static void write_rest(const struct page *page, const struct against *self)
{
    if (self->n == self->n_changed) return;
    fprintf(page->out, "\n%s\n", _("Not shown to have changed:"));
    for (size_t i = 0; i < self->n; i++)
        if (!self->lines[i].changed) write_line(page, self, &self->lines[i]);
}

void against_text_write(FILE *out, const struct against *self, struct words words, bool full)
{
    const struct page page = page_of(out, self, words);
    char line[PAGE_LINE_MOST];
    write_head(&page, self);
    write_verdict(&page, self);
    for (size_t i = 0; i < self->n; i++)
        if (self->lines[i].changed) write_line(&page, self, &self->lines[i]);
    for (size_t i = 0; i < self->n_gone; i++) {
        snprintf(line, sizeof line, _("%s: is no longer measured"), self->gone[i]);
        page_paragraph(&page, line, PAGE_INDENT, PAGE_HANG);
    }
    if (full) write_rest(&page, self);
}
