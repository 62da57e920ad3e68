/* In which order people read measures, and under which headings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/sections.h"

#include <string.h>

const char *const section_headlines[] = { "answer_rate", "answer_rate_attempts",
                                          "need_answer_rate", NULL };

const char *section_twin(const char *measure)
{
    if (strcmp(measure, "answer_rate_attempts") == 0) return "answer_rate";
    if (strcmp(measure, "attempts_open") == 0) return "offered";
    return NULL;
}

static const char *const calls[] = {
    "answer_rate",
    "answer_rate_attempts",
    "days_under_target",
    "attempts",
    "attempts_open",
    "turned_away_closed",
    "turned_away_busy",
    "offered",
    "answered",
    "hung_up_greeting",
    "balked",
    "abandoned",
    "abandoned_short",
    "cut_off",
    "left_by_offer",
    "still_waiting",
    "abandonment_rate",
    "abandonment_rate_pure",
    "p_blocked",
    "redials",
    "redialled",
    "given_up",
    "calls_again",
    "redials_per_failure",
    "calls_again_per_answer",
    "wrong_line",
    "other_line",
    "status_calls",
    NULL,
};

static const char *const key_calls[] = {
    "answer_rate",      "days_under_target",
    "attempts",         "turned_away_closed",
    "turned_away_busy", "offered",
    "answered",         "abandonment_rate",
    "wrong_line",       NULL,
};

static const char *const waits[] = {
    "service_level",
    "service_level_excluding_short",
    "service_level_of_answered",
    "service_level_left",
    "p_wait",
    "wait_mean",
    "wait_answered_mean",
    "wait_abandoned_mean",
    "wait_p50",
    "wait_p90",
    "wait_p95",
    "wait_p99",
    "wait_all_p50",
    "wait_all_p90",
    "wait_abandoned_p50",
    "p_wait_over_60",
    "p_wait_over_120",
    "p_wait_over_300",
    "queue_mean",
    "patience_mean",
    NULL,
};

static const char *const key_waits[] = {
    "service_level",
    "wait_answered_mean",
    "wait_p90",
    NULL,
};

static const char *const people[] = {
    "agents_present",
    "offered_load",
    "occupancy",
    "talk_hours_per_agent_day",
    "handling_mean",
    "consultations",
    "consultations_joined",
    "consultation_wait_mean",
    "consultation_hours",
    "transfers",
    "transfers_taken",
    "transfers_abandoned",
    "transfer_wait_mean",
    "overtime",
    "visits",
    "visit_share",
    "visit_wait_mean",
    NULL,
};

static const char *const key_people[] = {
    "agents_present", "occupancy",   "talk_hours_per_agent_day",
    "handling_mean",  "visit_share", NULL,
};

static const char *const needs[] = {
    "needs",
    "needs_reached",
    "needs_lost",
    "needs_open",
    "need_answer_rate",
    "need_answer_rate_same_day",
    "attempts_per_need",
    "time_to_first_answer",
    NULL,
};

static const char *const key_needs[] = {
    "needs",   "need_answer_rate", "needs_lost", "attempts_per_need",
    "redials", "calls_again",      NULL,
};

static const char *const first_level[] = {
    "first_level_rate",
    "first_contact_resolution",
    "oriented",
    "needs_closed",
    "needs_dropped",
    "needs_undeliverable",
    "time_to_closure",
    "requests_carried_in",
    "requests_opened",
    "requests_closed",
    "requests_open_at_end",
    "request_age_mean",
    "request_time_mean",
    "callbacks",
    "callbacks_reached",
    "callbacks_unreached",
    "callback_tries",
    "callback_hours",
    NULL,
};

static const char *const key_first_level[] = {
    "first_level_rate",
    "first_contact_resolution",
    "time_to_closure",
    "requests_open_at_end",
    NULL,
};

static const char *const presence[] = {
    "shrinkage",
    "shrinkage_unscheduled",
    "shrinkage_leave",
    "shrinkage_absence",
    "shrinkage_late",
    "shrinkage_breaks",
    "shrinkage_meetings",
    "shrinkage_training",
    "shrinkage_sessions",
    "shrinkage_off_phone",
    NULL,
};
static const char *const key_presence[] = { "shrinkage", NULL };

static const char *const costs[] = {
    "training_hours", "paid_hours", "cost", "cost_per_need", "cost_per_need_reached", NULL,
};
static const char *const key_costs[] = { "cost_per_need", NULL };

const struct section sections[] = {
    { N_("Calls"), calls, key_calls, NULL },
    { N_("Waits"), waits, key_waits, NULL },
    { N_("People"), people, key_people, NULL },
    { N_("Presence, by component"), presence, key_presence, &presence[1] },
    { N_("Needs"), needs, key_needs, NULL },
    { N_("First level and requests"), first_level, key_first_level, NULL },
    { N_("Cost"), costs, key_costs, NULL },
};
const size_t n_sections = sizeof sections / sizeof *sections;

const char *const section_columns[] = {
    "needs",
    "offered",
    "answer_rate",
    "wait_answered_mean",
    "occupancy",
    "first_level_rate",
    "need_answer_rate",
    "p_blocked",
    "wait_p90",
    "answered",
    "agents_present",
    "abandonment_rate",
    "talk_hours_per_agent_day",
    "handling_mean",
    "attempts",
    NULL,
};

const char *const section_judges[] = { "answer_rate", "occupancy", NULL };
const char *const section_worst[] = { "answer_rate", "wait_answered_mean", "occupancy",
                                      "offered", NULL };

const struct section_place section_places[] = {
    { "half_hour", 3 }, { "weekday", 1 }, { "line", 2 }, { "reason", 2 }, { "group", 1 },
};
const size_t n_section_places = sizeof section_places / sizeof *section_places;

struct axis_words {
    const char *axis, *title, *noun;
};

static const struct axis_words axis_words[] = {
    { "line", N_("By line"), N_("line") },
    { "reason", N_("By reason"), N_("reason") },
    { "group", N_("By group"), N_("group") },
    { "month", N_("By month"), N_("month") },
    { "weekday", N_("By weekday"), N_("weekday") },
    { "day", N_("By day"), N_("day") },
    { "half_hour", N_("By half-hour"), N_("half-hour") },
    { "attempt", N_("By attempt since the last answer"), N_("attempt") },
    { "interval", N_("By interval"), N_("interval") },
};

static const struct axis_words *words_of(const char *axis)
{
    for (size_t i = 0; i < sizeof axis_words / sizeof *axis_words; i++)
        if (strcmp(axis_words[i].axis, axis) == 0) return &axis_words[i];
    return NULL;
}

const char *section_axis_title(const char *axis)
{
    const struct axis_words *words = words_of(axis);
    return words ? words->title : NULL;
}

const char *section_axis_noun(const char *axis)
{
    const struct axis_words *words = words_of(axis);
    return words ? words->noun : NULL;
}

bool section_is_clock(const char *axis)
{
    return strcmp(axis, "half_hour") == 0;
}

static const struct {
    const char *cell, *title;
} weekdays[] = {
    { "monday", N_("Monday") },       { "tuesday", N_("Tuesday") },
    { "wednesday", N_("Wednesday") }, { "thursday", N_("Thursday") },
    { "friday", N_("Friday") },       { "saturday", N_("Saturday") },
    { "sunday", N_("Sunday") },
};

const char *section_cell_title(const char *axis, const char *cell)
{
    if (strcmp(axis, "weekday") != 0) return NULL;
    for (size_t i = 0; i < sizeof weekdays / sizeof *weekdays; i++)
        if (strcmp(weekdays[i].cell, cell) == 0) return weekdays[i].title;
    return NULL;
}

bool section_is_spoken_of(const char *measure)
{
    static const char *const silent[] = { "wrong_line", "visit_share" };
    if (strncmp(measure, "shrinkage", strlen("shrinkage")) == 0) return false;
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        if (strcmp(silent[i], measure) == 0) return false;
    return true;
}

bool section_has(const char *measure)
{
    for (size_t i = 0; i < n_sections; i++)
        for (const char *const *name = sections[i].names; *name; name++)
            if (strcmp(*name, measure) == 0) return true;
    return false;
}
