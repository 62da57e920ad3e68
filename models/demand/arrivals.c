/* When needs are born: rates by interval, volumes spread over days, busy and quiet days.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/arrivals.h"

#include "models/course.h"
#include "models/date.h"
#include "models/demand/purpose.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

static const char *const per_choices[] = { "month", "day", "hour", NULL };

static const struct sim_field demand_rows[] = {
    { .key = "rate",
      .kind = SIM_REAL,
      .unit = SIM_PER_HOUR,
      .offset = offsetof(struct demand, rate_per_h),
      .low = 0,
      .high = 1e8,
      .fallback = "",
      .help = N_("needs per hour while open; instead of rates or a volume") },
    { .key = "rates",
      .kind = SIM_LIST,
      .offset = offsetof(struct demand, rates),
      .sub = &course_fields,
      .help = N_("needs per hour over the day; instead of a rate or a volume") },
    { .key = "volume",
      .kind = SIM_REAL,
      .offset = offsetof(struct demand, volume),
      .low = 0,
      .high = 1e8,
      .fallback = "",
      .help = N_("people with a reason to call, each counted once: per month, open day or open "
                 "hour (see per); redials and calls again come on top") },
    { .key = "per",
      .kind = SIM_CHOICE,
      .offset = offsetof(struct demand, per),
      .fallback = "month",
      .choices = per_choices,
      .help = N_(
          "what the volume is for: a month (spread over its open days), an open day (the mean "
          "of a week), an open hour") },
    { .key = "months",
      .kind = SIM_REALS,
      .fallback = "",
      .offset = offsetof(struct demand, months),
      .low = 0,
      .high = 1000,
      .help = N_("twelve factors on the volume, January first; left out, 1") },
    { .key = "weekdays",
      .kind = SIM_REALS,
      .fallback = "",
      .offset = offsetof(struct demand, weekdays),
      .low = 0,
      .high = 1000,
      .help = N_("seven factors on the volume, Monday first; left out, 1") },
    { .key = "profile",
      .kind = SIM_LIST,
      .offset = offsetof(struct demand, profile),
      .sub = &course_fields,
      .help =
          N_("how a day's needs spread over its intervals, one value each, only proportions "
             "count; left out, evenly while open") },
    { .key = "shifted",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct demand, shifted),
      .low = 0,
      .high = 1,
      .fallback = "100 %",
      .class_of_default = 'D',
      .help = N_(
          "of the needs whose usual time is closed that day (a short morning), the share that "
          "comes at another time of the same day; the others never call") },
    { .key = "busyness_cv",
      .kind = SIM_REAL,
      .offset = offsetof(struct demand, busyness_cv),
      .low = 0,
      .high = 3,
      .fallback = "0.15",
      .class_of_default = 'R',
      .help =
          N_("how much days differ beyond chance: 0.15 means two days in three lie within 15 % "
             "of the mean (Gamma, mean 1)") },
};
const struct sim_fields demand_fields =
    SIM_FIELDS(struct demand, demand_rows, N_("how many needs are born, and when"));

static void demand_fault(const char *leaf, const char *what, const char *wanted,
                         struct sim_faults *faults)
{
    sim_faults_add(faults,
                   (struct sim_fault){ .severity = SIM_INPUT,
                                       .path = sim_faults_text(faults, "demand%s", leaf),
                                       .what = what,
                                       .wanted = wanted });
}

bool demand_check(const struct demand *self, double interval_s, struct sim_faults *faults)
{
    const size_t before = faults->n_input;
    const int given = !isnan(self->rate_per_h) + (self->rates.n > 0) + !isnan(self->volume);
    if (given != 1)
        demand_fault("",
                     given ? N_("more than one of rate, rates and volume is given")
                           : N_("no rate, rates or volume is given"),
                     N_("exactly one of them"), faults);
    if (self->months.n && self->months.n != 12)
        demand_fault(".months", N_("twelve factors are needed"), NULL, faults);
    if (self->weekdays.n && self->weekdays.n != 7)
        demand_fault(".weekdays", N_("seven factors are needed"), NULL, faults);
    course_check(&self->rates, interval_s, "demand.rates", faults);
    course_check(&self->profile, interval_s, "demand.profile", faults);
    return faults->n_input == before && !faults->out_of_memory;
}

static double factor_at(const struct sim_reals *factors, int i)
{
    return factors->n > (size_t)i ? factors->values[i] : 1.0;
}

static double date_factor(const struct demand *self, int date)
{
    return factor_at(&self->weekdays, date_weekday(date));
}

/* The volume of one open date: a month's is spread over its open days by weekday, so that the
 * month's days sum to it. */
static double date_volume(const struct demand *self, const struct hours_rules *rules, int date)
{
    const struct date when = date_of(date);
    const double volume = self->volume * factor_at(&self->months, when.month - 1);
    if (self->per == PER_OPEN_DAY) return volume * date_factor(self, date);
    if (self->per == PER_OPEN_HOUR)
        return volume * date_factor(self, date) * hours_rules_open_s(rules, date) / 3600.0;
    const int first = date_number((struct date){ when.year, when.month, 1 });
    double factors = 0.0;
    for (int other = first; other < date_after_months(first, 1); other++)
        if (hours_rules_is_open_on(rules, other)) factors += date_factor(self, other);
    return factors > 0.0 ? volume * date_factor(self, date) / factors : 0.0;
}

/* How much of the day's profile an interval has: even over open time where none is given. */
static double slot_weight(const struct demand *self, const struct hours *hours, int weekday,
                          const struct slot *slot)
{
    if (self->profile.n == 0) return slot->open ? 1.0 : 0.0;
    const double time_s = (double)slot->time_of_day * hours->interval_s;
    const double weight = course_at(&self->profile, weekday, time_s, hours->interval_s);
    return isnan(weight) ? 0.0 : weight;
}

/* Spreads one day's volume over its slots. What the profile has in closed intervals of an open
 * day comes in the open ones, or is lost. */
static void volume_spread(const struct demand *self, const struct hours *hours,
                          const struct day *day, double volume, double *expected)
{
    double open = 0.0, all = 0.0;
    for (int i = day->first_slot; i < day->first_slot + day->n_slots; i++) {
        expected[i] = slot_weight(self, hours, day->weekday, &hours->slots[i]);
        all += expected[i];
        if (!hours->slots[i].open) expected[i] = 0.0;
        open += expected[i];
    }
    if (!(open > 0.0)) return;
    const double comes = volume * (open + self->shifted * (all - open)) / all;
    for (int i = day->first_slot; i < day->first_slot + day->n_slots; i++)
        expected[i] *= comes / open;
}

static void rates_spread(const struct demand *self, const struct hours *hours,
                         const struct day *day, double *expected)
{
    for (int i = day->first_slot; i < day->first_slot + day->n_slots; i++) {
        const struct slot *slot = &hours->slots[i];
        const double time_s = (double)slot->time_of_day * hours->interval_s;
        double per_h = slot->open ? self->rate_per_h : 0.0;
        if (self->rates.n)
            per_h = course_at(&self->rates, day->weekday, time_s, hours->interval_s);
        expected[i] = isnan(per_h) ? 0.0 : per_h * hours->interval_s / 3600.0;
    }
}

/* A call that chooses its time of a day does so among the open slots, as the needs do. */
static void day_shares(struct hours *hours, const struct day *day, const double *expected)
{
    double total = 0.0, sum = 0.0;
    const int end = day->first_slot + day->n_slots;
    for (int i = day->first_slot; i < end; i++)
        total += hours->slots[i].open ? expected[i] : 0.0;
    for (int i = day->first_slot; i < end; i++) {
        struct slot *slot = &hours->slots[i];
        const double even = slot->open ? hours->interval_s / day->open_s : 0.0;
        sum += total > 0.0 ? (slot->open ? expected[i] / total : 0.0) : even;
        slot->share = sum;
    }
}

bool arrivals_expect(const struct demand *demand, const struct hours_rules *rules,
                     struct hours *hours, double *expected, struct sim_faults *faults)
{
    if (!demand_check(demand, hours->interval_s, faults)) return false;
    course_gaps(&demand->rates, hours, "demand.rates", faults);
    course_gaps(&demand->profile, hours, "demand.profile", faults);
    for (int i = 0; i < hours->n_days; i++) {
        const struct day *day = &hours->days[i];
        if (!isnan(demand->volume)) {
            const double volume =
                day->open_s > 0.0 ? date_volume(demand, rules, day->date) : 0.0;
            volume_spread(demand, hours, day, volume, expected);
        } else {
            rates_spread(demand, hours, day, expected);
        }
        day_shares(hours, day, expected);
    }
    return true;
}

double arrivals_busyness(const struct demand *demand, const struct sim_stream *stream, int date)
{
    if (demand->busyness_cv <= 0.0) return 1.0;
    const struct sim_place place = { (uint32_t)date, 0, PURPOSE_BUSYNESS, 0 };
    const struct sim_words words = sim_stream_block(stream, place, 0);
    const double shape = 1.0 / (demand->busyness_cv * demand->busyness_cv);
    return gsl_cdf_gamma_Pinv(sim_uniform(words.word[0]), shape, 1.0 / shape);
}

static bool births_grow(struct births *self, size_t want)
{
    void *blocks = self->blocks, *keys = self->keys, *unsorted = self->unsorted,
         *bins = self->bins;
    const bool ok =
        sim_grow(&blocks, &self->capacity, want, sizeof *self->blocks) &&
        sim_grow(&keys, &self->keys_capacity, want, sizeof *self->keys) &&
        sim_grow(&unsorted, &self->unsorted_capacity, want, sizeof *self->unsorted) &&
        sim_grow(&bins, &self->bins_capacity, want + 1, sizeof *self->bins);
    self->blocks = blocks;
    self->keys = keys;
    self->unsorted = unsorted;
    self->bins = bins;
    return ok;
}

enum { AHEAD = 8 };

/* The words of a block are those of LANE_HEIGHT and so on. */
static uint64_t key_of(struct sim_block block, uint32_t number)
{
    return (block.half[0] & ~UINT64_C(0xffffffff)) | number;
}

/* Blocks are drawn some at a time: a loop that does nothing else is a good deal faster. */
static void blocks_ahead(struct sim_block ahead[AHEAD], const struct sim_stream *stream,
                         uint32_t first, uint32_t where)
{
    const struct sim_stream here = *stream;
    for (uint32_t i = 0; i < AHEAD; i++)
        ahead[i] = sim_stream_halves(
            &here, (struct sim_place){ first + i, where, PURPOSE_BIRTH, 0 }, 0);
}

/* From one height to the next: exponential with mean 1. */
static inline double height_gap(const struct sim_stream *stream, uint32_t number,
                                uint32_t where, uint32_t word)
{
    double gap;
    if (sim_exponential_quick(word, &gap)) return gap;
    const struct sim_place place = { number, where, PURPOSE_BIRTH, 0 };
    return sim_exponential_slow(&(struct sim_draw){ stream, place, LANE_HEIGHT, word });
}

/* Heights are a Poisson process of rate 1; need number i is the i-th from below. */
static bool births_below(struct births *self, const struct slot *slot, double expected,
                         const struct sim_stream *stream)
{
    double height = 0.0;
    for (uint32_t first = 0;; first += AHEAD) {
        if (!births_grow(self, (size_t)first + AHEAD)) return false;
        const struct sim_block *ahead = &self->blocks[first];
        uint64_t *keys = &self->unsorted[first];
        blocks_ahead(&self->blocks[first], stream, first, slot->where);
        for (uint32_t i = 0; i < AHEAD; i++) {
            height += height_gap(stream, first + i, slot->where, (uint32_t)ahead[i].half[0]);
            self->n = first + i;
            if (height > expected) return true;
            keys[i] = key_of(ahead[i], first + i);
        }
    }
}

/* Sorts the keys: into as many bins as there are keys, by their leading bits, then what little
 * is left by insertion. Linear, since the times are uniform. */
static void births_sort(struct births *self)
{
    const size_t n = self->n;
    const uint64_t *from = self->unsorted;
    uint64_t *to = self->keys;
    memset(self->bins, 0, (n + 1) * sizeof *self->bins);
    for (size_t i = 0; i < n; i++)
        self->bins[((from[i] >> 32) * n >> 32) + 1]++;
    for (size_t i = 1; i <= n; i++)
        self->bins[i] += self->bins[i - 1];
    for (size_t i = 0; i < n; i++)
        to[self->bins[(from[i] >> 32) * n >> 32]++] = from[i];
    for (size_t i = 1; i < n; i++) {
        const uint64_t key = to[i];
        if (to[i - 1] < key) continue;
        size_t j = i;
        for (; j > 0 && to[j - 1] > key; j--)
            to[j] = to[j - 1];
        to[j] = key;
    }
}

SIM_ASIDE bool births_draw(struct births *self, const struct slot *slot, double expected,
                           const struct sim_stream *stream)
{
    self->n = 0;
    if (!(expected > 0.0)) return true;
    if (!births_below(self, slot, expected, stream)) return false;
    if (self->n) births_sort(self);
    return true;
}

void births_close(struct births *self)
{
    sim_release(self->blocks);
    sim_release(self->keys);
    sim_release(self->unsorted);
    sim_release(self->bins);
    *self = (struct births){ 0 };
}
