/* Time integral of a number that steps: agents busy, callers waiting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SIM_LEVEL_H
#define SIM_LEVEL_H

/* Starts as all zeroes: level 0 since instant 0. */
struct sim_level {
    double since; /* the instant up to which the area is known */
    double area;  /* level x seconds since the last harvest */
    double value;
};

static inline void sim_level_step(struct sim_level *self, double now, double by)
{
    self->area += self->value * (now - self->since);
    self->since = now;
    self->value += by;
}

/* The area since the last harvest; the level goes on. */
static inline double sim_level_harvest(struct sim_level *self, double now)
{
    sim_level_step(self, now, 0.0);
    const double area = self->area;
    self->area = 0.0;
    return area;
}

#endif
