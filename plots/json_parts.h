/* JSON put together: members that may fail for want of memory, and what all results share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_JSON_PARTS_H
#define PLOTS_JSON_PARTS_H

#include "plots/report.h"

#include <jansson.h>
#include <stdio.h>

/* Sets a member, adds an element, and takes the value over. jansson passes NULL along, so that
 * the first want of memory makes everything above it fail. */
bool json_put(json_t *object, const char *key, json_t *value);
bool json_add(json_t *array, json_t *value);

/* The container when all its parts could be set; else gives it back and returns NULL. */
json_t *json_whole(json_t *container, bool complete);

/* Puts value, low and high. */
bool json_put_estimate(json_t *object, const struct sim_estimate *estimate);

/* An object of these; NULL without memory. */
json_t *json_estimate(const struct sim_estimate *estimate);

/* Puts schema_version and program. */
bool json_put_program(json_t *object, const struct report *report);

/* Puts the scenario: title, name, sha256. */
bool json_put_scenario(json_t *object, const struct report *report);

/* Puts the seed; one above 2^63, for which jansson has no integer, goes as a text. */
bool json_put_seed(json_t *object, uint64_t seed);

/* "higher", "lower", "neither" */
json_t *json_better(enum sim_better better);

/* Writes and gives back; NULL is a fault of memory. What a disk refuses, output_commit() tells.
 */
bool json_write_whole(FILE *out, json_t *json, struct sim_faults *faults);

#endif
