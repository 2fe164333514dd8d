/* A card: the note's text, under it the suggestions to it, each with a dash, and a foot. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "stage/board.h"
#include "stage/motion.h"
#include "ui/mark.h"
#include "words/words.h"

enum {
    PAD_LEFT = 24,
    PAD_RIGHT = 20,
    PAD = 20, /* above and below */
    LINES_MOST = TYPE_MAX_LINES,
    SUGGESTION_LINES = 6,
    SUGGESTION_INDENT = 24,
    SUGGESTION_GAP = 12,
    FOOT_LINE = 36,
    FOOT_GAP = 12, /* above the foot */
    PIECE_GAP = 16,
    STAR = 24,
    RISE = 24, /* a new note comes from so far below */
};

/* A foot being laid out: where its next piece stands. */
struct foot {
    struct draw_list *list;
    double left, right, x, y;
};

/* Gives the place of a piece so wide, on a new line where this one is full. */
static void place(struct foot *foot, double w, double *x, double *y)
{
    if (foot->x > foot->left && foot->x + w > foot->right) {
        foot->x = foot->left;
        foot->y += FOOT_LINE;
    }
    *x = foot->x;
    *y = foot->y;
    foot->x += w + PIECE_GAP;
}

static void add_text(struct foot *foot, const struct board *board, struct type type,
                     enum token paint, double pad, const char *text)
{
    double x, y, most = foot->right - foot->left;
    double w = 2 * pad + 1 + /* a pixel's grace, so that rounding never cuts what fits */
               type_width(board->metrics, board->u, type, text, strlen(text));
    place(foot, fmin(w, most), &x, &y);
    if (!foot->list)
        return;
    if (pad > 0)
        draw_round(foot->list, x, y, fmin(w, most), FOOT_LINE, FOOT_LINE / 2.0, TOKEN_TINT);
    draw_text_within(foot->list, x + pad, y + 2, fmin(w, most) - 2 * pad, type, ALIGN_LEFT, paint,
                     text);
}

static void add_count(struct foot *foot, const struct board *board, enum word one, enum word many,
                      int count)
{
    char text[64];
    if (count == 0)
        return;
    snprintf(text, sizeof text, word(count == 1 ? one : many), count);
    add_text(foot, board, REGULAR(24), TOKEN_INK2, 0, text);
}

double card_foot(struct draw_list *list, const struct board *board, note_id note, double x,
                 double y, double w, int more)
{
    const struct note_item *item = &board->room->notes[note];
    struct foot foot = {.list = list, .left = x, .right = x + w, .x = x, .y = y};
    char text[64];
    if (item->starred) {
        double star_x, star_y;
        place(&foot, STAR, &star_x, &star_y);
        if (list)
            mark_star(list, star_x, star_y + (FOOT_LINE - STAR) / 2.0, STAR, TOKEN_ACCENT);
    }
    if (item->group) {
        snprintf(text, sizeof text, word(WORD_BOARD_GROUP), item->group);
        add_text(&foot, board, SEMIBOLD(24), TOKEN_INK, 12, text);
    }
    add_count(&foot, board, WORD_BOARD_ALIKE_ONE, WORD_BOARD_ALIKE, board->alike[note]);
    add_count(&foot, board, WORD_BOARD_SUGGESTION, WORD_BOARD_SUGGESTIONS, more);
    if (item->by[0])
        add_text(&foot, board, REGULAR(24), TOKEN_INK2, 0, item->by);
    return foot.x > foot.left ? foot.y + FOOT_LINE - y : 0;
}

static double foot_height(const struct board *board, note_id note, double w, int more)
{
    double h = card_foot(NULL, board, note, 0, 0, w, more);
    return h > 0 ? h + FOOT_GAP : 0;
}

/* The next suggestion on a note's card after `from`; 0 when there is no further one. */
static note_id next_suggestion(const struct board *board, note_id note, note_id from)
{
    for (int i = from + 1; i <= NOTES_MAX; i++)
        if (board->room->notes[i].parent && !board->room->notes[i].merged && i != note &&
            board_card_of(board->room, (note_id)i) == note)
            return (note_id)i;
    return 0;
}

static double suggestion_height(const struct board *board, note_id note, double w)
{
    const char *text = board->room->notes[note].text;
    int lines = board_lines(board, REGULAR(28), w - SUGGESTION_INDENT, SUGGESTION_LINES, text);
    return SUGGESTION_GAP + (lines ? lines : SUGGESTION_LINES) * type_line(28);
}

static struct card measure(const struct board *board, note_id note, double w, double most)
{
    const char *text = board->room->notes[note].text;
    double inner = w - PAD_LEFT - PAD_RIGHT;
    int all = board->suggestions[note];
    struct card card = {.w = w, .size = 28, .whole = true};
    double foot = foot_height(board, note, inner, all), room = most - 2 * PAD - foot;
    card.foot = room >= type_line(28);
    if (!card.foot) {
        room += foot;
        foot = 0;
    }
    int lines = (int)fmin(LINES_MOST, fmax(1, floor(room / type_line(28))));
    card.lines = board_lines(board, MEDIUM(28), inner, lines, text);
    if (card.lines == 0) {
        card.size = 24;
        lines = (int)fmin(LINES_MOST, fmax(1, floor(room / type_line(24))));
        card.lines = board_lines(board, MEDIUM(24), inner, lines, text);
        card.whole = false;
        if (card.lines == 0)
            card.lines = lines;
    }
    double body = 2 * PAD + card.lines * type_line(card.size);
    card.h = body + foot;
    for (note_id at = 0; card.foot && card.suggestions < all;) {
        at = next_suggestion(board, note, at);
        if (!at)
            break;
        body += suggestion_height(board, at, inner);
        int more = all - card.suggestions - 1;
        double h = body + foot_height(board, note, inner, more);
        if (h > most)
            break;
        card.h = h;
        card.suggestions++;
    }
    return card;
}

struct card card_measure(const struct board *board, note_id note, double w, double most)
{
    if (!board->measured)
        return measure(board, note, w, most);
    unsigned at = (unsigned)(note * 31 + (int)w * 7 + (int)most) % CARDS_MEASURED;
    struct card *card = &board->measured->at[at].card;
    if (board->measured->at[at].note != note || card->w != w ||
        board->measured->at[at].most != most) {
        *card = measure(board, note, w, most);
        board->measured->at[at].note = note;
        board->measured->at[at].most = most;
    }
    return *card;
}

/* What a card is drawn with while it fades in. */
static paint faded(enum token over, int percent, enum token under)
{
    return percent >= 100 ? (paint)over
           : percent <= 0 ? (paint)under
                          : theme_mix(over, percent, under);
}

void card_draw(struct draw_list *list, const struct board *board, note_id note, double x, double y,
               const struct card *card)
{
    const struct note_item *item = &board->room->notes[note];
    const struct stage_frame *frame = board->frame;
    struct motion_note moving = motion_note(frame->motion, note, frame->now_ms);
    if (frame->reduced_motion)
        moving.percent = 100;
    if (moving.percent == 0)
        return;
    y += RISE * (100 - moving.percent) / 100.0;
    if (moving.ring)
        draw_round(list, x - 4, y - 4, card->w + 8, card->h + 8, 12,
                   faded(TOKEN_ACCENT, moving.percent, TOKEN_SUNKEN));
    else
        draw_round(list, x, y + 4, card->w, card->h, 8, TOKEN_SHADE);
    draw_round(list, x, y, card->w, card->h, 8, faded(TOKEN_NOTE, moving.percent, TOKEN_SUNKEN));
    if (moving.percent < 50) /* words come when the card is nearly there */
        return;
    double inner = card->w - PAD_LEFT - PAD_RIGHT, left = x + PAD_LEFT;
    y += PAD;
    y += draw_paragraph(list, left, y, inner, card->lines, MEDIUM(card->size),
                        board_align(item->text), WRAP_BALANCED, TOKEN_INK, item->text);
    note_id at = 0;
    for (int i = 0; i < card->suggestions; i++) {
        at = next_suggestion(board, note, at);
        y += SUGGESTION_GAP;
        mark_bullet(list, left, y, 28);
        y += draw_paragraph(list, left + SUGGESTION_INDENT, y, inner - SUGGESTION_INDENT,
                            SUGGESTION_LINES, REGULAR(28), board_align(board->room->notes[at].text),
                            WRAP_BALANCED, TOKEN_INK2, board->room->notes[at].text);
    }
    if (card->foot)
        card_foot(list, board, note, left, y + FOOT_GAP, inner,
                  board->suggestions[note] - card->suggestions);
}
