/* The inputs that are tried on a range: those whose declaration says where they may lie, or
 * those that are named. SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ranges.h"

#include "scenarios/nearest.h"
#include "scenarios/unit.h"

#include <fnmatch.h>
#include <math.h>
#include <string.h>

static bool is_number(const struct sim_input *input)
{
    return input->field->kind == SIM_REAL || input->field->kind == SIM_WHOLE;
}

static double number_of(const struct sim_input *input)
{
    if (input->field->kind == SIM_REAL) return *(const double *)input->value;
    return *(const int *)input->value;
}

static bool refuse(struct call *call, const char *what, const char *got, const char *wanted,
                   const char *hint)
{
    sim_faults_add(call->faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                     .path = "--range",
                                                     .what = what,
                                                     .got = got,
                                                     .wanted = wanted,
                                                     .hint = hint });
    return false;
}

/* The elements of two paths that differ become one star: contracts.a.x, contracts.b.x. */
static const char *path_joined(const char *a, const char *b, struct sim_arena *arena)
{
    size_t same = 0, tail = 0;
    const size_t length_a = strlen(a), length_b = strlen(b);
    while (a[same] && a[same] == b[same])
        same++;
    while (same > 0 && a[same - 1] != '.')
        same--;
    while (tail < length_a - same && tail < length_b - same &&
           a[length_a - 1 - tail] == b[length_b - 1 - tail])
        tail++;
    while (tail > 0 && a[length_a - tail] != '.')
        tail--;
    return sim_arena_print(arena, "%.*s*%s", (int)same, a, a + length_a - tail);
}

/* One more element that is moved with the others; there is room for `most`. */
static bool tried_add(struct tried *self, const struct sim_input *input, size_t most,
                      struct sim_arena *arena)
{
    if (!self->paths) self->paths = sim_arena_new(arena, most, sizeof *self->paths);
    if (!self->values) self->values = sim_arena_new(arena, most, sizeof *self->values);
    if (!self->paths || !self->values) return false;
    self->path = self->n ? path_joined(self->path, input->path, arena) : input->path;
    self->paths[self->n] = input->path;
    self->values[self->n++] = number_of(input);
    return self->path;
}

static bool declared_read(struct tried_list *self, const struct session *session,
                          struct call *call)
{
    const struct sim_inputs *inputs = &session->source.inputs;
    for (size_t i = 0; i < inputs->n; i++) {
        const struct sim_input *input = &inputs->items[i];
        struct sim_fault fault;
        struct range range;
        if (!is_number(input) || !input->field->likely) continue;
        if (!range_parse(input->field->likely, input->field->unit, &range, &fault)) continue;
        const double value = number_of(input);
        if (isnan(value) || value == 0.0) continue;
        size_t k = 0;
        while (k < self->n && self->items[k].field != input->field)
            k++;
        if (k == self->n)
            self->items[self->n++] = (struct tried){ .field = input->field, .range = range };
        if (!tried_add(&self->items[k], input, inputs->n, call->arena))
            return sim_faults_memory(call->faults);
    }
    return true;
}

/* The inputs that a path names, all of one field where it has stars; false with a fault. */
static bool named_read(struct tried *self, const char *path, const struct sim_inputs *inputs,
                       struct call *call)
{
    struct nearest nearest = { .word = path };
    for (size_t i = 0; i < inputs->n; i++) {
        const struct sim_input *input = &inputs->items[i];
        if (!is_number(input)) continue;
        nearest_offer(&nearest, input->path);
        if (fnmatch(path, input->path, FNM_NOESCAPE) != 0) continue;
        if (self->field && self->field != input->field)
            return refuse(call, N_("names inputs of several kinds"), path, NULL, NULL);
        self->field = input->field;
        if (!tried_add(self, input, inputs->n, call->arena))
            return sim_faults_memory(call->faults);
    }
    if (self->n) return true;
    return refuse(call, N_("not a number of this scenario"), path, NULL, nearest.best);
}

static bool given_read(struct tried_list *self, const struct session *session, const char *text,
                       struct call *call)
{
    const char *sign = strchr(text, '=');
    if (!sign)
        return refuse(call, N_("not a range of an input"), text,
                      N_("a key and a range, as in patience.mean=2 min..30 min"), NULL);
    const char *path = sim_arena_print(call->arena, "%.*s", (int)(sign - text), text);
    if (!path) return sim_faults_memory(call->faults);
    struct tried *item = &self->items[self->n];
    struct sim_fault fault;
    *item = (struct tried){ .path = path };
    if (!named_read(item, path, &session->source.inputs, call)) return false;
    if (!range_parse(sign + 1, item->field->unit, &item->range, &fault))
        return refuse(call, fault.what, text, fault.wanted, NULL);
    for (size_t i = 0; i < item->n; i++)
        if (isnan(item->values[i]))
            return refuse(call, N_("has no value that a range could be around"), item->paths[i],
                          NULL, NULL);
    self->n++;
    return true;
}

bool ranges_read(struct tried_list *self, const struct session *session,
                 const struct sim_texts *given, struct call *call)
{
    const size_t most = session->source.inputs.n + given->n;
    *self = (struct tried_list){ sim_arena_new(call->arena, most, sizeof *self->items), 0 };
    if (!self->items) return sim_faults_memory(call->faults);
    if (!given->n) return declared_read(self, session, call);
    bool ok = true;
    for (size_t i = 0; i < given->n; i++)
        ok = given_read(self, session, given->values[i], call) && ok;
    return ok;
}

double tried_stands_at(const struct tried *self)
{
    return self->range.times ? 1.0 : self->values[0];
}

static const char *field_text(const struct sim_field *field, double value,
                              struct sim_arena *arena)
{
    return unit_print(arena, field->kind == SIM_WHOLE ? round(value) : value, field->unit);
}

const char *tried_text(const struct tried *self, double value, struct sim_arena *arena)
{
    char factor[NUMBER_SIZE];
    if (!self->range.times) return field_text(self->field, value, arena);
    number_print(factor, value);
    return sim_arena_print(arena, "x%s", factor);
}

/* What a path is put at; factors end where the field does. */
static double moved(const struct tried *self, size_t i, double value)
{
    const struct sim_field *field = self->field;
    if (!self->range.times) return value;
    const double scaled = self->values[i] * value;
    return field->low < field->high ? fmin(fmax(scaled, field->low), field->high) : scaled;
}

bool tried_sets(const struct tried *self, double value, struct sim_texts *sets,
                struct sim_arena *arena)
{
    *sets = (struct sim_texts){ sim_arena_new(arena, self->n, sizeof *sets->values), self->n };
    if (!sets->values) return false;
    for (size_t i = 0; i < self->n; i++) {
        const char *text = field_text(self->field, moved(self, i, value), arena);
        if (!text) return false;
        sets->values[i] = sim_arena_print(arena, "%s=%s", self->paths[i], text);
        if (!sets->values[i]) return false;
    }
    return true;
}
