/* What becomes of needs that an answer does not resolve: when requests close, when callers ask.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/flow/casework.h"

#include "models/demand/purpose.h"

#include <math.h>

bool requests_check(struct requests *self, double interval_s, struct sim_arena *arena,
                    struct sim_faults *faults)
{
    const size_t before = faults->n_input;
    openings_check(&self->hours, interval_s, "requests.hours", faults);
    sim_law_check_finite(&self->delay, "requests.delay.law", arena, faults);
    sim_law_check_finite(&self->work_time, "requests.work_time.law", arena, faults);
    return faults->n_input == before;
}

double *requests_worked(const struct requests *self, const struct hours_rules *rules,
                        const struct hours *hours, struct sim_arena *arena)
{
    struct hours_rules theirs = *rules;
    double *worked_s = sim_arena_new(arena, (size_t)hours->n_slots + 1, sizeof *worked_s);
    if (!worked_s) return NULL;
    if (self->hours.n) theirs.openings = self->hours;
    for (int i = 0; i < hours->n_slots; i++) {
        const struct slot *slot = &hours->slots[i];
        const bool open = hours_rules_is_open_at(&theirs, hours->days[slot->day].date,
                                                 slot->time_of_day * hours->interval_s);
        worked_s[i + 1] = worked_s[i] + (open ? hours->interval_s : 0.0);
    }
    return worked_s;
}

double requests_worked_until(const double *worked_s, const struct moment *moment, double work_s)
{
    const struct hours *hours = moment->hours;
    const int slot = moment->slot;
    const double here = worked_s[slot + 1] - worked_s[slot];
    const double start_at = hours->slots[slot].start_at;
    const double done = worked_s[slot] + (here > 0.0 ? moment->now - start_at : 0.0) + work_s;
    if (done > worked_s[hours->n_slots]) return INFINITY;
    int low = slot, high = hours->n_slots; /* worked_s[low] < done <= worked_s[high] */
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        if (worked_s[middle] < done)
            low = middle;
        else
            high = middle;
    }
    return fmax(moment->now, hours->slots[low].start_at + (done - worked_s[low]));
}

static struct sim_words request_words(const struct sim_stream *stream, struct sim_place caller)
{
    caller.purpose = PURPOSE_REQUEST;
    return sim_stream_block(stream, caller, 0);
}

/* A time by that law, from the words of a request. */
static double words_law_s(const struct sim_words *words, const struct sim_law *law,
                          const struct sim_stream *stream, struct sim_place caller)
{
    caller.purpose = PURPOSE_REQUEST;
    const struct sim_draw draw = { stream, caller, LANE_DELAY, words->word[LANE_DELAY] };
    return sim_law_draw(law, &draw);
}

double requests_law_s(const struct sim_law *law, const struct sim_stream *stream,
                      struct sim_place caller)
{
    const struct sim_words words = request_words(stream, caller);
    return words_law_s(&words, law, stream, caller);
}

double requests_closed_at(const struct requests *self, double spread_s,
                          const struct moment *moment, const struct sim_stream *stream,
                          struct sim_place caller, bool *beyond)
{
    const struct sim_words words = request_words(stream, caller);
    const double delay_s = words_law_s(&words, &self->delay, stream, caller);
    const double u = sim_uniform(words.word[LANE_TIME]);
    *beyond = false;
    return moment_after(moment, delay_s, spread_s, u, beyond);
}

bool requests_called_back(const struct requests *self, const struct sim_stream *stream,
                          struct sim_place caller)
{
    const uint32_t word = request_words(stream, caller).word[LANE_WHETHER];
    return sim_uniform(word) < self->p_called_back;
}

/* Days until the first success of a chance a day, at least 1. */
static int first_day(double p, uint32_t word)
{
    if (p >= 1.0) return 1;
    return 1 + (int)fmin(floor(log(sim_uniform(word)) / log1p(-p)), 1e6);
}

double requests_asked_at(const struct requests *self, const struct moment *moment, bool today,
                         const struct sim_stream *stream, struct sim_place caller, bool *beyond)
{
    *beyond = false;
    if (!(self->p_status > 0.0)) return INFINITY;
    caller.purpose = PURPOSE_STATUS;
    const struct sim_words words = sim_stream_block(stream, caller, 0);
    const int day = first_day(self->p_status, words.word[LANE_DAYS]) - (today ? 1 : 0);
    const double u = sim_uniform(words.word[LANE_DAY_TIME]);
    if (day > 0) return moment_on_open_day(moment, day, u, beyond);
    const int now = moment->hours->slots[moment->slot].day;
    const bool open = moment->hours->days[now].open_s > 0.0;
    const double at = open ? hours_instant(moment->hours, now, u) : 0.0;
    if (at > moment->now) return at;
    return moment_on_open_day(moment, first_day(self->p_status, words.word[LANE_MORE_DAYS]),
                              sim_uniform(words.word[LANE_MORE_TIME]), beyond);
}

double outbound_again_at(const struct moment *moment, const struct sim_stream *stream,
                         struct sim_place caller, bool *beyond)
{
    caller.purpose = PURPOSE_CALLBACK;
    *beyond = false;
    const struct sim_words words = sim_stream_block(stream, caller, 0);
    return moment_in_next_opening(moment, sim_uniform(words.word[LANE_TIME]), beyond);
}
