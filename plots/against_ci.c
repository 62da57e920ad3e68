/* A run held against its baseline, for the machines that run checks: TAP and JUnit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/against.h"

#include <string.h>

/* One test: a measure, or every number that no measure stands for. */
struct trial {
    const char *name;
    bool passed;
    struct against_phrase change, where;
};

static size_t n_trials(const struct against *self)
{
    return self->n + self->n_gone + self->exact;
}

/* Measures first, those that are gone, then the digest. */
static struct trial trial_of(const struct against *self, size_t i, struct words words)
{
    struct trial trial = { .change = { "" }, .where = { "" } };
    const char *rest = "";
    if (i < self->n) {
        const struct against_line *line = &self->lines[i];
        trial.name = line->measure->name;
        trial.passed = !line->changed;
        if (line->changed || !self->exact) trial.change = against_change(self, line, words);
        trial.where = against_where(self, line, words);
        return trial;
    }
    if (i < self->n + self->n_gone) {
        trial.name = self->gone[i - self->n];
        rest = _("is no longer measured");
    } else {
        trial.name = "digest";
        trial.passed = self->all_same;
        rest = trial.passed ? _("every number is the same, to the last digit")
                            : _("not every number is the same");
    }
    snprintf(trial.change.text, sizeof trial.change.text, "%s", rest);
    return trial;
}

void against_tap_write(FILE *out, const struct against *self, struct words words)
{
    fprintf(out, "TAP version 13\n1..%zu\n", n_trials(self));
    for (size_t i = 0; i < n_trials(self); i++) {
        const struct trial trial = trial_of(self, i, words);
        fprintf(out, "%s %zu - %s%s%s\n", trial.passed ? "ok" : "not ok", i + 1, trial.name,
                *trial.change.text ? ": " : "", trial.change.text);
        if (!trial.passed && *trial.where.text) fprintf(out, "# %s\n", trial.where.text);
    }
}

/* As XML has it: what would be markup or cannot stand there is written otherwise. */
static void xml(FILE *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '&':
            fputs("&amp;", out);
            break;
        case '<':
            fputs("&lt;", out);
            break;
        case '>':
            fputs("&gt;", out);
            break;
        case '"':
            fputs("&quot;", out);
            break;
        default:
            fputc((unsigned char)*text < 0x20 ? ' ' : *text, out);
        }
    }
}

static void junit_trial(FILE *out, const char *suite, const struct trial *trial)
{
    fputs("  <testcase classname=\"decroche.", out);
    xml(out, suite);
    fputs("\" name=\"", out);
    xml(out, trial->name);
    if (trial->passed) {
        fputs("\"/>\n", out);
        return;
    }
    fputs("\">\n    <failure message=\"", out);
    xml(out, trial->change.text);
    fputs("\">", out);
    xml(out, trial->where.text);
    fputs("</failure>\n  </testcase>\n", out);
}

void against_junit_write(FILE *out, const struct against *self, struct words words)
{
    const size_t n = n_trials(self);
    size_t failures = 0;
    for (size_t i = 0; i < n; i++)
        failures += !trial_of(self, i, words).passed;
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"", out);
    xml(out, self->report->name);
    fprintf(out, "\" tests=\"%zu\" failures=\"%zu\" errors=\"0\">\n", n, failures);
    for (size_t i = 0; i < n; i++) {
        const struct trial trial = trial_of(self, i, words);
        junit_trial(out, self->report->name, &trial);
    }
    fputs("</testsuite>\n", out);
}
