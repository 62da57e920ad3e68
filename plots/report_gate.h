/* Targets as a gate: which are missed beyond doubt.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_REPORT_GATE_H
#define PLOTS_REPORT_GATE_H

#include "plots/report.h"
#include "plots/words.h"

/* Writes a line for each target and what they come to; true unless one is missed, its whole
 * interval beyond it. What has no interval is not shown, either way. */
bool report_gate(FILE *out, const struct report *report, struct words words);

#endif
