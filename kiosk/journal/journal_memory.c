#include "journal/memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "journal/backend.h"

/* What a batch changes, in order; each owns its texts and bytes. Committed, records and rows move
 * into the disk's lists. */
enum change_kind { CHANGE_RECORD, CHANGE_WIPE, CHANGE_WORKSHOP, CHANGE_SCHOOL, CHANGE_RATING };

enum { CHANGE_TEXTS = 4 }; /* the most texts any of them has */

struct change {
    enum change_kind kind;
    int64_t wiped; /* CHANGE_WIPE: the record, 0 for all */
    char *texts[CHANGE_TEXTS];
    uint8_t *body, *secret;
    union {
        struct journal_record record;
        struct journal_workshop_row workshop;
        struct journal_school_row school;
        struct journal_rating_row rating;
    };
};

struct change_list {
    struct change *at;
    size_t count, size;
};

struct journal_disk {
    struct change_list records, workshops, schools, ratings;
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
    for (int i = 0; i < CHANGE_TEXTS; i++)
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

/* Below or above 0, as `a` stands before or after `b` in its list; 0: the same key. */
static int change_order(const struct change *a, const struct change *b)
{
    switch (a->kind) {
    case CHANGE_SCHOOL:
        return (int)a->school.id - (int)b->school.id;
    case CHANGE_RATING:
        if (a->rating.school != b->rating.school)
            return (int)a->rating.school - (int)b->rating.school;
        return strcmp(a->rating.condition, b->rating.condition);
    default:
        return 0; /* the one workshop */
    }
}

/* Moves a row in; there is room for it. */
static void list_put(struct change_list *list, const struct change *change)
{
    size_t i = 0;
    while (i < list->count && change_order(&list->at[i], change) < 0)
        i++;
    if (i < list->count && change_order(&list->at[i], change) == 0) {
        change_free(&list->at[i]);
    } else {
        memmove(&list->at[i + 1], &list->at[i], (list->count - i) * sizeof *list->at);
        list->count++;
    }
    list->at[i] = *change;
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
    list_free(&(*disk)->workshops);
    list_free(&(*disk)->schools);
    list_free(&(*disk)->ratings);
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
static bool change_own_texts(struct change *change, const char **const *texts, int count)
{
    for (int i = 0; i < count; i++) {
        change->texts[i] = strdup(*texts[i]);
        if (!change->texts[i])
            return false;
        *texts[i] = change->texts[i];
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
    bool owned = change_own_texts(&change, (const char **const[]){&own->kind}, 1) &&
                 change_own_bytes(&change.body, &own->body, own->body_length) &&
                 change_own_bytes(&change.secret, &own->secret, own->secret_length);
    return memory_add(journal, &change, owned, trouble);
}

static enum error memory_wipe(struct journal *journal, int64_t seq, struct trouble *trouble)
{
    struct change change = {.kind = CHANGE_WIPE, .wiped = seq};
    return memory_add(journal, &change, true, trouble);
}

static enum error memory_put_workshop(struct journal *journal,
                                      const struct journal_workshop_row *row,
                                      struct trouble *trouble)
{
    struct change change = {.kind = CHANGE_WORKSHOP, .workshop = *row};
    struct journal_workshop_row *own = &change.workshop;
    bool owned =
        change_own_texts(&change, (const char **const[]){&own->title, &own->pack, &own->agenda}, 3);
    return memory_add(journal, &change, owned, trouble);
}

static enum error memory_put_school(struct journal *journal, const struct journal_school_row *row,
                                    struct trouble *trouble)
{
    struct change change = {.kind = CHANGE_SCHOOL, .school = *row};
    bool owned = change_own_texts(&change, (const char **const[]){&change.school.name}, 1);
    return memory_add(journal, &change, owned, trouble);
}

static enum error memory_put_rating(struct journal *journal, const struct journal_rating_row *row,
                                    struct trouble *trouble)
{
    struct change change = {.kind = CHANGE_RATING, .rating = *row};
    struct journal_rating_row *own = &change.rating;
    bool owned = change_own_texts(
        &change,
        (const char **const[]){&own->condition, &own->note, &own->state, &own->agreed_with}, 4);
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

static void disk_apply(struct journal_disk *disk, const struct change *change)
{
    switch (change->kind) {
    case CHANGE_RECORD:
        disk->records.at[disk->records.count++] = *change;
        break;
    case CHANGE_WIPE:
        disk_wipe(disk, change->wiped);
        break;
    case CHANGE_WORKSHOP:
        list_put(&disk->workshops, change);
        break;
    case CHANGE_SCHOOL:
        list_put(&disk->schools, change);
        break;
    case CHANGE_RATING:
        list_put(&disk->ratings, change);
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
    if (!e &&
        (list_reserve(&disk->records, batch->count) ||
         list_reserve(&disk->workshops, batch->count) ||
         list_reserve(&disk->schools, batch->count) || list_reserve(&disk->ratings, batch->count)))
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

static enum error memory_read_tables(struct journal *journal, const struct journal_reader *reader,
                                     struct trouble *trouble)
{
    (void)trouble;
    const struct journal_disk *disk = memory_of(journal)->disk;
    enum error e = ERROR_OK;
    for (size_t i = 0; reader->workshop && i < disk->workshops.count && !e; i++)
        e = reader->workshop(reader->context, &disk->workshops.at[i].workshop);
    for (size_t i = 0; reader->school && i < disk->schools.count && !e; i++)
        e = reader->school(reader->context, &disk->schools.at[i].school);
    for (size_t i = 0; reader->rating && i < disk->ratings.count && !e; i++)
        e = reader->rating(reader->context, &disk->ratings.at[i].rating);
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
    .put_workshop = memory_put_workshop,
    .put_school = memory_put_school,
    .put_rating = memory_put_rating,
    .commit = memory_commit,
    .rollback = memory_rollback,
    .scrub = memory_scrub,
    .each = memory_each,
    .read_tables = memory_read_tables,
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
