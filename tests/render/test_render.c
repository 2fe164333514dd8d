#include "testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "golden/sheet.h"
#include "render/render.h"
#include "ui/cell.h"

/* The renderer without a display: what it draws, when it draws, and how long that takes. */

static struct draw_list list;
static struct trouble trouble;

static struct render *make(int width, int height)
{
    struct render *render = NULL;
    assert_int_equal(render_create_headless(&render, width, height, &trouble), ERROR_OK);
    return render;
}

static void assert_pixel(const struct render *r, int x, int y, enum theme theme, paint p)
{
    assert_int_equal(render_pixel(r, x, y), theme_colour(theme, p));
}

static void the_sheet_has_its_colours_in_both_themes(void **state)
{
    (void)state;
    struct render *r = make(1920, 1080);
    sheet_draw(&list, render_metrics(r), 1920, 1080);
    assert_int_equal(list.dropped, 0);
    for (enum theme theme = THEME_LIGHT; theme <= THEME_DARK; theme++) {
        assert_true(render_draw(r, &list, theme, 0));
        assert_pixel(r, 5, 5, theme, TOKEN_PAPER);
        assert_pixel(r, 290, 215, theme, TOKEN_LOW);
        assert_pixel(r, 282, 310, theme, TOKEN_LOW_LINE); /* the outline of a proposed cell */
        assert_pixel(r, 290, 295, theme, TOKEN_SURFACE);  /* its inside */
        assert_pixel(r, 310, 362, theme, TOKEN_PAPER);    /* a cell to come is hollow */
        assert_pixel(r, 350, 260 - 20, theme, theme_mix(TOKEN_ON_LOW, 28, TOKEN_LOW));
        assert_pixel(r, 894, 200, theme, TOKEN_ACCENT); /* somebody is here */
        assert_pixel(r, 894, 252, theme, TOKEN_PAPER);  /* reconnecting: a ring */
        assert_pixel(r, 80, 630, theme, TOKEN_ACCENT);
        assert_pixel(r, 64, 624, theme, TOKEN_PAPER); /* corners are round */
        assert_int_equal(render_save(r, theme ? "sheet-dark.png" : "sheet.png", &trouble),
                         ERROR_OK);
    }
    render_destroy(&r);
}

static void edges_are_soft(void **state)
{
    (void)state;
    struct render *r = make(200, 200);
    struct layout layout = {.width = 200, .height = 200, .u = 1};
    draw_begin(&list, &layout, render_metrics(r));
    draw_disc(&list, 100, 100, 60, TOKEN_INK);
    assert_true(render_draw(r, &list, THEME_LIGHT, 0));
    int between = 0;
    for (int x = 30; x < 60; x++) {
        uint32_t p = render_pixel(r, x, 70);
        between += p != theme_colour(THEME_LIGHT, TOKEN_PAPER) &&
                   p != theme_colour(THEME_LIGHT, TOKEN_INK);
    }
    assert_in_range(between, 1, 3);
    render_destroy(&r);
}

static void a_clip_hides_what_is_outside(void **state)
{
    (void)state;
    struct render *r = make(200, 200);
    struct layout layout = {.width = 200, .height = 200, .u = 1};
    draw_begin(&list, &layout, render_metrics(r));
    draw_clip(&list, 0, 0, 100, 200);
    draw_clip(&list, 50, 0, 150, 200);
    draw_rect(&list, 0, 0, 200, 100, TOKEN_INK);
    draw_unclip(&list);
    draw_unclip(&list);
    draw_rect(&list, 0, 150, 200, 10, TOKEN_ACCENT);
    assert_true(render_draw(r, &list, THEME_LIGHT, 0));
    assert_pixel(r, 20, 50, THEME_LIGHT, TOKEN_PAPER);
    assert_pixel(r, 70, 50, THEME_LIGHT, TOKEN_INK);
    assert_pixel(r, 120, 50, THEME_LIGHT, TOKEN_PAPER);
    assert_pixel(r, 190, 155, THEME_LIGHT, TOKEN_ACCENT);
    render_destroy(&r);
}

/* A grid of 30 schools with a clock, the fullest picture a kiosk shows. */
static void draw_grid(struct render *r, int moment)
{
    struct layout layout = layout_kiosk(1920, 1080);
    draw_begin(&list, &layout, render_metrics(r));
    for (int row = 0; row < 10; row++) {
        draw_text(&list, 120, 208 + row * 68 + 16, MEDIUM(28), ALIGN_LEFT, TOKEN_INK,
                  "Cluster arrangements");
        for (int c = 0; c < 30; c++) {
            int rating = 1 + (row * 7 + c * 3 + (row == 4 && c == 11 ? moment : 0)) % 10;
            char figure[12];
            snprintf(figure, sizeof figure, "%d", rating);
            enum level level = rating < 4 ? LEVEL_LOW : rating < 8 ? LEVEL_MEDIUM : LEVEL_HIGH;
            enum cell_state state = (c + row) % 3 ? CELL_AGREED : CELL_PROPOSED;
            cell_draw(&list, 432 + c * 41, 212 + row * 68, 37, 60,
                      (struct cell){
                          .state = state, .form = CELL_NARROW, .level = level, .figure = figure});
        }
    }
    char clock[16];
    snprintf(clock, sizeof clock, "%02d:%02d", moment / 60 % 60, moment % 60);
    struct type type = SEMIBOLD(48);
    type.tabular = true;
    draw_text(&list, 1700, 48, type, ALIGN_RIGHT, TOKEN_INK, clock);
    mark_timer(&list, 1784, 40, 72, 10, (moment % 60) / 60.0, TOKEN_ACCENT);
    assert_int_equal(list.dropped, 0);
}

static void nothing_new_is_not_drawn(void **state)
{
    (void)state;
    struct render *r = make(1920, 1080);
    draw_grid(r, 1);
    assert_true(render_draw(r, &list, THEME_LIGHT, 0));
    draw_grid(r, 1);
    assert_false(render_draw(r, &list, THEME_LIGHT, 16));
    draw_grid(r, 2);
    assert_true(render_draw(r, &list, THEME_LIGHT, 32));
    render_dirty(r);
    assert_true(render_draw(r, &list, THEME_LIGHT, 48));
    assert_true(render_draw(r, &list, THEME_DARK, 64));
    render_destroy(&r);
}

/* Drawing only what changed must leave the same picture as drawing all of it. */
static void damage_leaves_no_trace(void **state)
{
    (void)state;
    struct render *parts = make(1920, 1080), *whole = make(1920, 1080);
    for (int moment = 0; moment < 13; moment++) {
        draw_grid(parts, moment * 7);
        if (moment % 4 == 3)
            draw_rect(&list, 300, 300, 500, 100, TOKEN_TINT); /* comes and goes */
        render_draw(parts, &list, THEME_LIGHT, moment);
    }
    render_draw(whole, &list, THEME_LIGHT, 0);
    for (int y = 0; y < 1080; y += 3) {
        for (int x = 0; x < 1920; x += 3)
            assert_int_equal(render_pixel(parts, x, y), render_pixel(whole, x, y));
    }
    render_destroy(&parts);
    render_destroy(&whole);
}

static void a_fade_ends_where_the_new_screen_is(void **state)
{
    (void)state;
    struct render *r = make(101, 100);
    struct layout layout = {.width = 101, .height = 100, .u = 1};
    draw_begin(&list, &layout, render_metrics(r));
    draw_rect(&list, 0, 0, 101, 100, TOKEN_INK);
    render_draw(r, &list, THEME_LIGHT, 0);
    render_fade(r, 1000, RENDER_FADE_MS);
    draw_begin(&list, &layout, render_metrics(r));
    draw_rect(&list, 0, 0, 101, 100, TOKEN_PAPER);
    assert_true(render_draw(r, &list, THEME_LIGHT, 1000));
    assert_pixel(r, 50, 50, THEME_LIGHT, TOKEN_INK); /* it begins with the old one */
    for (int step = 1; step < 4; step++) {
        assert_true(render_draw(r, &list, THEME_LIGHT, 1000 + step * RENDER_FADE_MS / 4));
        for (int channel = 0; channel < 24; channel += 8) {
            uint32_t ink = theme_colour(THEME_LIGHT, TOKEN_INK) >> channel & 0xFF;
            uint32_t paper = theme_colour(THEME_LIGHT, TOKEN_PAPER) >> channel & 0xFF;
            uint32_t mixed = (ink * (uint32_t)(4 - step) + paper * (uint32_t)step) / 4;
            assert_in_range(render_pixel(r, 50, 50) >> channel & 0xFF, mixed - 4, mixed + 4);
            assert_in_range(render_pixel(r, 100, 99) >> channel & 0xFF, mixed - 4, mixed + 4);
        }
    }
    assert_true(render_fading(r)); /* until the last step is drawn, however late */
    assert_true(render_draw(r, &list, THEME_LIGHT, 1200));
    assert_pixel(r, 50, 50, THEME_LIGHT, TOKEN_PAPER);
    assert_false(render_fading(r));
    assert_false(render_draw(r, &list, THEME_LIGHT, 1216));
    render_destroy(&r);
}

/* Another change before the first has come: no jump. */
static void a_fade_goes_on_from_what_is_seen(void **state)
{
    (void)state;
    struct render *r = make(100, 100);
    struct layout layout = {.width = 100, .height = 100, .u = 1};
    draw_begin(&list, &layout, render_metrics(r));
    render_draw(r, &list, THEME_LIGHT, 0);
    render_fade(r, 1000, RENDER_FADE_MS);
    draw_rect(&list, 0, 0, 100, 100, TOKEN_INK);
    render_draw(r, &list, THEME_LIGHT, 1000 + RENDER_FADE_MS / 2);
    uint32_t seen = render_pixel(r, 50, 50);
    assert_int_not_equal(seen, theme_colour(THEME_LIGHT, TOKEN_PAPER));
    assert_int_not_equal(seen, theme_colour(THEME_LIGHT, TOKEN_INK));
    render_fade(r, 2000, RENDER_FADE_MS);
    draw_rect(&list, 0, 0, 100, 100, TOKEN_ACCENT);
    render_draw(r, &list, THEME_LIGHT, 2000);
    assert_int_equal(render_pixel(r, 50, 50), seen);
    render_draw(r, &list, THEME_LIGHT, 2000 + RENDER_FADE_MS);
    assert_pixel(r, 50, 50, THEME_LIGHT, TOKEN_ACCENT);
    render_destroy(&r);
}

/* Names from anywhere are measured and drawn, each in a width of its own. */
static void any_script_is_drawn(void **state)
{
    (void)state;
    static const char *const names[] = {"Łódź", "Ολυμπία", "Київ", "مدرسة", "学校", "شكرا 12"};
    struct render *r = make(400, 400);
    struct layout layout = {.width = 400, .height = 400, .u = 1};
    const struct type_metrics *m = render_metrics(r);
    draw_begin(&list, &layout, m);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_true(type_width(m, 1, MEDIUM(28), names[i], strlen(names[i])) > 10);
        draw_text(&list, 20, 20 + (double)i * 50, MEDIUM(28), ALIGN_LEFT, TOKEN_INK, names[i]);
    }
    assert_true(render_draw(r, &list, THEME_LIGHT, 0));
    for (int i = 0; i < (int)(sizeof names / sizeof *names); i++) {
        int inked = 0;
        for (int y = 20 + i * 50; y < 60 + i * 50; y++) {
            for (int x = 20; x < 200; x++)
                inked += render_pixel(r, x, y) == theme_colour(THEME_LIGHT, TOKEN_INK);
        }
        assert_true(inked > 20);
    }
    render_destroy(&r);
}

static int64_t now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int by_size(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

/* Sixty seconds of a full grid with a running clock. The bound is far above what it takes, so that
 * a busy machine does not fail it; the figures are printed. */
static void a_full_grid_keeps_pace(void **state)
{
    (void)state;
    enum { FRAMES = 60 };
    int64_t took[FRAMES];
    struct render *r = make(1920, 1080);
    int64_t start = now_us();
    draw_grid(r, 0);
    render_draw(r, &list, THEME_LIGHT, 0);
    print_message("first frame %.1f ms\n", (double)(now_us() - start) / 1000);
    render_draw(r, &list, THEME_DARK, 0);
    start = now_us();
    render_draw(r, &list, THEME_LIGHT, 0);
    print_message("whole frame %.1f ms\n", (double)(now_us() - start) / 1000);
    for (int i = 0; i < FRAMES; i++) {
        start = now_us();
        draw_grid(r, i + 1);
        assert_true(render_draw(r, &list, THEME_LIGHT, i));
        took[i] = now_us() - start;
    }
    qsort(took, FRAMES, sizeof *took, by_size);
    print_message("changed frame %.2f ms median, %.2f ms p99\n", (double)took[FRAMES / 2] / 1000,
                  (double)took[FRAMES - 1] / 1000);
    assert_true(took[FRAMES / 2] < 100000);
    render_fade(r, 1000, RENDER_FADE_MS);
    start = now_us();
    render_draw(r, &list, THEME_DARK, 1100);
    print_message("fading frame %.2f ms\n", (double)(now_us() - start) / 1000);
    render_destroy(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sheet_has_its_colours_in_both_themes),
        cmocka_unit_test(edges_are_soft),
        cmocka_unit_test(a_clip_hides_what_is_outside),
        cmocka_unit_test(nothing_new_is_not_drawn),
        cmocka_unit_test(damage_leaves_no_trace),
        cmocka_unit_test(a_fade_ends_where_the_new_screen_is),
        cmocka_unit_test(a_fade_goes_on_from_what_is_seen),
        cmocka_unit_test(any_script_is_drawn),
        cmocka_unit_test(a_full_grid_keeps_pace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
