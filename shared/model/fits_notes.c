#include "model/fitting.h"

#include "model/author.h"
#include "model/notes.h"
#include "model/undo.h"

bool board_fits(const struct model *m, const struct event *e)
{
    const struct board_change *c = &e->change.board;
    return c->board == m->board_count + 1 && m->board_count < BOARDS_MAX &&
           c->content.heading_count >= 1 && c->content.heading_count <= HEADINGS_MAX;
}

bool question_fits(const struct model *m, const struct event *e)
{
    const struct question_change *c = &e->change.question;
    return c->question == m->question_count + 1 && m->question_count < QUESTIONS_MAX && c->text[0];
}

bool board_set_fits(const struct model *m, const struct event *e)
{
    return board_exists(m, e->change.board_set.board) &&
           e->change.board_set.state < BOARD_STATE_COUNT;
}

static bool is_on_board(const struct model *m, note_id note, uint8_t board)
{
    return note >= 1 && note <= m->note_count && m->notes[note].board == board;
}

bool note_added_fits(const struct model *m, const struct event *e)
{
    const struct note_change *c = &e->change.note;
    return c->note == m->note_count + 1 && m->note_count < NOTES_MAX && c->text[0] &&
           board_has_heading(m, c->board, c->heading) && author_fits(m, &e->secret) &&
           (c->parent == 0 || (is_on_board(m, c->parent, c->board) && !m->notes[c->parent].parent));
}

bool note_fits(const struct model *m, const struct event *e)
{
    return note_exists(m, e->change.note.note);
}

bool note_edited_fits(const struct model *m, const struct event *e)
{
    return note_fits(m, e) && e->change.note.text[0];
}

bool note_moved_fits(const struct model *m, const struct event *e)
{
    const struct note_change *c = &e->change.note;
    if (!note_fits(m, e) || !board_has_heading(m, m->notes[c->note].board, c->heading))
        return false;
    return c->other == 0 ||
           (c->other != c->note && is_on_board(m, c->other, m->notes[c->note].board) &&
            m->notes[c->other].heading == c->heading);
}

bool note_merged_fits(const struct model *m, const struct event *e)
{
    const struct note_change *c = &e->change.note;
    return note_fits(m, e) &&
           (c->other == 0 ||
            (c->other != c->note && is_on_board(m, c->other, m->notes[c->note].board) &&
             note_is_card(m, c->other)));
}

bool note_assigned_fits(const struct model *m, const struct event *e)
{
    return note_fits(m, e) && e->change.note.group <= GROUPS_MAX;
}

bool notes_dealt_fits(const struct model *m, const struct event *e)
{
    return board_exists(m, e->change.note.board) && e->change.note.group >= 1 &&
           e->change.note.group <= GROUPS_MAX;
}

bool undone_fits(const struct model *m, const struct event *e)
{
    return undo_fits(m, e->change.undo.serial, false);
}

bool redone_fits(const struct model *m, const struct event *e)
{
    return undo_fits(m, e->change.undo.serial, true);
}
