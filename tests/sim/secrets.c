#include "sim/sim.h"

#include "model/may_have.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A mark is "~17~" at the end of a text: the number says what the text was. */
enum { MARK_TALK, MARK_NOTE, MARK_NAME, MARK_ACTION, MARK_FINDING };

static void mark(struct sim *sim, char *text, size_t size, unsigned what, school_id school)
{
    size_t length = strlen(text);
    if (!length || length + 8 > size)
        return;
    unsigned number = sim->mark_count++ % SIM_MARKS;
    sim->marks[number] = (struct sim_mark){(uint8_t)what, school};
    snprintf(text + length, size - length, "~%u~", number);
}

void secrets_mark(struct sim *sim, struct command *c)
{
    switch (c->kind) {
    case COMMAND_RATE:
    case COMMAND_AGREE_IN_PERSON:
        mark(sim, c->change.rating.figure.note, NOTE_SIZE, MARK_TALK, c->change.rating.school);
        mark(sim, c->change.rating.with, NAME_SIZE, MARK_TALK, c->change.rating.school);
        break;
    case COMMAND_ADD_NOTE:
    case COMMAND_EDIT_NOTE:
        mark(sim, c->change.note.text, NOTE_SIZE, MARK_NOTE, 0);
        break;
    case COMMAND_NAME_SEAT:
        mark(sim, c->change.seat.name, NAME_SIZE, MARK_NAME, 0);
        break;
    case COMMAND_ADD_ACTION:
    case COMMAND_CHANGE_ACTION:
        mark(sim, c->change.action.content.text, NOTE_SIZE, MARK_ACTION, 0);
        break;
    case COMMAND_WORD_FINDING:
    case COMMAND_ANSWER_FINDING:
        mark(sim, c->change.finding.text, NOTE_SIZE, MARK_FINDING, 0);
        break;
    default:
        break;
    }
}

/* A letter being looked into. */
struct looking {
    struct sim *sim;
    const struct model *m;
    seat_id seat;
    school_id school; /* that the seat speaks for; 0: none */
    enum audience_kind class;
    bool leads; /* it is for the facilitator */
    const struct item *item;
};

static void must(const struct looking *l, bool allowed, const char *why)
{
    if (!allowed)
        sim_fail(l->sim, "%s %u %u to seat %u (%s): %s",
                 item_word((enum item_kind)l->item->key.kind), l->item->key.a, l->item->key.b,
                 l->seat, role_word((enum role)l->m->seats[l->seat].role), why);
}

static void check_note(const struct looking *l)
{
    const struct note *note = &l->m->notes[l->item->key.a];
    const struct board *board = &l->m->boards[note->board];
    if (l->item->key.kind == ITEM_OWN_NOTE) {
        must(l, note->author.seat == l->seat && note->author.command, "somebody else wrote it");
        must(l, board->state == BOARD_OPEN, "the board is not open");
    } else if (l->leads) {
        must(l, !board->content.personal || board->state == BOARD_CLOSED, "it is personal");
    } else {
        must(l, note->state == NOTE_SHOWN && !board->content.personal, "it is not shown");
    }
}

static void check_slips(const struct looking *l)
{
    const struct item *item = l->item;
    const struct model *m = l->m;
    if (item->key.kind == ITEM_TALLY) {
        uint8_t round = item->key.a == SLIP_OBJECTIVE ? 1 : (uint8_t)item->key.b;
        must(l, m->asking[item->key.a].states[round] == ROUND_SHOWN, "it is not shown yet");
        must(l,
             item->body.tally.count >= UNNAMED_LEAST || l->leads || item->key.a == SLIP_ICEBREAKER,
             "they are too few");
    } else if (item->key.kind == ITEM_READINGS) {
        must(l, l->leads || item->key.b == l->school, "it is another school's");
    } else {
        bool own = false;
        for (uint16_t s = 1; s <= m->slip_count; s++)
            own |= m->slips[s].author.seat == l->seat && m->slips[s].author.command &&
                   m->slips[s].kind == item->key.a && m->slips[s].subject == item->key.b &&
                   m->slips[s].value == item->body.own_slip.value;
        must(l, own, "somebody else answered that");
    }
}

/* The marks of an own paper are those of one that this seat, or its school, has cast from here. */
static void check_own_paper(const struct looking *l)
{
    const struct own_paper_item *item = &l->item->body.own_paper;
    static const struct marks none;
    ballot_id ballot = (ballot_id)l->item->key.a;
    bool by_school = l->m->ballots[ballot].content.by_school, own = false;
    for (uint16_t p = 1; p <= l->m->paper_count; p++) {
        const struct paper *paper = &l->m->papers[p];
        if (paper->ballot != ballot ||
            (by_school ? paper->school != l->school : paper->seat != l->seat || paper->by_hand))
            continue;
        own |=
            memcmp(&paper->marks, &item->marks, sizeof none) == 0 && (!paper->moved || by_school);
    }
    must(l, own || item->hidden, "that is nobody's of this seat");
    must(l, !item->hidden || memcmp(&item->marks, &none, sizeof none) == 0, "it is to be hidden");
}

static void check_vote(const struct looking *l)
{
    bool by_paper = l->item->key.kind == ITEM_NAMED_PAPER;
    unsigned id = by_paper ? l->item->body.named_paper.ballot : l->item->key.a;
    const struct ballot *ballot = &l->m->ballots[id];
    switch (l->item->key.kind) {
    case ITEM_BALLOT_TALLY:
        must(l, ballot->state == BALLOT_REVEALED, "it is not revealed");
        break;
    case ITEM_TURNOUT:
        must(l, l->item->key.b == 0 || l->leads, "turnout by school");
        break;
    case ITEM_NAMED_PAPER:
        must(l, ballot->state == BALLOT_REVEALED && ballot->content.named, "it is not revealed");
        break;
    default:
        check_own_paper(l);
    }
}

static void check_action(const struct looking *l)
{
    const struct action *action = &l->m->actions[l->item->key.a];
    const struct action_item *item = &l->item->body.action;
    if (l->item->key.kind == ITEM_OWN_ACTION) {
        must(l, !l->item->body.own_action.content.text[0] || action->proposer == l->seat,
             "somebody else proposed it");
        return;
    }
    if (l->leads)
        return;
    must(l, item->proposer == 0 && item->content.owner_seat == 0, "it names seats");
    must(l, action->state != ACTION_WAITING || !item->revision, "it waits to be read out");
    must(l, action->state != ACTION_OWN || !item->revision || action->content.school == l->school,
         "it is another school's");
}

static bool is_note(const struct looking *l)
{
    return l->item->key.kind == ITEM_NOTE || l->item->key.kind == ITEM_OWN_NOTE;
}

/* Under a note whose writer wished so. */
static bool is_signed(const struct looking *l, const char *text)
{
    return is_note(l) && strstr(l->m->notes[l->item->key.a].by, text);
}

/* What a text is of, looked up again: where it stands now, and who may have that. */
static bool may_have_mark(const struct looking *l, const struct sim_mark *found, const char *text)
{
    const struct model *m = l->m;
    enum item_kind kind = (enum item_kind)l->item->key.kind;
    switch (found->what) {
    case MARK_TALK:
        return kind == ITEM_TALK && (l->leads || l->school == found->school);
    case MARK_NAME:
        return l->leads || kind == ITEM_ACTION || kind == ITEM_OWN_ACTION ||
               kind == ITEM_NAMED_PAPER || is_signed(l, text) ||
               (kind == ITEM_ME && strstr(m->seats[l->seat].name, text));
    case MARK_NOTE:
        return is_note(l) && strstr(m->notes[l->item->key.a].text, text);
    case MARK_ACTION:
        return (kind == ITEM_ACTION || kind == ITEM_OWN_ACTION) &&
               strstr(m->actions[l->item->key.a].content.text, text);
    default:
        return kind == ITEM_FINDING &&
               (l->leads || !m->findings[l->item->key.a][l->item->key.b].hidden);
    }
}

static void check_marks(const struct looking *l)
{
    const char *at = (const char *)&l->item->body;
    const char *end = at + item_size((enum item_kind)l->item->key.kind);
    char text[12];
    while ((at = memchr(at, '~', (size_t)(end - at)))) {
        size_t length = strcspn(at + 1, "~");
        if (at[1 + length] != '~' || length > sizeof text - 3)
            break;
        snprintf(text, sizeof text, "%.*s", (int)length + 2, at);
        unsigned number = (unsigned)atoi(text + 1);
        must(l, number < SIM_MARKS && may_have_mark(l, &l->sim->marks[number], text), text);
        l->sim->tally->marks++;
        at += length + 2;
    }
}

static void check_rest(const struct looking *l)
{
    const struct item *item = l->item;
    switch (item->key.kind) {
    case ITEM_TALK:
    case ITEM_OWN_PAST:
        must(l, l->leads || item->key.b == l->school, "it is another school's");
        break;
    case ITEM_CONSENT:
        must(l, l->leads || item->key.a == l->school, "it is another school's");
        break;
    case ITEM_PROGRESS:
        must(l, l->leads || !item->key.a || item->key.a == l->school, "it is another school's");
        break;
    case ITEM_CELL:
    case ITEM_PAST:
        must(l, may_have_names(l->m, l->class), "it names schools");
        break;
    case ITEM_CODE:
        must(l,
             l->leads ||
                 (item->body.code.kind == CODE_ROOM && l->m->settings[SETTING_OFFER_ROOM_CODE]),
             "it is no code for everybody");
        break;
    case ITEM_KIOSK:
        must(l, l->leads || !item->body.kiosk.trouble[0], "it tells of trouble");
        break;
    case ITEM_AGENDA_ITEM:
        must(l, l->leads || !item->body.agenda_item.notes[0], "it has the facilitator's notes");
        break;
    case ITEM_ME:
        must(l, item->body.me.seat == l->seat, "it is somebody else");
        break;
    case ITEM_FINDING:
        must(l, l->leads || !item->body.finding.hidden || !item->body.finding.text[0],
             "it is hidden");
        break;
    case ITEM_CARD:
        must(l, l->leads || l->m->characters[item->key.a].player == l->seat,
             "somebody else plays that");
        break;
    case ITEM_CHARACTER:
        must(l, l->leads || !(item->body.character.player | item->body.character.script),
             "it names seats");
        break;
    default:
        break;
    }
}

static void check_item(void *context, const struct item *item)
{
    struct looking *l = context;
    enum item_kind kind = (enum item_kind)item->key.kind;
    l->item = item;
    l->sim->tally->items[kind]++;
    must(l,
         may_have(l->class, kind) || (l->seat && may_have(AUDIENCE_SEAT, kind)) ||
             (l->school && may_have(AUDIENCE_SCHOOL, kind)),
         "not for them");
    switch (item->key.kind) {
    case ITEM_NOTE:
    case ITEM_OWN_NOTE:
        check_note(l);
        break;
    case ITEM_TALLY:
    case ITEM_READINGS:
    case ITEM_OWN_SLIP:
        check_slips(l);
        break;
    case ITEM_BALLOT_TALLY:
    case ITEM_TURNOUT:
    case ITEM_NAMED_PAPER:
    case ITEM_OWN_PAPER:
        check_vote(l);
        break;
    case ITEM_ACTION:
    case ITEM_OWN_ACTION:
        check_action(l);
        break;
    default:
        check_rest(l);
    }
    check_marks(l);
}

/* What stands in no item at all: a seat's token but in its own first letter, and codes, bare. */
static void check_bytes(const struct looking *l, const uint8_t *bytes, size_t length)
{
    const struct model *m = l->m;
    seat_id s = (seat_id)(1 + l->sim->step % (m->seat_count + 1U));
    uint16_t c = (uint16_t)(1 + l->sim->step % (m->code_count + 1U));
    if (s <= m->seat_count && m->seats[s].token_hash.length &&
        memmem(bytes, length, m->seats[s].token_hash.bytes, SECRET_SIZE))
        sim_fail(l->sim, "the hash of seat %u's token to seat %u", s, l->seat);
    if (c <= m->code_count && m->codes[c].symbols.length && !l->leads &&
        m->codes[c].kind != CODE_ROOM &&
        memmem(bytes, length, m->codes[c].symbols.bytes, CODE_LENGTH))
        sim_fail(l->sim, "code %u to seat %u", c, l->seat);
}

static void skip_seated(void *context, const struct seated *seated)
{
    (void)context, (void)seated;
}

static void skip_receipt(void *context, uint32_t id, enum refusal refusal)
{
    (void)context, (void)id, (void)refusal;
}

static void skip_removed(void *context, struct item_key key)
{
    (void)context, (void)key;
}

static void skip_caught_up(void *context)
{
    (void)context;
}

static void skip_beat(void *context, uint32_t beat)
{
    (void)context, (void)beat;
}

static void skip_farewell(void *context, enum farewell farewell)
{
    (void)context, (void)farewell;
}

void secrets_check(struct sim *sim, seat_id seat, enum audience_kind class, const uint8_t *bytes,
                   size_t length)
{
    const struct model *m = host_model(sim->host);
    struct looking looking = {.sim = sim,
                              .m = m,
                              .seat = seat,
                              .school = seat ? audience_school(m, seat) : 0,
                              .class = class,
                              .leads = class == AUDIENCE_FACILITATOR};
    struct letter_reader reader = {.context = &looking,
                                   .seated = skip_seated,
                                   .receipt = skip_receipt,
                                   .item = check_item,
                                   .removed = skip_removed,
                                   .caught_up = skip_caught_up,
                                   .beat = skip_beat,
                                   .farewell = skip_farewell};
    sim->tally->letters++;
    if (!letter_read(&reader, 0, bytes, length))
        sim_fail(sim, "a letter to seat %u cannot be read", seat);
    check_bytes(&looking, bytes, length);
}
