#include "lines/forms.h"

#include "words/words.h"

/* Earlier reviews: looked at, and taken out again. They are brought in at the kiosk. */

bool read_view_then(struct lines_reader *r)
{
    static const char *const views[THEN_COUNT] = {"off", "cells", "lines"};
    struct view *view = &r->command->change.view;
    r->command->kind = COMMAND_LOOK;
    *view = r->room->view;
    return lines_take_one_of(r, &view->then, views, THEN_COUNT) ||
           lines_unclear(r, lines_peek(r), word(WORD_LINES_A_THEN));
}

bool read_review_remove(struct lines_reader *r)
{
    unsigned review;
    r->command->kind = COMMAND_REMOVE_REVIEW;
    if (!lines_take_id(r, &review, REVIEWS_MAX, word(WORD_LINES_A_REVIEW)))
        return false;
    r->command->change.review.review = (review_id)review;
    return true;
}
