/* Which line a caller dials: his own, a wrong one, or another because his own does not answer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/line.h"

#include "models/demand/purpose.h"
#include "models/life/attempt.h"
#include "models/life/tell.h"

/* What is dialled, and the uniform number that says which line of the others. */
static enum dialled dialled_by(const struct workplace *w, const struct caller *caller,
                               double *which)
{
    const struct scenario *scenario = w->scenario;
    if (caller->dialled == DIALLED_TOLD) return DIALLED_HOME;
    const struct sim_words words = sim_stream_block(
        &w->stream, caller_place(caller, PURPOSE_LINE, caller->attempts + 1U), 0);
    const bool redials = caller->attempts > 0 && !caller->again;
    if (redials && sim_uniform(words.word[LANE_OTHER]) < scenario->other_line.probability) {
        *which = sim_uniform(words.word[LANE_OTHER_WHICH]);
        return DIALLED_OTHER;
    }
    *which = sim_uniform(words.word[LANE_WRONG_WHICH]);
    return sim_uniform(words.word[LANE_WRONG]) < scenario->wrong_line.probability
               ? DIALLED_WRONG
               : DIALLED_HOME;
}

void choose_line(struct workplace *w, struct caller *caller)
{
    const struct mix *mix = &w->scenario->mix;
    const struct call_class *home = &w->scenario->classes[caller->home];
    double which = 0.0;
    const enum dialled dialled = dialled_by(w, caller, &which);
    const uint32_t line =
        dialled == DIALLED_HOME ? home->line : mix_other_line(mix, home->line, which);
    caller->dialled = (uint8_t)dialled;
    caller->class = line * mix->n_reasons + home->reason;
    caller->cell = present_cell(w, caller);
    if (dialled == DIALLED_WRONG) count(w, caller, N_WRONG_LINE, 1.0);
    if (dialled == DIALLED_OTHER) count(w, caller, N_OTHER_LINE, 1.0);
}

SIM_ASIDE void draw_kind(struct workplace *w, struct caller *caller)
{
    const struct mix *mix = w->mix;
    const struct sim_words words =
        sim_stream_block(&w->stream, caller_place(caller, PURPOSE_KIND, 0), 0);
    const double line = sim_uniform(words.word[LANE_LINE]);
    const double reason = sim_uniform(words.word[LANE_REASON]);
    const unsigned first = share_pick(w->lines, mix->n_lines, line) * mix->n_reasons;
    caller->class = first + share_pick(&mix->reasons[first], mix->n_reasons, reason);
    caller->home = caller->class;
    caller->born = caller->cell = present_cell(w, caller);
    if (!w->scenario->strays) return;
    choose_line(w, caller);
    if (caller->class == caller->home) return;
    counts_add(&w->counts, caller->born, N_STRAYED, 1.0);
    count(w, caller, N_STRAYED, -1.0);
}

SIM_ASIDE double wrong_line_s(const struct workplace *w, const struct caller *caller)
{
    return wrong_line_length(&w->scenario->wrong_line, &w->stream,
                             caller_place(caller, 0, caller->attempts));
}

SIM_ASIDE void on_told(struct workplace *w, struct caller *caller)
{
    const struct scenario *scenario = w->scenario;
    const struct moment moment = moment_of(w);
    bool beyond;
    tell_caller(w, caller, TOLD_WRONG_LINE, 0.0);
    const double at =
        wrong_line_redial_at(&scenario->wrong_line, &scenario->redial, &moment, &w->stream,
                             caller_place(caller, 0, caller->attempts), caller->tries, &beyond);
    caller->dialled = DIALLED_TOLD;
    dial_again(w, caller, at, beyond);
}
