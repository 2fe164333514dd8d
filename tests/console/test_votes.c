#include "testing.h"

#include <stdio.h>
#include <string.h>

#include "console/vote_scenes.h"
#include "golden/golden.h"
#include "model/outcome.h"
#include "words/words.h"

static const struct rooms_spec ten = {.schools = 10, .seats = 24, .place = {2, 2}};
static const struct rooms_spec few = {.schools = 3, .seats = 4, .place = {2, 2}};
static struct sitting *s;

static const struct ballot *ballot(ballot_id id)
{
    return &s->model->ballots[id];
}

/* ---- the list ---- */

static void the_room_s_vote_is_chosen(void **state)
{
    (void)state;
    struct ballot_content content = vote_content(METHOD_APPROVAL);
    vote_usual(&s, METHOD_DOTS, BALLOT_PREPARED, 0);
    vote_prepare(s, &content);
    assert_int_equal(s->console->votes.chosen, 1);
    sitting_key(s, KEY_DOWN, 0);
    assert_int_equal(s->console->votes.chosen, 2);
    assert_int_equal(s->wish.commands, 0); /* the room stays where it is */
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->view.ballot, 2);
    sitting_wait(s, CONSOLE_SAY_MS);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->view.ballot, 0);
}

/* What was shown goes with the step, however quickly the next look is asked for. */
static void going_on_takes_it_down(void **state)
{
    (void)state;
    struct ballot_content content = vote_content(METHOD_APPROVAL);
    vote_usual(&s, METHOD_DOTS, BALLOT_PREPARED, 0);
    vote_prepare(s, &content);
    sitting_key(s, KEY_DOWN, 0);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->view.ballot, 2);
    input_letter(&s->input, 'o', 0); /* a look still to be answered, */
    input_key(&s->input, KEY_PAGE_DOWN, 0);
    sitting_step(s);
    assert_int_equal(s->model->view.ballot, 0);
    s->console->asked_ms = s->now_ms; /* by a host that takes its time */
    sitting_letter(s, 'o', 0);
    assert_int_equal(s->model->view.ballot, 0);
}

static void one_is_removed_and_taken_back(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_PREPARED, 0);
    sitting_letter(s, 'x', 0);
    assert_int_equal(ballot(id)->state, BALLOT_NONE);
    sitting_letter(s, 'u', 0);
    assert_int_equal(ballot(id)->state, BALLOT_PREPARED);
}

/* ---- the next step ---- */

static void opening_is_one_key(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_PREPARED, 0);
    sitting_letter(s, 'r', 0);
    assert_int_equal(ballot(id)->state, BALLOT_OPEN);
    assert_int_equal(ballot(id)->content.option_count, 10);
}

static void what_is_opened_is_shown(void **state)
{
    (void)state;
    struct ballot_content content = vote_content(METHOD_APPROVAL);
    vote_usual(&s, METHOD_DOTS, BALLOT_PREPARED, 0);
    ballot_id id = vote_prepare(s, &content);
    sitting_key(s, KEY_DOWN, 0);
    sitting_letter(s, 'r', 0);
    assert_int_equal(ballot(id)->state, BALLOT_OPEN);
    assert_int_equal(s->model->view.ballot, id);
}

static void a_secret_vote_of_few_is_asked_about(void **state)
{
    (void)state;
    struct ballot_content content = vote_content(METHOD_DOTS);
    ballot_id id = vote_begin(&s, &few, &content, BALLOT_PREPARED, 0);
    sitting_letter(s, 'r', 0);
    assert_int_equal(ballot(id)->state, BALLOT_PREPARED);
    assert_true(sitting_shows(s, word(WORD_VOTES_ASK_OPEN_YES)));
    sitting_letter(s, 'r', 0); /* a slip of the finger is no yes */
    assert_int_equal(ballot(id)->state, BALLOT_PREPARED);
    sitting_key(s, KEY_ESCAPE, 0);
    assert_false(sitting_shows(s, word(WORD_VOTES_ASK_OPEN_YES)));
    sitting_letter(s, 'r', 0);
    sitting_wait(s, 1000);
    sitting_letter(s, 'r', 0);
    assert_int_equal(ballot(id)->state, BALLOT_OPEN);
}

static void a_named_vote_of_few_is_not(void **state)
{
    (void)state;
    struct ballot_content content = vote_content(METHOD_DOTS);
    content.named = true;
    vote_enter(&s, &few, 1920, 1080);
    ballot_id id = vote_prepare(s, &content);
    sitting_letter(s, 'r', 0);
    assert_int_equal(ballot(id)->state, BALLOT_OPEN);
}

static void two_are_not_open_at_once(void **state)
{
    (void)state;
    struct ballot_content content = vote_content(METHOD_APPROVAL);
    vote_usual(&s, METHOD_DOTS, BALLOT_OPEN, 3);
    ballot_id id = vote_prepare(s, &content);
    sitting_key(s, KEY_DOWN, 0);
    assert_true(sitting_shows(s, word(WORD_VOTES_OBSTACLE_BUSY)));
    sitting_letter(s, 'r', 0);
    assert_int_equal(s->wish.commands, 0);
    assert_int_equal(ballot(id)->state, BALLOT_PREPARED);
}

static void closing_asks_while_somebody_is_missing(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_OPEN, 14);
    char title[128];
    sitting_letter(s, 'r', 0);
    assert_int_equal(ballot(id)->state, BALLOT_OPEN);
    snprintf(title, sizeof title, word(WORD_VOTES_ASK_CLOSE), 7);
    assert_true(sitting_shows(s, title));
    sitting_press(s, "vote-no", 0);
    assert_false(sitting_shows(s, title));
    assert_int_equal(ballot(id)->state, BALLOT_OPEN);
    sitting_letter(s, 'r', 0);
    sitting_press(s, "vote-yes", 0);
    assert_int_equal(ballot(id)->state, BALLOT_CLOSED);
    sitting_letter(s, 'z', 0);
    assert_int_equal(ballot(id)->state, BALLOT_OPEN);
}

static void closing_does_not_ask_once_all_have_voted(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_OPEN, 1000);
    assert_true(sitting_shows(s, word(WORD_VOTES_WHO_ALL)));
    sitting_letter(s, 'r', 0);
    assert_int_equal(ballot(id)->state, BALLOT_CLOSED);
}

static void revealing_always_asks(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_DOTS, BALLOT_OPEN, 1000);
    sitting_letter(s, 'r', 0);
    assert_false(sitting_shows(s, word(WORD_VOTES_RESULTS)));
    sitting_letter(s, 'r', 0);
    assert_int_equal(ballot(id)->state, BALLOT_CLOSED);
    assert_true(sitting_shows(s, word(WORD_VOTES_ASK_REVEAL)));
    assert_true(sitting_shows(s, word(WORD_VOTES_ASK_NO)));
    sitting_press(s, "vote-yes", 0);
    assert_int_equal(ballot(id)->state, BALLOT_REVEALED);
    assert_true(sitting_shows(s, word(WORD_VOTES_RESULTS)));
    sitting_letter(s, 'r', 0); /* nothing leads on from it */
    assert_int_equal(s->wish.commands, 0);
}

/* ---- after the reveal ---- */

static void it_is_run_again_as_another(void **state)
{
    (void)state;
    ballot_id id = vote_usual(&s, METHOD_APPROVAL, BALLOT_REVEALED, 1000);
    sitting_letter(s, 'j', 0);
    assert_int_equal(s->refusal, REFUSAL_NONE);
    assert_int_equal(s->model->ballot_count, id + 1);
    assert_int_equal(ballot((ballot_id)(id + 1))->content.again, id);
    sitting_wait(s, 0);
    assert_int_equal(s->console->votes.chosen, id + 1);
    assert_int_equal(s->model->view.ballot, id + 1); /* the room looked at the old one */
    assert_int_equal(ballot(id)->state, BALLOT_REVEALED);
}

static void a_tie_is_decided_by_a_run_off(void **state)
{
    (void)state;
    vote_usual(&s, METHOD_DOTS, BALLOT_REVEALED, 1000);
    uint8_t tied = 0;
    struct outcome outcome;
    uint8_t options[OPTIONS_MAX];
    outcome_work_out(&outcome, &ballot(1)->content, &s->room->ballot_tallies[1]);
    tied = outcome_run_off(&outcome, 3, options);
    assert_true(tied >= 2);
    sitting_letter(s, 'd', 0);
    assert_int_equal(s->refusal, REFUSAL_NONE);
    const struct ballot_content *content = &ballot(2)->content;
    assert_int_equal(content->option_count, tied);
    assert_int_equal(content->things[0], ballot(1)->content.things[options[0] - 1]);
    assert_int_equal(content->budget, 1);
    assert_int_equal(content->again, 1);
}

static void the_workings_are_one_key(void **state)
{
    (void)state;
    vote_usual(&s, METHOD_RANKING, BALLOT_REVEALED, 1000);
    sitting_letter(s, 'w', 0);
    assert_int_equal(s->model->view.sight, SIGHT_COUNTING);
    sitting_letter(s, 'w', 0);
    assert_int_equal(s->model->view.sight, SIGHT_RESULT); /* it was secret: nobody to be seen */
}

static void of_a_named_one_they_show_people_too(void **state)
{
    (void)state;
    struct ballot_content content = vote_content(METHOD_APPROVAL);
    content.named = true;
    vote_begin(&s, &ten, &content, BALLOT_REVEALED, 1000);
    sitting_letter(s, 'w', 0);
    sitting_letter(s, 'w', 0);
    assert_int_equal(s->model->view.sight, SIGHT_PEOPLE);
}

static void every_widget_is_reached_by_tab(void **state)
{
    (void)state;
    static const char *const names[] = {"votes", "vote-new", "vote-priorities", "vote-step",
                                        "vote-paper"};
    vote_usual(&s, METHOD_DOTS, BALLOT_OPEN, 3);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_true(sitting_tab_to(s, ui_id_of(names[i], 0)));
    sitting_letter(s, '1', WITH_CONTROL);
    assert_true(sitting_tab_to(s, ui_id_of("run-vote-step", 0)));
    assert_true(sitting_tab_to(s, ui_id_of("run-vote-more", 0)));
}

/* What the room sees has goldens of its own. */
static void leave_preview_out(struct draw_list *list)
{
    for (uint32_t i = 0; i < list->commands; i++) {
        int depth = 0;
        uint32_t end = i;
        if (list->command[i].kind != DRAW_CLIP || list->command[i].y == 0)
            continue;
        for (; end < list->commands; end++) {
            depth +=
                (list->command[end].kind == DRAW_CLIP) - (list->command[end].kind == DRAW_UNCLIP);
            if (depth == 0)
                break;
        }
        memmove(list->command + i, list->command + end + 1,
                (list->commands - end - 1) * sizeof *list->command);
        list->commands -= end + 1 - i;
        return;
    }
}

static void they_look_as_they_did(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1920, 1080}, {1024, 768}};
    for (int i = 0; i < vote_scenes_count; i++)
        for (size_t size = 0; size < 2; size++) {
            char name[96];
            vote_scene_open(&s, &vote_scenes[i], sizes[size][0], sizes[size][1],
                            &type_fixed_metrics);
            snprintf(name, sizeof name, "console/%s-%d", vote_scenes[i].name, sizes[size][0]);
            if (s->console->view == CONSOLE_RUN)
                leave_preview_out(&s->list);
            golden_check_list(name, &s->list);
            sitting_destroy(&s);
        }
}

#define TEST(name) SITTING_TEST(name, &s)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_room_s_vote_is_chosen),
        TEST(going_on_takes_it_down),
        TEST(one_is_removed_and_taken_back),
        TEST(opening_is_one_key),
        TEST(what_is_opened_is_shown),
        TEST(a_secret_vote_of_few_is_asked_about),
        TEST(a_named_vote_of_few_is_not),
        TEST(two_are_not_open_at_once),
        TEST(closing_asks_while_somebody_is_missing),
        TEST(closing_does_not_ask_once_all_have_voted),
        TEST(revealing_always_asks),
        TEST(it_is_run_again_as_another),
        TEST(a_tie_is_decided_by_a_run_off),
        TEST(the_workings_are_one_key),
        TEST(of_a_named_one_they_show_people_too),
        TEST(every_widget_is_reached_by_tab),
        cmocka_unit_test(they_look_as_they_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
