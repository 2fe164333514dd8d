/* The plan as the room sees it: rows of actions with who, by when, how many are for it and how it
 * stands. */

#include "phrase/plan.h"
#include "stage/planned.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stage/board.h"
#include "stage/findings.h"
#include "stage/header.h"
#include "stage/rail.h"
#include "ui/mark.h"
#include "words/date.h"
#include "words/words.h"

enum {
    ROWS_MOST = 5, /* on a page */
    HEADS_H = 48,
    PITCH_MOST = 150,
    PITCH_LEAST = 132,
    ROW_GAP = 14,
    MORE_H = 36, /* the line under an action's text */
    LINES_MOST = 8,
    PAD = 32,
    STRIP_GAP = 12,
};

static int part_of(const struct action_item *action)
{
    if (!action->revision || action->merged)
        return PLANNED_PARTS;
    switch ((enum action_state)action->state) {
    case ACTION_ADOPTED:
        return action->earlier ? PLANNED_EARLIER : PLANNED_WILL;
    case ACTION_PROPOSED:
        return PLANNED_WILL;
    case ACTION_PARKED:
        return PLANNED_PARKED;
    default: /* a school's own, and what waits to be read out, are not for the room */
        return PLANNED_PARTS;
    }
}

/* Dates, the earliest first, those without last. */
static int by_date(const struct action_item *a, const struct action_item *b)
{
    uint32_t one = a->content.due ? a->content.due : UINT32_MAX;
    uint32_t other = b->content.due ? b->content.due : UINT32_MAX;
    return (one > other) - (one < other);
}

static int compare(const void *one, const void *other, void *context)
{
    const struct planned *p = context;
    action_id i = *(const action_id *)one, j = *(const action_id *)other;
    const struct action_item *a = &p->room->actions[i], *b = &p->room->actions[j];
    bool agreed = a->state == ACTION_ADOPTED;
    int order = 0;
    if (!a->earlier)
        order = !phrase_priority(p->room, a) - !phrase_priority(p->room, b);
    if (!order)
        order = (b->state == ACTION_ADOPTED) - agreed;
    if (!order)
        order = agreed ? by_date(a, b) : b->supports - a->supports;
    return order ? order : i - j;
}

static void read(struct planned *p, struct draw_list *list, const struct stage_frame *frame)
{
    memset(p, 0, sizeof *p);
    p->list = list;
    p->frame = frame;
    p->room = frame->room;
    p->metrics = list ? list->metrics : frame->metrics;
    p->u = list ? list->u : frame->layout.u;
    for (int i = 1; i <= ACTIONS_MAX; i++) {
        const struct action_item *action = &p->room->actions[i];
        int part = part_of(action);
        if (part < PLANNED_PARTS)
            p->of[part][p->count[part]++] = (action_id)i;
        if (action->revision && action->merged)
            p->alike[action->merged]++;
    }
    for (int part = 0; part < PLANNED_PARTS; part++)
        qsort_r(p->of[part], (size_t)p->count[part], sizeof **p->of, compare, p);
}

int stage_actions_order(action_id to[ACTIONS_MAX], const struct room *room)
{
    struct stage_frame frame = {.room = room};
    struct planned p;
    int count = 0;
    read(&p, NULL, &frame);
    for (int part = 0; part < PLANNED_PARTS; part++)
        for (int i = 0; i < p.count[part]; i++)
            to[count++] = p.of[part][i];
    return count;
}

/* ---- where they stand ---- */

struct look {
    enum planned_part part;
    int page, pages;      /* of all */
    int in_part, of_part; /* page of this part, and how many it has */
    int first, end;       /* actions of the part */
    double y, pitch;      /* of the first row */
    double what_w;        /* of an action's text */
    double who_x, when_x, votes_x, status_x;
};

/* How high a row must be for the longest text of a part, so wide, with the line under it. */
static double least_pitch(const struct planned *p, enum planned_part part, double w)
{
    const char *longest = "";
    for (int i = 0; i < p->count[part]; i++) {
        const char *text = p->room->actions[p->of[part][i]].content.text;
        if (strlen(text) > strlen(longest))
            longest = text;
    }
    struct type_lines lines;
    type_wrap(&lines, p->metrics, p->u, SEMIBOLD(24), w, LINES_MOST, WRAP_BALANCED, longest);
    return fmax(PITCH_LEAST, lines.count * type_line(24) + MORE_H - 4 + ROW_GAP);
}

static void measure_part(struct look *look, const struct planned *p, enum planned_part part)
{
    const struct layout *layout = &p->frame->layout;
    bool narrow = layout->narrow, earlier = part == PLANNED_EARLIER;
    double strip = part == PLANNED_WILL ? planned_strip_height(p) : 0;
    look->part = part;
    look->status_x = layout->right - (earlier ? 224 : narrow ? 204 : 208);
    look->votes_x = look->status_x - (earlier ? 0 : narrow ? 116 : 176);
    look->when_x = look->votes_x - (narrow ? 192 : earlier ? 232 : 216);
    look->who_x = look->when_x - (narrow ? 232 : 256);
    look->what_w = look->who_x - 40 - layout->left - PAD;
    look->y = STAGE_TOP + (strip > 0 ? strip + STRIP_GAP : 0) + HEADS_H;
    double h = stage_bottom(p->frame) - look->y + ROW_GAP;
    double least = least_pitch(p, part, look->what_w);
    int most = (int)fmin(ROWS_MOST, fmax(1, floor(h / least)));
    int per_page = p->count[part] > most ? most : p->count[part];
    look->of_part = stage_pages_of(p->count[part], most);
    look->pitch = fmax(least, fmin(PITCH_MOST, floor(h / most)));
    look->first = look->in_part * per_page;
    look->end = (int)fmin(look->first + per_page, p->count[part]);
}

/* The parts that have pages: what we will do always has one. */
static bool has_pages(const struct planned *p, enum planned_part part)
{
    return part == PLANNED_WILL || p->count[part];
}

static struct look look_of(const struct planned *p)
{
    struct look look = {0}, of_part = {0};
    for (int part = 0; part < PLANNED_PARTS; part++) {
        measure_part(&of_part, p, (enum planned_part)part);
        look.pages += has_pages(p, (enum planned_part)part) ? of_part.of_part : 0;
    }
    int page = look.page = stage_page(p->frame, look.pages);
    for (int part = 0; part < PLANNED_PARTS; part++) {
        if (!has_pages(p, (enum planned_part)part))
            continue;
        look.in_part = page;
        measure_part(&look, p, (enum planned_part)part);
        if (page < look.of_part)
            break;
        page -= look.of_part;
    }
    return look;
}

/* The action that the view brings up; 0 when it brings up none that the room may see. */
static action_id large_of(const struct planned *p)
{
    action_id id = p->room->view.action;
    return id && id <= ACTIONS_MAX && part_of(&p->room->actions[id]) < PLANNED_PARTS ? id : 0;
}

int stage_actions_pages(const struct stage_frame *frame)
{
    struct planned p;
    read(&p, NULL, frame);
    return large_of(&p) ? 1 : look_of(&p).pages;
}

/* Larger text is worth it where it does not take more pages. */
bool stage_actions_fits(const struct stage_frame *frame)
{
    struct stage_frame designed = *frame;
    designed.layout = layout_kiosk(frame->layout.width, frame->layout.height);
    return stage_actions_pages(frame) <= stage_actions_pages(&designed);
}

/* ---- how they look ---- */

/* A text in the first of the sizes 28 and 24 in which it stands whole in the lines that fit so
 * high a box, in its middle. */
static void draw_middle(const struct planned *p, double x, double y, double w, double h,
                        enum weight weight, paint colour, const char *text)
{
    struct type type = {weight, 28, false};
    struct type_lines lines;
    int most = 1;
    for (;; type.size = 24) {
        most = (int)fmax(1, floor(h / type_line(type.size)));
        type_wrap(&lines, p->metrics, p->u, type, w, most, WRAP_BALANCED, text);
        if (!lines.ellipsis || type.size == 24)
            break;
    }
    draw_paragraph(p->list, x, y + (h - lines.count * type_line(type.size)) / 2, w, most, type,
                   board_align(text), WRAP_BALANCED, colour, text);
}

/* What it helps, whose plan it is for and how many are alike. The less room, the less is told: 1
 * has tight names, 2 leaves out the plan. */
static void write_more(char *to, size_t size, const struct planned *p, action_id id, int less)
{
    static const char dot[] = "  ·  ";
    const struct action_item *action = &p->room->actions[id];
    condition_id helps = action->content.condition;
    const struct condition *condition = &p->room->conditions[helps];
    size_t at = 0;
    to[0] = '\0';
    if (helps)
        snprintf(to, size, "%d  %s", helps,
                 less && condition->tight[0] ? condition->tight : condition->name);
    at = strlen(to);
    if (less < 2 || !helps)
        snprintf(to + at, size - at, "%s%s", at ? dot : "", phrase_level(p->room, action));
    at = strlen(to);
    if (p->alike[id]) {
        at += (size_t)snprintf(to + at, size - at, "%s", dot);
        snprintf(to + at, size - at,
                 word(p->alike[id] == 1 ? WORD_BOARD_ALIKE_ONE : WORD_BOARD_ALIKE), p->alike[id]);
    }
}

/* The action's text with a line under it, in the middle of its row together. */
static void draw_what(const struct planned *p, action_id id, double x, double y, double w, double h)
{
    const char *text = p->room->actions[id].content.text;
    char more[TITLE_SIZE + NAME_SIZE + 64];
    struct type type = SEMIBOLD(28);
    struct type_lines lines;
    int most = 1;
    for (;; type.size = 24) {
        most = (int)fmax(1, fmin(LINES_MOST, floor((h - MORE_H + 4) / type_line(type.size))));
        type_wrap(&lines, p->metrics, p->u, type, w, most, WRAP_BALANCED, text);
        if (!lines.ellipsis || type.size == 24)
            break;
    }
    double text_h = lines.count * type_line(type.size);
    y += (h - text_h - MORE_H) / 2;
    draw_paragraph(p->list, x, y, w, most, type, board_align(text), WRAP_BALANCED, TOKEN_INK, text);
    for (int less = 0; less <= 2; less++) {
        write_more(more, sizeof more, p, id, less);
        if (draw_width(p->list, REGULAR(24), more) <= w)
            break;
    }
    draw_text_within(p->list, x, y + text_h + 4, w, REGULAR(24), ALIGN_LEFT, TOKEN_INK2, more);
}

static void draw_who(const struct planned *p, const struct action_item *action, double x, double y,
                     double w, double h)
{
    const char *owner = phrase_owner(p->room, action);
    if (!owner) {
        draw_middle(p, x, y, w, h, WEIGHT_MEDIUM, action->earlier ? TOKEN_INK2 : TOKEN_ACCENT,
                    action->earlier ? "–" : word(WORD_PLANNED_WHO_WILL));
    } else if (phrase_is_asked(action)) {
        draw_middle(p, x, y + 12, w, h - 44, WEIGHT_REGULAR, TOKEN_INK, owner);
        draw_text_within(p->list, x, y + h - 44, w, REGULAR(24), ALIGN_LEFT, TOKEN_INK2,
                         word(WORD_PLANNED_ASKED));
    } else {
        draw_middle(p, x, y + 8, w, h - 16, WEIGHT_MEDIUM, TOKEN_INK, owner);
    }
}

static void draw_row(const struct planned *p, const struct look *look, action_id id, double y)
{
    const struct action_item *action = &p->room->actions[id];
    const struct layout *layout = &p->frame->layout;
    double x = layout->left, w = layout->right - x, h = look->pitch - ROW_GAP, middle = y + h / 2;
    char text[WORD_DATE_SIZE];
    if (action->state == ACTION_ADOPTED) {
        draw_round(p->list, x, y + 4, w, h, 16, TOKEN_SHADE);
        draw_round(p->list, x, y, w, h, 16, TOKEN_SURFACE);
    } else {
        draw_frame(p->list, x, y, w, h, 16, 2, TOKEN_OUTLINE);
    }
    if (phrase_priority(p->room, action) && look->part == PLANNED_WILL)
        draw_round(p->list, x + 10, y + 20, 8, h - 40, 4, TOKEN_ACCENT);
    draw_what(p, id, x + PAD, y, look->what_w, h);
    draw_who(p, action, look->who_x, y, look->when_x - look->who_x - 16, h);
    word_day(text, action->content.due, p->frame->today);
    draw_middle(p, look->when_x, y, look->votes_x - look->when_x - 8, h, WEIGHT_MEDIUM,
                text[0] ? TOKEN_INK : TOKEN_INK2, text[0] ? text : "–");
    if (look->part != PLANNED_EARLIER) {
        snprintf(text, sizeof text, "%d", action->supports);
        mark_dot(p->list, look->votes_x + 12, middle, 24,
                 action->supports ? SEAT_TAKEN : SEAT_EMPTY);
        draw_text(p->list, look->votes_x + 36, middle - 22, type_tabular(SEMIBOLD(36)), ALIGN_LEFT,
                  TOKEN_INK, text);
    }
    planned_status_draw(p, action, look->status_x, middle);
}

static void draw_heads(const struct planned *p, const struct look *look)
{
    const struct layout *layout = &p->frame->layout;
    double y = look->y - HEADS_H;
    const struct {
        double x, end;
        enum word says;
    } heads[] = {
        {layout->left + PAD, look->who_x, WORD_PLANNED_HEAD_ACTION},
        {look->who_x, look->when_x, WORD_PLANNED_HEAD_WHO},
        {look->when_x, look->votes_x, WORD_PLANNED_HEAD_WHEN},
        {look->votes_x, look->status_x, WORD_PLANNED_HEAD_VOTES},
        {look->status_x, layout->right,
         look->part == PLANNED_EARLIER ? WORD_PLANNED_HEAD_PROGRESS : WORD_PLANNED_HEAD_STATUS},
    };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (heads[i].end > heads[i].x)
            draw_text_within(p->list, heads[i].x, y, heads[i].end - heads[i].x - 8, MEDIUM(24),
                             ALIGN_LEFT, TOKEN_INK2, word(heads[i].says));
    char text[32];
    snprintf(text, sizeof text, word(WORD_PAGE), look->in_part + 1, look->of_part);
    if (look->of_part > 1)
        draw_text(p->list, layout->right, y, REGULAR(24), ALIGN_RIGHT, TOKEN_INK2, text);
}

static void add_count(struct header_line *line, enum word says, int count)
{
    if (!count)
        return;
    header_dot(line);
    header_add(line, false, word(says), count);
}

static void draw_header(const struct planned *p, enum planned_part part)
{
    static const enum word titles[PLANNED_PARTS] = {
        [PLANNED_EARLIER] = WORD_PLANNED_EARLIER,
        [PLANNED_WILL] = WORD_PLANNED_WILL,
        [PLANNED_PARKED] = WORD_PLANNED_PARKED,
    };
    struct header_line line = {0};
    int agreed = 0, progress[PROGRESS_COUNT] = {0};
    for (int i = 0; i < p->count[part]; i++) {
        const struct action_item *action = &p->room->actions[p->of[part][i]];
        agreed += action->state == ACTION_ADOPTED;
        progress[action->progress % PROGRESS_COUNT]++;
    }
    if (part == PLANNED_WILL) {
        header_add_step(&line, p->room);
        add_count(&line, WORD_PLANNED_AGREED_COUNT, agreed);
        add_count(&line, WORD_PLANNED_PROPOSED_COUNT, p->count[part] - agreed);
        add_count(&line, WORD_PLANNED_WAITING_COUNT, p->room->workshop.waiting);
    } else if (part == PLANNED_EARLIER) {
        add_count(&line, WORD_PLANNED_DONE_COUNT, progress[PROGRESS_DONE]);
        add_count(&line, WORD_PLANNED_UNDER_WAY_COUNT, progress[PROGRESS_UNDER_WAY]);
        add_count(&line, WORD_PLANNED_NOT_BEGUN_COUNT, progress[PROGRESS_NOT_BEGUN]);
        add_count(&line, WORD_PLANNED_DROPPED_COUNT, progress[PROGRESS_DROPPED]);
    } else {
        header_add(&line, false, "%s", word(WORD_PLANNED_PARKED_LINE));
    }
    header_draw(p->list, p->frame, word(titles[part]), &line);
}

void stage_actions_draw(struct draw_list *list, const struct stage_frame *frame)
{
    struct planned p;
    read(&p, list, frame);
    struct look look = look_of(&p);
    action_id large = large_of(&p);
    draw_header(&p, large ? (enum planned_part)part_of(&p.room->actions[large]) : look.part);
    if (large) {
        planned_large_draw(&p, large, STAGE_TOP);
    } else {
        if (look.part == PLANNED_WILL && p.room->priorities.count)
            planned_strip_draw(&p, STAGE_TOP);
        if (look.part == PLANNED_WILL && !p.count[PLANNED_WILL])
            findings_nothing_at(list, frame, look.y - HEADS_H + 8, word(WORD_PLANNED_NONE),
                                word(WORD_PLANNED_NONE_MORE));
        else
            draw_heads(&p, &look);
        for (int i = look.first; i < look.end; i++)
            draw_row(&p, &look, p.of[look.part][i], look.y + (i - look.first) * look.pitch);
    }
    rail_draw(list, frame);
}
