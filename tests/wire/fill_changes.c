#include "wire/fill.h"
#include "wire/fill_content.h"

#include <string.h>

/* Found by the member's name, so that one function fills any */

static void fill_workshop(union change *c)
{
    memset(c->workshop.id, 0xFE, WORKSHOP_ID_SIZE);
    fill_visible(c->workshop.title, TITLE_VISIBLE);
    fill_text(c->workshop.pack, ID_SIZE);
    fill_text(c->workshop.agenda, ID_SIZE);
    fill_text(c->workshop.language, ID_SIZE);
    c->workshop.training = true;
}

static void fill_condition(union change *c)
{
    c->condition.condition = UINT16_MAX;
    fill_content(&c->condition.content);
}

static void fill_agenda(union change *c)
{
    c->agenda.item = UINT8_MAX;
    c->agenda.revision = UINT32_MAX;
    fill_agenda_item(&c->agenda.content);
}

static void fill_school(union change *c)
{
    c->school.school = UINT16_MAX;
    fill_visible(c->school.name, NAME_VISIBLE);
}

static void fill_join(union change *c)
{
    c->join.seat = c->join.code = c->join.school = UINT16_MAX;
    c->join.role = ROLE_COUNT - 1;
    c->join.speaks = true;
    memset(c->join.token_id, 0xFF, sizeof c->join.token_id);
    fill_visible(c->join.name, NAME_VISIBLE);
}

static void fill_seat(union change *c)
{
    c->seat.seat = c->seat.school = UINT16_MAX;
    c->seat.speaks = true;
    c->seat.group = c->seat.people = UINT8_MAX;
    fill_visible(c->seat.name, NAME_VISIBLE);
}

static void fill_code(union change *c)
{
    c->code.code = c->code.school = c->code.seat = UINT16_MAX;
    c->code.kind = UINT8_MAX;
}

static void fill_rating(union change *c)
{
    c->rating.school = c->rating.condition = UINT16_MAX;
    c->rating.side = UINT8_MAX;
    c->rating.revision = UINT32_MAX;
    fill_figure(&c->rating.figure);
    fill_visible(c->rating.with, NAME_VISIBLE);
}

static void fill_consent(union change *c)
{
    c->consent.school = UINT16_MAX;
    c->consent.scopes = c->consent.answer = UINT8_MAX;
}

static void fill_place(union change *c)
{
    c->place = (struct place){AGENDA_MAX, STEPS_MAX};
}

static void fill_timer(union change *c)
{
    c->timer.action = c->timer.item = UINT8_MAX;
    c->timer.running = true;
    c->timer.milliseconds = INT64_MIN;
}

static void fill_view(union change *c)
{
    fill_look(&c->view);
}

static void fill_setting(union change *c)
{
    c->setting.setting = UINT8_MAX;
    c->setting.on = true;
}

static void fill_board(union change *c)
{
    c->board.board = UINT8_MAX;
    fill_board_content(&c->board.content);
}

static void fill_question(union change *c)
{
    c->question.question = UINT8_MAX;
    fill_text(c->question.text, LINE_SIZE);
}

static void fill_board_set(union change *c)
{
    c->board_set.board = UINT8_MAX;
    c->board_set.state = BOARD_STATE_COUNT - 1;
    c->board_set.held = true;
}

static void fill_note(union change *c)
{
    struct note_change *n = &c->note;
    n->note = n->parent = n->other = UINT16_MAX;
    n->board = n->heading = n->group = UINT8_MAX;
    n->revision = UINT32_MAX;
    n->on = true;
    fill_visible(n->text, NOTE_VISIBLE);
    fill_visible(n->by, NAME_VISIBLE);
}

static void fill_slip(union change *c)
{
    c->slip.slip = c->slip.school = UINT16_MAX;
    c->slip.kind = SLIP_COUNT - 1;
    c->slip.subject = c->slip.value = UINT8_MAX;
}

static void fill_round(union change *c)
{
    c->round.kind = SLIP_COUNT - 1;
    c->round.subject = UINT8_MAX;
    c->round.state = ROUND_STATE_COUNT - 1;
}

static void fill_finding(union change *c)
{
    c->finding.kind = FINDING_COUNT - 1;
    c->finding.number = c->finding.rank = UINT8_MAX;
    c->finding.revision = UINT32_MAX;
    c->finding.hidden = c->finding.for_la = true;
    fill_visible(c->finding.text, NOTE_VISIBLE);
}

static void fill_action(union change *c)
{
    struct action_change *a = &c->action;
    a->action = a->other = UINT16_MAX;
    a->revision = UINT32_MAX;
    a->state = ACTION_STATE_COUNT - 1;
    a->progress = PROGRESS_COUNT - 1;
    a->earlier = a->on = a->sure = a->accepted = true;
    fill_action_content(&a->content);
    a->content.condition = a->content.school = a->content.owner_seat = a->content.owner_school =
        UINT16_MAX;
}

static void fill_ballot(union change *c)
{
    c->ballot.ballot = UINT8_MAX;
    c->ballot.revision = UINT32_MAX;
    fill_ballot_content(&c->ballot.content);
}

static void fill_ballot_set(union change *c)
{
    c->ballot_set.ballot = UINT8_MAX;
    c->ballot_set.state = BALLOT_STATE_COUNT - 1;
    c->ballot_set.option_count = OPTIONS_MAX;
    memset(c->ballot_set.things, 0xFF, sizeof c->ballot_set.things);
}

static void fill_ballot_reveal(union change *c)
{
    c->ballot_reveal.ballot = UINT8_MAX;
    fill_ballot_tally(&c->ballot_reveal.tally);
}

static void fill_paper(union change *c)
{
    c->paper.ballot = UINT8_MAX;
    c->paper.slot = c->paper.school = UINT16_MAX;
    c->paper.by_hand = true;
    memset(c->paper.marks.of, 0xFF, sizeof c->paper.marks.of);
}

static void fill_priorities(union change *c)
{
    fill_priorities_content(&c->priorities);
}

static void fill_review(union change *c)
{
    c->review.review = UINT8_MAX;
    c->review.day = UINT32_MAX;
    fill_visible(c->review.title, TITLE_VISIBLE);
}

static void fill_past(union change *c)
{
    c->past.review = UINT8_MAX;
    c->past.school = UINT16_MAX;
    fill_past_content(&c->past.past);
}

static void fill_character(union change *c)
{
    struct character_content *content = &c->character.content;
    c->character.character = UINT8_MAX;
    content->school = UINT16_MAX;
    fill_visible(content->name, NAME_VISIBLE);
    fill_visible(content->who, NOTE_VISIBLE);
    fill_visible(content->wants, NOTE_VISIBLE);
    fill_visible(content->unsaid, NOTE_VISIBLE);
}

static void fill_play(union change *c)
{
    c->play = (struct play_change){UINT8_MAX, true, true, UINT16_MAX, UINT32_MAX};
}

static void fill_moment(union change *c)
{
    c->moment.moment = UINT8_MAX;
    fill_visible(c->moment.title, TITLE_VISIBLE);
}

static void fill_conduct(union change *c)
{
    c->conduct = (struct conduct_change){CONDUCT_COUNT - 1, UINT8_MAX};
}

static void fill_replan(union change *c)
{
    c->replan.item = UINT8_MAX;
    c->replan.minutes = INT16_MIN;
    c->replan.revision = UINT32_MAX;
}

static void fill_undo(union change *c)
{
    c->undo.serial = UINT32_MAX;
}

typedef void filler(union change *);
static filler *const event_fillers[EVENT_COUNT] = {
#define X(name, word, member) [EVENT_##name] = fill_##member,
    EVENT_LIST(X)
#undef X
};
static filler *const command_fillers[COMMAND_COUNT] = {
#define X(name, word, member, who) [COMMAND_##name] = fill_##member,
    COMMAND_LIST(X)
#undef X
};

void fill_event_body(union change *change, enum event_kind kind)
{
    event_fillers[kind](change);
}

void fill_command_body(union change *change, enum command_kind kind)
{
    command_fillers[kind](change);
}

bool fill_is_for_clients(enum command_kind kind)
{
    enum { KIOSK, FACILITATOR, SEAT };
    static const uint8_t who_may[COMMAND_COUNT] = {
#define X(name, word, member, who) [COMMAND_##name] = who,
        COMMAND_LIST(X)
#undef X
    };
    return who_may[kind] != KIOSK;
}

bool fill_cannot_be_empty(enum event_kind kind)
{
    filler *f = event_fillers[kind];
    return f == fill_condition || f == fill_agenda || f == fill_board;
}
