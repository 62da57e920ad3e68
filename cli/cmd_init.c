/* decroche init: a commented scenario to start from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "cli/paths.h"
#include "plots/output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* The starter's title and question, in the reader's language; all else as it stands. */
static void write_line(FILE *to, const char *line)
{
    if (strncmp(line, "title = ", 8) == 0)
        fprintf(to, "title = \"%s\";\n", _("My contact centre"));
    else if (strncmp(line, "description = ", 14) == 0)
        fprintf(to, "description = \"%s\";\n", _("Are six agents enough?"));
    else
        fputs(line, to);
}

static bool copy(const char *from, FILE *to, struct sim_faults *faults)
{
    char line[4096];
    FILE *file = fopen(from, "r");
    if (!file) {
        sim_faults_add(faults, (struct sim_fault){ .severity = SIM_MACHINE,
                                                   .file = from,
                                                   .what = N_("cannot be read"),
                                                   .got = strerror(errno) });
        return false;
    }
    while (fgets(line, sizeof line, file))
        write_line(to, line);
    fclose(file);
    return true;
}

static int run(struct call *call)
{
    const char *path = call->options->n_operands ? call->options->operands[0] : "scenario.cfg";
    const char *starter =
        sim_arena_print(call->arena, "%s/scenarios/starter.cfg", paths_data(call->arena));
    struct output output;
    if (strcmp(path, "-") != 0 && access(path, F_OK) == 0) {
        sim_faults_add(call->faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                         .file = path,
                                                         .what = N_("is there already"),
                                                         .wanted = N_("a new file") });
        return 2;
    }
    if (!output_open(&output, path, call->faults)) return 3;
    if (!copy(starter, output.file, call->faults)) {
        output_abandon(&output);
        return 3;
    }
    if (!output_commit(&output, call->faults)) return 3;
    if (strcmp(path, "-") != 0)
        fprintf(stderr, _("%s is written; try: decroche run %s\n"), path, path);
    return 0;
}

const struct command cmd_init = {
    .name = "init",
    .operands = "[FILE]",
    .summary = N_("write a commented scenario to start from (scenario.cfg)"),
    .options = OPTION(OPTION_HELP) | OPTION(OPTION_LANG),
    .most = 1,
    .run = run,
};
