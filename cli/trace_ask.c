/* Which day of which replication is to be told, and whose.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trace_ask.h"

#include "plots/words.h"
#include "scenarios/date_text.h"

#include <stddef.h>

struct trace_written {
    int day; /* a date; 0: not given */
    const char *agent, *need;
    int replication;
};

enum { MOST_REPLICATION = 10000000 };

static const struct sim_field rows[] = {
    { .key = "day",
      .kind = SIM_DATE,
      .offset = offsetof(struct trace_written, day),
      .fallback = "",
      .help = N_("which day, as in 2017-10-05 (default: the first that is open)") },
    { .key = "agent",
      .kind = SIM_TEXT,
      .offset = offsetof(struct trace_written, agent),
      .fallback = "",
      .help = N_("one agent alone, by his code, as in accueil.3") },
    { .key = "need",
      .kind = SIM_TEXT,
      .offset = offsetof(struct trace_written, need),
      .fallback = "",
      .help = N_("the whole life of one need, by its code, as in 20171005-0830-7") },
    { .key = "replication",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct trace_written, replication),
      .low = 1,
      .high = MOST_REPLICATION,
      .fallback = "1",
      .help = N_("which one, counted from 1 (default 1)") },
};
const struct sim_fields trace_fields = SIM_FIELDS(struct trace_written, rows, NULL);

static void ask_fault(struct sim_faults *faults, const char *path, const char *what,
                      const char *got, const char *wanted, const char *hint)
{
    sim_faults_add(faults, (struct sim_fault){ .severity = SIM_INPUT,
                                               .path = path,
                                               .what = what,
                                               .got = got,
                                               .wanted = wanted,
                                               .hint = hint });
}

/* The index of the first day that is counted, and, where that is asked for, open; n_days: none.
 */
static int first_counted(const struct hours *hours, bool open)
{
    int day = 0;
    while (day < hours->n_days &&
           !(hours->days[day].counted && (!open || hours->days[day].open_s > 0.0)))
        day++;
    return day;
}

static int last_counted(const struct hours *hours)
{
    int day = hours->n_days - 1;
    while (day > 0 && !hours->days[day].counted)
        day--;
    return day;
}

/* The index of a date; -1, with a fault, outside the horizon. */
static int day_find(const struct hours *hours, int date, const char *path, struct call *call)
{
    const int first = first_counted(hours, false), last = last_counted(hours);
    const int day = date - hours->days[0].date;
    if (day >= first && day <= last) return day;
    ask_fault(call->faults, path, N_("outside the horizon"), date_print(call->arena, date),
              sim_faults_text(call->faults, "%s .. %s",
                              date_print(call->arena, hours->days[first].date),
                              date_print(call->arena, hours->days[last].date)),
              NULL);
    return -1;
}

static void agent_find(struct trace_ask *self, const char *code,
                       const struct scenario *scenario, struct call *call)
{
    const char *nearest = NULL;
    self->agent = trace_agent_read(scenario, code, call->arena, &nearest);
    if (self->agent != NOBODY) return;
    ask_fault(call->faults, "--agent", N_("there is no such agent"), code,
              nearest ? NULL
                      : sim_faults_text(call->faults, _("the code of an agent, as in %s"),
                                        trace_agent(scenario, 0).text),
              nearest);
}

/* Needs of the warm-up may live on into the horizon: any day will do that is simulated. */
static void need_find(struct trace_ask *self, const char *code, const struct hours *hours,
                      struct call *call)
{
    if (!trace_need_read(code, &self->need)) {
        ask_fault(call->faults, "--need", N_("is no code of a need"), code,
                  N_("a code as the log prints it, as in 20171005-0830-7"), NULL);
        return;
    }
    const int date = trace_need_date(self->need), day = date - hours->days[0].date;
    if (day >= 0 && day < hours->n_days)
        self->day = day;
    else
        ask_fault(call->faults, "--need", N_("outside the horizon"), code,
                  sim_faults_text(call->faults, "%s .. %s",
                                  date_print(call->arena, hours->days[0].date),
                                  date_print(call->arena, hours->days[hours->n_days - 1].date)),
                  NULL);
}

bool trace_ask_read(struct trace_ask *self, const struct scenario *scenario, struct call *call)
{
    const struct hours *hours = &scenario->hours;
    struct trace_written written = { 0 };
    struct sim_inputs inputs = { 0 };
    if (!options_own_read(call->options, &trace_fields, &written, call->arena, &inputs,
                          call->faults))
        return false;
    *self =
        (struct trace_ask){ .agent = NOBODY, .replication = (uint32_t)written.replication - 1 };
    self->day = first_counted(hours, true);
    if (self->day == hours->n_days) self->day = first_counted(hours, false);
    if (written.agent && written.need)
        ask_fault(call->faults, "--need", N_("either an agent or a need, not both"),
                  written.need, NULL, NULL);
    if (written.agent) agent_find(self, written.agent, scenario, call);
    if (written.need) need_find(self, written.need, hours, call);
    if (written.day) self->day = day_find(hours, written.day, "--day", call);
    return !sim_faults_any(call->faults);
}
