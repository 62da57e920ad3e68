/* Queues and offers, worked out from routes as they are written.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

/* Three reasons, of which the groups can do different ones. */
#define KINDS                                                                                  \
    "demand = { rate = 10; };\n"                                                               \
    "lines = ( { name = \"north\"; }, { name = \"south\"; } );\n"                              \
    "reasons = ( { name = \"rights\"; }, { name = \"card\"; }, { name = \"child\"; priority "  \
    "= 2; } );\n"
#define GROUPS                                                                                 \
    "groups = ( { name = \"all\"; agents = 2; },\n"                                            \
    "           { name = \"some\"; agents = 2; skills = ( { reasons = [ \"rights\", \"card\" " \
    "]; } ); },\n"                                                                             \
    "           { name = \"child\"; agents = 2; skills = ( { reasons = [ \"child\" ]; "        \
    "priority "                                                                                \
    "= 3; } ); } );\n"

static struct centre centre;
static const struct routing *routing;

static int close_centre(void **state)
{
    (void)state;
    centre_close(&centre);
    return 0;
}

static void work_out(const char *text)
{
    if (!centre_check(&centre, text)) {
        centre_explain(&centre);
        fail_msg("%s", text);
    }
    routing = &centre.scenario.routing;
}

static const struct queue_plan *queue_of(int line, int reason)
{
    return &routing->queues[routing->queue_of[line * (int)centre.scenario.reasons.n + reason]];
}

static void assert_offer(const struct queue_plan *queue, int i, int group, int step,
                         double after_s, int reserve)
{
    assert_true(i < queue->n_offers);
    assert_int_equal(queue->offers[i].group, group);
    assert_int_equal(queue->offers[i].step, step);
    assert_true(queue->offers[i].after_s == after_s);
    assert_int_equal(queue->offers[i].reserve, reserve);
}

static void without_routes_every_able_group_takes_every_call_as_equals(void **state)
{
    (void)state;
    work_out(KINDS GROUPS);
    for (int line = 0; line < 2; line++) {
        const struct queue_plan *rights = queue_of(line, 0), *child = queue_of(line, 2);
        assert_int_equal(rights->n_offers, 2);
        assert_offer(rights, 0, 0, 0, 0.0, 0);
        assert_offer(rights, 1, 1, 0, 0.0, 0);
        assert_int_equal(child->n_offers, 2);
        assert_offer(child, 0, 0, 0, 0.0, 0);
        assert_offer(child, 1, 2, 0, 0.0, 0);
        assert_int_equal(child->n_delays, 0);
    }
}

static void callers_who_are_alike_to_all_agents_stand_in_one_queue(void **state)
{
    (void)state;
    work_out(KINDS GROUPS);
    assert_int_equal(routing->n_queues, 2);
    assert_ptr_equal(queue_of(0, 0), queue_of(0, 1));
    assert_ptr_equal(queue_of(0, 0), queue_of(1, 1));
    assert_ptr_equal(queue_of(0, 2), queue_of(1, 2));
    assert_ptr_not_equal(queue_of(0, 0), queue_of(0, 2));
    centre_close(&centre);
    /* Another priority, another queue. */
    work_out(
        "demand = { rate = 10; };\n"
        "reasons = ( { name = \"a\"; }, { name = \"b\"; priority = 1; }, { name = \"c\"; } );"
        "groups = ( { name = \"all\"; agents = 2; } );\n");
    assert_int_equal(routing->n_queues, 2);
    assert_ptr_equal(queue_of(0, 0), queue_of(0, 2));
}

static void offers_stand_in_the_order_of_steps_with_their_delays(void **state)
{
    (void)state;
    work_out(KINDS GROUPS "routes = ( { steps = ( { groups = [ \"some\", \"child\" ]; },\n"
                          "  { groups = [ \"all\" ]; after = \"30 s\"; reserve = 1; },\n"
                          "  { groups = [ \"some\" ]; after = \"10 s\"; },\n"
                          "  { groups = [ \"child\" ]; after = \"30 s\"; } ); } );\n");
    const struct queue_plan *rights = queue_of(0, 0), *child = queue_of(0, 2);
    assert_int_equal(rights->n_offers, 3);
    assert_offer(rights, 0, 1, 0, 0.0, 0);
    assert_offer(rights, 1, 0, 1, 30.0, 1);
    assert_offer(rights, 2, 1, 2, 10.0, 0);
    assert_int_equal(rights->n_delays, 2);
    assert_true(rights->delays[0] == 10.0 && rights->delays[1] == 30.0);
    assert_int_equal(child->n_offers, 3);
    assert_offer(child, 0, 2, 0, 0.0, 0);
    assert_offer(child, 1, 0, 1, 30.0, 1);
    assert_offer(child, 2, 2, 3, 30.0, 0);
    assert_int_equal(child->n_delays, 1);
}

static void the_first_route_that_fits_is_taken(void **state)
{
    (void)state;
    work_out(
        KINDS GROUPS
        "routes = ( { lines = [ \"south\" ]; reasons = [ \"child\" ]; steps = ( { groups = [ "
        "\"child\" ]; } ); },\n"
        "  { reasons = [ \"child\", \"card\" ]; steps = ( { groups = [ \"all\" ]; } ); },\n"
        "  { steps = ( { groups = [ \"some\", \"all\" ]; } ); } );\n");
    assert_int_equal(routing->n_queues, 4);
    assert_offer(queue_of(1, 2), 0, 2, 0, 0.0, 0);
    assert_offer(queue_of(0, 2), 0, 0, 0, 0.0, 0);
    assert_int_equal(queue_of(0, 2)->n_offers, 1);
    assert_ptr_equal(queue_of(0, 1), queue_of(1, 1));
    assert_ptr_not_equal(queue_of(0, 1), queue_of(0, 2));
    assert_int_equal(queue_of(0, 0)->n_offers, 2);
}

static void a_group_looks_at_its_queues_by_priority(void **state)
{
    (void)state;
    work_out(KINDS GROUPS);
    const struct group_plan *all = &routing->groups[0], *child = &routing->groups[2];
    assert_int_equal(all->n_sources, 2);
    assert_ptr_equal(&routing->queues[all->sources[0].queue], queue_of(0, 2));
    assert_int_equal(all->sources[0].priority, 2);
    assert_int_equal(all->sources[1].priority, 0);
    assert_int_equal(all->n_skills, 3);
    assert_int_equal(child->n_sources, 1);
    assert_int_equal(child->sources[0].priority, 5);
    assert_int_equal(child->n_skills, 1);
}

static void assert_fault(const char *text, const char *path, const char *what, const char *got)
{
    assert_false(centre_check(&centre, text));
    bool found = false;
    for (size_t i = 0; i < centre.faults.n; i++) {
        const struct sim_fault *fault = &centre.faults.items[i];
        found = found || (fault->path && strcmp(fault->path, path) == 0 &&
                          strcmp(fault->what, what) == 0 && strcmp(fault->got, got) == 0);
    }
    if (!found) centre_explain(&centre);
    assert_true(found);
    centre_close(&centre);
}

static void names_that_are_not_there_are_faults(void **state)
{
    (void)state;
    assert_fault(KINDS GROUPS
                 "routes = ( { lines = [ \"nroth\" ]; steps = ( { groups = [ \"all\" "
                 "]; } ); }, { steps = ( { groups = [ \"all\" ]; } ); } );\n",
                 "routes.[0].lines", "there is no such line", "nroth");
    assert_fault(KINDS GROUPS
                 "routes = ( { reasons = [ \"cards\" ]; steps = ( { groups = [ "
                 "\"all\" ]; } ); }, { steps = ( { groups = [ \"all\" ]; } ); } );\n",
                 "routes.[0].reasons", "there is no such reason", "cards");
    assert_fault(KINDS GROUPS "routes = ( { steps = ( { groups = [ \"all\" ]; }, { groups = [ "
                              "\"every\" ]; } ); } );\n",
                 "routes.[0].steps.[1].groups", "there is no such group", "every");
}

static void a_call_nobody_may_answer_is_a_fault(void **state)
{
    (void)state;
    assert_fault(KINDS "groups = ( { name = \"some\"; agents = 2; skills = ( { reasons = [ "
                       "\"rights\", \"card\" ]; } ); } );\n",
                 "groups", "nobody may answer these calls", "north, child");
    assert_fault(KINDS GROUPS
                 "routes = ( { lines = [ \"south\" ]; steps = ( { groups = [ \"all\" "
                 "]; } ); } );\n",
                 "routes", "nobody may answer these calls", "north, rights");
    assert_fault(KINDS GROUPS "routes = ( { steps = ( { groups = [ \"child\" ]; } ); } );\n",
                 "routes", "nobody may answer these calls", "south, card");
}

int main(void)
{
#define ROUTING(test) cmocka_unit_test_teardown(test, close_centre)
    const struct CMUnitTest tests[] = {
        ROUTING(without_routes_every_able_group_takes_every_call_as_equals),
        ROUTING(callers_who_are_alike_to_all_agents_stand_in_one_queue),
        ROUTING(offers_stand_in_the_order_of_steps_with_their_delays),
        ROUTING(the_first_route_that_fits_is_taken),
        ROUTING(a_group_looks_at_its_queues_by_priority),
        cmocka_unit_test(names_that_are_not_there_are_faults),
        cmocka_unit_test(a_call_nobody_may_answer_is_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
