#include "screen/scenes.h"

#include "screen/workday.h"
#include "testing.h"

/* What the room asks of people, one stage after the other. */

enum { INGLE = 9, PUBLICITY = 7 };

static const char longest[] =
    "The family support team covers four schools and is gone by half past three, so nobody who "
    "works until five can ever meet them, and then it";

static void sit(struct desk *desk)
{
    workday_begin(desk);
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
}

static void put_up(struct desk *desk, const char *text)
{
    desk_paste(desk, text);
    desk_key(desk, KEY_ENTER, 0);
}

static void notes_empty(struct desk *desk)
{
    sit(desk);
    workday_go(desk, WORKDAY_NOTES);
}

static void notes(struct desk *desk)
{
    notes_empty(desk);
    put_up(desk, "Ask the council before spring");
    desk_letter(desk, '2', WITH_CONTROL);
    put_up(desk, "The taxi costs more than the club");
    desk_letter(desk, '3', WITH_CONTROL);
    desk->sight.state = SESSION_WAITING;
    put_up(desk, "Afraid of losing what we have built");
    desk_paste(desk, "Staff are tired, but breakfast club lifts the day");
}

static void notes_full(struct desk *desk)
{
    notes_empty(desk);
    workday_set_board(desk, WORKDAY_OBSTACLES, BOARD_OPEN, true);
    put_up(desk, "The hall is let on Thursdays");
    desk_paste(desk, longest);
}

static void notes_signed(struct desk *desk)
{
    notes_empty(desk);
    desk_paste(desk, "I can host the first meeting");
    desk_click(desk, "Sign it: Sam Okafor");
}

static void notes_change(struct desk *desk)
{
    notes_empty(desk);
    put_up(desk, longest);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_ENTER, 0);
}

static void notes_closed(struct desk *desk)
{
    notes_empty(desk);
    put_up(desk, "The hall is let on Thursdays");
    desk_paste(desk, "One more thing, about");
    workday_set_board(desk, WORKDAY_OBSTACLES, BOARD_CLOSED, false);
}

static void notes_wait_closed(struct desk *desk)
{
    notes_empty(desk);
    workday_set_board(desk, WORKDAY_OBSTACLES, BOARD_CLOSED, false);
}

static void notes_parked(struct desk *desk)
{
    sit(desk);
    desk_letter(desk, 'w', 0);
    desk_letter(desk, 'q', 0);
    desk_paste(desk, "Who pays for the minibus after March?");
}

static void notes_personal(struct desk *desk)
{
    sit(desk);
    workday_go(desk, WORKDAY_COMMENT);
    put_up(desk, "Hearing how the others do it");
}

/* Four notes, two of them for group 3. */
static void groups(struct desk *desk)
{
    sit(desk);
    seat_id other = workday_other(desk, 3, "Grace Achieng");
    workday_go(desk, WORKDAY_NOTES);
    note_id first = workday_note(desk, other, WORKDAY_OBSTACLES, 1, 0, longest);
    workday_note(desk, other, WORKDAY_OBSTACLES, 2, 0, "The taxi costs more than the club");
    note_id third = workday_note(desk, other, WORKDAY_OBSTACLES, 3, 0, "Staff are tired");
    workday_note(desk, other, WORKDAY_OBSTACLES, 3, 0, "Afraid of losing what we have built");
    workday_assign(desk, first, 2);
    workday_assign(desk, third, 3);
    workday_go(desk, WORKDAY_GROUPS);
}

static void groups_begin(struct desk *desk)
{
    groups(desk);
}

static void groups_suggest(struct desk *desk)
{
    groups(desk);
    workday_group(desk, desk->seat, 3);
    seat_id other = desk->seat + 1;
    note_id third = 3;
    workday_note(desk, other, WORKDAY_OBSTACLES, 3, third,
                 "Share the breakfast rota between three");
    workday_note(desk, other, WORKDAY_OBSTACLES, 3, third, "Ask the parents who already help out");
    desk_click(desk, "Staff are tired");
    put_up(desk, "A supply budget for two days a term");
    desk_paste(desk, "Begin half an hour later on");
}

/* ---- everything as long as it may be ---- */

static void sit_long(struct desk *desk, int step)
{
    workday_begin_long(desk);
    desk_sit(desk, CODE_SCHOOL, INGLE,
             "Bartholomew Montgomery-Featherstonehaugh of the Upper School");
    workday_go(desk, WORKDAY_COMMENT);
    workday_go(desk, step);
}

static void notes_long(struct desk *desk)
{
    sit_long(desk, WORKDAY_NOTES);
    put_up(desk, longest);
    desk_paste(desk, longest);
}

static void evaluation_long(struct desk *desk)
{
    sit_long(desk, WORKDAY_EVALUATION);
    workday_call(desk, SLIP_OBJECTIVE, 1, ROUND_OPEN);
    desk_paste(desk, longest);
}

static void icebreaker_long(struct desk *desk)
{
    sit_long(desk, WORKDAY_ICEBREAKER);
    workday_call(desk, SLIP_ICEBREAKER, 1, ROUND_OPEN);
}

/* ---- rating together ---- */

static void reading_begin(struct desk *desk)
{
    sit(desk);
    workday_go(desk, WORKDAY_TOGETHER);
    workday_call(desk, SLIP_READING, PUBLICITY, ROUND_OPEN);
}

static void reading_moved(struct desk *desk)
{
    reading_begin(desk);
    desk_letter(desk, '6', 0);
}

static void reading_sent(struct desk *desk)
{
    sit(desk);
    workday_other(desk, INGLE, "Grace Achieng");
    workday_go(desk, WORKDAY_TOGETHER);
    workday_call(desk, SLIP_READING, PUBLICITY, ROUND_OPEN);
    desk_letter(desk, '6', 0);
    desk_key(desk, KEY_ENTER, 0);
}

/* Six of Ingle and one of another school have read it. */
static void reading_shown(struct desk *desk)
{
    sit(desk);
    workday_go(desk, WORKDAY_TOGETHER);
    workday_call(desk, SLIP_READING, PUBLICITY, ROUND_OPEN);
    static const int values[] = {2, 3, 3, 9, 9};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        workday_fill(desk, workday_other(desk, INGLE, "Somebody"), SLIP_READING, PUBLICITY,
                     values[i]);
    workday_fill(desk, workday_other(desk, 3, "Grace Achieng"), SLIP_READING, PUBLICITY, 7);
    desk_letter(desk, '6', 0);
    desk_key(desk, KEY_ENTER, 0);
    workday_call(desk, SLIP_READING, PUBLICITY, ROUND_SHOWN);
}

static void reading_taken(struct desk *desk)
{
    reading_shown(desk);
    desk_click(desk, "Propose 5 to our manager");
}

/* ---- "Have you ever...?" ---- */

static void icebreaker(struct desk *desk)
{
    sit(desk);
    workday_go(desk, WORKDAY_ICEBREAKER);
    workday_call(desk, SLIP_ICEBREAKER, 1, ROUND_OPEN);
    desk_key(desk, KEY_RIGHT, 0);
}

static void icebreaker_sent(struct desk *desk)
{
    icebreaker(desk);
    desk_letter(desk, 'y', 0);
}

/* ---- evaluation ---- */

static void evaluation(struct desk *desk)
{
    sit(desk);
    workday_go(desk, WORKDAY_COMMENT);
    workday_go(desk, WORKDAY_EVALUATION);
    workday_call(desk, SLIP_OBJECTIVE, 1, ROUND_OPEN);
    desk_key(desk, KEY_F1, 0); /* and back */
    desk_key(desk, KEY_F1, 0);
}

static void evaluation_filling(struct desk *desk)
{
    evaluation(desk);
    desk_key(desk, KEY_SPACE, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_RIGHT, 0);
    desk_key(desk, KEY_SPACE, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_RIGHT, 0);
    desk_key(desk, KEY_RIGHT, 0);
    desk_key(desk, KEY_SPACE, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_paste(desk, "Hearing how the others do it");
    desk_key(desk, KEY_ENTER, 0);
    desk_paste(desk, "More time in threes");
}

static void evaluation_sent(struct desk *desk)
{
    evaluation_filling(desk);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_ENTER, 0);
}

/* ---- the local authority's response ---- */

enum { FUNDING = 9, IMPACT = 10 };

static void response_none(struct desk *desk)
{
    workday_begin(desk);
    desk_sit(desk, CODE_OBSERVER, 0, "Lena Hartmann");
    workday_go(desk, WORKDAY_RESPONSE);
}

static void response(struct desk *desk)
{
    response_none(desk);
    workday_put(desk, FINDING_LA, IMPACT, NULL);
    workday_put(desk, FINDING_PRIORITY, FUNDING,
                "Nobody knows what becomes of the extended services money after March");
    desk_paste(desk, "We can offer a shared model for measuring impact.");
}

static void response_sent(struct desk *desk)
{
    response(desk);
    desk_key(desk, KEY_ENTER, 0);
}

static void response_clash(struct desk *desk)
{
    response(desk);
    struct screens *s = desk->screens;
    workday_answer(desk, (enum finding_kind)s->response.kind, s->response.number,
                   "The authority will pay for two days of training in the autumn.");
    desk_key(desk, KEY_ENTER, 0);
}

/* ---- a school's actions ---- */

static void add_action(struct desk *desk, const char *text)
{
    desk_paste(desk, text);
    desk_key(desk, KEY_ENTER, 0);
}

static void actions_none(struct desk *desk)
{
    sit(desk);
    desk_letter(desk, 'r', 0);
    desk_letter(desk, 'c', 0);
}

static void actions(struct desk *desk)
{
    actions_none(desk);
    add_action(desk, "Ask parents at the school gate in September");
    add_action(desk, longest);
    desk->sight.state = SESSION_WAITING;
    add_action(desk, "Put the survey on paper too");
    desk_paste(desk, "Share the results");
}

static void actions_on_rate(struct desk *desk)
{
    actions(desk);
    desk->sight.state = SESSION_UP;
    desk_key(desk, KEY_ESCAPE, 0);
}

static void task_menu(struct desk *desk)
{
    notes_empty(desk);
    desk_key(desk, KEY_F1, 0);
}

const struct scene scenes_task[SCENES_TASK] = {
    {"notes-empty", notes_empty},
    {"notes", notes},
    {"notes-full", notes_full},
    {"notes-signed", notes_signed},
    {"notes-change", notes_change},
    {"notes-closed", notes_closed},
    {"notes-wait-closed", notes_wait_closed},
    {"notes-parked", notes_parked},
    {"notes-personal", notes_personal},
    {"groups-begin", groups_begin},
    {"groups-suggest", groups_suggest},
    {"notes-long", notes_long},
    {"evaluation-long", evaluation_long},
    {"icebreaker-long", icebreaker_long},
    {"reading-begin", reading_begin},
    {"reading-moved", reading_moved},
    {"reading-sent", reading_sent},
    {"reading-shown", reading_shown},
    {"reading-taken", reading_taken},
    {"icebreaker", icebreaker},
    {"icebreaker-sent", icebreaker_sent},
    {"evaluation", evaluation},
    {"evaluation-filling", evaluation_filling},
    {"evaluation-sent", evaluation_sent},
    {"response-none", response_none},
    {"response", response},
    {"response-sent", response_sent},
    {"response-clash", response_clash},
    {"actions", actions},
    {"actions-on-rate", actions_on_rate},
    {"task-menu", task_menu},
};
