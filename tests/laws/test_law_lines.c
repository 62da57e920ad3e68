/* Limited phone lines, balking, and redials after a busy tone, against a Markov chain.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * States are the calls present, at most as many as there are phone lines, and the callers who
 * will dial again. */
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

/* Rates a minute. */
struct queue {
    double fresh, service, abandon, redial_rate;
    double p_balk, p_redial, p_redial_busy;
    int agents, lines, most_redialling; /* the last is where the chain is cut off */
};

/* What is seen at rest, a minute. */
struct rest {
    double attempts, busy, waited, answered, abandoned, balked, redials, lost;
    double queue, working;
};

enum { MINUTES = 30 * 1440 };

static int at_work(const struct queue *q, int present)
{
    return present < q->agents ? present : q->agents;
}

/* A dialling in that state, by somebody new or by one of the redialling: answered or waiting,
 * to dial again, or gone for good. */
static void add_dialling(struct chain *chain, const struct queue *q, int n, int r,
                         bool is_redial)
{
    const size_t wide = (size_t)q->most_redialling + 1;
    const size_t from = (size_t)n * wide + (size_t)r, without = from - is_redial;
    const bool is_full = n == q->lines;
    const double p_balk = n >= q->agents ? q->p_balk : 0.0;
    const double p_fails = is_full ? 1.0 : p_balk;
    const double p_again = p_fails * (is_full ? q->p_redial_busy : q->p_redial);
    const double rate = is_redial ? r * q->redial_rate : q->fresh;
    if (!is_full) chain_add(chain, from, without + wide, rate * (1.0 - p_fails));
    if (is_redial)
        chain_add(chain, from, without, rate * (p_fails - p_again));
    else if (r < q->most_redialling)
        chain_add(chain, from, from + 1, rate * p_again);
}

static void chain_build(struct chain *chain, const struct queue *q)
{
    const size_t wide = (size_t)q->most_redialling + 1;
    chain_open(chain, ((size_t)q->lines + 1) * wide);
    for (int n = 0; n <= q->lines; n++)
        for (int r = 0; r <= q->most_redialling; r++) {
            const size_t from = (size_t)n * wide + (size_t)r;
            const double gone = (n - at_work(q, n)) * q->abandon;
            const bool more = r < q->most_redialling;
            add_dialling(chain, q, n, r, false);
            if (r > 0) add_dialling(chain, q, n, r, true);
            if (n == 0) continue;
            chain_add(chain, from, from - wide,
                      at_work(q, n) * q->service + gone * (1.0 - q->p_redial * more));
            if (more) chain_add(chain, from, from - wide + 1, gone * q->p_redial);
        }
}

static struct rest rest_of(const struct queue *q)
{
    struct chain chain;
    struct rest rest = { 0 };
    chain_build(&chain, q);
    chain_solve(&chain);
    const size_t wide = (size_t)q->most_redialling + 1;
    for (int n = 0; n <= q->lines; n++)
        for (int r = 0; r <= q->most_redialling; r++) {
            const double p = chain.p[(size_t)n * wide + (size_t)r];
            const double dialled = p * (q->fresh + r * q->redial_rate);
            rest.attempts += dialled;
            rest.redials += p * r * q->redial_rate;
            rest.busy += n == q->lines ? dialled : 0.0;
            rest.waited += n >= q->agents && n < q->lines ? dialled : 0.0;
            rest.queue += p * (n - at_work(q, n));
            rest.working += p * at_work(q, n);
        }
    chain_close(&chain);
    rest.balked = rest.waited * q->p_balk;
    rest.abandoned = rest.queue * q->abandon;
    rest.answered = rest.working * q->service;
    rest.lost = (rest.abandoned + rest.balked) * (1.0 - q->p_redial) +
                rest.busy * (1.0 - q->p_redial_busy);
    return rest;
}

static void assert_close(double value, double exact)
{
    if (!(fabs(value - exact) < 2e-7 * exact)) fail_msg("%.10g, not %.10g", value, exact);
}

/* With lines enough it is the chain of redials whose values are known. */
static void the_chain_has_the_known_values(void **state)
{
    (void)state;
    static const char *const ids[] = { "R1", "R2" };
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        const char *id = ids[i];
        const struct queue q = { .fresh = exact(id, "lam"),
                                 .service = exact(id, "mu"),
                                 .abandon = exact(id, "theta"),
                                 .redial_rate = exact(id, "d_redial"),
                                 .p_redial = exact(id, "p_redial"),
                                 .agents = (int)exact(id, "c"),
                                 .lines = 45,
                                 .most_redialling = 40 };
        const struct rest rest = rest_of(&q);
        assert_close(rest.attempts, exact(id, "attempt_rate"));
        assert_close(rest.queue, exact(id, "mean_queue"));
        assert_close(rest.waited / rest.attempts, exact(id, "p_wait_per_attempt"));
        assert_close(rest.answered, exact(id, "answered_rate"));
        assert_close(rest.lost, exact(id, "lost_for_good_rate"));
    }
}

static void compare(struct theory *t, const struct queue *q, const struct rest *rest)
{
    const double offered = rest->attempts - rest->busy;
    const struct {
        const char *measure;
        double exact, sharp;
    } lines[] = {
        { "attempts", rest->attempts * MINUTES, THEORY_SHARP },
        { "turned_away_busy", rest->busy * MINUTES, 0.005 },
        { "p_blocked", rest->busy / rest->attempts, 0.005 },
        { "offered", offered * MINUTES, THEORY_SHARP },
        { "answered", rest->answered * MINUTES, THEORY_SHARP },
        { "answer_rate", rest->answered / offered, THEORY_SHARP },
        { "answer_rate_attempts", rest->answered / rest->attempts, THEORY_SHARP },
        { "p_wait", rest->waited / offered, THEORY_SHARP },
        { "abandoned", rest->abandoned * MINUTES, 0.005 },
        { "abandonment_rate", (rest->abandoned + rest->balked) / offered, 0.004 },
        { "wait_mean", 60.0 * rest->queue / offered, 0.004 },
        { "queue_mean", rest->queue, 0.004 },
        { "occupancy", rest->working / q->agents, THEORY_SHARP },
        { "attempts_per_need", rest->attempts / q->fresh, THEORY_SHARP },
        { "needs_lost", rest->lost * MINUTES, 0.004 },
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        theory_compare(t, lines[i].measure, theory_figure(t, lines[i].measure), lines[i].exact,
                       lines[i].sharp);
    if (rest->balked > 0.0)
        theory_compare(t, "balked", theory_figure(t, "balked"), rest->balked * MINUTES, 0.004);
    if (rest->redials > 0.0)
        theory_compare(t, "redials", theory_figure(t, "redials"), rest->redials * MINUTES,
                       0.004);
}

static void the_lines_follow_the_chain(const char *id, const struct queue *q)
{
    struct theory t;
    const struct rest rest = rest_of(q);
    assert_true(theory_open(
        &t, id,
        THEORY_SPAN(30, 1, 1) THEORY_RATE THEORY_HANDLING THEORY_PATIENCE THEORY_AGENTS
        "phone_lines = %d;\nmessage = { length = \"0 s\"; balking = %.10g; };\n"
        "redial = { first = %.10g; later = %.10g; most_attempts = 10000; soon = 1.0;\n"
        "    next_half_day = 0.0; busy = { first = %.10g; later = %.10g; };\n"
        "    delay = { law = \"exponential\"; mean = \"%.10g min\"; }; };\n"
        "again = { probability = 0.0; };\n",
        q->fresh, 1.0 / q->service, 1.0 / q->abandon, q->agents, q->lines, q->p_balk,
        q->p_redial, q->p_redial, q->p_redial_busy, q->p_redial_busy,
        q->redial_rate > 0.0 ? 1.0 / q->redial_rate : 1.0));
    assert_true(theory_run(&t, 150));
    compare(&t, q, &rest);
    assert_true(theory_close(&t));
}

static void few_lines_and_balking_follow_the_chain(void **state)
{
    (void)state;
    static const struct queue q = {
        .fresh = 2.2, .service = 0.2, .abandon = 0.5, .p_balk = 0.15, .agents = 10, .lines = 12
    };
    the_lines_follow_the_chain("L1", &q);
}

static void redials_after_a_busy_tone_follow_the_chain(void **state)
{
    (void)state;
    static const struct queue q = { .fresh = 1.6,
                                    .service = 0.2,
                                    .abandon = 0.4,
                                    .redial_rate = 0.1,
                                    .p_redial = 0.6,
                                    .p_redial_busy = 0.9,
                                    .agents = 8,
                                    .lines = 10,
                                    .most_redialling = 80 };
    the_lines_follow_the_chain("L2", &q);
}

static void redials_after_balking_follow_the_chain(void **state)
{
    (void)state;
    static const struct queue q = { .fresh = 1.6,
                                    .service = 0.2,
                                    .abandon = 0.4,
                                    .redial_rate = 0.2,
                                    .p_balk = 0.2,
                                    .p_redial = 0.7,
                                    .p_redial_busy = 0.5,
                                    .agents = 8,
                                    .lines = 11,
                                    .most_redialling = 60 };
    the_lines_follow_the_chain("L3", &q);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_chain_has_the_known_values),
        cmocka_unit_test(few_lines_and_balking_follow_the_chain),
        cmocka_unit_test(redials_after_a_busy_tone_follow_the_chain),
        cmocka_unit_test(redials_after_balking_follow_the_chain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
