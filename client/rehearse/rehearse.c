#include "rehearse/parts.h"

#include "base/text.h"
#include "link/code.h"
#include "session/keep.h"
#include "words/words.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The players together: their time, who comes when, and what the facilitator asks of them. */

enum {
    COME_APART_MS = 4000,   /* those who are punctual come in so far apart, */
    COME_WITHIN_MS = 90000, /* and all of them within this */
    STEP_WAIT_MS = 3000,    /* a step waits so long for somebody who has something to do */
    WAIT_MOST_MS = 1000,
};

/* ---- telling */

static size_t put(char *to, size_t at, char c)
{
    if (at + 1 < REHEARSE_LINE_SIZE)
        to[at++] = c;
    to[at] = '\0';
    return at;
}

void rehearse_tell(const struct player *p, const char *word, const char *format, ...)
{
    const struct rehearse_options *options = &p->rehearsal->options;
    char line[REHEARSE_LINE_SIZE];
    if (!options->tell)
        return;
    size_t at =
        (size_t)snprintf(line, sizeof line, "%s %s=\"", word, p->role ? "role" : "colleague");
    for (const char *name = p->name; *name; name++) {
        if (*name == '"' || *name == '\\')
            at = put(line, at, '\\');
        at = put(line, at, *name);
    }
    at = put(line, at, '"');
    if (format) {
        va_list args;
        va_start(args, format);
        vsnprintf(line + at, sizeof line - at, format, args);
        va_end(args);
    }
    options->tell(options->context, line);
}

/* ---- beginning and ending */

/* When each comes in: as the pack says, and the punctual one after the other. */
static void set_arrivals(struct rehearsal *r)
{
    uint64_t dice = r->options.seed;
    uint32_t apart_ms = COME_WITHIN_MS / (r->count ? r->count : 1);
    apart_ms = apart_ms < COME_APART_MS ? apart_ms : COME_APART_MS;
    for (unsigned i = 0; i < r->count; i++) {
        struct player *p = &r->players[i];
        p->due_ms = (p->role ? p->role->arrives : 0) * INT64_C(60000) + (int64_t)i * apart_ms +
                    temper_roll(&dice, apart_ms);
    }
    r->players[0].due_ms = 0;
}

static enum error make_players(struct rehearsal *r)
{
    r->players = calloc(r->count, sizeof *r->players);
    enum error e = r->players ? ERROR_OK : ERROR_MEMORY;
    for (unsigned i = 0; i < r->count && !e; i++)
        e = player_begin(&r->players[i], r, i);
    if (!e)
        set_arrivals(r);
    return e;
}

enum error rehearse_create(struct rehearsal **out, const struct rehearse_options *options,
                           struct trouble *trouble)
{
    struct link_code_typed typed;
    unsigned seats = options->seats ? options->seats : options->pack->role_count;
    *out = NULL;
    enum error e = session_code_read(&typed, options->code, trouble);
    if (e)
        return e;
    if (strlen(options->host) >= SESSION_HOST_SIZE)
        return trouble_set(trouble, ERROR_FORMAT, "%s", word(WORD_SESSION_HOST_LONG));
    if (seats > REHEARSE_SEATS_MAX)
        return trouble_set(trouble, ERROR_RANGE, word(WORD_REHEARSAL_SEATS), REHEARSE_SEATS_MAX);
    struct rehearsal *r = calloc(1, sizeof *r);
    if (!r)
        return ERROR_MEMORY;
    r->options = *options;
    r->count = seats;
    r->pace = 1;
    text_copy(r->host, sizeof r->host, options->host);
    memcpy(r->code, typed.symbols, sizeof typed.symbols);
    if (options->state_folder)
        mkdir(options->state_folder, 0700); /* where it cannot be made, keeping a seat says so */
    e = make_players(r);
    if (e)
        rehearse_destroy(&r);
    *out = r;
    return e;
}

void rehearse_clear(const char *state_folder, time_t now)
{
    char folder[PLAYER_FOLDER_SIZE];
    for (unsigned i = 0; i < REHEARSE_SEATS_MAX; i++) {
        player_folder(folder, state_folder, i);
        session_keep_clear(folder, now - REHEARSE_KEPT_DAYS * (time_t)86400);
    }
}

void rehearse_destroy(struct rehearsal **rehearsal)
{
    struct rehearsal *r = *rehearsal;
    if (!r)
        return;
    for (unsigned i = 0; i < r->count && r->players; i++)
        player_end(&r->players[i]);
    free(r->players);
    free(r);
    *rehearsal = NULL;
}

/* ---- conducting */

/* The room of somebody who is there; NULL: nobody is. */
static const struct room *any_room(const struct rehearsal *r)
{
    const struct room *room = NULL;
    for (unsigned i = 0; i < r->count && !room; i++)
        room = player_room(&r->players[i]);
    return room;
}

static void end(struct rehearsal *r, enum rehearse_end how, const char *why)
{
    r->end = how;
    if (why)
        text_copy(r->why, sizeof r->why, why);
    for (unsigned i = 0; i < r->count; i++)
        session_leave(r->players[i].session);
}

static void heed(struct rehearsal *r, const struct room *room)
{
    const struct conducting_item *c = &room->conducting;
    if (r->conducted && c->calls != r->calls)
        moments_call(r, c->moment);
    if (r->conducted && c->paused && c->steps != r->steps) {
        r->steps_left += c->steps - r->steps;
        r->step_until_ms = r->now_ms + STEP_WAIT_MS;
    }
    if (!c->paused || r->now_ms > r->step_until_ms)
        r->steps_left = 0;
    r->conducted = true;
    r->paused = c->paused;
    r->pace = c->pace ? c->pace : 1;
    r->steps = c->steps;
    r->calls = c->calls;
}

/* What the room says of the whole rehearsal. */
static void see_training(struct rehearsal *r)
{
    const struct room *room = any_room(r);
    if (!room)
        return;
    if (!room->workshop.training) {
        end(r, REHEARSE_END_NOT_TRAINING, refusal_text(REFUSAL_NOT_TRAINING));
        return;
    }
    r->is_training = true;
    r->closed = room->workshop.closed;
    heed(r, room);
}

static void see_end(struct rehearsal *r)
{
    bool anybody = false;
    for (unsigned i = 0; i < r->count; i++)
        anybody = anybody || r->players[i].stage == PLAYER_HERE ||
                  r->players[i].stage == PLAYER_AWAY ||
                  (r->players[i].stage == PLAYER_COMING && r->is_training);
    if (!anybody && r->players[0].stage != PLAYER_COMING)
        end(r, r->is_training ? REHEARSE_END_GONE : REHEARSE_END_NO_ENTRY, NULL);
}

/* ---- the step */

/* The first comes at once, to see what this is; the others once it is a training. */
static bool may_come(const struct rehearsal *r, const struct player *p)
{
    return p->stage == PLAYER_COMING && (r->is_training || p == r->players);
}

/* Somebody else is there who sees that the role is free, or not; where nobody is, it goes to look.
 */
static bool may_return(const struct rehearsal *r, const struct player *p)
{
    const struct room *room = any_room(r);
    if (p->stage != PLAYER_AWAY)
        return false;
    if (p->yields && room)
        return player_is_free(p, room);
    return r->own_ms >= p->due_ms;
}

static bool is_due(const struct rehearsal *r, const struct player *p)
{
    return p->plan != DOING_COUNT && r->own_ms >= p->plan_ms;
}

/* When somebody would do the next thing, in rehearsal time; what is called up comes first. False:
 * nothing is planned. */
static bool next_ms(const struct rehearsal *r, const struct player *p, int64_t *at_ms)
{
    if (may_come(r, p))
        *at_ms = p->due_ms;
    else if (p->plan == DOING_MOMENT)
        *at_ms = INT64_MIN;
    else if (p->plan != DOING_COUNT)
        *at_ms = p->plan_ms;
    else
        return false;
    return true;
}

static struct player *next_player(struct rehearsal *r)
{
    struct player *next = NULL;
    int64_t best_ms = 0, at_ms;
    for (unsigned i = 0; i < r->count; i++)
        if (next_ms(r, &r->players[i], &at_ms) && (!next || at_ms < best_ms)) {
            next = &r->players[i];
            best_ms = at_ms;
        }
    return next;
}

/* While they pause: exactly one thing for each step that was asked for. */
static void step_one(struct rehearsal *r)
{
    for (struct player *p; r->steps_left > 0 && (p = next_player(r));) {
        bool comes = p->stage == PLAYER_COMING;
        if (comes)
            player_come(p, r->now_ms);
        if (comes || player_perform(p, r->now_ms)) {
            r->steps_left--;
            return;
        }
    }
}

static void act(struct rehearsal *r, struct player *p)
{
    if (may_come(r, p) && r->own_ms >= p->due_ms)
        player_come(p, r->now_ms);
    else if (may_return(r, p))
        player_return(p, r->now_ms);
    if (p->quiet_ms && r->own_ms >= p->quiet_ms) {
        p->quiet_ms = 0;
        p->looks = true;
    }
    if (is_due(r, p))
        (void)player_perform(p, r->now_ms);
}

void rehearse_step(struct rehearsal *r, int64_t now_ms)
{
    if (r->end)
        return;
    if (r->begun && !r->paused)
        r->own_ms += (now_ms - r->now_ms) * r->pace;
    r->now_ms = now_ms;
    r->begun = true;
    for (unsigned i = 0; i < r->count; i++)
        if (r->players[i].stage == PLAYER_HERE || r->players[i].stage == PLAYER_AWAY)
            player_serve(&r->players[i], now_ms);
    see_training(r);
    if (r->end)
        return;
    moments_go_on(r, r->steps_left > 0);
    for (unsigned i = 0; i < r->count; i++) {
        if (!r->paused)
            act(r, &r->players[i]);
        player_look(&r->players[i], now_ms);
    }
    step_one(r);
    see_end(r);
}

/* ---- waiting */

static int64_t until_ms(const struct rehearsal *r, const struct player *p)
{
    int64_t at_ms = INT64_MAX, look_ms = INT64_MAX;
    if (p->stage == PLAYER_OVER)
        return WAIT_MOST_MS;
    if (!r->paused && may_come(r, p))
        at_ms = p->due_ms;
    else if (!r->paused && p->stage == PLAYER_AWAY && !p->yields)
        at_ms = p->due_ms;
    else if (!r->paused && p->plan != DOING_COUNT)
        at_ms = p->plan_ms;
    if (p->looks && !p->asked && player_room(p))
        look_ms = p->look_ms - r->now_ms;
    int64_t left_ms = at_ms == INT64_MAX ? at_ms : (at_ms - r->own_ms + r->pace - 1) / r->pace;
    int64_t session_ms = p->stage == PLAYER_COMING ? WAIT_MOST_MS : session_poll_ms(p->session);
    left_ms = left_ms < session_ms ? left_ms : session_ms;
    return left_ms < look_ms ? left_ms : look_ms;
}

int rehearse_wait_ms(const struct rehearsal *r)
{
    int64_t least_ms = WAIT_MOST_MS;
    for (unsigned i = 0; i < r->count && !r->end; i++) {
        int64_t left_ms = until_ms(r, &r->players[i]);
        least_ms = left_ms < least_ms ? left_ms : least_ms;
    }
    for (unsigned i = 0; i < PLAYING_MAX; i++)
        if (r->playing[i].moment && least_ms > LOOK_EVERY_MS)
            least_ms = LOOK_EVERY_MS;
    return least_ms < 0 ? 0 : (int)least_ms;
}

/* ---- questions */

unsigned rehearse_poll_fds(const struct rehearsal *r, struct pollfd fds[REHEARSE_SEATS_MAX])
{
    unsigned count = 0;
    for (unsigned i = 0; i < r->count; i++) {
        int fd = session_poll_fd(r->players[i].session);
        if (fd >= 0)
            fds[count++] = (struct pollfd){.fd = fd, .events = POLLIN};
    }
    return count;
}

enum rehearse_end rehearse_ended(const struct rehearsal *r)
{
    return r->end;
}

const char *rehearse_why(const struct rehearsal *r)
{
    return r->end ? r->why : "";
}

unsigned rehearse_joined(const struct rehearsal *r)
{
    unsigned joined = 0;
    for (unsigned i = 0; i < r->count; i++)
        joined += r->players[i].whole;
    return joined;
}
