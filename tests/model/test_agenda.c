#include "model/bench.h"
#include "model/project.h"
#include "testing.h"

/* Where the workshop is, and its timers: item 1 has 30 minutes, item 2 has 20, item 3 none. */

static struct bench bench;
static struct bench *b = &bench;

enum { MINUTE = 60000 };

static int open_review(void **state)
{
    (void)state;
    bench_open_workshop(b);
    return 0;
}

static void ask(struct command c)
{
    assert_int_equal(bench_ask(b, SEAT_KIOSK, c), REFUSAL_NONE);
}

static int64_t left(unsigned item)
{
    return model_timer_left(&b->model->timers[item][0], b->now_ms);
}

static void going_through_the_agenda(void **state)
{
    (void)state;
    ask(ask_go(1, 1));
    ask(ask_go(1, 3));
    assert_int_equal(b->model->place.item, 1);
    assert_int_equal(b->model->place.step, 3);
    uint64_t events = b->model->event_count;
    ask(ask_go(1, 3)); /* there already */
    assert_int_equal(b->model->event_count, events);
    ask(ask_go(0, 1));
    assert_int_equal(b->model->place.item, 0);
}

static void coming_to_an_item_starts_its_timer(void **state)
{
    (void)state;
    ask(ask_go(1, 1));
    b->now_ms += 10 * MINUTE;
    assert_int_equal(left(1), 20 * MINUTE);
    ask(ask_go(1, 2)); /* another screen, the same timer */
    assert_int_equal(left(1), 20 * MINUTE);
    b->now_ms += 25 * MINUTE;
    assert_int_equal(left(1), -5 * MINUTE);
}

static void pausing_and_going_on(void **state)
{
    (void)state;
    ask(ask_go(1, 1));
    b->now_ms += 10 * MINUTE;
    ask(ask_time(TIMER_PAUSE, 0));
    b->now_ms += 7 * MINUTE;
    assert_int_equal(left(1), 20 * MINUTE);
    uint64_t events = b->model->event_count;
    ask(ask_time(TIMER_PAUSE, 0));
    assert_int_equal(b->model->event_count, events);
    ask(ask_time(TIMER_START, 0));
    b->now_ms += MINUTE;
    assert_int_equal(left(1), 19 * MINUTE);
}

static void adding_and_taking_away(void **state)
{
    (void)state;
    ask(ask_go(1, 1));
    ask(ask_time(TIMER_ADD, 5 * MINUTE));
    assert_int_equal(left(1), 35 * MINUTE);
    assert_true(b->model->timers[1][0].running);
    ask(ask_time(TIMER_PAUSE, 0));
    ask(ask_time(TIMER_ADD, -40 * MINUTE));
    assert_int_equal(left(1), -5 * MINUTE);
    assert_false(b->model->timers[1][0].running);
}

/* Lunch does not eat the time of the item it interrupts. */
static void leaving_stops_and_coming_back_goes_on(void **state)
{
    (void)state;
    ask(ask_go(1, 1));
    b->now_ms += 10 * MINUTE;
    ask(ask_go(3, 1));
    assert_false(b->model->timers[3][0].running);
    b->now_ms += 45 * MINUTE;
    assert_int_equal(left(1), 20 * MINUTE);
    ask(ask_go(1, 1));
    b->now_ms += 2 * MINUTE;
    assert_int_equal(left(1), 18 * MINUTE);
    ask(ask_go(2, 1));
    assert_int_equal(left(2), 20 * MINUTE);
}

static void a_clock_set_back_gives_no_time(void **state)
{
    (void)state;
    ask(ask_go(1, 1));
    b->now_ms -= 60 * MINUTE;
    assert_int_equal(left(1), 30 * MINUTE);
    ask(ask_time(TIMER_PAUSE, 0));
    assert_int_equal(left(1), 30 * MINUTE);
    ask(ask_time(TIMER_START, 0));
    b->now_ms += MINUTE;
    assert_int_equal(left(1), 29 * MINUTE);
}

/* Nothing overflows, however absurd the clock is. */
static void absurd_clocks_are_borne(void **state)
{
    (void)state;
    static const int64_t clocks[] = {TIME_MOST_MS, -TIME_MOST_MS, 0, TIME_MOST_MS, -TIME_MOST_MS};
    for (int item = 1; item <= 2; item++)
        for (size_t i = 0; i < 5; i++) {
            b->now_ms = clocks[i];
            ask(ask_go((unsigned)item, 1));
            ask(ask_time(TIMER_ADD, -24 * 60 * MINUTE));
            ask(ask_time(TIMER_PAUSE, 0));
            ask(ask_time(TIMER_ADD, 24 * 60 * MINUTE));
            ask(ask_time(TIMER_START, 0));
            assert_true(left((unsigned)item) >= -TIME_MOST_MS);
            ask(ask_go(0, 1));
        }
}

/* Item 1's second step gets five minutes of its own. */
static void give_a_step_minutes(uint16_t minutes)
{
    struct command c = {.kind = COMMAND_CHANGE_AGENDA_ITEM};
    c.change.agenda.item = 1;
    c.change.agenda.revision = b->model->plan_revision;
    c.change.agenda.content = b->model->items[1];
    c.change.agenda.content.steps[1].minutes = minutes;
    ask(c);
}

static struct timer_item shown;
static struct workshop_item workshop;

static void see(void *context, const struct item *item)
{
    (void)context;
    if (item->key.kind == ITEM_TIMER)
        shown = item->body.timer;
    if (item->key.kind == ITEM_WORKSHOP)
        workshop = item->body.workshop;
}

static void look(void)
{
    static struct live live;
    model_project(b->model, &live, (struct audience){AUDIENCE_PROJECTOR, 0}, see, NULL);
}

static void a_step_has_a_time_of_its_own(void **state)
{
    (void)state;
    give_a_step_minutes(5);
    ask(ask_go(1, 1));
    b->now_ms += MINUTE;
    look();
    assert_int_equal(shown.whole_ms, 30 * MINUTE);
    ask(ask_go(1, 2));
    b->now_ms += 2 * MINUTE;
    look();
    assert_true(shown.shown && shown.running);
    assert_int_equal(shown.whole_ms, 5 * MINUTE);
    assert_int_equal(shown.ends_ms - b->now_ms, 3 * MINUTE);
    assert_int_equal(left(1), 27 * MINUTE); /* the item's goes on meanwhile */
    ask(ask_time(TIMER_PAUSE, 0));
    b->now_ms += MINUTE;
    look();
    assert_int_equal(shown.left_ms, 3 * MINUTE);
    assert_int_equal(left(1), 26 * MINUTE);
    ask(ask_go(1, 3));
    look();
    assert_int_equal(shown.whole_ms, 30 * MINUTE);
    ask(ask_go(1, 2));
    ask(ask_time(TIMER_ADD, MINUTE));
    assert_int_equal(model_timer_left(&b->model->timers[1][2], b->now_ms), 4 * MINUTE);
}

/* A longer plan is more time for what is under way. */
static void changing_an_item_changes_its_time(void **state)
{
    (void)state;
    ask(ask_go(1, 2));
    b->now_ms += 10 * MINUTE;
    struct command c = {.kind = COMMAND_CHANGE_AGENDA_ITEM};
    c.change.agenda.item = 1;
    c.change.agenda.revision = b->model->plan_revision;
    c.change.agenda.content = b->model->items[1];
    c.change.agenda.content.minutes = 45;
    strcpy(c.change.agenda.content.title, "A longer welcome");
    ask(c);
    assert_int_equal(left(1), 35 * MINUTE);
    assert_string_equal(b->model->items[1].title, "A longer welcome");
    uint64_t events = b->model->event_count;
    c.id = 0;
    ask(c); /* as it is already */
    assert_int_equal(b->model->event_count, events);
    give_a_step_minutes(5); /* a timer that there was none of starts now */
    look();
    assert_true(shown.running);
    assert_int_equal(shown.whole_ms, 5 * MINUTE);
    give_a_step_minutes(0);
    look();
    assert_int_equal(shown.whole_ms, 45 * MINUTE);
    c.change.agenda.content.minutes = 0;
    c.change.agenda.revision = b->model->plan_revision;
    c.id = 0;
    ask(c);
    look();
    assert_false(shown.shown || shown.running);
}

static void a_view_lasts_as_long_as_its_place(void **state)
{
    (void)state;
    struct command c = ask_look(false, 2);
    c.change.view.page = 3;
    c.change.view.larger = 2;
    c.change.view.frozen = true;
    c.change.view.finding_kind = FINDING_GAP;
    c.change.view.finding = 1;
    ask(c);
    ask(ask_go(1, 1));
    const struct view *view = &b->model->view;
    assert_int_equal(view->page + view->finding_kind + view->finding, 0);
    assert_true(view->frozen && view->larger == 2 && view->focus == 2);
    uint64_t events = b->model->event_count;
    c.change.view = *view;
    c.id = 0;
    ask(c);
    assert_int_equal(b->model->event_count, events);
}

static void timers_can_be_hidden(void **state)
{
    (void)state;
    look();
    assert_false(workshop.hide_timers);
    bench_set(b, SETTING_HIDE_TIMERS, true);
    look();
    assert_true(workshop.hide_timers);
}

static void a_closed_workshop_has_no_time(void **state)
{
    (void)state;
    ask(ask_go(1, 1));
    look();
    assert_true(shown.shown && shown.running);
    ask((struct command){.kind = COMMAND_CLOSE});
    look();
    assert_false(shown.shown || shown.running);
}

int main(void)
{
#define REVIEW_TEST(f) BENCH_TEST(f, open_review, &bench)
    const struct CMUnitTest tests[] = {
        REVIEW_TEST(going_through_the_agenda),
        REVIEW_TEST(coming_to_an_item_starts_its_timer),
        REVIEW_TEST(pausing_and_going_on),
        REVIEW_TEST(adding_and_taking_away),
        REVIEW_TEST(leaving_stops_and_coming_back_goes_on),
        REVIEW_TEST(a_clock_set_back_gives_no_time),
        REVIEW_TEST(absurd_clocks_are_borne),
        REVIEW_TEST(a_step_has_a_time_of_its_own),
        REVIEW_TEST(changing_an_item_changes_its_time),
        REVIEW_TEST(a_view_lasts_as_long_as_its_place),
        REVIEW_TEST(timers_can_be_hidden),
        REVIEW_TEST(a_closed_workshop_has_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
