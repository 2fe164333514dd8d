/* Rehearsals are begun from a pack, in a file of their own, and stay trainings. */

#include "opening/rig.h"

#include <unistd.h>

#include "content/rehearsal.h"

static const struct model *open_it(struct store **store, const struct opening *asked,
                                   struct opening_report **report)
{
    struct trouble trouble;
    if (rig_open(store, asked, report, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    return store_model(*store);
}

static void refuse(const struct opening *asked, const char *says)
{
    struct opening_report *report;
    struct trouble trouble;
    struct store *store;
    assert_int_not_equal(rig_open(&store, asked, &report, &trouble), ERROR_OK);
    assert_null(store);
    if (!strstr(trouble.text, says))
        fail_msg("%s", trouble.text);
}

static unsigned count_ratings(const struct model *model, enum rating_state state)
{
    unsigned count = 0;
    for (condition_id c = 1; c <= model->condition_count; c++)
        for (school_id s = 1; s <= model->school_count; s++)
            count += model_rating_state(&model->ratings[c][s]) == state;
    return count;
}

static void a_pack_becomes_a_training_with_something_left_to_do(void **state)
{
    static const char *const packs[] = {"easy-cluster", "divided-cluster", "large-cluster"};
    (void)state;
    for (size_t i = 0; i < sizeof packs / sizeof *packs; i++) {
        struct opening asked = {.rehearsal = packs[i]};
        struct opening_report *report;
        struct rehearsal_pack *pack;
        struct trouble trouble;
        struct store *store;
        const struct model *model = open_it(&store, &asked, &report);
        assert_int_equal(content_load_rehearsal(&pack, packs[i], &trouble), ERROR_OK);
        assert_true(model->training);
        assert_string_equal(model->title, pack->title);
        assert_string_equal(model->agenda, pack->agenda);
        assert_string_equal(report->rehearsal, packs[i]);
        assert_non_null(strstr(report->path, "/Training - "));
        assert_int_equal(model->school_count, pack->school_count);
        assert_int_equal(model->character_count, pack->role_count);
        assert_int_equal(model->moment_count, pack->moment_count);
        for (uint8_t r = 0; r < pack->role_count; r++) {
            const struct character_content *content = &model->characters[r + 1].content;
            assert_string_equal(content->name, pack->roles[r].name);
            assert_string_equal(content->unsaid, pack->roles[r].unsaid);
            assert_string_equal(model->schools[content->school].name,
                                pack->schools[pack->roles[r].school].name);
        }
        assert_true(model->settings[SETTING_ADMIT_ALL] && model->settings[SETTING_OFFER_ROOM_CODE]);
        unsigned all = model->condition_count * model->school_count;
        assert_true(count_ratings(model, RATING_AGREED) > all / 2);
        assert_true(count_ratings(model, RATING_AGREED) < all);
        rehearsal_pack_destroy(&pack);
        store_destroy(&store);
    }
}

static void each_has_a_file_of_its_own(void **state)
{
    struct opening asked = {.rehearsal = "easy-cluster", .title = "On Monday"};
    char first[OPENING_PATH_SIZE];
    struct opening_report *report;
    struct store *store;
    (void)state;
    assert_string_equal(open_it(&store, &asked, &report)->title, "On Monday");
    memcpy(first, report->path, sizeof first);
    store_destroy(&store);
    open_it(&store, &asked, &report);
    assert_string_not_equal(first, report->path);
    store_destroy(&store);
}

/* People come in again by their names; nothing is doubled, and another pack's moments are others.
 */
static void it_is_opened_again_with_people_only_if_asked(void **state)
{
    const struct scratch *scratch = *state;
    struct opening asked = {.file = scratch->path, .rehearsal = "divided-cluster"};
    struct opening_report *report;
    struct store *store;
    const struct model *model = open_it(&store, &asked, &report);
    uint64_t events = model->event_count;
    unsigned roles = model->character_count;
    store_destroy(&store);
    model = open_it(&store, &asked, &report);
    assert_true(model->training && model->event_count == events);
    assert_int_equal(model->character_count, roles);
    assert_string_equal(report->rehearsal, "divided-cluster");
    store_destroy(&store);
    asked.rehearsal = NULL;
    open_it(&store, &asked, &report);
    assert_string_equal(report->rehearsal, "");
    store_destroy(&store);
    asked.players = true;
    open_it(&store, &asked, &report);
    assert_non_null(strstr(report->rehearsal, "/divided-cluster.yaml"));
    store_destroy(&store);
    asked.rehearsal = "large-cluster";
    refuse(&asked, "another rehearsal");
}

static void nobody_made_up_comes_into_a_real_review(void **state)
{
    const struct scratch *scratch = *state;
    struct opening asked = {.file = scratch->path, .agenda = AGENDA, .schools = "Ashby,Birch"};
    struct opening_report *report;
    struct store *store;
    uint64_t events = open_it(&store, &asked, &report)->event_count;
    store_destroy(&store);
    refuse(&(struct opening){.file = scratch->path, .rehearsal = "easy-cluster"}, "no training");
    asked = (struct opening){.file = scratch->path, .players = true};
    assert_int_equal(open_it(&store, &asked, &report)->event_count, events);
    assert_string_equal(report->rehearsal, "");
    assert_int_equal(store_model(store)->character_count, 0);
    store_destroy(&store);
}

static void what_cannot_be_rehearsed_leaves_no_file(void **state)
{
    const struct scratch *scratch = *state;
    unsigned before = rig_entries(scratch->folder);
    refuse(&(struct opening){.rehearsal = "nowhere"}, "easy-cluster");
    assert_int_equal(rig_entries(scratch->folder), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_pack_becomes_a_training_with_something_left_to_do,
                                        rig_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(each_has_a_file_of_its_own, rig_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(it_is_opened_again_with_people_only_if_asked, rig_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(nobody_made_up_comes_into_a_real_review, rig_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(what_cannot_be_rehearsed_leaves_no_file, rig_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
