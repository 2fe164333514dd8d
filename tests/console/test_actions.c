#include "testing.h"

#include <stdio.h>

#include "console/action_scenes.h"
#include "golden/golden.h"
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

static void enter(void)
{
    action_enter(&s, &ten, 1920, 1080);
}

/* The step that the room is at becomes that of planning. */
static void plan(void)
{
    s->model->items[2].steps[1].stage = STAGE_ACTIONS;
    sitting_refresh(s);
    sitting_step(s);
}

static void what_waits_is_read_out_one_by_one(void **state)
{
    (void)state;
    enter();
    action_propose(s, 0, "Before the room");
    action_id one = action_propose(s, 1, "One"), two = action_propose(s, 2, "Two");
    sitting_key(s, KEY_HOME, 0);
    assert_int_equal(view()->chosen, one); /* what waits stands first, the oldest of it */
    sitting_letter(s, 'a', 0);
    action_must(s, COMMAND_SET_ACTION);
    assert_int_equal(action(one)->state, ACTION_PROPOSED);
    assert_int_equal(view()->chosen, two); /* and the next is up */
    sitting_letter(s, 'l', 0);
    action_must(s, COMMAND_SET_ACTION);
    assert_int_equal(action(two)->state, ACTION_PARKED);
    assert_int_equal(s->model->place.step, 2); /* the room stays where it is */
}

/* Which step was taken back is said where the list of them is out of sight. */
static void what_was_taken_back_is_said(void **state)
{
    (void)state;
    char said[64];
    enter();
    action_propose(s, 0, "Train together");
    sitting_letter(s, 'a', 0);
    sitting_letter(s, 'u', 0);
    snprintf(said, sizeof said, word(WORD_CONSOLE_UNDONE), word(WORD_UNDO_SET_ACTION));
    assert_true(sitting_shows(s, said));
    sitting_letter(s, 'u', WITH_SHIFT);
    snprintf(said, sizeof said, word(WORD_CONSOLE_REDONE), word(WORD_UNDO_SET_ACTION));
    assert_true(sitting_shows(s, said));
}

static void one_is_agreed_on_and_goes_back(void **state)
{
    (void)state;
    enter();
    action_id one = action_propose(s, 0, "One");
    action_choose(s, one);
    sitting_letter(s, 'a', 0);
    assert_int_equal(action(one)->state, ACTION_ADOPTED);
    sitting_letter(s, 'a', 0);
    assert_int_equal(s->wish.commands, 0); /* there is nothing beyond */
    sitting_letter(s, 'a', WITH_SHIFT);
    assert_int_equal(action(one)->state, ACTION_PROPOSED);
    sitting_letter(s, 'a', WITH_SHIFT);
    assert_int_equal(action(one)->state, ACTION_WAITING);
    sitting_letter(s, 'l', 0);
    sitting_letter(s, 'a', 0);
    assert_int_equal(action(one)->state, ACTION_PROPOSED);
    sitting_letter(s, 'u', 0);
    assert_int_equal(action(one)->state, ACTION_PARKED);
}

static void only_what_the_room_knows_is_shown_large(void **state)
{
    (void)state;
    enter();
    action_id one = action_propose(s, 1, "One");
    action_choose(s, one);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->wish.commands, 0);
    assert_true(sitting_shows(s, word(WORD_ACTIONS_NOT_LARGE)));
    sitting_letter(s, 'a', 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->wish.commands, 0);
    assert_true(sitting_shows(s, word(WORD_ACTIONS_NOT_PLANNING)));
    plan();
    sitting_key(s, KEY_ENTER, 0);
    action_must(s, COMMAND_LOOK);
    assert_int_equal(s->model->view.action, one);
    s->now_ms += CONSOLE_SAY_MS;
    sitting_step(s);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->view.action, 0);
}

static void the_room_is_taken_from_one_to_the_next(void **state)
{
    (void)state;
    sitting_create(&s, &ten, 1920, 1080);
    plan();
    action_id one = action_propose(s, 0, "One"), two = action_propose(s, 0, "Two");
    action_id waiting = action_propose(s, 1, "Not yet");
    sitting_key(s, KEY_DOWN, WITH_SHIFT);
    action_must(s, COMMAND_LOOK);
    assert_int_equal(s->model->view.action, one);
    sitting_key(s, KEY_DOWN, WITH_SHIFT);
    assert_int_equal(s->model->view.action, two);
    sitting_key(s, KEY_DOWN, WITH_SHIFT);
    assert_int_equal(s->model->view.action, 0);
    sitting_key(s, KEY_UP, WITH_SHIFT);
    assert_int_equal(s->model->view.action, two);
    assert_int_equal(action(waiting)->state, ACTION_WAITING);
    sitting_key(s, KEY_RIGHT, 0);
    assert_int_equal(s->model->view.action, 0); /* going on puts it back */
}

static void alike_ones_are_joined_and_taken_apart(void **state)
{
    (void)state;
    enter();
    action_id one = action_propose(s, 0, "One"), two = action_propose(s, 0, "Two");
    action_choose(s, two);
    sitting_letter(s, 'j', 0);
    assert_int_equal(view()->joining, two);
    action_choose(s, one);
    sitting_letter(s, 'j', 0);
    action_must(s, COMMAND_MERGE_ACTION);
    assert_int_equal(action(two)->merged, one);
    sitting_key(s, KEY_DOWN, 0); /* it stands under it */
    assert_int_equal(view()->chosen, two);
    sitting_letter(s, 'e', 0);
    assert_int_equal(view()->page, ACTIONS_CHOSEN); /* a part has no fields of its own */
    sitting_letter(s, 'x', 0);
    action_must(s, COMMAND_MERGE_ACTION);
    assert_int_equal(action(two)->merged, 0);
    sitting_letter(s, 'j', 0);
    sitting_key(s, KEY_ESCAPE, 0);
    assert_int_equal(view()->joining, 0);
}

static void one_is_removed_but_not_while_agreed(void **state)
{
    (void)state;
    enter();
    action_id one = action_propose(s, 0, "One"), two = action_propose(s, 0, "Two");
    action_choose(s, one);
    sitting_key(s, KEY_DELETE, 0);
    action_must(s, COMMAND_REMOVE_ACTION);
    assert_true(action(one)->removed);
    assert_int_equal(view()->chosen, two);
    sitting_letter(s, 'a', 0);
    sitting_key(s, KEY_DELETE, 0);
    assert_int_equal(s->wish.commands, 0);
    assert_true(sitting_shows(s, word(WORD_ACTIONS_PARK_FIRST)));
    sitting_letter(s, 'u', 0);
    sitting_letter(s, 'u', 0);
    assert_false(action(one)->removed);
}

static void hands_are_counted_and_progress_is_told(void **state)
{
    (void)state;
    enter();
    action_id one = action_propose(s, 0, "One");
    action_choose(s, one);
    sitting_letter(s, 's', 0);
    sitting_letter(s, 's', 0);
    sitting_letter(s, 's', WITH_SHIFT);
    assert_int_equal(s->model->supports[one].by_hand, 1);
    sitting_letter(s, '3', 0);
    assert_int_equal(s->wish.commands, 0); /* not agreed on yet */
    sitting_letter(s, 'a', 0);
    sitting_letter(s, '3', 0);
    action_must(s, COMMAND_PROGRESS_ACTION);
    assert_int_equal(action(one)->progress, PROGRESS_DONE);
}

static void ideas_are_taken_up_once(void **state)
{
    (void)state;
    sitting_create(&s, &ten, 1920, 1080);
    strcpy(s->model->conditions[10].idea, "Measure it alike");
    sitting_refresh(s);
    sitting_letter(s, '1' + CONSOLE_ACTIONS, WITH_CONTROL);
    assert_true(sitting_shows(s, "Measure it alike"));
    sitting_letter(s, 'i', 0);
    action_must(s, COMMAND_ADD_ACTION);
    assert_int_equal(action(1)->state, ACTION_PROPOSED);
    assert_int_equal(action(1)->content.source, SOURCE_IDEA);
    assert_int_equal(action(1)->content.condition, 10);
    sitting_letter(s, 'i', 0);
    assert_int_equal(s->wish.commands, 0);
    assert_int_equal(s->model->action_count, 1);
}

static void a_finding_becomes_an_action(void **state)
{
    (void)state;
    sitting_create(&s, &ten, 1920, 1080);
    sitting_letter(s, '1' + CONSOLE_FINDINGS, WITH_CONTROL);
    sitting_sign(s, "!");
    assert_int_equal(s->console->view, CONSOLE_ACTIONS);
    assert_int_equal(view()->page, ACTIONS_FORM);
    assert_true(strlen(view()->draft.text.text) > 20);
    sitting_key(s, KEY_ENTER, 0);
    action_must(s, COMMAND_ADD_ACTION);
    assert_int_equal(action(1)->content.source, SOURCE_FINDING);
    assert_int_equal(action(1)->content.source_a, FINDING_WELL);
    assert_int_equal(action(1)->content.condition, 7);
    sitting_letter(s, '1' + CONSOLE_FINDINGS, WITH_CONTROL);
    assert_true(sitting_shows(s, word(WORD_ACTIONS_SEE)));
    sitting_sign(s, "!"); /* there is one: it is looked at, not made again */
    assert_int_equal(s->console->view, CONSOLE_ACTIONS);
    assert_int_equal(view()->page, ACTIONS_CHOSEN);
    assert_int_equal(view()->chosen, 1);
}

static void a_note_becomes_an_action(void **state)
{
    (void)state;
    struct rooms_spec spec = ten;
    spec.board = (struct rooms_board){.headings = 2, .notes = 4};
    spec.place = (struct place){0};
    sitting_create(&s, &spec, 1920, 1080);
    sitting_letter(s, '1' + CONSOLE_BOARD, WITH_CONTROL);
    note_id note = s->console->board.chosen;
    assert_true(note != 0);
    sitting_sign(s, "!");
    assert_string_equal(view()->draft.text.text, s->model->notes[note].text);
    sitting_key(s, KEY_ENTER, 0);
    action_must(s, COMMAND_ADD_ACTION);
    assert_int_equal(action(1)->content.source, SOURCE_NOTE);
    assert_int_equal(action(1)->content.source_a, note);
    sitting_letter(s, '1' + CONSOLE_BOARD, WITH_CONTROL);
    assert_true(sitting_shows(s, word(WORD_ACTIONS_IS_MADE)));
}

static void what_waits_is_in_the_queue_too(void **state)
{
    (void)state;
    sitting_create(&s, &ten, 1920, 1080);
    action_id one = action_propose(s, 1, "One"), two = action_propose(s, 2, "Two");
    assert_true(sitting_shows(s, "One"));
    sitting_letter(s, 'a', 0);
    action_must(s, COMMAND_SET_ACTION);
    assert_int_equal(action(one)->state, ACTION_PROPOSED);
    sitting_letter(s, 's', 0);
    action_must(s, COMMAND_SET_ACTION);
    assert_int_equal(action(two)->state, ACTION_PARKED);
}

static void what_is_open_is_told_before_the_close(void **state)
{
    (void)state;
    struct rooms_spec spec = ten;
    spec.place = (struct place){5, 1};
    sitting_create(&s, &spec, 1920, 1080);
    for (int i = 0; i < AGENDA_MAX; i++)
        sitting_key(s, KEY_RIGHT, 0); /* to the end of the agenda */
    action_id one = action_propose(s, 0, "One"), two = action_propose(s, 0, "Two");
    struct command adopt = {.kind = COMMAND_SET_ACTION};
    adopt.change.action = (struct action_change){.action = two, .state = ACTION_ADOPTED};
    sitting_obey(s, &adopt);
    sitting_letter(s, 'e', WITH_CONTROL);
    assert_true(s->console->run.closing);
    assert_true(sitting_shows(s, word(WORD_ACTIONS_STEP_LOOSE_ONE)));
    assert_true(sitting_tab_to(s, ui_id_of("closing-actions", 0)));
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->console->view, CONSOLE_ACTIONS);
    assert_int_equal(view()->chosen, two);
    assert_false(s->console->run.closing); /* the next Ctrl+E asks again */
    sitting_letter(s, 'e', WITH_CONTROL);
    assert_int_equal(s->console->view, CONSOLE_RUN);
    assert_false(s->model->closed);
    assert_int_equal(action(one)->state, ACTION_PROPOSED);
}

/* Far from the kiosk the console makes the room's picture itself. */
static void the_likeness_holds_no_more_than_the_room_sees(void **state)
{
    (void)state;
    sitting_create(&s, &ten, 1920, 1080);
    s->own_room = true;
    action_id waiting = action_propose(s, 1, "Not yet"), whole = action_propose(s, 0, "Whole"),
              part = action_propose(s, 0, "Part");
    struct command merge = {.kind = COMMAND_MERGE_ACTION};
    merge.change.action = (struct action_change){.action = part, .other = whole};
    sitting_obey(s, &merge);
    const struct action_item *seen = s->console->made->actions;
    assert_int_equal(s->room->actions[waiting].proposer, 1);
    assert_int_equal(seen[waiting].revision, 0);
    assert_string_equal(seen[waiting].content.text, "");
    assert_string_equal(seen[whole].content.text, "Whole");
    assert_int_equal(seen[part].merged, whole);
    assert_string_equal(seen[part].content.text, "");
}

static void those_of_one_condition_are_listed(void **state)
{
    (void)state;
    enter();
    action_propose(s, 0, "One");
    sitting_key(s, KEY_HOME, 0);
    assert_true(sitting_tab_to(s, ui_id_of("actions-filter", 0)));
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(view()->only, 1);
    assert_true(sitting_shows(s, word(WORD_ACTIONS_NONE_HERE)));
    assert_int_equal(view()->chosen, 0);
}

static void every_widget_is_reached_by_tab(void **state)
{
    (void)state;
    action_enter(&s, &ten, 1024, 768);
    action_id one = action_propose(s, 0, "One");
    action_choose(s, one);
    sitting_letter(s, 'a', 0);
    static const char *const names[] = {"actions", "actions-filter", "actions-new"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_true(sitting_tab_to(s, ui_id_of(names[i], 0)));
    assert_true(sitting_tab_to(s, ui_id_of("action-who", 1)));
    assert_true(sitting_tab_to(s, ui_id_of("action-support", 2)));
    assert_true(sitting_tab_to(s, ui_id_of("action-progress", PROGRESS_NOT_BEGUN)));
}

static void they_look_as_they_did(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1920, 1080}, {1024, 768}};
    for (int i = 0; i < action_scenes_count; i++)
        for (size_t size = 0; size < sizeof sizes / sizeof *sizes; size++) {
            char name[96];
            action_scene_open(&s, &action_scenes[i], sizes[size][0], sizes[size][1],
                              &type_fixed_metrics);
            snprintf(name, sizeof name, "console/%s-%d", action_scenes[i].name, sizes[size][0]);
            assert_int_equal(s->list.dropped, 0);
            if (s->console->view == CONSOLE_ACTIONS) /* else with a stage, which has its own */
                golden_check_list(name, &s->list);
            sitting_destroy(&s);
        }
}

#define TEST(name) SITTING_TEST(name, &s)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_waits_is_read_out_one_by_one),
        TEST(what_was_taken_back_is_said),
        TEST(one_is_agreed_on_and_goes_back),
        TEST(only_what_the_room_knows_is_shown_large),
        TEST(the_room_is_taken_from_one_to_the_next),
        TEST(alike_ones_are_joined_and_taken_apart),
        TEST(one_is_removed_but_not_while_agreed),
        TEST(hands_are_counted_and_progress_is_told),
        TEST(ideas_are_taken_up_once),
        TEST(a_finding_becomes_an_action),
        TEST(a_note_becomes_an_action),
        TEST(what_waits_is_in_the_queue_too),
        TEST(what_is_open_is_told_before_the_close),
        TEST(the_likeness_holds_no_more_than_the_room_sees),
        TEST(those_of_one_condition_are_listed),
        TEST(every_widget_is_reached_by_tab),
        cmocka_unit_test(they_look_as_they_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
