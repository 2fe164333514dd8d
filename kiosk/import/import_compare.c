#include "base/text.h"
#include "grid/grid_match.h"
#include "import/import_parts.h"
#include "words/words.h"

#include <string.h>

/* ---- which condition each row is about ---- */

/* What one file's rows are found to be about. Where an earlier file's reading of the same row was
 * another, nobody knows. */
static void match_file(struct import *import, const struct import_file *file,
                       bool differs[IMPORT_ROWS_MAX])
{
    struct grid_row rows[CONDITIONS_MAX];
    condition_id to[CONDITIONS_MAX];
    for (unsigned i = 0; i < file->row_count; i++)
        rows[i] = import->rows[file->rows[i]].row;
    grid_match(to, rows, file->row_count, &import->conditions[1], import->condition_count);
    for (unsigned i = 0; i < file->row_count; i++) {
        struct import_row *row = &import->rows[file->rows[i]];
        if (row->state == IMPORT_ANSWERED || !to[i])
            continue;
        differs[file->rows[i]] |= row->condition && row->condition != to[i];
        row->condition = to[i];
    }
}

static void match_rows(struct import *import)
{
    bool differs[IMPORT_ROWS_MAX] = {false}, rated[IMPORT_ROWS_MAX] = {false};
    for (unsigned i = 0; i < import->row_count; i++)
        if (import->rows[i].state != IMPORT_ANSWERED)
            import->rows[i].condition = 0;
    for (unsigned i = 0; i < import->rating_count; i++)
        rated[import->ratings[i].row] = true;
    for (unsigned file = 0; file < import->file_count; file++)
        match_file(import, &import->files[file], differs);
    for (unsigned i = 0; i < import->row_count; i++) {
        struct import_row *row = &import->rows[i];
        if (row->state == IMPORT_ANSWERED)
            continue;
        if (differs[i])
            row->condition = 0;
        row->state = row->condition ? IMPORT_FOUND : rated[i] ? IMPORT_ASKED : IMPORT_EMPTY;
    }
}

/* ---- which schools there are ---- */

static enum error match_schools(struct import *import, const struct room *room,
                                struct trouble *trouble)
{
    import->new_schools = 0;
    for (unsigned s = 0; s < import->school_count; s++) {
        struct import_school *school = &import->schools[s];
        school->id = room_find_school(room, school->name);
        if (school->id)
            text_copy(school->name, NAME_SIZE, room->schools[school->id].name);
        else
            import->new_schools++;
    }
    if (room->school_count + import->new_schools <= SCHOOLS_MAX)
        return ERROR_OK;
    return trouble_set(trouble, ERROR_RANGE, word(WORD_IMPORT_SCHOOLS_FULL), import->new_schools,
                       room->school_count, SCHOOLS_MAX);
}

/* Fills `order` with the schools by name. */
static void order_schools(uint8_t order[SCHOOLS_MAX], const struct import *import)
{
    for (unsigned s = 0; s < import->school_count; s++) {
        unsigned at = s;
        for (;
             at > 0 && text_order(import->schools[order[at - 1]].name, import->schools[s].name) > 0;
             at--)
            order[at] = order[at - 1];
        order[at] = (uint8_t)s;
    }
}

/* ---- what becomes of each rating ---- */

enum { LAST = UINT16_MAX };

/* The ratings that were read for each cell, one after the other. */
struct cells {
    uint16_t first[SCHOOLS_MAX][CONDITIONS_MAX + 1];
    uint16_t next[IMPORT_RATINGS_MAX];
};

static void sort_into_cells(struct cells *cells, const struct import *import)
{
    memset(cells, 0xFF, sizeof *cells);
    for (unsigned i = import->rating_count; i-- > 0;) {
        const struct import_rating *rating = &import->ratings[i];
        uint16_t *first = &cells->first[rating->school][import->rows[rating->row].condition];
        cells->next[i] = *first;
        *first = (uint16_t)i;
    }
}

static bool same_figure(const struct figure *a, const struct figure *b)
{
    return a->now == b->now && a->target == b->target && a->months == b->months &&
           strcmp(a->note, b->note) == 0;
}

/* Adds what one reading says to what others said. */
static void add_reading(struct figure *to, const struct figure *said)
{
    to->now = said->now;
    if (said->target)
        to->target = said->target;
    if (said->months)
        to->months = said->months;
    if (said->note[0])
        text_copy(to->note, sizeof to->note, said->note);
}

/* All readings of one cell in one; agreed where one of them is and says all of it. */
static enum error read_cell(struct import_entry *entry, const struct import *import,
                            const struct cells *cells, struct trouble *trouble)
{
    const struct import_rating *ratings = import->ratings;
    uint16_t first = cells->first[entry->school][entry->condition];
    for (uint16_t i = first; i != LAST; i = cells->next[i]) {
        const struct figure *said = &ratings[i].read.figure;
        for (uint16_t k = first; k != i; k = cells->next[k])
            if (import_contradict(&ratings[k].read.figure, said))
                return import_refuse(import, &ratings[k], &ratings[i], trouble);
        add_reading(&entry->becomes, said);
    }
    for (uint16_t i = first; i != LAST; i = cells->next[i])
        entry->agreed |=
            ratings[i].read.agreed && same_figure(&ratings[i].read.figure, &entry->becomes);
    return ERROR_OK;
}

/* The figure that stands, with its note; now is 0 where there is none. */
static struct figure standing_figure(const struct room *room, condition_id condition,
                                     school_id school)
{
    struct cell_item cell = room_cell(room, condition, school);
    struct figure figure = {.now = cell.now, .target = cell.target, .months = cell.months};
    const struct talk_item *talk = &room->talks[condition][school];
    const struct proposal *proposals = talk->proposals;
    if (!room->has_talk[condition][school] || !cell.now)
        return figure;
    if (talk->settled)
        return talk->agreed;
    return proposals[SIDE_SCHOOL].revision > proposals[SIDE_MANAGER].revision
               ? proposals[SIDE_SCHOOL].figure
               : proposals[SIDE_MANAGER].figure;
}

/* What the file does not say stays as it stands; a note tells why a rating is what it is, so that
 * it stays with that rating alone. */
static void keep_what_stands(struct figure *becomes, const struct figure *standing)
{
    if (!becomes->target && standing->target >= becomes->now)
        becomes->target = standing->target;
    if (!becomes->months && becomes->target == standing->target)
        becomes->months = standing->months;
    if (!becomes->note[0] && becomes->now == standing->now)
        text_copy(becomes->note, sizeof becomes->note, standing->note);
}

/* True when it is proposed already, beside what is agreed. */
static bool is_beside(const struct talk_item *talk, const struct figure *figure)
{
    for (unsigned side = 0; side < SIDE_COUNT; side++)
        if (talk->proposals[side].revision && same_figure(&talk->proposals[side].figure, figure))
            return true;
    return false;
}

static void plan(struct import_entry *entry, const struct room *room, school_id school)
{
    struct figure none = {0}, standing = none;
    if (school) {
        entry->was = room_cell(room, entry->condition, school);
        standing = standing_figure(room, entry->condition, school);
    }
    bool settled = entry->was.state == RATING_AGREED;
    if (standing.now)
        keep_what_stands(&entry->becomes, &standing);
    entry->note = entry->becomes.note[0] && strcmp(entry->becomes.note, standing.note) != 0;
    if (!standing.now)
        entry->what = IMPORT_NEW;
    else if (same_figure(&entry->becomes, &standing) && entry->agreed <= settled)
        entry->what = IMPORT_SAME;
    else if (settled && !entry->agreed)
        entry->what = is_beside(&room->talks[entry->condition][school], &entry->becomes)
                          ? IMPORT_SAME
                          : IMPORT_BESIDE;
    else
        entry->what = settled ? IMPORT_AGREED_ANEW : IMPORT_CHANGED;
}

static enum error fill_entries(struct import *import, const struct room *room,
                               struct trouble *trouble)
{
    struct cells cells;
    uint8_t order[SCHOOLS_MAX];
    sort_into_cells(&cells, import);
    order_schools(order, import);
    for (unsigned i = 0; i < import->school_count; i++)
        for (condition_id c = 1; c <= import->condition_count; c++) {
            if (cells.first[order[i]][c] == LAST)
                continue;
            struct import_entry *entry = &import->entries[import->entry_count];
            *entry = (struct import_entry){.school = order[i], .condition = c};
            enum error e = read_cell(entry, import, &cells, trouble);
            if (e != ERROR_OK)
                return e;
            plan(entry, room, import->schools[order[i]].id);
            import->counts[entry->what]++;
            import->entry_count++;
        }
    return ERROR_OK;
}

enum error import_compare(struct import *import, const struct room *room, struct trouble *trouble)
{
    import_remember(import, room);
    import->entry_count = 0;
    memset(import->counts, 0, sizeof import->counts);
    match_rows(import);
    enum error e = match_schools(import, room, trouble);
    if (e == ERROR_OK)
        e = fill_entries(import, room, trouble);
    if (e != ERROR_OK) {
        import->entry_count = 0;
        memset(import->counts, 0, sizeof import->counts);
    }
    return e;
}
