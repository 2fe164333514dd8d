#include "stage/scenes.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* A room at a step of its own making. */
static void stand_at(struct room *room, uint8_t item, struct agenda_step step)
{
    static const struct audience projector = {AUDIENCE_PROJECTOR, 0};
    struct rooms_spec spec = {.schools = 10, .place = {item, 1}, .elapsed_ms = 765000};
    rooms_example(room, projector, &spec);
    struct item content = {.key = {.kind = ITEM_AGENDA_ITEM, .a = item}};
    content.body.agenda_item = room->items[item];
    content.body.agenda_item.step_count = 2;
    content.body.agenda_item.group_size = 3;
    content.body.agenda_item.steps[1] = step;
    room_apply(room, &content);
    struct item place = {.key = {.kind = ITEM_PLACE}};
    place.body.place = (struct place){item, 2};
    room_apply(room, &place);
}

static void set_larger(struct room *room, uint8_t larger)
{
    struct item view = {.key = {.kind = ITEM_VIEW}};
    view.body.view = room->view;
    view.body.view.larger = larger;
    room_apply(room, &view);
}

static const char *const headings[HEADINGS_MAX] = {"Political",   "Rational",   "Emotional",
                                                   "Worked well", "Challenges", "Parked"};

static const char *const plain[] = {
    "Governors want proof before a second year",
    "After-school only breaks even at 14 places",
    "Staff are tired, but breakfast club lifts the day",
    "Ask the council before spring",
    "We count heads, not what changes for children",
    "Parents trust people they know",
    "Heads move on. Put it in the school plan",
    "One shared coordinator costs less than five",
    "Proud of the holiday scheme",
    "Parish council could lend us the hall",
    "The taxi costs more than the club",
    "Afraid of losing what we have built",
    "Invite ward councillors to visit a club",
    "Bid once, report once",
    "The children ask for it",
    "Time",
};

static const char *const mixed[] = {
    "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung",
    "نحتاج إلى وقت أطول مع أولياء الأمور قبل نهاية الفصل",
    "הילדים מבקשים את זה",
    "👩‍👩‍👧‍👦 👍🏽 🎉 families first 🏫",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "保護者と地域の人々が一緒に夕食を作る機会を増やしたい",
    "Zażółć gęślą jaźń",
};

static const char long_text[] =
    "We would open the hall every evening if somebody could tell us who pays the caretaker, who "
    "locks up and who answers when parents ring us";

static void text_of(char *to, enum scene_texts texts, int i)
{
    enum { PLAIN = sizeof plain / sizeof *plain, MIXED = sizeof mixed / sizeof *mixed };
    text_copy(to, NOTE_SIZE,
              texts == SCENE_PLAIN  ? plain[i % PLAIN]
              : texts == SCENE_LONG ? long_text
                                    : mixed[i % MIXED]);
    if (texts == SCENE_LONG) /* up to the full 140 */
        for (size_t at = strlen(to); at < NOTE_VISIBLE; at++)
            memcpy(to + at, ".", 2);
}

/* Every third note has suggestions, every fourth a star, every fifth is like the one before. */
static void work_on(struct note_item *note, note_id id, int at, int cards)
{
    if (at >= cards) {
        note->parent = (note_id)(1 + (at - cards) * 3 % cards);
        note->group = 0;
        return;
    }
    note->starred = id % 4 == 1;
    note->group = id % 4 == 1 ? (uint8_t)(1 + id / 4 % 20) : 0;
    if (id % 5 == 0)
        note->merged = (note_id)(id - 1);
    if (id % 7 == 3)
        text_copy(note->by, NAME_SIZE,
                  id % 2 ? "Sam Okafor" : "Bartholomew Featherstonehaugh-Cholmondeley");
}

void scene_board(struct room *room, const struct scene_board *board)
{
    struct agenda_step step = {.stage = STAGE_BOARD, .how = (uint8_t)board->how, .subject = 1};
    if (board->ask)
        text_copy(step.ask, sizeof step.ask, board->ask);
    stand_at(room, 3, step);
    struct item item = {.key = {.kind = ITEM_BOARD, .a = 1}};
    struct board_content *content = &item.body.board.content;
    item.body.board.state = board->closed ? BOARD_CLOSED : BOARD_OPEN;
    item.body.board.held = board->held;
    item.body.board.notes = (uint16_t)board->notes;
    content->personal = board->personal;
    content->heading_count = (uint8_t)board->headings;
    text_copy(content->question, LINE_SIZE, "What is in the way, and what would help?");
    for (int i = 0; i < board->headings; i++)
        text_copy(content->headings[i], NAME_SIZE,
                  board->long_headings ? "What went well in the talks with the school leaders, all"
                                       : headings[i]);
    room_apply(room, &item);
    int further = board->worked_on ? board->notes / 2 : 0;
    for (int i = 0; !board->personal && i < board->notes + further; i++) {
        item = (struct item){.key = {.kind = ITEM_NOTE, .a = (uint16_t)(i + 1)}};
        struct note_item *note = &item.body.note;
        note->board = 1;
        note->heading = (uint8_t)(1 + i % board->headings);
        note->state = NOTE_SHOWN;
        note->order = (uint16_t)(i + 1);
        text_of(note->text, board->texts, i);
        if (board->worked_on)
            work_on(note, (note_id)(i + 1), i, board->notes);
        room_apply(room, &item);
    }
    item = (struct item){.key = {.kind = ITEM_VIEW}};
    item.body.view.note = board->large;
    room_apply(room, &item);
    set_larger(room, board->larger);
}

static void set_round(struct room *room, enum slip_kind kind, uint8_t subject,
                      const struct scene_round *round)
{
    struct item item = {.key = {.kind = ITEM_ROUND, .a = (uint16_t)kind}};
    item.body.round.subject = round->state == ROUND_NONE ? 0 : subject;
    item.body.round.state = (uint8_t)round->state;
    item.body.round.answered = (uint16_t)round->answered;
    item.body.round.asked = (uint16_t)round->asked;
    room_apply(room, &item);
}

static void set_tally(struct room *room, enum slip_kind kind, uint16_t subject, const int values[4],
                      int turn)
{
    struct item item = {.key = {.kind = ITEM_TALLY, .a = (uint16_t)kind, .b = subject}};
    int count = values[1] + values[2] + values[3], moved = turn < values[1] ? turn : 0;
    item.body.tally.count = (uint16_t)count;
    item.body.tally.values[1] = (uint16_t)(values[1] - moved);
    item.body.tally.values[2] = (uint16_t)(values[2] + moved);
    item.body.tally.values[3] = (uint16_t)values[3];
    if (count)
        room_apply(room, &item);
}

void scene_icebreaker(struct room *room, const struct scene_round *round)
{
    struct agenda_step step = {.stage = STAGE_ICEBREAKER, .how = HOW_PLENARY};
    stand_at(room, 1, step);
    struct item item = {.key = {.kind = ITEM_WORKSHOP}};
    item.body.workshop = room->workshop;
    item.body.workshop.question_count = 3;
    room_apply(room, &item);
    for (uint16_t q = 1; q <= 3; q++) {
        item = (struct item){.key = {.kind = ITEM_QUESTION, .a = q}};
        text_copy(item.body.question.text, LINE_SIZE,
                  round->long_texts
                      ? "Have you ever had to explain to a governor, in one sentence and while the "
                        "bell was ringing, what all of this is good for and who is to pay for it?"
                      : "Have you ever run a club that nobody came to?");
        room_apply(room, &item);
    }
    set_round(room, SLIP_ICEBREAKER, 2, round);
    if (round->state == ROUND_SHOWN)
        set_tally(room, SLIP_ICEBREAKER, 2, round->values, 0);
    set_larger(room, round->larger);
}

void scene_evaluation(struct room *room, const struct scene_round *round)
{
    static const char *const objectives[OBJECTIVES_MAX] = {
        "we know where our cluster stands",   "we have chosen the right things to work on",
        "each of us knows what to do next",   "it was worth the morning",
        "we know who can help whom, and how", "we have a date for the next meeting"};
    struct agenda_step step = {.stage = STAGE_EVALUATION, .how = HOW_ALONE, .subject = 1};
    stand_at(room, 5, step);
    struct item item = {.key = {.kind = ITEM_AGENDA_ITEM, .a = 1}};
    item.body.agenda_item = room->items[1];
    item.body.agenda_item.objective_count = (uint8_t)round->objectives;
    for (int i = 0; i < round->objectives; i++) {
        char *text = item.body.agenda_item.objectives[i];
        text_copy(text, LINE_SIZE, objectives[i]);
        if (round->long_texts)
            strcat(text, ", with all that this takes from every school and from the authority, "
                         "this year and in the years after it");
    }
    room_apply(room, &item);
    set_round(room, SLIP_OBJECTIVE, 1, round);
    for (uint16_t o = 1; round->state == ROUND_SHOWN && o <= round->objectives; o++)
        set_tally(room, SLIP_OBJECTIVE, o, round->values, 2 * (o - 1));
    set_larger(room, round->larger);
}
