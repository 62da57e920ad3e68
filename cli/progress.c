/* What is under way, on stderr: a line on a terminal only, once a run takes more than a second.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"

#include "plots/words.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double now_s(void)
{
    struct timespec now = { 0 };
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

void progress_begin(struct progress *self)
{
    *self = (struct progress){ .on = isatty(STDERR_FILENO) == 1, .began_s = now_s() };
}

void progress_tell(void *teller, size_t done, size_t wanted)
{
    struct progress *self = teller;
    if (!self->on) return;
    const double now = now_s();
    if (now - self->began_s < 1.0 || now - self->told_s < 0.1) return;
    self->told_s = now;
    enum { WIDTH = 40 };
    char bar[WIDTH + 1];
    for (size_t i = 0; i < WIDTH; i++)
        bar[i] = i * wanted < done * WIDTH ? '#' : '.';
    bar[WIDTH] = '\0';
    fprintf(stderr, "\r[%s] %zu / %zu %s", bar, done, wanted, _("replications"));
    fflush(stderr);
}

void progress_store_held(const char *path)
{
    fprintf(stderr, _("%s: another process holds the store; waiting for it\n"), path);
}

void progress_end(struct progress *self)
{
    if (self->told_s > 0.0) fprintf(stderr, "\r\033[K");
}
