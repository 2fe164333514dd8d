/* The two threads of a kiosk: the host over real sockets with a presenter and people. Meant for the
 * tsan preset too, so it waits on conditions only. */

#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>

#include "host/clock.h"
#include "host/errand.h"
#include "host/host.h"
#include "host/participant.h"
#include "host/setup.h"
#include "journal/memory.h"
#include "link/link_enet.h"
#include "model/room.h"
#include "testing.h"

enum { PATIENCE_S = 60 };

static void ring(void *bell)
{
    sem_post(bell);
}

/* ---- the whole host, over 127.0.0.1 */

enum { SCHOOLS = 4 };

/* Everything of the test: the presenter's rooms are kept as a participant's is. */
struct kiosk {
    struct journal_disk *disk;
    struct host *host;
    struct mailbox *box;
    sem_t bell;
    struct participant viewers[VIEWER_COUNT];
    struct participant people[SCHOOLS + 1];
};

static void *run_host(void *host)
{
    host_run(host, NULL);
    return NULL;
}

static void begin(struct kiosk *kiosk)
{
    static struct pack pack;
    static const char schools[SCHOOLS][NAME_SIZE] = {"Ashby", "Birch", "Cedar", "Dale"};
    struct trouble trouble = {0};
    struct journal *journal;
    struct store *store;
    struct link *link;
    struct link_random random = link_random_system();
    memset(kiosk, 0, sizeof *kiosk);
    strcpy(pack.conditions[0].name, "One");
    strcpy(pack.conditions[1].name, "Two");
    pack.condition_count = 2;
    sem_init(&kiosk->bell, 0, 0);
    assert_int_equal(journal_disk_create(&kiosk->disk), ERROR_OK);
    assert_int_equal(journal_open_memory(&journal, kiosk->disk, &trouble), ERROR_OK);
    assert_int_equal(store_create(&store, &journal, &trouble), ERROR_OK);
    assert_int_equal(setup_workshop(store,
                                    &(struct setup_new){.pack = &pack,
                                                        .title = "Ashby",
                                                        .schools = schools,
                                                        .school_count = SCHOOLS},
                                    &random, 1000, &trouble),
                     ERROR_OK);
    const struct model *model = store_model(store);
    for (school_id s = 1; s <= SCHOOLS; s++) {
        kiosk->people[s].school = s;
        uint16_t code = model_find_code(model, CODE_SCHOOL, s, 0);
        memcpy(kiosk->people[s].code, model->codes[code].symbols.bytes, CODE_LENGTH);
    }
    if (link_enet_listen(&link, "127.0.0.1", 0, 64, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    assert_int_equal(mailbox_create(&kiosk->box, ring, &kiosk->bell), ERROR_OK);
    struct host_parts parts = {
        .store = &store, .link = &link, .box = kiosk->box, .random = random, .backups = true};
    assert_int_equal(host_create(&kiosk->host, &parts, &trouble), ERROR_OK);
    for (unsigned v = 0; v < VIEWER_COUNT; v++)
        assert_int_equal(room_create(&kiosk->viewers[v].room), ERROR_OK);
    for (school_id s = 1; s <= SCHOOLS; s++) {
        struct participant *p = &kiosk->people[s];
        assert_int_equal(room_create(&p->room), ERROR_OK);
        assert_int_equal(link_enet_dial(&p->link, "127.0.0.1", host_port(kiosk->host), &trouble),
                         ERROR_OK);
    }
}

static void end(struct kiosk *kiosk)
{
    for (school_id s = 1; s <= SCHOOLS; s++) {
        link_destroy(&kiosk->people[s].link);
        room_destroy(&kiosk->people[s].room);
    }
    for (unsigned v = 0; v < VIEWER_COUNT; v++)
        room_destroy(&kiosk->viewers[v].room);
    host_destroy(&kiosk->host);
    mailbox_destroy(&kiosk->box);
    sem_destroy(&kiosk->bell);
    journal_disk_destroy(&kiosk->disk);
}

/* Serves presenter and people until `met` holds. */
static void run_until(struct kiosk *kiosk, bool (*met)(const struct kiosk *))
{
    static uint8_t bytes[WIRE_LETTER_MAX];
    int64_t until_ms = clock_monotonic() + PATIENCE_S * 1000;
    while (!met(kiosk)) {
        enum mailbox_viewer viewer;
        for (size_t length; (length = mailbox_take_letter(kiosk->box, &viewer, bytes)) > 0;) {
            struct letter_reader reader = participant_reader(&kiosk->viewers[viewer]);
            assert_true(letter_read(&reader, clock_monotonic(), bytes, length));
        }
        for (school_id s = 1; s <= SCHOOLS; s++)
            participant_serve(&kiosk->people[s]);
        assert_true(clock_monotonic() < until_ms);
    }
}

static bool all_seated(const struct kiosk *kiosk)
{
    unsigned seated = 0;
    for (school_id s = 1; s <= SCHOOLS; s++)
        seated += kiosk->people[s].caught_up && kiosk->people[s].seat;
    return seated == SCHOOLS && kiosk->viewers[VIEWER_PROJECTOR].room->schools[SCHOOLS].here == 1;
}

static bool all_seen(const struct kiosk *kiosk)
{
    const struct room *console = kiosk->viewers[VIEWER_FACILITATOR].room;
    for (school_id s = 1; s <= SCHOOLS; s++)
        for (condition_id c = 1; c <= 2; c++)
            if (!console->has_talk[c][s] || !kiosk->people[s].room->has_talk[c][s] ||
                kiosk->people[s].saved != 2)
                return false;
    return console->view.focus == 2 && kiosk->people[1].room->view.focus == 2;
}

/* ---- a vote while it runs */

enum { CHANGES = 8 }; /* each changes their mind so often */

static void call(struct kiosk *kiosk, uint32_t id, enum ballot_state state)
{
    struct command command = {.id = id,
                              .kind = COMMAND_SET_BALLOT,
                              .change.ballot_set = {.ballot = 1, .state = (uint8_t)state}};
    assert_true(mailbox_post_command(kiosk->box, &command));
}

static void prepare(struct kiosk *kiosk, uint32_t id)
{
    struct command command = {.id = id, .kind = COMMAND_ADD_BALLOT};
    struct ballot_content *content = &command.change.ballot.content;
    strcpy(content->question, "What first?");
    content->method = METHOD_DOTS;
    content->about = ABOUT_CONDITIONS;
    content->budget = content->limit = CHANGES;
    assert_true(mailbox_post_command(kiosk->box, &command));
}

static void vote(struct participant *p, uint32_t id, unsigned dots)
{
    struct command command = {
        .id = id, .kind = COMMAND_CAST_PAPER, .change.paper = {.ballot = 1, .slot = 1}};
    command.change.paper.marks.of[id % 2] = (uint8_t)dots;
    participant_ask(p, &command);
}

static bool everybody_sees(const struct kiosk *kiosk, enum ballot_state state)
{
    for (school_id s = 1; s <= SCHOOLS; s++)
        if (kiosk->people[s].room->ballots[1].state != state)
            return false;
    return kiosk->viewers[VIEWER_FACILITATOR].room->ballots[1].state == state &&
           kiosk->viewers[VIEWER_PROJECTOR].room->ballots[1].state == state;
}

static bool is_open(const struct kiosk *kiosk)
{
    return everybody_sees(kiosk, BALLOT_OPEN);
}

static bool all_voted(const struct kiosk *kiosk)
{
    for (school_id s = 1; s <= SCHOOLS; s++)
        if (kiosk->people[s].saved != 2 + CHANGES)
            return false;
    return kiosk->viewers[VIEWER_FACILITATOR].room->turnouts[1][0].voted == SCHOOLS;
}

static bool is_revealed(const struct kiosk *kiosk)
{
    return everybody_sees(kiosk, BALLOT_REVEALED) &&
           kiosk->people[1].room->ballot_tallies[1].papers == SCHOOLS &&
           kiosk->viewers[VIEWER_PROJECTOR].room->ballot_tallies[1].papers == SCHOOLS;
}

static void have_a_vote(struct kiosk *kiosk)
{
    prepare(kiosk, 2);
    call(kiosk, 3, BALLOT_OPEN);
    run_until(kiosk, is_open);
    for (uint32_t i = 1; i <= CHANGES; i++)
        for (school_id s = 1; s <= SCHOOLS; s++)
            vote(&kiosk->people[s], 2 + i, i);
    run_until(kiosk, all_voted);
    call(kiosk, 4, BALLOT_CLOSED);
    call(kiosk, 5, BALLOT_REVEALED);
    run_until(kiosk, is_revealed);
    const struct ballot_tally *tally = &kiosk->people[1].room->ballot_tallies[1];
    assert_int_equal(tally->points[1], SCHOOLS * CHANGES);
    assert_int_equal(tally->points[2], 0);
}

/* ---- errands */

static void thank(struct errand *errand, void *asker)
{
    (void)errand;
    ++*(unsigned *)asker;
}

static void begin_errand(struct errand *errand,
                         enum error (*run)(struct errand *, const struct errand_ground *,
                                           struct trouble *))
{
    *errand = (struct errand){.run = run, .back = thank, .error = ERROR_COUNT};
}

static enum error add_elm(struct errand *errand, const struct errand_ground *ground,
                          struct trouble *trouble)
{
    (void)errand;
    struct command command = {.kind = COMMAND_ADD_SCHOOL, .change.school.name = "Elm"};
    assert_int_equal(store_do(ground->store, SEAT_KIOSK, &command, ground->now_ms), REFUSAL_NONE);
    return store_commit(ground->store, trouble);
}

static enum error fail_kindly(struct errand *errand, const struct errand_ground *ground,
                              struct trouble *trouble)
{
    (void)errand, (void)ground;
    return trouble_set(trouble, ERROR_RANGE, "There is no room.");
}

static struct errand *taken_back;

static bool is_back(const struct kiosk *kiosk)
{
    if (!taken_back)
        taken_back = mailbox_take_errand(kiosk->box);
    return taken_back != NULL;
}

/* Posts an errand, finds that there is no place for another, and serves everybody until it is back.
 */
static void have_done(struct kiosk *kiosk, struct errand *errand)
{
    struct errand other = {0};
    unsigned thanks = 0;
    assert_true(mailbox_post_errand(kiosk->box, errand));
    assert_false(mailbox_post_errand(kiosk->box, &other));
    run_until(kiosk, is_back);
    assert_ptr_equal(taken_back, errand);
    taken_back->back(taken_back, &thanks);
    assert_int_equal(thanks, 1);
    taken_back = NULL;
}

static bool elm_is_seen(const struct kiosk *kiosk)
{
    return strcmp(kiosk->people[1].room->schools[SCHOOLS + 1].name, "Elm") == 0 &&
           strcmp(kiosk->viewers[VIEWER_PROJECTOR].room->schools[SCHOOLS + 1].name, "Elm") == 0;
}

static void have_errands_run(struct kiosk *kiosk)
{
    struct errand_copy copy = {0};
    struct errand errand;
    begin_errand(&copy.errand, errand_copy_run);
    have_done(kiosk, &copy.errand);
    assert_int_equal(copy.errand.error, ERROR_OK);
    assert_int_equal(copy.model->school_count, SCHOOLS);
    assert_int_equal(copy.model->ballots[1].state, BALLOT_REVEALED);
    model_destroy(&copy.model);
    begin_errand(&errand, add_elm);
    have_done(kiosk, &errand);
    assert_int_equal(errand.error, ERROR_OK);
    run_until(kiosk, elm_is_seen); /* nobody has to ask for it */
    begin_errand(&errand, fail_kindly);
    have_done(kiosk, &errand);
    assert_int_equal(errand.error, ERROR_RANGE);
    assert_string_equal(errand.trouble.text, "There is no room.");
}

static bool all_told(const struct kiosk *kiosk)
{
    for (school_id s = 1; s <= SCHOOLS; s++)
        if (kiosk->people[s].farewell != FAREWELL_CLOSING)
            return false;
    return true;
}

static void a_workshop_runs_on_two_threads(void **state)
{
    static struct kiosk kiosk;
    pthread_t thread;
    (void)state;
    begin(&kiosk);
    assert_int_equal(pthread_create(&thread, NULL, run_host, kiosk.host), 0);
    run_until(&kiosk, all_seated);
    for (school_id s = 1; s <= SCHOOLS; s++) {
        participant_rate(&kiosk.people[s], 1, 1);
        participant_rate(&kiosk.people[s], 2, 2);
    }
    struct command look = {.id = 1, .kind = COMMAND_LOOK, .change.view.focus = 2};
    assert_true(mailbox_post_command(kiosk.box, &look));
    run_until(&kiosk, all_seen);
    have_a_vote(&kiosk);
    have_errands_run(&kiosk);
    struct errand_copy last = {0};
    begin_errand(&last.errand, errand_copy_run);
    assert_true(mailbox_post_errand(kiosk.box, &last.errand));
    mailbox_post_end(kiosk.box);
    run_until(&kiosk, all_told);
    assert_int_equal(pthread_join(thread, NULL), 0);
    assert_ptr_equal(mailbox_take_errand(kiosk.box), &last.errand); /* before the end */
    assert_int_equal(last.model->school_count, SCHOOLS + 1);
    model_destroy(&last.model);
    assert_int_equal(host_dropped(kiosk.host), 0);
    end(&kiosk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_workshop_runs_on_two_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
