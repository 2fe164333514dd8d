/* The objectives looked at again. While people answer, the room sees the objectives and how many
 * have answered; once shown, a dot for every yes, mostly and not yet. With fewer than five answers
 * there are no figures in the room, and it is thanked and told how many answered. What people wrote
 * is never here. */

#include <math.h>
#include <stdio.h>

#include "stage/header.h"
#include "stage/people.h"
#include "stage/rail.h"
#include "stage/stages.h"
#include "ui/mark.h"
#include "words/words.h"

enum {
    TOP = 184,
    GAP = 96,
    PANEL_MOST = 640,
    PANEL_PAD = 48,
    LEGEND_H = 56,
    FIGURE_W = 176,
    DOT = 32,
    ONE_ROW = 32,  /* dots; more stand in rows */
    DOT_ROWS = 44, /* of rows */
    NUMBER_W = 56,
    BETWEEN_LEAST = 12,
    BETWEEN_MOST = 68,
    TEXT_LINES = 3,
};

enum { YES = 1, MOSTLY = 2, NOT_YET = 3 };

struct evaluation {
    struct draw_list *list;
    const struct stage_frame *frame;
    const struct type_metrics *metrics;
    double u;
    const struct round_item *round;
    const struct agenda_item *item; /* whose objectives these are */
    bool over, shown;               /* no more answers are taken; there are figures */
    double x, y, w, h;              /* of the objectives */
    double panel_x, panel_w;
};

static const struct agenda_item *revisited(const struct room *room)
{
    const struct agenda_step *step = header_step(room);
    int item = step && step->subject >= 1 && step->subject <= room->workshop.item_count
                   ? step->subject
                   : room->place.item;
    return &room->items[item];
}

/* How the objectives of a page stand: in the largest type in which they do, and with the space that
 * leaves between. */
struct look {
    int pages, first, end; /* objectives from 0 */
    int size;
    double w, indent;            /* of their text */
    double text[OBJECTIVES_MAX]; /* heights */
    double between;
    double lead, dots;
};

/* Tries a size for the objectives of the page; false when they do not fit so. */
static bool try_size(const struct evaluation *e, struct look *look, int size)
{
    double used = look->lead, available = e->h - (e->shown ? LEGEND_H : 0);
    bool whole = true;
    look->size = size;
    for (int i = look->first; i < look->end; i++) {
        struct type_lines lines;
        type_wrap(&lines, e->metrics, e->u, SEMIBOLD(size), look->w, TEXT_LINES, WRAP_BALANCED,
                  e->item->objectives[i]);
        look->text[i] = lines.count * type_line(size);
        if (e->shown)
            look->text[i] = fmax(look->text[i], type_line(36));
        whole = whole && !lines.ellipsis;
        used += look->text[i] + look->dots;
    }
    int count = look->end - look->first;
    look->between = count > 1 ? fmin(BETWEEN_MOST, floor((available - used) / (count - 1))) : 0;
    return whole && used <= available && (count < 2 || look->between >= BETWEEN_LEAST);
}

static struct look look_of(const struct evaluation *e)
{
    static const int sizes[] = {48, 36, 28, 24};
    int count = e->item->objective_count, most = 0;
    for (int i = 1; i <= count; i++)
        most = (int)fmax(most, e->frame->room->tallies[SLIP_OBJECTIVE][i].count);
    struct look look = {.lead = e->item->lead_in[0] ? type_line(28) + 20 : 0,
                        .indent = e->shown ? 0 : NUMBER_W,
                        .dots = e->shown ? (most > ONE_ROW ? DOT_ROWS : DOT) + 12 : 0};
    look.w = e->w - (e->shown ? FIGURE_W : NUMBER_W);
    for (look.pages = 1;; look.pages++) {
        int per_page = (count + look.pages - 1) / look.pages;
        look.first = stage_page(e->frame, look.pages) * per_page;
        look.end = look.first + per_page < count ? look.first + per_page : count;
        for (int step = e->shown ? 1 : 0; step < 4; step++)
            if (try_size(e, &look, sizes[step]))
                return look;
        if (look.pages >= count) {
            look.between = fmax(0, look.between);
            return look;
        }
    }
}

static void draw_objective(const struct evaluation *e, const struct look *look, int i, double y)
{
    const struct tally_item *tally = &e->frame->room->tallies[SLIP_OBJECTIVE][i + 1];
    char text[32];
    draw_paragraph(e->list, e->x + look->indent, y, look->w, TEXT_LINES, SEMIBOLD(look->size),
                   ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK, e->item->objectives[i]);
    if (!e->shown) {
        snprintf(text, sizeof text, "%d", i + 1);
        draw_text(e->list, e->x, y, SEMIBOLD(look->size), ALIGN_LEFT, TOKEN_ACCENT, text);
        return;
    }
    const int dots[3] = {tally->values[YES], tally->values[MOSTLY], tally->values[NOT_YET]};
    snprintf(text, sizeof text, word(WORD_PAGE), dots[0] + dots[1], tally->count);
    draw_text(e->list, e->x + e->w, y, type_tabular(MEDIUM(36)), ALIGN_RIGHT, TOKEN_INK, text);
    people_rows(e->list, e->x, y + look->text[i] + 4, e->w, look->dots - 12, DOT, dots, true);
}

static void draw_objectives(const struct evaluation *e)
{
    struct look look = look_of(e);
    double y = e->y;
    draw_text_within(e->list, e->x, y, e->w, REGULAR(28), ALIGN_LEFT, TOKEN_INK2, e->item->lead_in);
    y += look.lead;
    for (int i = look.first; i < look.end; i++) {
        draw_objective(e, &look, i, y);
        y += look.text[i] + look.dots + look.between;
    }
    char text[32];
    snprintf(text, sizeof text, word(WORD_PAGE), stage_page(e->frame, look.pages) + 1, look.pages);
    if (look.pages > 1)
        draw_text(e->list, e->x + e->w, e->y, REGULAR(28), ALIGN_RIGHT, TOKEN_INK2, text);
}

static void draw_legend(const struct evaluation *e)
{
    static const struct {
        enum seat_state look;
        enum word says;
    } entries[] = {{SEAT_TAKEN, WORD_ANSWER_YES},
                   {SEAT_AWAY, WORD_ANSWER_MOSTLY},
                   {SEAT_EMPTY, WORD_ANSWER_NOT_YET}};
    double x = e->x, y = stage_bottom(e->frame) - 48;
    for (int i = 0; i < 3; i++) {
        mark_dot(e->list, x + 14, y + 16, 28, entries[i].look);
        draw_text(e->list, x + 40, y, MEDIUM(24), ALIGN_LEFT, TOKEN_INK, word(entries[i].says));
        x += 40 + draw_width(e->list, MEDIUM(24), word(entries[i].says)) + 48;
    }
    if (x + draw_width(e->list, REGULAR(24), word(WORD_EVALUATION_COUNTS)) <= e->x + e->w)
        draw_text(e->list, e->x + e->w, y, REGULAR(24), ALIGN_RIGHT, TOKEN_INK2,
                  word(WORD_EVALUATION_COUNTS));
}

static void count_text(char to[64], int count)
{
    snprintf(to, 64, word(count == 1 ? WORD_EVALUATION_ANSWER : WORD_EVALUATION_ANSWERS), count);
}

/* At the right: who has answered while that goes on; then thanks, and what comes. */
static void draw_panel(const struct evaluation *e)
{
    const struct room *room = e->frame->room;
    double x = e->panel_x, w = e->panel_w, y = e->y - 16, bottom = stage_bottom(e->frame);
    if (e->round->state == ROUND_OPEN) {
        double size = fmin(w, bottom - e->y);
        people_ring(e->list, e->frame, SLIP_OBJECTIVE, x + w / 2, (e->y + bottom) / 2, size);
        return;
    }
    draw_round(e->list, x, y + 4, w, bottom - y, 16, TOKEN_SHADE);
    draw_round(e->list, x, y, w, bottom - y, 16, TOKEN_SURFACE);
    x += PANEL_PAD;
    w -= 2 * PANEL_PAD;
    y += 40;
    struct type thanks = BOLD(64);
    if (draw_width(e->list, thanks, word(WORD_EVALUATION_THANKS)) > w)
        thanks.size = 48;
    draw_text_within(e->list, x - 2, y, w, thanks, ALIGN_LEFT, TOKEN_INK,
                     word(WORD_EVALUATION_THANKS));
    y += 96;
    char text[64];
    count_text(text, e->round->answered);
    draw_text(e->list, x, y, MEDIUM(36), ALIGN_LEFT, TOKEN_INK, text);
    y += 60;
    y += draw_paragraph(e->list, x, y, w, 6, REGULAR(28), ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK,
                        word(WORD_EVALUATION_UNSIGNED));
    int next = room->place.item + 1;
    if (next > room->workshop.item_count || y + 32 + 2 + 28 + 36 + 56 > bottom - 24)
        return;
    y += 32;
    draw_rect(e->list, x, y, w, 2, TOKEN_LINE);
    y += 28;
    draw_text(e->list, x, y, REGULAR(28), ALIGN_LEFT, TOKEN_INK2, word(WORD_BRIEFING_NEXT));
    draw_paragraph(e->list, x, y + 40, w, y + 40 + 88 < bottom - 24 ? 2 : 1, SEMIBOLD(36),
                   ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK, room->items[next].title);
}

/* Fewer than five: their number, and nothing that could be read off it. */
static void draw_few(const struct evaluation *e)
{
    double x = e->x, w = e->frame->layout.right - x, y = e->y - 16;
    double h = stage_bottom(e->frame) - y, middle = y + h / 2;
    char text[64];
    draw_round(e->list, x, y, w, h, 16, TOKEN_SURFACE);
    draw_text(e->list, x + w / 2, middle - 104, BOLD(96), ALIGN_CENTRE, TOKEN_INK,
              word(WORD_EVALUATION_THANKS));
    count_text(text, e->round->answered);
    draw_text(e->list, x + w / 2, middle + 24, REGULAR(36), ALIGN_CENTRE, TOKEN_INK2, text);
}

static struct evaluation evaluation_of(struct draw_list *list, const struct stage_frame *frame,
                                       struct header_look *look)
{
    const struct room *room = frame->room;
    const struct layout *layout = &frame->layout;
    struct evaluation e = {.list = list,
                           .frame = frame,
                           .metrics = list ? list->metrics : frame->metrics,
                           .u = list ? list->u : layout->u,
                           .round = &room->rounds[SLIP_OBJECTIVE],
                           .item = revisited(room),
                           .x = layout->left};
    e.over = e.round->state == ROUND_SHOWN;
    for (int i = 1; e.over && i <= e.item->objective_count; i++)
        e.shown = e.shown || room->tallies[SLIP_OBJECTIVE][i].count > 0;
    *look = header_measure(list, frame, room->items[room->place.item].title,
                           word(e.over ? WORD_EVALUATION_SHOWN : WORD_EVALUATION_ANSWER_NOW));
    double content = layout->right - layout->left;
    e.y = fmax(look->end, TOP);
    e.h = stage_bottom(frame) - e.y;
    e.panel_w = fmin(PANEL_MOST, floor(content * 0.36));
    e.panel_x = layout->right - e.panel_w;
    e.w =
        e.round->state == ROUND_NONE ? content : e.panel_x - (layout->narrow ? GAP / 2 : GAP) - e.x;
    return e;
}

void stage_evaluation_draw(struct draw_list *list, const struct stage_frame *frame)
{
    struct header_look look;
    struct evaluation e = evaluation_of(list, frame, &look);
    header_draw_step(list, frame, &look);
    if (e.over && !e.shown) {
        draw_few(&e);
    } else {
        draw_objectives(&e);
        if (e.shown)
            draw_legend(&e);
        if (e.round->state != ROUND_NONE)
            draw_panel(&e);
    }
    rail_draw(list, frame);
}

int stage_evaluation_pages(const struct stage_frame *frame)
{
    struct header_look look;
    struct evaluation e = evaluation_of(NULL, frame, &look);
    return e.over && !e.shown ? 1 : look_of(&e).pages;
}

/* Larger text is worth it where it does not take more pages. */
bool stage_evaluation_fits(const struct stage_frame *frame)
{
    struct stage_frame designed = *frame;
    designed.layout = layout_kiosk(frame->layout.width, frame->layout.height);
    return stage_evaluation_pages(frame) <= stage_evaluation_pages(&designed);
}
