/* What sets some dates apart, as a planner writes it: dated events, school holidays.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/dated.h"

#include "models/date.h"
#include "models/demand/reason.h"
#include "models/names.h"

static const struct sim_field event_rows[] = {
    { .key = "name",
      .kind = SIM_NAME,
      .offset = offsetof(struct dated_event, name),
      .help = N_("a code for the event") },
    { .key = "dates",
      .kind = SIM_DATES,
      .offset = offsetof(struct dated_event, dates),
      .low = 1,
      .high = 10000,
      .help = N_("the dates on which it happens") },
    { .key = "factor",
      .kind = SIM_REAL,
      .offset = offsetof(struct dated_event, factor),
      .low = 0,
      .high = 1000,
      .help = N_("on the needs of the day itself: 1.3 is 30 % more") },
    { .key = "decay",
      .kind = SIM_REAL,
      .unit = SIM_OPEN_DAYS,
      .offset = offsetof(struct dated_event, decay_days),
      .low = 0,
      .high = 1000,
      .fallback = "0",
      .class_of_default = 'D',
      .help = N_("open days in which what it adds fades to a third (1/e); 0: that day only") },
    { .key = "lines",
      .kind = SIM_TEXTS,
      .fallback = "",
      .offset = offsetof(struct dated_event, lines),
      .help = N_("names of the lines it concerns; left out, all") },
    { .key = "reasons",
      .kind = SIM_TEXTS,
      .fallback = "",
      .offset = offsetof(struct dated_event, reasons),
      .help = N_("names of the reasons it concerns; left out, all") },
};
const struct sim_fields event_fields =
    SIM_FIELDS(struct dated_event, event_rows,
               N_("dated events that change the needs: a payment of benefits, a letter"));

static const struct sim_field school_holidays_rows[] = {
    { .key = "file",
      .kind = SIM_DATES_FILE,
      .offset = offsetof(struct school_holidays, file),
      .fallback = "",
      .help =
          N_("a table of start,end[,name], each line a stretch of dates with both its ends, "
             "beside this scenario") },
    { .key = "factor",
      .kind = SIM_REAL,
      .offset = offsetof(struct school_holidays, factor),
      .low = 0,
      .high = 1000,
      .fallback = "1",
      .class_of_default = 'D',
      .help = N_("on the needs of those days: 0.9 is 10 % fewer") },
};
const struct sim_fields school_holidays_fields = SIM_FIELDS(
    struct school_holidays, school_holidays_rows, N_("school holidays, and what they change"));

static const char *date_words(int date, struct sim_faults *faults)
{
    const struct date when = date_of(date);
    return sim_faults_text(faults, "%04d-%02d-%02d", when.year, when.month, when.day);
}

/* Dates of the simulated days on which it is closed. */
static void closed_warn(const struct dated_event *self, const struct hours *hours,
                        struct sim_faults *faults)
{
    for (size_t i = 0; i < self->dates.n; i++) {
        const int day = self->dates.values[i] - hours->days[0].date;
        if (day < 0 || day >= hours->n_days || hours->days[day].open_s > 0.0) continue;
        sim_faults_add(
            faults,
            (struct sim_fault){
                .severity = SIM_WARNING,
                .path = sim_faults_text(faults, "events.%s.dates", self->name),
                .what = N_("the centre is closed on the date of this event"),
                .got = date_words(self->dates.values[i], faults),
                .hint = N_("only what is left of it counts, from the next open day on; write "
                           "the open day that is meant") });
    }
}

/* A date written twice, alone and in a stretch for one, would have the factor twice. */
static void twice_check(const struct dated_event *self, struct sim_faults *faults)
{
    for (size_t i = 1; i < self->dates.n; i++)
        for (size_t j = 0; j < i; j++) {
            if (self->dates.values[i] != self->dates.values[j]) continue;
            sim_faults_add(faults,
                           (struct sim_fault){
                               .severity = SIM_INPUT,
                               .path = sim_faults_text(faults, "events.%s.dates", self->name),
                               .what = N_("a date is given twice"),
                               .got = date_words(self->dates.values[i], faults),
                               .wanted = N_("each date once") });
            return;
        }
}

/* A file of other years. */
static void years_warn(const struct school_holidays *self, const struct hours *hours,
                       struct sim_faults *faults)
{
    const struct sim_dates *dates = &self->file.dates;
    bool before = false, after = false;
    int last = 0;
    for (size_t i = 0; i < dates->n; i++) {
        if (i == 0 || dates->values[i] > last) last = dates->values[i];
        before |= dates->values[i] <= hours->days[hours->n_days - 1].date;
        after |= dates->values[i] >= hours->days[0].date;
    }
    if (dates->n == 0 || (before && after)) return;
    sim_faults_add(
        faults, (struct sim_fault){ .severity = SIM_WARNING,
                                    .path = "school_holidays.file",
                                    .what = N_("no holidays of the years that are simulated"),
                                    .got = date_words(last, faults),
                                    .hint = N_("add them to the file, or take another one") });
}

bool dated_check(const struct dated *self, const struct sim_list *lines,
                 const struct sim_list *reasons, const struct hours *hours,
                 struct sim_faults *faults)
{
    const size_t before = faults->n_input;
    const struct dated_event *events = self->events.items;
    for (size_t i = 0; i < self->events.n; i++) {
        const struct dated_event *event = &events[i];
        names_check(&event->lines, lines, sizeof(struct line),
                    sim_faults_text(faults, "events.%s.lines", event->name),
                    N_("there is no such line"), faults);
        names_check(&event->reasons, reasons, sizeof(struct reason),
                    sim_faults_text(faults, "events.%s.reasons", event->name),
                    N_("there is no such reason"), faults);
        twice_check(event, faults);
        closed_warn(event, hours, faults);
    }
    years_warn(&self->school_holidays, hours, faults);
    return faults->n_input == before;
}
