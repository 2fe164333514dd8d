#include "golden/pages.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "testing.h"

enum { COMMAND_SIZE = 9000, GOLDEN_DPI = 40, PAGES_MOST = 200 };

static void read_command(char to[PAGES_TEXT_SIZE], const char *format, const char *path)
{
    char command[COMMAND_SIZE];
    int length = snprintf(command, sizeof command, format, path);
    assert_true(length > 0 && (size_t)length < sizeof command);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t read = fread(to, 1, PAGES_TEXT_SIZE - 1, pipe);
    to[read] = '\0';
    assert_int_equal(pclose(pipe), 0);
}

void pages_text(char to[PAGES_TEXT_SIZE], const char *path, bool in_order)
{
    read_command(to, in_order ? "pdftotext -raw '%s' -" : "pdftotext '%s' -", path);
}

void pages_info(char to[PAGES_TEXT_SIZE], const char *path)
{
    read_command(to, "TZ=UTC pdfinfo '%s'", path);
}

void pages_structure(char to[PAGES_TEXT_SIZE], const char *path)
{
    read_command(to, "pdfinfo -struct-text '%s'", path);
}

/* Copies what stands between the quotes after `key`, undoing what JSON escaped of quotes. */
static size_t copy_quoted(char *to, size_t room, const char *at)
{
    size_t length = 0;
    for (; *at && *at != '"' && length + 1 < room; at++) {
        if (*at == '\\' && at[1])
            at++;
        to[length++] = *at;
    }
    return length;
}

struct bookmark {
    size_t depth;
    const char *title; /* up to its quote */
};

/* Tells those of one depth in [from, end), each followed by what hangs on it, which stands before
 * it. Gives the length. */
static size_t tell_bookmarks(char *to, size_t room, const struct bookmark *all, int from, int end,
                             size_t depth)
{
    size_t length = 0;
    for (int i = from; i < end; i++) {
        if (all[i].depth != depth)
            continue;
        for (size_t d = 0; d < depth; d++)
            length += (size_t)snprintf(to + length, room - length, "  ");
        length += copy_quoted(to + length, room - length - 1, all[i].title);
        to[length++] = '\n';
        length += tell_bookmarks(to + length, room - length, all, from, i, depth + 1);
        from = i + 1;
    }
    to[length] = '\0';
    return length;
}

/* qpdf writes one key a line, what hangs on a bookmark before its title and further in by four. */
void pages_bookmarks(char to[PAGES_TEXT_SIZE], const char *path)
{
    static const char key[] = "\"title\": \"";
    enum { OUTERMOST = 6, DEEPER = 4, MOST = 400 };
    struct bookmark all[MOST];
    int count = 0;
    char *json = malloc(PAGES_TEXT_SIZE);
    assert_non_null(json);
    read_command(json, "qpdf --json=1 --json-key=outlines '%s'", path);
    for (char *line = json; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        size_t indent = strspn(line, " ");
        if (strncmp(line + indent, key, sizeof key - 1) != 0)
            continue;
        assert_true(count < MOST && indent >= OUTERMOST);
        all[count++] =
            (struct bookmark){(indent - OUTERMOST) / DEEPER, line + indent + sizeof key - 1};
    }
    tell_bookmarks(to, PAGES_TEXT_SIZE, all, 0, count, 0);
    free(json);
}

void pages_in_order(const char *text, const char *const *wanted)
{
    for (const char *at = text; *wanted; wanted++) {
        const char *found = strstr(at, *wanted);
        if (!found)
            fail_msg("\"%s\" should follow in:\n%s", *wanted, at);
        at = found + strlen(*wanted);
    }
}

/* A grey picture as netpbm writes it; false when there is none. */
static bool read_picture(struct pages_picture *out, FILE *file)
{
    unsigned most;
    bool fine = file && fscanf(file, "P5 %d %d %u", &out->width, &out->height, &most) == 3 &&
                most == 255 && fgetc(file) != EOF && out->width > 0 && out->height > 0;
    if (!fine)
        return false;
    size_t size = (size_t)out->width * (size_t)out->height;
    out->grey = malloc(size);
    assert_non_null(out->grey);
    fine = fread(out->grey, 1, size, file) == size;
    if (!fine)
        free(out->grey);
    return fine;
}

/* False when the PDF has no such page. */
static bool render(struct pages_picture *out, const char *path, int page, int dpi)
{
    char command[COMMAND_SIZE];
    snprintf(command, sizeof command, "pdftoppm -gray -r %d -f %d -l %d '%s' 2>/dev/null", dpi,
             page, page, path);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    bool there = read_picture(out, pipe);
    pclose(pipe);
    return there;
}

void pages_picture(struct pages_picture *out, const char *path, int page, int dpi)
{
    assert_true(render(out, path, page, dpi));
}

static void make_folders(char *path)
{
    for (char *slash = path + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        mkdir(path, 0777);
        *slash = '/';
    }
}

static void write_picture(const char *folder, const char *name, int page,
                          const struct pages_picture *picture)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s-%d.pgm", folder, name, page);
    make_folders(path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "P5 %d %d 255\n", picture->width, picture->height);
    fwrite(picture->grey, 1, (size_t)picture->width * (size_t)picture->height, file);
    assert_int_equal(fclose(file), 0);
}

static bool kept_picture(struct pages_picture *out, const char *name, int page)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s-%d.pgm", GOLDEN_DIR, name, page);
    FILE *file = fopen(path, "r");
    bool there = read_picture(out, file);
    if (file)
        fclose(file);
    return there;
}

/* Alike: on the average nearly the same grey, and few places that differ much. */
static bool alike(const struct pages_picture *a, const struct pages_picture *b)
{
    static const double mean_most = 1.5, far_most = 0.01;
    enum { FAR = 48 };
    if (a->width != b->width || a->height != b->height)
        return false;
    size_t size = (size_t)a->width * (size_t)a->height, far = 0;
    double sum = 0;
    for (size_t i = 0; i < size; i++) {
        int difference = abs(a->grey[i] - b->grey[i]);
        sum += difference;
        far += difference > FAR;
    }
    return sum / (double)size <= mean_most && (double)far / (double)size <= far_most;
}

static void check_page(const char *name, int page, const struct pages_picture *found)
{
    struct pages_picture kept;
    if (getenv("PLENARY_UPDATE_GOLDENS")) {
        write_picture(GOLDEN_DIR, name, page, found);
        return;
    }
    bool there = kept_picture(&kept, name, page), same = there && alike(&kept, found);
    if (there)
        free(kept.grey);
    if (!same) {
        write_picture("golden-found", name, page, found);
        fail_msg("%s, page %d, %s; what was found is in golden-found", name, page,
                 there ? "looks different" : "has no golden");
    }
}

/* Pages beyond the last are goldens of an older, longer document. */
static void check_end(const char *name, int page)
{
    struct pages_picture kept;
    char path[512];
    if (!kept_picture(&kept, name, page))
        return;
    free(kept.grey);
    snprintf(path, sizeof path, "%s/%s-%d.pgm", GOLDEN_DIR, name, page);
    if (getenv("PLENARY_UPDATE_GOLDENS"))
        remove(path);
    else
        fail_msg("%s has no page %d any more", name, page);
}

void pages_golden(const char *name, const char *path)
{
    struct pages_picture found;
    int page = 1;
    for (; page <= PAGES_MOST && render(&found, path, page, GOLDEN_DPI); page++) {
        check_page(name, page, &found);
        free(found.grey);
    }
    assert_true(page > 1);
    check_end(name, page);
}
