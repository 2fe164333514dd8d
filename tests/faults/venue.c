#include "faults/venue.h"

#include "testing.h"

#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static bool write_text(const char *path, const char *text)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    bool done = file >= 0 && write(file, text, strlen(text)) == (ssize_t)strlen(text);
    if (file >= 0)
        close(file);
    return done;
}

/* Who may not do so as such may as the root of a place for users of one's own, where one's own id
 * is to be root's. */
bool venue_enter_own(int kind)
{
    char map[64];
    unsigned uid = getuid(), gid = getgid();
    if (unshare(kind) == 0)
        return true;
    if (unshare(CLONE_NEWUSER | kind) != 0)
        return false;
    snprintf(map, sizeof map, "0 %u 1", uid);
    if (!write_text("/proc/self/setgroups", "deny") || !write_text("/proc/self/uid_map", map))
        return false;
    snprintf(map, sizeof map, "0 %u 1", gid);
    return write_text("/proc/self/gid_map", map);
}

double venue_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC_RAW, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

void venue_begin(struct venue *venue, const char *folder)
{
    *venue = (struct venue){.folder = "/tmp/plenary-faults-XXXXXX"};
    assert_non_null(mkdtemp(venue->folder));
    snprintf(venue->file, sizeof venue->file, "%s/review.plenary", folder ? folder : venue->folder);
}

static void take_codes(struct venue *venue)
{
    struct process *k = &venue->kiosk;
    process_value(venue->port, sizeof venue->port, process_expect(k, "listening port="), "port");
    process_value(venue->room_code, 16, process_expect(k, "code kind=room"), "code");
    process_value(venue->facilitator_code, 16, process_expect(k, "code kind=facilitator"), "code");
    for (unsigned s = 0; s < VENUE_SCHOOLS; s++)
        process_value(venue->school_code[s], 16, process_expect(k, "code kind=school"), "code");
}

void venue_open(struct venue *venue)
{
    const char *fresh[] = {"--new", "cluster-workshop", "--schools", "Ashby,Birch,Castle", NULL};
    const char *usual[] = {"--headless", "--listen", "127.0.0.1", "--print-codes", "--port", NULL};
    const char *arguments[32];
    unsigned count = 0;
    for (unsigned i = 0; venue->before && venue->before[i]; i++)
        arguments[count++] = venue->before[i];
    arguments[count++] = KIOSK;
    arguments[count++] = venue->file;
    for (unsigned i = 0; !venue->port[0] && fresh[i]; i++)
        arguments[count++] = fresh[i];
    for (unsigned i = 0; usual[i]; i++)
        arguments[count++] = usual[i];
    arguments[count++] = venue->port[0] ? venue->port : "0";
    arguments[count] = NULL;
    process_start(&venue->kiosk, "kiosk", arguments);
    take_codes(venue);
}

void venue_client(struct venue *venue, struct process *client, const char *name, const char *code,
                  unsigned port)
{
    char at[32], state[160];
    snprintf(at, sizeof at, "127.0.0.1:%u", port ? port : (unsigned)atoi(venue->port));
    snprintf(state, sizeof state, "%s/%s", venue->folder, name);
    const char *arguments[] = {CLIENT, "--text", "--at", at,  "--state",
                               state,  "--join", code,   NULL};
    if (!code)
        arguments[6] = NULL;
    process_start(client, name, arguments);
}

void venue_expect(struct process *client, size_t from, const char *text)
{
    double until = venue_ms() + PATIENCE_MS;
    while (!process_has_said(client, from, text)) {
        if (venue_ms() > until || client->out < 0)
            fail_msg("%s did not say \"%s\"; last: %s", client->name, text,
                     client->heard
                         ? client->heard + (client->length > 600 ? client->length - 600 : 0)
                         : "nothing");
        process_listen(20);
    }
}

void venue_begin_vote(struct venue *venue)
{
    struct process *f = &venue->facilitator;
    venue_client(venue, f, "facilitator", venue->facilitator_code, 0);
    venue_expect(f, 0, "room complete");
    process_say(f, "goto 3.5");
    venue_expect(f, 0, "agenda item=3 step=5");
    process_say(f, "ballot open 1 anyway");
    venue_expect(f, 0, "name=\"first-work\" state=open");
}

void venue_assert_sound(const struct venue *venue)
{
    char command[512];
    snprintf(command, sizeof command, "'%s' check '%s' | grep -q sound", KIOSK, venue->file);
    assert_int_equal(system(command), 0);
}

void venue_end(struct venue *venue)
{
    char command[128];
    process_kill_all();
    free(venue->kiosk.heard);
    free(venue->facilitator.heard);
    snprintf(command, sizeof command, "rm -rf '%s'", venue->folder);
    if (venue->folder[0] && system(command) != 0)
        print_message("%s is left\n", venue->folder);
}
