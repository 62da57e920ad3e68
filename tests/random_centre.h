/* Scenarios by chance: texts that use all there is to say, in odd combinations.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_RANDOM_CENTRE_H
#define TESTS_RANDOM_CENTRE_H

#include "tests/sampling.h"

#include <stdio.h>

static inline const char *any_of(struct chance *chance, const char *const *words)
{
    uint32_t n = 0;
    while (words[n])
        n++;
    return words[chance_below(chance, n)];
}

#define ANY(chance, ...) any_of((chance), (const char *const[]){ __VA_ARGS__, NULL })

static inline void write_law(FILE *out, struct chance *chance, double mean, bool may_be_never)
{
    switch (chance_below(chance, may_be_never ? 10 : 9)) {
    case 0:
        fprintf(out, "law = \"exponential\"; mean = %g;", mean);
        break;
    case 1:
        fprintf(out, "law = \"lognormal\"; mean = %g; cv = 1.3;", mean);
        break;
    case 2:
        fprintf(out, "law = \"weibull\"; mean = %g; shape = 0.6;", mean);
        break;
    case 3:
        fprintf(out, "law = \"gamma\"; mean = %g; cv = 2.5;", mean);
        break;
    case 4:
        fprintf(out, "law = \"erlang\"; mean = %g; shape = 3;", mean);
        break;
    case 5:
        fprintf(out, "law = \"uniform\"; mean = %g; cv = 0.5;", mean);
        break;
    case 6:
        fprintf(out, "law = \"deterministic\"; mean = %g;", mean);
        break;
    case 7:
        fprintf(out, "law = \"hyperexponential\"; p = 0.2; mean_1 = %g; mean_2 = %g;",
                3.0 * mean, 0.5 * mean);
        break;
    case 8:
        fprintf(out,
                "law = \"empirical\"; values = [ 0.0, %.2f, %.2f ]; weights = [ 1, 2, 1 ];",
                mean, 2.0 * mean);
        break;
    default:
        fprintf(out, "law = \"never\";");
        break;
    }
}

static inline void write_horizon(FILE *out, struct chance *chance)
{
    static const char *const hours[] = {
        "",
        "hours = ( { days = \"monday-friday\"; open = \"09:00\"; close = \"12:00\"; } );",
        "hours = ( { days = \"monday-friday\"; open = \"09:00\"; close = \"12:00\"; },\n"
        "          { days = \"monday-wednesday, friday\"; open = \"13:00\"; close = \"15:00\"; "
        "} );",
        "hours = ( { open = \"22:00\"; close = \"24:00\"; }, { open = \"00:00\"; close = "
        "\"02:00\"; } );",
        "hours = ( { days = \"tuesday, saturday\"; open = \"10:00\"; close = \"11:00\"; },\n"
        "          { days = \"tuesday\"; open = \"11:00\"; close = \"12:00\"; },\n"
        "          { days = \"tuesday\"; open = \"13:00\"; close = \"14:00\"; } );",
        NULL
    };
    fprintf(out, "interval = \"%s\";\n", ANY(chance, "15 min", "30 min", "60 min"));
    /* 7 days at least, so that no horizon is all closed. */
    fprintf(out,
            "horizon = { start = \"2017-10-%02u\"; days = %u; warm_up = %u; run_off = %u; };\n",
            1 + chance_below(chance, 28), 7 + chance_below(chance, 4), chance_below(chance, 3),
            chance_below(chance, 4));
    fprintf(out, "%s\n", any_of(chance, hours));
    if (chance_is(chance, 0.3)) fprintf(out, "closed_on = [ \"2017-10-12\" ];\n");
    if (chance_is(chance, 0.3)) fprintf(out, "public_holidays = \"france\";\n");
    if (chance_is(chance, 0.3))
        fprintf(out,
                "special_days = ( { dates = \"2017-10-%02u\"; open = \"09:00\"; close = "
                "\"11:00\"; } );\n",
                13 + chance_below(chance, 18));
}

static inline void write_demand(FILE *out, struct chance *chance)
{
    static const char *const profile =
        "profile = ( { from = \"09:00\"; values = [ 5, 0, 3 ]; }, { from = \"22:00\"; to = "
        "\"24:00\"; values = [ 2 ]; }, { from = \"00:00\"; to = \"03:00\"; values = [ 1 ]; } "
        ");";
    static const char *const rates = "rates = ( { to = \"11:00\"; values = [ 6 ]; }, { from = "
                                     "\"11:00\"; values = [ 9 ]; } );";
    fprintf(out, "demand = { busyness_cv = %s; ", ANY(chance, "0", "0.15", "0.8"));
    const uint32_t kind = chance_below(chance, 4);
    if (kind == 0) fprintf(out, "rate = %g;", 5.0 + 60.0 * chance_uniform(chance));
    if (kind == 1) fprintf(out, "%s", rates);
    if (kind == 2) fprintf(out, "volume = %u; per = \"day\";", 20 + chance_below(chance, 300));
    if (kind == 3)
        fprintf(out, "volume = %u; per = \"day\"; shifted = %s; %s",
                20 + chance_below(chance, 300), ANY(chance, "0", "0.5", "1"), profile);
    if (chance_is(chance, 0.5))
        fprintf(out, " busyness_correlation = %s; interval_cv = %s; interval_of = \"%s\";",
                ANY(chance, "0", "0.6", "-0.5"), ANY(chance, "0.1", "0.7"),
                ANY(chance, "all_lines", "each_line"));
    if (kind >= 2 && chance_is(chance, 0.5))
        fprintf(out, " first_dial_closed = %s; postponed = %s;", ANY(chance, "0.1", "0.9"),
                ANY(chance, "0", "0.5"));
    fprintf(out, " };\n");
    if (chance_is(chance, 0.4))
        fprintf(out,
                "events = ( { name = \"e\"; dates = \"2017-10-%02u\"; factor = %s; decay = %s; "
                "%s } );\n",
                1 + chance_below(chance, 31), ANY(chance, "0", "1.5"), ANY(chance, "0", "2"),
                ANY(chance, "", "lines = \"l0\";", "reasons = \"r0\";"));
}

/* Lines l0.., reasons r0..; their numbers are needed for skills and routes. */
static inline void write_kinds(FILE *out, struct chance *chance, uint32_t n_lines,
                               uint32_t n_reasons)
{
    for (uint32_t i = 0; i < n_lines; i++)
        fprintf(out, "%s{ name = \"l%u\"; weight = %u; phone_lines = %s; }%s\n",
                i ? "  " : "lines = ( ", i, 1 + chance_below(chance, 3),
                ANY(chance, "0", "0", "0", "1", "2", "5"), i + 1 < n_lines ? "," : " );");
    for (uint32_t i = 0; i < n_reasons; i++)
        fprintf(out,
                "%s{ name = \"r%u\"; share = %u; priority = %u; handling_factor = %s; resolved "
                "= %s; "
                "}%s\n",
                i ? "  " : "reasons = ( ", i, 1 + chance_below(chance, 3),
                chance_below(chance, 3), ANY(chance, "0.5", "1", "3"),
                ANY(chance, "1", "1", "0.6", "0.3", "0"), i + 1 < n_reasons ? "," : " );");
    if (chance_is(chance, 0.4))
        fprintf(out, "phone_lines = %u;\n", 1 + chance_below(chance, 9));
}

/* Contracts c0 and c1, for groups of people. */
static inline void write_contracts(FILE *out, struct chance *chance)
{
    fprintf(out, "contracts = (\n");
    for (int i = 0; i < 2; i++) {
        fprintf(
            out, "  { name = \"c%d\"; %s %s %s\n", i,
            ANY(chance, "",
                "shifts = ( { days = \"monday-friday\"; from = \"08:20\"; to = \"11:40\"; }, "
                "{ from = \"12:10\"; to = \"24:00\"; weeks = \"even\"; } );",
                "shifts = ( { from = \"00:00\"; to = \"24:00\"; } );"),
            ANY(chance, "",
                "breaks = ( { from = \"09:30\"; to = \"11:30\"; length = \"20 min\"; }, { from "
                "= \"22:50\"; to = \"23:10\"; length = \"20 min\"; } );"),
            ANY(chance, "",
                "sessions = ( { name = \"m\"; from = \"10:50\"; to = \"12:10\"; }, { name = "
                "\"t\"; kind = \"training\"; days = \"tuesday\"; from = \"23:00\"; to = "
                "\"24:00\"; } );"));
        fprintf(
            out,
            "    off_phone = { share = %s; block = \"%s\"; }; late = { probability = %s; };\n"
            "    leave = { share = %s; }; absence = { share = %s; }; }%s\n",
            ANY(chance, "0", "0.2", "0.8"), ANY(chance, "2 min", "1 h"),
            ANY(chance, "0", "0.5"), ANY(chance, "0", "0.1"), ANY(chance, "0", "0.3"),
            i ? " );" : ",");
    }
}

/* Calls that are handed over to another group, in a skill that is begun. */
static inline void write_transfer(FILE *out, struct chance *chance, const char *to)
{
    if (chance_is(chance, 0.4)) return;
    fprintf(out, "transfer = { to = \"%s\"; probability = %s; brief = %s; first = { ", to,
            ANY(chance, "0", "0.3", "1"), ANY(chance, "0", "30"));
    write_law(out, chance, chance_is(chance, 0.8) ? 60.0 : 1500.0, false);
    fprintf(out, " }; }; ");
}

/* The first group can do everything, so that somebody may answer every call; the second one too
 * where the first hands over to it. */
static inline void write_skills(FILE *out, struct chance *chance, uint32_t group, bool second)
{
    const uint32_t kind = second && group < 2 ? 2 : group ? chance_below(chance, 3) : 0;
    if (kind == 0) return;
    fprintf(out, "skills = ( { reasons = [ \"%s\" ]; ", kind == 1 ? "r0" : "*");
    if (kind == 1) fprintf(out, "handling_factor = 0.7; priority = 2; resolved = 0.5; ");
    write_transfer(out, chance, group ? "g0" : "g1");
    fprintf(out, "}%s ); ", kind == 2 ? ", { reasons = [ \"r0\" ]; priority = -1; }" : "");
}

static inline void write_groups(FILE *out, struct chance *chance, uint32_t n_groups)
{
    const bool second = n_groups > 1 && chance_is(chance, 0.3);
    static const char *const staffing[] = {
        "staffing = ( { values = [ 2 ]; }, { from = \"10:00\"; to = \"11:00\"; values = [ 5 ]; "
        "},"
        " { from = \"11:00\"; to = \"12:00\"; values = [ 0 ]; } );",
        "staffing = ( { from = \"00:00\"; to = \"10:00\"; values = [ 1 ]; }, { from = "
        "\"14:00\";"
        " to = \"24:00\"; values = [ 3 ]; } );",
        NULL
    };
    fprintf(out, "groups = (\n");
    for (uint32_t i = 0; i < n_groups; i++) {
        fprintf(out, "  { name = \"g%u\"; agents = %u; %s %s ", i, chance_below(chance, 6),
                chance_is(chance, 0.4) ? ANY(chance, "contract = \"c0\";", "contract = \"c1\";")
                                       : "",
                chance_is(chance, 0.3) ? any_of(chance, staffing) : "");
        write_skills(out, chance, i, second);
        fprintf(out, " visitors = { share = %s; length = { ",
                ANY(chance, "0", "0", "0.2", "0.8"));
        write_law(out, chance, chance_is(chance, 0.8) ? 480.0 : 9000.0, false);
        fprintf(out, " }; }; }%s\n", i + 1 < n_groups ? "," : " );");
    }
}

static inline void write_step(FILE *out, struct chance *chance, const char *groups)
{
    fprintf(out, "{ groups = [ %s ]; after = \"%s\"; reserve = %s; }", groups,
            ANY(chance, "0 s", "0 s", "12.3 s", "20 s", "90 s"),
            ANY(chance, "0", "0", "0", "1", "2"));
}

static inline void write_routes(FILE *out, struct chance *chance, uint32_t n_groups)
{
    if (chance_is(chance, 0.3)) return;
    const char *const others = n_groups == 3   ? "\"g1\", \"g2\""
                               : n_groups == 2 ? "\"g1\""
                                               : "\"g0\"";
    fprintf(out, "routes = (\n");
    if (chance_is(chance, 0.6)) {
        fprintf(out, "  { lines = [ \"l0\" ]; steps = ( ");
        write_step(out, chance, "\"g0\"");
        fprintf(out, ", ");
        write_step(out, chance, others);
        fprintf(out, " ); },\n");
    }
    fprintf(out, "  { steps = ( ");
    write_step(out, chance, others);
    fprintf(out, ", ");
    write_step(out, chance, chance_is(chance, 0.5) ? "\"g0\"" : "\"g0\", \"g0\"");
    fprintf(out, " ); } );\n");
}

static inline void write_callers(FILE *out, struct chance *chance)
{
    fprintf(out, "greeting = \"%s\";\n", ANY(chance, "0 s", "10 s", "12.7 s"));
    fprintf(out, "message = { length = \"%s\"; balking = %s; };\n",
            ANY(chance, "0 s", "15 s", "7.1 s"), ANY(chance, "0", "0.05", "0.6"));
    fprintf(out, "patience = { ");
    write_law(out, chance, 5.0 + 300.0 * chance_uniform(chance), true);
    fprintf(out, " trait_cv = %s; };\n", ANY(chance, "0", "0.7"));
    fprintf(out, "redial = { first = %s; later = %s; most_attempts = %u; soon = %s; ",
            ANY(chance, "0", "0.6", "1"), ANY(chance, "0", "0.5", "0.9"),
            1 + chance_below(chance, 8), ANY(chance, "0", "0.6", "0.9"));
    fprintf(out, "next_half_day = 0.1; spread = \"%s\"; closed = { first = 0.9; }; delay = { ",
            ANY(chance, "0 s", "10 min", "60 min"));
    write_law(out, chance, chance_is(chance, 0.5) ? 600.0 : 30000.0, false);
    fprintf(out, " }; };\nagain = { probability = %s; %s delay = { ",
            ANY(chance, "0", "0.2", "0.6"),
            ANY(chance, "", "", "resolved = 0.05;", "traced = 0.15; untraced = 0.8;"));
    write_law(out, chance, chance_is(chance, 0.5) ? 1800.0 : 86400.0, false);
    fprintf(out, " }; };\nhandling = { wrap_up = %s; ", ANY(chance, "0", "0.2", "1"));
    write_law(out, chance, 20.0 + 600.0 * chance_uniform(chance), false);
    fprintf(out, " };\nchoose = \"%s\"; at_closing = \"%s\";\n",
            ANY(chance, "longest_idle", "fewest_skills", "random"),
            ANY(chance, "serve", "cut", "stay"));
}

/* Wrong lines and other lines; of nothing where there is one line only. */
static inline void write_strays(FILE *out, struct chance *chance)
{
    fprintf(out, "wrong_line = { probability = %s; redial = %s; length = { ",
            ANY(chance, "0", "0.1", "0.6"), ANY(chance, "0.5", "1"));
    write_law(out, chance, 45.0, false);
    fprintf(out, " }; delay = { ");
    write_law(out, chance, chance_is(chance, 0.8) ? 120.0 : 50000.0, false);
    fprintf(out, " }; };\nother_line = { probability = %s; };\n", ANY(chance, "0", "0.3", "1"));
}

/* What needs a reason that is not always resolved, to be more than words; and offers. */
static inline void write_casework(FILE *out, struct chance *chance)
{
    static const char *const hours[] = {
        "", "hours = ( { days = \"monday-friday\"; open = \"08:00\"; close = \"11:00\"; } );",
        "hours = ( { open = \"00:00\"; close = \"24:00\"; } );", NULL
    };
    fprintf(out, "requests = { opened = %s; tracing = %s; status = %s; status_length = 40; ",
            ANY(chance, "1", "1", "0.6", "0"), ANY(chance, "true", "true", "false"),
            ANY(chance, "0", "0.08", "0.5", "1"));
    fprintf(out, "called_back = %s; professionals = %s; %s delay = { ",
            ANY(chance, "0", "0.4", "1"), ANY(chance, "0", "0", "1", "3"),
            any_of(chance, hours));
    write_law(out, chance, chance_is(chance, 0.3) ? 3600.0 : 86400.0, false);
    fprintf(out, " }; work_time = { ");
    write_law(out, chance, 1200.0, false);
    fprintf(out, " }; };\noutbound = { picked_up = %s; tries = %u; reserve = %s; ",
            ANY(chance, "0", "0.6", "1"), 1 + chance_below(chance, 4),
            ANY(chance, "0", "0", "1", "2"));
    fprintf(out, "length = 100; unanswered = 70; when_closed = %s; };\n",
            ANY(chance, "true", "false"));
    fprintf(out,
            "callback_offer = { accept = %s; after = \"%s\"; picked_up = %s; tries = %u; };\n",
            ANY(chance, "0", "0", "0.5", "1"), ANY(chance, "0 s", "5 s", "31.7 s"),
            ANY(chance, "0", "0.7", "1"), 1 + chance_below(chance, 3));
}

static inline void write_teamwork(FILE *out, struct chance *chance)
{
    fprintf(out, "consultation = { probability = %s; wait_at_most = %s; gain = %s; length = { ",
            ANY(chance, "0", "0", "0.3", "1"), ANY(chance, "0", "30", "300"),
            ANY(chance, "0", "0.2"));
    write_law(out, chance, chance_is(chance, 0.7) ? 60.0 : 3000.0, false);
    fprintf(out, " }; };\n");
}

/* Modules for all who are people, in sessions that may be while open, closed, or never. */
static inline void write_training(FILE *out, struct chance *chance)
{
    if (chance_is(chance, 0.5)) return;
    fprintf(out, "training = (\n");
    for (int i = 0; i < 2; i++)
        fprintf(out,
                "  { name = \"t%d\"; hours = \"%s\"; pace = 3; %s\n"
                "    sessions = ( { days = \"%s\"; from = \"%s\"; to = \"24:00\"; every = %s; "
                "} );\n"
                "    changes = ( { reasons = \"%s\"; handling_factor = %s; %s } ); }%s\n",
                i, ANY(chance, "1 min", "5 h", "90 h"),
                ANY(chance, "", "approach = \"exponential\"; practice = \"calls\";",
                    "approach = \"power\"; practice = \"days\";"),
                ANY(chance, "every day", "tuesday, sunday"),
                ANY(chance, "09:10", "23:00", "00:00"), ANY(chance, "1", "2"),
                ANY(chance, "*", "r0"), ANY(chance, "1", "0.2", "4"),
                ANY(chance, "", "resolved = 0.9;", "more = 0.3;"), i ? " );" : ",");
    fprintf(out, "newcomers = { resolved_factor = %s; };\n", ANY(chance, "1", "0.4"));
}

/* The scenario of a number; the text is the caller's to free. */
static inline char *random_centre(uint32_t number)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    struct chance chance = { { 40, number }, 0 };
    const uint32_t n_lines = 1 + chance_below(&chance, 4);
    const uint32_t n_reasons = 1 + chance_below(&chance, 3);
    const uint32_t n_groups = 1 + chance_below(&chance, 3);
    assert_non_null(out);
    write_horizon(out, &chance);
    write_demand(out, &chance);
    write_kinds(out, &chance, n_lines, n_reasons);
    write_contracts(out, &chance);
    write_groups(out, &chance, n_groups);
    write_routes(out, &chance, n_groups);
    write_callers(out, &chance);
    write_strays(out, &chance);
    write_casework(out, &chance);
    write_teamwork(out, &chance);
    write_training(out, &chance);
    fclose(out);
    return text;
}

#endif
