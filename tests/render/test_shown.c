#include "testing.h"

#include <SDL.h>

#include "render/render.h"

/* What a window shows, on SDL's dummy driver: the same as a picture of its size, whatever happened
 * to it before. */

enum { WIDTH = 640, HEIGHT = 480, STEP_MS = 16 };

static struct draw_list list;
static SDL_Window *window;
static struct render *shown;
static struct trouble trouble;

static int open_window(void **state)
{
    (void)state;
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    assert_int_equal(SDL_Init(SDL_INIT_VIDEO), 0);
    window = SDL_CreateWindow("test", 0, 0, WIDTH, HEIGHT, SDL_WINDOW_RESIZABLE);
    assert_non_null(window);
    assert_int_equal(render_create(&shown, window, &trouble), ERROR_OK);
    return 0;
}

static int close_window(void **state)
{
    (void)state;
    render_destroy(&shown);
    SDL_DestroyWindow(window);
    SDL_Quit();
    return 0;
}

static struct render *picture_of(int width, int height)
{
    struct render *picture = NULL;
    assert_int_equal(render_create_headless(&picture, width, height, &trouble), ERROR_OK);
    return picture;
}

/* Bars that grow and a figure that changes, more of them at every moment. */
static void draw(struct render *render, int moment)
{
    int width, height;
    char figure[12];
    render_size(render, &width, &height);
    struct layout layout = layout_client(width, height);
    draw_begin(&list, &layout, render_metrics(render));
    snprintf(figure, sizeof figure, "%d", moment);
    draw_text(&list, 32, 32, BOLD(96), ALIGN_LEFT, TOKEN_INK, figure);
    for (int i = 0; i <= moment; i++)
        draw_round(&list, 32 + i * 40, 160, 32, 20 * (i + 1), 8, i % 2 ? TOKEN_LOW : TOKEN_HIGH);
}

static void assert_shows(const struct render *picture)
{
    const SDL_Surface *s = SDL_GetWindowSurface(window);
    int width, height;
    render_size(picture, &width, &height);
    assert_int_equal(s->w, width);
    assert_int_equal(s->h, height);
    for (int y = 0; y < height; y++) {
        const uint32_t *row =
            (const uint32_t *)(const void *)((const uint8_t *)s->pixels + y * s->pitch);
        for (int x = 0; x < width; x++)
            assert_int_equal(row[x] & 0xFFFFFF, render_pixel(picture, x, y));
    }
}

static void both(struct render *picture, int moment, enum theme theme, int64_t now_ms)
{
    draw(shown, moment);
    bool window_drew = render_draw(shown, &list, theme, now_ms);
    draw(picture, moment);
    assert_int_equal(window_drew, render_draw(picture, &list, theme, now_ms));
    assert_shows(picture);
}

static void a_window_shows_what_a_picture_does(void **state)
{
    struct render *picture = picture_of(WIDTH, HEIGHT);
    (void)state;
    for (int moment = 0; moment < 4; moment++)
        both(picture, moment, THEME_LIGHT, moment);
    for (int64_t begun = 100; begun < 1000; begun += RENDER_FADE_MS) {
        render_fade(shown, begun, RENDER_FADE_MS);
        render_fade(picture, begun, RENDER_FADE_MS);
        for (int64_t now = begun; now < begun + RENDER_FADE_MS; now += STEP_MS)
            both(picture, (int)(begun / 100), THEME_LIGHT, now);
    }
    both(picture, 3, THEME_DARK, 2000);
    render_destroy(&picture);
}

/* SDL makes a window's pixels anew when it is resized, also there and back between two frames. */
static void all_of_it_is_there_after_resizing(void **state)
{
    static const int widths[] = {WIDTH + 160, WIDTH, WIDTH};
    (void)state;
    draw(shown, 3);
    assert_true(render_draw(shown, &list, THEME_LIGHT, 0));
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        struct render *picture = picture_of(widths[i], HEIGHT);
        render_fade(shown, 0, RENDER_FADE_MS);
        draw(shown, 4);
        render_draw(shown, &list, THEME_LIGHT, RENDER_FADE_MS / 2);
        SDL_SetWindowSize(window, WIDTH + 40, HEIGHT);
        SDL_SetWindowSize(window, widths[i], HEIGHT);
        SDL_PumpEvents();
        draw(shown, 4);
        assert_true(render_draw(shown, &list, THEME_LIGHT, RENDER_FADE_MS / 2));
        draw(picture, 4);
        render_draw(picture, &list, THEME_LIGHT, 0);
        assert_shows(picture);
        assert_false(render_fading(shown));
        render_destroy(&picture);
    }
}

/* A renderer that comes after another knows nothing of what that one drew. */
static void a_second_renderer_begins_anew(void **state)
{
    (void)state;
    draw(shown, 4);
    assert_true(render_draw(shown, &list, THEME_LIGHT, 0));
    render_destroy(&shown);
    assert_int_equal(render_create(&shown, window, &trouble), ERROR_OK);
    struct render *picture = picture_of(WIDTH, HEIGHT);
    both(picture, 1, THEME_LIGHT, 0);
    render_destroy(&picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_window_shows_what_a_picture_does, open_window,
                                        close_window),
        cmocka_unit_test_setup_teardown(all_of_it_is_there_after_resizing, open_window,
                                        close_window),
        cmocka_unit_test_setup_teardown(a_second_renderer_begins_anew, open_window, close_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
