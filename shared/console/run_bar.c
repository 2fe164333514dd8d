/* The bar at the foot: back, blank, hold, reveal, next; and what can be taken back, above it. */

#include "console/parts.h"

#include <math.h>
#include <stdio.h>

#include "ui/mark.h"

enum { HEIGHT = 112, GAP = 16, PADDING = 12, NARROW = 240 };

/* Sizes of the text and the gap before its key, the largest first that leaves the key room. */
static const struct fitting {
    int size, key_gap;
} fittings[] = {{36, 24}, {28, 24}, {24, 12}};

struct big {
    const char *name;
    enum word text;
    const char *key, *under; /* a smaller line under the text; NULL: none */
    bool primary, on, off;
};

/* NULL: the key has no room beside the text, however small. */
static const struct fitting *fit(struct draw_list *list, const struct big *big, double key_w,
                                 double w)
{
    const struct fitting *end = fittings + sizeof fittings / sizeof *fittings;
    const struct fitting *f = &fittings[w < NARROW ? 1 : 0];
    while (f < end && draw_width(list, SEMIBOLD(f->size), word(big->text)) + f->key_gap + key_w >
                          w - 2 * PADDING)
        f++;
    return f < end && big->key[0] ? f : NULL;
}

static bool run_big(struct console *c, double x, double y, double w, const struct big *big)
{
    struct ui *ui = c->ui;
    struct draw_list *list = ui->list;
    ui_id id = ui_id_of(big->name, 0);
    bool done = ui_area(ui, id, x, y, w, HEIGHT, 16, 4, big->off ? UI_OFF : 0);
    bool over = ui_hovered(ui, id), held = ui_held(ui, id);
    enum token ink = big->off ? TOKEN_INK2 : big->primary ? TOKEN_ON_ACCENT : TOKEN_INK;
    if (big->off)
        draw_round(list, x, y, w, HEIGHT, 16, TOKEN_SUNKEN);
    else if (big->primary)
        draw_round(list, x, y, w, HEIGHT, 16,
                   held   ? TOKEN_ACCENT_PRESSED
                   : over ? TOKEN_ACCENT_HOVER
                          : TOKEN_ACCENT);
    else
        draw_outline(list, x, y, w, HEIGHT, 16, big->on ? 4 : 2,
                     big->on ? TOKEN_ACCENT : TOKEN_OUTLINE,
                     big->on || over ? TOKEN_TINT : TOKEN_SURFACE);
    double key_w = fmax(40, draw_width(list, SEMIBOLD(24), big->key) + 20);
    const struct fitting *keyed = fit(list, big, key_w, w);
    int size = keyed ? keyed->size : w < NARROW ? 28 : 36;
    double text_w = draw_width(list, SEMIBOLD(size), word(big->text));
    double key_gap = keyed ? keyed->key_gap : 0;
    double all = text_w + (keyed ? key_gap + key_w : 0), at = x + (w - all) / 2;
    double text_y = y + (HEIGHT - type_line(size)) / 2.0;
    if (big->under) {
        text_y -= 16;
        draw_text_within(list, x + 16, text_y + type_line(size), w - 32, REGULAR(20), ALIGN_CENTRE,
                         ink, big->under);
    }
    draw_text_within(list, at, text_y, w - 2 * PADDING, SEMIBOLD(size), ALIGN_LEFT, ink,
                     word(big->text));
    double key_y = text_y + (type_line(size) - 40) / 2.0;
    if (keyed) {
        draw_frame(list, at + text_w + key_gap, key_y, key_w, 40, 8, 2,
                   big->primary && !big->off ? TOKEN_ON_ACCENT : TOKEN_LINE);
        draw_text(list, at + text_w + key_gap + key_w / 2, key_y + 4, SEMIBOLD(24), ALIGN_CENTRE,
                  ink, big->key);
    }
    return done;
}

/* Why there is nothing to reveal, or what there is. */
static const char *reveal_line(const struct room *room)
{
    if (!room->workshop.room_named)
        return word(WORD_CONSOLE_REVEAL_OFF);
    return word(room->view.targets ? WORD_CONSOLE_REVEAL_NOW : WORD_CONSOLE_REVEAL_GOALS);
}

/* At the right: on with the agenda; at its end, the end of the workshop. */
static void run_onward(struct console *c, double x, double y, double w)
{
    const struct room *room = c->sight.room;
    bool sure = c->run.closing;
    struct big next = {"next", WORD_CONSOLE_NEXT, "→", NULL, true, false, false};
    struct big close = {"close",  sure ? WORD_CONSOLE_CLOSE_YES : WORD_CONSOLE_CLOSE,
                        "Ctrl+E", sure ? word(WORD_CONSOLE_CLOSE_MORE) : NULL,
                        sure,     false,
                        false};
    struct big closed = {
        "closed", WORD_CONSOLE_CLOSED, "", word(WORD_CONSOLE_CLOSED_MORE), false, false, true};
    if (room->workshop.closed)
        run_big(c, x, y, w, &closed);
    else if (console_at_end(room) && run_big(c, x, y, w, &close))
        console_close(c);
    else if (!console_at_end(room) && run_big(c, x, y, w, &next))
        console_step(c, 1);
}

void run_bar_draw(struct console *c, struct box box)
{
    const struct room *room = c->sight.room;
    struct draw_list *list = c->ui->list;
    bool grid = room_stage(room) == STAGE_GRID, vote = room_stage(room) == STAGE_BALLOT;
    double side = run_side(c), half = (side - GAP) / 2;
    double x = c->x, y = box.y + 32, middle = x + side + 32, right = middle + side + 32;
    draw_rect(list, box.x, box.y, box.w, box.h, TOKEN_SURFACE);
    draw_rect(list, box.x, box.y, box.w, 2, TOKEN_LINE);
    struct big back = {"back", WORD_CONSOLE_BACK, "←", NULL, false, false, false};
    struct big blank = {"blank", WORD_CONSOLE_BLANK, "B", NULL, false, c->blank, false};
    struct big hold = {"hold", WORD_CONSOLE_HOLD, "F", NULL, false, c->frozen, false};
    struct big reveal = {"reveal", WORD_CONSOLE_REVEAL,       "R", reveal_line(room), false,
                         false,    !room->workshop.room_named};
    if (vote)
        reveal.under = run_ballot_big(c, &reveal.text, &reveal.key, &reveal.off);
    if (run_big(c, x, y, half, &back))
        console_step(c, -1);
    if (run_big(c, x + half + GAP, y, half, &blank))
        console_blank(c);
    double hold_w = grid || vote ? floor(side * 0.38) : side;
    if (run_big(c, middle, y, hold_w, &hold))
        console_hold(c);
    bool big = (grid || vote) && run_big(c, middle + hold_w + GAP, y, side - hold_w - GAP, &reveal);
    if (big && vote)
        run_ballot_go_on(c);
    else if (big)
        console_reveal(c);
    run_onward(c, right, y, c->x + c->w - right);
}

/* ---- what can be taken back ---- */

static const enum word undone[UNDOABLE_COUNT] = {
    [UNDOABLE_GO] = WORD_UNDO_GO,
    [UNDOABLE_REPLAN] = WORD_UNDO_REPLAN,
    [UNDOABLE_PROPOSE] = WORD_UNDO_PROPOSE,
    [UNDOABLE_WITHDRAW] = WORD_UNDO_WITHDRAW,
    [UNDOABLE_AGREE] = WORD_UNDO_AGREE,
    [UNDOABLE_AGREE_IN_PERSON] = WORD_UNDO_AGREE_IN_PERSON,
    [UNDOABLE_REOPEN] = WORD_UNDO_REOPEN,
    [UNDOABLE_BOARD] = WORD_UNDO_BOARD,
    [UNDOABLE_EDIT_NOTE] = WORD_UNDO_EDIT_NOTE,
    [UNDOABLE_REMOVE_NOTE] = WORD_UNDO_REMOVE_NOTE,
    [UNDOABLE_MOVE_NOTE] = WORD_UNDO_MOVE_NOTE,
    [UNDOABLE_MERGE_NOTE] = WORD_UNDO_MERGE_NOTE,
    [UNDOABLE_STAR_NOTE] = WORD_UNDO_STAR_NOTE,
    [UNDOABLE_APPROVE_NOTE] = WORD_UNDO_APPROVE_NOTE,
    [UNDOABLE_ASSIGN_NOTE] = WORD_UNDO_ASSIGN_NOTE,
    [UNDOABLE_WORD_FINDING] = WORD_UNDO_WORD_FINDING,
    [UNDOABLE_SET_FINDING] = WORD_UNDO_SET_FINDING,
    [UNDOABLE_RANK_FINDING] = WORD_UNDO_RANK_FINDING,
    [UNDOABLE_REMOVE_ACTION] = WORD_UNDO_REMOVE_ACTION,
    [UNDOABLE_CHANGE_ACTION] = WORD_UNDO_CHANGE_ACTION,
    [UNDOABLE_SET_ACTION] = WORD_UNDO_SET_ACTION,
    [UNDOABLE_MERGE_ACTION] = WORD_UNDO_MERGE_ACTION,
    [UNDOABLE_PROGRESS_ACTION] = WORD_UNDO_PROGRESS_ACTION,
    [UNDOABLE_CHANGE_BALLOT] = WORD_UNDO_CHANGE_BALLOT,
    [UNDOABLE_REMOVE_BALLOT] = WORD_UNDO_REMOVE_BALLOT,
    [UNDOABLE_SET_PRIORITIES] = WORD_UNDO_SET_PRIORITIES,
};
_Static_assert(UNDOABLE_COUNT == 26, "each step that can be taken back needs its words");

const char *run_undone(uint8_t what)
{
    return word(undone[what]);
}

void run_undo_draw(struct console *c, struct box box)
{
    const struct undo_item *undo = &c->sight.room->undo;
    char text[128], again[128] = "";
    double undo_w = box.w;
    if (undo->redo && undo->redo_what < UNDOABLE_COUNT) {
        double cap = 12 + draw_width(c->ui->list, SEMIBOLD(24), "Shift+U") + 20;
        snprintf(again, sizeof again, "%s", word(WORD_CONSOLE_REDO));
        undo_w -= 16 + cap + draw_width(c->ui->list, MEDIUM(20), again) + 8;
    }
    if (undo->undo && undo->undo_what < UNDOABLE_COUNT) {
        snprintf(text, sizeof text, word(WORD_CONSOLE_UNDO), word(undone[undo->undo_what]));
        if (again[0] && 60 + draw_width(c->ui->list, MEDIUM(20), text) > undo_w)
            snprintf(text, sizeof text, "%s", word(WORD_CONSOLE_UNDO_ALONE));
        if (console_keyed(c, "undo", box.x, box.y, undo_w, "U", text, false))
            console_undo(c);
    }
    if (!again[0])
        return;
    double x = undo->undo ? box.x + undo_w + 16 : box.x;
    if (!undo->undo) /* alone it has room to say what */
        snprintf(again, sizeof again, word(WORD_CONSOLE_REDO_WHAT), word(undone[undo->redo_what]));
    if (console_keyed(c, "redo", x, box.y, box.x + box.w - x, "Shift+U", again, false))
        console_redo(c);
}
