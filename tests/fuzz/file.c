/* A workshop file that is not as it was written: bytes of it changed, its end gone or more behind
 * it. A piece is one such change: its bytes are laid over the file, or xored into it, `a` pages and
 * `b` times sixteen bytes in. The file is looked at, checked where a piece says so (which takes
 * long), and opened to go on with; what refuses it leaves it as it is. */

#include "fuzz/fuzz.h"
#include "fuzz/pieces.h"
#include "host/check.h"
#include "host/setup.h"
#include "host/workshop.h"
#include "content/content.h"
#include "journal/copies.h"
#include "link/random.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PAGE = 4096, FILE_MOST = 1 << 20 };

enum kind { OVER, CHANGE, SHORTER, LONGER, CHECK, KINDS };

static uint8_t whole[FILE_MOST], now[FILE_MOST], after[FILE_MOST];
static size_t whole_length;
static bool checked;
static struct model *model;
static FILE *nowhere;
static char path[128];

static size_t read_file(uint8_t to[FILE_MOST])
{
    FILE *file = fopen(path, "rb");
    assert(file);
    size_t length = fread(to, 1, FILE_MOST, file);
    fclose(file);
    return length;
}

void fuzz_begin(void)
{
    static struct pack pack;
    static const char schools[][NAME_SIZE] = {"Ashby", "Birch Lane"};
    const struct setup_new asked = {
        .pack = &pack, .title = "Ashby", .schools = schools, .school_count = 2};
    struct trouble trouble = {0};
    struct content_entry entry;
    struct journal *journal = NULL;
    struct store *store = NULL;
    const struct link_random random = link_random_system();
    nowhere = fopen("/dev/null", "w");
    snprintf(path, sizeof path, "%s/Ashby.plenary", fuzz_folder());
    enum error e =
        content_find_agenda(&entry, FUZZ_SOURCE "/assets/packs/childrens-centre.yaml", &trouble);
    if (e == ERROR_OK)
        e = content_load(&pack, entry.path, NULL, &trouble);
    if (e == ERROR_OK)
        e = journal_create(&journal, path, &trouble);
    if (e == ERROR_OK)
        e = store_create(&store, &journal, &trouble);
    if (e == ERROR_OK)
        e = setup_workshop(store, &asked, &random, 1000000, &trouble);
    if (e != ERROR_OK)
        fprintf(stderr, "%s\n", trouble.text);
    if (e == ERROR_OK)
        e = model_create(&model);
    assert(e == ERROR_OK && nowhere);
    store_destroy(&store);
    whole_length = read_file(whole);
    assert(whole_length > PAGE && whole_length < FILE_MOST / 2);
}

static size_t change(size_t length, const struct piece *piece)
{
    size_t at = (size_t)piece->a * PAGE + (size_t)piece->b * 16;
    size_t more = (size_t)piece->a * 256 + piece->b;
    switch ((enum kind)(piece->kind % KINDS)) {
    case OVER:
    case CHANGE:
        for (size_t i = 0; i < piece->length && length; i++) {
            uint8_t *byte = &now[(at + i) % length];
            *byte = piece->kind % KINDS == OVER ? piece->bytes[i] : *byte ^ piece->bytes[i];
        }
        return length;
    case SHORTER:
        return length > more ? length - more : 0;
    case CHECK:
    case KINDS:
        checked = true;
        return length;
    case LONGER:
        if (length + piece->length > FILE_MOST)
            return length;
        if (piece->length)
            memcpy(now + length, piece->bytes, piece->length);
        return length + piece->length;
    }
    return length;
}

/* Nobody who only looks has changed it. */
static void same(size_t length)
{
    size_t found = read_file(after);
    assert(found == length && memcmp(after, now, length) == 0);
}

static void go_on(size_t length)
{
    struct trouble trouble = {0};
    struct store *store;
    static struct command command = {.kind = COMMAND_RATE,
                                     .change.rating = {.school = 1, .condition = 1}};
    enum error e = workshop_open(&store, path, false, &trouble);
    assert(e == ERROR_OK || trouble.text[0]);
    if (e != ERROR_OK) {
        same(length);
        return;
    }
    command.change.rating.figure.now = 5;
    fuzz_sink += (uint64_t)store_do(store, SEAT_KIOSK, &command, workshop_now(store));
    fuzz_sink += (uint64_t)store_commit(store, &trouble);
    store_destroy(&store);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct piece piece;
    struct trouble trouble = {0};
    size_t made = whole_length;
    checked = false;
    memcpy(now, whole, whole_length);
    for (unsigned n = 0; n < PIECES_MOST && piece_take(&piece, &bytes, &length); n++)
        made = change(made, &piece);
    unlink(fuzz_file("Ashby.plenary-wal", "", 0));
    fuzz_file("Ashby.plenary", now, made);
    enum error e =
        checked ? check_file(path, nowhere, &trouble) : workshop_read_into(model, path, &trouble);
    assert(e == ERROR_OK || trouble.text[0]);
    same(made);
    go_on(made);
    return 0;
}

void fuzz_seeds(void)
{
    static struct pieces pieces;
    static const uint8_t bytes[16] = {1, 0, 0, 2};
    pieces_seed(&pieces);
    for (uint8_t page = 0; page < whole_length / PAGE; page += 3) {
        piece_put(&pieces, (struct piece){page % CHECK, page, (uint8_t)(page * 37), bytes, 4});
        pieces_seed(&pieces);
    }
    piece_put(&pieces, (struct piece){.kind = CHECK});
    pieces_seed(&pieces);
}
