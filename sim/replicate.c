/* Runs replications of a model on threads until their number, or the precision, is reached.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/replicate.h"

#include <math.h>
#include <pthread.h>
#include <string.h>
#include <time.h>

/* Rows between which threads and other processes may run ahead, for each thread. */
enum { SLOTS_WITH_SHELF = 8, NAP_NS = 3000000 };

enum slot_state {
    SLOT_EMPTY,   /* or in hand */
    SLOT_AWAITED, /* another process has it in hand */
    SLOT_FULL
};

/* A row to be filled by whoever took its number. Each is memory of its own, from a cache line
 * on: threads do not disturb each other. */
struct slot {
    struct sim_row row;
    enum slot_state state;
};

/* All that the threads share. Numbers below `folded` are done, below `next` taken; at most
 * n_slots lie between. */
struct crew {
    const struct sim_model *model;
    const struct sim_request *request;
    pthread_mutex_t lock, shelf_lock;
    pthread_cond_t news;
    struct slot *slots;
    size_t n_slots;
    size_t next, folded, wanted;
    bool folding;
    bool ended;  /* no more numbers to take */
    bool failed; /* and nothing more to fold */
    struct sim_fold *fold;
    struct sim_faults *faults;
};

static bool stop_asked(const struct crew *self)
{
    return self->request->stop && atomic_load(self->request->stop);
}

/* How many replications the precision asks for, now that `folded` are known: the number at
 * which the interval should be narrow enough, never more than the ceiling (Law 2015, 9.4.1).
 * Looking rarely keeps the coverage that looking after every replication would lose. */
static size_t precision_wants(const struct crew *self)
{
    const struct sim_request *request = self->request;
    const struct sim_estimate now = sim_fold_estimate(self->fold, request->precise_measure);
    const double half = (now.high - now.low) / 2.0, n = (double)self->folded;
    if (half <= request->half_width) return self->folded;
    double wants = n * 2.0;
    if (isfinite(half)) wants = n * 1.05 * pow(half / request->half_width, 2.0);
    wants = ceil(fmin(fmax(wants, n * 1.2), n * 10.0));
    const double ceiling = (double)request->replications;
    return (size_t)fmin(wants, ceiling);
}

/* With the lock held: after a replication was folded, is there more to do? */
static void crew_advance(struct crew *self)
{
    self->folded++;
    if (self->folded == self->wanted) {
        if (self->request->half_width > 0.0) self->wanted = precision_wants(self);
        if (self->folded == self->wanted) self->ended = true;
    }
    if (self->request->progress)
        self->request->progress(self->request->teller, self->folded, self->wanted);
    pthread_cond_broadcast(&self->news);
}

/* That of the number to be folded next. */
static struct slot *slot_next(const struct crew *self)
{
    return &self->slots[self->folded % self->n_slots];
}

/* With the lock held: folds what is full, in order. One thread folds at a time, without the
 * lock, while the others go on. */
static void crew_fold(struct crew *self)
{
    if (self->folding) return;
    self->folding = true;
    while (!self->failed && slot_next(self)->state == SLOT_FULL) {
        struct slot *slot = slot_next(self);
        pthread_mutex_unlock(&self->lock);
        const bool ok = sim_fold_row(self->fold, &slot->row);
        pthread_mutex_lock(&self->lock);
        slot->state = SLOT_EMPTY;
        if (ok) {
            crew_advance(self);
        } else {
            sim_faults_memory(self->faults);
            self->failed = self->ended = true;
        }
    }
    self->folding = false;
    pthread_cond_broadcast(&self->news);
}

/* With the lock held: waits for a number to take; false when there is no more to do. Where
 * there is no new one, that which all wait for is asked for again. */
static bool crew_take(struct crew *self, size_t *number)
{
    for (;;) {
        if (stop_asked(self)) self->ended = true;
        if (self->ended) return false;
        const bool room = self->next < self->folded + self->n_slots;
        if (room && self->next < self->wanted) break;
        if (slot_next(self)->state == SLOT_AWAITED) {
            *number = self->folded;
            return true;
        }
        pthread_cond_wait(&self->news, &self->lock);
    }
    *number = self->next++;
    return true;
}

static void row_clear(const struct sim_model *model, struct sim_row *row)
{
    memset(row->counts, 0, sim_model_cells(model) * SIM_COUNTERS * sizeof *row->counts);
    for (size_t i = 0; i < SIM_HISTOGRAMS; i++)
        sim_histogram_clear(&row->histograms[i]);
    memset(row->spreads, 0, model->n_spreads * sizeof *row->spreads);
}

/* One replication at a time to be kept, or asked for. */
static enum sim_claim crew_claim(struct crew *self, size_t number, struct sim_row *row,
                                 struct sim_faults *faults)
{
    const struct sim_request *request = self->request;
    if (!request->shelf) return SIM_CLAIM_MAKE;
    pthread_mutex_lock(&self->shelf_lock);
    const enum sim_claim claim = request->shelf->claim(request->store, number, row, faults);
    pthread_mutex_unlock(&self->shelf_lock);
    return claim;
}

static bool crew_keep(struct crew *self, size_t number, const struct sim_row *row,
                      struct sim_faults *faults)
{
    const struct sim_request *request = self->request;
    if (!request->shelf) return true;
    pthread_mutex_lock(&self->shelf_lock);
    const bool kept = request->shelf->keep(request->store, number, row, faults);
    pthread_mutex_unlock(&self->shelf_lock);
    return kept;
}

/* Fills a row; false with faults. */
static bool crew_fill(struct crew *self, void *workplace, size_t number, struct slot *slot,
                      enum slot_state *state, struct sim_faults *faults)
{
    const struct sim_stream stream = { self->request->seed, (uint32_t)number };
    *state = SLOT_FULL;
    switch (crew_claim(self, number, &slot->row, faults)) {
    case SIM_CLAIM_KEPT:
        return true;
    case SIM_CLAIM_ELSEWHERE:
        *state = SLOT_AWAITED;
        return true;
    case SIM_CLAIM_FAILED:
        return false;
    case SIM_CLAIM_MAKE:
        break;
    }
    row_clear(self->model, &slot->row);
    return self->model->replicate(workplace, &stream, &slot->row, faults) &&
           crew_keep(self, number, &slot->row, faults);
}

/* With the lock held, which is let go meanwhile. */
static bool crew_replicate(struct crew *self, void *workplace, size_t number)
{
    const struct timespec nap = { .tv_nsec = NAP_NS };
    struct slot *slot = &self->slots[number % self->n_slots];
    struct sim_faults faults = { 0 };
    const bool again = slot->state == SLOT_AWAITED;
    enum slot_state state = SLOT_EMPTY;
    slot->state = SLOT_EMPTY;
    pthread_mutex_unlock(&self->lock);
    if (again) nanosleep(&nap, NULL);
    const bool ok = crew_fill(self, workplace, number, slot, &state, &faults);
    pthread_mutex_lock(&self->lock);
    slot->state = ok ? state : SLOT_EMPTY;
    for (size_t i = 0; i < faults.n; i++)
        sim_faults_add(self->faults, faults.items[i]);
    if (faults.out_of_memory) sim_faults_memory(self->faults);
    sim_faults_close(&faults);
    if (state == SLOT_AWAITED) pthread_cond_broadcast(&self->news);
    return ok;
}

static void *worker(void *argument)
{
    struct crew *crew = argument;
    void *workplace = crew->model->open(crew->model);
    size_t number;
    pthread_mutex_lock(&crew->lock);
    if (!workplace) {
        sim_faults_memory(crew->faults);
        crew->ended = true;
    }
    while (crew_take(crew, &number)) {
        if (!crew_replicate(crew, workplace, number)) crew->failed = crew->ended = true;
        crew_fold(crew);
    }
    crew_fold(crew);
    pthread_cond_broadcast(&crew->news);
    pthread_mutex_unlock(&crew->lock);
    if (workplace) crew->model->close(workplace);
    return NULL;
}

static bool slots_open(struct crew *self)
{
    const size_t counts = sim_model_cells(self->model) * SIM_COUNTERS;
    self->slots = sim_aligned(self->n_slots * sizeof *self->slots);
    for (size_t i = 0; self->slots && i < self->n_slots; i++) {
        struct sim_row *row = &self->slots[i].row;
        row->counts = sim_aligned(counts * sizeof *row->counts);
        row->histograms = sim_aligned(SIM_HISTOGRAMS * sizeof *row->histograms);
        row->spreads = sim_aligned(self->model->n_spreads * sizeof *row->spreads);
        if (!row->counts || !row->histograms || !row->spreads) return false;
    }
    return self->slots != NULL;
}

static void crew_close(struct crew *self)
{
    for (size_t i = 0; self->slots && i < self->n_slots; i++) {
        sim_release(self->slots[i].row.counts);
        sim_release(self->slots[i].row.histograms);
        sim_release(self->slots[i].row.spreads);
    }
    sim_release(self->slots);
    pthread_cond_destroy(&self->news);
    pthread_mutex_destroy(&self->shelf_lock);
    pthread_mutex_destroy(&self->lock);
}

/* The calling thread works too: one thread is no thread more. */
static bool crew_work(struct crew *self, size_t threads)
{
    pthread_t *others = sim_aligned((threads + 1) * sizeof *others);
    if (!others) return sim_faults_memory(self->faults);
    size_t started = 0;
    while (started + 1 < threads && pthread_create(&others[started], NULL, worker, self) == 0)
        started++;
    worker(self);
    for (size_t i = 0; i < started; i++)
        pthread_join(others[i], NULL);
    sim_release(others);
    return !sim_faults_any(self->faults);
}

/* Goes on with a fold, and says in *wanted how many replications there should be in the end. */
static bool crew_run(struct sim_fold *fold, const struct sim_request *request, size_t *wanted,
                     struct sim_faults *faults)
{
    const size_t n = request->replications ? request->replications : 1;
    const size_t left = n > fold->n ? n - fold->n : 0;
    const size_t threads = request->threads < left ? request->threads : left;
    struct crew crew = { .model = fold->model,
                         .request = request,
                         .n_slots = 1 + (request->shelf ? SLOTS_WITH_SHELF : 1) * threads,
                         .next = fold->n,
                         .folded = fold->n,
                         .wanted = n,
                         .ended = left == 0,
                         .fold = fold,
                         .faults = faults };
    if (request->half_width > 0.0 && n > SIM_PRECISION_FLOOR && fold->n < SIM_PRECISION_FLOOR)
        crew.wanted = SIM_PRECISION_FLOOR;
    pthread_mutex_init(&crew.lock, NULL);
    pthread_mutex_init(&crew.shelf_lock, NULL);
    pthread_cond_init(&crew.news, NULL);
    const bool ok = slots_open(&crew) ? crew_work(&crew, threads) : sim_faults_memory(faults);
    *wanted = crew.wanted;
    crew_close(&crew);
    return ok;
}

bool sim_replicate_on(struct sim_fold *fold, const struct sim_request *request,
                      struct sim_faults *faults)
{
    size_t wanted;
    return crew_run(fold, request, &wanted, faults);
}

bool sim_replicate(const struct sim_model *model, const struct sim_request *request,
                   struct sim_results *results, struct sim_faults *faults)
{
    struct sim_fold fold;
    size_t wanted = 0;
    *results =
        (struct sim_results){ .seed = request->seed,
                              .n_asked = request->replications ? request->replications : 1 };
    bool ok = sim_fold_open(&fold, model) || sim_faults_memory(faults);
    ok = ok && crew_run(&fold, request, &wanted, faults);
    results->interrupted = ok && fold.n < wanted;
    if (ok && !sim_fold_results(&fold, results)) ok = sim_faults_memory(faults);
    sim_fold_close(&fold);
    return ok;
}
