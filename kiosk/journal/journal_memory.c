#include "journal/memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "journal/backend.h"
#include "journal/changes.h"

struct journal_disk {
    struct changes records, tables[JOURNAL_TABLE_COUNT];
    bool open;
    unsigned pass, failures; /* of the commits to come: that many pass, then that many fail */
    bool fail_always;
    enum error failure;
    uint64_t commits;
};

struct memory_journal {
    struct journal journal;
    struct journal_disk *disk;
    struct changes batch;
};

static struct memory_journal *memory_of(struct journal *journal)
{
    return (struct memory_journal *)journal;
}

enum error journal_disk_create(struct journal_disk **out)
{
    *out = calloc(1, sizeof **out);
    return *out ? ERROR_OK : ERROR_MEMORY;
}

void journal_disk_destroy(struct journal_disk **disk)
{
    if (!*disk)
        return;
    assert(!(*disk)->open);
    changes_free(&(*disk)->records);
    for (int table = 0; table < JOURNAL_TABLE_COUNT; table++)
        changes_free(&(*disk)->tables[table]);
    free(*disk);
    *disk = NULL;
}

void journal_disk_fail(struct journal_disk *disk, enum error e)
{
    disk->fail_always = e != ERROR_OK;
    disk->failure = e;
    disk->pass = disk->failures = 0;
}

void journal_disk_fail_after(struct journal_disk *disk, unsigned commits, unsigned failures,
                             enum error e)
{
    assert(e != ERROR_OK);
    disk->fail_always = false;
    disk->failure = e;
    disk->pass = commits;
    disk->failures = failures;
}

uint64_t journal_disk_commits(const struct journal_disk *disk)
{
    return disk->commits;
}

static enum error disk_write(struct journal_disk *disk, struct trouble *trouble)
{
    bool fail = disk->fail_always;
    if (!fail && disk->pass > 0) {
        disk->pass--;
    } else if (!fail && disk->failures > 0) {
        disk->failures--;
        fail = true;
    }
    if (fail)
        return trouble_set(trouble, disk->failure, "The disk in memory: %s.",
                           error_text(disk->failure));
    return ERROR_OK;
}

static void memory_close(struct journal *journal)
{
    struct memory_journal *memory = memory_of(journal);
    changes_free(&memory->batch);
    memory->disk->open = false;
    free(memory);
}

static enum error memory_begin(struct journal *journal, struct trouble *trouble)
{
    (void)journal;
    (void)trouble;
    return ERROR_OK;
}

static enum error memory_add(struct journal *journal, struct change *change, bool owned,
                             struct trouble *trouble)
{
    struct changes *batch = &memory_of(journal)->batch;
    if (!owned || changes_reserve(batch, 1) != ERROR_OK) {
        change_free(change);
        return trouble_set(trouble, ERROR_MEMORY, "%s", error_text(ERROR_MEMORY));
    }
    batch->at[batch->count++] = *change;
    return ERROR_OK;
}

static enum error memory_put(struct journal *journal, const struct journal_record *record,
                             struct trouble *trouble)
{
    struct change change = {.kind = CHANGE_RECORD, .record = *record};
    struct journal_record *own = &change.record;
    own->kind = change.texts[0] = strdup(record->kind);
    bool owned = own->kind != NULL &&
                 change_own_bytes(&change.body, &own->body, own->body_length) &&
                 change_own_bytes(&change.secret, &own->secret, own->secret_length);
    return memory_add(journal, &change, owned, trouble);
}

static enum error memory_wipe(struct journal *journal, int64_t seq, struct trouble *trouble)
{
    struct change change = {.kind = CHANGE_WIPE, .wiped = seq};
    return memory_add(journal, &change, true, trouble);
}

static enum error memory_put_row(struct journal *journal, const struct journal_row *row,
                                 struct trouble *trouble)
{
    struct change change = {.kind = CHANGE_ROW, .row = *row};
    bool owned = change_own_texts(&change, true);
    return memory_add(journal, &change, owned, trouble);
}

static enum error memory_remove_row(struct journal *journal, const struct journal_row *row,
                                    struct trouble *trouble)
{
    struct change change = {.kind = CHANGE_NO_ROW, .row = *row};
    bool owned = change_own_texts(&change, false);
    return memory_add(journal, &change, owned, trouble);
}

static void disk_wipe(struct journal_disk *disk, int64_t seq)
{
    for (size_t i = 0; i < disk->records.count; i++) {
        struct change *change = &disk->records.at[i];
        if (change->secret && (!seq || change->record.seq == seq)) {
            explicit_bzero(change->secret, change->record.secret_length);
            free(change->secret);
            change->secret = NULL;
            change->record.secret = NULL;
            change->record.secret_length = 0;
        }
    }
}

static void disk_apply(struct journal_disk *disk, struct change *change)
{
    switch (change->kind) {
    case CHANGE_RECORD:
        disk->records.at[disk->records.count++] = *change;
        break;
    case CHANGE_WIPE:
        disk_wipe(disk, change->wiped);
        break;
    case CHANGE_ROW:
        changes_put(&disk->tables[change->row.table], change);
        break;
    case CHANGE_NO_ROW:
        changes_remove(&disk->tables[change->row.table], &change->row);
        change_free(change);
        break;
    }
}

static void memory_rollback(struct journal *journal)
{
    changes_clear(&memory_of(journal)->batch);
}

static enum error memory_commit(struct journal *journal, struct trouble *trouble)
{
    struct memory_journal *memory = memory_of(journal);
    struct journal_disk *disk = memory->disk;
    struct changes *batch = &memory->batch;
    enum error e = disk_write(disk, trouble);
    /* Room first, so that applying cannot stop half way. */
    bool room = changes_reserve(&disk->records, batch->count) == ERROR_OK;
    for (int table = 0; table < JOURNAL_TABLE_COUNT; table++)
        room = room && changes_reserve(&disk->tables[table], batch->count) == ERROR_OK;
    if (!e && !room)
        e = trouble_set(trouble, ERROR_MEMORY, "%s", error_text(ERROR_MEMORY));
    if (e) {
        memory_rollback(journal);
        return e;
    }
    for (size_t i = 0; i < batch->count; i++)
        disk_apply(disk, &batch->at[i]);
    batch->count = 0; /* all moved */
    disk->commits++;
    return ERROR_OK;
}

static enum error memory_scrub(struct journal *journal, struct trouble *trouble)
{
    return disk_write(memory_of(journal)->disk, trouble);
}

static enum error memory_each(struct journal *journal, journal_visit *visit, void *context,
                              struct trouble *trouble)
{
    (void)trouble;
    const struct changes *records = &memory_of(journal)->disk->records;
    enum error e = ERROR_OK;
    for (size_t i = 0; i < records->count && !e; i++)
        e = visit(context, &records->at[i].record);
    return e;
}

static enum error memory_read_rows(struct journal *journal, enum journal_table table,
                                   journal_row_visit *visit, void *context, struct trouble *trouble)
{
    (void)trouble;
    const struct changes *rows = &memory_of(journal)->disk->tables[table];
    enum error e = ERROR_OK;
    for (size_t i = 0; i < rows->count && !e; i++)
        e = visit(context, &rows->at[i].row);
    return e;
}

/* Memory does not rot. */
static enum error memory_integrity(struct journal *journal, struct trouble *trouble)
{
    (void)journal;
    (void)trouble;
    return ERROR_OK;
}

static enum error memory_image(struct journal *journal, uint8_t **out, size_t *length,
                               struct trouble *trouble)
{
    (void)journal;
    (void)trouble;
    *out = NULL;
    *length = 0;
    return ERROR_OK;
}

static const struct journal_backend MEMORY_BACKEND = {
    .close = memory_close,
    .begin = memory_begin,
    .put = memory_put,
    .wipe = memory_wipe,
    .put_row = memory_put_row,
    .remove_row = memory_remove_row,
    .commit = memory_commit,
    .rollback = memory_rollback,
    .scrub = memory_scrub,
    .each = memory_each,
    .read_rows = memory_read_rows,
    .integrity = memory_integrity,
    .image = memory_image,
};

enum error journal_open_memory(struct journal **out, struct journal_disk *disk,
                               struct trouble *trouble)
{
    *out = NULL;
    if (disk->open)
        return trouble_set(trouble, ERROR_BUSY, "The disk in memory: %s.", error_text(ERROR_BUSY));
    struct memory_journal *memory = calloc(1, sizeof *memory);
    if (!memory)
        return trouble_set(trouble, ERROR_MEMORY, "%s", error_text(ERROR_MEMORY));
    memory->journal.backend = &MEMORY_BACKEND;
    memory->journal.last_seq = (int64_t)disk->records.count;
    memory->disk = disk;
    disk->open = true;
    *out = &memory->journal;
    return ERROR_OK;
}
