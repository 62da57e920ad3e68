/* The program starts at once and stays small: processor time to start, memory of many runs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only of an optimised build: sanitizers and debuggers have costs of their own. */
#define _DEFAULT_SOURCE /* wait4() */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SKIPPED = 77, TRIES = 20, MOST_ARGUMENTS = 12 };

static const double most_start_s = 0.005;
static const long most_kb = 64 * 1024L;

struct cost {
    double cpu_s;
    long kb; /* the most memory it ever held */
};

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + 1e-6 * (double)time.tv_usec;
}

/* Runs the program, its output thrown away. Arguments up to a NULL. */
static struct cost cost_of(char *const *arguments)
{
    struct rusage used = { 0 };
    int status = -1;
    fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        const int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        execv(DECROCHE_PROGRAM, arguments);
        _exit(127);
    }
    assert_true(child > 0);
    assert_int_equal(wait4(child, &status, 0, &used), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    return (struct cost){ seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss };
}

/* The least of some tries: others may be at work on this machine. */
static void starting_takes_less_than_five_milliseconds(void **state)
{
    (void)state;
    static char erlang_a[] = DECROCHE_SOURCE_DIR "/scenarios/textbook/erlang-a.cfg";
    char *const lines[][MOST_ARGUMENTS] = {
        { "decroche", "--version", NULL },
        { "decroche", "check", erlang_a, NULL },
        { "decroche", "run", erlang_a, "--set", "horizon.days=1", "--set", "demand.rate=1",
          "--replications", "1", "--threads", "1", NULL },
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        double least = 1.0;
        for (int try = 0; try < TRIES; try++) {
            const double cpu_s = cost_of(lines[i]).cpu_s;
            least = cpu_s < least ? cpu_s : least;
        }
        printf("%-10s %.1f ms of processor time\n", lines[i][1], 1e3 * least);
        assert_true(least < most_start_s);
    }
}

static void memory_stays_small_whatever_is_simulated(void **state)
{
    (void)state;
    static char erlang_a[] = DECROCHE_SOURCE_DIR "/scenarios/textbook/erlang-a.cfg";
    static char nord[] = DECROCHE_SOURCE_DIR "/scenarios/nord/centre-2017.cfg";
    char *const lines[][MOST_ARGUMENTS] = {
        { "decroche", "run", nord, "--replications", "1000", NULL },
        { "decroche", "run", erlang_a, "--set", "horizon.days=7", "--replications", "1000",
          NULL },
        { "decroche", "run", erlang_a, "--replications", "2", NULL },
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        const long kb = cost_of(lines[i]).kb;
        printf("%-60s %.1f MiB\n", strstr(lines[i][2], "scenarios"), (double)kb / 1024.0);
        assert_true(kb < most_kb);
    }
}

int main(void)
{
#ifndef NDEBUG
    printf("skipped: not an optimised build\n");
    return SKIPPED;
#endif
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(starting_takes_less_than_five_milliseconds),
        cmocka_unit_test(memory_stays_small_whatever_is_simulated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
