#include "screen/scenes.h"

#include "rooms/reviews.h"
#include "testing.h"

enum { INGLE = 9, CLUSTER = 4 };

static const struct link_caller caller = {
    .title = "Riverside cluster", .address = "192.168.4.20", .port = SESSION_PORT};

static void consent(struct desk *desk, enum answer answer)
{
    struct command command = {.kind = COMMAND_CONSENT};
    command.change.consent = (struct consent_change){
        .school = INGLE, .scopes = 1 << SCOPE_ROOM | 1 << SCOPE_SUMMARY, .answer = answer};
    desk_other(desk, SEAT_KIOSK, &command);
}

static void go(struct desk *desk, int item, int step)
{
    struct command command = {.kind = COMMAND_GO};
    command.change.place = (struct place){.item = (uint8_t)item, .step = (uint8_t)step};
    desk_other(desk, SEAT_KIOSK, &command);
}

static void join_empty(struct desk *desk)
{
    desk_step(desk);
}

static void join_typing(struct desk *desk)
{
    desk->sight.callers = &caller;
    desk->sight.caller_count = 1;
    desk_step(desk);
    desk_type(desk, "ktrm7x");
}

static void join_stranger(struct desk *desk)
{
    join_typing(desk);
    desk_type(desk, "o");
}

static void join_wrong(struct desk *desk)
{
    join_typing(desk);
    desk_type(desk, "pd");
    desk_key(desk, KEY_ENTER, 0);
    desk->sight.over = SESSION_WRONG_CODE;
    screens_notice(desk->screens, &(struct session_notice){.kind = SESSION_ENDED});
    desk_step(desk);
}

static void seat_room(struct desk *desk)
{
    desk_sit(desk, CODE_ROOM, 0, NULL);
}

static void seat_school(struct desk *desk)
{
    desk_sit(desk, CODE_SCHOOL, INGLE, NULL);
    desk_type(desk, "Sam Okafor");
}

static void sit(struct desk *desk)
{
    desk_sit(desk, CODE_SCHOOL, INGLE, "Sam Okafor");
}

static void consent_yes(struct desk *desk)
{
    sit(desk);
    desk_key(desk, KEY_ENTER, 0);
}

static void rating(struct desk *desk)
{
    sit(desk);
    consent(desk, ANSWER_YES);
}

/* Condition 4 with nothing said about it yet: the published grid has it agreed. */
static void reopened(struct desk *desk)
{
    rating(desk);
    for (int i = desk->screens->rate.condition; i > CLUSTER; i--)
        desk_key(desk, KEY_PAGE_UP, 0);
    for (int i = desk->screens->rate.condition; i < CLUSTER; i++)
        desk_key(desk, KEY_PAGE_DOWN, 0);
}

static void rate_agreed(struct desk *desk)
{
    reopened(desk);
}

static void rate_begin(struct desk *desk)
{
    rating(desk);
}

static void rate_suggested(struct desk *desk)
{
    reopened(desk);
    desk_manager_proposes(desk, CLUSTER, INGLE, 4, 7,
                          "The shared plan ran out in July, so I would say 4 for now.");
    desk_key(desk, KEY_RIGHT, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_paste(desk, "We share a coordinator now, but only until March.");
    for (int i = 0; i < 3; i++)
        desk_key(desk, KEY_TAB, WITH_SHIFT);
}

static void rate_sits(struct desk *desk)
{
    reopened(desk);
    desk_manager_proposes(desk, CLUSTER, INGLE, 4, 7, "");
}

static void rate_sent(struct desk *desk)
{
    rate_suggested(desk);
    desk_key(desk, KEY_ENTER, 0);
}

static void rate_below(struct desk *desk)
{
    rate_suggested(desk);
    desk_key(desk, KEY_TAB, 0);
    for (int i = 0; i < 3; i++)
        desk_key(desk, KEY_LEFT, 0);
}

static void waiting(struct desk *desk)
{
    rating(desk);
    go(desk, 2, 2);
}

static void waiting_unadmitted(struct desk *desk)
{
    desk_sit(desk, CODE_ROOM, 0, "Sam Okafor");
    struct command command = {.kind = COMMAND_PLACE_SEAT};
    command.change.seat = (struct seat_change){.seat = desk->seat, .school = 1};
    desk_other(desk, desk->seat, &command);
}

static void lost(struct desk *desk)
{
    rate_suggested(desk);
    desk->sight.state = SESSION_WAITING;
    desk_key(desk, KEY_ENTER, 0);
    desk->sight.redial_ms = 8000;
    desk_connection(desk, SESSION_DOWN);
    desk->sight.redial_ms = 3000;
    desk_step(desk);
}

static void lost_carrying_on(struct desk *desk)
{
    lost(desk);
    desk_click(desk, "Carry on");
}

static void back(struct desk *desk)
{
    lost(desk);
    desk_connection(desk, SESSION_UP);
}

/* Something has not been sent, and the window is to be closed. */
static void parting(struct desk *desk)
{
    rate_suggested(desk);
    assert_false(screens_may_close(desk->screens));
    desk_step(desk);
}

static void menu(struct desk *desk)
{
    rating(desk);
    desk_key(desk, KEY_F1, 0);
}

/* With earlier reviews: the school's own people see where they were. */
static void rate_before(struct desk *desk)
{
    rooms_reviews(desk->model, 3);
    rate_suggested(desk);
}

static void rate_before_once(struct desk *desk)
{
    rooms_reviews(desk->model, 1);
    rate_agreed(desk);
}

static void over(struct desk *desk)
{
    rating(desk);
    desk_other(desk, SEAT_KIOSK, &(struct command){.kind = COMMAND_CLOSE});
}

static void over_saved(struct desk *desk)
{
    over(desk);
    desk_letter(desk, 's', WITH_CONTROL);
    screens_saved(desk->screens, "Saved: /home/sam/Plenary/Riverside cluster-Ingle.html");
}

/* The kiosk has gone, and the page can be saved all the same. */
static void over_gone(struct desk *desk)
{
    over(desk);
    desk_connection(desk, SESSION_DOWN);
}

static void over_observer(struct desk *desk)
{
    desk_sit(desk, CODE_OBSERVER, 0, "Lee Marsh");
    desk_other(desk, SEAT_KIOSK, &(struct command){.kind = COMMAND_CLOSE});
}

static const struct scene scenes[SCENES_USUAL] = {
    {"join-empty", join_empty},
    {"join-typing", join_typing},
    {"join-stranger", join_stranger},
    {"join-wrong", join_wrong},
    {"seat-room", seat_room},
    {"seat-school", seat_school},
    {"consent", consent_yes},
    {"rate-begin", rate_begin},
    {"rate-suggested", rate_suggested},
    {"rate-sits", rate_sits},
    {"rate-sent", rate_sent},
    {"rate-below", rate_below},
    {"rate-agreed", rate_agreed},
    {"rate-before", rate_before},
    {"rate-before-once", rate_before_once},
    {"over", over},
    {"over-saved", over_saved},
    {"over-gone", over_gone},
    {"over-observer", over_observer},
    {"waiting", waiting},
    {"waiting-unadmitted", waiting_unadmitted},
    {"lost", lost},
    {"lost-carrying-on", lost_carrying_on},
    {"back", back},
    {"menu", menu},
    {"parting", parting},
};

static const struct scene *find_scene(int scene)
{
    if (scene < SCENES_USUAL)
        return &scenes[scene];
    scene -= SCENES_USUAL;
    if (scene < SCENES_TASK)
        return &scenes_task[scene];
    scene -= SCENES_TASK;
    if (scene < SCENES_VOTE)
        return &scenes_vote[scene];
    scene -= SCENES_VOTE;
    return scene < SCENES_PLAN ? &scenes_plan[scene] : &scenes_training[scene - SCENES_PLAN];
}

const char *scene_name(int scene)
{
    return find_scene(scene)->name;
}

void scene_open(struct desk *desk, int scene, const struct type_metrics *metrics,
                struct layout layout)
{
    struct rooms_spec spec = {.schools = 10, .ratings = ROOMS_MOST, .seats = 12};
    desk_open(desk, &spec);
    desk->metrics = metrics;
    desk->layout = layout;
    desk_step(desk);
    find_scene(scene)->bring(desk);
    desk_step(desk);
}
