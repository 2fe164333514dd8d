/* The page that brings files of one-to-ones in, by the keyboard alone. */

#include <stdlib.h>

#include "golden/golden.h"
#include "start/bring_scenes.h"
#include "testing.h"

static struct bench *begin(void)
{
    struct bench *b;
    bench_open(&b, 1920, 1080, &type_fixed_metrics);
    return b;
}

static void files_are_chosen_and_compared_by_keys(void **state)
{
    (void)state;
    struct bench *b = begin();
    golden_check_list("start/bring", &b->list);
    assert_false(bench_tab_to(b, ui_id_of("bring-go", 0))); /* no file is chosen */
    assert_true(bench_tab_to(b, ui_id_of("bring-file", 0)));
    bench_key(b, KEY_DOWN, 0);
    bench_key(b, KEY_SPACE, 0);
    assert_int_equal(bring_count(&b->screen), 1);
    assert_true(b->screen.files[1].chosen);
    assert_true(bench_tab_to(b, ui_id_of("bring-into", 0)));
    bench_key(b, KEY_DOWN, 0);
    bench_key(b, KEY_ENTER, 0);
    assert_int_equal(b->screen.into, 1);
    assert_true(bench_tab_to(b, ui_id_of("bring-go", 0)));
    bench_key(b, KEY_ENTER, 0);
    assert_int_equal(b->choice, BRING_COMPARE);
    bench_key(b, KEY_ESCAPE, 0);
    assert_int_equal(b->choice, BRING_BACK);
    bench_close(&b);
}

static void a_difference_is_chosen_by_keys(void **state)
{
    (void)state;
    struct bench *b = begin();
    bench_compare(b);
    golden_check_list("start/bring-compare", &b->list);
    struct merge_entry *entry = &b->screen.merge->entries[0];
    unsigned at = 0;
    while (entry[at].kind != MERGE_RATING || !merge_differs(&entry[at]))
        at++;
    assert_int_equal(entry[at].count, 3);
    assert_int_equal(entry[at].chosen, 1); /* the latest */
    assert_true(bench_tab_to(
        b, ui_id_of("bring-candidate", (int)at * MERGE_CANDIDATES_MAX + entry[at].chosen)));
    bench_key(b, KEY_DOWN, 0);
    bench_key(b, KEY_ENTER, 0);
    assert_int_equal(entry[at].chosen, 2);
    bench_key(b, KEY_UP, 0);
    bench_key(b, KEY_UP, 0);
    bench_key(b, KEY_ENTER, 0);
    assert_int_equal(entry[at].chosen, 0);
    assert_true(bench_tab_to(b, ui_id_of("bring-go", 0)));
    bench_key(b, KEY_ENTER, 0);
    assert_int_equal(b->choice, BRING_TAKE);
    bench_close(&b);
}

static void a_file_dropped_twice_stands_there_once(void **state)
{
    (void)state;
    struct bench *b = begin();
    bring_add(&b->screen, "/media/stick/Castle.plenary", true);
    bring_add(&b->screen, "/media/stick/Castle.plenary", true);
    assert_int_equal(b->screen.file_count, 3);
    assert_int_equal(bring_count(&b->screen), 1);
    bench_close(&b);
}

int main(void)
{
    setenv("TZ", "UTC", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_chosen_and_compared_by_keys),
        cmocka_unit_test(a_difference_is_chosen_by_keys),
        cmocka_unit_test(a_file_dropped_twice_stands_there_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
