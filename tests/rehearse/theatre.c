#include "rehearse/theatre.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "host/setup.h"
#include "link/seeded.h"
#include "opening/rehearsing.h"
#include "testing.h"

static void tell(void *context, const char *line)
{
    struct theatre *t = context;
    int length = snprintf(t->log + t->log_length, sizeof t->log - t->log_length, "%s\n", line);
    assert_true(length > 0 && t->log_length + (size_t)length < sizeof t->log);
    t->log_length += (size_t)length;
}

static enum error dial(void *context, struct link **out, const char *host, uint16_t port,
                       struct trouble *trouble)
{
    struct theatre *t = context;
    char address[LINK_ADDRESS_SIZE];
    (void)host, (void)port, (void)trouble;
    t->dialled++;
    snprintf(address, sizeof address, "10.0.%u.%u", t->dialled / 200 % 200, t->dialled % 200 + 1);
    return link_memory_dial(out, t->memory, address);
}

/* Too large for the stack. */
struct content {
    struct pack pack;
    struct content_entry entry;
    char schools[SCHOOLS_MAX][NAME_SIZE];
};

static struct store *make_store(struct theatre *t, const struct theatre_wish *wish)
{
    struct content *c = calloc(1, sizeof *c);
    struct trouble trouble = {0};
    struct journal *journal;
    struct store *store;
    struct link_random random = seeded(&t->seed);
    assert_non_null(c);
    if (content_load_rehearsal(&t->pack, wish->pack, &trouble) ||
        content_find_agenda(&c->entry, t->pack->agenda, &trouble) ||
        content_load(&c->pack, c->entry.path, c->entry.agenda_id, &trouble))
        fail_msg("%s", trouble.text);
    for (uint8_t i = 0; i < t->pack->school_count; i++)
        memcpy(c->schools[i], t->pack->schools[i].name, NAME_SIZE);
    assert_int_equal(journal_open_memory(&journal, t->disk, &trouble), ERROR_OK);
    assert_int_equal(store_create(&store, &journal, &trouble), ERROR_OK);
    struct setup_new new = {.pack = &c->pack,
                            .title = t->pack->title,
                            .schools = (const char(*)[NAME_SIZE])c->schools,
                            .school_count = t->pack->school_count,
                            .training = !wish->real};
    if (setup_workshop(store, &new, &random, t->now_ms, &trouble) ||
        (!wish->real && rehearsing_bring(store, t->pack, true, t->now_ms, &trouble)))
        fail_msg("%s", trouble.text);
    free(c);
    return store;
}

static void read_code(char code[CODE_LENGTH + 1], const struct theatre *t, enum code_kind kind)
{
    const struct model *model = host_model(t->host);
    uint16_t found = model_find_code(model, kind, 0, 0);
    assert_true(found > 0);
    snprintf(code, CODE_LENGTH + 1, "%.*s", CODE_LENGTH,
             (const char *)model->codes[found].symbols.bytes);
}

static struct session *come(struct theatre *t, enum code_kind kind)
{
    struct session_means means = {.dial = dial, .context = t, .random = seeded(&t->seed)};
    struct trouble trouble = {0};
    struct session *session;
    char code[CODE_LENGTH + 1];
    read_code(code, t, kind);
    assert_int_equal(session_create(&session, NULL, false, &means), ERROR_OK);
    assert_int_equal(session_join(session, "kiosk", 1, code, t->now_ms, &trouble), ERROR_OK);
    return session;
}

static struct rehearsal *make_players(struct theatre *t, const struct theatre_wish *wish)
{
    struct session_means means = {.dial = dial, .context = t, .random = seeded(&t->seed)};
    struct trouble trouble = {0};
    struct rehearsal *players;
    char code[CODE_LENGTH + 1];
    read_code(code, t, CODE_ROOM);
    struct rehearse_options options = {.host = "kiosk",
                                       .port = 1,
                                       .code = code,
                                       .pack = t->pack,
                                       .seats = wish->seats,
                                       .seed = wish->seed,
                                       .state_folder = wish->state,
                                       .means = &means,
                                       .tell = tell,
                                       .context = t};
    assert_int_equal(rehearse_create(&players, &options, &trouble), ERROR_OK);
    return players;
}

void theatre_begin(struct theatre **out, const struct theatre_wish *wish)
{
    struct theatre *t = calloc(1, sizeof *t);
    struct trouble trouble = {0};
    struct link *link;
    assert_non_null(t);
    t->now_ms = INT64_C(1258000000000);
    t->seed = wish->seed;
    assert_int_equal(journal_disk_create(&t->disk), ERROR_OK);
    assert_int_equal(link_memory_create(&t->memory, NULL), ERROR_OK);
    link_memory_advance(t->memory, (uint64_t)t->now_ms);
    struct store *store = make_store(t, wish);
    assert_int_equal(link_memory_listen(&link, t->memory, THEATRE_PEERS), ERROR_OK);
    struct host_parts parts = {.store = &store, .link = &link, .random = seeded(&t->seed)};
    assert_int_equal(host_create(&t->host, &parts, &trouble), ERROR_OK);
    t->rehearsal = make_players(t, wish);
    t->facilitator = come(t, CODE_FACILITATOR);
    for (unsigned i = 0; i < 500 && !t->whole; i++)
        theatre_run(t, THEATRE_STEP_MS);
    assert_true(t->whole);
    *out = t;
}

void theatre_end(struct theatre **theatre)
{
    struct theatre *t = *theatre;
    rehearse_destroy(&t->rehearsal);
    rehearse_destroy(&t->others);
    rehearsal_pack_destroy(&t->pack);
    session_destroy(&t->facilitator);
    host_destroy(&t->host);
    link_memory_destroy(&t->memory);
    journal_disk_destroy(&t->disk);
    free(t);
    *theatre = NULL;
}

void theatre_come_others(struct theatre *t, unsigned seats, uint64_t seed)
{
    t->others = make_players(t, &(struct theatre_wish){.seats = seats, .seed = seed});
}

static void listen_to(struct theatre *t)
{
    struct session_notice notice;
    session_step(t->facilitator, t->now_ms);
    while (session_next(t->facilitator, &notice)) {
        t->whole = t->whole || notice.kind == SESSION_CAUGHT_UP;
        if (notice.kind == SESSION_SAVED || notice.kind == SESSION_REFUSED) {
            t->answer = notice.id;
            t->refusal = notice.refusal;
        }
    }
}

void theatre_run_with(struct theatre *t, struct session *person, int64_t ms)
{
    struct session_notice notice;
    for (int64_t end_ms = t->now_ms + ms; t->now_ms < end_ms;) {
        t->now_ms += THEATRE_STEP_MS;
        link_memory_advance(t->memory, (uint64_t)t->now_ms);
        host_tick(t->host, t->now_ms);
        rehearse_step(t->rehearsal, t->now_ms);
        if (t->others)
            rehearse_step(t->others, t->now_ms);
        if (t->facilitator)
            listen_to(t);
        if (person)
            session_step(person, t->now_ms);
        while (person && session_next(person, &notice))
            continue;
    }
}

void theatre_run(struct theatre *t, int64_t ms)
{
    theatre_run_with(t, NULL, ms);
}

void theatre_ask(struct theatre *t, struct command *command)
{
    uint32_t id = session_send(t->facilitator, command, t->now_ms);
    assert_true(id > 0);
    for (unsigned i = 0; i < 500 && t->answer != id; i++)
        theatre_run(t, THEATRE_STEP_MS);
    assert_int_equal(t->answer, id);
    if (t->refusal != REFUSAL_NONE)
        fail_msg("%s: %s", command_word(command->kind), refusal_text(t->refusal));
    theatre_run(t, 5 * THEATRE_STEP_MS);
}

void theatre_conduct(struct theatre *t, enum conduct what, uint8_t value)
{
    struct command command = {.kind = COMMAND_CONDUCT,
                              .change.conduct = {.what = (uint8_t)what, .value = value}};
    theatre_ask(t, &command);
}

void theatre_go(struct theatre *t, uint8_t item, uint8_t step)
{
    struct command command = {.kind = COMMAND_GO, .change.place = {.item = item, .step = step}};
    theatre_ask(t, &command);
}

const struct room *theatre_room(const struct theatre *t)
{
    return session_room(t->facilitator);
}

void theatre_gather(struct theatre *t)
{
    theatre_conduct(t, CONDUCT_PACE, PACE_MOST);
    for (unsigned s = 0; s < 120; s++) {
        unsigned scripted = 0;
        for (character_id c = 1; c <= t->pack->role_count; c++)
            scripted += theatre_room(t)->characters[c].scripted;
        if (scripted == t->pack->role_count)
            return;
        theatre_run(t, 1000);
    }
    fail_msg("not all have come:\n%s", t->log);
}

struct session *theatre_person(struct theatre *t)
{
    struct session *person = come(t, CODE_ROOM);
    theatre_run_with(t, person, 1000);
    assert_int_equal(session_state(person), SESSION_UP);
    return person;
}

static bool line_has(const char *line, size_t length, const char *text)
{
    return memmem(line, length, text, strlen(text)) != NULL;
}

unsigned theatre_count(const struct theatre *t, size_t from, const char *a, const char *b)
{
    unsigned count = 0;
    for (const char *line = t->log + from; *line;) {
        size_t length = strcspn(line, "\n");
        count += line_has(line, length, a) && line_has(line, length, b);
        line += length + 1;
    }
    return count;
}

unsigned theatre_lines(const struct theatre *t, size_t from)
{
    return theatre_count(t, from, "", "");
}
