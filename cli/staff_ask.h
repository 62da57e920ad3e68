/* What decroche staff is asked: targets, the method, how many agents there can be.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_STAFF_ASK_H
#define CLI_STAFF_ASK_H

#include "cli/session.h"
#include "models/plan/requirement.h"

enum staff_method { STAFF_SIPP, STAFF_MOL, STAFF_SIMULATION };

/* The options of its own. */
extern const struct sim_fields staff_fields;

struct staff_written {
    struct sim_texts targets;
    int method; /* enum staff_method */
    double most;
};

struct staff_ask {
    struct staff_written written;
    struct sim_inputs inputs;
    struct report_target *shown; /* the targets, by name */
    struct requirement_target *targets;
    const struct sim_measure **measures; /* theirs */
    size_t n_targets;
    bool assumed; /* nobody set a target */
};

/* Reads the call's options, and the scenario's targets where they set none. False with faults.
 */
bool staff_ask_read(struct staff_ask *self, const struct session *session, struct call *call);

const char *staff_method_name(int method);

/* A sentence, a msgid. */
const char *staff_method_title(int method);

#endif
