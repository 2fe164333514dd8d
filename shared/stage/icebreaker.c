/* "Have you ever...?": a question large enough to be read from the back, beside it who has answered
 * so far, and once that is shown, how many said yes and how many no. */

#include <math.h>
#include <stdio.h>

#include "stage/header.h"
#include "stage/people.h"
#include "stage/rail.h"
#include "stage/stages.h"
#include "words/words.h"

enum { GAP = 64, RING_MOST = 608, NOTE_H = 72, LINES_MOST = 8 };

int stage_icebreaker_pages(const struct stage_frame *frame)
{
    (void)frame;
    return 1;
}

/* The question in the largest type in which it stands whole. */
static void draw_question(struct draw_list *list, double x, double y, double w, double h,
                          const char *text)
{
    static const int sizes[] = {96, 64, 48, 36, 28};
    struct type_lines lines;
    int step = 0, most;
    for (;; step++) {
        most = (int)fmax(1, fmin(LINES_MOST, floor(h / type_line(sizes[step]))));
        type_wrap(&lines, list->metrics, list->u, BOLD(sizes[step]), w, most, WRAP_BALANCED, text);
        if (!lines.ellipsis || step == 4)
            break;
    }
    double text_h = lines.count * type_line(sizes[step]);
    draw_paragraph(list, x - sizes[step] / 24.0, y + (h - text_h) / 2, w + sizes[step] / 24.0, most,
                   BOLD(sizes[step]), ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK, text);
}

/* One answer: its word, how many gave it, and as many dots. */
static void draw_answer(struct draw_list *list, double x, double y, double w, double h,
                        enum word says, int count, bool yes)
{
    enum { FIGURE_W = 232, DOT_MOST = 40 };
    char text[12];
    snprintf(text, sizeof text, "%d", count);
    double figure_w = fmax(FIGURE_W, draw_width(list, BOLD(144), text) + 32);
    draw_text(list, x, y, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK, word(says));
    int size = h < 220 ? 96 : 144;
    draw_text(list, x - size / 24.0, y + 44, BOLD(size), ALIGN_LEFT, TOKEN_INK, text);
    double dots_y = y + 44 + (type_line(size) - size * 0.727) / 2;
    const int dots[3] = {yes ? count : 0, 0, yes ? 0 : count};
    people_rows(list, x + figure_w, dots_y, w - figure_w, y + h - dots_y, DOT_MOST, dots, false);
}

void stage_icebreaker_draw(struct draw_list *list, const struct stage_frame *frame)
{
    const struct room *room = frame->room;
    const struct round_item *round = &room->rounds[SLIP_ICEBREAKER];
    const struct layout *layout = &frame->layout;
    bool asked = round->subject >= 1 && round->subject <= QUESTIONS_MAX &&
                 round->state != ROUND_NONE && room->questions[round->subject].text[0];
    struct header_look look = header_measure(list, frame, room->items[room->place.item].title,
                                             word(WORD_ICEBREAKER_ANSWER));
    header_draw_step(list, frame, &look);
    double y = fmax(look.end, 184), h = stage_bottom(frame) - y, x = layout->left;
    double content = layout->right - x;
    double right_w = fmin(RING_MOST + 64, floor(content * 0.42)), w = content - right_w - GAP;
    double right_x = layout->right - right_w, middle = right_x + right_w / 2;
    if (!asked) {
        draw_question(list, x, y, content, h, word(WORD_ICEBREAKER_READY));
    } else {
        bool numbered = room->workshop.question_count > 1;
        draw_question(list, x, y, w, h - (numbered ? 56 : 0), room->questions[round->subject].text);
        char text[32];
        snprintf(text, sizeof text, word(WORD_PAGE), round->subject, room->workshop.question_count);
        if (numbered)
            draw_text(list, x, y + h - 36, REGULAR(28), ALIGN_LEFT, TOKEN_INK2, text);
    }
    const struct tally_item *tally = &room->tallies[SLIP_ICEBREAKER][round->subject];
    if (asked && round->state == ROUND_OPEN) {
        double size = fmin(RING_MOST, fmin(right_w, h - NOTE_H));
        people_ring(list, frame, SLIP_ICEBREAKER, middle, y + size / 2, size);
        people_note(list, middle, y + size + 32, right_w, ICON_HIDDEN, word(WORD_ROUND_HIDDEN));
    } else if (asked) {
        double each = (h - 32) / 2;
        draw_answer(list, right_x, y, right_w, each - 24, WORD_ANSWER_YES, tally->values[1], true);
        draw_rect(list, right_x, y + each, right_w, 2, TOKEN_LINE);
        draw_answer(list, right_x, y + each + 32, right_w, each - 24, WORD_ANSWER_NO,
                    tally->values[2], false);
    }
    rail_draw(list, frame);
}
