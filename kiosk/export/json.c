#include "export/tables.h"

#include "files/whole.h"

#include <stdio.h>
#include <time.h>

/* One JSON document (RFC 8259): an object "plenary" about itself, then each table by its id, a list
 * of objects; the workshop, which is one, an object. schema.json beside this file says what it
 * holds. Whoever changes that in a way that readers could trip over counts SCHEMA up. */

enum { SCHEMA = 1 };

struct writing {
    FILE *file;
    const struct export_table *table;
    unsigned rows;
};

static void write_text(FILE *file, const char *text)
{
    putc('"', file);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            fprintf(file, "\\%c", *text);
        else if ((unsigned char)*text < 0x20)
            fprintf(file, "\\u%04x", (unsigned)*text);
        else
            putc(*text, file);
    }
    putc('"', file);
}

static void write_value(FILE *file, enum export_type type, const struct export_cell *cell)
{
    char figure[EXPORT_FIGURE_SIZE];
    if (cell->blank) {
        fputs("null", file);
        return;
    }
    switch (type) {
    case EXPORT_TEXT:
        write_text(file, cell->text);
        break;
    case EXPORT_CHOICE:
        write_text(file, cell->word);
        break;
    case EXPORT_YES_NO:
        fputs(cell->number ? "true" : "false", file);
        break;
    case EXPORT_DAY:
        export_figure_text(figure, type, cell->number);
        write_text(file, figure);
        break;
    default:
        export_figure_text(figure, type, cell->number);
        fputs(figure, file);
    }
}

static void write_row(void *context, const struct export_cell *cells)
{
    struct writing *w = context;
    fprintf(w->file, "%s\n    {", w->rows++ ? "," : "");
    for (unsigned i = 0; i < w->table->column_count; i++) {
        fprintf(w->file, "%s\"%s\": ", i ? ", " : "", w->table->columns[i].id);
        write_value(w->file, w->table->columns[i].type, &cells[i]);
    }
    putc('}', w->file);
}

static enum error write_table(FILE *file, enum export_table_id id, const struct export *what)
{
    struct export_table table;
    struct writing w = {.file = file, .table = &table};
    bool one = id == EXPORT_TABLE_WORKSHOP;
    if (!export_table_describe(&table, id, what))
        return ERROR_OK;
    fprintf(file, ",\n  \"%s\": %s", table.id, one ? "" : "[");
    enum error e = export_table_rows(id, what, write_row, &w);
    if (!one)
        fputs(w.rows ? "\n  ]" : "]", file);
    return e;
}

static void write_head(FILE *file, const struct export *what)
{
    char about[EXPORT_READER_SIZE], written[32];
    time_t now = (time_t)(what->now_ms / 1000);
    struct tm utc;
    export_reader_text(about, what);
    strftime(written, sizeof written, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &utc));
    fprintf(file,
            "{\n  \"plenary\": {\"schema\": %d, \"training\": %s, \"reader\": \"%s\", \"about\": ",
            SCHEMA, what->room->workshop.training ? "true" : "false",
            export_reader_word(what->reader));
    write_text(file, about);
    fprintf(file, ", \"written\": \"%s\", \"workshop_id\": \"", written);
    for (size_t i = 0; i < sizeof what->id; i++)
        fprintf(file, "%02x", what->id[i]);
    fputs("\"}", file);
}

enum error export_json(const char *path, const struct export *what, struct trouble *trouble)
{
    struct whole whole;
    enum error e = whole_begin(&whole, path, WHOLE_OWN, trouble);
    if (e != ERROR_OK)
        return e;
    write_head(whole.file, what);
    for (unsigned id = 0; e == ERROR_OK && id < EXPORT_TABLE_COUNT; id++)
        e = write_table(whole.file, (enum export_table_id)id, what);
    fputs("\n}\n", whole.file);
    if (e == ERROR_OK)
        return whole_end(&whole, trouble);
    whole_drop(&whole);
    return e;
}
