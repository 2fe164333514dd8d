#include "export/rows.h"

#include "model/findings.h"
#include "phrase/phrase.h"

#include <stdlib.h>

/* What was said: findings, notes on boards, and how people saw the objectives in the end. */

#define EVERYBODY   EXPORT_EVERYBODY
#define FACILITATOR EXPORT_FACILITATOR

/* ---- findings ---- */

static const struct export_column finding_columns[] = {
    {"place", WORD_EXPORT_PLACE, EXPORT_NUMBER, EVERYBODY},
    {"kind", WORD_EXPORT_KIND, EXPORT_CHOICE, EVERYBODY},
    {"condition_id", WORD_EXPORT_CONDITION_ID, EXPORT_TEXT, EVERYBODY},
    {"condition", WORD_EXPORT_CONDITION, EXPORT_TEXT, EVERYBODY},
    {"finding", WORD_EXPORT_FINDING, EXPORT_TEXT, EVERYBODY},
    {"figures", WORD_EXPORT_FIGURES, EXPORT_TEXT, EVERYBODY},
    {"for_la", WORD_EXPORT_PUT_TO_LA, EXPORT_YES_NO, EVERYBODY},
    {"la_answer", WORD_EXPORT_LA_ANSWER, EXPORT_TEXT, EVERYBODY},
    {"hidden", WORD_EXPORT_HIDDEN, EXPORT_YES_NO, FACILITATOR},
};

static void put_finding(struct rows *rows, unsigned place, const struct room_finding *f)
{
    const struct room *room = rows->what->room;
    char text[PHRASE_SIZE], facts[PHRASE_SIZE];
    phrase_finding(text, room, f);
    phrase_facts(facts, room, f);
    rows_figure(rows, (int32_t)place);
    rows_choice(rows, finding_word((enum finding_kind)f->kind),
                phrase_head(room, (enum finding_kind)f->kind));
    rows_condition(rows, f->kind == FINDING_ADDED ? 0 : f->number);
    rows_text(rows, text);
    rows_text(rows, facts);
    rows_figure(rows, f->for_la);
    rows_text(rows, f->answer);
    rows_figure(rows, f->hidden);
    rows_end(rows);
}

/* Hidden ones are the facilitator's alone: what they say can still be read off the figures. */
static enum error put_findings(struct rows *rows)
{
    struct room_finding *found = malloc(ROOM_FINDINGS_MAX * sizeof *found);
    if (!found)
        return ERROR_MEMORY;
    unsigned count = room_findings(found, rows->what->room), place = 0;
    bool whole = rows->what->reader == AUDIENCE_FACILITATOR;
    for (unsigned i = 0; i < count; i++)
        if (whole || !found[i].hidden)
            put_finding(rows, ++place, &found[i]);
    free(found);
    return ERROR_OK;
}

const struct rows_table rows_findings = ROWS_TABLE(put_findings, finding_columns);

/* ---- notes ---- */

static const struct export_column note_columns[] = {
    {"number", WORD_EXPORT_NUMBER, EXPORT_NUMBER, EVERYBODY},
    {"board", WORD_EXPORT_BOARD, EXPORT_TEXT, EVERYBODY},
    {"heading", WORD_EXPORT_HEADING, EXPORT_TEXT, EVERYBODY},
    {"note", WORD_EXPORT_NOTE, EXPORT_TEXT, EVERYBODY},
    {"signed", WORD_EXPORT_SIGNED, EXPORT_TEXT, EVERYBODY},
    {"starred", WORD_EXPORT_STARRED, EXPORT_YES_NO, EVERYBODY},
    {"group", WORD_EXPORT_GROUP, EXPORT_NUMBER, EVERYBODY},
    {"suggestion_to", WORD_EXPORT_SUGGESTION_TO, EXPORT_NUMBER, EVERYBODY},
    {"part_of", WORD_EXPORT_PART_OF, EXPORT_NUMBER, EVERYBODY},
    {"waiting", WORD_EXPORT_WAITING, EXPORT_YES_NO, FACILITATOR},
};

static void put_note(struct rows *rows, note_id n)
{
    const struct note_item *note = &rows->what->room->notes[n];
    const struct board_content *board = &rows->what->room->boards[note->board].content;
    bool headed = note->heading >= 1 && note->heading <= board->heading_count;
    rows_figure(rows, n);
    rows_text(rows, board->question);
    rows_text(rows, headed ? board->headings[note->heading - 1] : "");
    rows_text(rows, note->text);
    rows_text(rows, note->by);
    rows_figure(rows, note->starred);
    rows_some(rows, note->group);
    rows_some(rows, note->parent);
    rows_some(rows, note->merged);
    rows_figure(rows, note->state == NOTE_WAITING);
    rows_end(rows);
}

/* Those of one heading as they stand there; what is said to a note, or part of it, after all the
 * notes that stand for themselves. */
static int compare_notes(const void *a, const void *b, void *context)
{
    const struct room *room = context;
    const struct note_item *first = &room->notes[*(const note_id *)a];
    const struct note_item *second = &room->notes[*(const note_id *)b];
    int ranks[][2] = {
        {first->board, second->board},
        {first->parent || first->merged, second->parent || second->merged},
        {first->heading, second->heading},
        {first->order, second->order},
        {*(const note_id *)a, *(const note_id *)b},
    };
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
        if (ranks[i][0] != ranks[i][1])
            return ranks[i][0] < ranks[i][1] ? -1 : 1;
    return 0;
}

static enum error put_notes(struct rows *rows)
{
    const struct room *room = rows->what->room;
    note_id order[NOTES_MAX];
    unsigned count = 0;
    for (note_id n = 1; n <= NOTES_MAX; n++)
        if (room->notes[n].state == NOTE_SHOWN || room->notes[n].state == NOTE_WAITING)
            order[count++] = n;
    qsort_r(order, count, sizeof *order, compare_notes, (void *)room);
    for (unsigned i = 0; i < count; i++)
        put_note(rows, order[i]);
    return ERROR_OK;
}

const struct rows_table rows_notes = ROWS_TABLE(put_notes, note_columns);

/* ---- the evaluation ---- */

static const struct export_column evaluation_columns[] = {
    {"number", WORD_EXPORT_NUMBER, EXPORT_NUMBER, EVERYBODY},
    {"objective", WORD_EXPORT_OBJECTIVE, EXPORT_TEXT, EVERYBODY},
    {"yes", WORD_EXPORT_YES_TITLE, EXPORT_NUMBER, EVERYBODY},
    {"mostly", WORD_EXPORT_MOSTLY, EXPORT_NUMBER, EVERYBODY},
    {"not_yet", WORD_EXPORT_NOT_YET, EXPORT_NUMBER, EVERYBODY},
    {"answers", WORD_EXPORT_ANSWERS, EXPORT_NUMBER, EVERYBODY},
};

/* The part of the agenda whose objectives its evaluation looks at again; NULL: there is none. */
static const struct agenda_item *revisited(const struct room *room)
{
    for (unsigned i = room->workshop.item_count; i >= 1; i--)
        for (unsigned s = 0; s < room->items[i].step_count; s++)
            if (room->items[i].steps[s].stage == STAGE_EVALUATION) {
                unsigned subject = room->items[i].steps[s].subject;
                bool other = subject >= 1 && subject <= room->workshop.item_count;
                return &room->items[other ? subject : i];
            }
    return NULL;
}

static enum error put_evaluation(struct rows *rows)
{
    const struct agenda_item *item = revisited(rows->what->room);
    for (unsigned i = 1; item && i <= item->objective_count; i++) {
        const struct tally_item *tally = &rows->what->room->tallies[SLIP_OBJECTIVE][i];
        rows_figure(rows, (int32_t)i);
        rows_text(rows, item->objectives[i - 1]);
        for (unsigned value = 1; value <= 3; value++)
            rows_if(rows, tally->count, tally->values[value]);
        rows_some(rows, tally->count);
        rows_end(rows);
    }
    return ERROR_OK;
}

const struct rows_table rows_evaluation = ROWS_TABLE(put_evaluation, evaluation_columns);
