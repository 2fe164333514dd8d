/* What the local authority says: at the left what was put to it, with the numbers it rests on, at
 * the right its answer, or a hollow place where that is to come. */

#include <math.h>
#include <stdio.h>

#include "phrase/phrase.h"
#include "stage/findings.h"
#include "stage/header.h"
#include "stage/rail.h"
#include "stage/stages.h"
#include "words/words.h"

enum { HEADS_Y = 160, ROWS_Y = 208, ROW_MOST = 232, ROW_GAP = 20, PAD = 32, GAP = 32 };

static const struct type texts[] = {
    {WEIGHT_MEDIUM, 36, false}, {WEIGHT_MEDIUM, 28, false}, {WEIGHT_MEDIUM, 24, false}, {0}};

static int marked(const struct findings *f)
{
    int count = 0;
    for (unsigned i = 0; i < f->count; i++)
        count += f->told[i].for_la;
    return count;
}

static int per_page(const struct findings *f)
{
    double h = stage_bottom(f->frame) - ROWS_Y;
    return (int)fmax(1, floor((h + ROW_GAP) / (ROW_MOST + ROW_GAP)));
}

int stage_response_pages(const struct stage_frame *frame)
{
    struct findings f;
    findings_read(&f, frame);
    return stage_pages_of(marked(&f), per_page(&f));
}

static void draw_asked(struct draw_list *list, const struct findings *f,
                       const struct room_finding *one, double x, double y, double w)
{
    char text[PHRASE_SIZE];
    draw_round(list, x, y + 4, w, ROW_MOST, 16, TOKEN_SHADE);
    draw_round(list, x, y, w, ROW_MOST, 16, TOKEN_SURFACE);
    phrase_finding(text, f->room, one);
    findings_text(list, x + PAD, y + 24, w - 2 * PAD, ROW_MOST - 24 - 64, texts, TOKEN_INK, text);
    phrase_facts(text, f->room, one);
    draw_text_within(list, x + PAD, y + ROW_MOST - 52, w - 2 * PAD, REGULAR(24), ALIGN_LEFT,
                     TOKEN_INK2, text);
}

static void draw_answer(struct draw_list *list, const struct room_finding *one, double x, double y,
                        double w)
{
    if (!one->answer[0]) {
        draw_frame(list, x, y, w, ROW_MOST, 16, 2, TOKEN_LINE);
        draw_text_within(list, x + PAD, y + (ROW_MOST - 44) / 2.0, w - 2 * PAD, REGULAR(36),
                         ALIGN_LEFT, TOKEN_INK2, word(WORD_RESPONSE_TO_COME));
        return;
    }
    draw_round(list, x, y, w, ROW_MOST, 16, TOKEN_TINT);
    findings_text(list, x + PAD, y + 24, w - 2 * PAD, ROW_MOST - 48, texts, TOKEN_INK, one->answer);
}

/* One brought up large: what was found over the answer, both as large as they can stand. */
static void draw_large(struct draw_list *list, const struct findings *f,
                       const struct room_finding *one)
{
    static const struct type large[] = {{WEIGHT_SEMIBOLD, 64, false},
                                        {WEIGHT_SEMIBOLD, 48, false},
                                        {WEIGHT_SEMIBOLD, 36, false},
                                        {WEIGHT_SEMIBOLD, 28, false},
                                        {0}};
    double x = f->frame->layout.left, w = f->frame->layout.right - x;
    double y = HEADS_Y + 8, bottom = stage_bottom(f->frame), half = floor((bottom - y) * 0.46);
    char text[PHRASE_SIZE];
    phrase_finding(text, f->room, one);
    findings_text(list, x, y, w, half - 64, large, TOKEN_INK, text);
    phrase_facts(text, f->room, one);
    draw_text_within(list, x, y + half - 56, w, REGULAR(28), ALIGN_LEFT, TOKEN_INK2, text);
    y += half;
    double h = bottom - y;
    if (one->answer[0])
        draw_round(list, x, y, w, h, 16, TOKEN_TINT);
    else
        draw_frame(list, x, y, w, h, 16, 2, TOKEN_LINE);
    draw_text(list, x + 40, y + 28, SEMIBOLD(28), ALIGN_LEFT, TOKEN_ACCENT,
              word(WORD_RESPONSE_ANSWER));
    findings_text(list, x + 40, y + 76, w - 80, h - 96, large,
                  one->answer[0] ? TOKEN_INK : TOKEN_INK2,
                  one->answer[0] ? one->answer : word(WORD_RESPONSE_TO_COME));
}

static void draw_rows(struct draw_list *list, const struct findings *f, int page)
{
    const struct layout *layout = &f->frame->layout;
    double w = floor((layout->right - layout->left - GAP) / 2), x = layout->left;
    double answer_x = layout->right - w;
    draw_text_within(list, x, HEADS_Y, w, MEDIUM(24), ALIGN_LEFT, TOKEN_INK2,
                     word(WORD_RESPONSE_ASKED));
    draw_text_within(list, answer_x, HEADS_Y, w, MEDIUM(24), ALIGN_LEFT, TOKEN_INK2,
                     word(WORD_RESPONSE_ANSWER));
    int most = per_page(f), place = 0;
    for (unsigned i = 0; i < f->count; i++) {
        if (!f->told[i].for_la)
            continue;
        double y = ROWS_Y + place % most * (ROW_MOST + ROW_GAP);
        if (place / most == page) {
            draw_asked(list, f, &f->told[i], x, y, w);
            draw_answer(list, &f->told[i], answer_x, y, w);
        }
        place++;
    }
}

void stage_response_draw(struct draw_list *list, const struct stage_frame *frame)
{
    struct findings f;
    findings_read(&f, frame);
    int pages = stage_pages_of(marked(&f), per_page(&f)), page = stage_page(frame, pages);
    const struct room_finding *large = findings_large(&f);
    struct header_line line = {0};
    header_add_step(&line, frame->room);
    if (!line.count)
        header_add(&line, false, "%s", word(WORD_RESPONSE_SUBTITLE));
    if (pages > 1 && !large) {
        header_dot(&line);
        header_add(&line, false, word(WORD_PAGE), page + 1, pages);
    }
    header_draw(list, frame, word(WORD_RESPONSE_TITLE), &line);
    if (large && large->for_la)
        draw_large(list, &f, large);
    else if (marked(&f))
        draw_rows(list, &f, page);
    else
        findings_nothing(list, frame, word(WORD_RESPONSE_NONE), word(WORD_RESPONSE_NONE_MORE));
    rail_draw(list, frame);
}
