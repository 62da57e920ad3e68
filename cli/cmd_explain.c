/* decroche explain: what may be written in a scenario, and what the measures mean.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "models/flow/counts.h"
#include "models/scenario.h"
#include "scenarios/field_doc.h"

#include <string.h>

static void measure_print(const struct sim_measure *measure)
{
    static const char *const better[] = { N_("lower is better"), N_("neither way is better"),
                                          N_("higher is better") };
    const bool bare = strcmp(measure->unit, "1") == 0; /* a count or a share */
    printf("%s\n", measure->name);
    printf(_("  %s: %s%s%s%s (%s)\n"), _(measure->label), _(measure->definition),
           bare ? "" : " [", bare ? "" : measure->unit, bare ? "" : "]",
           _(better[measure->better + 1]));
}

static bool measure_explain(const char *name)
{
    for (size_t i = 0; i < n_centre_measures; i++)
        if (strcmp(centre_measures[i].name, name) == 0) {
            measure_print(&centre_measures[i]);
            return true;
        }
    return false;
}

static void explain_all(const struct call *call)
{
    if (call->options->value[OPTION_MARKDOWN]) {
        field_doc_markdown(stdout, &scenario_fields);
        return;
    }
    field_doc_all(stdout, &scenario_fields);
    printf("\n%s\n", _("Measures:"));
    for (size_t i = 0; i < n_centre_measures; i++)
        measure_print(&centre_measures[i]);
}

static int run(struct call *call)
{
    const char *nearest = NULL;
    if (call->options->n_operands == 0) {
        explain_all(call);
        return 0;
    }
    const char *key = call->options->operands[0];
    if (field_doc_key(stdout, &scenario_fields, key, call->arena, &nearest)) return 0;
    if (measure_explain(key)) return 0;
    if (field_doc_ending(stdout, &scenario_fields, key, call->arena)) return 0;
    sim_faults_add(call->faults,
                   (struct sim_fault){ .severity = SIM_INPUT,
                                       .path = key,
                                       .what = N_("there is no such key, and no such measure"),
                                       .hint = nearest });
    return 2;
}

const struct command cmd_explain = {
    .name = "explain",
    .operands = "[KEY | MEASURE]",
    .summary = N_("print what a scenario may say, or what one key or measure means"),
    .options = OPTION(OPTION_HELP) | OPTION(OPTION_LANG) | OPTION(OPTION_MARKDOWN),
    .most = 1,
    .run = run,
};
