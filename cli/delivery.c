/* Where an answer goes: files first, then the screen, which is left to JSON that goes there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/delivery.h"

#include "cli/files.h"
#include "cli/paths.h"
#include "plots/output.h"

#include <string.h>

static const char *asked(const struct call *call, enum option option)
{
    return call->options->value[option];
}

/* What is to go into the folder of the tables is made with it. */
bool delivery_check(const struct delivery *self, struct call *call)
{
    const char *json = asked(call, OPTION_JSON), *csv = asked(call, OPTION_CSV),
               *plots = asked(call, OPTION_PLOTS);
    const bool within = json && csv && strncmp(json, csv, strlen(csv)) == 0;
    if (!files_check(call)) return false;
    bool ok = !csv || self->csv_check(csv, call->faults);
    ok = (!plots || self->plots_check(plots, call->faults)) && ok;
    return (!json || within || output_check(json, call->faults)) && ok;
}

static bool json_write(const struct delivery *self, const char *path, struct call *call)
{
    struct output output;
    if (!output_open(&output, path, call->faults)) return false;
    if (self->json(output.file, self->of, call->faults))
        return output_commit(&output, call->faults);
    output_abandon(&output);
    return false;
}

static bool text_write(const struct delivery *self, struct call *call)
{
    struct output output;
    if (!output_open(&output, "-", call->faults)) return false;
    self->text(output.file, self->of, call->words);
    return output_commit(&output, call->faults);
}

static bool plots_write(const struct delivery *self, struct call *call)
{
    const char *data = paths_data(call->arena);
    const char *templates =
        data ? sim_arena_print(call->arena, "%s/plots/templates/", data) : NULL;
    if (!templates) return sim_faults_memory(call->faults);
    return self->plots(asked(call, OPTION_PLOTS), self->of, call->words, templates,
                       call->faults);
}

bool deliver(const struct delivery *self, struct call *call)
{
    const char *json = asked(call, OPTION_JSON), *csv = asked(call, OPTION_CSV);
    const bool quiet = json && strcmp(json, "-") == 0;
    bool ok = true;
    if (csv) ok = self->csv(csv, self->of, call->faults);
    if (json) ok = json_write(self, json, call) && ok;
    if (asked(call, OPTION_PLOTS)) ok = plots_write(self, call) && ok;
    return (quiet || text_write(self, call)) && ok;
}
