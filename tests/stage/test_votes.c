/* Votes as draw lists: goldens of the design's pictures, and what holds of any vote: nothing but
 * who has voted is told before the reveal, every option is on some page, all of it lies within the
 * picture, no plate of the map lies over another, and the result comes up from the last to the
 * first. */

#include <stdio.h>
#include <stdlib.h>

#include "golden/golden.h"
#include "model/outcome.h"
#include "rooms/rooms.h"
#include "rooms/votes.h"
#include "stage/motion.h"
#include "stage/seen.h"
#include "stage/stage.h"
#include "testing.h"

static struct draw_list list, other;
static struct room *room;
static struct stage_frame frame;
static struct stage_motion motion;

static void look(int size, int page)
{
    frame = seen_frame(room, seen_sizes[size], 10 * 60 + 54, page);
}

static void draw(int size, int page)
{
    look(size, page);
    seen_draw(&list, &frame);
}

static void make(const struct rooms_vote *vote, enum ballot_sight sight, int larger)
{
    struct rooms_spec spec = {.schools = 10,
                              .ratings = ROOMS_AGREED,
                              .named = true,
                              .place = {3, 1},
                              .elapsed_ms = 1950000};
    rooms_example(room, (struct audience){AUDIENCE_PROJECTOR, 0}, &spec);
    room->view.sight = (uint8_t)sight;
    room->view.larger = (uint8_t)larger;
    rooms_vote(room, vote);
}

#define HALL     .expected = 24, .voted = 24
#define REVEALED .state = BALLOT_REVEALED, HALL

static const struct {
    const char *name;
    struct rooms_vote vote;
    enum ballot_sight sight;
    bool all_sizes;
} cases[] = {
    {"vote-none", {.state = BALLOT_NONE}, SIGHT_RESULT, false},
    {"vote-prepared", {.state = BALLOT_PREPARED, .expected = 24}, SIGHT_RESULT, false},
    {"vote-open", {.state = BALLOT_OPEN, .expected = 24, .voted = 17}, SIGHT_RESULT, true},
    {"vote-closed",
     {.state = BALLOT_CLOSED, .by_school = true, .expected = 10, .voted = 9, .by_hand = 2},
     SIGHT_RESULT,
     false},
    {"vote-revealed", {REVEALED}, SIGHT_RESULT, true},
    {"vote-ranking", {.method = METHOD_RANKING, REVEALED}, SIGHT_RESULT, false},
    {"vote-actions",
     {.method = METHOD_APPROVAL, .about = ABOUT_ACTIONS, .options = 12, .by_hand = 3, REVEALED},
     SIGHT_RESULT,
     false},
    {"vote-nobody", {.state = BALLOT_REVEALED, .expected = 24}, SIGHT_RESULT, false},
    {"vote-map", {.method = METHOD_SCORES, REVEALED}, SIGHT_RESULT, true},
    {"vote-map-24",
     {.method = METHOD_SCORES, .about = ABOUT_TYPED, .options = 24, .tied = true, REVEALED},
     SIGHT_RESULT,
     false},
    {"vote-count-dots", {REVEALED}, SIGHT_COUNTING, false},
    {"vote-count-scores", {.method = METHOD_SCORES, REVEALED}, SIGHT_COUNTING, false},
    {"vote-count-pairs", {.method = METHOD_RANKING, REVEALED}, SIGHT_COUNTING, true},
    {"vote-people", {.named = true, .by_hand = 2, REVEALED}, SIGHT_PEOPLE, false},
};

static void they_look_as_they_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int size = 0; size < (cases[i].all_sizes ? SEEN_SIZES : 1); size++) {
            char name[96];
            make(&cases[i].vote, cases[i].sight, 0);
            draw(size, 0);
            snprintf(name, sizeof name, "stage/%s-%d", cases[i].name, seen_sizes[size].height);
            golden_check_list(name, &list);
        }
}

/* A result that is in the room too early, as it never is, makes no difference to the picture. */
static void nothing_is_told_before_the_reveal(void **state)
{
    (void)state;
    for (enum method m = 0; m < METHOD_COUNT; m++)
        for (enum ballot_state s = BALLOT_PREPARED; s < BALLOT_REVEALED; s++)
            for (enum ballot_sight sight = 0; sight < SIGHT_COUNT; sight++) {
                struct rooms_vote vote = {
                    .method = m, .state = BALLOT_REVEALED, .named = true, HALL};
                vote.options = 10;
                make(&vote, sight, 0);
                struct item item = {.key = {.kind = ITEM_BALLOT, .a = 1}};
                item.body.ballot = room->ballots[1];
                item.body.ballot.state = (uint8_t)s;
                room_apply(room, &item);
                draw(0, 0);
                draw_copy(&other, &list);
                memset(&room->ballot_tallies, 0, sizeof room->ballot_tallies);
                memset(&room->named_papers, 0, sizeof room->named_papers);
                draw(0, 0);
                assert_true(draw_equal(&list, &other));
            }
}

static void the_picture_says_who_has_voted(void **state)
{
    (void)state;
    make(&(struct rooms_vote){.state = BALLOT_OPEN, .expected = 24, .voted = 17}, 0, 0);
    draw(0, 0);
    assert_int_equal(seen_count(&list, "17"), 1);
    assert_true(seen_within(&list, "of 24 have voted"));
    assert_true(seen_within(&list, "Nobody sees the result before it is revealed"));
    assert_true(
        seen_within(&list, "Three dots each. Put them on different conditions or all on one."));
    make(&(struct rooms_vote){.state = BALLOT_CLOSED, .expected = 24, .voted = 24}, 0, 0);
    draw(0, 0);
    assert_true(seen_within(&list, "Voting is closed") && seen_count(&list, "voted") == 1);
    make(&(struct rooms_vote){.state = BALLOT_PREPARED, .by_school = true, .named = true}, 0, 0);
    draw(0, 0);
    assert_true(seen_within(&list, "Voting opens in a moment") &&
                seen_within(&list, "It is by name"));
    assert_true(seen_within(&list, "One vote for each school"));
}

static int count_kind(enum draw_kind kind)
{
    int count = 0;
    for (uint32_t i = 0; i < list.commands; i++)
        count += list.command[i].kind == kind;
    return count;
}

/* Dots as long as they can be told apart, then the ring as a whole. */
static void any_number_of_people_can_vote(void **state)
{
    (void)state;
    static const int people[] = {0, 1, 24, 130, 300, 4000};
    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        int voted = people[i] * 2 / 3;
        make(&(struct rooms_vote){.state = BALLOT_OPEN, .expected = people[i], .voted = voted}, 0,
             0);
        draw(0, 0);
        bool dots = people[i] > 0 && people[i] <= 130;
        assert_int_equal(count_kind(DRAW_DISC) >= voted && voted > 0, dots && voted > 0);
        assert_int_equal(count_kind(DRAW_ARC) > 1, !dots && voted > 0); /* one is the timer's */
    }
}

static void the_known_result_is_told(void **state)
{
    (void)state;
    make(&(struct rooms_vote){REVEALED}, 0, 0);
    draw(0, 0);
    assert_true(seen_within(&list,
                            "24 people, 72 dots. Two of our first three are also among the three "
                            "lowest ratings."));
    assert_int_equal(seen_count(&list, "2="), 2);
    assert_int_equal(seen_count(&list, "3"), 2); /* the third by ratings, and 3 dots */
    assert_int_equal(seen_count(&list, "in both"), 2);
    assert_true(seen_count(&list, "16") && seen_count(&list, "22%"));
    assert_int_equal(seen_count(&list, "14"), 2);
    make(&(struct rooms_vote){REVEALED}, SIGHT_COUNTING, 0);
    draw(0, 0);
    assert_true(seen_within(&list, "24 votes with 3 dots each are 72 dots; 72 were given."));
    assert_true(seen_count(&list, "16 ÷ 72 = 22%") && seen_count(&list, "72"));
}

/* Who chose what is shown of a named vote alone, whatever is asked for. */
static void a_secret_vote_shows_nobody(void **state)
{
    (void)state;
    struct rooms_vote vote = {.named = true, REVEALED};
    make(&vote, SIGHT_PEOPLE, 0);
    draw(0, 0);
    assert_true(seen_within(&list, "Who chose what") && seen_within(&list, "Priya"));
    struct item item = {.key = {.kind = ITEM_BALLOT, .a = 1}};
    item.body.ballot = room->ballots[1];
    item.body.ballot.content.named = false;
    room_apply(room, &item);
    draw(0, 0);
    assert_true(seen_within(&list, "What we chose") && !seen_within(&list, "Priya"));
}

/* Rankings that go round in a circle are told by a second table. */
static void a_circle_is_told(void **state)
{
    (void)state;
    struct rooms_vote vote = {
        .method = METHOD_RANKING, .about = ABOUT_TYPED, .options = 5, REVEALED};
    make(&vote, SIGHT_COUNTING, 0);
    draw(0, 1);
    assert_int_equal(stage_pages(&frame), 1);
    vote.circle = true;
    make(&vote, SIGHT_COUNTING, 0);
    draw(0, 0);
    assert_int_equal(stage_pages(&frame), 2);
    assert_false(seen_within(&list, "circle"));
    draw(0, 1);
    assert_true(seen_within(&list, "Some go round in a circle"));
}

static void check_pages(const struct rooms_vote *vote, int size)
{
    bool seen[OPTIONS_MAX + 1] = {false}, told = true;
    draw(size, 0);
    int pages = stage_pages(&frame), count = vote->options;
    for (int page = 0; page < pages; page++) {
        draw(size, page);
        assert_inside(&list);
        for (int i = 1; i <= count; i++) {
            char first[12]; /* of the first line */
            snprintf(first, sizeof first, "%.11s",
                     outcome_option(room, &room->ballots[1].content, (uint8_t)i));
            seen[i] = seen[i] || seen_within(&list, first);
        }
    }
    for (int i = 1; i <= count; i++)
        told = told && seen[i];
    assert_true(told);
}

static void everything_is_on_some_page_and_within_the_picture(void **state)
{
    (void)state;
    for (unsigned i = 0; i < 48; i++) {
        struct rooms_vote vote = {.method = (enum method)(i % METHOD_COUNT),
                                  .about = (enum about)(1 + i / 4 % 2),
                                  .options = i / 8 % 2 ? 24 : 5,
                                  .tied = i % 3 == 0,
                                  .long_texts = i / 16 % 2,
                                  .named = true,
                                  .by_school = i % 5 == 0,
                                  .circle = i % 7 == 0};
        bool big = i % 12 == 11;
        vote.expected = vote.voted = big ? 4000 : 24;
        vote.by_hand = (int)(i % 3);
        vote.named = !big;
        for (enum ballot_state s = BALLOT_PREPARED; s <= BALLOT_REVEALED; s++)
            for (enum ballot_sight sight = 0; sight < SIGHT_COUNT; sight++) {
                if (s != BALLOT_REVEALED && sight)
                    continue;
                vote.state = s;
                make(&vote, sight, (int)(i % 3));
                /* Who chose what need not name every option; tables cut long texts. */
                struct rooms_vote told = vote;
                told.options = sight == SIGHT_PEOPLE ? 0 : vote.options;
                check_pages(&told, (int)(i % SEEN_SIZES));
            }
    }
}

struct square {
    int x, y, w;
};

/* The plates of the map, which are in the left half. */
static int plates(struct square found[OPTIONS_MAX * 2])
{
    int count = 0;
    for (uint32_t i = 0; i < list.commands; i++) {
        const struct draw_command *c = &list.command[i];
        bool outer = c->kind == DRAW_ROUND && c->w == c->h && c->w == 44;
        if (outer && c->x < list.width / 2)
            found[count++] = (struct square){c->x, c->y, c->w};
    }
    return count;
}

static void no_plate_lies_over_another(void **state)
{
    (void)state;
    for (int larger = 0; larger <= LARGER_MOST; larger++) {
        struct rooms_vote vote = {.method = METHOD_SCORES, .about = ABOUT_TYPED, .options = 24};
        vote.tied = true;
        vote.state = BALLOT_REVEALED;
        vote.voted = vote.expected = larger == 1 ? 1 : 24; /* one voter: whole numbers only */
        make(&vote, 0, 0);
        draw(0, 0);
        struct square found[OPTIONS_MAX * 2];
        int count = plates(found);
        struct outcome outcome;
        int rated = 0;
        outcome_work_out(&outcome, &room->ballots[1].content, &room->ballot_tallies[1]);
        for (int i = 1; i <= 24; i++)
            rated += outcome.value[i] > 0;
        assert_int_equal(count, rated);
        for (int i = 0; i < count; i++)
            for (int j = 0; j < i; j++)
                assert_true(abs(found[i].x - found[j].x) >= found[i].w ||
                            abs(found[i].y - found[j].y) >= found[i].w);
    }
}

static void reveal(const struct rooms_vote *vote)
{
    struct rooms_vote closed = *vote;
    closed.state = BALLOT_CLOSED;
    memset(&motion, 0, sizeof motion);
    make(&closed, 0, 0);
    motion_update(&motion, room, rooms_now_ms - 1000);
    make(vote, 0, 0);
    room->changes++; /* the room was made anew, and so may count alike */
    motion_update(&motion, room, rooms_now_ms);
}

static void draw_after(int64_t ms, bool reduced)
{
    look(0, 0);
    frame.motion = &motion;
    frame.now_ms += ms;
    frame.reduced_motion = reduced;
    seen_draw(&list, &frame);
}

static void the_result_comes_up_from_the_last(void **state)
{
    (void)state;
    reveal(&(struct rooms_vote){REVEALED});
    assert_true(motion_moving(&motion, rooms_now_ms + 1000));
    draw_after(10, false);
    assert_true(seen_within(&list, "Consultation and needs analysis"));
    assert_false(seen_within(&list, "Publicity") || seen_within(&list, "Impact measurement"));
    draw_after(6 * MOTION_BAR_STEP_MS + MOTION_BAR_MS, false);
    assert_true(seen_within(&list, "Cluster arrangements") && seen_count(&list, "8") > 0);
    assert_false(seen_within(&list, "Funding"));
    assert_false(seen_count(&list, "2=") || seen_count(&list, "6="));
    int64_t end = 9 * MOTION_BAR_STEP_MS + MOTION_BAR_PAUSE_MS + MOTION_BAR_MS;
    draw_after(end - MOTION_BAR_MS / 2, false);
    assert_true(seen_within(&list, "Impact measurement"));
    assert_false(seen_count(&list, "16"));
    draw_after(end, false);
    draw_copy(&other, &list);
    draw_after(0, true); /* nothing grows */
    look(0, 0);
    frame.now_ms += end;
    seen_draw(&list, &frame);
    assert_true(draw_equal(&list, &other));
    assert_int_equal(seen_count(&list, "2="), 2);
    assert_false(motion_moving(&motion, rooms_now_ms + 10000));
}

static void what_is_reduced_or_was_revealed_before_stands_still(void **state)
{
    (void)state;
    struct rooms_vote vote = {REVEALED};
    reveal(&vote);
    draw_after(10, true);
    assert_int_equal(seen_count(&list, "2="), 2);
    memset(&motion, 0, sizeof motion);
    make(&vote, 0, 0);
    motion_update(&motion, room, rooms_now_ms);
    assert_false(motion_moving(&motion, rooms_now_ms + 10));
    draw_after(10, false);
    assert_int_equal(seen_count(&list, "2="), 2);
    vote.method = METHOD_SCORES;
    reveal(&vote);
    draw_after(100, false);
    struct square found[OPTIONS_MAX * 2];
    assert_int_equal(plates(found), 0);
    draw_after(5000, false);
    assert_int_equal(plates(found), 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_look_as_they_did),
        cmocka_unit_test(nothing_is_told_before_the_reveal),
        cmocka_unit_test(the_picture_says_who_has_voted),
        cmocka_unit_test(any_number_of_people_can_vote),
        cmocka_unit_test(the_known_result_is_told),
        cmocka_unit_test(a_secret_vote_shows_nobody),
        cmocka_unit_test(a_circle_is_told),
        cmocka_unit_test(everything_is_on_some_page_and_within_the_picture),
        cmocka_unit_test(no_plate_lies_over_another),
        cmocka_unit_test(the_result_comes_up_from_the_last),
        cmocka_unit_test(what_is_reduced_or_was_revealed_before_stands_still),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
