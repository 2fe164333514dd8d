#include "model/model.h"

#include "base/table.h"
#include "model/author.h"

#include <stdlib.h>

/* What is not 0 in a model that nothing has happened to. */
static void begin(struct model *model)
{
    model->seats[SEAT_KIOSK].role = ROLE_FACILITATOR;
    model->settings[SETTING_OFFER_ROOM_CODE] = true;
    model->place.step = 1; /* the lobby */
}

enum error model_create(struct model **out)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return ERROR_MEMORY;
    begin(*out);
    return ERROR_OK;
}

void model_destroy(struct model **model)
{
    free(*model);
    *model = NULL;
}

void model_clear(struct model *model)
{
    table_clear(model, sizeof *model);
    begin(model);
}

bool model_has_school(const struct model *model, school_id school)
{
    return school >= 1 && school <= model->school_count;
}

bool model_has_condition(const struct model *model, condition_id condition)
{
    return condition >= 1 && condition <= model->condition_count;
}

bool model_has_seat(const struct model *model, seat_id seat)
{
    return seat <= model->seat_count && !model->seats[seat].removed;
}

bool model_is_facilitator(const struct model *model, seat_id seat)
{
    return model_has_seat(model, seat) && model->seats[seat].role == ROLE_FACILITATOR;
}

uint32_t model_last_command(const struct model *model, seat_id seat)
{
    uint32_t unsigned_ones = author_last_command(model, seat);
    uint32_t others = model->seats[seat].last_command;
    return unsigned_ones > others ? unsigned_ones : others;
}

bool model_consented(const struct model *model, enum scope scope)
{
    for (school_id s = 1; s <= model->school_count; s++)
        if (model->schools[s].consent[scope] != ANSWER_YES)
            return false;
    return model->school_count > 0;
}

bool model_has_review(const struct model *model, review_id review)
{
    return review >= 1 && review <= model->review_count && model->reviews[review].day;
}

bool model_has_character(const struct model *model, character_id character)
{
    return character >= 1 && character <= model->character_count;
}

bool model_named(const struct model *model, enum naming naming)
{
    return model_consented(model, SCOPE_ROOM) &&
           (naming == NAMING_ROOM || model_consented(model, SCOPE_LA));
}

enum rating_state model_rating_state(const struct rating *rating)
{
    if (rating->settled)
        return RATING_AGREED;
    return model_newest_proposal(rating) == SIDE_COUNT ? RATING_NONE : RATING_PROPOSED;
}

enum side model_newest_proposal(const struct rating *rating)
{
    uint32_t school = rating->proposals[SIDE_SCHOOL].revision;
    uint32_t manager = rating->proposals[SIDE_MANAGER].revision;
    if (!school && !manager)
        return SIDE_COUNT;
    return school > manager ? SIDE_SCHOOL : SIDE_MANAGER;
}

const struct figure *model_shown_figure(const struct rating *rating)
{
    if (rating->settled)
        return &rating->agreed;
    enum side side = model_newest_proposal(rating);
    return side == SIDE_COUNT ? NULL : &rating->proposals[side].figure;
}

/* 0: the item's. */
static uint8_t timed_step(const struct model *model)
{
    const struct agenda_item *item = &model->items[model->place.item];
    return model->place.item && item->steps[model->place.step - 1].minutes ? model->place.step : 0;
}

const struct timer *model_timer(const struct model *model)
{
    return model_timer_minutes(model) ? &model->timers[model->place.item][timed_step(model)] : NULL;
}

uint16_t model_timer_minutes(const struct model *model)
{
    const struct agenda_item *item = &model->items[model->place.item];
    uint8_t step = timed_step(model);
    return step ? item->steps[step - 1].minutes : model->place.item ? item->minutes : 0;
}

int64_t model_timer_left(const struct timer *timer, int64_t now_ms)
{
    int64_t elapsed = timer->running ? now_ms - timer->since_ms : 0;
    int64_t left = timer->remaining_ms - (elapsed > 0 ? elapsed : 0);
    return left > -TIME_MOST_MS ? left : -TIME_MOST_MS;
}

uint16_t model_find_code(const struct model *model, enum code_kind kind, school_id school,
                         seat_id seat)
{
    for (uint16_t i = 1; i <= model->code_count; i++) {
        const struct code *code = &model->codes[i];
        if (!code->retired && code->kind == kind && code->school == school && code->seat == seat)
            return i;
    }
    return 0;
}
