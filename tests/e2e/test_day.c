/* The day of Module 2 with real programs over loopback, from before it to its end, in time that
 * runs six hundred times faster. First the one-to-ones: three schools' on two laptops, merged into
 * the day's file. Then a kiosk, a facilitator, an adviser of the local authority and fifteen people
 * go through all eleven items and six activities; over lunch the kiosk is killed and started again.
 * What they were told is saved is in the file at the end, and the file is sound. */

#include "e2e/person.h"
#include "testing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PEOPLE = 15, CONDITIONS = 10, SPEED = 600, LAPTOPS = 2, DAY_MINUTES = 6 * 60 + 30 };

static const char *const speed = "600";

struct day {
    char folder[64], file[128], laptops[LAPTOPS][128], port[8];
    char facilitator_code[16], room_code[16], observer_code[16];
    struct process kiosk;
    struct person facilitator, adviser, people[PEOPLE];
    unsigned notes;   /* written and saved, suggestions included */
    int64_t began_ms; /* of the machine's clock */
};

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- people ---- */

static void sit_down(struct day *d, struct person *p, const char *name, const char *code)
{
    person_sit_down(p, d->folder, d->port, name, code);
}

static void expect_all_saved(struct day *d)
{
    for (unsigned i = 0; i < PEOPLE; i++)
        person_expect_saved(&d->people[i]);
    person_expect_saved(&d->adviser);
    person_expect_saved(&d->facilitator);
}

/* Waits until the facilitator has seen that. */
static void expect_seen(struct day *d, const char *line)
{
    while (!process_has_said(&d->facilitator.process, 0, line))
        process_listen(50);
}

/* ---- the kiosk ---- */

static void start_kiosk(struct day *d, const char *file, const char *agenda, const char *schools,
                        const char *pace)
{
    const char *port = d->port[0] ? d->port : "0";
    const char *fresh[] = {KIOSK,       file,     "--new",      agenda,
                           "--schools", schools,  "--headless", "--listen",
                           "127.0.0.1", "--port", "0",          "--print-codes",
                           "--speed",   pace,     NULL};
    const char *again[] = {KIOSK,       file,     "--headless", "--listen",
                           "127.0.0.1", "--port", port,         "--print-codes",
                           "--speed",   pace,     NULL};
    process_start(&d->kiosk, "kiosk", agenda ? fresh : again);
    process_value(d->port, sizeof d->port, process_expect(&d->kiosk, "listening port="), "port");
    process_value(d->room_code, 16, process_expect(&d->kiosk, "code kind=room"), "code");
    process_value(d->facilitator_code, 16, process_expect(&d->kiosk, "code kind=facilitator"),
                  "code");
}

static void stop_kiosk(struct day *d)
{
    assert_int_equal(process_kill(&d->kiosk, SIGTERM), 0);
    d->port[0] = '\0';
}

/* ---- the one-to-ones ---- */

/* A manager's laptop: in the talk with each school all ten conditions are settled face to face. */
static void hold_talks(struct day *d, int laptop, const char *schools, const char *const names[],
                       int count)
{
    struct person *manager = &d->facilitator;
    start_kiosk(d, d->laptops[laptop], "cluster-workshop", schools, "1");
    sit_down(d, manager, laptop ? "manager-two" : "manager-one", d->facilitator_code);
    for (int s = 0; s < count; s++) {
        for (int c = 1; c <= CONDITIONS; c++)
            person_ask(manager, "agreed %s %d %d %d 12 with=\"Jo Field\" note=\"Talked over\"",
                       names[s], c, (s * 3 + c) % 9 + 1, 10);
        person_ask(manager, "action add %s 10 \"Ask every family once a year\" months=\"6\"",
                   names[s]);
    }
    person_expect_saved(manager);
    person_leave(manager);
    stop_kiosk(d);
}

static void merge_talks(struct day *d)
{
    char command[1024];
    snprintf(command, sizeof command, "'%s' merge '%s' '%s' '%s' > '%s/merged'", KIOSK, d->file,
             d->laptops[0], d->laptops[1], d->folder);
    assert_int_equal(system(command), 0);
}

static void before_the_day(struct day *d)
{
    hold_talks(d, 0, "Ashby,Birch", (const char *[]){"Ashby", "Birch"}, 2);
    hold_talks(d, 1, "Castle", (const char *[]){"Castle"}, 1);
    start_kiosk(d, d->file, "module-2", "Ashby,Birch,Castle", speed);
    stop_kiosk(d);
    merge_talks(d);
}

/* ---- what is done in a part of the day ---- */

/* Everybody writes a note, in turn under each heading. */
static void write_notes(struct day *d, const char *board, unsigned headings)
{
    for (unsigned i = 0; headings && i < PEOPLE; i++) {
        person_ask(&d->people[i], "note add %s %u \"%s: thought %u\"", board, i % headings + 1,
                   board, i);
        d->notes++;
    }
}

/* Each group takes a note that was dealt to it and writes onto it what could help. */
static void suggest(struct day *d, const char *board)
{
    person_ask(&d->facilitator, "deal %s 5", board);
    person_expect_saved(&d->facilitator);
    for (unsigned i = 0; i < PEOPLE; i++)
        person_ask(&d->people[i], "group %u", i / 3 + 1);
    for (unsigned i = 0; i < PEOPLE; i += 3) {
        person_ask(&d->people[i], "note suggest %u \"Talk to them beforehand\"",
                   d->notes - PEOPLE + 1 + i);
    }
    d->notes += PEOPLE / 3;
}

static void break_the_ice(struct day *d, const char *board)
{
    (void)board;
    for (unsigned q = 1; q <= 3; q++) {
        char shown[96];
        person_ask(&d->facilitator, "round open icebreaker %u", q);
        person_expect_saved(&d->facilitator);
        for (unsigned i = 0; i < PEOPLE; i++) {
            snprintf(shown, sizeof shown, "round kind=icebreaker subject=%u state=open", q);
            while (!process_has_said(&d->people[i].process, 0, shown))
                process_listen(50);
            person_ask(&d->people[i], "have-you-ever %s", (i + q) % 3 ? "yes" : "no");
        }
        expect_all_saved(d);
        person_ask(&d->facilitator, "round show icebreaker");
        person_expect_saved(&d->facilitator);
        snprintf(shown, sizeof shown, "tally kind=icebreaker subject=%u count=15", q);
        expect_seen(d, shown);
    }
}

static void tidy_up(struct day *d, const char *board)
{
    (void)board;
    unsigned first = d->notes - PEOPLE - PEOPLE / 3 + 1;
    person_ask(&d->facilitator, "note star %u", first);
    person_ask(&d->facilitator, "note merge %u %u", first + 2, first);
    person_ask(&d->facilitator, "note withdraw %u", first + 4);
    expect_seen(d, "steps undo=remove-note");
    person_ask(&d->facilitator, "undo");
    person_ask(&d->facilitator, "view note %u", first);
}

static void put_to_the_la(struct day *d, const char *board)
{
    (void)board;
    person_ask(&d->facilitator, "finding la priority 10");
    person_ask(&d->facilitator, "finding add \"Transport home after clubs\"");
    person_ask(&d->facilitator, "finding la added 1");
}

static void answer_as_the_la(struct day *d, const char *board)
{
    (void)board;
    while (!process_has_said(&d->adviser.process, 0, "finding kind=added"))
        process_listen(50);
    person_ask(&d->adviser, "finding answer added 1 \"We will ask the bus company by March\"");
}

static void have_lunch(struct day *d, const char *board)
{
    size_t from[PEOPLE];
    (void)board;
    expect_all_saved(d);
    for (unsigned i = 0; i < PEOPLE; i++)
        from[i] = d->people[i].process.length;
    assert_int_equal(process_kill(&d->kiosk, SIGKILL), 128 + SIGKILL);
    start_kiosk(d, d->file, NULL, NULL, speed);
    for (unsigned i = 0; i < PEOPLE; i++) {
        struct process *p = &d->people[i].process;
        p->seen = p->seen < from[i] ? from[i] : p->seen;
        process_expect(p, "room complete");
    }
}

static void evaluate(struct day *d, const char *board)
{
    static const char *const says[] = {"yes", "mostly", "yes", "not-yet"};
    (void)board;
    person_ask(&d->facilitator, "round open objective");
    person_expect_saved(&d->facilitator);
    for (unsigned i = 0; i < PEOPLE; i++) {
        while (!process_has_said(&d->people[i].process, 0,
                                 "round kind=objective subject=1 state=open"))
            process_listen(50);
        for (unsigned o = 1; o <= 3; o++)
            person_ask(&d->people[i], "objective %u %s", o, says[(i + o) % 4]);
    }
    expect_all_saved(d);
    person_ask(&d->facilitator, "round show objective");
    person_expect_saved(&d->facilitator);
    expect_seen(d, "tally kind=objective subject=3 count=15");
}

/* The parts of the day: where, until which minute by the plan, on which board a note is written by
 * everybody under how many headings, and what is done besides. */
static const struct part {
    const char *place;
    unsigned until;
    const char *board;
    unsigned headings;
    void (*act)(struct day *day, const char *board);
} parts[] = {
    {"1.1", 10, NULL, 0, NULL},
    {"1.2", 13, NULL, 0, NULL},
    {"1.3", 18, "expectations", 1, NULL},
    {"1.4", 23, "ways-of-working", 1, NULL},
    {"1.5", 25, "parked", 2, NULL},
    {"1.6", 30, NULL, 0, break_the_ice},
    {"2.2", 37, "discovered", 2, NULL},
    {"2.3", 50, "discovered", 0, suggest},
    {"2.4", 60, NULL, 0, tidy_up},
    {"3.2", 68, "issues", 3, NULL},
    {"3.3", 80, "issues", 0, suggest},
    {"3.4", 90, NULL, 0, NULL},
    {"4.2", 135, "key-findings", 6, NULL},
    {"4.4", 150, NULL, 0, put_to_the_la},
    {"5.2", 180, NULL, 0, answer_as_the_la},
    {"6.1", 225, NULL, 0, have_lunch},
    {"7.2", 240, "facilitation", 4, NULL},
    {"7.4", 265, NULL, 0, NULL},
    {"8.2", 290, NULL, 0, NULL},
    {"8.4", 325, "model-priorities", 3, NULL},
    {"9.2", 340, "review", 3, NULL},
    {"10.2", 370, "next-steps", 4, NULL},
    {"11.2", 376, NULL, 0, evaluate},
    {"11.3", 380, "comments", 2, NULL},
    {"11.5", 390, NULL, 0, NULL},
};

/* Time passes as planned; a part that took longer pushes the others on. */
static void pass_time(struct day *d, unsigned minute)
{
    int64_t until = d->began_ms + (int64_t)minute * 60000 / SPEED;
    for (int64_t left; (left = until - now_ms()) > 0;)
        process_listen(left < 20 ? (int)left : 20);
}

static void live_through(struct day *d, const struct part *part)
{
    char at[64];
    person_ask(&d->facilitator, "goto %s", part->place);
    person_expect_saved(&d->facilitator);
    snprintf(at, sizeof at, "agenda item=%d step=%s", atoi(part->place),
             strchr(part->place, '.') + 1);
    for (unsigned i = 0; i < PEOPLE; i++)
        while (!process_has_said(&d->people[i].process, 0, at))
            process_listen(50);
    if (part->board)
        write_notes(d, part->board, part->headings);
    if (part->act)
        part->act(d, part->board);
    expect_all_saved(d);
    pass_time(d, part->until);
}

static void come_in(struct day *d)
{
    static char names[PEOPLE][16];
    sit_down(d, &d->facilitator, "facilitator", d->facilitator_code);
    person_ask(&d->facilitator, "code observer");
    person_ask(&d->facilitator, "admit all on");
    person_expect_saved(&d->facilitator);
    assert_true(process_value(d->observer_code, 16,
                              process_expect(&d->facilitator.process, "code kind=observer"),
                              "code"));
    sit_down(d, &d->adviser, "adviser", d->observer_code);
    for (unsigned i = 0; i < PEOPLE; i++) {
        snprintf(names[i], sizeof names[i], "Person %u", i + 1);
        sit_down(d, &d->people[i], names[i], d->room_code);
    }
    expect_all_saved(d);
}

/* ---- afterwards ---- */

static long count_rows(struct day *d, const char *query)
{
    char command[512], line[64] = "";
    snprintf(command, sizeof command, "sqlite3 '%s' \"%s\"", d->file, query);
    FILE *rows = popen(command, "r");
    assert_non_null(rows);
    assert_non_null(fgets(line, sizeof line, rows));
    assert_int_equal(pclose(rows), 0);
    return strtol(line, NULL, 10);
}

static void look_at_file(struct day *d)
{
    char command[256];
    snprintf(command, sizeof command, "'%s' check '%s' | grep -q sound", KIOSK, d->file);
    assert_int_equal(system(command), 0);
    assert_int_equal(count_rows(d, "select count(*) from rating where state = 'agreed'"),
                     3 * CONDITIONS);
    assert_int_equal(count_rows(d, "select count(*) from action"), 3);
    assert_int_equal(count_rows(d, "select count(*) from event where kind = 'note-added'"),
                     d->notes);
    assert_int_equal(count_rows(d, "select count(*) from finding where answer like '%bus%'"), 1);
    /* the whole of it, at its planned length */
    assert_true(count_rows(d, "select (max(at_ms) - min(at_ms)) / 60000 from event where kind = "
                              "'place-reached'") >= DAY_MINUTES - 20);
}

static void the_whole_of_module_2(void **state)
{
    struct day *d = *state;
    before_the_day(d);
    start_kiosk(d, d->file, NULL, NULL, speed);
    come_in(d);
    d->began_ms = now_ms();
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        live_through(d, &parts[i]);
    person_ask(&d->facilitator, "board close comments");
    person_expect_saved(&d->facilitator);
    expect_seen(d, "comments: thought 7");
    person_ask(&d->facilitator, "close workshop");
    person_expect_saved(&d->facilitator);
    for (unsigned i = 0; i < PEOPLE; i++)
        person_leave(&d->people[i]);
    person_leave(&d->adviser);
    person_leave(&d->facilitator);
    stop_kiosk(d);
    look_at_file(d);
}

static int set_up(void **state)
{
    struct day *d = calloc(1, sizeof *d);
    assert_non_null(d);
    strcpy(d->folder, "/tmp/plenary-day-XXXXXX");
    assert_non_null(mkdtemp(d->folder));
    snprintf(d->file, sizeof d->file, "%s/day.plenary", d->folder);
    for (int i = 0; i < LAPTOPS; i++)
        snprintf(d->laptops[i], sizeof d->laptops[i], "%s/talks%d.plenary", d->folder, i + 1);
    *state = d;
    return 0;
}

static int tear_down(void **state)
{
    struct day *d = *state;
    char command[128];
    process_kill_all();
    snprintf(command, sizeof command, "rm -r '%s'", d->folder);
    int status = system(command);
    for (unsigned i = 0; i < PEOPLE; i++)
        free(d->people[i].process.heard);
    free(d->facilitator.process.heard);
    free(d->adviser.process.heard);
    free(d->kiosk.heard);
    free(d);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_whole_of_module_2, set_up, tear_down),
    };
    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
