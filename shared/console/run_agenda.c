/* The agenda, to go anywhere in it and come back: the items, and the steps of those that have
 * several. Nothing is lost by going; the key of undoing goes back. */

#include "console/parts.h"

#include <stdio.h>

#include "stage/clock.h"

enum { ROW = 40, INDENT = 84, PLACES_MAX = 1 + AGENDA_MAX * (STEPS_MAX + 1) };

/* The place of the i-th row; a row of an item leads to its first step. */
struct row {
    struct place place;
    bool is_step;
};

static int list_places(const struct room *room, struct row row[PLACES_MAX])
{
    int count = 0;
    row[count++] = (struct row){.place = {0, 1}};
    for (unsigned i = 1; i <= room->workshop.item_count; i++) {
        row[count++] = (struct row){.place = {(uint8_t)i, 1}};
        unsigned steps = room->items[i].step_count;
        for (unsigned step = 1; steps > 1 && step <= steps; step++)
            row[count++] = (struct row){.place = {(uint8_t)i, (uint8_t)step}, .is_step = true};
    }
    return count;
}

static int find_here(const struct room *room, const struct row row[], int count)
{
    for (int i = count - 1; i > 0; i--)
        if (row[i].place.item == room->place.item && row[i].place.step == room->place.step)
            return i;
    return 0;
}

void console_run_jump(struct console *c)
{
    console_go(c, CONSOLE_RUN);
    c->run.jumping = !c->run.jumping;
    if (!c->run.jumping)
        return;
    struct row row[PLACES_MAX];
    int count = list_places(c->sight.room, row);
    c->run.agenda = (struct rows){.chosen = find_here(c->sight.room, row, count)};
    c->run.jumped = true;
}

static void draw_row(struct console *c, const struct row *row, bool chosen, bool here, double x,
                     double y, double w)
{
    struct draw_list *list = c->ui->list;
    const struct room *room = c->sight.room;
    if (chosen)
        draw_round(list, x, y, w, ROW, 8, TOKEN_TINT);
    const char *title =
        row->is_step ? run_step_name(room, row->place) : console_item_title(room, row->place.item);
    char at[CLOCK_TEXT_SIZE];
    clock_of_day(at, room->items[row->place.item].start);
    if (!row->is_step && row->place.item && room->items[row->place.item].start)
        draw_text(list, x + 12, y + 6, type_tabular(REGULAR(20)), ALIGN_LEFT, TOKEN_INK2, at);
    double left = x + INDENT + (row->is_step ? 24 : 0);
    draw_text_within(list, left, y + 6, x + w - left - 40,
                     here           ? SEMIBOLD(20)
                     : row->is_step ? REGULAR(20)
                                    : MEDIUM(20),
                     ALIGN_LEFT, row->is_step && !here ? TOKEN_INK2 : TOKEN_INK, title);
    if (here)
        draw_disc(list, x + w - 20, y + ROW / 2.0, 8, TOKEN_ACCENT);
}

void run_agenda_draw(struct console *c, struct box box)
{
    struct console_run *run = &c->run;
    struct row row[PLACES_MAX];
    const struct room *room = c->sight.room;
    int count = list_places(room, row), here = find_here(room, row, count);
    ui_id id = ui_id_of("agenda", 0);
    if (run->jumped)
        ui_focus(c->ui, id);
    run->jumped = false;
    draw_text(c->ui->list, box.x, box.y, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK,
              word(WORD_CONSOLE_GO_TO));
    double y = box.y + 40;
    bool go = rows_run(c->ui, id, box.x, y, box.w, box.y + box.h - y, ROW, count, &run->agenda);
    for (int i = run->agenda.top; i < count && i < run->agenda.top + run->agenda.shown; i++)
        draw_row(c, &row[i], i == run->agenda.chosen, i == here, box.x,
                 y + (i - run->agenda.top) * ROW, box.w);
    struct command *command = go ? console_command(c, COMMAND_GO) : NULL;
    if (command) {
        command->change.place = row[run->agenda.chosen].place;
        console_left(c);
    }
    if (go || console_escape(c))
        run->jumping = false;
}
