/* A file of exact values, case by case; the tests that read it skip where it is missing.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Inputs are printed to 8 digits there: 1e-6 relative, 1e-12 absolute. Each model fills a list
 * of names and values from the inputs of a case; every output of that name is compared, and
 * those that have none must be among what is left out on purpose. */
#ifndef TESTS_PLAN_REFERENCE_H
#define TESTS_PLAN_REFERENCE_H

#include "tests/plan/witness.h"

#include "models/plan/orbit.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char reference_file[] = DECROCHE_REFERENCE_DIR "/reference/exact-cases.json";

enum { SKIPPED = 77, MOST = 64 };

/* Of the reference's own making, or asked of nobody. */
static const char *const left_out[] = {
    "states",
    "truncation_error",
    "lost_by_truncation",
    "mean_wait_of_delayed",
    "stable",
    "mean_offered_wait",
    "p_offered_wait_gt_t",
    "var_redial_orbit",
    "shrinkage_30pct_scheduled",
    NULL,
};

struct list {
    struct {
        const char *name;
        double value;
    } item[MOST];
    size_t n;
};

static inline void put(struct list *list, const char *name, double value)
{
    assert_true(list->n < MOST);
    list->item[list->n].name = name;
    list->item[list->n++].value = value;
}

static inline double number_or(const json_t *inputs, const char *name, double otherwise)
{
    const json_t *value = json_object_get(inputs, name);
    return json_is_number(value) ? json_number_value(value) : otherwise;
}

static inline double number(const json_t *inputs, const char *name)
{
    const double value = number_or(inputs, name, NAN);
    if (isnan(value)) fail_msg("no input %s", name);
    return value;
}

static inline int whole(const json_t *inputs, const char *name)
{
    return (int)number_or(inputs, name, 0.0);
}

static inline bool is_text(const json_t *inputs, const char *name, const char *text)
{
    const char *value = json_string_value(json_object_get(inputs, name));
    return value && strcmp(value, text) == 0;
}

static inline bool is_left_out(const char *name)
{
    for (size_t i = 0; left_out[i]; i++)
        if (strcmp(left_out[i], name) == 0) return true;
    return false;
}

static inline void compare(const char *id, const json_t *outputs, const struct list *found)
{
    const char *name;
    json_t *exact;
    json_object_foreach((json_t *)outputs, name, exact)
    {
        size_t i = 0;
        char what[80];
        if (!json_is_number(exact)) continue;
        while (i < found->n && strcmp(found->item[i].name, name) != 0)
            i++;
        if (i == found->n && is_left_out(name)) continue;
        if (i == found->n) fail_msg("%s: nothing is said of %s", id, name);
        snprintf(what, sizeof what, "%s %s", id, name);
        witness(what, found->item[i].value, json_number_value(exact), 1e-6);
    }
}

static inline struct orbit orbit_of(const json_t *in)
{
    const double redial = number_or(in, "p_redial", 0.0);
    return (struct orbit){
        .rate_per_s = number_or(in, "lam", 1.0),
        .handling_s = 1.0 / number(in, "mu"),
        .left_per_s = number(in, "theta"),
        .agents = whole(in, "c"),
        .lines = whole(in, "K"),
        .p_redial = redial,
        .p_redial_busy = number_or(in, "p_redial_blocked", redial),
        .redial_s = 1.0 / number_or(in, "d_redial", 1.0),
        .p_again = number_or(in, "p_reconnect", 0.0),
        .again_s = 1.0 / number_or(in, "d_reconnect", 1.0),
        .within_s = number_or(in, "awt", 0.0),
    };
}

/* What answers the cases of one model: fills the list, or compares for itself. */
struct reference_model {
    const char *oracle;
    void (*fill)(const json_t *inputs, struct list *found);
    void (*compare)(const char *id, const json_t *inputs, const json_t *outputs);
};

/* Compares a case where this model answers it; else false. */
static inline bool model_compare(const struct reference_model *model, const json_t *here)
{
    const char *id = json_string_value(json_object_get(here, "id"));
    const json_t *inputs = json_object_get(here, "inputs"),
                 *outputs = json_object_get(here, "outputs");
    struct list found = { .n = 0 };
    if (!is_text(here, "oracle", model->oracle)) return false;
    if (model->compare) {
        model->compare(id, inputs, outputs);
    } else {
        model->fill(inputs, &found);
        compare(id, outputs, &found);
    }
    return true;
}

/* Compares every case that one of the models answers; returns how many there are. */
static inline size_t reference_compare(const struct reference_model *models, size_t n)
{
    json_error_t error;
    json_t *root = json_load_file(reference_file, 0, &error), *here;
    size_t i, n_cases = 0;
    if (!root) fail_msg("%s: %s", reference_file, error.text);
    json_array_foreach(json_object_get(root, "cases"), i, here)
    {
        for (size_t m = 0; m < n; m++)
            n_cases += model_compare(&models[m], here);
    }
    json_decref(root);
    return n_cases;
}

static inline bool reference_is_there(void)
{
    FILE *there = fopen(reference_file, "r");
    const bool is_there = there != NULL;
    if (there) fclose(there);
    if (!is_there) printf("skipped: no %s\n", reference_file);
    return is_there;
}

#endif
