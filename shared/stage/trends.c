#include "stage/trends.h"

#include <math.h>
#include <stdio.h>

#include "stage/header.h"
#include "stage/stages.h"
#include "stage/trend.h"
#include "ui/icon.h"
#include "words/date.h"
#include "words/words.h"

enum {
    KEY_Y = 920,
    ACROSS_LEAST = 280, /* of a small picture, its gap included */
    DOWN_LEAST = 176,
    GAP = 16,
    INSIDE = 16,
    LOCK = 28,
};

/* Where small pictures stand: so many across and down on each page. */
struct places {
    int across, down, pages, first, end;
    double w, h; /* with their gap */
};

static double bottom_of(const struct stage_frame *frame)
{
    return KEY_Y - 8 + fmin(0, frame->layout.spare);
}

static struct places places_of(const struct stage_frame *frame, int count)
{
    double w = frame->layout.right - frame->layout.left + GAP;
    double h = bottom_of(frame) - STAGE_TOP;
    int most_across = (int)fmax(1, floor(w / ACROSS_LEAST));
    int most_down = (int)fmax(1, floor(h / DOWN_LEAST));
    struct places p = {.pages = stage_pages_of(count, most_across * most_down)};
    int each = stage_per_page(count, most_across * most_down);
    int page = stage_page(frame, p.pages);
    double best = 0;
    p.first = page * each;
    p.end = p.first + each < count ? p.first + each : count;
    /* As large as can be, about half as wide again as high, with few places left empty. */
    for (int across = 1; across <= most_across; across++) {
        int down = (each + across - 1) / across;
        double size = fmin(w / across / 1.5, h / down) * each / (across * down);
        if (down <= most_down && size > best) {
            best = size;
            p.across = across;
            p.down = down;
        }
    }
    p.w = w / p.across;
    p.h = h / p.down;
    return p;
}

static bool is_of_one(const struct room *room)
{
    return room->view.focus >= 1 && room->view.focus <= room->workshop.condition_count;
}

int trends_pages(const struct stage_frame *frame)
{
    return is_of_one(frame->room) ? 1
                                  : places_of(frame, frame->room->workshop.condition_count).pages;
}

static void draw_header(struct draw_list *list, const struct stage_frame *frame)
{
    const struct room *room = frame->room;
    struct header_line line = {0};
    char title[TITLE_SIZE + 64], day[WORD_DATE_SIZE];
    review_id order[REVIEWS_MAX];
    history_order(room, order);
    word_day_long(day, room->reviews[order[0]].day, 0);
    header_add_step(&line, room);
    header_dot(&line);
    header_add(&line, false, "%s", word(WORD_TRENDS_SINCE));
    header_add(&line, true, "%s", day);
    if (is_of_one(room))
        snprintf(title, sizeof title, word(WORD_TRENDS_OF),
                 room->conditions[room->view.focus].name);
    else
        snprintf(title, sizeof title, "%s", word(WORD_TRENDS_TITLE));
    header_draw(list, frame, title, &line);
}

/* What the marks mean; which ratings are counted, or that no name is to be seen. */
static void draw_key(struct draw_list *list, const struct stage_frame *frame)
{
    const struct layout *layout = &frame->layout;
    const struct workshop_item *workshop = &frame->room->workshop;
    double y = KEY_Y + fmin(0, layout->spare), x = trend_draw_key(list, layout->left, y, 36);
    const char *says = word(!workshop->named           ? WORD_LEGEND_NO_NAMES
                            : workshop->count_proposed ? WORD_LEGEND_AVERAGES_ALL
                                                       : WORD_LEGEND_AVERAGES_AGREED);
    struct type type = workshop->named ? REGULAR(24) : MEDIUM(24);
    double w = draw_width(list, type, says);
    if (x > layout->right - w - LOCK - 12)
        return;
    draw_text(list, layout->right, y, type, ALIGN_RIGHT, workshop->named ? TOKEN_INK2 : TOKEN_INK,
              says);
    if (!workshop->named)
        icon_draw(list, ICON_LOCK, layout->right - w - 12 - LOCK, y + 2, LOCK, 2.2, TOKEN_INK);
}

/* Why a condition has no line: nobody has rated it, or too few have to show it without names. */
static const char *why_none(const struct room *room, condition_id id)
{
    review_id latest = history_latest(room);
    bool some = room->summaries[id].counted || room->past_summaries[latest][id].counted;
    return word(some ? WORD_TRENDS_TOO_FEW : WORD_TRENDS_NONE);
}

static void draw_large(struct draw_list *list, const struct stage_frame *frame)
{
    const struct layout *layout = &frame->layout;
    double x = layout->left, w = layout->right - x;
    struct history_line line;
    history_of_condition(&line, frame->room, frame->room->view.focus);
    if (line.count) {
        trend_draw(list, x, STAGE_TOP + 8, w, bottom_of(frame) - STAGE_TOP - 24, TREND_LARGE, &line,
                   true);
        return;
    }
    draw_frame(list, x, STAGE_TOP + 48, w, 240, 16, 2, TOKEN_LINE);
    draw_text(list, x + 48, STAGE_TOP + 112, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
              why_none(frame->room, frame->room->view.focus));
    draw_paragraph(list, x + 48, STAGE_TOP + 164, w - 96, 2, REGULAR(28), ALIGN_LEFT, WRAP_BALANCED,
                   TOKEN_INK2,
                   word(frame->room->workshop.named ? WORD_TRENDS_NONE_MORE : WORD_TRENDS_FEW));
}

static void draw_small(struct draw_list *list, const struct room *room, condition_id id, double x,
                       double y, double w, double h)
{
    const struct condition *condition = &room->conditions[id];
    struct history_line line;
    char number[12];
    double name_x = x + INSIDE + 40;
    snprintf(number, sizeof number, "%u", id);
    draw_round(list, x, y, w, h, 12, TOKEN_SURFACE);
    draw_text(list, name_x - 12, y + 8, type_tabular(MEDIUM(24)), ALIGN_RIGHT, TOKEN_INK2, number);
    draw_text_within(list, name_x, y + 8, x + w - INSIDE - name_x, SEMIBOLD(24), ALIGN_LEFT,
                     TOKEN_INK, condition->tight[0] ? condition->tight : condition->name);
    history_of_condition(&line, room, id);
    if (line.count)
        trend_draw(list, x + INSIDE, y + 40, w - 2 * INSIDE, h - 48, TREND_SMALL, &line, true);
    else
        draw_text(list, name_x, y + h / 2, REGULAR(24), ALIGN_LEFT, TOKEN_INK2, why_none(room, id));
}

void trends_draw(struct draw_list *list, const struct stage_frame *frame)
{
    const struct room *room = frame->room;
    draw_header(list, frame);
    draw_key(list, frame);
    if (is_of_one(room)) {
        draw_large(list, frame);
        return;
    }
    condition_id order[CONDITIONS_MAX];
    struct places p = places_of(frame, room_condition_order(room, order));
    for (int i = p.first; i < p.end; i++) {
        int at = i - p.first;
        draw_small(list, room, order[i], frame->layout.left + at % p.across * p.w,
                   STAGE_TOP + at / p.across * p.h, p.w - GAP, p.h - GAP);
    }
}
