#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bench/crowd.h"
#include "bench/floor.h"
#include "bench/groups.h"
#include "bench/net.h"

/* The protocol with a full room. The kiosk's host, and the echo that its floor is measured with,
 * run on the first core; all clients together on the second, where what they receive is put aside
 * and read after the measure. What their sockets and acknowledgements cost is in the figure and in
 * its floor alike, though a roomful of laptops would bear it each for itself. Rounds of a figure
 * and of its floor take turns, and of each the middle one counts. */

enum { ROUNDS_MAX = 15, SYNC_MS = 5, GROWTH_BATCH = 10000, GROWTH_COMMANDS = 100000 };

struct size {
    unsigned seats, rounds;
    bool slow;   /* and with a slow disk */
    bool memory; /* and what a seat costs, and commands */
};

/* One kiosk and its crowd, beside one echo and its peers. */
struct room {
    const struct bench_scene *scene;
    struct size size;
    char at[BENCH_TEXT];
    struct server kiosk, echo;
    struct crowd *crowd;
    struct floor *floor;
    uint8_t ballots;
    struct crowd_asked asked;
};

/* ---- of several rounds the middle */

struct series {
    unsigned count;
    double of[ROUNDS_MAX];
};

static void add(struct series *series, double value)
{
    bench_must(series->count < ROUNDS_MAX, "too many rounds");
    series->of[series->count++] = value;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double middle(struct series *series)
{
    qsort(series->of, series->count, sizeof *series->of, by_size);
    return series->of[series->count / 2];
}

/* The p-th of a hundred, sorting them. */
static double part(double *of, unsigned count, unsigned p)
{
    qsort(of, count, sizeof *of, by_size);
    unsigned at = (count * p + 99) / 100;
    return of[at ? at - 1 : 0];
}

/* ---- saying */

static void say(const struct room *room, struct bench_row row, const char *name, const char *what,
                const char *floor)
{
    snprintf(row.name, sizeof row.name, "%s", name);
    snprintf(row.what, sizeof row.what, "%s", what);
    snprintf(row.floor_what, sizeof row.floor_what, "%s", floor);
    memcpy(row.at, room->at, sizeof row.at);
    bench_say(&row);
}

/* ---- votes */

static void open_ballot(struct room *room)
{
    struct command add = {.kind = COMMAND_ADD_BALLOT};
    struct ballot_content *content = &add.change.ballot.content;
    *content = (struct ballot_content){.question = "What first?",
                                       .method = METHOD_DOTS,
                                       .about = ABOUT_CONDITIONS,
                                       .budget = BUDGET_USUAL,
                                       .limit = BUDGET_USUAL};
    crowd_ask(room->crowd, &add);
    struct command set = {.kind = COMMAND_SET_BALLOT,
                          .change.ballot_set = {.ballot = ++room->ballots, .state = BALLOT_OPEN}};
    crowd_ask(room->crowd, &set);
}

static void end_ballot(struct room *room)
{
    struct command set = {.kind = COMMAND_SET_BALLOT,
                          .change.ballot_set = {.ballot = room->ballots, .state = BALLOT_CLOSED}};
    crowd_ask(room->crowd, &set);
    set.change.ballot_set.state = BALLOT_REVEALED;
    crowd_ask(room->crowd, &set);
}

/* Three dots, not everybody on the same. Cast again they are the same marks: the turnout stays, and
 * nobody is sent news of it, whose acknowledgements would be counted with the vote. */
static void make_paper(struct command *command, unsigned member, const void *how)
{
    const struct room *room = how;
    command->kind = COMMAND_CAST_PAPER;
    command->change.paper.ballot = room->ballots;
    command->change.paper.slot = 1;
    command->change.paper.marks.of[member % 10] = 2;
    command->change.paper.marks.of[(member + 3) % 10] = 1;
}

struct votes {
    struct series p50, p99, floor_p50, floor_p99, commit, bytes;
};

static void vote_once(struct room *room, struct votes *votes, unsigned sync_ms)
{
    unsigned voters = room->size.seats - 1;
    open_ballot(room);
    crowd_settle(room->crowd);
    crowd_all_ask(room->crowd, &room->asked, make_paper, room);
    add(&votes->p50, part(room->asked.seconds, voters, 50));
    add(&votes->p99, part(room->asked.seconds, voters, 99));
    crowd_all_ask(room->crowd, &room->asked, make_paper, room);
    add(&votes->bytes, room->asked.bytes_up);
    end_ballot(room);
    floor_round_trip(room->floor, room->asked.seconds, room->asked.sent, room->asked.receipt);
    add(&votes->floor_p50, part(room->asked.seconds, voters, 50));
    add(&votes->floor_p99, part(room->asked.seconds, voters, 99));
    add(&votes->commit, floor_commit(room->scene, voters, sync_ms));
}

static struct bench_row measure_votes(struct room *room, struct votes *votes, unsigned sync_ms)
{
    for (unsigned i = 0; i < room->size.rounds; i++)
        vote_once(room, votes, sync_ms);
    double commit = middle(&votes->commit);
    return (struct bench_row){.unit = "ms",
                              .spread = true,
                              .middle = 1e3 * middle(&votes->p50),
                              .value = 1e3 * middle(&votes->p99),
                              .floor_middle = 1e3 * (middle(&votes->floor_p50) + commit),
                              .floor = 1e3 * (middle(&votes->floor_p99) + commit)};
}

/* Gives the vote's figure, for the slow disk's. */
static struct bench_row say_votes(struct room *room)
{
    struct votes votes = {0};
    struct bench_row row = measure_votes(room, &votes, 0);
    /* the commit counts once, the round trip one and a half times */
    row.rule.times = 1.5;
    row.rule.plus = -0.5e3 * middle(&votes.commit);
    snprintf(row.rule.text, sizeof row.rule.text, "1.5 x the round trip, and the commit");
    say(room, row, "votes", "vote to receipt, all voting at once",
        "raw ENet round trip, and one group commit");
    struct bench_row bytes = {.unit = "B", .value = middle(&votes.bytes), .rule = {.plus = 120}};
    say(room, bytes, "vote-bytes", "bytes up for each vote, acknowledgements with it", "");
    return row;
}

/* ---- changes */

static void say_changes(struct room *room)
{
    struct series seconds = {0}, floor = {0}, bytes = {0};
    for (unsigned i = 0; i < room->size.rounds; i++) {
        struct command look = {.kind = COMMAND_LOOK, .change.view.focus = (uint8_t)(1 + i % 2)};
        crowd_settle(room->crowd);
        struct crowd_changed changed = crowd_change(room->crowd, &look);
        add(&seconds, changed.seconds);
        add(&bytes, changed.bytes_down);
        add(&floor, floor_broadcast(room->floor, room->asked.sent, changed.letter));
    }
    struct bench_row row = {.unit = "ms",
                            .value = 1e3 * middle(&seconds),
                            .floor = 1e3 * middle(&floor),
                            .rule = {.times = 1.5}};
    say(room, row, "changes", "change seen by all", "raw ENet broadcast of the same bytes");
    struct bench_row down = {.unit = "B", .value = middle(&bytes), .rule = {.plus = 200}};
    say(room, down, "change-bytes", "bytes down to each client for a change", "");
}

/* ---- joining */

static void say_joins(struct room *room)
{
    struct series curve = {0};
    add(&curve, floor_curve());
    struct crowd_joined joined = crowd_all_come(room->crowd);
    add(&curve, floor_curve());
    add(&curve, floor_curve());
    struct bench_row row = {.unit = "ms",
                            .value = 1e3 * joined.seated,
                            .floor = 1e3 * middle(&curve) * (room->size.seats - 1),
                            .rule = {.times = 2}};
    say(room, row, "joins", "join all, with admission", "the curve operations of both ends");
    struct bench_row whole = {.unit = "ms", .value = 1e3 * joined.whole};
    say(room, whole, "joins-whole", "until all have been sent the whole room", "");
    struct bench_row again = {.unit = "times", .value = joined.asked_to_wait};
    say(room, again, "joins-again", "somebody was asked to come again a second later", "");
}

/* ---- memory */

static void say_memory(struct room *room, double before)
{
    double each = (server_memory(&room->kiosk) - before) / (room->size.seats - 1) / 1024;
    struct bench_row row = {.unit = "KiB", .value = each, .rule = {.plus = 8}};
    say(room, row, "seat-memory", "memory of the kiosk for each seat", "");
}

static void say_growth(struct room *room)
{
    unsigned voters = room->size.seats - 1, batch = room->scene->quick ? voters : GROWTH_BATCH;
    unsigned commands = room->scene->quick ? 5 * voters : GROWTH_COMMANDS;
    open_ballot(room);
    unsigned done = 0;
    for (; done < batch; done += voters)
        crowd_all_ask(room->crowd, &room->asked, make_paper, room);
    double before = server_memory(&room->kiosk);
    for (done = 0; done < commands; done += voters)
        crowd_all_ask(room->crowd, &room->asked, make_paper, room);
    double growth = server_memory(&room->kiosk) - before;
    end_ballot(room);
    struct bench_row row = {
        .unit = "KiB", .value = growth / 1024, .rule = {.must = true, .plus = 256}};
    snprintf(row.rule.text, sizeof row.rule.text, "none, within what an allocator moves");
    say(room, row, "growth", "growth of the kiosk over 100,000 further commands", "");
}

/* ---- one size */

static void begin(struct room *room, const struct bench_scene *scene, const struct size *size,
                  unsigned sync_ms)
{
    char name[64];
    *room = (struct room){.scene = scene, .size = *size};
    snprintf(room->at, sizeof room->at, "%u seats", size->seats);
    snprintf(name, sizeof name, "bench-%u-%u.plenary", size->seats, sync_ms);
    server_kiosk(&room->kiosk, scene, name, size->seats, sync_ms);
    server_echo(&room->echo, size->seats);
    room->asked.seconds = calloc(size->seats, sizeof *room->asked.seconds);
    bench_must(room->asked.seconds != NULL, "no memory");
    crowd_create(&room->crowd, &room->kiosk, size->seats);
    crowd_facilitator_comes(room->crowd);
}

static void fill(struct room *room)
{
    floor_create(&room->floor, &room->echo, room->size.seats - 1);
}

static void end(struct room *room)
{
    floor_destroy(&room->floor);
    crowd_destroy(&room->crowd);
    server_stop(&room->kiosk);
    server_stop(&room->echo);
    free(room->asked.seconds);
}

static void measure_slow(const struct bench_scene *scene, const struct size *size,
                         const struct bench_row *usual)
{
    struct room room;
    struct votes votes = {0};
    begin(&room, scene, size, SYNC_MS);
    crowd_all_come(room.crowd);
    fill(&room);
    struct bench_row row = measure_votes(&room, &votes, SYNC_MS);
    double commit = 1e3 * middle(&votes.commit);
    row.floor = usual->value + 2 * commit;
    row.floor_middle = usual->middle + 2 * commit;
    row.rule = (struct bench_rule){.times = 1};
    say(&room, row, "votes-slow-disk", "the same where each sync takes 5 ms more",
        "the figure above and two such commits");
    end(&room);
}

static void measure_size(const struct bench_scene *scene, const struct size *size)
{
    struct room room;
    begin(&room, scene, size, 0);
    crowd_settle(room.crowd);
    double before = server_memory(&room.kiosk);
    say_joins(&room);
    crowd_settle(room.crowd);
    if (size->memory)
        say_memory(&room, before);
    fill(&room);
    struct bench_row votes = say_votes(&room);
    say_changes(&room);
    if (size->memory)
        say_growth(&room);
    end(&room);
    if (size->slow)
        measure_slow(scene, size, &votes);
}

static void measure(const struct bench_scene *scene, struct size size, unsigned quick_seats)
{
    net_pin(1);
    if (scene->quick) {
        size.seats = quick_seats;
        size.rounds = 2;
    }
    measure_size(scene, &size);
}

void bench_room_100(const struct bench_scene *scene)
{
    measure(scene, (struct size){.seats = 100, .rounds = 15}, 8);
}

void bench_room_1000(const struct bench_scene *scene)
{
    measure(scene, (struct size){.seats = 1000, .rounds = 9, .slow = true}, 12);
}

void bench_room_4000(const struct bench_scene *scene)
{
    measure(scene, (struct size){.seats = 4000, .rounds = 5, .memory = true}, 20);
}
