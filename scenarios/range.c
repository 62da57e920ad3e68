/* A range of numbers with units, "150 s..360 s", or of factors, "x0.7..x1.4".
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/range.h"

#include "scenarios/unit.h"

#include <stdio.h>
#include <string.h>

enum { END_MOST = 64 };

/* The blanks at the end are no part of a number. */
static bool end_parse(const char *start, size_t length, enum sim_unit unit, double *value,
                      struct sim_fault *fault)
{
    char text[END_MOST];
    while (length && strchr(" \t", start[length - 1]))
        length--;
    if (length >= sizeof text) return false;
    snprintf(text, sizeof text, "%.*s", (int)length, start);
    return unit_parse(blank_end(text), unit, value, fault);
}

bool range_parse(const char *text, enum sim_unit unit, struct range *range,
                 struct sim_fault *fault)
{
    const char *dots = strstr(text, "..");
    *fault = (struct sim_fault){ .what = N_("not a range"),
                                 .wanted = N_("two numbers with their units, the lower first, "
                                              "as in 2 min..30 min") };
    struct sim_fault ignored;
    if (!dots) return false;
    const char *low = blank_end(text), *high = blank_end(dots + 2);
    range->times = *low == 'x' && *high == 'x';
    if (range->times) {
        low++;
        high++;
        unit = SIM_PLAIN;
    }
    return end_parse(low, (size_t)(dots - low), unit, &range->low, &ignored) &&
           end_parse(high, strlen(high), unit, &range->high, &ignored) &&
           range->low < range->high && !(range->times && range->low < 0.0);
}
