/* A whole scenario, declared and checked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/scenario.h"

#include "models/scenario_casework.h"
#include "models/scenario_teamwork.h"
#include "models/scenario_warn.h"

#include "models/holiday.h"
#include "models/staff/presence.h"

#include <math.h>

static const struct sim_field service_level_rows[] = {
    { .key = "within",
      .kind = SIM_REAL,
      .unit = SIM_SECONDS,
      .offset = offsetof(struct service_level, within_s),
      .high = 86400,
      .fallback = "20 s",
      .help = N_("the threshold: an answer after at most this wait is in time") },
    { .key = "short",
      .kind = SIM_REAL,
      .unit = SIM_SECONDS,
      .offset = offsetof(struct service_level, short_s),
      .high = 86400,
      .fallback = "5 s",
      .help = N_("abandons after less than this wait are counted apart") },
};
static const struct sim_fields service_level_fields =
    SIM_FIELDS(struct service_level, service_level_rows, N_("what counts as in time"));

#define GROUP(key_, member_, sub_)                                                             \
    {                                                                                          \
        .key = (key_), .kind = SIM_GROUP, .offset = offsetof(struct scenario, member_),        \
        .sub = &(sub_)                                                                         \
    }
#define LIST(key_, member_, sub_, least_)                                                      \
    {                                                                                          \
        .key = (key_), .kind = SIM_LIST, .offset = offsetof(struct scenario, member_),         \
        .sub = &(sub_), .low = (least_), .high = 10000                                         \
    }

/* clang-format off */
static const struct sim_field scenario_rows[] = {
    { .key = "title", .kind = SIM_TEXT, .offset = offsetof(struct scenario, title), .fallback = "",
      .help = N_("what the scenario is called on a page") },
    { .key = "description", .kind = SIM_TEXT, .offset = offsetof(struct scenario, description),
      .fallback = "", .help = N_("the question it answers") },
    GROUP("horizon", rules.horizon, horizon_fields),
    LIST("hours", rules.openings, opening_fields, 0),
    { .key = "public_holidays", .kind = SIM_CHOICE,
      .offset = offsetof(struct scenario, rules.public_holidays), .fallback = "none",
      .choices = holiday_choices,
      .help = N_("the country on whose public holidays the centre is closed") },
    LIST("special_days", rules.specials, special_day_fields, 0),
    { .key = "closed_on", .kind = SIM_DATES, .fallback = "",
      .offset = offsetof(struct scenario, rules.closed_on),
      .help = N_("dates on which the centre is closed all day") },
    { .key = "interval", .kind = SIM_REAL, .unit = SIM_SECONDS,
      .offset = offsetof(struct scenario, rules.interval_s), .low = 900, .high = 3600,
      .fallback = "30 min",
      .help = N_("length of the intervals of profile, staffing and statistics: 15, 30 or 60 min") },
    GROUP("demand", demand, demand_fields),
    LIST("events", dated.events, event_fields, 0),
    GROUP("school_holidays", dated.school_holidays, school_holidays_fields),
    LIST("lines", lines, line_fields, 0),
    LIST("reasons", reasons, reason_fields, 0),
    { .key = "phone_lines", .kind = SIM_WHOLE, .offset = offsetof(struct scenario, phone_lines),
      .low = 0, .high = 1e6, .fallback = "0",
      .help = N_("calls the centre can hold at once, waiting or talking, on all lines together; "
                 "0: no limit") },
    { .key = "greeting", .kind = SIM_REAL, .unit = SIM_SECONDS,
      .offset = offsetof(struct scenario, greeting_s), .low = 0, .high = 3600, .fallback = "0 s",
      .class_of_default = 'D',
      .help = N_("length of the greeting or menu before the queue; it is not waiting, but "
                 "callers may hang up") },
    GROUP("message", message, message_fields),
    GROUP("patience", patience, patience_fields),
    GROUP("redial", redial, redial_fields),
    GROUP("again", again, again_fields),
    GROUP("wrong_line", wrong_line, wrong_line_fields),
    GROUP("other_line", other_line, other_line_fields),
    LIST("contracts", contracts, contract_fields, 0),
    LIST("groups", groups, group_fields, 1),
    LIST("training", training, module_fields, 0),
    GROUP("newcomers", newcomers, newcomers_fields),
    GROUP("handling", handling, handling_fields),
    GROUP("consultation", consultation, consultation_fields),
    GROUP("requests", requests, requests_fields),
    GROUP("outbound", outbound, outbound_fields),
    GROUP("callback_offer", callback_offer, callback_offer_fields),
    LIST("routes", routes, route_fields, 0),
    { .key = "choose", .kind = SIM_CHOICE, .offset = offsetof(struct scenario, choose),
      .fallback = "longest_idle", .choices = choice_names,
      .help = N_("which of several free agents answers") },
    { .key = "at_closing", .kind = SIM_CHOICE, .offset = offsetof(struct scenario, at_closing),
      .fallback = "serve", .class_of_default = 'D', .choices = closing_names,
      .help = N_("those who wait at closing are served out, cut off, or stay on the line") },
    { .key = "cost_per_hour", .kind = SIM_REAL, .unit = SIM_EUROS,
      .offset = offsetof(struct scenario, eur_per_h), .low = 0, .high = 1000,
      .fallback = "24 EUR", .class_of_default = 'D', .help = N_("cost of an agent's paid hour") },
    GROUP("service_level", service_level, service_level_fields),
    { .key = "targets", .kind = SIM_TEXTS, .fallback = "", .offset = offsetof(struct scenario, targets),
      .help = N_("what should be reached, such as \"answer_rate >= 85 %\"") },
    { .key = "sources", .kind = SIM_LIST, .offset = offsetof(struct scenario, sources),
      .sub = &provenance_fields, .high = 100 },
    { .key = "precision", .kind = SIM_TEXT, .offset = offsetof(struct scenario, precision),
      .fallback = "", .help = N_("a measure and the half-width wanted of its 95 % interval, such "
                                 "as \"answer_rate 0.5 pt\"; replications is then the ceiling") },
    { .key = "replications", .kind = SIM_WHOLE, .offset = offsetof(struct scenario, replications),
      .low = 1, .high = 1e7, .fallback = "100",
      .help = N_("independent copies of the horizon") },
    { .key = "seed", .kind = SIM_WHOLE, .offset = offsetof(struct scenario, seed), .low = 0,
      .high = 2147483647, .fallback = "1", .help = N_("names the random numbers") },
};
/* clang-format on */
const struct sim_fields scenario_fields = SIM_FIELDS(struct scenario, scenario_rows, NULL);

/* A scenario that names no line, or no reason, has one of each. */
static bool one_of_each(struct scenario *self, struct sim_arena *arena)
{
    struct line *line = sim_arena_new(arena, 1, sizeof *line);
    struct reason *reason = sim_arena_new(arena, 1, sizeof *reason);
    if (!line || !reason) return false;
    *line = (struct line){ .name = "all", .weight = 1.0 };
    *reason = (struct reason){
        .name = "all", .share = 1.0, .handling_factor = 1.0, .p_resolved = 1.0
    };
    if (self->lines.n == 0) self->lines = (struct sim_list){ line, 1 };
    if (self->reasons.n == 0) self->reasons = (struct sim_list){ reason, 1 };
    return true;
}

static void titles_default(struct scenario *self)
{
    struct line *lines = self->lines.items;
    for (size_t i = 0; i < self->lines.n; i++)
        if (!lines[i].title) lines[i].title = lines[i].name;
    struct reason *reasons = self->reasons.items;
    for (size_t i = 0; i < self->reasons.n; i++)
        if (!reasons[i].title) reasons[i].title = reasons[i].name;
    struct group *groups = self->groups.items;
    for (size_t i = 0; i < self->groups.n; i++)
        if (!groups[i].title) groups[i].title = groups[i].name;
}

static bool interval_check(const struct scenario *self, struct sim_faults *faults)
{
    const double interval_s = self->rules.interval_s;
    if (interval_s == 900.0 || interval_s == 1800.0 || interval_s == 3600.0) return true;
    sim_faults_add(faults,
                   (struct sim_fault){ .severity = SIM_INPUT,
                                       .path = "interval",
                                       .what = N_("not an interval this program knows"),
                                       .got = sim_faults_text(faults, "%g s", interval_s),
                                       .wanted = N_("15, 30 or 60 min") });
    return false;
}

static bool scenario_room(struct scenario *self, struct sim_arena *arena,
                          struct sim_faults *faults)
{
    const size_t n_slots = (size_t)self->hours.n_slots, n_groups = self->groups.n;
    const size_t n_days = (size_t)self->hours.n_days;
    self->expected = sim_arena_new(arena, n_slots, sizeof *self->expected);
    self->effects = sim_arena_new(arena, n_days, sizeof *self->effects);
    self->staffing = sim_arena_new(arena, n_slots * n_groups, sizeof *self->staffing);
    self->most_staff = sim_arena_new(arena, n_groups, sizeof *self->most_staff);
    if (!self->expected || !self->effects || !self->staffing || !self->most_staff)
        return sim_faults_memory(faults);
    return true;
}

/* Of people all are counted, for any of them may be there. */
static void most_staff_fill(struct scenario *self)
{
    const size_t n = self->groups.n;
    for (size_t i = 0; i < (size_t)self->hours.n_slots * n; i++)
        if (self->staffing[i] > self->most_staff[i % n])
            self->most_staff[i % n] = self->staffing[i];
    for (size_t g = 0; g < n; g++)
        if (self->roster.crews[g].n) self->most_staff[g] = (int)self->roster.crews[g].n;
}

/* Needs on every day, as far as dates matter too. */
static bool days_differ(struct scenario *self, struct sim_arena *arena,
                        struct sim_faults *faults)
{
    const struct usual usual = { &self->lines, &self->reasons, &self->mix };
    if (!effects_build(self->effects, &self->dated, &usual, &self->rules, &self->hours, arena,
                       faults))
        return false;
    if (!effects_apply(self->effects, &self->hours, self->expected, faults)) return false;
    return busyness_build(&self->demand.busyness, &self->rules, self->hours.days[0].date, arena,
                          faults);
}

static bool classes_fill(struct scenario *self, struct sim_arena *arena)
{
    const size_t n_reasons = self->reasons.n, n = self->lines.n * n_reasons;
    self->classes = sim_arena_new(arena, n, sizeof *self->classes);
    if (!self->classes) return false;
    for (size_t i = 0; i < n; i++) {
        const int queue = self->routing.queue_of[i];
        self->classes[i] =
            (struct call_class){ (uint32_t)(i / n_reasons), (uint32_t)(i % n_reasons),
                                 (uint32_t)queue, self->routing.queues[queue].only };
    }
    return true;
}

static void phone_lines_find(struct scenario *self)
{
    self->phone_lines_limited = self->phone_lines > 0;
    for (size_t i = 0; i < self->lines.n; i++)
        if (scenario_line(self, i)->phone_lines > 0) self->phone_lines_limited = true;
}

static void warn(const char *path, const char *what, struct sim_faults *faults)
{
    sim_faults_add(faults,
                   (struct sim_fault){ .severity = SIM_WARNING, .path = path, .what = what });
}

/* It takes two lines to dial a wrong one. */
static void strays_find(struct scenario *self, struct sim_faults *faults)
{
    const char *const alone = N_("there is no other line that callers dial");
    size_t n_dialled = 0;
    for (size_t i = 0; i < self->lines.n; i++)
        n_dialled += scenario_line(self, i)->weight > 0.0;
    const bool wrong = self->wrong_line.probability > 0.0;
    const bool other = self->other_line.probability > 0.0;
    if (wrong && n_dialled < 2) warn("wrong_line.probability", alone, faults);
    if (other && n_dialled < 2) warn("other_line.probability", alone, faults);
    self->strays = (wrong || other) && n_dialled > 1;
}

static void visited_find(struct scenario *self, struct sim_faults *faults)
{
    for (size_t i = 0; i < self->groups.n; i++) {
        const struct group *group = scenario_group(self, i);
        if (!(group->visitors.share > 0.0)) continue;
        self->visited = true;
        if (self->most_staff[i] == 0)
            warn(sim_faults_text(faults, "groups.%s.visitors.share", group->name),
                 N_("visitors are expected, but nobody is ever there"), faults);
    }
}

static void visitors_of_groups_check(struct scenario *self, struct sim_arena *arena,
                                     struct sim_faults *faults)
{
    struct group *groups = self->groups.items;
    for (size_t i = 0; i < self->groups.n; i++)
        visitors_check(&groups[i].visitors, groups[i].name, arena, faults);
}

/* Who can do what, and who takes which call: a name that is wrong in skills or routes would
 * make it seem that nobody answers. */
static void people_check(struct scenario *self, struct sim_arena *arena,
                         struct sim_faults *faults)
{
    visitors_of_groups_check(self, arena, faults);
    training_check(&self->training, &self->groups, &self->reasons, faults);
    const bool able =
        abilities_build(self->abilities, &self->groups, &self->reasons, arena, faults);
    const bool named =
        routes_check(&self->routes, &self->lines, &self->reasons, &self->groups, faults);
    if (able && named)
        routing_build(&self->routing, &self->routes, &self->lines, &self->reasons,
                      &self->groups, self->abilities, self->choose, arena, faults);
}

/* Who learns what, once it is known who is there and when. */
static void learning_find(struct scenario *self, struct sim_arena *arena,
                          struct sim_faults *faults)
{
    const struct training_place place = { &self->roster, &self->groups, &self->reasons,
                                          &self->hours };
    self->roster.training = training_build(&self->training, &self->newcomers, &place,
                                           self->abilities, arena, faults);
    if (self->roster.training)
        training_warn(self->roster.training, &self->roster, &self->hours, faults);
}

/* When it is open, and what happens then: without sound hours only what is written is checked.
 */
static void times_check(struct scenario *self, struct sim_arena *arena,
                        struct sim_faults *faults)
{
    const bool sound = contracts_check(&self->contracts, faults);
    const bool rostered =
        roster_build(&self->roster, &self->groups, &self->contracts, arena, faults) && sound;
    struct hours_rules rules = self->rules;
    if (!interval_check(self, faults)) rules.interval_s = 900.0;
    requests_check(&self->requests, rules.interval_s, arena, faults);
    if (!hours_build(&self->hours, &rules, arena, faults)) {
        demand_check(&self->demand, rules.interval_s, faults);
        groups_check(&self->groups, rules.interval_s, faults);
    } else if (scenario_room(self, arena, faults)) {
        arrivals_expect(&self->demand, &rules, &self->hours, self->expected, faults);
        dated_check(&self->dated, &self->lines, &self->reasons, &self->hours, faults);
        staffing_build(self->staffing, &self->groups, &self->hours, faults);
        if (rostered) {
            learning_find(self, arena, faults);
            presence_staff(self->staffing, &self->roster, self->groups.n, &self->hours);
            roster_warn(&self->roster, &self->groups, &self->contracts, &self->hours, faults);
        }
    }
}

bool scenario_check(struct scenario *self, struct sim_arena *arena, struct sim_faults *faults)
{
    self->features = ~0U; /* until it is known, nothing is ruled out */
    if (!one_of_each(self, arena)) return sim_faults_memory(faults);
    self->abilities =
        sim_arena_new(arena, self->groups.n * self->reasons.n, sizeof *self->abilities);
    if (!self->abilities) return sim_faults_memory(faults);
    titles_default(self);
    patience_check(&self->patience, arena, faults);
    redial_check(&self->redial, arena, faults);
    again_check(&self->again, arena, faults);
    wrong_line_check(&self->wrong_line, arena, faults);
    sim_law_check_finite(&self->handling.law, "handling.law", arena, faults);
    consultation_check(&self->consultation, arena, faults);
    mix_build(&self->mix, &self->lines, &self->reasons, arena, faults);
    times_check(self, arena, faults);
    people_check(self, arena, faults);
    if (sim_faults_any(faults)) return false;
    if (!days_differ(self, arena, faults)) return false;
    if (!classes_fill(self, arena)) return sim_faults_memory(faults);
    most_staff_fill(self);
    phone_lines_find(self);
    if (!casework_find(self, arena, faults)) return sim_faults_memory(faults);
    teamwork_find(self, faults);
    self->straight_to_agents = !self->phone_lines_limited && !(self->greeting_s > 0.0);
    self->several_kinds = self->lines.n * self->reasons.n > 1;
    strays_find(self, faults);
    self->calls_differ = self->strays ||
                         (self->features & (FEATURE_OUTCOMES | FEATURE_OFFERS |
                                            FEATURE_CONSULTATION | FEATURE_TRANSFERS)) ||
                         (self->roster.training && self->roster.training->counts_calls);
    self->needs_go_on = self->again.p_resolved > 0.0 || self->strays ||
                        (self->features & (FEATURE_OUTCOMES | FEATURE_TRANSFERS));
    visited_find(self, faults);
    scenario_warn(self, faults);
    return true;
}
