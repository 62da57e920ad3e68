/* Baselines as JSON, in: nothing is taken that is not a finite number where one should be.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/baseline.h"
#include "plots/input_json.h"
#include "plots/words.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FORMAT = 1, MOST_REPLICATIONS = 10000000 };

/* No run comes near it, and squares of sums of such numbers are still finite. */
static const double largest = 1e60;

/* A file as it is read. Faults have the path of what is wrong. */
struct source {
    const char *file;
    struct sim_arena *arena;
    struct sim_faults *faults;
};

static bool wrong(const struct source *from, const char *path, const char *what,
                  const char *wanted)
{
    sim_faults_add(from->faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                     .file = from->file,
                                                     .path = path,
                                                     .what = what,
                                                     .wanted = wanted });
    return false;
}

static const char *text_of(const struct source *from, const json_t *root, const char *key)
{
    const json_t *value = json_object_get(root, key);
    if (json_is_string(value)) return sim_arena_text(from->arena, json_string_value(value));
    wrong(from, key, N_("is missing, or is no text"), NULL);
    return NULL;
}

static bool number_of(const struct source *from, const json_t *value, const char *path,
                      double *number)
{
    *number = json_number_value(value);
    if (!json_is_number(value)) return wrong(from, path, N_("is no number"), NULL);
    return fabs(*number) <= largest ||
           wrong(from, path, N_("is no number that a run comes to"), NULL);
}

/* An array of one number for each replication. */
static double *numbers_of(const struct source *from, const json_t *array, const char *path,
                          size_t n)
{
    double *numbers = sim_arena_new(from->arena, n, sizeof *numbers);
    if (!json_is_array(array) || json_array_size(array) != n) {
        wrong(from, path, N_("does not have a number for each replication"),
              sim_faults_text(from->faults, "[%zu]", n));
        return NULL;
    }
    for (size_t i = 0; numbers && i < n; i++) {
        const char *place = sim_faults_text(from->faults, "%s.[%zu]", path, i);
        if (!number_of(from, json_array_get(array, i), place, &numbers[i])) return NULL;
    }
    if (!numbers) sim_faults_memory(from->faults);
    return numbers;
}

static double *ones(const struct source *from, size_t n)
{
    double *numbers = sim_arena_new(from->arena, n, sizeof *numbers);
    for (size_t i = 0; numbers && i < n; i++)
        numbers[i] = 1.0;
    if (!numbers) sim_faults_memory(from->faults);
    return numbers;
}

static bool series_read(const struct source *from, const char *name, const json_t *object,
                        size_t n, struct baseline_series *series)
{
    const char *path = sim_faults_text(from->faults, "series.%s", name);
    const json_t *under = json_object_get(object, "under"),
                 *tolerance = json_object_get(object, "tolerance");
    *series = (struct baseline_series){ .measure = sim_arena_text(from->arena, name) };
    series->over = numbers_of(from, json_object_get(object, "over"),
                              sim_faults_text(from->faults, "%s.over", path), n);
    series->under =
        under ? numbers_of(from, under, sim_faults_text(from->faults, "%s.under", path), n)
              : ones(from, n);
    if (!series->over || !series->under) return false;
    if (!tolerance) return true;
    path = sim_faults_text(from->faults, "%s.tolerance", path);
    if (!number_of(from, tolerance, path, &series->tolerance)) return false;
    return series->tolerance >= 0.0 || wrong(from, path, N_("is below 0"), NULL);
}

/* An object that must be there; NULL with a fault. */
static json_t *object_of(const struct source *from, json_t *root, const char *key)
{
    json_t *object = json_object_get(root, key);
    if (json_is_object(object)) return object;
    wrong(from, key, N_("is missing, or is no object"), NULL);
    return NULL;
}

static bool all_series_read(const struct source *from, json_t *root, struct baseline *self)
{
    json_t *object = object_of(from, root, "series"), *value;
    const char *name;
    if (!object) return false;
    self->series = sim_arena_new(from->arena, json_object_size(object), sizeof *self->series);
    if (!self->series) return sim_faults_memory(from->faults);
    json_object_foreach(object, name, value)
    {
        if (series_read(from, name, value, self->n, &self->series[self->n_series]))
            self->n_series++;
    }
    return !sim_faults_any(from->faults);
}

static bool values_read(const struct source *from, json_t *root, struct baseline *self)
{
    json_t *object = object_of(from, root, "values"), *value;
    const char *name;
    if (!object) return false;
    self->values = sim_arena_new(from->arena, json_object_size(object), sizeof *self->values);
    if (!self->values) return sim_faults_memory(from->faults);
    json_object_foreach(object, name, value)
    {
        struct baseline_value *here = &self->values[self->n_values++];
        *here = (struct baseline_value){ sim_arena_text(from->arena, name), NAN };
        if (!json_is_null(value))
            number_of(from, value, sim_faults_text(from->faults, "values.%s", name),
                      &here->value);
    }
    return !sim_faults_any(from->faults);
}

/* A measure that is tested has a series and a value, or neither. */
static bool family_check(const struct source *from, const struct baseline *self)
{
    for (const char *const *name = baseline_family; *name; name++) {
        const bool series = baseline_series_of(self, *name),
                   value = baseline_value_of(self, *name);
        if (series != value)
            wrong(from,
                  sim_faults_text(from->faults, "%s.%s", series ? "values" : "series", *name),
                  N_("is missing"), NULL);
    }
    return !sim_faults_any(from->faults);
}

static void cell_read(const struct source *from, const char *axis, const char *cell,
                      json_t *object, struct baseline *self)
{
    const char *name;
    json_t *pair;
    json_object_foreach(object, name, pair)
    {
        const char *path = sim_faults_text(from->faults, "by.%s.%s.%s", axis, cell, name);
        struct baseline_cell *here = &self->cells[self->n_cells++];
        *here =
            (struct baseline_cell){ axis, cell, sim_arena_text(from->arena, name), NAN, NAN };
        if (!json_is_array(pair) || json_array_size(pair) != 2)
            wrong(from, path, N_("is no pair of numbers"), NULL);
        else if (number_of(from, json_array_get(pair, 0), path, &here->value) &&
                 !json_is_null(json_array_get(pair, 1)))
            number_of(from, json_array_get(pair, 1), path, &here->half);
    }
}

static size_t cells_count(json_t *by)
{
    const char *axis_name, *cell_name;
    json_t *axis, *cell;
    size_t n = 0;
    json_object_foreach(by, axis_name, axis)
    {
        json_object_foreach(axis, cell_name, cell)
        {
            n += json_object_size(cell);
        }
    }
    return n;
}

static bool cells_read(const struct source *from, json_t *root, struct baseline *self)
{
    json_t *by = object_of(from, root, "by"), *axis, *cell;
    const char *axis_name, *cell_name;
    if (!by) return false;
    self->cells = sim_arena_new(from->arena, cells_count(by), sizeof *self->cells);
    if (!self->cells) return sim_faults_memory(from->faults);
    json_object_foreach(by, axis_name, axis)
    {
        const char *kept = sim_arena_text(from->arena, axis_name);
        json_object_foreach(axis, cell_name, cell)
        {
            cell_read(from, kept, sim_arena_text(from->arena, cell_name), cell, self);
        }
    }
    return !sim_faults_any(from->faults);
}

static bool seed_read(const struct source *from, const json_t *root, uint64_t *seed)
{
    const char *text = text_of(from, root, "seed");
    if (!text) return false;
    char *end;
    errno = 0;
    *seed = strtoull(text, &end, 10);
    return (*text >= '0' && *text <= '9' && !*end && errno == 0) ||
           wrong(from, "seed", N_("is no seed"), NULL);
}

static bool head_read(const struct source *from, json_t *root, struct baseline *self)
{
    const json_t *format = json_object_get(root, "baseline"),
                 *n = json_object_get(root, "replications");
    if (!json_is_integer(format)) return wrong(from, NULL, N_("is not a baseline"), NULL);
    if (json_integer_value(format) != FORMAT)
        return wrong(from, "baseline", N_("is of another version of this program"), "1");
    self->version = text_of(from, root, "version");
    self->scenario = text_of(from, root, "scenario");
    self->sha256 = text_of(from, root, "sha256");
    const char *digest = text_of(from, root, "digest");
    if (digest) snprintf(self->digest, sizeof self->digest, "%s", digest);
    seed_read(from, root, &self->seed);
    const json_int_t runs = json_integer_value(n);
    if (!json_is_integer(n) || runs < 2 || runs > MOST_REPLICATIONS)
        wrong(from, "replications", N_("a baseline has two replications or more"), "2");
    self->n = (size_t)runs;
    return !sim_faults_any(from->faults);
}

static bool is_folder(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

static json_t *file_load(const struct source *from)
{
    json_error_t error;
    if (is_folder(from->file)) {
        wrong(from, NULL, N_("this is a folder, not a file"), NULL);
        return NULL;
    }
    FILE *file = fopen(from->file, "r");
    json_t *root = file ? json_loadf(file, JSON_REJECT_DUPLICATES, &error) : NULL;
    if (!file)
        sim_faults_add(from->faults,
                       (struct sim_fault){
                           .severity = SIM_INPUT,
                           .file = from->file,
                           .what = N_("cannot be read"),
                           .got = strerror(errno),
                           .hint = errno == ENOENT ? N_("with --update one is made") : NULL });
    else if (!root)
        sim_faults_add(from->faults,
                       (struct sim_fault){ .severity = SIM_INPUT,
                                           .file = from->file,
                                           .line = error.line > 0 ? (unsigned)error.line : 0,
                                           .what = sim_faults_text(
                                               from->faults, "%s (%s)",
                                               _("is no JSON, or is cut short"), error.text) });
    if (file) fclose(file);
    return root;
}

bool baseline_json_read(struct baseline *self, const char *path, struct sim_arena *arena,
                        struct sim_faults *faults)
{
    const struct source from = { path, arena, faults };
    *self = (struct baseline){ 0 };
    json_t *root = file_load(&from);
    bool ok = root && head_read(&from, root, self);
    ok = ok && all_series_read(&from, root, self) && values_read(&from, root, self);
    ok = ok && family_check(&from, self) && cells_read(&from, root, self);
    json_decref(root);
    return ok;
}
