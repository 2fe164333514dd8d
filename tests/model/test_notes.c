#include "model/bench.h"
#include "model/project.h"
#include "testing.h"

/* Notes: what those who write them can do, what the events say of them, and who is given which. */

static struct bench bench;
static struct bench *b = &bench;
static struct live live;

enum { OPEN = 1, HELD = 2, PERSONAL = 3 }; /* the boards of bench_boards */

static int start(void **state)
{
    bench_open_workshop(*state);
    bench_boards(*state);
    return 0;
}

static const struct note *note(note_id id)
{
    return &b->model->notes[id];
}

/* ---- what an audience is given */

static struct sight {
    struct note_item notes[32];
    struct own_note_item own[32];
    struct board_item boards[4];
    struct view view;
    struct undo_item undo;
    unsigned count, own_count;
} sight;

static void see(void *context, const struct item *item)
{
    (void)context;
    if (item->key.kind == ITEM_NOTE && ++sight.count)
        sight.notes[item->key.a] = item->body.note;
    if (item->key.kind == ITEM_OWN_NOTE && ++sight.own_count)
        sight.own[item->key.a] = item->body.own_note;
    if (item->key.kind == ITEM_BOARD)
        sight.boards[item->key.a] = item->body.board;
    if (item->key.kind == ITEM_VIEW)
        sight.view = item->body.view;
}

static const struct sight *look(enum audience_kind kind, uint16_t id)
{
    memset(&sight, 0, sizeof sight);
    model_project(b->model, &live, (struct audience){kind, id}, see, NULL);
    return &sight;
}

/* ---- events */

static struct event last_event;
static unsigned event_count;

static void keep(void *context, const struct event *event)
{
    (void)context;
    last_event = *event;
    event_count++;
}

static void watch(void)
{
    b->seen = keep;
    event_count = 0;
}

/* ---- tests */

static void unsigned_events_carry_nothing(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    watch();
    b->now_ms = INT64_C(1700000123456);
    bench_note(b, ann, OPEN, 1, "a thought");
    assert_int_equal(last_event.seat, 0);
    assert_int_equal(last_event.command, 0);
    assert_int_equal(last_event.at_ms % (5 * 60 * 1000), 0);
    assert_true(b->now_ms - last_event.at_ms < 5 * 60 * 1000);
    assert_int_equal(last_event.secret.length, 6);
    assert_int_equal(last_event.secret.bytes[0], ann);
    assert_string_equal(last_event.change.note.by, "");
    struct command edit = ask_note(b, COMMAND_EDIT_NOTE, 1);
    strcpy(edit.change.note.text, "a second thought");
    bench_must(b, ann, edit);
    assert_int_equal(last_event.seat + last_event.command + last_event.secret.length, 0);
    bench_must(b, ann, ask_note(b, COMMAND_REMOVE_NOTE, 1));
    assert_int_equal(last_event.seat + last_event.command + last_event.secret.length, 0);
    assert_int_equal(b->model->undo.count, 3); /* the three boards opened, and nothing of hers */
}

static void who_signs_does_so_with_their_own_name(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    bench_must(b, ann, ask_seat(COMMAND_NAME_SEAT, ann, 0, false, "Ann Ablett"));
    struct command c = ask_add_note(OPEN, 1, "mine");
    strcpy(c.change.note.by, "The head of elsewhere");
    bench_must(b, ann, c);
    assert_string_equal(note(1)->by, "Ann Ablett");
    bench_must(b, SEAT_KIOSK, c); /* for somebody without a laptop */
    assert_string_equal(note(2)->by, "The head of elsewhere");
}

static void people_change_their_own(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    note_id n = bench_note(b, ann, OPEN, 1, "first"), other = bench_note(b, ann, OPEN, 2, "second");
    struct command edit = ask_note(b, COMMAND_EDIT_NOTE, n);
    edit.change.note.revision = look(AUDIENCE_SEAT, ann)->own[n].revision;
    strcpy(edit.change.note.text, "better");
    bench_must(b, ann, edit);
    assert_string_equal(note(n)->text, "better");
    watch();
    bench_must(b, ann, edit); /* its receipt was lost: the text stands already */
    assert_int_equal(event_count, 0);
    strcpy(edit.change.note.text, "from an older sight");
    assert_int_equal(bench_ask(b, ann, edit), REFUSAL_CHANGED);
    bench_must(b, ann, ask_note(b, COMMAND_REMOVE_NOTE, other));
    bench_must(b, ann, ask_note(b, COMMAND_REMOVE_NOTE, other));
    assert_int_equal(event_count, 1);
    assert_int_equal(look(AUDIENCE_SEAT, ann)->own_count, 1);
    assert_string_equal(sight.own[n].text, "better");
}

/* A star or a move is no reason to tell the writer that their own text has changed. */
static void the_facilitators_work_is_not_in_the_writers_way(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    note_id n = bench_note(b, ann, OPEN, 1, "first");
    struct command edit = ask_note(b, COMMAND_EDIT_NOTE, n);
    edit.change.note.revision = look(AUDIENCE_SEAT, ann)->own[n].revision;
    struct command move = ask_note(b, COMMAND_MOVE_NOTE, n);
    move.change.note.heading = 2;
    bench_must(b, SEAT_KIOSK, move);
    strcpy(edit.change.note.text, "better");
    bench_must(b, ann, edit);
    assert_string_equal(note(n)->text, "better");
}

static void a_retry_makes_no_second_note(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0), ben = bench_join(b, CODE_ROOM, 0);
    struct command c = ask_add_note(OPEN, 1, "once");
    c.id = 500;
    bench_must(b, ann, c);
    bench_must(b, ann, c);
    assert_int_equal(b->model->note_count, 1);
    bench_must(b, ben, c); /* the same number of somebody else is another command */
    assert_int_equal(b->model->note_count, 2);
    assert_int_equal(model_last_command(b->model, ann), 500);
    c = ask_seat(COMMAND_NAME_SEAT, ann, 0, false, "Ann");
    c.id = 501;
    bench_must(b, ann, c);
    assert_int_equal(model_last_command(b->model, ann), 501);
    assert_int_equal(b->model->seats[ann].last_command, 501);
}

/* Another laptop counts from one again: its first command is not taken for the old one's. */
static void a_moved_seat_counts_anew(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    struct command c = ask_add_note(OPEN, 1, "from the old laptop");
    c.id = 1;
    bench_must(b, ann, c);
    bench_must(b, SEAT_KIOSK, ask_join(bench_code(b, CODE_SEAT, 0, ann)));
    assert_int_equal(model_last_command(b->model, ann), 0);
    c = ask_add_note(OPEN, 1, "from the new laptop");
    c.id = 1;
    bench_must(b, ann, c);
    assert_int_equal(b->model->note_count, 2);
    assert_int_equal(look(AUDIENCE_SEAT, ann)->own_count, 1);
}

static void closing_forgets_who_wrote(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0);
    note_id n = bench_note(b, ann, OPEN, 1, "soon nobody's"),
            kept = bench_note(b, ann, HELD, 1, "hers");
    assert_int_equal(note(n)->author.seat, ann);
    assert_int_equal(note(n)->author_event, b->model->event_count - 1);
    bench_set_board(b, OPEN, BOARD_CLOSED);
    assert_int_equal(note(n)->author.seat + note(n)->author.command, 0);
    assert_int_equal(note(n)->author_event, 0);
    assert_int_equal(note(kept)->author.seat, ann);
    assert_int_equal(look(AUDIENCE_SEAT, ann)->own_count, 1);
    struct command add = ask_add_note(OPEN, 1, "too late");
    assert_int_equal(bench_ask(b, ann, add), REFUSAL_BOARD_CLOSED);
    bench_set_board(b, OPEN, BOARD_OPEN);
    bench_note(b, ann, OPEN, 1, "new ones are welcome");
    assert_int_equal(bench_ask(b, ann, ask_note(b, COMMAND_REMOVE_NOTE, n)), REFUSAL_OTHER_NOTE);
    bench_must(b, SEAT_KIOSK, (struct command){.kind = COMMAND_CLOSE});
    for (note_id i = 1; i <= b->model->note_count; i++)
        assert_int_equal(note(i)->author.seat, 0);
    assert_int_equal(b->model->seats[ann].own_note, 0);
}

static void what_waits_is_the_facilitators_alone(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0), ben = bench_join(b, CODE_ROOM, 0);
    note_id n = bench_note(b, ann, HELD, 1, "may I?"),
            now = bench_note(b, SEAT_KIOSK, HELD, 1, "from the front");
    assert_int_equal(note(now)->state, NOTE_SHOWN);
    static const enum audience_kind others[] = {AUDIENCE_PROJECTOR, AUDIENCE_OBSERVER,
                                                AUDIENCE_PARTICIPANTS};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(look(others[i], 0)->notes[n].state, NOTE_NONE);
        assert_int_equal(sight.boards[HELD].waiting, 0);
        assert_int_equal(sight.boards[HELD].notes, 1);
    }
    assert_int_equal(look(AUDIENCE_FACILITATOR, 0)->notes[n].state, NOTE_WAITING);
    assert_int_equal(sight.boards[HELD].waiting, 1);
    assert_int_equal(look(AUDIENCE_SEAT, ann)->own[n].state, NOTE_WAITING);
    assert_int_equal(look(AUDIENCE_SEAT, ben)->own_count, 0);
    struct command hint = ask_add_note(HELD, 1, "may I suggest?");
    hint.change.note.parent = now;
    bench_must(b, ben, hint);
    assert_int_equal(look(AUDIENCE_PARTICIPANTS, 0)->count, 1);
    struct command yes = ask_note(b, COMMAND_APPROVE_NOTE, n);
    yes.change.note.on = true;
    bench_must(b, SEAT_KIOSK, yes);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->notes[n].state, NOTE_SHOWN);
    struct command edit = ask_note(b, COMMAND_EDIT_NOTE, n); /* a new text needs a new yes */
    edit.change.note.revision = note(n)->edits;
    strcpy(edit.change.note.text, "something else");
    bench_must(b, ann, edit);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->notes[n].state, NOTE_NONE);
    yes.change.note.revision = note(n)->revision;
    bench_must(b, SEAT_KIOSK, yes);
    yes.change.note.on = false; /* and can be held back again */
    bench_must(b, SEAT_KIOSK, yes);
    assert_int_equal(look(AUDIENCE_PARTICIPANTS, 0)->notes[n].state, NOTE_NONE);
}

static void personal_notes_reach_the_facilitator_when_closed(void **state)
{
    (void)state;
    seat_id ann = bench_join(b, CODE_ROOM, 0), ben = bench_join(b, CODE_ROOM, 0);
    note_id second = bench_note(b, ann, PERSONAL, 1, "pear"),
            first = bench_note(b, ben, PERSONAL, 1, "apple");
    assert_int_equal(look(AUDIENCE_FACILITATOR, 0)->count, 0);
    assert_int_equal(sight.boards[PERSONAL].notes, 2);
    assert_int_equal(bench_ask(b, SEAT_KIOSK, ask_note(b, COMMAND_STAR_NOTE, 1)), REFUSAL_NO_NOTE);
    assert_int_equal(look(AUDIENCE_SEAT, ann)->own_count, 1);
    bench_set_board(b, PERSONAL, BOARD_CLOSED);
    assert_int_equal(look(AUDIENCE_FACILITATOR, 0)->count, 2);
    assert_true(sight.notes[first].order < sight.notes[second].order);
    assert_int_equal(look(AUDIENCE_PROJECTOR, 0)->count, 0);
    assert_int_equal(look(AUDIENCE_PARTICIPANTS, 0)->count, 0);
    assert_int_equal(look(AUDIENCE_SEAT, ann)->own_count, 0);
    struct command show = ask_look(false, 0);
    show.change.view.note = first;
    assert_int_equal(bench_ask(b, SEAT_KIOSK, show), REFUSAL_NO_NOTE);
}

#define TEST(name) BENCH_TEST(name, start, &bench)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(unsigned_events_carry_nothing),
        TEST(who_signs_does_so_with_their_own_name),
        TEST(people_change_their_own),
        TEST(the_facilitators_work_is_not_in_the_writers_way),
        TEST(a_retry_makes_no_second_note),
        TEST(a_moved_seat_counts_anew),
        TEST(closing_forgets_who_wrote),
        TEST(what_waits_is_the_facilitators_alone),
        TEST(personal_notes_reach_the_facilitator_when_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
