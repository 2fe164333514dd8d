#include "past/parts.h"

#include "base/text.h"
#include "words/date.h"
#include "words/words.h"

#include <stdio.h>
#include <string.h>

enum past_standing past_standing(const struct past_set *past, const struct room *room,
                                 unsigned review)
{
    const struct past_review *read = &past->reviews[review];
    if (room->workshop.day == read->day && text_same(room->workshop.title, read->title))
        return PAST_ITSELF;
    for (review_id r = 1; r <= REVIEWS_MAX; r++)
        if (room->reviews[r].day == read->day && text_same(room->reviews[r].title, read->title))
            return PAST_THERE;
    for (unsigned s = 0; s < read->school_count; s++)
        if (room_find_school(room, read->schools[s].name))
            return PAST_NEW;
    return PAST_NOBODY;
}

/* Names one after the other, as many as there is room for. */
struct list {
    char text[PAST_TEXT_SIZE - TITLE_SIZE];
    size_t used;
};

static void add_name(struct list *list, const char *name)
{
    size_t left = sizeof list->text - list->used, needed = strlen(name) + 2;
    if (left <= needed + sizeof " …") {
        if (left > sizeof " …")
            list->used += (size_t)snprintf(list->text + list->used, left, " …");
        list->used = sizeof list->text - 1; /* no more of them */
        return;
    }
    list->used +=
        (size_t)snprintf(list->text + list->used, left, "%s%s", list->used ? ", " : "", name);
}

static void tell_list(enum word text, const struct list *list, past_line *line, void *context)
{
    char to[PAST_TEXT_SIZE];
    if (!list->used)
        return;
    snprintf(to, sizeof to, word(text), list->text);
    line(context, to);
}

static unsigned count_conditions(const struct past_set *past, const struct room *room,
                                 const struct past_review *review)
{
    bool said[CONDITIONS_MAX + 1] = {false};
    unsigned count = 0;
    for (unsigned s = 0; s < review->school_count; s++) {
        struct past one;
        if (!room_find_school(room, review->schools[s].name) ||
            !past_translate(&one, past, &review->schools[s]))
            continue;
        for (condition_id c = 1; c <= CONDITIONS_MAX; c++)
            said[c] = said[c] || one.now[c];
    }
    for (condition_id c = 1; c <= CONDITIONS_MAX; c++)
        count += said[c];
    return count;
}

static void tell_new(const struct past_set *past, const struct room *room,
                     const struct past_review *review, past_line *line, void *context)
{
    char to[PAST_TEXT_SIZE], day[WORD_DATE_SIZE];
    struct list missing = {.used = 0};
    unsigned here = 0;
    for (unsigned s = 0; s < review->school_count; s++) {
        if (room_find_school(room, review->schools[s].name))
            here++;
        else
            add_name(&missing, review->schools[s].name);
    }
    word_day_long(day, review->day, 0);
    snprintf(to, sizeof to, word(WORD_REVIEWS_LINE), review->title, day, here, review->school_count,
             count_conditions(past, room, review));
    line(context, to);
    tell_list(WORD_REVIEWS_SCHOOLS_OUT, &missing, line, context);
}

static void tell_review(enum word text, const struct past_review *review, past_line *line,
                        void *context)
{
    char to[PAST_TEXT_SIZE], day[WORD_DATE_SIZE];
    word_day_long(day, review->day, 0);
    snprintf(to, sizeof to, word(text), review->title, day);
    line(context, to);
}

/* What somebody said is no condition here; each once. */
static void tell_rows_out(const struct past_set *past, past_line *line, void *context)
{
    struct list rows = {.used = 0};
    for (unsigned f = 0; f < past->file_count; f++)
        for (unsigned r = 0; r < past->files[f].row_count; r++) {
            const struct past_row *row = &past->files[f].rows[r];
            char name[TITLE_SIZE + 16];
            snprintf(name, sizeof name, word(WORD_REVIEWS_NAME), row->label);
            if (row->match == PAST_LEFT_OUT && row->label[0] && !strstr(rows.text, name))
                add_name(&rows, name);
        }
    tell_list(WORD_REVIEWS_ROWS_OUT, &rows, line, context);
}

void past_tell(const struct past_set *past, const struct room *room, past_line *line, void *context)
{
    static const enum word left_out[] = {[PAST_THERE] = WORD_REVIEWS_LINE_THERE,
                                         [PAST_ITSELF] = WORD_REVIEWS_LINE_ITSELF,
                                         [PAST_NOBODY] = WORD_REVIEWS_LINE_NOBODY};
    for (unsigned i = 0; i < past->review_count; i++) {
        const struct past_review *review = &past->reviews[i];
        enum past_standing standing = past_standing(past, room, i);
        if (standing != PAST_NEW) {
            tell_review(left_out[standing], review, line, context);
            continue;
        }
        tell_new(past, room, review, line, context);
        if (review->twice)
            tell_review(WORD_REVIEWS_LINE_TWICE, review, line, context);
    }
    tell_rows_out(past, line, context);
}

void past_sum(char to[PAST_TEXT_SIZE], const struct past_report *report)
{
    size_t used = (size_t)snprintf(to, PAST_TEXT_SIZE,
                                   word(report->added == 0   ? WORD_REVIEWS_NONE
                                        : report->added == 1 ? WORD_REVIEWS_ONE
                                                             : WORD_REVIEWS_SOME),
                                   report->added);
    if (report->there && used < PAST_TEXT_SIZE - 1) {
        to[used++] = ' ';
        snprintf(to + used, PAST_TEXT_SIZE - used,
                 word(report->there == 1 ? WORD_REVIEWS_WERE_THERE_ONE : WORD_REVIEWS_WERE_THERE),
                 report->there);
    }
}
