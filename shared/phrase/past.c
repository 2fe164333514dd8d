#include "phrase/past.h"

#include "analysis/summary.h"
#include "model/history.h"
#include "words/date.h"
#include "words/words.h"

#include <stdio.h>

#define MINUS "\xE2\x88\x92"

static void write_change(char to[PHRASE_CHANGE_SIZE], unsigned then, unsigned now,
                         const char *amount)
{
    if (then == now)
        snprintf(to, PHRASE_CHANGE_SIZE, "=");
    else
        snprintf(to, PHRASE_CHANGE_SIZE, "%s%s", now > then ? "+" : MINUS, amount);
}

static unsigned apart(unsigned then, unsigned now)
{
    return now > then ? now - then : then - now;
}

void phrase_rating_change(char to[PHRASE_CHANGE_SIZE], unsigned then, unsigned now)
{
    char amount[12];
    to[0] = '\0';
    if (!then || !now)
        return;
    snprintf(amount, sizeof amount, "%u", apart(then, now));
    write_change(to, then, now, amount);
}

void phrase_average_change(char to[PHRASE_CHANGE_SIZE], unsigned then, unsigned now)
{
    char amount[AVERAGE_TEXT_SIZE];
    to[0] = '\0';
    if (!then || !now)
        return;
    analysis_average_text(amount, apart(then, now));
    write_change(to, then, now, amount);
}

void phrase_rating_then(char to[PHRASE_WAS_SIZE], unsigned then)
{
    char figure[12];
    to[0] = '\0';
    if (!then)
        return;
    snprintf(figure, sizeof figure, "%u", then);
    snprintf(to, PHRASE_WAS_SIZE, word(WORD_PAST_WAS), figure);
}

void phrase_rating_was(char to[PHRASE_WAS_SIZE], unsigned then, unsigned now)
{
    char was[PHRASE_WAS_SIZE], change[PHRASE_CHANGE_SIZE];
    phrase_rating_then(was, then);
    phrase_rating_change(change, then, now);
    if (!change[0])
        snprintf(to, PHRASE_WAS_SIZE, "%s", was);
    else
        snprintf(to, PHRASE_WAS_SIZE, word(WORD_PAST_AND_CHANGE), was,
                 then == now ? word(WORD_PAST_SAME) : change);
}

review_id phrase_past_newest(const struct room *room, condition_id condition, school_id school)
{
    review_id order[REVIEWS_MAX];
    for (uint8_t i = history_order(room, order); i > 0; i--)
        if (room_past(room, order[i - 1], school)->now[condition])
            return order[i - 1];
    return 0;
}

void phrase_past(char to[PHRASE_PAST_SIZE], const struct room *room, review_id review,
                 condition_id condition, school_id school)
{
    const struct past *past = room_past(room, review, school);
    char day[WORD_DATE_SIZE];
    to[0] = '\0';
    if (!review || !room->reviews[review].day || !past->now[condition])
        return;
    word_day_long(day, room->reviews[review].day, 0);
    if (past->target[condition])
        snprintf(to, PHRASE_PAST_SIZE, word(WORD_PAST_RATING_AND_GOAL), day, past->now[condition],
                 past->target[condition]);
    else
        snprintf(to, PHRASE_PAST_SIZE, word(WORD_PAST_RATING), day, past->now[condition]);
}
