/* Sixty people vote over a network that loses one datagram in five, each way. They change their
 * minds, take votes back, are cut off in the middle of sending and come back; some leave for good,
 * and once the kiosk itself is killed. What is revealed is what they sent, each paper once, and the
 * file says the same. */

#include "programs/lossy.h"
#include "programs/process.h"
#include "testing.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { PEOPLE = 60, LEAVERS = 6, CONDITIONS = 10, DOTS = 3, ROUNDS = 4, LOST_ONE_IN = 5 };

struct dots {
    unsigned on[CONDITIONS + 1]; /* by condition; all zero: no vote */
};

struct voter {
    struct process process;
    char name[16];
    size_t from;       /* where the answer to what was last asked can be */
    bool waits;        /* for that answer */
    struct dots saved; /* as the last answer has it */
    struct dots asked;
};

struct vote {
    char folder[64], file[128], port[8], facilitator_code[16], room_code[16];
    uint64_t random;
    struct process kiosk, facilitator;
    struct lossy network;
    struct voter voters[PEOPLE];
};

static unsigned draw(struct vote *v, unsigned count)
{
    v->random = v->random * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(v->random >> 33) % count;
}

/* ---- programs ---- */

static void start_kiosk(struct vote *v)
{
    const char *fresh[] = {KIOSK,       v->file,       "--new",      "cluster-workshop",
                           "--schools", "Ashby,Birch", "--headless", "--listen",
                           "127.0.0.1", "--port",      "0",          "--print-codes",
                           NULL};
    const char *again[] = {KIOSK,    v->file, "--headless",    "--listen", "127.0.0.1",
                           "--port", v->port, "--print-codes", NULL};
    process_start(&v->kiosk, "kiosk", v->port[0] ? again : fresh);
    process_value(v->port, sizeof v->port, process_expect(&v->kiosk, "listening port="), "port");
    process_value(v->room_code, 16, process_expect(&v->kiosk, "code kind=room"), "code");
    process_value(v->facilitator_code, 16, process_expect(&v->kiosk, "code kind=facilitator"),
                  "code");
}

static void start_client(struct vote *v, struct process *p, const char *name, const char *code,
                         unsigned port)
{
    char at[32], state[160];
    snprintf(at, sizeof at, "127.0.0.1:%u", port);
    snprintf(state, sizeof state, "%s/%s", v->folder, name);
    const char *arguments[] = {CLIENT,    "--text", "--join", code, "--at", at,
                               "--state", state,    "--name", name, NULL};
    process_start(p, name, arguments);
}

static void start_voter(struct vote *v, struct voter *voter)
{
    start_client(v, &voter->process, voter->name, v->room_code, v->network.port);
}

static void expect_said(struct process *p, size_t from, const char *text)
{
    time_t until = time(NULL) + PATIENCE_MS / 1000;
    while (!process_has_said(p, from, text)) {
        if (time(NULL) > until)
            fail_msg("%s did not say \"%s\"; last: %s", p->name, text,
                     p->heard + (p->length > 400 ? p->length - 400 : 0));
        process_listen(50);
    }
}

/* Waits until somebody's room is whole. */
static void expect_in(struct voter *voter)
{
    time_t until = time(NULL) + PATIENCE_MS / 1000;
    while (!process_has_said(&voter->process, 0, "room complete")) {
        if (time(NULL) > until)
            fail_msg("%s did not get in", voter->name);
        if (process_has_said(&voter->process, 0, "ended "))
            fail_msg("%s: %s", voter->name, voter->process.heard);
        process_listen(50);
    }
}

/* ---- voting ---- */

static void write_marks(char *to, size_t size, const struct dots *dots)
{
    size_t used = 0;
    to[0] = '\0';
    for (unsigned c = 1; c <= CONDITIONS; c++)
        if (dots->on[c])
            used += (size_t)snprintf(to + used, size - used, "%s%u:%u", used ? " " : "", c,
                                     dots->on[c]);
}

static void ask_to_vote(struct vote *v, struct voter *voter)
{
    char marks[64];
    voter->asked = (struct dots){0};
    for (unsigned dots = 1 + draw(v, DOTS); dots > 0; dots--)
        voter->asked.on[1 + draw(v, CONDITIONS)]++;
    write_marks(marks, sizeof marks, &voter->asked);
    voter->from = voter->process.length;
    voter->waits = true;
    process_say(&voter->process, "vote 1 on %s", marks);
}

static void ask_to_withdraw(struct voter *voter)
{
    voter->asked = (struct dots){0};
    voter->from = voter->process.length;
    voter->waits = true;
    process_say(&voter->process, "vote withdraw 1");
}

static bool has_voted(const struct voter *voter)
{
    for (unsigned c = 1; c <= CONDITIONS; c++)
        if (voter->saved.on[c])
            return true;
    return false;
}

static void expect_saved(struct voter *voter)
{
    while (voter->waits && !process_has_said(&voter->process, voter->from, "saved id=")) {
        if (process_has_said(&voter->process, voter->from, "refused id=") ||
            process_has_said(&voter->process, voter->from, "unclear "))
            fail_msg("%s: %s", voter->name, voter->process.heard + voter->from);
        process_listen(50);
    }
    if (voter->waits)
        voter->saved = voter->asked;
    voter->waits = false;
}

/* Takes the last vote that a client said it had. */
static struct dots own_vote(const struct voter *voter)
{
    struct dots dots = {0};
    const char *line = NULL, *at = voter->process.heard;
    for (; (at = strstr(at, "own-vote ballot=1")); at++)
        line = at;
    const char *marks = line ? strstr(line, "marks=\"") : NULL;
    const char *end = line ? strchr(line, '\n') : NULL;
    if (!marks || marks > end)
        return dots;
    marks += strlen("marks=\"");
    unsigned condition, count;
    int used;
    while (sscanf(marks, "%u:%u%n", &condition, &count, &used) == 2) {
        assert_in_range(condition, 1, CONDITIONS);
        dots.on[condition] = count;
        marks += used;
        marks += *marks == ' ';
    }
    return dots;
}

/* Starts somebody again whose client was killed while it sent: what the kiosk has is the old vote
 * or the new one. */
static void come_back(struct vote *v, struct voter *voter)
{
    start_voter(v, voter);
    expect_in(voter);
    struct dots kept = own_vote(voter);
    if (memcmp(&kept, &voter->asked, sizeof kept) != 0)
        assert_memory_equal(&kept, &voter->saved, sizeof kept);
    voter->saved = kept;
    voter->waits = false;
}

/* Everybody does something; then everybody has an answer. */
static void vote_once(struct vote *v, bool kiosk_dies)
{
    bool killed[PEOPLE] = {false};
    for (unsigned i = 0; i < PEOPLE; i++) {
        struct voter *voter = &v->voters[i];
        unsigned what = draw(v, 10);
        if (what == 9)
            continue;
        if (what == 8 && has_voted(voter))
            ask_to_withdraw(voter);
        else
            ask_to_vote(v, voter);
        killed[i] = what == 7;
        if (killed[i])
            process_kill(&voter->process, SIGKILL);
        if (kiosk_dies && i == PEOPLE / 2)
            assert_int_equal(process_kill(&v->kiosk, SIGKILL), 128 + SIGKILL);
    }
    if (kiosk_dies)
        start_kiosk(v);
    for (unsigned i = 0; i < PEOPLE; i++)
        if (killed[i])
            come_back(v, &v->voters[i]);
    for (unsigned i = 0; i < PEOPLE; i++)
        expect_saved(&v->voters[i]);
}

/* ---- the whole ---- */

static void ask(struct vote *v, const char *line, const char *answer)
{
    size_t from = v->facilitator.length;
    process_say(&v->facilitator, "%s", line);
    expect_said(&v->facilitator, from, answer);
}

static void come_in(struct vote *v)
{
    start_client(v, &v->facilitator, "facilitator", v->facilitator_code, (unsigned)atoi(v->port));
    process_expect(&v->facilitator, "room complete");
    for (unsigned i = 0; i < PEOPLE; i++) {
        snprintf(v->voters[i].name, sizeof v->voters[i].name, "Person %u", i + 1);
        start_voter(v, &v->voters[i]);
    }
    for (unsigned i = 0; i < PEOPLE; i++) {
        expect_in(&v->voters[i]);
        expect_said(&v->voters[i].process, 0, "saved id=1"); /* the name */
    }
}

static struct dots sum(const struct vote *v, unsigned *papers)
{
    struct dots all = {0};
    *papers = 0;
    for (unsigned i = 0; i < PEOPLE; i++) {
        *papers += has_voted(&v->voters[i]);
        for (unsigned c = 1; c <= CONDITIONS; c++)
            all.on[c] += v->voters[i].saved.on[c];
    }
    return all;
}

/* What a program says of the result is what was sent. */
static void expect_result(struct process *p, const struct dots *all, unsigned papers)
{
    char line[96];
    snprintf(line, sizeof line, "result ballot=1 papers=%u", papers);
    expect_said(p, 0, line);
    for (unsigned c = 1; c <= CONDITIONS; c++) {
        snprintf(line, sizeof line, " option=%u dots=%u ", c, all->on[c]);
        expect_said(p, 0, line);
    }
}

static long count_rows(struct vote *v, const char *query)
{
    char command[512], line[64] = "";
    snprintf(command, sizeof command, "sqlite3 '%s' \"%s\"", v->file, query);
    FILE *rows = popen(command, "r");
    assert_non_null(rows);
    assert_non_null(fgets(line, sizeof line, rows));
    assert_int_equal(pclose(rows), 0);
    return strtol(line, NULL, 10);
}

static void look_at_file(struct vote *v, unsigned papers)
{
    char command[256];
    snprintf(command, sizeof command, "'%s' check '%s' | grep -q sound", KIOSK, v->file);
    assert_int_equal(system(command), 0);
    assert_int_equal(count_rows(v, "select papers from ballot where id = 1"), papers);
    assert_int_equal(count_rows(v, "select count(*) from took_part where ballot = 1"), papers);
    /* nobody's marks are left: what was kept apart of the papers' events is zeros */
    assert_int_equal(count_rows(v,
                                "select count(*) from secret join event using (seq) where "
                                "event.kind = 'paper-cast' and bytes <> zeroblob(length(bytes))"),
                     0);
}

static void what_is_revealed_is_what_was_sent(void **state)
{
    struct vote *v = *state;
    unsigned papers;
    start_kiosk(v);
    const struct lossy_faults faults = {.lost_one_in = LOST_ONE_IN};
    lossy_start(&v->network, (uint16_t)atoi(v->port), &faults, 20261122);
    come_in(v);
    ask(v, "goto 3.5", "agenda item=3 step=5");
    ask(v, "ballot open 1", "name=\"first-work\" state=open");
    for (unsigned i = 0; i < PEOPLE; i++)
        expect_said(&v->voters[i].process, 0, "name=\"first-work\" state=open");
    for (unsigned round = 0; round < ROUNDS; round++)
        vote_once(v, round == 2);
    for (unsigned i = 0; i < LEAVERS; i++) /* their votes stay */
        assert_int_equal(process_finish(&v->voters[i].process), 0);
    struct dots all = sum(v, &papers);
    assert_in_range(papers, PEOPLE / 2, PEOPLE);

    ask(v, "ballot close 1 anyway", "name=\"first-work\" state=closed");
    struct voter *late = &v->voters[PEOPLE - 1];
    ask_to_vote(v, late);
    expect_said(&late->process, late->from, "reason=ballot-closed");
    for (unsigned i = LEAVERS; i < PEOPLE; i++)
        assert_false(process_has_said(&v->voters[i].process, 0, "result "));
    assert_false(process_has_said(&v->facilitator, 0, "result "));

    ask(v, "ballot reveal 1", "name=\"first-work\" state=revealed");
    expect_result(&v->facilitator, &all, papers);
    for (unsigned i = LEAVERS; i < PEOPLE; i++)
        expect_result(&v->voters[i].process, &all, papers);
    for (unsigned i = LEAVERS; i < PEOPLE - 1; i++)
        assert_int_equal(process_finish(&v->voters[i].process), 0);
    assert_int_equal(process_finish(&late->process), 1); /* something was refused */
    assert_int_equal(process_finish(&v->facilitator), 0);
    assert_int_equal(process_kill(&v->kiosk, SIGTERM), 0);
    look_at_file(v, papers);

    double lost = (double)v->network.counts->lost;
    print_message("%u papers of %u; %.0f datagrams, %.1f %% of them lost\n", papers, PEOPLE,
                  lost + (double)v->network.counts->passed,
                  100 * lost / (lost + (double)v->network.counts->passed));
    assert_true(lost > 100);
}

static int set_up(void **state)
{
    struct vote *v = calloc(1, sizeof *v);
    assert_non_null(v);
    strcpy(v->folder, "/tmp/plenary-votes-XXXXXX");
    assert_non_null(mkdtemp(v->folder));
    snprintf(v->file, sizeof v->file, "%s/vote.plenary", v->folder);
    v->random = 4;
    *state = v;
    return 0;
}

static int tear_down(void **state)
{
    struct vote *v = *state;
    char command[128];
    process_kill_all();
    lossy_stop(&v->network);
    snprintf(command, sizeof command, "rm -rf '%s'", v->folder);
    int status = system(command);
    free(v->kiosk.heard);
    free(v->facilitator.heard);
    for (unsigned i = 0; i < PEOPLE; i++)
        free(v->voters[i].process.heard);
    free(v);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_revealed_is_what_was_sent, set_up, tear_down),
    };
    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
