/* How fast is the simulator? Calls per second of processor time on
 * scenarios/textbook/erlang-a.cfg with all measures on, beside a hand-written loop compiled the
 * same way, and the ratio. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two are run in turn, several times, and the median of the ratios is told: machines drift.
 */
#include "models/centre.h"
#include "scenarios/scenario_read.h"
#include "sim/replicate.h"
#include "tests/bench/yardstick.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <stdio.h>
#include <time.h>

enum { ROUNDS = 7, REPLICATIONS = 4 };

static double processor_s(void)
{
    struct timespec now = { 0 };
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Calls per second of processor time of the simulator, and how many calls that was. */
static double simulate(const struct sim_model *model, double *calls, struct sim_faults *faults)
{
    const struct sim_request request = { .seed = 1,
                                         .replications = REPLICATIONS,
                                         .threads = 1 };
    struct sim_results results;
    const double began = processor_s();
    if (!sim_replicate(model, &request, &results, faults)) return -1.0;
    const double took = processor_s() - began;
    *calls = results.overall[sim_results_measure(&results, "offered")].value * REPLICATIONS;
    sim_results_close(&results);
    return *calls / took;
}

static double yardstick(double calls)
{
    struct yardstick_result result;
    const double took =
        yardstick_run((uint64_t)calls, 10, 2.0 / 60.0, 1.0 / 240.0, 1.0 / 300.0, 1, &result);
    return calls / took;
}

static double median(double *values)
{
    gsl_sort(values, 1, ROUNDS);
    return gsl_stats_median_from_sorted_data(values, 1, ROUNDS);
}

static bool compare(const struct sim_model *model, struct sim_faults *faults)
{
    double ours[ROUNDS], theirs[ROUNDS], ratio[ROUNDS], calls = 0.0;
    for (int i = 0; i < ROUNDS; i++) {
        ours[i] = simulate(model, &calls, faults);
        if (ours[i] < 0.0) return false;
        theirs[i] = yardstick(calls);
        ratio[i] = ours[i] / theirs[i];
    }
    const double r = median(ratio);
    printf("decroche  %6.2f million calls per second\n", median(ours) / 1e6);
    printf("yardstick %6.2f million calls per second\n", median(theirs) / 1e6);
    printf("ratio     %6.3f (gate 0.4, goal 0.5)\n", r);
    return r >= 0.4;
}

int main(int argc, char **argv)
{
    const char *file =
        argc > 1 ? argv[1] : DECROCHE_SOURCE_DIR "/scenarios/textbook/erlang-a.cfg";
    struct sim_arena arena = { 0 };
    struct sim_faults faults = { 0 };
    struct scenario scenario = { 0 };
    struct scenario_source source;
    struct sim_model model;
    const bool ok =
        scenario_read(file, NULL, 0, &scenario_fields, &scenario, &arena, &source, &faults) &&
        scenario_check(&scenario, &arena, &faults) &&
        centre_model(&model, &scenario, (struct centre_detail){ 0 }, &arena, &faults) &&
        compare(&model, &faults);
    for (size_t i = 0; i < faults.n; i++)
        fprintf(stderr, "%s\n", faults.items[i].what);
    sim_faults_close(&faults);
    sim_arena_close(&arena);
    return ok ? 0 : 1;
}
