/* The rules of opening, as written: weekly hours, public holidays, dates of their own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/hours_rules.h"

#include "models/date.h"
#include "models/holiday.h"

#include <math.h>

enum { MOST_SEARCHED_DAYS = 1000 };
static const double day_s = 86400.0;

static const struct sim_field horizon_rows[] = {
    { .key = "start",
      .kind = SIM_DATE,
      .offset = offsetof(struct horizon, start),
      .fallback = "2018-01-01",
      .help = N_("the first day that is counted") },
    { .key = "months",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct horizon, months),
      .high = 120,
      .fallback = "0",
      .help = N_("calendar months from the start; 12 are a year") },
    { .key = "weeks",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct horizon, weeks),
      .high = 520,
      .fallback = "0",
      .help = N_("further weeks after the months") },
    { .key = "days",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct horizon, days),
      .high = 3660,
      .fallback = "0",
      .help = N_("further days after the weeks; with none of the three, one month") },
    { .key = "warm_up",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct horizon, warm_up_days),
      .high = 400,
      .fallback = "10",
      .class_of_default = 'D',
      .help = N_("open days before the start that are simulated and not counted") },
    { .key = "run_off",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct horizon, run_off_days),
      .high = 400,
      .fallback = "10",
      .class_of_default = 'D',
      .help = N_("open days after the end that follow the needs of the horizon to their end") },
};
const struct sim_fields horizon_fields =
    SIM_FIELDS(struct horizon, horizon_rows, N_("the days that are simulated"));

static const struct sim_field opening_rows[] = {
    { .key = "days",
      .kind = SIM_DAYS,
      .offset = offsetof(struct opening, days),
      .fallback = N_("every day"),
      .help = N_("the weekdays it holds for") },
    { .key = "open",
      .kind = SIM_REAL,
      .unit = SIM_CLOCK,
      .offset = offsetof(struct opening, open_s),
      .high = 86400,
      .help = N_("when the phones open") },
    { .key = "close",
      .kind = SIM_REAL,
      .unit = SIM_CLOCK,
      .offset = offsetof(struct opening, close_s),
      .high = 86400,
      .help = N_("when the phones close") },
};
const struct sim_fields opening_fields =
    SIM_FIELDS(struct opening, opening_rows, N_("opening hours; none at all: round the clock"));

static const struct sim_field special_day_rows[] = {
    { .key = "dates",
      .kind = SIM_DATES,
      .offset = offsetof(struct special_day, dates),
      .low = 1,
      .high = 10000,
      .help = N_("the dates it holds for") },
    { .key = "open",
      .kind = SIM_REAL,
      .unit = SIM_CLOCK,
      .offset = offsetof(struct special_day, open_s),
      .high = 86400,
      .help = N_("when the phones open") },
    { .key = "close",
      .kind = SIM_REAL,
      .unit = SIM_CLOCK,
      .offset = offsetof(struct special_day, close_s),
      .high = 86400,
      .help = N_("when the phones close") },
};
const struct sim_fields special_day_fields =
    SIM_FIELDS(struct special_day, special_day_rows,
               N_("dates that open at hours of their own instead of their weekday's, public "
                  "holidays too; several stretches of one date are several rows"));

bool dates_hold(const struct sim_dates *self, int date)
{
    for (size_t i = 0; i < self->n; i++)
        if (self->values[i] == date) return true;
    return false;
}

static const struct special_day *special_at(const struct hours_rules *self, size_t i)
{
    return (const struct special_day *)self->specials.items + i;
}

static const struct opening *opening_at(const struct hours_rules *self, size_t i)
{
    return (const struct opening *)self->openings.items + i;
}

bool hours_rules_is_special(const struct hours_rules *self, int date)
{
    for (size_t i = 0; i < self->specials.n; i++)
        if (dates_hold(&special_at(self, i)->dates, date)) return true;
    return false;
}

static bool is_closed(const struct hours_rules *self, int date)
{
    return dates_hold(&self->closed_on, date) ||
           holiday_is((enum holidays)self->public_holidays, date);
}

bool hours_rules_is_open_at(const struct hours_rules *self, int date, double time_s)
{
    if (hours_rules_is_special(self, date)) {
        for (size_t i = 0; i < self->specials.n; i++) {
            const struct special_day *row = special_at(self, i);
            if (dates_hold(&row->dates, date) && time_s >= row->open_s && time_s < row->close_s)
                return true;
        }
        return false;
    }
    if (is_closed(self, date)) return false;
    if (self->openings.n == 0) return true;
    const int weekday = date_weekday(date);
    for (size_t i = 0; i < self->openings.n; i++) {
        const struct opening *row = opening_at(self, i);
        if ((row->days >> weekday & 1) && time_s >= row->open_s && time_s < row->close_s)
            return true;
    }
    return false;
}

double hours_rules_usual_open_s(const struct hours_rules *self, int date)
{
    if (self->openings.n == 0) return day_s;
    const int weekday = date_weekday(date);
    double open_s = 0.0;
    for (size_t i = 0; i < self->openings.n; i++)
        if (opening_at(self, i)->days >> weekday & 1)
            open_s += opening_at(self, i)->close_s - opening_at(self, i)->open_s;
    return open_s;
}

double hours_rules_open_s(const struct hours_rules *self, int date)
{
    if (!hours_rules_is_special(self, date))
        return is_closed(self, date) ? 0.0 : hours_rules_usual_open_s(self, date);
    double open_s = 0.0;
    for (size_t i = 0; i < self->specials.n; i++)
        if (dates_hold(&special_at(self, i)->dates, date))
            open_s += special_at(self, i)->close_s - special_at(self, i)->open_s;
    return open_s;
}

int hours_rules_open_day_from(const struct hours_rules *self, int date, int n, int direction)
{
    for (int searched = 0; n > 0 && searched < MOST_SEARCHED_DAYS; searched++) {
        date += direction;
        if (hours_rules_is_open_on(self, date)) n--;
    }
    return date;
}

/* One row of hours or special_days, as checks see it. */
struct stretch {
    const char *list;
    size_t row;
    double open_s, close_s;
};

static void stretch_fault(const struct stretch *at, const char *leaf, const char *what,
                          const char *wanted, struct sim_faults *faults)
{
    const char *path = sim_faults_text(faults, "%s.[%zu].%s", at->list, at->row, leaf);
    sim_faults_add(faults,
                   (struct sim_fault){
                       .severity = SIM_INPUT, .path = path, .what = what, .wanted = wanted });
}

static void stretch_check(const struct stretch *at, double interval_s,
                          struct sim_faults *faults)
{
    if (at->close_s <= at->open_s)
        stretch_fault(at, "close", N_("closes before it opens"), NULL, faults);
    if (fmod(at->open_s, interval_s) != 0.0)
        stretch_fault(at, "open", N_("does not fall on an interval's boundary"),
                      N_("a multiple of the scenario's interval"), faults);
    if (fmod(at->close_s, interval_s) != 0.0)
        stretch_fault(at, "close", N_("does not fall on an interval's boundary"),
                      N_("a multiple of the scenario's interval"), faults);
}

static void overlap_check(const struct stretch *at, double open_s, double close_s,
                          struct sim_faults *faults)
{
    if (at->open_s < close_s && open_s < at->close_s)
        stretch_fault(at, "open", N_("overlaps with other opening hours of the same day"), NULL,
                      faults);
}

void openings_check(const struct sim_list *openings, double interval_s, const char *key,
                    struct sim_faults *faults)
{
    const struct opening *rows = openings->items;
    for (size_t i = 0; i < openings->n; i++) {
        const struct stretch at = { key, i, rows[i].open_s, rows[i].close_s };
        stretch_check(&at, interval_s, faults);
        for (size_t j = 0; j < i; j++)
            if (rows[i].days & rows[j].days)
                overlap_check(&at, rows[j].open_s, rows[j].close_s, faults);
    }
}

static bool share_a_date(const struct sim_dates *a, const struct sim_dates *b)
{
    for (size_t i = 0; i < a->n; i++)
        if (dates_hold(b, a->values[i])) return true;
    return false;
}

static void specials_check(const struct hours_rules *self, struct sim_faults *faults)
{
    for (size_t i = 0; i < self->specials.n; i++) {
        const struct special_day *row = special_at(self, i);
        const struct stretch at = { "special_days", i, row->open_s, row->close_s };
        stretch_check(&at, self->interval_s, faults);
        if (share_a_date(&row->dates, &self->closed_on))
            stretch_fault(&at, "dates", N_("a date is also in closed_on"),
                          N_("either hours of its own, or closed all day"), faults);
        for (size_t j = 0; j < i; j++)
            if (share_a_date(&row->dates, &special_at(self, j)->dates))
                overlap_check(&at, special_at(self, j)->open_s, special_at(self, j)->close_s,
                              faults);
    }
}

bool hours_rules_check(const struct hours_rules *self, struct sim_faults *faults)
{
    const size_t before = faults->n_input;
    openings_check(&self->openings, self->interval_s, "hours", faults);
    specials_check(self, faults);
    return faults->n_input == before;
}
