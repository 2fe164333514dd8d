#include "past/parts.h"

#include "base/day.h"
#include "base/text.h"
#include "host/workshop.h"
#include "words/words.h"

#include <string.h>

/* A workshop file: its own review, and those that were brought into it. */

static void take_rows(struct past_file *file, const struct model *from)
{
    for (condition_id c = 1; c <= from->condition_count; c++) {
        struct past_row *row = &file->rows[file->row_count++];
        text_copy(row->label, sizeof row->label, from->conditions[c].name);
        text_copy(row->id, sizeof row->id, from->conditions[c].id);
        row->number = (uint8_t)c;
    }
}

/* What a school said in the file's own review (0), or in one that was brought into it. */
static bool take_school(struct past_school *to, const struct model *from, review_id review,
                        school_id school)
{
    bool says = false;
    for (condition_id c = 1; c <= from->condition_count; c++) {
        const struct past *past = &from->reviews[review].pasts[school];
        const struct figure *shown = review ? NULL : model_shown_figure(&from->ratings[c][school]);
        to->now[c - 1] = review ? past->now[c] : shown ? shown->now : 0;
        to->target[c - 1] = review ? past->target[c] : shown ? shown->target : 0;
        says = says || to->now[c - 1];
    }
    return says;
}

/* The schools that said something then. */
static void take_schools(struct past_review *review, const struct model *from, review_id which)
{
    for (school_id s = 1; s <= from->school_count; s++) {
        struct past_school *school = &review->schools[review->school_count];
        text_copy(school->name, sizeof school->name, from->schools[s].name);
        school->file = review->file;
        review->school_count += take_school(school, from, which, s);
    }
}

/* One that stands in two files comes in once. */
static enum error take_review(struct past_set *past, const struct past_review *review,
                              struct trouble *trouble)
{
    struct past_review *known = past_find(past, review->day, review->title);
    if (!known)
        return past_add(past, review, trouble);
    if (review->origin == PAST_OWN && known->origin != PAST_OWN)
        *known = *review;
    known->twice = true;
    return ERROR_OK;
}

static enum error take_all(struct past_set *past, const struct model *from, struct trouble *trouble)
{
    enum error e = ERROR_OK;
    bool any = false;
    for (review_id r = 0; e == ERROR_OK && r <= from->review_count; r++) {
        struct past_review review = {.file = (uint8_t)(past->file_count - 1),
                                     .origin = r ? PAST_BROUGHT : PAST_OWN,
                                     .day = r ? from->reviews[r].day : day_of_time(from->held_ms)};
        text_copy(review.title, sizeof review.title, r ? from->reviews[r].title : from->title);
        if (!r || model_has_review(from, r))
            take_schools(&review, from, r);
        if (review.school_count == 0)
            continue;
        any = true;
        e = take_review(past, &review, trouble);
    }
    if (e == ERROR_OK && !any)
        e = trouble_set(trouble, ERROR_FORMAT, word(WORD_REVIEWS_NO_RATINGS),
                        past->files[past->file_count - 1].path);
    return e;
}

enum error past_read_workshop(struct past_set *past, struct trouble *trouble)
{
    struct past_file *file = &past->files[past->file_count - 1];
    struct model *from;
    enum error e = workshop_read(&from, file->path, trouble);
    if (e != ERROR_OK)
        return e;
    e = workshop_may_give(from, file->path, past->training, trouble);
    if (e == ERROR_OK) {
        take_rows(file, from);
        e = take_all(past, from, trouble);
    }
    model_destroy(&from);
    return e;
}
