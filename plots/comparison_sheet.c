/* What all parts of a comparison's text share: names, values, differences, words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/comparison_sheet.h"

#include <string.h>

const char *sheet_name(const struct sheet *self, size_t option)
{
    return self->of->options[option].name;
}

const struct comparison_cell *sheet_cell(const struct sheet *self, size_t option,
                                         size_t measure)
{
    return &self->of->options[option].cells[measure];
}

const char *sheet_label(const struct sheet *self, size_t measure)
{
    return page_label(self->of->measures[measure]);
}

struct number sheet_value(const struct sheet *self, size_t option, size_t measure)
{
    const struct sim_estimate *estimate = &sheet_cell(self, option, measure)->estimate;
    return number_estimate(self->page.words, self->of->measures[measure], estimate).value;
}

struct page_text sheet_difference(const struct sheet *self, size_t option, size_t measure)
{
    const struct comparison_cell *cell = sheet_cell(self, option, measure);
    const struct number_pair pair = number_difference(
        self->page.words, self->of->measures[measure], cell->difference.value, cell->half);
    struct page_text text;
    snprintf(text.text, sizeof text.text, "%s%s%s", pair.value.text,
             *pair.margin.text ? " " : "", pair.margin.text);
    return text;
}

struct number sheet_size(const struct sheet *self, size_t measure, double size, double half)
{
    struct number number =
        number_difference(self->page.words, self->of->measures[measure], size, half).value;
    if (*number.text == '+') memmove(number.text, number.text + 1, strlen(number.text));
    return number;
}

static bool is_cost(const struct sheet *self, size_t measure)
{
    return measure == self->of->cost;
}

const char *sheet_word(const struct sheet *self, size_t option, size_t measure)
{
    switch (sheet_cell(self, option, measure)->word) {
    case COMPARISON_BETTER:
        return is_cost(self, measure) ? _("cheaper") : _("better");
    case COMPARISON_WORSE:
        return is_cost(self, measure) ? _("dearer") : _("worse");
    case COMPARISON_MORE:
        return _("more");
    case COMPARISON_LESS:
        return _("less");
    case COMPARISON_SAME:
        return _("no difference shown");
    case COMPARISON_EQUAL:
        return _("the same");
    case COMPARISON_UNDEFINED:
        break;
    }
    return _("not known");
}

void sheet_paragraph(const struct sheet *self, const char *text)
{
    page_paragraph(&self->page, text, 0, PAGE_HANG);
}

struct list sheet_names_where(const struct sheet *self,
                              bool (*holds)(const struct sheet *self, size_t option))
{
    struct list list = { .most = 6 };
    for (size_t i = 0; i < self->of->n_options; i++)
        if (holds(self, i)) list_add(&list, sheet_name(self, i));
    return list;
}
