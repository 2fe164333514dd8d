#include "export/rows.h"

#include <assert.h>

static bool is_seen(enum export_seen seen, const struct export *what)
{
    switch (seen) {
    case EXPORT_NAMED:
        return what->room->workshop.named;
    case EXPORT_FACILITATOR:
        return what->reader == AUDIENCE_FACILITATOR;
    default:
        return true;
    }
}

static const struct {
    const char *id;
    enum word title;
    enum export_seen seen;
    const struct rows_table *rows;
} tables[EXPORT_TABLE_COUNT] = {
#define X(name, id, seen, member) {id, WORD_EXPORT_TABLE_##name, EXPORT_##seen, &rows_##member},
    EXPORT_TABLE_LIST(X)
#undef X
};

bool export_table_describe(struct export_table *out, enum export_table_id id,
                           const struct export *what)
{
    const struct rows_table *rows = tables[id].rows;
    *out = (struct export_table){.id = tables[id].id, .title = tables[id].title};
    if (!is_seen(tables[id].seen, what))
        return false;
    assert(rows->column_count <= EXPORT_COLUMNS_MAX);
    for (unsigned i = 0; i < rows->column_count; i++)
        if (is_seen(rows->columns[i].seen, what))
            out->columns[out->column_count++] = rows->columns[i];
    return true;
}

enum error export_table_rows(enum export_table_id id, const struct export *what,
                             export_row_sink *sink, void *context)
{
    struct rows rows = {.what = what, .table = tables[id].rows, .sink = sink, .context = context};
    assert(is_seen(tables[id].seen, what));
    return tables[id].rows->put(&rows);
}

/* ---- cells ---- */

static void put(struct rows *rows, struct export_cell cell)
{
    assert(rows->at < rows->table->column_count);
    if (is_seen(rows->table->columns[rows->at].seen, rows->what))
        rows->cells[rows->used++] = cell;
    rows->at++;
}

static enum export_type type_next(const struct rows *rows)
{
    assert(rows->at < rows->table->column_count);
    return rows->table->columns[rows->at].type;
}

void rows_blank(struct rows *rows)
{
    put(rows, (struct export_cell){.blank = true, .text = "", .word = ""});
}

void rows_text(struct rows *rows, const char *text)
{
    assert(type_next(rows) == EXPORT_TEXT);
    put(rows, (struct export_cell){.blank = !text[0], .text = text, .word = ""});
}

void rows_choice(struct rows *rows, const char *word, const char *text)
{
    assert(type_next(rows) == EXPORT_CHOICE);
    put(rows, (struct export_cell){.text = text, .word = word});
}

void rows_figure(struct rows *rows, int32_t number)
{
    assert(type_next(rows) != EXPORT_TEXT && type_next(rows) != EXPORT_CHOICE);
    put(rows, (struct export_cell){.number = number, .text = "", .word = ""});
}

void rows_some(struct rows *rows, int32_t number)
{
    rows_if(rows, number != 0, number);
}

void rows_if(struct rows *rows, bool said, int32_t number)
{
    if (said)
        rows_figure(rows, number);
    else
        rows_blank(rows);
}

void rows_condition(struct rows *rows, condition_id condition)
{
    rows_text(rows, condition ? rows->what->room->conditions[condition].id : "");
    rows_text(rows, condition ? rows->what->room->conditions[condition].name : "");
}

void rows_school(struct rows *rows, school_id school)
{
    rows_text(rows, school ? rows->what->room->schools[school].name : "");
}

void rows_end(struct rows *rows)
{
    assert(rows->at == rows->table->column_count);
    rows->sink(rows->context, rows->cells);
    rows->at = rows->used = 0;
}
