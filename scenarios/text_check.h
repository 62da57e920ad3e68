/* Finds in a scenario's text what libconfig would read wrongly, silently or without a clear
 * word. SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_TEXT_CHECK_H
#define SCENARIOS_TEXT_CHECK_H

#include "sim/fault.h"

/* Refuses @include, integers that do not fit, texts, comments and brackets that are not closed,
 * and nesting over 32 deep. Lines are counted from 1; `one_line` gives none. */
bool text_check(const char *text, const char *file, bool one_line, struct sim_faults *faults);

#endif
