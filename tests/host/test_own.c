/* What one seat alone is given: it and nobody else, nothing twice, and cheaply for thousands. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "host/own.h"
#include "model/bench.h"
#include "testing.h"

enum { CROWD = SEATS_MAX, NOTES = 2000, BUDGET = 8 * 1024 };

static struct letter letter;

/* What the letters to one seat came to. */
struct received {
    struct room *room;
    unsigned items, removals;
};

static void take_item(void *context, const struct item *item)
{
    struct received *r = context;
    r->items++;
    room_apply(r->room, item);
}

static void take_removed(void *context, struct item_key key)
{
    struct received *r = context;
    r->removals++;
    room_remove(r->room, key);
}

static void nothing_else(void *context)
{
    (void)context;
    fail();
}

/* Sends the seat what there is, in letters of which `spare` bytes are free; how many it took. */
static unsigned send(struct bench *b, struct own *own, seat_id seat, struct received *to,
                     size_t spare)
{
    static const struct live live;
    const struct letter_reader reader = {
        .context = to, .item = take_item, .removed = take_removed, .caught_up = nothing_else};
    unsigned letters = 0;
    to->items = to->removals = 0;
    own->due = true;
    for (bool all = false; !all; letters++) {
        letter_begin(&letter, 1);
        size_t filling = sizeof letter.bytes - spare;
        size_t head = letter.length;
        if (spare)
            letter.length = filling;
        all = own_write(own, b->model, &live, seat, &letter);
        size_t wrote = letter.length - (spare ? filling : head);
        if (spare)
            memmove(letter.bytes + head, letter.bytes + filling, wrote);
        assert_true(letter_read(&reader, 1, letter.bytes, head + wrote));
        assert_true(letters < 1000);
    }
    return letters;
}

static seat_id writer(struct bench *b)
{
    bench_open_workshop(b);
    bench_schools(b, 2);
    bench_boards(b);
    return bench_join(b, CODE_SCHOOL, 1);
}

static void ask(struct bench *b, seat_id seat, struct command command)
{
    assert_int_equal(bench_ask(b, seat, command), REFUSAL_NONE);
}

static void what_has_changed_is_sent_once(void **state)
{
    struct bench b;
    struct own own = {0};
    struct received to = {0};
    (void)state;
    seat_id seat = writer(&b), other = bench_join(&b, CODE_SCHOOL, 2);
    assert_int_equal(room_create(&to.room), ERROR_OK);
    send(&b, &own, seat, &to, 0);
    assert_int_equal(to.items, 1);
    assert_int_equal(to.room->me.seat, seat);

    ask(&b, seat, ask_add_note(1, 1, "Mine"));
    ask(&b, other, ask_add_note(1, 1, "Somebody's"));
    ask(&b, seat, ask_add_note(2, 2, "Mine too"));
    send(&b, &own, seat, &to, 0);
    assert_int_equal(to.items, 2);
    assert_string_equal(to.room->own_notes[1].text, "Mine");
    assert_string_equal(to.room->own_notes[3].text, "Mine too");
    assert_int_equal(to.room->own_notes[2].state, NOTE_NONE);
    send(&b, &own, seat, &to, 0);
    assert_int_equal(to.items + to.removals, 0);

    struct command edit = {.kind = COMMAND_EDIT_NOTE, .change.note = {.note = 1, .revision = 1}};
    strcpy(edit.change.note.text, "Mine, put better");
    ask(&b, seat, edit);
    send(&b, &own, seat, &to, 0);
    assert_int_equal(to.items, 1);
    assert_string_equal(to.room->own_notes[1].text, "Mine, put better");

    struct command withdraw = {.kind = COMMAND_REMOVE_NOTE, .change.note.note = 3};
    ask(&b, seat, withdraw);
    send(&b, &own, seat, &to, 0);
    assert_int_equal(to.items, 0);
    assert_int_equal(to.removals, 1);
    assert_int_equal(to.room->own_notes[3].state, NOTE_NONE);

    bench_set_board(&b, 1, BOARD_CLOSED);
    send(&b, &own, seat, &to, 0);
    assert_int_equal(to.removals, 1);
    assert_int_equal(own.count, 1);
    own_release(&own);
    room_destroy(&to.room);
    bench_close(&b);
}

static void answers_are_told_while_they_can_be_changed(void **state)
{
    struct bench b;
    struct own own = {0};
    struct received to = {0};
    (void)state;
    seat_id seat = writer(&b);
    assert_int_equal(room_create(&to.room), ERROR_OK);
    ask(&b, SEAT_KIOSK, ask_round(SLIP_READING, 2, ROUND_OPEN));
    ask(&b, seat, ask_slip(SLIP_READING, 2, 0, 7));
    send(&b, &own, seat, &to, 0);
    assert_int_equal(to.room->own_slips[SLIP_READING][2].value, 7);
    ask(&b, seat, ask_slip(SLIP_READING, 2, 0, 4));
    send(&b, &own, seat, &to, 0);
    assert_int_equal(to.items, 1);
    assert_int_equal(to.room->own_slips[SLIP_READING][2].value, 4);
    ask(&b, SEAT_KIOSK, ask_round(SLIP_READING, 2, ROUND_SHOWN));
    send(&b, &own, seat, &to, 0);
    assert_int_equal(to.room->own_slips[SLIP_READING][2].value, 0);
    assert_int_equal(to.items, 0);
    assert_int_equal(to.removals, 1);
    own_release(&own);
    room_destroy(&to.room);
    bench_close(&b);
}

/* Letters that are nearly full: everything comes all the same, each thing once. */
static void full_letters_lose_nothing(void **state)
{
    struct bench b;
    struct own own = {0};
    struct received to = {0};
    (void)state;
    seat_id seat = writer(&b);
    char text[NOTE_VISIBLE + 1];
    assert_int_equal(room_create(&to.room), ERROR_OK);
    unsigned notes = 0;
    for (; notes < 40; notes++) {
        snprintf(text, sizeof text, "note %03u %.*s", notes + 1, 100,
                 "of some length, so that few of them find room in what is left of a letter, "
                 "and more letters are needed");
        ask(&b, seat, ask_add_note(1, 1, text));
    }
    unsigned letters = send(&b, &own, seat, &to, 400);
    assert_true(letters > 10);
    assert_int_equal(own.count, notes + 1);
    for (note_id n = 1; n <= notes; n++)
        assert_string_equal(to.room->own_notes[n].text, b.model->notes[n].text);
    bench_set_board(&b, 1, BOARD_CLOSED);
    assert_true(send(&b, &own, seat, &to, 40) > 5);
    for (note_id n = 1; n <= notes; n++)
        assert_int_equal(to.room->own_notes[n].state, NOTE_NONE);
    assert_int_equal(own.count, 1);
    own_release(&own);
    room_destroy(&to.room);
    bench_close(&b);
}

/* Of this program alone: other tests may run beside it. */
static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Every seat taken, two thousand notes, four answers each: looking whether anything of anybody's
 * has changed, which is done at most twenty times a second. */
static void a_crowd_is_looked_through_quickly(void **state)
{
    static struct own crowd[CROWD + 1];
    static const struct live live;
    struct bench b;
    (void)state;
    seat_id first = writer(&b);
    while (b.model->seat_count < CROWD)
        bench_join(&b, CODE_SCHOOL, 1);
    for (unsigned i = 0; i < NOTES; i++)
        ask(&b, (seat_id)(first + i * 2 % (CROWD - 1)), ask_add_note(1, 1, "A note"));
    for (uint8_t subject = 1; subject <= 3; subject++)
        ask(&b, SEAT_KIOSK, ask_round(SLIP_READING, subject, ROUND_OPEN));
    for (seat_id s = first; s <= CROWD; s++)
        ask(&b, s, ask_slip(SLIP_READING, (uint8_t)(1 + s % 3), 0, 5));
    size_t most = 0;
    for (seat_id s = 1; s <= CROWD; s++) {
        letter_begin(&letter, 1);
        assert_true(own_write(&crowd[s], b.model, &live, s, &letter));
        most = crowd[s].capacity > most ? crowd[s].capacity : most;
    }
    assert_true(most * 16 + sizeof *crowd <= BUDGET);
    double least = 1e9;
    for (int round = 0; round < 10; round++) {
        double began = now_ms();
        for (seat_id s = 1; s <= CROWD; s++) {
            crowd[s].due = true;
            letter_begin(&letter, 1);
            size_t empty = letter.length;
            assert_true(own_write(&crowd[s], b.model, &live, s, &letter));
            assert_int_equal(letter.length, empty);
        }
        double took = now_ms() - began;
        least = took < least ? took : least;
    }
    print_message("%d seats looked through in %.1f ms, %zu bytes a seat\n", CROWD, least,
                  most * 16 + sizeof *crowd);
    assert_true(least < 200); /* generous: a debug build */
    for (seat_id s = 1; s <= CROWD; s++)
        own_release(&crowd[s]);
    bench_close(&b);
}

static void drop_item(void *context, const struct item *item)
{
    ++*(unsigned *)context;
    (void)item;
}

/* Everybody votes, and supports some of 256 actions. What then is done for one more vote: it is
 * decided, whatever is the same for many is projected, and each seat's own is looked through. */
static void a_crowd_votes(void **state)
{
    static struct own crowd[CROWD + 1];
    static struct live live;
    struct bench b;
    unsigned items = 0;
    (void)state;
    seat_id first = writer(&b);
    while (b.model->seat_count < CROWD)
        bench_join(&b, CODE_SCHOOL, 1);
    memset(live.presence, PRESENCE_HERE, sizeof live.presence);
    for (unsigned a = 0; a < 256; a++) {
        struct command add = ask_action(COMMAND_ADD_ACTION, 0, 0, 0, "Something to be done");
        add.change.action.state = ACTION_PROPOSED;
        add.change.action.content.months = 0;
        ask(&b, SEAT_KIOSK, add);
    }
    ballot_id ballot = bench_ballot(&b, ask_add_ballot(METHOD_DOTS, OPTIONS_MAX));
    double began = now_ms();
    for (seat_id s = first; s <= CROWD; s++)
        ask(&b, s, ask_paper(ballot, 1, 0, "0012"));
    double voting = now_ms() - began;
    for (seat_id s = first; s <= CROWD; s++)
        for (unsigned i = 0; i < 8; i++) {
            struct command support = {.kind = COMMAND_SUPPORT_ACTION};
            support.change.action.action = (action_id)(1 + (s + i * 31U) % 256);
            support.change.action.on = true;
            ask(&b, s, support);
        }
    for (seat_id s = 1; s <= CROWD; s++) {
        letter_begin(&letter, 1);
        assert_true(own_write(&crowd[s], b.model, &live, s, &letter));
    }
    double least = 1e9;
    for (int round = 0; round < 5; round++) {
        ask(&b, first, ask_paper(ballot, 1, 0, round % 2 ? "0012" : "2100"));
        began = now_ms();
        for (unsigned kind = 0; kind < AUDIENCE_SCHOOL; kind++)
            model_project(b.model, &live, (struct audience){(enum audience_kind)kind, 0}, drop_item,
                          &items);
        for (seat_id s = 1; s <= CROWD; s++) {
            crowd[s].due = true;
            letter_begin(&letter, 1);
            size_t empty = letter.length;
            assert_true(own_write(&crowd[s], b.model, &live, s, &letter));
            assert_int_equal(letter.length > empty, s == first);
        }
        double took = now_ms() - began;
        least = took < least ? took : least;
    }
    print_message("%d votes in %.0f ms; after one more all is looked through in %.1f ms\n",
                  CROWD - first + 1, voting, least);
    assert_true(least < 1000); /* generous: a debug build */
    began = now_ms();
    ask(&b, SEAT_KIOSK, ask_set_ballot(ballot, BALLOT_CLOSED));
    ask(&b, SEAT_KIOSK, ask_set_ballot(ballot, BALLOT_REVEALED));
    assert_true(now_ms() - began < 1000);
    assert_int_equal(b.model->ballots[ballot].tally.papers, CROWD - first + 1);
    for (seat_id s = 1; s <= CROWD; s++)
        own_release(&crowd[s]);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_changed_is_sent_once),
        cmocka_unit_test(answers_are_told_while_they_can_be_changed),
        cmocka_unit_test(full_letters_lose_nothing),
        cmocka_unit_test(a_crowd_is_looked_through_quickly),
        cmocka_unit_test(a_crowd_votes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
