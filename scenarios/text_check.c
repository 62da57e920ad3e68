/* Finds in a scenario's text what libconfig would read wrongly, silently or without a clear
 * word. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libconfig 1.5 wraps integers beyond 32 bits, drops what follows a comment that is never
 * closed, lets a text run over lines until the next quote, and resolves @include from the
 * working directory. */
#include "scenarios/text_check.h"

#include <ctype.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 32 };

struct scan {
    const char *at;
    unsigned line;
    const char *file;
    bool one_line;
    struct sim_faults *faults;
    bool ok;
    unsigned depth;
    struct {
        char bracket;
        unsigned line;
    } open[DEEPEST];
};

/* Notes a fault; a broken structure also ends the scan, for what follows would mislead. */
static void refuse(struct scan *self, unsigned line, struct sim_fault fault)
{
    fault.severity = SIM_INPUT;
    fault.file = self->file;
    fault.line = self->one_line ? 0 : line;
    sim_faults_add(self->faults, fault);
    self->ok = false;
}

static void refuse_and_stop(struct scan *self, unsigned line, struct sim_fault fault)
{
    refuse(self, line, fault);
    self->at = "";
    self->depth = 0;
}

static void skip_line_comment(struct scan *self)
{
    self->at += strcspn(self->at, "\n");
}

static void skip_long_comment(struct scan *self)
{
    const char *end = strstr(self->at + 2, "*/");
    if (!end) {
        refuse_and_stop(
            self, self->line,
            (struct sim_fault){ .what = N_("comment is never closed"), .wanted = "*/" });
        return;
    }
    for (; self->at < end; self->at++)
        self->line += *self->at == '\n';
    self->at = end + 2;
}

static void skip_text(struct scan *self)
{
    const char *s = self->at + 1;
    while (*s && *s != '"' && *s != '\n')
        s += s[0] == '\\' && s[1] && s[1] != '\n' ? 2 : 1;
    if (*s == '"') {
        self->at = s + 1;
        return;
    }
    refuse_and_stop(
        self, self->line,
        (struct sim_fault){ .what = N_("text is not closed on its line"), .wanted = "\"" });
}

/* True where an integer of libconfig's grammar holds its value. */
static bool integer_fits(const char *token, bool is_hex, bool is_long)
{
    errno = 0;
    if (is_hex) {
        const unsigned long long value = strtoull(token, NULL, 16);
        return !errno && value <= (is_long ? (unsigned long long)INT64_MAX : INT32_MAX);
    }
    const long long value = strtoll(token, NULL, 10);
    return !errno && (is_long || (value >= INT32_MIN && value <= INT32_MAX));
}

static void check_integer(struct scan *self, const char *token, const char *end, bool is_hex)
{
    const bool is_long = *end == 'L';
    if (!integer_fits(token, is_hex, is_long))
        refuse(self, self->line,
               (struct sim_fault){
                   .what = N_("integer too large"),
                   .got = sim_faults_text(self->faults, "%.*s", (int)(end - token), token),
                   .wanted = "-2147483648 .. 2147483647" });
    self->at = end + strspn(end, "L");
}

/* A number, from its sign, digit or point on; reals are left to libconfig. */
static void skip_number(struct scan *self)
{
    const char *token = self->at;
    const char *digits = token + (*token == '+' || *token == '-');
    if (digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X')) {
        check_integer(self, token, digits + 2 + strspn(digits + 2, "0123456789abcdefABCDEF"),
                      true);
        return;
    }
    const char *end = digits + strspn(digits, "0123456789");
    if (end > digits && !strchr(".eE", *end ? *end : ' ')) {
        check_integer(self, token, end, false);
        return;
    }
    if (*end == '.') end += 1 + strspn(end + 1, "0123456789");
    if (end == digits + 1 && *digits == '.')
        refuse(self, self->line, (struct sim_fault){ .what = N_("not a number"), .got = "." });
    if (*end == 'e' || *end == 'E') end += 1 + (end[1] == '+' || end[1] == '-');
    end += strspn(end, "0123456789");
    self->at = end > token ? end : token + 1;
}

static void skip_name(struct scan *self)
{
    while (isalnum((unsigned char)*self->at) || (*self->at && strchr("_-*", *self->at)))
        self->at++;
}

static void open_bracket(struct scan *self)
{
    if (self->depth == DEEPEST) {
        refuse_and_stop(self, self->line,
                        (struct sim_fault){ .what = N_("brackets nested too deep") });
        return;
    }
    self->open[self->depth].bracket = *self->at++;
    self->open[self->depth++].line = self->line;
}

static char closing(char bracket)
{
    return bracket == '(' ? ')' : bracket == '[' ? ']' : '}';
}

static void close_bracket(struct scan *self)
{
    const char got[] = { *self->at, '\0' };
    if (!self->depth) {
        refuse_and_stop(
            self, self->line,
            (struct sim_fault){ .what = N_("bracket was never opened"), .got = got });
        return;
    }
    const char wanted[] = { closing(self->open[self->depth - 1].bracket), '\0' };
    const unsigned line = self->open[self->depth - 1].line;
    if (*got != *wanted) {
        refuse_and_stop(
            self, self->line,
            (struct sim_fault){ .what = N_("bracket of another kind"),
                                .got = got,
                                .wanted = self->one_line
                                              ? wanted
                                              : sim_faults_text(self->faults, "%s (%s:%u)",
                                                                wanted, self->file, line) });
        return;
    }
    self->depth--;
    self->at++;
}

static void scan_directive(struct scan *self)
{
    if (strncmp(self->at, "@include", 8) != 0) {
        self->at++; /* libconfig will stumble over it */
        return;
    }
    refuse(self, self->line,
           (struct sim_fault){ .what = N_("@include is not read"),
                               .hint = N_("write based_on = \"file.cfg\"; the file is looked "
                                          "for beside this one") });
    self->at += 8;
}

static void scan_token(struct scan *self)
{
    const unsigned char c = (unsigned char)*self->at;
    if (c == '#' || !strncmp(self->at, "//", 2)) {
        skip_line_comment(self);
    } else if (!strncmp(self->at, "/*", 2)) {
        skip_long_comment(self);
    } else if (c == '"') {
        skip_text(self);
    } else if (isalpha(c) || c == '*') {
        skip_name(self);
    } else if (isdigit(c) || c == '.' || c == '+' || c == '-') {
        skip_number(self);
    } else if (strchr("([{", c)) {
        open_bracket(self);
    } else if (strchr(")]}", c)) {
        close_bracket(self);
    } else if (c == '@') {
        scan_directive(self);
    } else {
        self->line += c == '\n';
        self->at++;
    }
}

bool text_check(const char *text, const char *file, bool one_line, struct sim_faults *faults)
{
    struct scan scan = {
        .at = text, .line = 1, .file = file, .one_line = one_line, .faults = faults, .ok = true
    };
    while (*scan.at)
        scan_token(&scan);
    if (scan.depth) {
        const char wanted[] = { closing(scan.open[scan.depth - 1].bracket), '\0' };
        refuse_and_stop(
            &scan, scan.open[scan.depth - 1].line,
            (struct sim_fault){ .what = N_("bracket is never closed"), .wanted = wanted });
    }
    return scan.ok;
}
