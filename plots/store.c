/* Rows of replications kept in an SQLite file: taking and keeping them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/store.h"

#include "plots/store_file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <nettle/sha2.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Locks of claims stand where no file ever ends, 2^32 bytes for each run. */
enum { CLAIMS_AT_BIT = 44, ROWS_BIT = 32 };

/* ---- claims */

static bool lock_set(const struct store *self, off_t at, short kind, int how)
{
    struct flock lock = { .l_type = kind, .l_whence = SEEK_SET, .l_start = at, .l_len = 1 };
    return fcntl(self->claims, how, &lock) == 0;
}

static bool claim_set(const struct store *self, size_t number, short kind)
{
    const off_t at =
        ((off_t)1 << CLAIMS_AT_BIT) + ((off_t)self->run << ROWS_BIT) + (off_t)number;
    return lock_set(self, at, kind, F_SETLK);
}

/* Processes leave one after the other, so that the last one knows it, and leaves one file. The
 * lock is let go as the file is closed. */
static void leave(const struct store *self)
{
    if (self->claims >= 0) lock_set(self, ((off_t)1 << CLAIMS_AT_BIT) - 1, F_WRLCK, F_SETLKW);
}

/* ---- rows */

/* Of the number too: a row in the place of another is damage. */
static void digest_of(size_t number, const void *bytes, size_t n,
                      uint8_t digest[SHA256_DIGEST_SIZE])
{
    char place[32];
    struct sha256_ctx context;
    const int length = snprintf(place, sizeof place, "%zu:", number);
    sha256_init(&context);
    sha256_update(&context, (size_t)length, (const uint8_t *)place);
    sha256_update(&context, n, bytes);
    sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
}

static bool row_take(struct store *self, size_t number, struct sim_row *row,
                     struct sim_faults *faults)
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    const void *bytes = sqlite3_column_blob(self->find, 0);
    const size_t n = (size_t)sqlite3_column_bytes(self->find, 0);
    digest_of(number, bytes, n, digest);
    const void *kept = sqlite3_column_blob(self->find, 1);
    const bool whole = sqlite3_column_bytes(self->find, 1) == SHA256_DIGEST_SIZE && kept &&
                       memcmp(kept, digest, sizeof digest) == 0;
    if (whole && sim_row_unpack(self->model, bytes, n, row)) return true;
    store_fault(self->path, N_("the store is damaged"),
                sim_faults_text(faults, "replication %zu", number + 1), faults);
    return false;
}

/* KEPT, MAKE where it is not there, or FAILED. */
static enum sim_claim row_find(struct store *self, size_t number, struct sim_row *row,
                               struct sim_faults *faults)
{
    enum sim_claim claim = SIM_CLAIM_FAILED;
    sqlite3_bind_int64(self->find, 1, self->run);
    sqlite3_bind_int64(self->find, 2, (sqlite3_int64)number);
    const int code = sqlite3_step(self->find);
    if (code == SQLITE_ROW && row_take(self, number, row, faults))
        claim = SIM_CLAIM_KEPT;
    else if (code == SQLITE_DONE)
        claim = SIM_CLAIM_MAKE;
    else if (code != SQLITE_ROW)
        store_fail(self->database, self->path, faults);
    sqlite3_reset(self->find);
    self->n_found += claim == SIM_CLAIM_KEPT;
    return claim;
}

static enum sim_claim shelf_claim(void *store, size_t number, struct sim_row *row,
                                  struct sim_faults *faults)
{
    struct store *self = store;
    enum sim_claim claim = row_find(self, number, row, faults);
    if (claim != SIM_CLAIM_MAKE) return claim;
    if (!claim_set(self, number, F_WRLCK)) {
        if (errno == EACCES || errno == EAGAIN) return SIM_CLAIM_ELSEWHERE;
        store_fail_by(self->path, N_("cannot be locked"), errno, faults);
        return SIM_CLAIM_FAILED;
    }
    /* It may have been kept between the question and the lock. */
    claim = row_find(self, number, row, faults);
    if (claim != SIM_CLAIM_MAKE) claim_set(self, number, F_UNLCK);
    return claim;
}

static bool shelf_keep(void *store, size_t number, const struct sim_row *row,
                       struct sim_faults *faults)
{
    struct store *self = store;
    uint8_t digest[SHA256_DIGEST_SIZE];
    if (!sim_row_pack(self->model, row, &self->bytes)) return sim_faults_memory(faults);
    digest_of(number, self->bytes.data, self->bytes.n, digest);
    sqlite3_bind_int64(self->add, 1, self->run);
    sqlite3_bind_int64(self->add, 2, (sqlite3_int64)number);
    sqlite3_bind_blob(self->add, 3, self->bytes.data, (int)self->bytes.n, SQLITE_STATIC);
    sqlite3_bind_blob(self->add, 4, digest, SHA256_DIGEST_SIZE, SQLITE_STATIC);
    const bool kept = sqlite3_step(self->add) == SQLITE_DONE;
    if (!kept) store_fail(self->database, self->path, faults);
    sqlite3_reset(self->add);
    sqlite3_clear_bindings(self->add);
    claim_set(self, number, F_UNLCK);
    self->n_made += kept;
    return kept;
}

const struct sim_shelf store_shelf = { shelf_claim, shelf_keep };

/* ---- a store */

/* The run of this seed that counts as much as the model does, made where it is not there. */
static bool run_find(struct store *self, const struct store_request *request,
                     struct sim_faults *faults)
{
    char seed[32];
    snprintf(seed, sizeof seed, "%" PRIu64, request->seed);
    const struct store_value values[] = {
        { .text = seed },
        { .number = (long long)sim_model_cells(self->model) },
        { .number = (long long)self->model->n_spreads },
        { .number = (long long)request->replications },
        { .number = request->now },
    };
    return store_do(self->database, self->path,
                    "insert into run (seed, cells, spreads, asked, began, resumed)"
                    " values (?1, ?2, ?3, ?4, ?5, ?5) on conflict do"
                    " update set asked = max(asked, ?4), resumed = ?5",
                    values, 5, NULL, faults) &&
           store_do(self->database, self->path,
                    "select id from run where seed = ?1 and cells = ?2 and spreads = ?3",
                    values, 3, &self->run, faults);
}

static bool statements_open(struct store *self, struct sim_faults *faults)
{
    static const char find[] =
        "select counts, digest from row where run = ?1 and replication = ?2";
    static const char add[] = "insert into row (run, replication, counts, digest)"
                              " values (?1, ?2, ?3, ?4)";
    if (sqlite3_prepare_v2(self->database, find, -1, &self->find, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(self->database, add, -1, &self->add, NULL) == SQLITE_OK)
        return true;
    return store_fail(self->database, self->path, faults);
}

/* Opened after the database, and closed after it: closing a file takes all locks of the process
 * with it. */
static bool claims_open(struct store *self, struct sim_faults *faults)
{
    self->claims = open(self->path, O_RDWR | O_CLOEXEC);
    return self->claims >= 0 ||
           store_fail_by(self->path, N_("cannot be written"), errno, faults);
}

bool store_open(struct store *self, const char *path, const struct store_owner *owner,
                const struct sim_model *model, const struct store_request *request,
                struct sim_faults *faults)
{
    *self = (struct store){
        .path = path, .model = model, .claims = -1, .wait = { request->tell, path, false }
    };
    self->database = store_file_open(path, owner, &self->wait, faults);
    if (self->database && run_find(self, request, faults) && statements_open(self, faults) &&
        claims_open(self, faults))
        return true;
    store_close(self);
    return false;
}

bool store_conclude(struct store *self, const struct sim_results *results,
                    struct sim_faults *faults)
{
    const struct sim_estimate *first = &results->overall[0];
    const struct store_value values[] = {
        { .number = self->run },
        { .text = results->measures[0].name },
        { .number = (long long)results->n_done },
        { .real = &first->value },
        { .real = &first->low },
        { .real = &first->high },
    };
    return store_do(self->database, self->path,
                    "update run set measure = ?2, concluded = ?3, value = ?4, low = ?5,"
                    " high = ?6 where id = ?1",
                    values, 6, NULL, faults);
}

void store_close(struct store *self)
{
    sqlite3_finalize(self->find);
    sqlite3_finalize(self->add);
    leave(self);
    store_file_close(self->database);
    if (self->claims >= 0) close(self->claims);
    sim_release(self->bytes.data);
    *self = (struct store){ .claims = -1 };
}
