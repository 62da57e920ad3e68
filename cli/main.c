/* The program: finds the command, sets what is set once for the process, tells faults.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "cli/paths.h"
#include "plots/output.h"

#include <fcntl.h>
#include <gsl/gsl_errno.h>
#include <stdlib.h>
#include <string.h>

static const struct command *const commands[] = { &cmd_run,     &cmd_check,    &cmd_history,
                                                  &cmd_explain, &cmd_init,     &cmd_erlang,
                                                  &cmd_trace,   &cmd_training, &cmd_compare,
                                                  &cmd_staff,   &cmd_rank,     &cmd_sensitivity,
                                                  &cmd_sample };
enum { N_COMMANDS = sizeof commands / sizeof commands[0] };

static void help_all(FILE *out)
{
    fprintf(out, "%s\n\n",
            _("décroché: what happens to the calls of a contact centre, simulated"));
    fprintf(out, "  decroche run scenarios/nord/centre-2017.cfg\n\n%s\n", _("Commands:"));
    for (size_t i = 0; i < N_COMMANDS; i++)
        fprintf(out, "  %-10s %s\n", commands[i]->name, _(commands[i]->summary));
    fprintf(out, "\n%s\n",
            _("decroche COMMAND --help tells more; decroche --version, the version"));
}

static struct options_taken command_takes(const struct command *command)
{
    return (struct options_taken){ command->options, command->own };
}

static void help_command(FILE *out, const struct command *command)
{
    fprintf(out, "decroche %s %s\n\n%s\n\n", command->name, command->operands,
            _(command->summary));
    options_help(out, command_takes(command));
}

static const struct command *command_named(const char *name)
{
    for (size_t i = 0; i < N_COMMANDS; i++)
        if (strcmp(commands[i]->name, name) == 0) return commands[i];
    return NULL;
}

static void operands_check(const struct command *command, const struct options *options,
                           struct sim_faults *faults)
{
    if (options->n_operands >= command->least && options->n_operands <= command->most) return;
    const bool few = options->n_operands < command->least;
    sim_faults_add(faults,
                   (struct sim_fault){
                       .severity = SIM_INPUT,
                       .what = few ? N_("an operand is missing") : N_("one operand too many"),
                       .got = few ? NULL : options->operands[command->most],
                       .wanted = sim_faults_text(faults, "decroche %s %s", command->name,
                                                 command->operands) });
}

static const char *language(const struct options *options, struct sim_faults *faults)
{
    const char *lang = options->value[OPTION_LANG];
    if (lang && words_lang_is_known(lang)) return lang;
    if (lang)
        sim_faults_add(faults,
                       (struct sim_fault){ .severity = SIM_INPUT,
                                           .path = "--lang",
                                           .what = N_("not a language this program speaks"),
                                           .got = lang,
                                           .wanted = "fr, en" });
    return words_lang((struct words_environment){ getenv("LANGUAGE"), getenv("LC_ALL"),
                                                  getenv("LC_MESSAGES"), getenv("LANG") });
}

/* What was printed has arrived, or that is a fault too. */
static void printed_check(struct sim_faults *faults)
{
    struct output output;
    if (!faults->n_machine && output_open(&output, "-", faults)) output_commit(&output, faults);
}

static int command_run(const struct command *command, int argc, char **argv, atomic_bool *stop)
{
    struct sim_arena arena = { 0 };
    struct sim_faults faults = { 0 };
    struct options options;
    int code = 0;
    options_read(&options, argc, argv, command_takes(command), &arena, &faults);
    struct call call = {
        &options, words_start(language(&options, &faults), paths_locale(&arena)),
        &arena,   stop,
        &faults,  NULL
    };
    if (options.value[OPTION_HELP]) {
        help_command(stdout, command);
    } else {
        if (!sim_faults_any(&faults)) operands_check(command, &options, &faults);
        if (!sim_faults_any(&faults)) code = command->run(&call);
    }
    printed_check(&faults);
    words_faults(stderr, &faults);
    if (sim_faults_any(&faults)) code = sim_faults_exit(&faults);
    sim_faults_close(&faults);
    sim_arena_close(&arena);
    return code;
}

static bool asks_for_help(const char *word)
{
    return word && (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 ||
                    strcmp(word, "help") == 0);
}

/* A line without a command: help or version where asked for, else what is wrong. */
static int no_command(const char *word)
{
    if (word && strcmp(word, "--version") == 0) {
        printf("decroche %s\n", DECROCHE_VERSION);
        return 0;
    }
    const bool asked = asks_for_help(word);
    if (word && !asked) fprintf(stderr, _("decroche: there is no command \"%s\"\n\n"), word);
    help_all(asked ? stdout : stderr);
    return asked ? 0 : 2;
}

/* A standard stream that was closed gets /dev/null the wrong way round: no file that is opened
 * later takes its number, and writing to it fails as before. */
static void streams_hold(void)
{
    static const int ways[] = { O_WRONLY, O_RDONLY, O_RDONLY };
    for (int i = 0; i < 3; i++)
        if (fcntl(i, F_GETFD) == -1) (void)!open("/dev/null", ways[i]);
}

/* "help run" is "run --help", which is `flag`. */
static void help_turned(int argc, char **argv, char *flag)
{
    if (argc < 3 || strcmp(argv[1], "help") != 0 || !command_named(argv[2])) return;
    argv[1] = argv[2];
    argv[2] = flag;
}

int main(int argc, char **argv)
{
    char flag[] = "--help";
    streams_hold();
    gsl_set_error_handler_off();
    help_turned(argc, argv, flag);
    const struct command *command = argc > 1 ? command_named(argv[1]) : NULL;
    atomic_bool stop = false; /* the watcher of signals may look at it until the very end */
    if (command) return command_run(command, argc - 1, argv + 1, &stop);
    struct sim_arena arena = { 0 };
    struct sim_faults faults = { 0 };
    struct options options = { 0 };
    const char *word = argc > 1 ? argv[1] : NULL;
    const struct options_taken taken = { .bits = OPTION(OPTION_LANG) };
    if (asks_for_help(word)) options_read(&options, argc - 1, argv + 1, taken, &arena, &faults);
    words_start(language(&options, &faults), paths_locale(&arena));
    int code = no_command(word);
    printed_check(&faults);
    words_faults(stderr, &faults);
    if (sim_faults_any(&faults)) code = sim_faults_exit(&faults);
    sim_faults_close(&faults);
    sim_arena_close(&arena);
    return code;
}
