/* The windows, driven as people would: by keys alone, on screens of their own. A kiosk is opened, a
 * review begun; somebody joins in a window, rates, is lost and comes back; the facilitator's keys
 * go through the morning. Whether a key did what it should is asked of another audience, a
 * facilitator in text, wherever it can tell; of the screen only what nobody else knows. A picture
 * is kept of every step in PICTURES, for people to look at. */

#include "programs/display.h"
#include "programs/process.h"
#include "testing.h"

#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The theme's colours that are looked for, light but for one. */
enum {
    PAPER = 0xF7F2EA,
    PAPER_DARK = 0x1D181F,
    SURFACE = 0xFFFDF9,
    SUNKEN = 0xECE4D8,
    ACCENT = 0x86387A,
    MEDIUM = 0x6AA594,
};

enum { BIRCH = 1, SCHOOLS = 3, WIDE = 1920, HIGH = 1080, CLIENT_WIDE = 1100, CLIENT_HIGH = 760 };

static const char *const schools[SCHOOLS] = {"Ashby", "Birch", "Castle"};

/* Where a thing stands alone on its screen. */
enum {
    START_CARD_X = 1200, /* the card of a new review, right of its words */
    START_CARD_Y = 230,
    BACK_X = 72, /* the button Back of the page that asks */
    BACK_Y = 1030,
    BEGIN_X = 1690, /* and Begin */
    BEGIN_Y = 1036,
    TILE_X = 80, /* the first letter of the room's code in the lobby */
    TILE_Y = 600,
    PANEL_X = 960, /* the list of keys, right of its title */
    PANEL_Y = 130,
    CORNER = 4,
    MINIATURE_X = 60, /* the join screen's picture of where to look */
    MINIATURE_Y = 410,
    FOUND_X = 960, /* its list of the kiosks that were found */
    FOUND_Y = 430,
    ADDRESS_X = 499, /* the ring round its address */
    ADDRESS_Y = 148,
    JOIN_X = 520, /* its button */
    JOIN_Y = 580,
    TAKE_X = 520, /* the button that takes the seat, off until there is a name */
    TAKE_Y = 366,
    YES_CARD_X = 44, /* consent: yes */
    YES_CARD_Y = 300,
    FIVE_X = 460, /* the slot of 5, beside its figure */
    FIVE_Y = 290,
    GOAL_X = 700, /* the flag over 7 */
    GOAL_Y = 236,
    HEADER_X = 400,
    HEADER_Y = 8,
    ALONE_X = 344, /* the one seat away from the table when the connection is lost */
    ALONE_Y = 370,
};

struct morning {
    char folder[64], workshops[80], file[128], port[8];
    char codes[SCHOOLS][16], facilitator_code[16];
    char home[96], state[96], workshops_set[128]; /* NAME=VALUE */
    struct display front, laptop;
    struct process kiosk, client, facilitator, others[SCHOOLS];
};

static struct morning morning;

/* ---- the programs ---- */

static void make_folder(const struct morning *m, const char *name)
{
    char path[96];
    snprintf(path, sizeof path, "%s/%s", m->folder, name);
    assert_int_equal(mkdir(path, 0700), 0);
}

static void start_display(struct morning *m, struct display *display, const char *name, int width,
                          int height)
{
    char path[96];
    make_folder(m, name);
    snprintf(path, sizeof path, "%s/%s", m->folder, name);
    display_start(display, name, width, height, path);
}

static int set_up(void **state)
{
    struct morning *m = &morning;
    *state = m;
    display_need_tools();
    strcpy(m->folder, "/tmp/plenary-e2e-XXXXXX");
    assert_non_null(mkdtemp(m->folder));
    assert_int_equal(system("rm -rf '" PICTURES "' && mkdir '" PICTURES "'"), 0);
    snprintf(m->workshops, sizeof m->workshops, "%s/workshops", m->folder);
    snprintf(m->home, sizeof m->home, "HOME=%s", m->folder);
    snprintf(m->state, sizeof m->state, "XDG_STATE_HOME=%s/state", m->folder);
    snprintf(m->workshops_set, sizeof m->workshops_set, "PLENARY_WORKSHOPS=%s/workshops",
             m->folder);
    display_calm_libraries();
    make_folder(m, "state");
    start_display(m, &m->front, "front", WIDE, HIGH);
    start_display(m, &m->laptop, "laptop", CLIENT_WIDE, CLIENT_HIGH);
    return 0;
}

static int tear_down(void **state)
{
    struct morning *m = *state;
    char command[96];
    process_kill_all();
    display_stop(&m->front);
    display_stop(&m->laptop);
    free(m->kiosk.heard);
    free(m->client.heard);
    free(m->facilitator.heard);
    for (int s = 0; s < SCHOOLS; s++)
        free(m->others[s].heard);
    snprintf(command, sizeof command, "rm -r '%s'", m->folder);
    return system(command);
}

static void start_kiosk(struct morning *m)
{
    char display[32];
    const char *arguments[] = {DIES_WITH_US,
                               "/usr/bin/env",
                               display,
                               m->home,
                               m->state,
                               m->workshops_set,
                               KIOSK,
                               "--windowed",
                               "1920x1080",
                               "--listen",
                               "127.0.0.1",
                               "--port",
                               m->port[0] ? m->port : "0",
                               "--print-codes",
                               m->file[0] ? m->file : NULL,
                               NULL};
    snprintf(display, sizeof display, "DISPLAY=%s", m->front.number);
    process_start(&m->kiosk, "kiosk", arguments);
}

static void start_client(struct morning *m)
{
    char display[32];
    const char *arguments[] = {DIES_WITH_US, "/usr/bin/env", display,   m->home, m->state, CLIENT,
                               "--windowed", "1100x760",     "--theme", "light", NULL};
    snprintf(display, sizeof display, "DISPLAY=%s", m->laptop.number);
    process_start(&m->client, "client", arguments);
}

/* A person without a window. */
static void start_text(struct morning *m, struct process *person, const char *name,
                       const char *code)
{
    char at[32], state[96];
    snprintf(at, sizeof at, "127.0.0.1:%s", m->port);
    snprintf(state, sizeof state, "%s/%s", m->folder, name);
    const char *arguments[] = {CLIENT, "--text",  "--join", code, "--at",
                               at,     "--state", state,    NULL};
    process_start(person, name, arguments);
    process_expect(person, "room complete");
}

/* ---- the morning, part by part ---- */

static void begin_a_review(struct morning *m)
{
    const struct display *front = &m->front;
    start_kiosk(m);
    display_expect_at(front, START_CARD_X, START_CARD_Y, ACCENT);
    display_save(front, "start");
    display_press(front, "Return");
    display_expect_at(front, BACK_X, BACK_Y, SURFACE);
    display_save(front, "asking");
    display_press(front, "Return"); /* from the title to the schools */
    display_type(front, "Ashby,Birch,Castle");
    display_press(front, "Return");
    display_expect_at(front, BEGIN_X, BEGIN_Y, ACCENT);
    display_save(front, "asked");
    display_press(front, "Tab Tab Tab Return"); /* past the list and Back, to Begin */
    process_value(m->port, sizeof m->port, process_expect(&m->kiosk, "listening port="), "port");
    assert_true(process_value(m->facilitator_code, sizeof m->facilitator_code,
                              process_expect(&m->kiosk, "code kind=facilitator"), "code"));
    for (int s = 0; s < SCHOOLS; s++) {
        char wanted[64];
        snprintf(wanted, sizeof wanted, "kind=school school=\"%s\"", schools[s]);
        assert_true(process_value(m->codes[s], 16, process_expect(&m->kiosk, wanted), "code"));
    }
    display_expect_at(front, TILE_X, TILE_Y, SURFACE);
    display_save(front, "lobby");
}

/* The workshop's file, wherever it was put among the workshops. */
static void find_file(struct morning *m)
{
    char pattern[96];
    glob_t found;
    snprintf(pattern, sizeof pattern, "%s/*.plenary", m->workshops);
    assert_int_equal(glob(pattern, 0, NULL, &found), 0);
    assert_int_equal(found.gl_pathc, 1);
    assert_true(strlen(found.gl_pathv[0]) < sizeof m->file);
    strcpy(m->file, found.gl_pathv[0]);
    globfree(&found);
}

/* A kiosk calls out to this machine, so the address may stand there already, of this kiosk or of
 * another one: the keyboard goes to the field, and what stands there is typed over. */
static void type_address(struct morning *m)
{
    enum { TABS_MOST = 12 };
    const struct display *laptop = &m->laptop;
    const struct part ring = {ADDRESS_X, ADDRESS_Y, 2, 8};
    char address[32];
    display_expect_at(laptop, FOUND_X, FOUND_Y, SURFACE);
    for (int tab = 0; tab < TABS_MOST && display_share(laptop, ring, ACCENT) == 0; tab++)
        display_press_and_see(laptop, "Tab");
    display_expect(laptop, ring, ACCENT, 50, 100);
    display_press(laptop, "ctrl+a");
    snprintf(address, sizeof address, "127.0.0.1:%s", m->port);
    display_type(laptop, address);
    display_press(laptop, "Return"); /* to the code */
}

static void join(struct morning *m)
{
    const struct display *laptop = &m->laptop;
    start_client(m);
    display_expect_at(laptop, MINIATURE_X, MINIATURE_Y, ACCENT);
    display_save(laptop, "join");
    type_address(m);
    display_type(laptop, m->codes[BIRCH]);
    display_expect_at(laptop, JOIN_X, JOIN_Y, ACCENT);
    display_save(laptop, "code");
    display_press(laptop, "Return");
    process_expect(&m->facilitator, "role=school school=\"Birch\"");
    display_expect_at(laptop, TAKE_X, TAKE_Y, SUNKEN);
    display_save(laptop, "seat");
    display_type(laptop, "Pat Lane");
    display_press(laptop, "Return");
    process_expect(&m->facilitator, "school=\"Birch\" name=\"Pat Lane\"");
}

static void consent_and_rate(struct morning *m)
{
    const struct display *laptop = &m->laptop;
    display_expect_at(laptop, YES_CARD_X, YES_CARD_Y, SURFACE);
    display_save(laptop, "consent");
    display_press(laptop, "space Tab Tab Return"); /* yes; past the authority, to Save */
    process_expect(&m->facilitator, "consent school=\"Birch\" room=yes summary=yes");
    display_expect_at(laptop, FIVE_X, FIVE_Y, SURFACE);
    display_save(laptop, "rate");
    display_press(laptop, "5 Tab 7");
    display_expect_at(laptop, GOAL_X, GOAL_Y, ACCENT);
    display_save(laptop, "rating");
    display_press(laptop, "Return");
    process_expect(&m->facilitator, "rating school=\"Birch\" condition=1 now=5 target=7");
    display_save(laptop, "proposed");
    process_say(&m->facilitator, "agree Birch 1");
    display_expect_at(laptop, FIVE_X, FIVE_Y, MEDIUM);
    display_save(laptop, "agreed");
}

/* The program ends in the middle; started again it goes to the seat it had. */
static void close_and_open_again(struct morning *m)
{
    const struct display *laptop = &m->laptop;
    assert_int_equal(process_kill(&m->client, SIGTERM), 0);
    process_expect(&m->facilitator, "name=\"Pat Lane\" speaks=yes here=no");
    start_client(m);
    process_expect(&m->facilitator, "name=\"Pat Lane\" speaks=yes here=yes");
    display_expect_at(laptop, HEADER_X, HEADER_Y, SURFACE);
    display_save(laptop, "again");
}

static void go_to_the_grid(struct morning *m)
{
    enum { STEPS_MOST = 20 };
    bool there = false;
    for (int step = 0; step < STEPS_MOST && !there; step++) {
        display_press(&m->front, "Right");
        const char *line = process_expect(&m->facilitator, "agenda item=");
        char stage[16];
        assert_true(process_value(stage, sizeof stage, line, "stage"));
        there = strcmp(stage, "grid") == 0;
    }
    assert_true(there);
    display_save(&m->front, "grid-without-names");
    for (int s = 0; s < SCHOOLS; s++) {
        if (s == BIRCH)
            continue;
        start_text(m, &m->others[s], schools[s], m->codes[s]);
        process_say(&m->others[s], "rate 1 %d 9 12", 3 + s);
        process_expect(&m->others[s], "saved");
        process_say(&m->others[s], "consent yes");
    }
    process_expect(&m->others[0], "names shown=yes");
    display_save(&m->front, "grid");
}

static void press_the_keys_of_the_grid(struct morning *m)
{
    const struct display *front = &m->front;
    const struct part whole = {0, 0, WIDE, HIGH};
    display_press(front, "r");
    process_expect(&m->facilitator, "view targets=yes");
    display_save(front, "targets");
    display_press(front, "t");
    display_expect_at(front, CORNER, CORNER, PAPER_DARK);
    display_save(front, "dark");
    display_press(front, "t");
    display_expect_at(front, CORNER, CORNER, PAPER);
    display_press(front, "b");
    display_expect(front, whole, PAPER, 100, 100);
    display_save(front, "blank");
    display_press(front, "b");
    display_expect(front, whole, PAPER, 1, 99);
    display_press(front, "p");
    process_expect(&m->facilitator, "timer running=no");
    display_save(front, "paused");
    display_press(front, "question");
    display_expect_at(front, PANEL_X, PANEL_Y, SURFACE);
    display_save(front, "keys");
    display_press(front, "Escape");
    display_expect_not_at(front, PANEL_X, PANEL_Y, SURFACE);
}

static void lose_the_kiosk_and_come_back(struct morning *m)
{
    find_file(m);
    assert_int_equal(process_kill(&m->kiosk, SIGKILL), 128 + SIGKILL);
    display_expect_at(&m->laptop, ALONE_X, ALONE_Y, ACCENT);
    display_save(&m->laptop, "lost");
    start_kiosk(m);
    process_expect(&m->kiosk, "listening port=");
    process_expect(&m->facilitator, "connection state=up");
    display_expect_not_at(&m->laptop, ALONE_X, ALONE_Y, ACCENT);
    display_save(&m->laptop, "back");
    display_save(&m->front, "back");
    display_press(&m->front, "ctrl+q");
    assert_int_equal(process_finish(&m->kiosk), 0);
}

static void a_morning_by_keys_alone(void **state)
{
    struct morning *m = *state;
    begin_a_review(m);
    start_text(m, &m->facilitator, "facilitator", m->facilitator_code);
    join(m);
    consent_and_rate(m);
    close_and_open_again(m);
    go_to_the_grid(m);
    press_the_keys_of_the_grid(m);
    lose_the_kiosk_and_come_back(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_morning_by_keys_alone, set_up, tear_down),
    };
    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
