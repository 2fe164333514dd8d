#include <string.h>

#include "screen/planday.h"
#include "screen/scenes.h"

/* The workshop's actions: the list, one in the making, one by itself. */

enum { TRAINING = 6, IMPACT = 10 };

static const char longest[] =
    "Ask every family that has not come to anything we offered this year what would have made it "
    "possible, in their own language, before the summer";

static void sit(struct desk *desk)
{
    planday_begin(desk);
    desk_sit(desk, CODE_SCHOOL, INGLE, "Ana Smith");
    planday_go(desk);
}

static void propose(struct desk *desk)
{
    desk_letter(desk, 'a', 0);
}

static void plan_none(struct desk *desk)
{
    sit(desk);
}

/* Two of an earlier workshop, two adopted, two proposed, one parked. */
static void fill(struct desk *desk)
{
    seat_id other = workday_other(desk, 3, "Grace Achieng");
    planday_earlier(desk, "One booking form for all clubs", PROGRESS_UNDER_WAY);
    planday_earlier(desk, "A shared page on the council’s site", PROGRESS_DONE);
    action_id training = planday_plain(desk, "Run a shared training day with the family team",
                                       TRAINING, ACTION_ADOPTED, 75);
    planday_plain(desk, longest, IMPACT, ACTION_ADOPTED, 0);
    action_id model =
        planday_plain(desk, "Use one impact model in all schools", IMPACT, ACTION_PROPOSED, 130);
    planday_plain(desk, "Ask the council for a three-year promise", 9, ACTION_PROPOSED, 0);
    planday_set(desk, planday_plain(desk, "A minibus", 0, ACTION_PROPOSED, 0), ACTION_PARKED);
    planday_support(desk, other, training);
    planday_support(desk, other, model);
    if (desk->room->me.role == ROLE_SCHOOL)
        planday_support(desk, desk->seat, model);
}

static void plan_filled(struct desk *desk)
{
    sit(desk);
    fill(desk);
}

static void plan_second_page(struct desk *desk)
{
    plan_filled(desk);
    desk_key(desk, KEY_PAGE_DOWN, 0);
}

/* One waits, one is on its way. */
static void plan_own(struct desk *desk)
{
    plan_filled(desk);
    planday_plain(desk, "Meet the health visitors", TRAINING, ACTION_PROPOSED, 40);
    propose(desk);
    desk_paste(desk, "Lend our hall to the holiday club");
    desk_click(desk, "Propose it");
    desk_click(desk, "Propose it");
    desk->sight.state = SESSION_WAITING;
    propose(desk);
    desk_paste(desk, longest);
    desk_click(desk, "Propose it");
    desk_click(desk, "Propose it");
}

static void plan_observer(struct desk *desk)
{
    planday_begin(desk);
    desk_sit(desk, CODE_OBSERVER, 0, "Ruth Bell");
    planday_go(desk);
    fill(desk);
}

static void write_one(struct desk *desk)
{
    sit(desk);
    propose(desk);
    desk_paste(desk, "Run a shared training day with the family support team");
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_DOWN, 0);
    desk_type(desk, "6");
    desk_key(desk, KEY_ENTER, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_DOWN, 0);
    desk_key(desk, KEY_ENTER, 0);
}

static void propose_empty(struct desk *desk)
{
    sit(desk);
    propose(desk);
}

static void propose_dateless(struct desk *desk)
{
    write_one(desk);
    desk_click(desk, "Propose it");
}

static void propose_dated(struct desk *desk)
{
    write_one(desk);
    desk_key(desk, KEY_TAB, 0);
    desk_type(desk, "30 nov");
}

static void propose_past(struct desk *desk)
{
    write_one(desk);
    desk_key(desk, KEY_TAB, 0);
    desk_type(desk, "1/2/2009");
    desk_key(desk, KEY_ENTER, 0);
}

static void propose_more(struct desk *desk)
{
    write_one(desk);
    desk_click(desk, "Say more about it");
    desk_key(desk, KEY_TAB, 0);
    desk_paste(desk, "The health visitors, and two governors");
    desk_key(desk, KEY_TAB, 0);
    desk_paste(desk, "Every school has sent at least four people, and says after a term what it "
                     "does in another way");
}

static void propose_owners(struct desk *desk)
{
    write_one(desk);
    desk_key(desk, KEY_ENTER, 0);
}

/* Somebody by name, every text as long as it may be. */
static void propose_long(struct desk *desk)
{
    planday_begin(desk);
    desk_sit(desk, CODE_SCHOOL, INGLE,
             "Bartholomew Montgomery-Featherstonehaugh of the Upper School");
    planday_go(desk);
    propose(desk);
    desk_paste(desk, longest);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_TAB, 0);
    desk_key(desk, KEY_DOWN, 0);
    desk_key(desk, KEY_DOWN, 0);
    desk_key(desk, KEY_DOWN, 0);
    desk_key(desk, KEY_ENTER, 0);
    desk_paste(desk, "The Reverend Doctor Wilhelmina Abercrombie-Fotheringay-Smythe");
    desk_click(desk, "Say more about it");
    desk_key(desk, KEY_TAB, 0);
    desk_paste(desk, longest);
    desk_key(desk, KEY_TAB, 0);
    desk_paste(desk, longest);
    desk_key(desk, KEY_TAB, 0);
    desk_paste(desk, longest);
    desk_click(desk, "Propose it");
}

static void ask(struct desk *desk)
{
    struct action_content content = {.level = ACTION_LEVEL_CLUSTER,
                                     .condition = TRAINING,
                                     .due = 14390,
                                     .text = "Run a shared training day with the family team",
                                     .helpers = "The health visitors, and two governors",
                                     .measure = "Every school has sent at least four people",
                                     .resources = "Supply cover for two days"};
    seat_id facilitator = SEAT_KIOSK;
    planday_ask_seat(desk, planday_add(desk, facilitator, &content, ACTION_PROPOSED), desk->seat);
}

static void pledge_asked(struct desk *desk)
{
    sit(desk);
    ask(desk);
}

static void pledge_school(struct desk *desk)
{
    sit(desk);
    planday_ask_school(desk, planday_plain(desk, longest, IMPACT, ACTION_ADOPTED, 0), INGLE);
}

static void pledge_progress(struct desk *desk)
{
    pledge_asked(desk);
    desk_letter(desk, 'y', 0);
    planday_set(desk, 1, ACTION_ADOPTED);
    desk_click(desk, "Run a shared training day with the family team");
}

static void pledge_long(struct desk *desk)
{
    struct action_content content = {.level = ACTION_LEVEL_SCHOOL,
                                     .condition = IMPACT,
                                     .owner = OWNER_NAME,
                                     .due = 14390,
                                     .owner_name = "The Reverend Doctor Wilhelmina "
                                                   "Abercrombie-Fotheringay-Smith",
                                     .helpers = "Everybody who was at the meeting in January, and "
                                                "the two governors for this"};
    sit(desk);
    memcpy(content.text, longest, sizeof longest);
    memcpy(content.measure, longest, sizeof longest);
    memcpy(content.resources, longest, sizeof longest);
    planday_add(desk, SEAT_KIOSK, &content, ACTION_PROPOSED);
    desk_key(desk, KEY_TAB, WITH_SHIFT);
    desk_key(desk, KEY_ENTER, 0);
}

static void pledge_own(struct desk *desk)
{
    plan_own(desk);
    desk->sight.state = SESSION_UP;
    desk_click(desk, "Lend our hall to the holiday club");
}

const struct scene scenes_plan[SCENES_PLAN] = {
    {"plan-none", plan_none},
    {"plan", plan_filled},
    {"plan-second-page", plan_second_page},
    {"plan-own", plan_own},
    {"plan-observer", plan_observer},
    {"propose-empty", propose_empty},
    {"propose-dateless", propose_dateless},
    {"propose-dated", propose_dated},
    {"propose-past", propose_past},
    {"propose-more", propose_more},
    {"propose-owners", propose_owners},
    {"propose-long", propose_long},
    {"pledge-asked", pledge_asked},
    {"pledge-school", pledge_school},
    {"pledge-progress", pledge_progress},
    {"pledge-long", pledge_long},
    {"pledge-own", pledge_own},
};
