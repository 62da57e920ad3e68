/* What all parts of the page on the screen share: where they write, how they name and show.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/page.h"

#include "plots/layout.h"
#include "plots/sections.h"

#include <math.h>
#include <string.h>

void page_paragraph(const struct page *self, const char *text, size_t indent, size_t hang)
{
    layout_blank(self->out, indent);
    layout_wrap(self->out, text, indent, hang);
}

size_t page_measure(const struct page *self, const char *name)
{
    const size_t index = sim_results_measure(self->results, name);
    if (index >= self->results->n_measures) return self->results->n_measures;
    return isnan(self->results->overall[index].value) ? self->results->n_measures : index;
}

const char *page_label(const struct sim_measure *measure)
{
    return measure->label && *measure->label ? words_text(measure->label) : measure->name;
}

/* Copies a text, with `by` for every `what`. */
static struct page_text with(const char *text, const char *what, const char *by)
{
    struct page_text copy = { "" };
    size_t used = 0;
    const char *next;
    for (; (next = strstr(text, what)) && used < sizeof copy.text; text = next + strlen(what))
        used += (size_t)snprintf(copy.text + used, sizeof copy.text - used, "%.*s%s",
                                 (int)(next - text), text, by);
    if (used < sizeof copy.text)
        snprintf(copy.text + used, sizeof copy.text - used, "%s", text);
    return copy;
}

/* The same with a duration for every `what`, where there is one. */
static struct page_text with_seconds(struct words words, const char *text, const char *what,
                                     const char *form, double value)
{
    char by[128];
    if (isnan(value)) return with(text, what, what);
    snprintf(by, sizeof by, form, number_input(words, SIM_SECONDS, value).text);
    return with(text, what, by);
}

struct page_text page_definition_within(const struct sim_measure *measure, double within_s,
                                        struct words words)
{
    const bool given = measure->definition && *measure->definition;
    const char *text = given ? words_text(measure->definition) : _("no definition was given");
    return with_seconds(words, text, _("within threshold"), _("within %s"), within_s);
}

static double seconds_of(const struct page *self, const char *path)
{
    const double *value = page_input(self, path);
    return value ? *value : NAN;
}

struct page_text page_definition(const struct page *self, const struct sim_measure *measure)
{
    const struct page_text within =
        page_definition_within(measure, seconds_of(self, "service_level.within"), self->words);
    return with_seconds(self->words, within.text, "service_level.short", "%s",
                        seconds_of(self, "service_level.short"));
}

const char *page_cell(const struct page *self, const struct sim_axis *axis, size_t cell,
                      struct number *room)
{
    const char *fixed = section_cell_title(axis->name, axis->cells[cell]);
    if (fixed) return words_text(fixed);
    const char *title = axis->titles ? axis->titles[cell] : NULL;
    if (title && *title) return title;
    if (strcmp(axis->name, "month") == 0) {
        *room = number_month(self->words, axis->cells[cell]);
        return room->text;
    }
    if (!section_is_clock(axis->name)) return axis->cells[cell];
    *room = number_clock(self->words, axis->cells[cell]);
    return room->text;
}

struct number_pair page_pair(const struct page *self, const struct sim_measure *measure,
                             const struct sim_estimate *estimate)
{
    struct number_pair pair = number_estimate(self->words, measure, estimate);
    if (self->results->n_done < 2) pair.margin.text[0] = '\0';
    return pair;
}

struct page_text page_estimate(const struct page *self, const struct sim_measure *measure,
                               const struct sim_estimate *estimate)
{
    const struct number_pair pair = page_pair(self, measure, estimate);
    struct page_text text;
    snprintf(text.text, sizeof text.text, "%s%s%s", pair.value.text,
             *pair.margin.text ? " " : "", pair.margin.text);
    return text;
}

const void *page_input(const struct page *self, const char *path)
{
    const struct sim_inputs *inputs = self->report->inputs;
    for (size_t i = 0; inputs && i < inputs->n; i++)
        if (strcmp(inputs->items[i].path, path) == 0) return inputs->items[i].value;
    return NULL;
}
