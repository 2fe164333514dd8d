/* Trainings and rehearsals chosen on the start screen, by keys alone. */

#include "start/rig.h"

#include <stdio.h>

static void go_to_trainings(void)
{
    for (int i = 0; i < 4; i++)
        press(KEY_DOWN);
    press(KEY_ENTER);
    frame();
    assert_int_equal(screen.page, START_TRAININGS);
    frame();
}

static void install(int count)
{
    rehearsals.count = (uint16_t)count;
    for (int i = 0; i < count; i++) {
        struct rehearsal_entry *entry = &rehearsals.entries[i];
        snprintf(entry->id, ID_SIZE, "cluster-%d", i);
        snprintf(entry->title, TITLE_SIZE, "Cluster %d", i);
        snprintf(entry->about, MEMO_SIZE, "Ten schools that mean well.");
        entry->school_count = 10;
        entry->role_count = 12;
    }
}

/* By keys alone; one that cannot be read is told of and left out. */
static void a_rehearsal_is_begun(void **state)
{
    (void)state;
    install(3);
    rehearsals.entries[0].id[0] = '\0';
    snprintf(rehearsals.entries[0].trouble.text, sizeof rehearsals.entries[0].trouble.text,
             "odd.yaml, line 3");
    go_to_trainings();
    assert_true(on_screen("odd.yaml, line 3"));
    assert_false(on_screen("Cluster 0"));
    assert_true(on_screen("10 schools · 12 roles"));
    press(KEY_DOWN);
    struct start_outcome outcome = press(KEY_ENTER);
    assert_int_equal(outcome.choice, START_REHEARSE);
    assert_int_equal(outcome.rehearsal, 2);
    press(KEY_ESCAPE);
    frame();
    assert_int_equal(screen.page, START_FRONT);
    assert_true(ui_focused(&ui, ui_id_of("start-example", 0)));
}

/* More than have room stand on further pages; whatever is there can be had. */
static void many_rehearsals_have_pages(void **state)
{
    (void)state;
    install(REHEARSALS_MAX);
    go_to_trainings();
    for (int i = 0; i < 10; i++)
        press(KEY_PAGE_DOWN);
    frame();
    assert_true(on_screen("Cluster 31"));
    struct start_outcome outcome = press(KEY_ENTER);
    assert_int_equal(outcome.rehearsal, 28);
    for (int i = 0; i < 10; i++)
        press(KEY_PAGE_UP);
    frame();
    assert_true(on_screen("Cluster 0"));
}

/* What is a training among the recent ones is called one. */
static void recent_trainings_say_so(void **state)
{
    (void)state;
    assert_false(on_screen("TRAINING"));
    recents[0].training = true;
    frame();
    assert_true(on_screen("TRAINING"));
    recents[0].training = false;
}

/* A training needs no schools: it brings its own. Only agendas with an example can be had. */
static void a_training_is_begun_on_a_made_up_cluster(void **state)
{
    (void)state;
    packs.count = 4;
    snprintf(packs.entries[2].agenda_id, ID_SIZE, "elsewhere");
    snprintf(packs.entries[2].agenda_title, TITLE_SIZE, "Without an example");
    snprintf(packs.entries[3].agenda_id, ID_SIZE, "module-1");
    snprintf(packs.entries[3].agenda_title, TITLE_SIZE, "Module 1");
    snprintf(packs.entries[3].about, MEMO_SIZE, "Half a day for managers.");
    snprintf(packs.entries[3].example, CONTENT_EXAMPLE_SIZE, "riverside.csv");
    go_to_trainings();
    assert_true(on_screen("No rehearsals are installed here."));
    press(KEY_ENTER); /* by oneself */
    frame();
    assert_int_equal(screen.entry_count, 1);
    assert_true(on_screen("Half a day for managers."));
    assert_true(on_screen("Training, 12 March"));
    press(KEY_ENTER); /* from the title to Begin */
    frame();
    struct start_outcome outcome = press(KEY_ENTER);
    assert_int_equal(outcome.choice, START_TRAIN);
    assert_int_equal(outcome.agenda, 3);
    press(KEY_ESCAPE);
    frame();
    assert_int_equal(screen.page, START_TRAININGS);
    press(KEY_ESCAPE);
    frame();
    assert_int_equal(screen.page, START_FRONT);
    ui_focus(&ui, ui_id_of("start-new", 0));
    press(KEY_ENTER); /* a review again: its own title, and every agenda */
    frame();
    assert_int_equal(screen.entry_count, 3);
    assert_string_equal(screen.title.text, "Cluster review, 12 March");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_rehearsal_is_begun, rig_reset),
        cmocka_unit_test_setup(many_rehearsals_have_pages, rig_reset),
        cmocka_unit_test_setup(recent_trainings_say_so, rig_reset),
        cmocka_unit_test_setup(a_training_is_begun_on_a_made_up_cluster, rig_reset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
