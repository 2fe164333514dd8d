#include "session/stand.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/text.h"
#include "link/seeded.h"
#include "testing.h"

static enum link_found find(void *context, enum link_by by, const uint8_t name[LINK_NAME],
                            struct link_secret *secret)
{
    struct stand *s = context;
    secret->id = 1;
    if (by == LINK_BY_TOKEN && s->token_known && !memcmp(name, s->token.id, LINK_TOKEN_ID)) {
        link_token_hash(secret->bytes, &s->token);
        return LINK_KNOWN;
    }
    if (by == LINK_BY_CODE && !memcmp(name, STAND_CODE, LINK_SELECTOR_LENGTH)) {
        memcpy(secret->bytes, STAND_CODE, CODE_LENGTH);
        return LINK_KNOWN;
    }
    return LINK_UNKNOWN;
}

int64_t stand_clock(const struct stand *s)
{
    return s->now_ms - s->clock_behind_ms;
}

void stand_send_bytes(struct stand *s, const uint8_t *bytes, size_t length)
{
    static uint8_t sealed[LINK_MESSAGE_MAX];
    size_t sealed_length;
    for (unsigned i = 0; i < STAND_DOORS; i++)
        if (s->doors[i].open && link_door_admitted(&s->doors[i].door)) {
            assert_false(link_door_seal(sealed, &sealed_length, &s->doors[i].door, bytes, length));
            assert_false(link_send(s->link, s->doors[i].peer, sealed, sealed_length));
        }
}

void stand_send(struct stand *s)
{
    stand_send_bytes(s, s->letter.bytes, s->letter.length);
}

void stand_add_item(struct stand *s, const struct item *item)
{
    uint8_t bytes[WIRE_ITEM_MAX];
    assert_true(letter_add_item(&s->letter, bytes, wire_item_encode(bytes, item)));
}

void stand_add_school(struct stand *s, school_id school, const char *name)
{
    struct item item = {.key = {.kind = ITEM_SCHOOL, .a = school}};
    snprintf(item.body.school.name, sizeof item.body.school.name, "%s", name);
    stand_add_item(s, &item);
}

static void seat(struct stand *s, bool by_code)
{
    struct seated seated = {.seat = 3, .last_command = s->last_command};
    letter_begin(&s->letter, stand_clock(s) - s->late_ms);
    if (by_code) {
        struct link_random random = seeded(&s->seed);
        link_token_make(&s->token, &random);
        s->token_known = true;
        seated.token_length = LINK_TOKEN_ID + LINK_TOKEN_SECRET;
        memcpy(seated.token, &s->token, seated.token_length);
    }
    assert_true(letter_add_seated(&s->letter, &seated));
    if (s->tells_room) {
        stand_add_school(s, 1, "Ashby");
        stand_add_school(s, 2, "Birch");
        assert_true(letter_add_caught_up(&s->letter));
    }
    stand_send(s);
}

static void take(struct stand *s, const uint8_t *plain, size_t length)
{
    struct upward up;
    assert_true(wire_upward_decode(&up, plain, length));
    letter_begin(&s->letter, stand_clock(s) - s->late_ms);
    if (up.has_command) {
        s->commands[s->command_count].id = up.command.id;
        s->commands[s->command_count++].condition = up.command.change.rating.condition;
        if (!s->answers)
            return;
        assert_true(letter_add_receipt(&s->letter, up.command.id, up.refusal));
    } else if (s->mute) {
        return;
    } else {
        assert_true(letter_add_beat(&s->letter, up.beat));
    }
    stand_send(s);
}

static void take_outcome(struct stand *s, struct stand_door *d, const struct link_outcome *outcome,
                         const uint8_t *plain)
{
    if (outcome->reply_length)
        assert_false(link_send(s->link, d->peer, outcome->reply, outcome->reply_length));
    if (outcome->kind == LINK_REFUSED) {
        link_disconnect(s->link, d->peer, LINK_AFTER_SENDING);
        d->open = false;
    } else if (outcome->kind == LINK_PLAIN) {
        take(s, plain, outcome->plain_length);
    }
}

static void take_event(struct stand *s, const struct link_event *event)
{
    static uint8_t plain[LINK_MESSAGE_MAX];
    struct stand_door *d = &s->doors[event->peer.index];
    struct link_outcome outcome;
    if (event->kind == LINK_CONNECTED) {
        *d = (struct stand_door){.open = true, .peer = event->peer};
        assert_false(
            link_door_open(&d->door, &outcome, &s->house, "10.0.0.2", (uint64_t)s->now_ms));
        take_outcome(s, d, &outcome, plain);
    } else if (event->kind == LINK_GONE) {
        link_door_close(&d->door, &s->house);
        d->open = false;
    } else if (d->open) {
        bool before = link_door_admitted(&d->door);
        link_door_receive(&d->door, &outcome, plain, &s->house, event->bytes, event->length,
                          (uint64_t)s->now_ms);
        take_outcome(s, d, &outcome, plain);
        if (!before && outcome.kind == LINK_ADMITTED) {
            s->came_by = d->door.by;
            seat(s, d->door.by == LINK_BY_CODE);
        }
    }
}

static void serve(struct stand *s)
{
    struct link_event event;
    while (s->link && !s->hangs && link_next(s->link, &event))
        take_event(s, &event);
}

void stand_run(struct stand *s, int64_t ms)
{
    for (int64_t end_ms = s->now_ms + ms; s->now_ms < end_ms;) {
        s->now_ms += STAND_STEP_MS;
        link_memory_advance(s->memory, (uint64_t)s->now_ms);
        serve(s);
        session_step(s->session, s->now_ms);
        serve(s);
        while (s->notice_count < STAND_LOG &&
               session_next(s->session, &s->notices[s->notice_count]))
            s->noticed_ms[s->notice_count++] = s->now_ms;
    }
}

void stand_start(struct stand *s)
{
    memset(s->doors, 0, sizeof s->doors);
    memset(&s->house.guard, 0, sizeof s->house.guard);
    assert_false(link_memory_listen(&s->link, s->memory, STAND_DOORS));
    s->hangs = false;
}

void stand_crash(struct stand *s)
{
    if (s->dialled)
        link_memory_cut(s->dialled);
    link_destroy(&s->link);
}

static enum error dial(void *context, struct link **out, const char *host, uint16_t port,
                       struct trouble *t)
{
    struct stand *s = context;
    (void)t;
    s->dials[s->dial_count++] = s->now_ms;
    text_copy(s->dialled_host, sizeof s->dialled_host, host);
    s->dialled_port = port;
    enum error e = link_memory_dial(out, s->memory, "10.0.0.2");
    s->dialled = *out;
    return e;
}

void stand_new_session(struct stand *s, bool tell_items)
{
    struct session_means means = {.dial = dial, .context = s, .random = seeded(&s->seed)};
    session_destroy(&s->session);
    assert_false(session_create(&s->session, s->folder, tell_items, &means));
    s->notice_count = s->dial_count = s->command_count = 0;
}

static void begin(struct stand *s)
{
    memset(s, 0, sizeof *s);
    s->seed = 7;
    s->answers = s->tells_room = true;
    s->house.random = seeded(&s->seed);
    s->house.find = find;
    s->house.context = s;
    memset(s->house.workshop_id, 0xab, LINK_WORKSHOP_ID);
    strcpy(s->folder, "/tmp/plenary-session-XXXXXX");
    assert_non_null(mkdtemp(s->folder));
    strcat(s->folder, "/state");
    assert_false(link_memory_create(&s->memory, NULL));
    stand_start(s);
    stand_new_session(s, true);
}

static void end(struct stand *s)
{
    char command[128];
    session_destroy(&s->session);
    link_destroy(&s->link);
    link_memory_destroy(&s->memory);
    *strrchr(s->folder, '/') = '\0';
    snprintf(command, sizeof command, "rm -r '%s'", s->folder);
    assert_int_equal(system(command), 0);
}

void stand_join(struct stand *s, const char *code)
{
    struct trouble t = {0};
    assert_int_equal(session_join(s->session, "kiosk", 47474, code, s->now_ms, &t), ERROR_OK);
}

void stand_sit(struct stand *s)
{
    stand_join(s, STAND_CODE);
    stand_run(s, 100);
    assert_int_equal(session_state(s->session), SESSION_UP);
}

unsigned stand_noticed(const struct stand *s, enum session_notice_kind kind, unsigned *last)
{
    unsigned count = 0;
    for (unsigned i = 0; i < s->notice_count; i++)
        if (s->notices[i].kind == kind) {
            count++;
            if (last)
                *last = i;
        }
    return count;
}

uint32_t stand_rate(struct stand *s, condition_id condition)
{
    static struct command command;
    command.kind = COMMAND_RATE;
    command.change.rating =
        (struct rating_change){.school = 1, .condition = condition, .figure = {.now = 5}};
    return session_send(s->session, &command, s->now_ms);
}

bool stand_kept(const struct stand *s, char path[512])
{
    bool found = false;
    DIR *all = opendir(s->folder);
    for (struct dirent *e; all && (e = readdir(all));)
        if (e->d_name[0] != '.') {
            snprintf(path, 512, "%s/%s", s->folder, e->d_name);
            found = true;
        }
    if (all)
        closedir(all);
    return found;
}

int stand_set_up(void **state)
{
    begin(*state);
    return 0;
}

int stand_tear_down(void **state)
{
    end(*state);
    return 0;
}
