#include <ftw.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Texts that nobody says any more: every WORD(ID, ...) of shared/words/ has to be named somewhere
 * else, as WORD_ID, as ID in a list that WORD_##x is pasted from, or by the rest of it after a
 * WORD_BEGINNING_##x. Run as `said SOURCE_DIRECTORY`; says each and ends with 1 when there was any.
 */

enum { NAMES_MAX = 1 << 18, WORDS_MAX = 1 << 13, BEGINNINGS_MAX = 64, NAME_MAX_BYTES = 64 };

/* Names in capitals that the sources have, words that there are, and beginnings of pasted ones. */
static char names[NAMES_MAX][NAME_MAX_BYTES], words[WORDS_MAX][NAME_MAX_BYTES],
    beginnings[BEGINNINGS_MAX][NAME_MAX_BYTES];
static size_t name_count, word_count, beginning_count;

static bool is_of_name(char c)
{
    return c == '_' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static void keep(char to[][NAME_MAX_BYTES], size_t *count, size_t most, const char *text, size_t n)
{
    if (n >= NAME_MAX_BYTES || *count == most) {
        fprintf(stderr, "said: no room for %.*s\n", (int)n, text);
        exit(2);
    }
    snprintf(to[(*count)++], NAME_MAX_BYTES, "%.*s", (int)n, text);
}

static void take_line(const char *line, bool is_words)
{
    if (is_words && strncmp(line, "WORD(", 5) == 0)
        keep(words, &word_count, WORDS_MAX, line + 5, strcspn(line + 5, ","));
    for (const char *at = line; !is_words && *at;) {
        size_t n = 0;
        while (is_of_name(at[n]))
            n++;
        if (n > 5 && at[n] == '#' && strncmp(at, "WORD_", 5) == 0)
            keep(beginnings, &beginning_count, BEGINNINGS_MAX, at + 5, n - 5);
        else if (n > 1 && n < NAME_MAX_BYTES)
            keep(names, &name_count, NAMES_MAX, at, n);
        at += n ? n : 1;
    }
}

static int take_file(const char *path, const struct stat *info, int kind, struct FTW *ftw)
{
    (void)info;
    (void)ftw;
    const char *end = strrchr(path, '.');
    bool code = end && (strcmp(end, ".c") == 0 || strcmp(end, ".h") == 0);
    bool is_words = end && strcmp(end, ".def") == 0;
    FILE *file = kind == FTW_F && (code || is_words) ? fopen(path, "r") : NULL;
    static char line[4096];
    while (file && fgets(line, sizeof line, file))
        take_line(line, is_words);
    return file ? fclose(file) : 0;
}

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

static bool is_named(const char *beginning, const char *rest)
{
    char name[NAME_MAX_BYTES * 2];
    snprintf(name, sizeof name, "%s%s", beginning, rest);
    return bsearch(name, names, name_count, sizeof *names, compare) != NULL;
}

static bool is_said(const char *word)
{
    if (is_named("WORD_", word) || is_named("", word))
        return true;
    for (size_t i = 0; i < beginning_count; i++) {
        size_t n = strlen(beginnings[i]);
        if (strncmp(word, beginnings[i], n) == 0 && is_named("", word + n))
            return true;
    }
    return false;
}

int main(int argc, char **argv)
{
    static const char *const folders[] = {"shared", "kiosk", "client"};
    int findings = 0;
    if (argc != 2) {
        fprintf(stderr, "usage: said SOURCE_DIRECTORY\n");
        return 2;
    }
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char path[2048];
        snprintf(path, sizeof path, "%s/%s", argv[1], folders[i]);
        if (nftw(path, take_file, 16, FTW_PHYS) != 0)
            return 2;
    }
    qsort(names, name_count, sizeof *names, compare);
    for (size_t i = 0; i < word_count; i++)
        if (!is_said(words[i])) {
            printf("a word that nobody says: %s\n", words[i]);
            findings++;
        }
    printf("%zu words, %d found\n", word_count, findings);
    return findings > 0 || word_count == 0;
}
