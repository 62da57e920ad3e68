/* How many of the 95 % intervals hold the truth, over many seeds of an Erlang A model?
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Once with a fixed number of replications, and once until a precision is reached, which looks
 * at the interval to decide when to end. Of 1,000 seeds a share of .95 has a standard error of
 * .7 points. The exact quantile comes from the density of the wait that an agent would end. */
#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SEEDS = 1000, REPLICATIONS = 30, CEILING = 10000, N_WATCHED = 6 };

static const char id[] = "A1";

/* Half-width of answer_rate that takes some 60 replications. */
static const double half_width = 0.0022;

struct watched {
    const char *measure;
    double exact;
    int covered[2]; /* seeds whose interval has it, by way of running */
};

/* Density at x, up to a factor, of the wait of a caller who has to wait and is answered: agents
 * become free at rate n mu, those ahead lose patience as he does (Zeltyn and Mandelbaum, 2005).
 */
static double answered_density(double x)
{
    const double free_rate = exact(id, "servers") / exact(id, "mean_service");
    const double theta = 1.0 / exact(id, "mean_patience");
    const double ahead = exact(id, "arrival_rate") * (1.0 - exp(-theta * x)) / theta;
    return exp(ahead - free_rate * x - theta * x);
}

/* Minutes that p of the answered calls do not wait longer than: steps through the tail, by the
 * middle of each step. What is left of the density beyond an hour is nothing. */
static double answered_quantile(double p)
{
    const double step = 1e-5, end = 60.0, beyond = 1.0 - p;
    const double offered_wait = exact(id, "p_wait");
    const double served = (offered_wait - exact(id, "p_abandon")) / exact(id, "p_answered");
    double all = 0.0, sum = 0.0, x = 0.0;
    for (long i = 0; i < (long)(end / step); i++)
        all += answered_density(((double)i + 0.5) * step);
    while (served * (1.0 - sum / all) > beyond) {
        sum += answered_density(x + 0.5 * step);
        x += step;
    }
    return x;
}

static bool covers(const struct sim_results *results, const struct watched *watched)
{
    const size_t i = sim_results_measure(results, watched->measure);
    return results->overall[i].low <= watched->exact &&
           watched->exact <= results->overall[i].high;
}

/* One seed, one way of running: returns how many replications it took, 0 when it failed. */
static size_t run_once(struct theory *t, struct watched *watched, uint64_t seed, bool precise)
{
    struct sim_request request = { .seed = seed, .replications = REPLICATIONS, .threads = 2 };
    if (precise) {
        request.replications = CEILING;
        request.half_width = half_width;
        size_t i = 0;
        while (strcmp(t->model.measures[i].name, "answer_rate") != 0)
            i++;
        request.precise_measure = i;
    }
    if (!theory_request(t, &request)) return 0;
    for (size_t i = 0; i < N_WATCHED; i++)
        watched[i].covered[precise] += covers(&t->results, &watched[i]);
    return t->results.n_done;
}

static bool run_all(struct theory *t, struct watched *watched, bool precise)
{
    size_t taken = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        const size_t n = run_once(t, watched, seed, precise);
        if (n == 0) return false;
        taken += n;
    }
    printf("%s: %.1f replications on average\n", precise ? "precision" : "fixed number",
           (double)taken / SEEDS);
    return true;
}

/* Within 92.5 to 97.5 %. */
static bool tell(const struct watched *watched)
{
    bool ok = true;
    for (size_t i = 0; i < N_WATCHED; i++) {
        printf("%-18s exact %-12.8g", watched[i].measure, watched[i].exact);
        for (int way = 0; way < 2; way++) {
            const double share = 100.0 * watched[i].covered[way] / SEEDS;
            const bool good = share >= 92.5 && share <= 97.5;
            printf("  %s %.1f %%%s", way ? "precision" : "fixed", share, good ? "" : " (!)");
            ok = ok && good;
        }
        printf("\n");
    }
    return ok;
}

int main(void)
{
    struct theory t;
    struct watched watched[N_WATCHED] = {
        { "answer_rate", exact(id, "p_answered"), { 0 } },
        { "wait_mean", 60.0 * exact(id, "mean_wait_all"), { 0 } },
        { "occupancy", exact(id, "occupancy"), { 0 } },
        { "service_level", exact(id, "sl_of_offered"), { 0 } },
        { "queue_mean", exact(id, "mean_queue"), { 0 } },
        { "wait_p90", 60.0 * answered_quantile(0.9), { 0 } },
    };
    if (!theory_open(&t, id,
                     THEORY_AT_REST(2) THEORY_PLAIN THEORY_RATE THEORY_HANDLING THEORY_PATIENCE
                         THEORY_WITHIN THEORY_AGENTS,
                     exact(id, "arrival_rate"), exact(id, "mean_service"),
                     exact(id, "mean_patience"), exact(id, "awt"), (int)exact(id, "servers")))
        return 2;
    if (!run_all(&t, watched, false) || !run_all(&t, watched, true)) return 3;
    const bool ok = tell(watched);
    theory_close(&t);
    return ok ? 0 : 1;
}
