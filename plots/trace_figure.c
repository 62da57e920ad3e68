/* One day of one replication as a picture: a lane for each agent, and how many waited.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/trace_figure.h"

#include "plots/drawing.h"
#include "plots/figure.h"
#include "plots/figure_caption.h"
#include "plots/layout.h"
#include "plots/number.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* Pixels: a lane is as high as they all may be together, and never too thin to be seen. */
enum { WIDTH = 1600, LANE_MOST = 26, LANE_LEAST = 4, LANES_HIGH = 3000, OTHERS_HIGH = 475 };

static const char *const file = "trace";

/* What is drawn. */
struct canvas {
    const struct trace_day *day;
    struct words words;
};

/* Lanes, then how many wait, then when it is open, then when something happened to the need:
 * one table, of which each row fills its part. */
static void table(FILE *out, size_t figure, const void *of)
{
    const struct trace_day *day = ((const struct canvas *)of)->day;
    (void)figure;
    fputs("agent\tlane\tdoes\tfrom_h\tto_h\twaiting\tvisitors\n", out);
    for (size_t i = 0; i < day->n_spans; i++) {
        const struct trace_span *span = &day->spans[i];
        fprintf(out, "%s\t%zu\t%s\t%.10g\t%.10g\tNaN\tNaN\n", day->lanes[span->lane],
                span->lane + 1, day->kinds[span->kind].name, span->from_h, span->to_h);
    }
    fputs("\n\n", out);
    for (size_t i = 0; i < day->n_crowds; i++) {
        const struct trace_crowd *crowd = &day->crowds[i];
        const double to_h = i + 1 < day->n_crowds ? day->crowds[i + 1].at_h : 24.0;
        fprintf(out, "-\tNaN\tqueue\t%.10g\t%.10g\t%u\t%u\n", crowd->at_h, to_h, crowd->callers,
                crowd->visitors);
    }
    fputs("\n\n", out);
    for (size_t i = 0; i < day->n_open; i++)
        fprintf(out, "-\tNaN\topen\t%.10g\t%.10g\tNaN\tNaN\n", day->open_h[2 * i],
                day->open_h[2 * i + 1]);
    fputs("\n\n", out);
    for (size_t i = 0; i < day->n_marks; i++)
        fprintf(out, "-\tNaN\tneed\t%.10g\t%.10g\tNaN\tNaN\n", day->marks_h[i],
                day->marks_h[i]);
}

/* The most who waited at a time, on the phone or at the desks. */
struct most {
    unsigned callers, visitors;
};

static struct most most_of(const struct trace_day *day)
{
    struct most most = { 0, 0 };
    for (size_t i = 0; i < day->n_crowds; i++) {
        if (day->crowds[i].callers > most.callers) most.callers = day->crowds[i].callers;
        if (day->crowds[i].visitors > most.visitors) most.visitors = day->crowds[i].visitors;
    }
    return most;
}

/* Whole hours around all that is drawn. */
static void write_hours(FILE *script, const struct trace_day *day)
{
    double from_h = 24.0, to_h = 0.0;
    for (size_t i = 0; i < day->n_spans; i++) {
        from_h = fmin(from_h, day->spans[i].from_h);
        to_h = fmax(to_h, day->spans[i].to_h);
    }
    for (size_t i = 0; i < day->n_open; i++) {
        from_h = fmin(from_h, day->open_h[2 * i]);
        to_h = fmax(to_h, day->open_h[2 * i + 1]);
    }
    if (from_h >= to_h) from_h = 0.0, to_h = 24.0;
    figure_number(script, "from_h", floor(2.0 * from_h) / 2.0);
    figure_number(script, "to_h", fmin(24.0, ceil(2.0 * to_h) / 2.0));
}

/* The kinds that there are on this day, in their order: their names, titles and number. */
static void write_kinds(FILE *script, const struct trace_day *day)
{
    size_t n = 0;
    figure_list(script, "kind", day->n_kinds);
    figure_list(script, "kind_title", day->n_kinds);
    for (size_t kind = 0; kind < day->n_kinds; kind++) {
        size_t i = 0;
        while (i < day->n_spans && day->spans[i].kind != kind)
            i++;
        if (i == day->n_spans) continue;
        figure_item(script, "kind", n, day->kinds[kind].name);
        figure_item(script, "kind_title", n++, words_text(day->kinds[kind].title));
    }
    figure_number(script, "n_kinds", (double)n);
}

/* Before which lanes another group begins: where what stands before the point changes. */
static void write_lanes(FILE *script, const struct trace_day *day, double lane_px)
{
    size_t n = 0, widest = 8;
    figure_list(script, "lane", day->n_lanes ? day->n_lanes : 1);
    figure_list(script, "edge", day->n_lanes + 1);
    for (size_t i = 0; i < day->n_lanes; i++) {
        const size_t columns = layout_width(day->lanes[i]);
        if (columns > widest) widest = columns;
        figure_item(script, "lane", i, day->lanes[i]);
        if (i > 0 &&
            strncmp(day->lanes[i], day->lanes[i - 1], strcspn(day->lanes[i], ".") + 1) != 0)
            figure_value(script, "edge", n++, (double)i + 0.5);
    }
    figure_number(script, "n_lanes", (double)day->n_lanes);
    figure_number(script, "n_edges", (double)n);
    figure_number(script, "lane_px", lane_px);
    figure_number(script, "left", 44.0 + 8.6 * (double)widest);
}

static void caption(FILE *script, size_t figure, const void *of)
{
    const struct canvas *canvas = of;
    const struct trace_day *day = canvas->day;
    const double n = fmax(1.0, (double)day->n_lanes);
    const double lane_px = fmax(LANE_LEAST, fmin(LANE_MOST, floor(LANES_HIGH / n)));
    const struct most most = most_of(day);
    (void)figure;
    figure_caption_frame(
        script, _("A day, agent by agent"),
        most.visitors
            ? _("What each agent did, and, below, how many callers waited on the phone and "
                "visitors at the desks; nothing is drawn where he or she is not there. "
                "One of the replications that decroche run simulates.")
            : _("What each agent did, and, below, how many callers waited on the phone; "
                "nothing "
                "is drawn where he or she is not there. One of the replications that decroche "
                "run "
                "simulates."),
        WIDTH, OTHERS_HIGH + n * lane_px);
    write_hours(script, day);
    write_kinds(script, day);
    write_lanes(script, day, lane_px);
    figure_number(script, "visited", most.visitors > 0);
    figure_number(script, "most_waiting",
                  most.callers > most.visitors ? most.callers : most.visitors);
    figure_text(script, "label_waiting", _("waiting"));
    figure_number(script, "n_marks", (double)day->n_marks);
    figure_text(script, "key_need", day->need ? day->need : "");
    figure_text(script, "key_callers", _("callers waiting"));
    figure_text(script, "key_visitors", _("visitors waiting"));
}

static void begin(FILE *script, const void *of)
{
    const struct canvas *canvas = of;
    const struct trace_day *day = canvas->day;
    const char *title = day->title && *day->title ? day->title : day->name;
    char subtitle[512], seed[24];
    snprintf(seed, sizeof seed, "%" PRIu64, day->seed);
    int used = snprintf(subtitle, sizeof subtitle, "%.300s\n", title ? title : "");
    if (used > 0)
        snprintf(&subtitle[used], sizeof subtitle - (size_t)used,
                 _("%s, replication %u, seed %s"), number_date(canvas->words, day->date).text,
                 day->replication, seed);
    figure_caption_begin(script, subtitle, canvas->words);
}

bool trace_figure_check(const char *directory, struct sim_faults *faults)
{
    return drawing_check(directory, file, faults);
}

bool trace_figure_write(const char *directory, const struct trace_day *day, struct words words,
                        const char *templates, struct sim_faults *faults)
{
    const struct canvas canvas = { day, words };
    const struct drawing drawing = { .names = &file,
                                     .n = 1,
                                     .templates = templates,
                                     .of = &canvas,
                                     .begin = begin,
                                     .table = table,
                                     .caption = caption };
    return drawing_write(&drawing, directory, faults);
}
