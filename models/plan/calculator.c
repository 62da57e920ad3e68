/* A planner's question to the formulas: what comes of so many agents, or how many it takes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/calculator.h"

#include "models/plan/root.h"

#include <math.h>

/* A margin no wider is none: at the end of all that can be asked, 1 - 1e-17 reads as 1. */
#define ROUNDING 1e-13

/* clang-format off */
#define MEASURE(name_) { #name_, offsetof(struct calculator_values, name_) }
/* clang-format on */
const struct calculator_measure calculator_measures[] = {
    MEASURE(answer_rate),
    MEASURE(answer_rate_attempts),
    MEASURE(service_level),
    MEASURE(service_level_excluding_short),
    MEASURE(service_level_of_answered),
    MEASURE(service_level_left),
    MEASURE(abandonment_rate),
    MEASURE(abandonment_rate_pure),
    MEASURE(p_wait),
    MEASURE(p_blocked),
    MEASURE(wait_mean),
    MEASURE(wait_answered_mean),
    MEASURE(wait_abandoned_mean),
    MEASURE(wait_p50),
    MEASURE(wait_p90),
    MEASURE(wait_p95),
    MEASURE(wait_p99),
    MEASURE(queue_mean),
    MEASURE(occupancy),
    MEASURE(attempts_per_need),
    MEASURE(need_answer_rate),
};
const size_t n_calculator_measures = sizeof calculator_measures / sizeof calculator_measures[0];

double calculator_value(const struct calculator_values *values, size_t i)
{
    const char *at = (const char *)values + calculator_measures[i].offset;
    return *(const double *)(const void *)at;
}

static struct erlang queue_of(const struct calculator *self)
{
    struct erlang queue = { .rate_per_s = self->rate_per_s,
                            .handling_s = self->handling_s,
                            .agents = self->agents,
                            .lines = fmax(self->lines, self->agents),
                            .p_balk = self->p_balk };
    if (self->model == CALCULATOR_B) queue.lines = self->agents;
    queue.patience =
        survival_exponential(self->model == CALCULATOR_A ? self->patience_s : INFINITY);
    return queue;
}

/* Of attempts; summed, for 1 less the blocked would lose its digits where most are. */
static double offered_of(const struct erlang_shares *shares)
{
    return shares->free + shares->waited + shares->balked + shares->abandoned;
}

static void levels_fill(const struct calculator *self, const struct erlang_law *law,
                        struct calculator_values *values)
{
    const double offered = offered_of(&law->shares);
    const double answered = law->shares.free + law->shares.waited;
    const struct erlang_within within = erlang_within(law, self->within_s);
    values->service_level = within.answered / offered;
    values->service_level_excluding_short = within.answered / (offered - within.left);
    values->service_level_of_answered = within.answered / answered;
    values->service_level_left = (within.answered + within.left) / offered;
}

static void quantiles_fill(const struct erlang_law *law, struct calculator_values *values)
{
    values->wait_p50 = erlang_answered_quantile(law, 0.50);
    values->wait_p90 = erlang_answered_quantile(law, 0.90);
    values->wait_p95 = erlang_answered_quantile(law, 0.95);
    values->wait_p99 = erlang_answered_quantile(law, 0.99);
}

static void rates_fill(const struct erlang_law *law, struct calculator_values *values)
{
    const struct erlang_shares *shares = &law->shares;
    const double answered = shares->free + shares->waited, offered = offered_of(shares);
    values->answer_rate = answered / offered;
    values->answer_rate_attempts = answered;
    values->abandonment_rate = (shares->balked + shares->abandoned) / offered;
    values->abandonment_rate_pure = shares->abandoned / offered;
    values->p_wait = law->p_wait / offered;
    values->p_blocked = shares->blocked;
    values->wait_mean = shares->wait_s / offered;
    values->wait_answered_mean = shares->answered_s / answered;
    values->wait_abandoned_mean =
        shares->abandoned > 0.0 ? shares->abandoned_s / shares->abandoned : NAN;
    values->queue_mean = law->of.rate_per_s * shares->wait_s;
    values->occupancy = fmin(1.0, erlang_load(&law->of) * answered / law->of.agents);
}

static struct calculator_values undefined(void)
{
    struct calculator_values values = { 0 };
    for (size_t i = 0; i < n_calculator_measures; i++) {
        char *at = (char *)&values + calculator_measures[i].offset;
        *(double *)(void *)at = NAN;
    }
    return values;
}

/* Without the quantiles, which targets can do without while they are searched for. */
static bool run(const struct calculator *self, const struct quadrature *rule,
                struct erlang_law *law, struct calculator_values *values)
{
    const struct erlang queue = queue_of(self);
    *values = undefined();
    values->attempts_per_s = self->rate_per_s;
    values->load = erlang_load(&queue);
    if (!attempts_solve(&self->again, &queue, rule, law)) return false;
    rates_fill(law, values);
    levels_fill(self, law, values);
    values->attempts_per_s = law->of.rate_per_s;
    values->load = erlang_load(&law->of);
    values->attempts_per_need = law->of.rate_per_s / self->rate_per_s;
    values->need_answer_rate = attempts_reached(&self->again, &law->shares);
    return true;
}

bool calculator_run(const struct calculator *self, const struct quadrature *rule,
                    struct calculator_values *values)
{
    struct erlang_law law = { 0 };
    if (!run(self, rule, &law, values)) return false;
    quantiles_fill(&law, values);
    return true;
}

/* By how much a target is met; negative where it is missed, or nothing is known. */
static double margin_of(const struct calculator_values *values,
                        const struct calculator_target *target)
{
    const double value = calculator_value(values, target->measure);
    if (isnan(value)) return -1.0;
    return target->at_least ? value - target->bound : target->bound - value;
}

bool calculator_meets(const struct calculator_values *values, struct calculator_targets targets)
{
    for (size_t i = 0; i < targets.n; i++)
        if (margin_of(values, &targets.items[i]) < 0.0) return false;
    return true;
}

double *calculator_unknown_of(struct calculator *self, enum calculator_unknown unknown)
{
    switch (unknown) {
    case UNKNOWN_RATE:
        return &self->rate_per_s;
    case UNKNOWN_HANDLING:
        return &self->handling_s;
    case UNKNOWN_PATIENCE:
        return &self->patience_s;
    case UNKNOWN_AGENTS:
        break;
    }
    return &self->agents;
}

struct search {
    struct calculator question;
    enum calculator_unknown unknown;
    struct calculator_targets targets;
    const struct quadrature *rule;
    bool quantiles; /* a target asks for them */
    bool always;    /* what is asked for holds to the last digit in any state of rest */
};

/* The narrowest margin where the unknown is exp(x). */
static double margin(const void *self, double x)
{
    const struct search *search = self;
    struct calculator question = search->question;
    struct calculator_values values;
    struct erlang_law law = { 0 };
    double least = INFINITY;
    *calculator_unknown_of(&question, search->unknown) = exp(x);
    if (!run(&question, search->rule, &law, &values)) return -1.0;
    if (search->quantiles) quantiles_fill(&law, &values);
    for (size_t i = 0; i < search->targets.n; i++)
        least = fmin(least, margin_of(&values, &search->targets.items[i]));
    return search->always && least == 0.0 ? 1.0 : least;
}

static bool asks_for_quantiles(struct calculator_targets targets)
{
    for (size_t i = 0; i < targets.n; i++) {
        const size_t offset = calculator_measures[targets.items[i].measure].offset;
        if (offset >= offsetof(struct calculator_values, wait_p50) &&
            offset <= offsetof(struct calculator_values, wait_p99))
            return true;
    }
    return false;
}

/* All that can be asked of an unknown, as logarithms. A first guess parts the search, which is
 * then within a few doublings of it, for most questions. */
struct range {
    double low, guess, high;
};

static struct range range_of(const struct calculator *self, enum calculator_unknown unknown)
{
    const double load = self->rate_per_s * self->handling_s;
    switch (unknown) {
    case UNKNOWN_RATE:
        return (struct range){ log(1e-9), log(self->agents / self->handling_s), log(1e6) };
    case UNKNOWN_HANDLING:
        return (struct range){ log(1e-6), log(self->agents / self->rate_per_s), log(1e8) };
    case UNKNOWN_PATIENCE:
        return (struct range){ log(1e-3), log(self->handling_s), log(1e8) };
    case UNKNOWN_AGENTS:
        break;
    }
    const double most = fmin(1e6, self->lines);
    return (struct range){ log(1e-6), fmin(log(most), log(load)), log(most) };
}

/* Goes out from the guess by doubled steps until the margin has the other sign, or at `end`. */
static double go_out(const struct search *search, double guess, double end, double sign)
{
    double step = end > guess ? 0.1 : -0.1, x = guess;
    while (x != end) {
        x = step > 0.0 ? fmin(end, x + step) : fmax(end, x + step);
        step *= 2.0;
        if (sign * margin(search, x) < 0.0) break;
    }
    return x;
}

/* The fewest whole agents: next to the real number, tried. */
static double whole(const struct search *search, double agents)
{
    double n = fmax(1.0, ceil(agents) - 1.0);
    while (n < agents + 2.0 && margin(search, log(n)) < 0.0)
        n += 1.0;
    return n;
}

/* Is more of the unknown what meets the targets? More agents do, less rate and handling; for
 * patience it depends on the target. */
static bool more_is_better(const struct search *search, const struct range *range)
{
    if (search->unknown != UNKNOWN_PATIENCE) return search->unknown == UNKNOWN_AGENTS;
    return margin(search, range->high) > margin(search, range->low);
}

struct calculator_solution calculator_solve(const struct calculator *self,
                                            enum calculator_unknown unknown,
                                            struct calculator_targets targets,
                                            const struct quadrature *rule)
{
    struct search search = { .question = *self,
                             .unknown = unknown,
                             .targets = targets,
                             .rule = rule,
                             .quantiles = asks_for_quantiles(targets) };
    const struct range range = range_of(self, unknown);
    struct calculator_solution solution = { .least = more_is_better(&search, &range) };
    const bool met = margin(&search, range.guess) >= 0.0;
    const double end = met == solution.least ? range.low : range.high;
    const double sign = met ? 1.0 : -1.0, beside = end > range.guess ? 0.02 : -0.02;
    search.always = margin(&search, range.guess + beside) == 0.0 && margin(&search, end) == 0.0;
    const double other = go_out(&search, range.guess, end, sign);
    if (other == end && sign * margin(&search, end) > -ROUNDING) {
        solution.verdict = met ? VERDICT_ANY : VERDICT_NEVER;
        solution.whole_agents = 1.0;
        return solution;
    }
    solution.value =
        exp(root_find(margin, &search, fmin(range.guess, other), fmax(range.guess, other)));
    if (unknown == UNKNOWN_AGENTS) solution.whole_agents = whole(&search, solution.value);
    return solution;
}
