#include "stage/training.h"

#include <stdio.h>

#include "words/words.h"

enum { PADDING = 28, SLOPE = 14 };

static const struct {
    int size, height, frame;
    bool says;
} forms[TRAINING_FORM_COUNT] = {
    [TRAINING_STAGE] = {24, 34, 6, true},
    [TRAINING_CONSOLE] = {24, 44, 6, false},
    [TRAINING_CLIENT] = {16, 26, 4, false},
};

static double word_width(const struct draw_list *list, enum training_form form)
{
    return draw_width(list, BOLD(forms[form].size), word(WORD_TRAINING_MARK));
}

static double gap_of(enum training_form form)
{
    return forms[form].size * 0.6;
}

double training_width(const struct draw_list *list, const struct room *room,
                      enum training_form form)
{
    if (!room->workshop.training)
        return 0;
    double w = word_width(list, form) + 2 * PADDING;
    if (forms[form].says)
        w += gap_of(form) +
             draw_width(list, REGULAR(forms[form].size), word(WORD_TRAINING_MARK_MORE));
    return w;
}

double training_height(const struct room *room, enum training_form form)
{
    return room->workshop.training ? forms[form].height : 0;
}

void training_draw(struct draw_list *list, const struct layout *layout, const struct room *room,
                   enum training_form form)
{
    if (!room->workshop.training)
        return;
    int size = forms[form].size;
    double w = training_width(list, room, form), h = forms[form].height;
    double left = (layout->across - w) / 2, right = left + w, x = left + PADDING;
    double y = (h - type_line(size)) / 2 - 1;
    const double tab[] = {left, 0, right, 0, right - SLOPE, h, left + SLOPE, h};
    draw_frame(list, 0, 0, layout->across, layout->down, 0, forms[form].frame, TOKEN_INK);
    draw_polygon(list, tab, 4, TOKEN_INK);
    draw_text(list, x, y, BOLD(size), ALIGN_LEFT, TOKEN_PAPER, word(WORD_TRAINING_MARK));
    if (forms[form].says)
        draw_text(list, x + word_width(list, form) + gap_of(form), y, REGULAR(size), ALIGN_LEFT,
                  TOKEN_PAPER, word(WORD_TRAINING_MARK_MORE));
}

void training_title(char to[TRAINING_TITLE_SIZE], const struct room *room, const char *name)
{
    snprintf(to, TRAINING_TITLE_SIZE, room->workshop.training ? word(WORD_TRAINING_WINDOW) : "%s",
             name);
}
