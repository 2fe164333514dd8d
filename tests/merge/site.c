#include "merge/site.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "host/setup.h"
#include "testing.h"

/* Later than any agreement of the tests. */
static const int64_t now_ms = INT64_C(2000000000000);

void site_open(struct site *site, const char *schools)
{
    struct pack *pack = calloc(1, sizeof *pack);
    struct journal *journal;
    struct trouble trouble = {0};
    char names[8][NAME_SIZE];
    size_t count = 0;
    assert_non_null(pack);
    *site = (struct site){.seed = 7};
    text_copy(pack->id, ID_SIZE, "test");
    text_copy(pack->language, ID_SIZE, "en");
    pack->condition_count = SITE_CONDITIONS;
    for (int c = 0; c < SITE_CONDITIONS; c++) {
        snprintf(pack->conditions[c].id, ID_SIZE, "c%d", c + 1);
        snprintf(pack->conditions[c].name, TITLE_SIZE, "Condition %d", c + 1);
    }
    for (const char *at = schools; *at; count++) {
        size_t length = strcspn(at, ",");
        snprintf(names[count], NAME_SIZE, "%.*s", (int)length, at);
        at += length + (at[length] == ',');
    }
    struct link_random random = seeded(&site->seed);
    assert_int_equal(journal_disk_create(&site->disk), ERROR_OK);
    assert_int_equal(journal_open_memory(&journal, site->disk, &trouble), ERROR_OK);
    assert_int_equal(store_create(&site->store, &journal, &trouble), ERROR_OK);
    assert_int_equal(setup_workshop(site->store,
                                    &(struct setup_new){.pack = pack,
                                                        .title = "One-to-ones",
                                                        .schools = (const char(*)[NAME_SIZE])names,
                                                        .school_count = count},
                                    &random, 1, &trouble),
                     ERROR_OK);
    free(pack);
}

void site_close(struct site *site)
{
    store_destroy(&site->store);
    journal_disk_destroy(&site->disk);
}

const struct model *site_model(const struct site *site)
{
    return store_model(site->store);
}

school_id site_school(const struct site *site, const char *name)
{
    const struct model *model = site_model(site);
    for (school_id s = 1; s <= model->school_count; s++)
        if (strcmp(model->schools[s].name, name) == 0)
            return s;
    return 0;
}

void site_do(struct site *site, const struct command *command, int64_t at_ms)
{
    struct trouble trouble;
    assert_int_equal(store_do(site->store, SEAT_KIOSK, command, at_ms), REFUSAL_NONE);
    assert_int_equal(store_commit(site->store, &trouble), ERROR_OK);
}

static struct command about(const struct site *site, enum command_kind kind, const char *school,
                            int condition, int now, int target)
{
    struct command command = {.kind = kind};
    struct rating_change *change = &command.change.rating;
    change->school = site_school(site, school);
    change->condition = (condition_id)condition;
    change->figure.now = (uint8_t)now;
    change->figure.target = (uint8_t)target;
    return command;
}

void site_propose(struct site *site, const char *school, int condition, int now, int target)
{
    struct command command = about(site, COMMAND_RATE, school, condition, now, target);
    site_do(site, &command, 2);
}

void site_agree(struct site *site, const char *school, int condition, int now, int target,
                const char *with, int64_t at_ms)
{
    struct command command = about(site, COMMAND_AGREE_IN_PERSON, school, condition, now, target);
    text_copy(command.change.rating.with, NAME_SIZE, with);
    site_do(site, &command, at_ms);
}

void site_add_action(struct site *site, const char *school, const char *text, int months)
{
    struct command command = {.kind = COMMAND_ADD_ACTION};
    struct action_change *change = &command.change.action;
    change->content.school = site_school(site, school);
    change->content.condition = 1;
    change->content.months = (uint8_t)months;
    text_copy(change->content.text, sizeof change->content.text, text);
    site_do(site, &command, 4);
}

void site_answer(struct site *site, const char *school, enum answer answer)
{
    struct command command = {.kind = COMMAND_CONSENT};
    command.change.consent = (struct consent_change){
        .school = site_school(site, school), .scopes = 1 << SCOPE_ROOM, .answer = (uint8_t)answer};
    site_do(site, &command, 3);
}

struct merge *site_compare(const struct site *into, const struct site *const *from, unsigned count)
{
    struct merge *merge = calloc(1, sizeof *merge);
    struct trouble trouble = {0};
    assert_non_null(merge);
    merge->files[MERGE_OURS].model = site_model(into);
    merge->file_count = count;
    for (unsigned i = 0; i < count; i++) {
        merge->files[i + 1].model = site_model(from[i]);
        snprintf(merge->files[i + 1].path, MERGE_PATH_SIZE, "laptops/%u.plenary", i + 1);
    }
    if (merge_compare(merge, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    return merge;
}

struct merge_report site_merge(struct site *into, const struct site *const *from, unsigned count,
                               enum merge_rule rule)
{
    struct merge *merge = site_compare(into, from, count);
    struct link_random random = seeded(&into->seed);
    struct merge_report report;
    struct trouble trouble = {0};
    merge_choose_all(merge, rule);
    if (merge_apply(&report, merge, into->store, &random, now_ms, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    merge_destroy(&merge);
    return report;
}

static const struct model *sorting;

static int by_name(const void *a, const void *b)
{
    return strcmp(sorting->schools[*(const school_id *)a].name,
                  sorting->schools[*(const school_id *)b].name);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(sorting->actions[*(const action_id *)a].content.text,
                  sorting->actions[*(const action_id *)b].content.text);
}

void site_write(char to[SITE_TEXT_SIZE], const struct site *site)
{
    const struct model *m = sorting = site_model(site);
    school_id order[SCHOOLS_MAX];
    action_id actions[ACTIONS_MAX];
    size_t used = 0;
    for (school_id s = 1; s <= m->school_count; s++)
        order[s - 1] = s;
    qsort(order, m->school_count, sizeof *order, by_name);
    for (action_id a = 1; a <= m->action_count; a++)
        actions[a - 1] = a;
    qsort(actions, m->action_count, sizeof *actions, by_text);
#define SAY(...) used += (size_t)snprintf(to + used, SITE_TEXT_SIZE - used, __VA_ARGS__)
    for (unsigned i = 0; i < m->school_count; i++) {
        const struct school *school = &m->schools[order[i]];
        SAY("%s: %s\n", school->name, answer_word((enum answer)school->consent[SCOPE_ROOM]));
        for (condition_id c = 1; c <= m->condition_count; c++) {
            const struct rating *rating = &m->ratings[c][order[i]];
            const struct figure *figure = model_shown_figure(rating);
            if (figure)
                SAY("  %u %s %u %u %u \"%s\" %s %lld\n", c,
                    rating_state_word(model_rating_state(rating)), figure->now, figure->target,
                    figure->months, figure->note, rating->agreed_with,
                    (long long)rating->agreed_ms);
        }
        for (unsigned k = 0; k < m->action_count; k++) {
            const struct action *action = &m->actions[actions[k]];
            if (!action->removed && action->content.school == order[i])
                SAY("  %u action %u \"%s\"\n", action->content.condition, action->content.months,
                    action->content.text);
        }
    }
#undef SAY
}
