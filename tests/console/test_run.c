#include "testing.h"

#include "console/sitting.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The run view by keys alone. */

static const struct rooms_spec grid = {.schools = 10,
                                       .ratings = ROOMS_MOST,
                                       .named = true,
                                       .seats = 12,
                                       .place = {2, 2},
                                       .elapsed_ms = 1040000,
                                       .address = "192.168.4.20"};

static int set_up(void **state)
{
    struct sitting *s;
    sitting_create(&s, &grid, 1920, 1080);
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct sitting *s = *state;
    sitting_destroy(&s);
    return 0;
}

static const struct waiting *chosen(const struct sitting *s)
{
    return &s->console->run.queue.chosen;
}

static const struct rating *rating_of(const struct sitting *s, struct waiting waiting)
{
    return &s->model->ratings[waiting.a][waiting.b];
}

static void test_agrees_to_the_chosen_one(void **state)
{
    struct sitting *s = *state;
    sitting_key(s, KEY_DOWN, 0);
    struct waiting second = *chosen(s);
    unsigned ratings = s->console->run.queue.ratings;
    assert_int_equal(second.kind, WAITING_RATING);
    assert_false(rating_of(s, second)->settled);
    sitting_letter(s, 'a', 0);
    assert_int_equal(s->refusal, REFUSAL_NONE);
    assert_true(rating_of(s, second)->settled);
    assert_int_equal(s->console->run.queue.ratings, ratings - 1);
    assert_int_not_equal(chosen(s)->a * 1000 + chosen(s)->b, second.a * 1000 + second.b);
}

/* What changes between the look and the key is not agreed to unseen. */
static void test_does_not_agree_to_what_was_not_seen(void **state)
{
    struct sitting *s = *state;
    struct waiting first = *chosen(s);
    struct proposal *theirs = &s->model->ratings[first.a][first.b].proposals[SIDE_SCHOOL];
    theirs->revision = ++s->model->ratings[first.a][first.b].revision;
    theirs->figure.now = 1;
    sitting_refresh(s);
    sitting_letter(s, 'a', 0);
    assert_false(rating_of(s, first)->settled);
    assert_true(sitting_shows(s, word(WORD_CONSOLE_JUST_CHANGED)));
    sitting_letter(s, 'a', 0);
    assert_true(rating_of(s, first)->settled);
}

static void test_suggests_another(void **state)
{
    struct sitting *s = *state;
    struct waiting first = *chosen(s);
    uint8_t now = rating_of(s, first)->proposals[SIDE_SCHOOL].figure.now;
    sitting_letter(s, 's', 0);
    sitting_key(s, KEY_RIGHT, 0);
    assert_int_equal(s->model->place.item, 2); /* the arrow is the scale's */
    sitting_key(s, KEY_ENTER, 0);
    const struct proposal *mine = &rating_of(s, first)->proposals[SIDE_MANAGER];
    assert_int_equal(mine->figure.now, now + 1);
    assert_int_not_equal(chosen(s)->a * 1000 + chosen(s)->b, first.a * 1000 + first.b);
    sitting_letter(s, 's', 0);
    sitting_key(s, KEY_ESCAPE, 0);
    assert_false(s->console->run.suggesting);
    sitting_key(s, KEY_RIGHT, 0); /* and arrows go on again */
    assert_int_equal(s->model->place.item, 3);
}

static void test_later_goes_to_the_end(void **state)
{
    struct sitting *s = *state;
    struct waiting first = *chosen(s);
    unsigned count = s->console->run.queue.count;
    sitting_letter(s, 'l', 0);
    const struct waiting *last = &s->console->run.queue.list[count - 1];
    assert_int_equal(s->console->run.queue.count, count);
    assert_int_equal(last->a, first.a);
    assert_int_equal(last->b, first.b);
    assert_int_equal(s->console->run.queue.at, 0);
}

static void test_news_does_not_move_what_is_chosen(void **state)
{
    struct sitting *s = *state;
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_DOWN, 0);
    struct waiting third = *chosen(s);
    sitting_guest(s, 1, "Sam Okafor"); /* stands before the others */
    assert_int_equal(s->console->run.queue.people, 1);
    assert_int_equal(chosen(s)->a, third.a);
    assert_int_equal(chosen(s)->b, third.b);
    assert_int_equal(s->console->run.queue.at, 3);
}

static void test_goes_anywhere_in_the_agenda(void **state)
{
    struct sitting *s = *state;
    sitting_letter(s, 'g', 0);
    sitting_key(s, KEY_END, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->place.item, s->model->item_count);
    sitting_letter(s, 'u', 0); /* and comes back without losing anything */
    assert_int_equal(s->model->place.item, 2);
    assert_int_equal(s->model->place.step, 2);
    sitting_letter(s, 'u', WITH_SHIFT);
    assert_int_equal(s->model->place.item, s->model->item_count);
    sitting_letter(s, 'g', 0);
    sitting_key(s, KEY_ESCAPE, 0);
    assert_false(s->console->run.jumping);
}

static void test_closes_at_the_end_alone_and_asks_first(void **state)
{
    struct sitting *s = *state;
    sitting_letter(s, 'e', WITH_CONTROL);
    assert_false(s->console->run.closing); /* in the middle of the morning */
    struct command last = {.kind = COMMAND_GO};
    last.change.place.item = s->model->item_count;
    last.change.place.step = s->model->items[s->model->item_count].step_count;
    sitting_obey(s, &last);
    assert_true(sitting_shows(s, word(WORD_CONSOLE_CLOSE)));
    sitting_letter(s, 'e', WITH_CONTROL);
    assert_true(sitting_shows(s, word(WORD_CONSOLE_CLOSE_MORE)));
    sitting_key(s, KEY_ESCAPE, 0); /* not yet */
    assert_true(sitting_shows(s, word(WORD_CONSOLE_CLOSE)));
    sitting_letter(s, 'e', WITH_CONTROL);
    assert_false(s->model->closed);
    sitting_letter(s, 'e', WITH_CONTROL);
    assert_true(s->model->closed);
    assert_true(sitting_shows(s, word(WORD_CONSOLE_CLOSED)));
}

static void test_keeps_the_time(void **state)
{
    struct sitting *s = *state;
    int64_t ends = s->room->timer.ends_ms;
    sitting_letter(s, 'm', 0);
    assert_int_equal(s->room->timer.ends_ms, ends + 60 * 1000);
    sitting_letter(s, 'p', 0);
    assert_false(s->room->timer.running);
    sitting_letter(s, 'p', 0);
    assert_true(s->room->timer.running);
    sitting_letter(s, 'h', WITH_SHIFT);
    assert_true(s->projector->workshop.hide_timers);
    assert_true(sitting_shows(s, word(WORD_CONSOLE_TIMERS_HIDDEN)));
    s->sight.clock += 20;
    sitting_step(s);
    assert_true(sitting_shows(s, "21 min behind"));
    uint16_t start = s->model->items[3].start;
    sitting_letter(s, 'd', 0);
    assert_int_equal(s->model->items[3].start, start + 21);
    assert_false(sitting_shows(s, "21 min behind"));
}

/* The notes are turned by a key, and begin again after the last page. */
static void test_turns_the_notes(void **state)
{
    struct sitting *s = *state;
    struct agenda_item *item = &s->model->items[s->model->place.item];
    item->notes[0] = '\0';
    for (int i = 0; i < 12; i++)
        strcat(item->notes, "A sentence that says what is to be thought of now. ");
    sitting_refresh(s);
    sitting_step(s);
    unsigned pages = s->console->run.notes_pages;
    assert_true(pages > 1);
    for (unsigned page = 1; page <= pages; page++) {
        sitting_letter(s, 'i', 0);
        assert_int_equal(s->console->run.notes_page, page % pages);
    }
}

/* With a minute more than planned it does not say "20:40 left of 20 min". */
static void test_says_when_it_is_longer_than_planned(void **state)
{
    struct sitting *s = *state;
    char of[64], planned[64];
    int minutes = (int)(s->room->timer.whole_ms / 60000);
    snprintf(of, sizeof of, word(WORD_CONSOLE_LEFT_OF), minutes);
    snprintf(planned, sizeof planned, word(WORD_CONSOLE_LEFT_LONGER), minutes);
    assert_true(sitting_shows(s, of));
    for (int i = 0; i < minutes; i++)
        sitting_letter(s, 'm', 0);
    assert_true(sitting_shows(s, planned));
}

static void test_asks_shows_and_asks_the_next(void **state)
{
    struct sitting *s = *state;
    s->model->items[2].steps[1].stage = STAGE_TOGETHER;
    sitting_refresh(s);
    sitting_letter(s, 'c', 0);
    assert_int_equal(s->room->rounds[SLIP_READING].subject, 1);
    assert_int_equal(s->room->rounds[SLIP_READING].state, ROUND_OPEN);
    for (seat_id seat = 1; seat <= 3; seat++)
        sitting_answer(s, seat, SLIP_READING, 1, (uint8_t)(2 + seat));
    sitting_step(s);
    assert_int_equal(s->room->rounds[SLIP_READING].answered, 3);
    assert_true(sitting_shows(s, word(WORD_CONSOLE_ROUND_WITHOUT)));
    sitting_letter(s, 'c', 0);
    assert_int_equal(s->room->rounds[SLIP_READING].state, ROUND_SHOWN);
    sitting_letter(s, 'c', 0);
    assert_int_equal(s->room->rounds[SLIP_READING].subject, 2);
    assert_true(sitting_tab_to(s, ui_id_of("round-other", 0)));
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->room->rounds[SLIP_READING].state, ROUND_NONE);
}

/* Blank and freeze act whether or not anything can be saved. */
static void test_blank_and_freeze_need_no_host(void **state)
{
    struct sitting *s = *state;
    static struct console_wish lost;
    input_letter(&s->input, 'b', 0);
    console_follow(s->console, &s->sight, &lost);
    ui_begin(&s->ui, &s->list, &ui_style_console, &s->input, s->now_ms);
    console_keys(s->console, &s->ui);
    ui_end(&s->ui);
    input_clear(&s->input);
    for (int i = 0; i < 5; i++) {
        s->now_ms += 1000;
        sitting_step(s); /* the room never heard of it, and says nothing new */
    }
    assert_true(s->console->blank);
    assert_true(sitting_shows(s, word(WORD_CONSOLE_SEES_NOTHING)));
}

/* A look that was refused is no part of the next one. */
/* Steps that were not taken, for the disk was full, are not taken later with the next. */
static void test_a_refused_step_is_forgotten(void **state)
{
    struct sitting *s = *state;
    s->console->going = (struct place){3, 1};
    console_refused(s->console, REFUSAL_NOT_SAVED);
    sitting_key(s, KEY_LEFT, 0);
    assert_int_equal(s->model->place.item, 2);
    assert_int_equal(s->model->place.step, 1);
}

/* What the host says stands as it is: not everything means that nothing is saved. */
static void test_tells_what_is_wrong(void **state)
{
    struct sitting *s = *state;
    const char *unsaved = word(WORD_CONSOLE_NOT_SAVED);
    strcpy(s->live.trouble, "A copy could not be made.");
    sitting_refresh(s);
    sitting_step(s);
    assert_false(sitting_shows(s, unsaved));
    assert_true(sitting_shows(s, s->live.trouble));
    snprintf(s->live.trouble, sizeof s->live.trouble, word(WORD_NOT_SAVED_BECAUSE), "Full.");
    sitting_refresh(s);
    sitting_step(s);
    assert_true(sitting_shows(s, unsaved));
    assert_true(sitting_shows(s, "Full."));
}

static void test_a_refusal_is_said_and_forgotten(void **state)
{
    struct sitting *s = *state;
    struct command no = {.kind = COMMAND_CONSENT};
    no.change.consent = (struct consent_change){1, 1 << SCOPE_ROOM, ANSWER_NO};
    sitting_obey(s, &no);
    sitting_letter(s, 'r', 0);
    assert_int_equal(s->refusal, REFUSAL_NAMES_OFF);
    assert_true(sitting_shows(s, refusal_text(REFUSAL_NAMES_OFF)));
    sitting_letter(s, 'o', 0);
    assert_int_equal(s->refusal, REFUSAL_NONE);
    assert_true(s->model->view.by_average);
}

/* Another machine's console blanks the screen: this one follows. */
static void test_follows_another_console(void **state)
{
    struct sitting *s = *state;
    struct command look = {.kind = COMMAND_LOOK, .change.view = s->model->view};
    look.change.view.blank = look.change.view.frozen = true;
    sitting_obey(s, &look);
    assert_true(s->console->blank && s->console->frozen);
    s->now_ms += 2000;
    look.change.view.blank = look.change.view.frozen = false;
    sitting_obey(s, &look);
    assert_false(s->console->blank || s->console->frozen);
}

/* Made of the facilitator's own room, the small picture holds no more than the room's. */
static void test_small_picture_without_the_projector(void **state)
{
    struct sitting *s = *state;
    s->own_room = true;
    sitting_guest(s, 1, "Sam Okafor");
    const struct room *made = s->console->stage.room;
    assert_ptr_not_equal(made, s->room);
    assert_true(made->workshop.named);
    unsigned shown = 0;
    for (condition_id c = 1; c <= CONDITIONS_MAX; c++)
        for (school_id school = 1; school <= SCHOOLS_MAX; school++) {
            struct cell_item cell = room_cell(made, c, school);
            struct cell_item there = room_cell(s->projector, c, school);
            shown += cell.now > 0;
            assert_int_equal(cell.now, there.now);
            assert_int_equal(cell.target, there.target);
            assert_int_equal(cell.state, there.state);
        }
    assert_in_range(shown, 50, 100); /* the grid with names is there, as the room has it */
    assert_int_equal(made->seats[1].role, ROLE_NONE);
    for (unsigned i = 1; i <= CODES_MAX; i++)
        assert_true(!made->codes[i].symbols[0] || made->codes[i].kind == CODE_ROOM);
    struct command no = {.kind = COMMAND_CONSENT};
    no.change.consent = (struct consent_change){1, 1 << SCOPE_ROOM, ANSWER_NO};
    sitting_obey(s, &no);
    made = s->console->stage.room;
    assert_false(made->workshop.named);
    for (unsigned c = 1; c <= CONDITIONS_MAX; c++) {
        assert_int_equal(made->summaries[c].has_figures, s->projector->summaries[c].has_figures);
        assert_int_equal(made->summaries[c].target_counted,
                         s->projector->summaries[c].target_counted);
    }
    for (unsigned c = 1; c <= CONDITIONS_MAX; c++)
        for (unsigned school = 1; school <= SCHOOLS_MAX; school++)
            assert_int_equal(room_cell(made, (condition_id)c, (school_id)school).now, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_agrees_to_the_chosen_one),
        TEST(test_does_not_agree_to_what_was_not_seen),
        TEST(test_suggests_another),
        TEST(test_later_goes_to_the_end),
        TEST(test_news_does_not_move_what_is_chosen),
        TEST(test_goes_anywhere_in_the_agenda),
        TEST(test_turns_the_notes),
        TEST(test_says_when_it_is_longer_than_planned),
        TEST(test_closes_at_the_end_alone_and_asks_first),
        TEST(test_keeps_the_time),
        TEST(test_asks_shows_and_asks_the_next),
        TEST(test_blank_and_freeze_need_no_host),
        TEST(test_a_refused_step_is_forgotten),
        TEST(test_tells_what_is_wrong),
        TEST(test_a_refusal_is_said_and_forgotten),
        TEST(test_follows_another_console),
        TEST(test_small_picture_without_the_projector),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
