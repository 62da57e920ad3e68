/* How requests, outbound work and offered call-backs are written in a scenario.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/flow/casework.h"

static const struct sim_field delay_rows[] = { SIM_LAW_FIELDS_LIKELY("lognormal", "5 days", "1",
                                                                     'D', "2 days..15 days") };
static const struct sim_fields delay_fields =
    SIM_FIELDS(struct sim_law, delay_rows,
               N_("how long a request is open where there is no queue of professionals; from "
                  "half a day on its days are open days"));

static const struct sim_field work_rows[] = { SIM_LAW_FIELDS("lognormal", "1 h", "1", 'D') };
static const struct sim_fields work_fields = SIM_FIELDS(
    struct sim_law, work_rows,
    N_("how long a professional works on a request, within the professionals' hours"));

#define CHANCE(struct_, key_, member_, fallback_, class_, help_)                               \
    LIKELY(struct_, key_, member_, fallback_, class_, NULL, help_)
#define LIKELY(struct_, key_, member_, fallback_, class_, likely_, help_)                      \
    {                                                                                          \
        .key = (key_), .kind = SIM_REAL, .unit = SIM_SHARE,                                    \
        .offset = offsetof(struct struct_, member_), .low = 0, .high = 1,                      \
        .fallback = (fallback_), .class_of_default = (class_), .likely = (likely_),            \
        .help = (help_)                                                                        \
    }
#define LENGTH(struct_, key_, member_, fallback_, help_)                                       \
    {                                                                                          \
        .key = (key_), .kind = SIM_REAL, .unit = SIM_SECONDS,                                  \
        .offset = offsetof(struct struct_, member_), .low = 0.001, .high = 86400,              \
        .fallback = (fallback_), .class_of_default = 'D', .help = (help_)                      \
    }
#define TRIES(struct_, help_)                                                                  \
    {                                                                                          \
        .key = "tries", .kind = SIM_WHOLE, .offset = offsetof(struct struct_, tries),          \
        .low = 1, .high = 15, .fallback = "3", .class_of_default = 'D', .help = (help_)        \
    }

static const struct sim_field requests_rows[] = {
    CHANCE(requests, "opened", p_opened, "100 %", 'D',
           N_("of the needs oriented, the share for which a request is opened; the others are "
              "told to whom they may turn")),
    { .key = "tracing",
      .kind = SIM_FLAG,
      .offset = offsetof(struct requests, tracing),
      .fallback = "true",
      .help = N_("the centre sees how requests stand, and gives their answers to those who "
                 "call; without, whoever asks is passed on, and tries again") },
    { .key = "delay",
      .kind = SIM_GROUP,
      .offset = offsetof(struct requests, delay),
      .sub = &delay_fields },
    { .key = "professionals",
      .kind = SIM_WHOLE,
      .unit = SIM_PEOPLE,
      .offset = offsetof(struct requests, professionals),
      .low = 0,
      .high = 10000,
      .fallback = "0",
      .help = N_("field professionals of each line, who work its requests one by one, the "
                 "oldest first; 0: no queue, a delay") },
    { .key = "hours",
      .kind = SIM_LIST,
      .offset = offsetof(struct requests, hours),
      .sub = &opening_fields,
      .high = 10000,
      .help = N_("when the professionals work requests; none: while the centre is open") },
    { .key = "work_time",
      .kind = SIM_GROUP,
      .offset = offsetof(struct requests, work_time),
      .sub = &work_fields },
    LIKELY(requests, "status", p_status, "8 %", 'D', "3 %..20 %",
           N_("chance, each open day of an open request, that its caller calls to ask")),
    LENGTH(requests, "status_length", status_length_s, "90 s",
           N_("mean length of a call to ask, or to hear an answer that is there, wrap-up "
              "included; it varies as handling does")),
    CHANCE(requests, "called_back", p_called_back, "40 %", 'D',
           N_("of the requests closed and traced, the share whose caller the centre calls "
              "back; the others hear from the professional")),
};
const struct sim_fields requests_fields =
    SIM_FIELDS(struct requests, requests_rows,
               N_("what field professionals do for needs that an answer does not resolve; it "
                  "counts only where reasons or skills have a chance to resolve below 100 %"));

static const struct sim_field outbound_rows[] = {
    LENGTH(outbound, "length", length_s, "120 s",
           N_("mean length of a call-back that gives an answer, wrap-up included; it varies as "
              "handling does")),
    LENGTH(outbound, "unanswered", unanswered_s, "30 s",
           N_("how long a try keeps the agent when nobody picks up")),
    CHANCE(outbound, "picked_up", p_picked_up, "60 %", 'D',
           N_("chance, each try, that the person called picks up")),
    TRIES(outbound, N_("tries of a call-back, each in a later opening than the last")),
    { .key = "reserve",
      .kind = SIM_WHOLE,
      .unit = SIM_PEOPLE,
      .offset = offsetof(struct outbound, reserve),
      .low = 0,
      .high = 100000,
      .fallback = "0",
      .help = N_("agents of the group who must be free besides the one who calls back") },
    { .key = "when_closed",
      .kind = SIM_FLAG,
      .offset = offsetof(struct outbound, when_closed),
      .fallback = "false",
      .help = N_("agents who are there while the centre is closed call back then too") },
};
const struct sim_fields outbound_fields =
    SIM_FIELDS(struct outbound, outbound_rows,
               N_("call-backs, which agents make while nobody they may take waits"));

static const struct sim_field offer_rows[] = {
    CHANCE(callback_offer, "accept", p_accept, "0 %", 'D',
           N_("of the callers who wait that long, the share that is called back instead; 0: "
              "no offer is made")),
    { .key = "after",
      .kind = SIM_REAL,
      .unit = SIM_SECONDS,
      .offset = offsetof(struct callback_offer, after_s),
      .low = 0,
      .high = 86400,
      .fallback = "60 s",
      .class_of_default = 'D',
      .help = N_("the wait after which the offer is made") },
    CHANCE(callback_offer, "picked_up", p_picked_up, "80 %", 'D',
           N_("chance, each try, that the person called picks up")),
    TRIES(callback_offer, N_("tries; after the last, the caller redials or gives up as one who "
                             "hung up in the queue")),
};
const struct sim_fields callback_offer_fields = SIM_FIELDS(
    struct callback_offer, offer_rows, N_("an offer to be called back instead of waiting"));
