#include "model/bench.h"

#include <stdio.h>
#include <string.h>

struct command ask_add_ballot(enum method method, unsigned typed)
{
    struct command c = {.kind = COMMAND_ADD_BALLOT};
    struct ballot_content *content = &c.change.ballot.content;
    strcpy(content->question, "What shall we do first?");
    content->method = (uint8_t)method;
    content->about = typed ? ABOUT_TYPED : ABOUT_CONDITIONS;
    content->option_count = (uint8_t)typed;
    for (unsigned i = 0; i < typed; i++)
        snprintf(content->texts[i], NAME_SIZE, "Option %u", i + 1);
    if (method == METHOD_DOTS) {
        content->budget = 3;
        content->limit = 2;
    }
    if (method == METHOD_SCORES) {
        strcpy(content->criteria[0], "impact");
        strcpy(content->criteria[1], "effort");
    }
    return c;
}

struct command ask_set_ballot(ballot_id ballot, enum ballot_state state)
{
    return (struct command){.kind = COMMAND_SET_BALLOT,
                            .change.ballot_set = {.ballot = ballot, .state = (uint8_t)state}};
}

ballot_id bench_ballot(struct bench *b, struct command add)
{
    bench_must(b, SEAT_KIOSK, add);
    bench_must(b, SEAT_KIOSK, ask_set_ballot(b->model->ballot_count, BALLOT_OPEN));
    return b->model->ballot_count;
}

struct command ask_paper(ballot_id ballot, uint16_t slot, school_id school, const char *marks)
{
    struct command c = {.kind = COMMAND_CAST_PAPER};
    c.change.paper = (struct paper_change){.ballot = ballot, .slot = slot, .school = school};
    for (unsigned i = 0; marks[i] && i < OPTIONS_MAX; i++)
        c.change.paper.marks.of[i] = (uint8_t)(marks[i] - '0');
    return c;
}

struct command ask_withdraw(ballot_id ballot, uint16_t slot, school_id school)
{
    struct command c = ask_paper(ballot, slot, school, "");
    c.kind = COMMAND_WITHDRAW_PAPER;
    return c;
}

struct command ask_share(seat_id seat, uint8_t people)
{
    return (struct command){.kind = COMMAND_SHARE_SEAT,
                            .change.seat = {.seat = seat, .people = people}};
}
