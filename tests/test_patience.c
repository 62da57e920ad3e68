/* A caller's own patience.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "models/demand/patience.h"

static struct patience patience_of(double trait_cv)
{
    struct sim_arena arena = { 0 };
    struct sim_faults faults = { 0 };
    struct patience patience = { .law = { .kind = SIM_EXPONENTIAL, .mean = 300, .factor = 1 },
                                 .trait_cv = trait_cv };
    assert_true(patience_check(&patience, &arena, &faults));
    return patience;
}

static void the_trait_has_mean_1_and_its_coefficient_of_variation(void **state)
{
    (void)state;
    enum { N = 200000 };
    static double drawn[N];
    static const double cvs[] = { 0.1, 0.5, 1.0 };
    const struct sim_stream stream = { 32, 1 };
    for (int k = 0; k < 3; k++) {
        const struct patience patience = patience_of(cvs[k]);
        for (uint32_t i = 0; i < N; i++)
            drawn[i] = patience_trait(&patience, &stream, (struct sim_place){ i, 5, 0, 0 });
        const struct sample sample = sample_of(drawn, N);
        assert_near(sample.mean, 1.0, 4.0 * sample.se_mean);
        assert_near(sample.cv, cvs[k], 4.0 * sample.se_cv);
    }
}

static void it_is_the_same_at_every_attempt_and_for_no_two_callers(void **state)
{
    (void)state;
    const struct patience patience = patience_of(0.5);
    const struct sim_stream stream = { 32, 2 }, other = { 32, 3 };
    const struct sim_place caller = { 17, 5, 0, 1 }, later = { 17, 5, 3, 9 };
    const double trait = patience_trait(&patience, &stream, caller);
    assert_true(trait == patience_trait(&patience, &stream, later));
    assert_true(trait != patience_trait(&patience, &other, caller));
    assert_true(trait != patience_trait(&patience, &stream, (struct sim_place){ 18, 5, 0, 1 }));
    assert_true(trait != patience_trait(&patience, &stream, (struct sim_place){ 17, 6, 0, 1 }));
}

static void without_variation_everybody_is_alike(void **state)
{
    (void)state;
    const struct patience patience = patience_of(0.0);
    const struct sim_stream stream = { 32, 4 };
    for (uint32_t i = 0; i < 100; i++)
        assert_true(patience_trait(&patience, &stream, (struct sim_place){ i, 5, 0, 0 }) ==
                    1.0);
}

static void the_more_it_varies_the_further_each_caller_is_from_the_rest(void **state)
{
    (void)state;
    const struct patience little = patience_of(0.2), much = patience_of(0.8);
    const struct sim_stream stream = { 32, 5 };
    for (uint32_t i = 0; i < 1000; i++) {
        const struct sim_place caller = { i, 5, 0, 0 };
        const double a = log(patience_trait(&little, &stream, caller)) - little.trait_a;
        const double b = log(patience_trait(&much, &stream, caller)) - much.trait_a;
        assert_near(b / a, much.trait_b / little.trait_b, 1e-6);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_trait_has_mean_1_and_its_coefficient_of_variation),
        cmocka_unit_test(it_is_the_same_at_every_attempt_and_for_no_two_callers),
        cmocka_unit_test(without_variation_everybody_is_alike),
        cmocka_unit_test(the_more_it_varies_the_further_each_caller_is_from_the_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
