#include "testing.h"

/* Writing an action, and finding who takes it on. */

#include <stdio.h>

#include "base/day.h"
#include "console/action_scenes.h"
#include "words/words.h"

static const struct rooms_spec ten = {
    .schools = 10, .ratings = ROOMS_AGREED, .named = true, .seats = 12, .place = {2, 2}};
static struct sitting *s;

static const struct action *action(action_id id)
{
    return &s->model->actions[id];
}

static const struct console_actions *view(void)
{
    return &s->console->actions;
}

static uint32_t day(int year, int month, int date)
{
    return day_number((struct day_date){year, (uint8_t)month, (uint8_t)date});
}

static void enter(void)
{
    action_enter(&s, &ten, 1920, 1080);
}

/* What was being written is gone on with where it was left, and letters beside a field do nothing.
 */
static void a_form_that_was_left_takes_the_keys_again(void **state)
{
    (void)state;
    enter();
    sitting_letter(s, 'w', 0);
    sitting_type(s, "Train");
    sitting_letter(s, '1', WITH_CONTROL);
    sitting_letter(s, '7', WITH_CONTROL);
    sitting_type(s, " together");
    assert_string_equal(view()->draft.text.text, "Train together");
    assert_true(sitting_tab_to(s, ui_id_of("action-condition", 0)));
    for (const char *letter = "mbu"; *letter; letter++) {
        sitting_letter(s, *letter, 0);
        assert_int_equal(s->wish.commands, 0);
    }
}

static void an_action_is_written_by_keyboard_alone(void **state)
{
    (void)state;
    enter();
    sitting_letter(s, 'w', 0);
    sitting_type(s, "Train together");
    assert_true(sitting_tab_to(s, ui_id_of("action-condition", 0)));
    sitting_key(s, KEY_ENTER, 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_true(sitting_tab_to(s, ui_id_of("action-level", ACTION_LEVEL_CLUSTER)));
    sitting_key(s, KEY_RIGHT, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_true(sitting_tab_to(s, ui_id_of("action-due", 0)));
    sitting_type(s, "12 March");
    assert_true(sitting_tab_to(s, ui_id_of("action-helpers", 0)));
    sitting_type(s, "The secretaries");
    assert_true(sitting_tab_to(s, ui_id_of("action-measure", 0)));
    sitting_type(s, "People come");
    assert_true(sitting_tab_to(s, ui_id_of("action-resources", 0)));
    sitting_type(s, "A room");
    assert_int_equal(s->model->action_count, 0);
    sitting_key(s, KEY_ENTER, 0);
    action_must(s, COMMAND_ADD_ACTION);
    const struct action_content *content = &action(1)->content;
    assert_int_equal(action(1)->state, ACTION_PROPOSED);
    assert_string_equal(content->text, "Train together");
    assert_int_equal(content->condition, 2);
    assert_int_equal(content->level, ACTION_LEVEL_LA);
    assert_int_equal(content->due, day(1970, 3, 12)); /* it is January 1970 in these rooms */
    assert_string_equal(content->helpers, "The secretaries");
    assert_string_equal(content->measure, "People come");
    assert_string_equal(content->resources, "A room");
    assert_int_equal(view()->chosen, 1);
    assert_false(view()->draft.there);
    sitting_letter(s, 'a', 0); /* letters are keys again */
    assert_int_equal(action(1)->state, ACTION_ADOPTED);
}

static void unlikely_days_are_asked_about_once(void **state)
{
    (void)state;
    enter();
    sitting_letter(s, 'w', 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->wish.commands, 0);
    assert_true(sitting_shows(s, word(WORD_ACTIONS_NO_TEXT)));
    sitting_type(s, "Ask the governors");
    assert_true(sitting_tab_to(s, ui_id_of("action-due", 0)));
    sitting_type(s, "some day");
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(view()->draft.fault, DRAFT_NO_DAY);
    sitting_letter(s, 'a', WITH_CONTROL);
    sitting_type(s, "12 March 1980");
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(view()->draft.fault, DRAFT_UNLIKELY);
    assert_int_equal(s->model->action_count, 0);
    sitting_key(s, KEY_ENTER, 0);
    action_must(s, COMMAND_ADD_ACTION);
    assert_int_equal(action(1)->content.due, day(1980, 3, 12));
    sitting_letter(s, 'e', 0); /* as it was it is not asked about again */
    sitting_type(s, " again");
    sitting_key(s, KEY_ENTER, 0);
    action_must(s, COMMAND_CHANGE_ACTION);
    assert_string_equal(action(1)->content.text, "Ask the governors again");
}

/* The kiosk's day may be another than this machine's: its word brings the form back. */
static void what_is_refused_comes_back(void **state)
{
    (void)state;
    enter();
    s->sight.today = 1;
    sitting_letter(s, 'w', 0);
    sitting_type(s, "Ask the governors");
    assert_true(sitting_tab_to(s, ui_id_of("action-due", 0)));
    sitting_type(s, "5 January 1970");
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->refusal, REFUSAL_DATE_UNLIKELY);
    assert_int_equal(view()->page, ACTIONS_FORM);
    assert_string_equal(view()->draft.text.text, "Ask the governors");
    sitting_key(s, KEY_ENTER, 0);
    action_must(s, COMMAND_ADD_ACTION);
    assert_int_equal(action(1)->content.due, day(1970, 1, 5));
}

static void a_draft_is_kept_and_cleared(void **state)
{
    (void)state;
    enter();
    sitting_letter(s, 'w', 0);
    sitting_type(s, "Half a th");
    sitting_key(s, KEY_ESCAPE, 0);
    sitting_letter(s, '1', WITH_CONTROL);
    sitting_letter(s, '1' + CONSOLE_ACTIONS, WITH_CONTROL);
    sitting_letter(s, 'w', 0);
    sitting_type(s, "ought");
    assert_string_equal(view()->draft.text.text, "Half a thought");
    sitting_key(s, KEY_ESCAPE, 0);
    action_choose(s, action_propose(s, 0, "One"));
    sitting_letter(s, 'e', 0); /* another is not written over it */
    assert_string_equal(view()->draft.text.text, "Half a thought");
    assert_true(sitting_shows(s, word(WORD_ACTIONS_IN_HAND)));
    assert_true(sitting_tab_to(s, ui_id_of("action-form", 2)));
    sitting_key(s, KEY_ENTER, 0);
    sitting_letter(s, 'w', 0);
    assert_string_equal(view()->draft.text.text, "");
}

static void two_who_change_one_at_once(void **state)
{
    (void)state;
    enter();
    action_id one = action_propose(s, 0, "One");
    action_choose(s, one);
    sitting_letter(s, 'e', 0);
    sitting_type(s, " of mine");
    struct command theirs = {.kind = COMMAND_CHANGE_ACTION};
    theirs.change.action.action = one;
    theirs.change.action.revision = action(one)->revision;
    theirs.change.action.content = action(one)->content;
    strcpy(theirs.change.action.content.text, "Theirs");
    sitting_obey(s, &theirs);
    assert_true(sitting_shows(s, word(WORD_ACTIONS_CHANGED)));
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->refusal, REFUSAL_CHANGED);
    assert_string_equal(action(one)->content.text, "Theirs");
    assert_string_equal(view()->draft.text.text, "One of mine"); /* and nothing typed is lost */
    sitting_key(s, KEY_ESCAPE, 0);
    sitting_letter(s, 'e', 0);
    assert_string_equal(view()->draft.text.text, "Theirs");
}

static void somebody_takes_it_on(void **state)
{
    (void)state;
    enter();
    action_id one = action_propose(s, 0, "One");
    action_choose(s, one);
    sitting_letter(s, 'k', 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->wish.commands, 0); /* nobody by a slip */
    sitting_type(s, "cas");
    sitting_key(s, KEY_ENTER, 0);
    action_must(s, COMMAND_CHANGE_ACTION);
    assert_int_equal(action(one)->content.owner, OWNER_SCHOOL);
    assert_string_equal(s->model->schools[action(one)->content.owner_school].name, "Castle");
    sitting_letter(s, 'y', 0);
    action_must(s, COMMAND_ACCEPT_ACTION);
    assert_true(action(one)->accepted);
    sitting_letter(s, 'y', WITH_SHIFT);
    assert_true(action(one)->declined);
    sitting_letter(s, 'k', 0);
    sitting_type(s, "cas");
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(action(one)->content.owner, OWNER_SEAT);
    assert_false(action(one)->declined);
    sitting_letter(s, 'k', 0);
    sitting_type(s, "Zoe Nobody");
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(action(one)->content.owner, OWNER_NAME);
    assert_string_equal(action(one)->content.owner_name, "Zoe Nobody");
    sitting_letter(s, 'y', 0);
    assert_int_equal(s->wish.commands, 0); /* nobody here to say yes */
    sitting_letter(s, 'k', 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_END, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(action(one)->content.owner, OWNER_NOBODY);
}

static void the_form_knows_everybody_too(void **state)
{
    (void)state;
    enter();
    sitting_letter(s, 'w', 0);
    sitting_type(s, "One");
    assert_true(sitting_tab_to(s, ui_id_of("action-owner", 0)));
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(view()->page, ACTIONS_WHO);
    sitting_key(s, KEY_ESCAPE, 0);
    assert_int_equal(view()->page, ACTIONS_FORM);
    assert_true(ui_focused(&s->ui, ui_id_of("action-owner", 0)));
    sitting_key(s, KEY_ENTER, 0);
    sitting_type(s, "dene");
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(view()->page, ACTIONS_FORM);
    assert_true(sitting_tab_to(s, ui_id_of("action-form", 3)));
    sitting_key(s, KEY_ENTER, 0);
    action_must(s, COMMAND_ADD_ACTION);
    assert_int_equal(action(1)->content.owner, OWNER_SCHOOL);
}

/* Who comes in while a row is chosen moves nobody under the finger. */
static void newcomers_move_nobody(void **state)
{
    (void)state;
    enter();
    action_id one = action_propose(s, 0, "One");
    action_choose(s, one);
    sitting_letter(s, 'k', 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_END, 0);
    sitting_key(s, KEY_UP, 0);
    uint8_t owner = view()->who_owner;
    uint16_t id = view()->who_id;
    sitting_guest(s, 1, "Zoe");
    assert_int_equal(view()->who_owner, owner);
    assert_int_equal(view()->who_id, id);
}

#define TEST(name) SITTING_TEST(name, &s)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_action_is_written_by_keyboard_alone),
        TEST(a_form_that_was_left_takes_the_keys_again),
        TEST(unlikely_days_are_asked_about_once),
        TEST(what_is_refused_comes_back),
        TEST(a_draft_is_kept_and_cleared),
        TEST(two_who_change_one_at_once),
        TEST(somebody_takes_it_on),
        TEST(the_form_knows_everybody_too),
        TEST(newcomers_move_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
