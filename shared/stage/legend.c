#include "stage/legend.h"

#include <math.h>

#include "ui/cell.h"
#include "ui/icon.h"
#include "words/words.h"

enum { LEGEND_Y = 912, SWATCH_W = 56, SWATCH_H = 40, TEXT_GAP = 14, LOCK = 28 };

struct entry {
    struct cell cell;
    enum word says;
};

static const struct entry bands[] = {
    {{.state = CELL_AGREED, .form = CELL_WIDE, .level = LEVEL_LOW}, WORD_LEGEND_LOW},
    {{.state = CELL_AGREED, .form = CELL_WIDE, .level = LEVEL_MEDIUM}, WORD_LEGEND_MEDIUM},
    {{.state = CELL_AGREED, .form = CELL_WIDE, .level = LEVEL_HIGH}, WORD_LEGEND_HIGH},
};

static const struct entry states[] = {
    {{.state = CELL_AGREED, .form = CELL_PLAIN, .level = LEVEL_MEDIUM}, WORD_LEGEND_AGREED},
    {{.state = CELL_PROPOSED, .form = CELL_PLAIN, .level = LEVEL_MEDIUM}, WORD_LEGEND_PROPOSED},
    {{.state = CELL_TO_COME, .form = CELL_NARROW}, WORD_LEGEND_TO_COME},
};

static double entries_width(const struct draw_list *list, double gap, const struct entry entry[],
                            size_t count)
{
    double w = 0;
    for (size_t i = 0; i < count; i++)
        w += SWATCH_W + TEXT_GAP + draw_width(list, MEDIUM(24), word(entry[i].says)) + gap;
    return w;
}

static double draw_entries(struct draw_list *list, double x, double y, double gap,
                           const struct entry entry[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        cell_draw(list, x, y + 4, SWATCH_W, SWATCH_H, entry[i].cell);
        x += SWATCH_W + TEXT_GAP;
        draw_text(list, x, y + 8, MEDIUM(24), ALIGN_LEFT, TOKEN_INK, word(entry[i].says));
        x += draw_width(list, MEDIUM(24), word(entry[i].says)) + gap;
    }
    return x;
}

void legend_draw(struct draw_list *list, const struct stage_frame *frame)
{
    const struct layout *layout = &frame->layout;
    double gap = layout->short_rail ? 32 : 36, y = LEGEND_Y + fmin(0, layout->spare);
    double x = draw_entries(list, layout->left, y, gap, bands, sizeof bands / sizeof *bands);
    bool named = frame->room->workshop.named;
    bool proposed = frame->room->workshop.count_proposed;
    double states_w = entries_width(list, gap, states, sizeof states / sizeof *states);
    if (named && x + 2 + states_w <= layout->right) {
        draw_rect(list, x, y + 8, 2, 32, TOKEN_LINE);
        x = draw_entries(list, x + 2 + gap, y, gap, states, sizeof states / sizeof *states);
    }
    const char *says = word(!named     ? WORD_LEGEND_NO_NAMES
                            : proposed ? WORD_LEGEND_AVERAGES_ALL
                                       : WORD_LEGEND_AVERAGES_AGREED);
    struct type type = named ? REGULAR(24) : MEDIUM(24);
    double w = draw_width(list, type, says);
    if (x > layout->right - w - (named ? 0 : LOCK + 12))
        return; /* a narrow picture leaves it out */
    draw_text(list, layout->right, y + 8, type, ALIGN_RIGHT, named ? TOKEN_INK2 : TOKEN_INK, says);
    if (!named)
        icon_draw(list, ICON_LOCK, layout->right - w - 12 - LOCK, y + 10, LOCK, 2.2, TOKEN_INK);
}
