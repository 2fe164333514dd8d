#include "testing.h"

#include <math.h>

#include "ui/layout.h"

static void assert_near(double found, double expected)
{
    if (fabs(found - expected) > 0.005)
        fail_msg("%g is not %g", found, expected);
}

static void kiosk_screens(void **state)
{
    (void)state;
    static const struct {
        int width, height;
        double u, across, margin, spare;
        bool narrow, short_rail;
    } screens[] = {
        {1920, 1080, 1, 1920, 64, 0, false, false},
        {3840, 2160, 2, 1920, 64, 0, false, false},
        {1366, 768, 0.7111, 1920.94, 64, 0, false, false},
        {1920, 1200, 1.1111, 1728, 64, 0, true, false},
        {1024, 768, 0.7111, 1440, 48, 0, true, true},
        {1280, 1024, 0.8889, 1440, 48, 72, true, true},
        {2560, 1080, 1, 2560, 64, 0, false, false},
    };
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        struct layout l = layout_kiosk(screens[i].width, screens[i].height);
        assert_near(l.u, round(screens[i].u * 10000) / 10000);
        assert_near(l.across, screens[i].across);
        assert_near(l.margin, screens[i].margin);
        assert_near(l.spare, screens[i].spare);
        assert_int_equal(l.narrow, screens[i].narrow);
        assert_int_equal(l.short_rail, screens[i].short_rail);
        assert_near(l.right, l.across - l.margin);
    }
}

static void client_windows(void **state)
{
    (void)state;
    static const struct {
        int width, height;
        double u, left, right;
    } windows[] = {
        {1100, 760, 1, 32, 1068},
        {880, 608, 0.8, 32, 1068},
        {1320, 760, 1, 142, 1178},
        {2200, 1520, 2, 32, 1068},
        {4400, 3040, 2, 582, 1618},
        {800, 500, 0.8, 32, 1068}, /* smaller than the smallest: no smaller letters */
    };
    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
        struct layout l = layout_client(windows[i].width, windows[i].height);
        assert_near(l.u, windows[i].u);
        assert_near(l.left, windows[i].left);
        assert_near(l.right, windows[i].right);
    }
}

static void pixels_round_and_strokes_stay(void **state)
{
    (void)state;
    assert_int_equal(layout_pixels(0.7111, 28), 20);
    assert_int_equal(layout_pixels(0.5, 3), 2);
    assert_int_equal(layout_pixels(0.5, -3), -2);
    assert_int_equal(layout_stroke(0.2, 2), 1);
    assert_int_equal(layout_stroke(2, 4), 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kiosk_screens),
        cmocka_unit_test(client_windows),
        cmocka_unit_test(pixels_round_and_strokes_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
