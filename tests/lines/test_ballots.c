#include "testing.h"

#include <stdio.h>
#include <stdlib.h>

#include "lines/awaited.h"
#include "lines/commands.h"
#include "lines/marks.h"
#include "lines/print.h"
#include "lines/rendered.h"
#include "lines/voting.h"

/* Votes, typed. */

static void people_vote(void **state)
{
    static const struct example examples[] = {
        {"vote 1 on 4:2 2:1", "cast-paper 1 slot 1 school 0: 1=2 3=1"},
        {"vote priorities on 3:1", "cast-paper 1 slot 1 school 0: 2=1"},
        {"vote 1 on 4:2, 2:1 as 2", "cast-paper 1 slot 2 school 0: 1=2 3=1"},
        {"vote 2 on 3 2", "cast-paper 2 slot 1 school 0: 2=1 3=1"},
        {"vote 3 on 3 > 1 = 2", "cast-paper 3 slot 1 school 0: 1=2 2=2 3=1"},
        {"vote 3 on 2=3>1", "cast-paper 3 slot 1 school 0: 1=2 2=1 3=1"},
        {"vote 4 on 4:5/1 2:/3 3:4", "cast-paper 4 slot 1 school 0: 1=15 2=4 3=30"},
        {"vote 5 on 4", "cast-paper 5 slot 0 school 1: 1=1"},
        {"vote withdraw 1", "withdraw-paper 1 slot 1 school 0:"},
        {"vote withdraw 1 as 3", "withdraw-paper 1 slot 3 school 0:"},
        {"vote withdraw 5", "withdraw-paper 5 slot 0 school 1:"},
        {"share 2", "share-seat seat 3 people 2"},
    };
    struct room *room = voting_room(false);
    (void)state;
    expect_commands(room, examples, sizeof examples / sizeof *examples);
    room_destroy(&room);
}

static void the_facilitator_calls_votes(void **state)
{
    static const struct example examples[] = {
        {"ballot add dots conditions question=\"What first?\"",
         "add-ballot 0 revision 0 dots conditions school 0 named 0 dots 3/3 [] [] again 0 "
         "[What first?]"},
        {"ballot add dots conditions 4 cluster 2 dots=5 limit=1 question=x voters=schools "
         "papers=named",
         "add-ballot 0 revision 0 dots conditions school 1 named 1 dots 5/1 [] [] again 0 [x] 4 4 "
         "2"},
        {"ballot add dots conditions dots=5 question=x",
         "add-ballot 0 revision 0 dots conditions school 0 named 0 dots 5/5 [] [] again 0 [x]"},
        {"ballot add approval actions 7 3 question=x",
         "add-ballot 0 revision 0 approval actions school 0 named 0 dots 0/0 [] [] again 0 [x] 7 "
         "3"},
        {"ballot add ranking typed \"Breakfast club\" Homework question=x",
         "add-ballot 0 revision 0 ranking typed school 0 named 0 dots 0/0 [] [] again 0 [x] "
         "[Breakfast club] [Homework]"},
        {"ballot add scores conditions second=cost question=x",
         "add-ballot 0 revision 0 scores conditions school 0 named 0 dots 0/0 [impact] [cost] "
         "again 0 [x]"},
        {"ballot change 1 dots=5",
         "change-ballot 1 revision 6 dots conditions school 0 named 0 dots 5/2 [] [] again 0 "
         "[What first?] 4 3 2"},
        {"ballot change 1 dots=1",
         "change-ballot 1 revision 6 dots conditions school 0 named 0 dots 1/1 [] [] again 0 "
         "[What first?] 4 3 2"},
        {"ballot change priorities approval typed A B",
         "change-ballot 1 revision 6 approval typed school 0 named 0 dots 0/0 [] [] again 0 "
         "[What first?] [A] [B]"},
        {"ballot remove 1",
         "remove-ballot 1 revision 6 dots conditions school 0 named 0 dots 0/0 [] [] again 0 []"},
        {"ballot again 1",
         "add-ballot 0 revision 0 dots conditions school 0 named 0 dots 3/2 [] [] again 1 "
         "[What first?] 4 3 2"},
        {"ballot open 1", "set-ballot 1 open"},
        {"ballot close 1", "set-ballot 1 closed"},
        {"ballot reopen 1", "set-ballot 1 open"},
        {"ballot reveal 1", "set-ballot 1 revealed"},
        {"view ballot 2", "look targets 0 average 0 focus 0 ballot 2 sight 0 action 0"},
        {"view ballot 0", "look targets 0 average 0 focus 0"},
        {"view sight counting", "look targets 0 average 0 focus 0 ballot 0 sight 1 action 0"},
        {"paper add 1 on 4:2", "cast-paper 1 slot 0 school 0: 1=2"},
        {"paper add 5 on 4 school=\"Birch Lane\"", "cast-paper 5 slot 0 school 2: 1=1"},
        {"paper remove 1", "withdraw-paper 1 slot 0 school 0:"},
        {"paper remove 1 12", "withdraw-paper 1 slot 12 school 0:"},
        {"paper remove 5 school=Ashby", "withdraw-paper 5 slot 0 school 1:"},
        {"share 4 3", "share-seat seat 4 people 3"},
    };
    struct room *room = voting_room(true);
    (void)state;
    expect_commands(room, examples, sizeof examples / sizeof *examples);
    room_destroy(&room);
}

/* Everybody chose the first option and nothing else. */
static void choose_one(struct room *room, ballot_id ballot)
{
    struct ballot_tally *t = &room->ballot_tallies[ballot];
    t->chosen[1] = 12;
    t->points[1] = 36;
    t->chosen[2] = t->chosen[3] = t->points[2] = t->points[3] = 0;
}

static void a_result_is_taken_further(void **state)
{
    static const struct example examples[] = {
        {"ballot run-off 1", "add-ballot 0 revision 0 dots conditions school 0 named 0 dots 3/2 [] "
                             "[] again 1 [What first?] 4 3"},
        {"ballot run-off 3", "add-ballot 0 revision 0 ranking typed school 0 named 0 dots 0/0 [] "
                             "[] again 3 [What first?] [Club 1] [Club 2]"},
        {"priorities from 1 2", "set-priorities revision 9 ballot 1: 4[] 3[]"},
        {"priorities from priorities 10", "set-priorities revision 9 ballot 1: 4[] 3[] 2[]"},
        {"priorities from 3 2", "set-priorities revision 9 ballot 3: 0[Club 1] 0[Club 2]"},
        {"priorities are Cluster 2 \"A nurse\"",
         "set-priorities revision 9 ballot 0: 4[] 2[] 0[A nurse]"},
        {"priorities are", "set-priorities revision 9 ballot 0:"},
    };
    static const struct example of_one_chosen[] = {
        {"priorities from 1 3", "set-priorities revision 9 ballot 1: 4[]"},
    };
    struct room *room = voting_room(true);
    (void)state;
    room->priorities.revision = 9;
    voting_reveal(room, DOTS);
    voting_reveal(room, RANKING);
    expect_commands(room, examples, sizeof examples / sizeof *examples);
    expect_trouble(room, "priorities from 1 1", "Place 1 is shared");
    expect_trouble(room, "priorities from 4 1", "a vote whose result has been shown");
    expect_trouble(room, "ballot run-off 4", "a vote whose result has been shown");
    expect_trouble(room, "priorities are 1 1 1 1 1 1 1 1 1 1 1", "no more than 10");
    voting_reveal(room, APPROVAL);
    expect_trouble(room, "priorities from 2 1", "actions are adopted one by one");
    room->ballot_tallies[DOTS].points[1]++;
    expect_trouble(room, "ballot run-off 1", "Nothing that was chosen shares a place");
    choose_one(room, DOTS);
    expect_trouble(room, "ballot run-off 1 2", "Nothing that was chosen shares a place");
    expect_commands(room, of_one_chosen, 1);
    room->ballot_tallies[DOTS].chosen[1] = room->ballot_tallies[DOTS].points[1] = 0;
    expect_trouble(room, "priorities from 1 1", "Nobody chose anything");
    room_destroy(&room);
}

static void wrong_lines_say_what_is_expected(void **state)
{
    static const struct unclear examples[] = {
        {"vote 9 on 1:1", "There is no such vote", false},
        {"vote lunch on 1:1", "“lunch”", false},
        {"vote 1", "on, and what is chosen is missing", false},
        {"vote 1 on", "such as 10:2 6:1 is missing", false},
        {"vote 1 on 4", "“4”", false},
        {"vote 1 on 4:1 1:1", "“1:1”", false},
        {"vote 1 on 4:1 4:1", "“4:1”", false},
        {"vote 1 on 4:300", "“4:300”", false},
        {"vote 2 on 4:1", "“:1”", false},
        {"vote 3 on 1 2", "10 > 6 = 2", false},
        {"vote 3 on > 1", "10 > 6 = 2", false},
        {"vote 3 on 1 >", "10 > 6 = 2", false},
        {"vote 4 on 4:/", "10:4/2", false},
        {"vote 4 on 4:16/1", "10:4/2", false},
        {"vote 1 on 4:1 as 13", "the number of a person", false},
        {"vote 1 on 4:1 as", "the number of a person", false},
        {"share many", "how many people", false},
        {"ballot add hands conditions", "a way of voting", true},
        {"ballot add dots lunch", "what is voted on", true},
        {"ballot add dots conditions x", "the number or name of a condition", true},
        {"ballot add dots conditions voters=all", "people or schools", true},
        {"ballot add dots conditions dots=lots", "how many dots everybody has", true},
        {"ballot open 33", "the number of a vote", true},
        {"paper remove 1 x", "the number of a paper", true},
        {"paper add 5 on 4 school=Nowhere", "“Nowhere”", true},
        {"view sight papers", "result, counting or people", true},
    };
    (void)state;
    expect_unclear(voting_room, examples, sizeof examples / sizeof *examples);
}

static void no_more_options_than_there_is_room_for(void **state)
{
    struct room *room = voting_room(true);
    char line[512] = "ballot add approval typed question=x";
    (void)state;
    for (unsigned o = 1; o <= OPTIONS_MAX; o++)
        snprintf(line + strlen(line), sizeof line - strlen(line), " %u", o);
    static struct lines_asked asked;
    struct trouble t = {0};
    assert_int_equal(lines_read(&asked, room, LINES_TODAY, line, &t), ERROR_OK);
    assert_int_equal(asked.command.change.ballot.content.option_count, OPTIONS_MAX);
    strcat(line, " more");
    expect_trouble(room, line, "no more than 24");
    room_destroy(&room);
}

static void a_second_thought_is_asked_for(void **state)
{
    static const struct example anyway[] = {{"ballot open 1 anyway", "set-ballot 1 open"},
                                            {"ballot close 2 anyway", "set-ballot 2 closed"}};
    static const struct example plain[] = {{"ballot open 1", "set-ballot 1 open"},
                                           {"ballot close 2", "set-ballot 2 closed"}};
    struct room *room = voting_room(true);
    (void)state;
    room->ballots[1].state = BALLOT_PREPARED;
    room->turnouts[1][0].expected = 4;
    room->turnouts[2][0] = (struct turnout_item){.voted = 6, .expected = 8};
    expect_warning(room, "ballot open 1", "Only 4 voters");
    expect_warning(room, "ballot close 2", "2 of 8");
    expect_commands(room, anyway, 2);
    room->turnouts[1][0].expected = 1;
    expect_warning(room, "ballot open 1", "Only 1 person");
    room->turnouts[1][0].expected = 0;
    expect_warning(room, "ballot open 1", "Nobody is here");
    room->turnouts[1][0].expected = VOTERS_LEAST;
    room->turnouts[2][0].voted = 8;
    expect_commands(room, plain, 2);
    room->turnouts[1][0].expected = 0;
    room->ballots[1].content.named = true; /* nothing is secret there */
    expect_commands(room, plain, 1);
    room_destroy(&room);
}

/* Every byte string is answered; the sanitizers watch. */
static void random_marks_are_survived(void **state)
{
    static const char *const bits[] = {"1",    "2", "4:1", ":",  "/",  "5/5", ">",
                                       "=",    " ", " ",   "as", "on", ",",   "99999",
                                       "\xc3", "4", "3",   "-",  "\"", "0"};
    static struct lines_asked asked;
    struct room *room = voting_room(false);
    unsigned seed = 7;
    (void)state;
    for (int i = 0; i < 20000; i++) {
        char line[256];
        struct trouble t = {0};
        snprintf(line, sizeof line, "vote %d on ", 1 + i % 5);
        for (int n = rand_r(&seed) % 14; n > 0; n--)
            strcat(line, bits[(unsigned)rand_r(&seed) % (sizeof bits / sizeof *bits)]);
        if (lines_read(&asked, room, LINES_TODAY, line, &t))
            assert_true(t.text[0]);
    }
    room_destroy(&room);
}

/* What is printed can be typed again. */
static void marks_go_there_and_back(void **state)
{
    struct room *room = voting_room(false);
    unsigned seed = 11;
    (void)state;
    for (int i = 0; i < 2000; i++) {
        static struct lines_asked asked;
        struct trouble t = {0};
        char text[LINES_MARKS_SIZE], line[2 * LINES_MARKS_SIZE];
        ballot_id ballot = (ballot_id)(1 + i % 4);
        const struct ballot_content *content = &room->ballots[ballot].content;
        struct marks marks = {0};
        for (unsigned o = 0, places = 0; o < 3; o++) {
            unsigned mark = (unsigned)rand_r(&seed) % 4;
            if (content->method == METHOD_APPROVAL)
                mark = mark > 1;
            else if (content->method == METHOD_RANKING) /* no place is left out */
                mark = mark % (places + 2), places += mark > places;
            else if (content->method == METHOD_SCORES)
                mark = MARK_SCORES(mark, (unsigned)rand_r(&seed) % 6);
            marks.of[o] = (uint8_t)mark;
        }
        lines_marks_text(text, &marks, content);
        if (!text[0])
            continue;
        snprintf(line, sizeof line, "vote %u on %s", ballot, text);
        if (lines_read(&asked, room, LINES_TODAY, line, &t))
            fail_msg("%s: %s", line, t.text);
        assert_memory_equal(&asked.command.change.paper.marks, &marks, sizeof marks);
    }
    room_destroy(&room);
}

/* ---- what a script waits for */

static void the_next_line_waits_for_what_it_is_read_against(void **state)
{
    struct room *room = voting_room(true);
    struct command add = {.kind = COMMAND_ADD_BALLOT,
                          .change.ballot.content = {.again = 1, .question = "What first?"}};
    struct command change = {.kind = COMMAND_CHANGE_BALLOT,
                             .change.ballot = {.ballot = 1, .revision = 6}};
    struct command close = {.kind = COMMAND_SET_BALLOT, .change.ballot_set = {1, BALLOT_CLOSED}};
    struct command share = {.kind = COMMAND_SHARE_SEAT, .change.seat = {.seat = 4, .people = 2}};
    struct command look = {.kind = COMMAND_LOOK, .change.view.ballot = 3};
    (void)state;
    assert_false(lines_room_shows(room, &add) || lines_room_shows(room, &change) ||
                 lines_room_shows(room, &close) || lines_room_shows(room, &share) ||
                 lines_room_shows(room, &look));
    room->ballots[6] = room->ballots[1];
    room->ballots[6].content.again = 1;
    room->ballots[1].revision = 7;
    room->ballots[1].state = BALLOT_CLOSED;
    room->seats[4].people = 2;
    room->view.ballot = 3;
    assert_true(lines_room_shows(room, &add) && lines_room_shows(room, &change) &&
                lines_room_shows(room, &close) && lines_room_shows(room, &share) &&
                lines_room_shows(room, &look));
    room_destroy(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_vote),
        cmocka_unit_test(the_facilitator_calls_votes),
        cmocka_unit_test(a_result_is_taken_further),
        cmocka_unit_test(wrong_lines_say_what_is_expected),
        cmocka_unit_test(no_more_options_than_there_is_room_for),
        cmocka_unit_test(a_second_thought_is_asked_for),
        cmocka_unit_test(random_marks_are_survived),
        cmocka_unit_test(marks_go_there_and_back),
        cmocka_unit_test(the_next_line_waits_for_what_it_is_read_against),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
