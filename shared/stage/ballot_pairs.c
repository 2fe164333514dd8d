/* How a ranking was counted: of each two options, how many put the one before the other, rows and
 * columns in the order of the result. Where these wins go round in a circle a second table follows,
 * of the strongest chains between each two, which then decide. Too many for the picture are paged,
 * columns first. */

#include <math.h>
#include <stdio.h>

#include "phrase/vote.h"
#include "stage/ballot.h"
#include "stage/findings.h"
#include "words/words.h"

enum {
    SAYS_H = 84,
    HEADS_H = 44,
    NUMBER_W = 52,
    LABEL_WIDE = 420, /* with the number */
    LABEL_TIGHT = 344,
    WIDE = 1600,
    BEATS_W = 104,
    DIGIT_W = 18, /* of figures, and what is about them */
    CELL_PAD = 16,
    CELL_LEAST = 48,
    CELL_MOST = 112,
    ROW_LEAST = 44,
    ROW_TEXT = 72, /* of two lines, where options are texts */
    ROW_MOST = 76,
};

struct pairs {
    int count;
    double label, cell, row;
    double x, y;       /* of the first cell */
    int across, down;  /* pages of one table */
    int columns, rows; /* on each */
    int tables;        /* 1, or 2 with a circle */
    int page;
};

/* Whether i comes before j by the pair alone: 1, 0 alike, -1; and by the strongest chains. */
static int by_pair(const struct ballot *b, int i, int j)
{
    uint16_t one = b->tally->above[i][j], other = b->tally->above[j][i];
    return (one > other) - (one < other);
}

static int by_chain(const struct ballot *b, int i, int j)
{
    uint16_t one = b->outcome.strength[i][j], other = b->outcome.strength[j][i];
    return (one > other) - (one < other);
}

static bool has_circle(const struct ballot *b)
{
    for (int i = 1; i <= b->outcome.count; i++)
        for (int j = 1; j < i; j++)
            if (by_pair(b, i, j) != by_chain(b, i, j))
                return true;
    return false;
}

static int digits(int value)
{
    return value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4;
}

static struct pairs pairs_of(const struct ballot *b)
{
    struct pairs p = {.count = b->outcome.count, .tables = has_circle(b) ? 2 : 1};
    p.label = b->w >= WIDE ? LABEL_WIDE : LABEL_TIGHT;
    p.x = b->x + p.label;
    p.y = b->y + SAYS_H + HEADS_H;
    double w = b->w - p.label - BEATS_W, h = b->h - SAYS_H - HEADS_H;
    double least = fmax(CELL_LEAST, digits(b->tally->papers) * DIGIT_W + CELL_PAD);
    int row_least = b->content.about == ABOUT_CONDITIONS ? ROW_LEAST : ROW_TEXT;
    int fit_across = (int)fmax(1, floor(w / least)), fit_down = (int)fmax(1, floor(h / row_least));
    p.across = stage_pages_of(p.count, fit_across);
    p.columns = stage_per_page(p.count, fit_across);
    p.down = stage_pages_of(p.count, fit_down);
    p.rows = stage_per_page(p.count, fit_down);
    p.cell = fmin(CELL_MOST, floor(w / fmax(1, p.columns)));
    p.row = fmin(ROW_MOST, floor(h / fmax(1, p.rows)));
    p.page = stage_page(b->frame, p.across * p.down * p.tables);
    return p;
}

int ballot_pairs_pages(const struct ballot *b)
{
    struct pairs p = pairs_of(b);
    return p.across * p.down * p.tables;
}

static void draw_cell(const struct ballot *b, const struct pairs *p, bool chains, int i, int j,
                      double x, double y)
{
    if (i == j) {
        draw_round(b->list, x + 2, y + 2, p->cell - 4, p->row - 4, 8, TOKEN_SUNKEN);
        return;
    }
    int wins = chains ? by_chain(b, i, j) : by_pair(b, i, j);
    char text[PHRASE_FIGURE_SIZE];
    snprintf(text, sizeof text, "%d", chains ? b->outcome.strength[i][j] : b->tally->above[i][j]);
    if (wins > 0)
        draw_round(b->list, x + 2, y + 2, p->cell - 4, p->row - 4, 8, TOKEN_ACCENT);
    draw_text(b->list, x + p->cell / 2, y + (p->row - type_line(24)) / 2,
              wins > 0 ? SEMIBOLD(24) : REGULAR(24), ALIGN_CENTRE,
              wins > 0 ? TOKEN_ON_ACCENT : TOKEN_INK2, text);
}

static void draw_label(const struct ballot *b, const struct pairs *p, uint8_t option, double y)
{
    struct ballot_rows rows = {.as = {1, 24, p->row >= ROW_TEXT ? 2 : 1, true},
                               .w = p->label - NUMBER_W - 20,
                               .row = p->row};
    char text[16];
    snprintf(text, sizeof text, "%d", option);
    draw_text(b->list, b->x + NUMBER_W - 16, y + (p->row - type_line(24)) / 2,
              type_tabular(SEMIBOLD(24)), ALIGN_RIGHT, TOKEN_INK, text);
    ballot_option_draw(b, &rows, option, b->x + NUMBER_W, y, WEIGHT_MEDIUM, TOKEN_INK);
}

void ballot_pairs_draw(const struct ballot *b)
{
    static const struct type types[] = {
        {WEIGHT_REGULAR, 28, false}, {WEIGHT_REGULAR, 24, false}, {0}};
    struct pairs p = pairs_of(b);
    int of_table = p.across * p.down, at = p.page % of_table;
    bool chains = p.page >= of_table;
    int first_column = at % p.across * p.columns, first_row = at / p.across * p.rows;
    int end_column = (int)fmin(p.count, first_column + p.columns);
    int end_row = (int)fmin(p.count, first_row + p.rows);
    findings_text(b->list, b->x, b->y, b->w, SAYS_H - 12, types, TOKEN_INK,
                  word(chains ? WORD_VOTE_COUNT_CHAINS : WORD_VOTE_COUNT_PAIRS));
    double beats = p.x + (end_column - first_column) * p.cell + BEATS_W - 16, y = p.y;
    for (int c = first_column; c < end_column; c++) {
        char text[16];
        snprintf(text, sizeof text, "%d", b->outcome.order[c]);
        draw_text(b->list, p.x + (c - first_column + 0.5) * p.cell, p.y - HEADS_H + 4, SEMIBOLD(24),
                  ALIGN_CENTRE, TOKEN_INK, text);
    }
    draw_text(b->list, beats, p.y - HEADS_H + 4, MEDIUM(24), ALIGN_RIGHT, TOKEN_INK2,
              word(WORD_VOTE_HEAD_BEATS_SHORT));
    ballot_page_mark(b, p.x - 16, p.y - HEADS_H + 4, p.page, of_table * p.tables);
    for (int r = first_row; r < end_row; r++, y += p.row) {
        uint8_t option = b->outcome.order[r];
        char text[16];
        draw_label(b, &p, option, y);
        for (int c = first_column; c < end_column; c++)
            draw_cell(b, &p, chains, option, b->outcome.order[c], p.x + (c - first_column) * p.cell,
                      y);
        snprintf(text, sizeof text, "%d", b->outcome.value[option]);
        draw_text(b->list, beats, y + (p.row - type_line(28)) / 2, type_tabular(SEMIBOLD(28)),
                  ALIGN_RIGHT, TOKEN_INK, text);
    }
}
