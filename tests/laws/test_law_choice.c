/* Which of several free agents answers: the fewest skills first, or any, against a Markov
 * chain. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The N design: class 1 may go to groups S and G, class 2 to G alone, which takes it first.
 * States are the agents of each group at work, and the callers of each class who wait. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/chain.h"
#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

#include <math.h>
#include <stdbool.h>

enum order { S_FIRST, G_FIRST, ANY };
enum { MOST_WAITING = 30, WIDE = MOST_WAITING + 1 };

/* Rates a minute; the same for both classes where there is one. */
struct design {
    double lam1, lam2, service, abandon;
    int n_s, n_g;
    enum order order;
};

struct rest {
    double p_wait_1, p_wait_2, queue_1, queue_2, working_s, working_g;
};

struct state {
    int s, g, one, two; /* at work in each group, waiting of each class */
};

static size_t number(const struct design *d, struct state at)
{
    return (((size_t)at.s * ((size_t)d->n_g + 1) + (size_t)at.g) * WIDE + (size_t)at.one) *
               WIDE +
           (size_t)at.two;
}

static double chance_of_s(const struct design *d, struct state at)
{
    const int free_s = d->n_s - at.s, free_g = d->n_g - at.g;
    if (d->order == ANY) return (double)free_s / (free_s + free_g);
    if (d->order == S_FIRST) return free_s > 0 ? 1.0 : 0.0;
    return free_g > 0 ? 0.0 : 1.0;
}

static void add_arrivals(struct chain *chain, const struct design *d, struct state at)
{
    const size_t from = number(d, at);
    struct state s = at, g = at, one = at, two = at;
    s.s++, g.g++, one.one++, two.two++;
    if (at.s < d->n_s || at.g < d->n_g) {
        const double p = chance_of_s(d, at);
        chain_add(chain, from, number(d, s), d->lam1 * p);
        chain_add(chain, from, number(d, g), d->lam1 * (1.0 - p));
    } else if (at.one < MOST_WAITING) {
        chain_add(chain, from, number(d, one), d->lam1);
    }
    if (at.g < d->n_g)
        chain_add(chain, from, number(d, g), d->lam2);
    else if (at.two < MOST_WAITING)
        chain_add(chain, from, number(d, two), d->lam2);
}

static void add_departures(struct chain *chain, const struct design *d, struct state at)
{
    const size_t from = number(d, at);
    struct state s = at, g = at, one = at, two = at;
    s.s--, g.g--, one.one--, two.two--;
    if (at.s > 0) chain_add(chain, from, number(d, at.one > 0 ? one : s), at.s * d->service);
    if (at.g > 0)
        chain_add(chain, from,
                  number(d, at.two > 0   ? two
                            : at.one > 0 ? one
                                         : g),
                  at.g * d->service);
    if (at.one > 0) chain_add(chain, from, number(d, one), at.one * d->abandon);
    if (at.two > 0) chain_add(chain, from, number(d, two), at.two * d->abandon);
}

/* Who waits finds all busy that may answer. */
static bool can_be(const struct design *d, struct state at)
{
    return (at.two == 0 || at.g == d->n_g) &&
           (at.one == 0 || (at.s == d->n_s && at.g == d->n_g));
}

static void each_state(const struct design *d,
                       void (*visit)(struct chain *, const struct design *, struct state,
                                     struct rest *),
                       struct chain *chain, struct rest *rest)
{
    struct state at;
    for (at.s = 0; at.s <= d->n_s; at.s++)
        for (at.g = 0; at.g <= d->n_g; at.g++)
            for (at.one = 0; at.one <= MOST_WAITING; at.one++)
                for (at.two = 0; at.two <= MOST_WAITING; at.two++)
                    if (can_be(d, at)) visit(chain, d, at, rest);
}

static void add_all(struct chain *chain, const struct design *d, struct state at,
                    struct rest *rest)
{
    (void)rest;
    add_arrivals(chain, d, at);
    add_departures(chain, d, at);
}

static void weigh(struct chain *chain, const struct design *d, struct state at,
                  struct rest *rest)
{
    const double p = chain->p[number(d, at)];
    rest->p_wait_1 += at.s == d->n_s && at.g == d->n_g ? p : 0.0;
    rest->p_wait_2 += at.g == d->n_g ? p : 0.0;
    rest->queue_1 += p * at.one;
    rest->queue_2 += p * at.two;
    rest->working_s += p * at.s;
    rest->working_g += p * at.g;
}

static struct rest rest_of(const struct design *d)
{
    struct chain chain;
    struct rest rest = { 0 };
    chain_open(&chain,
               number(d, (struct state){ d->n_s, d->n_g, MOST_WAITING, MOST_WAITING }) + 1);
    each_state(d, add_all, &chain, &rest);
    chain_solve(&chain);
    each_state(d, weigh, &chain, &rest);
    chain_close(&chain);
    return rest;
}

static struct design design_of(const char *id, enum order order)
{
    return (struct design){ .lam1 = exact(id, "lam1"),
                            .lam2 = exact(id, "lam2"),
                            .service = exact(id, "mu1S"),
                            .abandon = exact(id, "th1"),
                            .n_s = (int)exact(id, "cS"),
                            .n_g = (int)exact(id, "cG"),
                            .order = order };
}

static void assert_close(double value, double exact)
{
    if (!(fabs(value - exact) < 2e-7 * exact)) fail_msg("%.10g, not %.10g", value, exact);
}

static void the_chain_has_the_known_values(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        enum order order;
    } known[] = { { "N1", S_FIRST }, { "N4", G_FIRST } };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        const char *id = known[i].id;
        const struct design d = design_of(id, known[i].order);
        const struct rest rest = rest_of(&d);
        assert_close(rest.p_wait_1, exact(id, "p_wait_1"));
        assert_close(rest.p_wait_2, exact(id, "p_wait_2"));
        assert_close(rest.queue_1, exact(id, "mean_queue_1"));
        assert_close(rest.queue_2, exact(id, "mean_queue_2"));
        assert_close(rest.working_s, exact(id, "occupancy_S") * d.n_s);
        assert_close(rest.working_g, exact(id, "occupancy_G") * d.n_g);
    }
}

static void compare(struct theory *t, const struct design *d, const struct rest *rest)
{
    const struct {
        const char *axis, *cell, *measure;
        double exact, sharp;
    } lines[] = {
        { "reason", "one", "p_wait", rest->p_wait_1, 0.004 },
        { "reason", "two", "p_wait", rest->p_wait_2, THEORY_SHARP },
        { "reason", "one", "wait_mean", 60.0 * rest->queue_1 / d->lam1, 0.005 },
        { "reason", "two", "wait_mean", 60.0 * rest->queue_2 / d->lam2, 0.005 },
        { "reason", "one", "answer_rate", 1.0 - d->abandon * rest->queue_1 / d->lam1,
          THEORY_SHARP },
        { "reason", "two", "answer_rate", 1.0 - d->abandon * rest->queue_2 / d->lam2,
          THEORY_SHARP },
        { "group", "S", "occupancy", rest->working_s / d->n_s, THEORY_SHARP },
        { "group", "G", "occupancy", rest->working_g / d->n_g, THEORY_SHARP },
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        theory_compare(t, lines[i].measure,
                       theory_cell(t, lines[i].axis, lines[i].cell, lines[i].measure),
                       lines[i].exact, lines[i].sharp);
}

/* Both groups in one step: which agent answers is the choice's alone. */
static void agents_are_chosen(const char *choice, enum order order)
{
    struct theory t;
    const struct design d = design_of("N1", order);
    const struct rest rest = rest_of(&d);
    const double rate = d.lam1 + d.lam2;
    assert_true(theory_open(
        &t, "N",
        THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE THEORY_HANDLING THEORY_PATIENCE
        "choose = \"%s\";\n"
        "reasons = ( { name = \"one\"; share = %.10g; }, { name = \"two\"; share = %.10g; } "
        ");\n"
        "groups = (\n"
        "    { name = \"G\"; agents = %d;\n"
        "      skills = ( { reasons = ( \"two\" ); priority = 1; }, { reasons = ( \"one\" ); } "
        ");\n"
        "    }, { name = \"S\"; agents = %d; skills = ( { reasons = ( \"one\" ); } ); } );\n",
        rate, 1.0 / d.service, 1.0 / d.abandon, choice, d.lam1 / rate, d.lam2 / rate, d.n_g,
        d.n_s));
    assert_true(theory_run(&t, 240));
    compare(&t, &d, &rest);
    assert_true(theory_close(&t));
}

static void the_fewest_skills_first_follow_the_chain(void **state)
{
    (void)state;
    agents_are_chosen("fewest_skills", S_FIRST);
}

static void any_free_agent_follows_the_chain(void **state)
{
    (void)state;
    agents_are_chosen("random", ANY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_chain_has_the_known_values),
        cmocka_unit_test(the_fewest_skills_first_follow_the_chain),
        cmocka_unit_test(any_free_agent_follows_the_chain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
