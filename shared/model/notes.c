#include "model/notes.h"

bool note_exists(const struct model *m, note_id note)
{
    return note >= 1 && note <= m->note_count && m->notes[note].state != NOTE_REMOVED;
}

note_id note_root(const struct model *m, note_id note)
{
    /* no circle can be made, and a damaged file that says so must not hang */
    for (unsigned i = 0; i < NOTES_MAX && note_exists(m, m->notes[note].merged); i++)
        note = m->notes[note].merged;
    return note;
}

note_id note_card(const struct model *m, note_id note)
{
    note_id parent = m->notes[note].parent;
    return note_root(m, parent ? parent : note);
}

bool note_is_card(const struct model *m, note_id note)
{
    return note_exists(m, note) && note_card(m, note) == note;
}

bool note_is_public(const struct model *m, note_id note)
{
    if (!note_exists(m, note) || m->boards[m->notes[note].board].content.personal)
        return false;
    return m->notes[note].state == NOTE_SHOWN && m->notes[note_card(m, note)].state == NOTE_SHOWN;
}

bool note_is_facilitators(const struct model *m, note_id note)
{
    if (!note_exists(m, note) || !note_exists(m, note_card(m, note)))
        return false;
    const struct board *board = &m->boards[m->notes[note].board];
    return !board->content.personal || board->state == BOARD_CLOSED;
}

bool note_is_before(const struct model *m, note_id a, note_id b)
{
    const struct note *x = &m->notes[a], *y = &m->notes[b];
    return x->order != y->order ? x->order < y->order : a < b;
}

bool board_exists(const struct model *m, uint8_t board)
{
    return board >= 1 && board <= m->board_count;
}

bool board_has_heading(const struct model *m, uint8_t board, uint8_t heading)
{
    return board_exists(m, board) && heading >= 1 &&
           heading <= m->boards[board].content.heading_count;
}

static bool stands_before(const struct model *m, note_id a, note_id b)
{
    int headings = m->notes[a].heading - m->notes[b].heading;
    return headings ? headings < 0 : note_is_before(m, a, b);
}

note_id board_cards(const struct model *m, uint8_t board, note_id cards[NOTES_MAX])
{
    bool personal = m->boards[board].content.personal;
    note_id count = 0;
    for (note_id n = 1; n <= m->note_count; n++) {
        if (m->notes[n].board != board || !note_is_card(m, n) ||
            !(personal ? note_is_facilitators(m, n) : note_is_public(m, n)))
            continue;
        note_id at = count++;
        for (; at > 0 && stands_before(m, n, cards[at - 1]); at--)
            cards[at] = cards[at - 1];
        cards[at] = n;
    }
    return count;
}
