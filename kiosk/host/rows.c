#include "host/rows.h"

#include "host/row_tables.h"
#include "model/undo.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* ---- after an event */

/* One event's rows on their way into the file. */
struct putting {
    struct journal *journal;
    const struct model *model;
    const struct event *event;
};

static void put(const struct putting *p, enum journal_table table, unsigned a, unsigned b,
                unsigned c)
{
    struct journal_row row = {.table = table};
    struct row_key key = {(uint16_t)a, (uint16_t)b, (uint16_t)c};
    if (table == JOURNAL_WORKSHOP)
        row.workshop.made_at_ms = p->event->at_ms;
    if (row_table(table)->make(&row, p->model, key))
        journal_put_row(p->journal, &row);
    else
        journal_remove_row(p->journal, &row);
}

/* All notes of a board; 0: of all boards. */
static void put_notes(const struct putting *p, uint8_t board)
{
    for (note_id n = 1; n <= p->model->note_count; n++)
        if (!board || p->model->notes[n].board == board)
            put(p, JOURNAL_NOTE, n, 0, 0);
}

static void put_findings(const struct putting *p)
{
    for (unsigned kind = 0; kind < FINDING_COUNT; kind++)
        for (unsigned number = 1; number <= CONDITIONS_MAX; number++)
            put(p, JOURNAL_FINDING, kind, number, 0);
}

static void put_tallies(const struct putting *p, uint8_t kind, uint8_t subject)
{
    for (unsigned value = 1; value <= RATING_MAX; value++)
        put(p, JOURNAL_TALLY, kind, subject, value);
}

static void put_objectives(const struct putting *p)
{
    for (uint8_t i = 1; i <= OBJECTIVES_MAX; i++)
        put_tallies(p, SLIP_OBJECTIVE, i);
}

static void put_round(const struct putting *p)
{
    const struct round_change *round = &p->event->change.round;
    if (round->kind == SLIP_OBJECTIVE)
        put_objectives(p);
    else
        put_tallies(p, round->kind, round->subject);
}

/* The step that has just been taken back or done again, and the thing it changed. */
static void put_undone(const struct putting *p)
{
    const struct undo *undo = &p->model->undo;
    unsigned at = p->event->kind == EVENT_UNDONE ? undo->done : undo->done - 1U;
    assert(at < undo->count && undo->steps[at].serial == p->event->change.undo.serial);
    const struct undo_step *step = &undo->steps[at];
    switch (undo_thing(step)) {
    case UNDO_PLACE:
    case UNDO_PLAN:
    case UNDO_BALLOT:
    case UNDO_PRIORITIES:
        break;
    case UNDO_RATING:
        put(p, JOURNAL_RATING, step->a, step->b, 0);
        break;
    case UNDO_BOARD:
        put_notes(p, (uint8_t)step->a);
        break;
    case UNDO_NOTE:
        put(p, JOURNAL_NOTE, step->a, 0, 0);
        break;
    case UNDO_FINDING:
        put(p, JOURNAL_FINDING, step->a, step->b, 0);
        break;
    case UNDO_RANKS:
        put_findings(p);
        break;
    case UNDO_ACTION:
        put(p, JOURNAL_ACTION, step->a, 0, 0);
        break;
    }
}

void rows_put(struct journal *journal, const struct model *model, const struct event *event)
{
    const struct putting p = {journal, model, event};
    const union change *c = &event->change;
    switch (event->kind) {
    case EVENT_CREATED:
        put(&p, JOURNAL_WORKSHOP, 1, 0, 0);
        break;
    case EVENT_SCHOOL_ADDED:
    case EVENT_SCHOOL_RENAMED:
        put(&p, JOURNAL_SCHOOL, c->school.school, 0, 0);
        break;
    case EVENT_CONSENT_GIVEN:
        put(&p, JOURNAL_SCHOOL, c->consent.school, 0, 0);
        break;
    case EVENT_RATING_PROPOSED:
    case EVENT_RATING_WITHDRAWN:
    case EVENT_RATING_AGREED:
    case EVENT_RATING_AGREED_IN_PERSON:
    case EVENT_RATING_REOPENED:
        put(&p, JOURNAL_RATING, c->rating.condition, c->rating.school, 0);
        break;
    case EVENT_NOTE_ADDED:
    case EVENT_NOTE_EDITED:
    case EVENT_NOTE_REMOVED:
    case EVENT_NOTE_MOVED:
    case EVENT_NOTE_MERGED:
    case EVENT_NOTE_STARRED:
    case EVENT_NOTE_APPROVED:
    case EVENT_NOTE_ASSIGNED:
        put(&p, JOURNAL_NOTE, c->note.note, 0, 0);
        break;
    case EVENT_NOTES_DEALT:
        put_notes(&p, c->note.board);
        break;
    case EVENT_BOARD_SET:
        put_notes(&p, c->board_set.board);
        break;
    case EVENT_CLOSED:
        put_notes(&p, 0);
        put_objectives(&p);
        break;
    case EVENT_ROUND_CALLED:
        put_round(&p);
        break;
    case EVENT_FINDING_RANKED: /* others move down */
        put_findings(&p);
        break;
    case EVENT_FINDING_WORDED:
    case EVENT_FINDING_SET:
    case EVENT_FINDING_ANSWERED:
        put(&p, JOURNAL_FINDING, c->finding.kind, c->finding.number, 0);
        break;
    case EVENT_ACTION_ADDED:
    case EVENT_ACTION_CHANGED:
    case EVENT_ACTION_REMOVED:
        put(&p, JOURNAL_ACTION, c->action.action, 0, 0);
        break;
    case EVENT_UNDONE:
    case EVENT_REDONE:
        put_undone(&p);
        break;
    default:
        break;
    }
}

/* ---- the whole, compared */

struct comparing {
    const struct model *model;
    struct trouble *trouble;
    unsigned rows;
};

static bool same_rows(const struct journal_row *a, const struct journal_row *b)
{
    const struct journal_columns *columns = journal_table_columns(a->table);
    for (unsigned i = 0; i < columns->count; i++) {
        const struct journal_column *column = &columns->at[i];
        if (column->text ? strcmp(journal_row_text(a, column), journal_row_text(b, column)) != 0
                         : journal_row_number(a, column) != journal_row_number(b, column))
            return false;
    }
    return true;
}

/* "school 2, condition staffing" */
static void describe(char *to, size_t size, const struct journal_row *row)
{
    const struct journal_columns *columns = journal_table_columns(row->table);
    size_t used = 0;
    to[0] = '\0';
    for (unsigned i = 0; i < columns->count && used < size; i++) {
        const struct journal_column *column = &columns->at[i];
        int wrote = 0;
        if (column->key && column->text)
            wrote = snprintf(to + used, size - used, "%s%s %s", used ? ", " : "", column->name,
                             journal_row_text(row, column));
        else if (column->key)
            wrote = snprintf(to + used, size - used, "%s%s %lld", used ? ", " : "", column->name,
                             (long long)journal_row_number(row, column));
        used += wrote > 0 ? (size_t)wrote : 0;
    }
}

static enum error see_row(void *context, const struct journal_row *row)
{
    struct comparing *c = context;
    struct journal_row ours = *row;
    struct row_key key = {0};
    char name[200];
    c->rows++;
    if (row_table(row->table)->find(&key, c->model, row) &&
        row_table(row->table)->make(&ours, c->model, key) && same_rows(&ours, row))
        return ERROR_OK;
    describe(name, sizeof name, row);
    return trouble_set(c->trouble, ERROR_DAMAGED,
                       "The table \"%s\" does not say of %s what the journal says.",
                       journal_table_columns(row->table)->name, name);
}

static unsigned count_rows(const struct model *model, enum journal_table table)
{
    const struct row_key least = row_table(table)->least, most = row_table(table)->most;
    unsigned count = 0;
    for (unsigned a = least.a; a <= most.a; a++)
        for (unsigned b = least.b; b <= most.b; b++)
            for (unsigned c = least.c; c <= most.c; c++) {
                struct journal_row row = {.table = table};
                struct row_key key = {(uint16_t)a, (uint16_t)b, (uint16_t)c};
                count += row_table(table)->make(&row, model, key);
            }
    return count;
}

enum error rows_compare(struct journal *journal, const struct model *model, struct trouble *trouble)
{
    for (int t = 0; t < JOURNAL_TABLE_COUNT; t++) {
        enum journal_table table = (enum journal_table)t;
        struct comparing c = {.model = model, .trouble = trouble};
        enum error e = journal_read_rows(journal, table, see_row, &c, trouble);
        if (e != ERROR_OK)
            return e;
        unsigned ours = count_rows(model, table);
        if (c.rows != ours)
            return trouble_set(trouble, ERROR_DAMAGED,
                               "The table \"%s\" has %u rows; by the journal it has %u.",
                               journal_table_columns(table)->name, c.rows, ours);
    }
    return ERROR_OK;
}
