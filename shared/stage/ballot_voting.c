/* A vote before its reveal: the options as a list at the left; at the right how it will go, then a
 * dot for everybody, filling as they vote, then how many did. Never a count of anything else. */

#include <math.h>
#include <stdio.h>

#include "stage/ballot.h"
#include "stage/findings.h"
#include "stage/motion.h"
#include "stage/people.h"
#include "ui/mark.h"
#include "words/words.h"

enum {
    GAP = 64,
    LIST_TOP = 32, /* below the header */
    RING_MOST = 608,
    RING_TOP = 56,
    NOTE_H = 92,
    NUMBER_W = 48, /* their right edge */
    INDENT = 80,
    ROW_MOST = 76,
    PANEL_PAD = 48,
    PANEL_LINES = 8,
};

static const struct ballot_try tries[] = {{1, 36, 1, false},
                                          {1, 36, 2, false},
                                          {1, 28, 1, false},
                                          {1, 28, 2, false},
                                          {2, 28, 1, false},
                                          {2, 28, 1, true},
                                          {2, 28, 2, true},
                                          {1, 28, 4, false},
                                          {1, 24, 5, false},
                                          {2, 24, 9, false},
                                          {0}};

static double list_width(const struct ballot *b)
{
    return floor((b->w - GAP) * 0.537);
}

static struct ballot_rows rows_of(const struct ballot *b)
{
    double top = stage_squeezed(b->frame, LIST_TOP, 8);
    struct ballot_box box = {.w = list_width(b),
                             .h = stage_bottom(b->frame) - b->y - top,
                             .indent = INDENT,
                             .least = 44,
                             .most = ROW_MOST};
    return ballot_rows(b, box, tries);
}

int ballot_voting_pages(const struct ballot *b)
{
    return b->content.option_count ? rows_of(b).pages : 1;
}

static void draw_options(const struct ballot *b)
{
    struct ballot_rows rows = rows_of(b);
    double top = b->y + stage_squeezed(b->frame, LIST_TOP, 8);
    for (int i = rows.first; i < rows.end; i++) {
        int place = i - rows.first, column = place / rows.down;
        double x = b->x + column * rows.across, y = top + place % rows.down * rows.row;
        char text[16];
        snprintf(text, sizeof text, "%d", i + 1);
        if (place % rows.down)
            draw_rect(b->list, x, y, rows.w + INDENT, 2, TOKEN_LINE);
        struct type type = type_tabular(REGULAR(rows.as.size));
        draw_text(b->list, x + NUMBER_W, y + (rows.row - type_line(type.size)) / 2, type,
                  ALIGN_RIGHT, TOKEN_INK2, text);
        ballot_option_draw(b, &rows, (uint8_t)(i + 1), x + INDENT, y, WEIGHT_MEDIUM, TOKEN_INK);
    }
    ballot_page_mark(b, b->x + list_width(b), b->y - 12, rows.page, rows.pages);
}

/* The height of a paragraph of the panel. */
static double paragraph(const struct ballot *b, double w, int size, enum word says)
{
    struct type_lines lines;
    type_wrap(&lines, b->metrics, b->u, REGULAR(size), w, PANEL_LINES, WRAP_BALANCED, word(says));
    return lines.count * type_line(size);
}

/* What is told before it opens. */
static void draw_panel(const struct ballot *b, double x, double w)
{
    static const struct type heads[] = {
        {WEIGHT_SEMIBOLD, 48, false}, {WEIGHT_SEMIBOLD, 36, false}, {0}};
    const enum word says[] = {
        b->content.by_school ? WORD_VOTE_BY_SCHOOL_MORE : WORD_VOTE_BY_PERSON_MORE,
        b->content.named ? WORD_VOTE_NAMED_MORE : WORD_VOTE_SECRET_MORE,
        WORD_VOTE_CHANGE_MORE,
    };
    enum { SAYS = sizeof says / sizeof *says, HEAD_H = 112, AROUND = 24 };
    double y = b->y + stage_squeezed(b->frame, LIST_TOP, 8), inner = w - 2 * PANEL_PAD;
    double most = stage_bottom(b->frame) - y, h = 0;
    int size = 28;
    for (;; size = 24) {
        h = 40 + HEAD_H + AROUND + 16;
        for (int i = 0; i < SAYS; i++)
            h += 2 * AROUND + paragraph(b, inner, size, says[i]);
        if (h <= most || size == 24)
            break;
    }
    h = fmin(h, most);
    draw_round(b->list, x, y + 4, w, h, 16, TOKEN_SHADE);
    draw_round(b->list, x, y, w, h, 16, TOKEN_SURFACE);
    y += 40;
    y += AROUND + findings_text(b->list, x + PANEL_PAD, y, inner, HEAD_H, heads, TOKEN_INK,
                                word(WORD_VOTE_SOON));
    for (int i = 0; i < SAYS; i++) {
        draw_rect(b->list, x + PANEL_PAD, y, inner, 2, TOKEN_LINE);
        y += AROUND + draw_paragraph(b->list, x + PANEL_PAD, y + AROUND, inner, PANEL_LINES,
                                     REGULAR(size), ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK,
                                     word(says[i]));
        y += AROUND;
    }
}

static void say_voted(char *to, size_t size, const struct ballot *b, int voted, int of)
{
    if (b->item->state == BALLOT_OPEN)
        snprintf(to, size,
                 word(b->content.by_school ? WORD_VOTE_SCHOOLS_HAVE_VOTED : WORD_VOTE_HAVE_VOTED),
                 of);
    else
        snprintf(to, size, "%s",
                 word(!b->content.by_school ? WORD_VOTE_VOTED
                      : voted == 1          ? WORD_VOTE_SCHOOL_VOTED
                                            : WORD_VOTE_SCHOOLS_VOTED));
}

static void draw_turnout(const struct ballot *b, double x, double w)
{
    const struct turnout_item *turnout = &b->room->turnouts[b->id][0];
    const struct stage_frame *frame = b->frame;
    bool open = b->item->state == BALLOT_OPEN;
    double top = b->y + stage_squeezed(frame, RING_TOP, 16);
    double size = fmin(RING_MOST, fmin(w, stage_bottom(frame) - top - NOTE_H));
    char says[96];
    struct people_count people = {.count = turnout->voted,
                                  .of = turnout->expected > turnout->voted ? turnout->expected
                                                                           : turnout->voted,
                                  .says = says,
                                  .paint = TOKEN_INK,
                                  .newest = 100};
    if (!frame->reduced_motion)
        people.newest = motion_voter(frame->motion, b->id, people.count - 1, frame->now_ms);
    say_voted(says, sizeof says, b, people.count, people.of);
    people_ring_of(b->list, &people, x + w / 2, top + size / 2, size);
    if (turnout->by_hand) {
        char text[64];
        snprintf(text, sizeof text, word(WORD_VOTE_BY_HAND), turnout->by_hand);
        draw_text_within(b->list, x + w / 2 - size / 3, top + size / 2 + (size >= 520 ? 100 : 76),
                         size * 2 / 3, REGULAR(28), ALIGN_CENTRE, TOKEN_INK2, text);
    }
    people_note(b->list, x + w / 2, top + size + 58, w, open ? ICON_HIDDEN : ICON_LOCK,
                word(open ? WORD_VOTE_HIDDEN : WORD_VOTE_CLOSED));
}

void ballot_voting_draw(const struct ballot *b)
{
    double x = b->x + list_width(b) + GAP, w = b->x + b->w - x;
    if (!b->content.option_count) {
        findings_nothing(b->list, b->frame, word(WORD_VOTE_NO_OPTIONS),
                         word(WORD_VOTE_NO_OPTIONS_MORE));
        return;
    }
    draw_options(b);
    if (b->item->state == BALLOT_PREPARED)
        draw_panel(b, x, w);
    else
        draw_turnout(b, x, w);
}
