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
#define FEATURES FEATURE_TRANSFERS

    TOTAL("transfers", SIM_NEITHER, TAKEN, C(N_TRANSFERS), N_("transfers"),
          N_("calls that the agent handed over to another group")),
    TOTAL("transfers_taken", SIM_NEITHER, TAKEN, C(N_TAKEN_OVER), N_("transfers taken over"),
          N_("by an agent of that group")),
    TOTAL("transfers_abandoned", SIM_LOWER, CALLS, C(N_TRANSFERS_LEFT), N_("transfers abandoned"),
          N_("hung up, or cut off, while waiting for that group")),
    SECONDS("transfer_wait_mean", SIM_LOWER, CALLS, C(S_TRANSFER_WAIT), C(N_TRANSFERS),
            N_("wait of transfers"), N_("wait for the second agent / transfers")),

#undef FEATURES
#define FEATURES 0
    /* clang-format on */
