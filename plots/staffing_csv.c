/* Agents required and present as one tidy table.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/staffing.h"

#include <math.h>

#define END_OF_LINE "\r\n"

static void write_real(FILE *out, double value)
{
    putc(',', out);
    if (isfinite(value)) fprintf(out, "%.10g", value);
}

static void write_row(FILE *out, const struct staffing *self,
                      const struct staffing_interval *interval, size_t group)
{
    const int end = (int)lround(60.0 * interval->end_h);
    fprintf(out, "%s,%s,%02d:%02d,%s,%d", staffing_weekday(interval->weekday), interval->clock,
            end / 60, end % 60, group < self->n_groups ? self->groups[group].name : "",
            interval->n_dates);
    fprintf(out, ",%d", interval->required[group]);
    write_real(out, interval->present[group]);
    write_real(out, interval->present[group] - interval->required[group]);
    write_real(out, interval->needs);
    write_real(out, interval->attempts);
    write_real(out, interval->load);
    fprintf(out, ",%s", interval->met ? "true" : "false");
    for (size_t i = 0; i < self->n_targets; i++)
        write_real(out, interval->values[i].value);
    fputs(END_OF_LINE, out);
}

/* Rows of an empty group are of all groups; needs, attempts, load, met and values are of the
 * interval. */
void staffing_csv_write(FILE *out, const struct staffing *self)
{
    fputs("weekday,start,end,group,dates,required,present,gap,needs,attempts,load,met", out);
    for (size_t i = 0; i < self->n_targets; i++)
        fprintf(out, ",%s", self->measures[i]->name);
    fputs(END_OF_LINE, out);
    for (size_t i = 0; i < self->n; i++)
        for (size_t g = 0; g <= self->n_groups; g++)
            write_row(out, self, &self->intervals[i],
                      (g + self->n_groups) % (self->n_groups + 1));
}
