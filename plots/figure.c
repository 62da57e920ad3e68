/* Figures are drawn by gnuplot, a program of its own: the only process that is ever started.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/figure.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { SAID_MOST = 600 };

static bool fail(struct sim_faults *faults, const char *what, const char *got, const char *hint)
{
    sim_faults_add(faults, (struct sim_fault){ .severity = SIM_MACHINE,
                                               .path = "--plots",
                                               .what = what,
                                               .got = got,
                                               .hint = hint });
    return false;
}

/* What a program said, on one line. */
static const char *said(FILE *log, char text[SAID_MOST])
{
    size_t n = 0;
    bool blank = true;
    rewind(log);
    for (int c; n + 1 < SAID_MOST && (c = getc(log)) != EOF;) {
        const bool space = c == '\n' || c == '\t' || c == ' ';
        if (!(space && blank)) text[n++] = space ? ' ' : (char)c;
        blank = space;
    }
    while (n > 0 && text[n - 1] == ' ')
        n--;
    text[n] = '\0';
    return text;
}

/* Starts gnuplot with its defaults, whatever the user's own say. It can be interrupted, though
 * the one who starts it may have signals blocked. Returns 0 or an error. */
static int start(FILE *script, FILE *log, pid_t *child)
{
    char program[] = "gnuplot", defaults[] = "--default-settings", from[] = "/dev/stdin";
    char *words[] = { program, defaults, from, NULL };
    posix_spawn_file_actions_t streams;
    posix_spawnattr_t signals;
    sigset_t none;
    if (posix_spawn_file_actions_init(&streams) != 0) return ENOMEM;
    if (posix_spawnattr_init(&signals) != 0) {
        posix_spawn_file_actions_destroy(&streams);
        return ENOMEM;
    }
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&signals, &none);
    posix_spawnattr_setflags(&signals, POSIX_SPAWN_SETSIGMASK);
    posix_spawn_file_actions_adddup2(&streams, fileno(script), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&streams, fileno(log), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&streams, fileno(log), STDERR_FILENO);
    const int error = posix_spawnp(child, program, &streams, &signals, words, environ);
    posix_spawnattr_destroy(&signals);
    posix_spawn_file_actions_destroy(&streams);
    return error;
}

static bool run(FILE *script, FILE *log, struct sim_faults *faults)
{
    pid_t child;
    int status = -1;
    char text[SAID_MOST];
    const int error = start(script, log, &child);
    if (error == ENOENT)
        return fail(faults, N_("figures need gnuplot, which is not here"), NULL,
                    N_("install it (on Debian: apt-get install gnuplot-nox), or leave out "
                       "--plots"));
    if (error) return fail(faults, N_("gnuplot cannot be started"), strerror(error), NULL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return true;
    return fail(faults, N_("gnuplot has failed"), said(log, text), NULL);
}

bool figure_draw(FILE *script, struct sim_faults *faults)
{
    FILE *log = tmpfile();
    if (!log) return fail(faults, N_("gnuplot cannot be started"), strerror(errno), NULL);
    bool ok = fflush(script) == 0 && fseek(script, 0, SEEK_SET) == 0;
    if (!ok)
        fail(faults, N_("gnuplot cannot be started"), strerror(errno), NULL);
    else
        ok = run(script, log, faults);
    fclose(log);
    return ok;
}

static void write_number(FILE *script, double value)
{
    if (isnan(value))
        fputs(" = NaN\n", script);
    else
        fprintf(script, " = %.10g\n", value);
}

void figure_number(FILE *script, const char *name, double value)
{
    fputs(name, script);
    write_number(script, value);
}

/* Within single quotes gnuplot takes everything as it is, but a quote, which is doubled; a line
 * cannot end there. */
static void write_quoted(FILE *script, const char *text)
{
    putc('\'', script);
    for (; *text; text++) {
        if (*text == '\'') putc('\'', script);
        putc((unsigned char)*text < ' ' ? ' ' : *text, script);
    }
    putc('\'', script);
}

void figure_text(FILE *script, const char *name, const char *text)
{
    fprintf(script, "%s = ", name);
    write_quoted(script, text);
    putc('\n', script);
}

void figure_list(FILE *script, const char *name, size_t n)
{
    fprintf(script, "array %s[%zu]\n", name, n);
}

void figure_item(FILE *script, const char *name, size_t i, const char *text)
{
    fprintf(script, "%s[%zu] = ", name, i + 1); /* gnuplot counts from 1 */
    write_quoted(script, text);
    putc('\n', script);
}

void figure_value(FILE *script, const char *name, size_t i, double value)
{
    fprintf(script, "%s[%zu]", name, i + 1);
    write_number(script, value);
}
