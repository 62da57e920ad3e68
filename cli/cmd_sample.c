/* decroche sample: which values of what is not known agree with what is?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/delivery.h"
#include "cli/paths.h"
#include "cli/sample_run.h"
#include "cli/session.h"

/* What the command line asks for. */
struct asked {
    int points, runs;
};

/* clang-format off */
static const struct sim_field rows[] = {
    { .key = "points", .kind = SIM_WHOLE, .offset = offsetof(struct asked, points),
      .low = 1, .high = 100000, .fallback = "1000",
      .help = N_("points, which cover each range evenly (a Latin hypercube)") },
    { .key = "runs", .kind = SIM_WHOLE, .offset = offsetof(struct asked, runs),
      .low = 1, .high = 10000, .fallback = "4",
      .help = N_("runs of each scenario at each point") },
};
/* clang-format on */
static const struct sim_fields fields = SIM_FIELDS(struct asked, rows, NULL);

static void text(FILE *out, const void *of, struct words words)
{
    sample_text_write(out, of, words);
}

static bool json(FILE *out, const void *of, struct sim_faults *faults)
{
    return sample_json_write(out, of, faults);
}

static bool plots(const char *directory, const void *of, struct words words,
                  const char *templates, struct sim_faults *faults)
{
    return sample_figure_write(directory, of, words, templates, faults);
}

static struct delivery delivery_of(const struct sample *sample)
{
    return (struct delivery){ .of = sample,
                              .text = text,
                              .json = json,
                              .plots = plots,
                              .plots_check = sample_figure_check };
}

static bool request_read(struct sample_request *request, struct call *call)
{
    struct asked asked = { 0 };
    struct sim_inputs inputs;
    if (!options_own_read(call->options, &fields, &asked, call->arena, &inputs, call->faults))
        return false;
    *request = (struct sample_request){ .seed = options_number(call->options, OPTION_SEED, 0,
                                                               UINT64_MAX, 1, call->faults),
                                        .points = (size_t)asked.points,
                                        .runs = (size_t)asked.runs,
                                        .threads = session_threads(call) };
    return !sim_faults_any(call->faults);
}

/* Is there something to draw? */
static bool axes_check(const struct sample_plan *plan, struct call *call)
{
    if (!call->options->value[OPTION_PLOTS] || plan->axes.n) return true;
    sim_faults_add(call->faults,
                   (struct sim_fault){ .severity = SIM_INPUT,
                                       .file = plan->source.file,
                                       .path = "axes",
                                       .what = N_("must be given, to draw a figure") });
    return false;
}

static int run(struct call *call)
{
    struct sample_plan plan;
    struct sample_request request;
    struct sample sample = { 0 };
    const struct delivery delivery = delivery_of(&sample);
    const char *file = paths_scenario(call->options->operands[0], call->arena);
    const bool asked = request_read(&request, call);
    if (!file || !sample_plan_read(&plan, file, call) || !asked) return 2;
    if (!axes_check(&plan, call) || !delivery_check(&delivery, call)) return 2;
    if (!sample_run_check(&plan, call) || !sample_run(&plan, &request, &sample, call)) return 2;
    if (sample.n == 0)
        sim_faults_add(call->faults,
                       (struct sim_fault){ .severity = SIM_MACHINE,
                                           .what = N_("interrupted before the first point was "
                                                      "done") });
    else
        deliver(&delivery, call);
    return 0;
}

const struct command cmd_sample = {
    .name = "sample",
    .operands = "PLAN.cfg",
    .summary = N_("try what is not known over its ranges, and keep what agrees with what is"),
    .options = OPTION(OPTION_HELP) | OPTION(OPTION_LANG) | OPTION(OPTION_SET) |
               OPTION(OPTION_SEED) | OPTION(OPTION_THREADS) | OPTION(OPTION_JSON) |
               OPTION(OPTION_PLOTS),
    .own = &fields,
    .least = 1,
    .most = 1,
    .run = run,
};
