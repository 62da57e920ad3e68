/* One happening in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TRACE_PHRASE_H
#define CLI_TRACE_PHRASE_H

#include "cli/trace_log.h"

struct trace_phrase {
    char text[400];
};

/* A phrase without a subject: "waits (3 in all)", "break"; empty where there is nothing to say.
 */
struct trace_phrase trace_phrase(const struct trace *self, const struct happening *happening);

/* Short words for what agents do, and its code in files; both in the order of enum doing. */
extern const char *const trace_doing_titles[N_DOING], *const trace_doing_names[N_DOING];

/* "08:31:07" */
struct trace_code trace_clock(const struct follow *follow, double at);

#endif
