/* Requests to field professionals: opened, worked, closed, and what their callers do meanwhile.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_REQUEST_H
#define MODELS_LIFE_REQUEST_H

#include "models/life/workplace.h"

/* The file of a caller; NULL when there is none. Good until the next one is opened. */
static inline struct casefile *file_of(const struct workplace *w, const struct caller *caller)
{
    return caller->file == NOBODY ? NULL : &w->files.all[caller->file];
}

/* Has he called to ask, or could he have his answer? */
static inline bool is_brief(const struct workplace *w, const struct caller *caller)
{
    return caller->asks || file_of(w, caller)->request >= REQUEST_ANSWERED;
}

/* A file, without a request, for a caller who has none; NULL when memory has run out. */
struct casefile *open_file(struct workplace *w, struct caller *caller);

/* The need of a caller is over: whatever was to happen to it is taken back. A request that is
 * open stays so. */
void release_file(struct workplace *w, struct caller *caller);

/* A request for a caller who was oriented; NULL where none is opened. */
struct casefile *open_request(struct workplace *w, struct caller *caller);

/* A request is done with: its caller is told, or will be called back. */
void on_closed(struct workplace *w, uint32_t file);

/* The caller, whose request is open, goes away: he calls again with that chance, in earnest or
 * to ask, or asks some day, whichever comes first. `today`: the request was opened just now. */
void plan_call(struct workplace *w, struct caller *caller, double p_again, bool asks,
               bool today);

/* A caller who has a file meant to dial now, and perhaps still does. */
void on_planned(struct workplace *w, uint32_t file);

/* A caller who has a file dials. */
void on_filed_dial(struct workplace *w, struct caller *caller);

/* An attempt of a caller who has a file found no answer, or no help: what follows, where it is
 * not what follows for all. `at` and `beyond` as redial_at() says. */
void on_filed_failure(struct workplace *w, struct caller *caller, double at, bool beyond);

/* Requests open now, counted where the present slot is: as carried into the horizon, or as left
 * at its end. */
void stock_requests(struct workplace *w, enum count which);

#endif
