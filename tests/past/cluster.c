#include "past/cluster.h"

#include "base/day.h"
#include "base/text.h"
#include "host/setup.h"
#include "host/workshop.h"
#include "link/seeded.h"
#include "model/portray.h"
#include "testing.h"

#include <stdio.h>
#include <stdlib.h>

static void must(enum error e, const struct trouble *trouble)
{
    if (e != ERROR_OK)
        fail_msg("%s", trouble->text);
}

void cluster_path(char to[CLUSTER_PATH_SIZE], const struct scratch *scratch, const char *name)
{
    snprintf(to, CLUSTER_PATH_SIZE, "%s/%s", scratch->folder, name);
}

void cluster_write(char path[CLUSTER_PATH_SIZE], const struct scratch *scratch, const char *name,
                   const char *text)
{
    cluster_path(path, scratch, name);
    bytes_write(path, (const uint8_t *)text, strlen(text));
}

int64_t cluster_ms(uint32_t day)
{
    return (int64_t)day * 24 * 3600 * 1000 + 10 * 3600 * 1000;
}

/* The next part of a list. */
static bool take_part(char *to, size_t size, const char **list)
{
    size_t length = strcspn(*list, "|");
    if (!**list)
        return false;
    snprintf(to, size, "%.*s", (int)length, *list);
    *list += length + ((*list)[length] == '|');
    return true;
}

static struct pack *make_pack(const char *conditions)
{
    struct pack *pack = calloc(1, sizeof *pack);
    char part[TITLE_SIZE + ID_SIZE];
    assert_non_null(pack);
    text_copy(pack->id, ID_SIZE, "test");
    text_copy(pack->language, ID_SIZE, "en");
    while (take_part(part, sizeof part, &conditions)) {
        struct condition *condition = &pack->conditions[pack->condition_count++];
        size_t id = strcspn(part, "=");
        snprintf(condition->id, ID_SIZE, "%.*s", (int)id, part);
        snprintf(condition->name, TITLE_SIZE, "%s", part + id + 1);
    }
    return pack;
}

struct store *cluster_make(const char *path, const char *title, uint32_t day,
                           const char *conditions, const char *schools)
{
    struct trouble trouble = {0};
    struct journal *journal;
    struct store *store;
    struct pack *pack = make_pack(conditions);
    char(*names)[NAME_SIZE] = calloc(SCHOOLS_MAX, NAME_SIZE);
    size_t count = 0;
    uint64_t seed = 7;
    assert_non_null(names);
    while (take_part(names[count], NAME_SIZE, &schools))
        count++;
    must(journal_create(&journal, path, &trouble), &trouble);
    must(store_create(&store, &journal, &trouble), &trouble);
    struct link_random random = seeded(&seed);
    must(setup_workshop(store,
                        &(struct setup_new){.pack = pack,
                                            .title = title,
                                            .schools = (const char(*)[NAME_SIZE])names,
                                            .school_count = count},
                        &random, cluster_ms(day), &trouble),
         &trouble);
    free(names);
    free(pack);
    return store;
}

struct store *cluster_open(const char *path)
{
    struct trouble trouble = {0};
    struct store *store;
    must(workshop_open(&store, path, false, &trouble), &trouble);
    return store;
}

static school_id school_of(struct store *store, const char *name)
{
    const struct model *m = store_model(store);
    for (school_id s = 1; s <= m->school_count; s++)
        if (strcmp(m->schools[s].name, name) == 0)
            return s;
    fail_msg("no %s", name);
    return 0;
}

static void rate(struct store *store, enum command_kind kind, const char *school, int condition,
                 int now, int target, uint32_t day)
{
    struct command command = {.kind = kind};
    struct rating_change *change = &command.change.rating;
    change->school = school_of(store, school);
    change->condition = (condition_id)condition;
    change->figure.now = (uint8_t)now;
    change->figure.target = (uint8_t)target;
    strcpy(change->with, kind == COMMAND_AGREE_IN_PERSON ? "Sam" : "");
    enum refusal refusal = store_do(store, SEAT_KIOSK, &command, cluster_ms(day));
    if (refusal != REFUSAL_NONE)
        fail_msg("%s: %s", school, refusal_word(refusal));
}

void cluster_propose(struct store *store, const char *school, int condition, int now, int target)
{
    rate(store, COMMAND_RATE, school, condition, now, target, AUTUMN_2008);
}

void cluster_agree(struct store *store, const char *school, int condition, int now, int target,
                   uint32_t day)
{
    rate(store, COMMAND_AGREE_IN_PERSON, school, condition, now, target, day);
}

void cluster_end(struct store **store)
{
    struct trouble trouble = {0};
    must(store_commit(*store, &trouble), &trouble);
    store_destroy(store);
}

struct room *cluster_room(struct store *store)
{
    struct room *room;
    assert_int_equal(room_portray(&room, store_model(store), AUDIENCE_FACILITATOR, 0), ERROR_OK);
    return room;
}

struct past_set *cluster_past(struct store *store)
{
    struct past_set *past;
    struct room *room = cluster_room(store);
    assert_int_equal(past_create(&past, room, journal_path(store_journal(store))), ERROR_OK);
    room_destroy(&room);
    return past;
}

void cluster_read_csv(struct past_set *past, const char *path, uint32_t day, const char *title)
{
    struct trouble trouble = {0};
    struct past_source source = {.path = path, .day = day, .title = title};
    must(past_read(past, &source, &trouble), &trouble);
}

void cluster_read(struct past_set *past, const char *path)
{
    cluster_read_csv(past, path, 0, NULL);
}

void cluster_refuses(struct past_set *past, const struct past_source *source, enum error wanted,
                     const char *words)
{
    struct trouble trouble = {0};
    struct past_set *before = malloc(sizeof *before);
    assert_non_null(before);
    memcpy(before, past, sizeof *past);
    assert_int_equal(past_read(past, source, &trouble), wanted);
    if (!strstr(trouble.text, words))
        fail_msg("\"%s\" should say \"%s\"", trouble.text, words);
    assert_memory_equal(before, past, sizeof *past);
    free(before);
}

static void add_line(void *context, const char *text)
{
    char *to = context;
    size_t used = strlen(to);
    snprintf(to + used, CLUSTER_SAID_SIZE - used, "%s\n", text);
}

void cluster_tell(char to[CLUSTER_SAID_SIZE], const struct past_set *past, struct store *store)
{
    struct room *room = cluster_room(store);
    to[0] = '\0';
    past_tell(past, room, add_line, to);
    room_destroy(&room);
}

void cluster_take(struct store *store, const struct past_set *past, uint32_t day, const char *sum)
{
    struct trouble trouble = {0};
    struct past_report report;
    char said[PAST_TEXT_SIZE];
    must(past_take(&report, store, past, cluster_ms(day), &trouble), &trouble);
    assert_false(store_has_batch(store));
    past_sum(said, &report);
    assert_string_equal(said, sum);
}

static void add_figure(char *to, unsigned figure)
{
    snprintf(to, 8, figure ? "%u" : "-", figure);
}

void cluster_says(struct store *store, review_id review, const char *wanted)
{
    struct room *room = cluster_room(store);
    char said[CLUSTER_SAID_SIZE] = "";
    size_t used = 0;
    for (uint16_t i = 0; i < room->school_count; i++) {
        const struct past *past = room_past(room, review, room->school_order[i]);
        static const struct past nothing;
        if (memcmp(past, &nothing, sizeof nothing) == 0)
            continue;
        used += (size_t)snprintf(said + used, sizeof said - used, "%s%s", used ? " | " : "",
                                 room->schools[room->school_order[i]].name);
        for (condition_id c = 1; c <= room->workshop.condition_count; c++) {
            char now[8], target[8];
            add_figure(now, past->now[c]);
            add_figure(target, past->target[c]);
            used += (size_t)snprintf(said + used, sizeof said - used, " %s/%s", now, target);
        }
    }
    assert_string_equal(said, wanted);
    room_destroy(&room);
}
