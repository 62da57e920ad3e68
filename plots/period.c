/* How long a run is, and how many there were, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/period.h"

#include <limits.h>

enum { MONTHS, WEEKS, DAYS, PARTS };

/* How long a run is, from the scenario's inputs. */
struct period {
    int start; /* INT_MIN where it is not known */
    int parts[PARTS];
};

static int whole_input(const struct page *self, const char *path, int otherwise)
{
    const int *value = page_input(self, path);
    return value ? *value : otherwise;
}

static struct period period_of(const struct page *self)
{
    static const char *const paths[PARTS] = { "horizon.months", "horizon.weeks",
                                              "horizon.days" };
    struct period period = { .start = whole_input(self, "horizon.start", INT_MIN) };
    bool any = false;
    for (int i = 0; i < PARTS; i++) {
        period.parts[i] = whole_input(self, paths[i], i == WEEKS ? 0 : -1);
        if (period.parts[i] < 0) period.start = INT_MIN;
        any = any || period.parts[i] > 0;
    }
    if (!any) period.parts[MONTHS] = 1;
    return period;
}

bool period_is_one_month(const struct page *page)
{
    const struct period period = period_of(page);
    return period.start != INT_MIN && period.parts[MONTHS] == 1 && !period.parts[WEEKS] &&
           !period.parts[DAYS];
}

static const char *part_format(int part, unsigned long n)
{
    if (part == MONTHS) return ngettext("%lu month", "%lu months", n);
    if (part == WEEKS) return ngettext("%lu week", "%lu weeks", n);
    return ngettext("%lu day", "%lu days", n);
}

/* "1 month", "2 weeks and 3 days" */
static struct page_text length_of(struct period period)
{
    struct page_text text = { "" };
    for (int i = 0; i < PARTS; i++) {
        const unsigned long n = (unsigned long)period.parts[i];
        struct page_text before = text;
        char part[64];
        if (period.parts[i] <= 0) continue;
        snprintf(part, sizeof part, part_format(i, n), n);
        if (*before.text)
            snprintf(text.text, sizeof text.text, _("%s and %s"), before.text, part);
        else
            snprintf(text.text, sizeof text.text, "%s", part);
    }
    return text;
}

struct page_text period_runs(const struct page *page)
{
    const struct period period = period_of(page);
    const unsigned long n = page->results->n_done;
    struct page_text text = { "" };
    if (period.start == INT_MIN || n == 0) return text;
    snprintf(text.text, sizeof text.text,
             ngettext("%lu run: %s from %s", "%lu runs, each: %s from %s", n), n,
             length_of(period).text, number_date(page->words, period.start).text);
    return text;
}
