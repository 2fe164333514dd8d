#include "rooms/rooms.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "content/content.h"
#include "grid/grid_csv.h"
#include "rooms/boards.h"
#include "rooms/reviews.h"
#include "rooms/training.h"

const int64_t rooms_now_ms = INT64_C(1000000000);

void rooms_obey(struct model *model, const struct command *command, int64_t now_ms)
{
    struct decision *decision = calloc(1, sizeof *decision);
    assert(decision);
    enum refusal refusal = model_decide(decision, model, SEAT_KIOSK, command, now_ms);
    if (refusal != REFUSAL_NONE)
        fprintf(stderr, "%s: %s\n", command_word(command->kind), refusal_word(refusal));
    assert(refusal == REFUSAL_NONE);
    for (uint32_t i = 0; i < decision->count; i++)
        model_apply(model, &decision->events[i]);
    free(decision);
}

static void *all_or_end(size_t size)
{
    void *p = calloc(1, size);
    assert(p);
    return p;
}

static const char long_tail[] = " with a name that goes on for quite a while and then ends";

static void lengthen(char *text, size_t size, size_t visible)
{
    char whole[TITLE_SIZE * 2];
    snprintf(whole, sizeof whole, "%s%s", text, long_tail);
    size_t at = 0;
    while (visible-- > 0 && whole[at])
        at += text_grapheme(whole + at);
    while (at > 0 && whole[at - 1] == ' ')
        at--;
    whole[at] = '\0';
    text_copy(text, size, whole);
}

/* The agenda of every room, which no shipped pack can change. */
static struct agenda *load_morning(void)
{
    struct pack *pack = all_or_end(sizeof *pack);
    struct agenda *agenda = all_or_end(sizeof *agenda);
    struct trouble trouble;
    enum error e = content_load(pack, ROOMS_MORNING, NULL, &trouble);
    assert(e == ERROR_OK);
    *agenda = pack->agenda;
    free(pack);
    return agenda;
}

static void add_content(struct model *model, const struct rooms_spec *spec)
{
    struct pack *pack = all_or_end(sizeof *pack);
    struct command *command = all_or_end(sizeof *command);
    struct agenda *morning = load_morning();
    struct trouble trouble;
    char path[CONTENT_PATH_SIZE];
    snprintf(path, sizeof path, "%s/packs/extended-services.yaml", content_assets());
    enum error e = content_load(pack, path, NULL, &trouble);
    assert(e == ERROR_OK);
    pack->agenda = *morning;
    free(morning);
    command->kind = COMMAND_CREATE;
    text_copy(command->change.workshop.title, TITLE_SIZE, "Riverside cluster");
    text_copy(command->change.workshop.pack, ID_SIZE, pack->id);
    text_copy(command->change.workshop.language, ID_SIZE, pack->language);
    rooms_obey(model, command, 0);
    int conditions = spec->conditions ? spec->conditions : pack->condition_count;
    for (int c = 0; c < conditions; c++) {
        memset(command, 0, sizeof *command);
        command->kind = COMMAND_ADD_CONDITION;
        struct condition *content = &command->change.condition.content;
        *content = pack->conditions[c % pack->condition_count];
        if (c >= pack->condition_count)
            snprintf(content->id, sizeof content->id, "further-%d", c + 1);
        if (spec->long_names)
            lengthen(content->name, sizeof content->name, TITLE_VISIBLE);
        rooms_obey(model, command, 0);
    }
    int items = spec->items ? spec->items : pack->agenda.item_count;
    for (int i = 0; i < items; i++) {
        memset(command, 0, sizeof *command);
        command->kind = COMMAND_ADD_AGENDA_ITEM;
        struct agenda_item *content = &command->change.agenda.content;
        *content = pack->agenda.items[i % pack->agenda.item_count];
        if (i >= pack->agenda.item_count)
            snprintf(content->id, sizeof content->id, "further-%d", i + 1);
        if (spec->long_names)
            lengthen(content->title, sizeof content->title, TITLE_VISIBLE);
        rooms_obey(model, command, 0);
    }
    free(command);
    free(pack);
}

/* Names for schools beyond the published ten, in no order. */
static const char *const further[] = {
    "Abbey",     "Brook",      "Chapel",    "Dale",    "Easton",   "Kingsway",
    "Larkfield", "Meadow",     "Northgate", "Oakdene", "Parkside", "Quarry",
    "Riverside", "Southfield", "Thorn",     "Uplands", "Valley",   "Westbrook",
};

static void add_schools(struct model *model, const struct rooms_spec *spec,
                        const struct grid_import *grid)
{
    enum { FURTHER = sizeof further / sizeof *further };
    for (int s = 0; s < spec->schools; s++) {
        struct command command = {.kind = COMMAND_ADD_SCHOOL};
        char *name = command.change.school.name;
        int beyond = s - grid->school_count;
        if (beyond < 0)
            text_copy(name, NAME_SIZE, grid->schools[s]);
        else if (beyond < FURTHER)
            text_copy(name, NAME_SIZE, further[beyond]);
        else
            snprintf(name, NAME_SIZE, "%s %s", beyond % 2 ? "St" : "Upper",
                     further[beyond % FURTHER]);
        if (beyond >= 2 * FURTHER)
            snprintf(name + strlen(name), 16, " %d", beyond);
        if (spec->long_names && s % 11 == 2)
            lengthen(name, NAME_SIZE, NAME_VISIBLE);
        rooms_obey(model, &command, 0);
    }
}

/* As many of each hundred ratings. The published ten follow the picture everybody knows. */
static enum rating_state state_of(enum rooms_ratings ratings, int condition, int school)
{
    static const char *const most[] = {
        /* "." agreed, "p" proposed, "-" to come */
        "..........", "..........", "..........", ".......p..", "..........",
        "......p.p.", "........p.", ".....p-.p.", ".p....pp-.", "p...p-.--.",
    };
    switch (ratings) {
    case ROOMS_NONE:
        return RATING_NONE;
    case ROOMS_FEW:
        return school < 3 ? RATING_AGREED : school == 3 ? RATING_PROPOSED : RATING_NONE;
    case ROOMS_AGREED:
        return RATING_AGREED;
    case ROOMS_MOST:
        break;
    }
    if (condition < 10 && school < 10)
        return most[condition][school] == '.'   ? RATING_AGREED
               : most[condition][school] == 'p' ? RATING_PROPOSED
                                                : RATING_NONE;
    int chance = (condition * 37 + school * 53 + condition * school * 7) % 100;
    return chance < 84 ? RATING_AGREED : chance < 95 ? RATING_PROPOSED : RATING_NONE;
}

static uint8_t rating_of(const struct grid_import *grid, int condition, int school)
{
    if (condition < grid->row_count && school < grid->school_count)
        return grid->ratings[condition][school].figure.now;
    return (uint8_t)(1 + (condition * 5 + school * 7 + condition * school % 4) % RATING_MAX);
}

static void add_ratings(struct model *model, const struct rooms_spec *spec,
                        const struct grid_import *grid)
{
    for (int c = 0; c < model->condition_count; c++)
        for (int s = 0; s < spec->schools; s++) {
            enum rating_state state = state_of(spec->ratings, c, s);
            if (state == RATING_NONE)
                continue;
            bool agreed = state == RATING_AGREED;
            struct command command = {.kind = agreed ? COMMAND_AGREE_IN_PERSON : COMMAND_RATE};
            struct rating_change *rating = &command.change.rating;
            rating->school = (school_id)(s + 1);
            rating->condition = (condition_id)(c + 1);
            uint8_t now = rating_of(grid, c, s);
            int target = now + (now <= 2 ? 4 : now <= 4 ? 3 : now <= 6 ? 2 : 1);
            rating->figure.now = now;
            rating->figure.target = (uint8_t)(target > RATING_MAX ? RATING_MAX : target);
            rating->figure.months = 12;
            if (agreed)
                text_copy(rating->with, NAME_SIZE, "Head");
            rooms_obey(model, &command, 0);
        }
}

static void set(struct model *model, enum setting setting, bool on)
{
    struct command command = {.kind = COMMAND_SET};
    command.change.setting = (struct setting_change){.setting = (uint8_t)setting, .on = on};
    rooms_obey(model, &command, 0);
}

/* School s gets none, one, two or three laptops, every ninth school a dozen. */
static void add_seats(struct model *model, struct live *live, const struct rooms_spec *spec)
{
    struct command command = {.kind = COMMAND_ISSUE_CODE, .secret = {.length = CODE_LENGTH}};
    memcpy(command.secret.bytes, "KTRM7XPD", CODE_LENGTH);
    command.change.code.kind = CODE_ROOM;
    rooms_obey(model, &command, 0);
    set(model, SETTING_OFFER_ROOM_CODE, true);
    int school = 0, wanted = 0;
    for (int i = 0; i < spec->seats && spec->schools > 0; i++) {
        while (wanted == 0) {
            school = school % spec->schools + 1;
            wanted = school % 9 == 0 ? 12 : spec->schools == 1 ? 1 : (school * 7 + 1) % 4;
        }
        wanted--;
        struct command join = {.kind = COMMAND_JOIN};
        join.change.join.code = 1;
        rooms_obey(model, &join, 0);
        struct command placed = {.kind = COMMAND_PLACE_SEAT};
        placed.change.seat.seat = model->seat_count;
        placed.change.seat.school = (school_id)school;
        rooms_obey(model, &placed, 0);
        live->presence[model->seat_count] = i % 7 == 4 ? PRESENCE_AWAY : PRESENCE_HERE;
    }
    if (spec->no_room_code)
        set(model, SETTING_OFFER_ROOM_CODE, false);
}

static void arrive(struct model *model, const struct rooms_spec *spec)
{
    struct command command = {.kind = COMMAND_GO};
    command.change.place = spec->place;
    if (!spec->place.item)
        command.change.place = (struct place){model->item_count, 1};
    rooms_obey(model, &command, rooms_now_ms - spec->elapsed_ms);
    if (spec->paused) {
        command = (struct command){.kind = COMMAND_TIME};
        command.change.timer.action = TIMER_PAUSE;
        rooms_obey(model, &command, rooms_now_ms);
    }
    command = (struct command){.kind = COMMAND_LOOK};
    command.change.view = spec->view;
    rooms_obey(model, &command, rooms_now_ms);
}

void rooms_model(struct model *model, struct live *live, const struct rooms_spec *spec)
{
    struct grid_import *grid = all_or_end(sizeof *grid);
    struct trouble trouble;
    char path[CONTENT_PATH_SIZE];
    snprintf(path, sizeof path, "%s/examples/riverside.csv", content_assets());
    enum error e = grid_read_file(grid, path, NULL, &trouble);
    assert(e == ERROR_OK);
    model_clear(model);
    memset(live, 0, sizeof *live);
    add_content(model, spec);
    add_schools(model, spec, grid);
    add_ratings(model, spec, grid);
    for (school_id s = 1; spec->named && s <= model->school_count; s++) {
        struct command command = {.kind = COMMAND_CONSENT};
        command.change.consent =
            (struct consent_change){.school = s, .scopes = 1 << SCOPE_ROOM, .answer = ANSWER_YES};
        rooms_obey(model, &command, 0);
    }
    set(model, SETTING_COUNT_PROPOSED, spec->count_proposed);
    add_seats(model, live, spec);
    rooms_boards(model, &spec->board);
    rooms_reviews(model, spec->earlier);
    if (spec->training)
        rooms_training(model, spec->roles, spec->long_names);
    if (spec->place.item || spec->board.headings)
        arrive(model, spec);
    if (spec->address)
        text_copy(live->address, sizeof live->address, spec->address);
    live->port = spec->port ? spec->port : 47474;
    free(grid);
}

static void take(void *room, const struct item *item)
{
    room_apply(room, item);
}

void rooms_show(struct room *room, const struct model *model, const struct live *live,
                struct audience audience)
{
    room_clear(room);
    model_project(model, live, audience, take, room);
}

void rooms_example(struct room *room, struct audience audience, const struct rooms_spec *spec)
{
    struct model *model = NULL;
    struct live *live = all_or_end(sizeof *live);
    enum error e = model_create(&model);
    assert(e == ERROR_OK);
    rooms_model(model, live, spec);
    rooms_show(room, model, live, audience);
    model_destroy(&model);
    free(live);
}
