/* What a figure says in words: its title, its labels, and the caption that defines what it
 * shows. SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/figure_caption.h"

#include "plots/figure.h"
#include "plots/figure_table.h"
#include "plots/layout.h"
#include "plots/period.h"

#include <math.h>
#include <string.h>

enum { LINE_MOST = 1024, CAPTION_LINES = 6, CAPTION_WIDTH = 155, TITLE_WIDTH = 100 };

struct line {
    char text[LINE_MOST];
};

static const struct sim_measure share = { .show = SIM_SHOW_SHARE },
                                seconds = { .show = SIM_SHOW_SECONDS };

/* A measure that the results have, or else one that says nothing. */
static const struct sim_measure *measure_of(const struct page *page, const char *name)
{
    static const struct sim_measure none = { .label = "", .definition = "" };
    const size_t index = sim_results_measure(page->results, name);
    return index < page->results->n_measures ? &page->results->measures[index] : &none;
}

static struct sim_estimate estimate_of(const struct page *page, size_t axis, size_t cell,
                                       const char *name)
{
    const size_t index = sim_results_measure(page->results, name);
    if (index == page->results->n_measures)
        return (struct sim_estimate){ NAN, NAN, NAN, NAN, NAN };
    return sim_results_cell(page->results, axis, cell)[index];
}

/* "13,458 ± 120" */
static struct page_text shown(const struct page *page, size_t axis, size_t cell,
                              const char *name)
{
    const struct sim_estimate estimate = estimate_of(page, axis, cell, name);
    return page_estimate(page, measure_of(page, name), &estimate);
}

/* The widest half-interval among the cells of an axis; NaN where there is none. */
static double widest(const struct page *page, const char *axis, const char *name)
{
    const size_t at = figure_axis(page, axis);
    double half = NAN;
    for (size_t i = 0; i < page->results->axes[at].n; i++) {
        const struct sim_estimate estimate = estimate_of(page, at, i, name);
        half = fmax(half, (estimate.high - estimate.low) / 2.0); /* which passes over NaN */
    }
    return half;
}

/* What may be off by how much, with that many decimals; one run has no interval. */
static struct line at_most(const struct page *page, double half, int decimals)
{
    struct line text;
    if (isnan(half))
        snprintf(text.text, sizeof text.text, "%s", _("one run, no interval"));
    else
        snprintf(text.text, sizeof text.text, _("95 %% interval: ± %s at most"),
                 number_plain(page->words, half, decimals).text);
    return text;
}

/* A text over as many lines as it takes, as a list and its length. */
static void write_lines(FILE *script, const char *name, const char *text, size_t width)
{
    const char *line, *rest = text;
    char count[40];
    size_t n = 0;
    while (layout_line(&rest, width, &line) > 0 && n < CAPTION_LINES)
        n++;
    snprintf(count, sizeof count, "n_%s", name);
    figure_number(script, count, (double)n);
    figure_list(script, name, n ? n : 1);
    rest = text;
    for (size_t i = 0; i < n; i++) {
        struct line copy;
        const size_t bytes = layout_line(&rest, width, &line);
        snprintf(copy.text, sizeof copy.text, "%.*s", (int)bytes, line);
        figure_item(script, name, i, copy.text);
    }
}

void figure_caption_frame(FILE *script, const char *title, const char *caption, double width,
                          double height)
{
    figure_text(script, "title", title);
    write_lines(script, "caption", caption, CAPTION_WIDTH);
    figure_number(script, "width", width);
    figure_number(script, "height", height);
}

void figure_caption_begin(FILE *script, const char *subtitle, struct words words)
{
    write_lines(script, "subtitle", subtitle, TITLE_WIDTH);
    figure_text(script, "decimal", words.french ? "," : ".");
    figure_text(script, "thousands", words.french ? "\u202F" : ",");
    figure_text(script, "hour_form", words.french ? "%d h" : "%d:00");
    figure_text(script, "key_closed", _("closed"));
}

void figure_caption_run(FILE *script, const struct page *page)
{
    const char *title = page->report->title, *name = page->report->name;
    const char *shown_title = title && *title ? title : name;
    struct line subtitle;
    snprintf(subtitle.text, sizeof subtitle.text, "%s\n%s", shown_title ? shown_title : "",
             period_runs(page).text);
    figure_caption_begin(script, subtitle.text, page->words);
}

/* The answer rate that is aimed at; NaN where none is. */
static double target_of(const struct page *page)
{
    for (size_t i = 0; i < page->report->n_targets; i++)
        if (strcmp(page->report->targets[i].measure, "answer_rate") == 0)
            return page->report->targets[i].bound;
    return NAN;
}

static void write_day(FILE *script, const struct page *page)
{
    const struct figure_day day = figure_day(page);
    figure_number(script, "from_h", day.from_h);
    figure_number(script, "to_h", day.to_h);
    figure_number(script, "step_h", day.step_h);
}

void figure_caption_rate(FILE *script, const struct page *page)
{
    const double target = target_of(page);
    struct line text;
    snprintf(text.text, sizeof text.text, _("target: %s"),
             number_show(page->words, &share, target, 0).text);
    figure_number(script, "target", target);
    figure_text(script, "key_target", text.text);
    figure_text(script, "label_rate", page_label(measure_of(page, "answer_rate")));
    write_day(script, page);
}

void figure_caption_day(FILE *script, const struct page *page)
{
    struct line caption;
    snprintf(
        caption.text, sizeof caption.text,
        _("Answer rate: %s, by the time of dialling. Points: the mean of all days of all runs, "
          "and its 95 %% interval. Band: eight days in ten lie in it; it does not "
          "shrink with more runs."),
        page_definition(page, measure_of(page, "answer_rate")).text);
    figure_caption_frame(script, _("Answer rate over the day"), caption.text, 1200, 720);
    figure_caption_rate(script, page);
    figure_text(script, "key_mean", _("mean, 95 % interval"));
    figure_text(script, "key_band", _("8 single days in 10"));
}

void figure_caption_presence(FILE *script, const struct page *page)
{
    const size_t axis = figure_axis(page, "weekday");
    const struct sim_axis *weekdays = &page->results->axes[axis];
    struct line caption;
    struct number room;
    snprintf(caption.text, sizeof caption.text,
             _("Agents present: %s. Offered load: %s; means of all runs (%s). Hatched: more "
               "load than "
               "agents; callers wait, give up and dial again."),
             page_definition(page, measure_of(page, "agents_present")).text,
             page_definition(page, measure_of(page, "offered_load")).text,
             at_most(page, widest(page, "week", "offered_load"), 1).text);
    figure_caption_frame(script, _("Agents present and offered load"), caption.text, 1200, 860);
    write_day(script, page);
    figure_text(script, "key_agents", page_label(measure_of(page, "agents_present")));
    figure_text(script, "key_load", page_label(measure_of(page, "offered_load")));
    figure_text(script, "key_over", _("more load than agents"));
    figure_text(script, "label_agents", _("agents"));
    figure_list(script, "panel", weekdays->n + 1);
    figure_item(script, "panel", 0, _("All days"));
    for (size_t i = 0; i < weekdays->n; i++)
        figure_item(script, "panel", i + 1, page_cell(page, weekdays, i, &room));
}

void figure_caption_waits(FILE *script, const struct page *page)
{
    static const double marks[] = { 20.0, 60.0, 120.0, 300.0 };
    enum { MARKS = sizeof marks / sizeof *marks };
    figure_caption_frame(
        script, _("How long callers wait"),
        _("Share of calls that wait longer, after the greeting. Answered: those that an "
          "agent took. All: also those that hung up or were cut off. Calls of all runs "
          "pooled; in the table, ± is the 95 % interval."),
        1200, 720);
    figure_number(script, "to_s", figure_waits_scale(page).to_s);
    figure_text(script, "label_wait", _("waiting time, in minutes"));
    figure_text(script, "label_share", _("share that waits longer"));
    figure_text(script, "key_answered", _("answered calls"));
    figure_text(script, "key_all", _("all calls"));
    figure_text(script, "head_mark", _("longer than"));
    figure_number(script, "marks", MARKS);
    static const char *const lists[] = { "mark_name", "mark_answered",       "mark_all",
                                         "mark_s",    "mark_answered_value", "mark_all_value" };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        figure_list(script, lists[i], MARKS);
    for (size_t i = 0; i < MARKS; i++) {
        const struct sim_estimate answered = figure_longer(page, "wait_p50", marks[i]),
                                  all = figure_longer(page, "wait_all_p50", marks[i]);
        figure_item(script, "mark_name", i,
                    number_show(page->words, &seconds, marks[i], 0).text);
        figure_item(script, "mark_answered", i, page_estimate(page, &share, &answered).text);
        figure_item(script, "mark_all", i, page_estimate(page, &share, &all).text);
        figure_value(script, "mark_s", i, marks[i]);
        figure_value(script, "mark_answered_value", i, answered.value);
        figure_value(script, "mark_all_value", i, all.value);
    }
}

/* The lowest rate in a cell, down to the next tenth. */
static double lowest_rate(const struct page *page)
{
    const size_t axis = figure_axis(page, "week");
    double lowest = 0.9;
    for (size_t i = 0; i < page->results->axes[axis].n; i++)
        lowest = fmin(lowest, estimate_of(page, axis, i, "answer_rate").value);
    return floor(lowest * 10.0) / 10.0;
}

void figure_caption_week(FILE *script, const struct page *page)
{
    const size_t axis = figure_axis(page, "weekday");
    const struct sim_axis *weekdays = &page->results->axes[axis];
    struct line caption;
    struct number room;
    snprintf(caption.text, sizeof caption.text,
             _("In each cell the answer rate in %%: %s, by the time of dialling; mean of all "
               "runs, in "
               "points (%s). Bold: under the target. Hatched: closed."),
             page_definition(page, measure_of(page, "answer_rate")).text,
             at_most(page, 100.0 * widest(page, "week", "answer_rate"), 1).text);
    figure_caption_frame(script, _("Answer rate by weekday and time of day"), caption.text,
                         1200, 300.0 + 62.0 * (double)weekdays->n);
    figure_caption_rate(script, page);
    figure_number(script, "lowest", lowest_rate(page));
    figure_list(script, "weekday", weekdays->n);
    for (size_t i = 0; i < weekdays->n; i++)
        figure_item(script, "weekday", i, page_cell(page, weekdays, i, &room));
}

/* "13,458 ± 110: 10,677 ± 45 answered · 2,366 ± 80 dial again · 414 ± 15 give up" */
static struct line attempt_line(const struct page *page, size_t axis, size_t cell)
{
    struct line line;
    snprintf(
        line.text, sizeof line.text, _("%s attempts: %s answered · %s dial again · %s give up"),
        shown(page, axis, cell, "attempts").text, shown(page, axis, cell, "answered").text,
        shown(page, axis, cell, "redialled").text, shown(page, axis, cell, "given_up").text);
    return line;
}

/* The attempts that a run has one of, on average; two at least. */
static size_t attempts_worth_a_row(const struct page *page, size_t axis)
{
    size_t n = 2;
    while (n < page->results->axes[axis].n &&
           estimate_of(page, axis, n, "attempts").value >= 1.0)
        n++;
    return n;
}

void figure_caption_attempts(FILE *script, const struct page *page)
{
    const size_t axis = figure_axis(page, "attempt"), n = attempts_worth_a_row(page, axis);
    figure_caption_frame(
        script, _("What becomes of each attempt"),
        _("Attempts of one run, by their number since the caller's last answer: 1 is a first "
          "attempt, 2 the redial after it, and so on, as far as a run has one. Busy tones and "
          "attempts while closed are among them. Give up: for good. Means of all runs and "
          "their 95 % interval."),
        1200, 190.0 + 62.0 * (double)n);
    figure_text(script, "key_answered", _("attempts answered"));
    figure_text(script, "key_redialled", _("dial again"));
    figure_text(script, "key_given_up", _("give up"));
    figure_list(script, "attempt", n);
    figure_list(script, "attempt_text", n);
    for (size_t i = 0; i < n; i++) {
        struct line name;
        snprintf(name.text, sizeof name.text, _("attempt %s"),
                 page->results->axes[axis].cells[i]);
        figure_item(script, "attempt", i, name.text);
        figure_item(script, "attempt_text", i, attempt_line(page, axis, i).text);
    }
}

void figure_caption_lines(FILE *script, const struct page *page)
{
    const size_t axis = figure_axis(page, "line");
    const struct sim_axis *lines = &page->results->axes[axis];
    struct line text;
    struct number room;
    const double columns = fmin(5.0, ceil(sqrt(1.5 * (double)lines->n)));
    snprintf(text.text, sizeof text.text,
             _("Answer rate: %s, by the time of dialling. Means of all runs and their 95 %% "
               "interval. "
               "Above each panel the attempts of one run, and the mean wait of the answered."),
             page_definition(page, measure_of(page, "answer_rate")).text);
    figure_caption_frame(script, _("Answer rate by line"), text.text, 1200,
                         230.0 + 290.0 * ceil((double)lines->n / columns));
    figure_caption_rate(script, page);
    figure_number(script, "columns", columns);
    figure_text(script, "key_line", _("this line, 95 % interval"));
    figure_text(script, "key_mean", _("all lines"));
    figure_list(script, "panel", lines->n);
    figure_list(script, "panel_text", lines->n);
    figure_list(script, "panel_wait", lines->n);
    for (size_t i = 0; i < lines->n; i++) {
        figure_item(script, "panel", i, page_cell(page, lines, i, &room));
        snprintf(text.text, sizeof text.text, _("%s attempts"),
                 shown(page, axis, i, "attempts").text);
        figure_item(script, "panel_text", i, text.text);
        snprintf(text.text, sizeof text.text, _("mean wait %s"),
                 shown(page, axis, i, "wait_answered_mean").text);
        figure_item(script, "panel_wait", i, text.text);
    }
}
