/* Somebody who is asked things by the room, with a keyboard and nothing else. */

#include "screen/workday.h"
#include "testing.h"

enum { INGLE = 9, PUBLICITY = 7, TRAINING = 6 };

static void sit(struct desk *desk, int step)
{
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
    workday_go(desk, step);
}

/* The values given to a subject, taken together; 0: none. */
static int given(const struct desk *desk, enum slip_kind kind, int subject)
{
    int sum = 0;
    for (int i = 1; i <= desk->model->slip_count; i++)
        if (desk->model->slips[i].kind == kind && desk->model->slips[i].subject == subject)
            sum += desk->model->slips[i].value;
    return sum;
}

/* ---- "Have you ever...?" ---- */

static void each_question_opens_by_itself(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_ICEBREAKER);
    assert_int_equal(desk->screens->shown, SCREEN_WAITING);
    workday_call(desk, SLIP_ICEBREAKER, 1, ROUND_OPEN);
    assert_int_equal(desk->screens->shown, SCREEN_ICEBREAKER);
    desk_letter(desk, 'n', 0); /* no, and not the panel about names */
    assert_int_equal(given(desk, SLIP_ICEBREAKER, 1), 2);
    assert_true(desk_shows(desk, "Your answer is in"));
    desk_key(desk, KEY_ENTER, 0); /* change my answer */
    assert_int_equal(desk->screens->shown, SCREEN_ICEBREAKER);
    desk_letter(desk, 'y', 0);
    assert_int_equal(given(desk, SLIP_ICEBREAKER, 1), 1);
    assert_int_equal(desk->model->slip_count, 1);
    workday_call(desk, SLIP_ICEBREAKER, 1, ROUND_SHOWN);
    assert_int_equal(desk->screens->shown, SCREEN_WAITING);
    workday_call(desk, SLIP_ICEBREAKER, 2, ROUND_OPEN);
    assert_true(desk_shows(desk, "Have you ever asked another school for help?"));
}

static void what_is_being_written_is_not_taken_away(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_NOTES);
    desk_type(desk, "Half");
    workday_go(desk, WORKDAY_ICEBREAKER);
    workday_call(desk, SLIP_ICEBREAKER, 1, ROUND_OPEN);
    assert_int_equal(desk->screens->shown, SCREEN_NOTES);
    desk_type(desk, " a thought");
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(desk->model->notes[1].text, "Half a thought");
    desk_key(desk, KEY_ESCAPE, 0);
    assert_int_equal(desk->screens->shown, SCREEN_ICEBREAKER);
}

/* ---- rating together ---- */

static void a_reading_is_given_and_changed(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_TOGETHER);
    workday_other(desk, INGLE, "Grace Achieng"); /* has not read it yet */
    workday_call(desk, SLIP_READING, PUBLICITY, ROUND_OPEN);
    assert_int_equal(desk->screens->shown, SCREEN_READING);
    desk_letter(desk, '6', 0);
    assert_true(desk_shows(desk, "Give my reading: 6"));
    assert_int_equal(desk->model->slip_count, 0);
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(given(desk, SLIP_READING, PUBLICITY), 6);
    assert_true(desk_shows(desk, "Given: 6"));
    assert_true(desk_shows(desk, "Your reading is in. You can still change it."));
    desk_key(desk, KEY_RIGHT, 0);
    assert_true(desk_shows(desk, "Change it to 7"));
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(given(desk, SLIP_READING, PUBLICITY), 7);
    assert_int_equal(desk->model->slip_count, 1);
}

static void readings_stay_hidden_until_all_are_in(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_TOGETHER);
    seat_id other = workday_other(desk, INGLE, "Grace Achieng");
    workday_call(desk, SLIP_READING, PUBLICITY, ROUND_OPEN);
    desk_letter(desk, '6', 0);
    desk_key(desk, KEY_ENTER, 0);
    assert_false(desk_shows(desk, "Your school: one reading, 6"));
    workday_fill(desk, other, SLIP_READING, PUBLICITY, 3);
    assert_true(desk_shows(desk, "Your school: 2 readings, middle 4.5"));
}

static void the_lead_takes_the_middle_to_the_manager(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_TOGETHER);
    static const int values[] = {2, 2, 9, 9};
    workday_call(desk, SLIP_READING, TRAINING, ROUND_OPEN);
    for (int i = 0; i < 4; i++)
        workday_fill(desk, workday_other(desk, INGLE, "Somebody"), SLIP_READING, TRAINING,
                     values[i]);
    desk_letter(desk, '4', 0);
    desk_key(desk, KEY_ENTER, 0);
    workday_call(desk, SLIP_READING, TRAINING, ROUND_SHOWN);
    assert_true(desk_shows(desk, "Your school: 5 readings, middle 4"));
    assert_true(desk_shows(desk, "Views differ"));
    uint32_t before = desk_rating(desk, TRAINING, INGLE)->revision;
    assert_true(desk_shows(desk, "Propose 4 to our manager"));
    desk_key(desk, KEY_ENTER, 0); /* the scale is off and has let go of the focus */
    assert_int_equal(desk->screens->shown, SCREEN_RATE);
    assert_int_equal(desk_rating(desk, TRAINING, INGLE)->revision, before); /* not sent by itself */
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(desk_rating(desk, TRAINING, INGLE)->proposals[SIDE_SCHOOL].figure.now, 4);
}

static void without_a_reading_the_lead_goes_on_too(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_TOGETHER);
    workday_call(desk, SLIP_READING, TRAINING, ROUND_OPEN);
    workday_call(desk, SLIP_READING, TRAINING, ROUND_SHOWN);
    assert_true(desk_shows(desk, "Nobody from your school has given a reading."));
    desk_click(desk, "Propose our rating");
    assert_int_equal(desk->screens->shown, SCREEN_RATE);
    assert_int_equal(desk->screens->rate.condition, TRAINING);
}

static void a_reading_waits_for_the_line(void **state)
{
    struct desk *desk = *state;
    sit(desk, WORKDAY_TOGETHER);
    workday_call(desk, SLIP_READING, PUBLICITY, ROUND_OPEN);
    desk_letter(desk, '6', 0);
    desk_connection(desk, SESSION_DOWN);
    desk_click(desk, "Carry on");
    assert_true(desk_shows(desk, "Give my reading: 6")); /* still in hand */
    desk_key(desk, KEY_ENTER, 0);
    assert_true(desk_shows(desk, "Given: 6"));
    desk_connection(desk, SESSION_UP);
    assert_int_equal(given(desk, SLIP_READING, PUBLICITY), 6);
}

/* ---- evaluation ---- */

static void begin_evaluation(struct desk *desk)
{
    sit(desk, WORKDAY_COMMENT); /* where the board of comments opens */
    workday_go(desk, WORKDAY_EVALUATION);
    workday_call(desk, SLIP_OBJECTIVE, 1, ROUND_OPEN);
    desk_key(desk, KEY_F1, 0);
    desk_key(desk, KEY_F1, 0);
}

static void fill_evaluation(struct desk *desk)
{
    begin_evaluation(desk);
    for (int objective = 1; objective <= 4; objective++) {
        for (int i = 1; i < objective && i < 3; i++)
            desk_key(desk, KEY_RIGHT, 0);
        desk_key(desk, KEY_SPACE, 0);
        desk_key(desk, KEY_TAB, 0);
    }
    desk_type(desk, "The talks");
    desk_key(desk, KEY_ENTER, 0);
    desk_type(desk, "The lunch");
    desk_key(desk, KEY_ENTER, 0);
}

static void objectives_stay_the_same_when_the_room_goes_on(void **state)
{
    struct desk *desk = *state;
    static struct command more = {.kind = COMMAND_ADD_AGENDA_ITEM};
    static struct command on = {.kind = COMMAND_GO};
    more.change.agenda.content = (struct agenda_item){.id = "close",
                                                      .title = "Close",
                                                      .minutes = 5,
                                                      .step_count = 1,
                                                      .objective_count = 1,
                                                      .objectives = {"Go home"}};
    fill_evaluation(desk);
    desk_other(desk, SEAT_KIOSK, &more);
    on.change.place = (struct place){.item = desk->model->item_count, .step = 1};
    desk_other(desk, SEAT_KIOSK, &on);
    assert_int_equal(desk->screens->shown, SCREEN_EVALUATION);
    assert_true(desk_shows(desk, "4 of 4 answered. No names are kept with it."));
    assert_true(desk_shows(desk, "Agree on the next steps"));
    desk_click(desk, "Back to the room");
    assert_int_equal(desk->screens->shown, SCREEN_WAITING);
}

static void the_form_is_sent_as_a_whole(void **state)
{
    struct desk *desk = *state;
    fill_evaluation(desk);
    assert_int_equal(desk->model->slip_count, 0);
    assert_true(desk_shows(desk, "4 of 4 answered. No names are kept with it."));
    desk_key(desk, KEY_ENTER, 0);
    assert_true(desk_shows(desk, "Thank you, your answers are in"));
    static const int expected[] = {1, 2, 3, 3};
    for (int i = 0; i < 4; i++)
        assert_int_equal(given(desk, SLIP_OBJECTIVE, i + 1), expected[i]);
    assert_int_equal(desk->model->note_count, 2);
    assert_string_equal(desk->model->notes[1].text, "The talks");
    assert_int_equal(desk->model->notes[2].heading, 2);
    assert_string_equal(desk->model->notes[2].by, "");
}

static void the_form_can_be_changed_until_it_is_closed(void **state)
{
    struct desk *desk = *state;
    fill_evaluation(desk);
    desk_key(desk, KEY_ENTER, 0);
    desk_key(desk, KEY_ENTER, 0); /* change my answer */
    assert_true(desk_shows(desk, "The talks"));
    desk_key(desk, KEY_RIGHT, 0);
    desk_key(desk, KEY_SPACE, 0);
    for (int i = 0; i < 4; i++)
        desk_key(desk, KEY_TAB, 0);
    desk_type(desk, " in threes");
    desk_key(desk, KEY_ENTER, 0);
    desk_letter(desk, 'a', WITH_CONTROL);
    desk_key(desk, KEY_DELETE, 0); /* the second comment, emptied */
    desk_key(desk, KEY_ENTER, 0);
    desk_key(desk, KEY_ENTER, 0);
    assert_int_equal(given(desk, SLIP_OBJECTIVE, 1), 2);
    assert_string_equal(desk->model->notes[1].text, "The talks in threes");
    assert_int_equal(desk->model->notes[2].state, NOTE_REMOVED);
    workday_call(desk, SLIP_OBJECTIVE, 1, ROUND_SHOWN);
    workday_set_board(desk, WORKDAY_COMMENTS, BOARD_CLOSED, false);
    assert_true(desk_shows(desk, "Look up at the big screen"));
}

static void the_form_waits_for_its_person(void **state)
{
    struct desk *desk = *state;
    begin_evaluation(desk);
    desk_key(desk, KEY_SPACE, 0);
    desk_letter(desk, 'w', 0);
    assert_int_equal(desk->screens->shown, SCREEN_WAITING);
    desk_letter(desk, 'e', 0);
    assert_true(desk_shows(desk, "1 of 4 answered. No names are kept with it."));
    workday_go(desk, WORKDAY_RESPONSE);
    assert_int_equal(desk->screens->shown, SCREEN_EVALUATION);
}

/* ---- the local authority's response ---- */

static const struct finding *priority(const struct desk *desk, int condition)
{
    return &desk->model->findings[FINDING_PRIORITY][condition];
}

static void observe(struct desk *desk)
{
    desk_sit(desk, CODE_OBSERVER, 0, "Lena Hartmann");
    workday_put(desk, FINDING_PRIORITY, 9, "Who pays?");
    workday_put(desk, FINDING_PRIORITY, 10, "We do not measure");
    workday_go(desk, WORKDAY_RESPONSE);
}

static void the_observer_answers_each_finding(void **state)
{
    struct desk *desk = *state;
    observe(desk);
    assert_int_equal(desk->screens->shown, SCREEN_RESPONSE);
    desk_click(desk, "Who pays?");
    desk_type(desk, "We will say");
    desk_click(desk, "We do not measure");
    desk_type(desk, "A shared model");
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(priority(desk, 10)->answer, "A shared model");
    assert_string_equal(priority(desk, 9)->answer, "");
    desk_click(desk, "Who pays?");
    assert_true(desk_shows(desk, "We will say")); /* as it was left */
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(priority(desk, 9)->answer, "We will say");
}

static void two_who_answer_at_once_keep_both_texts(void **state)
{
    struct desk *desk = *state;
    observe(desk);
    desk_click(desk, "We do not measure");
    desk_type(desk, "Mine");
    desk_connection(desk, SESSION_WAITING);
    desk_key(desk, KEY_ENTER, 0);
    workday_answer(desk, FINDING_PRIORITY, 10, "Theirs");
    desk_connection(desk, SESSION_UP);
    assert_string_equal(priority(desk, 10)->answer, "Theirs");
    assert_true(desk_shows(desk, "It has changed in the meantime. Please look again."));
    assert_true(desk_shows(desk, "Somebody else has answered in the meantime:"));
    assert_true(desk_shows(desk, "Theirs"));
    assert_true(desk_shows(desk, "Mine"));
    desk_key(desk, KEY_ENTER, 0); /* no more than the way to the button */
    assert_string_equal(priority(desk, 10)->answer, "Theirs");
    desk_key(desk, KEY_ENTER, 0);
    assert_string_equal(priority(desk, 10)->answer, "Mine");
    assert_false(desk_shows(desk, "Theirs"));
}

static void the_other_answer_can_be_kept(void **state)
{
    struct desk *desk = *state;
    observe(desk);
    desk_click(desk, "We do not measure");
    desk_type(desk, "Mine");
    workday_answer(desk, FINDING_PRIORITY, 10, "Theirs");
    desk_click(desk, "Keep theirs");
    assert_false(desk_shows(desk, "Mine"));
    assert_string_equal(priority(desk, 10)->answer, "Theirs");
    assert_false(desk_shows(desk, "Somebody else has answered in the meantime:"));
}

/* ---- a school's actions ---- */

#define TEST(name) cmocka_unit_test_setup_teardown(name, workday_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_question_opens_by_itself),
        TEST(what_is_being_written_is_not_taken_away),
        TEST(a_reading_is_given_and_changed),
        TEST(readings_stay_hidden_until_all_are_in),
        TEST(the_lead_takes_the_middle_to_the_manager),
        TEST(without_a_reading_the_lead_goes_on_too),
        TEST(a_reading_waits_for_the_line),
        TEST(objectives_stay_the_same_when_the_room_goes_on),
        TEST(the_form_is_sent_as_a_whole),
        TEST(the_form_can_be_changed_until_it_is_closed),
        TEST(the_form_waits_for_its_person),
        TEST(the_observer_answers_each_finding),
        TEST(two_who_answer_at_once_keep_both_texts),
        TEST(the_other_answer_can_be_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
