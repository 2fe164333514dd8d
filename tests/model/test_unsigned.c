/* That nobody can be told from what people answered, once it is shown. */

#include "model/asking.h"
#include "model/author.h"
#include "testing.h"

#include <stdlib.h>

enum { PEOPLE = ASKING_PEOPLE, KEPT_MAX = 400 };

static struct bench bench;
static struct bench *b = &bench;
static struct live live;
static struct room *room;
static seat_id people[PEOPLE];
static struct event *kept;
static unsigned kept_count;

static void keep(void *context, const struct event *event)
{
    (void)context;
    assert_true(kept_count < KEPT_MAX);
    kept[kept_count++] = *event;
}

static int start(void **state)
{
    (void)state;
    memset(&live, 0, sizeof live);
    asking_open(b);
    kept_count = 0;
    b->seen = keep;
    asking_come_in(b, people, &live);
    return 0;
}

static void call(enum slip_kind kind, uint8_t subject, enum round_state state)
{
    bench_must(b, SEAT_KIOSK, ask_round(kind, subject, state));
}

/* No event of an answer says who gave it or when; its secret does until it is shown. */
static void answers_name_nobody(void **state)
{
    (void)state;
    call(SLIP_READING, 1, ROUND_OPEN);
    unsigned first = kept_count;
    b->now_ms += 123456;
    asking_read(b, people, PEOPLE);
    bench_must(b, people[0], ask_slip(SLIP_READING, 1, 0, 10));
    for (unsigned i = first; i < kept_count; i++) {
        assert_int_equal(kept[i].seat, 0);
        assert_int_equal(kept[i].command, 0);
        assert_int_equal(kept[i].at_ms % 300000, 0);
        assert_int_equal(kept[i].secret.length, kept[i].kind == EVENT_SLIP_FILLED ? 6 : 0);
    }
    assert_int_equal(author_from_secret(&kept[first + 1].secret).seat, people[1]);
    call(SLIP_READING, 1, ROUND_SHOWN);
    for (unsigned i = 1; i <= PEOPLE; i++) {
        static const struct author nobody;
        assert_memory_equal(&b->model->slips[i].author, &nobody, sizeof nobody);
        assert_int_equal(b->model->slips[i].author_event + b->model->slips[i].next_own, 0);
        assert_int_equal(b->model->seats[people[i - 1]].own_slip, 0);
    }
}

/* What showing makes worthless is wiped from the file, and the file means the same without. */
static void wiping_changes_no_state_but_who_it_was(void **state)
{
    (void)state;
    uint64_t first = b->model->event_count - kept_count + 1;
    call(SLIP_READING, 1, ROUND_OPEN);
    call(SLIP_READING, 2, ROUND_OPEN);
    asking_read(b, people, PEOPLE);
    bench_must(b, SEAT_KIOSK, ask_slip(SLIP_READING, 1, 2, 5));
    bench_must(b, people[0], ask_slip(SLIP_READING, 2, 0, 5));
    for (unsigned i = 1; i <= b->model->slip_count; i++) {
        assert_int_equal(kept[b->model->slips[i].author_event - first].kind, EVENT_SLIP_FILLED);
        if (b->model->slips[i].subject == 1)
            kept[b->model->slips[i].author_event - first].secret = (struct secret){0};
    }
    call(SLIP_READING, 1, ROUND_SHOWN);
    struct bench again;
    asking_open(&again);
    unsigned with_secret = 0;
    for (unsigned i = 0; i < kept_count; i++) {
        with_secret += kept[i].kind == EVENT_SLIP_FILLED && kept[i].secret.length > 0;
        assert_true(model_fits(again.model, &kept[i]));
        model_apply(again.model, &kept[i]);
    }
    assert_int_equal(with_secret, 1); /* condition 2 is still being asked */
    assert_memory_equal(again.model, b->model, sizeof *again.model);
    bench_close(&again);
}

/* What people said of the day is told at its end; what was not shown by then never is. */
static void closing_ends_what_is_asked_and_forgets_every_author(void **state)
{
    (void)state;
    call(SLIP_READING, 1, ROUND_OPEN);
    asking_read(b, people, PEOPLE);
    call(SLIP_OBJECTIVE, 1, ROUND_OPEN);
    for (unsigned i = 0; i < PEOPLE; i++)
        bench_must(b, people[i], ask_slip(SLIP_OBJECTIVE, 2, 0, 1));
    bench_must(b, SEAT_KIOSK, (struct command){.kind = COMMAND_CLOSE});
    for (unsigned i = 1; i <= 2 * PEOPLE; i++)
        assert_int_equal(b->model->slips[i].author.seat, 0);
    for (unsigned i = 0; i < PEOPLE; i++)
        assert_int_equal(b->model->seats[people[i]].own_slip, 0);
    bench_look(b, room, &live, AUDIENCE_FACILITATOR, 0);
    assert_int_equal(room->tallies[SLIP_OBJECTIVE][2].values[1], PEOPLE);
    assert_int_equal(room->rounds[SLIP_OBJECTIVE].asked, PEOPLE);
    assert_int_equal(room->tallies[SLIP_READING][1].count, 0);
    assert_int_equal(room->readings[1][1].count, 0);
    assert_int_equal(room->rounds[SLIP_READING].subject, 0);
}

#define TEST(name) BENCH_TEST(name, start, &bench)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(answers_name_nobody),
        TEST(wiping_changes_no_state_but_who_it_was),
        TEST(closing_ends_what_is_asked_and_forgets_every_author),
    };
    kept = calloc(KEPT_MAX, sizeof *kept);
    int failed = !kept || room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    free(kept);
    return failed;
}
