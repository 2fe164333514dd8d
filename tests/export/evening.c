#include "export/evening.h"

#include <stdio.h>

#include "base/day.h"
#include "model/plan.h"
#include "testing.h"

const int64_t evening_held_ms = INT64_C(1795341600000), evening_now_ms = INT64_C(1795354200000);

static void ask(struct bench *b, seat_id seat, struct command command)
{
    enum refusal refusal = bench_ask(b, seat, command);
    if (refusal != REFUSAL_NONE)
        fail_msg("%s: %s", command_word(command.kind), refusal_text(refusal));
}

static void add_evaluation(struct bench *b)
{
    struct command c = {.kind = COMMAND_ADD_AGENDA_ITEM};
    struct agenda_item *item = &c.change.agenda.content;
    strcpy(item->title, "Close");
    strcpy(item->objectives[0], "seen where we stand");
    strcpy(item->objectives[1], "chosen what comes first, together");
    item->objective_count = 2;
    item->step_count = 1;
    item->steps[0].stage = STAGE_EVALUATION;
    ask(b, SEAT_KIOSK, c);
}

/* ---- schools and ratings ---- */

static const char *const names[] = {
    "Ashby", "Birch, St Mary's", "Castle \"Upper\"", "=Dene", "Élan", "Fern"};

enum { SCHOOLS = sizeof names / sizeof *names };

static void add_schools(struct bench *b, unsigned consents)
{
    for (unsigned i = 0; i < SCHOOLS; i++)
        bench_school(b, names[i]);
    for (school_id s = 1; consents && s <= SCHOOLS; s++)
        ask(b, SEAT_KIOSK, ask_consent(s, consents, ANSWER_YES));
}

/* The last school's last rating is only proposed, and one is not there. */
static void rate(struct bench *b, condition_id condition, school_id school)
{
    bool proposed = condition == 3 && school == SCHOOLS;
    struct command c = {.kind = proposed ? COMMAND_RATE : COMMAND_AGREE_IN_PERSON};
    struct rating_change *rating = &c.change.rating;
    rating->condition = condition;
    rating->school = school;
    rating->figure.now = (uint8_t)(condition == 3 ? 1 + school % 3 : 2 + (condition + school) % 8);
    rating->figure.target = (uint8_t)(rating->figure.now + 1);
    rating->figure.months = (uint8_t)(6 * condition);
    snprintf(rating->figure.note, NOTE_SIZE, "%s %u, \"%u\"", MARK_NOTE, condition, school);
    if (!proposed)
        snprintf(rating->with, NAME_SIZE, "%s %u", MARK_WITH, school);
    if (condition != 2 || school != 5)
        ask(b, SEAT_KIOSK, c);
}

/* ---- what was said ---- */

static void talk(struct bench *b, const seat_id people[3])
{
    uint8_t open = bench_board(b, 2, false, false), held = bench_board(b, 1, true, false);
    uint8_t personal = bench_board(b, 1, false, true);
    struct command signed_note = ask_add_note(open, 2, "+1 club, for \"all\"");
    strcpy(signed_note.change.note.by, "Ann");
    bench_set_board(b, open, BOARD_OPEN);
    bench_set_board(b, held, BOARD_OPEN);
    bench_set_board(b, personal, BOARD_OPEN);
    ask(b, people[0], ask_add_note(open, 1, "More time, more space"));
    ask(b, people[0], signed_note);
    ask(b, people[1], ask_add_note(held, 1, MARK_HELD));
    ask(b, people[1], ask_add_note(personal, 1, MARK_PERSONAL));
    struct command star = ask_note(b, COMMAND_STAR_NOTE, 1);
    star.change.note.on = true;
    ask(b, SEAT_KIOSK, star);
    struct command reply = ask_add_note(open, 1, "Use the hall");
    reply.change.note.parent = 1;
    ask(b, people[2], reply);
    bench_set_board(b, personal, BOARD_CLOSED);
}

static void find(struct bench *b)
{
    ask(b, SEAT_KIOSK,
        ask_finding(COMMAND_WORD_FINDING, FINDING_ADDED, 0, 0, "@all: *measure* it"));
    ask(b, SEAT_KIOSK, ask_finding(COMMAND_WORD_FINDING, FINDING_ADDED, 0, 0, MARK_HIDDEN));
    struct command hide = ask_finding(COMMAND_SET_FINDING, FINDING_ADDED, 2, 0, "");
    hide.change.finding.hidden = true;
    ask(b, SEAT_KIOSK, hide);
    struct command to_la = ask_finding(COMMAND_SET_FINDING, FINDING_ADDED, 1, 0, "");
    to_la.change.finding.for_la = true;
    ask(b, SEAT_KIOSK, to_la);
    ask(b, SEAT_KIOSK,
        ask_finding(COMMAND_ANSWER_FINDING, FINDING_ADDED, 1, 0, "We will send somebody."));
}

/* ---- votes ---- */

static void vote(struct bench *b, const seat_id people[3])
{
    ballot_id secret = bench_ballot(b, ask_add_ballot(METHOD_DOTS, 0));
    ask(b, people[0], ask_paper(secret, 1, 0, "012"));
    ask(b, people[1], ask_paper(secret, 1, 0, "102"));
    ask(b, people[2], ask_paper(secret, 1, 0, "111"));
    ask(b, SEAT_KIOSK, ask_paper(secret, 0, 4, "021"));
    ask(b, SEAT_KIOSK, ask_set_ballot(secret, BALLOT_CLOSED));
    ask(b, SEAT_KIOSK, ask_set_ballot(secret, BALLOT_REVEALED));
    struct command named = ask_add_ballot(METHOD_APPROVAL, 3);
    strcpy(named.change.ballot.content.question, "Which day suits you?");
    strcpy(named.change.ballot.content.texts[0], "-Mondays");
    named.change.ballot.content.by_school = named.change.ballot.content.named = true;
    ballot_id days = bench_ballot(b, named);
    ask(b, people[0], ask_paper(days, 0, 1, "101"));
    ask(b, SEAT_KIOSK, ask_paper(days, 0, 3, "100"));
    ask(b, SEAT_KIOSK, ask_set_ballot(days, BALLOT_CLOSED));
    ask(b, SEAT_KIOSK, ask_set_ballot(days, BALLOT_REVEALED));
    struct command first = {.kind = COMMAND_SET_PRIORITIES};
    first.change.priorities =
        (struct priorities_change){.ballot = secret, .count = 1, .list = {{.condition = 3}}};
    ask(b, SEAT_KIOSK, first);
}

/* ---- actions ---- */

static action_id adopt(struct bench *b, struct command add)
{
    ask(b, SEAT_KIOSK, add);
    action_id id = b->model->action_count;
    if (b->model->actions[id].state == ACTION_WAITING)
        ask(b, SEAT_KIOSK, plan_set(id, ACTION_PROPOSED));
    ask(b, SEAT_KIOSK, plan_set(id, ACTION_ADOPTED));
    return id;
}

static struct command an_action(const char *text, enum action_level level, struct day_date due)
{
    struct command c = plan_add(ACTION_WAITING, text);
    struct action_content *content = &c.change.action.content;
    content->condition = 3;
    content->months = 0;
    content->level = (uint8_t)level;
    content->due = day_number(due);
    c.change.action.sure = true;
    return c;
}

static void plan(struct bench *b, const seat_id people[3])
{
    struct command bid = an_action("=One bid; for all, with \\ and \"quotes\" and *stars* [x](y)",
                                   ACTION_LEVEL_CLUSTER, (struct day_date){2027, 1, 31});
    bid.change.action.content.owner = OWNER_NAME;
    strcpy(bid.change.action.content.owner_name, "Sam, of Fern");
    strcpy(bid.change.action.content.measure,
           "Ein gemeinsamer Antrag für alle Schulen – größer, früher, schöner – liegt vor und ist "
           "von allen gelesen");
    adopt(b, bid);
    struct command hall =
        an_action("Open the hall on Fridays", ACTION_LEVEL_SCHOOL, (struct day_date){0});
    hall.change.action.content.school = 1;
    hall.change.action.content.owner = OWNER_SCHOOL;
    hall.change.action.content.owner_school = 1;
    adopt(b, hall);
    adopt(b, an_action("1. A shared model", ACTION_LEVEL_LA, (struct day_date){2026, 12, 24}));
    ask(b, people[0], an_action(MARK_WAITING, ACTION_LEVEL_CLUSTER, (struct day_date){0}));
    ask(b, SEAT_KIOSK, an_action(MARK_MERGED, ACTION_LEVEL_CLUSTER, (struct day_date){0}));
    action_id part = b->model->action_count;
    if (b->model->actions[part].state == ACTION_WAITING)
        ask(b, SEAT_KIOSK, plan_set(part, ACTION_PROPOSED));
    ask(b, SEAT_KIOSK, plan_merge(part, 1));
    ask(b, SEAT_KIOSK, ask_action(COMMAND_ADD_ACTION, 0, 2, 0, MARK_OWN));
}

/* ---- before and after ---- */

static void look_back(struct bench *b)
{
    struct command review = {.kind = COMMAND_ADD_REVIEW};
    review.change.review.day = day_number((struct day_date){2025, 11, 20});
    strcpy(review.change.review.title, "Our first review");
    ask(b, SEAT_KIOSK, review);
    for (school_id s = 1; s <= 5; s++) {
        struct command past = {.kind = COMMAND_ADD_PAST};
        past.change.past.review = 1;
        past.change.past.school = s;
        past.change.past.past.now[1] = (uint8_t)s;
        past.change.past.past.target[1] = (uint8_t)(s + 2);
        ask(b, SEAT_KIOSK, past);
    }
}

static void look_at_the_day(struct bench *b, const seat_id people[3])
{
    ask(b, SEAT_KIOSK, ask_go(4, 1));
    ask(b, SEAT_KIOSK, ask_round(SLIP_OBJECTIVE, 1, ROUND_OPEN));
    for (unsigned i = 0; i < 3; i++) {
        ask(b, people[i], ask_slip(SLIP_OBJECTIVE, 1, 0, (uint8_t)(1 + i % 2)));
        ask(b, people[i], ask_slip(SLIP_OBJECTIVE, 2, 0, 3));
    }
    ask(b, SEAT_KIOSK, ask_round(SLIP_OBJECTIVE, 1, ROUND_SHOWN));
}

void evening_fill(struct bench *b, unsigned consents)
{
    seat_id people[3];
    bench_open_workshop(b);
    b->now_ms = evening_held_ms;
    memcpy(b->model->title, "Riverside, = in autumn", sizeof "Riverside, = in autumn");
    add_evaluation(b);
    add_schools(b, consents);
    for (condition_id c = 1; c <= 3; c++)
        for (school_id s = 1; s <= SCHOOLS; s++)
            rate(b, c, s);
    for (unsigned i = 0; i < 3; i++) {
        people[i] = bench_join(b, CODE_SCHOOL, (school_id)(i + 1));
        ask(b, people[i], ask_seat(COMMAND_NAME_SEAT, people[i], 0, false, i ? MARK_SEAT : "Ann"));
    }
    talk(b, people);
    find(b);
    vote(b, people);
    plan(b, people);
    look_back(b);
    look_at_the_day(b, people);
}
