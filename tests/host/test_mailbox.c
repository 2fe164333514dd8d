/* The mailbox between the two threads of a kiosk. Meant for the tsan preset too, so it waits on
 * conditions only. */

#include <pthread.h>
#include <semaphore.h>
#include <string.h>
#include <time.h>

#include "host/mailbox.h"
#include "testing.h"

enum { ROUNDS = 20000, PATIENCE_S = 60 };

static void ring(void *bell)
{
    sem_post(bell);
}

static void wait_for_bell(sem_t *bell)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += PATIENCE_S;
    assert_int_equal(sem_timedwait(bell, &until), 0);
}

/* The host's end of the mailbox alone: every command comes back as a letter that names it. */
static void *echo(void *context)
{
    struct mailbox *box = context;
    struct command command;
    uint32_t expected = 0;
    while (!mailbox_ended(box))
        while (mailbox_take_command(box, &command)) {
            uint8_t bytes[sizeof command.id];
            if (command.id != ++expected)
                return NULL;
            memcpy(bytes, &command.id, sizeof bytes);
            while (!mailbox_post_letter(box, command.id % VIEWER_COUNT, bytes, sizeof bytes) &&
                   !mailbox_ended(box)) {
            }
        }
    return box;
}

static void every_message_comes_once_and_in_order(void **state)
{
    static uint8_t bytes[WIRE_LETTER_MAX];
    struct mailbox *box;
    pthread_t thread;
    sem_t bell;
    uint32_t posted = 0, taken = 0;
    (void)state;
    sem_init(&bell, 0, 0);
    assert_int_equal(mailbox_create(&box, ring, &bell), ERROR_OK);
    assert_int_equal(pthread_create(&thread, NULL, echo, box), 0);
    while (taken < ROUNDS) {
        struct command command = {.id = posted + 1};
        while (posted < ROUNDS && mailbox_post_command(box, &command))
            command.id = ++posted + 1;
        enum mailbox_viewer viewer;
        size_t length = mailbox_take_letter(box, &viewer, bytes);
        if (!length) {
            wait_for_bell(&bell);
            continue;
        }
        uint32_t id;
        assert_int_equal(length, sizeof id);
        memcpy(&id, bytes, sizeof id);
        assert_int_equal(id, ++taken);
        assert_int_equal(viewer, id % VIEWER_COUNT);
    }
    mailbox_post_end(box);
    void *sound;
    assert_int_equal(pthread_join(thread, &sound), 0);
    assert_ptr_equal(sound, box);
    assert_int_equal(mailbox_take_letter(box, &(enum mailbox_viewer){0}, bytes), 0);
    mailbox_destroy(&box);
    sem_destroy(&bell);
}

/* A full box says so, keeps what it has, and what is left in it is freed with it. */
static void a_full_box_says_so(void **state)
{
    static uint8_t bytes[WIRE_LETTER_MAX];
    struct mailbox *box;
    sem_t bell;
    unsigned commands = 0, letters = 0;
    (void)state;
    sem_init(&bell, 0, 0);
    assert_int_equal(mailbox_create(&box, ring, &bell), ERROR_OK);
    for (struct command command = {.id = 1}; mailbox_post_command(box, &command); command.id++)
        commands++;
    while (mailbox_post_letter(box, VIEWER_PROJECTOR, bytes, sizeof bytes))
        letters++;
    assert_in_range(commands, 16, 1024);
    assert_in_range(letters, 16, 1024);
    struct command first;
    assert_true(mailbox_take_command(box, &first));
    assert_int_equal(first.id, 1);
    enum mailbox_viewer viewer;
    assert_int_equal(mailbox_take_letter(box, &viewer, bytes), sizeof bytes);
    assert_true(mailbox_post_letter(box, VIEWER_PROJECTOR, bytes, 1));
    mailbox_destroy(&box);
    sem_destroy(&bell);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_message_comes_once_and_in_order),
        cmocka_unit_test(a_full_box_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
