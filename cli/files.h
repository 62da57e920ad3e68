/* The files of a call: none that it writes takes the place of one that it reads, nor of another
 * that it writes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include "cli/command.h"

/* Notes a file that was read. */
void files_read(struct call *call, const char *path);

/* Notes a file that `option` will write; false with a fault where it is read too, or is written
 * by another option. */
bool files_written(struct call *call, const char *option, const char *path);

/* The same of --store, --json and the folders of --csv and --plots, as far as they are given;
 * false with every fault. To be asked when all has been read, before anything runs. */
bool files_check(struct call *call);

#endif
