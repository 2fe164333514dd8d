#include "testing.h"

#include "golden/golden.h"
#include "golden/sheet.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/notice.h"

static struct draw_list list, other;

static void begin(struct draw_list *to, double u)
{
    struct layout layout = {.width = 400, .height = 300, .u = u};
    draw_begin(to, &layout, &type_fixed_metrics);
}

static void every_shape(struct draw_list *to)
{
    static const double line[] = {10, 10, 20, 15, 30, 10}, triangle[] = {0, 0, 16, 0, 8, 8};
    draw_rect(to, 0, 62, 400, 2, TOKEN_LINE);
    draw_round(to, 10, 10, 96, 60, 8, TOKEN_LOW);
    draw_round(to, 10, 80, 20, 10, 99, theme_mix(TOKEN_ON_LOW, 28, TOKEN_LOW));
    draw_outline(to, 120, 10, 96, 60, 8, 4, TOKEN_MED_LINE, TOKEN_SURFACE);
    draw_frame(to, 230, 10, 96, 60, 8, 2, TOKEN_LINE);
    draw_disc(to, 50, 150, 14, TOKEN_ACCENT);
    draw_ring(to, 90, 150, 14, 4, TOKEN_ACCENT);
    draw_arc(to, 130, 150, 36, 10, 0.653, TOKEN_ACCENT);
    draw_arc(to, 130, 150, 36, 10, 1, TOKEN_INK);
    draw_arc(to, 130, 150, 36, 10, 0, TOKEN_INK);
    draw_line(to, line, 3, 2.5, TOKEN_INK);
    draw_polygon(to, triangle, 3, TOKEN_INK);
    icon_draw(to, ICON_CHECK, 200, 200, 24, 2.5, TOKEN_INK);
    draw_clip(to, 0, 0, 100, 100);
    draw_text(to, 64, 40, SEMIBOLD(48), ALIGN_LEFT, TOKEN_INK, "Welcome");
    draw_unclip(to);
    draw_origin(to, 100, 100);
    draw_text_within(to, 0, 0, 120, MEDIUM(20), ALIGN_RIGHT, TOKEN_INK2, "A name too long by far");
    draw_paragraph(to, 0, 40, 200, 3, REGULAR(20), ALIGN_CENTRE, WRAP_BALANCED, TOKEN_INK,
                   "chosen the two or three we most want to work on together");
    draw_origin(to, 0, 0);
    notice_draw(to, 10, 200, 380,
                (struct notice){"This one will not open", "A copy from 09:40 will.", 20, false});
}

static void shapes_at_every_scale(void **state)
{
    (void)state;
    begin(&list, 1);
    every_shape(&list);
    golden_check_list("ui/shapes", &list);
    begin(&list, 0.7111);
    every_shape(&list);
    golden_check_list("ui/shapes-smaller", &list);
}

static void the_component_sheet(void **state)
{
    (void)state;
    sheet_draw(&list, &type_fixed_metrics, 1920, 1080);
    golden_check_list("ui/sheet", &list);
}

static void lists_compare_by_what_they_show(void **state)
{
    (void)state;
    begin(&list, 1);
    every_shape(&list);
    begin(&other, 1);
    every_shape(&other);
    assert_true(draw_equal(&list, &other));
    draw_copy(&other, &list);
    assert_true(draw_equal(&list, &other));
    draw_text(&other, 0, 0, MEDIUM(20), ALIGN_LEFT, TOKEN_INK, "more");
    assert_false(draw_equal(&list, &other));
    draw_text(&list, 0, 0, MEDIUM(20), ALIGN_LEFT, TOKEN_INK, "mare");
    assert_false(draw_equal(&list, &other));
}

static void what_cannot_be_seen_is_left_out(void **state)
{
    (void)state;
    begin(&list, 1);
    draw_round(&list, 0, 0, 0, 10, 8, TOKEN_INK);
    draw_round(&list, 0, 0, -5, 10, 8, TOKEN_INK);
    draw_rect(&list, 0, 0, 0, 10, TOKEN_INK);
    draw_disc(&list, 0, 0, 0, TOKEN_INK);
    draw_text(&list, 0, 0, MEDIUM(20), ALIGN_LEFT, TOKEN_INK, "");
    assert_int_equal(list.commands, 0);
    begin(&list, 0.1); /* a rule gets thin, but stays */
    draw_rect(&list, 0, 0, 100, 2, TOKEN_LINE);
    assert_int_equal(list.commands, 1);
    assert_int_equal(list.command[0].h, 1);
}

static void a_full_list_drops_and_says_so(void **state)
{
    (void)state;
    begin(&list, 1);
    for (int i = 0; i < DRAW_MAX_COMMANDS + 5; i++)
        draw_rect(&list, i, 0, 1, 1, TOKEN_INK);
    assert_int_equal(list.commands, DRAW_MAX_COMMANDS);
    assert_int_equal(list.dropped, 5);
    begin(&list, 1);
    static char text[DRAW_MAX_TEXT / 2];
    memset(text, 'x', sizeof text - 1);
    for (int i = 0; i < 3; i++)
        draw_text(&list, 0, 0, MEDIUM(20), ALIGN_LEFT, TOKEN_INK, text);
    assert_int_equal(list.dropped, 1);
}

static void mixes_lie_between_their_tokens(void **state)
{
    (void)state;
    assert_int_equal(theme_colour(THEME_LIGHT, TOKEN_PAPER), 0xF7F2EA);
    assert_int_equal(theme_colour(THEME_DARK, TOKEN_PAPER), 0x1D181F);
    assert_int_equal(theme_colour(THEME_LIGHT, theme_mix(TOKEN_ON_LOW, 28, TOKEN_LOW)), 0xC09F76);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_at_every_scale),
        cmocka_unit_test(the_component_sheet),
        cmocka_unit_test(lists_compare_by_what_they_show),
        cmocka_unit_test(what_cannot_be_seen_is_left_out),
        cmocka_unit_test(a_full_list_drops_and_says_so),
        cmocka_unit_test(mixes_lie_between_their_tokens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
