#include "base/day.h"
#include "model/plan.h"
#include "model/portray.h"
#include "testing.h"

#include <stdio.h>

/* What people propose, and what becomes of it: put before the room, supported, merged, adopted,
 * owned, carried out. */

static struct bench bench;
static struct bench *b = &bench;
static struct live live;
static struct room *room;
static seat_id ann, bob, la;

static int start(void **state)
{
    (void)state;
    bench_open_workshop(b);
    bench_schools(b, 2);
    ann = bench_join(b, CODE_SCHOOL, 1);
    bob = bench_join(b, CODE_SCHOOL, 2);
    la = bench_join(b, CODE_OBSERVER, 0);
    bench_ask(b, ann, ask_seat(COMMAND_NAME_SEAT, ann, 0, false, "Ann"));
    return 0;
}

static action_id add(seat_id seat, enum action_state state, const char *text)
{
    bench_must(b, seat, plan_add(state, text));
    return b->model->action_count;
}

static const struct action_item *seen_by(enum audience_kind kind, uint16_t id, action_id action)
{
    bench_look(b, room, &live, kind, id);
    return &room->actions[action];
}

static const struct own_action_item *own_of(seat_id seat, action_id action)
{
    bench_look(b, room, &live, AUDIENCE_SEAT, seat);
    return &room->own_actions[action];
}

static const struct action *at(action_id action)
{
    return &b->model->actions[action];
}

/* ---- proposing */

static void what_waits_is_its_proposers_and_the_facilitators(void **state)
{
    (void)state;
    action_id a = add(ann, ACTION_WAITING, "Share the directory");
    for (unsigned kind = 0; kind < AUDIENCE_SEAT; kind++) {
        const struct action_item *item =
            seen_by((enum audience_kind)kind, kind == AUDIENCE_SCHOOL ? 1 : 0, a);
        assert_int_equal(item->revision != 0, kind == AUDIENCE_FACILITATOR);
    }
    (void)seen_by(AUDIENCE_PROJECTOR, 0, a); /* that something waits the room knows, not what */
    assert_int_equal(room->workshop.waiting, 1);
    const struct own_action_item *own = own_of(ann, a);
    assert_true(own->proposed);
    assert_string_equal(own->content.text, "Share the directory");
    assert_int_equal(own_of(bob, a)->revision, 0);
    assert_int_equal(own_of(la, a)->revision, 0);
    bench_must(b, 0, plan_set(a, ACTION_PROPOSED));
    static const uint8_t everybody[] = {AUDIENCE_PROJECTOR, AUDIENCE_FACILITATOR, AUDIENCE_OBSERVER,
                                        AUDIENCE_PARTICIPANTS};
    for (size_t i = 0; i < sizeof everybody; i++) {
        const struct action_item *item = seen_by((enum audience_kind)everybody[i], 0, a);
        assert_string_equal(item->content.text, "Share the directory");
        assert_int_equal(item->proposer, everybody[i] == AUDIENCE_FACILITATOR ? ann : 0);
    }
    assert_int_equal(seen_by(AUDIENCE_SCHOOL, 1, a)->revision, 0); /* each key comes once */
    own = own_of(ann, a);
    assert_true(own->proposed && !own->content.text[0]); /* it stands in the room by now */
}

static void its_proposer_changes_it_until_it_is_adopted(void **state)
{
    (void)state;
    struct command c = plan_add(ACTION_WAITING, "Share the directory");
    c.change.action.content.source = SOURCE_FINDING;
    c.change.action.content.source_a = FINDING_NEED;
    c.change.action.content.source_b = 2;
    bench_must(b, ann, c);
    c = plan_change(b, 1);
    strcpy(c.change.action.content.text, "Share one directory");
    c.change.action.content.level = ACTION_LEVEL_CLUSTER;
    c.change.action.content.source = SOURCE_NONE;
    bench_must(b, ann, c);
    assert_string_equal(at(1)->content.text, "Share one directory");
    assert_int_equal(at(1)->content.source, SOURCE_FINDING); /* where it came from stays */
    assert_int_equal(at(1)->content.source_b, 2);
    assert_int_equal(at(1)->content.level, ACTION_LEVEL_CLUSTER);
    bench_must(b, 0, plan_set(1, ACTION_PROPOSED));
    c = plan_change(b, 1);
    strcpy(c.change.action.content.helpers, "the office");
    assert_int_equal(bench_ask(b, bob, c), REFUSAL_OTHER_ACTION);
    bench_must(b, ann, c);
    bench_must(b, 0, plan_set(1, ACTION_ADOPTED));
    c = plan_change(b, 1);
    strcpy(c.change.action.content.measure, "more visits");
    assert_int_equal(bench_ask(b, ann, c), REFUSAL_OTHER_ACTION);
    bench_must(b, 0, c);
    uint64_t events = b->model->event_count;
    c.change.action.revision = at(1)->revision;
    bench_must(b, 0, c); /* nothing is different */
    assert_int_equal(b->model->event_count, events);
}

static void its_proposer_takes_it_back_while_it_waits(void **state)
{
    (void)state;
    struct command away = {.kind = COMMAND_REMOVE_ACTION, .change.action.action = 1};
    add(la, ACTION_WAITING, "Ask the health team");
    assert_int_equal(bench_ask(b, ann, away), REFUSAL_NO_ACTION);
    bench_must(b, la, away);
    assert_int_equal(seen_by(AUDIENCE_FACILITATOR, 0, 1)->revision, 0);
    assert_int_equal(bench_ask(b, la, away), REFUSAL_NO_ACTION);
}

static void a_date_that_is_unlikely_is_asked_about_once(void **state)
{
    (void)state;
    uint32_t today = day_of_time(b->now_ms);
    const struct {
        uint32_t due;
        bool likely;
    } cases[] = {{today - 1, false},
                 {today, true},
                 {day_years_on(today, 5), true},
                 {day_years_on(today, 5) + 1, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct command c = plan_add(ACTION_WAITING, "By then");
        c.change.action.content.due = cases[i].due;
        assert_int_equal(bench_ask(b, ann, c),
                         cases[i].likely ? REFUSAL_NONE : REFUSAL_DATE_UNLIKELY);
        c.id = 0;
        c.change.action.sure = true;
        bench_must(b, ann, c);
        assert_int_equal(at(b->model->action_count)->content.due, cases[i].due);
    }
    struct command c = plan_change(b, 1); /* its date stays the one that is past */
    strcpy(c.change.action.content.text, "By then at last");
    bench_must(b, ann, c);
    c = plan_change(b, 1);
    c.change.action.content.due--;
    assert_int_equal(bench_ask(b, ann, c), REFUSAL_DATE_UNLIKELY);
}

static void only_the_kiosk_brings_in_earlier_ones(void **state)
{
    (void)state;
    struct command c = plan_add(ACTION_ADOPTED, "Publish the list of clubs");
    c.change.action.earlier = true;
    c.change.action.progress = PROGRESS_UNDER_WAY;
    c.change.action.accepted = true;
    c.change.action.content.owner = OWNER_SCHOOL;
    c.change.action.content.owner_school = 2;
    seat_id manager = bench_join(b, CODE_FACILITATOR, 0);
    assert_int_equal(bench_ask(b, manager, c), REFUSAL_NOT_ALLOWED);
    bench_must(b, SEAT_KIOSK, c);
    const struct action_item *item = seen_by(AUDIENCE_PARTICIPANTS, 0, 1);
    assert_true(item->earlier && item->accepted);
    assert_int_equal(item->progress, PROGRESS_UNDER_WAY);
    c.change.action.earlier = false; /* of a new one neither is taken over */
    bench_must(b, SEAT_KIOSK, c);
    assert_int_equal(at(2)->progress, PROGRESS_NOT_BEGUN);
    assert_false(at(2)->accepted);
}

/* ---- owners */

static struct command to_own(action_id action, enum owner_kind owner, uint16_t id)
{
    struct command c = plan_change(b, action);
    struct action_content *content = &c.change.action.content;
    content->owner = (uint8_t)owner;
    content->owner_seat = owner == OWNER_SEAT ? id : 0;
    content->owner_school = owner == OWNER_SCHOOL ? id : 0;
    strcpy(content->owner_name, owner == OWNER_NAME ? "Carol" : "");
    return c;
}

static void an_owner_says_yes_on_their_own_client(void **state)
{
    (void)state;
    action_id a = add(0, ACTION_ADOPTED, "Share the directory");
    bench_must(b, 0, to_own(a, OWNER_SEAT, ann));
    assert_true(own_of(ann, a)->asked);
    assert_false(own_of(bob, a)->asked);
    const struct action_item *item = seen_by(AUDIENCE_PARTICIPANTS, 0, a);
    assert_string_equal(item->content.owner_name, "Ann");
    assert_int_equal(item->content.owner_seat, 0);
    assert_false(item->accepted || item->declined);
    assert_int_equal(seen_by(AUDIENCE_FACILITATOR, 0, a)->content.owner_seat, ann);
    assert_int_equal(bench_ask(b, bob, plan_accept(b, a, true)), REFUSAL_NOT_OWNER);
    struct command late = plan_accept(b, a, true);
    bench_must(b, ann, plan_accept(b, a, false));
    assert_true(at(a)->declined && !at(a)->accepted);
    bench_must(b, ann, plan_accept(b, a, true));
    assert_true(at(a)->accepted && !at(a)->declined);
    bench_must(b, 0, to_own(a, OWNER_SCHOOL, 2)); /* somebody else: nothing has been said yet */
    assert_false(at(a)->accepted || at(a)->declined);
    assert_true(own_of(bob, a)->asked);
    assert_int_equal(bench_ask(b, bob, late), REFUSAL_CHANGED); /* that was another question */
    bench_must(b, 0, plan_accept(b, a, true));                  /* for them, who said so aloud */
    assert_true(at(a)->accepted);
    bench_must(b, 0, to_own(a, OWNER_NAME, 0));
    assert_false(at(a)->accepted);
    assert_int_equal(bench_ask(b, 0, plan_accept(b, a, true)), REFUSAL_ACTION_STATE);
    assert_string_equal(seen_by(AUDIENCE_OBSERVER, 0, a)->content.owner_name, "Carol");
}

static void what_a_school_takes_home_knows_its_owners(void **state)
{
    (void)state;
    action_id a = add(0, ACTION_ADOPTED, "Share the directory");
    bench_must(b, 0, to_own(a, OWNER_SEAT, ann));
    for (school_id s = 1; s <= 2; s++) {
        room_portray_into(room, b->model, AUDIENCE_PARTICIPANTS, s);
        assert_int_equal(room->own_actions[a].asked, s == 1);
    }
}

static void who_takes_it_on_has_said_yes(void **state)
{
    (void)state;
    struct command c = plan_add(ACTION_WAITING, "Share the directory");
    c.change.action.content.owner = OWNER_SEAT;
    c.change.action.content.owner_seat = ann;
    bench_must(b, ann, c);
    assert_true(at(1)->accepted);
    assert_int_equal(own_of(ann, 1)->content.owner_seat, ann);
    bench_must(b, 0, plan_set(1, ACTION_PROPOSED));
    c = plan_change(b, 1); /* as the proposer has it from the room: without the owner's seat */
    c.change.action.content.owner_seat = 0;
    strcpy(c.change.action.content.text, "Share one directory");
    bench_must(b, ann, c);
    assert_int_equal(at(1)->content.owner_seat, ann);
    assert_true(at(1)->accepted);
    bench_must(b, ann, to_own(1, OWNER_SCHOOL, 2)); /* another school's people have not said so */
    assert_false(at(1)->accepted);
    bench_must(b, ann, to_own(1, OWNER_SCHOOL, 1));
    assert_true(at(1)->accepted);
    bench_must(b, 0, to_own(1, OWNER_SCHOOL, 2)); /* the facilitator speaks for none */
    assert_false(at(1)->accepted);
}

/* Nobody is asked about what they may not see. */
static void the_owner_of_what_waits_is_not_asked(void **state)
{
    (void)state;
    action_id a = add(ann, ACTION_WAITING, "Share the directory");
    bench_must(b, 0, to_own(a, OWNER_SEAT, bob));
    assert_int_equal(own_of(bob, a)->revision, 0);
    assert_int_equal(bench_ask(b, bob, plan_accept(b, a, true)), REFUSAL_NO_ACTION);
    assert_int_equal(own_of(ann, a)->content.owner_seat, 0);
    assert_string_equal(own_of(ann, a)->content.owner_name, "School 002"); /* he gave no name */
}

static void the_owner_tells_how_far_it_is(void **state)
{
    (void)state;
    action_id a = add(0, ACTION_PROPOSED, "Share the directory");
    bench_must(b, 0, to_own(a, OWNER_SEAT, ann));
    assert_int_equal(bench_ask(b, ann, plan_progress(a, PROGRESS_DONE)), REFUSAL_NOT_OWNER);
    bench_must(b, ann, plan_accept(b, a, true));
    assert_int_equal(bench_ask(b, ann, plan_progress(a, PROGRESS_DONE)), REFUSAL_ACTION_STATE);
    bench_must(b, 0, plan_set(a, ACTION_ADOPTED));
    bench_must(b, ann, plan_progress(a, PROGRESS_UNDER_WAY));
    bench_must(b, 0, plan_progress(a, PROGRESS_DONE));
    assert_int_equal(seen_by(AUDIENCE_PROJECTOR, 0, a)->progress, PROGRESS_DONE);
}

/* ---- the room, and steps taken back */

static void an_action_is_brought_up_large_while_it_can_be_read(void **state)
{
    (void)state;
    action_id a = add(0, ACTION_PROPOSED, "Share the directory");
    struct command look = ask_look(false, 0);
    look.change.view.action = a;
    bench_must(b, 0, look);
    bench_look(b, room, &live, AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->view.action, a);
    bench_must(b, 0, plan_set(a, ACTION_WAITING));
    bench_look(b, room, &live, AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->view.action, 0);
    bench_must(b, 0, plan_set(a, ACTION_PARKED));
    bench_look(b, room, &live, AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->view.action, a);
    bench_must(b, 0, ask_go(1, 2));
    bench_look(b, room, &live, AUDIENCE_PROJECTOR, 0);
    assert_int_equal(room->view.action, 0);
}

static void steps_with_actions_go_back_one_by_one(void **state)
{
    (void)state;
    action_id a = add(ann, ACTION_WAITING, "Share the directory");
    action_id other = add(bob, ACTION_WAITING, "One directory");
    bench_must(b, 0, plan_set(a, ACTION_PROPOSED));
    bench_must(b, 0, plan_set(other, ACTION_PROPOSED));
    bench_must(b, 0, to_own(a, OWNER_SEAT, ann));
    bench_must(b, 0, plan_merge(other, a));
    bench_must(b, 0, plan_set(a, ACTION_ADOPTED));
    bench_must(b, 0, plan_progress(a, PROGRESS_DONE));
    bench_must(b, 0, plan_set(a, ACTION_PARKED));
    bench_must(b, 0, (struct command){.kind = COMMAND_REMOVE_ACTION, .change.action.action = a});
    uint32_t revision = at(a)->revision;
    bench_must(b, 0, ask_undo(b, false));
    assert_false(at(a)->removed);
    bench_must(b, 0, ask_undo(b, false));
    assert_int_equal(at(a)->state, ACTION_ADOPTED);
    bench_must(b, ann, plan_accept(b, a, true)); /* what others do meanwhile stays */
    bench_must(b, bob, plan_support(a, true));
    bench_must(b, 0, ask_undo(b, false));
    assert_int_equal(at(a)->progress, PROGRESS_NOT_BEGUN);
    bench_must(b, 0, ask_undo(b, false));
    assert_int_equal(at(a)->state, ACTION_PROPOSED);
    assert_true(at(a)->accepted);
    assert_int_equal(seen_by(AUDIENCE_PROJECTOR, 0, a)->supports, 1);
    bench_must(b, 0, ask_undo(b, false));
    assert_int_equal(at(other)->merged, 0);
    bench_must(b, 0, ask_undo(b, false)); /* she was asked by that step */
    assert_int_equal(at(a)->content.owner, OWNER_NOBODY);
    assert_false(at(a)->accepted);
    assert_true(at(a)->revision > revision);
    bench_must(b, 0, ask_undo(b, true));
    assert_int_equal(at(a)->content.owner_seat, ann);
    struct command c = plan_change(b, a);
    strcpy(c.change.action.content.text, "Share all of it");
    bench_must(b, ann, c);
    bench_must(b, 0, ask_undo(b, true)); /* the merge is of the other one */
    assert_int_equal(at(other)->merged, a);
    assert_int_equal(bench_ask(b, 0, ask_undo(b, true)), REFUSAL_CHANGED); /* her words stay */
}

/* ---- size */

/* 256 actions of which many are merged are counted in no time, and rightly. */
static void a_long_plan_is_counted(void **state)
{
    (void)state;
    enum { MANY = 256, PEOPLE = 120 };
    seat_id people[PEOPLE];
    for (unsigned i = 0; i < PEOPLE; i++)
        people[i] = bench_join(b, CODE_ROOM, 0);
    for (unsigned i = 1; i <= MANY; i++) {
        char text[NOTE_SIZE];
        snprintf(text, sizeof text, "Action %u", i);
        add(0, ACTION_PROPOSED, text);
        bench_must(b, people[i % PEOPLE], plan_support((action_id)i, true));
        if (i > 1 && i % 2 == 0)
            bench_must(b, 0, plan_merge((action_id)i, (action_id)(i == 2 ? 1 : 2 * (i / 4) - 1)));
    }
    unsigned alone = 0, sum = 0;
    bench_look(b, room, &live, AUDIENCE_PARTICIPANTS, 0);
    for (action_id i = 1; i <= MANY; i++) {
        bool part = room->actions[i].merged != 0;
        assert_int_equal(part, i % 2 == 0);
        alone += !part;
        sum += room->actions[i].supports;
    }
    assert_int_equal(alone, MANY / 2);
    assert_in_range(sum, alone, MANY); /* never more than were given */
}

#define TEST(name) BENCH_TEST(name, start, &bench)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_waits_is_its_proposers_and_the_facilitators),
        TEST(its_proposer_changes_it_until_it_is_adopted),
        TEST(its_proposer_takes_it_back_while_it_waits),
        TEST(a_date_that_is_unlikely_is_asked_about_once),
        TEST(only_the_kiosk_brings_in_earlier_ones),
        TEST(an_owner_says_yes_on_their_own_client),
        TEST(what_a_school_takes_home_knows_its_owners),
        TEST(who_takes_it_on_has_said_yes),
        TEST(the_owner_of_what_waits_is_not_asked),
        TEST(the_owner_tells_how_far_it_is),
        TEST(an_action_is_brought_up_large_while_it_can_be_read),
        TEST(steps_with_actions_go_back_one_by_one),
        TEST(a_long_plan_is_counted),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
