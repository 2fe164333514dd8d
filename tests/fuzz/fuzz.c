#include "fuzz/fuzz.h"

#include <assert.h>
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

volatile uint64_t fuzz_sink;

/* While seeds are being written; where they go, and how many there are. */
static const char *seeds;
static unsigned seed_count;
static FILE *words;

static char folder[64];

void fuzz_seed(const void *bytes, size_t length)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/seed-%04u", seeds, seed_count++);
    FILE *file = fopen(path, "wb");
    assert(file && fwrite(bytes, 1, length, file) == length);
    int failed = fclose(file);
    assert(!failed);
}

void fuzz_seed_text(const char *text)
{
    fuzz_seed(text, strlen(text));
}

void fuzz_seed_file(const char *path, const char *before)
{
    static char bytes[1 << 20];
    size_t begun = strlen(before);
    memcpy(bytes, before, begun);
    FILE *file = fopen(path, "rb");
    assert(file);
    size_t length = fread(bytes + begun, 1, sizeof bytes - begun, file);
    fclose(file);
    fuzz_seed(bytes, begun + length);
}

void fuzz_seed_folder(const char *named, const char *ending, const char *before)
{
    char path[PATH_MAX];
    DIR *all = opendir(named);
    assert(all);
    for (struct dirent *entry; (entry = readdir(all));) {
        size_t length = strlen(entry->d_name), end = strlen(ending);
        if (length <= end || strcmp(entry->d_name + length - end, ending) != 0)
            continue;
        snprintf(path, sizeof path, "%s/%s", named, entry->d_name);
        fuzz_seed_file(path, before);
    }
    closedir(all);
}

void fuzz_word(const char *word)
{
    fputc('"', words);
    for (; *word; word++)
        if (*word == '"' || *word == '\\' || *word < ' ' || *word > '~')
            fprintf(words, "\\x%02X", (unsigned)(uint8_t)*word);
        else
            fputc(*word, words);
    fputs("\"\n", words);
}

char *fuzz_text(const uint8_t *bytes, size_t length)
{
    char *text = malloc(length + 1);
    assert(text);
    if (length)
        memcpy(text, bytes, length);
    text[length] = '\0';
    return text;
}

static void remove_folder(void)
{
    DIR *all = opendir(folder);
    char path[PATH_MAX];
    for (struct dirent *entry; all && (entry = readdir(all));) {
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] != '.')
            remove(path);
    }
    if (all)
        closedir(all);
    rmdir(folder);
}

const char *fuzz_folder(void)
{
    if (!folder[0]) {
        bool memory = access("/dev/shm", W_OK) == 0;
        strcpy(folder, memory ? "/dev/shm/plenary-fuzz-XXXXXX" : "/tmp/plenary-fuzz-XXXXXX");
        char *made = mkdtemp(folder);
        assert(made);
        atexit(remove_folder);
    }
    return folder;
}

const char *fuzz_file(const char *name, const void *bytes, size_t length)
{
    static char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", fuzz_folder(), name);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    assert(file >= 0);
    ssize_t wrote = write(file, bytes, length);
    assert(wrote == (ssize_t)length);
    close(file);
    return path;
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static const char option[] = "--seeds=";
    fuzz_begin();
    for (int i = 1; i < *argc; i++) {
        if (strncmp((*argv)[i], option, sizeof option - 1) != 0)
            continue;
        char path[PATH_MAX];
        seeds = (*argv)[i] + sizeof option - 1;
        snprintf(path, sizeof path, "%s.words", seeds);
        words = fopen(path, "w");
        assert(words);
        fuzz_seeds();
        fclose(words);
        exit(0);
    }
    return 0;
}
