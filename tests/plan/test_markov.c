/* Chains: at rest by elimination and by lumping, forward and back in time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/plan/witness.h"

#include "models/plan/markov.h"

#include <stdlib.h>

/* Two queues in a row of at most `most` callers each: rate 1 to the first, 1.5 on to the
 * second, 1.25 out. */
static void tandem(const void *model, struct markov_state from, struct markov *chain)
{
    const int most = *(const int *)model, a = from.part[0], b = from.part[1];
    if (a < most) markov_move(chain, (struct markov_state){ { a + 1, b } }, 1.0);
    if (a > 0 && b < most) markov_move(chain, (struct markov_state){ { a - 1, b + 1 } }, 1.5);
    if (b > 0) markov_move(chain, (struct markov_state){ { a, b - 1 } }, 1.25);
}

static void tandem_open(struct markov *chain, const int *most)
{
    *chain = (struct markov){ 0 };
    markov_add(chain, (struct markov_state){ 0 });
    assert_true(markov_explore(chain, tandem, most));
}

static void it_finds_every_state_once(void **state)
{
    const int most = 30;
    struct markov chain;
    (void)state;
    tandem_open(&chain, &most);
    assert_int_equal(chain.n, 31 * 31);
    for (size_t i = 0; i < chain.n; i++)
        assert_int_equal(markov_find(&chain, chain.states[i]), i);
    assert_int_equal(markov_find(&chain, (struct markov_state){ { 31, 0 } }), chain.n);
    markov_close(&chain);
}

/* Numbers of a queue that nobody leaves: 2^-n, down to 1e-301, each right to many digits. */
static void one_queue(const void *model, struct markov_state from, struct markov *chain)
{
    (void)model;
    if (from.part[0] < 1000)
        markov_move(chain, (struct markov_state){ { from.part[0] + 1 } }, 1.0);
    if (from.part[0] > 0)
        markov_move(chain, (struct markov_state){ { from.part[0] - 1 } }, 2.0);
}

static void even_the_smallest_probabilities_are_right(void **state)
{
    struct markov chain = { 0 };
    (void)state;
    markov_add(&chain, (struct markov_state){ 0 });
    assert_true(markov_explore(&chain, one_queue, NULL));
    double *p = calloc(chain.n, sizeof *p);
    assert_true(markov_rest(&chain, p));
    for (size_t i = 0; i < chain.n; i++)
        assert_true(fabs(p[i] / ldexp(0.5, -(int)i) - 1.0) < 1e-12);
    free(p);
    markov_close(&chain);
}

static void lumping_agrees_with_elimination(void **state)
{
    const int most = 20;
    struct markov chain;
    (void)state;
    tandem_open(&chain, &most);
    double *p = calloc(2 * chain.n, sizeof *p), *q = p + chain.n;
    assert_true(markov_rest(&chain, p));
    for (size_t part = 0; part < 2; part++) {
        for (size_t i = 0; i < chain.n; i++)
            q[i] = 1.0;
        assert_true(markov_rest_lumped(&chain, part, q));
        for (size_t i = 0; i < chain.n; i++)
            witness("p", q[i], p[i], 1e-10);
    }
    free(p);
    markov_close(&chain);
}

/* What flows in flows out, in each state. */
static void at_rest_nothing_moves(void **state)
{
    const int most = 20;
    struct markov chain;
    (void)state;
    tandem_open(&chain, &most);
    double *p = calloc(2 * chain.n, sizeof *p), *q = p + chain.n;
    assert_true(markov_rest(&chain, p));
    for (size_t i = 0; i < chain.n; i++)
        q[i] = p[i];
    assert_true(markov_pass(&chain, 25.0, q, NULL));
    for (size_t i = 0; i < chain.n; i++)
        witness("p", q[i], p[i], 1e-11);
    free(p);
    markov_close(&chain);
}

/* Two states, 3 one way and 2 the other: p(t) = 2/5 + 3/5 exp(-5 t). */
static void blink(const void *model, struct markov_state from, struct markov *chain)
{
    (void)model;
    markov_move(chain, (struct markov_state){ { 1 - from.part[0] } }, from.part[0] ? 2.0 : 3.0);
}

static void time_passes_exactly(void **state)
{
    struct markov chain = { 0 };
    (void)state;
    markov_add(&chain, (struct markov_state){ 0 });
    assert_true(markov_explore(&chain, blink, NULL));
    for (double t = 0.0; t < 500.0; t = 3.0 * t + 0.01) {
        double p[2] = { 1.0, 0.0 }, spent[2] = { 0.0, 0.0 }, v[2] = { 1.0, 0.0 };
        assert_true(markov_pass(&chain, t, p, spent));
        assert_true(markov_look_ahead(&chain, t, v));
        witness("p", p[0], 0.4 + 0.6 * exp(-5.0 * t), 1e-11);
        witness("spent", spent[0], 0.4 * t - 0.12 * expm1(-5.0 * t), 1e-11);
        witness("spent", spent[0] + spent[1], t, 1e-11);
        witness("back", v[0], p[0], 1e-11);
        witness("back", v[1], 0.4 - 0.4 * exp(-5.0 * t), 1e-11);
    }
    markov_close(&chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_finds_every_state_once),
        cmocka_unit_test(even_the_smallest_probabilities_are_right),
        cmocka_unit_test(lumping_agrees_with_elimination),
        cmocka_unit_test(at_rest_nothing_moves),
        cmocka_unit_test(time_passes_exactly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
