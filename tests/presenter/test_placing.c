#include "testing.h"

#include "presenter/placing.h"

#define LAPTOP                                                                                     \
    {                                                                                              \
        0, 0, 1920, 1080, "eDP-1"                                                                  \
    }
#define PROJECTOR                                                                                  \
    {                                                                                              \
        1920, 0, 1920, 1080, "HDMI-1"                                                              \
    }

static void expect(enum options_console wish, const struct display_screen screens[], int count,
                   enum placing_console console, int stage, int facing)
{
    struct placing placing = placing_choose(wish, screens, count);
    assert_int_equal(placing.console, console);
    assert_int_equal(placing.stage, stage);
    assert_int_equal(placing.facing, facing);
}

static void test_one_screen_shows_nothing_unasked(void **state)
{
    (void)state;
    const struct display_screen one[] = {LAPTOP};
    expect(OPTIONS_CONSOLE_AUTO, one, 1, PLACING_OVER, 0, 0);
    expect(OPTIONS_CONSOLE_WINDOW, one, 1, PLACING_BESIDE, 0, 0);
    expect(OPTIONS_CONSOLE_NONE, one, 1, PLACING_NONE, 0, 0);
    expect(OPTIONS_CONSOLE_AUTO, NULL, 0, PLACING_OVER, 0, 0);
}

static void test_the_laptop_is_the_facilitators(void **state)
{
    (void)state;
    const struct display_screen usual[] = {LAPTOP, PROJECTOR};
    const struct display_screen turned[] = {PROJECTOR, LAPTOP};
    expect(OPTIONS_CONSOLE_AUTO, usual, 2, PLACING_BESIDE, 1, 0);
    expect(OPTIONS_CONSOLE_AUTO, turned, 2, PLACING_BESIDE, 0, 1);
    expect(OPTIONS_CONSOLE_OVERLAY, usual, 2, PLACING_OVER, 1, 0);
    expect(OPTIONS_CONSOLE_NONE, usual, 2, PLACING_NONE, 1, 0);
}

static void test_the_main_screen_where_no_name_tells(void **state)
{
    (void)state;
    const struct display_screen two[] = {{0, 0, 1280, 800, "0"}, {1280, 0, 1024, 768, "1"}};
    const struct display_screen three[] = {
        {0, 0, 1920, 1080, ""}, {1920, 0, 1920, 1080, ""}, {3840, 0, 1024, 768, ""}};
    expect(OPTIONS_CONSOLE_AUTO, two, 2, PLACING_BESIDE, 1, 0);
    expect(OPTIONS_CONSOLE_AUTO, three, 3, PLACING_BESIDE, 1, 0);
}

static void test_a_projector_that_mirrors_is_the_same_screen(void **state)
{
    (void)state;
    const struct display_screen same[] = {LAPTOP, {0, 0, 1920, 1080, "HDMI-1"}};
    const struct display_screen smaller[] = {LAPTOP, {0, 0, 1024, 768, "HDMI-1"}};
    const struct display_screen and_another[] = {LAPTOP, {0, 0, 1024, 768, "HDMI-1"}, PROJECTOR};
    expect(OPTIONS_CONSOLE_AUTO, same, 2, PLACING_OVER, 0, 0);
    expect(OPTIONS_CONSOLE_AUTO, smaller, 2, PLACING_OVER, 0, 0);
    expect(OPTIONS_CONSOLE_WINDOW, same, 2, PLACING_BESIDE, 0, 0);
    expect(OPTIONS_CONSOLE_AUTO, and_another, 3, PLACING_BESIDE, 2, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_screen_shows_nothing_unasked),
        cmocka_unit_test(test_the_laptop_is_the_facilitators),
        cmocka_unit_test(test_the_main_screen_where_no_name_tells),
        cmocka_unit_test(test_a_projector_that_mirrors_is_the_same_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
