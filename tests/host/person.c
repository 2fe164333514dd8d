#include <stdio.h>
#include <stdlib.h>

#include "host/hall.h"
#include "testing.h"

void person_keep(uint8_t **at, size_t *length, size_t *size, const uint8_t *bytes, size_t more)
{
    if (*length + more > *size) {
        *size = 2 * *size + more;
        *at = realloc(*at, *size);
        assert_non_null(*at);
    }
    memcpy(*at + *length, bytes, more);
    *length += more;
}

static void on_seated(void *context, const struct seated *seated)
{
    struct person *p = context;
    p->seated = true;
    p->seat = seated->seat;
    p->last_command = seated->last_command;
    if (p->next_id <= seated->last_command)
        p->next_id = seated->last_command;
    if (seated->token_length == sizeof p->token) {
        memcpy(&p->token, seated->token, sizeof p->token);
        p->has_token = true;
    }
}

static void on_receipt(void *context, uint32_t id, enum refusal refusal)
{
    struct person *p = context;
    p->answered++;
    if (id < ANSWERED_MAX)
        p->answers[id] = (uint8_t)(refusal + 1);
}

static void on_item(void *context, const struct item *item)
{
    struct person *p = context;
    p->cells += item->key.kind == ITEM_CELL;
    room_apply(p->room, item);
}

static void on_removed(void *context, struct item_key key)
{
    struct person *p = context;
    p->removals++;
    room_remove(p->room, key);
}

static void on_caught_up(void *context)
{
    ((struct person *)context)->caught_up = true;
}

static void on_beat(void *context, uint32_t beat)
{
    ((struct person *)context)->beat = beat;
}

static void on_farewell(void *context, enum farewell farewell)
{
    ((struct person *)context)->farewell = farewell;
}

void person_read(struct person *p, int64_t now_ms, const uint8_t *bytes, size_t length)
{
    struct letter_reader reader = {.context = p,
                                   .seated = on_seated,
                                   .receipt = on_receipt,
                                   .item = on_item,
                                   .removed = on_removed,
                                   .caught_up = on_caught_up,
                                   .beat = on_beat,
                                   .farewell = on_farewell};
    p->letters++;
    person_keep(&p->heard, &p->heard_length, &p->heard_size, bytes, length);
    assert_true(letter_read(&reader, now_ms, bytes, length));
}

static void person_connected(struct hall *hall, struct person *p, struct link_peer peer)
{
    struct link_outcome first;
    p->peer = peer;
    p->connected = true;
    enum error e = p->code ? link_guest_code(&p->guest, &first, p->code, &hall->random)
                           : link_guest_token(&p->guest, &first, &p->token, &hall->random);
    assert_int_equal(e, ERROR_OK);
    person_send_raw(p, first.reply, first.reply_length);
}

static void person_message(struct hall *hall, struct person *p, const uint8_t *bytes, size_t length)
{
    static uint8_t plain[LINK_MESSAGE_MAX];
    struct link_outcome outcome;
    link_guest_receive(&p->guest, &outcome, plain, bytes, length);
    if (p->spoil && outcome.kind == LINK_REPLY)
        outcome.reply[outcome.reply_length - 1] ^= 1;
    if (outcome.reply_length)
        person_send_raw(p, outcome.reply, outcome.reply_length);
    p->admitted |= outcome.kind == LINK_ADMITTED;
    if (outcome.kind == LINK_REFUSED)
        p->no = outcome.no;
    if (outcome.kind == LINK_PLAIN)
        person_read(p, hall->now_ms, plain, outcome.plain_length);
}

void person_serve(struct hall *hall, struct person *p)
{
    struct link_event event;
    while (!p->deaf && p->link && link_next(p->link, &event)) {
        if (event.kind == LINK_CONNECTED)
            person_connected(hall, p, event.peer);
        else if (event.kind == LINK_MESSAGE)
            person_message(hall, p, event.bytes, event.length);
        else
            p->gone = true;
    }
}

struct person *person_come(struct hall *hall, const char *code, const struct link_token *token,
                           const char *address)
{
    struct person *p = calloc(1, sizeof *p);
    unsigned at = 0;
    assert_non_null(p);
    while (at < PEOPLE_MAX && hall->people[at])
        at++;
    assert_true(at < PEOPLE_MAX);
    hall->people[at] = p;
    p->code = code ? strdup(code) : NULL;
    if (token)
        p->token = *token;
    assert_int_equal(room_create(&p->room), ERROR_OK);
    assert_int_equal(link_memory_dial(&p->link, hall->memory, address), ERROR_OK);
    return p;
}

struct person *person_seated(struct hall *hall, enum code_kind kind, school_id school)
{
    struct hall_code code = hall_code(hall, kind, school);
    struct person *p = person_come(hall, code.symbols, NULL, "10.0.0.9");
    for (int i = 0; i < 100 && !p->caught_up; i++)
        hall_step(hall);
    assert_true(p->seated && p->caught_up && p->has_token);
    return p;
}

void person_go(struct hall *hall, struct person **person)
{
    for (unsigned i = 0; i < PEOPLE_MAX; i++)
        if (hall->people[i] == *person)
            hall->people[i] = NULL;
    link_destroy(&(*person)->link);
    if ((*person)->room)
        room_destroy(&(*person)->room);
    free((char *)(uintptr_t)(*person)->code);
    free((*person)->heard);
    free(*person);
    *person = NULL;
}

void person_send_raw(struct person *p, const uint8_t *bytes, size_t length)
{
    enum error e = link_send(p->link, p->peer, bytes, length);
    assert_true(e == ERROR_OK || e == ERROR_ABSENT || e == ERROR_RANGE);
}

void person_send(struct person *p, const uint8_t *bytes, size_t length)
{
    static uint8_t sealed[LINK_MESSAGE_MAX];
    size_t sealed_length;
    assert_int_equal(link_guest_seal(sealed, &sealed_length, &p->guest, bytes, length), ERROR_OK);
    person_send_raw(p, sealed, sealed_length);
}

uint32_t person_ask(struct person *p, const struct command *command)
{
    static uint8_t bytes[WIRE_UPWARD_MAX];
    struct command asked = *command;
    if (!asked.id)
        asked.id = ++p->next_id;
    person_send(p, bytes, wire_command_encode(bytes, &asked));
    return asked.id;
}

int person_answer(const struct person *p, uint32_t id)
{
    return p->answers[id] - 1;
}

int person_obeyed(struct hall *hall, struct person *p, const struct command *command)
{
    uint32_t id = person_ask(p, command);
    hall_run(hall, 100);
    return person_answer(p, id);
}

bool person_heard(const struct person *p, const char *mark)
{
    return p->heard && memmem(p->heard, p->heard_length, mark, strlen(mark));
}

void person_forget_heard(struct person *p)
{
    p->heard_length = 0;
    p->letters = p->removals = 0;
}

void person_assert_served(struct hall *hall, struct person *person, school_id school)
{
    static uint8_t now;
    now = (uint8_t)(now % RATING_MAX + 1);
    struct command command = rate(school, 1, now, "");
    uint32_t id = person_ask(person, &command);
    hall_step(hall);
    assert_int_equal(person_answer(person, id), REFUSAL_NONE);
}
