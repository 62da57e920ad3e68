/* The language a person reads: translations, and faults told in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/words.h"

#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define DOMAIN "decroche"

/* A value longer than this says nothing more; a sentence needs this many words. */
enum { GOT_MOST = 80, SENTENCE_WORDS = 4 };

static bool is_given(const char *text)
{
    return text && *text;
}

static bool starts_french(const char *text)
{
    return strncmp(text, "fr", 2) == 0 && !strchr("abcdefghijklmnopqrstuvwxyz", text[2] | ' ');
}

static const char *first_given(const char *a, const char *b, const char *c)
{
    return is_given(a) ? a : is_given(b) ? b : is_given(c) ? c : NULL;
}

const char *words_lang(struct words_environment environment)
{
    const char *locale =
        first_given(environment.lc_all, environment.lc_messages, environment.lang);
    /* gettext's rule: a locale that is plainly C asks for no translation at all. */
    if (locale && (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0)) return "en";
    const char *asked = is_given(environment.language) ? environment.language : locale;
    return asked && starts_french(asked) ? "fr" : "en";
}

bool words_lang_is_known(const char *lang)
{
    return lang && (strcmp(lang, "fr") == 0 || strcmp(lang, "en") == 0);
}

/* gettext looks no catalogue up in the locale "C", but does in any other, whatever its name:
 * the first of these that the machine has will do. */
static void leave_locale_c(void)
{
    static const char *const candidates[] = { "C.UTF-8", "C.utf8", "fr_FR.UTF-8",
                                              "en_US.UTF-8" };
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++)
        if (setlocale(LC_MESSAGES, candidates[i])) return;
}

static struct words_environment environment(void)
{
    return (struct words_environment){ .language = getenv("LANGUAGE"),
                                       .lc_all = getenv("LC_ALL"),
                                       .lc_messages = getenv("LC_MESSAGES"),
                                       .lang = getenv("LANG") };
}

struct words words_start(const char *lang, const char *localedir)
{
    if (!lang) lang = words_lang(environment());
    const struct words words = { .french = starts_french(lang) };
    setenv("LANGUAGE", words.french ? "fr" : "en", 1);
    setlocale(LC_MESSAGES, "C");
    if (words.french) leave_locale_c();
    if (localedir) bindtextdomain(DOMAIN, localedir);
    bind_textdomain_codeset(DOMAIN, "UTF-8");
    /* What the machine says of itself (strerror) keeps its accents too. */
    bind_textdomain_codeset("libc", "UTF-8");
    textdomain(DOMAIN);
    return words;
}

const char *words_text(const char *msgid)
{
    return is_given(msgid) ? gettext(msgid) : "";
}

/* Writes a text of the reader's own, cut and without what would move his cursor. */
static void write_own(FILE *out, const char *text)
{
    size_t points = 0;
    for (; *text; text++) {
        const unsigned char byte = (unsigned char)*text;
        points += (byte & 0xC0) != 0x80;
        if (points > GOT_MOST) break;
        putc(byte < 0x20 || byte == 0x7F ? '?' : byte, out);
    }
    if (*text) fputs("…", out);
}

static void write_place(FILE *out, const struct sim_fault *fault)
{
    if (is_given(fault->file)) fprintf(out, "%s:", fault->file);
    if (is_given(fault->file) && fault->line) fprintf(out, "%u:", fault->line);
    if (is_given(fault->file)) putc(' ', out);
    if (fault->severity == SIM_WARNING) fprintf(out, "%s ", _("warning:"));
    if (is_given(fault->path)) fprintf(out, "%s: ", fault->path);
}

static void write_got(FILE *out, const char *got)
{
    fprintf(out, "%s ", _("got"));
    write_own(out, got);
}

static void write_values(FILE *out, const struct sim_fault *fault)
{
    const bool got = is_given(fault->got), wanted = is_given(fault->wanted);
    if (!got && !wanted) return;
    fputs(" (", out);
    if (got) write_got(out, fault->got);
    if (got && wanted) fputs(", ", out);
    if (wanted) fprintf(out, _("wanted %s"), words_text(fault->wanted));
    putc(')', out);
}

static bool is_sentence(const char *text)
{
    size_t spaces = 0;
    for (; *text; text++)
        spaces += *text == ' ';
    return spaces + 1 >= SENTENCE_WORDS;
}

/* A key or a value is offered; advice stands as it is. */
static void write_hint(FILE *out, const char *hint)
{
    if (!is_given(hint)) return;
    if (is_sentence(hint))
        fprintf(out, "; %s", words_text(hint));
    else
        fprintf(out, _("; did you mean \"%s\"?"), words_text(hint));
}

void words_fault(FILE *out, const struct sim_fault *fault)
{
    write_place(out, fault);
    fputs(words_text(fault->what), out);
    /* The machine did not "give" its reason: it says it. */
    if (fault->severity == SIM_MACHINE && is_given(fault->got) && !is_given(fault->wanted))
        fprintf(out, _(": %s"), words_text(fault->got));
    else
        write_values(out, fault);
    write_hint(out, fault->hint);
    putc('\n', out);
}

static void write_count(FILE *out, unsigned long faults, unsigned long warnings)
{
    if (faults) fprintf(out, ngettext("%lu fault", "%lu faults", faults), faults);
    if (faults && warnings) fputs(", ", out);
    if (warnings) fprintf(out, ngettext("%lu warning", "%lu warnings", warnings), warnings);
    if (faults || warnings) putc('\n', out);
}

/* The end of the faults from i on that are at lines of one file. */
static size_t of_one_file(const struct sim_faults *faults, size_t i)
{
    const char *file = faults->items[i].file;
    size_t end = i + 1;
    if (!is_given(file) || !faults->items[i].line) return end;
    while (end < faults->n && faults->items[end].line && is_given(faults->items[end].file) &&
           strcmp(faults->items[end].file, file) == 0)
        end++;
    return end;
}

/* Faults are found room by room, and read from the top of the file down. */
static void write_by_line(FILE *out, const struct sim_faults *faults, size_t i, size_t end)
{
    unsigned line = 0, next = 0;
    for (size_t written = 0; written < end - i; line = next + 1) {
        next = UINT_MAX;
        for (size_t k = i; k < end; k++)
            if (faults->items[k].line >= line && faults->items[k].line < next)
                next = faults->items[k].line;
        for (size_t k = i; k < end; k++) {
            if (faults->items[k].line != next) continue;
            words_fault(out, &faults->items[k]);
            written++;
        }
    }
}

void words_faults(FILE *out, const struct sim_faults *faults)
{
    for (size_t i = 0, end; i < faults->n; i = end) {
        end = of_one_file(faults, i);
        write_by_line(out, faults, i, end);
    }
    if (faults->out_of_memory) fprintf(out, "%s\n", _("memory has run out"));
    size_t warnings = 0;
    for (size_t i = 0; i < faults->n; i++)
        warnings += faults->items[i].severity == SIM_WARNING;
    write_count(out, faults->n_input + faults->n_machine + faults->out_of_memory, warnings);
}
