/* Guesses what was meant where libconfig met a syntax error.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/syntax_hint.h"

#include "scenarios/unit.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* What is wrong with a value, found while scanning. */
struct guess {
    const char *hint;
    const char *got; /* where it starts */
    size_t length;
    const char *before,
        *after;    /* put around what is written to mend it; NULL: nothing to offer */
    bool is_comma; /* its comma becomes a dot */
};

/* The start of a line, counted from 1. */
static const char *line_start(const char *text, unsigned line)
{
    for (; line > 1 && *text; text++)
        line -= *text == '\n';
    return text;
}

static bool is_word(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && !strncasecmp(text, word, length);
}

static bool is_of_word(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* To the end of the value, which a ; or a bracket or a comma or the line ends. */
static size_t value_length(const char *value)
{
    size_t length = strcspn(value, ";,)]}\n#");
    while (length && isspace((unsigned char)value[length - 1]))
        length--;
    return length;
}

static struct guess guess_quotes(const char *value, size_t length, const char *hint)
{
    return (struct guess){ hint, value, length, "\"", "\"", false };
}

static struct guess guess_word(const char *value)
{
    size_t length = 0;
    while (is_of_word(value[length]))
        length++;
    if (is_word(value, length, "true") || is_word(value, length, "false"))
        return (struct guess){ 0 };
    struct guess guess =
        guess_quotes(value, length, N_("write texts in quotes, such as \"lognormal\""));
    const bool yes = is_word(value, length, "yes"), no = is_word(value, length, "no");
    if (yes || no)
        guess = (struct guess){ N_("write true or false"), value, length, NULL, NULL, false };
    return guess;
}

/* After a number: what stands where a semicolon, a comma or the end of the line may. In a list
 * a comma is none of a number's. */
static struct guess guess_after_number(const char *value, const char *end, bool in_list)
{
    const size_t length = value_length(value);
    if (*end == ',' && isdigit((unsigned char)end[1]) && !in_list)
        return (struct guess){ N_("write decimals with a dot, such as 0.5"),
                               value,
                               (size_t)(end - value) + 1 + strspn(end + 1, "0123456789"),
                               "",
                               "",
                               true };
    if (*end == ':')
        return guess_quotes(value, length,
                            N_("write times of day in quotes, such as \"08:30\""));
    if (*end == '-')
        return guess_quotes(value, length, N_("write dates in quotes, such as \"2017-10-02\""));
    const unsigned char next = (unsigned char)*blank_end(end);
    if (isalpha(next) || next == '%' || (next == '/' && blank_end(end)[1] != '/') ||
        next >= 0x80)
        return guess_quotes(value, length,
                            N_("write numbers with their unit in quotes, such as \"4 min\""));
    return (struct guess){ 0 };
}

/* A value, from its first letter on. */
static struct guess guess_value(const char *value, bool in_list)
{
    const char *end = number_end(value);
    if (end) return guess_after_number(value, end, in_list);
    if (isalpha((unsigned char)*value) || (unsigned char)*value >= 0x80) {
        if (in_list && *blank_end(value + strcspn(value, "=:\n"))) return (struct guess){ 0 };
        return guess_word(value);
    }
    if (in_list || (*value && !strchr("\n;}", *value))) return (struct guess){ 0 };
    return (struct guess){ N_("a value is missing after ="), NULL, 0, NULL, NULL, false };
}

static const char *skip_text(const char *at)
{
    for (at++; *at && *at != '"'; at++)
        if (*at == '\\' && at[1]) at++;
    return *at ? at + 1 : at;
}

/* Past blanks, ends of lines and comments. */
static const char *skip_nothing(const char *at)
{
    for (;;) {
        if (isspace((unsigned char)*at))
            at++;
        else if (*at == '#' || !strncmp(at, "//", 2))
            at += strcspn(at, "\n");
        else if (!strncmp(at, "/*", 2))
            at = strstr(at, "*/") ? strstr(at, "*/") + 2 : at + strlen(at);
        else
            return at;
    }
}

static bool is_brackets(char c)
{
    return c && strchr("[({", c);
}

/* What is wrong with one sign that joins values, where it stands. */
static struct guess guess_sign(const char *at)
{
    const char *next = skip_nothing(at + 1);
    if (*at == '[' && is_brackets(*next))
        return (struct guess){ .hint = N_("lists of groups or of lists are written in ( )") };
    if (*at == ',' && *next && strchr(")]}", *next))
        return (
            struct guess){ N_("no comma after the last element"), ",", 1, NULL, NULL, false };
    if (*at == '}' && *next == '{')
        return (struct guess){
            N_("write a comma between two elements"), "} {", 3, NULL, NULL, false
        };
    if (*at == '=' || *at == ':') return guess_value(blank_end(at + 1), false);
    if (strchr("[(,", *at)) return guess_value(next, true);
    return (struct guess){ 0 };
}

/* A line that begins like no key: a word without = after it, or a letter that no key has. */
static struct guess guess_key(const char *at)
{
    size_t length = 0;
    while (isalnum((unsigned char)at[length]) || (at[length] && strchr("_-*", at[length])))
        length++;
    if ((unsigned char)at[length] >= 0x80 || (isdigit((unsigned char)*at)))
        return (struct guess){
            .hint =
                N_("keys are made of plain letters, digits and _, and start with a letter")
        };
    const char sign = *blank_end(at + length);
    if (!length || sign == '=' || sign == ':') return (struct guess){ 0 };
    return (struct guess){ .hint = N_("write key = value;") };
}

/* The first guess from here to `end`. */
static struct guess guess_within(const char *at, const char *end)
{
    struct guess guess = { 0 };
    bool between = true; /* where a key may stand */
    const char *first = at;
    while (!guess.hint && (at = skip_nothing(at)) < end && *at) {
        if (*at == '"') {
            at = skip_text(at);
            between = false;
        } else if (strchr("=:,[(}", *at)) {
            guess = guess_sign(at);
            between = *at++ == '}';
        } else if (between && is_of_word(*at) && at - first >= 0) {
            guess = guess_key(at);
            while (is_of_word(*at) || *at == '-')
                at++;
            between = false;
        } else {
            between = *at == ';' || *at == '{';
            at++;
        }
    }
    return guess;
}

void syntax_hint(const char *text, unsigned line, struct sim_arena *arena,
                 struct sim_fault *fault)
{
    const char *here = line_start(text, line), *next = line_start(text, line + 1);
    struct guess guess = guess_within(here, next);
    if (!guess.hint && line > 1) guess = guess_within(line_start(text, line - 1), here);
    fault->hint = guess.hint;
    if (!guess.length) return;
    char *got = sim_arena_print(arena, "%.*s", (int)guess.length, guess.got);
    fault->got = got;
    if (!got || !guess.before) return;
    char *wanted = sim_arena_print(arena, "%s%s%s", guess.before, got, guess.after);
    if (wanted && guess.is_comma) *strchr(wanted, ',') = '.';
    fault->wanted = wanted;
}

/* Does the group that starts here have that key before `key`, which stands in it? */
static bool has_before(const char *group, const char *key, size_t length)
{
    int depth = 0;
    for (const char *at = skip_nothing(group); at < key; at = skip_nothing(at)) {
        const char *start = at;
        if (*at == '"') {
            at = skip_text(at);
            continue;
        }
        depth += *at && strchr("([{", *at) ? 1 : *at && strchr(")]}", *at) ? -1 : 0;
        while (is_of_word(*at) || *at == '-' || *at == '*')
            at++;
        const char sign = *skip_nothing(at);
        if (depth == 0 && (size_t)(at - start) == length && !strncmp(start, key, length) &&
            (sign == '=' || sign == ':'))
            return true;
        if (at == start) at++;
    }
    return false;
}

const char *syntax_twin(const char *text, struct sim_arena *arena)
{
    enum { DEEPEST = 64 };
    const char *group[DEEPEST] = { text };
    unsigned depth = 0;
    for (const char *at = skip_nothing(text); *at; at = skip_nothing(at)) {
        const char *start = at;
        if (*at == '"') {
            at = skip_text(at);
            continue;
        }
        if (strchr("([{", *at) && depth + 1 < DEEPEST) group[++depth] = at + 1;
        if (strchr(")]}", *at) && depth) depth--;
        while (is_of_word(*at) || *at == '-' || *at == '*')
            at++;
        const char sign = *skip_nothing(at);
        if (at > start && (sign == '=' || sign == ':') &&
            has_before(group[depth], start, (size_t)(at - start)))
            return sim_arena_print(arena, "%.*s", (int)(at - start), start);
        if (at == start) at++;
    }
    return NULL;
}
