/* Which sources the results of this program come from: cmake/sources.cmake writes it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SOURCES_ID_H
#define CLI_SOURCES_ID_H

/* A sha256 of all C of sim, models and scenarios. */
extern const char sources_id[];

#endif
