/* What is printed of votes. */

#include "testing.h"

#include <stdio.h>
#include <stdlib.h>

#include "lines/print.h"
#include "lines/rendered.h"
#include "lines/voting.h"

static void says_votes_and_turnout(void **state)
{
    struct room *room = voting_room(true);
    (void)state;
    expect_printed(room, ITEM_BALLOT, DOTS, 0,
                   "ballot id=1 name=\"priorities\" state=open method=dots about=conditions "
                   "voters=people papers=secret dots=3 limit=2 question=\"What first?\" option=4 "
                   "option=3 option=2\n");
    room->ballots[RANKING].content.named = true;
    room->ballots[RANKING].content.again = 2;
    room->ballots[RANKING].content.option_count = 2;
    expect_printed(room, ITEM_BALLOT, RANKING, 0,
                   "ballot id=3 state=open method=ranking about=typed voters=people papers=named "
                   "again=2 question=\"What first?\" option=\"Club 1\" option=\"Club 2\"\n");
    expect_printed(room, ITEM_BALLOT, 9, 0, "ballot id=9 removed=yes\n");
    room->turnouts[1][0] =
        (struct turnout_item){.voted = 6, .expected = 8, .by_hand = 1, .shared = 2};
    room->turnouts[1][2] = (struct turnout_item){.voted = 1, .expected = 2};
    expect_printed(room, ITEM_TURNOUT, 1, 0,
                   "turnout ballot=1 voted=6 expected=8 by-hand=1 shared=2\n");
    expect_printed(room, ITEM_TURNOUT, 1, 2,
                   "turnout ballot=1 school=\"Birch Lane\" voted=1 expected=2\n");
    room_destroy(&room);
}

/* Marks are said as they are typed. */
static void says_papers(void **state)
{
    struct room *room = voting_room(false);
    (void)state;
    room->own_papers[DOTS][1] = (struct own_paper_item){.cast = true, .marks.of = {2, 0, 1}};
    expect_printed(room, ITEM_OWN_PAPER, DOTS, 1,
                   "own-vote ballot=1 person=1 cast=yes marks=\"4:2 2:1\"\n");
    room->own_papers[DOTS][2] = (struct own_paper_item){.cast = true, .hidden = true};
    expect_printed(room, ITEM_OWN_PAPER, DOTS, 2,
                   "own-vote ballot=1 person=2 cast=yes elsewhere=yes\n");
    expect_printed(room, ITEM_OWN_PAPER, DOTS, 3, "own-vote ballot=1 person=3 cast=no\n");
    room->own_papers[SCHOOLS][0] = (struct own_paper_item){.cast = true, .marks.of = {1, 1}};
    expect_printed(room, ITEM_OWN_PAPER, SCHOOLS, 0, "own-vote ballot=5 cast=yes marks=\"4 3\"\n");
    room->named_papers[7] = (struct named_paper_item){
        .ballot = RANKING, .school = 1, .slot = 2, .name = "Jo", .marks.of = {3, 1, 3}};
    expect_printed(room, ITEM_NAMED_PAPER, 7, 0,
                   "paper ballot=3 school=\"Ashby\" name=\"Jo\" person=2 marks=\"2 > 1 = 3\"\n");
    room->named_papers[8] = (struct named_paper_item){
        .ballot = SCORES, .by_hand = true, .marks.of = {MARK_SCORES(5, 1), MARK_SCORES(0, 3), 0}};
    expect_printed(room, ITEM_NAMED_PAPER, 8, 0,
                   "paper ballot=4 by-hand=yes marks=\"4:5/1 3:/3\"\n");
    room_destroy(&room);
}

static void says_results(void **state)
{
    struct room *room = voting_room(false);
    (void)state;
    expect_printed(room, ITEM_BALLOT_TALLY, DOTS, 0, "");
    voting_reveal(room, DOTS);
    voting_reveal(room, RANKING);
    voting_reveal(room, SCORES);
    room->summaries[4] = (struct summary_item){.has_figures = true, .counted = 3, .average = 42};
    room->summaries[2] = (struct summary_item){.has_figures = true, .counted = 3, .average = 31};
    expect_printed(
        room, ITEM_BALLOT_TALLY, DOTS, 0,
        "result ballot=1 papers=12 by-hand=2 in-both=2\n"
        "place ballot=1 place=1 tied=yes option=4 dots=15 share=42 chosen=8 "
        "place-by-ratings=2 text=\"Cluster arrangements\"\n"
        "place ballot=1 place=1 tied=yes option=3 dots=15 share=42 chosen=8 text=\"Local "
        "plans\"\n"
        "place ballot=1 place=3 option=2 dots=6 share=17 chosen=4 place-by-ratings=1 "
        "text=\"Integration into school planning\"\n");
    expect_printed(
        room, ITEM_BALLOT_TALLY, RANKING, 0,
        "result ballot=3 papers=12 by-hand=2\n"
        "place ballot=3 place=1 tied=yes option=1 beats=1 share=67 chosen=8 text=\"Club 1\"\n"
        "place ballot=3 place=1 tied=yes option=2 beats=1 share=67 chosen=8 text=\"Club 2\"\n"
        "place ballot=3 place=3 option=3 beats=0 share=33 chosen=4 text=\"Club 3\"\n"
        "pairs ballot=3 option=1 before-2=5 before-3=9\n"
        "pairs ballot=3 option=2 before-1=5 before-3=9\n"
        "pairs ballot=3 option=3 before-1=2 before-2=2\n");
    expect_printed(
        room, ITEM_BALLOT_TALLY, SCORES, 0,
        "result ballot=4 papers=12 by-hand=2 in-both=2\n"
        "place ballot=4 place=1 option=4 first=4.00 second=1.00 chosen=8 place-by-ratings=2 "
        "text=\"Cluster arrangements\"\n"
        "place ballot=4 place=2 option=3 first=4.00 second=2.00 chosen=8 text=\"Local plans\"\n"
        "place ballot=4 place=3 option=2 first=4.00 second=3.00 chosen=4 place-by-ratings=1 "
        "text=\"Integration into school planning\"\n");
    room_destroy(&room);
}

static void says_priorities(void **state)
{
    struct room *room = voting_room(false);
    (void)state;
    room->priorities = (struct priorities_change){
        .revision = 2, .ballot = 1, .count = 2, .list = {{.condition = 4}, {.text = "A nurse"}}};
    expect_printed(room, ITEM_PRIORITIES, 0, 0,
                   "priorities count=2 ballot=1\n"
                   "priority place=1 condition=4 text=\"Cluster arrangements\"\n"
                   "priority place=2 text=\"A nurse\"\n");
    room_destroy(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_votes_and_turnout),
        cmocka_unit_test(says_papers),
        cmocka_unit_test(says_results),
        cmocka_unit_test(says_priorities),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
