/* The value of one input as JSON, in the unit that its field declares.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_INPUT_JSON_H
#define PLOTS_INPUT_JSON_H

#include "sim/field.h"

#include <jansson.h>

/* The unit as a machine reads it: "s", "/h", "1" ...; NULL for a plain number or a text. */
const char *input_unit(const struct sim_field *field);

/* A number, a boolean, a text or an array; JSON's null for what is absent, NULL when memory has
 * run out. The caller owns the reference. */
json_t *input_json(const struct sim_input *input);

/* A text as JSON: null for NULL, "?" for bytes that are not UTF-8; NULL without memory. */
json_t *input_json_text(const char *text);

/* A real as JSON: null for what no JSON number can say. */
json_t *input_json_real(double value);

#endif
