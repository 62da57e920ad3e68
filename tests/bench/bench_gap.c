/* What each formula says of one and the same centre, and so what each of its assumptions costs:
 * the figures of docs/formulas.md.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 94 calls an hour of 4 minutes, patience 5 minutes, 7 agents: 727 calls on a day of eight
 * hours. */
#include "models/plan/attempts.h"
#include "models/plan/orbit.h"
#include "models/plan/phases.h"
#include "models/plan/steady.h"
#include "models/plan/two_groups.h"

#include <math.h>
#include <stdio.h>

enum { AGENTS = 7 };
static const double rate_per_s = 94.0 / 3600.0, handling_s = 240.0, patience_s = 300.0;
static struct quadrature rule;

static void tell(const char *what, double answered)
{
    printf("%-58s %6.2f %%\n", what, 100.0 * answered);
}

static struct erlang queue(void)
{
    return (struct erlang){ rate_per_s, handling_s, AGENTS,
                            INFINITY,   0.0,        survival_exponential(patience_s) };
}

static double answered(const struct erlang *of)
{
    struct erlang_law law = { 0 };
    erlang_solve(&law, of, &rule);
    return (law.shares.free + law.shares.waited) / (1.0 - law.shares.blocked);
}

static void patience(void)
{
    struct sim_arena arena = { 0 };
    struct sim_faults faults = { 0 };
    struct erlang of = queue();
    tell("Erlang A", answered(&of));
    of.patience =
        (struct sim_law){ .kind = SIM_LOGNORMAL, .mean = 300.0, .factor = 1.0, .cv = 1.5 };
    sim_law_check(&of.patience, "patience", &arena, &faults);
    tell("lognormal patience, coefficient of variation 1.5", answered(&of));
    of = queue();
    of.patience = survival_exponential(1800.0);
    tell("patience of 30 minutes", answered(&of));
    of = queue();
    of.p_balk = 0.05;
    tell("5 % balk", answered(&of));
    of = queue();
    of.lines = 20.0;
    tell("20 lines", answered(&of));
    sim_faults_close(&faults);
    sim_arena_close(&arena);
}

static void handling(void)
{
    static const double cv[] = { 0.8, 1.5 };
    for (size_t i = 0; i < 2; i++) {
        struct phases of = { .rate_per_s = rate_per_s,
                             .left_per_s = 1.0 / patience_s,
                             .agents = AGENTS };
        struct phases_rest rest;
        char what[80];
        phases_fit(&of, handling_s, cv[i] * cv[i]);
        if (!phases_rest(&of, &rest)) return;
        snprintf(what, sizeof what, "handling of coefficient of variation %.1f", cv[i]);
        tell(what, 1.0 - rest.abandoned);
    }
}

static void redials(void)
{
    static const double delay_min[] = { 60.0, 15.0, 5.0 };
    const struct attempts chances = { 0.85, 0.85, 0.0 };
    const struct erlang first = queue();
    struct erlang_law law = { 0 };
    if (!attempts_solve(&chances, &first, &rule, &law)) return;
    tell("85 % redial, by fixed point", law.shares.free + law.shares.waited);
    for (size_t i = 0; i < 3; i++) {
        const struct orbit of = { .rate_per_s = rate_per_s,
                                  .handling_s = handling_s,
                                  .left_per_s = 1.0 / patience_s,
                                  .agents = AGENTS,
                                  .p_redial = 0.85,
                                  .redial_s = 60.0 * delay_min[i],
                                  .again_s = 1.0 };
        struct orbit_rest rest;
        char what[80];
        if (!orbit_rest(&of, &rest)) return;
        snprintf(what, sizeof what, "85 %% redial after %.0f minutes, by chain", delay_min[i]);
        tell(what, rest.answered);
    }
}

/* A fifth of the calls to 2 of the agents first, who take the others too. */
static void groups(void)
{
    for (int reserve = 0; reserve < 2; reserve++) {
        const struct two_groups of = { { { 0.78 * rate_per_s, 1.0 / patience_s, handling_s,
                                           handling_s, 5, reserve, SPECIALISTS_FIRST },
                                         { 0.22 * rate_per_s, 1.0 / patience_s, handling_s,
                                           handling_s, 0, 0, 0 } },
                                       2,
                                       1 };
        struct two_groups_rest rest;
        if (!two_groups_rest(&of, &rest)) return;
        tell(reserve ? "5 + 2 agents, the 2 help while another of them is free"
                     : "5 + 2 agents, the 2 help with the calls of the 5",
             rest.answered);
    }
}

static double answered_of(const struct day_lived *lived, size_t n)
{
    double calls = 0.0, answers = 0.0;
    for (size_t i = 0; i < n; i++) {
        calls += lived[i].arrivals;
        answers += lived[i].answered;
    }
    return answers / calls;
}

static void steady(const struct day *day, enum steady_method method, const char *what)
{
    struct steady_part parts[32];
    double calls = 0.0, answers = 0.0;
    steady_live(day, method, &rule, parts);
    for (size_t i = 0; i < day->n; i++) {
        const double here = day->segments[i].rate_per_s * day->segments[i].length_s;
        calls += here;
        answers += here * (parts[i].shares.free + parts[i].shares.waited);
    }
    tell(what, answers / calls);
}

static void days(void)
{
    static const double profile[] = { 0.075, 0.085, 0.085, 0.080, 0.075, 0.070,
                                      0.060, 0.045, 0.0,   0.0,   0.065, 0.075,
                                      0.070, 0.060, 0.055, 0.045, 0.035, 0.020 };
    enum { N = sizeof profile / sizeof profile[0] };
    struct day_segment segments[N];
    struct day_lived lived[N + 1];
    for (size_t i = 0; i < N; i++)
        segments[i] = (struct day_segment){ 1800.0, 727.0 * profile[i] / 1800.0,
                                            profile[i] > 0.0 ? AGENTS : 0, false };
    const struct day day = { handling_s, 1.0 / patience_s, 0.0, 20.0,
                             false,      segments,         N,   INFINITY };
    steady(&day, STEADY_SIPP, "a day in two humps, each half-hour at rest (SIPP)");
    steady(&day, STEADY_CARRY, "the same, what is left waiting carried over");
    steady(&day, STEADY_MOL, "the same, by modified offered load");
    if (day_live(&day, lived)) tell("the same day, exactly", answered_of(lived, N + 1));
    if (day_live_busyness(&day, 0.15, lived))
        tell("days that differ, coefficient of variation 0.15", answered_of(lived, N + 1));
}

int main(void)
{
    quadrature_open(&rule);
    patience();
    handling();
    redials();
    groups();
    days();
    return 0;
}
