/* Training and newcomers as a planner writes them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/training.h"

static const char *const approach_choices[] = { "step", "exponential", "power", NULL };
static const char *const practice_choices[] = { "hours", "days", "calls", NULL };

static const struct sim_field lesson_rows[] = {
    { .key = "days",
      .kind = SIM_DAYS,
      .offset = offsetof(struct lesson, days),
      .fallback = "every day",
      .help = N_("the weekdays it is held on") },
    { .key = "from",
      .kind = SIM_REAL,
      .unit = SIM_CLOCK,
      .offset = offsetof(struct lesson, from_s),
      .high = 86400,
      .help = N_("when it begins") },
    { .key = "to",
      .kind = SIM_REAL,
      .unit = SIM_CLOCK,
      .offset = offsetof(struct lesson, to_s),
      .high = 86400,
      .help = N_("when it ends") },
    { .key = "every",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct lesson, every_weeks),
      .low = 1,
      .high = 520,
      .fallback = "1",
      .help = N_("held in one week of so many, the first being that of from_date") },
    { .key = "from_date",
      .kind = SIM_DATE,
      .offset = offsetof(struct lesson, from_date),
      .fallback = "",
      .help = N_("the first day it may be held on; left out, the first of the horizon") },
    { .key = "until_date",
      .kind = SIM_DATE,
      .offset = offsetof(struct lesson, until_date),
      .fallback = "",
      .help = N_("the last day it may be held on; left out, as long as somebody needs it") },
    { .key = "dates",
      .kind = SIM_DATES,
      .offset = offsetof(struct lesson, dates),
      .fallback = "",
      .help = N_("the dates it is held on, instead of all these") },
    { .key = "people",
      .kind = SIM_TEXTS,
      .offset = offsetof(struct lesson, people),
      .fallback = "",
      .help = N_("codes of those who come; left out, all whom the module is for") },
};
static const struct sim_fields lesson_fields = SIM_FIELDS(
    struct lesson, lesson_rows,
    N_("when it is held: those who are at work then leave the phones, after the call in hand"));

static const struct sim_field change_rows[] = {
    { .key = "reasons",
      .kind = SIM_TEXTS,
      .offset = offsetof(struct change, reasons),
      .help = N_("names of reasons; \"*\" for all") },
    { .key = "resolved",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct change, p_resolved),
      .low = 0,
      .high = 1,
      .fallback = "",
      .help = N_(
          "the chance to resolve at first level that it leads to; who has a better one keeps "
          "it") },
    { .key = "more",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct change, p_more),
      .low = 0,
      .high = 1,
      .fallback = "0 %",
      .help = N_("instead of resolved: what it adds to that chance") },
    { .key = "handling_factor",
      .kind = SIM_REAL,
      .offset = offsetof(struct change, handling_factor),
      .low = 0.1,
      .high = 10,
      .fallback = "1",
      .help = N_("the handling time it leads to over that before") },
};
static const struct sim_fields change_fields =
    SIM_FIELDS(struct change, change_rows, N_("what it changes, once it counts in full"));

/* clang-format off */
static const struct sim_field module_rows[] = {
    { .key = "name", .kind = SIM_NAME, .offset = offsetof(struct module, name),
      .help = N_("a code for the module") },
    { .key = "title", .kind = SIM_TEXT, .offset = offsetof(struct module, title), .fallback = "",
      .help = N_("what people call it; left out, its code") },
    { .key = "hours", .kind = SIM_REAL, .unit = SIM_SECONDS, .offset = offsetof(struct module, hours_s),
      .low = 60, .high = 2000 * 3600.0,
      .help = N_("its whole length: who has had it comes no more; a session counts whole, also for "
                 "who comes late from a call") },
    { .key = "groups", .kind = SIM_TEXTS, .offset = offsetof(struct module, groups), .fallback = "",
      .help = N_("names of the groups it is for; left out, all that are staffed by people") },
    { .key = "people", .kind = SIM_TEXTS, .offset = offsetof(struct module, people), .fallback = "",
      .help = N_("codes of the people it is for; left out, all of these groups") },
    { .key = "sessions", .kind = SIM_LIST, .offset = offsetof(struct module, lessons), .high = 1000,
      .sub = &lesson_fields },
    { .key = "changes", .kind = SIM_LIST, .offset = offsetof(struct module, changes), .high = 1000,
      .sub = &change_fields },
    { .key = "approach", .kind = SIM_CHOICE, .offset = offsetof(struct module, approach),
      .fallback = "step", .choices = approach_choices,
      .help = N_("how it comes to count: all at once with its last hour, or little by little, by "
                 "an exponential or a power law of practice") },
    { .key = "practice", .kind = SIM_CHOICE, .offset = offsetof(struct module, practice),
      .fallback = "hours", .choices = practice_choices,
      .help = N_("what practice is: hours of the module; or, once it is finished, days at work, or "
                 "calls for its reasons") },
    { .key = "pace", .kind = SIM_REAL, .offset = offsetof(struct module, pace), .low = 0.01,
      .high = 1e6, .fallback = "",
      .help = N_("so many hours, days or calls leave 37 % of the difference by an exponential law, "
                 "and by a power law half of it where the exponent is 1") },
    { .key = "exponent", .kind = SIM_REAL, .offset = offsetof(struct module, exponent), .low = 0.01,
      .high = 10, .fallback = "0.32", .class_of_default = 'D',
      .help = N_("of a power law: at 0.32 each doubling of practice leaves 80 % of the difference") },
};
const struct sim_fields module_fields = SIM_FIELDS(
    struct module, module_rows,
    N_("what agents are taught: sessions off the phones, and what they can do after them"));

static const struct sim_field newcomers_rows[] = {
    { .key = "handling_factor", .kind = SIM_REAL, .offset = offsetof(struct newcomers, handling_factor),
      .low = 0.1, .high = 10, .fallback = "1.5", .class_of_default = 'R', .likely = "1.3..1.8",
      .help = N_("handling time on the first day over that of an experienced agent") },
    { .key = "resolved_factor", .kind = SIM_REAL, .offset = offsetof(struct newcomers, p_factor),
      .low = 0, .high = 1, .fallback = "1", .class_of_default = 'D',
      .help = N_("the same of the chance to resolve at first level") },
    { .key = "months", .kind = SIM_REAL, .offset = offsetof(struct newcomers, months), .low = 0.1,
      .high = 120, .fallback = "6", .class_of_default = 'R',
      .help = N_("months to proficiency: the difference fades exponentially until a twentieth of "
                 "it is left; reasons.proficiency_months may say otherwise") },
};
/* clang-format on */
const struct sim_fields newcomers_fields =
    SIM_FIELDS(struct newcomers, newcomers_rows,
               N_("how people who are newcomers begin, by their first day (people.from_date)"));
