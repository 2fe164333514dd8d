#include "base/text.h"
#include "grid/grid_table.h"
#include "import/import.h"
#include "words/words.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Adds formatted text to what stands in `to`, as much as there is room for. */
__attribute__((format(printf, 2, 3))) static void add(char to[IMPORT_TEXT_SIZE], const char *format,
                                                      ...)
{
    size_t used = strlen(to);
    va_list values;
    va_start(values, format);
    vsnprintf(to + used, IMPORT_TEXT_SIZE - used, format, values);
    va_end(values);
    to[text_whole(to, strlen(to))] = '\0';
}

/* "4, goal 7 in 12 months, agreed" */
static void write_figure(char to[IMPORT_TEXT_SIZE], unsigned now, unsigned target, unsigned months,
                         bool agreed)
{
    to[0] = '\0';
    add(to, "%u", now);
    if (target)
        add(to, word(WORD_IMPORT_GOAL), target);
    if (months)
        add(to, word(months == 1 ? WORD_IMPORT_IN_MONTH : WORD_IMPORT_IN_MONTHS), months);
    add(to, "%s", word(agreed ? WORD_IMPORT_AGREED : WORD_IMPORT_PROPOSED));
}

void import_becomes(char to[IMPORT_TEXT_SIZE], const struct import_entry *entry)
{
    const struct figure *figure = &entry->becomes;
    write_figure(to, figure->now, figure->target, figure->months, entry->agreed);
    if (entry->note)
        add(to, word(WORD_IMPORT_NOTE), figure->note);
}

void import_was(char to[IMPORT_TEXT_SIZE], const struct import_entry *entry)
{
    const struct cell_item *was = &entry->was;
    to[0] = '\0';
    if (was->state != RATING_NONE)
        write_figure(to, was->now, was->target, was->months, was->state == RATING_AGREED);
}

void import_line(char to[IMPORT_TEXT_SIZE], const struct import *import,
                 const struct import_entry *entry)
{
    static const enum word formats[IMPORT_WHAT_COUNT] = {
        [IMPORT_SAME] = WORD_IMPORT_LINE_SAME,           [IMPORT_NEW] = WORD_IMPORT_LINE_NEW,
        [IMPORT_CHANGED] = WORD_IMPORT_LINE_CHANGED,     [IMPORT_BESIDE] = WORD_IMPORT_LINE_BESIDE,
        [IMPORT_AGREED_ANEW] = WORD_IMPORT_LINE_CHANGED,
    };
    char becomes[IMPORT_TEXT_SIZE], was[IMPORT_TEXT_SIZE];
    import_becomes(becomes, entry);
    import_was(was, entry);
    to[0] = '\0';
    add(to, word(WORD_IMPORT_ABOUT), import->schools[entry->school].name, entry->condition,
        import->conditions[entry->condition].name);
    add(to, word(formats[entry->what]), entry->what == IMPORT_SAME ? was : becomes, was);
}

void import_row_text(char to[IMPORT_TEXT_SIZE], const struct import *import, unsigned row)
{
    const struct import_row *asked = &import->rows[row];
    char column[GRID_LETTERS_SIZE], label[GRID_EXCERPT_SIZE];
    grid_column_letters(column, asked->row.place.column);
    grid_excerpt(label, sizeof label, asked->row.label[0] ? asked->row.label : asked->row.id);
    to[0] = '\0';
    add(to, word(WORD_IMPORT_ROW), label, asked->row.place.row, column,
        import->files[asked->file].name);
}

void import_sum(char to[IMPORT_TEXT_SIZE], const struct import *import)
{
    static const struct {
        enum import_what what;
        enum word word;
    } parts[] = {{IMPORT_NEW, WORD_IMPORT_SUM_NEW},
                 {IMPORT_CHANGED, WORD_IMPORT_SUM_CHANGED},
                 {IMPORT_AGREED_ANEW, WORD_IMPORT_SUM_AGREED_ANEW},
                 {IMPORT_BESIDE, WORD_IMPORT_SUM_BESIDE},
                 {IMPORT_SAME, WORD_IMPORT_SUM_SAME}};
    const char *lead = word(WORD_IMPORT_SUM_RATINGS);
    to[0] = '\0';
    if (import_is_idle(import)) {
        add(to, "%s", word(import->entry_count ? WORD_IMPORT_SUM_NOTHING : WORD_IMPORT_SUM_BLANK));
        return;
    }
    if (import->new_schools)
        add(to, word(WORD_IMPORT_SUM_SCHOOLS), import->new_schools);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        unsigned count = import->counts[parts[i].what];
        if (!count)
            continue;
        add(to, "%s%s", to[0] && lead[0] != ',' ? " " : "", lead);
        add(to, word(parts[i].word), count);
        lead = ", ";
    }
    if (import->entry_count)
        add(to, "%s", ".");
}

/* ---- remarks ---- */

/* What is told of a file as a whole. */
enum told { TOLD_ENCODING, TOLD_WITHOUT_RATING, TOLD_PASSED_OVER, TOLD_COUNT };

static bool is_told(const struct import_file *file, enum told what)
{
    return what == TOLD_ENCODING         ? file->windows_1252
           : what == TOLD_WITHOUT_RATING ? file->without_rating > 0
                                         : file->passed_over[0] != '\0';
}

unsigned import_remarks(const struct import *import)
{
    unsigned count = import->contradiction_count;
    for (unsigned i = 0; i < import->file_count; i++)
        for (unsigned what = 0; what < TOLD_COUNT; what++)
            count += is_told(&import->files[i], (enum told)what);
    return count;
}

static void write_told(char to[IMPORT_TEXT_SIZE], const struct import_file *file, enum told what)
{
    if (what == TOLD_ENCODING)
        add(to, word(WORD_IMPORT_ENCODING), file->name);
    else if (what == TOLD_WITHOUT_RATING)
        add(to, word(WORD_IMPORT_WITHOUT_RATING), file->name, file->without_rating);
    else
        add(to, word(WORD_IMPORT_PASSED_OVER), file->name, file->passed_over);
}

static void remark_on_file(char to[IMPORT_TEXT_SIZE], const struct import *import, unsigned remark)
{
    for (unsigned i = 0; i < import->file_count; i++)
        for (unsigned what = 0; what < TOLD_COUNT; what++)
            if (is_told(&import->files[i], (enum told)what) && remark-- == 0) {
                write_told(to, &import->files[i], (enum told)what);
                return;
            }
}

void import_remark(char to[IMPORT_TEXT_SIZE], const struct import *import, unsigned remark)
{
    char text[GRID_TEXT_SIZE];
    to[0] = '\0';
    if (remark >= import->contradiction_count) {
        remark_on_file(to, import, remark - import->contradiction_count);
        return;
    }
    if (import->file_count > 1)
        add(to, "%s: ", import->files[import->contradictions[remark].file].name);
    grid_contradiction_text(text, sizeof text, &import->contradictions[remark].contradiction);
    add(to, "%s", text);
}
