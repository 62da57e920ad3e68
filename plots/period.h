/* How long a run is, and how many there were, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_PERIOD_H
#define PLOTS_PERIOD_H

#include "plots/page.h"

/* True where the horizon is one month, no less and no more. */
bool period_is_one_month(const struct page *page);

/* "100 runs, each: 1 month from 2017-10-01"; empty where the horizon is not known. */
struct page_text period_runs(const struct page *page);

#endif
