#include "golden/pages.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <cairo.h>

#include "testing.h"

enum { COMMAND_SIZE = 9000, GOLDEN_DPI = 40, PAGES_MOST = 200 };

enum { PAGES_WORDS_SIZE = 1 << 23 };

static void read_sized(char *to, size_t size, const char *format, const char *path)
{
    char command[COMMAND_SIZE];
    int length = snprintf(command, sizeof command, format, path);
    assert_true(length > 0 && (size_t)length < sizeof command);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t read = fread(to, 1, size - 1, pipe);
    to[read] = '\0';
    assert_true(read < size - 1);
    assert_int_equal(pclose(pipe), 0);
}

static void read_command(char to[PAGES_TEXT_SIZE], const char *format, const char *path)
{
    read_sized(to, PAGES_TEXT_SIZE, format, path);
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

/* A number after `key`. */
static double number_after(const char *at, const char *key)
{
    const char *found = strstr(at, key);
    assert_non_null(found);
    return strtod(found + strlen(key), NULL);
}

void pages_words_inside(const char *path, double margin)
{
    char *words = malloc(PAGES_WORDS_SIZE);
    double width = 0, height = 0;
    assert_non_null(words);
    read_sized(words, PAGES_WORDS_SIZE, "pdftotext -bbox '%s' -", path);
    for (char *line = words; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        char *end = line + strcspn(line, "\n"), was = *end;
        *end = '\0';
        if (strstr(line, "<page ")) {
            width = number_after(line, "width=\"");
            height = number_after(line, "height=\"");
        } else if (strstr(line, "<word ")) {
            if (number_after(line, "xMin=\"") < margin || number_after(line, "yMin=\"") < margin ||
                number_after(line, "xMax=\"") > width - margin ||
                number_after(line, "yMax=\"") > height - margin)
                fail_msg("beyond the margin of a page of %.0f by %.0f: %s", width, height, line);
        }
        *end = was;
    }
    assert_true(width > 0);
    free(words);
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
    snprintf(path, sizeof path, "%s/%s-%d.png", folder, name, page);
    make_folders(path);
    cairo_surface_t *image =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture->width, picture->height);
    cairo_surface_flush(image);
    for (int y = 0; y < picture->height; y++) {
        uint32_t *row = (uint32_t *)(void *)(cairo_image_surface_get_data(image) +
                                             y * cairo_image_surface_get_stride(image));
        for (int x = 0; x < picture->width; x++)
            row[x] = picture->grey[y * picture->width + x] * UINT32_C(0x010101);
    }
    cairo_surface_mark_dirty(image);
    assert_int_equal(cairo_surface_write_to_png(image, path), CAIRO_STATUS_SUCCESS);
    cairo_surface_destroy(image);
}

static bool kept_picture(struct pages_picture *out, const char *name, int page)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s-%d.png", GOLDEN_DIR, name, page);
    cairo_surface_t *image = cairo_image_surface_create_from_png(path);
    bool there = cairo_surface_status(image) == CAIRO_STATUS_SUCCESS;
    if (there) {
        out->width = cairo_image_surface_get_width(image);
        out->height = cairo_image_surface_get_height(image);
        out->grey = malloc((size_t)out->width * (size_t)out->height);
        assert_non_null(out->grey);
        for (int y = 0; y < out->height; y++)
            for (int x = 0; x < out->width; x++)
                out->grey[y * out->width + x] = cairo_image_surface_get_data(
                    image)[y * cairo_image_surface_get_stride(image) + 4 * x];
    }
    cairo_surface_destroy(image);
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
    snprintf(path, sizeof path, "%s/%s-%d.png", GOLDEN_DIR, name, page);
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
