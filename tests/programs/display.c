#include "programs/display.h"

#include "testing.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* STILL_MS without a change counts as standing still; a clock on the screen never stands still for
 * more than a second, which is why there is a longest wait for it as well. */
enum { LOOK_MS = 20, STILL_MS = 300, MOVING_MS = 3000, SMALL = 4, BYTES_PER_PIXEL = 4 };

/* Where the fields of the picture's file stand: words of 32 bits, high byte first (X11's XWD). */
enum { HEADER_SIZE, WIDTH = 4, HEIGHT = 5, BITS_PER_PIXEL = 11, LINE_BYTES = 12, COLOURS = 19 };
enum { HEADER_WORDS = 25, COLOUR_BYTES = 12 };

static long long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

void display_need_tools(void)
{
    static const struct {
        const char *program, *package;
    } tools[] = {{"Xvfb", "xvfb"}, {"xdotool", "xdotool"}, {"import", "imagemagick"}};
    for (size_t i = 0; i < sizeof tools / sizeof *tools; i++) {
        char command[64];
        snprintf(command, sizeof command, "command -v %s >/dev/null", tools[i].program);
        if (system(command) != 0)
            fail_msg("%s is not there: please install the package %s (bootstrap.sh does)",
                     tools[i].program, tools[i].package);
    }
}

/* ---- the picture ---- */

static size_t header_word(const struct display *display, int index)
{
    const unsigned char *at = display->picture + index * 4;
    return (size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 | at[3];
}

static void map_picture(struct display *display, const char *folder)
{
    char path[128];
    struct stat status;
    snprintf(path, sizeof path, "%s/Xvfb_screen0", folder);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    assert_true(file >= 0);
    assert_int_equal(fstat(file, &status), 0);
    display->picture_size = (size_t)status.st_size;
    void *picture = mmap(NULL, display->picture_size, PROT_READ, MAP_SHARED, file, 0);
    close(file);
    assert_true(picture != MAP_FAILED);
    display->picture = picture;
    assert_true(display->picture_size > (size_t)HEADER_WORDS * 4);
    assert_int_equal(header_word(display, WIDTH), display->width);
    assert_int_equal(header_word(display, HEIGHT), display->height);
    assert_int_equal(header_word(display, BITS_PER_PIXEL), BYTES_PER_PIXEL * 8);
}

static const unsigned char *line_at(const struct display *display, int y)
{
    size_t first = header_word(display, HEADER_SIZE) + header_word(display, COLOURS) * COLOUR_BYTES;
    return display->picture + first + (size_t)y * header_word(display, LINE_BYTES);
}

int display_share(const struct display *display, struct part part, uint32_t colour)
{
    long long count = 0, all = (long long)part.w * part.h;
    assert_in_range(part.x + part.w, part.w, display->width);
    assert_in_range(part.y + part.h, part.h, display->height);
    for (int y = part.y; y < part.y + part.h; y++) {
        const unsigned char *line = line_at(display, y);
        for (int x = part.x; x < part.x + part.w; x++) {
            uint32_t pixel;
            memcpy(&pixel, line + (size_t)x * BYTES_PER_PIXEL, sizeof pixel);
            count += (pixel & 0xFFFFFF) == colour;
        }
    }
    int share = (int)(count * 100 / all);
    return count && !share ? 1 : share;
}

static uint64_t fingerprint(const struct display *display)
{
    uint64_t sum = 14695981039346656037u; /* FNV-1a, by words */
    for (int y = 0; y < display->height; y++) {
        const unsigned char *line = line_at(display, y);
        for (int x = 0; x < display->width; x += 2) {
            uint64_t pixels;
            memcpy(&pixels, line + (size_t)x * BYTES_PER_PIXEL, sizeof pixels);
            sum = (sum ^ pixels) * 1099511628211u;
        }
    }
    return sum;
}

/* ---- the server ---- */

void display_calm_libraries(void)
{
    char options[512];
    const char *given = getenv("LSAN_OPTIONS");
    snprintf(options, sizeof options, "%s%sexitcode=0", given ? given : "", given ? ":" : "");
    assert_int_equal(setenv("LSAN_OPTIONS", options, 1), 0);
}

void display_start(struct display *display, const char *name, int width, int height,
                   const char *folder)
{
    char screen[32];
    *display = (struct display){.name = name, .width = width, .height = height};
    snprintf(screen, sizeof screen, "%dx%dx24", width, height);
    const char *arguments[] = {
        DIES_WITH_US, "/usr/bin/env", "Xvfb", "-displayfd", "1",   "-screen",  "0",
        screen,       "-fbdir",       folder, "-nolisten",  "tcp", "-noreset", NULL};
    process_start(&display->server, name, arguments);
    const char *line = process_expect(&display->server, "");
    snprintf(display->number, sizeof display->number, ":%d", atoi(line));
    map_picture(display, folder);
}

void display_stop(struct display *display)
{
    if (display->picture)
        munmap((void *)display->picture, display->picture_size);
    display->picture = NULL;
    free(display->server.heard);
    display->server.heard = NULL;
}

/* ---- hands ---- */

static void run(const char *command)
{
    int status = system(command);
    if (status != 0)
        fail_msg("%s: status %d", command, status);
}

void display_press(const struct display *display, const char *keys)
{
    char command[256];
    snprintf(command, sizeof command, "DISPLAY=%s xdotool key %s", display->number, keys);
    run(command);
}

void display_type(const struct display *display, const char *text)
{
    char command[256];
    snprintf(command, sizeof command, "DISPLAY=%s xdotool type --delay 5 '%s'", display->number,
             text);
    run(command);
}

/* ---- eyes ---- */

static void let_settle(const struct display *display)
{
    long long begun = now_ms(), still = begun;
    for (uint64_t last = fingerprint(display); now_ms() - still < STILL_MS;) {
        process_listen(LOOK_MS);
        uint64_t next = fingerprint(display);
        if (next != last)
            still = now_ms();
        last = next;
        if (now_ms() - begun > MOVING_MS)
            break;
    }
}

void display_save(const struct display *display, const char *what)
{
    static int number;
    char command[512];
    let_settle(display);
    snprintf(command, sizeof command,
             "import -display %s -window root -quality 15 '%s/%02d-%s-%s.png'", display->number,
             PICTURES, ++number, display->name, what);
    run(command);
}

_Noreturn static void give_up(const struct display *display, const char *format, ...)
{
    char text[256];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    display_save(display, "not-as-expected");
    process_kill_all();
    fail_msg("%s: %s; see %s", display->name, text, PICTURES);
    abort(); /* not reached */
}

void display_press_and_see(const struct display *display, const char *keys)
{
    uint64_t before = fingerprint(display);
    long long until = now_ms() + PATIENCE_MS;
    display_press(display, keys);
    while (fingerprint(display) == before) {
        if (now_ms() > until)
            give_up(display, "nothing changed after %s", keys);
        process_listen(LOOK_MS);
    }
    let_settle(display);
}

void display_expect(const struct display *display, struct part part, uint32_t colour, int least,
                    int most)
{
    long long until = now_ms() + PATIENCE_MS;
    for (;;) {
        int share = display_share(display, part, colour);
        if (share >= least && share <= most)
            return;
        if (now_ms() > until)
            give_up(display, "%d to %d %% of %dx%d at %d, %d should be #%06X, but %d %% are", least,
                    most, part.w, part.h, part.x, part.y, colour, share);
        process_listen(LOOK_MS);
    }
}

void display_expect_at(const struct display *display, int x, int y, uint32_t colour)
{
    display_expect(display, (struct part){x, y, SMALL, SMALL}, colour, 100, 100);
}

void display_expect_not_at(const struct display *display, int x, int y, uint32_t colour)
{
    display_expect(display, (struct part){x, y, SMALL, SMALL}, colour, 0, 0);
}
