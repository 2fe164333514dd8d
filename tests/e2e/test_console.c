/* The kiosk with two windows on a wide screen: the projector's at the left, the facilitator's
 * console at the right. Keys in either do the same; what a facilitator on another machine asks for
 * (a text client) reaches both; an empty or held picture is the projector's alone. */

#include "programs/display.h"
#include "programs/process.h"
#include "testing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { PAPER = 0xF7F2EA, SURFACE = 0xFFFDF9, ACCENT = 0x86387A, WIDE = 3840, HIGH = 1080 };

/* Where things stand: the code's first letter in the lobby, the ring of a part's timer, the
 * console's button that goes on. */
static const struct part code_tile = {60, 560, 60, 60}, ring = {1250, 200, 560, 560},
                         stage = {0, 0, 1920, 1080}, next_button = {3240, 940, 40, 100};

static struct evening {
    char folder[64], port[8], facilitator_code[16];
    char home[96], state[96], workshops[128];
    struct display screen;
    struct process kiosk, facilitator;
} evening;

/* ---- the programs ---- */

static int set_up(void **state)
{
    struct evening *e = &evening;
    char screen[96];
    *state = e;
    display_need_tools();
    assert_int_equal(system("rm -rf '" PICTURES "' && mkdir '" PICTURES "'"), 0);
    strcpy(e->folder, "/tmp/plenary-e2e-XXXXXX");
    assert_non_null(mkdtemp(e->folder));
    snprintf(e->home, sizeof e->home, "HOME=%s", e->folder);
    snprintf(e->state, sizeof e->state, "XDG_STATE_HOME=%s", e->folder);
    snprintf(e->workshops, sizeof e->workshops, "PLENARY_WORKSHOPS=%s", e->folder);
    display_calm_libraries();
    snprintf(screen, sizeof screen, "%s/screen", e->folder);
    assert_int_equal(mkdir(screen, 0700), 0);
    display_start(&e->screen, "wide", WIDE, HIGH, screen);
    return 0;
}

static int tear_down(void **state)
{
    struct evening *e = *state;
    char command[96];
    process_kill_all();
    display_stop(&e->screen);
    free(e->kiosk.heard);
    free(e->facilitator.heard);
    snprintf(command, sizeof command, "rm -r '%s'", e->folder);
    return system(command);
}

static void open_kiosk(struct evening *e)
{
    char display[32];
    const char *arguments[] = {DIES_WITH_US, "/usr/bin/env",  display,
                               e->home,      e->state,        e->workshops,
                               KIOSK,        "--new",         "cluster-workshop",
                               "--schools",  "Ashby,Birch",   "--windowed",
                               "1920x1080",  "--console",     "window",
                               "--listen",   "127.0.0.1",     "--port",
                               "0",          "--print-codes", NULL};
    snprintf(display, sizeof display, "DISPLAY=%s", e->screen.number);
    process_start(&e->kiosk, "kiosk", arguments);
    process_value(e->port, sizeof e->port, process_expect(&e->kiosk, "listening port="), "port");
    assert_true(process_value(e->facilitator_code, sizeof e->facilitator_code,
                              process_expect(&e->kiosk, "code kind=facilitator"), "code"));
}

static void join_from_elsewhere(struct evening *e)
{
    char at[32], state[96];
    snprintf(at, sizeof at, "127.0.0.1:%s", e->port);
    snprintf(state, sizeof state, "%s/facilitator", e->folder);
    const char *arguments[] = {CLIENT,    "--text", "--join", e->facilitator_code, "--at", at,
                               "--state", state,    NULL};
    process_start(&e->facilitator, "facilitator", arguments);
    process_expect(&e->facilitator, "room complete");
}

/* Gives the keyboard to the window of that title. */
static void focus(const struct evening *e, const char *title)
{
    char command[256];
    snprintf(command, sizeof command,
             "DISPLAY=%s xdotool search --sync --name '%s' windowfocus --sync", e->screen.number,
             title);
    assert_int_equal(system(command), 0);
}

/* ---- the evening ---- */

static const char console_title[] = "for the facilitator",
                  stage_title[] = "Cluster review workshop";

static void keys_in_either_window_do_the_same(struct evening *e)
{
    focus(e, console_title);
    display_press(&e->screen, "Right");
    process_expect(&e->facilitator, "agenda item=1 step=1 ");
    display_expect(&e->screen, ring, ACCENT, 5, 40);
    focus(e, stage_title);
    display_press(&e->screen, "Next"); /* a clicker's */
    process_expect(&e->facilitator, "agenda item=1 step=2 ");
    focus(e, console_title);
    display_press(&e->screen, "Prior");
    process_expect(&e->facilitator, "agenda item=1 step=1 ");
    display_save(&e->screen, "two-windows");
}

static void an_empty_picture_is_the_projectors_alone(struct evening *e)
{
    focus(e, console_title);
    display_press(&e->screen, "b");
    process_expect(&e->facilitator, "blank=yes");
    display_expect(&e->screen, stage, PAPER, 100, 100);
    assert_true(display_share(&e->screen, next_button, ACCENT) > 50);
    display_save(&e->screen, "blank");
    process_say(&e->facilitator, "blank off"); /* from the other machine */
    display_expect(&e->screen, ring, ACCENT, 5, 40);
}

static void a_held_picture_stays_while_the_room_goes_on(struct evening *e)
{
    process_say(&e->facilitator, "freeze on");
    process_expect(&e->facilitator, "frozen=yes");
    display_press(&e->screen, "Right Right");
    process_expect(&e->facilitator, "agenda item=1 step=3 ");
    display_expect(&e->screen, ring, ACCENT, 5, 40);
    display_save(&e->screen, "held");
    process_say(&e->facilitator, "goto 0");
    process_expect(&e->facilitator, "agenda item=0 ");
    process_say(&e->facilitator, "freeze off");
    display_expect(&e->screen, code_tile, SURFACE, 30, 100);
}

static void the_kiosk_has_two_windows(void **state)
{
    struct evening *e = *state;
    open_kiosk(e);
    display_expect(&e->screen, code_tile, SURFACE, 30, 100);
    display_expect(&e->screen, next_button, ACCENT, 50, 100);
    join_from_elsewhere(e);
    keys_in_either_window_do_the_same(e);
    an_empty_picture_is_the_projectors_alone(e);
    a_held_picture_stays_while_the_room_goes_on(e);
    assert_int_equal(process_finish(&e->facilitator), 0);
    assert_int_equal(process_kill(&e->kiosk, SIGTERM), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_kiosk_has_two_windows, set_up, tear_down),
    };
    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
