/* The books of a replication must balance, or it is no result.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/balance.h"

#include <math.h>

static void unbalanced(const struct workplace *self, const char *what, double got,
                       double wanted, struct sim_faults *faults)
{
    sim_faults_add(faults, (struct sim_fault){
                               .severity = SIM_MACHINE,
                               .path = sim_faults_text(faults, "replication %u",
                                                       (unsigned)self->stream.replication + 1),
                               .what = what,
                               .got = sim_faults_text(faults, "%.17g", got),
                               .wanted = sim_faults_text(faults, "%.17g", wanted) });
}

static bool even(double a, double b)
{
    return fabs(a - b) <= 1e-6 + 1e-8 * fabs(b);
}

/* What the cells of a table hold of one counter, all together. */
static double table_sum(const double *cells, size_t n, enum count which)
{
    double sum = 0.0;
    for (size_t i = 0; i < n; i++)
        sum += cells[i * N_COUNTS + which];
    return sum;
}

/* Needs are counted as the attempts that follow no other. */
static double table_needs(const double *cells, size_t n)
{
    double needs = 0.0;
    for (int i = N_TURNED_CLOSED; i <= N_STILL_WAITING; i++)
        needs += table_sum(cells, n, (enum count)i);
    return needs - table_sum(cells, n, N_REDIALS) - table_sum(cells, n, N_CALLS_AGAIN);
}

struct entry {
    enum count which;
    uint64_t booked;
};

/* Both tables against the ledger, kind by kind. */
static bool tables_balance(const struct workplace *self, struct sim_faults *faults)
{
    const struct ledger *l = &self->ledger;
    const struct counts *counts = &self->counts;
    const struct entry entries[] = {
        { N_TURNED_CLOSED, l->closed },
        { N_TURNED_BUSY, l->busy },
        { N_HUNG_UP, l->hung_up },
        { N_BALKED, l->balked },
        { N_ABANDONED, l->abandoned },
        { N_CUT_OFF, l->cut_off },
        { N_STILL_WAITING, self->n_waiting },
        { N_STILL_IN_GREETING, self->n_greeting },
        { N_NEEDS_LOST, l->lost },
        { N_NEEDS_DROPPED, l->dropped },
        { N_NEEDS_CLOSED, self->scenario->features & FEATURE_OUTCOMES ? l->done : 0 },
        { N_NEEDS_UNDELIVERABLE, l->undeliverable },
        { N_LEFT_BY_OFFER, l->left_by_offer },
        { N_REQUESTS, l->requests },
        { N_REQUESTS_CLOSED, l->requests_closed },
        { N_TRANSFERS, l->handed_over },
        { N_TAKEN_OVER, l->taken_over },
        { N_TRANSFERS_LEFT, l->left_transfer },
        { N_CALLBACKS, l->callbacks },
        { N_CALLBACKS_REACHED, l->called_reached },
        { N_CALLBACKS_UNREACHED, l->called_in_vain },
    };
    const size_t n_classes = (counts->n_classes + 1) * (counts->n_groups + 1);
    bool ok = table_needs(counts->by_class, n_classes) == (double)l->born;
    if (!ok)
        unbalanced(self, N_("the tables do not hold what was booked"),
                   table_needs(counts->by_class, n_classes), (double)l->born, faults);
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
        const double booked = (double)entries[i].booked;
        const double slots = table_sum(counts->by_slot, counts->n_slots + 1, entries[i].which);
        const double classes = table_sum(counts->by_class, n_classes, entries[i].which);
        if (slots == booked && classes == booked) continue;
        unbalanced(self, N_("the tables do not hold what was booked"),
                   slots == booked ? classes : slots, booked, faults);
        ok = false;
    }
    return ok;
}

/* Requests are closed or open; call-backs reach the person, are given up, come too late, or are
 * still to be made. */
static void cases_balance(const struct workplace *self, struct sim_faults *faults)
{
    const struct ledger *l = &self->ledger;
    const uint64_t requests = l->requests_closed + l->requests_open;
    const uint64_t callbacks =
        l->called_reached + l->called_in_vain + l->overtaken + l->callbacks_open;
    if (requests != l->requests)
        unbalanced(self, N_("requests do not add up"), (double)requests, (double)l->requests,
                   faults);
    if (callbacks != l->callbacks)
        unbalanced(self, N_("call-backs do not add up"), (double)callbacks,
                   (double)l->callbacks, faults);
}

/* Callers who were handed over are taken over, leave, or wait still. */
static void transfers_balance(const struct workplace *self, struct sim_faults *faults)
{
    const struct ledger *l = &self->ledger;
    const uint64_t over = l->taken_over + l->left_transfer + self->teamwork.n_handed_over;
    if (over != l->handed_over)
        unbalanced(self, N_("transfers do not add up"), (double)over, (double)l->handed_over,
                   faults);
    if (!even(l->transfer_waited_s, l->transfer_queue_s))
        unbalanced(self, N_("Little's law fails between agents"), l->transfer_waited_s,
                   l->transfer_queue_s, faults);
}

bool balance_holds(const struct workplace *self, struct sim_faults *faults)
{
    const struct ledger *l = &self->ledger;
    const uint64_t gone = l->closed + l->busy + l->hung_up + l->balked + l->abandoned +
                          l->cut_off + l->left_by_offer + l->answered + self->n_waiting +
                          self->n_greeting;
    const uint64_t ended = l->done + l->lost + l->dropped + l->undeliverable + l->open;
    const size_t before = faults->n;
    if (gone != l->dialled)
        unbalanced(self, N_("attempts do not add up"), (double)gone, (double)l->dialled,
                   faults);
    if (ended != l->born)
        unbalanced(self, N_("needs do not add up"), (double)ended, (double)l->born, faults);
    if (!even(l->waited_s, l->queue_s))
        unbalanced(self, N_("Little's law fails in the queues"), l->waited_s, l->queue_s,
                   faults);
    const double held_s = l->handled_s + l->visited_s + l->called_s + l->advised_s;
    if (!even(held_s, l->busy_s))
        unbalanced(self, N_("Little's law fails on the floor"), held_s, l->busy_s, faults);
    if (!even(l->desk_wait_s, l->desk_queue_s))
        unbalanced(self, N_("Little's law fails at the desks"), l->desk_wait_s, l->desk_queue_s,
                   faults);
    if (l->visits != l->visits_over)
        unbalanced(self, N_("visits do not add up"), (double)l->visits_over, (double)l->visits,
                   faults);
    if (!even(l->busy_s + l->idle_s, l->present_s) ||
        l->present_s < l->scheduled_s * (1 - 1e-9))
        unbalanced(self, N_("agent time does not add up to the shift"), l->busy_s + l->idle_s,
                   l->present_s, faults);
    if (!even(l->on_phones_s, 0.0) ||
        !even(self->workforce.planned_s + l->overtime_s, l->work_s))
        unbalanced(self, N_("the time of people does not add up to their shifts"),
                   self->workforce.planned_s + l->overtime_s, l->work_s, faults);
    if (!even(l->members_s, self->workforce.n * self->now))
        unbalanced(self, N_("people are lost, or found"), l->members_s,
                   self->workforce.n * self->now, faults);
    cases_balance(self, faults);
    transfers_balance(self, faults);
    return tables_balance(self, faults) && faults->n == before;
}
