/* How long a call keeps an agent: talk, then wrap-up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/handling.h"

static const struct sim_field rows[] = {
    SIM_LAW_FIELDS_LIKELY("lognormal", "240 s", "0.8", 'D', "150 s..360 s"),
    { .key = "wrap_up",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct handling, wrap_up),
      .low = 0,
      .high = 1,
      .fallback = "20 %",
      .class_of_default = 'D',
      .help =
          N_("share of the handling time that is wrap-up: the phone line is free, the agent "
             "is not") },
};
const struct sim_fields handling_fields =
    SIM_FIELDS(struct handling, rows, N_("how long a call keeps an agent: talk and wrap-up"));
