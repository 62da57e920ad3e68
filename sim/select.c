/* Selection of the best of many options, with a guaranteed probability where it leads by a
 * stated indifference zone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/select.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

const char *const sim_select_names[] = { "kim-nelson", "rinott", NULL };

/* A selection under way. */
struct race {
    const struct sim_selecting *asked;
    struct sim_selection *found;
    const double **values; /* [options]: observations so far; those that left are out of date */
    double *variances;     /* [options * options], of differences of the first observations */
    double sign;           /* turns observations so that more is better */
    struct sim_faults *faults;
};

static bool observe(struct race *self, size_t option, size_t n)
{
    const struct sim_selecting *asked = self->asked;
    self->values[option] = asked->observe(asked->source, option, n, self->faults);
    if (!self->values[option]) return false;
    double sum = 0.0;
    for (size_t i = 0; i < n; i++)
        sum += self->values[option][i];
    self->found->options[option].mean = sum / (double)n;
    self->found->options[option].observations = n;
    return true;
}

static bool observe_all(struct race *self, size_t n)
{
    for (size_t i = 0; i < self->asked->options; i++)
        if (self->found->options[i].survived && !observe(self, i, n)) return false;
    return true;
}

/* Sample variance of a - b, or of a alone where b is NULL. */
static double variance_of(const double *a, const double *b, size_t n)
{
    double mean = 0.0, squares = 0.0;
    for (size_t i = 0; i < n; i++) {
        const double value = b ? a[i] - b[i] : a[i], off = value - mean;
        mean += off / (double)(i + 1);
        squares += off * (value - mean);
    }
    return squares / (double)(n - 1);
}

/* The best of those that survived, the first of equals. */
static size_t leader(const struct race *self)
{
    const struct sim_selected *options = self->found->options;
    size_t best = self->asked->options;
    for (size_t i = 0; i < self->asked->options; i++)
        if (options[i].survived && (best == self->asked->options ||
                                    self->sign * (options[i].mean - options[best].mean) > 0.0))
            best = i;
    return best;
}

static size_t survivors(const struct race *self)
{
    size_t n = 0;
    for (size_t i = 0; i < self->asked->options; i++)
        n += self->found->options[i].survived;
    return n;
}

/* h squared of Kim and Nelson: 2 c eta (n0 - 1), for options that may be dependent. */
static double kim_nelson_h2(const struct sim_selecting *asked)
{
    const double degrees = (double)asked->first - 1.0;
    const double beyond = 2.0 * (1.0 - asked->level) / (double)(asked->options - 1);
    const double eta = 0.5 * (pow(beyond, -2.0 / degrees) - 1.0);
    return 2.0 * eta * degrees;
}

/* How far the mean of option i may be behind that of l after r observations. */
static double allowed(const struct race *self, size_t i, size_t l, double r, double h2)
{
    const double zone = self->asked->zone;
    const double variance = self->variances[i * self->asked->options + l];
    return fmax(0.0, zone / (2.0 * r) * (h2 * variance / (zone * zone) - r));
}

/* Who is too far behind anyone who was in the race before this look leaves it. */
static void screen(struct race *self, size_t r, double h2, bool *leaves)
{
    const size_t k = self->asked->options;
    struct sim_selected *options = self->found->options;
    for (size_t i = 0; i < k; i++) {
        leaves[i] = false;
        for (size_t l = 0; options[i].survived && l < k; l++) {
            if (l == i || !options[l].survived) continue;
            const double behind = self->sign * (options[l].mean - options[i].mean);
            if (behind > allowed(self, i, l, (double)r, h2)) leaves[i] = true;
        }
    }
    for (size_t i = 0; i < k; i++)
        if (leaves[i]) options[i].survived = false;
}

/* After how many observations the bounds of those still in the race are closed. */
static double closing_time(const struct race *self, double h2)
{
    const size_t k = self->asked->options;
    const double zone = self->asked->zone;
    double most = 0.0;
    for (size_t i = 0; i < k; i++)
        for (size_t l = 0; l < i; l++)
            if (self->found->options[i].survived && self->found->options[l].survived)
                most = fmax(most, floor(h2 * self->variances[i * k + l] / (zone * zone)));
    return most + 1.0;
}

static bool variances_fill(struct race *self, struct sim_arena *arena)
{
    const size_t k = self->asked->options;
    self->variances = sim_arena_new(arena, k * k, sizeof *self->variances);
    if (!self->variances) return sim_faults_memory(self->faults);
    for (size_t i = 0; i < k; i++)
        for (size_t l = 0; l < i; l++)
            self->variances[i * k + l] = self->variances[l * k + i] =
                variance_of(self->values[i], self->values[l], self->asked->first);
    return true;
}

static bool kim_nelson(struct race *self, struct sim_arena *arena)
{
    const struct sim_selecting *asked = self->asked;
    const double h2 = kim_nelson_h2(asked);
    bool *leaves = sim_arena_new(arena, asked->options, sizeof *leaves);
    if (!leaves) return sim_faults_memory(self->faults);
    size_t r = asked->first;
    if (!observe_all(self, r) || !variances_fill(self, arena)) return false;
    screen(self, r, h2, leaves);
    while (survivors(self) > 1 && (double)r < closing_time(self, h2) && r < asked->most) {
        r = r + asked->step < asked->most ? r + asked->step : asked->most;
        if (!observe_all(self, r)) return false;
        screen(self, r, h2, leaves);
    }
    self->found->guaranteed = survivors(self) == 1 || (double)r >= closing_time(self, h2);
    return true;
}

static bool rinott(struct race *self, struct sim_arena *arena)
{
    (void)arena;
    const struct sim_selecting *asked = self->asked;
    if (!observe_all(self, asked->first)) return false;
    const double h = sim_select_rinott_h(asked->options, asked->first, asked->level);
    for (size_t i = 0; i < asked->options; i++) {
        const double wanted =
            ceil(pow(h / asked->zone, 2.0) * variance_of(self->values[i], NULL, asked->first));
        const double n = fmin(fmax(wanted, (double)asked->first), (double)asked->most);
        if (wanted > (double)asked->most) self->found->guaranteed = false;
        if (!observe(self, i, (size_t)n)) return false;
    }
    return true;
}

bool sim_select(const struct sim_selecting *asked, struct sim_selection *found,
                struct sim_arena *arena, struct sim_faults *faults)
{
    static bool (*const procedures[SIM_N_PROCEDURES])(struct race *, struct sim_arena *) = {
        [SIM_KIM_NELSON] = kim_nelson, [SIM_RINOTT] = rinott
    };
    *found = (struct sim_selection){ .guaranteed = true };
    found->options = sim_arena_new(arena, asked->options, sizeof *found->options);
    struct race race = { .asked = asked,
                         .found = found,
                         .values = sim_arena_new(arena, asked->options, sizeof *race.values),
                         .sign = asked->better == SIM_LOWER ? -1.0 : 1.0,
                         .faults = faults };
    if (!found->options || !race.values) return sim_faults_memory(faults);
    for (size_t i = 0; i < asked->options; i++)
        found->options[i].survived = true;
    if (!procedures[asked->procedure](&race, arena)) return false;
    found->best = leader(&race);
    for (size_t i = 0; i < asked->options; i++)
        found->observations += found->options[i].observations;
    return true;
}

/* Chi-square values at the middles of equal steps of s, where u = s^3 (10 - 15 s + 6 s^2) is
 * the probability below them: the ends, where quantiles are steep, weigh nothing, and the rule
 * of midpoints converges fast. */
enum { NODES = 48 };

struct chi_squares {
    double value[NODES], weight[NODES];
};

static void nodes_fill(struct chi_squares *self, double degrees)
{
    for (int i = 0; i < NODES; i++) {
        const double s = (i + 0.5) / NODES;
        self->value[i] = gsl_cdf_chisq_Pinv(s * s * s * (10.0 - s * (15.0 - 6.0 * s)), degrees);
        self->weight[i] = 30.0 * pow(s * (1.0 - s), 2.0) / NODES;
    }
}

/* The probability that the best of 1 + others is selected. */
static double p_selected(const struct chi_squares *nodes, double h, double degrees,
                         size_t others)
{
    double all = 0.0;
    for (int j = 0; j < NODES; j++) {
        double inner = 0.0;
        for (int i = 0; i < NODES; i++)
            inner += nodes->weight[i] *
                     gsl_cdf_ugaussian_P(
                         h / sqrt(degrees * (1.0 / nodes->value[i] + 1.0 / nodes->value[j])));
        all += nodes->weight[j] * pow(inner, (double)others);
    }
    return all;
}

double sim_select_rinott_h(size_t options, size_t first, double level)
{
    const double degrees = (double)first - 1.0;
    struct chi_squares nodes;
    nodes_fill(&nodes, degrees);
    double low = 0.0, high = 1.0;
    while (p_selected(&nodes, high, degrees, options - 1) < level && high < 1e6)
        high *= 2.0;
    for (int i = 0; i < 40; i++) {
        const double middle = (low + high) / 2.0;
        if (p_selected(&nodes, middle, degrees, options - 1) < level)
            low = middle;
        else
            high = middle;
    }
    return high;
}
