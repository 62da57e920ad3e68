/* Erlang B: callers who find all lines busy are turned away, for any law of handling.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A. K. Erlang (1917); for real numbers of lines, R. Fortet's integral (D. L. Jagerman, Some
 * properties of the Erlang loss function, Bell System Technical Journal 53, 1974). Load is in
 * Erlang: calls an hour times hours a call. */
#ifndef PLAN_LOSS_H
#define PLAN_LOSS_H

#include "models/plan/quadrature.h"

/* -log of the share turned away. The share itself runs out of doubles below 1e-308. `lines` is
 * real, above -1 (it is agents - 1 where less than one agent is looked at); load above 0. */
double loss_minus_log(const struct quadrature *rule, double load, double lines);

/* The share turned away, 0 .. 1. */
double loss_blocked(const struct quadrature *rule, double load, double lines);

/* The same where those turned away dial again at once with probability `redial`, until they get
 * through or do not dial (extended Erlang B): the share of all attempts. redial is below 1. */
double loss_blocked_redialling(const struct quadrature *rule, double load, double lines,
                               double redial);

/* The least whole number of lines that turns away no more than this share. */
double loss_lines(const struct quadrature *rule, double load, double most_blocked);

#endif
