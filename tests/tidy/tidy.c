#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The habits a machine can check, over shared/, kiosk/ and client/ (and the length of lines over
 * tests/): the arrows between folders, which folder may know which library, how headers open, and a
 * few things that are to stand nowhere. Run as `tidy SOURCE_DIRECTORY`; says each finding as
 * file:line and ends with 1 when there was any. */

enum { LINES_MOST = 400, COLUMNS_MOST = 100, LINE_MAX_BYTES = 4096 };

/* The one table of arrows: a folder, and the folders its files may include besides itself. */
static const struct {
    const char *folder, *may_include;
} arrows[] = {
    {"shared/base", ""},
    {"shared/files", "base"},
    {"shared/words", "base"},
    {"shared/analysis", "base model/limits.h"},
    {"shared/model", "analysis base"},
    {"shared/content", "model base"},
    {"shared/wire", "model analysis base plenary.pb.h"},
    {"shared/link", "model base"},
    {"shared/ui", "base words"},
    {"shared/render", "ui base"},
    {"kiosk/journal", "base model"},
    {"kiosk/grid", "base analysis model words"},
    {"kiosk/import", "grid model base words"},
    {"kiosk/host", "import model wire link journal content base words"},
    {"shared/phrase", "model analysis words base"},
    {"shared/stage", "phrase model analysis ui words base"},
    {"shared/console", "phrase stage model analysis ui words base"},
    {"kiosk/start", "merge ui words content base model"},
    {"kiosk/report", "host link content options phrase model analysis ui words files base"},
    {"kiosk/merge", "host link journal wire model words base"},
    {"kiosk/past", "host grid options model words base"},
    {"kiosk/options", "base"},
    {"kiosk/rollup", "export report host options phrase model analysis words files base"},
    {"kiosk/export", "host options report phrase ui model analysis words files base"},
    {"kiosk/opening", "host import merge link journal content model base words options"},
    {"kiosk/players", "rehearse content session words base"},
    {"kiosk/presenter",
     "export import past players merge report console stage start host link opening "
     "options render ui model "
     "words base"},
    {"kiosk",
     "export report rollup past host merge link journal opening options players presenter session "
     "stage start words base"},
    {"client/session", "model wire link words base"},
    {"client/arguments", "session words base"},
    {"client/takeaway", "phrase model analysis files words base"},
    {"client/lines", "takeaway session model analysis words base"},
    {"client/screen",
     "takeaway phrase console stage session model analysis ui render words link base"},
    {"client/rehearse", "session content link model words base"},
    {"client", "arguments session lines screen rehearse content words base"},
};

/* Libraries, and the places (beginnings of paths) that know them. */
static const struct {
    const char *header, *places;
} libraries[] = {
    {"<sqlite3.h>", "kiosk/journal/"},
    {"<enet/", "shared/link/"},
    {"<sodium.h>", "shared/link/ client/session/keep.c"},
    {"<SDL", "shared/render/ kiosk/presenter/ client/screen/ kiosk/main.c client/main.c"},
    {"<pango/", "shared/render/ kiosk/report/"},
    {"<xlsxwriter.h>", "kiosk/export/"},
    {"<cairo", "shared/render/ kiosk/report/"},
    {"<qrencode.h>", "kiosk/report/"},
};

static const char *root;
static int findings;

static void found(const char *path, int line, const char *what, const char *detail)
{
    printf("%s:%d: %s%s%s\n", path, line, what, *detail ? ": " : "", detail);
    findings++;
}

/* True when `word` is one of the words of `list`, or (beginnings) begins with one. */
static bool is_listed(const char *list, const char *word, bool beginnings)
{
    while (*list) {
        size_t length = strcspn(list, " ");
        if (strncmp(list, word, length) == 0 && (beginnings || word[length] == '\0'))
            return true;
        list += length + strspn(list + length, " ");
    }
    return false;
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

static const char *arrows_of(const char *folder)
{
    for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++)
        if (strcmp(arrows[i].folder, folder) == 0)
            return arrows[i].may_include;
    return NULL;
}

static void check_include(const char *path, int line, const char *included)
{
    char folder[256], target[256];
    snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(path, '/') - path), path);
    snprintf(target, sizeof target, "%.*s", (int)strcspn(included, "/"), included);
    const char *own = strrchr(folder, '/') ? strrchr(folder, '/') + 1 : folder;
    const char *may = arrows_of(folder);
    if (strstr(included, "../"))
        found(path, line, "an include out of its folder", included);
    else if (!strchr(included, '/') && strcmp(included, "plenary.pb.h") != 0)
        found(path, line, "an include without its folder", included);
    else if (!may)
        found(path, line, "a folder that tests/tidy/tidy.c has no arrows for", folder);
    else if (strcmp(own, target) != 0 && !is_listed(may, target, false) &&
             !is_listed(may, included, false))
        found(path, line, "an arrow that is not in the table", included);
}

static void check_library(const char *path, int line, const char *included)
{
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
        if (strncmp(included, libraries[i].header, strlen(libraries[i].header)) == 0 &&
            !is_listed(libraries[i].places, path, true))
            found(path, line, "a library that is not for here", included);
}

static size_t columns(const char *text)
{
    size_t n = 0;
    for (; *text && *text != '\n'; text++)
        n += ((unsigned char)*text & 0xC0) != 0x80;
    return n;
}

/* A variable of a file that could change: none outside main.c. Functions have a bracket, constants
 * say const, and a table of types begins otherwise. */
static bool is_mutable(const char *text)
{
    return strncmp(text, "static ", 7) == 0 && !strchr(text, '(') && !strstr(text, "const ") &&
           !strstr(text, "inline") && (strchr(text, ';') || strchr(text, '='));
}

static void check_code_line(const char *path, int line, char *text)
{
    static const char *const nowhere[] = {"TODO", "FIXME", "XXX"};
    char *quote = strchr(text, '"');
    if (strncmp(text, "#include \"", 10) == 0) {
        quote[1 + strcspn(quote + 1, "\"")] = '\0';
        check_include(path, line, quote + 1);
    } else if (strncmp(text, "#include <", 10) == 0) {
        check_library(path, line, text + 9);
    }
    for (size_t i = 0; i < sizeof nowhere / sizeof *nowhere; i++)
        if (strstr(text, nowhere[i]))
            found(path, line, "something left for later", nowhere[i]);
    if (ends_with(path, ".c") && strncmp(text, "extern ", 7) == 0)
        found(path, line, "extern in a .c file", "");
    if (!ends_with(path, "main.c") && ends_with(path, ".c") && is_mutable(text))
        found(path, line, "state of a file", text);
}

/* Words that nobody in the room is to read, in the quoted part of a line. */
static void check_words(const char *path, int line, const char *text)
{
    static const char *const unkind[] = {"error", "invalid", "submit", "user", "score"};
    const char *quote = strchr(text, '"');
    for (size_t i = 0; quote && i < sizeof unkind / sizeof *unkind; i++)
        if (strcasestr(quote, unkind[i]))
            found(path, line, "a word that people are not to read", unkind[i]);
}

/* Guard first, then a comment that says what the header is for. */
static void check_opening(const char *path, int line, const char *text)
{
    static const char *const opening[] = {"#ifndef PLENARY_", "#define PLENARY_", "\n", "/* "};
    if (line <= 4 && strncmp(text, opening[line - 1], strlen(opening[line - 1])) != 0)
        found(path, line, "a header opens with its guard and a comment", "");
}

static void check_file(const char *path)
{
    char full[2100], text[LINE_MAX_BYTES];
    snprintf(full, sizeof full, "%s/%s", root, path);
    FILE *file = fopen(full, "r");
    if (!file) {
        found(path, 0, "cannot be read", "");
        return;
    }
    int line = 0;
    bool test = strncmp(path, "tests/", 6) == 0, table = ends_with(path, ".def");
    while (fgets(text, sizeof text, file)) {
        line++;
        if (strchr(text, '\t'))
            found(path, line, "a tab", "");
        if (!table && columns(text) > COLUMNS_MOST)
            found(path, line, "a line of more than 100 columns", "");
        if (table || strcmp(path, "shared/model/refusal.h") == 0)
            check_words(path, line, text);
        if (ends_with(path, ".h") && !test)
            check_opening(path, line, text);
        if (!table && !test)
            check_code_line(path, line, text);
    }
    fclose(file);
    if (line > LINES_MOST && !table)
        found(path, line, "a file of more than 400 lines", "");
}

/* A row of the table for a folder that is gone. */
static void check_arrows(void)
{
    char full[2100];
    struct stat info;
    for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++) {
        snprintf(full, sizeof full, "%s/%s", root, arrows[i].folder);
        if (stat(full, &info) != 0 || !S_ISDIR(info.st_mode))
            found("tests/tidy/tidy.c", 0, "arrows of a folder that is not there", arrows[i].folder);
    }
}

static void check_folder(const char *folder)
{
    char full[2100], path[1024];
    snprintf(full, sizeof full, "%s/%s", root, folder);
    DIR *directory = opendir(full);
    if (!directory) {
        found(folder, 0, "cannot be opened", "");
        return;
    }
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        snprintf(full, sizeof full, "%s/%s", root, path);
        struct stat info;
        if (stat(full, &info) == 0 && S_ISDIR(info.st_mode))
            check_folder(path);
        else if (ends_with(path, ".c") || ends_with(path, ".h") || ends_with(path, ".def"))
            check_file(path);
    }
    closedir(directory);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: tidy SOURCE_DIRECTORY\n");
        return 2;
    }
    root = argv[1];
    static const char *const folders[] = {"shared", "kiosk", "client", "tests"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        check_folder(folders[i]);
    check_arrows();
    printf("%d found\n", findings);
    return findings > 0;
}
