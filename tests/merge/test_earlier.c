/* The actions of an earlier workshop brought into a new one: which, as what, once, and from which
 * files not at all. */

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/text.h"
#include "host/check.h"
#include "journal/scratch.h"
#include "merge/command.h"
#include "merge/earlier.h"
#include "opening/opening.h"
#include "testing.h"

#define AGENDA "cluster-workshop"

static struct opening_report *report;
static const uint32_t due = 14600; /* in 2009: long past */

static void path_of(char to[160], const struct scratch *scratch, const char *name)
{
    snprintf(to, 160, "%s/%s.plenary", scratch->folder, name);
}

static struct store *open_file(const char *path, const char *agenda, const char *schools)
{
    struct opening asked = {.file = path, .agenda = agenda, .schools = schools};
    struct trouble trouble = {0};
    struct store *store;
    struct link_random random = link_random_system();
    if (opening_do(&store, report, &asked, &random, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    return store;
}

static void must(struct store *store, seat_id seat, const struct command *command)
{
    enum refusal refusal = store_do(store, seat, command, store_last_ms(store));
    if (refusal != REFUSAL_NONE)
        fail_msg("%s: %s", command_word(command->kind), refusal_word(refusal));
}

static struct command to_add(enum action_state state, const char *text)
{
    struct command command = {.kind = COMMAND_ADD_ACTION};
    command.change.action.state = (uint8_t)state;
    command.change.action.sure = true;
    text_copy(command.change.action.content.text, NOTE_SIZE, text);
    return command;
}

static action_id add(struct store *store, enum action_state state, const char *text)
{
    struct command command = to_add(state, text);
    must(store, SEAT_KIOSK, &command);
    return store_model(store)->action_count;
}

static void progress(struct store *store, action_id action, enum progress to)
{
    struct command command = {.kind = COMMAND_PROGRESS_ACTION,
                              .change.action = {.action = action, .progress = (uint8_t)to}};
    must(store, SEAT_KIOSK, &command);
}

/* Somebody of school 2 on a seat of their own. */
static seat_id join(struct store *store, const char *name)
{
    const struct model *m = store_model(store);
    struct command command = {.kind = COMMAND_JOIN};
    command.change.join.code = model_find_code(m, CODE_SCHOOL, 2, 0);
    text_copy(command.change.join.name, NAME_SIZE, name);
    command.secret.length = SECRET_SIZE;
    must(store, SEAT_KIOSK, &command);
    return m->seat_count;
}

/* What a workshop of the year before left: six actions adopted, and others that were not. */
static void make_earlier(const char *path)
{
    struct store *store = open_file(path, AGENDA, "Ashby,Birch,Cedar");
    struct command command = to_add(ACTION_ADOPTED, "Publish the list of clubs");
    struct action_content *content = &command.change.action.content;
    content->condition = 7;
    content->level = ACTION_LEVEL_CLUSTER;
    content->due = due;
    content->owner = OWNER_SCHOOL;
    content->owner_school = 2;
    text_copy(content->measure, sizeof content->measure, "more families come");
    must(store, SEAT_KIOSK, &command);
    progress(store, 1, PROGRESS_UNDER_WAY);
    command = (struct command){.kind = COMMAND_ACCEPT_ACTION,
                               .change.action = {.action = 1, .revision = 1, .on = true}};
    must(store, SEAT_KIOSK, &command);

    command = to_add(ACTION_ADOPTED, "Train two staff");
    content->level = ACTION_LEVEL_SCHOOL;
    content->school = 3;
    content->source = SOURCE_IDEA;
    content->source_a = 10;
    content->owner = OWNER_SEAT;
    content->owner_seat = join(store, "Ann Lowe");
    must(store, SEAT_KIOSK, &command);
    progress(store, 2, PROGRESS_DROPPED);

    command = to_add(ACTION_ADOPTED, "Ask the parents");
    content->owner = OWNER_SCHOOL;
    content->owner_school = 3;
    must(store, SEAT_KIOSK, &command);

    command = to_add(ACTION_ADOPTED, "From the year before, and done");
    command.change.action.earlier = true;
    command.change.action.progress = PROGRESS_DONE;
    must(store, SEAT_KIOSK, &command);
    command = to_add(ACTION_ADOPTED, "From the year before, and not begun");
    command.change.action.earlier = true;
    must(store, SEAT_KIOSK, &command);

    add(store, ACTION_PROPOSED, "Only proposed");
    add(store, ACTION_WAITING, "Still waiting");
    command = to_add(ACTION_OWN, "Of a one-to-one");
    content->school = 1;
    content->condition = 1;
    must(store, SEAT_KIOSK, &command);
    command = (struct command){
        .kind = COMMAND_MERGE_ACTION,
        .change.action = {.action = add(store, ACTION_ADOPTED, "A part"), .other = 1}};
    must(store, SEAT_KIOSK, &command);
    struct trouble trouble;
    assert_int_equal(store_commit(store, &trouble), ERROR_OK);
    store_destroy(&store);
}

static void bring(struct earlier_report *to, struct store *store, const char *path)
{
    struct trouble trouble = {0};
    if (earlier_bring(to, store, path, store_last_ms(store), &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
}

static void adopted_actions_come_with_their_state(void **state)
{
    const struct scratch *scratch = *state;
    char from[160], sum[EARLIER_TEXT_SIZE];
    struct earlier_report done;
    path_of(from, scratch, "2025");
    make_earlier(from);
    struct bytes theirs = bytes_read(from);
    struct store *store = open_file(scratch->path, AGENDA, "BIRCH,Elm,Ashby");
    const struct model *m = store_model(store);
    bring(&done, store, from);
    assert_true(bytes_same(from, theirs));
    free(theirs.at);
    assert_int_equal(done.added, 4);
    assert_int_equal(m->action_count, 4);
    for (action_id i = 1; i <= 4; i++) {
        assert_true(m->actions[i].earlier);
        assert_int_equal(m->actions[i].state, ACTION_ADOPTED);
        assert_int_equal(m->actions[i].content.source, SOURCE_NONE);
    }
    const struct action *a = &m->actions[1];
    assert_string_equal(a->content.text, "Publish the list of clubs");
    assert_string_equal(a->content.measure, "more families come");
    assert_int_equal(a->progress, PROGRESS_UNDER_WAY);
    assert_int_equal(a->content.condition, 7);
    assert_int_equal(a->content.due, due);
    assert_int_equal(a->content.owner_school, 1); /* Birch, as it is here */
    assert_true(a->accepted);
    a = &m->actions[2];
    assert_int_equal(a->progress, PROGRESS_DROPPED);
    assert_int_equal(a->content.owner, OWNER_NAME);
    assert_string_equal(a->content.owner_name, "Ann Lowe");
    assert_int_equal(a->content.school, 0);
    assert_string_equal(m->actions[3].content.owner_name, "Cedar");
    assert_false(m->actions[3].accepted);
    assert_string_equal(m->actions[4].content.text, "From the year before, and not begun");
    assert_int_equal(done.remarks, 2); /* Cedar is not here, twice */
    assert_string_equal(done.remark[0], "“Train two staff”: Cedar is not in this review, so the "
                                        "action comes without it.");
    earlier_sum(sum, &done);
    assert_string_equal(sum, "Brought in: 4 actions of the earlier workshop.");
    store_destroy(&store);
}

static void nothing_comes_in_twice(void **state)
{
    const struct scratch *scratch = *state;
    char from[160], sum[EARLIER_TEXT_SIZE];
    struct earlier_report done;
    path_of(from, scratch, "2025");
    make_earlier(from);
    struct store *store = open_file(scratch->path, AGENDA, "Ashby,Birch");
    const struct model *m = store_model(store);
    bring(&done, store, from);
    assert_int_equal(done.added, 4);
    /* meanwhile one is put into other words, one removed, and the missing school comes */
    struct command change = {.kind = COMMAND_CHANGE_ACTION,
                             .change.action = {.action = 1, .revision = 1}};
    change.change.action.content = m->actions[1].content;
    text_copy(change.change.action.content.text, NOTE_SIZE, "Publish all lists");
    must(store, SEAT_KIOSK, &change);
    struct command park = {.kind = COMMAND_SET_ACTION,
                           .change.action = {.action = 4, .state = ACTION_PARKED}};
    must(store, SEAT_KIOSK, &park);
    struct command away = {.kind = COMMAND_REMOVE_ACTION, .change.action.action = 4};
    must(store, SEAT_KIOSK, &away);
    struct command school = {.kind = COMMAND_ADD_SCHOOL, .change.school.name = "Cedar"};
    must(store, SEAT_KIOSK, &school);
    struct trouble trouble;
    assert_int_equal(store_commit(store, &trouble), ERROR_OK);
    bring(&done, store, from);
    assert_int_equal(done.added, 0);
    assert_int_equal(done.there, 4);
    assert_int_equal(m->action_count, 4);
    earlier_sum(sum, &done);
    assert_string_equal(sum, "No action of the earlier workshop was brought in. 4 were here "
                             "already.");
    store_destroy(&store);
}

static void another_pack_asks_about_other_things(void **state)
{
    const struct scratch *scratch = *state;
    char from[160], said[4096] = "";
    struct trouble trouble = {0};
    path_of(from, scratch, "2025");
    make_earlier(from);
    struct store *store = open_file(scratch->path, "centre-review", "Ashby,Birch,Cedar");
    store_destroy(&store);
    FILE *out = fmemopen(said, sizeof said, "w");
    assert_int_equal(merge_bring_actions(scratch->path, from, out, &trouble), ERROR_OK);
    fclose(out);
    assert_non_null(strstr(said, "“Publish the list of clubs”: this review does not ask about “"));
    assert_non_null(strstr(said, "Brought in: 4 actions of the earlier workshop.\n"));
    FILE *nowhere = fopen("/dev/null", "w");
    assert_int_equal(check_file(scratch->path, nowhere, &trouble), ERROR_OK);
    fclose(nowhere);
}

static void a_new_workshop_begins_with_them(void **state)
{
    const struct scratch *scratch = *state;
    char from[160];
    struct trouble trouble = {0};
    struct link_random random = link_random_system();
    struct store *store;
    path_of(from, scratch, "2025");
    make_earlier(from);
    struct opening asked = {
        .file = scratch->path, .agenda = AGENDA, .schools = "Ashby,Birch", .earlier = from};
    assert_int_equal(opening_do(&store, report, &asked, &random, &trouble), ERROR_OK);
    assert_int_equal(report->earlier.added, 4);
    assert_int_equal(store_model(store)->action_count, 4);
    store_destroy(&store);
    assert_int_equal(unlink(scratch->path), 0);
    asked.earlier = "/nowhere.plenary"; /* all or nothing */
    assert_int_equal(opening_do(&store, report, &asked, &random, &trouble), ERROR_ABSENT);
    assert_int_not_equal(access(scratch->path, F_OK), 0);
}

/* Refused, with words for it, and the workshop is as it was. */
static void assert_refused(const char *file, const char *from, enum error wanted, const char *word)
{
    char said[4096];
    struct trouble trouble = {0};
    struct bytes ours = bytes_read(file);
    FILE *out = fmemopen(said, sizeof said, "w");
    assert_int_equal(merge_bring_actions(file, from, out, &trouble), wanted);
    fclose(out);
    if (!strstr(trouble.text, word))
        fail_msg("\"%s\" should say \"%s\"", trouble.text, word);
    assert_true(bytes_same(file, ours));
    free(ours.at);
}

static void what_cannot_come_in_is_named(void **state)
{
    const struct scratch *scratch = *state;
    char from[160];
    struct trouble trouble;
    struct store *store = open_file(scratch->path, AGENDA, "Ashby,Birch");
    store_destroy(&store);
    path_of(from, scratch, "2025");
    assert_refused(scratch->path, from, ERROR_ABSENT, "no such file");
    assert_refused(scratch->path, scratch->path, ERROR_EXISTS, "the workshop itself");
    make_earlier(from);
    struct journal *journal;
    assert_int_equal(journal_open(&journal, from, &trouble), ERROR_OK);
    assert_refused(scratch->path, from, ERROR_BUSY, "another kiosk");
    journal_destroy(&journal);
    store = open_file(scratch->path, NULL, NULL);
    struct command close = {.kind = COMMAND_CLOSE};
    must(store, SEAT_KIOSK, &close);
    assert_int_equal(store_commit(store, &trouble), ERROR_OK);
    store_destroy(&store);
    assert_refused(scratch->path, from, ERROR_FORMAT, "closed");
}

static void a_full_workshop_takes_all_or_none(void **state)
{
    const struct scratch *scratch = *state;
    char from[160];
    struct trouble trouble;
    struct earlier_report done;
    path_of(from, scratch, "2025");
    make_earlier(from);
    struct store *store = open_file(scratch->path, AGENDA, "Ashby,Birch");
    while (store_model(store)->action_count < ACTIONS_MAX - 2)
        add(store, ACTION_PROPOSED, "One of very many");
    assert_int_equal(store_commit(store, &trouble), ERROR_OK);
    assert_int_equal(earlier_bring(&done, store, from, store_last_ms(store), &trouble),
                     ERROR_FORMAT);
    assert_non_null(strstr(trouble.text, "no room for another action"));
    assert_int_equal(store_model(store)->action_count, ACTIONS_MAX - 2);
    store_destroy(&store);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    setenv("XDG_STATE_HOME", "/tmp/plenary-merge-state", 1);
    report = calloc(1, sizeof *report);
    const struct CMUnitTest tests[] = {
        TEST(adopted_actions_come_with_their_state), TEST(nothing_comes_in_twice),
        TEST(another_pack_asks_about_other_things),  TEST(a_new_workshop_begins_with_them),
        TEST(what_cannot_come_in_is_named),          TEST(a_full_workshop_takes_all_or_none),
    };
    int failed = report ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
    free(report);
    return failed;
}
