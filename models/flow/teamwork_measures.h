/* Rows of centre_measures[] on calls that take more than one agent: for counts.c alone, whose
 * words it uses. SPDX-License-Identifier: GPL-3.0-or-later */
/* clang-format off */
#undef FEATURES
#define FEATURES FEATURE_CONSULTATION

    TOTAL("consultations", SIM_NEITHER, TAKEN, C(N_CONSULTATIONS), N_("consultations"),
          N_("calls in which the agent asked a colleague")),
    SHARE("consultations_joined", SIM_HIGHER, TAKEN, C(N_ADVISED), C(N_CONSULTATIONS),
          N_("consultations joined"), N_("a colleague joined / consultations")),
    SECONDS("consultation_wait_mean", SIM_LOWER, TAKEN, C(S_COLLEAGUE_WAIT), C(N_CONSULTATIONS),
            N_("wait for a colleague"),
            N_("of the agent, joined or not, the caller on the line / consultations")),
    TOTAL_OF("consultation_hours", FEATURES, SIM_NEITHER, LIVED, C(S_ADVISING), 1.0 / 3600.0, "h",
             N_("hours of consultation"), N_("colleagues' time, that of those who ask apart")),

#undef FEATURES
#define FEATURES 0
    /* clang-format on */
