/* Ctrl-C: asks a run to end with what was done so far.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include <stdatomic.h>

/* From now on SIGINT and SIGTERM set *stop instead of ending the process; a second one ends it.
 * Called once, before any other thread starts; *stop lives as long as the process. Where no
 * thread can be started, the signals go on ending the process. */
void interrupt_watch(atomic_bool *stop);

#endif
