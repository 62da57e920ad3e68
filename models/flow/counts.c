/* The measures, and the counting of one replication.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/flow/counts.h"

#include <string.h>

#define C(which) SIM_PLUS(which)

enum {
    TIMES = 1 << AXIS_MONTH | 1 << AXIS_WEEKDAY | 1 << AXIS_HALF_HOUR | 1 << AXIS_DAY |
            1 << AXIS_INTERVAL,
    CALLS = 1 << AXIS_LINE | 1 << AXIS_REASON | TIMES, /* what has a line and a reason */
    KINDS = 1 << AXIS_LINE | 1 << AXIS_REASON,
    TAKEN = CALLS | 1 << AXIS_GROUP, /* what has a group too */
    APART = 1 << AXIS_ATTEMPT | 1 << AXIS_LINE_HALF_HOUR,
    ENDED = CALLS | APART, /* what comes of attempts alone */
    WEEK = 1 << AXIS_WEEK, /* what is worth so many cells */
    LIVED = TIMES | 1 << AXIS_GROUP,
    PAID = 1 << AXIS_GROUP | 1 << AXIS_MONTH | 1 << AXIS_WEEKDAY,
    NO_AXIS = 0
};

/* Sums of counters; each name stands for a list. */
#define ANSWERED C(N_ANSWERED_AT_ONCE), C(N_ANSWERED_LATER)
#define PARTS    ANSWERED, C(N_TAKEN_OVER)
#define STILL    C(N_STILL_IN_GREETING), C(N_STILL_WAITING)
#define LEFT     C(N_HUNG_UP), C(N_BALKED), C(N_ABANDONED)
#define OFFERED  ANSWERED, LEFT, C(N_CUT_OFF), C(N_LEFT_BY_OFFER), STILL
#define OPEN     OFFERED, C(N_TURNED_BUSY)
#define ATTEMPTS OPEN, C(N_TURNED_CLOSED)
#define UNANSWERED                                                                             \
    LEFT, C(N_CUT_OFF), C(N_LEFT_BY_OFFER), STILL, C(N_TURNED_BUSY), C(N_TURNED_CLOSED)
#define DELAYED                                                                                \
    C(N_ANSWERED_LATER), C(N_BALKED), C(N_ABANDONED), C(N_CUT_OFF), C(N_LEFT_BY_OFFER),        \
        C(N_STILL_WAITING)
#define WITHIN      C(N_ANSWERED_AT_ONCE), C(N_ANSWERED_WITHIN)
#define LEFT_WITHIN WITHIN, C(N_ABANDONED_WITHIN)
#define PATIENT     OFFERED, SIM_LESS(N_ABANDONED_WITHIN)
#define WAITS       C(S_WAIT_ANSWERED), C(S_WAIT_ABANDONED), C(S_WAIT_OTHERS)
#define AVAILABLE   C(S_PRESENT), C(S_OVERTIME)
#define DECIDED     C(N_RESOLVED), C(N_ORIENTED)
/* Of people, open hours. */
#define AWAY                                                                                   \
    C(S_HOME), C(S_LEAVE), C(S_ABSENT), C(S_LATE), C(S_BREAK), C(S_MEETING), C(S_TRAINING),    \
        C(S_OTHER_SESSION), C(S_OFF_PHONE), C(S_CLOSED)
#define EVERYBODY AWAY, C(S_ON_PHONES)
#define TRAINED   C(S_TRAINING), C(S_TRAINING_CLOSED)
/* Needs are the attempts that follow no other. */
#define ALL_NEEDS   ATTEMPTS, SIM_LESS(N_REDIALS), SIM_LESS(N_CALLS_AGAIN), C(N_STRAYED)
#define REACHED     ALL_NEEDS, SIM_LESS(N_NEEDS_LOST), SIM_LESS(N_NEEDS_OPEN_UNREACHED)
#define THEIR_CALLS ALL_NEEDS, C(N_FURTHER_ATTEMPTS)
#define ALL_OPEN    C(N_NEEDS_OPEN), C(N_NEEDS_OPEN_UNREACHED)

/* What the rows that follow are measured with; 0: always. */
#define FEATURES 0

#define TOTAL(name_, better_, axes_, over_, label_, definition_)                               \
    {                                                                                          \
        .name = (name_), .unit = "1", .show = SIM_SHOW_COUNT, .better = (better_),             \
        .quantity = SIM_TOTAL, .over = SIM_SUM(over_), .axes = (axes_), .label = (label_),     \
        .definition = (definition_), .features = (FEATURES)                                    \
    }
#define SHARE(name_, better_, axes_, over_, under_, label_, definition_)                       \
    {                                                                                          \
        .name = (name_), .unit = "1", .show = SIM_SHOW_SHARE, .better = (better_),             \
        .quantity = SIM_RATIO, .over = SIM_SUM(over_), .under = SIM_SUM(under_),               \
        .axes = (axes_), .label = (label_), .definition = (definition_),                       \
        .features = (FEATURES)                                                                 \
    }
#define SECONDS(name_, better_, axes_, over_, under_, label_, definition_)                     \
    {                                                                                          \
        .name = (name_), .unit = "s", .show = SIM_SHOW_SECONDS, .better = (better_),           \
        .quantity = SIM_RATIO, .over = SIM_SUM(over_), .under = SIM_SUM(under_),               \
        .axes = (axes_), .label = (label_), .definition = (definition_),                       \
        .features = (FEATURES)                                                                 \
    }
#define NUMBER(name_, better_, axes_, over_, under_, scale_, unit_, label_, definition_)       \
    {                                                                                          \
        .name = (name_), .unit = (unit_), .show = SIM_SHOW_NUMBER, .better = (better_),        \
        .quantity = SIM_RATIO, .over = SIM_SUM(over_), .under = SIM_SUM(under_),               \
        .scale = (scale_), .axes = (axes_), .label = (label_), .definition = (definition_),    \
        .features = (FEATURES)                                                                 \
    }
#define QUANTILE(name_, p_, which_, label_, definition_)                                       \
    {                                                                                          \
        .name = (name_), .unit = "s", .show = SIM_SHOW_SECONDS, .better = SIM_LOWER,           \
        .quantity = SIM_QUANTILE, .p = (p_), .histograms = (which_), .label = (label_),        \
        .definition = (definition_), .features = (FEATURES)                                    \
    }

/* A component of shrinkage. */
#define SHRINKAGE(name_, over_, label_, definition_)                                           \
    {                                                                                          \
        .name = "shrinkage" name_, .unit = "1", .show = SIM_SHOW_SHARE, .better = SIM_NEITHER, \
        .quantity = SIM_RATIO, .over = SIM_SUM(over_), .under = SIM_SUM(EVERYBODY),            \
        .axes = LIVED, .label = (label_), .definition = (definition_),                         \
        .features = FEATURE_PEOPLE                                                             \
    }
#define TOTAL_OF(name_, features_, better_, axes_, over_, scale_, unit_, label_, definition_)  \
    {                                                                                          \
        .name = (name_), .unit = (unit_), .show = SIM_SHOW_NUMBER, .better = (better_),        \
        .quantity = SIM_TOTAL, .over = SIM_SUM(over_), .scale = (scale_), .axes = (axes_),     \
        .label = (label_), .definition = (definition_), .features = (features_)                \
    }

/* Per need, or of needs: the denominator of a ratio is all needs. */
#define NEEDS(name_, better_, quantity_, show_, over_, label_, definition_)                    \
    {                                                                                          \
        .name = (name_), .unit = "1", .show = (show_), .better = (better_),                    \
        .quantity = (quantity_), .over = SIM_SUM(over_), .under = SIM_SUM(ALL_NEEDS),          \
        .axes = CALLS, .label = (label_), .definition = (definition_), .features = (FEATURES)  \
    }

/* clang-format off */
const struct sim_measure centre_measures[] = {
    SHARE("answer_rate", SIM_HIGHER, ENDED | WEEK, ANSWERED, OFFERED, N_("answer rate"),
          N_("answered / offered")),
    SHARE("answer_rate_attempts", SIM_HIGHER, ENDED | WEEK, ANSWERED, OPEN, N_("answer rate, attempts"),
          N_("answered / (offered + busy tones)")),
    SHARE("service_level", SIM_HIGHER, CALLS | WEEK, WITHIN, OFFERED, N_("service level"),
          N_("answered within threshold / offered")),
    { .name = "service_level_excluding_short", .unit = "1", .show = SIM_SHOW_SHARE,
      .better = SIM_HIGHER, .quantity = SIM_RATIO, .over = SIM_SUM(WITHIN), .under = SIM_SUM(PATIENT),
      .axes = CALLS,
      .label = N_("service level, abandons apart"),
      .definition = N_("answered within threshold / (offered - hung up within threshold)") },
    SHARE("service_level_of_answered", SIM_HIGHER, TAKEN, WITHIN, ANSWERED,
          N_("service level, answered"), N_("answered within threshold / answered")),
    SHARE("service_level_left", SIM_NEITHER, CALLS, LEFT_WITHIN, OFFERED,
          N_("out of the queue in time"),
          N_("answered or hung up within threshold / offered")),
    SHARE("abandonment_rate", SIM_LOWER, ENDED | WEEK, LEFT, OFFERED,
          N_("abandonment rate"),
          N_("hung up before an answer / offered")),
    SHARE("abandonment_rate_pure", SIM_LOWER, ENDED, C(N_ABANDONED), OFFERED,
          N_("abandonment, balking apart"), N_("abandoned / offered")),
    SHARE("p_wait", SIM_LOWER, CALLS, DELAYED, OFFERED, N_("had to wait"),
          N_("found no free agent / offered")),
    SHARE("p_blocked", SIM_LOWER, ENDED | WEEK, C(N_TURNED_BUSY), OPEN, N_("share of busy tones"),
          N_("busy tones / attempts while open")),
    SECONDS("wait_mean", SIM_LOWER, CALLS | WEEK, WAITS, OFFERED, N_("mean wait, all"),
            N_("wait after the greeting / offered")),
    SECONDS("wait_answered_mean", SIM_LOWER, TAKEN | WEEK, C(S_WAIT_ANSWERED), ANSWERED,
            N_("mean wait, answered"), N_("wait after the greeting / answered")),
    SECONDS("wait_abandoned_mean", SIM_NEITHER, CALLS, C(S_WAIT_ABANDONED), C(N_ABANDONED),
            N_("mean wait, abandoned"), N_("wait after the greeting / abandoned")),
    QUANTILE("wait_p50", 0.50, 1 << WAITS_ANSWERED, N_("median wait"),
             N_("50 % of the answered, runs pooled, waited no longer")),
    QUANTILE("wait_p90", 0.90, 1 << WAITS_ANSWERED, N_("wait, 90 %"),
             N_("90 % of the answered, runs pooled, waited no longer")),
    QUANTILE("wait_p95", 0.95, 1 << WAITS_ANSWERED, N_("wait, 95 %"),
             N_("95 % of the answered, runs pooled, waited no longer")),
    QUANTILE("wait_p99", 0.99, 1 << WAITS_ANSWERED, N_("wait, 99 %"),
             N_("99 % of the answered, runs pooled, waited no longer")),
    QUANTILE("wait_all_p50", 0.50, 1 << WAITS_ANSWERED | 1 << WAITS_LEFT, N_("median wait, all"),
             N_("50 % of the offered, answered or not, runs pooled, waited no longer")),
    QUANTILE("wait_all_p90", 0.90, 1 << WAITS_ANSWERED | 1 << WAITS_LEFT, N_("wait, 90 %, all"),
             N_("90 % of the offered, answered or not, runs pooled, waited no longer")),
    QUANTILE("wait_abandoned_p50", 0.50, 1 << WAITS_LEFT, N_("median wait, unanswered"),
             N_("50 % of those who left unanswered, runs pooled, waited no longer")),
    SHARE("p_wait_over_60", SIM_LOWER, CALLS, C(N_OVER_60_S), OFFERED, N_("waited over 60 s"),
          N_("waited longer than 60 s / offered")),
    SHARE("p_wait_over_120", SIM_LOWER, CALLS, C(N_OVER_120_S), OFFERED, N_("waited over 120 s"),
          N_("waited longer than 120 s / offered")),
    SHARE("p_wait_over_300", SIM_LOWER, CALLS, C(N_OVER_300_S), OFFERED, N_("waited over 300 s"),
          N_("waited longer than 300 s / offered")),
    TOTAL("attempts", SIM_NEITHER, ENDED | WEEK, ATTEMPTS, N_("attempts"),
          N_("all calls dialled, answered or not")),
    TOTAL("attempts_open", SIM_NEITHER, ENDED, OPEN, N_("attempts while open"),
          N_("dialled while open, busy tones included")),
    TOTAL("turned_away_closed", SIM_LOWER, ENDED, C(N_TURNED_CLOSED), N_("closed message"),
          N_("dialled while closed")),
    TOTAL("turned_away_busy", SIM_LOWER, ENDED, C(N_TURNED_BUSY), N_("busy tones"),
          N_("dialled while open, no line free")),
    TOTAL("offered", SIM_NEITHER, ENDED | WEEK, OFFERED, N_("offered"),
          N_("reached the greeting while open")),
    TOTAL("answered", SIM_NEITHER, TAKEN | APART | WEEK, ANSWERED, N_("answered"),
          N_("answered by an agent")),
    TOTAL("hung_up_greeting", SIM_LOWER, ENDED, C(N_HUNG_UP), N_("hung up in the greeting"),
          N_("hung up before the greeting ended")),
    TOTAL("balked", SIM_LOWER, ENDED, C(N_BALKED), N_("balked"),
          N_("hung up at the waiting message")),
    TOTAL("abandoned", SIM_LOWER, ENDED, C(N_ABANDONED), N_("abandoned"),
          N_("hung up while waiting, balking apart")),
    TOTAL("abandoned_short", SIM_NEITHER, CALLS, C(N_ABANDONED_SHORT), N_("short abandons"),
          N_("of these, after a wait of under service_level.short")),
    TOTAL("cut_off", SIM_LOWER, ENDED, C(N_CUT_OFF), N_("cut off"),
          N_("still waiting when the centre closed, and cut off")),
    TOTAL("still_waiting", SIM_NEITHER, ENDED, STILL, N_("still waiting"),
          N_("offered and neither answered nor gone when the run ended")),
    TOTAL("redials", SIM_LOWER, CALLS, C(N_REDIALS), N_("redials"),
          N_("attempts after one without an answer, or on a wrong line")),
    TOTAL("redialled", SIM_NEITHER, 1 << AXIS_ATTEMPT, C(N_REDIALLED), N_("dialled again"),
          N_("unanswered attempts whose caller dials again")),
    TOTAL("given_up", SIM_LOWER, 1 << AXIS_ATTEMPT, C(N_GIVEN_UP), N_("given up"),
          N_("unanswered attempts whose caller does not dial again")),
    TOTAL("calls_again", SIM_LOWER, CALLS, C(N_CALLS_AGAIN), N_("calls again"),
          N_("attempts after an answer")),
    NUMBER("redials_per_failure", SIM_NEITHER, CALLS, C(N_REDIALS), UNANSWERED, 1.0, "1",
           N_("redials per attempt in vain"),
           N_("redials / attempts without an answer, closed included")),
    NUMBER("calls_again_per_answer", SIM_LOWER, CALLS, C(N_CALLS_AGAIN), ANSWERED, 1.0, "1",
           N_("calls again per answer"), N_("calls again / answered")),
    TOTAL("wrong_line", SIM_LOWER, CALLS, C(N_WRONG_LINE), N_("wrong lines"),
          N_("not the caller's own, by mistake")),
    TOTAL("other_line", SIM_NEITHER, CALLS, C(N_OTHER_LINE), N_("other lines tried"),
          N_("not the caller's own, by choice")),
    NEEDS("needs", SIM_NEITHER, SIM_TOTAL, SIM_SHOW_COUNT, ALL_NEEDS, N_("needs"),
          N_("people with a new reason to call")),
    NEEDS("needs_reached", SIM_HIGHER, SIM_TOTAL, SIM_SHOW_COUNT, REACHED,
          N_("needs reached"),
          N_("needs that were answered at least once")),
    TOTAL("needs_lost", SIM_LOWER, CALLS, C(N_NEEDS_LOST), N_("needs lost"),
          N_("needs that gave up before any answer")),
    TOTAL("needs_open", SIM_NEITHER, CALLS, ALL_OPEN, N_("needs still open"),
          N_("needs on their way to another attempt when the run ended")),
    NEEDS("need_answer_rate", SIM_HIGHER, SIM_RATIO, SIM_SHOW_SHARE, REACHED,
          N_("share of needs reached"), N_("needs ever answered / needs")),
    NEEDS("attempts_per_need", SIM_LOWER, SIM_RATIO, SIM_SHOW_NUMBER, THEIR_CALLS,
          N_("attempts per need"), N_("all attempts of these needs / needs")),
#include "models/flow/casework_measures.h"
#include "models/flow/teamwork_measures.h"
    NUMBER("queue_mean", SIM_LOWER, TIMES | WEEK, C(S_QUEUE), C(S_OPEN), 1.0, "calls",
           N_("callers waiting"), N_("total time waited / time open")),
    NUMBER("offered_load", SIM_NEITHER, TIMES | WEEK, C(S_LOAD), C(S_OPEN), 1.0, "erlang",
           N_("offered load"),
           N_("(attempts while open x mean handling time + visits + consultations) / time open, in "
              "agents kept busy")),
    SHARE("occupancy", SIM_NEITHER, LIVED | WEEK, C(S_BUSY), AVAILABLE, N_("occupancy"),
          N_("calls, wrap-up, visits, call-backs, consultations / (shift + overtime)")),
    TOTAL("visits", SIM_NEITHER, LIVED, C(N_VISITS), N_("visits"),
          N_("visitors who came to the desk")),
    SHARE("visit_share", SIM_NEITHER, LIVED, C(S_VISIT), AVAILABLE, N_("time held by visitors"),
          N_("visits / (shift + overtime)")),
    SECONDS("visit_wait_mean", SIM_LOWER, LIVED, C(S_VISIT_WAIT), C(N_VISITS),
            N_("mean wait, visitors"), N_("wait at the desk / visits")),
    NUMBER("agents_present", SIM_NEITHER, LIVED | WEEK, C(S_PRESENT), C(S_OPEN), 1.0, "agents",
           N_("agents present"), N_("agents' time on the phones / time open")),
    NUMBER("talk_hours_per_agent_day", SIM_NEITHER, LIVED, C(S_TALK), C(N_AGENT_DAYS),
           1.0 / 3600.0, "h", N_("talk per agent-day"),
           N_("talk, no wrap-up / agent-days worked")),
    TOTAL_OF("overtime", FEATURES, SIM_LOWER, PAID, C(S_OVERTIME),
             1.0 / 3600.0, "h", N_("overtime"), N_("hours after a shift to finish calls")),
    SHRINKAGE("", AWAY, N_("shrinkage"),
              N_("off the phones / agents' open hours")),
    SHRINKAGE("_unscheduled", C(S_HOME), N_("not scheduled"),
              N_("outside the shift / agents' open hours")),
    SHRINKAGE("_leave", C(S_LEAVE), N_("leave"), N_("on leave / agents' open hours")),
    SHRINKAGE("_absence", C(S_ABSENT), N_("absence"), N_("absent / agents' open hours")),
    SHRINKAGE("_late", C(S_LATE), N_("late"), N_("not yet there / agents' open hours")),
    SHRINKAGE("_breaks", C(S_BREAK), N_("breaks"), N_("on a break / agents' open hours")),
    SHRINKAGE("_meetings", C(S_MEETING), N_("meetings"),
              N_("in a meeting / agents' open hours")),
    SHRINKAGE("_training", C(S_TRAINING), N_("training"),
              N_("in a training / agents' open hours")),
    SHRINKAGE("_sessions", C(S_OTHER_SESSION), N_("other sessions"),
              N_("in another session / agents' open hours")),
    SHRINKAGE("_off_phone", C(S_OFF_PHONE), N_("off-phone work"),
              N_("at other work / agents' open hours")),
    TOTAL_OF("training_hours", FEATURE_PEOPLE, SIM_NEITHER, PAID,
             TRAINED, 1.0 / 3600.0, "h",
             N_("training hours"), N_("hours of agents in training, also while closed")),
    TOTAL_OF("paid_hours", FEATURES, SIM_NEITHER, PAID, C(S_PAID),
             1.0 / 3600.0, "h", N_("paid hours"),
             N_("shifts, leave and absence included, and overtime; of headcounts, hours present")),
    TOTAL_OF("cost", FEATURES, SIM_LOWER, PAID, C(X_COST), 1.0, "EUR",
             N_("cost"), N_("paid hours at the cost of an hour")),
    NUMBER("cost_per_need", SIM_LOWER, NO_AXIS, C(X_COST), ALL_NEEDS, 1.0, "EUR",
           N_("cost per need"), N_("cost / needs")),
    NUMBER("cost_per_need_reached", SIM_LOWER, NO_AXIS, C(X_COST), REACHED, 1.0, "EUR",
           N_("cost per need reached"), N_("cost / needs ever answered")),
    SECONDS("handling_mean", SIM_NEITHER, TAKEN, C(S_HANDLING), PARTS, N_("handling time"),
            N_("talk and wrap-up / answered and taken over")),
    SECONDS("patience_mean", SIM_NEITHER, CALLS, C(S_PATIENCE), C(N_PATIENCE), N_("patience"),
            N_("time ready to hold on / callers whose patience mattered")),
    TOTAL_OF("days_under_target", FEATURE_DAYS, SIM_LOWER, 1 << AXIS_MONTH | 1 << AXIS_WEEKDAY, C(N_DAYS_MISSED),
             1.0, "days", N_("days under target"),
             N_("open days that miss the first target")),
    NUMBER("busyness", SIM_NEITHER, NO_AXIS, C(X_BUSYNESS), C(N_DAYS), 1.0, "1",
           N_("busyness"), N_("the day's factor on the expected needs, mean over open days")),
};
/* clang-format on */
const size_t n_centre_measures = sizeof centre_measures / sizeof centre_measures[0];

const struct sim_measure *counts_measures(unsigned features, size_t *n, struct sim_arena *arena)
{
    struct sim_measure *measures = sim_arena_new(arena, n_centre_measures, sizeof *measures);
    *n = 0;
    for (size_t i = 0; measures && i < n_centre_measures; i++)
        if (counts_has(features, &centre_measures[i])) measures[(*n)++] = centre_measures[i];
    return measures;
}

/* Numbers are left out: some are made of counters that are worked out later, in the cells. */
bool counts_judges_days(const struct sim_measure *measure)
{
    const bool shown = measure->show == SIM_SHOW_SHARE || measure->show == SIM_SHOW_SECONDS;
    return shown && measure->quantity == SIM_RATIO && (measure->axes >> AXIS_DAY & 1);
}

static size_t class_cells(const struct counts *self)
{
    return (self->n_classes + 1) * (self->n_groups + 1);
}

bool counts_open(struct counts *self, size_t n_slots, size_t n_classes, size_t n_groups)
{
    *self = (struct counts){ .n_slots = n_slots, .n_classes = n_classes, .n_groups = n_groups };
    self->by_slot = sim_aligned((n_slots + 1) * N_COUNTS * sizeof *self->by_slot);
    self->by_class = sim_aligned(class_cells(self) * N_COUNTS * sizeof *self->by_class);
    self->by_group = sim_aligned(n_groups * N_COUNTS * sizeof *self->by_group);
    return self->by_slot && self->by_class && self->by_group;
}

void counts_close(struct counts *self)
{
    sim_release(self->by_slot);
    sim_release(self->by_class);
    sim_release(self->by_group);
    *self = (struct counts){ 0 };
}

void counts_clear(struct counts *self)
{
    memset(self->by_slot, 0, (self->n_slots + 1) * N_COUNTS * sizeof *self->by_slot);
    memset(self->by_class, 0, class_cells(self) * N_COUNTS * sizeof *self->by_class);
    memset(self->by_group, 0, self->n_groups * N_COUNTS * sizeof *self->by_group);
}
