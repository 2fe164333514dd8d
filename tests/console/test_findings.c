#include "testing.h"

#include <stdio.h>

#include "console/finding_scenes.h"
#include "golden/golden.h"
#include "words/words.h"

static const struct rooms_spec ten = {
    .schools = 10, .ratings = ROOMS_AGREED, .named = true, .place = {2, 2}};
static struct sitting *s;

static const struct finding *finding(enum finding_kind kind, uint8_t number)
{
    return &s->model->findings[kind][number];
}

static void must(void)
{
    assert_int_equal(s->wish.commands, 1);
    assert_int_equal(s->refusal, REFUSAL_NONE);
}

static void it_begins_with_what_goes_well(void **state)
{
    (void)state;
    finding_enter(&s, &ten, 1920, 1080);
    assert_int_equal(s->console->findings.kind, FINDING_WELL);
    assert_int_equal(s->console->findings.number, 7);
    sitting_key(s, KEY_DOWN, 0);
    assert_int_equal(s->console->findings.number, 1);
    assert_int_equal(s->wish.commands, 0);
    assert_int_equal(s->model->place.step, 2); /* and the room stays where it is */
}

static void enter_brings_one_up_large(void **state)
{
    (void)state;
    finding_enter(&s, &ten, 1920, 1080);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->view.finding, 7);
    assert_int_equal(s->model->view.finding_kind, FINDING_WELL);
    s->now_ms += CONSOLE_SAY_MS;
    sitting_step(s);
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->model->view.finding, 0);
}

static void one_is_hidden_and_shown_again(void **state)
{
    (void)state;
    finding_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'x', 0);
    must();
    assert_true(finding(FINDING_WELL, 7)->hidden);
    assert_int_equal(s->console->findings.number, 7); /* still the chosen one, at the end now */
    assert_true(s->console->findings.rows.chosen > 5);
    sitting_letter(s, 'x', 0);
    must();
    assert_false(finding(FINDING_WELL, 7)->hidden);
}

static void words_are_kept_with_enter(void **state)
{
    (void)state;
    finding_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'e', 0);
    sitting_type(s, "People know of us.");
    assert_int_equal(s->wish.commands, 0);
    sitting_key(s, KEY_ENTER, 0);
    must();
    assert_string_equal(finding(FINDING_WELL, 7)->text, "People know of us.");
    sitting_key(s, KEY_ESCAPE, 0);
    sitting_key(s, KEY_DOWN, 0);
    assert_string_equal(s->console->findings.words.edit.text, "");
}

/* Somebody else's words come first; what is typed here stays, and is not sent over them unseen. */
static void two_who_word_at_once(void **state)
{
    (void)state;
    finding_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'e', 0);
    sitting_type(s, "Mine.");
    struct command other = {.kind = COMMAND_WORD_FINDING};
    other.change.finding.kind = FINDING_WELL;
    other.change.finding.number = 7;
    strcpy(other.change.finding.text, "Theirs.");
    sitting_obey(s, &other);
    assert_string_equal(s->console->findings.words.edit.text, "Mine.");
    sitting_key(s, KEY_ENTER, 0);
    assert_int_equal(s->refusal, REFUSAL_CHANGED);
    assert_string_equal(finding(FINDING_WELL, 7)->text, "Theirs.");
}

static void one_is_moved_among_the_others(void **state)
{
    (void)state;
    finding_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'k', 0);
    assert_int_equal(s->wish.commands, 0); /* the first already */
    sitting_letter(s, 'j', 0);
    must();
    assert_int_equal(finding(FINDING_WELL, 7)->rank, 2);
    assert_int_equal(s->console->findings.rows.chosen, 1);
    sitting_letter(s, 'j', 0);
    sitting_letter(s, 'k', 0);
    assert_int_equal(finding(FINDING_WELL, 7)->rank, 2);
}

static void the_las_answer_is_taken_down(void **state)
{
    (void)state;
    finding_enter(&s, &ten, 1920, 1080);
    assert_false(sitting_shows(s, word(WORD_FINDINGS_ANSWER)));
    sitting_letter(s, 'v', 0);
    must();
    assert_true(finding(FINDING_WELL, 7)->for_la);
    sitting_letter(s, 'y', 0);
    sitting_type(s, "We will help.");
    sitting_key(s, KEY_ENTER, 0);
    must();
    assert_string_equal(finding(FINDING_WELL, 7)->answer, "We will help.");
    sitting_letter(s, 'v', 0); /* letters are keys again */
    must();
    assert_false(finding(FINDING_WELL, 7)->for_la);
}

static void one_of_ones_own_is_added_and_taken_away(void **state)
{
    (void)state;
    finding_enter(&s, &ten, 1920, 1080);
    sitting_letter(s, 'w', 0);
    sitting_type(s, "The last bus goes early.");
    sitting_key(s, KEY_ENTER, 0);
    must();
    assert_string_equal(finding(FINDING_ADDED, 1)->text, "The last bus goes early.");
    sitting_key(s, KEY_END, 0);
    assert_int_equal(s->console->findings.kind, FINDING_ADDED);
    assert_true(sitting_tab_to(s, ui_id_of("finding-mark", 2)));
    sitting_key(s, KEY_ENTER, 0);
    must();
    assert_false(finding(FINDING_ADDED, 1)->exists);
}

static void every_widget_is_reached_by_tab(void **state)
{
    (void)state;
    static const char *const names[] = {"findings", "finding-add", "finding-words"};
    finding_enter(&s, &ten, 1024, 768);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_true(sitting_tab_to(s, ui_id_of(names[i], 0)));
    assert_true(sitting_tab_to(s, ui_id_of("finding-show", 1)));
    assert_true(sitting_tab_to(s, ui_id_of("finding-move", 2)));
}

static void they_look_as_they_did(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1920, 1080}, {1024, 768}, {3840, 2160}};
    for (int i = 0; i < finding_scenes_count; i++)
        for (size_t size = 0; size < 3; size++) {
            char name[96];
            finding_scene_open(&s, &finding_scenes[i], sizes[size][0], sizes[size][1],
                               &type_fixed_metrics);
            snprintf(name, sizeof name, "console/%s-%d", finding_scenes[i].name, sizes[size][0]);
            golden_check_list(name, &s->list);
            sitting_destroy(&s);
        }
}

#define TEST(name) SITTING_TEST(name, &s)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(it_begins_with_what_goes_well),  TEST(enter_brings_one_up_large),
        TEST(one_is_hidden_and_shown_again),  TEST(words_are_kept_with_enter),
        TEST(two_who_word_at_once),           TEST(one_is_moved_among_the_others),
        TEST(the_las_answer_is_taken_down),   TEST(one_of_ones_own_is_added_and_taken_away),
        TEST(every_widget_is_reached_by_tab), cmocka_unit_test(they_look_as_they_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
