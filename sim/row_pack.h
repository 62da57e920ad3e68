/* A row as bytes, and back: the same on any machine, short, and exact to the last bit.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row is mostly zeroes, and most of the rest are small whole numbers. Words of 64 bits are
 * written in runs: how many zeroes, how many others, then these. Numbers are in base 128, the
 * lowest digit first, the eighth bit saying that more follow; a whole count takes one to three
 * bytes so. What is no whole number is a 1, then the eight bytes of its bits. */
#ifndef SIM_ROW_PACK_H
#define SIM_ROW_PACK_H

#include "sim/model.h"

/* Starts as all zeroes, and owns its bytes until sim_release(). */
struct sim_bytes {
    void *data;
    size_t n, capacity;
};

/* Writes a row of the model over what `out` held; false when memory has run out. */
bool sim_row_pack(const struct sim_model *model, const struct sim_row *row,
                  struct sim_bytes *out);

/* Fills a row of the model; false when the bytes are not those of such a row. */
bool sim_row_unpack(const struct sim_model *model, const void *data, size_t n,
                    struct sim_row *row);

#endif
