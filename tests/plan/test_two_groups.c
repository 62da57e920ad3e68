/* Two kinds of calls: values of high precision, and what must come out of special cases.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/plan/witness.h"

#include "models/plan/two_groups.h"

static struct two_groups_rest rest_of(struct two_groups groups)
{
    struct two_groups_rest rest;
    assert_true(two_groups_rest(&groups, &rest));
    return rest;
}

/* The chain eliminated with 30 digits: an M design, and an N design with a reserve in which the
 * flexible come first. */
static void it_agrees_with_values_of_high_precision(void **state)
{
    (void)state;
    const struct two_groups_rest m =
        rest_of((struct two_groups){ { { 1.5, 2, 1, 1.5, 1, 0, SPECIALISTS_FIRST },
                                       { 0.75, 1, 1.25, 1, 1, 0, SPECIALISTS_FIRST } },
                                     1,
                                     1 });
    witness("wait 1", m.kind[0].p_wait, 0.52068511671387307, 1e-11);
    witness("abandoned 1", m.kind[0].abandoned, 0.32119090184524765, 1e-11);
    witness("flexible 1", m.kind[0].by_flexible, 0.33807762377988407, 1e-11);
    witness("wait 2", m.kind[1].p_wait, 0.40967015037078401, 1e-11);
    witness("abandoned 2", m.kind[1].abandoned, 0.17966169214425837, 1e-11);
    witness("flexible 2", m.kind[1].by_flexible, 0.29764205857793062, 1e-11);
    witness("flexible", m.flexible_occupancy, 0.69947826254512006, 1e-11);
    const struct two_groups_rest n = rest_of((struct two_groups){
        { { 1.5, 2, 1, 1.5, 2, 1, FLEXIBLE_FIRST }, { 0.75, 1, 1.25, 1, 0, 0, 0 } }, 2, 0 });
    witness("wait 1", n.kind[0].p_wait, 0.28527783896989794, 1e-11);
    witness("abandoned 1", n.kind[0].abandoned, 0.14331906164077994, 1e-11);
    witness("flexible 1", n.kind[0].by_flexible, 0.23638710000164515, 1e-11);
    witness("wait 2", n.kind[1].p_wait, 0.29197005453546199, 1e-11);
    witness("abandoned 2", n.kind[1].abandoned, 0.11719182282959862, 1e-11);
    witness("flexible 2", n.kind[1].by_flexible, 1.0, 1e-11);
}

/* Nobody helps: two queues of their own, Erlang A at 1.6 a minute of 5 min, patience 2, 10
 * agents. */
static void apart_they_are_two_queues(void **state)
{
    (void)state;
    const struct two_groups_kind one = { 1.6, 0.5, 5, 5, 10, 0, SPECIALISTS_FIRST };
    const struct two_groups_rest rest =
        rest_of((struct two_groups){ { one, { 0.25, 0.2, 4, 4, 1, 0, 0 } }, 0, 0 });
    witness("one", rest.kind[0].abandoned, 0.073219836169455899, 1e-11);
    witness("one", rest.kind[0].p_wait, 0.23614122053905544, 1e-11);
    witness("other", rest.kind[1].abandoned, 0.35079860364739343, 1e-11);
}

/* All flexible and alike: one queue, whoever is preferred. */
static void together_they_are_one_queue(void **state)
{
    (void)state;
    for (int preferred = 0; preferred < 2; preferred++) {
        const struct two_groups_rest rest = rest_of((struct two_groups){
            { { 1.0, 0.5, 5, 5, 0, 0, 0 }, { 0.6, 0.5, 5, 5, 0, 0, 0 } }, 10, preferred });
        witness("queue", rest.kind[0].queue_mean + rest.kind[1].queue_mean,
                1.6 * 0.1464396723389118, 1e-11);
        witness("wait", rest.kind[0].p_wait, 0.23614122053905544, 1e-11);
        witness("wait", rest.kind[1].p_wait, 0.23614122053905544, 1e-11);
        witness("answered", rest.answered, 0.9267801638305441, 1e-11);
        assert_true(rest.kind[preferred].abandoned < rest.kind[1 - preferred].abandoned);
    }
}

/* Which design lets more callers through hangs on which kind is short of agents. */
static void a_reserve_serves_the_kind_it_is_kept_for(void **state)
{
    double before = 1.0;
    (void)state;
    for (int reserve = 0; reserve < 3; reserve++) {
        const struct two_groups_rest rest =
            rest_of((struct two_groups){ { { 1.25, 0.5, 5, 5, 7, reserve, SPECIALISTS_FIRST },
                                           { 0.35, 0.5, 5, 5, 0, 0, 0 } },
                                         3,
                                         1 });
        assert_true(rest.kind[1].abandoned < before);
        before = rest.kind[1].abandoned;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_agrees_with_values_of_high_precision),
        cmocka_unit_test(apart_they_are_two_queues),
        cmocka_unit_test(together_they_are_one_queue),
        cmocka_unit_test(a_reserve_serves_the_kind_it_is_kept_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
