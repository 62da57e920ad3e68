/* How long the formulas take: processor time of one answer each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/calculator.h"
#include "models/plan/day.h"
#include "models/plan/orbit.h"
#include "models/plan/two_groups.h"

#include <math.h>
#include <stdio.h>
#include <time.h>

static double now_s(void)
{
    struct timespec now = { 0 };
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static void tell(const char *what, double began_s)
{
    printf("%-52s %8.2f ms\n", what, 1e3 * (now_s() - began_s));
}

/* 10,000 agents: evaluated, and found for a target; redials each time a fixed point. */
static void calculator_time(double redial)
{
    const struct calculator question = {
        CALCULATOR_A, 10000.0 / 240.0,        240.0, 300.0, 10000.0, INFINITY, 0.0,
        20.0,         { redial, redial, 0.0 }
    };
    const struct calculator_target target = { 2, true, 0.8 };
    struct calculator_values values;
    struct quadrature rule;
    double began_s = now_s();
    quadrature_open(&rule);
    calculator_run(&question, &rule, &values);
    tell(redial > 0.0 ? "10,000 agents, redials" : "10,000 agents", began_s);
    began_s = now_s();
    calculator_solve(&question, UNKNOWN_AGENTS, (struct calculator_targets){ &target, 1 },
                     &rule);
    tell(redial > 0.0 ? "agents for a target, redials" : "agents for a target", began_s);
}

/* A day of 16 half-hours and a lunch break, as at the centre. */
static void day_time(void)
{
    static const double profile[] = { 0.075, 0.085, 0.085, 0.080, 0.075, 0.070,
                                      0.060, 0.045, 0.0,   0.0,   0.065, 0.075,
                                      0.070, 0.060, 0.055, 0.045, 0.035, 0.020 };
    enum { N = sizeof profile / sizeof profile[0] };
    struct day_segment segments[N];
    struct day_lived lived[N + 1];
    for (size_t i = 0; i < N; i++)
        segments[i] = (struct day_segment){ 1800.0, 727.0 * profile[i] / 1800.0,
                                            profile[i] > 0.0 ? 7 : 0, i == 7 || i == N - 1 };
    const struct day day = { 240.0, 1.0 / 300.0, 0.05, 20.0, false, segments, N, INFINITY };
    double began_s = now_s();
    day_live(&day, lived);
    tell("a day, with waits across changes of staff", began_s);
    began_s = now_s();
    day_live_busyness(&day, 0.15, lived);
    tell("a day of unknown busyness", began_s);
}

static void chain_time(void)
{
    const struct orbit orbit = { 94.0 / 3600.0, 240.0, 1.0 / 300.0, 7,   20,  0.05,
                                 0.85,          0.85,  900.0,       0.0, 1.0, 20.0 };
    const struct two_groups groups = {
        { { 0.0208, 0.0033, 300, 300, 7, 1, 0 }, { 0.0058, 0.0033, 300, 300, 0, 0, 0 } }, 3, 1
    };
    struct orbit_rest rest;
    struct two_groups_rest both;
    double began_s = now_s();
    orbit_rest(&orbit, &rest);
    tell("redials, by chain", began_s);
    began_s = now_s();
    two_groups_rest(&groups, &both);
    tell("two groups, by chain", began_s);
}

int main(void)
{
    calculator_time(0.0);
    calculator_time(0.85);
    day_time();
    chain_time();
    return 0;
}
