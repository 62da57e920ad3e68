/* Queues at rest against a file of exact values; skipped where that is missing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/plan/reference.h"

#include "models/plan/calculator.h"
#include "models/plan/constant.h"
#include "models/plan/loss.h"
#include "models/plan/phases.h"
#include "models/plan/two_groups.h"

static struct quadrature rule;
static struct sim_arena arena;
static struct sim_faults faults;

/* ---- at rest ---- */

static void erlang_b(const json_t *in, struct list *out)
{
    put(out, "p_blocked",
        loss_blocked(&rule, number(in, "offered_load"), number(in, "servers")));
}

static void erlang_b_required(const json_t *in, struct list *out)
{
    put(out, "servers",
        loss_lines(&rule, number(in, "offered_load"), number(in, "max_blocking")));
}

static void extended_erlang_b(const json_t *in, struct list *out)
{
    put(out, "p_blocked",
        loss_blocked_redialling(&rule, number(in, "offered_load"), number(in, "servers"),
                                number(in, "recall")));
}

static struct calculator question_of(const json_t *in, enum calculator_model model)
{
    return (struct calculator){
        .model = model,
        .rate_per_s = number(in, "arrival_rate"),
        .handling_s = number(in, "mean_service"),
        .patience_s = number_or(in, "mean_patience", INFINITY),
        .agents = number_or(in, "servers", 1.0),
        .lines = number_or(in, "lines", INFINITY),
        .p_balk = number_or(in, "balk", 0.0),
        .within_s = number(in, "awt"),
    };
}

static void erlang_c(const json_t *in, struct list *out)
{
    const struct calculator question = question_of(in, CALCULATOR_C);
    struct calculator_values values;
    assert_true(calculator_run(&question, &rule, &values));
    put(out, "offered_load", values.load);
    put(out, "occupancy", values.occupancy);
    put(out, "p_wait", values.p_wait);
    put(out, "asa", values.wait_mean);
    put(out, "mean_queue", values.queue_mean);
    put(out, "service_level", values.service_level);
    put(out, "wait_p90", values.wait_p90);
    put(out, "wait_p95", values.wait_p95);
}

static size_t measure(const char *name)
{
    size_t i = 0;
    while (strcmp(calculator_measures[i].name, name) != 0)
        i++;
    return i;
}

static void erlang_c_required(const json_t *in, struct list *out)
{
    const struct calculator question = question_of(in, CALCULATOR_C);
    const struct calculator_target targets[] = {
        { measure("service_level"), true, number(in, "target_sl") },
        { measure("occupancy"), false, number(in, "max_occupancy") },
    };
    put(out, "servers",
        calculator_solve(&question, UNKNOWN_AGENTS, (struct calculator_targets){ targets, 2 },
                         &rule)
            .whole_agents);
}

static void law_put(const struct erlang_law *law, double within_s, struct list *out)
{
    const struct erlang_shares *shares = &law->shares;
    const struct erlang_within within = erlang_within(law, within_s);
    const double answered = shares->free + shares->waited;
    const double left = shares->abandoned + shares->balked;
    put(out, "offered_load", erlang_load(&law->of));
    put(out, "occupancy", erlang_load(&law->of) * answered / law->of.agents);
    put(out, "p_wait", law->p_wait);
    put(out, "p_blocked", shares->blocked);
    put(out, "p_answered", answered);
    put(out, "p_abandon", left);
    put(out, "mean_queue", law->of.rate_per_s * shares->wait_s);
    put(out, "mean_wait_all", shares->wait_s);
    put(out, "mean_wait_answered", shares->answered_s / answered);
    put(out, "mean_wait_abandoned", shares->abandoned_s / left);
    put(out, "p_answered_within_t", within.answered);
    put(out, "p_abandoned_within_t", within.left);
    put(out, "p_wait_gt_t", 1.0 - within.answered - within.left - shares->blocked);
    put(out, "sl_of_offered", within.answered);
    put(out, "sl_of_answered", within.answered / answered);
    put(out, "sl_excluding_short_abandons",
        within.answered / (1.0 - shares->blocked - within.left));
    put(out, "sl_wait_le_t", within.answered + within.left);
}

static void erlang_a(const json_t *in, struct list *out)
{
    const struct erlang queue = {
        number(in, "arrival_rate"), number(in, "mean_service"),
        number(in, "servers"),      number_or(in, "lines", INFINITY),
        number_or(in, "balk", 0.0), survival_exponential(number(in, "mean_patience")),
    };
    struct erlang_law law = { 0 };
    erlang_solve(&law, &queue, &rule);
    law_put(&law, number(in, "awt"), out);
}

static struct sim_law patience_of(const json_t *in)
{
    const char *name = json_string_value(json_object_get(in, "law"));
    struct sim_law law = { .mean = number_or(in, "mean", 1.0),
                           .factor = 1.0,
                           .cv = number_or(in, "cv", 10.0), /* uniform: as wide as may be */
                           .shape = number_or(in, "shape", NAN),
                           .p = number_or(in, "p", NAN),
                           .mean_1 = number_or(in, "m1", NAN),
                           .mean_2 = number_or(in, "m2", NAN) };
    while (sim_law_names[law.kind] && strcmp(sim_law_names[law.kind], name) != 0)
        law.kind++;
    if (!sim_law_names[law.kind]) fail_msg("no law %s", name);
    assert_true(sim_law_check(&law, "patience", &arena, &faults));
    return law;
}

static void general_patience(const json_t *in, struct list *out)
{
    const struct erlang queue = {
        number(in, "arrival_rate"), number(in, "mean_service"),
        number(in, "servers"),      INFINITY,
        number_or(in, "balk", 0.0), patience_of(json_object_get(in, "patience")),
    };
    struct erlang_law law = { 0 };
    erlang_solve(&law, &queue, &rule);
    law_put(&law, number(in, "awt"), out);
}

/* ---- handling ---- */

static void mdc(const json_t *in, struct list *out)
{
    const struct constant of = { number(in, "arrival_rate"), number(in, "service"),
                                 whole(in, "servers") };
    const struct erlang queue = {
        of.rate_per_s, of.handling_s, of.agents, INFINITY, 0.0, survival_exponential(INFINITY)
    };
    struct constant_law law;
    struct erlang_law exponential;
    assert_true(constant_solve(&law, &of, &arena));
    erlang_solve(&exponential, &queue, &rule);
    put(out, "offered_load", of.rate_per_s * of.handling_s);
    put(out, "occupancy", of.rate_per_s * of.handling_s / of.agents);
    put(out, "p_wait", law.p_wait);
    put(out, "mean_queue", law.queue_mean);
    put(out, "asa", law.wait_s);
    put(out, "service_level", constant_within(&law, number(in, "awt"), &arena));
    put(out, "allen_cunneen_asa", phases_allen_cunneen(exponential.shares.wait_s, 1.0, 0.0));
}

static void m_cox2_c_plus_m(const json_t *in, struct list *out)
{
    const struct phases of = { number(in, "arrival_rate"),
                               number(in, "cox_phase1_mean"),
                               number(in, "cox_continue_prob"),
                               number(in, "cox_phase2_mean"),
                               number(in, "theta"),
                               whole(in, "servers") };
    const struct erlang queue = { of.rate_per_s, number(in, "mean"),
                                  of.agents,     INFINITY,
                                  0.0,           survival_exponential(INFINITY) };
    const double scv = number(in, "scv");
    struct phases_rest rest;
    struct erlang_law exponential;
    assert_true(phases_rest(&of, &rest));
    put(out, "offered_load", erlang_load(&queue));
    put(out, "scv", scv);
    put(out, "p_wait", rest.p_wait);
    put(out, "mean_queue", rest.queue_mean);
    put(out, "mean_wait_all", rest.wait_s);
    put(out, "p_abandon", rest.abandoned);
    put(out, "occupancy", rest.occupancy);
    if (!erlang_is_stable(&queue)) return;
    erlang_solve(&exponential, &queue, &rule);
    put(out, "allen_cunneen_asa",
        phases_allen_cunneen(exponential.shares.wait_s, 1.0, sqrt(scv)));
}

/* ---- redials ---- */

static void redial_ctmc(const json_t *in, struct list *out)
{
    const struct orbit orbit = orbit_of(in);
    struct orbit_rest rest;
    assert_true(orbit_rest(&orbit, &rest));
    const double attempts = rest.attempts_per_s, first = orbit.rate_per_s;
    put(out, "attempt_rate", attempts);
    put(out, "fresh_share", first / attempts);
    put(out, "attempts_per_fresh_call", attempts / first);
    put(out, "redial_share", rest.redials_per_s / attempts);
    put(out, "reconnect_share", rest.again_per_s / attempts);
    put(out, "p_answered_per_attempt", rest.answered);
    put(out, "p_abandon_per_attempt", rest.abandoned);
    put(out, "p_blocked_per_attempt", rest.blocked);
    put(out, "p_wait_per_attempt", rest.waited);
    put(out, "p_abandon_fresh", rest.abandoned_first);
    put(out, "p_blocked_fresh", rest.blocked_first);
    put(out, "answered_rate", rest.answered_per_s);
    put(out, "lost_for_good_rate", rest.lost_per_s);
    put(out, "occupancy", rest.occupancy);
    put(out, "mean_queue", rest.queue_mean);
    put(out, "mean_wait_per_attempt", rest.wait_s);
    put(out, "mean_redial_orbit", rest.redial_mean);
    put(out, "mean_reconnect_orbit", rest.again_mean);
    put(out, "p_all_busy_time", rest.all_busy);
    put(out, "p_episode_answered", rest.answered_per_s / (first + rest.again_per_s));
    put(out, "p_answered_within_t_per_attempt", rest.answered_within);
    put(out, "p_answered_within_t_fresh", rest.answered_within_first);
}

static void redial_fixed_point(const json_t *in, struct list *out)
{
    const struct attempts chances = { number(in, "p_redial"), number(in, "p_redial"),
                                      number_or(in, "p_reconnect", 0.0) };
    const struct erlang first = { number(in, "lam"),
                                  1.0 / number(in, "mu"),
                                  number(in, "c"),
                                  INFINITY,
                                  0.0,
                                  survival_exponential(1.0 / number(in, "theta")) };
    struct erlang_law law = { 0 };
    assert_true(attempts_solve(&chances, &first, &rule, &law));
    put(out, "attempt_rate", law.of.rate_per_s);
    put(out, "p_abandon_per_attempt", law.shares.abandoned);
    put(out, "mean_queue", law.of.rate_per_s * law.shares.wait_s);
    put(out, "occupancy",
        erlang_load(&law.of) * (law.shares.free + law.shares.waited) / law.of.agents);
    put(out, "p_wait_per_attempt", law.p_wait);
}

/* ---- two groups ---- */

static void n_design_ctmc(const json_t *in, struct list *out)
{
    const struct two_groups groups = {
        { { number(in, "lam1"), number(in, "th1"), 1.0 / number(in, "mu1S"),
            1.0 / number(in, "mu1G"), whole(in, "cS"), whole(in, "reserve"),
            is_text(in, "order", "GS")   ? FLEXIBLE_FIRST
            : is_text(in, "order", "SG") ? SPECIALISTS_FIRST
                                         : ANY_FIRST },
          { number(in, "lam2"), number(in, "th2"), 1.0, 1.0 / number(in, "mu2G"), 0, 0, 0 } },
        whole(in, "cG"),
        is_text(in, "priority", "1") ? 0 : 1,
    };
    struct two_groups_rest rest;
    assert_true(two_groups_rest(&groups, &rest));
    put(out, "p_wait_1", rest.kind[0].p_wait);
    put(out, "p_wait_2", rest.kind[1].p_wait);
    put(out, "mean_queue_1", rest.kind[0].queue_mean);
    put(out, "mean_queue_2", rest.kind[1].queue_mean);
    put(out, "var_queue_1", rest.kind[0].queue_variance);
    put(out, "var_queue_2", rest.kind[1].queue_variance);
    put(out, "p_abandon_1", rest.kind[0].abandoned);
    put(out, "p_abandon_2", rest.kind[1].abandoned);
    put(out, "p_answered_1", 1.0 - rest.kind[0].abandoned);
    put(out, "p_answered_2", 1.0 - rest.kind[1].abandoned);
    put(out, "mean_wait_all_1", rest.kind[0].wait_s);
    put(out, "mean_wait_all_2", rest.kind[1].wait_s);
    put(out, "occupancy_S", rest.kind[0].occupancy);
    put(out, "occupancy_G", rest.flexible_occupancy);
    put(out, "share_class1_answered_by_G", rest.kind[0].by_flexible);
    put(out, "p_answered_all", rest.answered);
}

static const struct reference_model models[] = {
    { "erlang_b", erlang_b, NULL },
    { "erlang_b_required", erlang_b_required, NULL },
    { "extended_erlang_b", extended_erlang_b, NULL },
    { "erlang_c", erlang_c, NULL },
    { "erlang_c_required", erlang_c_required, NULL },
    { "erlang_a", erlang_a, NULL },
    { "erlang_a_general_patience", general_patience, NULL },
    { "redial_ctmc", redial_ctmc, NULL },
    { "redial_fixed_point", redial_fixed_point, NULL },
    { "n_design_ctmc", n_design_ctmc, NULL },
    { "mdc", mdc, NULL },
    { "m_cox2_c_plus_m", m_cox2_c_plus_m, NULL },
};

static void every_exact_value_is_met_to_its_last_digit(void **state)
{
    (void)state;
    assert_true(reference_compare(models, sizeof models / sizeof models[0]) >= 31);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_exact_value_is_met_to_its_last_digit),
    };
    if (!reference_is_there()) return SKIPPED;
    quadrature_open(&rule);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    sim_faults_close(&faults);
    sim_arena_close(&arena);
    return failed;
}
