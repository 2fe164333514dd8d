#include "model/applying.h"

#include "model/author.h"
#include "model/notes.h"

#include <string.h>

void apply_board_added(struct model *m, const struct event *e)
{
    m->board_count++;
    struct board *board = &m->boards[m->board_count];
    board->content = e->change.board.content;
    board->held = board->content.held;
    board->state = board->content.always ? BOARD_OPEN : BOARD_PREPARED;
}

void apply_question_added(struct model *m, const struct event *e)
{
    m->question_count++;
    memcpy(m->questions[m->question_count], e->change.question.text, LINE_SIZE);
}

/* Takes a board's notes off their writers' lists. */
static void forget_writers(struct model *m, uint8_t board)
{
    for (seat_id s = 0; s <= m->seat_count; s++)
        for (note_id *link = &m->seats[s].own_note; *link;) {
            struct note *note = &m->notes[*link];
            if (note->board != board) {
                link = &note->next_own;
                continue;
            }
            *link = note->next_own;
            note->next_own = 0;
            note->author = (struct author){0};
            note->author_event = 0;
        }
}

/* So that the order does not tell who wrote first. */
static void order_by_text(struct model *m, uint8_t board)
{
    for (note_id n = 1; n <= m->note_count; n++) {
        uint16_t before = 0;
        for (note_id other = 1; m->notes[n].board == board && other <= m->note_count; other++)
            before = (uint16_t)(before + (m->notes[other].board == board &&
                                          strcmp(m->notes[other].text, m->notes[n].text) < 0));
        if (m->notes[n].board == board)
            m->notes[n].order = (uint16_t)(before + 1);
    }
}

void applying_close_board(struct model *m, uint8_t board)
{
    m->boards[board].state = BOARD_CLOSED;
    forget_writers(m, board);
    if (m->boards[board].content.personal)
        order_by_text(m, board);
}

void apply_board_set(struct model *m, const struct event *e)
{
    const struct board_set_change *c = &e->change.board_set;
    m->boards[c->board].held = c->held;
    if (c->state == BOARD_CLOSED && m->boards[c->board].state != BOARD_CLOSED)
        applying_close_board(m, c->board);
    m->boards[c->board].state = c->state;
}

/* Orders lie apart, so that a note can come between two without moving any other; ORDER_STEP apart
 * NOTES_MAX of them fit into their range. */
enum { ORDER_STEP = 31 };

static bool shares_heading(const struct model *m, note_id a, note_id b)
{
    return m->notes[a].board == m->notes[b].board && m->notes[a].heading == m->notes[b].heading;
}

/* Spreads the orders of a note's whole heading, but for its own. */
static void spread_orders(struct model *m, note_id note)
{
    uint16_t orders[NOTES_MAX + 1] = {0};
    for (note_id a = 1; a <= m->note_count; a++) {
        uint16_t before = 0;
        for (note_id b = 1; b <= m->note_count; b++)
            before = (uint16_t)(before + (b != a && b != note && shares_heading(m, b, note) &&
                                          note_is_before(m, b, a)));
        orders[a] = (uint16_t)(ORDER_STEP * (before + 1));
    }
    for (note_id a = 1; a <= m->note_count; a++)
        if (a != note && shares_heading(m, a, note))
            m->notes[a].order = orders[a];
}

/* The order that puts a note right before `other` (0: last) in its heading; 0 when there is no
 * number left between the two. */
static uint16_t order_before(const struct model *m, note_id note, note_id other)
{
    uint16_t before = 0;
    for (note_id n = 1; n <= m->note_count; n++)
        if (n != note && n != other && shares_heading(m, n, note) &&
            (!other || note_is_before(m, n, other)) && m->notes[n].order > before)
            before = m->notes[n].order;
    if (!other)
        return before <= UINT16_MAX - ORDER_STEP ? (uint16_t)(before + ORDER_STEP) : 0;
    uint16_t gap = (uint16_t)(m->notes[other].order - before);
    return gap >= 2 ? (uint16_t)(before + gap / 2) : 0;
}

static void put_before(struct model *m, note_id note, note_id other)
{
    uint16_t order = order_before(m, note, other);
    if (!order) {
        spread_orders(m, note);
        order = order_before(m, note, other);
    }
    m->notes[note].order = order;
}

void apply_note_added(struct model *m, const struct event *e)
{
    const struct note_change *c = &e->change.note;
    m->note_count++;
    struct note *note = &m->notes[m->note_count];
    note->board = c->board;
    note->heading = c->heading;
    note->parent = c->parent;
    note->state = c->on ? NOTE_SHOWN : NOTE_WAITING;
    note->revision = 1;
    note->edits = 1;
    memcpy(note->text, c->text, sizeof note->text);
    memcpy(note->by, c->by, sizeof note->by);
    put_before(m, m->note_count, 0);
    note->author = author_from_secret(&e->secret);
    if (!note->author.seat)
        return;
    note->author_event = m->event_count + 1;
    note->next_own = m->seats[note->author.seat].own_note;
    m->seats[note->author.seat].own_note = m->note_count;
}

/* What its writer changes after it was let through waits again. */
void apply_note_edited(struct model *m, const struct event *e)
{
    const struct note_change *c = &e->change.note;
    struct note *note = &m->notes[c->note];
    const struct board *board = &m->boards[note->board];
    memcpy(note->text, c->text, sizeof note->text);
    note->revision++;
    note->edits++;
    if (c->on && board->held && !board->content.personal)
        note->state = NOTE_WAITING;
}

void apply_note_removed(struct model *m, const struct event *e)
{
    m->notes[e->change.note.note].state = NOTE_REMOVED;
    m->notes[e->change.note.note].withdrawn = e->change.note.on;
    m->notes[e->change.note.note].revision++;
}

void apply_note_moved(struct model *m, const struct event *e)
{
    const struct note_change *c = &e->change.note;
    m->notes[c->note].heading = c->heading;
    m->notes[c->note].revision++;
    put_before(m, c->note, c->other);
}

void apply_note_merged(struct model *m, const struct event *e)
{
    m->notes[e->change.note.note].merged = e->change.note.other;
    m->notes[e->change.note.note].revision++;
}

void apply_note_starred(struct model *m, const struct event *e)
{
    m->notes[e->change.note.note].starred = e->change.note.on;
}

void apply_note_approved(struct model *m, const struct event *e)
{
    m->notes[e->change.note.note].state = e->change.note.on ? NOTE_SHOWN : NOTE_WAITING;
}

void apply_note_assigned(struct model *m, const struct event *e)
{
    m->notes[e->change.note.note].group = e->change.note.group;
    m->notes[e->change.note.note].revision++;
}

void applying_put_note(struct model *m, note_id id, const struct note *to)
{
    struct note *note = &m->notes[id];
    bool texts_differ = strcmp(note->text, to->text) != 0;
    note->heading = to->heading;
    note->order = to->order;
    note->state = to->state;
    note->starred = to->starred;
    note->group = to->group;
    note->merged = to->merged;
    note->revision++;
    note->edits += texts_differ;
    memcpy(note->text, to->text, sizeof note->text);
}

static void give_group(struct note *note, uint8_t group)
{
    if (note->group != group)
        note->revision++;
    note->group = group;
}

void apply_notes_dealt(struct model *m, const struct event *e)
{
    const struct note_change *c = &e->change.note;
    note_id cards[NOTES_MAX], dealt = 0;
    note_id count = board_cards(m, c->board, cards);
    bool starred = false;
    for (note_id i = 0; i < count; i++)
        starred = starred || m->notes[cards[i]].starred;
    for (note_id i = 0; i < count; i++) {
        struct note *note = &m->notes[cards[i]];
        bool taken = note->starred || !starred;
        uint8_t group = (uint8_t)(1 + dealt % c->group);
        give_group(note, taken ? group : 0);
        dealt = (note_id)(dealt + taken);
    }
}
