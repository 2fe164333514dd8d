#include "model/driver.h"

#include "testing.h"

#include <stdio.h>

/* splitmix64 */
static uint64_t draw(struct driver *d)
{
    uint64_t z = d->random += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

uint32_t driver_pick(struct driver *d, uint32_t below)
{
    return (uint32_t)(draw(d) % below);
}

void driver_start(struct driver *d, struct bench *bench, uint64_t seed)
{
    *d = (struct driver){.bench = bench, .random = seed};
}

uint16_t driver_id(struct driver *d, unsigned count)
{
    uint32_t dice = driver_pick(d, 40);
    if (dice == 0)
        return (uint16_t)draw(d);
    if (dice == 1)
        return (uint16_t)(count + 1);
    return (uint16_t)(count ? 1 + driver_pick(d, count) : 0);
}

uint8_t driver_number(struct driver *d, uint32_t least, uint32_t most)
{
    return (uint8_t)(driver_pick(d, 30) ? least + driver_pick(d, most - least + 1) : draw(d));
}

static void fill_rating(struct driver *d, struct command *c, seat_id seat)
{
    const struct model *m = d->bench->model;
    condition_id condition = driver_id(d, m->condition_count);
    school_id own = seat <= m->seat_count ? m->seats[seat].school : 0;
    school_id school = own && driver_pick(d, 10) ? own : driver_id(d, m->school_count);
    *c = ask_figure(c->kind, condition, school, driver_number(d, 1, RATING_MAX));
    struct rating_change *r = &c->change.rating;
    if (driver_pick(d, 2))
        r->figure.target =
            driver_number(d, r->figure.now < RATING_MAX ? r->figure.now : RATING_MAX, RATING_MAX);
    if (r->figure.target && driver_pick(d, 2))
        r->figure.months = driver_number(d, 1, MONTHS_MAX);
    r->side = (uint8_t)draw(d);
    if (c->kind == COMMAND_AGREE && model_has_condition(m, condition) &&
        model_has_school(m, school))
        r->revision = m->ratings[condition][school].revision - (driver_pick(d, 6) == 0);
}

static void fill_code(struct driver *d, struct command *c)
{
    const struct model *m = d->bench->model;
    enum code_kind kind = (enum code_kind)driver_pick(d, CODE_KIND_COUNT);
    *c = ask_code(kind, kind == CODE_SCHOOL ? driver_id(d, m->school_count) : 0,
                  kind == CODE_SEAT ? driver_id(d, m->seat_count) : 0);
    if (driver_pick(d, 30) == 0)
        c->change.code.kind = (uint8_t)draw(d);
}

/* Few schools stay without an answer, so that names come and go. */
static void fill_consent(struct driver *d, struct command *c)
{
    const struct model *m = d->bench->model;
    static const uint8_t answers[] = {ANSWER_YES, ANSWER_YES, ANSWER_YES, ANSWER_YES,
                                      ANSWER_YES, ANSWER_YES, ANSWER_NO,  ANSWER_NONE};
    *c = ask_consent(driver_id(d, m->school_count), driver_number(d, 1, 7),
                     (enum answer)answers[driver_pick(d, sizeof answers)]);
    if (driver_pick(d, 30) == 0)
        c->change.consent.answer = (uint8_t)draw(d);
}

static void fill_time(struct driver *d, struct command *c)
{
    int64_t ms = driver_pick(d, 20) ? (int64_t)driver_pick(d, 600000) - 300000 : (int64_t)draw(d);
    *c = ask_time((enum timer_action)driver_number(d, 0, TIMER_ACTION_COUNT - 1), ms);
}

/* An id, mostly of what is there, with the revision that it has, now and then an older one. */
static void fill_note(struct driver *d, struct command *c, seat_id seat)
{
    const struct model *m = d->bench->model;
    struct note_change *n = &c->change.note;
    note_id own = seat <= m->seat_count ? m->seats[seat].own_note : 0;
    n->note = own && driver_pick(d, 2) ? own : driver_id(d, m->note_count);
    n->board = driver_number(d, 1, m->board_count);
    n->heading = driver_number(d, 1, 3);
    for (int tries = 0; tries < 12 && c->kind != COMMAND_ADD_NOTE; tries++) {
        n->other = driver_pick(d, 6) ? driver_id(d, m->note_count) : 0;
        if (n->note <= m->note_count && n->other <= m->note_count &&
            m->notes[n->other].board == m->notes[n->note].board)
            break;
    }
    n->parent =
        c->kind == COMMAND_ADD_NOTE && driver_pick(d, 4) == 0 ? driver_id(d, m->note_count) : 0;
    if (c->kind == COMMAND_MOVE_NOTE && driver_pick(d, 2))
        n->other = 0;
    n->group = driver_number(d, 0, 9);
    n->on = driver_pick(d, 2);
    if (n->note <= m->note_count) {
        const struct note *note = &m->notes[n->note];
        bool writer = note->author.seat == seat && seat != SEAT_KIOSK;
        n->revision = (writer ? note->edits : note->revision) - (driver_pick(d, 8) == 0);
    }
    if (driver_pick(d, 30))
        snprintf(n->text, NOTE_SIZE, "idea of %04u, number %u", seat, driver_pick(d, 50));
    if (driver_pick(d, 5) == 0)
        strcpy(n->by, "somebody");
}

static void fill_agenda(struct driver *d, struct command *c)
{
    const struct model *m = d->bench->model;
    struct agenda_change *a = &c->change.agenda;
    a->item = driver_pick(d, 2) ? m->place.item : driver_number(d, 1, m->item_count);
    a->content = m->items[a->item <= m->item_count ? a->item : 1];
    a->revision = m->plan_revision - (driver_pick(d, 8) == 0);
    a->content.start = (uint16_t)driver_pick(d, MINUTES_OF_DAY + 200);
    a->content.minutes = (uint16_t)driver_pick(d, 60);
    unsigned step = driver_pick(d, STEPS_MAX);
    a->content.steps[step].minutes = (uint16_t)driver_pick(d, 3);
    a->content.steps[step].stage = driver_number(d, 0, STAGE_COUNT - 1);
    a->content.steps[step].subject = driver_number(d, 1, 3);
    if (driver_pick(d, 2))
        a->content.step_count = driver_number(d, 1, 3);
}

/* Mostly the step that is the newest. */
static void fill_undo(struct driver *d, struct command *c)
{
    *c = ask_undo(d->bench, c->kind == COMMAND_REDO);
    if (driver_pick(d, 20) == 0)
        c->change.undo.serial--;
}

/* What the facilitator does with boards and the agenda, and what people write. */
static void fill_more(struct driver *d, struct command *c, seat_id seat)
{
    const struct model *m = d->bench->model;
    switch (c->kind) {
    case COMMAND_REOPEN:
        fill_rating(d, c, seat);
        break;
    case COMMAND_ADD_BOARD:
        c->change.board.content.heading_count = driver_number(d, 1, HEADINGS_MAX);
        break;
    case COMMAND_ADD_QUESTION:
        strcpy(c->change.question.text, "Have you ever seen this?");
        break;
    case COMMAND_SET_BOARD: /* mostly open */
        *c = ask_board(driver_number(d, 1, m->board_count),
                       driver_pick(d, 5) ? BOARD_OPEN : (enum board_state)driver_number(d, 0, 2),
                       driver_pick(d, 2));
        break;
    case COMMAND_GROUP_SEAT:
        *c =
            ask_seat(c->kind, driver_pick(d, 2) ? seat : driver_id(d, m->seat_count), 0, false, "");
        c->change.seat.group = driver_number(d, 0, GROUPS_MAX);
        break;
    case COMMAND_CHANGE_AGENDA_ITEM:
        fill_agenda(d, c);
        break;
    case COMMAND_REPLAN:
        c->change.replan.item = driver_number(d, 0, m->item_count);
        c->change.replan.revision = m->plan_revision - (driver_pick(d, 8) == 0);
        c->change.replan.minutes = (int16_t)((int)driver_pick(d, 60) - 30);
        break;
    case COMMAND_UNDO:
    case COMMAND_REDO:
        fill_undo(d, c);
        break;
    default:
        if (c->kind >= COMMAND_ADD_NOTE && c->kind <= COMMAND_DEAL_NOTES)
            fill_note(d, c, seat);
    }
}

static void fill_look(struct driver *d, struct command *c)
{
    const struct model *m = d->bench->model;
    *c = ask_look(driver_pick(d, 2), driver_pick(d, m->condition_count + 2U));
    struct view *view = &c->change.view;
    view->blank = driver_pick(d, 4) == 0;
    view->frozen = driver_pick(d, 4) == 0;
    view->larger = driver_number(d, 0, LARGER_MOST);
    view->page = (uint8_t)driver_pick(d, 4);
    view->then = driver_number(d, 0, THEN_COUNT - 1);
    view->note = driver_pick(d, 2) ? driver_id(d, m->note_count) : 0;
    view->finding_kind = driver_number(d, 0, FINDING_COUNT - 1);
    view->finding = (uint8_t)driver_pick(d, m->condition_count + 1U);
}

/* Rounds are few, so that people meet in them. */
static void fill_round(struct driver *d, struct command *c)
{
    if (c->kind == COMMAND_CALL_ROUND)
        *c = ask_round(
            (enum slip_kind)driver_number(d, SLIP_READING, SLIP_OBJECTIVE), driver_number(d, 1, 2),
            (enum round_state)(driver_pick(d, 2) ? ROUND_OPEN : driver_number(d, 0, ROUND_SHOWN)));
    else
        *c = ask_slip((enum slip_kind)driver_number(d, SLIP_READING, SLIP_OBJECTIVE),
                      driver_number(d, 1, 2),
                      driver_pick(d, 3) ? 0 : driver_id(d, d->bench->model->school_count),
                      driver_number(d, 0, 3));
}

static void fill(struct driver *d, struct command *c, seat_id seat)
{
    const struct model *m = d->bench->model;
    char name[NAME_SIZE];
    switch (c->kind) {
    case COMMAND_JOIN:
        *c = ask_join(driver_id(d, m->code_count));
        break;
    case COMMAND_RETIRE_CODE:
        c->change.code.code = driver_id(d, m->code_count);
        break;
    case COMMAND_ADD_SCHOOL:
    case COMMAND_RENAME_SCHOOL:
        snprintf(name, sizeof name, driver_pick(d, 9) ? "School %u" : "", driver_pick(d, 40));
        *c = ask_school(c->kind, driver_id(d, m->school_count), name);
        break;
    case COMMAND_ISSUE_CODE:
        fill_code(d, c);
        break;
    case COMMAND_ADMIT:
    case COMMAND_REMOVE_SEAT:
    case COMMAND_NAME_SEAT:
    case COMMAND_PLACE_SEAT:
        snprintf(name, sizeof name, "person %u", driver_pick(d, 100));
        *c = ask_seat(c->kind, driver_pick(d, 2) ? seat : driver_id(d, m->seat_count),
                      driver_id(d, m->school_count), driver_pick(d, 4) != 0, name);
        break;
    case COMMAND_CONSENT:
        fill_consent(d, c);
        break;
    case COMMAND_GO:
        *c = ask_go(driver_pick(d, m->item_count + 2U), driver_number(d, 0, 3));
        break;
    case COMMAND_TIME:
        fill_time(d, c);
        break;
    case COMMAND_LOOK:
        fill_look(d, c);
        break;
    case COMMAND_SET:
        c->change.setting.setting = driver_number(d, 0, SETTING_COUNT - 1);
        c->change.setting.on = driver_pick(d, 2);
        break;
    case COMMAND_CALL_ROUND:
    case COMMAND_FILL_SLIP:
        fill_round(d, c);
        break;
    default: /* CREATE and the like are refused for other reasons */
        if (driver_fill_vote(d, c, seat) || driver_fill_plan(d, c, seat) ||
            driver_fill_review(d, c) || driver_fill_training(d, c, seat))
            break;
        if (c->kind >= COMMAND_RATE && c->kind <= COMMAND_AGREE_IN_PERSON)
            fill_rating(d, c, seat);
        fill_more(d, c, seat);
    }
}

/* Ratings and answers more often than the rest, and removals seldom. */
static enum command_kind pick_kind(struct driver *d)
{
    static const enum command_kind often[] = {COMMAND_RATE,
                                              COMMAND_RATE,
                                              COMMAND_RATE,
                                              COMMAND_RATE,
                                              COMMAND_AGREE,
                                              COMMAND_AGREE,
                                              COMMAND_AGREE,
                                              COMMAND_AGREE,
                                              COMMAND_AGREE_IN_PERSON,
                                              COMMAND_AGREE_IN_PERSON,
                                              COMMAND_AGREE_IN_PERSON,
                                              COMMAND_AGREE_IN_PERSON,
                                              COMMAND_AGREE_IN_PERSON,
                                              COMMAND_CONSENT,
                                              COMMAND_CONSENT,
                                              COMMAND_CONSENT,
                                              COMMAND_JOIN,
                                              COMMAND_JOIN,
                                              COMMAND_PLACE_SEAT,
                                              COMMAND_ADMIT,
                                              COMMAND_ADD_NOTE,
                                              COMMAND_EDIT_NOTE,
                                              COMMAND_UNDO,
                                              COMMAND_SET_BOARD,
                                              COMMAND_FILL_SLIP,
                                              COMMAND_FILL_SLIP,
                                              COMMAND_CALL_ROUND,
                                              COMMAND_SET_FINDING,
                                              COMMAND_ANSWER_FINDING,
                                              COMMAND_ADD_ACTION,
                                              COMMAND_ADD_ACTION,
                                              COMMAND_SUPPORT_ACTION,
                                              COMMAND_SET_ACTION,
                                              COMMAND_MERGE_ACTION,
                                              COMMAND_PROGRESS_ACTION,
                                              COMMAND_ADD_BALLOT,
                                              COMMAND_SET_BALLOT,
                                              COMMAND_SET_BALLOT,
                                              COMMAND_CAST_PAPER,
                                              COMMAND_CAST_PAPER,
                                              COMMAND_CAST_PAPER,
                                              COMMAND_CAST_PAPER,
                                              COMMAND_CAST_PAPER,
                                              COMMAND_CAST_PAPER,
                                              COMMAND_SET_PRIORITIES,
                                              COMMAND_ADD_PAST,
                                              COMMAND_ADD_PAST,
                                              COMMAND_PLAY,
                                              COMMAND_PLAY,
                                              COMMAND_CONDUCT};
    static const enum command_kind votes[] = {
        COMMAND_CAST_PAPER, COMMAND_CAST_PAPER, COMMAND_CAST_PAPER,     COMMAND_CAST_PAPER,
        COMMAND_CAST_PAPER, COMMAND_SHARE_SEAT, COMMAND_WITHDRAW_PAPER, COMMAND_SET_BALLOT};
    if (d->votes && driver_pick(d, 60) == 0)
        return COMMAND_REMOVE_SEAT;
    if (d->votes && driver_pick(d, 2))
        return votes[driver_pick(d, sizeof votes / sizeof *votes)];
    if (driver_pick(d, 3))
        return often[driver_pick(d, sizeof often / sizeof *often)];
    enum command_kind kind = (enum command_kind)driver_pick(d, COMMAND_COUNT + 1);
    bool seldom =
        kind == COMMAND_REMOVE_SEAT || kind == COMMAND_ADD_SCHOOL || kind == COMMAND_REMOVE_REVIEW;
    if (kind == COMMAND_CLOSE || (seldom && driver_pick(d, 4)))
        return COMMAND_RATE;
    return kind;
}

enum command_kind driver_kind(struct driver *d)
{
    return pick_kind(d);
}

void driver_wish(struct driver *d, struct command *c, enum command_kind kind, seat_id seat)
{
    *c = (struct command){.kind = kind};
    fill(d, c, seat);
}

enum refusal driver_step(struct driver *d)
{
    struct bench *b = d->bench;
    if (d->last.id && driver_pick(d, 12) == 0) /* its receipt was lost */
        return bench_ask(b, d->last_seat, d->last);
    struct command c = {.kind = pick_kind(d)};
    d->last_seat = driver_pick(d, 3) ? driver_id(d, b->model->seat_count) : SEAT_KIOSK;
    fill(d, &c, d->last_seat);
    c.id = driver_pick(d, 25) || b->last_id < 80 ? ++b->last_id : b->last_id - driver_pick(d, 80);
    b->now_ms += (int64_t)driver_pick(d, 60000) - 5000;
    d->last = c;
    return bench_ask(b, d->last_seat, c);
}
