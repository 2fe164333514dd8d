/* Arrows and the pointer among the notes of a board. */

#include "console/wells.h"

/* So far the pointer moves before it drags. */
enum { AWAY = 12 };

/* The note at that place of a heading, or the nearest there is; 0: it is empty. */
static note_id note_at(const struct shelf *shelf, int heading, int at)
{
    int count = shelf_count(shelf, heading);
    at = at < count ? at : count - 1;
    return at >= 0 ? shelf->note[shelf->first[heading - 1] + at] : 0;
}

static void go_across(struct console *c, const struct shelf *shelf, int from, int by)
{
    int heading = c->board.heading + by;
    if (heading < 1 || heading > shelf->headings)
        return;
    note_id note = note_at(shelf, heading, from < 0 ? 0 : from);
    c->board.heading = (uint8_t)heading;
    board_choose(c, note);
    c->board.heading = (uint8_t)heading;
}

/* One place up or down among those that wait, or among those that do not. */
static void push(struct console *c, const struct shelf *shelf, int at, int by)
{
    int heading = c->board.heading, next = at + by;
    const struct note_item *notes = shelf->room->notes;
    if (next < shelf->first[heading - 1] || next >= shelf->first[heading] ||
        notes[shelf->note[next]].state != notes[shelf->note[at]].state)
        return;
    int before = by < 0 ? next : next + 1;
    board_move(c, shelf, heading, before < shelf->first[heading] ? shelf->note[before] : 0);
}

static void obey_arrow(struct console *c, const struct shelf *shelf, const struct input_event *e)
{
    struct console_board *b = &c->board;
    int at = shelf_find(shelf, b->chosen), first = shelf->first[b->heading - 1];
    bool with_note = e->modifiers & WITH_SHIFT && at >= 0;
    switch (e->key) {
    case KEY_UP:
    case KEY_DOWN: {
        int by = e->key == KEY_UP ? -1 : 1;
        if (with_note)
            push(c, shelf, at, by);
        else if (at >= 0 && at + by >= first && at + by < shelf->first[b->heading])
            board_choose(c, shelf->note[at + by]);
        break;
    }
    case KEY_LEFT:
    case KEY_RIGHT: {
        int by = e->key == KEY_LEFT ? -1 : 1;
        if (with_note)
            board_move(c, shelf, b->heading + by, 0);
        else
            go_across(c, shelf, at - first, by);
        break;
    }
    case KEY_HOME:
        board_choose(c, note_at(shelf, b->heading, 0));
        break;
    case KEY_END:
        board_choose(c, note_at(shelf, b->heading, NOTES_MAX));
        break;
    default:
        break;
    }
}

int wells_under(const struct console *c, const struct shelf *shelf, const struct wells *wells,
                double x, double y, bool between, int *at)
{
    for (int heading = 1; heading <= shelf->headings; heading++) {
        double left, top;
        wells_box(wells, heading, &left, &top);
        if (x < left || x >= left + wells->w || y < top || y >= top + wells->h)
            continue;
        double row = (y - top - WELLS_HEAD) / wells->row + (between ? 0.5 : 0);
        int last = wells->rows - (between ? 0 : 1);
        *at = row < 0 && !between ? -1 : row < 0 ? 0 : row > last + 1 ? last + 1 : (int)row;
        *at = *at > last ? (between ? last : -1) : *at;
        if (*at >= 0)
            *at += c->board.page[heading - 1] * wells->rows;
        if (*at >= shelf_count(shelf, heading))
            *at = between ? shelf_count(shelf, heading) : -1;
        return heading;
    }
    return 0;
}

static void press(struct console *c, const struct shelf *shelf, const struct wells *wells)
{
    struct console_board *b = &c->board;
    int at, heading = wells_under(c, shelf, wells, c->ui->pointer_x, c->ui->pointer_y, false, &at);
    if (!heading)
        return;
    note_id note = at >= 0 ? shelf->note[shelf->first[heading - 1] + at] : 0;
    if (note) {
        board_choose(c, note);
        b->turned = true; /* the page stays where the pointer is */
    }
    b->heading = (uint8_t)heading;
    b->pressed = note != 0;
    b->dragging = false;
    b->pressed_x = c->ui->pointer_x;
    b->pressed_y = c->ui->pointer_y;
}

/* Let go: the note stands before the one whose place it was put in. */
static void drop(struct console *c, const struct shelf *shelf, const struct wells *wells)
{
    int at, heading = wells_under(c, shelf, wells, c->ui->pointer_x, c->ui->pointer_y, true, &at);
    note_id other = heading && at < shelf_count(shelf, heading)
                        ? shelf->note[shelf->first[heading - 1] + at]
                        : 0;
    int from = shelf_find(shelf, c->board.chosen);
    bool stays = heading == c->board.heading && (shelf->first[heading - 1] + at == from ||
                                                 shelf->first[heading - 1] + at == from + 1);
    if (heading && !stays)
        board_move(c, shelf, heading, other);
}

void wells_obey(struct console *c, const struct shelf *shelf, const struct wells *wells)
{
    struct console_board *b = &c->board;
    const struct input_event *e;
    bool released = false;
    for (int at = 0; (e = ui_next(c->ui, wells_id(), &at));) {
        int row,
            heading = wells_under(c, shelf, wells, c->ui->pointer_x, c->ui->pointer_y, false, &row);
        if (e->kind == INPUT_PRESS)
            press(c, shelf, wells);
        else if (e->kind == INPUT_WHEEL && heading)
            wells_turn(c, shelf, wells, heading, e->turn > 0 ? -1 : 1);
        else if (e->kind == INPUT_KEY)
            obey_arrow(c, shelf, e);
        released = released || e->kind == INPUT_RELEASE;
    }
    double x = c->ui->pointer_x - b->pressed_x, y = c->ui->pointer_y - b->pressed_y;
    if (b->pressed && x * x + y * y > AWAY * AWAY)
        b->dragging = true;
    if (!released && c->ui->held == wells_id())
        return;
    if (released && b->dragging)
        drop(c, shelf, wells);
    b->pressed = b->dragging = false;
}
