/* A trace as people read it: what happened, one line after the other, and what it comes to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trace_log.h"

#include "cli/trace_phrase.h"
#include "plots/layout.h"
#include "plots/number.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { CLOCK_COLUMNS = 10, WHO_LEAST = 10, DATE_COLUMNS = 12, LINE_MOST = 2000 };

static int date_of_at(const struct follow *follow, double at)
{
    return follow->scenario->hours.days[0].date + (int)floor(at / 86400.0);
}

size_t trace_together(const struct follow *follow, size_t i)
{
    const struct happening *first = &follow->happenings[i++];
    while (first->where && i < follow->n && follow->happenings[i].at == first->at &&
           follow->happenings[i].where == first->where &&
           follow->happenings[i].number == first->number)
        i++;
    return i;
}

bool trace_shows(const struct trace *self, size_t from, size_t to)
{
    if (self->agent == NOBODY) return true;
    while (from < to && self->follow->happenings[from].agent != self->agent)
        from++;
    return from < to;
}

/* Whom a line is about: a need, an agent, a desk; the centre has no code. */
static struct trace_code who(const struct trace *self, const struct happening *happening)
{
    const struct scenario *scenario = self->follow->scenario;
    struct trace_code code = { "" };
    if (happening->where)
        return trace_need((struct need_address){ happening->number, happening->where });
    if (happening->agent != NOBODY) return trace_agent(scenario, happening->agent);
    if (happening->what == TOLD_VISITOR)
        snprintf(code.text, sizeof code.text, "%s",
                 scenario_group(scenario, happening->group)->name);
    return code;
}

/* Columns of the longest code. */
static size_t who_columns(const struct trace *self)
{
    size_t columns = WHO_LEAST;
    for (size_t i = 0; i < self->follow->n; i++) {
        const size_t wants = layout_width(who(self, &self->follow->happenings[i]).text);
        if (wants > columns) columns = wants;
    }
    return columns;
}

/* "dials; busy tone; will dial again at 09:12" */
static void join_phrases(const struct trace *self, size_t from, size_t to, char *text)
{
    size_t used = 0;
    text[0] = '\0';
    for (size_t i = from; i < to && used < LINE_MOST; i++) {
        const struct trace_phrase phrase = trace_phrase(self, &self->follow->happenings[i]);
        const int n =
            snprintf(&text[used], LINE_MOST - used, "%s%s", used ? _("; ") : "", phrase.text);
        used += n > 0 ? (size_t)n : 0;
    }
}

static void say_line(FILE *out, const struct trace *self, size_t from, size_t to,
                     size_t columns)
{
    const struct happening *first = &self->follow->happenings[from];
    const bool dated = self->follow->need.where;
    const size_t indent = CLOCK_COLUMNS + (dated ? DATE_COLUMNS : columns + 2);
    char text[LINE_MOST];
    join_phrases(self, from, to, text);
    if (dated)
        layout_left(out, number_date(self->words, date_of_at(self->follow, first->at)).text,
                    DATE_COLUMNS);
    layout_left(out, trace_clock(self->follow, first->at).text, CLOCK_COLUMNS);
    if (!dated) layout_left(out, who(self, first).text, columns + 2);
    layout_wrap(out, text, indent, indent);
}

static void say_heading(FILE *out, const struct trace *self)
{
    const struct follow *follow = self->follow;
    const struct hours *hours = &follow->scenario->hours;
    const char *title = follow->scenario->title;
    char seed[24];
    snprintf(seed, sizeof seed, "%" PRIu64, self->seed);
    if (title && *title) fprintf(out, "%s\n", title);
    if (follow->need.where)
        fprintf(out, _("Need %s, replication %u, seed %s"), trace_need(follow->need).text,
                self->replication + 1, seed);
    else
        fprintf(out, _("%s, replication %u, seed %s, busyness %s"),
                number_date(self->words, hours->days[follow->day].date).text,
                self->replication + 1, seed,
                number_plain(self->words, follow->busyness, 2).text);
    putc('\n', out);
    if (!follow->need.where && !(hours->days[follow->day].open_s > 0.0))
        fprintf(out, "%s\n", _("The centre is closed on this day."));
    putc('\n', out);
}

static void say_legend(FILE *out, const struct trace *self)
{
    putc('\n', out);
    layout_wrap(out,
                self->follow->need.where
                    ? _("A need is one person's reason to call, from the first dialling to its "
                        "end.")
                    : _("Each line: the time, who, what. A need is one person's reason to "
                        "call; its code says when it was first dialled, and is the same in "
                        "every scenario with the same demand. Whatever happens to one need at "
                        "one instant is on one line. decroche trace --need CODE tells its "
                        "whole life."),
                0, 0);
}

void trace_log_write(FILE *out, const struct trace *self)
{
    const size_t columns = who_columns(self);
    say_heading(out, self);
    for (size_t i = 0, to; i < self->follow->n; i = to) {
        to = trace_together(self->follow, i);
        if (trace_shows(self, i, to)) say_line(out, self, i, to, columns);
    }
    say_legend(out, self);
}
