/* A row as bytes, and back: the same on any machine, short, and exact to the last bit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/row_pack.h"

#include <math.h>
#include <string.h>

enum { NUMBER_MOST = 10, WORD_MOST = 10 }; /* bytes that one may take */

/* How a word of memory is written: counts are doubles, histograms whole numbers. */
enum word { WORD_REAL, WORD_WHOLE, WORD_SHORT };

/* Any array of words. */
struct words {
    void *items;
    size_t n;
    enum word kind;
};

static uint64_t word_get(const struct words *self, size_t i)
{
    uint64_t bits;
    if (self->kind == WORD_SHORT) return ((const uint32_t *)self->items)[i];
    memcpy(&bits, (const char *)self->items + i * sizeof bits, sizeof bits);
    return bits;
}

static bool word_set(const struct words *self, size_t i, uint64_t bits)
{
    if (self->kind == WORD_SHORT) {
        ((uint32_t *)self->items)[i] = (uint32_t)bits;
        return bits <= UINT32_MAX;
    }
    memcpy((char *)self->items + i * sizeof bits, &bits, sizeof bits);
    return true;
}

/* ---- writing */

static unsigned char *number_put(unsigned char *to, uint64_t number)
{
    for (; number >= 128; number >>= 7)
        *to++ = (unsigned char)(number | 128);
    *to++ = (unsigned char)number;
    return to;
}

/* A whole double is twice itself, so that 1 is free to say: bits follow. */
static unsigned char *real_put(unsigned char *to, uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    if (value > 0.0 && value < 0x1p52 && value == floor(value))
        return number_put(to, (uint64_t)value * 2);
    *to++ = 1;
    for (int i = 0; i < 8; i++)
        *to++ = (unsigned char)(bits >> (8 * i));
    return to;
}

static size_t run_of(const struct words *self, size_t first, bool zeroes)
{
    size_t end = first;
    while (end < self->n && (word_get(self, end) == 0) == zeroes)
        end++;
    return end - first;
}

static bool words_pack(const struct words *self, struct sim_bytes *out)
{
    for (size_t i = 0; i < self->n;) {
        const size_t zeroes = run_of(self, i, true), others = run_of(self, i + zeroes, false);
        const size_t most = out->n + 2 * NUMBER_MOST + others * WORD_MOST;
        if (!sim_grow(&out->data, &out->capacity, most, 1)) return false;
        unsigned char *to = (unsigned char *)out->data + out->n;
        to = number_put(number_put(to, zeroes), others);
        const size_t end = i + zeroes + others;
        for (i += zeroes; i < end; i++)
            to = self->kind == WORD_REAL ? real_put(to, word_get(self, i))
                                         : number_put(to, word_get(self, i));
        out->n = (size_t)(to - (unsigned char *)out->data);
    }
    return true;
}

/* ---- reading */

struct reader {
    const unsigned char *next, *end;
};

static bool number_take(struct reader *self, uint64_t *number)
{
    *number = 0;
    for (int shift = 0; shift < 64 && self->next < self->end; shift += 7) {
        const unsigned char byte = *self->next++;
        *number |= (uint64_t)(byte & 127) << shift;
        if (byte < 128) return true;
    }
    return false;
}

static bool real_take(struct reader *self, uint64_t *bits)
{
    uint64_t number;
    if (!number_take(self, &number)) return false;
    if (number % 2 == 0) {
        number /= 2;
        const double value = (double)number;
        memcpy(bits, &value, sizeof value);
        return true;
    }
    if (number != 1 || self->end - self->next < 8) return false;
    *bits = 0;
    for (int i = 0; i < 8; i++)
        *bits |= (uint64_t)*self->next++ << (8 * i);
    return true;
}

static bool words_unpack(const struct words *self, struct reader *from)
{
    for (size_t i = 0; i < self->n;) {
        uint64_t zeroes, others, bits;
        if (!number_take(from, &zeroes) || !number_take(from, &others)) return false;
        if (zeroes > self->n - i || others > self->n - i - zeroes) return false;
        if (zeroes + others == 0) return false;
        for (; zeroes > 0; zeroes--)
            word_set(self, i++, 0);
        for (; others > 0; others--) {
            const bool taken =
                self->kind == WORD_REAL ? real_take(from, &bits) : number_take(from, &bits);
            if (!taken || !word_set(self, i++, bits)) return false;
        }
    }
    return true;
}

/* ---- a row is three arrays: counts, and structs made of nothing but words */

enum { PARTS = 3 };

static void row_parts(const struct sim_model *model, const struct sim_row *row,
                      struct words parts[PARTS])
{
    const size_t per_histogram = sizeof(struct sim_histogram) / sizeof(uint64_t);
    const size_t per_spread = sizeof(struct sim_spread) / sizeof(uint32_t);
    parts[0] = (struct words){ row->counts, sim_model_cells(model) * SIM_COUNTERS, WORD_REAL };
    parts[1] = (struct words){ row->histograms, SIM_HISTOGRAMS * per_histogram, WORD_WHOLE };
    parts[2] = (struct words){ row->spreads, model->n_spreads * per_spread, WORD_SHORT };
}

bool sim_row_pack(const struct sim_model *model, const struct sim_row *row,
                  struct sim_bytes *out)
{
    struct words parts[PARTS];
    row_parts(model, row, parts);
    out->n = 0;
    for (size_t i = 0; i < PARTS; i++)
        if (!words_pack(&parts[i], out)) return false;
    return true;
}

bool sim_row_unpack(const struct sim_model *model, const void *data, size_t n,
                    struct sim_row *row)
{
    struct words parts[PARTS];
    struct reader from = { data, (const unsigned char *)data + n };
    row_parts(model, row, parts);
    for (size_t i = 0; i < PARTS; i++)
        if (!words_unpack(&parts[i], &from)) return false;
    return from.next == from.end;
}
