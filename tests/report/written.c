#include "report/written.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "model/portray.h"
#include "rooms/votes.h"

const int64_t written_ms = INT64_C(1795305600000);
const char *const written_why = "Only two of us know the plan",
                  *const written_own_action = "Show the plan to all staff",
                  *const written_person = "Perpetua Quill";

static void obey(struct model *model, const struct command *command)
{
    rooms_obey(model, command, written_ms);
}

static void consent(struct model *model)
{
    for (school_id s = 1; s <= model->school_count; s++) {
        struct command command = {.kind = COMMAND_CONSENT};
        command.change.consent = (struct consent_change){
            .school = s, .scopes = (1 << SCOPE_COUNT) - 1, .answer = ANSWER_YES};
        obey(model, &command);
    }
}

/* One point lower for every year back, here and there the same or higher. */
static void add_reviews(struct model *model, int count)
{
    for (int r = 0; r < count; r++) {
        struct command command = {.kind = COMMAND_ADD_REVIEW};
        int years = count - r;
        command.change.review.day = day_number((struct day_date){2026 - years, 3, 12});
        snprintf(command.change.review.title, TITLE_SIZE, "Spring review %d", 2026 - years);
        obey(model, &command);
        for (school_id s = 1; s <= model->school_count; s++) {
            command = (struct command){.kind = COMMAND_ADD_PAST};
            command.change.past.review = (review_id)(r + 1);
            command.change.past.school = s;
            for (condition_id c = 1; c <= model->condition_count; c++) {
                int then = model->ratings[c][s].agreed.now - years + (s + c) % 3 - 1;
                if ((s + c) % 7)
                    command.change.past.past.now[c] = (uint8_t)(then < 1            ? 1
                                                                : then > RATING_MAX ? RATING_MAX
                                                                                    : then);
            }
            obey(model, &command);
        }
    }
}

static void rename_schools(struct model *model)
{
    static const char *const names[] = {"مدرسة النور", "Δημοτικό Σχολείο Αθηνών",
                                        "Ysgol Gymraeg Ŵy"};
    for (school_id s = 1; s <= 3 && s <= model->school_count; s++) {
        struct command command = {.kind = COMMAND_RENAME_SCHOOL};
        command.change.school.school = s;
        text_copy(command.change.school.name, NAME_SIZE, names[s - 1]);
        obey(model, &command);
    }
}

static void mark_findings(struct model *model)
{
    struct command command = {.kind = COMMAND_SET_FINDING};
    command.change.finding =
        (struct finding_change){.kind = FINDING_LA, .number = 10, .for_la = true};
    obey(model, &command);
    command = (struct command){.kind = COMMAND_ANSWER_FINDING};
    command.change.finding = (struct finding_change){.kind = FINDING_LA, .number = 10};
    text_copy(command.change.finding.text, NOTE_SIZE,
              "We will offer one evaluation model to all clusters from January.");
    obey(model, &command);
    command = (struct command){.kind = COMMAND_WORD_FINDING};
    command.change.finding.kind = FINDING_ADDED;
    text_copy(command.change.finding.text, NOTE_SIZE,
              "Small schools need somebody to cover when the head is at meetings.");
    obey(model, &command);
}

/* What stays between a school and its facilitator. */
static void confide(struct model *model)
{
    struct command command = {.kind = COMMAND_AGREE_IN_PERSON};
    struct rating_change *rating = &command.change.rating;
    *rating = (struct rating_change){
        .school = 1, .condition = 2, .figure = {.now = 2, .target = 6, .months = 12}};
    text_copy(rating->with, NAME_SIZE, "Head");
    text_copy(rating->figure.note, NOTE_SIZE, written_why);
    obey(model, &command);
    command = (struct command){.kind = COMMAND_ADD_ACTION};
    struct action_content *content = &command.change.action.content;
    *content = (struct action_content){.condition = 2, .school = 1, .months = 6};
    text_copy(content->text, NOTE_SIZE, written_own_action);
    command.change.action.state = ACTION_OWN;
    obey(model, &command);
    command = (struct command){.kind = COMMAND_NAME_SEAT};
    command.change.seat.seat = 1;
    text_copy(command.change.seat.name, NAME_SIZE, written_person);
    obey(model, &command);
}

static void put(struct room *room, enum item_kind kind, int a, int b, struct item *item)
{
    item->key = (struct item_key){(uint8_t)kind, (uint16_t)a, (uint16_t)b};
    room_apply(room, item);
}

static void evaluate(struct room *room)
{
    struct agenda_item *last = &room->items[room->workshop.item_count];
    last->steps[0] = (struct agenda_step){.stage = STAGE_EVALUATION, .subject = 2};
    for (int i = 1; i <= room->items[2].objective_count; i++) {
        struct item item = {
            .body.tally = {.count = 24,
                           .values = {0, (uint16_t)(20 - 5 * i), 3, (uint16_t)(5 * i + 1)}}};
        put(room, ITEM_TALLY, SLIP_OBJECTIVE, i, &item);
    }
}

static void vote(struct room *room, bool facilitator)
{
    static const struct rooms_vote votes[] = {
        {.ballot = 1, .method = METHOD_DOTS, .expected = 26, .voted = 24, .by_hand = 2},
        {.ballot = 2,
         .method = METHOD_RANKING,
         .about = ABOUT_TYPED,
         .options = 6,
         .expected = 24,
         .voted = 23,
         .tied = true},
        {.ballot = 3,
         .method = METHOD_SCORES,
         .about = ABOUT_ACTIONS,
         .options = 8,
         .expected = 24,
         .voted = 24},
        {.ballot = 4,
         .method = METHOD_APPROVAL,
         .about = ABOUT_TYPED,
         .options = 4,
         .by_school = true,
         .named = true,
         .expected = 10,
         .voted = 9},
    };
    rooms_plan(room, &(struct rooms_plan){
                         .actions = 14, .earlier = 4, .priorities = 3, .facilitator = facilitator});
    for (size_t i = 0; i < sizeof votes / sizeof *votes; i++) {
        struct rooms_vote one = votes[i];
        one.state = BALLOT_REVEALED;
        one.facilitator = facilitator;
        one.named = one.named && room->workshop.named;
        rooms_vote(room, &one);
    }
    room->priorities.ballot = 1;
}

struct room *written_room(const struct written_spec *spec, enum audience_kind reader,
                          school_id school)
{
    struct model *model = NULL;
    struct room *room;
    struct live *live = calloc(1, sizeof *live);
    struct rooms_spec rooms = {.schools = spec->schools,
                               .ratings = spec->ratings,
                               .long_names = spec->long_names,
                               .seats = spec->full ? spec->schools * 2 : 0};
    enum error e = model_create(&model);
    assert(live && e == ERROR_OK);
    if (spec->full)
        rooms.board = (struct rooms_board){.headings = 3, .notes = 14, .worked = true};
    rooms_model(model, live, &rooms);
    struct command go = {.kind = COMMAND_GO};
    go.change.place = (struct place){2, 1};
    obey(model, &go);
    if (spec->foreign)
        rename_schools(model);
    if (spec->consented)
        consent(model);
    add_reviews(model, spec->reviews);
    if (spec->full && spec->schools >= 3) {
        confide(model);
        mark_findings(model);
    }
    e = room_portray(&room, model, reader, school);
    assert(e == ERROR_OK);
    if (spec->full) {
        struct item own = {.body.action = room->actions[1]}; /* the plan begins with the first */
        evaluate(room);
        vote(room, reader == AUDIENCE_FACILITATOR);
        if (own.body.action.revision)
            put(room, ITEM_ACTION, ACTIONS_MAX, 0, &own);
    }
    model_destroy(&model);
    free(live);
    return room;
}
