#include "base/text.h"
#include "model/driver.h"
#include "model/room.h"
#include "testing.h"
#include "wire/by_hand.h"
#include "wire/fill.h"
#include "wire/wire.h"

#include <stdlib.h>

/* Bytes that nobody of ours wrote: too long, broken, cut, turned over. Nothing may crash, and what
 * is taken must be within its range. */

static uint8_t bytes[1 << 17];
static struct upward up;

/* add-school with that name, id 7. */
static size_t name_a_school(const char *name, size_t length)
{
    static uint8_t school[1 << 15], change[1 << 15], command[1 << 15];
    size_t n = put_bytes(school, 2, name, length);
    n = put_bytes(change, 4, school, n);
    size_t c = put_number(command, 1, 7);
    c += put_number(command + c, 2, 1);
    c += put_bytes(command + c, 3, change, n);
    return put_bytes(bytes, 1, command, c);
}

static enum refusal read_name(const char *name, size_t length)
{
    size_t n = name_a_school(name, length);
    assert_true(wire_upward_decode(&up, bytes, n));
    assert_true(up.has_command);
    assert_int_equal(up.command.id, 7);
    return up.refusal;
}

static void texts_are_taken_or_refused(void **state)
{
    (void)state;
    static char name[10000];
    memset(name, 'a', sizeof name);
    assert_int_equal(read_name(name, sizeof name), REFUSAL_TEXT_LONG);
    assert_int_equal(read_name(name, NAME_SIZE), REFUSAL_TEXT_LONG);
    assert_int_equal(read_name(name, NAME_VISIBLE + 1), REFUSAL_TEXT_LONG);
    assert_int_equal(read_name(name, NAME_VISIBLE), REFUSAL_NONE);
    assert_int_equal(read_name("Oak\xffley", 7), REFUSAL_TEXT_BROKEN);
    assert_int_equal(read_name("Oak\xc3", 4), REFUSAL_TEXT_BROKEN);
    assert_int_equal(read_name("\xed\xa0\x80", 3), REFUSAL_TEXT_BROKEN);
    assert_int_equal(read_name("  Oak\r\n\tley\x01 \x7f", 14), REFUSAL_NONE);
    assert_string_equal(up.command.change.school.name, "Oak ley");
    assert_int_equal(read_name("Cafe\xcc\x81", 6), REFUSAL_NONE);
    assert_string_equal(up.command.change.school.name, "Caf\xc3\xa9");
}

static struct room *room;

static void check_item(void *context, const struct item *item)
{
    (void)context;
    assert_true(room_has_place(item->key));
    room_apply(room, item);
    assert_true(room_stage(room) < STAGE_COUNT);
    condition_id order[CONDITIONS_MAX];
    assert_true(room_condition_order(room, order) <= CONDITIONS_MAX);
    if (item->key.kind == ITEM_TALK || item->key.kind == ITEM_CELL) {
        struct cell_item cell = room_cell(room, item->key.a, item->key.b);
        assert_true(cell.now <= RATING_MAX && cell.target <= RATING_MAX);
    }
    if (item->key.kind == ITEM_SCHOOL)
        assert_true(text_is_clean(item->body.school.name));
}

static void check_removed(void *context, struct item_key key)
{
    (void)context;
    assert_true(room_has_place(key));
    room_remove(room, key);
}

static unsigned receipts, beats, caught_up, farewells;

static void check_receipt(void *context, uint32_t id, enum refusal refusal)
{
    (void)context;
    (void)id;
    assert_true(refusal < REFUSAL_COUNT);
    receipts++;
}

static void check_seated(void *context, const struct seated *seated)
{
    (void)context;
    assert_true(seated->seat >= 1 && seated->seat <= SEATS_MAX);
    assert_true(seated->token_length <= WIRE_TOKEN_MAX);
}

static void check_caught_up(void *context)
{
    (void)context;
    caught_up++;
}

static void check_beat(void *context, uint32_t beat)
{
    (void)context;
    assert_true(beat != 0);
    beats++;
}

static void check_farewell(void *context, enum farewell farewell)
{
    (void)context;
    assert_true(farewell > FAREWELL_NONE && farewell < FAREWELL_COUNT);
    farewells++;
}

static const struct letter_reader reader = {
    .seated = check_seated,
    .receipt = check_receipt,
    .item = check_item,
    .removed = check_removed,
    .caught_up = check_caught_up,
    .beat = check_beat,
    .farewell = check_farewell,
};

/* Everything that reads, on whatever bytes. */
static void take_anything(const uint8_t *from, size_t length)
{
    static struct item item;
    static struct event event;
    if (wire_upward_decode(&up, from, length) && up.has_command) {
        assert_true(up.command.id != 0 && up.refusal < REFUSAL_COUNT);
        if (up.refusal == REFUSAL_NONE && up.command.kind == COMMAND_ADD_SCHOOL)
            assert_true(text_is_clean(up.command.change.school.name));
    }
    if (wire_item_decode(&item, from, length))
        check_item(NULL, &item);
    event.kind = (enum event_kind)(length % EVENT_COUNT);
    if (wire_event_decode(&event, from, length) && event.kind == EVENT_AGENDA_ITEM_ADDED)
        assert_true(event.change.agenda.content.step_count <= STEPS_MAX);
    if (letter_read(&reader, 1000, from, length))
        assert_true(length > 0);
}

/* A letter with something of everything, as the seed of mutations; returns its length. */
static size_t write_letter(struct letter *letter)
{
    static struct item item;
    static uint8_t encoded[WIRE_ITEM_MAX];
    letter_begin(letter, 5000);
    struct seated seated = {.seat = 12, .last_command = 9, .token_length = WIRE_TOKEN_MAX};
    assert_true(letter_add_seated(letter, &seated));
    assert_true(letter_add_receipt(letter, 4, REFUSAL_CHANGED));
    for (unsigned kind = 0; kind < ITEM_COUNT; kind++) {
        memset(&item, 0, sizeof item);
        fill_least_item(&item, (enum item_kind)kind);
        if (kind == ITEM_SCHOOL)
            strcpy(item.body.school.name, "Oak");
        if (kind == ITEM_NOTE)
            strcpy(item.body.note.text, "More time");
        if (kind == ITEM_TIMER)
            item.body.timer = (struct timer_item){true, true, 65000, 0, 60000};
        if (kind == ITEM_PLACE)
            item.body.place = (struct place){1, 1};
        assert_true(letter_add_item(letter, encoded, wire_item_encode(encoded, &item)));
    }
    assert_true(letter_add_removed(letter, (struct item_key){ITEM_CELL, 2, 2}));
    assert_true(letter_add_caught_up(letter));
    assert_true(letter_add_beat(letter, 3));
    assert_true(letter_add_farewell(letter, FAREWELL_CLOSING));
    return letter->length;
}

static void letters_are_read_back(void **state)
{
    (void)state;
    static struct letter letter;
    size_t length = write_letter(&letter);
    receipts = beats = caught_up = farewells = 0;
    assert_true(letter_read(&reader, 2000, letter.bytes, length));
    assert_int_equal(receipts + beats + caught_up + farewells, 4);
    assert_int_equal(room->timer.ends_ms, 62000); /* host 5000 is local 2000 */
    assert_string_equal(room->schools[1].name, "Oak");
    /* a field that a newer kiosk might add is passed over */
    length += put_bytes(letter.bytes + length, 99, "news", 4);
    assert_true(letter_read(&reader, 2000, letter.bytes, length));
    assert_int_equal(receipts, 2);
}

static void a_full_letter_says_so_and_can_be_sent(void **state)
{
    (void)state;
    static struct letter letter;
    static uint8_t encoded[WIRE_ITEM_MAX];
    struct item item = {.key = {ITEM_SCHOOL, 3, 0}};
    strcpy(item.body.school.name, "Elm Park");
    size_t length = wire_item_encode(encoded, &item);
    letter_begin(&letter, 1);
    unsigned items = 0;
    while (letter_add_item(&letter, encoded, length))
        items++;
    assert_true(items > 1000);
    assert_true(letter.length <= WIRE_LETTER_MAX);
    while (letter_add_beat(&letter, 1))
        items++;
    assert_false(letter_add_caught_up(&letter));
    uint64_t changes = room->changes;
    assert_true(letter_read(&reader, 0, letter.bytes, letter.length));
    assert_true(room->changes - changes > 1000);
}

static void absurd_host_times_are_no_letters(void **state)
{
    (void)state;
    static struct letter letter;
    static const int64_t times[] = {INT64_MAX, INT64_MIN, INT64_MAX / 2, INT64_C(1) << 53};
    for (int i = 0; i < 4; i++) {
        letter_begin(&letter, times[i]);
        assert_false(letter_read(&reader, 0, letter.bytes, letter.length));
    }
    letter_begin(&letter, 0);
    assert_true(letter_read(&reader, 0, letter.bytes, letter.length));
    assert_false(letter_read(&reader, 0, letter.bytes, 0));
}

/* Cut at every length, then turned over at random: a letter, and every command there is. */
static void cut_and_mutated_bytes_do_no_harm(void **state)
{
    static struct letter letter;
    static uint8_t commands[COMMAND_COUNT][WIRE_UPWARD_MAX], spoilt[WIRE_LETTER_MAX];
    struct seed {
        const uint8_t *from;
        size_t length;
    } seeds[COMMAND_COUNT + 1] = {{letter.bytes, write_letter(&letter)}};
    unsigned count = 1;
    (void)state;
    for (unsigned kind = 0; kind < COMMAND_COUNT; kind++) {
        struct command command = {.kind = (enum command_kind)kind, .id = 300};
        if (!fill_is_for_clients(command.kind))
            continue;
        fill_command_body(&command.change, command.kind);
        seeds[count++] =
            (struct seed){commands[kind], wire_command_encode(commands[kind], &command)};
    }
    for (unsigned s = 0; s < count; s++)
        for (size_t n = 0; n <= seeds[s].length; n++)
            take_anything(seeds[s].from, n);
    struct driver dice;
    driver_start(&dice, NULL, 5);
    for (int i = 0; i < TEST_ROUNDS(200000, 40000); i++) {
        unsigned s = i % 2 ? 0 : 1 + driver_pick(&dice, count - 1);
        size_t length = seeds[s].length;
        memcpy(spoilt, seeds[s].from, length);
        for (uint32_t hits = 1 + driver_pick(&dice, 4); hits > 0; hits--)
            spoilt[driver_pick(&dice, (uint32_t)length)] = (uint8_t)driver_pick(&dice, 256);
        take_anything(spoilt, length - driver_pick(&dice, 8) * (driver_pick(&dice, 4) == 0));
    }
}

static int make_room(void **state)
{
    (void)state;
    return room_create(&room) == ERROR_OK ? 0 : -1;
}

static int drop_room(void **state)
{
    (void)state;
    room_destroy(&room);
    return 0;
}

int main(void)
{
#define ROOM_TEST(f) cmocka_unit_test_setup_teardown(f, make_room, drop_room)
    const struct CMUnitTest tests[] = {
        ROOM_TEST(texts_are_taken_or_refused),
        ROOM_TEST(letters_are_read_back),
        ROOM_TEST(a_full_letter_says_so_and_can_be_sent),
        ROOM_TEST(absurd_host_times_are_no_letters),
        ROOM_TEST(cut_and_mutated_bytes_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
