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
    SHARE("need_answer_rate_same_day", SIM_HIGHER, CALLS, C(N_REACHED_SAME_DAY), ALL_NEEDS,
          N_("reached the same day"), N_("needs answered on the day they first dialled / needs")),
    SECONDS("time_to_first_answer", SIM_LOWER, CALLS, C(S_TO_FIRST_ANSWER), REACHED,
            N_("time to a first answer"),
            N_("from the first dialling, nights included / needs reached")),
    TOTAL("needs_closed", SIM_HIGHER, CALLS, C(N_NEEDS_CLOSED), N_("needs closed"),
          N_("needs resolved, or whose answer was given")),
    TOTAL("needs_dropped", SIM_LOWER, CALLS, C(N_NEEDS_DROPPED), N_("needs dropped"),
          N_("answered, not resolved, and no call again")),
    SECONDS("time_to_closure", SIM_LOWER, CALLS, C(S_TO_CLOSURE), C(N_NEEDS_CLOSED),
            N_("time to closure"),
            N_("from the first dialling, nights included / needs closed")),

#undef FEATURES
#define FEATURES 0
    /* clang-format on */
