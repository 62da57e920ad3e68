/* The door of the text: a scenario's file, its bases and overrides, into a model's struct.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/scenario_read.h"

#include "scenarios/field_read.h"
#include "scenarios/field_write.h"
#include "scenarios/layer.h"

#include <nettle/sha2.h>
#include <stdio.h>
#include <string.h>

static const char *name_of(const char *file, struct sim_arena *arena)
{
    const char *slash = strrchr(file, '/');
    const char *name = slash ? slash + 1 : file;
    const char *dot = strrchr(name, '.');
    const bool is_cfg = dot && dot > name && !strcmp(dot, ".cfg");
    return sim_arena_print(arena, "%.*s", (int)(is_cfg ? (size_t)(dot - name) : strlen(name)),
                           name);
}

/* What stands in files that the scenario names is a part of it, as comments. */
static void write_files(FILE *out, const struct sim_inputs *inputs, struct sim_arena *arena)
{
    static const struct sim_field as_dates = { .kind = SIM_DATES };
    for (size_t i = 0; i < inputs->n; i++) {
        const struct sim_input *input = &inputs->items[i];
        if (input->field->kind != SIM_DATES_FILE) continue;
        const struct sim_dates_file *file = input->value;
        if (!file->name) continue;
        const char *dates = field_text(arena, &as_dates, &file->dates);
        fprintf(out, "# %s: %s\n", input->path, dates ? dates : "");
    }
}

static const char *flat_of(const struct setting *root, const struct sim_inputs *inputs,
                           struct sim_arena *arena)
{
    char *bytes = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&bytes, &size);
    if (!out) return NULL;
    setting_write(out, root);
    write_files(out, inputs, arena);
    const bool ok = !ferror(out);
    const char *flat = fclose(out) == 0 && ok ? sim_arena_text(arena, bytes) : NULL;
    sim_release(bytes);
    return flat;
}

/* Those of the layers, and those that a key names. */
static bool files_of(struct scenario_source *source, const struct sim_texts *layers,
                     struct sim_arena *arena)
{
    const struct sim_inputs *inputs = &source->inputs;
    struct sim_texts *files = &source->files;
    files->values = sim_arena_new(arena, layers->n + inputs->n, sizeof *files->values);
    if (!files->values) return false;
    for (size_t i = 0; i < layers->n; i++)
        files->values[files->n++] = layers->values[i];
    for (size_t i = 0; i < inputs->n; i++) {
        if (inputs->items[i].field->kind != SIM_DATES_FILE) continue;
        const struct sim_dates_file *dates = inputs->items[i].value;
        if (dates->name) files->values[files->n++] = dates->path;
    }
    return true;
}

static void sha256_of(const char *text, char hex[SHA256_HEX])
{
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&context);
    sha256_update(&context, strlen(text), (const uint8_t *)text);
    sha256_digest(&context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
}

bool scenario_read(const char *file, const char *const *sets, size_t n_sets,
                   const struct sim_fields *table, void *out, struct sim_arena *arena,
                   struct scenario_source *source, struct sim_faults *faults)
{
    *source = (struct scenario_source){ .name = name_of(file, arena),
                                        .file = sim_arena_text(arena, file) };
    if (!source->name || !source->file) return sim_faults_memory(faults);
    struct layers layers;
    const bool whole = layers_read(file, sets, n_sets, &layers, arena, faults);
    source->root = layers.root;
    source->based_on = layers.based_on;
    if (!layers.root) return false;
    const bool read = field_read(layers.root, table, out, arena, &source->inputs, faults);
    source->flat = flat_of(layers.root, &source->inputs, arena);
    if (!source->flat || !files_of(source, &layers.files, arena))
        return sim_faults_memory(faults);
    sha256_of(source->flat, source->sha256);
    return read && whole;
}

void scenario_locate(const struct scenario_source *source, struct sim_faults *faults)
{
    if (!source->root) return;
    for (size_t i = 0; i < faults->n; i++) {
        struct sim_fault *fault = &faults->items[i];
        if (!fault->path || fault->file) continue;
        const struct setting *at = setting_find(source->root, fault->path);
        fault->file = sim_arena_text(&faults->arena, at->file);
        fault->line = at->line;
    }
}
