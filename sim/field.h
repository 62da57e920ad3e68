/* How a model declares its parameters: key, kind, unit, range, default, class, help.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of these is all that a reader needs to parse, check, document and echo a scenario:
 * a parameter is declared once, here. */
#ifndef SIM_FIELD_H
#define SIM_FIELD_H

#include "sim/fault.h"

/* The C type behind a field, found at its offset in the struct that the table describes. */
enum sim_kind {
    SIM_REAL,       /* double */
    SIM_WHOLE,      /* int */
    SIM_FLAG,       /* bool */
    SIM_CHOICE,     /* int: index into choices */
    SIM_TEXT,       /* const char *: free text */
    SIM_NAME,       /* const char *: a code of letters, digits, - and _ */
    SIM_DATE,       /* int: days since 1970-01-01, written "2017-10-02" */
    SIM_DAYS,       /* unsigned: weekdays, bit 0 is Monday, written "monday-friday" or "monday,
                       thursday" */
    SIM_REALS,      /* struct sim_reals; a single number is a list of one */
    SIM_TEXTS,      /* struct sim_texts; a single text is a list of one */
    SIM_DATES,      /* struct sim_dates; a single date is a list of one */
    SIM_DATES_FILE, /* struct sim_dates_file, written as the name of a table of stretches of
                       dates, read with the scenario */
    SIM_GROUP,      /* an embedded struct, described by `sub` */
    SIM_LIST,       /* struct sim_list of structs, described by `sub` */
};

/* What a number measures; inside the program it is always in the unit named here. */
enum sim_unit {
    SIM_PLAIN,     /* a number */
    SIM_SECONDS,   /* "90 s", "4 min", "1.5 h", "2 days"; a bare number is seconds */
    SIM_PER_HOUR,  /* "94 /h", "2 /min", ".03 /s", "700 /day"; a bare number is per hour */
    SIM_SHARE,     /* "85 %" or .85 */
    SIM_CLOCK,     /* "08:30": seconds since midnight; "24:00" is the end of the day */
    SIM_OPEN_DAYS, /* "2 open days"; a bare number is open days */
    SIM_EUROS,     /* "24 EUR" */
    SIM_PEOPLE,    /* a number of agents */
};

struct sim_reals {
    double *values;
    size_t n;
};
struct sim_texts {
    const char **values;
    size_t n;
};
struct sim_dates {
    int *values;
    size_t n;
};
struct sim_dates_file {
    const char *name; /* as written; NULL: none */
    struct sim_dates dates;
    const char *path; /* where it was found */
};
struct sim_list {
    void *items; /* n structs of sub->size bytes */
    size_t n;
};

struct sim_fields;

struct sim_field {
    const char *key;
    enum sim_kind kind;
    enum sim_unit unit;
    size_t offset;
    /* Inclusive range of each number, in the unit above; for lists and texts, of their length.
     * low == high == 0: no limit. */
    double low, high;
    /* The default, as a planner would write it. NULL: the key must be given. "": absent, which
     * is NaN for a real, NULL for a text, an empty list. Lists and groups need none. */
    const char *fallback;
    /* Of the default: G given by the centre, R read elsewhere, A arithmetic, D assumed;
     * 0 where the key is a choice of the user rather than a fact. */
    char class_of_default;
    /* Where a fact that nobody has measured may well lie, "150 s..360 s", or which factors
     * of it are likely, "x0.7..x1.4"; NULL: not said. */
    const char *likely;
    const char *const *choices;   /* SIM_CHOICE: NULL-terminated */
    const struct sim_fields *sub; /* SIM_GROUP, SIM_LIST */
    const char *help;             /* one sentence, a msgid */
};

/* A table of fields: how one struct is written. The elements of a list whose table has a
 * field "name" as its first are addressed by that name, the others by [index]. */
struct sim_fields {
    const struct sim_field *rows;
    size_t n;
    size_t size;      /* of the struct, for lists */
    const char *help; /* one sentence on the whole, a msgid; may be NULL */
};

#define SIM_FIELDS(type, table, sentence)                                                      \
    {                                                                                          \
        (table), sizeof(table) / sizeof((table)[0]), sizeof(type), (sentence)                  \
    }

/* Where the value of an input came from. */
enum sim_origin { SIM_DEFAULT, SIM_INHERITED, SIM_SET };

/* One input as it took effect, for reports: the whole scenario is a flat list of these. */
struct sim_input {
    const char *path;              /* groups.accueil.agents */
    const struct sim_field *field; /* its declaration */
    const void *value;             /* points into the scenario, typed by field->kind */
    enum sim_origin origin;
    char class_told; /* of a value that was written: as class_of_default; 0: not told */
};

/* What an input rests on: what was told of it, else what its default rests on. */
static inline char sim_input_class(const struct sim_input *input)
{
    return input->class_told ? input->class_told : input->field->class_of_default;
}

struct sim_inputs {
    struct sim_input *items;
    size_t n;
};

#endif
