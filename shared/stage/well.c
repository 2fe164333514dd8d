#include "stage/well.h"

#include <math.h>
#include <string.h>

enum {
    CARD_LEAST = 256,
    COLUMNS_USUAL = 4, /* wider cards, where these hold all */
};

/* Places the cards one after the other, the first top left: in turn from column to column, or each
 * where most room is left. False when they do not all stand in the well. */
static bool place(const struct well *well, struct placed cards[], int count, int columns,
                  bool in_turn)
{
    double height[COLUMNS_MOST] = {0};
    for (int i = 0; i < count; i++) {
        int column = in_turn ? i % columns : 0;
        for (int other = 1; !in_turn && other < columns; other++)
            if (height[other] < height[column] - 0.5)
                column = other;
        cards[i].column = column;
        cards[i].y = height[column];
        height[column] += cards[i].card.h + CARD_GAP;
        if (height[column] - CARD_GAP > well->h)
            return false;
    }
    return true;
}

/* Fills the well with as many as can stand together in so many columns of the cards that end before
 * `end`: the last ones. Returns how many; where not even one fits, one column takes it cut. */
static int pack(const struct board *board, struct well *well, int end, int columns, bool in_turn)
{
    double w = floor((well->w - (columns - 1) * CARD_GAP) / columns);
    struct card measured[CARDS_MOST]; /* the last of them first */
    int begin = board->first[well->heading], count = 0;
    while (count < columns * CARDS_A_COLUMN && end - count > begin) {
        struct placed tried[CARDS_MOST];
        measured[count] = card_measure(board, board->notes[end - count - 1], w, well->h);
        bool alone = count == 0 && columns == 1;
        if (!measured[count].whole && !alone)
            break;
        for (int i = 0; i <= count; i++)
            tried[i].card = measured[count - i];
        if (!place(well, tried, count + 1, columns, in_turn) && !alone)
            break;
        count++;
        memcpy(well->cards, tried, (size_t)count * sizeof *tried);
    }
    well->first = end - count;
    well->end = end;
    return count;
}

/* Fills the well with the cards that end before `end`: in the usual number of columns where these
 * hold all, else in the number that holds most. */
static void fill(const struct board *board, struct well *well, int end)
{
    int most = (int)fmin(COLUMNS_MOST, floor((well->w + CARD_GAP) / (CARD_LEAST + CARD_GAP)));
    int usual = most > 2 ? (int)fmin(most - 1, COLUMNS_USUAL) : most;
    int best = 0, best_columns = 1, there = end - board->first[well->heading];
    if (pack(board, well, end, usual > 1 ? usual : 1, true) == there)
        return;
    for (int columns = most > 1 ? most : 1; columns >= 1; columns--) {
        int count = pack(board, well, end, columns, false);
        if (count > best) {
            best = count;
            best_columns = columns;
        }
        if (best == there || best >= (columns - 1) * CARDS_A_COLUMN)
            break;
    }
    pack(board, well, end, best_columns, false);
}

void well_turn_to(const struct board *board, struct well *well, int page)
{
    int begin = board->first[well->heading], end = board->first[well->heading + 1];
    fill(board, well, end);
    well->pages = 1;
    well->page = 0;
    if (well->first == begin)
        return;
    well->h -= WELL_FOOT;
    int shown_end = end;
    for (int at = end; at > begin; at = well->first, well->pages++) {
        fill(board, well, at);
        if (well->pages - 1 <= page) {
            well->page = well->pages - 1;
            shown_end = at;
        }
    }
    well->pages--;
    fill(board, well, shown_end);
}
