/* Agents required and present on the screen: by weekday and interval, by half-day, by head.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/layout.h"
#include "plots/page.h"
#include "plots/staffing.h"

#include <math.h>
#include <string.h>

enum { LINE = 1024, GAP = 2, CLOCK = 10, NEED = 5, THERE = 6, DAY = NEED + THERE + 2 };

static const char *const weekday_names[] = { "monday", "tuesday",  "wednesday", "thursday",
                                             "friday", "saturday", "sunday" };
static const char *const weekday_titles[] = { N_("Monday"),   N_("Tuesday"), N_("Wednesday"),
                                              N_("Thursday"), N_("Friday"),  N_("Saturday"),
                                              N_("Sunday") };

const char *staffing_weekday(int weekday)
{
    return weekday_names[weekday];
}

const char *staffing_weekday_title(int weekday)
{
    return weekday_titles[weekday];
}

size_t staffing_n_missed(const struct staffing *self)
{
    size_t n = 0;
    for (size_t i = 0; i < self->n; i++)
        n += !self->intervals[i].met;
    return n;
}

/* ---- what was asked ---- */

static void write_targets(FILE *out, const struct staffing *self, struct words words)
{
    char line[LINE];
    size_t used = 0;
    for (size_t i = 0; i < self->n_targets && used < LINE - 100; i++)
        used += (size_t)snprintf(
            line + used, sizeof line - used, "%s%s %s %s", used ? ", " : "",
            words_text(self->measures[i]->label), self->targets[i].at_least ? "≥" : "≤",
            number_show(words, self->measures[i], self->targets[i].bound, 0.0).text);
    char all[LINE + 200];
    snprintf(all, sizeof all, _("Target, in every interval: %s"), line);
    layout_wrap(out, all, 0, GAP);
    for (size_t i = 0; i < self->n_targets; i++) {
        snprintf(all, sizeof all, _("%s: %s"), words_text(self->measures[i]->label),
                 page_definition_within(self->measures[i], self->within_s, words).text);
        layout_blank(out, GAP);
        layout_wrap(out, all, GAP, 2 * GAP);
    }
}

static void write_head(FILE *out, const struct staffing *self, struct words words)
{
    char line[LINE];
    layout_wrap(out, self->title && *self->title ? self->title : self->name, 0, 0);
    write_targets(out, self, words);
    snprintf(line, sizeof line, _("Method %s: %s"), self->method,
             words_text(self->method_title));
    layout_wrap(out, line, 0, GAP);
    if (isfinite(self->most)) {
        snprintf(line, sizeof line, _("At most %s agents at a time."),
                 number_plain(words, self->most, 0).text);
        layout_wrap(out, line, 0, GAP);
    }
}

/* ---- the week ---- */

static const struct staffing_interval *interval_at(const struct staffing *self, int weekday,
                                                   const char *clock)
{
    for (size_t i = 0; i < self->n; i++)
        if (self->intervals[i].weekday == weekday &&
            strcmp(self->intervals[i].clock, clock) == 0)
            return &self->intervals[i];
    return NULL;
}

static bool has_weekday(const struct staffing *self, int weekday)
{
    for (size_t i = 0; i < self->n; i++)
        if (self->intervals[i].weekday == weekday) return true;
    return false;
}

/* "10  8.3": required, present; "!" where the target is missed all the same. `blank` columns
 * stand before it; returns those that are to stand before the next. */
static size_t write_cell(FILE *out, const struct staffing_interval *interval, size_t group,
                         size_t blank, struct words words)
{
    if (!interval) {
        layout_right(out, "–", blank + DAY - 2);
        return 2;
    }
    layout_right(out, number_plain(words, interval->required[group], 0).text, blank + NEED);
    layout_right(out, number_plain(words, interval->present[group], 1).text, THERE);
    if (interval->met) return 2;
    fputs(" !", out);
    return 0;
}

static void write_row(FILE *out, const struct staffing *self, const char *clock, size_t group,
                      struct words words)
{
    layout_blank(out, GAP);
    layout_left(out, number_clock(words, clock).text, CLOCK);
    size_t blank = 0;
    for (int day = 0; day < 7; day++)
        if (has_weekday(self, day))
            blank = write_cell(out, interval_at(self, day, clock), group, blank, words);
    putc('\n', out);
}

/* Each time of the day once, in order. */
static const char *next_clock(const struct staffing *self, const char *clock)
{
    const char *next = NULL;
    for (size_t i = 0; i < self->n; i++) {
        const char *at = self->intervals[i].clock;
        if ((!clock || strcmp(at, clock) > 0) && (!next || strcmp(at, next) < 0)) next = at;
    }
    return next;
}

/* The first group whose numbers are the same everywhere. */
static size_t twin_of(const struct staffing *self, size_t group)
{
    for (size_t twin = 0; twin < group && group < self->n_groups; twin++) {
        bool alike = true;
        for (size_t i = 0; i < self->n && alike; i++)
            alike = self->intervals[i].required[twin] == self->intervals[i].required[group] &&
                    self->intervals[i].present[twin] == self->intervals[i].present[group];
        if (alike) return twin;
    }
    return group;
}

static void write_week(FILE *out, const struct staffing *self, size_t group, struct words words)
{
    const char *const title =
        group < self->n_groups ? self->groups[group].title : _("All agents");
    const size_t twin = twin_of(self, group);
    if (twin != group) {
        putc('\n', out);
        fprintf(out, _("%s: as %s\n"), title, self->groups[twin].title);
        return;
    }
    putc('\n', out);
    fprintf(out, _("%s: required, present\n"), title);
    layout_blank(out, GAP + CLOCK);
    size_t blank = 0;
    for (int day = 0; day < 7; day++) {
        if (!has_weekday(self, day)) continue;
        layout_right(out, words_text(weekday_titles[day]), blank + DAY - 2);
        blank = 2;
    }
    putc('\n', out);
    for (const char *clock = next_clock(self, NULL); clock; clock = next_clock(self, clock))
        write_row(out, self, clock, group, words);
}

/* ---- half-days ---- */

static struct number clock_end(const struct staffing_interval *last, struct words words)
{
    char clock[16];
    const int minutes = (int)lround(60.0 * last->end_h);
    snprintf(clock, sizeof clock, "%02d:%02d", minutes / 60, minutes % 60);
    return number_clock(words, clock);
}

/* A weekday inside a sentence, where French writes it small: "jeudi". */
static struct number weekday_inside(const struct staffing_interval *interval,
                                    struct words words)
{
    struct number day;
    snprintf(day.text, sizeof day.text, "%s", words_text(weekday_titles[interval->weekday]));
    if (words.french && *day.text >= 'A' && *day.text <= 'Z') *day.text += 'a' - 'A';
    return day;
}

/* "2 may be released", "3.1 missing at worst", of whole agents and of parts of one. */
static void write_spare(FILE *out, double spare, struct words words)
{
    char text[128];
    if (spare > -0.05)
        snprintf(text, sizeof text, "%s",
                 number_plain(words, fmax(0.0, floor(spare + 1e-9)), 0).text);
    else
        snprintf(text, sizeof text, "0 (−%s)", number_plain(words, -spare, 1).text);
    layout_right(out, text, 14);
}

/* The columns are headed by codes, as titles are too long for them. */
static void write_legend(FILE *out, const struct staffing *self, struct words words)
{
    char line[LINE];
    size_t used = 0;
    for (size_t g = 0; g < self->n_groups && used < sizeof line; g++)
        used +=
            (size_t)snprintf(line + used, sizeof line - used, "%s%s%s%s",
                             g ? (words.french ? "\u202F; " : "; ") : "", self->groups[g].name,
                             words.french ? "\u202F: " : ": ", self->groups[g].title);
    layout_blank(out, GAP);
    layout_wrap(out, line, GAP, GAP);
}

static void write_halves(FILE *out, const struct staffing *self, struct words words)
{
    enum { WHEN = 30 };
    const size_t first = self->n_groups == 1 ? 1 : 0;
    putc('\n', out);
    layout_wrap(out,
                _("Agents who may be released for leave, training or meetings, by half-day "
                  "(in brackets: how many are missing at its worst interval)"),
                0, GAP);
    if (!first) {
        layout_blank(out, GAP + WHEN);
        layout_right(out, _("all"), 14);
        for (size_t g = 0; g < self->n_groups && self->n_groups <= 4; g++)
            layout_right(out, self->groups[g].name, 14);
        putc('\n', out);
    }
    for (size_t i = 0; i < self->n_halves; i++) {
        const struct staffing_half *half = &self->halves[i];
        const struct staffing_interval *from = &self->intervals[half->first];
        char when[96];
        snprintf(when, sizeof when, "%s %.30s–%.30s", words_text(weekday_titles[from->weekday]),
                 number_clock(words, from->clock).text,
                 clock_end(&self->intervals[half->first + half->n - 1], words).text);
        layout_blank(out, GAP);
        layout_left(out, when, WHEN);
        write_spare(out, half->spare[self->n_groups], words);
        for (size_t g = 0; g < self->n_groups && !first && self->n_groups <= 4; g++)
            write_spare(out, half->spare[g], words);
        putc('\n', out);
    }
    if (!first && self->n_groups <= 4) write_legend(out, self, words);
}

/* ---- heads ---- */

static struct number share_text(struct words words, double share)
{
    static const struct sim_measure measure = { .show = SIM_SHOW_SHARE };
    return number_show(words, &measure, share, 0.005);
}

static void write_parts(FILE *out, const struct staffing_group *group, struct words words)
{
    char line[LINE];
    size_t used = (size_t)snprintf(line, sizeof line, _("shrinkage %s of open hours: "),
                                   share_text(words, group->shrinkage).text);
    bool first = true;
    for (size_t i = 0; i < group->n_parts && used < LINE - 100; i++) {
        if (!(group->parts[i].share > 0.0005)) continue;
        used += (size_t)snprintf(line + used, sizeof line - used, "%s%s %s", first ? "" : ", ",
                                 words_text(group->parts[i].label),
                                 share_text(words, group->parts[i].share).text);
        first = false;
    }
    layout_blank(out, 2 * GAP);
    layout_wrap(out, line, 2 * GAP, 3 * GAP);
}

static void write_heads(FILE *out, const struct staffing *self,
                        const struct staffing_group *group, struct words words)
{
    const struct staffing_interval *peak = &self->intervals[group->peak];
    char line[LINE];
    snprintf(line, sizeof line, _("%s: %s on the phones on average; "), group->title,
             number_plain(words, group->required_mean, 2).text);
    layout_blank(out, GAP);
    if (!group->has_people) {
        strncat(line, _("it is staffed by number, so that nothing is known of absences"),
                sizeof line - strlen(line) - 1);
        layout_wrap(out, line, GAP, 2 * GAP);
        return;
    }
    const size_t used = strlen(line);
    snprintf(
        line + used, sizeof line - used,
        _("%s / (1 − %s) = %s people cover the hours; every interval, with the weeks they "
          "work now, %s (%s %s); there are %s"),
        number_plain(words, group->required_mean, 2).text,
        share_text(words, group->shrinkage).text,
        number_plain(words, group->heads_mean, 2).text,
        number_plain(words, group->heads_peak, 2).text, weekday_inside(peak, words).text,
        number_clock(words, peak->clock).text,
        number_plain(words, group->people, group->people == round(group->people) ? 0 : 1).text);
    layout_wrap(out, line, GAP, 2 * GAP);
    write_parts(out, group, words);
}

/* ---- what came of it ---- */

static void write_missed(FILE *out, const struct staffing *self, struct words words)
{
    char line[4 * LINE];
    size_t used = 0;
    if (staffing_n_missed(self) == 0) return;
    for (size_t i = 0; i < self->n && used < sizeof line - 200; i++) {
        const struct staffing_interval *interval = &self->intervals[i];
        if (interval->met) continue;
        used += (size_t)snprintf(line + used, sizeof line - used, "%s%s %s", used ? ", " : "",
                                 weekday_inside(interval, words).text,
                                 number_clock(words, interval->clock).text);
        for (size_t t = 0; t < self->n_targets; t++)
            used += (size_t)snprintf(
                line + used, sizeof line - used, "%s%s%s", t ? ", " : " (",
                number_show(words, self->measures[t], interval->values[t].value, NAN).text,
                t + 1 == self->n_targets ? ")" : "");
    }
    fprintf(out, "\n%s\n",
            _("The target cannot be met; the best that can be had falls short:"));
    layout_blank(out, GAP);
    layout_wrap(out, line, GAP, GAP);
}

/* A formula's answer that the simulation does not bear out is no plan yet. */
static void write_refuted(FILE *out, const struct staffing *self)
{
    if (self->check.n_missed == 0 || strcmp(self->method, "simulation") == 0) return;
    layout_wrap(
        out,
        _("So the formulas do not settle it here: --method simulation looks for the "
          "fewest agents whose simulated intervals meet the target, and takes minutes."),
        0, GAP);
}

static void write_check(FILE *out, const struct staffing *self, struct words words)
{
    static const struct sim_measure count = { .show = SIM_SHOW_COUNT };
    const struct staffing_check *check = &self->check;
    char line[2 * LINE];
    if (check->replications == 0) return;
    size_t used = (size_t)snprintf(line, sizeof line,
                                   ngettext("Simulated with the agents required, %zu run: ",
                                            "Simulated with the agents required, %zu runs: ",
                                            (unsigned long)check->replications),
                                   check->replications);
    for (size_t i = 0; i < self->n_targets && used < sizeof line - 300; i++) {
        const struct number_pair pair =
            number_estimate(words, self->measures[i], &check->values[i]);
        used += (size_t)snprintf(line + used, sizeof line - used, "%s %s %s%s",
                                 words_text(self->measures[i]->label), pair.value.text,
                                 pair.margin.text, words.french ? "\u202F; " : "; ");
    }
    used += (size_t)snprintf(line + used, sizeof line - used,
                             ngettext("%zu of %zu interval misses the target; ",
                                      "%zu of %zu intervals miss the target; ",
                                      (unsigned long)check->n_missed),
                             check->n_missed, self->n);
    const struct number_pair attempts = number_estimate(words, &count, &check->attempts);
    used += (size_t)snprintf(line + used, sizeof line - used, _("attempts while open %s %s"),
                             attempts.value.text, attempts.margin.text);
    if (!isnan(check->attempts_expected))
        snprintf(line + used, sizeof line - used, _(" (the formulas expect %s)"),
                 number_show(words, &count, check->attempts_expected, NAN).text);
    putc('\n', out);
    layout_wrap(out, line, 0, GAP);
    write_refuted(out, self);
}

void staffing_text_write(FILE *out, const struct staffing *self, struct words words)
{
    write_head(out, self, words);
    write_week(out, self, self->n_groups, words);
    for (size_t g = 0; g < self->n_groups && self->n_groups > 1; g++)
        write_week(out, self, g, words);
    write_halves(out, self, words);
    fprintf(out, "\n%s\n", _("People it takes"));
    for (size_t g = 0; g < self->n_groups; g++)
        write_heads(out, self, &self->groups[g], words);
    write_check(out, self, words);
    write_missed(out, self, words);
}
