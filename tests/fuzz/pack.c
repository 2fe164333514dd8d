/* Content packs: YAML as somebody wrote it by hand. A pack that is taken makes a workshop, with any
 * of its agendas. */

#include "fuzz/fuzz.h"
#include "fuzz/yaml.h"
#include "content/content.h"
#include "content/draft.h"
#include "host/setup.h"
#include "journal/memory.h"
#include "link/random.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct pack pack;

void fuzz_begin(void)
{
}

static void fill(void *context, uint8_t *to, size_t length)
{
    uint8_t *next = context;
    for (size_t i = 0; i < length; i++)
        to[i] = (uint8_t)((*next)++ * 37);
}

static void make_workshop(void)
{
    static const char schools[][NAME_SIZE] = {"Ashby", "Birch Lane"};
    const struct setup_new asked = {
        .pack = &pack, .title = pack.title, .schools = schools, .school_count = 2};
    struct trouble trouble = {0};
    struct journal_disk *disk;
    struct journal *journal = NULL;
    struct store *store = NULL;
    uint8_t next = 0;
    struct link_random random = {fill, &next};
    enum error e = journal_disk_create(&disk);
    if (e == ERROR_OK)
        e = journal_open_memory(&journal, disk, &trouble);
    if (e == ERROR_OK)
        e = store_create(&store, &journal, &trouble);
    if (e == ERROR_OK)
        e = setup_workshop(store, &asked, &random, 1000, &trouble);
    if (e != ERROR_OK)
        fprintf(stderr, "%s\n", trouble.text);
    assert(e == ERROR_OK);
    store_destroy(&store);
    journal_disk_destroy(&disk);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct content_catalogue catalogue;
    struct trouble trouble = {0};
    const char *path = fuzz_file("pack.yaml", bytes, length);
    enum error e = content_load(&pack, path, NULL, &trouble);
    assert(e == ERROR_OK || trouble.text[0]);
    if (e == ERROR_OK)
        make_workshop();
    if (content_list(&catalogue, fuzz_folder(), &trouble) == ERROR_OK)
        for (unsigned i = 0; i < catalogue.count; i++) {
            const struct content_entry *entry = &catalogue.entries[i];
            if (i && entry->agenda_id[0]) {
                e = content_load(&pack, entry->path, entry->agenda_id, &trouble);
                assert(e == ERROR_OK);
            }
        }
    return 0;
}

void fuzz_seeds(void)
{
    char folder[CONTENT_PATH_SIZE];
    snprintf(folder, sizeof folder, "%s/packs", content_assets());
    fuzz_seed_folder(folder, ".yaml", "");
    yaml_words(&content_schema);
}
