/* What people wrote on the boards, under its headings, starred notes first; and what they thought
 * of the day. Personal boards are in the facilitator's room alone, and so in that report alone. */

#include "report/cluster_parts.h"

#include "words/words.h"

#include <stdio.h>

enum { KEEP = 50, INDENT = 14 };

static bool has_notes(const struct room *room, uint8_t board, uint8_t heading)
{
    for (note_id n = 1; n <= NOTES_MAX; n++)
        if (room->notes[n].state == NOTE_SHOWN && room->notes[n].board == board &&
            (!heading || room->notes[n].heading == heading))
            return true;
    return false;
}

static void write_note(struct cluster_report *r, const struct note_item *note, double indent,
                       enum word as)
{
    char text[NOTE_SIZE + NAME_SIZE + 64], whole[sizeof text + 64];
    if (note->by[0])
        snprintf(text, sizeof text, word(WORD_REPORT_SIGNED), note->text, note->by);
    else
        snprintf(text, sizeof text, "%s", note->text);
    snprintf(whole, sizeof whole, as ? word(as) : "%s", text);
    block_entry(&r->page, indent, note->starred ? "★" : NULL, as ? block_small_quiet : block_body,
                whole);
}

/* A note, then what is alike and what was suggested to it. */
static void write_card(struct cluster_report *r, note_id card)
{
    const struct room *room = r->room;
    write_note(r, &room->notes[card], 0, 0);
    for (note_id n = 1; n <= NOTES_MAX; n++)
        if (room->notes[n].state == NOTE_SHOWN && room->notes[n].merged == card)
            write_note(r, &room->notes[n], INDENT, WORD_REPORT_ALIKE);
    for (note_id n = 1; n <= NOTES_MAX; n++)
        if (room->notes[n].state == NOTE_SHOWN && room->notes[n].parent == card &&
            !room->notes[n].merged)
            write_note(r, &room->notes[n], INDENT, WORD_REPORT_SUGGESTED);
}

/* The next card of a heading after `last` (0: the first) in its order, starred or not; 0: none. */
static note_id next_card(const struct room *room, uint8_t board, uint8_t heading, bool starred,
                         note_id last)
{
    note_id best = 0;
    uint32_t after = last ? (uint32_t)room->notes[last].order << 16 | last : 0, least = UINT32_MAX;
    for (note_id n = 1; n <= NOTES_MAX; n++) {
        const struct note_item *note = &room->notes[n];
        uint32_t at = (uint32_t)note->order << 16 | n;
        if (note->state == NOTE_SHOWN && note->board == board && note->heading == heading &&
            !note->parent && !note->merged && note->starred == starred && at > after &&
            at < least) {
            least = at;
            best = n;
        }
    }
    return best;
}

static void write_heading(struct cluster_report *r, uint8_t board, uint8_t heading)
{
    block_list(&r->page);
    for (int starred = 1; starred >= 0; starred--)
        for (note_id n = 0; (n = next_card(r->room, board, heading, starred, n));)
            write_card(r, n);
    block_list_end(&r->page);
}

static void write_board(struct cluster_report *r, uint8_t board)
{
    const struct board_content *content = &r->room->boards[board].content;
    block_heading(&r->page, 2, true, KEEP, content->question);
    for (uint8_t h = 1; h <= content->heading_count; h++) {
        if (!has_notes(r->room, board, h))
            continue;
        if (content->heading_count > 1) {
            page_need(&r->page, KEEP);
            block_text(&r->page, 0, block_body_bold, content->headings[h - 1]);
        }
        write_heading(r, board, h);
        block_gap(&r->page, 4);
    }
}

void cluster_boards(struct cluster_report *r)
{
    bool begun = false, starred = false;
    for (note_id n = 1; n <= NOTES_MAX; n++)
        starred = starred || (r->room->notes[n].state == NOTE_SHOWN && r->room->notes[n].starred);
    for (uint8_t b = 1; b <= r->room->workshop.board_count; b++) {
        if (!has_notes(r->room, b, 0))
            continue;
        if (!begun)
            cluster_section(r, 120, word(WORD_REPORT_BOARDS));
        if (!begun && starred)
            block_text(&r->page, 0, block_quiet, word(WORD_REPORT_STARRED));
        begun = true;
        write_board(r, b);
    }
}

/* ---- the evaluation */

/* The agenda item whose objectives were looked at again; 0: none was. */
static uint8_t revisited(const struct room *room)
{
    for (uint8_t i = 1; i <= room->workshop.item_count; i++)
        for (uint8_t s = 0; s < room->items[i].step_count; s++) {
            const struct agenda_step *step = &room->items[i].steps[s];
            if (step->stage == STAGE_EVALUATION)
                return step->subject >= 1 && step->subject <= room->workshop.item_count
                           ? step->subject
                           : i;
        }
    return 0;
}

void cluster_evaluation(struct cluster_report *r)
{
    const struct room *room = r->room;
    const struct agenda_item *item = &room->items[revisited(room)];
    const struct block_column columns[] = {{word(WORD_EXPORT_OBJECTIVE), 0, PAGE_START},
                                           {word(WORD_ANSWER_YES), 46, PAGE_CENTRE},
                                           {word(WORD_ANSWER_MOSTLY), 46, PAGE_CENTRE},
                                           {word(WORD_ANSWER_NOT_YET), 46, PAGE_CENTRE}};
    const struct block_table table = {
        .columns = columns, .count = 4, .style = {.size = 10}, .scope = true};
    bool begun = false;
    for (int i = 1; i <= item->objective_count; i++) {
        const struct tally_item *tally = &room->tallies[SLIP_OBJECTIVE][i];
        char counts[3][8];
        if (!tally->count)
            continue;
        if (!begun) {
            cluster_section(r, 100, word(WORD_REPORT_EVALUATION));
            block_table_begin(&r->page, &table);
        }
        begun = true;
        for (int v = 0; v < 3; v++)
            snprintf(counts[v], sizeof counts[v], "%u", tally->values[v + 1]);
        const struct block_cell cells[] = {{.text = item->objectives[i - 1]},
                                           {.text = counts[0]},
                                           {.text = counts[1]},
                                           {.text = counts[2]}};
        block_row(&r->page, &table, cells);
    }
    if (begun)
        block_table_end(&r->page);
}
