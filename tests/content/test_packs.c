#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/text.h"
#include "content/content.h"
#include "testing.h"

/* Room the participant's screen has for them. */
enum { PROMPT_WIDE = 45, PROMPTS_WIDE = 3, SCALE_WIDE = 110 };

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

static void every_item_is_complete(void)
{
    uint16_t end = 0;
    for (unsigned i = 0; i < pack->agenda.item_count; i++) {
        const struct agenda_item *item = &pack->agenda.items[i];
        assert_true(item->id[0] && item->title[0] && item->notes[0] && item->lead_in[0]);
        assert_true(item->minutes > 0 && item->step_count > 0 && item->objective_count > 0);
        assert_int_equal(item->steps[0].stage, STAGE_BRIEFING);
        assert_true(i == 0 || item->start == end);
        end = (uint16_t)(item->start + item->minutes);
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
    every_item_is_complete();
    assert_string_equal(pack->conditions[0].id, "consultation");
    assert_string_equal(pack->conditions[7].name, "Quality, targeted design");
    assert_string_equal(pack->conditions[7].tight, "Targeted design");

    static const struct {
        const char *title;
        unsigned start, minutes, steps;
    } day[] = {
        {"Welcome", 540, 20, 1},
        {"Key findings", 560, 50, 2},
        {"Discussion and prioritising", 610, 50, 1},
        {"Action planning", 660, 60, 1},
        {"Evaluation and close", 720, 20, 1},
    };
    assert_int_equal(pack->agenda.item_count, 5);
    for (unsigned i = 0; i < 5; i++) {
        assert_string_equal(pack->agenda.items[i].title, day[i].title);
        assert_int_equal(pack->agenda.items[i].start, day[i].start);
        assert_int_equal(pack->agenda.items[i].minutes, day[i].minutes);
        assert_int_equal(pack->agenda.items[i].step_count, day[i].steps);
        assert_true(pack->agenda.items[i].ground_rule[0]);
    }
    assert_int_equal(pack->agenda.items[1].steps[1].stage, STAGE_GRID);
    assert_int_equal(pack->agenda.items[0].objective_count, 3);
}

static void another_setting_is_another_file(void **state)
{
    (void)state;
    load(PACKS_DIR "/childrens-centre.yaml", NULL);
    assert_string_equal(pack->agenda.id, "centre-review");
    assert_int_equal(pack->condition_count, 6);
    every_condition_is_complete();
    every_item_is_complete();
}

static void packs_are_listed_and_found(void **state)
{
    (void)state;
    struct content_catalogue *all = malloc(sizeof *all);
    struct content_entry entry;
    struct trouble t = {""};
    assert_non_null(all);
    assert_int_equal(content_list(all, NULL, &t), ERROR_OK);
    assert_int_equal(all->count, 2);
    assert_string_equal(all->entries[0].agenda_id, "centre-review");
    assert_string_equal(all->entries[1].pack_title, "Sustaining extended services");
    assert_int_equal(all->entries[1].condition_count, 10);
    assert_int_equal(all->entries[1].item_count, 5);
    free(all);

    assert_int_equal(content_find_agenda(&entry, "cluster-workshop", &t), ERROR_OK);
    load(entry.path, entry.agenda_id);
    assert_int_equal(content_find_agenda(&entry, PACKS_DIR "/childrens-centre.yaml", &t), ERROR_OK);
    assert_string_equal(entry.agenda_id, "centre-review");

    assert_int_equal(content_find_agenda(&entry, "karaoke", &t), ERROR_ABSENT);
    assert_non_null(strstr(t.text, "centre-review, cluster-workshop"));
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

/* The example in README.md is a pack: what people copy from there has to work. */
static void the_readme_tells_the_truth(void **state)
{
    (void)state;
    static char text[32 * 1024];
    char folder[] = "/tmp/plenary-packs-XXXXXX", path[256];
    FILE *f = fopen(PACKS_DIR "/README.md", "rb");
    assert_non_null(f);
    size_t length = fread(text, 1, sizeof text - 1, f);
    assert_int_equal(fclose(f), 0);
    text[length] = '\0';
    char *start = strstr(text, "```yaml\n");
    assert_non_null(start);
    start += strlen("```yaml\n");
    char *end = strstr(start, "```");
    assert_non_null(end);
    *end = '\0';
    assert_non_null(mkdtemp(folder));
    write_file(folder, "example.yaml", start);
    snprintf(path, sizeof path, "%s/example.yaml", folder);
    load(path, "club-evening");
    assert_int_equal(pack->agenda.items[0].start, 18 * 60 + 30);
    assert_int_equal(unlink(path), 0);
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
        cmocka_unit_test(another_setting_is_another_file),
        cmocka_unit_test(packs_are_listed_and_found),
        cmocka_unit_test(the_readme_tells_the_truth),
        cmocka_unit_test(a_faulty_file_is_listed_with_its_fault),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
