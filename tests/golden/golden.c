#include "golden/golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "testing.h"
#include "ui/draw.h"

static void path_of(char *to, size_t size, const char *folder, const char *name)
{
    snprintf(to, size, "%s/%s.txt", folder, name);
}

/* Writes a text, making the folder its name begins with. */
static void write_text(const char *folder, const char *name, const char *text)
{
    char path[512];
    path_of(path, sizeof path, folder, name);
    for (char *slash = path + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        mkdir(path, 0777);
        *slash = '/';
    }
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    assert_int_equal(fclose(f), 0);
}

/* The whole file, freed by the caller; NULL when there is none. */
static char *read_text(const char *path)
{
    FILE *f = fopen(path, "r");
    if (!f)
        return NULL;
    size_t size = 1 << 20;
    char *text = malloc(size);
    assert_non_null(text);
    size_t n = fread(text, 1, size - 1, f);
    text[n] = '\0';
    fclose(f);
    return text;
}

static void show_difference(const char *name, const char *expected, const char *found)
{
    int line = 1;
    while (*expected && *found) {
        size_t a = strcspn(expected, "\n"), b = strcspn(found, "\n");
        if (a != b || memcmp(expected, found, a) != 0)
            break;
        expected += a + (expected[a] == '\n');
        found += b + (found[b] == '\n');
        line++;
    }
    print_error("%s differs at line %d:\n  kept  %.*s\n  found %.*s\n", name, line,
                (int)strcspn(expected, "\n"), expected, (int)strcspn(found, "\n"), found);
    fail();
}

void golden_check(const char *name, const char *text)
{
    if (getenv("PLENARY_UPDATE_GOLDENS")) {
        write_text(GOLDEN_DIR, name, text);
        return;
    }
    char path[512];
    path_of(path, sizeof path, GOLDEN_DIR, name);
    char *kept = read_text(path);
    bool same = kept && strcmp(kept, text) == 0;
    if (!same) {
        write_text("golden-found", name, text);
        show_difference(name, kept ? kept : "", text);
    }
    free(kept);
}

void golden_check_list(const char *name, const struct draw_list *list)
{
    assert_int_equal(list->dropped, 0);
    size_t length = draw_print(NULL, 0, list);
    char *text = malloc(length + 1);
    assert_non_null(text);
    draw_print(text, length + 1, list);
    golden_check(name, text);
    free(text);
}
