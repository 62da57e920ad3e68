/* Baselines as JSON, out: a line for each measure and each cell, so that what changes can be
 * seen in a diff. SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/baseline.h"
#include "plots/input_json.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { FORMAT = 1, ALL_DIGITS = 17, CELL_DIGITS = 6 };

/* A whole number is written without a point: most counts are. */
static json_t *number_json(double value)
{
    if (fabs(value) < 0x1p52 && value == floor(value)) return json_integer((json_int_t)value);
    return input_json_real(value);
}

static json_t *numbers_json(const double *numbers, size_t n)
{
    json_t *array = json_array();
    for (size_t i = 0; i < n && array; i++)
        if (json_array_append_new(array, number_json(numbers[i])) != 0) {
            json_decref(array);
            return NULL;
        }
    return array;
}

/* Writes `"key": value` as one line, and gives the value back; false without memory. */
static bool line(FILE *out, const char *before, const char *key, json_t *value, size_t digits)
{
    const size_t flags =
        JSON_COMPACT | JSON_ENCODE_ANY | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(digits);
    json_t *name = input_json_text(key);
    fputs(before, out);
    bool ok = name && value;
    ok = ok && (json_dumpf(name, out, JSON_ENCODE_ANY) == 0 || ferror(out));
    fputs(": ", out);
    ok = ok && (json_dumpf(value, out, flags) == 0 || ferror(out));
    json_decref(name);
    json_decref(value);
    return ok;
}

/* All but 1. */
static bool has_under(const struct baseline_series *series, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (series->under[i] != 1.0) return true;
    return false;
}

static json_t *series_json(const struct baseline_series *series, size_t n)
{
    json_t *object = json_object();
    bool ok = json_object_set_new(object, "over", numbers_json(series->over, n)) == 0;
    if (has_under(series, n))
        ok = ok && json_object_set_new(object, "under", numbers_json(series->under, n)) == 0;
    if (series->tolerance > 0.0)
        ok = ok &&
             json_object_set_new(object, "tolerance", input_json_real(series->tolerance)) == 0;
    if (ok) return object;
    json_decref(object);
    return NULL;
}

static json_t *cell_json(const struct baseline *self, size_t first, size_t *end)
{
    const struct baseline_cell *cell = &self->cells[first];
    json_t *object = json_object();
    bool ok = object;
    for (*end = first; *end < self->n_cells; ++*end) {
        const struct baseline_cell *here = &self->cells[*end];
        if (strcmp(here->axis, cell->axis) != 0 || strcmp(here->cell, cell->cell) != 0) break;
        const double pair[] = { here->value, here->half };
        ok = ok && json_object_set_new(object, here->measure, numbers_json(pair, 2)) == 0;
    }
    if (ok) return object;
    json_decref(object);
    return NULL;
}

static bool cells_write(FILE *out, const struct baseline *self)
{
    bool ok = true;
    const char *axis = "";
    for (size_t i = 0, end; i < self->n_cells && ok; i = end) {
        const struct baseline_cell *cell = &self->cells[i];
        const bool same = strcmp(cell->axis, axis) == 0;
        if (!same) fprintf(out, "%s\n  \"%s\": {", *axis ? "\n  }," : "", cell->axis);
        axis = cell->axis;
        ok = line(out, same ? ",\n   " : "\n   ", cell->cell, cell_json(self, i, &end),
                  CELL_DIGITS);
    }
    if (*axis) fputs("\n  }", out);
    return ok;
}

static bool head_write(FILE *out, const struct baseline *self)
{
    char seed[32];
    snprintf(seed, sizeof seed, "%" PRIu64, self->seed);
    return line(out, "{\n ", "baseline", json_integer(FORMAT), ALL_DIGITS) &&
           line(out, ",\n ", "version", input_json_text(self->version), ALL_DIGITS) &&
           line(out, ",\n ", "scenario", input_json_text(self->scenario), ALL_DIGITS) &&
           line(out, ",\n ", "title", input_json_text(self->title), ALL_DIGITS) &&
           line(out, ",\n ", "sha256", input_json_text(self->sha256), ALL_DIGITS) &&
           line(out, ",\n ", "seed", input_json_text(seed), ALL_DIGITS) &&
           line(out, ",\n ", "replications", json_integer((json_int_t)self->n), ALL_DIGITS) &&
           line(out, ",\n ", "digest", input_json_text(self->digest), ALL_DIGITS);
}

bool baseline_json_write(FILE *out, const struct baseline *self, struct sim_faults *faults)
{
    bool ok = head_write(out, self);
    fputs(",\n \"series\": {", out);
    for (size_t i = 0; i < self->n_series && ok; i++)
        ok = line(out, i ? ",\n  " : "\n  ", self->series[i].measure,
                  series_json(&self->series[i], self->n), ALL_DIGITS);
    fputs("\n },\n \"values\": {", out);
    for (size_t i = 0; i < self->n_values && ok; i++)
        ok = line(out, i ? ",\n  " : "\n  ", self->values[i].measure,
                  number_json(self->values[i].value), ALL_DIGITS);
    fputs("\n },\n \"by\": {", out);
    ok = ok && cells_write(out, self);
    fputs("\n }\n}\n", out);
    return ok || sim_faults_memory(faults);
}
