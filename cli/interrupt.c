/* Ctrl-C: asks a run to end with what was done so far.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

enum { EXIT_OF_SIGNALS = 128 };

static sigset_t watched(void)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

static void *watch(void *argument)
{
    atomic_bool *stop = argument;
    const sigset_t signals = watched();
    int number = 0;
    while (sigwait(&signals, &number) == 0)
        if (atomic_exchange(stop, true)) _exit(EXIT_OF_SIGNALS + number);
    return NULL;
}

void interrupt_watch(atomic_bool *stop)
{
    const sigset_t signals = watched();
    pthread_t thread;
    pthread_sigmask(SIG_BLOCK, &signals, NULL);
    if (pthread_create(&thread, NULL, watch, stop) == 0)
        pthread_detach(thread);
    else
        pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
}
