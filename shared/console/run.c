#include "console/parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "model/history.h"
#include "stage/clock.h"
#include "stage/header.h"
#include "ui/button.h"
#include "ui/mark.h"

enum {
    BAR = 176,
    GAP = 32,
    NEXT_HEIGHT = 132,
    BULLET = 28,
    BULLET_GAP = 8,
    TIME_HEIGHT = 152,
    UNDO_HEIGHT = 48,
};

/* ---- the notes of the item, a sentence a line ---- */

/* The length of the first sentence of `text`, spaces after it included. */
static size_t sentence_of(const char *text)
{
    for (size_t i = 0; text[i]; i++)
        if (strchr(".?!", text[i]) && text[i + 1] == ' ')
            return i + 2;
    return strlen(text);
}

static size_t take_sentence(char to[MEMO_SIZE], const char *text)
{
    size_t length = sentence_of(text);
    memcpy(to, text, length);
    to[length] = '\0';
    while (length > 0 && to[length - 1] == ' ')
        to[--length] = '\0';
    return sentence_of(text);
}

/* Draws sentences from `text` on until the box is full, or only measures; returns what is left. */
static const char *draw_sentences(struct console *c, const struct box *box, const char *text,
                                  bool draws)
{
    char sentence[MEMO_SIZE];
    double y = box->y, w = box->w - BULLET;
    bool first = true;
    while (*text) {
        size_t length = take_sentence(sentence, text);
        double h = console_height(c, w, TYPE_MAX_LINES, REGULAR(20), sentence);
        if (!first && y + h > box->y + box->h)
            break;
        if (draws) {
            mark_bullet(c->ui->list, box->x, y, 20);
            draw_paragraph(c->ui->list, box->x + BULLET, y, w, TYPE_MAX_LINES, REGULAR(20),
                           ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK, sentence);
        }
        first = false;
        y += h + BULLET_GAP;
        text += length;
    }
    return text;
}

static void draw_notes(struct console *c, const struct box *box)
{
    struct console_run *run = &c->run;
    const struct room *room = c->sight.room;
    const char *notes =
        room->place.item ? room->items[room->place.item].notes : word(WORD_CONSOLE_LOBBY_NOTES);
    const char *text = notes;
    if (run->notes_of.item != room->place.item) {
        run->notes_of = room->place;
        run->notes_page = 0;
    }
    const char *shown = text;
    unsigned pages = 0;
    do {
        if (pages++ == run->notes_page)
            shown = text;
        text = draw_sentences(c, box, text, false);
    } while (*text);
    if (run->notes_page >= pages) { /* past the last: from the first again */
        run->notes_page = 0;
        shown = notes;
    }
    run->notes_pages = pages;
    draw_sentences(c, box, shown, true);
}

void console_run_turn_notes(struct console *c)
{
    c->run.notes_page++;
}

/* Ending at `right`; narrow columns have no room for the pages' number. */
static void draw_more_notes(struct console *c, double left, double right, double y)
{
    struct console_run *run = &c->run;
    struct draw_list *list = c->ui->list;
    char text[64];
    snprintf(text, sizeof text, word(WORD_CONSOLE_NOTES_PAGE), run->notes_page + 1,
             run->notes_pages);
    double w = 60 + draw_width(list, MEDIUM(20), text);
    if (w > right - left) {
        snprintf(text, sizeof text, "%s", word(WORD_CONSOLE_NOTES));
        w = 60 + draw_width(list, MEDIUM(20), text);
    }
    if (run->notes_pages > 1 && console_keyed(c, "notes-more", right - w, y, w, "I", text, false))
        console_run_turn_notes(c);
}

/* ---- where we are, and what comes ---- */

static const char *step_name(const struct agenda_step *step)
{
    static const enum word names[STAGE_COUNT] = {
        [STAGE_LOBBY] = WORD_CONSOLE_STAGE_LOBBY,
        [STAGE_BRIEFING] = WORD_CONSOLE_STAGE_BRIEFING,
        [STAGE_GRID] = WORD_CONSOLE_STAGE_GRID,
        [STAGE_BOARD] = WORD_CONSOLE_STAGE_BOARD,
        [STAGE_TOGETHER] = WORD_CONSOLE_STAGE_TOGETHER,
        [STAGE_FINDINGS] = WORD_CONSOLE_STAGE_FINDINGS,
        [STAGE_RESPONSE] = WORD_CONSOLE_STAGE_RESPONSE,
        [STAGE_ICEBREAKER] = WORD_CONSOLE_STAGE_ICEBREAKER,
        [STAGE_EVALUATION] = WORD_CONSOLE_STAGE_EVALUATION,
        [STAGE_BALLOT] = WORD_CONSOLE_STAGE_BALLOT,
        [STAGE_ACTIONS] = WORD_CONSOLE_STAGE_ACTIONS,
    };
    return step->ask[0] ? step->ask : word(names[step->stage]);
}

const char *run_step_name(const struct room *room, struct place place)
{
    const struct agenda_item *item = &room->items[place.item];
    if (place.item == 0 || place.step < 1 || place.step > item->step_count)
        return "";
    return step_name(&item->steps[place.step - 1]);
}

static const char *how_of(const struct room *room)
{
    static const enum word hows[HOW_COUNT] = {
        [HOW_ALONE] = WORD_CONSOLE_HOW_ALONE,
        [HOW_TWOS_THREES] = WORD_CONSOLE_HOW_TWOS_THREES,
        [HOW_GROUPS] = WORD_CONSOLE_HOW_GROUPS,
        [HOW_PLENARY] = WORD_CONSOLE_HOW_PLENARY,
    };
    const struct agenda_item *item = &room->items[room->place.item];
    unsigned step = room->place.step;
    if (!room->place.item || step < 1 || step > item->step_count)
        return NULL;
    unsigned how = item->steps[step - 1].how;
    return how == HOW_NONE ? NULL : word(hows[how]);
}

static void draw_next(struct console *c, const struct box *box)
{
    const struct room *room = c->sight.room;
    struct draw_list *list = c->ui->list;
    struct place next = room_place_after(room, room->place, 1);
    bool end = next.item == room->place.item && next.step == room->place.step;
    char at[CLOCK_TEXT_SIZE], label[64];
    draw_rect(list, box->x, box->y, box->w, 2, TOKEN_LINE);
    clock_of_day(at, room->items[next.item].start);
    if (!end && next.item != room->place.item && room->items[next.item].start)
        snprintf(label, sizeof label, word(WORD_CONSOLE_NEXT_AT), at);
    else
        snprintf(label, sizeof label, "%s", word(WORD_CONSOLE_NEXT));
    double label_w = draw_width(list, REGULAR(20), label) + 16;
    double y = console_line(c, box, box->y + 16, REGULAR(20), TOKEN_INK2, label);
    y = console_line(c, box, y, SEMIBOLD(28), TOKEN_INK,
                     end ? word(WORD_CONSOLE_THE_END) : console_item_title(room, next.item));
    if (!end)
        console_line(c, box, y, REGULAR(20), TOKEN_INK2, run_step_name(room, next));
    double w = 60 + draw_width(list, MEDIUM(20), word(WORD_CONSOLE_AGENDA));
    if (console_keyed(c, "jump", box->x + box->w - w, box->y + 10, w, "G",
                      word(WORD_CONSOLE_AGENDA), false))
        console_run_jump(c);
    draw_more_notes(c, box->x + label_w, box->x + box->w - w - 16, box->y + 10);
}

static double draw_now(struct console *c, const struct box *box, double y)
{
    const struct room *room = c->sight.room;
    const struct agenda_item *item = &room->items[room->place.item];
    char now[LINE_SIZE + 128];
    int length;
    if (room->place.item && item->step_count > 1)
        length = snprintf(now, sizeof now, word(WORD_CONSOLE_NOW_STEP), room->place.step,
                          item->step_count);
    else
        length = snprintf(now, sizeof now, "%s", word(WORD_CONSOLE_NOW));
    const struct agenda_step *step = header_step(room);
    bool asks = step && step->ask[0];
    const char *parts[] = {how_of(room), asks ? NULL : run_step_name(room, room->place)};
    for (int i = 0; i < 2; i++)
        if (parts[i] && parts[i][0])
            length += snprintf(now + length, sizeof now - (size_t)length, " · %s", parts[i]);
    y = console_line(c, box, y, REGULAR(20), TOKEN_INK2, now);
    const char *title = console_item_title(room, room->place.item);
    bool large = draw_width(c->ui->list, SEMIBOLD(36), title) <= box->w;
    y = console_line(c, box, y, SEMIBOLD(large ? 36 : 28), TOKEN_INK, title);
    if (asks)
        y += draw_paragraph(c->ui->list, box->x, y, box->w, 2, MEDIUM(20), ALIGN_LEFT, WRAP_GREEDY,
                            TOKEN_INK, step->ask);
    return y + 12;
}

/* On the grid, where there is an earlier review to look back to: how the room looks at it. */
static void draw_then(struct console *c, const struct box *box)
{
    static const enum word says[THEN_COUNT] = {[THEN_NOT] = WORD_CONSOLE_THEN_NOT,
                                               [THEN_CELLS] = WORD_CONSOLE_THEN_CELLS,
                                               [THEN_LINES] = WORD_CONSOLE_THEN_LINES};
    if (room_stage(c->sight.room) != STAGE_GRID || !history_latest(c->sight.room))
        return;
    const char *text = word(says[console_looking(c).then]);
    double w = 60 + draw_width(c->ui->list, MEDIUM(20), text);
    if (console_keyed(c, "then", box->x + box->w - w, box->y + 12, w, "H", text, false))
        console_then(c);
}

void run_left_draw(struct console *c, struct box box)
{
    struct draw_list *list = c->ui->list;
    double y = box.y + 16;
    draw_text(list, box.x, y, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK, word(WORD_CONSOLE_ROOM_SEES));
    if (c->blank || c->frozen)
        draw_text(list, box.x + box.w, y, SEMIBOLD(24), ALIGN_RIGHT, TOKEN_ACCENT,
                  word(c->blank ? WORD_CONSOLE_SEES_NOTHING : WORD_CONSOLE_SEES_HELD));
    else
        draw_then(c, &box);
    y += 40 + console_preview(c, box.x, y + 40, box.w) + 16;
    double next_y = box.y + box.h - NEXT_HEIGHT;
    if (c->run.jumping) {
        run_agenda_draw(c, (struct box){box.x, y, box.w, box.y + box.h - 16 - y});
        return;
    }
    y = draw_now(c, &box, y);
    draw_notes(c, &(struct box){box.x, y, box.w, next_y - 12 - y});
    draw_next(c, &(struct box){box.x, next_y, box.w, NEXT_HEIGHT});
}

/* Many schools on a narrow screen need more of it. */
double run_side(const struct console *c)
{
    bool crowded = c->layout.narrow && c->sight.room->school_count > 10;
    return floor((c->w - 2 * GAP) * (crowded ? 0.305 : 608.0 / 1792));
}

void console_run_draw(struct console *c)
{
    struct console_run *run = &c->run;
    double w = c->w - 2 * GAP, side = run_side(c), bottom = c->h - BAR;
    struct box left = {c->x, c->y, side, bottom};
    struct box middle = {c->x + side + GAP, c->y, side, bottom};
    struct box right = {c->x + 2 * (side + GAP), c->y, w - 2 * side, bottom};
    queue_update(&run->queue, c->sight.room);
    run_left_draw(c, left);
    double y = middle.y + 24;
    y += run_time_draw(c, (struct box){middle.x, y, middle.w, TIME_HEIGHT}) + 16;
    y += run_closing_draw(c, (struct box){middle.x, y, middle.w, 0});
    y += run_ballot_draw(c, (struct box){middle.x, y, middle.w, 0});
    y += run_actions_draw(c, (struct box){middle.x, y, middle.w, 0});
    y += run_round_draw(c, (struct box){middle.x, y, middle.w, 0});
    y += run_writing_draw(c, (struct box){middle.x, y, middle.w, 0});
    double undo = middle.y + middle.h - UNDO_HEIGHT - 8;
    run_queue_draw(c, (struct box){middle.x, y, middle.w, undo - 8 - y});
    run_undo_draw(c, (struct box){middle.x, undo, middle.w, UNDO_HEIGHT});
    run_seats_draw(c, right);
    run_bar_draw(c, (struct box){0, c->y + bottom, c->layout.across, BAR});
}
