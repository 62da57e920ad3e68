/* The SQLite file of a store: its tables, whose it is, and its faults in our words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/store_file.h"
#include "plots/words.h"

#include <errno.h>
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* "dcro" marks the file as ours; the tables have a version of their own. */
enum { APPLICATION = 0x6463726f, TABLES_VERSION = 1 };

/* Another process may hold the store: for a moment as it writes a row, or for as long as it
 * likes. */
enum { NAP_MS = 20, TOLD_AFTER_MS = 2000, PATIENCE_MS = 180000 };

static const char tables[] =
    "create table about (key text primary key, value text not null);"
    "create table run (id integer primary key, seed text not null, cells integer not null,"
    " spreads integer not null, asked integer not null, began integer not null,"
    " resumed integer not null, measure text, concluded integer, value real, low real,"
    " high real, unique (seed, cells, spreads));"
    "create table row (run integer not null references run, replication integer not null,"
    " counts blob not null, digest blob not null, primary key (run, replication));"
    "pragma application_id = 0x6463726f;"
    "pragma user_version = 1;";

/* ---- faults */

bool store_fault(const char *path, const char *what, const char *got, struct sim_faults *faults)
{
    sim_faults_add(faults, (struct sim_fault){
                               .severity = SIM_INPUT, .file = path, .what = what, .got = got });
    return false;
}

bool store_fail_by(const char *path, const char *what, int error, struct sim_faults *faults)
{
    sim_faults_add(faults, (struct sim_fault){ .severity = SIM_MACHINE,
                                               .file = path,
                                               .what = what,
                                               .got = strerror(error) });
    return false;
}

/* What the machine refused: the system's own reason where there is one. */
static const char *reason_of(struct sqlite3 *database, struct sim_faults *faults)
{
    const int error = sqlite3_system_errno(database);
    const int code = sqlite3_errcode(database);
    if (code == SQLITE_FULL) return strerror(ENOSPC);
    if (code == SQLITE_BUSY) return N_("another process holds it");
    if (error) return strerror(error);
    return sim_faults_text(faults, _("SQLite refuses (%s)"), sqlite3_errmsg(database));
}

bool store_fail(struct sqlite3 *database, const char *path, struct sim_faults *faults)
{
    switch (sqlite3_errcode(database)) {
    case SQLITE_NOMEM:
        return sim_faults_memory(faults);
    case SQLITE_NOTADB:
        return store_fault(path, N_("is not a store"), NULL, faults);
    case SQLITE_ERROR: /* a table or a column that is not there */
    case SQLITE_CORRUPT:
        return store_fault(path,
                           sim_faults_text(faults, "%s (%s)", _("the store is damaged"),
                                           sqlite3_errmsg(database)),
                           NULL, faults);
    default:
        sim_faults_add(faults, (struct sim_fault){ .severity = SIM_MACHINE,
                                                   .file = path,
                                                   .what = N_("cannot be written"),
                                                   .got = reason_of(database, faults) });
        return false;
    }
}

/* ---- statements */

static void value_bind(sqlite3_stmt *statement, int place, const struct store_value *value)
{
    if (value->text)
        sqlite3_bind_text(statement, place, value->text, -1, SQLITE_STATIC);
    else if (value->real && !isnan(*value->real))
        sqlite3_bind_double(statement, place, *value->real);
    else if (!value->real)
        sqlite3_bind_int64(statement, place, value->number);
}

bool store_do(struct sqlite3 *database, const char *path, const char *statement,
              const struct store_value *values, size_t n, long long *first,
              struct sim_faults *faults)
{
    sqlite3_stmt *prepared = NULL;
    int code = sqlite3_prepare_v2(database, statement, -1, &prepared, NULL);
    for (size_t i = 0; i < n && code == SQLITE_OK; i++)
        value_bind(prepared, (int)i + 1, &values[i]);
    if (code == SQLITE_OK) code = sqlite3_step(prepared);
    if (code == SQLITE_ROW && first) *first = sqlite3_column_int64(prepared, 0);
    const bool ok = code == SQLITE_DONE || code == SQLITE_ROW;
    if (!ok) store_fail(database, path, faults);
    sqlite3_finalize(prepared);
    return ok;
}

const char *store_file_about(struct sqlite3 *database, const char *key, struct sim_arena *arena)
{
    sqlite3_stmt *statement = NULL;
    const char *text = NULL;
    static const char select[] = "select value from about where key = ?1";
    if (sqlite3_prepare_v2(database, select, -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_text(statement, 1, key, -1, SQLITE_STATIC);
        if (sqlite3_step(statement) == SQLITE_ROW)
            text = sim_arena_text(arena, (const char *)sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    return text;
}

/* ---- whose it is */

static bool refuse(const char *path, const char *what, const char *got, const char *wanted,
                   struct sim_faults *faults)
{
    sim_faults_add(faults,
                   (struct sim_fault){ .severity = SIM_INPUT,
                                       .file = path,
                                       .what = what,
                                       .got = got,
                                       .wanted = wanted,
                                       .hint = N_("name another file, or remove this one") });
    return false;
}

static bool owner_matches(struct sqlite3 *database, const char *path,
                          const struct store_owner *owner, struct sim_faults *faults)
{
    const char *const is[] = { owner->version, owner->build, owner->sha256 };
    const char *was[3], *keys[] = { "version", "build", "sha256" };
    for (size_t i = 0; i < 3; i++)
        if (!(was[i] = store_file_about(database, keys[i], &faults->arena)))
            return store_fault(path, N_("the store is damaged"), keys[i], faults);
    const char *name = store_file_about(database, "scenario", &faults->arena);
    const char *form = "%s (%.12s)";
    if (strcmp(was[2], is[2]) != 0)
        return refuse(path, N_("is the store of another scenario"),
                      sim_faults_text(faults, form, name ? name : "–", was[2]),
                      sim_faults_text(faults, form, owner->scenario, is[2]), faults);
    if (strcmp(was[0], is[0]) != 0 || strcmp(was[1], is[1]) != 0)
        return refuse(path, N_("is the store of another version of this program"),
                      sim_faults_text(faults, form, was[0], was[1]),
                      sim_faults_text(faults, form, is[0], is[1]), faults);
    return true;
}

static bool owner_write(struct sqlite3 *database, const char *path,
                        const struct store_owner *owner, struct sim_faults *faults)
{
    const struct store_value values[] = { { .text = owner->version },
                                          { .text = owner->build },
                                          { .text = owner->scenario },
                                          { .text = owner->sha256 },
                                          { .text = owner->text } };
    return store_do(database, path,
                    "insert into about values ('version', ?1), ('build', ?2),"
                    " ('scenario', ?3), ('sha256', ?4), ('text', ?5)",
                    values, 5, NULL, faults);
}

/* ---- opening */

static bool is_ours(struct sqlite3 *database, const char *path, struct sim_faults *faults)
{
    long long mark = 0, version = 0;
    if (!store_do(database, path, "pragma application_id", NULL, 0, &mark, faults) ||
        !store_do(database, path, "pragma user_version", NULL, 0, &version, faults))
        return false;
    if (mark != APPLICATION) return store_fault(path, N_("is not a store"), NULL, faults);
    if (version == TABLES_VERSION) return true;
    return refuse(path, N_("is the store of another version of this program"), NULL, NULL,
                  faults);
}

/* Makes the tables in a file that has none, unless another process has done so meanwhile. */
static bool tables_make(struct sqlite3 *database, const char *path,
                        const struct store_owner *owner, struct sim_faults *faults)
{
    static const char count[] = "select count(*) from sqlite_master";
    long long n = 0;
    if (!store_do(database, path, count, NULL, 0, &n, faults)) return false;
    if (n > 0) return true;
    if (!store_do(database, path, "begin immediate", NULL, 0, NULL, faults)) return false;
    bool ok = store_do(database, path, count, NULL, 0, &n, faults);
    if (ok && n == 0)
        ok = (sqlite3_exec(database, tables, NULL, NULL, NULL) == SQLITE_OK ||
              store_fail(database, path, faults)) &&
             owner_write(database, path, owner, faults);
    return store_do(database, path, ok ? "commit" : "rollback", NULL, 0, NULL, faults) && ok;
}

/* SQLite would open a device, and says little of a folder. */
static bool is_a_file(const char *path, struct sim_faults *faults)
{
    struct stat found;
    if (stat(path, &found) != 0 || S_ISREG(found.st_mode)) return true;
    if (S_ISDIR(found.st_mode))
        return store_fail_by(path, N_("cannot be written"), EISDIR, faults);
    return store_fault(path, N_("is not a store"), NULL, faults);
}

/* Asked by SQLite each time it is held up, with how often it was in this attempt. False: give
 * up. */
static int wait_on(void *waiting, int times)
{
    struct store_wait *self = waiting;
    if (times * NAP_MS >= TOLD_AFTER_MS && self->tell && !self->told) {
        self->tell(self->path);
        self->told = true;
    }
    if (times * NAP_MS >= PATIENCE_MS) return 0;
    sqlite3_sleep(NAP_MS);
    return 1;
}

static struct sqlite3 *open_as(const char *path, int flags, struct store_wait *wait,
                               struct sim_faults *faults)
{
    struct sqlite3 *database = NULL;
    if (!is_a_file(path, faults)) return NULL;
    if (sqlite3_open_v2(path, &database, flags, NULL) == SQLITE_OK) {
        sqlite3_busy_handler(database, wait_on, wait);
        return database;
    }
    if (database)
        store_fail(database, path, faults);
    else
        sim_faults_memory(faults);
    sqlite3_close(database);
    return NULL;
}

/* A journal that is written ahead lets others read meanwhile, and waits for no disk at each
 * row; a process that is killed loses nothing. Where the file system bears none, SQLite keeps
 * its other one. */
struct sqlite3 *store_file_open(const char *path, const struct store_owner *owner,
                                struct store_wait *wait, struct sim_faults *faults)
{
    struct sqlite3 *database =
        open_as(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, wait, faults);
    if (!database) return NULL;
    if (tables_make(database, path, owner, faults) && is_ours(database, path, faults) &&
        owner_matches(database, path, owner, faults) &&
        store_do(database, path, "pragma journal_mode = wal", NULL, 0, NULL, faults) &&
        store_do(database, path, "pragma synchronous = normal", NULL, 0, NULL, faults))
        return database;
    sqlite3_close(database);
    return NULL;
}

/* A file that a killed process left has a journal to be worked in, which takes the right to
 * write; SQLite does without where the file is read-only. */
struct sqlite3 *store_file_look(const char *path, struct store_wait *wait,
                                struct sim_faults *faults)
{
    struct stat found;
    if (stat(path, &found) != 0) {
        store_fault(path, N_("cannot be read"), strerror(errno), faults);
        return NULL;
    }
    if (S_ISDIR(found.st_mode)) {
        store_fault(path, N_("this is a folder, not a file"), NULL, faults);
        return NULL;
    }
    struct sqlite3 *database = open_as(path, SQLITE_OPEN_READWRITE, wait, faults);
    if (!database) return NULL;
    if (is_ours(database, path, faults)) return database;
    sqlite3_close(database);
    return NULL;
}

void store_file_close(struct sqlite3 *database)
{
    if (!database) return;
    sqlite3_busy_timeout(database, 0);
    sqlite3_exec(database, "pragma journal_mode = delete", NULL, NULL, NULL);
    sqlite3_close(database);
}
