/* Contracts as a planner writes them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/contract.h"

static const char *const weeks_choices[] = { "all", "even", "odd", NULL };
static const char *const kind_choices[] = { "meeting", "training", "other", NULL };

#define DAYS(type_, help_)                                                                     \
    {                                                                                          \
        .key = "days", .kind = SIM_DAYS, .offset = offsetof(struct type_, days),               \
        .fallback = "every day", .help = (help_)                                               \
    }
#define TIME(key_, type_, member_, help_)                                                      \
    {                                                                                          \
        .key = (key_), .kind = SIM_REAL, .unit = SIM_CLOCK,                                    \
        .offset = offsetof(struct type_, member_), .high = 86400, .help = (help_)              \
    }
#define WEEKS(type_)                                                                           \
    {                                                                                          \
        .key = "weeks", .kind = SIM_CHOICE, .offset = offsetof(struct type_, weeks),           \
        .fallback = "all", .choices = weeks_choices,                                           \
        .help = N_("every week, or those of an even or odd number (ISO 8601)")                 \
    }

static const struct sim_field shift_rows[] = {
    DAYS(shift, N_("the weekdays it holds for")),
    TIME("from", shift, from_s, N_("when work begins")),
    TIME("to", shift, to_s, N_("when work ends, after the call in hand")),
    WEEKS(shift),
};
static const struct sim_fields shift_fields = SIM_FIELDS(
    struct shift, shift_rows,
    N_("when they work; none: the opening hours. While the centre is closed they are at work, "
       "not on the phones; on days on which it is closed all day nobody works"));

static const struct sim_field pause_rows[] = {
    DAYS(pause, N_("the weekdays it is taken on")),
    TIME("from", pause, from_s, N_("the earliest it begins")),
    TIME("to", pause, to_s, N_("the latest it ends, but for the call in hand")),
    { .key = "length",
      .kind = SIM_REAL,
      .unit = SIM_SECONDS,
      .offset = offsetof(struct pause, length_s),
      .low = 60,
      .high = 4 * 3600,
      .help =
          N_("its length, from its actual beginning; where it is shorter than its window, it "
             "begins at a random moment of it") },
};
static const struct sim_fields pause_fields =
    SIM_FIELDS(struct pause, pause_rows, N_("breaks, each taken once a day by each agent"));

static const struct sim_field session_rows[] = {
    { .key = "name",
      .kind = SIM_NAME,
      .offset = offsetof(struct gathering, name),
      .help = N_("a code for the session") },
    { .key = "kind",
      .kind = SIM_CHOICE,
      .offset = offsetof(struct gathering, kind),
      .fallback = "meeting",
      .choices = kind_choices,
      .help = N_("what it is counted as") },
    DAYS(gathering, N_("the weekdays it is held on")),
    TIME("from", gathering, from_s, N_("when it begins")),
    TIME("to", gathering, to_s, N_("when it ends")),
    WEEKS(gathering),
    { .key = "dates",
      .kind = SIM_DATES,
      .offset = offsetof(struct gathering, dates),
      .fallback = "",
      .help = N_("the dates it is held on, instead of days and weeks") },
};
static const struct sim_fields session_fields = SIM_FIELDS(
    struct gathering, session_rows, N_("meetings and trainings, for all who are at work then"));

static const struct sim_field off_phone_rows[] = {
    { .key = "share",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct off_phone, share),
      .low = 0,
      .high = 0.95,
      .fallback = "0 %",
      .help = N_("share of the time left by breaks and sessions") },
    { .key = "block",
      .kind = SIM_REAL,
      .unit = SIM_SECONDS,
      .offset = offsetof(struct off_phone, block_s),
      .low = 60,
      .high = 86400,
      .fallback = "20 min",
      .class_of_default = 'D',
      .help = N_("mean length of a block, exponential") },
};
static const struct sim_fields off_phone_fields =
    SIM_FIELDS(struct off_phone, off_phone_rows,
               N_("work that is no call, in blocks at random moments, after the call in hand"));

static const struct sim_field late_rows[] = {
    { .key = "probability",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct late, p),
      .low = 0,
      .high = 1,
      .fallback = "0 %",
      .help = N_("chance to come in late, by agent and day") },
    { .key = "delay",
      .kind = SIM_REAL,
      .unit = SIM_SECONDS,
      .offset = offsetof(struct late, delay_s),
      .low = 1,
      .high = 86400,
      .fallback = "10 min",
      .class_of_default = 'D',
      .help = N_("by how much, on average, exponential; at most the day's first shift") },
};
static const struct sim_fields late_fields =
    SIM_FIELDS(struct late, late_rows, N_("who comes in late"));

/* clang-format off */
static const struct sim_field contract_rows[] = {
    { .key = "name", .kind = SIM_NAME, .offset = offsetof(struct contract, name),
      .help = N_("a code for the contract") },
    { .key = "title", .kind = SIM_TEXT, .offset = offsetof(struct contract, title), .fallback = "",
      .help = N_("what people call it; left out, its code") },
    { .key = "shifts", .kind = SIM_LIST, .offset = offsetof(struct contract, shifts), .high = MOST_STRETCHES,
      .sub = &shift_fields },
    { .key = "breaks", .kind = SIM_LIST, .offset = offsetof(struct contract, breaks), .high = 100,
      .sub = &pause_fields },
    { .key = "sessions", .kind = SIM_LIST, .offset = offsetof(struct contract, sessions), .high = 1000,
      .sub = &session_fields },
    { .key = "off_phone", .kind = SIM_GROUP, .offset = offsetof(struct contract, off_phone),
      .sub = &off_phone_fields },
    { .key = "leave", .kind = SIM_GROUP, .offset = offsetof(struct contract, leave), .sub = &leave_fields },
    { .key = "absence", .kind = SIM_GROUP, .offset = offsetof(struct contract, absence),
      .sub = &absence_fields },
    { .key = "late", .kind = SIM_GROUP, .offset = offsetof(struct contract, late), .sub = &late_fields },
};
/* clang-format on */
const struct sim_fields contract_fields = SIM_FIELDS(
    struct contract, contract_rows,
    N_("how people work; a group that names one is staffed by people rather than by numbers"));
