#include "export/csv_cell.h"

#include "analysis/summary.h"
#include "export/folder.h"
#include "files/whole.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A row of its own, above the head: whoever reads the file here again knows it by that. */
static void write_mark(FILE *file, const struct room *room)
{
    if (!room->workshop.training)
        return;
    csv_text(file, word(WORD_TRAINING_MADE_UP));
    csv_end(file);
}

/* ---- tables ---- */

struct writing {
    FILE *file;
    const struct export_table *table;
};

static void write_row(void *context, const struct export_cell *cells)
{
    const struct writing *w = context;
    char figure[EXPORT_FIGURE_SIZE];
    for (unsigned i = 0; i < w->table->column_count; i++) {
        enum export_type type = w->table->columns[i].type;
        csv_next(w->file, i);
        if (cells[i].blank)
            continue;
        if (type == EXPORT_TEXT || type == EXPORT_CHOICE) {
            csv_text(w->file, cells[i].text);
        } else {
            export_figure_text(figure, type, cells[i].number);
            fputs(figure, w->file); /* our own: never taken for a formula */
        }
    }
    csv_end(w->file);
}

static enum error write_table(struct whole *whole, enum export_table_id id,
                              const struct export_table *table, const struct export *what)
{
    struct writing w = {whole->file, table};
    csv_begin(w.file);
    write_mark(w.file, what->room);
    for (unsigned i = 0; i < table->column_count; i++) {
        csv_next(w.file, i);
        csv_text(w.file, word(table->columns[i].title));
    }
    csv_end(w.file);
    return export_table_rows(id, what, write_row, &w);
}

/* ---- the grid ---- */

/* Proposed as long as one of its ratings is. */
static const char *state_of(const struct room *room, school_id s)
{
    bool any = false, proposed = false;
    for (condition_id c = 1; c <= room->workshop.condition_count; c++) {
        unsigned state = room_cell(room, c, s).state;
        any |= state != RATING_NONE;
        proposed |= state == RATING_PROPOSED;
    }
    return !any ? "" : word(proposed ? WORD_EXPORT_PROPOSED : WORD_EXPORT_AGREED);
}

static void write_condition(FILE *file, const struct room *room, condition_id c)
{
    uint8_t ratings[SCHOOLS_MAX] = {0};
    struct analysis_summary sum;
    char average[EXPORT_FIGURE_SIZE], label[TITLE_SIZE + 8];
    snprintf(label, sizeof label, "%u. %s", c, room->conditions[c].name);
    csv_text(file, label);
    for (uint16_t i = 0; i < room->school_count; i++) {
        ratings[i] = room_cell(room, c, room->school_order[i]).now;
        csv_next(file, 1);
        if (ratings[i])
            fprintf(file, "%u", ratings[i]);
    }
    analysis_summarise(&sum, ratings, room->school_count);
    csv_next(file, 1);
    if (sum.counted)
        fprintf(file, "%u", sum.total);
    csv_next(file, 1);
    export_figure_text(average, EXPORT_TENTHS, sum.average_tenths);
    if (sum.counted)
        fputs(average, file);
    csv_end(file);
}

/* The row's own cells make its total and average, as in the review tool's grid, so that whoever
 * adds them up finds the same. */
static void write_grid(FILE *file, const struct room *room)
{
    csv_begin(file);
    write_mark(file, room);
    csv_text(file, word(WORD_EXPORT_CONDITION));
    for (uint16_t i = 0; i < room->school_count; i++) {
        csv_next(file, 1);
        csv_text(file, room->schools[room->school_order[i]].name);
    }
    csv_next(file, 1);
    csv_text(file, word(WORD_EXPORT_TOTAL));
    csv_next(file, 1);
    csv_text(file, word(WORD_EXPORT_AVERAGE));
    csv_end(file);
    for (condition_id c = 1; c <= room->workshop.condition_count; c++)
        write_condition(file, room, c);
    csv_text(file, word(WORD_EXPORT_STATE));
    for (uint16_t i = 0; i < room->school_count; i++) {
        csv_next(file, 1);
        csv_text(file, state_of(room, room->school_order[i]));
    }
    csv_end(file);
}

/* ---- the folder ---- */

/* What this reader is not given may lie there from an earlier time, when it was; a part of it, from
 * a program that was stopped while it wrote. */
static enum error remove_old(const char *path, struct trouble *trouble)
{
    char part[FOLDER_PATH_SIZE + sizeof ".part"];
    snprintf(part, sizeof part, "%s.part", path);
    if ((unlink(part) == 0 || errno == ENOENT) && (unlink(path) == 0 || errno == ENOENT))
        return ERROR_OK;
    return trouble_set(trouble, ERROR_IO, "%s is of an earlier time and could not be removed: %s.",
                       path, strerror(errno));
}

static enum error put_table(const char *folder, enum export_table_id id, const struct export *what,
                            struct trouble *trouble)
{
    char path[FOLDER_PATH_SIZE], name[64];
    struct export_table table;
    struct whole whole;
    bool given = export_table_describe(&table, id, what);
    snprintf(name, sizeof name, "%s.csv", table.id);
    enum error e = folder_path(path, folder, name, trouble);
    if (e == ERROR_OK && !given)
        return remove_old(path, trouble);
    if (e == ERROR_OK)
        e = whole_begin(&whole, path, WHOLE_OWN, trouble);
    if (e != ERROR_OK)
        return e;
    e = write_table(&whole, id, &table, what);
    if (e == ERROR_OK)
        return whole_end(&whole, trouble);
    whole_drop(&whole);
    return e;
}

static enum error put_grid(const char *folder, const struct export *what, struct trouble *trouble)
{
    char path[FOLDER_PATH_SIZE];
    struct whole whole;
    enum error e = folder_path(path, folder, "grid.csv", trouble);
    if (e == ERROR_OK && !what->room->workshop.named)
        return remove_old(path, trouble);
    if (e == ERROR_OK)
        e = whole_begin(&whole, path, WHOLE_OWN, trouble);
    if (e != ERROR_OK)
        return e;
    write_grid(whole.file, what->room);
    return whole_end(&whole, trouble);
}

enum error export_csv(const char *folder, const struct export *what, struct trouble *trouble)
{
    enum error e = folder_make(folder, trouble);
    if (e == ERROR_OK)
        e = put_grid(folder, what, trouble);
    for (unsigned id = 0; e == ERROR_OK && id < EXPORT_TABLE_COUNT; id++)
        e = put_table(folder, (enum export_table_id)id, what, trouble);
    return e;
}
