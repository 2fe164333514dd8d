#include "start/bring_scenes.h"

#include <stdlib.h>

#include "testing.h"

static const struct start_recent recents[] = {
    {.title = "Riverside cluster", .when = "Today, 08:40", .schools = 10, .agreed = 84, .all = 100},
    {.title = "Hill cluster", .when = "12 March", .schools = 1, .all = 10},
};

void bench_open(struct bench **out, int width, int height, const struct type_metrics *metrics)
{
    struct bench *b = *out = calloc(1, sizeof *b);
    assert_non_null(b);
    b->layout = layout_kiosk(width, height);
    b->metrics = metrics;
    b->given = (struct start_given){.recents = recents, .recent_count = 2, .date = "12 March"};
    bring_add(&b->screen, "/home/jo/Plenary/Ashby and Birch.plenary", false);
    bring_add(&b->screen, "/home/jo/Plenary/Talks of March.plenary", false);
    b->screen.up = b->screen.arrived = true;
    site_open(&b->ours, "Ashby,Castle");
    site_open(&b->theirs, "Ashby,Birch");
    site_open(&b->others, "Ashby");
    site_agree(&b->ours, "Ashby", 1, 4, 6, "Sam Okafor", INT64_C(1236850080000));
    site_agree(&b->theirs, "Ashby", 1, 5, 7, "Sam Okafor", INT64_C(1236950080000));
    site_agree(&b->others, "Ashby", 1, 3, 7, "Sam Okafor", INT64_C(1236750080000));
    site_propose(&b->theirs, "Ashby", 2, 3, 5);
    site_agree(&b->theirs, "Birch", 1, 8, 9, "Jo Marsh", INT64_C(1236950080000));
    site_answer(&b->ours, "Ashby", ANSWER_YES);
    site_answer(&b->theirs, "Ashby", ANSWER_NO);
    bench_step(b);
}

void bench_close(struct bench **bench)
{
    merge_destroy(&(*bench)->screen.merge);
    site_close(&(*bench)->ours);
    site_close(&(*bench)->theirs);
    site_close(&(*bench)->others);
    free(*bench);
    *bench = NULL;
}

static void frame(struct bench *b)
{
    draw_begin(&b->list, &b->layout, b->metrics);
    ui_begin(&b->ui, &b->list, &ui_style_kiosk, &b->input, 0);
    enum bring_choice choice = bring_draw(&b->ui, &b->layout, &b->screen, &b->given);
    ui_end(&b->ui);
    input_clear(&b->input);
    assert_int_equal(b->list.dropped, 0);
    b->choice = choice ? choice : b->choice;
}

void bench_step(struct bench *b)
{
    b->choice = BRING_NOTHING;
    for (int i = 0; i < 3; i++)
        frame(b);
}

void bench_key(struct bench *b, enum input_key key, unsigned modifiers)
{
    input_key(&b->input, key, modifiers);
    bench_step(b);
}

bool bench_tab_to(struct bench *b, ui_id id)
{
    for (int i = 0; i < UI_MAX_PLACES && !ui_focused(&b->ui, id); i++)
        bench_key(b, KEY_TAB, 0);
    return ui_focused(&b->ui, id);
}

void bench_compare(struct bench *b)
{
    const struct site *from[] = {&b->theirs, &b->others};
    b->screen.merge = site_compare(&b->ours, from, 2);
    b->screen.step = BRING_COMPARING;
    b->screen.arrived = true;
    bench_step(b);
}
