/* The disk fills up while people work: what is asked then is refused as not saved, the facilitator
 * is told why, and once there is room again all goes on, with nothing lost that was receipted. And
 * a workshop file that may only be read: the kiosk says so, and what to do.
 *
 * The disk is a small one in memory (tmpfs), mounted where only this test sees it. Where that is
 * not permitted, a limit on the size of the kiosk's files does as a full disk; a file that may only
 * be read is then left out. */

#include "faults/people.h"
#include "testing.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PEOPLE = 8, BEFORE = 60, REFUSED = 40, AFTER = 100, OUTPUT_SIZE = 2048 };

static struct {
    bool can_mount;
    char disk[64], ballast[96];
    struct venue venue;
    struct people people;
    struct figures figures;
} it;

/* Mounts of our own, for this process and those it starts. */
static bool enter_own_mounts(void)
{
    return venue_enter_own(CLONE_NEWNS) && mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

/* ---- full */

static void fill_disk(void)
{
    static const char block[4096];
    if (!it.can_mount) {
        const struct rlimit limit = {64 * 1024, RLIM_INFINITY}; /* less than the log has by now */
        assert_int_equal(prlimit(it.venue.kiosk.pid, RLIMIT_FSIZE, &limit, NULL), 0);
        return;
    }
    int file = open(it.ballast, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    assert_true(file >= 0);
    for (size_t size = sizeof block; size > 0; size /= 2)
        while (write(file, block, size) == (ssize_t)size)
            ;
    assert_int_equal(errno, ENOSPC);
    close(file);
}

static void free_disk(void)
{
    const struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};
    if (it.can_mount)
        assert_int_equal(unlink(it.ballast), 0);
    else
        assert_int_equal(prlimit(it.venue.kiosk.pid, RLIMIT_FSIZE, &limit, NULL), 0);
}

/* Until so many things have been refused as not saved: the log has some room of its own at first.
 */
static void go_on_until_refused(void)
{
    unsigned until = it.people.not_saved + REFUSED;
    double patience = venue_ms() + PATIENCE_MS;
    while (it.people.not_saved < until) {
        people_stir(&it.people, 1, 1);
        assert_true(venue_ms() < patience);
    }
    people_settle(&it.people);
}

static void full_and_freed(const char *fault, void (*meanwhile)(void))
{
    figures_begin(&it.figures, fault);
    people_stir(&it.people, BEFORE, 2);
    people_settle(&it.people);
    size_t from = it.venue.facilitator.length;
    fill_disk();
    go_on_until_refused();
    venue_expect(&it.venue.facilitator, from, "trouble text=\"Nothing is being saved");
    meanwhile();
    from = it.venue.facilitator.length;
    free_disk();
    double freed_ms = venue_ms();
    unsigned refused = it.people.refused, saved = it.people.saved;
    while (it.people.saved == saved)
        people_stir(&it.people, 1, 1);
    figures_count(&it.figures, "recover_ms", (unsigned long)(venue_ms() - freed_ms));
    venue_expect(&it.venue.facilitator, from, "trouble text=\"\"");
    refused = it.people.refused;
    people_stir(&it.people, AFTER, 2);
    people_settle(&it.people);
    assert_int_equal(it.people.refused, refused);
    assert_int_equal(it.people.refused, it.people.not_saved);
    assert_int_equal(process_kill(&it.venue.kiosk, SIGTERM), 0);
    venue_assert_sound(&it.venue);
    people_tell(&it.people, &it.figures);
    figures_write(&it.figures);
}

/* Who comes in only now is told that there is a kiosk. */
static void a_newcomer_is_turned_away(void)
{
    static struct process newcomer;
    venue_client(&it.venue, &newcomer, "newcomer", it.venue.school_code[0], 0);
    venue_expect(&newcomer, 0, "ended reason=turned-away");
    process_kill(&newcomer, SIGKILL);
    free(newcomer.heard);
    newcomer.heard = NULL;
}

static void refused_while_full_and_well_afterwards(void **state)
{
    (void)state;
    full_and_freed("disk-full", a_newcomer_is_turned_away);
}

/* It ends in the worst moment, and is started again while there is still no room. */
static void kill_and_start_again(void)
{
    people_say(&it.people, 1);
    assert_int_equal(process_kill(&it.venue.kiosk, SIGKILL), 128 + SIGKILL);
    people_hear(&it.people, 0);
    struct people_found found = people_look_up(&it.people);
    assert_int_equal(found.lost + found.doubled + found.denied, 0);
    free_disk();
    venue_open(&it.venue);
    people_settle(&it.people);
    fill_disk();
    go_on_until_refused();
}

static void killed_while_full(void **state)
{
    (void)state;
    full_and_freed("disk-full-and-killed", kill_and_start_again);
}

/* ---- to be read only */

static int run(char output[OUTPUT_SIZE], const char *before)
{
    char command[512];
    snprintf(command, sizeof command,
             "%s timeout 20 '%s' '%s' --headless --listen 127.0.0.1 --port 0 2>&1 </dev/null",
             before, KIOSK, it.venue.file);
    FILE *out = popen(command, "r");
    assert_non_null(out);
    output[fread(output, 1, OUTPUT_SIZE - 1, out)] = '\0';
    return pclose(out);
}

static void told_that_it_may_only_be_read(const char *before)
{
    char output[OUTPUT_SIZE];
    assert_int_not_equal(run(output, before), 0);
    print_message("%s", output);
    assert_non_null(strstr(output, "may only be read. "));
}

static void a_file_that_may_only_be_read(void **state)
{
    (void)state;
    figures_begin(&it.figures, "read-only");
    people_stir(&it.people, BEFORE, 2);
    people_settle(&it.people);
    assert_int_equal(process_kill(&it.venue.kiosk, SIGTERM), 0);
    if (!it.can_mount)
        skip();
    assert_int_equal(mount(NULL, it.disk, NULL, MS_REMOUNT | MS_RDONLY, NULL), 0);
    told_that_it_may_only_be_read("");
    assert_int_equal(mount(NULL, it.disk, NULL, MS_REMOUNT, NULL), 0);
    if (getuid() == 0 && system("setpriv --reuid 65534 true 2>/dev/null") == 0) {
        assert_int_equal(chmod(it.venue.folder, 0755), 0);
        assert_int_equal(chmod(it.disk, 0777), 0);
        assert_int_equal(chmod(it.venue.file, 0444), 0); /* to be read, by somebody else */
        told_that_it_may_only_be_read("setpriv --reuid 65534 --regid 65534 --clear-groups");
        assert_int_equal(chmod(it.disk, 0555), 0);
        told_that_it_may_only_be_read("setpriv --reuid 65534 --regid 65534 --clear-groups");
        assert_int_equal(chmod(it.disk, 0700), 0);
        assert_int_equal(chmod(it.venue.file, 0600), 0);
    }
    double freed_ms = venue_ms();
    venue_open(&it.venue);
    people_stir(&it.people, 1, 1);
    figures_count(&it.figures, "recover_ms", (unsigned long)(venue_ms() - freed_ms));
    people_settle(&it.people);
    assert_int_equal(process_kill(&it.venue.kiosk, SIGTERM), 0);
    venue_assert_sound(&it.venue);
    people_tell(&it.people, &it.figures);
    figures_write(&it.figures);
    assert_int_equal(it.people.refused, 0);
}

static int set_up(void **state)
{
    (void)state;
    memset(&it.people, 0, sizeof it.people);
    venue_begin(&it.venue, NULL);
    snprintf(it.disk, sizeof it.disk, "%.40s/disk", it.venue.folder);
    snprintf(it.ballast, sizeof it.ballast, "%s/ballast", it.disk);
    snprintf(it.venue.file, sizeof it.venue.file, "%s/review.plenary", it.disk);
    assert_int_equal(mkdir(it.disk, 0700), 0);
    if (it.can_mount)
        assert_int_equal(mount("none", it.disk, "tmpfs", 0, "size=4m,mode=700"), 0);
    venue_open(&it.venue);
    venue_begin_vote(&it.venue);
    people_come(&it.people, &it.venue, PEOPLE, 6);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    process_kill_all();
    if (it.can_mount && umount(it.disk) != 0)
        print_message("%s is left\n", it.disk);
    venue_end(&it.venue);
    people_end(&it.people);
    return 0;
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(refused_while_full_and_well_afterwards),
        TEST(killed_while_full),
        TEST(a_file_that_may_only_be_read),
    };
#undef TEST
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* what it starts ignores it too */
    it.can_mount = !getenv("PLENARY_FAULT_NO_MOUNT") && enter_own_mounts();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
