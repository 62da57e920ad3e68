/* The language a person reads: translations, and faults told in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Messages are English in the source and gettext finds the others. The language is a value
 * handed along; only LC_MESSAGES is ever set, so that numbers meant for machines keep their
 * point. Numbers meant for people are in number.h. */
#ifndef PLOTS_WORDS_H
#define PLOTS_WORDS_H

#include "sim/fault.h"

#include <libintl.h>
#include <stdio.h>

#define _(text) gettext(text)

struct words {
    bool french;
};

/* What the environment says of the language; NULL where a variable is not set. */
struct words_environment {
    const char *language;    /* LANGUAGE */
    const char *lc_all;      /* LC_ALL */
    const char *lc_messages; /* LC_MESSAGES */
    const char *lang;        /* LANG */
};

/* "fr" or "en": what gettext would choose, but also where no French locale is installed. */
const char *words_lang(struct words_environment environment);

/* True for the languages that --lang takes. */
bool words_lang_is_known(const char *lang);

/* Sets the language of messages for the whole process: "fr", or else English; NULL asks the
 * environment. `localedir` holds fr/LC_MESSAGES/decroche.mo; without it words stay English and
 * numbers follow `lang`. Called once, by main, before any thread starts. */
struct words words_start(const char *lang, const char *localedir);

/* The translation of a msgid; "" for NULL and for "", which gettext takes for its header. */
const char *words_text(const char *msgid);

/* Writes one fault as a line: where, what, got, wanted, and what may have been meant. */
void words_fault(FILE *out, const struct sim_fault *fault);

/* Writes all faults of a list, then a line that counts them; nothing when there are none. */
void words_faults(FILE *out, const struct sim_faults *faults);

#endif
