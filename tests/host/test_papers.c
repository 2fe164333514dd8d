/* Papers of a secret vote in the workshop's files: there as long as the vote is under way, in no
 * copy ever, and once it is revealed nowhere. */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "host/filed.h"
#include "journal/copies.h"
#include "journal/tables.h"
#include "testing.h"

enum { VOTER = 2, OTHER = 3, SEATS = 4, WINDOW = 6 };

/* Three orders of 24 options, so unlike one another and anything else that any six marks in a row
 * tell which it is. */
static struct marks order(unsigned which)
{
    static const unsigned steps[] = {5, 7, 11};
    struct marks marks;
    for (unsigned i = 0; i < OPTIONS_MAX; i++)
        marks.of[i] = (uint8_t)((i * steps[which] + 3 * which) % OPTIONS_MAX + 1);
    return marks;
}

static bool stands_in(const char *folder, unsigned which)
{
    struct marks marks = order(which);
    for (unsigned at = 0; at + WINDOW <= OPTIONS_MAX; at++)
        if (scratch_holds(folder, marks.of + at, WINDOW))
            return true;
    return false;
}

static void must_stand_nowhere(const struct filed *f)
{
    for (unsigned which = 0; which < 3; which++)
        assert_false(stands_in(f->scratch->folder, which));
}

static struct command set_ballot(enum ballot_state state)
{
    return (struct command){.kind = COMMAND_SET_BALLOT,
                            .change.ballot_set = {.ballot = 1, .state = (uint8_t)state}};
}

static struct command cast(unsigned which)
{
    return (struct command){
        .kind = COMMAND_CAST_PAPER,
        .change.paper = {.ballot = 1, .slot = 1, .school = 1, .marks = order(which)}};
}

static struct command withdraw(void)
{
    return (struct command){.kind = COMMAND_WITHDRAW_PAPER,
                            .change.paper = {.ballot = 1, .slot = 1, .school = 1}};
}

enum { NAMED = 1, BY_SCHOOL = 2 };

/* A vote on 24 options is open, and one paper of it in the file. */
static void begin_vote(struct filed *f, struct scratch *scratch, unsigned how)
{
    struct command add = {.kind = COMMAND_ADD_BALLOT};
    struct ballot_content *content = &add.change.ballot.content;
    strcpy(content->question, "What first?");
    content->method = METHOD_RANKING;
    content->about = ABOUT_TYPED;
    content->named = (how & NAMED) != 0;
    content->by_school = (how & BY_SCHOOL) != 0;
    content->option_count = OPTIONS_MAX;
    for (int i = 0; i < OPTIONS_MAX; i++)
        snprintf(content->texts[i], NAME_SIZE, "Option %c", 'A' + i);
    filed_begin(f, scratch, SEATS);
    filed_obey(f, SEAT_KIOSK, add);
    filed_obey(f, SEAT_KIOSK, set_ballot(BALLOT_OPEN));
    filed_commit(f);
    filed_obey(f, VOTER, cast(0));
    filed_commit(f);
    assert_true(stands_in(scratch->folder, 0)); /* it does find */
}

static void reveal(struct filed *f)
{
    filed_obey(f, SEAT_KIOSK, set_ballot(BALLOT_CLOSED));
    filed_obey(f, SEAT_KIOSK, set_ballot(BALLOT_REVEALED));
    assert_true(store_batch_wipes(f->store) && store_batch_forgets(f->store));
    filed_commit(f);
}

/* The marks are nowhere, now and when the file has been opened again. */
static void must_have_forgotten(struct filed *f)
{
    must_stand_nowhere(f);
    filed_assert_replays(f);
    filed_close(f);
    must_stand_nowhere(f);
}

static enum error count_row(void *context, const struct journal_row *row)
{
    (void)row;
    ++*(unsigned *)context;
    return ERROR_OK;
}

static unsigned rows_of(struct filed *f, enum journal_table table)
{
    unsigned count = 0;
    assert_int_equal(journal_read_rows(store_journal(f->store), table, count_row, &count, NULL),
                     ERROR_OK);
    return count;
}

static void copy_must_not_hold_it(struct filed *f)
{
    struct journal_copy copy;
    char copies[160];
    assert_int_equal(journal_backup(store_journal(f->store), &copy, f->now_ms, NULL), ERROR_OK);
    snprintf(copies, sizeof copies, "%s/Ashby copies", f->scratch->folder);
    assert_true(scratch_holds(copies, "paper-cast", 10));
    for (unsigned which = 0; which < 3; which++)
        assert_false(stands_in(copies, which));
}

/* ---- what a reveal leaves */

static void a_reveal_leaves_no_marks(void **state)
{
    struct filed f;
    begin_vote(&f, *state, 0);
    filed_obey(&f, OTHER, cast(1));
    filed_commit(&f);
    copy_must_not_hold_it(&f);
    /* a kiosk that is started anew still has them */
    filed_assert_replays(&f);
    struct marks marks = order(1);
    assert_memory_equal(&store_model(f.store)->papers[2].marks, &marks, sizeof marks);
    assert_int_equal(rows_of(&f, JOURNAL_TOOK_PART) + rows_of(&f, JOURNAL_NAMED_VOTE), 0);
    assert_true(stands_in(f.scratch->folder, 0) && stands_in(f.scratch->folder, 1));

    reveal(&f);
    const struct ballot *ballot = &store_model(f.store)->ballots[1];
    assert_int_equal(ballot->tally.papers, 2);
    assert_int_equal(rows_of(&f, JOURNAL_TOOK_PART), 2);
    assert_int_equal(rows_of(&f, JOURNAL_NAMED_VOTE), 0);
    copy_must_not_hold_it(&f);
    must_have_forgotten(&f);
}

static void what_was_replaced_or_withdrawn_goes_too(void **state)
{
    struct filed f;
    begin_vote(&f, *state, 0);
    filed_obey(&f, VOTER, cast(1));
    assert_false(store_batch_wipes(f.store)); /* it does not ask for it */
    filed_obey(&f, OTHER, cast(2));
    filed_commit(&f);
    filed_obey(&f, OTHER, withdraw());
    assert_false(store_batch_wipes(f.store));
    filed_commit(&f);
    filed_assert_replays(&f);
    reveal(&f);
    assert_int_equal(store_model(f.store)->ballots[1].tally.papers, 1);
    must_have_forgotten(&f);
}

/* Even where none is left to be counted. */
static void withdrawn_by_all_it_goes_too(void **state)
{
    struct filed f;
    begin_vote(&f, *state, 0);
    filed_obey(&f, VOTER, withdraw());
    filed_commit(&f);
    reveal(&f);
    assert_int_equal(store_model(f.store)->ballots[1].tally.papers, 0);
    must_have_forgotten(&f);
}

/* Cast, replaced, withdrawn, typed in and revealed in one batch. */
static void the_shortest_life_leaves_no_marks(void **state)
{
    struct filed f;
    begin_vote(&f, *state, 0);
    filed_obey(&f, VOTER, cast(1));
    filed_obey(&f, OTHER, cast(1));
    filed_obey(&f, OTHER, withdraw());
    filed_obey(&f, SEAT_KIOSK, cast(2));
    reveal(&f);
    assert_int_equal(store_model(f.store)->ballots[1].tally.papers, 2);
    assert_int_equal(store_model(f.store)->ballots[1].tally.by_hand, 1);
    must_have_forgotten(&f);
}

/* A school's paper, saved by one of its people after another, then by hand. */
static void a_schools_paper_is_one(void **state)
{
    struct filed f;
    begin_vote(&f, *state, BY_SCHOOL);
    filed_obey(&f, OTHER, cast(1));
    filed_commit(&f);
    filed_obey(&f, SEAT_KIOSK, cast(2));
    filed_commit(&f);
    filed_assert_replays(&f);
    assert_int_equal(store_model(f.store)->paper_count, 1);
    reveal(&f);
    assert_int_equal(store_model(f.store)->ballots[1].tally.papers, 1);
    must_have_forgotten(&f);
}

/* ---- other ends */

static void a_seat_that_is_given_up_takes_its_paper_along(void **state)
{
    struct filed f;
    struct command remove = {.kind = COMMAND_REMOVE_SEAT, .change.seat.seat = VOTER};
    begin_vote(&f, *state, 0);
    filed_obey(&f, OTHER, cast(1));
    filed_obey(&f, SEAT_KIOSK, remove);
    filed_commit(&f);
    assert_false(stands_in(f.scratch->folder, 0));
    assert_true(stands_in(f.scratch->folder, 1));
    filed_assert_replays(&f);
    assert_int_equal(store_model(f.store)->ballots[1].state, BALLOT_OPEN);
    reveal(&f);
    assert_int_equal(store_model(f.store)->ballots[1].tally.papers, 1);
    must_have_forgotten(&f);
}

static void closing_the_workshop_ends_a_vote_without_a_result(void **state)
{
    struct filed f;
    begin_vote(&f, *state, 0);
    filed_obey(&f, OTHER, cast(1));
    filed_obey(&f, VOTER, cast(2));
    filed_commit(&f);
    filed_obey(&f, SEAT_KIOSK, (struct command){.kind = COMMAND_CLOSE});
    filed_commit(&f);
    assert_int_equal(store_model(f.store)->ballots[1].state, BALLOT_CLOSED);
    assert_int_equal(store_model(f.store)->ballots[1].tally.papers, 0);
    must_have_forgotten(&f);
}

/* A named vote's marks are told at the reveal, and stay. */
static void a_named_vote_is_told(void **state)
{
    struct filed f;
    begin_vote(&f, *state, NAMED);
    filed_obey(&f, OTHER, cast(1));
    filed_commit(&f);
    assert_int_equal(rows_of(&f, JOURNAL_NAMED_VOTE) + rows_of(&f, JOURNAL_TOOK_PART), 0);
    reveal(&f);
    filed_assert_replays(&f);
    assert_int_equal(rows_of(&f, JOURNAL_NAMED_VOTE), 2 * OPTIONS_MAX);
    assert_int_equal(rows_of(&f, JOURNAL_TOOK_PART), 2);
    filed_close(&f);
}

/* The kiosk dies after the commit of the reveal, before anything is scrubbed: opening the file
 * finishes that. */
static void a_kiosk_killed_before_the_scrub_leaves_no_marks(void **state)
{
    struct filed f;
    struct scratch *scratch = *state;
    int status = 0;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        begin_vote(&f, scratch, 0);
        filed_obey(&f, OTHER, cast(1));
        filed_obey(&f, SEAT_KIOSK, set_ballot(BALLOT_CLOSED));
        filed_commit(&f);
        filed_obey(&f, SEAT_KIOSK, set_ballot(BALLOT_REVEALED));
        enum error e = store_commit(f.store, NULL);
        if (e == ERROR_OK)
            raise(SIGKILL);
        _exit(1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    assert_true(stands_in(scratch->folder, 0)); /* as the kiosk left it */
    f = (struct filed){.scratch = scratch};
    filed_open(&f);
    must_stand_nowhere(&f);
    assert_int_equal(store_model(f.store)->ballots[1].state, BALLOT_REVEALED);
    assert_int_equal(store_model(f.store)->ballots[1].tally.papers, 2);
    must_have_forgotten(&f);
}

/* A copy is a file like any other, but a vote that was under way has nobody's vote in it: they can
 * be cast again, and nothing that is not there is counted. */
static void a_copy_has_no_votes_to_count(void **state)
{
    struct filed f;
    struct journal_copy copy;
    begin_vote(&f, *state, 0);
    assert_int_equal(journal_backup(store_journal(f.store), &copy, f.now_ms, NULL), ERROR_OK);
    filed_close(&f);
    struct bytes bytes = bytes_read(copy.path);
    bytes_write(f.scratch->path, bytes.at, bytes.length);
    free(bytes.at);
    filed_open(&f);
    assert_int_equal(store_model(f.store)->papers[1].event, 0);
    filed_obey(&f, VOTER, cast(2));
    filed_commit(&f);
    filed_assert_replays(&f);
    reveal(&f);
    assert_int_equal(store_model(f.store)->ballots[1].tally.papers, 1);
    must_have_forgotten(&f);
}

#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(a_reveal_leaves_no_marks),
        IN_SCRATCH(what_was_replaced_or_withdrawn_goes_too),
        IN_SCRATCH(withdrawn_by_all_it_goes_too),
        IN_SCRATCH(the_shortest_life_leaves_no_marks),
        IN_SCRATCH(a_schools_paper_is_one),
        IN_SCRATCH(a_seat_that_is_given_up_takes_its_paper_along),
        IN_SCRATCH(closing_the_workshop_ends_a_vote_without_a_result),
        IN_SCRATCH(a_named_vote_is_told),
        IN_SCRATCH(a_kiosk_killed_before_the_scrub_leaves_no_marks),
        IN_SCRATCH(a_copy_has_no_votes_to_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
