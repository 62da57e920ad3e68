/* Laws of chance with a mean: how long a call lasts, how long a caller waits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/law.h"

#include "sim/gsl_stream.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>
#include <string.h>

static double exponential_raw(const struct sim_law *law, const struct sim_draw *draw)
{
    (void)law;
    return sim_exponential(draw);
}

static const char *scale_is_mean(struct sim_law *law, struct sim_arena *arena)
{
    (void)arena;
    law->scale = law->mean;
    return NULL;
}

/* exp(a + b N), b the standard deviation of the logarithm, a = -b^2 / 2 so that the mean is 1.
 */
static double lognormal_raw(const struct sim_law *law, const struct sim_draw *draw)
{
    return exp(law->a + law->b * sim_normal(draw));
}

static const char *lognormal_complete(struct sim_law *law, struct sim_arena *arena)
{
    const double variance = log1p(law->cv * law->cv);
    law->a = -0.5 * variance;
    law->b = sqrt(variance);
    return scale_is_mean(law, arena);
}

/* E^(1/shape) has mean Gamma(1 + 1/shape). */
static double weibull_raw(const struct sim_law *law, const struct sim_draw *draw)
{
    return pow(sim_exponential(draw), law->a);
}

static const char *weibull_complete(struct sim_law *law, struct sim_arena *arena)
{
    (void)arena;
    if (isnan(law->shape)) return N_("a Weibull law needs its shape");
    law->a = 1.0 / law->shape;
    law->scale = law->mean / gsl_sf_gamma(1.0 + law->a);
    return NULL;
}

/* Gamma(shape, scale 1); Marsaglia and Tsang (2000) in GSL. */
static double gamma_raw(const struct sim_law *law, const struct sim_draw *draw)
{
    struct sim_gsl_state state;
    const gsl_rng rng = sim_gsl_at(&state, draw);
    return gsl_ran_gamma(&rng, law->a, 1.0);
}

static const char *gamma_complete(struct sim_law *law, struct sim_arena *arena)
{
    (void)arena;
    if (isnan(law->shape) && law->cv == 0.0) return N_("a gamma law needs a cv above 0");
    law->a = isnan(law->shape) ? 1.0 / (law->cv * law->cv) : law->shape;
    law->scale = law->mean / law->a;
    return NULL;
}

static const char *erlang_complete(struct sim_law *law, struct sim_arena *arena)
{
    if (isnan(law->shape) || law->shape < 1.0 || law->shape != floor(law->shape))
        return N_("an Erlang law needs a whole number of phases as its shape");
    return gamma_complete(law, arena);
}

/* mean (1 + b (2U - 1)), b = sqrt(3) cv. */
static double uniform_raw(const struct sim_law *law, const struct sim_draw *draw)
{
    return 1.0 + law->b * (2.0 * sim_uniform(draw->word) - 1.0);
}

/* The cv written for another law of the same key may be too wide for a uniform one: the widest
 * uniform law goes from 0 to twice the mean. */
static const char *uniform_complete(struct sim_law *law, struct sim_arena *arena)
{
    law->b = fmin(1.0, sqrt(3.0) * law->cv);
    return scale_is_mean(law, arena);
}

static double deterministic_raw(const struct sim_law *law, const struct sim_draw *draw)
{
    (void)law;
    (void)draw;
    return 1.0;
}

static double hyperexponential_raw(const struct sim_law *law, const struct sim_draw *draw)
{
    struct sim_draw phase = *draw;
    const struct sim_words more = sim_draw_more(draw, 60);
    phase.word = more.word[0];
    return sim_exponential(draw) * (sim_uniform(phase.word) < law->p ? law->a : law->b);
}

static const char *hyperexponential_complete(struct sim_law *law, struct sim_arena *arena)
{
    (void)arena;
    if (isnan(law->p) || isnan(law->mean_1) || isnan(law->mean_2))
        return N_("a hyperexponential law needs p, mean_1 and mean_2");
    const double own = law->p * law->mean_1 + (1.0 - law->p) * law->mean_2;
    law->expected = own;
    law->a = law->mean_1 / own;
    law->b = law->mean_2 / own;
    law->scale = own;
    return NULL;
}

static double empirical_raw(const struct sim_law *law, const struct sim_draw *draw)
{
    const double u = sim_uniform(draw->word) * law->cumulated[law->values.n - 1];
    size_t low = 0, high = law->values.n - 1;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (u < law->cumulated[middle])
            high = middle;
        else
            low = middle + 1;
    }
    return law->values.values[low];
}

static const char *empirical_complete(struct sim_law *law, struct sim_arena *arena)
{
    const size_t n = law->values.n;
    if (n == 0) return N_("an empirical law needs its values");
    if (law->weights.n && law->weights.n != n)
        return N_("an empirical law needs as many weights as values");
    double *cumulated = sim_arena_new(arena, n, sizeof *cumulated);
    if (!cumulated) return N_("memory has run out");
    double total = 0.0, sum = 0.0;
    for (size_t i = 0; i < n; i++) {
        const double weight = law->weights.n ? law->weights.values[i] : 1.0;
        total += weight;
        sum += weight * law->values.values[i];
        cumulated[i] = total;
    }
    if (!(total > 0.0)) return N_("the weights of an empirical law sum to zero");
    if (!(sum > 0.0)) return N_("the values of an empirical law are all zero");
    law->cumulated = cumulated;
    law->expected = sum / total;
    law->scale = 1.0;
    return NULL;
}

static double never_raw(const struct sim_law *law, const struct sim_draw *draw)
{
    (void)law;
    (void)draw;
    return INFINITY;
}

static const char *never_complete(struct sim_law *law, struct sim_arena *arena)
{
    (void)arena;
    law->expected = INFINITY;
    law->scale = 1.0;
    return NULL;
}

const struct sim_law_type sim_laws[SIM_N_LAWS] = {
    [SIM_EXPONENTIAL] = { "exponential", exponential_raw, scale_is_mean, " mean factor " },
    [SIM_LOGNORMAL] = { "lognormal", lognormal_raw, lognormal_complete, " mean factor cv " },
    [SIM_WEIBULL] = { "weibull", weibull_raw, weibull_complete, " mean factor shape " },
    [SIM_GAMMA] = { "gamma", gamma_raw, gamma_complete, " mean factor cv shape " },
    [SIM_ERLANG] = { "erlang", gamma_raw, erlang_complete, " mean factor shape " },
    [SIM_UNIFORM_LAW] = { "uniform", uniform_raw, uniform_complete, " mean factor cv " },
    [SIM_DETERMINISTIC] = { "deterministic", deterministic_raw, scale_is_mean,
                            " mean factor " },
    [SIM_HYPEREXPONENTIAL] = { "hyperexponential", hyperexponential_raw,
                               hyperexponential_complete, " factor p mean_1 mean_2 " },
    [SIM_EMPIRICAL] = { "empirical", empirical_raw, empirical_complete,
                        " factor values weights " },
    [SIM_NEVER] = { "never", never_raw, never_complete, " " },
};

bool sim_law_uses(const struct sim_law *law, const char *key)
{
    const char *at = sim_laws[law->kind].keys;
    const size_t length = strlen(key);
    /* A gamma law's shape says all that its cv would. */
    if (law->kind == SIM_GAMMA && !isnan(law->shape) && !strcmp(key, "cv")) return false;
    if (!strcmp(key, "law")) return true;
    while ((at = strstr(at, key)) && !(at[-1] == ' ' && at[length] == ' '))
        at += length;
    return at;
}

const char *const sim_law_names[SIM_N_LAWS + 1] = {
    "exponential",   "lognormal",        "weibull",   "gamma", "erlang", "uniform",
    "deterministic", "hyperexponential", "empirical", "never", NULL,
};

static bool refuse(const struct sim_law *self, const char *path, const char *what,
                   struct sim_faults *faults)
{
    sim_faults_add(faults, (struct sim_fault){ .severity = SIM_INPUT,
                                               .path = path,
                                               .what = what,
                                               .got = sim_laws[self->kind].name });
    return false;
}

bool sim_law_check(struct sim_law *self, const char *path, struct sim_arena *arena,
                   struct sim_faults *faults)
{
    self->expected = self->mean;
    const char *wrong = sim_laws[self->kind].complete(self, arena);
    self->scale *= self->factor;
    self->expected *= self->factor;
    return !wrong || refuse(self, path, wrong, faults);
}

bool sim_law_check_finite(struct sim_law *self, const char *path, struct sim_arena *arena,
                          struct sim_faults *faults)
{
    if (!sim_law_check(self, path, arena, faults)) return false;
    return isfinite(self->expected) ||
           refuse(self, path, N_("this time must end; only patience may last for ever"),
                  faults);
}
