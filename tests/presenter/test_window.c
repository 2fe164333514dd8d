/* What is dropped on a window, as SDL tells of it, up to where the presenter takes it. */

#include "presenter/window.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

#include "testing.h"

static struct window *window;

static int begin(void **state)
{
    struct display_wish wish = {.title = "Test", .width = 640, .height = 480};
    struct trouble trouble = {0};
    (void)state;
    window = calloc(1, sizeof *window);
    assert_non_null(window);
    if (window_open(window, &wish, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    return 0;
}

static int end(void **state)
{
    (void)state;
    window_close(window);
    free(window);
    return 0;
}

static void drop(const char *file, uint32_t id)
{
    SDL_Event event = {.drop = {.type = SDL_DROPFILE, .file = SDL_strdup(file), .windowID = id}};
    assert_non_null(event.drop.file);
    assert_int_equal(SDL_PushEvent(&event), 1);
}

static void wait_once(void)
{
    struct window *const windows[] = {window};
    window_wait(windows, 1, 1000);
}

/* Several files at once come one event after the other. */
static void files_that_are_dropped_are_kept_for_the_frame(void **state)
{
    (void)state;
    drop("/home/jo/Ashby.csv", window->id);
    drop("/home/jo/Grüße, 2025.plenary", window->id);
    wait_once();
    assert_int_equal(window->drop_count, 2);
    assert_string_equal(window->drops[0], "/home/jo/Ashby.csv");
    assert_string_equal(window->drops[1], "/home/jo/Grüße, 2025.plenary");
    window_wake(window);
    wait_once();
    assert_int_equal(window->drop_count, 0);
}

/* More than there is room for, and names that are too long, are let go and harm nothing. */
static void no_more_than_there_is_room_for(void **state)
{
    static char longer[2 * WINDOW_DROP_SIZE];
    (void)state;
    memset(longer, 'x', sizeof longer - 1);
    drop(longer, window->id);
    for (int i = 0; i < WINDOW_DROPS_MAX + 3; i++)
        drop("/home/jo/Ashby.csv", window->id);
    for (int i = 0; i < WINDOW_DROPS_MAX && window->drop_count < WINDOW_DROPS_MAX; i++)
        wait_once();
    assert_int_equal(window->drop_count, WINDOW_DROPS_MAX);
    assert_string_equal(window->drops[0], "/home/jo/Ashby.csv");
}

/* The client opened larger than a small screen without a window manager, and was cut off. */
static void a_window_that_shrinks_is_no_larger_than_the_screen(void **state)
{
    struct display display;
    struct trouble trouble = {0};
    SDL_Rect screen;
    int width, height;
    (void)state;
    assert_int_equal(SDL_GetDisplayBounds(0, &screen), 0);
    struct display_wish wish = {
        .title = "Test", .width = screen.w + 76, .height = screen.h - 8, .shrinks = true};
    assert_int_equal(display_open(&display, &wish, &trouble), ERROR_OK);
    SDL_GetWindowSize(display.window, &width, &height);
    assert_int_equal(width, screen.w);
    assert_int_equal(height, screen.h - 8);
    display_close(&display);
}

int main(void)
{
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_that_are_dropped_are_kept_for_the_frame, begin, end),
        cmocka_unit_test_setup_teardown(no_more_than_there_is_room_for, begin, end),
        cmocka_unit_test_setup_teardown(a_window_that_shrinks_is_no_larger_than_the_screen, begin,
                                        end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
