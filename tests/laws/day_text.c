/* A day in parts, written as the keys of a scenario.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/laws/day_text.h"

#include <stdio.h>
#include <string.h>

void clock_text(char text[6], int minutes)
{
    const unsigned hour = (unsigned)minutes / 60 % 100, minute = (unsigned)minutes % 60;
    snprintf(text, 6, "%02u:%02u", hour, minute);
}

static void course_add(char *text, size_t size, const char *from, const char *to, double value)
{
    const size_t used = strlen(text);
    snprintf(text + used, size - used, "%s{ from = \"%s\"; to = \"%s\"; values = [ %.10g ]; }",
             used ? ", " : "", from, to, value);
}

void day_text_add(struct day_text *self, int at, int length, double per_h, int staff)
{
    char from[6], to[6];
    if (staff == 0) return;
    clock_text(from, at);
    clock_text(to, at + length);
    const size_t used = strlen(self->hours);
    snprintf(self->hours + used, sizeof self->hours - used,
             "%s{ open = \"%s\"; close = \"%s\"; }", used ? ", " : "", from, to);
    course_add(self->rates, sizeof self->rates, from, to, per_h);
    course_add(self->staffing, sizeof self->staffing, from, to, staff);
    self->open_min += length;
}
