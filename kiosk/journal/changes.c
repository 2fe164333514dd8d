#include "journal/changes.h"

#include <stdlib.h>
#include <string.h>

void change_free(struct change *change)
{
    for (int i = 0; i < JOURNAL_COLUMNS_MAX; i++)
        free(change->texts[i]);
    free(change->body);
    free(change->secret);
}

void changes_clear(struct changes *list)
{
    for (size_t i = 0; i < list->count; i++)
        change_free(&list->at[i]);
    list->count = 0;
}

void changes_free(struct changes *list)
{
    changes_clear(list);
    free(list->at);
    *list = (struct changes){0};
}

enum error changes_reserve(struct changes *list, size_t more)
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
static size_t find(const struct changes *list, const struct journal_row *row, bool *there)
{
    size_t i = 0;
    while (i < list->count && row_order(&list->at[i].row, row) < 0)
        i++;
    *there = i < list->count && row_order(&list->at[i].row, row) == 0;
    return i;
}

void changes_put(struct changes *list, const struct change *change)
{
    bool there;
    size_t i = find(list, &change->row, &there);
    if (there) {
        change_free(&list->at[i]);
    } else {
        memmove(&list->at[i + 1], &list->at[i], (list->count - i) * sizeof *list->at);
        list->count++;
    }
    list->at[i] = *change;
}

void changes_remove(struct changes *list, const struct journal_row *row)
{
    bool there;
    size_t i = find(list, row, &there);
    if (!there)
        return;
    change_free(&list->at[i]);
    list->count--;
    memmove(&list->at[i], &list->at[i + 1], (list->count - i) * sizeof *list->at);
}

bool change_own_texts(struct change *change, bool whole)
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

bool change_own_bytes(uint8_t **own, const uint8_t **bytes, size_t length)
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
