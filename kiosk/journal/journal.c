#include "journal/journal.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "journal/backend.h"
#include "journal/tables.h"

void journal_destroy(struct journal **journal)
{
    if (!*journal)
        return;
    free((*journal)->path);
    (*journal)->path = NULL;
    (*journal)->backend->close(*journal);
    *journal = NULL;
}

const char *journal_path(const struct journal *journal)
{
    return journal->path ? journal->path : "";
}

int64_t journal_last_seq(const struct journal *journal)
{
    return journal->last_seq;
}

/* Opens the batch with its first change. False once it is spoiled: what follows is of no use. */
static bool journal_ready(struct journal *journal)
{
    assert(!journal->to_read);
    if (!journal->batch) {
        journal->batch = true;
        journal->batch_seq = journal->last_seq;
        journal->spoiled = journal->backend->begin(journal, &journal->why);
    }
    return journal->spoiled == ERROR_OK;
}

static void journal_close_batch(struct journal *journal)
{
    journal->batch = false;
    journal->batch_wipes = false;
    journal->batch_seq = journal->last_seq;
    journal->spoiled = ERROR_OK;
}

void journal_put(struct journal *journal, const struct journal_record *record)
{
    bool ready = journal_ready(journal);
    assert(record->seq == journal->batch_seq + 1);
    assert(record->kind && *record->kind && strlen(record->kind) < JOURNAL_KIND_SIZE);
    assert(record->body_length <= JOURNAL_BODY_MAX && (record->body || !record->body_length));
    assert(record->secret_length <= JOURNAL_SECRET_MAX &&
           (record->secret || !record->secret_length));
    journal->batch_seq = record->seq;
    if (ready)
        journal->spoiled = journal->backend->put(journal, record, &journal->why);
}

static void journal_wipe_some(struct journal *journal, int64_t seq)
{
    if (journal_ready(journal)) {
        journal->batch_wipes = true;
        journal->spoiled = journal->backend->wipe(journal, seq, &journal->why);
    }
}

void journal_wipe(struct journal *journal, int64_t seq)
{
    assert(seq > 0);
    journal_wipe_some(journal, seq);
}

void journal_wipe_all(struct journal *journal)
{
    journal_wipe_some(journal, 0);
}

static bool journal_row_fits(const struct journal_row *row, bool whole)
{
    const struct journal_columns *columns = journal_table_columns(row->table);
    for (unsigned i = 0; i < columns->count; i++) {
        const struct journal_column *column = &columns->at[i];
        const char *text = column->text ? journal_row_text(row, column) : "";
        if ((whole || column->key) && (!text || strlen(text) > JOURNAL_TEXT_MAX))
            return false;
    }
    return true;
}

void journal_put_row(struct journal *journal, const struct journal_row *row)
{
    assert(journal_row_fits(row, true));
    if (journal_ready(journal))
        journal->spoiled = journal->backend->put_row(journal, row, &journal->why);
}

void journal_remove_row(struct journal *journal, const struct journal_row *row)
{
    assert(journal_row_fits(row, false));
    if (journal_ready(journal))
        journal->spoiled = journal->backend->remove_row(journal, row, &journal->why);
}

enum error journal_commit(struct journal *journal, struct trouble *trouble)
{
    if (!journal->batch)
        return ERROR_OK;
    enum error e = journal->spoiled;
    if (e) {
        journal->backend->rollback(journal);
        if (trouble)
            *trouble = journal->why;
    } else {
        e = journal->backend->commit(journal, trouble);
    }
    if (!e) {
        journal->last_seq = journal->batch_seq;
        journal->scrub_due |= journal->batch_wipes;
    }
    journal_close_batch(journal);
    return e;
}

void journal_rollback(struct journal *journal)
{
    if (journal->batch)
        journal->backend->rollback(journal);
    journal_close_batch(journal);
}

enum error journal_scrub(struct journal *journal, struct trouble *trouble)
{
    assert(!journal->batch && !journal->to_read);
    if (!journal->scrub_due)
        return ERROR_OK;
    enum error e = journal->backend->scrub(journal, trouble);
    journal->scrub_due = e != ERROR_OK;
    return e;
}

struct replay {
    struct journal *journal;
    journal_visit *visit;
    void *context;
    struct trouble *trouble;
    int64_t seen;
};

static enum error replay_missing(const struct replay *replay)
{
    return trouble_set(replay->trouble, ERROR_DAMAGED,
                       "%s: the file is damaged. Record %" PRId64 " is missing or out of order.",
                       journal_path(replay->journal), replay->seen + 1);
}

static enum error replay_one(void *context, const struct journal_record *record)
{
    struct replay *replay = context;
    if (record->seq != replay->seen + 1)
        return replay_missing(replay);
    replay->seen = record->seq;
    return replay->visit(replay->context, record);
}

enum error journal_replay(struct journal *journal, journal_visit *visit, void *context,
                          struct trouble *trouble)
{
    assert(!journal->batch);
    struct replay replay = {journal, visit, context, trouble, 0};
    enum error e = journal->backend->each(journal, replay_one, &replay, trouble);
    if (!e && replay.seen != journal->last_seq)
        return replay_missing(&replay);
    return e;
}

enum error journal_read_rows(struct journal *journal, enum journal_table table,
                             journal_row_visit *visit, void *context, struct trouble *trouble)
{
    assert(!journal->batch);
    return journal->backend->read_rows(journal, table, visit, context, trouble);
}

static enum error count_record(void *context, const struct journal_record *record)
{
    struct journal_report *report = context;
    if (!report->records++)
        report->first_at_ms = record->at_ms;
    if (record->at_ms > report->last_at_ms)
        report->last_at_ms = record->at_ms;
    report->secrets += record->secret_length > 0;
    return ERROR_OK;
}

enum error journal_check(struct journal *journal, struct journal_report *report,
                         struct trouble *trouble)
{
    *report = (struct journal_report){0};
    enum error e = journal->backend->integrity(journal, trouble);
    if (!e)
        e = journal_replay(journal, count_record, report, trouble);
    return e;
}
