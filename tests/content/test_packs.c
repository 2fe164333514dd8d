#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/text.h"
#include "content/content.h"
#include "content/draft.h"
#include "model/types.h"
#include "testing.h"

/* Room the participant's screen has for them. */
enum { PROMPT_WIDE = 45, PROMPTS_WIDE = 3, SCALE_WIDE = 110, ASK_WIDE = 96, ABOUT_WIDE = 300 };

static struct pack *pack;

static int set_up(void **state)
{
    (void)state;
    pack = malloc(sizeof *pack);
    return pack ? setenv("PLENARY_ASSETS", PACKS_DIR "/..", 1) : -1;
}

static int tear_down(void **state)
{
    (void)state;
    free(pack);
    return 0;
}

static void load(const char *file, const char *agenda)
{
    struct trouble t = {""};
    enum error e = content_load(pack, file, agenda, &t);
    if (e)
        print_error("%s\n", t.text);
    assert_int_equal(e, ERROR_OK);
}

static void every_condition_is_complete(void)
{
    for (unsigned i = 0; i < pack->condition_count; i++) {
        const struct condition *c = &pack->conditions[i];
        assert_true(c->id[0] && c->name[0] && c->tight[0] && c->question[0]);
        assert_in_range(c->prompt_count, PROMPTS_WIDE, PROMPTS_MAX);
        for (unsigned j = 0; j < c->prompt_count; j++) {
            assert_true(c->prompts[j][0] && text_is_clean(c->prompts[j]));
            assert_true(j >= PROMPTS_WIDE || text_visible(c->prompts[j]) <= PROMPT_WIDE);
        }
        for (unsigned j = 0; j < SCALE_COUNT; j++)
            assert_in_range(text_visible(c->scale[j]), 1, SCALE_WIDE);
        assert_in_range(c->resource_count, 1, RESOURCES_MAX);
        for (unsigned j = 0; j < c->resource_count; j++)
            assert_true(c->resources[j].title[0] && c->resources[j].kind[0] &&
                        c->resources[j].offered_by[0] && c->resources[j].where[0]);
    }
}

/* Every board is somewhere on the way or open all the time, and what is asked can be read at once.
 */
static void every_step_is_complete(const struct agenda_item *item, bool used[BOARDS_MAX])
{
    unsigned minutes = 0;
    for (unsigned i = 0; i < item->step_count; i++) {
        const struct agenda_step *step = &item->steps[i];
        minutes += step->minutes;
        assert_in_range(text_visible(step->ask), 0, ASK_WIDE);
        assert_true(step->stage == STAGE_BRIEFING || (step->ask[0] && step->how != HOW_NONE));
        if (step->stage == STAGE_BOARD)
            used[step->subject - 1] = true;
        if (step->how == HOW_TWOS_THREES)
            assert_int_equal(item->group_size, 3);
    }
    assert_in_range(minutes, 0, item->minutes);
}

static void every_item_is_complete(void)
{
    bool used[BOARDS_MAX] = {false}, evaluated = false;
    uint16_t end = 0;
    for (unsigned i = 0; i < pack->agenda.item_count; i++) {
        const struct agenda_item *item = &pack->agenda.items[i];
        assert_true(item->id[0] && item->title[0] && item->notes[0] && item->lead_in[0]);
        assert_true(item->minutes > 0 && item->step_count > 0 && item->objective_count > 0);
        assert_int_equal(item->steps[0].stage, STAGE_BRIEFING);
        assert_true(i == 0 || item->start == end);
        end = (uint16_t)(item->start + item->minutes);
        every_step_is_complete(item, used);
        for (unsigned k = 0; k < item->step_count; k++)
            evaluated |= item->steps[k].stage == STAGE_EVALUATION;
    }
    assert_true(evaluated);
    for (unsigned i = 0; i < pack->agenda.board_count; i++)
        assert_true(used[i] || pack->agenda.boards[i].always);
}

/* What every agenda that is shipped brings along. */
static void every_agenda_is_whole(void)
{
    const struct agenda *agenda = &pack->agenda;
    unsigned always = 0, personal = 0;
    assert_in_range(text_visible(agenda->about), 60, ABOUT_WIDE);
    assert_in_range(agenda->question_count, 2, QUESTIONS_MAX);
    for (unsigned i = 0; i < agenda->question_count; i++)
        assert_int_equal(strncmp(agenda->questions[i], "Have you ever ", 14), 0);
    for (unsigned i = 0; i < agenda->board_count; i++) {
        always += agenda->boards[i].always;
        personal += agenda->boards[i].personal;
    }
    assert_int_equal(always, 1);   /* parked questions */
    assert_int_equal(personal, 1); /* the comments at the end */
    every_item_is_complete();
}

/* One part of a day as it is laid down: its beginning, length, and way of working. */
struct part {
    const char *title;
    unsigned start, minutes, steps;
};

static void the_day_is(const struct part *day, unsigned count)
{
    assert_int_equal(pack->agenda.item_count, count);
    for (unsigned i = 0; i < count; i++) {
        assert_string_equal(pack->agenda.items[i].title, day[i].title);
        assert_int_equal(pack->agenda.items[i].start, day[i].start);
        assert_int_equal(pack->agenda.items[i].minutes, day[i].minutes);
        assert_int_equal(pack->agenda.items[i].step_count, day[i].steps);
    }
}

static void extended_services_is_complete(void **state)
{
    (void)state;
    load(PACKS_DIR "/extended-services.yaml", "cluster-workshop");
    assert_string_equal(pack->id, "extended-services");
    assert_string_equal(pack->language, "en-GB");
    assert_int_equal(pack->condition_count, 10);
    every_condition_is_complete();
    every_agenda_is_whole();
    assert_string_equal(pack->conditions[0].id, "consultation");
    assert_string_equal(pack->conditions[7].name, "Quality, targeted design");
    assert_string_equal(pack->conditions[7].tight, "Targeted design");
    static const struct part day[] = {
        {"Welcome", 540, 20, 3},
        {"Key findings", 560, 50, 3},
        {"Discussion and prioritising", 610, 50, 6},
        {"Action planning", 660, 60, 4},
        {"Evaluation and close", 720, 20, 4},
    };
    the_day_is(day, 5);
    for (unsigned i = 0; i < 5; i++)
        assert_true(pack->agenda.items[i].ground_rule[0]);
    assert_int_equal(pack->agenda.items[1].steps[1].stage, STAGE_GRID);
    assert_int_equal(pack->agenda.items[0].objective_count, 3);
    assert_int_equal(pack->agenda.items[2].steps[4].stage, STAGE_BALLOT);
    assert_int_equal(pack->agenda.items[2].steps[4].subject, 1);
    assert_int_equal(pack->agenda.items[3].steps[1].stage, STAGE_ACTIONS);
    assert_int_equal(pack->agenda.items[3].steps[2].subject, 2);
    for (unsigned c = 0; c < pack->condition_count; c++) /* the one that is published */
        assert_int_equal(pack->conditions[c].idea[0] != 0,
                         strcmp(pack->conditions[c].id, "impact") == 0);
}

/* The way people work in a part: stage and grouping of each step. */
struct way {
    uint8_t item, step, stage, how, minutes; /* item and step from 1; minutes 0: not asked */
};

static void module_2_is_complete(void **state)
{
    (void)state;
    load(PACKS_DIR "/training-modules.yaml", "module-2");
    assert_int_equal(pack->condition_count, 10);
    every_agenda_is_whole();
    static const struct part day[] = {
        {"Introduction", 9 * 60 + 15, 30, 6},
        {"What have we discovered?", 9 * 60 + 45, 30, 4},
        {"Political, rational and emotional issues", 10 * 60 + 15, 30, 4},
        {"Key findings for the cluster", 10 * 60 + 45, 60, 4},
        {"LA response to key findings", 11 * 60 + 45, 30, 2},
        {"Lunch", 12 * 60 + 15, 45, 1},
        {"What is facilitation?", 13 * 60, 40, 4},
        {"Modelling the cluster workshop", 13 * 60 + 40, 60, 6},
        {"Review the process", 14 * 60 + 40, 25, 4},
        {"Next steps for success", 15 * 60 + 5, 20, 3},
        {"Evaluation of the day", 15 * 60 + 25, 20, 5},
    };
    the_day_is(day, sizeof day / sizeof day[0]);
    static const struct way ways[] = {
        {1, 6, STAGE_ICEBREAKER, HOW_PLENARY, 5}, {2, 2, STAGE_BOARD, HOW_ALONE, 5},
        {2, 3, STAGE_BOARD, HOW_TWOS_THREES, 0},  {2, 4, STAGE_BOARD, HOW_PLENARY, 0},
        {3, 2, STAGE_BOARD, HOW_ALONE, 0},        {3, 3, STAGE_BOARD, HOW_TWOS_THREES, 0},
        {3, 4, STAGE_BOARD, HOW_PLENARY, 0},      {4, 2, STAGE_BOARD, HOW_GROUPS, 0},
        {5, 2, STAGE_RESPONSE, HOW_PLENARY, 0},   {7, 2, STAGE_BOARD, HOW_GROUPS, 15},
        {7, 3, STAGE_BOARD, HOW_GROUPS, 15},      {7, 4, STAGE_BOARD, HOW_PLENARY, 0},
        {8, 2, STAGE_GRID, HOW_GROUPS, 0},        {11, 2, STAGE_EVALUATION, HOW_ALONE, 0},
        {11, 5, STAGE_BRIEFING, HOW_PLENARY, 0},
    };
    for (unsigned i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        const struct agenda_step *step =
            &pack->agenda.items[ways[i].item - 1].steps[ways[i].step - 1];
        assert_int_equal(step->stage, ways[i].stage);
        assert_int_equal(step->how, ways[i].how);
        assert_true(ways[i].minutes == 0 || step->minutes == ways[i].minutes);
    }
    assert_int_equal(pack->agenda.items[3].group_size, 3);
    assert_int_equal(pack->agenda.items[10].steps[1].subject, 1); /* the aims of the day */
    assert_string_equal(pack->agenda.boards[4].headings[2], "Emotional");
}

static void modules_1_and_3_say_whose_idea_they_are(void **state)
{
    static const char *const ids[] = {"module-1", "module-3"};
    (void)state;
    for (unsigned i = 0; i < 2; i++) {
        load(PACKS_DIR "/training-modules.yaml", ids[i]);
        every_agenda_is_whole();
        const struct agenda_item *last = &pack->agenda.items[pack->agenda.item_count - 1];
        assert_non_null(strstr(pack->agenda.about, "Plenary's own suggestion"));
        assert_in_range(last->start + last->minutes - pack->agenda.items[0].start, 180, 240);
    }
}

static void another_setting_is_another_file(void **state)
{
    (void)state;
    load(PACKS_DIR "/childrens-centre.yaml", NULL);
    assert_string_equal(pack->agenda.id, "centre-review");
    assert_int_equal(pack->condition_count, 6);
    every_condition_is_complete();
    every_agenda_is_whole();
}

static void packs_are_listed_and_found(void **state)
{
    (void)state;
    struct content_catalogue *all = malloc(sizeof *all);
    struct content_entry entry;
    struct trouble t = {""};
    assert_non_null(all);
    assert_int_equal(content_list(all, NULL, &t), ERROR_OK);
    assert_int_equal(all->count, 6);
    assert_string_equal(all->entries[0].agenda_id, "centre-review");
    assert_string_equal(all->entries[3].agenda_id, "module-2");
    assert_int_equal(all->entries[3].condition_count, 10);
    for (unsigned i = 0; i < all->count; i++) {
        char grid[CONTENT_PATH_SIZE + CONTENT_EXAMPLE_SIZE];
        snprintf(grid, sizeof grid, "%s/examples/%s", content_assets(), all->entries[i].example);
        assert_int_equal(access(grid, R_OK), 0);
    }
    assert_string_equal(all->entries[1].pack_title, "Sustaining extended services");
    assert_int_equal(all->entries[1].condition_count, 10);
    assert_int_equal(all->entries[1].item_count, 5);
    free(all);

    assert_int_equal(content_find_agenda(&entry, "cluster-workshop", &t), ERROR_OK);
    load(entry.path, entry.agenda_id);
    assert_int_equal(content_find_agenda(&entry, PACKS_DIR "/childrens-centre.yaml", &t), ERROR_OK);
    assert_string_equal(entry.agenda_id, "centre-review");

    assert_int_equal(content_find_agenda(&entry, "karaoke", &t), ERROR_ABSENT);
    assert_non_null(strstr(t.text, "centre-review, cluster-workshop, module-1"));
    assert_int_equal(content_find_agenda(&entry, "./none.yaml", &t), ERROR_ABSENT);
    assert_non_null(strstr(t.text, "none.yaml"));
    assert_int_equal(content_load(pack, PACKS_DIR "/childrens-centre.yaml", "karaoke", &t),
                     ERROR_ABSENT);
    assert_int_equal(pack->condition_count, 0);
}

static void write_file(const char *folder, const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
}

static const char borrower[] = "id: b\ntitle: B\nlanguage: en\nconditions_from: %s\n"
                               "agendas: [{id: b, title: B, about: \"For two.\","
                               " example: some.csv, items: [{id: i, title: I}]}]\n";

static void conditions_can_be_anothers(void **state)
{
    (void)state;
    char folder[] = "/tmp/plenary-packs-XXXXXX", path[256], text[512];
    static const struct {
        const char *from, *word;
    } faulty[] = {
        {"none.yaml", "b.yaml, conditions_from: there is no none.yaml in its folder"},
        {"b.yaml", "b.yaml, conditions_from: b.yaml has no conditions of its own"},
        {"wrong.yaml", "wrong.yaml, line 1"},
    };
    struct content_catalogue *all = malloc(sizeof *all);
    struct trouble t = {""};
    assert_non_null(all);
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/b.yaml", folder);
    write_file(folder, "a.yaml",
               "id: a\ntitle: A\nlanguage: en\nconditions:\n  - {id: one, name: One, tight: One,"
               " question: Q, prompts: [P], scale: {low: l, middle: m, high: h}}\n"
               "agendas: [{id: a, title: A, items: [{id: i, title: I}]}]\n");
    snprintf(text, sizeof text, borrower, "a.yaml");
    write_file(folder, "b.yaml", text);
    load(path, NULL);
    assert_string_equal(pack->id, "b");
    assert_int_equal(pack->condition_count, 1);
    assert_string_equal(pack->conditions[0].id, "one");
    assert_int_equal(content_list(all, folder, &t), ERROR_OK);
    assert_int_equal(all->count, 2);
    assert_int_equal(all->entries[1].condition_count, 1);
    assert_string_equal(all->entries[1].about, "For two.");
    assert_string_equal(all->entries[1].example, "some.csv");
    assert_string_equal(all->entries[0].example, "");
    write_file(folder, "wrong.yaml", "id: W\n");
    for (unsigned i = 0; i < sizeof faulty / sizeof faulty[0]; i++) {
        snprintf(text, sizeof text, borrower, faulty[i].from);
        write_file(folder, "b.yaml", text);
        assert_int_equal(content_load(pack, path, NULL, &t), ERROR_FORMAT);
        assert_non_null(strstr(t.text, faulty[i].word));
        assert_int_equal(pack->condition_count, 0);
    }
    free(all);
    static const char *const names[] = {"a.yaml", "b.yaml", "wrong.yaml"};
    for (unsigned i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        assert_int_equal(unlink(path), 0);
    }
    assert_int_equal(rmdir(folder), 0);
}

static void a_faulty_file_is_listed_with_its_fault(void **state)
{
    (void)state;
    char folder[] = "/tmp/plenary-packs-XXXXXX", path[256];
    struct content_catalogue *all = malloc(sizeof *all);
    struct trouble t = {""};
    assert_non_null(all);
    assert_non_null(mkdtemp(folder));
    write_file(folder, "b.yaml", "id: [\n");
    write_file(folder, "notes.txt", "not a pack");
    write_file(folder, ".hidden.yaml", "not a pack");
    assert_int_equal(content_list(all, folder, &t), ERROR_OK);
    assert_int_equal(all->count, 1);
    assert_string_equal(all->entries[0].agenda_id, "");
    assert_non_null(strstr(all->entries[0].trouble.text, "b.yaml, line "));
    free(all);
    static const char *const names[] = {"b.yaml", "notes.txt", ".hidden.yaml"};
    for (unsigned i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        assert_int_equal(unlink(path), 0);
    }
    assert_int_equal(rmdir(folder), 0);
    all = malloc(sizeof *all);
    assert_non_null(all);
    assert_int_equal(content_list(all, folder, &t), ERROR_ABSENT);
    free(all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(extended_services_is_complete),
        cmocka_unit_test(module_2_is_complete),
        cmocka_unit_test(modules_1_and_3_say_whose_idea_they_are),
        cmocka_unit_test(another_setting_is_another_file),
        cmocka_unit_test(packs_are_listed_and_found),
        cmocka_unit_test(conditions_can_be_anothers),
        cmocka_unit_test(a_faulty_file_is_listed_with_its_fault),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
