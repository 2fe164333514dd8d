/* A whole review with real programs over loopback: a kiosk, a facilitator and twelve clients (ten
 * schools, two of them with two people) rate and agree the published grid. The kiosk is killed at
 * twenty random moments and started again on the same port; everybody comes back by themselves, and
 * whatever a client was told is saved is in the workshop file. */

#include "programs/process.h"
#include "testing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SCHOOLS = 10, CONDITIONS = 10, CLIENTS = 12, KILLS = 20 };

static const char *const schools[SCHOOLS] = {"Ashby", "Birch",  "Castle",  "Dene",  "Elms",
                                             "Fern",  "Grange", "Hilltop", "Ingle", "Juniper"};

static const char *const ids[CONDITIONS] = {"consultation",   "school-planning",
                                            "local-plans",    "cluster-arrangements",
                                            "local-services", "multi-agency-training",
                                            "publicity",      "targeted-design",
                                            "funding",        "impact"};

/* The tool's published grid. */
static const int grid[CONDITIONS][SCHOOLS] = {
    {2, 6, 8, 8, 7, 7, 6, 5, 3, 9}, {2, 4, 4, 7, 5, 7, 5, 4, 3, 6}, {2, 2, 4, 6, 6, 6, 5, 5, 3, 6},
    {5, 5, 5, 6, 5, 6, 7, 5, 4, 5}, {4, 4, 5, 6, 6, 5, 4, 5, 4, 7}, {2, 2, 5, 7, 7, 6, 3, 7, 3, 7},
    {5, 5, 7, 8, 7, 7, 5, 6, 5, 9}, {3, 5, 8, 8, 7, 2, 5, 5, 3, 8}, {2, 2, 4, 5, 6, 2, 7, 2, 5, 7},
    {3, 3, 2, 4, 4, 3, 4, 3, 2, 4}};
static const int totals[CONDITIONS] = {61, 47, 45, 53, 50, 49, 64, 54, 42, 32};

/* Two schools have a second person. */
static int school_of(int client)
{
    return client < SCHOOLS ? client : (client - SCHOOLS) * 3 + 1;
}

/* Where there are two, they take turns. */
static bool rates(int client, int condition)
{
    bool second = client >= SCHOOLS, odd = condition % 2 == 1;
    bool has_second =
        school_of(client) == school_of(SCHOOLS) || school_of(client) == school_of(SCHOOLS + 1);
    return has_second ? second == odd : true;
}

struct asked {
    int school, condition;
};

struct review {
    char folder[64], file[128], port[8];
    char codes[SCHOOLS][16], facilitator_code[16];
    struct process kiosk, facilitator, clients[CLIENTS];
    /* what was asked, by the command's id, of each client and (last) the facilitator */
    struct asked asked[CLIENTS + 1][CONDITIONS * SCHOOLS * 4];
    int asked_count[CLIENTS + 1];
    unsigned seed;
};

static int draw(struct review *r, int below)
{
    return rand_r(&r->seed) % below;
}

static void start_kiosk(struct review *r, bool fresh)
{
    const char *begin[] = {
        KIOSK,        r->file,
        "--new",      "cluster-workshop",
        "--schools",  "Ashby,Birch,Castle,Dene,Elms,Fern,Grange,Hilltop,Ingle,Juniper",
        "--headless", "--listen",
        "127.0.0.1",  "--port",
        "0",          "--print-codes",
        NULL};
    const char *again[] = {KIOSK,    r->file, "--headless",    "--listen", "127.0.0.1",
                           "--port", r->port, "--print-codes", NULL};
    process_start(&r->kiosk, "kiosk", fresh ? begin : again);
    process_value(r->port, sizeof r->port, process_expect(&r->kiosk, "listening port="), "port");
}

static void read_codes(struct review *r)
{
    const char *line = process_expect(&r->kiosk, "code kind=facilitator");
    assert_true(process_value(r->facilitator_code, 16, line, "code"));
    for (int s = 0; s < SCHOOLS; s++) {
        char wanted[64];
        snprintf(wanted, sizeof wanted, "kind=school school=\"%s\"", schools[s]);
        assert_true(process_value(r->codes[s], 16, process_expect(&r->kiosk, wanted), "code"));
    }
}

static void start_client(struct review *r, struct process *client, const char *name,
                         const char *code)
{
    char at[32], state[160];
    snprintf(at, sizeof at, "127.0.0.1:%s", r->port);
    snprintf(state, sizeof state, "%s/%s", r->folder, name);
    const char *arguments[] = {CLIENT, "--text",  "--join", code, "--at",
                               at,     "--state", state,    NULL};
    process_start(client, name, arguments);
}

static void start_everybody(struct review *r)
{
    static char names[CLIENTS][16];
    start_client(r, &r->facilitator, "facilitator", r->facilitator_code);
    for (int c = 0; c < CLIENTS; c++) {
        snprintf(names[c], sizeof names[c], "client%d", c);
        start_client(r, &r->clients[c], names[c], r->codes[school_of(c)]);
    }
    process_expect(&r->facilitator, "seated seat=");
    for (int c = 0; c < CLIENTS; c++) {
        char school[64];
        const char *line = process_expect(&r->clients[c], "seated seat=");
        assert_true(process_value(school, sizeof school, line, "school"));
        assert_string_equal(school, schools[school_of(c)]);
        process_expect(&r->clients[c], "room complete");
    }
}

/* A client rates a condition for its school. */
static void rate(struct review *r, int client, int condition)
{
    int now = grid[condition][school_of(client)], target = now < 9 ? now + 2 : 10;
    process_say(&r->clients[client], "rate %d %d %d 12", condition + 1, now, target);
    r->asked[client][r->asked_count[client]++] = (struct asked){school_of(client), condition};
}

static void agree(struct review *r, int school, int condition)
{
    process_say(&r->facilitator, "agree %s %d", schools[school], condition + 1);
    r->asked[CLIENTS][r->asked_count[CLIENTS]++] = (struct asked){school, condition};
}

static struct process *speaker(struct review *r, int who)
{
    return who < CLIENTS ? &r->clients[who] : &r->facilitator;
}

static bool was_saved(struct review *r, int who, int id)
{
    char line[32];
    snprintf(line, sizeof line, "saved id=%d\n", id);
    const struct process *p = speaker(r, who);
    return p->heard && strstr(p->heard, line);
}

/* With the kiosk dead: what anybody was told is saved stands in the file, as plain rows. */
static void check_file(struct review *r)
{
    char command[256], row[128];
    bool there[CONDITIONS][SCHOOLS] = {0}, agreed[CONDITIONS][SCHOOLS] = {0};
    snprintf(command, sizeof command,
             "sqlite3 '%s' 'select school, condition, now, state from rating'", r->file);
    FILE *rows = popen(command, "r");
    assert_non_null(rows);
    while (fgets(row, sizeof row, rows)) {
        int school, now;
        char condition[64], state[32];
        assert_int_equal(sscanf(row, "%d|%63[^|]|%d|%31s", &school, condition, &now, state), 4);
        for (int c = 0; c < CONDITIONS; c++)
            if (strcmp(ids[c], condition) == 0) {
                there[c][school - 1] = now == grid[c][school - 1];
                agreed[c][school - 1] = strcmp(state, "agreed") == 0;
            }
    }
    assert_int_equal(pclose(rows), 0);
    for (int who = 0; who <= CLIENTS; who++)
        for (int i = 0; i < r->asked_count[who]; i++) {
            struct asked a = r->asked[who][i];
            if (!was_saved(r, who, i + 1))
                continue;
            assert_true(there[a.condition][a.school]);
            assert_true(who < CLIENTS || agreed[a.condition][a.school]);
        }
}

static void pause_ms(int ms)
{
    struct timespec pause = {.tv_nsec = ms * 1000000L};
    nanosleep(&pause, NULL);
}

/* The kiosk dies, the file is looked at, the kiosk comes back, and so does everybody else. */
static void kill_and_restart(struct review *r)
{
    size_t from[CLIENTS + 1];
    for (int who = 0; who <= CLIENTS; who++)
        from[who] = speaker(r, who)->length;
    assert_int_equal(process_kill(&r->kiosk, SIGKILL), 128 + SIGKILL);
    process_listen(0);
    check_file(r);
    start_kiosk(r, false);
    for (int who = 0; who <= CLIENTS; who++) {
        struct process *p = speaker(r, who);
        if (p->seen < from[who])
            p->seen = from[who];
        process_expect(p, "room complete");
    }
}

static void expect_answers(struct review *r)
{
    for (int who = 0; who <= CLIENTS; who++)
        for (int i = 0; i < r->asked_count[who]; i++)
            while (!was_saved(r, who, i + 1)) {
                char refused[32];
                struct process *p = speaker(r, who);
                snprintf(refused, sizeof refused, "refused id=%d ", i + 1);
                if (strstr(p->heard, refused))
                    fail_msg("%s was refused:\n%s", p->name, strstr(p->heard, refused));
                process_listen(100);
            }
}

/* Waits until the facilitator has seen every school's proposal for a condition. */
static void expect_proposals(struct review *r, int condition)
{
    for (int s = 0; s < SCHOOLS; s++) {
        char line[96];
        snprintf(line, sizeof line, "rating school=\"%s\" condition=%d now=%d ", schools[s],
                 condition + 1, grid[condition][s]);
        while (!process_has_said(&r->facilitator, 0, line))
            process_listen(100);
    }
}

static void review_survives_twenty_kills(void **state)
{
    struct review *r = *state;
    start_kiosk(r, true);
    read_codes(r);
    start_everybody(r);
    int kills = 0;
    for (int condition = 0; condition < CONDITIONS; condition++) {
        for (int c = 0; c < CLIENTS; c++)
            if (rates(c, condition))
                rate(r, c, condition);
        pause_ms(draw(r, 30));
        kill_and_restart(r);
        kills++;
        expect_answers(r);
        expect_proposals(r, condition);
        for (int s = 0; s < SCHOOLS; s++)
            agree(r, s, condition);
        pause_ms(draw(r, 30));
        kill_and_restart(r);
        kills++;
        expect_answers(r);
    }
    assert_int_equal(kills, KILLS);
    for (int c = 0; c < CONDITIONS; c++) {
        char line[96];
        snprintf(line, sizeof line, "total condition=%d total=%d average=%d.%d ", c + 1, totals[c],
                 totals[c] / 10, totals[c] % 10);
        while (!process_has_said(&r->facilitator, 0, line))
            process_listen(100);
    }
    for (int who = 0; who <= CLIENTS; who++)
        assert_int_equal(process_finish(speaker(r, who)), 0);
    assert_int_equal(process_kill(&r->kiosk, SIGTERM), 0);
    char command[256];
    snprintf(command, sizeof command, "'%s' check '%s' | grep -q 'agreed=100 proposed=0'", KIOSK,
             r->file);
    assert_int_equal(system(command), 0);
}

static int set_up(void **state)
{
    struct review *r = calloc(1, sizeof *r);
    assert_non_null(r);
    strcpy(r->folder, "/tmp/plenary-e2e-XXXXXX");
    assert_non_null(mkdtemp(r->folder));
    snprintf(r->file, sizeof r->file, "%s/review.plenary", r->folder);
    const char *seed = getenv("PLENARY_SEED");
    r->seed = seed ? (unsigned)strtoul(seed, NULL, 10) : (unsigned)time(NULL);
    print_message("PLENARY_SEED=%u\n", r->seed);
    *state = r;
    return 0;
}

static int tear_down(void **state)
{
    struct review *r = *state;
    char command[128];
    process_kill_all();
    snprintf(command, sizeof command, "rm -r '%s'", r->folder);
    int status = system(command);
    for (int who = 0; who <= CLIENTS; who++)
        free(speaker(r, who)->heard);
    free(r->kiosk.heard);
    free(r);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(review_survives_twenty_kills, set_up, tear_down),
    };
    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
