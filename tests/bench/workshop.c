#include "bench/workshop.h"

#include <stdlib.h>

#include "content/content.h"
#include "host/setup.h"

enum { SCHOOLS = 28, CONDITIONS = 10, BATCH = 100, EVERY_MS = 250 };

static const int64_t begun_ms = INT64_C(1794700800000);

static struct store *begin(const char *path)
{
    char pack_path[CONTENT_PATH_SIZE], schools[SCHOOLS][NAME_SIZE];
    struct trouble trouble = {0};
    struct journal *journal;
    struct store *store;
    struct link_random random = link_random_system();
    struct pack *pack = calloc(1, sizeof *pack);
    bench_must(pack != NULL, "no memory");
    snprintf(pack_path, sizeof pack_path, "%s/packs/extended-services.yaml", content_assets());
    bench_must(content_load(pack, pack_path, NULL, &trouble) == ERROR_OK, trouble.text);
    for (unsigned i = 0; i < SCHOOLS; i++)
        snprintf(schools[i], NAME_SIZE, "School %u", i + 1);
    bench_must(journal_create(&journal, path, &trouble) == ERROR_OK, trouble.text);
    bench_must(store_create(&store, &journal, &trouble) == ERROR_OK, trouble.text);
    struct setup_new asked = {.pack = pack,
                              .title = "Riverside",
                              .schools = (const char(*)[NAME_SIZE])schools,
                              .school_count = SCHOOLS};
    bench_must(setup_workshop(store, &asked, &random, begun_ms, &trouble) == ERROR_OK,
               trouble.text);
    free(pack);
    return store;
}

void workshop_make(const char *path, unsigned events)
{
    struct trouble trouble = {0};
    struct store *store = begin(path);
    struct command *command = calloc(1, sizeof *command);
    bench_must(command != NULL, "no memory");
    command->kind = COMMAND_RATE;
    for (unsigned n = 0; n < events; n++) {
        struct rating_change *rating = &command->change.rating;
        unsigned round = n / (SCHOOLS * CONDITIONS);
        rating->school = (school_id)(n % SCHOOLS + 1);
        rating->condition = (condition_id)(n / SCHOOLS % CONDITIONS + 1);
        rating->figure.now = (uint8_t)((n + round) % 9 + 1);
        rating->figure.target = RATING_MAX;
        rating->figure.months = 12;
        bench_must(store_do(store, SEAT_KIOSK, command, begun_ms + n * EVERY_MS) == REFUSAL_NONE,
                   "a rating was refused");
        if (n % BATCH == BATCH - 1 || n + 1 == events)
            bench_must(store_commit(store, &trouble) == ERROR_OK, trouble.text);
    }
    free(command);
    store_destroy(&store);
}
