/* The ziggurats: their tables by the recursion, and what is drawn with them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

enum { DRAWS = 1000000 };

/* A decreasing density without its constant, its inverse, and its area beyond x. */
struct curve {
    const struct sim_ziggurat *table;
    int bits;
    long double (*height)(long double x);
    long double (*abscissa)(long double height);
    long double (*beyond)(long double x);
};

static long double exponential_height(long double x)
{
    return expl(-x);
}

static long double exponential_abscissa(long double height)
{
    return -logl(height);
}

static long double normal_height(long double x)
{
    return expl(-0.5L * x * x);
}

static long double normal_abscissa(long double height)
{
    return sqrtl(-2.0L * logl(height));
}

static long double normal_beyond(long double x)
{
    return sqrtl(acosl(-1.0L) / 2.0L) * erfcl(x / sqrtl(2.0L));
}

static const struct curve curves[] = {
    { &sim_ziggurat_exponential, 24, exponential_height, exponential_abscissa,
      exponential_height },
    { &sim_ziggurat_normal, 23, normal_height, normal_abscissa, normal_beyond },
};

/* Fills x[0..255] from the edge up; returns by how much the last layer misses the top. */
static long double layers_fill(const struct curve *curve, long double edge, long double *x)
{
    const long double area = edge * curve->height(edge) + curve->beyond(edge);
    x[0] = area / curve->height(edge);
    x[1] = edge;
    for (int i = 1; i + 1 < SIM_LAYERS; i++) {
        const long double above = area / x[i] + curve->height(x[i]);
        if (above >= 1.0L) return 1.0L;
        x[i + 1] = curve->abscissa(above);
    }
    return area / x[SIM_LAYERS - 1] + curve->height(x[SIM_LAYERS - 1]) - 1.0L;
}

/* The edge for which 256 layers of equal area come to the top exactly, by bisection. */
static long double edge_find(const struct curve *curve, long double *x)
{
    long double low = curve->table->edge * 0.99L, high = curve->table->edge * 1.01L;
    for (int i = 0; i < 200; i++) {
        const long double middle = 0.5L * (low + high);
        if (layers_fill(curve, middle, x) > 0.0L)
            low = middle;
        else
            high = middle;
    }
    layers_fill(curve, high, x);
    x[SIM_LAYERS] = 0.0L;
    return high;
}

static void assert_relative(double got, long double wanted)
{
    assert_near(got, (double)wanted, 1e-14 * (double)fabsl(wanted));
}

static void the_tables_are_those_of_the_recursion(void **state)
{
    (void)state;
    for (size_t c = 0; c < 2; c++) {
        const struct curve *curve = &curves[c];
        long double x[SIM_LAYERS + 1];
        assert_relative(curve->table->edge, edge_find(curve, x));
        const long double units = ldexpl(1.0L, curve->bits);
        for (int i = 0; i < SIM_LAYERS; i++) {
            assert_relative(curve->table->width[i], x[i] / units);
            assert_relative(curve->table->height[i], curve->height(x[i]));
            assert_near(curve->table->sure[i], (double)(units * x[i + 1] / x[i]), 1.0);
        }
        assert_true(curve->table->height[SIM_LAYERS] == 1.0);
    }
}

/* An abscissa that is surely inside must not lie beyond the next layer. */
static void a_sure_draw_lies_under_the_curve(void **state)
{
    (void)state;
    for (size_t c = 0; c < 2; c++)
        for (int i = 0; i < SIM_LAYERS; i++) {
            const struct sim_ziggurat *table = curves[c].table;
            if (table->sure[i] == 0) continue;
            const double x = (table->sure[i] - 0.5) * table->width[i];
            assert_true((double)curves[c].height((long double)x) >=
                        table->height[i + 1] * (1.0 - 1e-14));
        }
}

static const struct sim_stream stream = { 2017, 3 };
static double drawn[DRAWS];

static void draw_all(double (*variate)(const struct sim_draw *), uint32_t lane)
{
    for (uint32_t i = 0; i < DRAWS; i++) {
        const struct sim_draw draw = draw_of(&stream, i, lane);
        drawn[i] = variate(&draw);
    }
}

static double exponential_variate(const struct sim_draw *draw)
{
    return sim_exponential(draw);
}

static double normal_variate(const struct sim_draw *draw)
{
    return sim_normal(draw);
}

static double exponential_below(double x)
{
    return -expm1(-x);
}

static double power_mean(int power)
{
    double sum = 0.0;
    for (size_t i = 0; i < DRAWS; i++)
        sum += pow(drawn[i], power);
    return sum / DRAWS;
}

static void exponentials_have_the_moments_and_the_shape_of_their_law(void **state)
{
    (void)state;
    for (uint32_t lane = 0; lane < 4; lane += 3) {
        draw_all(exponential_variate, lane);
        /* E X^k = k!, variance of X^k = (2k)! - k!^2. */
        assert_near(power_mean(1), 1.0, 4.0 * sqrt(1.0 / DRAWS));
        assert_near(power_mean(2), 2.0, 4.0 * sqrt((24.0 - 4.0) / DRAWS));
        assert_near(power_mean(3), 6.0, 4.0 * sqrt((720.0 - 36.0) / DRAWS));
        assert_true(ks_distance(drawn, DRAWS, exponential_below) < 1.95);
        assert_true(drawn[0] > 0.0);
    }
}

static void normals_have_the_moments_and_the_shape_of_their_law(void **state)
{
    (void)state;
    for (uint32_t lane = 0; lane < 4; lane += 3) {
        draw_all(normal_variate, lane);
        assert_near(power_mean(1), 0.0, 4.0 * sqrt(1.0 / DRAWS));
        assert_near(power_mean(2), 1.0, 4.0 * sqrt(2.0 / DRAWS));
        assert_near(power_mean(3), 0.0, 4.0 * sqrt(15.0 / DRAWS));
        assert_near(power_mean(4), 3.0, 4.0 * sqrt((105.0 - 9.0) / DRAWS));
        assert_true(ks_distance(drawn, DRAWS, gsl_cdf_ugaussian_P) < 1.95);
    }
}

/* Beyond the edge: as many as there should be, and spread as they should be. */
static void tails_go_on_beyond_the_edge(void **state)
{
    (void)state;
    const double edge = sim_ziggurat_exponential.edge, p = exp(-edge);
    double n = 0.0, excess = 0.0;
    draw_all(exponential_variate, 1);
    for (size_t i = 0; i < DRAWS; i++) {
        if (drawn[i] <= edge) continue;
        n++;
        excess += drawn[i] - edge;
    }
    assert_near(n, p * DRAWS, 4.0 * sqrt(p * DRAWS));
    assert_near(excess / n, 1.0, 4.0 / sqrt(n));

    const double far = sim_ziggurat_normal.edge, q = 2.0 * gsl_cdf_ugaussian_Q(far);
    double beyond[2] = { 0.0, 0.0 };
    n = excess = 0.0;
    draw_all(normal_variate, 1);
    for (size_t i = 0; i < DRAWS; i++) {
        if (fabs(drawn[i]) <= far) continue;
        n++;
        beyond[drawn[i] > 0.0]++;
        excess += fabs(drawn[i]) - far;
    }
    /* E(X - r | X > r) = f(r) / Q(r) - r. */
    const double mean = 2.0 * exp(-0.5 * far * far) / sqrt(2.0 * acos(-1.0)) / q - far;
    assert_near(n, q * DRAWS, 4.0 * sqrt(q * DRAWS));
    assert_near(excess / n, mean, 4.0 * mean / sqrt(n));
    assert_near(beyond[0], beyond[1], 4.0 * sqrt(n));
}

/* Layer 0 at its far end: every one of these goes through the tail. */
static void a_draw_in_the_tail_never_falls_short_of_the_edge(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 10000; i++) {
        struct sim_draw draw = draw_of(&stream, i, i % 4);
        draw.word = UINT32_MAX << 9;
        assert_true(sim_exponential(&draw) > sim_ziggurat_exponential.edge);
        assert_true(sim_normal(&draw) >= sim_ziggurat_normal.edge);
        draw.word |= 256;
        assert_true(sim_normal(&draw) <= -sim_ziggurat_normal.edge);
    }
}

static void a_draw_at_an_address_is_always_the_same(void **state)
{
    (void)state;
    draw_all(normal_variate, 2);
    for (uint32_t i = DRAWS; i-- > DRAWS / 2;) {
        const struct sim_draw draw = draw_of(&stream, i, 2);
        assert_true(sim_normal(&draw) == drawn[i]);
    }
}

/* The four lanes of a block, slow draws included, and two laws on one word's neighbours. */
static void lanes_do_not_know_each_other(void **state)
{
    (void)state;
    double products[4][4] = { { 0.0 } }, slow[4][4] = { { 0.0 } };
    for (uint32_t i = 0; i < DRAWS / 2; i++) {
        double x[4], y[4];
        for (uint32_t lane = 0; lane < 4; lane++) {
            struct sim_draw draw = draw_of(&stream, i, lane);
            x[lane] = sim_exponential(&draw) - 1.0;
            draw.word = UINT32_MAX << 9;
            y[lane] = sim_exponential(&draw) - sim_ziggurat_exponential.edge - 1.0;
        }
        for (int a = 0; a < 4; a++)
            for (int b = 0; b < a; b++) {
                products[a][b] += x[a] * x[b];
                slow[a][b] += y[a] * y[b];
            }
    }
    const double n = DRAWS / 2.0;
    for (int a = 0; a < 4; a++)
        for (int b = 0; b < a; b++) {
            assert_near(products[a][b] / n, 0.0, 4.0 / sqrt(n));
            assert_near(slow[a][b] / n, 0.0, 4.0 / sqrt(n));
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_tables_are_those_of_the_recursion),
        cmocka_unit_test(a_sure_draw_lies_under_the_curve),
        cmocka_unit_test(exponentials_have_the_moments_and_the_shape_of_their_law),
        cmocka_unit_test(normals_have_the_moments_and_the_shape_of_their_law),
        cmocka_unit_test(tails_go_on_beyond_the_edge),
        cmocka_unit_test(a_draw_in_the_tail_never_falls_short_of_the_edge),
        cmocka_unit_test(a_draw_at_an_address_is_always_the_same),
        cmocka_unit_test(lanes_do_not_know_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
