/* A rehearsal driven to its end by script: the kiosk begins a pack and plays its roles, a
 * facilitator in text leads them through the agenda at twenty times the pace of people, calls up
 * what is difficult, pauses and steps, and a person takes a role over with a real client. A picture
 * of the big screen is kept of every step. One pack is run unless PLENARY_REHEARSALS=all. */

#include "programs/display.h"
#include "programs/process.h"
#include "testing.h"

#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

enum { WIDE = 1920, HIGH = 1080, BUSY_MS = 180000 };

/* A pack, and how many play in it. */
struct cast {
    const char *pack;
    long roles;
};

struct rehearsal {
    const struct cast *cast;
    char folder[64], port[8], room_code[16], facilitator_code[16], file[160];
    char home[96], state[96], workshops[128];
    struct display front;
    struct process kiosk, facilitator, person;
};

static struct rehearsal rehearsal;

/* ---- what the facilitator has been told */

/* The last whole line said that contains all of `words`, which are separated by bars; NULL: none.
 * Borrowed until more is heard. */
static const char *last_line(const struct process *p, const char *words, size_t *length)
{
    const char *end = p->heard ? p->heard + p->length : NULL;
    while (end && end > p->heard) {
        const char *start = end - 1;
        while (start > p->heard && start[-1] != '\n')
            start--;
        char line[8192], wanted[160];
        snprintf(line, sizeof line, "%.*s", (int)(end - start), start);
        snprintf(wanted, sizeof wanted, "%s", words);
        bool all = end[-1] == '\n';
        for (char *word = strtok(wanted, "|"); all && word; word = strtok(NULL, "|"))
            all = strstr(line, word);
        if (all) {
            *length = (size_t)(end - start);
            return start;
        }
        end = start;
    }
    return NULL;
}

/* The number that the last such line gives for `key`; -1: there is none. */
static long latest(const struct process *p, const char *words, const char *key)
{
    char value[32], line[8192];
    size_t length;
    const char *found = last_line(p, words, &length);
    if (!found)
        return -1;
    snprintf(line, sizeof line, "%.*s", (int)length, found);
    return process_value(value, sizeof value, line, key) ? strtol(value, NULL, 10) : -1;
}

static void wait_for(struct process *p, const char *words, const char *key, long least)
{
    for (int waited = 0; latest(p, words, key) < least; waited += 50) {
        if (waited > BUSY_MS)
            fail_msg("%s: \"%s\" %s is %ld, not %ld", p->name, words, key, latest(p, words, key),
                     least);
        process_listen(50);
    }
}

/* How many lines begin so, of what has been said since `from`. */
static long count_lines(const struct process *p, size_t from, const char *beginning,
                        const char *with)
{
    long count = 0;
    for (const char *at = p->heard + from; at && *at; at = strchr(at, '\n'), at += at != NULL) {
        const char *end = strchr(at, '\n');
        char line[8192];
        if (!end)
            break;
        snprintf(line, sizeof line, "%.*s", (int)(end - at), at);
        count += strncmp(line, beginning, strlen(beginning)) == 0 && strstr(line, with);
    }
    return count;
}

static void wait_for_lines(struct process *p, size_t from, const char *beginning, const char *with,
                           long least)
{
    for (int waited = 0; count_lines(p, from, beginning, with) < least; waited += 50) {
        if (waited > BUSY_MS)
            fail_msg("%s said %ld times \"%s...%s\", not %ld", p->name,
                     count_lines(p, from, beginning, with), beginning, with, least);
        process_listen(50);
    }
}

/* ---- the programs */

static void start(struct rehearsal *r)
{
    char display[32];
    const char *arguments[] = {DIES_WITH_US, "/usr/bin/env",  display,
                               r->home,      r->state,        r->workshops,
                               KIOSK,        "--rehearse",    r->cast->pack,
                               "--windowed", "1920x1080",     "--reduced-motion",
                               "--listen",   "127.0.0.1",     "--port",
                               "0",          "--print-codes", NULL};
    snprintf(display, sizeof display, "DISPLAY=%s", r->front.number);
    process_start(&r->kiosk, "kiosk", arguments);
    process_value(r->port, sizeof r->port, process_expect(&r->kiosk, "listening port="), "port");
    process_value(r->room_code, 16, process_expect(&r->kiosk, "code kind=room"), "code");
    process_value(r->facilitator_code, 16, process_expect(&r->kiosk, "code kind=facilitator"),
                  "code");
}

static void sit_down(struct rehearsal *r, struct process *p, const char *name, const char *code)
{
    char at[32], state[160];
    snprintf(at, sizeof at, "127.0.0.1:%s", r->port);
    snprintf(state, sizeof state, "%s/%s", r->folder, name);
    const char *arguments[] = {CLIENT,    "--text", "--join", code, "--at", at,
                               "--state", state,    "--name", name, NULL};
    process_start(p, name, arguments);
    process_expect(p, "room complete");
    process_expect(p, "saved id=1");
}

static int set_up(void **state)
{
    struct rehearsal *r = &rehearsal;
    const struct cast *cast = *state;
    char path[96];
    *r = (struct rehearsal){.cast = cast, .folder = "/tmp/plenary-e2e-XXXXXX"};
    *state = r;
    display_need_tools();
    assert_non_null(mkdtemp(r->folder));
    assert_int_equal(system("mkdir -p '" PICTURES "'"), 0);
    snprintf(r->home, sizeof r->home, "HOME=%s", r->folder);
    snprintf(r->state, sizeof r->state, "XDG_STATE_HOME=%s/state", r->folder);
    snprintf(r->workshops, sizeof r->workshops, "PLENARY_WORKSHOPS=%s/workshops", r->folder);
    display_calm_libraries();
    snprintf(path, sizeof path, "%s/front", r->folder);
    assert_int_equal(mkdir(path, 0700), 0);
    display_start(&r->front, cast->pack, WIDE, HIGH, path);
    return 0;
}

static int tear_down(void **state)
{
    struct rehearsal *r = *state;
    char command[96];
    process_kill_all();
    display_stop(&r->front);
    free(r->kiosk.heard);
    free(r->facilitator.heard);
    free(r->person.heard);
    snprintf(command, sizeof command, "rm -r '%s'", r->folder);
    return system(command);
}

/* ---- the hour, part by part */

static void come_in(struct rehearsal *r)
{
    struct process *facilitator = &r->facilitator;
    sit_down(r, facilitator, "facilitator", r->facilitator_code);
    assert_true(process_has_said(facilitator, 0, "rehearsal paused=no"));
    process_ask(facilitator, "pace 20");
    wait_for_lines(facilitator, 0, "role id=", "scripted=yes", r->cast->roles);
    display_save(&r->front, "lobby");
    process_ask(facilitator, "goto 1.1");
    display_save(&r->front, "welcome");
    process_ask(facilitator, "goto 1.2");
    process_ask(facilitator, "round open icebreaker 1");
    wait_for(facilitator, "round kind=icebreaker|state=open", "answered", r->cast->roles * 2 / 3);
    process_ask(facilitator, "round show icebreaker");
    display_save(&r->front, "icebreaker");
}

static void hear_what_could_sway(struct rehearsal *r)
{
    struct process *facilitator = &r->facilitator;
    process_ask(facilitator, "goto 2.2");
    wait_for(facilitator, "board id=|name=\"issues\"", "notes", r->cast->roles * 2 / 3);
    for (int heading = 1; heading <= 3; heading++) {
        char with[32];
        snprintf(with, sizeof with, " heading=%d ", heading);
        wait_for_lines(facilitator, 0, "note id=", with, 1);
    }
    display_save(&r->front, "issues");
}

/* Whatever is proposed is agreed. */
static void agree_on_everything(struct rehearsal *r)
{
    struct process *facilitator = &r->facilitator;
    for (const char *at = facilitator->heard; (at = strstr(at, "\nrating school=")); at++) {
        char line[1024], school[96], asked[160], words[160];
        size_t length;
        snprintf(line, sizeof line, "%.*s\n", (int)strcspn(at + 1, "\n"), at + 1);
        char condition[8];
        if (!process_value(school, sizeof school, line, "school") ||
            !process_value(condition, sizeof condition, line, "condition"))
            continue;
        snprintf(words, sizeof words, "rating school=\"%s\" condition=%s |state=", school,
                 condition);
        const char *now = last_line(facilitator, words, &length);
        snprintf(line, sizeof line, "%.*s", (int)length, now ? now : "");
        if (!strstr(line, "state=proposed"))
            continue;
        size_t offset = (size_t)(at - facilitator->heard), from = facilitator->length;
        snprintf(asked, sizeof asked, "agree \"%s\" %s", school, condition);
        process_say(facilitator, "%s", asked);
        while (!process_has_said(facilitator, from, "saved id=") &&
               !process_has_said(facilitator, from, "refused id="))
            process_listen(50);
        at = facilitator->heard + offset;
    }
}

static void look_at_the_grid(struct rehearsal *r)
{
    struct process *facilitator = &r->facilitator;
    process_ask(facilitator, "goto 3.2");
    wait_for_lines(facilitator, 0, "rating school=", "state=proposed", 1);
    agree_on_everything(r);
    display_save(&r->front, "grid");
    process_ask(facilitator, "call 1");
    process_expect(facilitator, "calls=1");
    wait_for_lines(facilitator, 0, "note id=", "", 1);
    display_save(&r->front, "moment");
    process_ask(facilitator, "goto 3.3");
    display_save(&r->front, "findings");
}

/* While they pause nobody does anything; a step is one thing done. */
static void pause_and_step(struct rehearsal *r)
{
    struct process *facilitator = &r->facilitator;
    process_ask(facilitator, "pause");
    process_ask(facilitator, "goto 4.2");
    process_ask(facilitator, "round open reading 10");
    display_save(&r->front, "paused"); /* takes longer than any of them would */
    assert_int_equal(latest(facilitator, "round kind=reading|state=open", "answered"), 0);
    for (int steps = 1; latest(facilitator, "round kind=reading|state=open", "answered") < 1;
         steps++) {
        assert_in_range(steps, 1, 200); /* others had something else to do first */
        process_ask(facilitator, "step");
        process_listen(200);
    }
    process_ask(facilitator, "go-on");
    wait_for(facilitator, "round kind=reading|state=open", "answered", r->cast->roles * 2 / 3);
    process_ask(facilitator, "round show reading");
    display_save(&r->front, "together");
}

static void vote(struct rehearsal *r)
{
    struct process *facilitator = &r->facilitator;
    process_ask(facilitator, "goto 4.3");
    process_ask(facilitator, "ballot open first-work");
    wait_for(facilitator, "turnout ballot=1 voted=", "voted", r->cast->roles * 2 / 3);
    display_save(&r->front, "vote");
    process_ask(facilitator, "ballot close first-work anyway");
    process_ask(facilitator, "ballot reveal first-work");
    display_save(&r->front, "revealed");
    process_ask(facilitator, "priorities are 10 9"); /* the first places may well be shared */
}

/* A person takes the role of somebody who was played, and reads the card. */
static void take_a_role(struct rehearsal *r)
{
    struct process *person = &r->person;
    sit_down(r, person, "Pat", r->room_code);
    assert_true(process_has_said(person, 0, "role id="));
    process_ask(person, "play 2");
    const char *card = process_expect(person, "role-card id=2 ");
    assert_non_null(strstr(card, "unsaid="));
    process_expect(&r->facilitator, "played=yes");
}

static void plan(struct rehearsal *r)
{
    struct process *facilitator = &r->facilitator;
    process_ask(facilitator, "goto 5.2");
    wait_for_lines(facilitator, 0, "action id=", "state=waiting", 3);
    for (int action = 1; action <= 3; action++) {
        char line[64];
        snprintf(line, sizeof line, "action approve %d", action);
        process_ask(facilitator, line);
    }
    display_save(&r->front, "actions");
    process_ask(facilitator, "goto 5.3");
    process_ask(facilitator, "ballot open worth-doing");
    wait_for(facilitator, "turnout ballot=2 voted=", "voted", r->cast->roles / 2);
    process_ask(facilitator, "ballot close worth-doing anyway");
    process_ask(facilitator, "ballot reveal worth-doing");
    display_save(&r->front, "worth-doing");
    process_ask(facilitator, "action adopt 1");
    process_ask(facilitator, "goto 5.2");
    display_save(&r->front, "plan");
}

static void look_back(struct rehearsal *r)
{
    struct process *facilitator = &r->facilitator;
    process_ask(facilitator, "goto 6.1");
    process_ask(facilitator, "round open objective");
    wait_for(facilitator, "round kind=objective|state=open", "answered", r->cast->roles / 2);
    process_ask(facilitator, "round show objective");
    display_save(&r->front, "evaluation");
    process_ask(facilitator, "goto 6.2");
    wait_for(facilitator, "board id=|name=\"comments\"", "notes", 1);
    display_save(&r->front, "close");
    process_ask(facilitator, "close workshop anyway");
    display_save(&r->front, "closed");
}

/* What is left: a training that is sound, and can be nothing else. */
static void look_at_the_file(struct rehearsal *r)
{
    glob_t found;
    char pattern[96], command[512];
    assert_int_equal(process_finish(&r->person), 0);
    process_finish(&r->facilitator); /* a rating may have been agreed by its school just before */
    assert_int_equal(process_kill(&r->kiosk, SIGTERM), 0);
    snprintf(pattern, sizeof pattern, "%s/workshops/*.plenary", r->folder);
    assert_int_equal(glob(pattern, 0, NULL, &found), 0);
    assert_int_equal(found.gl_pathc, 1);
    snprintf(r->file, sizeof r->file, "%s", found.gl_pathv[0]);
    globfree(&found);
    snprintf(command, sizeof command, KIOSK " check '%s' | grep -q sound", r->file);
    assert_int_equal(system(command), 0);
    snprintf(command, sizeof command,
             "sqlite3 '%s' 'SELECT mark FROM training' | grep -qx TRAINING", r->file);
    assert_int_equal(system(command), 0);
}

static void rehearse(void **state)
{
    struct rehearsal *r = *state;
    start(r);
    come_in(r);
    hear_what_could_sway(r);
    look_at_the_grid(r);
    pause_and_step(r);
    vote(r);
    take_a_role(r);
    plan(r);
    look_back(r);
    look_at_the_file(r);
}

int main(void)
{
    static struct cast casts[] = {
        {"easy-cluster", 10}, {"divided-cluster", 10}, {"large-cluster", 28}};
    const char *asked = getenv("PLENARY_REHEARSALS");
    struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate_setup_teardown(rehearse, set_up, tear_down, &casts[0]),
        cmocka_unit_test_prestate_setup_teardown(rehearse, set_up, tear_down, &casts[1]),
        cmocka_unit_test_prestate_setup_teardown(rehearse, set_up, tear_down, &casts[2]),
    };
    if (asked && strcmp(asked, "all") == 0)
        return cmocka_run_group_tests(tests, NULL, NULL);
    const struct CMUnitTest one[] = {tests[0]};
    return cmocka_run_group_tests(one, NULL, NULL);
}
