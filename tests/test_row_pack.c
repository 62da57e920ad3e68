/* Rows as bytes: exact to the last bit, short, and refused where they are damaged.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/toy_model.h"

#include "sim/row_pack.h"

#include <math.h>

enum { SPREADS = 2 };

/* A row of the toy, with spreads too. */
struct full_row {
    struct sim_row row;
    struct sim_model model;
    size_t n_counts;
};

static const struct toy_scenario plain = { .throws = 200, .fails_at = TOY_NEVER };

static void row_open(struct full_row *self)
{
    self->model = toy_model(&plain);
    self->model.n_spreads = SPREADS;
    self->n_counts = sim_model_cells(&self->model) * SIM_COUNTERS;
    self->row.counts = sim_aligned(self->n_counts * sizeof *self->row.counts);
    self->row.histograms = sim_aligned(SIM_HISTOGRAMS * sizeof *self->row.histograms);
    self->row.spreads = sim_aligned(SPREADS * sizeof *self->row.spreads);
    assert_non_null(self->row.counts);
    assert_non_null(self->row.histograms);
    assert_non_null(self->row.spreads);
}

static void row_close(struct full_row *self)
{
    sim_release(self->row.counts);
    sim_release(self->row.histograms);
    sim_release(self->row.spreads);
}

static void assert_same_rows(const struct full_row *a, const struct full_row *b)
{
    assert_memory_equal(a->row.counts, b->row.counts, a->n_counts * sizeof(double));
    assert_memory_equal(a->row.histograms, b->row.histograms,
                        SIM_HISTOGRAMS * sizeof *a->row.histograms);
    assert_memory_equal(a->row.spreads, b->row.spreads, SPREADS * sizeof *a->row.spreads);
}

/* Packs a row and unpacks it over one full of ones. */
static void assert_comes_back(const struct full_row *row)
{
    struct full_row other;
    struct sim_bytes bytes = { 0 };
    row_open(&other);
    memset(other.row.counts, 0xff, other.n_counts * sizeof(double));
    memset(other.row.histograms, 0xff, SIM_HISTOGRAMS * sizeof *other.row.histograms);
    memset(other.row.spreads, 0xff, SPREADS * sizeof *other.row.spreads);
    assert_true(sim_row_pack(&row->model, &row->row, &bytes));
    assert_true(sim_row_unpack(&row->model, bytes.data, bytes.n, &other.row));
    assert_same_rows(row, &other);
    sim_release(bytes.data);
    row_close(&other);
}

static const double odd_numbers[] = { 1,
                                      2,
                                      63,
                                      64,
                                      8191,
                                      8192,
                                      0.5,
                                      -1,
                                      -0.0,
                                      1e300,
                                      5e-324,
                                      0x1p51,
                                      0x1p52,
                                      0x1p53,
                                      0x1p63,
                                      1.0 / 3,
                                      4503599627370495.0,
                                      INFINITY,
                                      -INFINITY,
                                      3.75e-9,
                                      16777217,
                                      12345678 };
enum { N_ODD = sizeof odd_numbers / sizeof *odd_numbers };

static void every_number_comes_back_to_the_last_bit(void **state)
{
    (void)state;
    struct full_row row;
    row_open(&row);
    for (size_t i = 0; i < N_ODD; i++) {
        row.row.counts[3 * i] = odd_numbers[i];
        row.row.counts[row.n_counts - 1 - i] = odd_numbers[i];
    }
    row.row.counts[200] = NAN;
    for (size_t i = 0; i < 64; i++)
        row.row.histograms[i % 2].bucket[i * 97] = UINT64_MAX >> i;
    row.row.histograms[1].n = 7;
    row.row.histograms[0].zeroes = 129;
    row.row.spreads[0].seen[0] = UINT32_MAX;
    row.row.spreads[SPREADS - 1].seen[SIM_SPREAD_STEPS] = 1;
    assert_comes_back(&row);
    row_close(&row);
}

static void an_empty_row_and_a_full_one_come_back(void **state)
{
    (void)state;
    struct full_row row;
    row_open(&row);
    assert_comes_back(&row);
    for (size_t i = 0; i < row.n_counts; i++)
        row.row.counts[i] = (double)i + 0.25;
    memset(row.row.histograms, 0xee, SIM_HISTOGRAMS * sizeof *row.row.histograms);
    memset(row.row.spreads, 0xee, SPREADS * sizeof *row.row.spreads);
    assert_comes_back(&row);
    row_close(&row);
}

static void replicate_into(struct full_row *row)
{
    const struct sim_stream stream = { 1, 0 };
    struct sim_faults faults = { 0 };
    void *place = toy_open(&row->model);
    assert_true(toy_replicate(place, &stream, &row->row, &faults));
    toy_close(place);
}

/* 200 throws: some 30 counters, and 200 observations in two histograms. */
static void a_row_takes_the_room_of_what_it_counted(void **state)
{
    (void)state;
    struct full_row row;
    struct sim_bytes bytes = { 0 };
    row_open(&row);
    replicate_into(&row);
    assert_comes_back(&row);
    assert_true(sim_row_pack(&row.model, &row.row, &bytes));
    assert_in_range(bytes.n, 200, 1000);
    sim_release(bytes.data);
    row_close(&row);
}

static void bytes_that_are_cut_or_too_many_are_no_row(void **state)
{
    (void)state;
    struct full_row row, other;
    struct sim_bytes bytes = { 0 };
    row_open(&row);
    row_open(&other);
    replicate_into(&row);
    row.row.counts[5] = 0.1;
    assert_true(sim_row_pack(&row.model, &row.row, &bytes));
    for (size_t n = 0; n < bytes.n; n++)
        assert_false(sim_row_unpack(&row.model, bytes.data, n, &other.row));
    assert_true(sim_grow(&bytes.data, &bytes.capacity, bytes.n + 1, 1));
    ((unsigned char *)bytes.data)[bytes.n] = 0;
    assert_false(sim_row_unpack(&row.model, bytes.data, bytes.n + 1, &other.row));
    row.model.n_spreads = SPREADS - 1;
    assert_false(sim_row_unpack(&row.model, bytes.data, bytes.n, &other.row));
    sim_release(bytes.data);
    row_close(&row);
    row_close(&other);
}

/* Whatever a byte becomes, nothing is written beyond the row (the sanitizers watch). */
static void damaged_bytes_stay_within_the_row(void **state)
{
    (void)state;
    static const unsigned char values[] = { 0, 1, 127, 128, 255 };
    struct full_row row, other;
    struct sim_bytes bytes = { 0 };
    size_t refused = 0, tried = 0;
    row_open(&row);
    row_open(&other);
    replicate_into(&row);
    assert_true(sim_row_pack(&row.model, &row.row, &bytes));
    unsigned char *data = bytes.data;
    for (size_t i = 0; i < bytes.n; i++)
        for (size_t v = 0; v < sizeof values; v++, tried++) {
            const unsigned char was = data[i];
            data[i] = values[v];
            refused += !sim_row_unpack(&row.model, data, bytes.n, &other.row);
            data[i] = was;
        }
    assert_in_range(refused, tried / 10, tried);
    sim_release(bytes.data);
    row_close(&row);
    row_close(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_number_comes_back_to_the_last_bit),
        cmocka_unit_test(an_empty_row_and_a_full_one_come_back),
        cmocka_unit_test(a_row_takes_the_room_of_what_it_counted),
        cmocka_unit_test(bytes_that_are_cut_or_too_many_are_no_row),
        cmocka_unit_test(damaged_bytes_stay_within_the_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
