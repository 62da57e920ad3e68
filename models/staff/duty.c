/* Duties: what an agent is meant to do, moment by moment of one day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/duty.h"

#include "models/date.h"
#include "models/demand/purpose.h"
#include "sim/ziggurat.h"

#include <math.h>
#include <string.h>

static const double day_s = 86400.0;

void plan_close(struct plan *self)
{
    sim_release(self->steps);
    *self = (struct plan){ 0 };
}

static struct sim_place place_of(const struct member *member, int date, uint32_t purpose,
                                 uint32_t draw)
{
    return (struct sim_place){ member->address, (uint32_t)date, purpose, draw };
}

struct away away_before(const struct member *member, const struct sim_stream *stream, int date)
{
    return (struct away){
        spells_cover(&member->contract->leave, stream, place_of(member, date, PURPOSE_LEAVE, 0),
                     date),
        spells_cover(&member->contract->absence, stream,
                     place_of(member, date, PURPOSE_ABSENCE, 0), date),
    };
}

static void spell_note(int *until, const struct spells *spells, const struct sim_stream *stream,
                       struct sim_place place, int date)
{
    if (spells->p_start <= 0.0) return;
    const int end = date + spells_begin(spells, stream, place);
    if (end > *until) *until = end;
}

enum duty duty_of_date(const struct member *member, struct away *away,
                       const struct sim_stream *stream, int date)
{
    spell_note(&away->leave_until, &member->contract->leave, stream,
               place_of(member, date, PURPOSE_LEAVE, 0), date);
    spell_note(&away->absent_until, &member->contract->absence, stream,
               place_of(member, date, PURPOSE_ABSENCE, 0), date);
    if (!member_is_employed(member, date)) return DUTY_NONE;
    if (away->leave_until > date || member_has_leave(member, date)) return DUTY_LEAVE;
    return away->absent_until > date ? DUTY_ABSENT : DUTY_PHONES;
}

/* A day under construction: the steps from `first` on, in seconds since its midnight. */
struct sketch {
    struct plan *plan;
    size_t first;
    uint32_t module; /* of what is being laid: see struct stint */
    bool out_of_memory;
};

static bool sketch_room(struct sketch *self, size_t n)
{
    void *steps = self->plan->steps;
    if (!sim_grow(&steps, &self->plan->capacity, self->plan->n + n, sizeof(struct stint)))
        self->out_of_memory = true;
    self->plan->steps = steps;
    return !self->out_of_memory;
}

/* Makes a step end at `at`; returns the index of the one that begins there. */
static size_t split(struct sketch *self, double at)
{
    struct plan *plan = self->plan;
    size_t i = self->first;
    if (at <= 0.0) return i;
    while (i < plan->n && plan->steps[i].end_at < at)
        i++;
    if (i == plan->n) return i;
    if (plan->steps[i].end_at == at) return i + 1;
    memmove(&plan->steps[i + 1], &plan->steps[i], (plan->n - i) * sizeof(struct stint));
    plan->steps[i].end_at = at;
    plan->n++;
    return i + 1;
}

/* Lays a duty over a stretch, where one of `lowest` or above stood. */
static void lay(struct sketch *self, double from_s, double to_s, enum duty lowest,
                enum duty duty)
{
    if (to_s <= from_s || !sketch_room(self, 2)) return;
    const size_t first = split(self, from_s), last = split(self, fmin(to_s, day_s));
    for (size_t i = first; i < last; i++) {
        struct stint *step = &self->plan->steps[i];
        if (step->duty < lowest) continue;
        step->duty = duty;
        step->module = self->module;
    }
}

static double exponential(const struct sim_stream *stream, struct sim_place place,
                          const struct sim_words *words, uint32_t lane)
{
    return sim_exponential(&(struct sim_draw){ stream, place, lane, words->word[lane] });
}

/* Work off the phone and on it, in turns of exponential length, in equilibrium from the first
 * moment on: so that it takes its share of every moment. */
static void lay_off_phone(struct sketch *self, const struct member *member, struct stretch span,
                          const struct sim_stream *stream, int date)
{
    const struct off_phone *off = &member->contract->off_phone;
    enum { LANE_GAP, LANE_BLOCK, LANE_STATE };
    const double gap_s = off->block_s * (1.0 - off->share) / off->share;
    double at = span.from_s;
    for (uint32_t n = 0; at < span.to_s; n++) {
        const struct sim_place place = place_of(member, date, PURPOSE_OFF_PHONE, n);
        const struct sim_words words = sim_stream_block(stream, place, 0);
        const bool in_block = n == 0 && sim_uniform(words.word[LANE_STATE]) < off->share;
        if (!in_block) at += gap_s * exponential(stream, place, &words, LANE_GAP);
        const double end = at + off->block_s * exponential(stream, place, &words, LANE_BLOCK);
        lay(self, at, fmin(end, span.to_s), DUTY_PHONES, DUTY_OFF_PHONE);
        at = end;
    }
}

static void lay_breaks(struct sketch *self, const struct member *member,
                       const struct sim_stream *stream, int date)
{
    const struct pause *all = member->contract->breaks.items;
    for (size_t i = 0; i < member->contract->breaks.n; i++) {
        if (!(all[i].days >> date_weekday(date) & 1)) continue;
        const double free_s = all[i].to_s - all[i].from_s - all[i].length_s;
        double from_s = all[i].from_s;
        if (free_s > 0.0)
            from_s +=
                free_s *
                sim_uniform(sim_stream_block(
                                stream, place_of(member, date, PURPOSE_BREAK, (uint32_t)i), 0)
                                .word[0]);
        lay(self, from_s, from_s + all[i].length_s, DUTY_LEAVE, DUTY_BREAK);
    }
}

static void lay_sessions(struct sketch *self, const struct contract *contract, int date)
{
    static const enum duty duties[] = { [SESSION_MEETING] = DUTY_MEETING,
                                        [SESSION_TRAINING] = DUTY_TRAINING,
                                        [SESSION_OTHER] = DUTY_OTHER };
    const struct gathering *all = contract->sessions.items;
    for (size_t i = 0; i < contract->sessions.n; i++)
        if (gathering_is_on(&all[i], date))
            lay(self, all[i].from_s, all[i].to_s, DUTY_LEAVE, duties[all[i].kind]);
}

/* They stand in for whatever else the time was meant for. */
static void lay_lessons(struct sketch *self, const struct timetable *lessons)
{
    for (int i = 0; lessons && i < lessons->n; i++) {
        self->module = 1 + lessons->all[i].module;
        lay(self, lessons->all[i].when.from_s, lessons->all[i].when.to_s, DUTY_LEAVE,
            DUTY_TRAINING);
    }
    self->module = 0;
}

static void lay_late(struct sketch *self, const struct member *member, struct stretch first,
                     const struct sim_stream *stream, int date)
{
    enum { LANE_WHETHER_LATE, LANE_DELAY_LATE };
    const struct late *late = &member->contract->late;
    if (late->p <= 0.0) return;
    const struct sim_place place = place_of(member, date, PURPOSE_LATE, 0);
    const struct sim_words words = sim_stream_block(stream, place, 0);
    if (sim_uniform(words.word[LANE_WHETHER_LATE]) >= late->p) return;
    const double delay_s = late->delay_s * exponential(stream, place, &words, LANE_DELAY_LATE);
    lay(self, first.from_s, fmin(first.from_s + delay_s, first.to_s), DUTY_LEAVE, DUTY_LATE);
}

/* A day at work. */
static void lay_work(struct sketch *self, const struct member *member,
                     const struct timetable *lessons, const struct hours *hours, int day,
                     const struct stretches *shifts, const struct sim_stream *stream)
{
    const int date = hours->days[day].date;
    struct stretches open;
    hours_stretches(hours, day, &open);
    for (int i = 0; i < open.n; i++)
        lay(self, open.all[i].from_s, open.all[i].to_s, DUTY_CLOSED, DUTY_PHONES);
    if (member->contract->off_phone.share > 0.0)
        lay_off_phone(
            self, member,
            (struct stretch){ shifts->all[0].from_s, shifts->all[shifts->n - 1].to_s }, stream,
            date);
    lay_breaks(self, member, stream, date);
    lay_sessions(self, member->contract, date);
    lay_lessons(self, lessons);
    lay_late(self, member, shifts->all[0], stream, date);
}

/* Joins neighbours of one duty, and turns times of the day into instants and ends of shifts. */
static void finish(struct sketch *self, double midnight)
{
    struct stint *steps = self->plan->steps;
    size_t n = self->first;
    for (size_t i = self->first; i < self->plan->n; i++) {
        if (n == self->first || steps[n - 1].duty != steps[i].duty ||
            steps[n - 1].module != steps[i].module)
            n++;
        steps[n - 1] = steps[i];
        steps[n - 1].end_at += midnight;
    }
    self->plan->n = n;
    for (size_t i = n; i-- > self->first;) {
        const bool on =
            i + 1 < n && duty_is_work(steps[i].duty) && duty_is_work(steps[i + 1].duty);
        steps[i].shift_end_at = on ? steps[i + 1].shift_end_at : steps[i].end_at;
    }
}

bool plan_day(struct plan *self, const struct member *member, const struct timetable *lessons,
              const struct hours *hours, int day, enum duty whole,
              const struct sim_stream *stream)
{
    struct sketch sketch = { .plan = self, .first = self->n };
    struct stretches shifts;
    if (!sketch_room(&sketch, 1)) return false;
    self->steps[self->n++] =
        (struct stint){ day_s, day_s, whole == DUTY_NONE ? DUTY_NONE : DUTY_HOME, 0 };
    contract_stretches(member->contract, hours, day, &shifts);
    if (whole != DUTY_NONE) {
        const enum duty at_work = whole == DUTY_PHONES ? DUTY_CLOSED : whole;
        for (int i = 0; i < shifts.n; i++)
            lay(&sketch, shifts.all[i].from_s, shifts.all[i].to_s, DUTY_NONE, at_work);
        if (whole == DUTY_PHONES && shifts.n)
            lay_work(&sketch, member, lessons, hours, day, &shifts, stream);
    }
    finish(&sketch, hours->slots[hours->days[day].first_slot].start_at);
    return !sketch.out_of_memory;
}
