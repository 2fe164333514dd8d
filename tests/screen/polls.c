#include "screen/polls.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "screen/workday.h"
#include "testing.h"

enum { INGLE = 9 };

static const char question[] = "What should we work on first?";

static const char longest[] = "Open the hall every evening until it is said who pays, who ";

static struct command *make(enum command_kind kind)
{
    static uint32_t next = 5000; /* a seat's own commands count up */
    struct command *command = calloc(1, sizeof *command);
    assert_non_null(command);
    command->kind = kind;
    command->id = next++;
    return command;
}

static void obey(struct desk *desk, seat_id seat, struct command *command)
{
    if (seat == SEAT_KIOSK)
        command->id = 0;
    desk_other(desk, seat, command);
    free(command);
}

struct ballot_content polls_content(enum method method)
{
    struct ballot_content content = {.method = (uint8_t)method, .about = ABOUT_CONDITIONS};
    text_copy(content.question, LINE_SIZE, question);
    if (method == METHOD_DOTS)
        content.budget = content.limit = BUDGET_USUAL;
    if (method == METHOD_SCORES) {
        text_copy(content.criteria[0], ID_SIZE, "impact");
        text_copy(content.criteria[1], ID_SIZE, "effort");
    }
    return content;
}

struct ballot_content polls_typed(enum method method, int count)
{
    struct ballot_content content = polls_content(method);
    content.about = ABOUT_TYPED;
    content.option_count = (uint8_t)count;
    text_copy(content.question, LINE_SIZE,
              "Which of these should the cluster take on before the end of the summer term, with "
              "what we have now?");
    for (int i = 0; i < count; i++) {
        text_copy(content.texts[i], NAME_SIZE, longest);
        content.texts[i][strlen(longest)] = (char)('A' + i);
    }
    return content;
}

ballot_id polls_add(struct desk *desk, const struct ballot_content *content)
{
    struct command *command = make(COMMAND_ADD_BALLOT);
    command->change.ballot.content = *content;
    obey(desk, SEAT_KIOSK, command);
    return desk->model->ballot_count;
}

void polls_set(struct desk *desk, ballot_id ballot, enum ballot_state state)
{
    struct command *command = make(COMMAND_SET_BALLOT);
    command->change.ballot_set.ballot = ballot;
    command->change.ballot_set.state = (uint8_t)state;
    obey(desk, SEAT_KIOSK, command);
}

void polls_look(struct desk *desk, ballot_id ballot)
{
    struct command *command = make(COMMAND_LOOK);
    command->change.view.ballot = ballot;
    obey(desk, SEAT_KIOSK, command);
}

ballot_id polls_open(struct desk *desk, const struct ballot_content *content)
{
    ballot_id ballot = polls_add(desk, content);
    polls_look(desk, ballot);
    polls_set(desk, ballot, BALLOT_OPEN);
    return ballot;
}

static void cast(struct desk *desk, seat_id seat, ballot_id ballot, const struct marks *marks)
{
    struct command *command = make(COMMAND_CAST_PAPER);
    bool by_school = desk->model->ballots[ballot].content.by_school;
    command->change.paper =
        (struct paper_change){.ballot = ballot,
                              .slot = by_school ? 0 : 1,
                              .school = by_school ? desk->model->seats[seat].school : 0,
                              .marks = *marks};
    obey(desk, seat, command);
}

void polls_cast(struct desk *desk, seat_id seat, ballot_id ballot, const int *marks)
{
    struct marks made = {0};
    for (int i = 0; marks[i] >= 0; i++)
        made.of[i] = (uint8_t)marks[i];
    cast(desk, seat, ballot, &made);
}

/* By a fixed rule, so that some options get much and some nothing. */
static void fill(struct marks *marks, enum method method, int voter)
{
    for (int i = 0; i < 10; i++) {
        int whim = (voter * 7 + i * i * 3) % 10;
        if (method == METHOD_DOTS)
            marks->of[i] = whim < 3 && i % 3 == voter % 3 ? 1 : 0;
        else if (method == METHOD_APPROVAL)
            marks->of[i] = whim < 5;
        else if (method == METHOD_RANKING)
            marks->of[i] = (uint8_t)(whim / 2 + 1);
        else
            marks->of[i] = MARK_SCORES(i % 5 + 1, (whim + i) % 3 + i / 4 + 1);
    }
    if (method == METHOD_DOTS)
        marks->of[9] = 1;
}

void polls_others(struct desk *desk, ballot_id ballot, int count)
{
    const struct ballot_content *content = &desk->model->ballots[ballot].content;
    for (int i = 0; i < count; i++) {
        struct marks marks = {0};
        fill(&marks, (enum method)content->method, i + 1);
        cast(desk, workday_other(desk, (school_id)(i % 8 + 1), "Somebody"), ballot, &marks);
    }
}

void polls_share(struct desk *desk, int people)
{
    struct command *command = make(COMMAND_SHARE_SEAT);
    command->change.seat = (struct seat_change){.seat = desk->seat, .people = (uint8_t)people};
    obey(desk, SEAT_KIOSK, command);
}

void polls_move_seat(struct desk *desk)
{
    struct command *command = make(COMMAND_ISSUE_CODE);
    command->change.code.kind = CODE_SEAT;
    command->change.code.seat = desk->seat;
    command->secret.length = CODE_LENGTH;
    memcpy(command->secret.bytes, "KTRM7XPA", CODE_LENGTH);
    obey(desk, SEAT_KIOSK, command);
    command = make(COMMAND_JOIN);
    command->change.join.code = desk->model->code_count;
    obey(desk, SEAT_KIOSK, command);
}

int polls_mark(const struct desk *desk, ballot_id ballot, int slot, int option)
{
    const struct own_paper_item *own = &desk->room->own_papers[ballot][slot];
    return own->cast ? own->marks.of[option - 1] : -1;
}

/* ---- the person at the desk ---- */

void polls_sit(struct desk *desk)
{
    workday_begin(desk);
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
    workday_go(desk, WORKDAY_NOTES);
}

ballot_id polls_open_usual(struct desk *desk, enum method method)
{
    struct ballot_content content = polls_content(method);
    polls_sit(desk);
    return polls_open(desk, &content);
}

void polls_letters(struct desk *desk, const char *keys)
{
    for (; *keys; keys++)
        desk_letter(desk, *keys, 0);
}

void polls_send(struct desk *desk)
{
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_ENTER, 0);
}

int polls_in_hand(const struct desk *desk, ballot_id ballot, int slot, int option)
{
    return desk->screens->vote.drafts[ballot][slot].marks.of[option - 1];
}
