/* The inputs that are tried on a range: those whose declaration says where they may lie, or
 * those that are named. SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ranges.h"

#include "scenarios/nearest.h"
#include "scenarios/unit.h"

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

static bool path_add(struct tried *self, const char *path, size_t most, struct sim_arena *arena)
{
    if (!self->paths) self->paths = sim_arena_new(arena, most, sizeof *self->paths);
    if (!self->paths) return false;
    self->path = self->n ? path_joined(self->path, path, arena) : path;
    self->paths[self->n++] = path;
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
        struct tried *item = &self->items[k];
        if (k == self->n++)
            *item = (struct tried){ .field = input->field, .stands_at = value, .range = range };
        else
            self->n--;
        if (!path_add(item, input->path, inputs->n, call->arena))
            return sim_faults_memory(call->faults);
    }
    return true;
}

static bool given_read(struct tried_list *self, const struct session *session, const char *text,
                       struct call *call)
{
    const struct sim_inputs *inputs = &session->source.inputs;
    const char *sign = strchr(text, '=');
    if (!sign)
        return refuse(call, N_("not a range of an input"), text,
                      N_("a key and a range, as in patience.mean=2 min..30 min"), NULL);
    const char *path = sim_arena_print(call->arena, "%.*s", (int)(sign - text), text);
    if (!path) return sim_faults_memory(call->faults);
    struct nearest nearest = { .word = path };
    size_t i = 0;
    for (; i < inputs->n && strcmp(inputs->items[i].path, path) != 0; i++)
        if (is_number(&inputs->items[i])) nearest_offer(&nearest, inputs->items[i].path);
    if (i == inputs->n || !is_number(&inputs->items[i]))
        return refuse(call, N_("not a number of this scenario"), path, NULL, nearest.best);
    const struct sim_input *input = &inputs->items[i];
    struct tried *item = &self->items[self->n];
    struct sim_fault fault;
    *item = (struct tried){ .field = input->field, .stands_at = number_of(input) };
    if (!range_parse(sign + 1, input->field->unit, &item->range, &fault))
        return refuse(call, fault.what, text, fault.wanted, NULL);
    if (isnan(item->stands_at))
        return refuse(call, N_("has no value that a range could be around"), path, NULL, NULL);
    self->n++;
    return path_add(item, input->path, 1, call->arena) || sim_faults_memory(call->faults);
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

const char *tried_text(const struct tried *self, double value, struct sim_arena *arena)
{
    return unit_print(arena, self->field->kind == SIM_WHOLE ? round(value) : value,
                      self->field->unit);
}

bool tried_sets(const struct tried *self, double value, struct sim_texts *sets,
                struct sim_arena *arena)
{
    const char *text = tried_text(self, value, arena);
    *sets = (struct sim_texts){ sim_arena_new(arena, self->n, sizeof *sets->values), self->n };
    if (!text || !sets->values) return false;
    for (size_t i = 0; i < self->n; i++) {
        sets->values[i] = sim_arena_print(arena, "%s=%s", self->paths[i], text);
        if (!sets->values[i]) return false;
    }
    return true;
}
