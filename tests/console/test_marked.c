/* The mark of a training: in every view of the console, in many situations. */

#include <stdio.h>
#include <string.h>

#include "console/action_scenes.h"
#include "console/board_scenes.h"
#include "console/finding_scenes.h"
#include "console/scenes.h"
#include "console/talk_scenes.h"
#include "console/vote_scenes.h"
#include "rooms/training.h"
#include "testing.h"
#include "words/words.h"

static const struct rooms_spec played = {
    .schools = 3, .seats = 5, .training = true, .roles = 4, .place = {2, 2}};

static void turn_training(struct sitting *s)
{
    s->model->training = true;
    sitting_refresh(s);
    sitting_step(s);
}

/* The console's own word stands above the header; that of the small picture does not count. */
static bool is_marked(const struct sitting *s)
{
    bool named = false, framed = false;
    for (uint32_t i = 0; i < s->list.commands; i++) {
        const struct draw_command *c = &s->list.command[i];
        framed |= c->kind == DRAW_FRAME && c->w == s->list.width && c->h == s->list.height;
        named |= c->kind == DRAW_TEXT && c->y < CONDUCT_STRIP * s->list.u &&
                 strcmp(s->list.text + c->first, word(WORD_TRAINING_MARK)) == 0;
    }
    return named && framed;
}

static void check(struct sitting **s)
{
    assert_false(is_marked(*s));
    turn_training(*s);
    assert_true(is_marked(*s));
    assert_int_equal((*s)->list.dropped, 0);
    sitting_destroy(s);
}

static void it_is_in_every_view(void **state)
{
    (void)state;
    for (unsigned view = 0; view < CONSOLE_VIEW_COUNT; view++) {
        struct sitting *s;
        sitting_create(&s, &played, 1024, 768);
        sitting_letter(s, (char)('1' + view), WITH_CONTROL);
        assert_int_equal(s->console->view, view);
        assert_true(is_marked(s));
        sitting_sign(s, "?"); /* the list of keys lies below it */
        assert_true(is_marked(s));
        sitting_destroy(&s);
    }
}

/* Whatever a view has open: forms, questions, what fills it. Some of each table, for their time. */
static void it_is_in_many_situations(void **state)
{
    (void)state;
    enum { EACH = 6 };
    struct sitting *s;
    const struct type_metrics *metrics = &type_fixed_metrics;
    for (int i = 0; i < scenes_count && !scenes[i].spec.training; i += EACH) {
        scene_create(&s, &scenes[i], 1024, 768, metrics);
        check(&s);
    }
    for (int i = 1; i < board_scenes_count; i += EACH) {
        board_scene_open(&s, &board_scenes[i], 1024, 768, metrics);
        check(&s);
    }
    for (int i = 1; i < finding_scenes_count; i += EACH) {
        finding_scene_open(&s, &finding_scenes[i], 1024, 768, metrics);
        check(&s);
    }
    for (int i = 1; i < vote_scenes_count; i += EACH) {
        vote_scene_open(&s, &vote_scenes[i], 1024, 768, metrics);
        check(&s);
    }
    for (int i = 1; i < action_scenes_count; i += EACH) {
        action_scene_open(&s, &action_scenes[i], 1024, 768, metrics);
        check(&s);
    }
    for (int i = 1; i < TALK_SCENES; i += EACH) {
        talk_scene_open(&s, i, metrics);
        check(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_in_every_view),
        cmocka_unit_test(it_is_in_many_situations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
