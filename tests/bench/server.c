#include "bench/server.h"

#include <enet/enet.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "bench/net.h"
#include "bench/slow.h"
#include "content/content.h"
#include "host/host.h"
#include "host/setup.h"
#include "link/link_enet.h"

enum { SCHOOLS = 28, PEERS_LEAST = 1024 };

static volatile sig_atomic_t stop;

static void on_signal(int number)
{
    (void)number;
    stop = 1;
}

/* Connections to have room for, as main.c reckons: some more than will come. */
static size_t peers_for(unsigned seats)
{
    unsigned expected = seats + seats / 4;
    return expected < PEERS_LEAST           ? PEERS_LEAST
           : expected > LINK_ENET_PEERS_MAX ? LINK_ENET_PEERS_MAX
                                            : expected;
}

/* Runs `serve` in a process of its own, which says where it is through the descriptor it is given.
 */
static void begin(struct server *out, const char *name, void (*serve)(int say_to, const void *how),
                  const void *how)
{
    int pipes[2];
    bench_must(pipe(pipes) == 0, "no pipe");
    fflush(NULL);
    pid_t child = fork();
    bench_must(child >= 0, "no process");
    if (child == 0) {
        struct sigaction action = {.sa_handler = on_signal};
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        prctl(PR_SET_NAME, name); /* for a profiler */
        sigaction(SIGTERM, &action, NULL);
        close(pipes[0]);
        net_pin(0);
        serve(pipes[1], how);
        _exit(0);
    }
    close(pipes[1]);
    bench_must(read(pipes[0], out, sizeof *out) == sizeof *out, "the server did not start");
    close(pipes[0]);
    out->pid = child;
}

static void say(int say_to, const struct server *server)
{
    bench_must(write(say_to, server, sizeof *server) == sizeof *server, "nobody listens");
    close(say_to);
}

/* ---- the kiosk */

struct kiosk {
    const struct bench_scene *scene;
    const char *name;
    unsigned seats, sync_ms;
};

static struct pack *make_pack(void)
{
    struct trouble trouble = {0};
    char path[CONTENT_PATH_SIZE];
    struct pack *pack = calloc(1, sizeof *pack);
    bench_must(pack != NULL, "no memory");
    snprintf(path, sizeof path, "%s/packs/extended-services.yaml", content_assets());
    bench_must(content_load(pack, path, NULL, &trouble) == ERROR_OK, trouble.text);
    pack->agenda =
        (struct agenda){.id = "day",
                        .title = "The day",
                        .item_count = 1,
                        .items = {{.id = "grid",
                                   .title = "The grid",
                                   .minutes = 30,
                                   .step_count = 2,
                                   .steps = {{.stage = STAGE_GRID}, {.stage = STAGE_FINDINGS}}}}};
    return pack;
}

static struct store *make_store(const struct kiosk *kiosk)
{
    char path[BENCH_PATH_SIZE], schools[SCHOOLS][NAME_SIZE];
    struct trouble trouble = {0};
    struct journal *journal;
    struct store *store;
    struct link_random random = link_random_system();
    struct pack *pack = make_pack();
    for (unsigned i = 0; i < SCHOOLS; i++)
        snprintf(schools[i], NAME_SIZE, "School %u", i + 1);
    bench_path(path, kiosk->scene, kiosk->name);
    bench_must(journal_create(&journal, path, &trouble) == ERROR_OK, trouble.text);
    bench_must(store_create(&store, &journal, &trouble) == ERROR_OK, trouble.text);
    struct setup_new asked = {.pack = pack,
                              .title = "Riverside",
                              .schools = (const char(*)[NAME_SIZE])schools,
                              .school_count = SCHOOLS};
    bench_must(setup_workshop(store, &asked, &random, 1000000, &trouble) == ERROR_OK, trouble.text);
    free(pack);
    return store;
}

static void find_code(char code[LINK_CODE_SIZE], const struct model *model, enum code_kind kind)
{
    for (uint16_t i = 1; i <= model->code_count; i++)
        if (model->codes[i].kind == kind)
            snprintf(code, LINK_CODE_SIZE, "%.*s", CODE_LENGTH,
                     (const char *)model->codes[i].symbols.bytes);
}

static void serve_kiosk(int say_to, const void *how)
{
    const struct kiosk *kiosk = how;
    struct trouble trouble = {0};
    struct server server = {0};
    struct link *link;
    struct host *host;
    if (kiosk->sync_ms)
        slow_syncs(kiosk->sync_ms);
    struct store *store = make_store(kiosk);
    bench_must(link_enet_listen(&link, "127.0.0.1", 0, peers_for(kiosk->seats), &trouble) ==
                   ERROR_OK,
               trouble.text);
    struct host_parts parts = {
        .store = &store, .link = &link, .random = link_random_system(), .backups = true};
    bench_must(host_create(&host, &parts, &trouble) == ERROR_OK, trouble.text);
    server.port = host_port(host);
    find_code(server.room, host_model(host), CODE_ROOM);
    find_code(server.facilitator, host_model(host), CODE_FACILITATOR);
    say(say_to, &server);
    host_run(host, &stop);
    host_destroy(&host);
}

void server_kiosk(struct server *out, const struct bench_scene *scene, const char *name,
                  unsigned seats, unsigned sync_ms)
{
    struct kiosk kiosk = {.scene = scene, .name = name, .seats = seats, .sync_ms = sync_ms};
    begin(out, "bench-kiosk", serve_kiosk, &kiosk);
}

/* ---- the floor */

enum { ECHO_HEAD = 3, POLL_MS = 5 };

static void answer(ENetHost *host, ENetPeer *peer, const ENetPacket *asked)
{
    static uint8_t nothing[LINK_MESSAGE_MAX];
    bench_must(asked->dataLength >= ECHO_HEAD, "that is no echo's message");
    size_t length = asked->data[1] | (size_t)asked->data[2] << 8;
    bool all = asked->data[0] == ECHO_TO_ALL;
    for (size_t i = 0; i < host->peerCount; i++) {
        ENetPeer *to = &host->peers[i];
        if (to->state != ENET_PEER_STATE_CONNECTED || (!all && to != peer))
            continue;
        ENetPacket *packet = enet_packet_create(nothing, length, ENET_PACKET_FLAG_RELIABLE);
        bench_must(packet && enet_peer_send(to, 0, packet) == 0, "an echo was not taken");
    }
}

static void serve_echo(int say_to, const void *how)
{
    const unsigned *seats = how;
    ENetAddress any = {.host = ENET_HOST_ANY, .port = ENET_PORT_ANY};
    bench_must(enet_initialize() == 0, "no network");
    ENetHost *host = enet_host_create(&any, peers_for(*seats), 1, 0, 0);
    bench_must(host != NULL, "no socket");
    enet_socket_set_option(host->socket, ENET_SOCKOPT_RCVBUF, LINK_ENET_BUFFER);
    enet_socket_set_option(host->socket, ENET_SOCKOPT_SNDBUF, LINK_ENET_BUFFER);
    struct server server = {.port = host->address.port};
    say(say_to, &server);
    while (!stop) {
        ENetEvent event;
        struct pollfd fd = {.fd = host->socket, .events = POLLIN};
        while (enet_host_service(host, &event, 0) > 0)
            if (event.type == ENET_EVENT_TYPE_RECEIVE) {
                answer(host, event.peer, event.packet);
                enet_packet_destroy(event.packet);
            }
        enet_host_flush(host);
        poll(&fd, 1, POLL_MS);
    }
}

void server_echo(struct server *out, unsigned seats)
{
    begin(out, "bench-echo", serve_echo, &seats);
}

/* ---- both */

double server_memory(const struct server *server)
{
    char path[64], line[256];
    long kib = -1;
    snprintf(path, sizeof path, "/proc/%ld/status", (long)server->pid);
    FILE *status = fopen(path, "r");
    while (status && fgets(line, sizeof line, status))
        if (strncmp(line, "RssAnon:", 8) == 0)
            kib = strtol(line + 8, NULL, 10);
    if (status)
        fclose(status);
    bench_must(kib >= 0, "how much memory there is in use is not told");
    return (double)kib * 1024;
}

void server_stop(struct server *server)
{
    int status;
    kill(server->pid, SIGTERM);
    bench_must(waitpid(server->pid, &status, 0) == server->pid && status == 0,
               "a server went wrong");
}
