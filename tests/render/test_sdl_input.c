#include "testing.h"

#include <SDL.h>

#include "render/render.h"
#include "render/sdl_input.h"

/* SDL's events as the ui's, and a frame in a real window, of SDL's dummy driver. */

static struct input input;
static struct draw_list list;

static bool add(SDL_Event event)
{
    return sdl_input_add(&input, &event, NULL);
}

static SDL_Event key(SDL_Keycode code, SDL_Keymod mod)
{
    SDL_Event e = {.type = SDL_KEYDOWN};
    e.key.keysym.sym = code;
    e.key.keysym.mod = (Uint16)mod;
    return e;
}

static void keys(void **state)
{
    (void)state;
    input_clear(&input);
    assert_true(add(key(SDLK_TAB, KMOD_LSHIFT)));
    assert_true(add(key(SDLK_KP_ENTER, KMOD_NONE)));
    assert_true(add(key(SDLK_u, KMOD_NUM)));
    assert_false(add(key(SDLK_LSHIFT, KMOD_LSHIFT))); /* no key of ours */
    assert_int_equal(input.count, 3);
    assert_int_equal(input.event[0].key, KEY_TAB);
    assert_int_equal(input.event[0].modifiers, WITH_SHIFT);
    assert_int_equal(input.event[1].key, KEY_ENTER);
    assert_int_equal(input.event[2].letter, 'u');
    assert_int_equal(input.event[2].modifiers, 0); /* a locked keypad is no modifier */
}

static void typed_text(void **state)
{
    (void)state;
    SDL_Event e = {.type = SDL_TEXTINPUT};
    input_clear(&input);
    strcpy(e.text.text, "\xC3\xA9");
    assert_true(add(e));
    assert_int_equal(input.event[0].kind, INPUT_TEXT);
    assert_string_equal(input.text + input.event[0].first, "\xC3\xA9");
}

static void a_window_shows_frames_and_takes_a_paste(void **state)
{
    (void)state;
    struct render *render = NULL;
    struct trouble trouble;
    int width, height;
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    assert_int_equal(SDL_Init(SDL_INIT_VIDEO), 0);
    SDL_Window *window = SDL_CreateWindow("test", 0, 0, 640, 480, SDL_WINDOW_RESIZABLE);
    assert_non_null(window);
    assert_int_equal(render_create(&render, window, &trouble), ERROR_OK);
    for (int i = 0; i < 2; i++) {
        render_size(render, &width, &height);
        struct layout layout = layout_client(width, height);
        draw_begin(&list, &layout, render_metrics(render));
        draw_text(&list, 32, 32, MEDIUM(20), ALIGN_LEFT, TOKEN_INK, "Here");
        assert_true(render_draw(render, &list, THEME_LIGHT, 0)); /* again once resized */
        assert_false(render_draw(render, &list, THEME_LIGHT, 0));
        SDL_SetWindowSize(window, 800, 600);
        SDL_PumpEvents();
    }
    assert_int_equal(width, 800);
    SDL_Event press = {.type = SDL_MOUSEBUTTONDOWN};
    press.button.button = SDL_BUTTON_LEFT;
    press.button.x = 400;
    input_clear(&input);
    assert_true(sdl_input_add(&input, &press, window));
    assert_int_equal(input.event[0].x, 400);
    SDL_SetClipboardText("KTRM7XPD");
    assert_true(add(key(SDLK_v, KMOD_LCTRL)));
    assert_int_equal(input.event[1].kind, INPUT_PASTE);
    assert_string_equal(input.text + input.event[1].first, "KTRM7XPD");
    render_destroy(&render);
    SDL_DestroyWindow(window);
    SDL_Quit();
}

/* Takes in what is waiting, for one frame. */
static void gather(void)
{
    SDL_Event event;
    input_clear(&input);
    assert_int_equal(SDL_PollEvent(&event), 1);
    do
        add(event);
    while (sdl_input_more(&input) && SDL_PollEvent(&event));
}

/* "5", Tab, "7", typed faster than frames are drawn. */
static void every_key_has_a_frame_of_its_own(void **state)
{
    (void)state;
    assert_int_equal(SDL_Init(SDL_INIT_EVENTS), 0);
    SDL_Event five = {.text = {.type = SDL_TEXTINPUT, .text = "5"}};
    SDL_Event seven = {.text = {.type = SDL_TEXTINPUT, .text = "7"}};
    SDL_Event released = {.type = SDL_KEYUP};
    SDL_Event pressed[] = {
        key(SDLK_5, KMOD_NONE), five,  released, key(SDLK_TAB, KMOD_NONE), released,
        key(SDLK_7, KMOD_NONE), seven, released};
    for (size_t i = 0; i < sizeof pressed / sizeof *pressed; i++)
        assert_int_equal(SDL_PushEvent(&pressed[i]), 1);
    gather();
    assert_int_equal(input.count, 2); /* the key and what it types belong together */
    assert_int_equal(input.event[0].letter, '5');
    assert_int_equal(input.event[1].kind, INPUT_TEXT);
    gather();
    assert_int_equal(input.count, 1);
    assert_int_equal(input.event[0].key, KEY_TAB);
    gather();
    assert_int_equal(input.count, 2);
    assert_int_equal(input.event[0].letter, '7');
    assert_false(sdl_input_more(&input));
    SDL_Quit();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys),
        cmocka_unit_test(typed_text),
        cmocka_unit_test(a_window_shows_frames_and_takes_a_paste),
        cmocka_unit_test(every_key_has_a_frame_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
