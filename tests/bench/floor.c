#include "bench/floor.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/net.h"
#include "bench/slow.h"
#include "link/cpace.h"
#include "link/random.h"
#include "link/link.h"

enum { QUIET_MS = 60, PATIENCE_S = 60, EXCHANGES = 200 };

/* ---- raw ENet */

struct floor {
    struct net *net;
    unsigned count, connected, heard;
    double *at;
    double last_at;
};

static void on_connected(void *context, unsigned peer)
{
    struct floor *floor = context;
    (void)peer;
    floor->connected++;
}

static void on_heard(void *context, unsigned peer, double at, const uint8_t *bytes, size_t length)
{
    struct floor *floor = context;
    (void)bytes, (void)length;
    floor->heard++;
    floor->at[peer] = floor->last_at = at;
}

static void on_gone(void *context, unsigned peer)
{
    (void)context, (void)peer;
    bench_must(false, "a raw connection was lost");
}

static void be_patient(double since)
{
    bench_must(bench_seconds() - since < PATIENCE_S, "raw ENet took too long");
}

void floor_create(struct floor **out, const struct server *echo, unsigned peers)
{
    struct floor *floor = calloc(1, sizeof *floor);
    bench_must(floor && (floor->at = calloc(peers, sizeof *floor->at)), "no memory");
    struct net_ears ears = {floor, on_connected, on_heard, on_gone};
    floor->count = peers;
    net_create(&floor->net, peers, echo->port, &ears);
    for (unsigned i = 0; i < peers; i++)
        net_connect(floor->net, i);
    net_flush(floor->net);
    for (double began = bench_seconds(); floor->connected < peers; be_patient(began))
        net_serve(floor->net, 1);
    *out = floor;
}

void floor_destroy(struct floor **out)
{
    struct floor *floor = *out;
    net_destroy(&floor->net);
    free(floor->at);
    free(floor);
    *out = NULL;
}

/* So that acknowledgements and pings are out of the way. */
static void settle(struct floor *floor)
{
    for (double began = bench_seconds(); bench_seconds() - began < QUIET_MS / 1e3;)
        net_serve(floor->net, 5);
    floor->heard = 0;
}

static void wait_for_all(struct floor *floor, double began)
{
    for (; floor->heard < floor->count; be_patient(began))
        net_serve(floor->net, 1);
}

void floor_round_trip(struct floor *floor, double *seconds, unsigned sent, unsigned receipt)
{
    uint8_t bytes[LINK_MESSAGE_MAX] = {ECHO_BACK, (uint8_t)receipt, (uint8_t)(receipt >> 8)};
    settle(floor);
    double began = bench_seconds();
    for (unsigned i = 0; i < floor->count; i++) {
        net_send(floor->net, i, bytes, sent);
        if ((i + 1) % NET_TO_SOCKET == 0)
            net_flush(floor->net);
    }
    net_flush(floor->net);
    wait_for_all(floor, began);
    for (unsigned i = 0; i < floor->count; i++)
        seconds[i] = floor->at[i] - began;
}

double floor_broadcast(struct floor *floor, unsigned sent, unsigned letter)
{
    uint8_t bytes[LINK_MESSAGE_MAX] = {ECHO_TO_ALL, (uint8_t)letter, (uint8_t)(letter >> 8)};
    settle(floor);
    double began = bench_seconds();
    net_send(floor->net, 0, bytes, sent);
    net_flush(floor->net);
    wait_for_all(floor, began);
    return floor->last_at - began;
}

/* ---- SQLite */

static void run(sqlite3 *db, const char *sql)
{
    bench_must(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, sql);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement;
    bench_must(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, sql);
    return statement;
}

static void put(sqlite3_stmt *statement)
{
    bench_must(sqlite3_step(statement) == SQLITE_DONE && sqlite3_reset(statement) == SQLITE_OK,
               "a row was not taken");
}

/* Of one vote: its event, and what is on it as a secret. */
static double commit(const char *path, unsigned votes)
{
    static const uint8_t body[8], secret[40];
    sqlite3 *db;
    bench_must(sqlite3_open(path, &db) == SQLITE_OK, path);
    run(db, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE event(seq INTEGER PRIMARY KEY, at_ms, seat, command, kind, body, sum);"
            "CREATE TABLE secret(seq INTEGER PRIMARY KEY, bytes)");
    sqlite3_stmt *event = prepare(db, "INSERT INTO event VALUES(?,1794700800000,?,1,"
                                      "'paper_cast',?,9007199254740991)");
    sqlite3_stmt *mark = prepare(db, "INSERT INTO secret VALUES(?,?)");
    double began = bench_seconds();
    run(db, "BEGIN IMMEDIATE");
    for (unsigned i = 1; i <= votes; i++) {
        sqlite3_bind_int64(event, 1, i);
        sqlite3_bind_int64(event, 2, i);
        sqlite3_bind_blob(event, 3, body, sizeof body, SQLITE_STATIC);
        sqlite3_bind_int64(mark, 1, i);
        sqlite3_bind_blob(mark, 2, secret, sizeof secret, SQLITE_STATIC);
        put(event);
        put(mark);
    }
    run(db, "COMMIT");
    double took = bench_seconds() - began;
    sqlite3_finalize(event);
    sqlite3_finalize(mark);
    sqlite3_close(db);
    unlink(path);
    return took;
}

/* In a process of its own: a slow disk is for good, and the kiosk's core is where it runs. */
double floor_commit(const struct bench_scene *scene, unsigned votes, unsigned sync_ms)
{
    char path[BENCH_PATH_SIZE];
    int pipes[2], status;
    double took = 0;
    bench_path(path, scene, "commit.db");
    bench_must(pipe(pipes) == 0, "no pipe");
    fflush(NULL);
    pid_t child = fork();
    bench_must(child >= 0, "no process");
    if (child == 0) {
        net_pin(0);
        if (sync_ms)
            slow_syncs(sync_ms);
        took = commit(path, votes);
        _exit(write(pipes[1], &took, sizeof took) == sizeof took ? 0 : 1);
    }
    close(pipes[1]);
    bool said = read(pipes[0], &took, sizeof took) == sizeof took;
    close(pipes[0]);
    bench_must(waitpid(child, &status, 0) == child && status == 0 && said, "no commit");
    return took;
}

/* ---- the curve */

/* Both ends draw a scalar and make the generator and a share of it; then the key. */
static void exchange(const struct link_random *random)
{
    static const uint8_t code[] = "KTRM7XPD", ci[] = "plenary/1", sid[LINK_CPACE_SID];
    uint8_t g[2][LINK_CPACE_POINT], y[2][LINK_CPACE_SCALAR], share[2][LINK_CPACE_POINT];
    uint8_t k[2][LINK_CPACE_POINT], wide[LINK_CPACE_WIDE], key[LINK_CPACE_KEY];
    struct link_bytes prs = {code, 8}, channel = {ci, 9}, id = {sid, sizeof sid}, none = {ci, 0};
    for (int i = 0; i < 2; i++) {
        random->fill(random->context, wide, sizeof wide);
        link_cpace_scalar(y[i], wide);
        link_cpace_generator(g[i], prs, channel, id);
        bench_must(link_cpace_multiply(share[i], y[i], g[i]) == ERROR_OK, "no share");
    }
    for (int i = 0; i < 2; i++) {
        bench_must(link_cpace_multiply(k[i], y[i], share[1 - i]) == ERROR_OK, "no key");
        link_cpace_key(key, id, k[i], share[0], none, share[1], none);
    }
}

double floor_curve(void)
{
    struct link_random random = link_random_system();
    double began = bench_seconds();
    for (int i = 0; i < EXCHANGES; i++)
        exchange(&random);
    return (bench_seconds() - began) / EXCHANGES;
}
