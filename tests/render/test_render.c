#include "testing.h"

#include <stdlib.h>

#include "golden/sheet.h"
#include "render/render.h"

static struct draw_list list;

static void the_sheet_is_drawn(void **state)
{
    (void)state;
    struct render *render = NULL;
    struct trouble t = {""};
    assert_int_equal(render_create_headless(&render, 1920, 1080, &t), ERROR_OK);
    sheet_draw(&list, render_metrics(render), 1920, 1080);
    assert_true(render_draw(render, &list, THEME_LIGHT, 0));
    assert_int_equal(render_save(render, "sheet.png", &t), ERROR_OK);
    assert_true(render_draw(render, &list, THEME_DARK, 0));
    assert_int_equal(render_save(render, "sheet-dark.png", &t), ERROR_OK);
    render_destroy(&render);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_sheet_is_drawn)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
