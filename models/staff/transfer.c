/* Transfer: an agent who has heard what a call is about hands it over to another group.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/transfer.h"

static const struct sim_field first_rows[] = { SIM_LAW_FIELDS("lognormal", "60 s", "0.8",
                                                              'D') };
static const struct sim_fields first_fields = SIM_FIELDS(
    struct sim_law, first_rows,
    N_("how long such a call keeps the first agent: talk, then the usual share of wrap-up"));

static const struct sim_field rows[] = {
    { .key = "to",
      .kind = SIM_NAME,
      .offset = offsetof(struct transfer, to),
      .fallback = "",
      .help = N_("the group that takes these calls over; it must have the skill for them") },
    { .key = "probability",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct transfer, probability),
      .low = 0,
      .high = 1,
      .fallback = "0 %",
      .class_of_default = 'D',
      .help = N_("of the calls that this group answers for these reasons, the share that it "
                 "hands over") },
    { .key = "first",
      .kind = SIM_GROUP,
      .offset = offsetof(struct transfer, first),
      .sub = &first_fields },
    { .key = "brief",
      .kind = SIM_REAL,
      .unit = SIM_SECONDS,
      .offset = offsetof(struct transfer, brief_s),
      .low = 0,
      .high = 3600,
      .fallback = "30 s",
      .class_of_default = 'D',
      .help = N_("how long the first agent tells the second what it is about; where no one is "
                 "free he writes it down meanwhile, and the caller waits") },
};
const struct sim_fields transfer_fields =
    SIM_FIELDS(struct transfer, rows,
               N_("calls handed over warm to another group, ahead of all new calls"));
