/* Rows of centre_measures[] on what answers come to: for counts.c alone, whose words it uses.
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* clang-format off */
#undef FEATURES
#define FEATURES FEATURE_OUTCOMES

    SHARE("first_level_rate", SIM_HIGHER, TAKEN, C(N_RESOLVED), DECIDED,
          N_("resolved at first level"),
          N_("resolved by the agent who answered / (resolved + oriented)")),
    TOTAL("oriented", SIM_LOWER, TAKEN, C(N_ORIENTED), N_("oriented"),
          N_("answers that sent the need on to a field professional")),
    SHARE("first_contact_resolution", SIM_HIGHER, CALLS, C(N_FIRST_CONTACT), REACHED,
          N_("resolved at first contact"),
          N_("resolved by the first answer, no call again / needs reached")),
    TOTAL("needs_closed", SIM_HIGHER, CALLS, C(N_NEEDS_CLOSED), N_("needs closed"),
          N_("needs resolved, or whose answer was given")),
    TOTAL("needs_dropped", SIM_LOWER, CALLS, C(N_NEEDS_DROPPED), N_("needs dropped"),
          N_("answered, not resolved, and no call again")),
    SECONDS("time_to_closure", SIM_LOWER, CALLS, C(S_TO_CLOSURE), C(N_NEEDS_CLOSED),
            N_("time to closure"),
            N_("from the first dialling, nights included / needs closed")),

#undef FEATURES
#define FEATURES (FEATURE_OUTCOMES | FEATURE_OFFERS)

    SHARE("need_answer_rate_same_day", SIM_HIGHER, CALLS, C(N_REACHED_SAME_DAY), ALL_NEEDS,
          N_("reached the same day"), N_("needs answered on the day they first dialled / needs")),
    SECONDS("time_to_first_answer", SIM_LOWER, CALLS, C(S_TO_FIRST_ANSWER), REACHED,
            N_("time to a first answer"),
            N_("from the first dialling, nights included / needs reached")),

#undef FEATURES
#define FEATURES FEATURE_REQUESTS

    TOTAL("requests_opened", SIM_LOWER, CALLS, C(N_REQUESTS), N_("requests opened"),
          N_("requests to field professionals")),
    TOTAL("requests_closed", SIM_NEITHER, CALLS, C(N_REQUESTS_CLOSED), N_("requests closed"),
          N_("closed within the horizon, those carried into it included")),
    TOTAL("requests_carried_in", SIM_NEITHER, KINDS, C(N_REQUESTS_CARRIED_IN),
          N_("requests carried in"), N_("open when the horizon begins")),
    TOTAL("requests_open_at_end", SIM_LOWER, KINDS, C(N_REQUESTS_AT_END),
          N_("requests open at the end"), N_("open when the horizon ends")),
    SECONDS("request_age_mean", SIM_LOWER, KINDS, C(S_REQUEST_AGE), C(N_REQUESTS_AT_END),
            N_("their mean age"), N_("time open, nights included / requests open at the end")),
    SECONDS("request_time_mean", SIM_LOWER, CALLS, C(S_REQUEST_OPEN), C(N_REQUESTS_CLOSED),
            N_("time to close a request"), N_("time open, nights included / requests closed")),
    TOTAL("status_calls", SIM_LOWER, CALLS, C(N_STATUS_CALLS), N_("calls to ask"),
          N_("of the calls again, to ask how a request stands")),
    TOTAL("needs_undeliverable", SIM_LOWER, CALLS, C(N_NEEDS_UNDELIVERABLE),
          N_("answers undeliverable"), N_("nobody picks up, and no call comes any more")),

#undef FEATURES
#define FEATURES FEATURE_OFFERS

    TOTAL("left_by_offer", SIM_NEITHER, ENDED, C(N_LEFT_BY_OFFER), N_("left to be called back"),
          N_("took the offer of a call-back instead of waiting")),

#undef FEATURES
#define FEATURES (FEATURE_REQUESTS | FEATURE_OFFERS)

    TOTAL("callbacks", SIM_NEITHER, CALLS, C(N_CALLBACKS), N_("call-backs"),
          N_("people whom the centre set out to call back")),
    TOTAL("callbacks_reached", SIM_HIGHER, CALLS, C(N_CALLBACKS_REACHED),
          N_("call-backs picked up"), N_("at any of their tries")),
    TOTAL("callbacks_unreached", SIM_LOWER, CALLS, C(N_CALLBACKS_UNREACHED),
          N_("call-backs in vain"), N_("given up after the last try")),
    TOTAL("callback_tries", SIM_NEITHER, CALLS, C(N_CALLBACK_TRIES), N_("call-back tries"),
          N_("numbers dialled by agents")),
    { .name = "callback_hours", .unit = "h", .show = SIM_SHOW_NUMBER, .better = SIM_NEITHER,
      .quantity = SIM_TOTAL, .over = SIM_SUM(C(S_OUTBOUND)), .scale = 1.0 / 3600.0, .axes = LIVED,
      .label = N_("hours on call-backs"), .definition = N_("agents' time, vain tries included"),
      .features = (FEATURES) },

#undef FEATURES
#define FEATURES 0
    /* clang-format on */
