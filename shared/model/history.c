#include "model/history.h"

#include <string.h>

uint8_t history_order(const struct room *room, review_id order[REVIEWS_MAX])
{
    uint8_t count = 0;
    for (review_id r = 1; r <= REVIEWS_MAX; r++) {
        if (!room->reviews[r].day)
            continue;
        uint8_t at = count++;
        for (; at > 0 && room->reviews[order[at - 1]].day > room->reviews[r].day; at--)
            order[at] = order[at - 1];
        order[at] = r;
    }
    return count;
}

review_id history_latest(const struct room *room)
{
    review_id order[REVIEWS_MAX];
    uint8_t count = history_order(room, order);
    return count ? order[count - 1] : 0;
}

static void add(struct history_line *line, uint32_t day, unsigned tenths)
{
    if (tenths)
        line->points[line->count++] =
            (struct history_point){.day = day, .tenths = (uint16_t)tenths};
}

static void add_now(struct history_line *line, const struct room *room, unsigned tenths)
{
    line->now = tenths > 0;
    add(line, room->workshop.day, tenths);
}

void history_of_condition(struct history_line *line, const struct room *room,
                          condition_id condition)
{
    review_id order[REVIEWS_MAX];
    uint8_t count = history_order(room, order);
    const struct summary_item *now = &room->summaries[condition];
    memset(line, 0, sizeof *line);
    for (uint8_t i = 0; i < count; i++) {
        const struct summary_item *then = &room->past_summaries[order[i]][condition];
        add(line, room->reviews[order[i]].day, then->has_figures ? then->average : 0);
    }
    add_now(line, room, now->has_figures ? now->average : 0);
    line->target = now->target_average;
}

void history_of_school(struct history_line *line, const struct room *room, condition_id condition,
                       school_id school)
{
    review_id order[REVIEWS_MAX];
    uint8_t count = history_order(room, order);
    struct cell_item now = room_cell(room, condition, school);
    memset(line, 0, sizeof *line);
    for (uint8_t i = 0; i < count; i++)
        add(line, room->reviews[order[i]].day,
            room_past(room, order[i], school)->now[condition] * 10U);
    add_now(line, room, now.now * 10U);
    line->target = (uint16_t)(now.target * 10U);
}
