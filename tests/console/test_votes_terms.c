#include "testing.h"

#include <stdio.h>
#include <string.h>

#include "console/vote_making.h"
#include "model/outcome.h"
#include "words/words.h"

static const struct rooms_spec ten = {.schools = 10, .seats = 24, .place = {2, 2}};
static struct sitting *s;

static const struct ballot *ballot(ballot_id id)
{
    return &s->model->ballots[id];
}

/* ---- preparing one ---- */

static void choose(const char *name, int first, int steps)
{
    assert_true(sitting_tab_to(s, ui_id_of(name, first)));
    for (int i = 0; i < steps; i++)
        sitting_key(s, KEY_RIGHT, 0);
    sitting_key(s, KEY_ENTER, 0);
}

static void one_is_prepared_by_keyboard_alone(void **state)
{
    (void)state;
    static const char *const texts[] = {"In June", "In July", "Never"};
    vote_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'v', 0);
    sitting_type(s, "When do we meet?");
    choose("terms-about", ABOUT_CONDITIONS, ABOUT_TYPED);
    choose("terms-who", 0, 1);
    choose("terms-secret", 0, 1);
    sitting_press(s, "terms-limit", 1);
    assert_true(sitting_tab_to(s, ui_id_of("terms-option", 0)));
    for (int i = 0; i < 3; i++) {
        sitting_type(s, texts[i]);
        sitting_key(s, KEY_ENTER, 0);
    }
    assert_true(sitting_tab_to(s, ui_id_of("terms-options", 0)));
    sitting_key(s, KEY_DELETE, 0); /* the last one again */
    sitting_press(s, "terms-keep", 0);
    assert_int_equal(s->refusal, REFUSAL_NONE);
    const struct ballot_content *content = &ballot(1)->content;
    assert_int_equal(ballot(1)->state, BALLOT_PREPARED);
    assert_string_equal(content->question, "When do we meet?");
    assert_int_equal(content->about, ABOUT_TYPED);
    assert_true(content->by_school);
    assert_true(content->named);
    assert_int_equal(content->budget, 3);
    assert_int_equal(content->limit, 2);
    assert_int_equal(content->option_count, 2);
    assert_string_equal(content->texts[1], "In July");
    sitting_wait(s, 0);
    assert_int_equal(s->console->votes.page, VOTES_LOOK);
    assert_int_equal(s->console->votes.chosen, 1);
}

static void some_conditions_are_ticked(void **state)
{
    (void)state;
    vote_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'v', 0);
    sitting_type(s, "Which of these?");
    choose("terms-method", METHOD_DOTS, METHOD_SCORES);
    choose("terms-which", 0, 1);
    assert_true(sitting_tab_to(s, ui_id_of("terms-options", 0)));
    sitting_key(s, KEY_END, 0);
    sitting_key(s, KEY_SPACE, 0);
    sitting_key(s, KEY_HOME, 0);
    sitting_key(s, KEY_SPACE, 0);
    sitting_press(s, "terms-keep", 0);
    assert_int_equal(s->refusal, REFUSAL_NONE);
    const struct ballot_content *content = &ballot(1)->content;
    assert_int_equal(content->option_count, 2);
    assert_int_equal(content->things[0], 1); /* in their own order */
    assert_int_equal(content->things[1], 10);
    assert_string_equal(content->criteria[0], "impact");
    assert_string_equal(content->criteria[1], "effort");
}

static void what_is_amiss_is_told_in_its_place(void **state)
{
    (void)state;
    vote_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'v', 0);
    choose("terms-about", ABOUT_CONDITIONS, ABOUT_TYPED);
    assert_false(sitting_shows(s, word(WORD_VOTES_FAULT_QUESTION)));
    sitting_press(s, "terms-keep", 0);
    assert_int_equal(s->wish.commands, 0);
    assert_true(sitting_shows(s, word(WORD_VOTES_FAULT_QUESTION)));
    assert_true(sitting_shows(s, word(WORD_VOTES_FAULT_FEW)));
}

/* What the host refuses stays in hand, with the reason. */
static void a_refused_one_stays_in_hand(void **state)
{
    (void)state;
    vote_enter(&s, &ten, 1920, 1080);
    struct ballot_content content = vote_content(METHOD_DOTS);
    for (int i = 0; i < BALLOTS_MAX; i++)
        vote_prepare(s, &content);
    sitting_letter(s, 'v', 0);
    sitting_type(s, "One more?");
    sitting_press(s, "terms-keep", 0);
    assert_int_equal(s->refusal, REFUSAL_BALLOTS_FULL);
    assert_int_equal(s->console->votes.page, VOTES_TERMS);
    assert_true(sitting_shows(s, refusal_text(REFUSAL_BALLOTS_FULL)));
    assert_string_equal(s->console->votes.terms.question.text, "One more?");
}

static void a_prepared_one_is_changed(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_PREPARED, 0);
    sitting_letter(s, 'e', 0);
    sitting_type(s, " And when?");
    sitting_press(s, "terms-keep", 0);
    assert_int_equal(s->refusal, REFUSAL_NONE);
    assert_string_equal(ballot(id)->content.question, "What should we work on first? And when?");
    sitting_wait(s, 0);
    assert_int_equal(s->console->votes.page, VOTES_LOOK);
}

static void two_who_change_one_at_once(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_PREPARED, 0);
    sitting_letter(s, 'e', 0);
    sitting_type(s, " And when?");
    struct command other = {.kind = COMMAND_CHANGE_BALLOT};
    other.change.ballot.ballot = id;
    other.change.ballot.revision = ballot(id)->revision;
    other.change.ballot.content = vote_content(METHOD_APPROVAL);
    sitting_obey(s, &other);
    assert_true(sitting_shows(s, word(WORD_VOTES_FAULT_CHANGED)));
    sitting_press(s, "terms-keep", 0);
    assert_int_equal(s->refusal, REFUSAL_CHANGED);
    assert_int_equal(ballot(id)->content.method, METHOD_APPROVAL);
    assert_int_equal(s->console->votes.page, VOTES_TERMS);
}

/* ---- papers typed in ---- */

static void a_paper_is_typed_in_and_taken_back(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_OPEN, 3);
    sitting_letter(s, 'y', 0);
    sitting_letter(s, '2', 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_letter(s, '2', 0);
    sitting_key(s, KEY_ENTER, WITH_CONTROL);
    assert_int_equal(s->wish.commands, 0);
    assert_true(sitting_shows(s, word(WORD_VOTES_PAPER_OVER)));
    sitting_letter(s, '1', 0);
    sitting_key(s, KEY_ENTER, WITH_CONTROL);
    assert_int_equal(s->refusal, REFUSAL_NONE);
    assert_int_equal(s->room->turnouts[id][0].by_hand, 1);
    sitting_wait(s, 0);
    assert_int_equal(s->console->votes.paper.marks.of[0], 0); /* ready for the next */
    sitting_press(s, "paper-back", 0);
    assert_int_equal(s->room->turnouts[id][0].by_hand, 0);
    sitting_key(s, KEY_ESCAPE, 0);
    assert_int_equal(s->console->votes.page, VOTES_LOOK);
}

static void a_place_may_have_two_figures(void **state)
{
    (void)state;
    vote_usual(&s, METHOD_RANKING, BALLOT_OPEN, 3);
    sitting_letter(s, 'y', 0);
    sitting_letter(s, '1', 0);
    sitting_letter(s, '0', 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_letter(s, '1', 0);
    sitting_letter(s, '2', 0); /* there is no place 12 of ten */
    assert_int_equal(s->console->votes.paper.marks.of[0], 10);
    assert_int_equal(s->console->votes.paper.marks.of[1], 2);
    sitting_key(s, KEY_BACKSPACE, 0);
    assert_int_equal(s->console->votes.paper.marks.of[1], 0);
}

static void two_figures_go_across_and_on(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_SCORES, BALLOT_OPEN, 3);
    sitting_letter(s, 'y', 0);
    for (const char *digit = "425"; *digit; digit++)
        sitting_letter(s, *digit, 0);
    sitting_key(s, KEY_ENTER, WITH_CONTROL);
    assert_true(sitting_shows(s, word(WORD_VOTES_PAPER_HALF)));
    sitting_letter(s, '9', 0); /* no such figure */
    sitting_letter(s, '3', 0);
    assert_int_equal(s->console->votes.paper.marks.of[0], MARK_SCORES(4, 2));
    assert_int_equal(s->console->votes.paper.marks.of[1], MARK_SCORES(5, 3));
    sitting_key(s, KEY_UP, 0);
    sitting_key(s, KEY_RIGHT, 0);
    sitting_letter(s, '1', 0);
    assert_int_equal(s->console->votes.paper.marks.of[1], MARK_SCORES(5, 1));
    sitting_key(s, KEY_ENTER, WITH_CONTROL);
    assert_int_equal(s->room->turnouts[id][0].by_hand, 1);
}

static void by_school_it_says_whose(void **state)
{
    (void)state;
    struct ballot_content content = vote_content(METHOD_APPROVAL);
    content.by_school = true;
    vote_enter(&s, &ten, 1920, 1080);
    ballot_id id = vote_prepare(s, &content);
    vote_set(s, id, BALLOT_OPEN);
    sitting_letter(s, 'y', 0);
    sitting_key(s, KEY_SPACE, 0);
    sitting_key(s, KEY_ENTER, WITH_CONTROL);
    assert_int_equal(s->wish.commands, 0);
    assert_true(sitting_tab_to(s, ui_id_of("paper-school", 0)));
    sitting_key(s, KEY_ENTER, 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_ENTER, 0);
    sitting_press(s, "paper-take", 0);
    assert_int_equal(s->refusal, REFUSAL_NONE);
    assert_int_equal(s->room->turnouts[id][s->room->school_order[0]].voted, 1);
}

static void a_paper_is_counted_from_the_school_s_list_too(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_OPEN, 3);
    sitting_letter(s, 'y', 0);
    sitting_letter(s, '1', 0);
    assert_true(sitting_tab_to(s, ui_id_of("paper-school", 0)));
    sitting_key(s, KEY_ENTER, WITH_CONTROL);
    assert_false(s->console->votes.paper.school.open);
    assert_int_equal(s->room->turnouts[id][0].by_hand, 1);
}

/* ---- a form in hand ---- */

static void a_form_that_was_left_takes_the_keys_again(void **state)
{
    (void)state;
    vote_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'v', 0);
    sitting_type(s, "What");
    sitting_letter(s, '1', WITH_CONTROL);
    sitting_letter(s, '6', WITH_CONTROL);
    assert_true(ui_focused(&s->ui, ui_id_of("terms-question", 0)));
    sitting_type(s, " next?");
    assert_string_equal(s->console->votes.terms.question.text, "What next?");
}

/* So it does when something else was in its place for a while: the lost connection, the stage. */
static void a_form_that_was_covered_takes_the_keys_again(void **state)
{
    (void)state;
    vote_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'v', 0);
    s->ui.focus = 0;
    sitting_step(s);
    assert_true(ui_focused(&s->ui, ui_id_of("terms-question", 0)));
    sitting_key(s, KEY_ESCAPE, 0);
    s->ui.focus = 0;
    sitting_step(s);
    assert_true(ui_focused(&s->ui, ui_id_of("votes", 0)));
}

/* What there is no more room for is not swallowed without a word. */
static void how_much_room_is_left_is_told(void **state)
{
    (void)state;
    char left[64];
    vote_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'v', 0);
    for (int i = 0; i < TITLE_VISIBLE - 3; i++)
        sitting_type(s, "a");
    snprintf(left, sizeof left, word(WORD_ACTIONS_LEFT), 3);
    assert_true(sitting_shows(s, left));
}

/* Who tabs past the field and types on does nothing to the room by it. */
static void letters_beside_a_field_do_nothing(void **state)
{
    (void)state;
    vote_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'v', 0);
    assert_true(sitting_tab_to(s, ui_id_of("terms-keep", 0)));
    for (const char *letter = "nummbrofdpg"; *letter; letter++) {
        sitting_letter(s, *letter, 0);
        assert_int_equal(s->wish.commands, 0);
    }
    sitting_key(s, KEY_PAGE_DOWN, 0);
    assert_int_equal(s->wish.commands, 0);
    assert_int_equal(s->console->view, CONSOLE_VOTES);
    sitting_key(s, KEY_ESCAPE, 0);
    sitting_letter(s, 'm', 0);
    assert_int_equal(s->wish.commands, 1);
}

static void a_vote_being_changed_is_there_again(void **state)
{
    (void)state;
    struct ballot_content content = vote_content(METHOD_DOTS);
    vote_enter(&s, &ten, 1920, 1080);
    vote_prepare(s, &content);
    sitting_letter(s, 'e', 0);
    sitting_type(s, " Now?");
    sitting_key(s, KEY_ESCAPE, 0);
    sitting_letter(s, 'e', 0);
    assert_non_null(strstr(s->console->votes.terms.question.text, "Now?"));
    sitting_press(s, "terms-leave", 0);
    sitting_letter(s, 'e', 0);
    assert_null(strstr(s->console->votes.terms.question.text, "Now?"));
    assert_true(s->console->votes.terms.question.text[0]);
}

#define TEST(name) SITTING_TEST(name, &s)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(one_is_prepared_by_keyboard_alone),
        TEST(some_conditions_are_ticked),
        TEST(what_is_amiss_is_told_in_its_place),
        TEST(a_refused_one_stays_in_hand),
        TEST(a_prepared_one_is_changed),
        TEST(two_who_change_one_at_once),
        TEST(a_paper_is_typed_in_and_taken_back),
        TEST(a_place_may_have_two_figures),
        TEST(two_figures_go_across_and_on),
        TEST(by_school_it_says_whose),
        TEST(a_paper_is_counted_from_the_school_s_list_too),
        TEST(a_form_that_was_left_takes_the_keys_again),
        TEST(a_form_that_was_covered_takes_the_keys_again),
        TEST(how_much_room_is_left_is_told),
        TEST(letters_beside_a_field_do_nothing),
        TEST(a_vote_being_changed_is_there_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
