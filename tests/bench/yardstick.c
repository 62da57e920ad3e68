/* The yardstick's loop: a binary heap of completions, a ring of callers, three draws a call.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * xoshiro256++: Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM
 * Trans. Math. Softw. 47(4), 2021. Exponentials: Marsaglia and Tsang, "The ziggurat method for
 * generating random variables", J. Stat. Softw. 5(8), 2000, 256 layers. Callers who lose
 * patience stay in the ring until a server comes to them: no event is ever cancelled. */
#include "tests/bench/yardstick.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LAYERS = 256, FIRST_RING = 64 };

/* The edge of the tail, and the area of each layer, for 256 of them. */
#define TAIL_EDGE  7.69711747013104972
#define LAYER_AREA 0.0039496598225815571993

struct waiting {
    double since, until;
};

struct desk {
    uint64_t random[4];
    /* Layer i reaches from 0 to edge[i]; width is edge / 2^53, height is exp(-edge). */
    double width[LAYERS], edge[LAYERS + 1], height[LAYERS + 1];
    /* Completions, earliest at 1; infinity behind the last, so that children need no check. */
    double *done;
    uint32_t busy, servers;
    /* Callers in order of arrival, from `head` to `tail`, both modulo the size of the ring. */
    struct waiting *ring;
    uint64_t head, tail, mask;
    double mean_service, mean_patience;
    struct yardstick_result sum;
};

static uint64_t rotate(uint64_t word, int by)
{
    return word << by | word >> (64 - by);
}

static inline uint64_t next_word(uint64_t *s)
{
    const uint64_t word = rotate(s[0] + s[3], 23) + s[0], shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotate(s[3], 45);
    return word;
}

/* The four words of the state, from the seed, by SplitMix64. */
static void seed_random(uint64_t *s, uint64_t seed)
{
    for (int i = 0; i < 4; i++) {
        uint64_t z = seed += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        s[i] = z ^ z >> 31;
    }
}

static void cut_layers(struct desk *desk)
{
    desk->edge[0] = LAYER_AREA / exp(-TAIL_EDGE);
    desk->edge[1] = TAIL_EDGE;
    for (int i = 2; i < LAYERS; i++)
        desk->edge[i] = -log(LAYER_AREA / desk->edge[i - 1] + exp(-desk->edge[i - 1]));
    desk->edge[LAYERS] = 0;
    for (int i = 0; i <= LAYERS; i++)
        desk->height[i] = exp(-desk->edge[i]);
    for (int i = 0; i < LAYERS; i++)
        desk->width[i] = desk->edge[i] * 0x1p-53;
}

static double unit(struct desk *desk)
{
    return ((double)(next_word(desk->random) >> 11) + 0.5) * 0x1p-53;
}

/* What the sure part of a layer has not settled: its wedge, or the tail; else another try. */
static double draw_again(struct desk *desk, uint32_t layer, double x)
{
    double shift = 0;
    for (;;) {
        if (layer == 0) {
            shift += TAIL_EDGE; /* the tail of an exponential is the exponential again */
        } else {
            const double low = desk->height[layer], high = desk->height[layer + 1];
            if (low + unit(desk) * (high - low) < exp(-x)) return shift + x;
        }
        const uint64_t word = next_word(desk->random);
        layer = word & (LAYERS - 1);
        x = (double)(int64_t)(word >> 11) * desk->width[layer];
        if (x < desk->edge[layer + 1]) return shift + x;
    }
}

static inline double draw(struct desk *desk)
{
    const uint64_t word = next_word(desk->random);
    const uint32_t layer = word & (LAYERS - 1);
    const double x = (double)(int64_t)(word >> 11) * desk->width[layer];
    if (x < desk->edge[layer + 1]) return x;
    return draw_again(desk, layer, x);
}

static inline void push_done(struct desk *desk, double at)
{
    double *done = desk->done;
    uint32_t i = ++desk->busy;
    for (; i > 1 && done[i / 2] > at; i /= 2)
        done[i] = done[i / 2];
    done[i] = at;
}

/* Lets `at` sink from the top, which is taken. */
static inline void sink_done(struct desk *desk, double at)
{
    double *done = desk->done;
    const uint32_t last = desk->busy;
    uint32_t i = 1;
    for (uint32_t child = 2; child <= last; child = 2 * i) {
        child += done[child + 1] < done[child];
        if (done[child] >= at) break;
        done[i] = done[child];
        i = child;
    }
    done[i] = at;
}

static inline void pop_done(struct desk *desk)
{
    const double last = desk->done[desk->busy];
    desk->done[desk->busy--] = INFINITY;
    if (desk->busy) sink_done(desk, last);
}

/* The server whose call ends now takes the first caller who is still there, if any. */
static inline void free_server(struct desk *desk)
{
    const double now = desk->done[1];
    while (desk->head != desk->tail) {
        const struct waiting *caller = &desk->ring[desk->head++ & desk->mask];
        if (caller->until > now) {
            desk->sum.wait_sum += now - caller->since;
            sink_done(desk, now + desk->mean_service * draw(desk));
            return;
        }
        desk->sum.abandoned++;
        desk->sum.wait_sum += caller->until - caller->since;
    }
    pop_done(desk);
}

static bool widen_ring(struct desk *desk)
{
    const uint64_t size = desk->mask + 1;
    struct waiting *ring = calloc(2 * size, sizeof *ring);
    if (!ring) return false;
    for (uint64_t i = desk->head; i != desk->tail; i++)
        ring[i & (2 * size - 1)] = desk->ring[i & desk->mask];
    free(desk->ring);
    desk->ring = ring;
    desk->mask = 2 * size - 1;
    return true;
}

static inline bool queue_caller(struct desk *desk, double now)
{
    if (desk->tail - desk->head > desk->mask && !widen_ring(desk)) return false;
    desk->ring[desk->tail++ & desk->mask] =
        (struct waiting){ now, now + desk->mean_patience * draw(desk) };
    desk->sum.waited++;
    return true;
}

static bool take_calls(struct desk *desk, uint64_t calls, double mean_gap)
{
    double now = 0;
    for (uint64_t i = 0; i < calls; i++) {
        now += mean_gap * draw(desk);
        while (desk->done[1] <= now)
            free_server(desk);
        if (desk->busy < desk->servers)
            push_done(desk, now + desk->mean_service * draw(desk));
        else if (!queue_caller(desk, now))
            return false;
    }
    while (desk->head != desk->tail)
        free_server(desk);
    desk->sum.calls = calls;
    desk->sum.answered = calls - desk->sum.abandoned;
    return true;
}

static double processor_time(void)
{
    struct timespec at;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return (double)at.tv_sec + 1e-9 * (double)at.tv_nsec;
}

double yardstick_run(uint64_t calls, uint32_t servers, double arrival_rate, double service_rate,
                     double patience_rate, uint64_t seed, struct yardstick_result *out)
{
    const double start = processor_time();
    struct desk desk = { .servers = servers,
                         .mask = FIRST_RING - 1,
                         .mean_service = 1 / service_rate,
                         .mean_patience = 1 / patience_rate };
    seed_random(desk.random, seed);
    cut_layers(&desk);
    const size_t places = 2 * (size_t)servers + 2;
    desk.done = calloc(places, sizeof *desk.done);
    desk.ring = calloc(FIRST_RING, sizeof *desk.ring);
    bool done = desk.done && desk.ring;
    if (done) {
        for (size_t i = 0; i < places; i++)
            desk.done[i] = INFINITY;
        done = take_calls(&desk, calls, 1 / arrival_rate);
    }
    *out = desk.sum;
    free(desk.done);
    free(desk.ring);
    return done ? processor_time() - start : -1;
}
