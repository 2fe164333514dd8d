#include "console/shelf.h"

#include <string.h>

static bool has_card(const struct note_item *note, uint8_t board)
{
    return note->state != NOTE_NONE && note->board == board && !note->parent && !note->merged;
}

static bool stands_before(const struct room *room, note_id a, note_id b)
{
    const struct note_item *x = &room->notes[a], *y = &room->notes[b];
    if (x->heading != y->heading)
        return x->heading < y->heading;
    if (x->state != y->state)
        return x->state == NOTE_WAITING;
    return x->order != y->order ? x->order < y->order : a < b;
}

static void count(uint8_t *counter)
{
    *counter = (uint8_t)(*counter + (*counter < UINT8_MAX));
}

/* A note of this board goes to its place among those before it. */
static void take(struct shelf *shelf, int *notes, note_id n)
{
    int at = (*notes)++;
    for (; at > 0 && stands_before(shelf->room, n, shelf->note[at - 1]); at--)
        shelf->note[at] = shelf->note[at - 1];
    shelf->note[at] = n;
}

static void mark_acted(struct shelf *shelf)
{
    for (unsigned i = 1; i <= ACTIONS_MAX; i++) {
        const struct action_item *action = &shelf->room->actions[i];
        if (action->revision && action->content.source == SOURCE_NOTE &&
            action->content.source_a <= NOTES_MAX)
            shelf->acted[action->content.source_a] = true;
    }
}

void shelf_make(struct shelf *shelf, const struct room *room, uint8_t board)
{
    int notes = 0, heading = 0;
    *shelf = (struct shelf){.room = room, .board = board};
    shelf->headings = room->boards[board].content.heading_count;
    mark_acted(shelf);
    for (note_id n = 1; n <= NOTES_MAX; n++) {
        const struct note_item *note = &room->notes[n];
        if (note->board != board || note->state == NOTE_NONE)
            continue;
        shelf->waiting += note->state == NOTE_WAITING;
        if (note->merged)
            count(&shelf->alike[note->merged]);
        if (note->parent)
            count(&shelf->hints[note->parent]);
        if (has_card(note, board))
            take(shelf, &notes, n);
    }
    for (int i = 0; i < notes; i++)
        while (heading < room->notes[shelf->note[i]].heading - 1)
            shelf->first[++heading] = i;
    while (heading < HEADINGS_MAX)
        shelf->first[++heading] = notes;
}

int shelf_find(const struct shelf *shelf, note_id note)
{
    for (int i = 0; note && i < shelf->first[HEADINGS_MAX]; i++)
        if (shelf->note[i] == note)
            return i;
    return -1;
}

int shelf_count(const struct shelf *shelf, int heading)
{
    return shelf->first[heading] - shelf->first[heading - 1];
}

note_id shelf_waiting(const struct shelf *shelf, int from)
{
    int notes = shelf->first[HEADINGS_MAX];
    for (int i = 0; i < notes; i++) {
        note_id note = shelf->note[(from + i) % notes];
        if (shelf->room->notes[note].state == NOTE_WAITING)
            return note;
    }
    return 0;
}
