#include "testing.h"

#include "players/players.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What is in the players' way is said, and they try again when they are asked. No kiosk: what they
 * meet is a pack that is not there, or a port that nobody listens on. */

static struct {
    pthread_mutex_t lock;
    pthread_cond_t more;
    unsigned told;
    char newest[PLAYERS_TROUBLE_SIZE];
} heard = {.lock = PTHREAD_MUTEX_INITIALIZER, .more = PTHREAD_COND_INITIALIZER};

static void hear(void *context, const char *trouble)
{
    (void)context;
    pthread_mutex_lock(&heard.lock);
    heard.told++;
    snprintf(heard.newest, sizeof heard.newest, "%s", trouble);
    pthread_cond_broadcast(&heard.more);
    pthread_mutex_unlock(&heard.lock);
}

/* Until so much has been told; the test's time limit ends it otherwise. */
static void wait_for(unsigned told)
{
    pthread_mutex_lock(&heard.lock);
    while (heard.told < told)
        pthread_cond_wait(&heard.more, &heard.lock);
    pthread_mutex_unlock(&heard.lock);
}

static void a_broken_pack_is_said_and_tried_again(void **state)
{
    char path[] = "/tmp/plenary-players-XXXXXX.yaml", trouble[PLAYERS_TROUBLE_SIZE];
    struct players *players;
    int file = mkstemps(path, 5);
    (void)state;
    assert_true(file >= 0 && write(file, "id: [\n", 6) == 6);
    close(file);
    heard.told = 0;
    struct players_wish wish = {
        .pack = path, .host = "127.0.0.1", .port = 1, .code = "KTRM7XPD", .changed = hear};
    assert_int_equal(players_create(&players, &wish), ERROR_OK);
    wait_for(1);
    assert_true(players_trouble(players, trouble));
    if (!strstr(trouble, strrchr(path, '/') + 1))
        fail_msg("%s", trouble);
    if (!strstr(trouble, "line "))
        fail_msg("%s", trouble);
    unlink(path);
    players_again(players);
    wait_for(3); /* nothing any more, and then what it is now */
    assert_true(players_trouble(players, trouble));
    assert_null(strstr(trouble, "line "));
    assert_string_equal(trouble, heard.newest);
    players_destroy(&players);
    assert_null(players);
}

/* However often they are asked before they begin: from the first time on nothing is wrong. */
static void asked_twice_they_try_once(void **state)
{
    char trouble[PLAYERS_TROUBLE_SIZE];
    struct players *players;
    (void)state;
    heard.told = 0;
    struct players_wish wish = {.pack = "/nowhere/pack.yaml",
                                .host = "127.0.0.1",
                                .port = 1,
                                .code = "KTRM7XPD",
                                .changed = hear};
    assert_int_equal(players_create(&players, &wish), ERROR_OK);
    wait_for(1);
    pthread_mutex_lock(&heard.lock); /* they are held up where they say that they try again */
    players_again(players);
    assert_false(players_trouble(players, trouble));
    players_again(players);
    pthread_mutex_unlock(&heard.lock);
    wait_for(3);
    players_destroy(&players);
    assert_int_equal(heard.told, 3);
}

static void who_is_not_let_in_is_said(void **state)
{
    char trouble[PLAYERS_TROUBLE_SIZE];
    struct players *players;
    (void)state;
    heard.told = 0;
    struct players_wish wish = {.pack = "easy-cluster",
                                .host = "127.0.0.1",
                                .port = 1,
                                .code = "ABCDEFGH",
                                .changed = hear};
    assert_int_equal(players_create(&players, &wish), ERROR_OK);
    wait_for(1);
    assert_true(players_trouble(players, trouble));
    assert_non_null(strstr(trouble, "B"));
    players_destroy(&players);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_broken_pack_is_said_and_tried_again),
        cmocka_unit_test(asked_twice_they_try_once),
        cmocka_unit_test(who_is_not_let_in_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
