#include "host/hall.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "host/setup.h"
#include "host/state.h"
#include "testing.h"

static void wake_nobody(void *context)
{
    (void)context;
}

static void make_host(struct hall *hall, struct store *store)
{
    struct link *link;
    struct trouble trouble = {0};
    assert_int_equal(link_memory_listen(&link, hall->memory, hall->peers), ERROR_OK);
    struct host_parts parts = {
        .store = &store, .link = &link, .box = hall->box, .random = hall->random};
    assert_int_equal(host_create(&hall->host, &parts, &trouble), ERROR_OK);
}

static struct store *open_store(struct hall *hall)
{
    struct journal *journal;
    struct store *store;
    struct trouble trouble = {0};
    assert_int_equal(journal_open_memory(&journal, hall->disk, &trouble), ERROR_OK);
    if (store_create(&store, &journal, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    return store;
}

void hall_begin(struct hall *hall, unsigned schools, unsigned conditions, size_t peers, bool box)
{
    static struct pack pack;
    static char names[SCHOOLS_MAX][NAME_SIZE];
    struct trouble trouble = {0};
    memset(hall, 0, sizeof *hall);
    hall->seed = 20090914;
    hall->random = seeded(&hall->seed);
    hall->now_ms = 1000000;
    hall->peers = peers;
    memset(&pack, 0, sizeof pack);
    strcpy(pack.id, "test");
    strcpy(pack.language, "en-GB");
    strcpy(pack.agenda.id, "day");
    pack.condition_count = (uint8_t)conditions;
    for (unsigned i = 0; i < conditions; i++) {
        snprintf(pack.conditions[i].id, ID_SIZE, "c%u", i + 1);
        snprintf(pack.conditions[i].name, TITLE_SIZE, "Condition %u", i + 1);
    }
    pack.agenda.item_count = 1;
    pack.agenda.items[0] = (struct agenda_item){
        .title = "Grid", .minutes = 10, .step_count = 1, .steps = {STAGE_GRID}};
    for (unsigned i = 0; i < schools; i++)
        snprintf(names[i], NAME_SIZE, "School %u", i + 1);
    assert_int_equal(journal_disk_create(&hall->disk), ERROR_OK);
    assert_int_equal(link_memory_create(&hall->memory, NULL), ERROR_OK);
    link_memory_advance(hall->memory, (uint64_t)hall->now_ms);
    if (box)
        assert_int_equal(mailbox_create(&hall->box, wake_nobody, NULL), ERROR_OK);
    if (box)
        assert_int_equal(room_create(&hall->projector) + room_create(&hall->console), ERROR_OK);
    struct store *store = open_store(hall);
    assert_int_equal(setup_workshop(store, &pack, "Ashby", (const char(*)[NAME_SIZE])names, schools,
                                    &hall->random, hall->now_ms, &trouble),
                     ERROR_OK);
    make_host(hall, store);
}

void hall_crash(struct hall *hall)
{
    host_destroy(&hall->host);
}

void hall_reopen(struct hall *hall)
{
    make_host(hall, open_store(hall));
}

void hall_end(struct hall *hall)
{
    for (unsigned i = 0; i < PEOPLE_MAX; i++)
        if (hall->people[i]) {
            struct person *person = hall->people[i];
            person_go(hall, &person);
        }
    host_destroy(&hall->host);
    mailbox_destroy(&hall->box);
    room_destroy(&hall->projector);
    room_destroy(&hall->console);
    free(hall->projected);
    link_memory_destroy(&hall->memory);
    journal_disk_destroy(&hall->disk);
}

struct link *hall_link(const struct hall *hall)
{
    return hall->host->link;
}

struct link_guard *hall_guard(const struct hall *hall)
{
    return &hall->host->house.guard;
}

struct store *hall_store(const struct hall *hall)
{
    return hall->host->store;
}

void hall_touch(struct hall *hall)
{
    hall->host->dirty = true;
}

size_t hall_feed_bytes(const struct hall *hall)
{
    size_t bytes = 0;
    for (unsigned kind = 0; kind < AUDIENCE_SCHOOL; kind++)
        bytes += feed_bytes(hall->host->feeds[kind]);
    for (school_id s = 1; s <= SCHOOLS_MAX; s++)
        if (hall->host->school_feeds[s])
            bytes += feed_bytes(hall->host->school_feeds[s]);
    return bytes;
}

static void keep(uint8_t **at, size_t *length, size_t *size, const uint8_t *bytes, size_t more)
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

static void read_letter(struct person *p, int64_t now_ms, const uint8_t *bytes, size_t length)
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
    keep(&p->heard, &p->heard_length, &p->heard_size, bytes, length);
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
        read_letter(p, hall->now_ms, plain, outcome.plain_length);
}

static void person_serve(struct hall *hall, struct person *p)
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

static void read_box(struct hall *hall)
{
    static uint8_t bytes[WIRE_LETTER_MAX];
    enum mailbox_viewer viewer;
    for (size_t length; (length = mailbox_take_letter(hall->box, &viewer, bytes)) > 0;) {
        struct person *nobody = calloc(1, sizeof *nobody);
        assert_non_null(nobody);
        nobody->room = viewer == VIEWER_PROJECTOR ? hall->projector : hall->console;
        read_letter(nobody, hall->now_ms, bytes, length);
        if (viewer == VIEWER_PROJECTOR)
            keep(&hall->projected, &hall->projected_length, &hall->projected_size, bytes, length);
        free(nobody->heard);
        free(nobody);
    }
}

void hall_step(struct hall *hall)
{
    hall->now_ms += HALL_STEP_MS;
    link_memory_advance(hall->memory, (uint64_t)hall->now_ms);
    host_tick(hall->host, hall->now_ms);
    for (unsigned i = 0; i < PEOPLE_MAX; i++)
        if (hall->people[i])
            person_serve(hall, hall->people[i]);
    if (hall->box)
        read_box(hall);
}

void hall_run(struct hall *hall, int64_t ms)
{
    for (int64_t until_ms = hall->now_ms + ms; hall->now_ms < until_ms;)
        hall_step(hall);
}

struct hall_code hall_code(const struct hall *hall, enum code_kind kind, school_id school)
{
    const struct model *model = host_model(hall->host);
    struct hall_code code = {{0}};
    uint16_t found = model_find_code(model, kind, school, 0);
    assert_true(found > 0);
    memcpy(code.symbols, model->codes[found].symbols.bytes, CODE_LENGTH);
    return code;
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

void hall_console(struct hall *hall, const struct command *command)
{
    assert_true(mailbox_post_command(hall->box, command));
}

bool hall_projected(const struct hall *hall, const char *mark)
{
    return hall->projected && memmem(hall->projected, hall->projected_length, mark, strlen(mark));
}

struct command rate(school_id school, condition_id condition, uint8_t now, const char *note)
{
    struct command command = {.kind = COMMAND_RATE};
    command.change.rating.school = school;
    command.change.rating.condition = condition;
    command.change.rating.figure.now = now;
    text_copy(command.change.rating.figure.note, NOTE_SIZE, note);
    return command;
}

struct command consent(school_id school, enum answer answer)
{
    return (struct command){
        .kind = COMMAND_CONSENT,
        .change.consent = {.school = school, .scopes = 1 << SCOPE_ROOM, .answer = (uint8_t)answer}};
}

void hall_assert_replays(struct hall *hall)
{
    struct model *before = malloc(sizeof *before);
    assert_non_null(before);
    memcpy(before, host_model(hall->host), sizeof *before);
    hall_crash(hall);
    hall_reopen(hall);
    assert_memory_equal(before, host_model(hall->host), sizeof *before);
    free(before);
}
