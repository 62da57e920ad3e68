/* A yardstick for speed: M/M/c+M by hand, with nothing around it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Poisson arrivals, exponential service and patience, one queue, first come first served. What
 * the simulator takes per call is told as a multiple of what this loop takes. It is written to
 * be fast, and shares no line with what it measures. */
#ifndef TESTS_BENCH_YARDSTICK_H
#define TESTS_BENCH_YARDSTICK_H

#include <stdint.h>

/* Of `calls` callers: `waited` found all servers busy; each was answered or abandoned.
 * `wait_sum` is over all callers, in the unit of time of the rates. */
struct yardstick_result {
    uint64_t calls, waited, answered, abandoned;
    double wait_sum;
};

/* Runs from an empty start until the last of `calls` callers has been answered or has gone.
 * Returns the processor time it took, in seconds; a negative number where memory ran out. */
double yardstick_run(uint64_t calls, uint32_t servers, double arrival_rate, double service_rate,
                     double patience_rate, uint64_t seed, struct yardstick_result *out);

#endif
