/* The exact values of the textbook models at rest.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts, printed to 8 digits; test_law_reference holds them against the file they come from. */
#include "tests/laws/exact.h"

#include <stddef.h>

/* clang-format off */
static const char *const erlang_b_columns[] = {
    "inputs.offered_load", "inputs.servers", "outputs.p_blocked", NULL
};
static const struct exact_case erlang_b_cases[] = {
    { "B1", 0, { 1, 2, 0.2 } },
    { "B2", 0, { 8, 10, 0.12166106 } },
    { "B3", 0, { 10, 17, 0.012948875 } },
};

static const char *const erlang_c_columns[] = {
    "inputs.arrival_rate", "inputs.mean_service", "inputs.servers", "inputs.awt",
    "outputs.occupancy", "outputs.p_wait", "outputs.asa", "outputs.mean_queue",
    "outputs.service_level", "outputs.wait_p90", "outputs.wait_p95", NULL
};
static const struct exact_case erlang_c_cases[] = {
    { "C1", 0, { 1.6, 5, 10, 0.33333333, 0.8, 0.40918015, 1.0229504, 1.6367206, 0.64189645,
        3.5224633, 5.2553313 } },
    { "C2", 0, { 3.3333333, 3, 14, 0.33333333, 0.71428571, 0.17413193, 0.13059895,
        0.43532983, 0.88835002, 0.4159823, 0.93584268 } },
    { "C3", 0, { 12, 4, 55, 0.25, 0.87272727, 0.23870094, 0.13640054, 1.6368064, 0.84588309,
        0.49716644, 0.89325054 } },
};

static const char *const erlang_a_columns[] = {
    "inputs.arrival_rate", "inputs.mean_service", "inputs.mean_patience", "inputs.servers",
    "inputs.awt", "outputs.occupancy", "outputs.p_wait", "outputs.p_answered",
    "outputs.p_abandon", "outputs.mean_queue", "outputs.mean_wait_all",
    "outputs.mean_wait_answered", "outputs.mean_wait_abandoned", "outputs.sl_of_offered",
    "outputs.sl_of_answered", "outputs.sl_excluding_short_abandons", "outputs.sl_wait_le_t",
    NULL
};
static const struct exact_case erlang_a_cases[] = {
    { "A1", 0, { 1.6, 5, 2, 10, 0.33333333, 0.74142413, 0.23614122, 0.92678016, 0.073219836,
        0.23430348, 0.14643967, 0.11345215, 0.56397922, 0.82400481, 0.88910493, 0.8505813,
        0.8552499 } },
    { "A2", 0, { 2.9, 5, 2, 10, 0.33333333, 0.95804911, 0.79093457, 0.66072352, 0.33927648,
        1.9678036, 0.67855296, 0.66011111, 0.71446751, 0.30355208, 0.45942376, 0.34262367,
        0.41758854 } },
    { "A3", 0, { 48, 1, 2, 50, 0.33333333, 0.93032424, 0.46777407, 0.96908775, 0.030912249,
        2.9675759, 0.061824498, 0.060265004, 0.11071408, 0.94301895, 0.97309965, 0.9720296,
        0.97286439 } },
    { "A4", 0, { 3.3333333, 3, 5, 14, 0.33333333, 0.70429733, 0.14526011, 0.98601626,
        0.013983744, 0.2330624, 0.069918721, 0.064641334, 0.44203572, 0.91679209,
        0.92979409, 0.92340732, 0.92395603 } },
};

static const char *const erlang_a_general_patience_columns[] = {
    "inputs.arrival_rate", "inputs.mean_service", "inputs.servers", "inputs.awt",
    "inputs.patience.mean", "outputs.p_wait", "outputs.p_abandon", "outputs.p_answered",
    "outputs.occupancy", "outputs.mean_wait_all", "outputs.mean_queue",
    "outputs.mean_wait_answered", "outputs.p_answered_within_t", "outputs.p_wait_gt_t", NULL
};
static const struct exact_case erlang_a_general_patience_cases[] = {
    { "G1", 0, { 2, 5, 10, 0.33333333, 2, 0.57735283, 0.11547057, 0.88452943, 0.88452943,
        0.69282339, 1.3856468, 0.52217851, 0.49962755, 0.50037245 } },
    { "G2", 0, { 2, 5, 10, 0.33333333, 2, 0.51103468, 0.13358921, 0.86641079, 0.86641079,
        0.47200767, 0.94401535, 0.37069381, 0.57763153, 0.41595161 } },
    { "G3", 0, { 2, 5, 10, 0.33333333, 2, 0.39376636, 0.16562785, 0.83437215, 0.83437215,
        0.21038959, 0.42077917, 0.17508125, 0.69354373, 0.20578065 } },
    { "G4", 0, { 2, 5, 10, 0.33333333, 2, 0.43138849, 0.15534918, 0.84465082, 0.84465082,
        0.27535724, 0.55071449, 0.21276557, 0.66630652, 0.28463318 } },
};

static const char *const redial_ctmc_columns[] = {
    "inputs.lam", "inputs.mu", "inputs.theta", "inputs.c", "inputs.p_redial",
    "inputs.d_redial", "inputs.p_reconnect", "inputs.d_reconnect", "inputs.awt",
    "outputs.attempt_rate", "outputs.fresh_share", "outputs.attempts_per_fresh_call",
    "outputs.redial_share", "outputs.reconnect_share", "outputs.p_answered_per_attempt",
    "outputs.p_abandon_per_attempt", "outputs.p_wait_per_attempt", "outputs.answered_rate",
    "outputs.lost_for_good_rate", "outputs.occupancy", "outputs.mean_queue",
    "outputs.mean_wait_per_attempt", "outputs.p_episode_answered",
    "outputs.p_answered_within_t_per_attempt", NULL
};
static const struct exact_case redial_ctmc_cases[] = {
    { "R1", 0, { 1.6, 0.2, 0.5, 8, 0.6, 0.1, 0, 0, 0.33333333, 1.8848989, 0.84885188,
        1.1780618, 0.15114812, 0, 0.74808647, 0.25191353, 0.60216839, 1.4100674, 0.18993261,
        0.88129212, 0.94966307, 0.50382705, 0.88129212, 0.48494456 } },
    { "R2", 0, { 1.6, 0.2, 0.5, 8, 0.6, 1, 0, 0, 0.33333333, 1.918241, 0.8340975, 1.1989006,
        0.1659025, 0, 0.72349583, 0.27650417, 0.61988448, 1.3878393, 0.21216065, 0.86739959,
        1.0608033, 0.55300834, 0.86739959, 0.45695561 } },
    { "R3", 0, { 1.6, 0.2, 0.5, 8, 0.6, 0.016666667, 0, 0, 0.33333333, 1.8725147,
        0.85446592, 1.1703217, 0.14553408, 0, 0.75744321, 0.24255679, 0.59343364, 1.4183235,
        0.18167646, 0.88645221, 0.90838232, 0.48511359, 0.88645221, 0.49709915 } },
    { "R4", 0, { 2.2, 0.2, 0.5, 10, 0.8, 0.1, 0, 0, 0.33333333, 3.2803095, 0.67066842,
        1.4910498, 0.32933158, 0, 0.58833553, 0.41166447, 0.85442432, 1.9299226, 0.27007738,
        0.96496131, 2.7007738, 0.82332894, 0.87723756, 0.21719114 } },
    { "R5", 0, { 1.4, 0.25, 0.5, 8, 0, 0, 0.15, 0.033333333, 0.33333333, 1.6217976,
        0.86323966, 1.1584268, 0, 0.13676034, 0.91173559, 0.088264406, 0.28348193,
        1.4786506, 0.143147, 0.73932529, 0.286294, 0.17652881, 0.91173559, 0.78818546 } },
};

static const char *const n_design_ctmc_columns[] = {
    "inputs.lam1", "inputs.lam2", "inputs.cS", "inputs.cG", "inputs.mu1S", "inputs.th1",
    "inputs.reserve", "outputs.p_wait_1", "outputs.mean_queue_1", "outputs.p_abandon_1",
    "outputs.p_answered_1", "outputs.mean_wait_all_1", "outputs.p_wait_2",
    "outputs.mean_queue_2", "outputs.p_abandon_2", "outputs.p_answered_2",
    "outputs.mean_wait_all_2", "outputs.occupancy_S", "outputs.occupancy_G",
    "outputs.share_class1_answered_by_G", "outputs.p_answered_all", NULL
};
static const struct exact_case n_design_ctmc_cases[] = {
    { "N1", 0, { 1.25, 0.35, 7, 3, 0.2, 0.5, 0, 0.18994576, 0.1459689, 0.058387558,
        0.94161244, 0.11677512, 0.44436348, 0.15839105, 0.22627293, 0.77372707, 0.45254586,
        0.7390576, 0.68856565, 0.12092866, 0.90488752 } },
    { "N2", 0, { 1.25, 0.35, 7, 3, 0.2, 0.5, 0, 0.18514888, 0.13042527, 0.052170106,
        0.94782989, 0.10434021, 0.44578691, 0.17893223, 0.25561747, 0.74438253, 0.51123494,
        0.7369836, 0.68924035, 0.12914581, 0.90332578 } },
    { "N3", 0, { 1.25, 0.35, 7, 3, 0.2, 0.5, 1, 0.26625854, 0.22690882, 0.090763529,
        0.90923647, 0.18152706, 0.30658917, 0.10928211, 0.15611731, 0.84388269, 0.31223461,
        0.75209153, 0.63162733, 0.073571578, 0.89494033 } },
    { "N4", 0, { 1.25, 0.35, 7, 3, 0.2, 0.5, 0, 0.16120566, 0.12499924, 0.049999695,
        0.9500003, 0.09999939, 0.76309665, 0.27200183, 0.38857405, 0.61142595, 0.77714809,
        0.61459742, 0.90177178, 0.27542222, 0.87593717 } },
};

static const char *const mdc_columns[] = {
    "inputs.arrival_rate", "inputs.service", "inputs.servers", "inputs.awt",
    "outputs.occupancy", "outputs.p_wait", "outputs.mean_queue", "outputs.asa",
    "outputs.service_level", NULL
};
static const struct exact_case mdc_cases[] = {
    { "D1", 0, { 0.5, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.5, 0.64201271 } },
    { "D2", 0, { 4, 1, 5, 0.3, 0.8, 0.53361506, 1.15624, 0.28906001, 0.66265856 } },
};

static const char *const m_cox2_c_plus_m_columns[] = {
    "inputs.arrival_rate", "inputs.cox_phase1_mean", "inputs.cox_continue_prob",
    "inputs.cox_phase2_mean", "inputs.mean", "inputs.scv", "inputs.servers", "inputs.theta",
    "outputs.p_wait", "outputs.mean_queue", "outputs.mean_wait_all", "outputs.p_abandon",
    "outputs.occupancy", NULL
};
static const struct exact_case m_cox2_c_plus_m_cases[] = {
    { "H1", 0, { 1.6, 2.5, 1, 2.5, 5, 0.5, 10, 0, 0.4021343, 1.2649737, 0.79060858, 0, 0.8 }
        },
    { "H2", 0, { 1.6, 2.5, 0.125, 20, 5, 4, 10, 0, 0.42779595, 3.5414783, 2.213424, 0, 0.8 }
        },
    { "H3", 0, { 1.8, 2.5, 1, 2.5, 5, 0.5, 8, 0.5, 0.56977818, 0.78162449, 0.43423583,
        0.21711791, 0.88074235 } },
};
/* clang-format on */

#define TABLE(oracle_, name_)                                                                  \
    {                                                                                          \
        (oracle_), name_##_columns, name_##_cases,                                             \
            sizeof name_##_cases / sizeof name_##_cases[0]                                     \
    }

const struct exact_table exact_textbook[] = {
    TABLE("erlang_b", erlang_b),
    TABLE("erlang_c", erlang_c),
    TABLE("erlang_a", erlang_a),
    TABLE("erlang_a_general_patience", erlang_a_general_patience),
    TABLE("redial_ctmc", redial_ctmc),
    TABLE("n_design_ctmc", n_design_ctmc),
    TABLE("mdc", mdc),
    TABLE("m_cox2_c_plus_m", m_cox2_c_plus_m),
};
const size_t n_exact_textbook = sizeof exact_textbook / sizeof exact_textbook[0];
