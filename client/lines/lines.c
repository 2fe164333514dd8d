#include "lines/lines.h"

#include "base/day.h"
#include "lines/awaited.h"
#include "lines/commands.h"
#include "lines/parse.h"
#include "lines/print.h"
#include "session/session.h"
#include "takeaway/takeaway.h"
#include "words/words.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct lines {
    struct session *session;
    struct lines_printer printer;
    int in;
    bool in_ended; /* no more will be read */
    bool whole;    /* the room has been whole: lines may be understood */
    bool refused;
    bool skipping; /* the rest of a line that is too long */
    size_t length;
    char input[LINES_INPUT_MAX]; /* typed and not yet understood */
    struct lines_asked asked;
    struct room_finding found[ROOM_FINDINGS_MAX];
    struct command awaited; /* what the next line is read against; id 0: nothing */
    int64_t answered_ms;    /* the newest answer */
};

/* Counts on while a laptop sleeps, so that waking up is noticed. */
static int64_t clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_BOOTTIME, &now);
    return now.tv_sec * INT64_C(1000) + now.tv_nsec / 1000000;
}

static void say_text(struct lines *l, const char *what, const char *text)
{
    struct lines_line line;
    lines_begin(&line, what);
    lines_text(&line, "text", text);
    lines_end(&l->printer, &line, LINES_ALWAYS);
}

static void say_state(struct lines *l, enum session_state state)
{
    static const char *const words[] = {
        [SESSION_UP] = "up", [SESSION_WAITING] = "waiting", [SESSION_DOWN] = "down"};
    struct lines_line line;
    if (state < SESSION_UP)
        return;
    lines_begin(&line, "connection");
    lines_word(&line, "state", words[state]);
    lines_end(&l->printer, &line, LINES_ALWAYS);
}

static void say_end(struct lines *l)
{
    enum session_over over = session_over(l->session);
    struct lines_line line;
    lines_begin(&line, "ended");
    lines_word(&line, "reason", session_over_word(over));
    if (over == SESSION_WAIT)
        lines_number(&line, "wait", session_wait_s(l->session));
    lines_text(&line, "text", session_over_text(over));
    lines_end(&l->printer, &line, LINES_ALWAYS);
}

static void send(struct lines *l)
{
    struct command *c = &l->asked.command;
    if (session_send(l->session, c, clock_ms()) && !lines_room_shows(session_room(l->session), c))
        l->awaited = *c;
}

static void take_answer(struct lines *l, const struct session_notice *notice)
{
    lines_print_answer(&l->printer, notice->id, notice->refusal);
    l->answered_ms = clock_ms();
    if (notice->kind == SESSION_REFUSED) {
        l->refused = true;
        if (notice->id == l->awaited.id)
            l->awaited.id = 0;
    }
}

static void save_page(struct lines *l, const struct room *room)
{
    char path[TAKEAWAY_PATH_SIZE];
    struct trouble trouble = {0};
    enum error e;
    if (l->asked.path[0])
        e = takeaway_save_as(l->asked.path, room, &trouble);
    else
        e = takeaway_save(path, room, NULL, &trouble);
    if (e)
        say_text(l, "trouble", trouble.text[0] ? trouble.text : error_text(e));
    else
        say_text(l, "saved-page", l->asked.path[0] ? l->asked.path : path);
    l->refused |= e != ERROR_OK;
}

static void understand(struct lines *l, const char *line)
{
    struct trouble trouble = {0};
    const struct room *room = session_room(l->session);
    if (lines_read(&l->asked, room, day_of_time(time(NULL) * INT64_C(1000)), line, &trouble)) {
        say_text(l, "unclear", trouble.text);
        return;
    }
    switch (l->asked.ask) {
    case LINES_NOTHING:
        break;
    case LINES_SEND:
        send(l);
        break;
    case LINES_WARN:
        say_text(l, "warning", trouble.text);
        break;
    case LINES_SHOW:
        lines_print_room(&l->printer, room, clock_ms());
        say_state(l, session_state(l->session));
        break;
    case LINES_FINDINGS:
        lines_print_findings(&l->printer, room, l->found);
        break;
    case LINES_ROLES:
        lines_print_roles(&l->printer, room);
        break;
    case LINES_LOOSE:
        lines_print_loose(&l->printer, room);
        break;
    case LINES_SAVE:
        save_page(l, room);
        break;
    case LINES_HELP:
        lines_help(l->printer.out, room);
        break;
    case LINES_QUIT:
        l->in_ended = true;
        l->length = 0;
        break;
    }
}

/* What was given with the options, typed for the person. */
static void introduce(struct lines *l, const struct lines_options *options)
{
    char line[LINES_INPUT_MAX];
    if (options->name) {
        snprintf(line, sizeof line, "name %s", options->name);
        understand(l, line);
    }
    if (options->school && session_room(l->session)->me.role == ROLE_ROOM) {
        snprintf(line, sizeof line, "school %s", options->school);
        understand(l, line);
    }
}

static void take_notices(struct lines *l, const struct lines_options *options)
{
    struct session_notice notice;
    while (session_next(l->session, &notice)) {
        const struct room *room = session_room(l->session);
        switch (notice.kind) {
        case SESSION_SEATED:
            if (l->whole) /* back again, however short it was; the first time after the room */
                say_state(l, SESSION_UP);
            break;
        case SESSION_CAUGHT_UP:
            if (!l->whole)
                lines_print_room(&l->printer, room, clock_ms());
            if (!l->whole)
                say_state(l, SESSION_UP);
            fputs("room complete\n", l->printer.out);
            if (!l->whole)
                introduce(l, options);
            l->whole = true;
            break;
        case SESSION_SAVED:
        case SESSION_REFUSED:
            take_answer(l, &notice);
            break;
        case SESSION_STATE:
            if (session_state(l->session) > SESSION_UP)
                say_state(l, session_state(l->session));
            break;
        case SESSION_ENDED:
            say_end(l);
            break;
        case SESSION_TROUBLE:
            say_text(l, "notice", session_trouble(l->session));
            break;
        case SESSION_CHANGED:
            lines_print_item(&l->printer, room, notice.key, clock_ms());
            break;
        }
    }
}

static unsigned unanswered(const struct lines *l)
{
    unsigned count;
    (void)session_pending(l->session, &count);
    return count;
}

static bool awaits(const struct lines *l)
{
    return l->awaited.id && !lines_room_shows(session_room(l->session), &l->awaited) &&
           (unanswered(l) > 0 || clock_ms() - l->answered_ms < LINES_SHOWING_MS);
}

static bool can_take_lines(const struct lines *l)
{
    return l->whole && unanswered(l) < SESSION_OUTBOX_MAX && !awaits(l);
}

static void read_input(struct lines *l)
{
    ssize_t n = read(l->in, l->input + l->length, sizeof l->input - 1 - l->length);
    if (n > 0) {
        l->length += (size_t)n;
    } else if (n == 0 || (errno != EINTR && errno != EAGAIN)) {
        l->in_ended = true;
        if (l->length && l->length < sizeof l->input - 1)
            l->input[l->length++] = '\n'; /* the last line may lack its end */
    }
}

/* Takes the first line out of the input, as far as there is a whole one. */
static bool take_line(struct lines *l, char line[LINES_INPUT_MAX])
{
    char *end = memchr(l->input, '\n', l->length);
    if (!end && l->length == sizeof l->input - 1) {
        if (!l->skipping)
            say_text(l, "unclear", word(WORD_LINES_LONG));
        l->skipping = true;
        l->length = 0;
    }
    if (!end)
        return false;
    size_t length = (size_t)(end - l->input);
    memcpy(line, l->input, length);
    line[length] = '\0';
    l->length -= length + 1;
    memmove(l->input, end + 1, l->length);
    return true;
}

static void take_lines(struct lines *l)
{
    char line[LINES_INPUT_MAX];
    while (can_take_lines(l) && take_line(l, line)) {
        if (!l->skipping)
            understand(l, line);
        l->skipping = false;
    }
}

static void wait_for_news(struct lines *l)
{
    bool wants_input = !l->in_ended && can_take_lines(l);
    struct pollfd fds[2] = {
        {.fd = wants_input ? l->in : -1, .events = POLLIN},
        {.fd = session_poll_fd(l->session), .events = POLLIN},
    };
    int most_ms = session_poll_ms(l->session);
    if (l->in_ended && most_ms > LINES_LINGER_MS)
        most_ms = LINES_LINGER_MS;
    fflush(l->printer.out);
    if (poll(fds, 2, most_ms) > 0 && fds[0].revents)
        read_input(l);
}

/* Until everything typed has its answer, or nobody is there to give it. */
static bool has_work(const struct lines *l, int64_t *away_since_ms)
{
    if (session_state(l->session) == SESSION_APART || ferror(l->printer.out))
        return false;
    if (!l->in_ended)
        return true;
    int64_t now_ms = clock_ms();
    if (l->length == 0 && unanswered(l) == 0)
        return now_ms - l->answered_ms < LINES_LINGER_MS;
    if (session_state(l->session) == SESSION_UP || !*away_since_ms)
        *away_since_ms = now_ms;
    return now_ms - *away_since_ms < LINES_PATIENCE_MS;
}

static enum error begin(struct lines *l, const struct lines_options *options, struct trouble *t)
{
    enum error e = session_create(&l->session, options->state_folder, true, NULL);
    if (e)
        return trouble_set(t, e, "%s", error_text(e));
    return options->code ? session_join(l->session, options->host, options->port, options->code,
                                        clock_ms(), t)
                         : session_resume(l->session, options->host, options->port, clock_ms(), t);
}

static void serve(struct lines *l, const struct lines_options *options)
{
    int64_t away_since_ms = 0;
    while (has_work(l, &away_since_ms)) {
        wait_for_news(l);
        session_step(l->session, clock_ms());
        take_notices(l, options);
        take_lines(l);
    }
}

int lines_run(const struct lines_options *options, int in, FILE *out)
{
    struct trouble trouble = {0};
    struct lines *l = calloc(1, sizeof *l);
    if (!l)
        return LINES_NOT_SEATED;
    l->in = in;
    l->printer.out = out;
    if (begin(l, options, &trouble))
        say_text(l, "ended", trouble.text);
    else
        serve(l, options);
    fflush(out);
    int status = !l->whole                         ? LINES_NOT_SEATED
                 : l->refused || unanswered(l) > 0 ? LINES_NOT_SAVED
                                                   : LINES_ALL_SAVED;
    session_destroy(&l->session);
    free(l);
    return status;
}
