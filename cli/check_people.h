/* What check says of people: who they are, how long they work, who is there when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_CHECK_PEOPLE_H
#define CLI_CHECK_PEOPLE_H

#include "models/scenario.h"
#include "plots/words.h"

/* Agent-hours on the phones that are likely in the counted days, of groups that have people. */
double check_people_hours(const struct scenario *scenario);

/* Writes each group that has people to stdout: its people, then a table by weekday and interval
 * of those on the phones. */
void check_people(const struct scenario *scenario, struct words words);

#endif
