/* decroche history: what does a store hold?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "cli/progress.h"
#include "models/flow/counts.h"
#include "plots/layout.h"
#include "plots/number.h"
#include "plots/store.h"

#include <math.h>
#include <string.h>
#include <time.h>

enum { COLUMNS = 5, GAP = 2 };

struct entry {
    char text[320];
};

struct line {
    struct entry cells[COLUMNS];
};

/* "2017-10-02 08:30", in the time of the machine. */
static struct entry instant(struct words words, long long seconds)
{
    const time_t at = (time_t)seconds;
    struct tm local;
    struct entry text = { "–" };
    if (!localtime_r(&at, &local)) return text;
    char clock[16], date[16];
    strftime(clock, sizeof clock, "%H:%M", &local);
    strftime(date, sizeof date, words.french ? "%d/%m/%Y" : "%Y-%m-%d", &local);
    snprintf(text.text, sizeof text.text, "%s %s", date, number_clock(words, clock).text);
    return text;
}

/* "answer rate 84.3 % ± 0.4": what the run came to, where it came to an end. */
static struct entry result(struct words words, const struct store_run *run)
{
    struct entry text = { "–" };
    for (size_t i = 0; run->measure && i < n_centre_measures; i++) {
        if (strcmp(centre_measures[i].name, run->measure) != 0) continue;
        const struct sim_estimate estimate = { run->value, run->low, run->high, NAN, NAN };
        const struct number_pair pair = number_estimate(words, &centre_measures[i], &estimate);
        snprintf(text.text, sizeof text.text, "%s %s %s", words_text(centre_measures[i].label),
                 pair.value.text, pair.margin.text);
    }
    return text;
}

static struct line line_of(struct words words, const struct store_run *run)
{
    struct line line = { .cells = { [2] = instant(words, run->began),
                                    [3] = instant(words, run->resumed),
                                    [4] = result(words, run) } };
    snprintf(line.cells[0].text, sizeof line.cells[0].text, "%s%s", run->seed,
             run->detailed ? " +" : "");
    snprintf(line.cells[1].text, sizeof line.cells[1].text, "%zu / %zu", run->kept, run->asked);
    return line;
}

static void widen(size_t widths[COLUMNS], const struct line *line)
{
    for (size_t c = 0; c < COLUMNS; c++) {
        const size_t width = layout_width(line->cells[c].text);
        if (width > widths[c]) widths[c] = width;
    }
}

static void write_line(FILE *out, const size_t widths[COLUMNS], const struct line *line)
{
    for (size_t c = 0; c + 1 < COLUMNS; c++) {
        layout_blank(out, GAP);
        layout_left(out, line->cells[c].text, widths[c]);
    }
    layout_blank(out, GAP);
    fprintf(out, "%s\n", line->cells[COLUMNS - 1].text);
}

static struct line heading(void)
{
    const char *const words[COLUMNS] = { N_("seed"), N_("kept / asked"), N_("begun"),
                                         N_("last taken up"), N_("result") };
    struct line line;
    for (size_t c = 0; c < COLUMNS; c++)
        snprintf(line.cells[c].text, sizeof line.cells[c].text, "%s", _(words[c]));
    return line;
}

static void write_history(FILE *out, const struct store_history *history, struct words words)
{
    struct line line = heading();
    size_t widths[COLUMNS] = { 0 };
    bool detailed = false;
    fprintf(out, _("Store of %s (sha256 %.12s), decroche %s (sources %.12s)\n\n"),
            history->owner.scenario, history->owner.sha256, history->owner.version,
            history->owner.build);
    widen(widths, &line);
    for (size_t i = 0; i < history->n; i++) {
        const struct line run = line_of(words, &history->runs[i]);
        widen(widths, &run);
        detailed = detailed || history->runs[i].detailed;
    }
    write_line(out, widths, &line);
    for (size_t i = 0; i < history->n; i++) {
        line = line_of(words, &history->runs[i]);
        write_line(out, widths, &line);
    }
    if (detailed) fprintf(out, "\n%s\n", _("+ dated tables or figures are counted too"));
}

static int run(struct call *call)
{
    struct store_history history;
    if (!store_read(&history, call->options->operands[0], progress_store_held, call->arena,
                    call->faults))
        return 2;
    write_history(stdout, &history, call->words);
    return 0;
}

const struct command cmd_history = {
    .name = "history",
    .operands = "FILE.sqlite",
    .summary = N_("list the runs that a store holds"),
    .options = OPTION(OPTION_HELP) | OPTION(OPTION_LANG),
    .least = 1,
    .most = 1,
    .run = run,
};
