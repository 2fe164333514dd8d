/* Workshop files that earlier versions of the program wrote, kept in files/: each opens, replays to
 * what it said then, and can be gone on with. */

#include <stdio.h>
#include <stdlib.h>

#include "host/check.h"
#include "host/store.h"
#include "journal/copies.h"
#include "journal/scratch.h"
#include "testing.h"

static void copy_of(const char *name, const char *to)
{
    char from[512];
    snprintf(from, sizeof from, "%s/files/%s", TEST_SOURCE_DIR, name);
    struct bytes bytes = bytes_read(from);
    bytes_write(to, bytes.at, bytes.length);
    free(bytes.at);
}

static void must_check(const char *path, const char *what)
{
    struct trouble trouble = {0};
    char said[512] = "";
    FILE *out = fmemopen(said, sizeof said, "w");
    assert_non_null(out);
    enum error e = check_file(path, out, &trouble);
    fclose(out);
    if (e != ERROR_OK)
        fail_msg("%s", trouble.text);
    if (!strstr(said, what))
        fail_msg("check says: %s", said);
}

static struct store *open_file(const char *path)
{
    struct trouble trouble = {0};
    struct journal *journal;
    struct store *store;
    if (journal_open(&journal, path, &trouble) != ERROR_OK ||
        store_create(&store, &journal, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    return store;
}

static const uint8_t stages[5][2] = {{STAGE_BRIEFING},
                                     {STAGE_BRIEFING, STAGE_GRID},
                                     {STAGE_BRIEFING},
                                     {STAGE_BRIEFING},
                                     {STAGE_BRIEFING}};

static void expect_agenda(const struct model *m)
{
    assert_int_equal(m->item_count, 5);
    for (int i = 0; i < 5; i++) {
        const struct agenda_item *item = &m->items[i + 1];
        assert_int_equal(item->step_count, i == 1 ? 2 : 1);
        assert_int_equal(item->objective_count, 3);
        for (int s = 0; s < item->step_count; s++) {
            assert_int_equal(item->steps[s].stage, stages[i][s]);
            assert_int_equal(item->steps[s].how + item->steps[s].minutes + item->steps[s].subject,
                             0);
            assert_string_equal(item->steps[s].ask, "");
        }
    }
    assert_string_equal(m->items[2].title, "Key findings");
    assert_int_equal(m->items[2].start, 9 * 60 + 20);
    assert_int_equal(m->items[2].minutes, 50);
}

static void expect_ratings(const struct model *m)
{
    static const struct {
        condition_id condition;
        school_id school;
        uint8_t now, target, months, state;
    } known[] = {{1, 1, 4, 6, 12, RATING_PROPOSED},
                 {2, 1, 5, 7, 12, RATING_AGREED},
                 {1, 2, 5, 7, 12, RATING_AGREED},
                 {3, 1, 5, 8, 12, RATING_PROPOSED}};
    unsigned standing = 0;
    for (condition_id c = 1; c <= m->condition_count; c++)
        for (school_id s = 1; s <= m->school_count; s++)
            standing += model_shown_figure(&m->ratings[c][s]) != NULL;
    assert_int_equal(standing, 4);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const struct rating *rating = &m->ratings[known[i].condition][known[i].school];
        const struct figure *figure = model_shown_figure(rating);
        assert_int_equal(model_rating_state(rating), known[i].state);
        assert_int_equal(figure->now, known[i].now);
        assert_int_equal(figure->target, known[i].target);
        assert_int_equal(figure->months, known[i].months);
    }
    assert_string_equal(m->ratings[2][1].agreed_with, "Jo Field");
    assert_string_equal(m->ratings[1][1].proposals[SIDE_MANAGER].figure.note, "first");
}

/* Made by version 0.1, when a step of an agenda was its stage and nothing else. */
static void version_0_1(void **state)
{
    struct scratch *scratch = *state;
    copy_of("version-0.1.plenary", scratch->path);
    struct bytes before = bytes_read(scratch->path);
    must_check(scratch->path, "title=\"An earlier review\" schools=3 conditions=10 seats=2 "
                              "agreed=2 proposed=2");
    assert_true(bytes_same(scratch->path, before)); /* checking looks only */
    free(before.at);

    struct store *store = open_file(scratch->path);
    const struct model *m = store_model(store);
    assert_int_equal(m->event_count, 32);
    assert_string_equal(m->title, "An earlier review");
    assert_int_equal(m->school_count, 3);
    assert_string_equal(m->schools[3].name, "Castle");
    expect_agenda(m);
    expect_ratings(m);
    assert_int_equal(m->schools[1].consent[SCOPE_ROOM], ANSWER_YES);
    assert_int_equal(m->schools[1].consent[SCOPE_SUMMARY], ANSWER_YES);
    assert_int_equal(m->place.item, 2);
    assert_int_equal(m->board_count + m->question_count + m->note_count + m->slip_count, 0);

    /* it was copied before it was brought up to date */
    struct journal_copy copy;
    assert_int_equal(journal_newest_backup(&copy, scratch->path, NULL), ERROR_OK);
    must_check(copy.path, "title=\"An earlier review\" schools=3");

    /* and it can be gone on with */
    struct command add = {.kind = COMMAND_ADD_SCHOOL, .change.school.name = "Dale"};
    assert_int_equal(store_do(store, SEAT_KIOSK, &add, store_last_ms(store) + 1), REFUSAL_NONE);
    assert_int_equal(store_commit(store, NULL), ERROR_OK);
    store_destroy(&store);
    must_check(scratch->path, "schools=4");
}

/* What was settled in 1-to-1s is as it was, and nothing of it stands before the room. */
static void expect_actions(const struct model *m)
{
    static const struct {
        school_id school;
        condition_id condition;
        uint8_t months;
        bool removed;
        uint32_t revision;
        const char *text;
    } known[] = {{1, 1, 6, false, 1, "Ask the parents what they need"},
                 {1, 1, 0, false, 1, "A walking bus on Fridays"},
                 {2, 1, 9, false, 2, "Share the sports hall with Ashby"},
                 {3, 10, 12, false, 1, "Measure who comes"},
                 {4, 10, 0, true, 1, "To be taken away"},
                 {1, 3, 1, false, 1, "A noticeboard"}};
    assert_int_equal(m->action_count, sizeof known / sizeof *known);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const struct action *action = &m->actions[i + 1];
        struct action_content content = {
            .school = known[i].school, .condition = known[i].condition, .months = known[i].months};
        strcpy(content.text, known[i].text);
        assert_memory_equal(&action->content, &content, sizeof content);
        assert_int_equal(action->state, ACTION_OWN);
        assert_int_equal(action->removed, known[i].removed);
        assert_int_equal(action->revision, known[i].revision);
    }
}

static void expect_day(const struct model *m)
{
    assert_int_equal(m->event_count, 73);
    assert_int_equal(m->school_count, 4);
    assert_int_equal(m->seat_count, 3);
    assert_string_equal(m->seats[3].name, "Robin");
    assert_int_equal(m->place.item, 3);
    assert_int_equal(m->note_count, 3);
    assert_true(m->notes[1].starred);
    assert_int_equal(m->notes[3].author.seat, 3); /* the board is open: its writer may change it */
    assert_string_equal(m->notes[2].by, "Jo");
    assert_int_equal(m->asking[SLIP_READING].states[1], ROUND_SHOWN);
    assert_int_equal(m->slip_count, 2);
    assert_int_equal(m->slips[1].author.seat + m->slips[2].author.seat, 0);
    assert_string_equal(m->findings[FINDING_PRIORITY][10].answer, "We will send somebody");
    assert_true(m->findings[FINDING_ADDED][1].exists);
    assert_int_equal(m->undo.steps[m->undo.done - 1].undoable, UNDOABLE_GO); /* undone and redone */
    assert_int_equal(m->ballot_count + m->paper_count + m->priorities.count, 0);
}

/* Made by version 0.2, when actions were those of 1-to-1s alone and there were no votes. */
static void version_0_2(void **state)
{
    struct scratch *scratch = *state;
    copy_of("version-0.2.plenary", scratch->path);
    struct bytes before = bytes_read(scratch->path);
    must_check(scratch->path,
               "title=\"A review before votes\" schools=4 conditions=10 seats=3 agreed=4");
    assert_true(bytes_same(scratch->path, before));
    free(before.at);

    struct store *store = open_file(scratch->path);
    expect_day(store_model(store));
    expect_actions(store_model(store));
    struct journal_copy copy;
    assert_int_equal(journal_newest_backup(&copy, scratch->path, NULL), ERROR_OK);
    must_check(copy.path, "title=\"A review before votes\" schools=4");

    /* gone on with: a vote, and what was proposed beside what was settled */
    struct command commands[] = {
        {.kind = COMMAND_ADD_BALLOT,
         .change.ballot.content = {.question = "Which first?", .method = METHOD_APPROVAL}},
        {.kind = COMMAND_SET_BALLOT, .change.ballot_set = {.ballot = 1, .state = BALLOT_OPEN}},
        {.kind = COMMAND_CAST_PAPER, .change.paper = {.ballot = 1, .marks.of = {1, 1}}},
        {.kind = COMMAND_SET_BALLOT, .change.ballot_set = {.ballot = 1, .state = BALLOT_CLOSED}},
        {.kind = COMMAND_SET_BALLOT, .change.ballot_set = {.ballot = 1, .state = BALLOT_REVEALED}},
        {.kind = COMMAND_ADD_ACTION,
         .change.action = {.state = ACTION_ADOPTED, .content.text = "A fair in May"}},
        {.kind = COMMAND_ADD_ACTION,
         .change.action = {.content = {.school = 2, .condition = 2, .text = "Their own"}}}};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        assert_int_equal(store_do(store, SEAT_KIOSK, &commands[i], store_last_ms(store) + 1),
                         REFUSAL_NONE);
    assert_int_equal(store_commit(store, NULL), ERROR_OK);
    assert_int_equal(store_model(store)->ballots[1].tally.points[2], 1);
    store_destroy(&store);
    must_check(scratch->path, "schools=4");
}

static void expect_decided(const struct model *m)
{
    assert_int_equal(m->event_count, 77);
    assert_int_equal(m->ballot_count, 5); /* two of the agenda's, three of the day */
    const struct ballot *named = &m->ballots[3], *secret = &m->ballots[4];
    assert_int_equal(named->state, BALLOT_REVEALED);
    assert_int_equal(named->tally.points[9], 3);
    assert_int_equal(named->tally.points[2], 1);
    assert_int_equal(secret->state, BALLOT_REVEALED);
    assert_int_equal(secret->tally.chosen[2], 2);
    assert_int_equal(m->ballots[5].state, BALLOT_PREPARED);
    unsigned kept = 0;
    for (uint16_t p = 1; p <= m->paper_count; p++)
        kept += m->papers[p].ballot == 3;
    assert_int_equal(kept, 2);
    assert_int_equal(m->priorities.count, 2);
    assert_int_equal(m->priorities.list[0].condition, 9);
    assert_string_equal(m->priorities.list[1].text, "A fair in May");
    assert_string_equal(m->actions[1].content.text, "Ask for a common fund");
    assert_int_equal(m->actions[1].progress, PROGRESS_UNDER_WAY);
    assert_int_equal(m->actions[1].content.owner_school, 2);
    assert_int_equal(m->actions[3].state, ACTION_WAITING);
    assert_int_equal(m->schools[1].consent[SCOPE_LA], ANSWER_YES);
    assert_int_equal(m->schools[5].consent[SCOPE_LA], ANSWER_NONE);
    assert_int_equal(m->ratings[1][1].agreed.now, 4);
    assert_int_equal(m->ratings[1][1].proposals[SIDE_MANAGER].figure.now, 7);
    assert_string_equal(m->ratings[2][1].proposals[SIDE_SCHOOL].figure.note,
                        "two staff left in June");
    assert_int_equal(m->review_count | m->view.then, 0);
}

/* Made by version 0.3, which knew of no reviews but its own. The day on which the workshop was held
 * comes from its events. */
static void version_0_3(void **state)
{
    struct scratch *scratch = *state;
    copy_of("version-0.3.plenary", scratch->path);
    struct bytes before = bytes_read(scratch->path);
    must_check(scratch->path, "title=\"A review before reviews were compared\" schools=5 "
                              "conditions=10 seats=2 agreed=10 proposed=1");
    assert_true(bytes_same(scratch->path, before));
    free(before.at);

    struct store *store = open_file(scratch->path);
    const struct model *m = store_model(store);
    expect_decided(m);
    assert_in_range(m->held_ms, store_last_ms(store) - INT64_C(3600000), store_last_ms(store));
    struct journal_copy copy;
    assert_int_equal(journal_newest_backup(&copy, scratch->path, NULL), ERROR_OK);
    must_check(copy.path, "schools=5");

    /* gone on with: an earlier review, in tables that the file did not have */
    struct command commands[] = {
        {.kind = COMMAND_ADD_REVIEW, .change.review = {.day = 14000, .title = "Spring"}},
        {.kind = COMMAND_ADD_PAST,
         .change.past = {.review = 1, .school = 2, .past = {.now[9] = 1, .target[9] = 3}}}};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        assert_int_equal(store_do(store, SEAT_KIOSK, &commands[i], store_last_ms(store) + 1),
                         REFUSAL_NONE);
    assert_int_equal(store_commit(store, NULL), ERROR_OK);
    store_destroy(&store);
    must_check(scratch->path, "schools=5");
    store = open_file(scratch->path);
    assert_int_equal(store_model(store)->reviews[1].pasts[2].target[9], 3);
    store_destroy(&store);
}

/* Made by version 0.4, which knew of no trainings: an old file is a real review and stays one. */
static void version_0_4(void **state)
{
    struct scratch *scratch = *state;
    copy_of("version-0.4.plenary", scratch->path);
    struct bytes before = bytes_read(scratch->path);
    must_check(scratch->path,
               "title=\"A review before rehearsals\" schools=3 conditions=10 seats=2 "
               "agreed=4 proposed=1\n");
    assert_true(bytes_same(scratch->path, before));
    free(before.at);

    struct store *store = open_file(scratch->path);
    const struct model *m = store_model(store);
    assert_int_equal(m->event_count, 55);
    assert_false(m->training);
    assert_int_equal(m->character_count + m->moment_count + m->conducting.pace, 0);
    assert_int_equal(m->reviews[1].pasts[3].now[1], 6);
    assert_string_equal(m->actions[1].content.text, "A fair in May");
    assert_string_equal(m->ratings[1][2].agreed_with, "Jo Field");
    assert_int_equal(m->ballots[3].content.named, true);
    assert_true(m->notes[1].starred);
    struct journal_copy copy;
    assert_int_equal(journal_newest_backup(&copy, scratch->path, NULL), ERROR_OK);
    must_check(copy.path, "schools=3");

    /* gone on with: nothing makes a training of it */
    struct command pause = {.kind = COMMAND_CONDUCT, .change.conduct.what = CONDUCT_PAUSE};
    struct command add = {.kind = COMMAND_ADD_SCHOOL, .change.school.name = "Dale"};
    assert_int_equal(store_do(store, SEAT_KIOSK, &pause, store_last_ms(store) + 1),
                     REFUSAL_NOT_TRAINING);
    assert_int_equal(store_do(store, SEAT_KIOSK, &add, store_last_ms(store) + 1), REFUSAL_NONE);
    assert_int_equal(store_commit(store, NULL), ERROR_OK);
    store_destroy(&store);
    must_check(scratch->path, "schools=4 conditions=10 seats=2 agreed=4 proposed=1\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(version_0_1, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(version_0_2, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(version_0_3, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(version_0_4, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
