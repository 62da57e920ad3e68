/* What the values of a scenario rest on. SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/provenance.h"

#include <fnmatch.h>
#include <string.h>

static const char letters[] = "GRAD";
static const char *const class_names[] = { "G", "R", "A", "D", NULL };

static const struct sim_field provenance_rows[] = {
    { .key = "name",
      .kind = SIM_NAME,
      .offset = offsetof(struct provenance, name),
      .help = N_("its code; a scenario based on this one can change it by that") },
    { .key = "class",
      .kind = SIM_CHOICE,
      .offset = offsetof(struct provenance, class),
      .choices = class_names,
      .help = N_("what they rest on: G given by the centre, R read elsewhere, A arithmetic, D "
                 "assumed") },
    { .key = "of",
      .kind = SIM_TEXTS,
      .offset = offsetof(struct provenance, of),
      .low = 1,
      .high = 1000,
      .help = N_("keys, as in \"demand\" (and all in it) or \"groups.*.agents\"") },
};
const struct sim_fields provenance_fields =
    SIM_FIELDS(struct provenance, provenance_rows,
               N_("what the values written here rest on; the last row that names a key counts, "
                  "and none counts for what --set or a scenario based on this one changes"));

static bool names(const char *pattern, const char *path)
{
    char beneath[256];
    if (fnmatch(pattern, path, FNM_NOESCAPE) == 0) return true;
    const size_t length = strlen(pattern);
    if (length + 3 > sizeof beneath) return false;
    memcpy(beneath, pattern, length);
    strcpy(beneath + length, ".*");
    return fnmatch(beneath, path, FNM_NOESCAPE) == 0;
}

static bool is_set(const struct sim_texts *sets, const char *path)
{
    const size_t length = strlen(path);
    for (size_t i = 0; i < sets->n; i++)
        if (strncmp(sets->values[i], path, length) == 0 &&
            strchr("= ", sets->values[i][length]) && sets->values[i][length])
            return true;
    return false;
}

/* Where the row itself was written. */
static enum sim_origin origin_of(const struct provenance *row, const struct sim_inputs *inputs)
{
    for (size_t i = 0; i < inputs->n; i++)
        if (inputs->items[i].value == &row->of) return inputs->items[i].origin;
    return SIM_SET;
}

static bool row_tell(const struct provenance *row, const char *pattern,
                     struct sim_inputs *inputs, const struct sim_texts *sets)
{
    const enum sim_origin origin = origin_of(row, inputs);
    bool any = false;
    for (size_t i = 0; i < inputs->n; i++) {
        struct sim_input *input = &inputs->items[i];
        if (input->origin == SIM_DEFAULT || !names(pattern, input->path)) continue;
        any = true;
        const bool instead = origin == SIM_INHERITED && input->origin == SIM_SET;
        if (!instead && !is_set(sets, input->path)) input->class_told = letters[row->class];
    }
    return any;
}

void provenance_tell(const struct sim_list *rows, struct sim_inputs *inputs,
                     const struct sim_texts *sets, struct sim_faults *faults)
{
    const struct provenance *all = rows->items;
    for (size_t i = 0; i < rows->n; i++)
        for (size_t k = 0; k < all[i].of.n; k++)
            if (!row_tell(&all[i], all[i].of.values[k], inputs, sets) &&
                origin_of(&all[i], inputs) == SIM_SET)
                sim_faults_add(faults,
                               (struct sim_fault){ .severity = SIM_WARNING,
                                                   .path = "sources",
                                                   .what = N_("names no key written here"),
                                                   .got = all[i].of.values[k] });
}
