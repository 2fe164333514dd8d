/* Votes and plans in many situations as PNG files, to be looked at beside the design: not a test.
 * Run as picture.h says. */

#include "rooms/rooms.h"
#include "rooms/votes.h"
#include "stage/picture.h"

#define NAMED    .schools = 10, .ratings = ROOMS_AGREED, .named = true
#define HALL     .expected = 24, .voted = 24
#define REVEALED .state = BALLOT_REVEALED, HALL

static const struct vote_picture {
    const char *name;
    struct rooms_spec room;
    struct rooms_vote vote;
    enum ballot_sight sight;
    int page;
    enum theme theme;
} votes[] = {
    {"vote-none", {NAMED}, {.state = BALLOT_NONE}, 0, 0, 0},
    {"vote-prepared", {NAMED}, {.state = BALLOT_PREPARED, .expected = 24}, 0, 0, 0},
    {"vote-prepared-school",
     {NAMED, .view = {.larger = 2}},
     {.method = METHOD_SCORES,
      .about = ABOUT_ACTIONS,
      .state = BALLOT_PREPARED,
      .options = 8,
      .by_school = true,
      .named = true,
      .expected = 10},
     0,
     0,
     1},
    {"vote-prepared-actions", {NAMED}, {.about = ABOUT_ACTIONS, .state = BALLOT_PREPARED}, 0, 0, 0},
    {"vote-open", {NAMED}, {.state = BALLOT_OPEN, .expected = 24, .voted = 17}, 0, 0, 0},
    {"vote-open-dark", {NAMED}, {.state = BALLOT_OPEN, .expected = 24, .voted = 17}, 0, 0, 1},
    {"vote-open-24",
     {.schools = 28, .conditions = 24},
     {.state = BALLOT_OPEN, .options = 24, .expected = 130, .voted = 57, .by_hand = 4},
     0,
     0,
     0},
    {"vote-open-4000",
     {NAMED},
     {.method = METHOD_RANKING,
      .about = ABOUT_ACTIONS,
      .state = BALLOT_OPEN,
      .options = 24,
      .expected = 4000,
      .voted = 1723},
     0,
     0,
     0},
    {"vote-open-long",
     {NAMED, .view = {.larger = 2}},
     {.method = METHOD_APPROVAL,
      .about = ABOUT_ACTIONS,
      .state = BALLOT_OPEN,
      .options = 24,
      .long_texts = true,
      .expected = 24,
      .voted = 3},
     0,
     1,
     0},
    {"vote-open-typed",
     {NAMED},
     {.about = ABOUT_TYPED, .state = BALLOT_OPEN, .options = 5, .foreign = true, .expected = 9},
     0,
     0,
     0},
    {"vote-open-typed-24",
     {NAMED},
     {.about = ABOUT_TYPED,
      .state = BALLOT_OPEN,
      .options = 24,
      .by_school = true,
      .expected = 10,
      .voted = 4},
     0,
     0,
     0},
    {"vote-closed",
     {NAMED},
     {.state = BALLOT_CLOSED, .expected = 26, .voted = 24, .by_hand = 2},
     0,
     0,
     0},
    {"vote-revealed", {NAMED}, {REVEALED}, 0, 0, 0},
    {"vote-revealed-dark", {NAMED}, {REVEALED}, 0, 0, 1},
    {"vote-revealed-24",
     {.schools = 28, .conditions = 24, .ratings = ROOMS_MOST, .long_names = true},
     {.state = BALLOT_REVEALED, .options = 24, .tied = true, .expected = 60, .voted = 60},
     0,
     0,
     0},
    {"vote-revealed-3",
     {.schools = 3, .ratings = ROOMS_NONE},
     {.method = METHOD_APPROVAL,
      .about = ABOUT_TYPED,
      .state = BALLOT_REVEALED,
      .options = 3,
      .by_school = true,
      .voted = 3},
     0,
     0,
     0},
    {"vote-revealed-ranking", {NAMED}, {.method = METHOD_RANKING, REVEALED}, 0, 0, 0},
    {"vote-revealed-actions",
     {NAMED},
     {.method = METHOD_APPROVAL, .about = ABOUT_ACTIONS, .options = 12, .by_hand = 3, REVEALED},
     0,
     0,
     1},
    {"vote-revealed-long",
     {NAMED, .view = {.larger = 2}},
     {.about = ABOUT_ACTIONS, .options = 24, .long_texts = true, REVEALED},
     0,
     0,
     0},
    {"vote-revealed-foreign",
     {NAMED},
     {.about = ABOUT_TYPED, .options = 4, .foreign = true, REVEALED},
     0,
     0,
     0},
    {"vote-revealed-larger", {NAMED, .view = {.larger = 2}}, {REVEALED}, 0, 0, 0},
    {"vote-nobody", {NAMED}, {.state = BALLOT_REVEALED, .expected = 24}, 0, 0, 0},
    {"vote-map", {NAMED}, {.method = METHOD_SCORES, REVEALED}, 0, 0, 0},
    {"vote-map-dark", {NAMED}, {.method = METHOD_SCORES, REVEALED}, 0, 0, 1},
    {"vote-map-24",
     {NAMED},
     {.method = METHOD_SCORES, .about = ABOUT_ACTIONS, .options = 24, .tied = true, REVEALED},
     0,
     0,
     0},
    {"vote-map-larger",
     {NAMED, .view = {.larger = 2}},
     {.method = METHOD_SCORES, .about = ABOUT_TYPED, .options = 12, REVEALED},
     0,
     0,
     0},
    {"vote-count-dots", {NAMED}, {REVEALED}, SIGHT_COUNTING, 0, 0},
    {"vote-count-yes",
     {NAMED},
     {.method = METHOD_APPROVAL, .about = ABOUT_ACTIONS, .options = 24, REVEALED},
     SIGHT_COUNTING,
     0,
     1},
    {"vote-count-scores", {NAMED}, {.method = METHOD_SCORES, REVEALED}, SIGHT_COUNTING, 0, 0},
    {"vote-count-pairs", {NAMED}, {.method = METHOD_RANKING, REVEALED}, SIGHT_COUNTING, 0, 0},
    {"vote-count-pairs-24",
     {NAMED},
     {.method = METHOD_RANKING,
      .about = ABOUT_ACTIONS,
      .state = BALLOT_REVEALED,
      .options = 24,
      .expected = 4000,
      .voted = 3900},
     SIGHT_COUNTING,
     0,
     0},
    {"vote-count-circle",
     {NAMED},
     {.method = METHOD_RANKING, .about = ABOUT_TYPED, .options = 5, .circle = true, REVEALED},
     SIGHT_COUNTING,
     1,
     1},
    {"vote-people", {NAMED}, {.named = true, .by_hand = 2, REVEALED}, SIGHT_PEOPLE, 0, 0},
    {"vote-people-ranking",
     {NAMED},
     {.method = METHOD_RANKING, .about = ABOUT_ACTIONS, .options = 12, .named = true, REVEALED},
     SIGHT_PEOPLE,
     1,
     1},
    {"vote-people-scores",
     {NAMED},
     {.method = METHOD_SCORES, .named = true, .by_school = true, REVEALED},
     SIGHT_PEOPLE,
     0,
     0},
};

static const struct plan_picture {
    const char *name;
    struct rooms_spec room;
    struct rooms_plan plan;
    int page;
    enum theme theme;
} plans[] = {
    {"plan", {NAMED}, {.actions = 5}, 0, 0},
    {"plan-dark", {NAMED}, {.actions = 5}, 0, 1},
    {"plan-none", {NAMED}, {0}, 0, 0},
    {"plan-none-priorities", {NAMED}, {.priorities = 3}, 0, 1},
    {"plan-12", {NAMED}, {.actions = 12, .priorities = 3}, 0, 0},
    {"plan-12-2", {NAMED}, {.actions = 12, .priorities = 3}, 1, 0},
    {"plan-parked", {NAMED}, {.actions = 40, .priorities = 10}, 99, 0},
    {"plan-earlier", {NAMED}, {.actions = 5, .earlier = 6}, 0, 0},
    {"plan-earlier-dark", {NAMED}, {.actions = 5, .earlier = 6}, 0, 1},
    {"plan-long",
     {.schools = 28, .ratings = ROOMS_AGREED, .long_names = true},
     {.actions = 30, .priorities = 10, .long_texts = true},
     0,
     0},
    {"plan-foreign", {NAMED}, {.actions = 8, .foreign = true}, 0, 0},
    {"plan-larger", {NAMED, .view = {.larger = 2}}, {.actions = 4, .priorities = 3}, 0, 0},
    {"plan-large", {NAMED}, {.actions = 9, .large = 1}, 0, 0},
    {"plan-large-long",
     {NAMED, .view = {.larger = 2}},
     {.actions = 12, .large = 1, .long_texts = true},
     0,
     1},
    {"plan-large-bare", {NAMED}, {.actions = 5, .large = 4}, 0, 1},
};

static void make_at(struct room *room, struct rooms_spec spec, uint8_t item)
{
    spec.place = (struct place){item, 1};
    spec.elapsed_ms = 1950000;
    rooms_example(room, (struct audience){AUDIENCE_PROJECTOR, 0}, &spec);
}

static void fill(const struct album *album)
{
    struct room *room = album->room;
    for (size_t i = 0; i < sizeof votes / sizeof *votes; i++) {
        if (!album_wants(album, votes[i].name))
            continue;
        make_at(room, votes[i].room, 3);
        room->view.sight = (uint8_t)votes[i].sight;
        rooms_vote(room, &votes[i].vote);
        album_add(album, votes[i].name, votes[i].page, votes[i].theme);
    }
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        if (!album_wants(album, plans[i].name))
            continue;
        make_at(room, plans[i].room, 4);
        rooms_plan(room, &plans[i].plan);
        album_add(album, plans[i].name, plans[i].page, plans[i].theme);
    }
}

int main(int argc, char **argv)
{
    return album_make(argc, argv, fill);
}
