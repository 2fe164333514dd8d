#include "console/talk_scenes.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "model/decide.h"

void talk_enter(struct sitting *s)
{
    sitting_letter(s, '1' + CONSOLE_TALKS, WITH_CONTROL);
}

void talk_find(struct sitting *s, const char *name)
{
    sitting_type(s, name);
    sitting_key(s, KEY_ENTER, 0);
}

/* Somebody of the school proposes from an own laptop. */
static void school_proposes(struct sitting *s, school_id school, condition_id condition)
{
    struct rating *rating = &s->model->ratings[condition][school];
    memset(rating, 0, sizeof *rating);
    rating->revision = 1;
    rating->proposals[SIDE_SCHOOL] =
        (struct proposal){.revision = 1, .figure = {.now = 4, .target = 7, .months = 12}};
    text_copy(rating->proposals[SIDE_SCHOOL].figure.note, NOTE_SIZE,
              "We share a coordinator now, but only until March.");
    sitting_refresh(s);
    sitting_step(s);
}

static void add_actions(struct sitting *s, school_id school, condition_id condition)
{
    static const char *const texts[] = {"Ask the other heads who could share the cost of the "
                                        "coordinator from April on, before the next meeting",
                                        "Put the three clubs on the family information service"};
    for (action_id a = 0; a < 2; a++) {
        struct action *action = &s->model->actions[++s->model->action_count];
        *action = (struct action){
            .content.school = school, .content.condition = condition, .revision = 1};
        action->content.months = a ? 0 : 6;
        text_copy(action->content.text, sizeof action->content.text, texts[a]);
    }
    sitting_refresh(s);
    sitting_step(s);
}

static void list(struct sitting *s)
{
    (void)s;
}

static void finding(struct sitting *s)
{
    sitting_type(s, "gr");
}

static void adding(struct sitting *s)
{
    sitting_type(s, "Willow Bank Primary");
}

static void why(struct sitting *s)
{
    talk_find(s, "Ashby");
}

static void begun(struct sitting *s)
{
    why(s);
    sitting_key(s, KEY_ENTER, 0);
}

static void moved(struct sitting *s)
{
    begun(s);
    sitting_letter(s, '4', 0);
    sitting_key(s, KEY_TAB, 0);
    sitting_letter(s, '7', 0);
    assert(sitting_tab_to(s, ui_id_of("talk-note", 0)));
    sitting_type(s, "Clubs run well, but nobody plans them together.");
    sitting_key(s, KEY_ENTER, 0);
    sitting_type(s, "Sam Okafor");
}

static void agreed(struct sitting *s)
{
    moved(s);
    sitting_key(s, KEY_ENTER, 0);
}

static school_id named(const struct sitting *s, const char *name)
{
    return room_find_school(s->room, name);
}

static void suggested(struct sitting *s)
{
    school_proposes(s, named(s, "Ingle"), 4);
    add_actions(s, named(s, "Ingle"), 4);
    talk_find(s, "Ingle");
    while (s->console->talk.condition < 4)
        sitting_key(s, KEY_PAGE_DOWN, 0);
    while (s->console->talk.condition > 4)
        sitting_key(s, KEY_PAGE_UP, 0);
}

static void apart(struct sitting *s)
{
    suggested(s);
    sitting_letter(s, '5', 0);
}

static void sheet(struct sitting *s)
{
    add_actions(s, named(s, "Ashby"), 4);
    talk_find(s, "Ashby");
    while (s->console->talk.page != TALK_SHEET)
        sitting_key(s, KEY_PAGE_DOWN, 0);
}

static const struct {
    const char *name;
    void (*bring)(struct sitting *s);
    struct rooms_spec spec;
    int width, height;
} scenes[TALK_SCENES] = {
    {"talk-list", list, {.schools = 10, .ratings = ROOMS_MOST}, 1920, 1080},
    {"talk-list-28", list, {.schools = 28, .ratings = ROOMS_MOST, .long_names = true}, 1920, 1080},
    {"talk-list-28-narrow",
     list,
     {.schools = 28, .ratings = ROOMS_FEW, .long_names = true},
     1024,
     768},
    {"talk-list-3", finding, {.schools = 3}, 1920, 1080},
    {"talk-list-empty", list, {0}, 1920, 1080},
    {"talk-add", adding, {.schools = 3}, 1024, 768},
    {"talk-why", why, {.schools = 3}, 1920, 1080},
    {"talk-why-narrow", why, {.schools = 3}, 1024, 768},
    {"talk-begin", begun, {.schools = 3}, 1920, 1080},
    {"talk-moved", moved, {.schools = 3}, 1024, 768},
    {"talk-agreed", agreed, {.schools = 3}, 1920, 1080},
    {"talk-suggested", suggested, {.schools = 10, .ratings = ROOMS_MOST}, 1024, 768},
    {"talk-apart", apart, {.schools = 10, .ratings = ROOMS_MOST, .long_names = true}, 1920, 1080},
    {"talk-before",
     apart,
     {.schools = 10, .ratings = ROOMS_MOST, .earlier = 3, .long_names = true},
     1920,
     1080},
    {"talk-before-narrow",
     suggested,
     {.schools = 10, .ratings = ROOMS_MOST, .earlier = 1},
     1024,
     768},
    {"talk-sheet", sheet, {.schools = 10, .ratings = ROOMS_MOST}, 1920, 1080},
};

const char *talk_scene_name(int scene)
{
    return scenes[scene].name;
}

void talk_scene_open(struct sitting **out, int scene, const struct type_metrics *metrics)
{
    sitting_create(out, &scenes[scene].spec, scenes[scene].width, scenes[scene].height);
    (*out)->metrics = metrics;
    talk_enter(*out);
    scenes[scene].bring(*out);
}
