/* Everything written at one key: the real kiosk on a screen, X in its console, and at once the key
 * that leaves. It stays until all is written, and the window goes on meanwhile. */

#include "programs/display.h"
#include "programs/process.h"
#include "testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ACCENT = 0x86387A, WIDTH = 1280, HEIGHT = 720 };

static const struct part whole = {0, 0, WIDTH, HEIGHT};

static struct evening {
    char folder[64];
    struct display screen;
    struct process kiosk;
} evening;

static int set_up(void **state)
{
    struct evening *e = *state = &evening;
    char screen[96];
    display_need_tools();
    assert_int_equal(system("mkdir -p '" PICTURES "'"), 0);
    strcpy(e->folder, "/tmp/plenary-e2e-XXXXXX");
    assert_non_null(mkdtemp(e->folder));
    display_calm_libraries();
    snprintf(screen, sizeof screen, "%s/screen", e->folder);
    assert_int_equal(mkdir(screen, 0700), 0);
    display_start(&e->screen, "writing", WIDTH, HEIGHT, screen);
    return 0;
}

static int tear_down(void **state)
{
    struct evening *e = *state;
    char command[96];
    process_kill_all();
    display_stop(&e->screen);
    free(e->kiosk.heard);
    snprintf(command, sizeof command, "rm -r '%s'", e->folder);
    return system(command);
}

static void open_kiosk(struct evening *e)
{
    char display[32], home[96], state[96], file[96], command[512];
    snprintf(file, sizeof file, "%s/review.plenary", e->folder);
    snprintf(command, sizeof command,
             "cp '" TEST_SOURCE_DIR "/../host/files/version-0.2.plenary' "
             "'%s'",
             file);
    assert_int_equal(system(command), 0);
    snprintf(display, sizeof display, "DISPLAY=%s", e->screen.number);
    snprintf(home, sizeof home, "HOME=%s", e->folder);
    snprintf(state, sizeof state, "XDG_STATE_HOME=%s", e->folder);
    const char *arguments[] = {DIES_WITH_US, "/usr/bin/env", display,   home,
                               state,        KIOSK,          file,      "--windowed",
                               "1280x720",   "--console",    "overlay", "--listen",
                               "127.0.0.1",  "--port",       "0",       NULL};
    process_start(&e->kiosk, "kiosk", arguments);
}

static bool is_there(const struct evening *e, const char *what)
{
    char path[256];
    struct stat there;
    snprintf(path, sizeof path, "%s/review-export/%s", e->folder, what);
    return stat(path, &there) == 0 && there.st_size > 0;
}

static void all_is_written_before_it_leaves(void **state)
{
    struct evening *e = *state;
    open_kiosk(e);
    display_expect(&e->screen, whole, ACCENT, 1, 90);
    display_press_and_see(&e->screen, "F2");
    display_press(&e->screen, "x ctrl+q");
    assert_int_equal(process_finish(&e->kiosk), 0);
    static const char *const files[] = {
        "for-the-cluster/review-cluster-summary.md",
        "for-the-local-authority/review-la.json",
        "for-the-facilitator/tables/ratings.csv",
        "schools/Dale, one-to-one, A review before votes.pdf",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (!is_there(e, files[i]))
            fail_msg("%s is not there", files[i]);
    assert_false(is_there(e, "for-the-cluster/tables/ratings.csv"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(all_is_written_before_it_leaves, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
