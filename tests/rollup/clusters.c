#include "rollup/clusters.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "content/content.h"
#include "host/setup.h"
#include "link/seeded.h"

/* 14 September 2026, in the morning. */
static const int64_t then_ms = INT64_C(1789372800000);

static void must(bool well, const char *what)
{
    if (well)
        return;
    fprintf(stderr, "clusters: %s\n", what);
    abort();
}

void clusters_pack(struct pack *pack)
{
    struct trouble trouble = {0};
    char path[1024];
    snprintf(path, sizeof path, "%s/packs/extended-services.yaml", content_assets());
    must(content_load(pack, path, "cluster-workshop", &trouble) == ERROR_OK, trouble.text);
}

static void obey(struct store *store, const struct command *command)
{
    enum refusal refusal = store_do(store, SEAT_KIOSK, command, then_ms);
    must(refusal == REFUSAL_NONE, refusal_text(refusal));
}

static void name_schools(char names[SCHOOLS_MAX][NAME_SIZE], const struct clusters_spec *spec,
                         unsigned count)
{
    static const char *const firsts[] = {"Ash",  "Birch", "Castle", "Dene", "Elm",
                                         "Fern", "Grove", "Hazel",  "Ivy",  "Juniper"};
    static const char *const lasts[] = {"by Primary School", " Hill Academy", "field Infants",
                                        " Lane Junior School", "wood Community College"};
    for (unsigned i = 0; i < count; i++)
        if (spec->names)
            text_copy(names[i], NAME_SIZE, spec->names[i]);
        else
            snprintf(names[i], NAME_SIZE, "%s%s%.0d", firsts[i % 10], lasts[i / 10 % 5],
                     (int)i / 50);
}

/* Without rows most conditions vary, two are low nearly everywhere and one is high. */
static unsigned rating_of(const struct clusters_spec *spec, unsigned condition, unsigned school,
                          uint64_t *seed)
{
    if (!spec->rows) {
        unsigned lowest = condition == 10 || condition == 6 ? 1 : condition == 1 ? 8 : 2;
        unsigned widest = condition == 10 || condition == 6 || condition == 1 ? 3 : 9;
        return lowest + (unsigned)seeded_below(seed, widest);
    }
    for (unsigned c = 1; c <= condition; c++)
        if (!spec->rows[c - 1])
            return 0;
    char digit = spec->rows[condition - 1][school - 1];
    return digit == 'a' ? 10 : digit == '-' ? 0 : (unsigned)(digit - '0');
}

static void rate(struct store *store, const struct clusters_spec *spec, uint64_t *seed)
{
    const struct model *model = store_model(store);
    for (condition_id c = 1; c <= model->condition_count; c++)
        for (school_id s = 1; s <= model->school_count; s++) {
            struct command command = {.kind = COMMAND_AGREE_IN_PERSON};
            unsigned now = rating_of(spec, c, s, seed);
            command.change.rating =
                (struct rating_change){.school = s, .condition = c, .with = "Sam"};
            command.change.rating.figure =
                (struct figure){.now = (uint8_t)now,
                                .target = (uint8_t)(now < 8 ? now + 2 : 0),
                                .months = now < 8 ? 12 : 0};
            if (now)
                obey(store, &command);
        }
}

static void put_to_la(struct store *store, uint8_t kind, uint8_t number)
{
    struct command command = {.kind = COMMAND_SET_FINDING};
    command.change.finding =
        (struct finding_change){.kind = kind, .number = number, .for_la = true};
    obey(store, &command);
}

static void mark(struct store *store, const struct clusters_spec *spec)
{
    struct command word = {.kind = COMMAND_WORD_FINDING};
    struct command answer = {.kind = COMMAND_ANSWER_FINDING};
    if (!spec->rows) {
        put_to_la(store, FINDING_LA, 10);
        put_to_la(store, FINDING_PRIORITY, 6);
    }
    if (!spec->text)
        return;
    word.change.finding.kind = FINDING_ADDED;
    text_copy(word.change.finding.text, NOTE_SIZE, spec->text);
    obey(store, &word);
    put_to_la(store, FINDING_ADDED, 1);
    if (!spec->answer)
        return;
    answer.change.finding = (struct finding_change){.kind = FINDING_ADDED, .number = 1};
    text_copy(answer.change.finding.text, NOTE_SIZE, spec->answer);
    obey(store, &answer);
}

static void consent(struct store *store)
{
    for (school_id s = 1; s <= store_model(store)->school_count; s++) {
        struct command command = {.kind = COMMAND_CONSENT};
        command.change.consent = (struct consent_change){
            .school = s, .scopes = 1 << SCOPE_ROOM | 1 << SCOPE_LA, .answer = ANSWER_YES};
        obey(store, &command);
    }
}

void clusters_make(const struct pack *pack, const struct clusters_spec *spec)
{
    char(*names)[NAME_SIZE] = calloc(SCHOOLS_MAX, sizeof *names), title[TITLE_SIZE];
    unsigned count = spec->schools ? spec->schools : 30;
    uint64_t seed = spec->seed;
    struct link_random random = seeded(&seed);
    struct trouble trouble = {0};
    struct journal *journal;
    struct store *store;
    must(names != NULL, "no memory");
    name_schools(names, spec, count);
    snprintf(title, sizeof title, "Cluster %llu", (unsigned long long)spec->seed);
    must(journal_create(&journal, spec->path, &trouble) == ERROR_OK, trouble.text);
    must(store_create(&store, &journal, &trouble) == ERROR_OK, trouble.text);
    must(setup_workshop(store,
                        &(struct setup_new){.pack = pack,
                                            .title = spec->title ? spec->title : title,
                                            .schools = (const char(*)[NAME_SIZE])names,
                                            .school_count = count},
                        &random, then_ms, &trouble) == ERROR_OK,
         trouble.text);
    rate(store, spec, &seed);
    mark(store, spec);
    if (spec->consented)
        consent(store);
    must(store_commit(store, &trouble) == ERROR_OK, trouble.text);
    store_destroy(&store);
    free(names);
}

void clusters_path(char to[CLUSTERS_PATH_SIZE], const char *folder, unsigned number)
{
    snprintf(to, CLUSTERS_PATH_SIZE, "%s/cluster-%04u.plenary", folder, number);
}

void clusters_series(const char *folder, unsigned count)
{
    struct pack *pack = calloc(1, sizeof *pack);
    char path[CLUSTERS_PATH_SIZE];
    must(pack != NULL, "no memory");
    clusters_pack(pack);
    for (unsigned n = 1; n <= count; n++) {
        struct clusters_spec spec = {.path = path, .seed = n, .consented = n % 3 == 0};
        if (n % 4 == 0)
            spec.text = "Ashby Primary and others wait half a year for a speech therapist.";
        if (n % 8 == 0)
            spec.answer = "We will look at it with the health service in the spring.";
        clusters_path(path, folder, n);
        clusters_make(pack, &spec);
    }
    free(pack);
}
