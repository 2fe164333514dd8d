#include "lines/printing.h"

#include <stdio.h>

/* Boards and notes, unsigned answers and findings. What is gone is said once, by its key
 * and nothing else; in a whole room it is not said. */

void print_board(struct printing *p)
{
    const struct board_item *b = &p->room->boards[p->key.a];
    if (!b->content.heading_count)
        return;
    lines_begin(&p->line, "board");
    lines_number(&p->line, "id", p->key.a);
    lines_text(&p->line, "name", b->content.id);
    lines_word(&p->line, "state", board_state_word((enum board_state)b->state));
    lines_yes_no(&p->line, "held", b->held);
    printing_yes(p, "personal", b->content.personal);
    lines_number(&p->line, "notes", b->notes);
    printing_some(p, "waiting", b->waiting);
    lines_text(&p->line, "question", b->content.question);
    for (uint8_t h = 0; h < b->content.heading_count; h++)
        lines_text(&p->line, "heading", b->content.headings[h]);
    printing_end(p, LINES_ALWAYS);
}

void print_question(struct printing *p)
{
    const struct question_item *q = &p->room->questions[p->key.a];
    if (!q->text[0])
        return;
    lines_begin(&p->line, "question");
    lines_number(&p->line, "id", p->key.a);
    lines_text(&p->line, "text", q->text);
    printing_end(p, LINES_ALWAYS);
}

/* Begins the line of a note; false when it is not there, having said so if it has just gone. */
static bool begin_note(struct printing *p, const char *word, uint8_t state)
{
    bool there = state != NOTE_NONE;
    if (!there && p->all)
        return false;
    lines_begin(&p->line, word);
    lines_number(&p->line, "id", p->key.a);
    if (!there) {
        lines_word(&p->line, "state", note_state_word(NOTE_REMOVED));
        printing_end(p, LINES_ALWAYS);
    }
    return there;
}

void print_note(struct printing *p)
{
    const struct note_item *n = &p->room->notes[p->key.a];
    if (!begin_note(p, "note", n->state))
        return;
    lines_number(&p->line, "board", n->board);
    lines_number(&p->line, "heading", n->heading);
    lines_word(&p->line, "state", note_state_word((enum note_state)n->state));
    printing_yes(p, "starred", n->starred);
    printing_some(p, "group", n->group);
    printing_some(p, "suggestion-to", n->parent);
    printing_some(p, "part-of", n->merged);
    lines_text(&p->line, "text", n->text);
    printing_text(p, "by", n->by);
    printing_end(p, LINES_ALWAYS);
}

void print_own_note(struct printing *p)
{
    const struct own_note_item *n = &p->room->own_notes[p->key.a];
    if (!begin_note(p, "own-note", n->state))
        return;
    lines_number(&p->line, "board", n->board);
    lines_number(&p->line, "heading", n->heading);
    lines_word(&p->line, "state", note_state_word((enum note_state)n->state));
    printing_some(p, "suggestion-to", n->parent);
    lines_text(&p->line, "text", n->text);
    printing_end(p, LINES_ALWAYS);
}

void print_round(struct printing *p)
{
    const struct round_item *r = &p->room->rounds[p->key.a];
    if (!r->subject && p->all)
        return;
    lines_begin(&p->line, "round");
    lines_word(&p->line, "kind", slip_word((enum slip_kind)p->key.a));
    printing_some(p, "subject", r->subject);
    lines_word(&p->line, "state", round_state_word((enum round_state)r->state));
    if (r->subject) {
        lines_number(&p->line, "answered", r->answered);
        lines_number(&p->line, "asked", r->asked);
    }
    printing_end(p, LINES_ALWAYS);
}

/* How many gave each value, and of readings the middle one. */
static void put_counts(struct printing *p, const struct tally_item *t)
{
    char value[4];
    lines_number(&p->line, "count", t->count);
    for (unsigned v = 1; v <= RATING_MAX; v++) {
        snprintf(value, sizeof value, "%u", v);
        printing_some(p, value, t->values[v]);
    }
    if (t->median) {
        char median[8];
        snprintf(median, sizeof median, "%u%s", t->median / 2U, t->median % 2 ? ".5" : "");
        lines_word(&p->line, "median", median);
    }
    printing_yes(p, "differs", t->differs);
}

void print_tally(struct printing *p)
{
    const struct tally_item *t = &p->room->tallies[p->key.a][p->key.b];
    if (!t->count && p->all)
        return;
    lines_begin(&p->line, "tally");
    lines_word(&p->line, "kind", slip_word((enum slip_kind)p->key.a));
    lines_number(&p->line, "subject", p->key.b);
    put_counts(p, t);
    printing_end(p, LINES_ALWAYS);
}

void print_readings(struct printing *p)
{
    const struct tally_item *t = &p->room->readings[p->key.a][p->key.b];
    if (!t->count && p->all)
        return;
    lines_begin(&p->line, "readings");
    printing_school(p, p->key.b);
    lines_number(&p->line, "condition", p->key.a);
    put_counts(p, t);
    printing_end(p, LINES_ALWAYS);
}

void print_missing(struct printing *p)
{
    const struct missing_item *m = &p->room->missing[p->key.a];
    if (!m->count && p->all)
        return;
    lines_begin(&p->line, "missing");
    printing_school(p, p->key.a);
    lines_number(&p->line, "count", m->count);
    printing_end(p, LINES_ALWAYS);
}

void print_own_slip(struct printing *p)
{
    const struct own_slip_item *s = &p->room->own_slips[p->key.a][p->key.b];
    if (!s->value && p->all)
        return;
    lines_begin(&p->line, "own-answer");
    lines_word(&p->line, "kind", slip_word((enum slip_kind)p->key.a));
    lines_number(&p->line, "subject", p->key.b);
    lines_number(&p->line, "value", s->value);
    printing_end(p, LINES_ALWAYS);
}

void print_finding(struct printing *p)
{
    const struct finding_item *f = &p->room->findings[p->key.a][p->key.b];
    if (p->all && !f->revision && !f->answer_revision && !f->hidden && !f->for_la && !f->rank)
        return;
    lines_begin(&p->line, "finding");
    lines_word(&p->line, "kind", finding_word((enum finding_kind)p->key.a));
    lines_number(&p->line, "number", p->key.b);
    printing_yes(p, "hidden", f->hidden);
    printing_yes(p, "for-la", f->for_la);
    printing_some(p, "place", f->rank);
    printing_text(p, "text", f->text);
    printing_text(p, "answer", f->answer);
    printing_end(p, LINES_ALWAYS);
}

void print_undo(struct printing *p)
{
    const struct undo_item *u = &p->room->undo;
    if (p->room->me.role != ROLE_FACILITATOR || (p->all && !u->undo && !u->redo))
        return;
    lines_begin(&p->line, "steps");
    if (u->undo)
        lines_word(&p->line, "undo", undoable_word((enum undoable)u->undo_what));
    if (u->redo)
        lines_word(&p->line, "redo", undoable_word((enum undoable)u->redo_what));
    printing_end(p, LINES_ALWAYS);
}

/* ---- what the grid says */

static void print_schools(struct printing *p, const struct room_finding *f)
{
    for (unsigned i = 0; i < f->school_count; i++)
        printing_school(p, f->schools[i]);
    for (unsigned i = 0; i < f->pair_count; i++) {
        lines_text(&p->line, "giver", p->room->schools[f->pairs[i].giver].name);
        lines_text(&p->line, "taker", p->room->schools[f->pairs[i].taker].name);
    }
}

void print_found(struct printing *p, const struct room_finding *f)
{
    lines_begin(&p->line, "found");
    lines_word(&p->line, "kind", finding_word((enum finding_kind)f->kind));
    lines_number(&p->line, "number", f->number);
    printing_yes(p, "hidden", f->hidden);
    printing_yes(p, "for-la", f->for_la);
    if (f->kind != FINDING_ADDED) {
        lines_text(&p->line, "condition", p->room->conditions[f->number].name);
        lines_number(&p->line, "counted", f->counted);
        lines_number(&p->line, "low", f->low);
        lines_number(&p->line, "medium", f->medium);
        lines_number(&p->line, "high", f->high);
        print_schools(p, f);
    }
    printing_text(p, "text", f->text);
    printing_text(p, "answer", f->answer);
    printing_end(p, LINES_ALWAYS);
}
