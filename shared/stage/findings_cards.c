/* Findings one by one: as cards with their sentence and their numbers, and one brought up large,
 * with the help there is where a condition needs work. */

#include <math.h>
#include <stdio.h>

#include "analysis/summary.h"
#include "phrase/phrase.h"
#include "stage/findings.h"
#include "stage/stages.h"
#include "ui/cell.h"
#include "ui/icon.h"
#include "words/words.h"

enum {
    CARDS_Y = 168,
    CARD_H = 180,
    CARD_GAP = 20,
    CARD_PAD = 32,
    AVERAGE_W = 120,
    AVERAGE_H = 72,
    RESOURCES_SHOWN = 4,
};

static bool has_card(const struct room_finding *f)
{
    return f->kind != FINDING_WELL && f->kind != FINDING_PRIORITY && f->kind != FINDING_SUPPORT;
}

static int per_page(const struct findings *f)
{
    double h = stage_bottom(f->frame) - CARDS_Y;
    return (int)fmax(1, floor((h + CARD_GAP) / (CARD_H + CARD_GAP)));
}

int findings_card_pages(const struct findings *f)
{
    int cards = 0;
    for (unsigned i = 0; i < f->count; i++)
        cards += has_card(&f->told[i]);
    return cards ? stage_pages_of(cards, per_page(f)) : 0;
}

/* The mark of what was put to the local authority, its right edge at `right`. */
static void draw_la_mark(struct draw_list *list, double right, double y)
{
    const char *says = word(WORD_FINDINGS_LA_MARKED);
    double x = right - draw_width(list, MEDIUM(24), says);
    draw_text(list, right, y, MEDIUM(24), ALIGN_RIGHT, TOKEN_INK2, says);
    icon_draw(list, ICON_FLAG, x - 36, y + 4, 24, 2.5, TOKEN_INK2);
}

static void draw_card(struct draw_list *list, const struct findings *f,
                      const struct room_finding *one, double y)
{
    static const struct type types[] = {
        {WEIGHT_MEDIUM, 36, false}, {WEIGHT_MEDIUM, 28, false}, {0}};
    double x = f->frame->layout.left, w = f->frame->layout.right - x;
    double text_x = x + CARD_PAD, text_w = w - 2 * CARD_PAD;
    char text[PHRASE_SIZE];
    draw_round(list, x, y + 4, w, CARD_H, 16, TOKEN_SHADE);
    draw_round(list, x, y, w, CARD_H, 16, TOKEN_SURFACE);
    if (one->kind != FINDING_ADDED) {
        findings_average(list, f->room, one->number, text_x, y + (CARD_H - AVERAGE_H) / 2.0,
                         AVERAGE_W, AVERAGE_H);
        text_x += AVERAGE_W + 32;
        text_w -= AVERAGE_W + 32;
    }
    draw_text_within(list, text_x, y + 14, text_w - (one->for_la ? 400 : 0), SEMIBOLD(24),
                     ALIGN_LEFT, TOKEN_ACCENT, phrase_head(f->room, (enum finding_kind)one->kind));
    if (one->for_la)
        draw_la_mark(list, x + w - CARD_PAD, y + 14);
    phrase_finding(text, f->room, one);
    findings_text(list, text_x, y + 48, text_w, 90, types, TOKEN_INK, text);
    phrase_facts(text, f->room, one);
    draw_text_within(list, text_x, y + CARD_H - 42, text_w, REGULAR(24), ALIGN_LEFT, TOKEN_INK2,
                     text);
}

void findings_cards(struct draw_list *list, const struct findings *f, int page)
{
    int most = per_page(f), place = 0;
    for (unsigned i = 0; i < f->count; i++) {
        if (!has_card(&f->told[i]))
            continue;
        if (place / most == page)
            draw_card(list, f, &f->told[i], CARDS_Y + place % most * (CARD_H + CARD_GAP));
        place++;
    }
}

const struct room_finding *findings_large(const struct findings *f)
{
    const struct view *view = &f->room->view;
    for (unsigned i = 0; i < f->count && view->finding; i++)
        if (f->told[i].kind == view->finding_kind && f->told[i].number == view->finding)
            return &f->told[i];
    return NULL;
}

/* How the schools are spread, ten slots with their numbers over them. */
static double draw_spread(struct draw_list *list, const struct findings *f, condition_id condition,
                          double x, double y, double w)
{
    const struct summary_item *summary = &f->room->summaries[condition];
    double pitch = fmin(112, floor(w / RATING_MAX));
    for (int v = 1; v <= RATING_MAX; v++) {
        char text[12];
        double slot_x = x + (v - 1) * pitch;
        snprintf(text, sizeof text, "%d", v);
        draw_text(list, slot_x + (pitch - 8) / 2, y, SEMIBOLD(24), ALIGN_CENTRE, TOKEN_INK2, text);
        if (summary->spread[v])
            cell_spread(list, slot_x, y + 40, pitch - 8, 60, (enum level)analysis_band(v),
                        summary->spread[v]);
        else
            draw_round(list, slot_x, y + 40, pitch - 8, 60, 8,
                       theme_mix(TOKEN_SUNKEN, 60, TOKEN_PAPER));
    }
    return 40 + 60;
}

static bool needs_work(const struct room_finding *one)
{
    return one->kind == FINDING_PRIORITY || one->kind == FINDING_NEED || one->kind == FINDING_LA ||
           (one->kind == FINDING_GENERAL && one->low > one->high) || one->kind == FINDING_GAP;
}

/* The pack's help for the condition: title, and who offers it. */
static void draw_resources(struct draw_list *list, const struct condition *condition, double x,
                           double y, double w, double bottom)
{
    if (!condition->resource_count || y + 44 + 36 > bottom)
        return;
    draw_text(list, x, y, SEMIBOLD(28), ALIGN_LEFT, TOKEN_ACCENT, word(WORD_FINDINGS_RESOURCES));
    y += 44;
    for (int i = 0; i < condition->resource_count && i < RESOURCES_SHOWN && y + 36 <= bottom; i++) {
        const struct resource *resource = &condition->resources[i];
        char text[2 * LINE_SIZE];
        snprintf(text, sizeof text, "%s%s%s", resource->title, resource->offered_by[0] ? ", " : "",
                 resource->offered_by);
        draw_text_within(list, x, y, w, REGULAR(28), ALIGN_LEFT, TOKEN_INK, text);
        y += 40;
    }
}

/* Who might sit down with whom, one pair a line, in as many columns as there is room for. */
static void draw_pairs(struct draw_list *list, const struct findings *f,
                       const struct room_finding *one, double x, double y, double w, double bottom)
{
    enum { COLUMN = 560, LINE = 60, ARROW = 36, NAME = 236 };
    int columns = (int)fmax(1, floor(w / COLUMN)), rows = (int)floor((bottom - y) / LINE);
    for (int i = 0; i < one->pair_count && i < rows * columns; i++) {
        double at_x = x + i % columns * floor(w / columns), at_y = y + i / columns * LINE;
        draw_text_within(list, at_x, at_y, NAME, MEDIUM(36), ALIGN_LEFT, TOKEN_INK,
                         f->room->schools[one->pairs[i].giver].name);
        icon_draw(list, ICON_RIGHT, at_x + NAME + 8, at_y + 4, ARROW, 2.4, TOKEN_ACCENT);
        draw_text_within(list, at_x + NAME + ARROW + 24, at_y, NAME, MEDIUM(36), ALIGN_LEFT,
                         TOKEN_INK, f->room->schools[one->pairs[i].taker].name);
    }
}

void findings_draw_large(struct draw_list *list, const struct findings *f,
                         const struct room_finding *one)
{
    static const struct type sizes[] = {{WEIGHT_SEMIBOLD, 64, false},
                                        {WEIGHT_SEMIBOLD, 48, false},
                                        {WEIGHT_SEMIBOLD, 36, false},
                                        {WEIGHT_SEMIBOLD, 28, false},
                                        {0}};
    double x = f->frame->layout.left, w = f->frame->layout.right - x;
    double y = CARDS_Y + 16, bottom = stage_bottom(f->frame);
    bool figures = one->kind != FINDING_ADDED && one->counted;
    char text[PHRASE_SIZE];
    draw_text_within(list, x, y, w - (one->for_la ? 420 : 0), SEMIBOLD(36), ALIGN_LEFT,
                     TOKEN_ACCENT, phrase_head(f->room, (enum finding_kind)one->kind));
    if (one->for_la)
        draw_la_mark(list, x + w, y + 8);
    y += 64;
    phrase_finding(text, f->room, one);
    double below = figures ? 44 + 24 + 100 + 24 + (needs_work(one) ? 124 : 0) : 0;
    y += findings_text(list, x, y, w, bottom - y - below, sizes, TOKEN_INK, text) + 24;
    if (!figures)
        return;
    phrase_facts(text, f->room, one);
    draw_text_within(list, x, y, w, REGULAR(36), ALIGN_LEFT, TOKEN_INK2, text);
    y += 44 + 24;
    y += draw_spread(list, f, one->number, x, y, w) + 32;
    if (one->kind == FINDING_SUPPORT)
        draw_pairs(list, f, one, x, y + 8, w, bottom);
    if (needs_work(one))
        draw_resources(list, &f->room->conditions[one->number], x, y, w, bottom);
}
