#include "journal/scratch.h"

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

#include "testing.h"

int scratch_setup(void **state)
{
    struct scratch *scratch = calloc(1, sizeof *scratch);
    assert_non_null(scratch);
    strcpy(scratch->folder, "/tmp/plenary-journal-XXXXXX");
    assert_non_null(mkdtemp(scratch->folder));
    snprintf(scratch->path, sizeof scratch->path, "%s/Ashby.plenary", scratch->folder);
    *state = scratch;
    return 0;
}

static int remove_one(const char *path, const struct stat *found, int kind, struct FTW *ftw)
{
    (void)found;
    (void)kind;
    (void)ftw;
    return remove(path);
}

int scratch_teardown(void **state)
{
    struct scratch *scratch = *state;
    int failed = nftw(scratch->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(scratch);
    return failed;
}

struct bytes bytes_read(const char *path)
{
    struct bytes bytes = {0};
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    bytes.length = (size_t)ftell(file);
    rewind(file);
    bytes.at = malloc(bytes.length + 1);
    assert_non_null(bytes.at);
    assert_int_equal(fread(bytes.at, 1, bytes.length, file), bytes.length);
    fclose(file);
    return bytes;
}

void bytes_write(const char *path, const uint8_t *at, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(at, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

bool bytes_same(const char *path, struct bytes as)
{
    struct bytes now = bytes_read(path);
    bool same = now.length == as.length && memcmp(now.at, as.at, as.length) == 0;
    free(now.at);
    return same;
}

bool scratch_holds(const char *folder, const void *mark, size_t length)
{
    DIR *listing = opendir(folder);
    assert_non_null(listing);
    bool held = false;
    const struct dirent *entry;
    while ((entry = readdir(listing))) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (entry->d_type == DT_DIR) {
            held |= scratch_holds(path, mark, length);
            continue;
        }
        struct bytes bytes = bytes_read(path);
        held |= memmem(bytes.at, bytes.length, mark, length) != NULL;
        held |= memmem(path, strlen(path), mark, length) != NULL;
        free(bytes.at);
    }
    closedir(listing);
    return held;
}

/* From 0 to a little over one page of the database, so that some bodies overflow theirs. */
static size_t numbered_length(int64_t seq)
{
    return (size_t)(seq * 977 % 5000);
}

static uint8_t numbered_byte(int64_t seq, size_t i)
{
    return (uint8_t)((uint64_t)seq * 31 + i * 7);
}

void put_numbered(struct journal *journal, int64_t seq, const char *secret)
{
    uint8_t body[5000];
    size_t length = numbered_length(seq);
    for (size_t i = 0; i < length; i++)
        body[i] = numbered_byte(seq, i);
    struct journal_record record = {
        .seq = seq,
        .at_ms = 1257241200000 + seq,
        .seat = (uint16_t)(seq % 4000),
        .command = (uint32_t)(seq * 3),
        .kind = "numbered",
        .body = length ? body : NULL,
        .body_length = length,
        .secret = (const uint8_t *)secret,
        .secret_length = secret ? strlen(secret) : 0,
    };
    journal_put(journal, &record);
}

enum error expect_numbered(void *context, const struct journal_record *record)
{
    int64_t *count = context;
    int64_t seq = ++*count;
    assert_int_equal(record->seq, seq);
    assert_int_equal(record->at_ms, 1257241200000 + seq);
    assert_int_equal(record->seat, seq % 4000);
    assert_int_equal(record->command, seq * 3);
    assert_string_equal(record->kind, "numbered");
    assert_int_equal(record->body_length, numbered_length(seq));
    for (size_t i = 0; i < record->body_length; i++)
        if (record->body[i] != numbered_byte(seq, i))
            fail_msg("record %lld differs at byte %zu", (long long)seq, i);
    return ERROR_OK;
}

void expect_replay(struct journal *journal, int64_t last)
{
    int64_t count = 0;
    struct trouble trouble = {0};
    enum error e = journal_replay(journal, expect_numbered, &count, &trouble);
    if (e)
        fail_msg("replay: %s", trouble.text);
    assert_int_equal(count, last);
    assert_int_equal(journal_last_seq(journal), last);
}
