/* What a store holds: its owner and its runs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/store_file.h"

#include <math.h>
#include <sqlite3.h>

static double real_or_nan(sqlite3_stmt *from, int column)
{
    const bool is_there = sqlite3_column_type(from, column) != SQLITE_NULL;
    return is_there ? sqlite3_column_double(from, column) : NAN;
}

static const char *text_of(sqlite3_stmt *from, int column, struct sim_arena *arena)
{
    return sim_arena_text(arena, (const char *)sqlite3_column_text(from, column));
}

static bool runs_read(struct store_history *history, sqlite3_stmt *from,
                      struct sim_arena *arena)
{
    for (size_t i = 0; i < history->n && sqlite3_step(from) == SQLITE_ROW; i++) {
        struct store_run *run = &history->runs[i];
        *run = (struct store_run){ .seed = text_of(from, 0, arena),
                                   .measure = text_of(from, 1, arena),
                                   .kept = (size_t)sqlite3_column_int64(from, 2),
                                   .asked = (size_t)sqlite3_column_int64(from, 3),
                                   .concluded = (size_t)sqlite3_column_int64(from, 4),
                                   .detailed = sqlite3_column_int64(from, 5) > 0,
                                   .began = sqlite3_column_int64(from, 6),
                                   .resumed = sqlite3_column_int64(from, 7),
                                   .value = real_or_nan(from, 8),
                                   .low = real_or_nan(from, 9),
                                   .high = real_or_nan(from, 10) };
        if (!run->seed) return false;
    }
    return true;
}

static bool owner_read(struct store_history *history, sqlite3 *database,
                       struct sim_arena *arena)
{
    history->owner = (struct store_owner){
        .version = store_file_about(database, "version", arena),
        .build = store_file_about(database, "build", arena),
        .scenario = store_file_about(database, "scenario", arena),
        .sha256 = store_file_about(database, "sha256", arena),
        .text = store_file_about(database, "text", arena),
    };
    return history->owner.version && history->owner.scenario && history->owner.sha256;
}

bool store_read(struct store_history *history, const char *path, void (*tell)(const char *path),
                struct sim_arena *arena, struct sim_faults *faults)
{
    struct store_wait wait = { tell, path, false };
    static const char select[] =
        "select seed, measure, (select count(*) from row where row.run = run.id), asked,"
        " concluded, spreads > 0, began, resumed,"
        " value, low, high from run order by id";
    sqlite3_stmt *statement = NULL;
    long long n = 0;
    *history = (struct store_history){ 0 };
    sqlite3 *database = store_file_look(path, &wait, faults);
    if (!database) return false;
    bool ok = store_do(database, path, "select count(*) from run", NULL, 0, &n, faults) &&
              (owner_read(history, database, arena) ||
               store_fault(path, N_("the store is damaged"), NULL, faults)) &&
              (sqlite3_prepare_v2(database, select, -1, &statement, NULL) == SQLITE_OK ||
               store_fail(database, path, faults));
    history->n = (size_t)n;
    history->runs = sim_arena_new(arena, history->n + 1, sizeof *history->runs);
    if (ok && (!history->runs || !runs_read(history, statement, arena)))
        ok = sim_faults_memory(faults);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return ok;
}
