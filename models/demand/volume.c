/* How many needs a date has, by the volume: months, weekdays, closed days.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/volume.h"

#include "models/date.h"

static double factor_at(const struct sim_reals *factors, int i)
{
    return factors->n > (size_t)i ? factors->values[i] : 1.0;
}

static double weekday_factor(const struct demand *demand, int date)
{
    return factor_at(&demand->weekdays, date_weekday(date));
}

/* The weekday factors of the open dates of the month that begins on `first`, summed. */
static double month_factors(const struct volume *self, int first)
{
    const int end = date_after_months(first, 1);
    double factors = 0.0;
    for (int date = first; date < end; date++)
        if (hours_rules_is_open_on(self->rules, date))
            factors += weekday_factor(self->demand, date);
    return factors;
}

/* A month's volume is spread over its open days by weekday, so that they sum to it. */
static double part_of_month(struct volume *self, struct date when)
{
    const int first = date_number((struct date){ when.year, when.month, 1 });
    if (first != self->month || first == 0) {
        self->month = first;
        self->factors = month_factors(self, first);
    }
    return self->factors > 0.0 ? 1.0 / self->factors : 0.0;
}

/* The needs of a date that is open so long. */
static double volume_at(struct volume *self, int date, double open_s)
{
    const struct demand *demand = self->demand;
    const struct date when = date_of(date);
    const double volume = demand->volume * factor_at(&demand->months, when.month - 1) *
                          weekday_factor(demand, date);
    if (demand->per == PER_OPEN_DAY) return volume;
    if (demand->per == PER_OPEN_HOUR) return volume * open_s / 3600.0;
    return volume * part_of_month(self, when);
}

/* What a closed date leaves for the next open one. */
static void put_off(struct volume *self, int date)
{
    const double usual_s = hours_rules_usual_open_s(self->rules, date);
    if (self->demand->per == PER_MONTH || !(usual_s > 0.0)) return;
    self->waiting += self->demand->postponed * volume_at(self, date, usual_s);
}

struct volume volume_before(const struct demand *demand, const struct hours_rules *rules,
                            int date)
{
    struct volume self = { .demand = demand, .rules = rules };
    if (!(demand->postponed > 0.0)) return self;
    for (int i = hours_rules_open_day_from(rules, date, 1, -1) + 1; i < date; i++)
        put_off(&self, i);
    return self;
}

double volume_of_date(struct volume *self, int date)
{
    const double open_s = hours_rules_open_s(self->rules, date);
    if (!(open_s > 0.0)) {
        put_off(self, date);
        return 0.0;
    }
    const double volume = volume_at(self, date, open_s) + self->waiting;
    self->waiting = 0.0;
    return volume;
}
