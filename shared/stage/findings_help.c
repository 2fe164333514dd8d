/* Who could help whom, condition by condition: with names those who stand high beside those who
 * stand low, each with their rating; without, how many of each, as dots. An offer, never a verdict:
 * names stand in the alphabet's order, and the arrow goes from those who have something to give. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/summary.h"
#include "phrase/phrase.h"
#include "stage/findings.h"
#include "stage/stages.h"
#include "ui/icon.h"
#include "ui/mark.h"
#include "words/words.h"

enum {
    PAD = 40,
    PANEL_TOP = 96, /* heading included */
    FOOT = 56,      /* the sentence at the foot */
    BLOCK_HEAD = 52,
    CHIP_H = 48,
    CHIP_PITCH = 60,
    CHIP_CLOSE = 56,
    BLOCK_GAP = 24, /* under a block, and again under the rule after it */
    CHIP_CELL = 72,
    CHIP_LABEL = 84, /* from a chip's left to its name */
    ARROW = 48,
    DOT = 24,
};

/* One panel being laid out. */
struct help {
    struct draw_list *list; /* NULL: measured only */
    const struct findings *f;
    double x, w;     /* within the panel's padding */
    double side, to; /* width of each side, where the right one begins */
    int across;      /* names beside each other on a side */
    int rows_most;   /* of them in a block */
    double pitch;    /* from row to row */
    bool named;
};

static struct help help_of(struct draw_list *list, const struct findings *f, double x, double w)
{
    struct help h = {
        .list = list, .f = f, .x = x + PAD, .w = w - 2 * PAD, .named = f->room->workshop.named};
    h.side = floor((h.w - ARROW - 2 * 16) / 2);
    h.to = h.x + h.w - h.side;
    h.across = h.side >= 384 ? 2 : 1;
    for (uint16_t i = 0; i < f->room->school_count && h.across == 2; i++) {
        const char *name = f->room->schools[f->room->school_order[i]].name;
        double name_w =
            type_width(f->frame->metrics, f->frame->layout.u, MEDIUM(28), name, strlen(name));
        if (name_w > h.side / 2 - CHIP_LABEL - 8)
            h.across = 1;
    }
    h.rows_most = h.across == 1 ? 4 : 3;
    h.pitch = h.across == 1 ? CHIP_CLOSE : CHIP_PITCH;
    return h;
}

static unsigned shown_of(const struct help *h, unsigned schools)
{
    unsigned most = (unsigned)(h->rows_most * h->across);
    return schools <= most ? schools : most - 1;
}

static int rows_for(const struct help *h, unsigned schools)
{
    unsigned places = shown_of(h, schools) + (shown_of(h, schools) < schools);
    return (int)((places + (unsigned)h->across - 1) / (unsigned)h->across);
}

static double block_height(const struct help *h, const struct room_finding *f)
{
    if (!h->named)
        return BLOCK_HEAD + 120 + BLOCK_GAP;
    int rows = (int)fmax(2, fmax(rows_for(h, f->givers), rows_for(h, f->pair_count)));
    return BLOCK_HEAD + rows * h->pitch + BLOCK_GAP;
}

/* A school's rating as a small cell, or with no rating its band alone. */
static void draw_chip_cell(struct draw_list *list, double x, double y, unsigned rating,
                           enum level level, bool agreed)
{
    char text[12];
    if (agreed)
        draw_round(list, x, y, CHIP_CELL, CHIP_H, 8, level_fill(level));
    else
        draw_outline(list, x, y, CHIP_CELL, CHIP_H, 8, 3, level_line(level), TOKEN_SURFACE);
    enum token ink = agreed ? level_ink(level) : TOKEN_INK;
    enum token bars = agreed ? ink : level_line(level);
    enum token beneath = agreed ? level_fill(level) : TOKEN_SURFACE;
    if (!rating) {
        mark_bars(list, x + (CHIP_CELL - MARK_BARS_WIDTH) / 2.0, y + 34, level, false, bars,
                  beneath);
        return;
    }
    snprintf(text, sizeof text, "%u", rating);
    draw_text(list, x + 24, y + 6, SEMIBOLD(28), ALIGN_CENTRE, ink, text);
    mark_bars(list, x + CHIP_CELL - 9 - MARK_DENSE_WIDTH, y + CHIP_H - 14, level, true, bars,
              beneath);
}

static void draw_names(const struct help *h, double x, double y, condition_id condition,
                       const school_id *schools, unsigned count)
{
    double column = floor(h->side / h->across);
    unsigned shown = shown_of(h, count);
    for (unsigned i = 0; i < shown + (shown < count); i++) {
        double at_x = x + (double)(i % (unsigned)h->across) * column;
        double at_y = y + (double)(i / (unsigned)h->across) * h->pitch;
        if (i == shown) {
            char more[64];
            snprintf(more, sizeof more, word(WORD_FINDINGS_MORE), count - shown);
            draw_text_within(h->list, at_x, at_y + 6, column - 8, REGULAR(28), ALIGN_LEFT,
                             TOKEN_INK2, more);
            break;
        }
        struct cell_item cell = room_cell(h->f->room, condition, schools[i]);
        draw_chip_cell(h->list, at_x, at_y, cell.now, (enum level)analysis_band(cell.now),
                       cell.state == RATING_AGREED);
        draw_text_within(h->list, at_x + CHIP_LABEL, at_y + 6, column - CHIP_LABEL - 8, MEDIUM(28),
                         ALIGN_LEFT, TOKEN_INK, h->f->room->schools[schools[i]].name);
    }
}

/* So many schools without their names. More dots than the side has room for say nothing that the
 * sentence does not. */
static void draw_number(const struct help *h, double x, double y, enum level level, unsigned count,
                        enum word says)
{
    char schools[PHRASE_SIZE], text[PHRASE_SIZE + 64];
    draw_chip_cell(h->list, x, y + 4, 0, level, true);
    double room = h->side - CHIP_CELL - 16;
    for (unsigned i = 0; i < count && count * (DOT + 8) - 8 <= room; i++)
        draw_disc(h->list, x + CHIP_CELL + 16 + i * (DOT + 8) + DOT / 2.0, y + 4 + CHIP_H / 2.0,
                  DOT / 2.0, TOKEN_INK);
    phrase_schools(schools, count);
    snprintf(text, sizeof text, word(says), schools);
    static const struct type types[] = {
        {WEIGHT_MEDIUM, 28, false}, {WEIGHT_MEDIUM, 24, false}, {0}};
    findings_text(h->list, x, y + 60, h->side, 64, types, TOKEN_INK, text);
}

static void draw_block(const struct help *h, double y, const struct room_finding *f)
{
    const struct condition *condition = &h->f->room->conditions[f->number];
    draw_text_within(h->list, h->x, y, h->w, SEMIBOLD(28), ALIGN_LEFT, TOKEN_ACCENT,
                     f->text[0] ? f->text : condition->name);
    y += BLOCK_HEAD;
    double arrow_y = y;
    if (h->named) {
        school_id givers[SCHOOLS_MAX], takers[SCHOOLS_MAX];
        unsigned give = phrase_givers(givers, h->f->room, f), take = phrase_takers(takers, f);
        int rows = (int)fmax(rows_for(h, give), rows_for(h, take));
        arrow_y += (rows - 1) * h->pitch / 2;
        draw_names(h, h->x, y, f->number, givers, give);
        draw_names(h, h->to, y, f->number, takers, take);
    } else {
        enum level level = (enum level)analysis_band(f->giver_least);
        draw_number(h, h->x, y, level, f->givers, WORD_FINDINGS_COULD_HELP);
        draw_number(h, h->to, y, LEVEL_LOW, f->low, WORD_FINDINGS_WOULD_GAIN);
        arrow_y += 4;
    }
    icon_draw(h->list, ICON_RIGHT, h->to - 16 - ARROW, arrow_y, ARROW, 2.4, TOKEN_ACCENT);
}

/* The support finding after `i`, or the count of all. */
static unsigned next_help(const struct findings *f, unsigned i)
{
    while (i < f->count && f->told[i].kind != FINDING_SUPPORT)
        i++;
    return i;
}

/* Those on a page where nobody is high: how many, and the last of them. */
struct furthest {
    int count;
    const struct room_finding *last;
};

/* Draws (or measures) the blocks that stand on one page from `first` on; returns the next one. */
static unsigned fill_page(const struct help *h, unsigned first, double y, double bottom,
                          struct furthest *furthest)
{
    bool any = false;
    for (unsigned i = first; (i = next_help(h->f, i)) < h->f->count; i++) {
        const struct room_finding *f = &h->f->told[i];
        double height = block_height(h, f);
        if (any && y + BLOCK_GAP + height > bottom)
            return i;
        if (any) {
            if (h->list)
                draw_rect(h->list, h->x, y, h->w, 2, TOKEN_LINE);
            y += BLOCK_GAP;
        }
        if (h->list)
            draw_block(h, y, f);
        if (analysis_band(f->giver_least) != BAND_HIGH)
            *furthest = (struct furthest){furthest->count + 1, f};
        y += height;
        any = true;
    }
    return h->f->count;
}

static void draw_foot(const struct help *h, double y, const struct furthest *furthest)
{
    char text[PHRASE_SIZE];
    const struct room_finding *f = furthest->last;
    if (!h->named) {
        icon_draw(h->list, ICON_LOCK, h->x, y + 2, 28, 2.2, TOKEN_INK);
        draw_text_within(h->list, h->x + 40, y, h->w - 40, REGULAR(24), ALIGN_LEFT, TOKEN_INK2,
                         word(WORD_FINDINGS_IN_TOUCH));
        return;
    }
    if (!f)
        return;
    enum word says = furthest->count > 1 ? WORD_FINDINGS_FURTHEST_HERE
                     : f->givers == 1    ? WORD_FINDINGS_FURTHEST_ONE
                                         : WORD_FINDINGS_FURTHEST;
    snprintf(text, sizeof text, word(says), h->f->room->conditions[f->number].name);
    draw_text_within(h->list, h->x, y, h->w, REGULAR(24), ALIGN_LEFT, TOKEN_INK2, text);
}

int findings_help(struct draw_list *list, const struct findings *f, double x, double y, double w,
                  double h, int page)
{
    struct help measured = help_of(NULL, f, x, w), drawn = help_of(list, f, x, w);
    struct furthest furthest = {0};
    double top = y + PANEL_TOP, bottom = y + h - FOOT;
    unsigned next = next_help(f, 0), first = next;
    int pages = 0;
    for (; next < f->count; pages++) {
        first = pages <= page ? next : first;
        next = fill_page(&measured, next, top, bottom, &furthest);
    }
    if (!list || !pages)
        return pages;
    draw_round(list, x, y + 4, w, h, 16, TOKEN_SHADE);
    draw_round(list, x, y, w, h, 16, TOKEN_SURFACE);
    draw_text_within(list, drawn.x, y + 32, drawn.w, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
                     phrase_head(f->room, FINDING_SUPPORT));
    furthest = (struct furthest){0};
    fill_page(&drawn, first, top, bottom, &furthest);
    draw_foot(&drawn, y + h - FOOT, &furthest);
    return pages;
}
