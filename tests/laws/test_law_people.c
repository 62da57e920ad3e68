/* People: how much of their time they are away from the phones, against arithmetic.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

#include "models/staff/presence.h"

/* A week of eight hours a day, with hardly a call, so that nothing is delayed. */
#define WEEK                                                                                   \
    "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"12:30\"; },\n"          \
    "  { days = \"monday-friday\"; open = \"13:30\"; close = \"17:30\"; } );\n"                \
    "horizon = { start = \"2018-01-08\"; days = 5; warm_up = 0; run_off = 0; };\n"
#define QUIET "demand = { rate = \"1 /h\"; busyness_cv = 0; };\n"
#define CONTRACT                                                                               \
    "contracts = ( { name = \"c\";\n"                                                          \
    "  shifts = ( { days = \"monday-thursday\"; from = \"08:30\"; to = \"12:30\"; },\n"        \
    "             { days = \"monday-thursday\"; from = \"13:30\"; to = \"18:00\"; } );\n"      \
    "  breaks = ( { from = \"10:00\"; to = \"12:00\"; length = \"30 min\"; } );\n"             \
    "  sessions = ( { name = \"m\"; days = \"tuesday\"; from = \"16:30\"; to = \"18:00\"; "    \
    "},\n"                                                                                     \
    "    { name = \"t\"; kind = \"training\"; days = \"wednesday\"; from = \"13:30\"; to = "   \
    "\"14:30\"; } );\n"                                                                        \
    "  off_phone = { share = \"20 %\"; block = \"15 min\"; };\n"                               \
    "  leave = { share = \"12 %\"; }; absence = { share = \"9.6 %\"; };\n"                     \
    "  late = { probability = \"30 %\"; delay = \"5 min\"; }; } );\n"                          \
    "groups = ( { name = \"a\"; agents = 2000; contract = \"c\"; } );\n"

enum { RUNS = 60 };

static struct centre centre;

static int close_centre(void **state)
{
    (void)state;
    centre_close(&centre);
    return 0;
}

/* The ratio of two counters' sums, and its standard error over replications, by the deltas. */
struct ratio {
    double value, error;
};

static struct ratio ratio_of(const double *over, const double *under, int n)
{
    double a = 0.0, b = 0.0, squares = 0.0;
    for (int i = 0; i < n; i++) {
        a += over[i];
        b += under[i];
    }
    for (int i = 0; i < n; i++)
        squares += (over[i] - a / b * under[i]) * (over[i] - a / b * under[i]);
    return (struct ratio){ a / b, sqrt(squares * n / (n - 1.0)) / b };
}

/* What is compared: seconds of some duties over seconds of others. */
struct law {
    const char *name;
    unsigned over, under; /* bit i: counter S_HOME + i */
    double exact, sharp;
};

static double seconds_of(unsigned duties)
{
    double sum = 0.0;
    for (int i = 0; i <= S_ON_PHONES - S_HOME; i++)
        if (duties >> i & 1) sum += centre.row.counts[S_HOME + i];
    return sum;
}

#define BIT(counter) (1u << ((counter)-S_HOME))
#define ALL          ((2u << (S_ON_PHONES - S_HOME)) - 1u)
#define AT_WORK      (ALL & ~(BIT(S_HOME) | BIT(S_LEAVE) | BIT(S_ABSENT)))

static void every_component_of_shrinkage_is_what_was_asked_for(void **state)
{
    (void)state;
    /* Of the four days' 32 open hours: an hour of meeting, one of training, half an hour of
     * break a day; late comers miss the beginning, and the tail of that hardly counts. */
    const double late_h = 0.3 * (1.0 - exp(-48.0)) / 12.0 * 4.0;
    const struct law laws[] = {
        { "not scheduled", BIT(S_HOME), ALL, 0.2, 1e-9 },
        { "on leave", BIT(S_LEAVE), ALL & ~BIT(S_HOME), 0.12, 0.012 },
        { "absent", BIT(S_ABSENT), AT_WORK | BIT(S_ABSENT), 0.096, 0.015 },
        { "late", BIT(S_LATE), AT_WORK, late_h / 32.0, 0.006 },
        { "break", BIT(S_BREAK), AT_WORK, 2.0 / 32.0, 0.0025 },
        { "meeting", BIT(S_MEETING), AT_WORK, 1.0 / 32.0, 0.006 },
        { "training", BIT(S_TRAINING), AT_WORK, 1.0 / 32.0, 0.006 },
        { "off the phone", BIT(S_OFF_PHONE), BIT(S_OFF_PHONE) | BIT(S_ON_PHONES), 0.2, 0.0025 },
    };
    enum { N_LAWS = sizeof laws / sizeof *laws };
    static double over[N_LAWS][RUNS], under[N_LAWS][RUNS];
    centre_open(&centre, WEEK QUIET CONTRACT);
    for (int run = 0; run < RUNS; run++) {
        centre_replicate(&centre, 21, (uint32_t)run);
        for (int i = 0; i < N_LAWS; i++) {
            over[i][run] = seconds_of(laws[i].over);
            under[i][run] = seconds_of(laws[i].under);
        }
    }
    for (int i = 0; i < N_LAWS; i++) {
        const struct ratio ratio = ratio_of(over[i], under[i], RUNS);
        if (fabs(ratio.value - laws[i].exact) > 3.5 * ratio.error + 1e-9)
            fail_msg("%s: %.6f ± %.6f, not %.6f", laws[i].name, ratio.value, ratio.error,
                     laws[i].exact);
        if (ratio.error > laws[i].sharp * laws[i].exact)
            fail_msg("%s: %.6f ± %.6f is blunt", laws[i].name, ratio.value, ratio.error);
    }
}

/* What check prints by arithmetic is what the run finds, by weekday and half-hour. */
static void presence_is_foreseen_by_arithmetic(void **state)
{
    (void)state;
    enum { MORE_RUNS = 60 };
    static double present[5][16][MORE_RUNS];
    static struct presence_week week;
    centre_open(&centre, WEEK QUIET CONTRACT);
    const struct scenario *scenario = &centre.scenario;
    presence_week_fill(&week, &scenario->roster, &scenario->roster.crews[0], &scenario->hours);
    for (int run = 0; run < MORE_RUNS; run++) {
        centre_replicate(&centre, 22, (uint32_t)run);
        for (int cell = 0; cell < 80; cell++)
            present[cell / 16][cell % 16][run] =
                centre_over(&centre, "agents_present", AXIS_INTERVAL, (size_t)cell) / 1800.0;
    }
    double worst = 0.0;
    for (int day = 0; day < 5; day++)
        for (int part = 0; part < 16; part++) {
            const int of_day = part < 8 ? 17 + part : 27 + part - 8;
            const struct sample sample = sample_of(present[day][part], MORE_RUNS);
            const double expected = week.expected[day][of_day];
            if (day == 4) assert_true(sample.mean == 0.0 && expected == 0.0);
            if (sample.se_mean > 0.0)
                worst = fmax(worst, fabs(sample.mean - expected) / sample.se_mean);
            /* Moments within an interval stand for it all: good for half a per cent. */
            assert_near(sample.mean, expected, 4.0 * sample.se_mean + 0.005 * expected);
        }
    assert_true(worst > 0.1);
}

/* So are the components of shrinkage: what staff counts on. */
static void shrinkage_is_foreseen_by_arithmetic(void **state)
{
    (void)state;
    static double over[N_DUTIES][RUNS], under[RUNS];
    double shares[N_DUTIES], all = 0.0;
    centre_open(&centre, WEEK QUIET CONTRACT);
    const struct scenario *scenario = &centre.scenario;
    const double people = presence_shares(shares, &scenario->roster, &scenario->roster.crews[0],
                                          &scenario->hours);
    for (int run = 0; run < RUNS; run++) {
        centre_replicate(&centre, 25, (uint32_t)run);
        for (int duty = DUTY_HOME; duty < N_DUTIES; duty++)
            over[duty][run] = centre.row.counts[S_HOME + duty - DUTY_HOME];
        under[run] = seconds_of(ALL);
    }
    assert_near(people, 2000.0, 1e-9);
    for (int duty = DUTY_HOME; duty < N_DUTIES; duty++) {
        const struct ratio ratio = ratio_of(over[duty], under, RUNS);
        all += shares[duty];
        /* A few moments stand for an interval: so much off where a share changes within it. */
        assert_near(ratio.value, shares[duty], 3.5 * ratio.error + 4e-4);
    }
    assert_near(all, 1.0, 1e-12);
}

/* Under a load that leaves hardly a pause, breaks begin late and last as long as they should.
 */
static void a_break_has_its_full_length_after_the_call_in_hand(void **state)
{
    (void)state;
    centre_open(&centre, WEEK
                "demand = { rate = \"200 /h\"; busyness_cv = 0; };\n"
                "handling = { law = \"deterministic\"; mean = \"240 s\"; };\n"
                "contracts = ( { name = \"c\"; absence = { share = 0; };\n"
                "  breaks = ( { from = \"10:00\"; to = \"11:30\"; length = \"20 min\"; },\n"
                "    { from = \"15:00\"; to = \"15:10\"; length = \"10 min\"; } ); } );\n"
                "groups = ( { name = \"a\"; agents = 10; contract = \"c\"; } );\n");
    centre_replicate(&centre, 23, 0);
    assert_true(centre_value(&centre, "occupancy") > 0.95);
    assert_near(centre.row.counts[S_BREAK], 10 * 5 * 30 * 60, 1e-6);
}

/* Paid are shifts, and the time after them; leave and absence are in the shifts. */
static void paid_hours_are_shifts_and_overtime(void **state)
{
    (void)state;
    centre_open(&centre,
                WEEK "demand = { rate = \"40 /h\"; busyness_cv = 0; };\n"
                     "cost_per_hour = \"20 EUR\";\n"
                     "contracts = ( { name = \"c\"; leave = { share = \"30 %\"; }; } );\n"
                     "groups = ( { name = \"a\"; agents = 6; contract = \"c\"; } );\n");
    centre_replicate(&centre, 24, 0);
    const double overtime_h = centre_total(&centre, "overtime");
    assert_true(overtime_h > 0.1);
    assert_near(centre_total(&centre, "paid_hours"), 6 * 40 + overtime_h, 1e-6);
    assert_near(centre_total(&centre, "cost"), 20 * (6 * 40 + overtime_h), 1e-4);
}

int main(void)
{
#define LAW(test) cmocka_unit_test_teardown(test, close_centre)
    const struct CMUnitTest tests[] = {
        LAW(every_component_of_shrinkage_is_what_was_asked_for),
        LAW(presence_is_foreseen_by_arithmetic),
        LAW(shrinkage_is_foreseen_by_arithmetic),
        LAW(a_break_has_its_full_length_after_the_call_in_hand),
        LAW(paid_hours_are_shifts_and_overtime),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
