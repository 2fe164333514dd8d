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

/* Three boards that are open from the start, one whose notes wait and one that is personal, and two
 * questions. */
static void add_boards(struct agenda *agenda)
{
    agenda->board_count = 3;
    for (int i = 0; i < 3; i++) {
        struct board_content *board = &agenda->boards[i];
        snprintf(board->id, sizeof board->id, "board-%d", i + 1);
        strcpy(board->question, "What worked well?");
        board->heading_count = 2;
        strcpy(board->headings[0], "Worked well");
        strcpy(board->headings[1], "Challenges");
        board->always = true;
        board->held = i == 1;
        board->personal = i == 2;
    }
    agenda->question_count = 2;
    strcpy(agenda->questions[0], "Have you ever taught by candle light?");
    strcpy(agenda->questions[1], "Have you ever lost the key of the school?");
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
        .title = "Grid", .minutes = 10, .step_count = 1, .steps = {{.stage = STAGE_GRID}}};
    add_boards(&pack.agenda);
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
    assert_int_equal(setup_workshop(store,
                                    &(struct setup_new){.pack = &pack,
                                                        .title = "Ashby",
                                                        .schools = (const char(*)[NAME_SIZE])names,
                                                        .school_count = schools},
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

static void read_box(struct hall *hall)
{
    static uint8_t bytes[WIRE_LETTER_MAX];
    enum mailbox_viewer viewer;
    for (size_t length; (length = mailbox_take_letter(hall->box, &viewer, bytes)) > 0;) {
        struct person *nobody = calloc(1, sizeof *nobody);
        assert_non_null(nobody);
        nobody->room = viewer == VIEWER_PROJECTOR ? hall->projector : hall->console;
        person_read(nobody, hall->now_ms, bytes, length);
        if (viewer == VIEWER_PROJECTOR)
            person_keep(&hall->projected, &hall->projected_length, &hall->projected_size, bytes,
                        length);
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

struct command add_note(uint8_t board, const char *text)
{
    struct command command = {.kind = COMMAND_ADD_NOTE,
                              .change.note = {.board = board, .heading = 1}};
    text_copy(command.change.note.text, NOTE_SIZE, text);
    return command;
}

struct command set_board(uint8_t board, enum board_state state)
{
    return (struct command){.kind = COMMAND_SET_BOARD,
                            .change.board_set = {.board = board, .state = (uint8_t)state}};
}

struct command slip(enum slip_kind kind, uint8_t subject, uint8_t value)
{
    return (struct command){
        .kind = COMMAND_FILL_SLIP,
        .change.slip = {.kind = (uint8_t)kind, .subject = subject, .value = value}};
}

struct command call_round(enum slip_kind kind, uint8_t subject, enum round_state state)
{
    return (struct command){
        .kind = COMMAND_CALL_ROUND,
        .change.round = {.kind = (uint8_t)kind, .subject = subject, .state = (uint8_t)state}};
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
