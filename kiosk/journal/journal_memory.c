#include "journal/memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "journal/backend.h"

/* What a batch changes, in order; each owns its texts and bytes. Committed, records and rows move
 * into the disk's lists. */
enum change_kind { CHANGE_RECORD, CHANGE_WIPE, CHANGE_ROW, CHANGE_NO_ROW };

struct change {
    enum change_kind kind;
    int64_t wiped; /* CHANGE_WIPE: the record, 0 for all */
    char *texts[JOURNAL_COLUMNS_MAX];
    uint8_t *body, *secret;
    union {
        struct journal_record record;
        struct journal_row row; /* of one that is removed, only the key */
    };
};

struct change_list {
    struct change *at;
    size_t count, size;
};

struct journal_disk {
    struct change_list records, tables[JOURNAL_TABLE_COUNT];
    bool open;
    unsigned pass, failures; /* of the commits to come: that many pass, then that many fail */
    bool fail_always;
    enum error failure;
    uint64_t commits;
};

struct memory_journal {
    struct journal journal;
    struct journal_disk *disk;
    struct change_list batch;
};

static struct memory_journal *memory_of(struct journal *journal)
{
    return (struct memory_journal *)journal;
}

static void change_free(struct change *change)
{
    for (int i = 0; i < JOURNAL_COLUMNS_MAX; i++)
        free(change->texts[i]);
    free(change->body);
    free(change->secret);
}

static void list_clear(struct change_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        change_free(&list->at[i]);
    list->count = 0;
}

static void list_free(struct change_list *list)
{
    list_clear(list);
    free(list->at);
    *list = (struct change_list){0};
}

static enum error list_reserve(struct change_list *list, size_t more)
{
    if (list->count + more <= list->size)
        return ERROR_OK;
    size_t size = 2 * list->size + more;
    struct change *at = realloc(list->at, size * sizeof *at);
    if (!at)
        return ERROR_MEMORY;
    list->at = at;
    list->size = size;
    return ERROR_OK;
}

/* Below or above 0, as `a` stands before or after `b` in their table; 0: the same key. */
static int row_order(const struct journal_row *a, const struct journal_row *b)
{
    const struct journal_columns *columns = journal_table_columns(a->table);
    for (unsigned i = 0; i < columns->count; i++) {
        const struct journal_column *column = &columns->at[i];
        if (!column->key)
            continue;
        int64_t x = column->text ? 0 : journal_row_number(a, column);
        int64_t y = column->text ? 0 : journal_row_number(b, column);
        int order = column->text ? strcmp(journal_row_text(a, column), journal_row_text(b, column))
                                 : (x > y) - (x < y);
        if (order)
            return order;
    }
    return 0;
}

/* Where the row is, or would go; `there` says which. */
static size_t list_find(const struct change_list *list, const struct journal_row *row, bool *there)
{
    size_t i = 0;
    while (i < list->count && row_order(&list->at[i].row, row) < 0)
        i++;
    *there = i < list->count && row_order(&list->at[i].row, row) == 0;
    return i;
}

/* Moves a row in; there is room for it. */
static void list_put(struct change_list *list, const struct change *change)
{
    bool there;
    size_t i = list_find(list, &change->row, &there);
    if (there) {
        change_free(&list->at[i]);
    } else {
        memmove(&list->at[i + 1], &list->at[i], (list->count - i) * sizeof *list->at);
        list->count++;
    }
    list->at[i] = *change;
}

static void list_remove(struct change_list *list, const struct journal_row *row)
{
    bool there;
    size_t i = list_find(list, row, &there);
    if (!there)
        return;
    change_free(&list->at[i]);
    list->count--;
    memmove(&list->at[i], &list->at[i + 1], (list->count - i) * sizeof *list->at);
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
    list_free(&(*disk)->records);
    for (int table = 0; table < JOURNAL_TABLE_COUNT; table++)
        list_free(&(*disk)->tables[table]);
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
    list_free(&memory->batch);
    memory->disk->open = false;
    free(memory);
}

static enum error memory_begin(struct journal *journal, struct trouble *trouble)
{
    (void)journal;
    (void)trouble;
    return ERROR_OK;
}

/* Duplicates the texts the row points to, and makes it point to its own. */
static bool change_own_texts(struct change *change, bool whole)
{
    const struct journal_columns *columns = journal_table_columns(change->row.table);
    for (unsigned i = 0; i < columns->count; i++) {
        const struct journal_column *column = &columns->at[i];
        if (!column->text || (!whole && !column->key))
            continue;
        change->texts[i] = strdup(journal_row_text(&change->row, column));
        if (!change->texts[i])
            return false;
        journal_row_set_text(&change->row, column, change->texts[i]);
    }
    return true;
}

static bool change_own_bytes(uint8_t **own, const uint8_t **bytes, size_t length)
{
    if (length) {
        *own = malloc(length);
        if (!*own)
            return false;
        memcpy(*own, *bytes, length);
    }
    *bytes = *own;
    return true;
}

static enum error memory_add(struct journal *journal, struct change *change, bool owned,
                             struct trouble *trouble)
{
    struct change_list *batch = &memory_of(journal)->batch;
    if (!owned || list_reserve(batch, 1) != ERROR_OK) {
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
        list_put(&disk->tables[change->row.table], change);
        break;
    case CHANGE_NO_ROW:
        list_remove(&disk->tables[change->row.table], &change->row);
        change_free(change);
        break;
    }
}

static void memory_rollback(struct journal *journal)
{
    list_clear(&memory_of(journal)->batch);
}

static enum error memory_commit(struct journal *journal, struct trouble *trouble)
{
    struct memory_journal *memory = memory_of(journal);
    struct journal_disk *disk = memory->disk;
    struct change_list *batch = &memory->batch;
    enum error e = disk_write(disk, trouble);
    /* Room first, so that applying cannot stop half way. */
    bool room = list_reserve(&disk->records, batch->count) == ERROR_OK;
    for (int table = 0; table < JOURNAL_TABLE_COUNT; table++)
        room = room && list_reserve(&disk->tables[table], batch->count) == ERROR_OK;
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
    const struct change_list *records = &memory_of(journal)->disk->records;
    enum error e = ERROR_OK;
    for (size_t i = 0; i < records->count && !e; i++)
        e = visit(context, &records->at[i].record);
    return e;
}

static enum error memory_read_rows(struct journal *journal, enum journal_table table,
                                   journal_row_visit *visit, void *context, struct trouble *trouble)
{
    (void)trouble;
    const struct change_list *rows = &memory_of(journal)->disk->tables[table];
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
