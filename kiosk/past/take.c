#include "past/parts.h"

#include "base/text.h"
#include "model/portray.h"
#include "words/date.h"
#include "words/words.h"

/* The facilitator's room of the store says which schools and reviews there are, as it did where the
 * preview was made. */
struct taking {
    const struct past_set *past;
    const struct room *room;
    struct store *store;
    int64_t now_ms;
};

static enum refusal take_review(const struct taking *t, const struct past_review *review)
{
    struct command add = {.kind = COMMAND_ADD_REVIEW, .change.review.day = review->day};
    text_copy(add.change.review.title, TITLE_SIZE, review->title);
    enum refusal refusal = store_do(t->store, SEAT_KIOSK, &add, t->now_ms);
    review_id id = store_model(t->store)->review_count;
    for (unsigned s = 0; refusal == REFUSAL_NONE && s < review->school_count; s++) {
        struct command past = {.kind = COMMAND_ADD_PAST, .change.past.review = id};
        past.change.past.school = room_find_school(t->room, review->schools[s].name);
        if (past.change.past.school &&
            past_translate(&past.change.past.past, t->past, &review->schools[s]))
            refusal = store_do(t->store, SEAT_KIOSK, &past, t->now_ms);
    }
    return refusal;
}

static enum error take_all(struct past_report *report, const struct taking *t,
                           struct trouble *trouble)
{
    for (unsigned i = 0; i < t->past->review_count; i++) {
        const struct past_review *review = &t->past->reviews[i];
        enum past_standing standing = past_standing(t->past, t->room, i);
        char day[WORD_DATE_SIZE];
        report->there += standing == PAST_THERE;
        if (standing != PAST_NEW)
            continue;
        enum refusal refusal = take_review(t, review);
        if (refusal != REFUSAL_NONE) {
            store_rollback(t->store);
            word_day_long(day, review->day, 0);
            return trouble_set(trouble, ERROR_FORMAT, word(WORD_REVIEWS_REFUSED), review->title,
                               day, refusal_text(refusal));
        }
        report->added++;
    }
    return store_commit(t->store, trouble);
}

enum error past_take(struct past_report *report, struct store *store, const struct past_set *past,
                     int64_t now_ms, struct trouble *trouble)
{
    struct room *room;
    *report = (struct past_report){0};
    if (past_questions(past))
        return trouble_set(trouble, ERROR_FORMAT, word(WORD_REVIEWS_QUESTIONS));
    enum error e = room_portray(&room, store_model(store), AUDIENCE_FACILITATOR, 0);
    if (e != ERROR_OK)
        return e;
    struct taking taking = {.past = past, .room = room, .store = store, .now_ms = now_ms};
    e = take_all(report, &taking, trouble);
    if (e != ERROR_OK)
        *report = (struct past_report){0};
    room_destroy(&room);
    return e;
}
