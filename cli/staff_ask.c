/* What decroche staff is asked: targets, the method, how many agents there can be.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/staff_ask.h"

#include "cli/ask.h"
#include "models/flow/counts.h"
#include "scenarios/field_read.h"

#include <math.h>
#include <string.h>

static const char *const method_names[] = { "sipp", "mol", "simulation", NULL };

/* clang-format off */
static const struct sim_field rows[] = {
    { .key = "target", .kind = SIM_TEXTS, .offset = offsetof(struct staff_written, targets),
      .low = 0, .high = 16, .fallback = "",
      .help = N_("a measure and its bound, as in answer_rate=85%; may be repeated; left out, "
                 "the targets of the scenario") },
    { .key = "method", .kind = SIM_CHOICE, .offset = offsetof(struct staff_written, method),
      .fallback = "sipp", .choices = method_names,
      .help = N_("sipp (each interval at rest, what is left waiting carried over), mol (by the "
                 "load that would be there if nobody waited), simulation (found by simulating)") },
    { .key = "most", .kind = SIM_REAL, .unit = SIM_PEOPLE,
      .offset = offsetof(struct staff_written, most), .low = 1, .high = 100000, .fallback = "",
      .help = N_("agents there can be at a time, such as the seats of the room") },
};
/* clang-format on */
const struct sim_fields staff_fields = SIM_FIELDS(struct staff_written, rows, NULL);

const char *staff_method_name(int method)
{
    return method_names[method];
}

const char *staff_method_title(int method)
{
    static const char *const titles[] = {
        [STAFF_SIPP] =
            N_("each interval as a queue at rest (Erlang), with the callers whom the "
               "one before has left waiting, and with the redials and calls again "
               "that its own answers bring about"),
        [STAFF_MOL] =
            N_("each interval as a queue at rest (Erlang) under the load that would be "
               "there if nobody ever waited, redials and calls again included"),
        [STAFF_SIMULATION] =
            N_("found by simulation, interval by interval in order, with the "
               "same callers each time: the fewest agents whose interval meets "
               "the target on average"),
    };
    return titles[method];
}

static void fault(struct call *call, enum sim_severity severity, const char *path,
                  const char *what, const char *got, const char *hint)
{
    sim_faults_add(
        call->faults,
        (struct sim_fault){
            .severity = severity, .path = path, .what = what, .got = got, .hint = hint });
}

static const struct week_measure *week_measure_named(const char *name)
{
    for (size_t i = 0; i < n_week_measures; i++)
        if (strcmp(week_measures[i].name, name) == 0) return &week_measures[i];
    return NULL;
}

/* Has each interval of a week a value of it, by formula as by simulation? Rates and times only:
 * a number of calls is no target of an interval. */
static bool is_by_interval(const struct sim_measure *measure)
{
    return week_measure_named(measure->name) && measure->quantity == SIM_RATIO &&
           (measure->axes >> AXIS_WEEK & 1);
}

static const struct sim_measure *measure_named(const char *name)
{
    size_t i = 0;
    while (strcmp(centre_measures[i].name, name) != 0)
        i++;
    return &centre_measures[i];
}

/* "answer_rate, service_level ...": all there are. */
static const char *all_targets(struct call *call)
{
    const char *text = "";
    for (size_t i = 0; text && i < n_centre_measures; i++)
        if (is_by_interval(&centre_measures[i]))
            text = sim_arena_print(call->arena, "%s%s%s", text, *text ? ", " : "",
                                   centre_measures[i].name);
    return text;
}

static void target_keep(struct staff_ask *self, const struct report_target *shown)
{
    self->shown[self->n_targets] = *shown;
    self->measures[self->n_targets] = measure_named(shown->measure);
    self->targets[self->n_targets] =
        (struct requirement_target){ week_measure_named(shown->measure), shown->at_least,
                                     shown->bound };
    self->n_targets++;
}

static void own_target_read(struct staff_ask *self, const char *text,
                            const struct session *session, struct call *call)
{
    const struct measure_table table = { centre_measures, n_centre_measures,
                                         session->scenario.features };
    const char *whole = ask_bound(text, table, call->arena);
    struct report_target shown;
    if (!whole) {
        sim_faults_memory(call->faults);
        return;
    }
    if (!ask_target(whole, table, "--target", &shown, call->faults)) return;
    if (is_by_interval(measure_named(shown.measure)))
        target_keep(self, &shown);
    else
        sim_faults_add(call->faults, (struct sim_fault){
                                         .severity = SIM_INPUT,
                                         .path = "--target",
                                         .what = N_("no measure that staffing can be held to, "
                                                    "interval by interval"),
                                         .got = text,
                                         .wanted = all_targets(call) });
}

static void scenario_targets_take(struct staff_ask *self, const struct session *session,
                                  struct call *call)
{
    static const struct report_target usual = { "answer_rate", true, 0.85 };
    for (size_t i = 0; i < session->n_targets; i++)
        if (is_by_interval(measure_named(session->targets[i].measure)))
            target_keep(self, &session->targets[i]);
        else
            fault(call, SIM_WARNING, sim_faults_text(call->faults, "targets.[%zu]", i),
                  N_("is left out: it is not held interval by interval"),
                  session->targets[i].measure, NULL);
    if (self->n_targets > 0) return;
    self->assumed = true;
    target_keep(self, &usual);
}

/* An option stands for itself: --target, not the key it has in the table. */
static void paths_drop(struct sim_faults *faults)
{
    for (size_t i = 0; i < faults->n; i++)
        if (faults->items[i].file && strncmp(faults->items[i].file, "--", 2) == 0) {
            faults->items[i].path = faults->items[i].file;
            faults->items[i].file = NULL;
        }
}

bool staff_ask_read(struct staff_ask *self, const struct session *session, struct call *call)
{
    *self = (struct staff_ask){ 0 };
    const bool read = field_read(&call->options->own, &staff_fields, &self->written,
                                 call->arena, &self->inputs, call->faults);
    paths_drop(call->faults);
    if (isnan(self->written.most)) self->written.most = INFINITY;
    self->written.most = floor(self->written.most);
    const size_t room = self->written.targets.n + session->n_targets + 1;
    self->shown = sim_arena_new(call->arena, room, sizeof *self->shown);
    self->targets = sim_arena_new(call->arena, room, sizeof *self->targets);
    self->measures = sim_arena_new(call->arena, room, sizeof(const struct sim_measure *));
    if (!self->shown || !self->targets || !self->measures)
        return sim_faults_memory(call->faults);
    for (size_t i = 0; i < self->written.targets.n; i++)
        own_target_read(self, self->written.targets.values[i], session, call);
    if (read && self->written.targets.n == 0) scenario_targets_take(self, session, call);
    return !sim_faults_any(call->faults);
}
