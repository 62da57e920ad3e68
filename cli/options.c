/* The command line: options declared once, from which parsing and help follow.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"

#include "plots/layout.h"
#include "plots/words.h"
#include "scenarios/field_read.h"
#include "scenarios/nearest.h"
#include "scenarios/unit.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct option_row {
    const char *name;
    const char *argument; /* what follows it, a msgid; NULL for a flag */
    const char *help;
};

static const struct option_row rows[N_OPTIONS] = {
    [OPTION_HELP] = { "--help", NULL, N_("show this help") },
    [OPTION_LANG] = { "--lang", "fr|en", N_("language of what people read") },
    [OPTION_SET] = { "--set", N_("PATH=VALUE"),
                     N_("change a key, as in groups.accueil.agents=9; may be repeated") },
    [OPTION_REPLICATIONS] = { "--replications", "N",
                              N_("independent copies of the horizon (default 100)") },
    [OPTION_PRECISION] = { "--precision", N_("\"MEASURE WIDTH\""),
                           N_("run until the 95 % interval of a measure is this narrow on each "
                              "side, as in \"answer_rate 0.5 pt\"; --replications is then the "
                              "ceiling (default 10000)") },
    [OPTION_SEED] = { "--seed", "N", N_("names the random numbers (default 1)") },
    [OPTION_THREADS] = { "--threads", "N",
                         N_("threads to run on (default: all cores); results do not depend on "
                            "it") },
    [OPTION_JSON] = { "--json", N_("FILE"), N_("write the results as JSON; - for stdout") },
    [OPTION_CSV] = { "--csv", N_("DIRECTORY"), N_("write the results as tidy CSV files") },
    [OPTION_PLOTS] = { "--plots", N_("DIRECTORY"),
                       N_("draw the results as figures, with gnuplot") },
    [OPTION_FULL] = { "--full", NULL, N_("print every measure and every table") },
    [OPTION_MARKDOWN] = { "--markdown", NULL, N_("print the reference as a Markdown page") },
    [OPTION_STORE] = { "--store", N_("FILE.sqlite"),
                       N_("keep each replication as it is made: the same command goes on where "
                          "it was stopped, and several may work on one store") },
    [OPTION_EXPLAIN_GAP] = { "--explain-gap", NULL,
                             N_("say why the simulation and the formulas differ, by switching "
                                "off one thing after the other") },
    [OPTION_GATE] = { "--gate", NULL,
                      N_("exit 1 where a target of the scenario is missed, its whole interval "
                         "beyond it") },
    [OPTION_EXACT] = { "--exact", NULL,
                       N_("with --against: every number is the same, to the last bit") },
    [OPTION_UPDATE] = { "--update", NULL,
                        N_("with --against: run it, and write the baseline anew") },
    [OPTION_TAP] = { "--tap", NULL,
                     N_("with --against: tell it in the Test Anything Protocol") },
};

static void option_fault(const char *what, const char *got, const char *wanted,
                         const char *hint, struct sim_faults *faults)
{
    sim_faults_add(
        faults,
        (struct sim_fault){
            .severity = SIM_INPUT, .path = got, .what = what, .wanted = wanted, .hint = hint });
}

/* The option a word begins with, up to its end or an =; N_OPTIONS when there is none. */
static int option_of(const char *word, size_t length, unsigned taken)
{
    for (int i = 0; i < N_OPTIONS; i++)
        if ((taken & OPTION(i)) && strlen(rows[i].name) == length &&
            strncmp(rows[i].name, word, length) == 0)
            return i;
    return strcmp(word, "-h") == 0 ? OPTION_HELP : N_OPTIONS;
}

/* The field of the command's own that --key names; NULL when there is none. */
static const struct sim_field *own_of(const char *word, size_t length,
                                      const struct sim_fields *own)
{
    for (size_t i = 0; own && i < own->n; i++)
        if (length > 2 && strlen(own->rows[i].key) == length - 2 &&
            strncmp(own->rows[i].key, word + 2, length - 2) == 0)
            return &own->rows[i];
    return NULL;
}

static void unknown_option(const char *word, struct options_taken taken,
                           struct sim_faults *faults)
{
    struct nearest nearest = { .word = word };
    for (int i = 0; i < N_OPTIONS; i++)
        if (taken.bits & OPTION(i)) nearest_offer(&nearest, rows[i].name);
    for (size_t i = 0; taken.own && i < taken.own->n; i++) {
        const char *name = sim_faults_text(faults, "--%s", taken.own->rows[i].key);
        if (name) nearest_offer(&nearest, name);
    }
    option_fault(N_("there is no such option"), word, NULL, nearest.best, faults);
}

/* Of a field that holds several values, each one given; of the others, the last. */
static void own_keep(struct options *self, const struct sim_field *field, const char *value,
                     struct sim_arena *arena, struct sim_faults *faults)
{
    struct setting *key = setting_member(&self->own, field->key);
    struct setting *text = sim_arena_new(arena, 1, sizeof *text);
    if (!key && (key = sim_arena_new(arena, 1, sizeof *key))) setting_append(&self->own, key);
    if (!text || !key) {
        sim_faults_memory(faults);
        return;
    }
    const char *file = sim_arena_print(arena, "--%s", field->key);
    *text = (struct setting){
        .type = SETTING_TEXT, .text = value, .file = file, .origin = SIM_SET
    };
    key->key = field->key;
    key->file = file;
    key->origin = SIM_SET;
    key->type = field->kind == SIM_TEXTS ? SETTING_LIST : SETTING_TEXT;
    key->text = value;
    if (key->type == SETTING_LIST) setting_append(key, text);
}

/* Takes the option that begins argv[i]; returns the index of the last word it took. */
static int option_take(struct options *self, int argc, char **argv, int i,
                       struct options_taken taken, struct sim_arena *arena,
                       struct sim_faults *faults)
{
    const char *word = argv[i];
    const size_t length = strcspn(word, "=");
    const int option = option_of(word, length, taken.bits);
    const struct sim_field *own = own_of(word, length, taken.own);
    if (option == N_OPTIONS && !own) {
        unknown_option(word, taken, faults);
        return i;
    }
    const char *value = word[length] ? &word[length + 1] : NULL;
    if (!own && !rows[option].argument) {
        if (value) option_fault(N_("takes no value"), word, NULL, NULL, faults);
        self->value[option] = "";
        return i;
    }
    if (!value && i + 1 >= argc) {
        option_fault(N_("a value is missing"), word,
                     own ? unit_wanted(own->unit) : rows[option].argument, NULL, faults);
        return i;
    }
    if (!value) value = argv[++i];
    if (own) {
        own_keep(self, own, value, arena, faults);
        return i;
    }
    self->value[option] = value;
    if (option == OPTION_SET) self->sets[self->n_sets++] = value;
    return i;
}

bool options_read(struct options *self, int argc, char **argv, struct options_taken taken,
                  struct sim_arena *arena, struct sim_faults *faults)
{
    const size_t most = (size_t)argc + 1;
    *self = (struct options){ 0 };
    self->sets = sim_arena_new(arena, most, sizeof *self->sets);
    self->operands = sim_arena_new(arena, most, sizeof *self->operands);
    if (!self->sets || !self->operands) return sim_faults_memory(faults);
    bool only_operands = false;
    for (int i = 1; i < argc; i++) {
        if (!only_operands && strcmp(argv[i], "--") == 0)
            only_operands = true;
        else if (!only_operands && argv[i][0] == '-' && argv[i][1])
            i = option_take(self, argc, argv, i, taken, arena, faults);
        else
            self->operands[self->n_operands++] = argv[i];
    }
    return !sim_faults_any(faults);
}

bool options_own_read(const struct options *self, const struct sim_fields *own, void *out,
                      struct sim_arena *arena, struct sim_inputs *inputs,
                      struct sim_faults *faults)
{
    const bool read = field_read(&self->own, own, out, arena, inputs, faults);
    /* An option stands for itself: --rate, not the key it has in the table. */
    for (size_t i = 0; i < faults->n; i++)
        if (faults->items[i].file && strncmp(faults->items[i].file, "--", 2) == 0) {
            faults->items[i].path = faults->items[i].file;
            faults->items[i].file = NULL;
        }
    return read;
}

/* What stands for the value in the help: RATE, TIME, or the words there are. */
static const char *own_argument(const struct sim_field *field)
{
    if (field->kind == SIM_CHOICE) return N_("WORD");
    if (field->kind == SIM_TEXT || field->kind == SIM_TEXTS) return N_("TEXT");
    if (field->kind == SIM_DATE) return N_("DATE");
    switch (field->unit) {
    case SIM_PER_HOUR:
        return N_("RATE");
    case SIM_SECONDS:
        return N_("TIME");
    case SIM_SHARE:
        return N_("SHARE");
    default:
        return "N";
    }
}

static void help_line(FILE *out, const char *name, const char *argument, const char *help)
{
    char head[80];
    snprintf(head, sizeof head, "%s %s", name, argument ? _(argument) : "");
    fputs("  ", out);
    layout_left(out, head, 29);
    fprintf(out, "%s\n", _(help));
}

void options_help(FILE *out, struct options_taken taken)
{
    for (size_t i = 0; taken.own && i < taken.own->n; i++) {
        const struct sim_field *field = &taken.own->rows[i];
        char name[40];
        snprintf(name, sizeof name, "--%s", field->key);
        help_line(out, name, own_argument(field), field->help);
    }
    for (int i = 0; i < N_OPTIONS; i++)
        if (taken.bits & OPTION(i))
            help_line(out, rows[i].name, rows[i].argument, rows[i].help);
}

uint64_t options_number(const struct options *self, enum option option, uint64_t low,
                        uint64_t high, uint64_t otherwise, struct sim_faults *faults)
{
    const char *text = self->value[option];
    if (!text) return otherwise;
    char *end;
    errno = 0;
    const unsigned long long number = strtoull(text, &end, 10);
    const bool digits = text[0] >= '0' && text[0] <= '9' && *end == '\0';
    if (digits && !errno && number >= low && number <= high) return number;
    sim_faults_add(
        faults, (struct sim_fault){
                    .severity = SIM_INPUT,
                    .path = rows[option].name,
                    .what = N_("not a whole number within its range"),
                    .got = text,
                    .wanted = sim_faults_text(faults, "%" PRIu64 " .. %" PRIu64, low, high) });
    return otherwise;
}
