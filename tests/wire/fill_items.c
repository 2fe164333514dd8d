#include "wire/fill.h"
#include "wire/fill_content.h"

#include "analysis/summary.h"
#include "model/model.h"

#include <string.h>

static void fill_talk(struct talk_item *t)
{
    t->settled = true;
    t->agreed_ms = INT64_MAX;
    fill_figure(&t->agreed);
    fill_text(t->agreed_with, NAME_SIZE);
    for (int side = 0; side < SIDE_COUNT; side++) {
        t->proposals[side].revision = UINT32_MAX;
        fill_figure(&t->proposals[side].figure);
    }
}

void fill_summary(struct summary_item *s)
{
    *s = (struct summary_item){.counted = SCHOOLS_MAX,
                               .of = SCHOOLS_MAX,
                               .has_figures = true,
                               .total = SCHOOLS_MAX * RATING_MAX,
                               .average = RATING_MAX * 10,
                               .band = BAND_COUNT - 1,
                               .target_counted = SCHOOLS_MAX,
                               .target_average = RATING_MAX * 10,
                               .target_band = BAND_COUNT - 1};
    for (int v = 1; v <= RATING_MAX; v++)
        s->spread[v] = SCHOOLS_MAX;
}

static void fill_workshop_item(struct workshop_item *w)
{
    fill_text(w->title, TITLE_SIZE);
    fill_text(w->language, ID_SIZE);
    w->school_count = SCHOOLS_MAX;
    w->condition_count = CONDITIONS_MAX;
    w->item_count = AGENDA_MAX;
    w->board_count = BOARDS_MAX;
    w->question_count = QUESTIONS_MAX;
    w->plan_revision = UINT32_MAX;
    w->waiting = UINT16_MAX;
    w->day = UINT32_MAX;
    w->hide_timers = w->room_named = w->named = w->count_proposed = w->closed = true;
}

static void fill_seat_item(struct seat_item *s)
{
    s->role = ROLE_COUNT - 1;
    s->presence = PRESENCE_COUNT - 1;
    s->speaks = true;
    s->group = GROUPS_MAX;
    s->people = LAPTOP_MAX;
    s->school = SCHOOLS_MAX;
    fill_text(s->name, NAME_SIZE);
}

static void fill_code_item(struct code_item *c)
{
    c->kind = CODE_KIND_COUNT - 1;
    c->school = SCHOOLS_MAX;
    c->seat = SEATS_MAX;
    fill_text(c->symbols, CODE_LENGTH + 1);
}

static void fill_me(struct me_item *m)
{
    m->seat = SEATS_MAX;
    m->role = ROLE_COUNT - 1;
    m->speaks = true;
    m->group = GROUPS_MAX;
    m->people = LAPTOP_MAX;
    m->school = SCHOOLS_MAX;
    fill_text(m->name, NAME_SIZE);
}

static void fill_kiosk(struct kiosk_item *k)
{
    fill_text(k->address, ADDRESS_SIZE);
    fill_text(k->trouble, TROUBLE_SIZE);
    k->port = UINT16_MAX;
    memset(k->settings, true, SETTING_COUNT);
}

static void fill_board_item(struct board_item *b)
{
    b->state = BOARD_STATE_COUNT - 1;
    b->held = true;
    b->notes = b->waiting = UINT16_MAX;
    fill_board_content(&b->content);
}

static void fill_note_item(struct note_item *n)
{
    n->board = BOARDS_MAX;
    n->heading = HEADINGS_MAX;
    n->state = NOTE_STATE_COUNT - 1;
    n->starred = true;
    n->group = GROUPS_MAX;
    n->parent = n->merged = NOTES_MAX;
    n->order = UINT16_MAX;
    n->revision = UINT32_MAX;
    fill_text(n->text, NOTE_SIZE);
    fill_text(n->by, NAME_SIZE);
}

static void fill_own_note(struct own_note_item *n)
{
    n->board = BOARDS_MAX;
    n->heading = HEADINGS_MAX;
    n->state = NOTE_STATE_COUNT - 1;
    n->parent = NOTES_MAX;
    n->revision = UINT32_MAX;
    fill_text(n->text, NOTE_SIZE);
}

static void fill_tally(struct tally_item *t)
{
    t->count = UINT16_MAX;
    for (int v = 1; v <= RATING_MAX; v++)
        t->values[v] = UINT16_MAX;
    t->median = 2 * RATING_MAX;
    t->differs = true;
}

static void fill_finding_item(struct finding_item *f)
{
    f->hidden = f->for_la = true;
    f->rank = UINT8_MAX;
    f->revision = f->answer_revision = UINT32_MAX;
    fill_text(f->text, NOTE_SIZE);
    fill_text(f->answer, NOTE_SIZE);
}

static void fill_action_item(struct action_item *a)
{
    a->state = ACTION_STATE_COUNT - 1;
    a->progress = PROGRESS_COUNT - 1;
    a->earlier = a->accepted = a->declined = true;
    a->merged = ACTIONS_MAX;
    a->supports = a->proposer = UINT16_MAX;
    a->revision = UINT32_MAX;
    fill_action_content(&a->content);
}

static void fill_own_action(struct own_action_item *a)
{
    a->proposed = a->asked = a->supported = true;
    a->state = ACTION_STATE_COUNT - 1;
    a->revision = UINT32_MAX;
    fill_action_content(&a->content);
}

static void fill_ballot_item(struct ballot_item *b)
{
    b->state = BALLOT_STATE_COUNT - 1;
    b->revision = UINT32_MAX;
    fill_ballot_content(&b->content);
}

static void fill_named_paper(struct named_paper_item *n)
{
    n->ballot = BALLOTS_MAX;
    n->by_hand = true;
    n->slot = UINT16_MAX;
    n->school = SCHOOLS_MAX;
    fill_text(n->name, NAME_SIZE);
    memset(n->marks.of, 0xFF, sizeof n->marks.of);
}

/* The largest key of each kind. */
static const struct {
    uint16_t a, b;
} keys[ITEM_COUNT] = {
    [ITEM_CONDITION] = {CONDITIONS_MAX, 0},
    [ITEM_AGENDA_ITEM] = {AGENDA_MAX, 0},
    [ITEM_SCHOOL] = {SCHOOLS_MAX, 0},
    [ITEM_CELL] = {CONDITIONS_MAX, SCHOOLS_MAX},
    [ITEM_TALK] = {CONDITIONS_MAX, SCHOOLS_MAX},
    [ITEM_SUMMARY] = {CONDITIONS_MAX, 0},
    [ITEM_PROGRESS] = {SCHOOLS_MAX, 0},
    [ITEM_CONSENT] = {SCHOOLS_MAX, 0},
    [ITEM_SEAT] = {SEATS_MAX, 0},
    [ITEM_CODE] = {CODES_MAX, 0},
    [ITEM_BOARD] = {BOARDS_MAX, 0},
    [ITEM_QUESTION] = {QUESTIONS_MAX, 0},
    [ITEM_NOTE] = {NOTES_MAX, 0},
    [ITEM_OWN_NOTE] = {NOTES_MAX, 0},
    [ITEM_ROUND] = {SLIP_COUNT - 1, 0},
    [ITEM_TALLY] = {SLIP_COUNT - 1, CONDITIONS_MAX},
    [ITEM_READINGS] = {CONDITIONS_MAX, SCHOOLS_MAX},
    [ITEM_MISSING] = {SCHOOLS_MAX, 0},
    [ITEM_OWN_SLIP] = {SLIP_COUNT - 1, CONDITIONS_MAX},
    [ITEM_FINDING] = {FINDING_COUNT - 1, CONDITIONS_MAX},
    [ITEM_ACTION] = {ACTIONS_MAX, 0},
    [ITEM_BALLOT] = {BALLOTS_MAX, 0},
    [ITEM_TURNOUT] = {BALLOTS_MAX, SCHOOLS_MAX},
    [ITEM_BALLOT_TALLY] = {BALLOTS_MAX, 0},
    [ITEM_OWN_PAPER] = {BALLOTS_MAX, LAPTOP_MAX},
    [ITEM_NAMED_PAPER] = {PAPERS_MAX, 0},
    [ITEM_OWN_ACTION] = {ACTIONS_MAX, 0},
    [ITEM_REVIEW] = {REVIEWS_MAX, 0},
    [ITEM_PAST] = {REVIEWS_MAX, SCHOOLS_MAX},
    [ITEM_OWN_PAST] = {REVIEWS_MAX, SCHOOLS_MAX},
    [ITEM_PAST_SUMMARY] = {REVIEWS_MAX, CONDITIONS_MAX},
    [ITEM_CHARACTER] = {CHARACTERS_MAX, 0},
    [ITEM_CARD] = {CHARACTERS_MAX, 0},
    [ITEM_MOMENT] = {MOMENTS_MAX, 0},
};

void fill_item(struct item *i, enum item_kind kind)
{
    i->key = (struct item_key){(uint8_t)kind, keys[kind].a, keys[kind].b};
    switch (kind) {
    case ITEM_WORKSHOP:
        fill_workshop_item(&i->body.workshop);
        break;
    case ITEM_CONDITION:
        fill_content(&i->body.condition);
        break;
    case ITEM_AGENDA_ITEM:
        fill_agenda_item(&i->body.agenda_item);
        break;
    case ITEM_PLACE:
        i->body.place = (struct place){AGENDA_MAX, STEPS_MAX};
        break;
    case ITEM_TIMER:
        i->body.timer = (struct timer_item){true, true, TIME_MOST_MS, -TIME_MOST_MS, 1};
        break;
    case ITEM_VIEW:
        fill_look(&i->body.view);
        break;
    case ITEM_SCHOOL:
        fill_text(i->body.school.name, NAME_SIZE);
        i->body.school.here = i->body.school.away = i->body.school.people = SEATS_MAX;
        break;
    case ITEM_CELL:
        i->body.cell = (struct cell_item){RATING_AGREED, RATING_MAX, RATING_MAX, MONTHS_MAX};
        break;
    case ITEM_TALK:
        fill_talk(&i->body.talk);
        break;
    case ITEM_SUMMARY:
        fill_summary(&i->body.summary);
        break;
    case ITEM_REVIEW:
        i->body.review.day = UINT32_MAX;
        fill_text(i->body.review.title, TITLE_SIZE);
        break;
    case ITEM_PAST:
        fill_past_content(&i->body.past);
        break;
    case ITEM_OWN_PAST:
        fill_past_content(&i->body.own_past);
        break;
    case ITEM_PAST_SUMMARY:
        fill_summary(&i->body.past_summary);
        break;
    case ITEM_CHARACTER:
        i->body.character = (struct character_item){SCHOOLS_MAX, true,      true,       true,
                                                    SEATS_MAX,   SEATS_MAX, UINT32_MAX, ""};
        fill_text(i->body.character.name, NAME_SIZE);
        break;
    case ITEM_CARD:
        fill_text(i->body.card.who, NOTE_SIZE);
        fill_text(i->body.card.wants, NOTE_SIZE);
        fill_text(i->body.card.unsaid, NOTE_SIZE);
        break;
    case ITEM_MOMENT:
        fill_text(i->body.moment.title, TITLE_SIZE);
        break;
    case ITEM_CONDUCTING:
        i->body.conducting =
            (struct conducting_item){true, PACE_MOST, UINT32_MAX, UINT32_MAX, MOMENTS_MAX};
        break;
    case ITEM_PROGRESS:
        i->body.progress = (struct progress_item){UINT16_MAX, UINT16_MAX, UINT16_MAX};
        break;
    case ITEM_CONSENT:
        memset(i->body.consent.answers, ANSWER_COUNT - 1, SCOPE_COUNT);
        break;
    case ITEM_SEAT:
        fill_seat_item(&i->body.seat);
        break;
    case ITEM_CODE:
        fill_code_item(&i->body.code);
        break;
    case ITEM_ME:
        fill_me(&i->body.me);
        break;
    case ITEM_KIOSK:
        fill_kiosk(&i->body.kiosk);
        break;
    case ITEM_BOARD:
        fill_board_item(&i->body.board);
        break;
    case ITEM_QUESTION:
        fill_text(i->body.question.text, LINE_SIZE);
        break;
    case ITEM_NOTE:
        fill_note_item(&i->body.note);
        break;
    case ITEM_OWN_NOTE:
        fill_own_note(&i->body.own_note);
        break;
    case ITEM_ROUND:
        i->body.round =
            (struct round_item){CONDITIONS_MAX, ROUND_STATE_COUNT - 1, UINT16_MAX, UINT16_MAX};
        break;
    case ITEM_TALLY:
        fill_tally(&i->body.tally);
        break;
    case ITEM_READINGS:
        fill_tally(&i->body.readings);
        break;
    case ITEM_MISSING:
        i->body.missing.count = UINT16_MAX;
        break;
    case ITEM_OWN_SLIP:
        i->body.own_slip.value = RATING_MAX;
        break;
    case ITEM_FINDING:
        fill_finding_item(&i->body.finding);
        break;
    case ITEM_ACTION:
        fill_action_item(&i->body.action);
        break;
    case ITEM_OWN_ACTION:
        fill_own_action(&i->body.own_action);
        break;
    case ITEM_BALLOT:
        fill_ballot_item(&i->body.ballot);
        break;
    case ITEM_TURNOUT:
        i->body.turnout = (struct turnout_item){UINT16_MAX, UINT16_MAX, UINT16_MAX, UINT16_MAX};
        break;
    case ITEM_BALLOT_TALLY:
        fill_ballot_tally(&i->body.ballot_tally);
        break;
    case ITEM_OWN_PAPER:
        i->body.own_paper.cast = i->body.own_paper.hidden = true;
        memset(i->body.own_paper.marks.of, 0xFF, OPTIONS_MAX);
        break;
    case ITEM_NAMED_PAPER:
        fill_named_paper(&i->body.named_paper);
        break;
    case ITEM_PRIORITIES:
        fill_priorities_content(&i->body.priorities);
        break;
    case ITEM_UNDO:
        i->body.undo =
            (struct undo_item){UINT32_MAX, UINT32_MAX, UNDOABLE_COUNT - 1, UNDOABLE_COUNT - 1};
        break;
    case ITEM_COUNT:
        break;
    }
}

void fill_least_item(struct item *i, enum item_kind kind)
{
    i->key = (struct item_key){(uint8_t)kind, keys[kind].a != 0, keys[kind].b != 0};
    if (kind == ITEM_CONDITION)
        i->body.condition.name[0] = 'c';
    if (kind == ITEM_AGENDA_ITEM)
        i->body.agenda_item.step_count = 1;
    if (kind == ITEM_BOARD)
        i->body.board.content.heading_count = 1;
}
