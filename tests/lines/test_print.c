#include "testing.h"

#include "lines/print.h"
#include "lines/review.h"

enum { NOW_MS = 5000 };

/* What is printed of these keys, in their order. */
static void expect_items(const struct room *room, const struct item_key *keys, size_t count,
                         const char *expected)
{
    static struct lines_printer printer;
    char *text;
    size_t size;
    memset(&printer, 0, sizeof printer);
    printer.out = open_memstream(&text, &size);
    for (size_t i = 0; i < count; i++)
        lines_print_item(&printer, room, keys[i], NOW_MS);
    fclose(printer.out);
    assert_string_equal(text, expected);
    free(text);
}

static void expect(const struct room *room, struct item_key key, const char *expected)
{
    expect_items(room, &key, 1, expected);
}

#define KEY(kind)       ((struct item_key){kind, 0, 0})
#define KEY_OF(kind, a) ((struct item_key){kind, a, 0})

static void says_where_the_workshop_is(void **state)
{
    struct room *room = review_room();
    (void)state;
    expect(room, KEY(ITEM_PLACE), "agenda item=1 step=1 stage=briefing title=\"Welcome\"\n");
    room->place = (struct place){2, 2};
    expect(room, KEY(ITEM_PLACE), "agenda item=2 step=2 stage=grid title=\"Key findings\"\n");
    room->place = (struct place){0, 1};
    expect(room, KEY(ITEM_PLACE), "agenda item=0 step=1 stage=lobby\n");
    expect(room, KEY(ITEM_TIMER), "timer running=no\n");
    room->timer = (struct timer_item){.shown = true, .running = true, .ends_ms = NOW_MS + 1234900};
    expect(room, KEY(ITEM_TIMER), "timer running=yes left=1234\n");
    room->timer = (struct timer_item){.shown = true, .left_ms = -90000};
    expect(room, KEY(ITEM_TIMER), "timer running=no left=-90\n");
    room->view = (struct view){.focus = 8};
    expect(room, KEY(ITEM_VIEW), "view targets=no order=number focus=8\n");
    expect(
        room, KEY(ITEM_WORKSHOP),
        "workshop title=\"Cluster \\\"North\\\"\" count-proposed=no closed=no\nnames shown=no\n");
    room_destroy(&room);
}

static void says_who_sits_here(void **state)
{
    struct room *room = review_room();
    (void)state;
    expect(room, KEY(ITEM_ME), "seated seat=3 role=school school=\"Ashby\"\n");
    strcpy(room->me.name, "Sam");
    room->me.role = ROLE_ROOM;
    room->me.school = 0;
    room->me.speaks = false;
    expect(room, KEY(ITEM_ME), "seated seat=3 role=room name=\"Sam\" speaks=no\n");
    room->seats[7] = (struct seat_item){
        .role = ROLE_ROOM, .presence = PRESENCE_HERE, .school = 2, .name = "a\\b"};
    expect(room, KEY_OF(ITEM_SEAT, 7),
           "seat id=7 role=room school=\"Birch Lane\" name=\"a\\\\b\" speaks=no here=yes\n");
    room->seats[7].role = ROLE_NONE;
    expect(room, KEY_OF(ITEM_SEAT, 7), "seat id=7 role=none\n");
    room->codes[4] = (struct code_item){.kind = CODE_SCHOOL, .school = 1, .symbols = "KTRM7XPD"};
    expect(room, KEY_OF(ITEM_CODE, 4), "code kind=school school=\"Ashby\" code=KTRM7XPD\n");
    expect(room, KEY_OF(ITEM_CODE, 5), "");
    room->consents[1].answers[SCOPE_ROOM] = ANSWER_YES;
    expect(room, KEY_OF(ITEM_CONSENT, 1),
           "consent school=\"Ashby\" room=yes summary=none la=none\n");
    room_destroy(&room);
}

static void says_what_is_rated(void **state)
{
    struct room *room = review_room();
    const struct item_key cell = {ITEM_CELL, 4, 1}, talk = {ITEM_TALK, 4, 1};
    (void)state;
    room->cells[4][1] = (struct cell_item){RATING_AGREED, 5, 7, 12};
    expect(room, cell,
           "rating school=\"Ashby\" condition=4 now=5 target=7 months=12 state=agreed\n");
    room->has_talk[4][1] = true;
    room->talks[4][1].proposals[SIDE_SCHOOL] =
        (struct proposal){.revision = 3, .figure = {.now = 5, .target = 7, .note = "so \"far\""}};
    expect(room, cell, ""); /* the talk says it */
    expect(room, talk,
           "rating school=\"Ashby\" condition=4 now=5 target=7 state=proposed proposed-by=school "
           "revision=3 note=\"so \\\"far\\\"\"\n");
    room->talks[4][1].proposals[SIDE_MANAGER] =
        (struct proposal){.revision = 4, .figure = {.now = 6}};
    expect(room, talk,
           "rating school=\"Ashby\" condition=4 now=6 state=proposed proposed-by=manager "
           "revision=4\n");
    memset(room->talks[4][1].proposals, 0, sizeof room->talks[4][1].proposals);
    room->talks[4][1].settled = true;
    room->talks[4][1].agreed = (struct figure){.now = 5, .target = 7, .months = 12};
    strcpy(room->talks[4][1].agreed_with, "Ms Hall");
    expect(room, talk,
           "rating school=\"Ashby\" condition=4 now=5 target=7 months=12 state=agreed "
           "with=\"Ms Hall\"\n");
    room->talks[4][1].proposals[SIDE_SCHOOL] =
        (struct proposal){.revision = 9, .figure = {.now = 6, .target = 8}};
    expect(room, talk,
           "rating school=\"Ashby\" condition=4 now=5 target=7 months=12 state=agreed "
           "proposed-by=school revision=9 proposed-now=6 proposed-target=8 with=\"Ms Hall\"\n");
    room_remove(room, talk);
    room_remove(room, cell);
    expect(room, talk, "rating school=\"Ashby\" condition=4 state=none\n");
    room_destroy(&room);
}

static void says_what_the_cluster_comes_to(void **state)
{
    struct room *room = review_room();
    (void)state;
    room->summaries[4] = (struct summary_item){
        .counted = 10, .of = 10, .has_figures = true, .total = 53, .average = 53, .band = 2};
    expect(room, KEY_OF(ITEM_SUMMARY, 4),
           "total condition=4 total=53 average=5.3 band=medium counted=10 of=10\n");
    room->summaries[4] = (struct summary_item){.counted = 3, .of = 10};
    expect(room, KEY_OF(ITEM_SUMMARY, 4), "total condition=4 counted=3 of=10\n");
    room->progress[0] = (struct progress_item){84, 11, 5};
    expect(room, KEY_OF(ITEM_PROGRESS, 0), "progress agreed=84 proposed=11 to-come=5\n");
    room->progress[1] = (struct progress_item){8, 1, 1};
    expect(room, KEY_OF(ITEM_PROGRESS, 1),
           "progress school=\"Ashby\" agreed=8 proposed=1 to-come=1\n");
    room_destroy(&room);
}

static void what_stands_for_one_thing_is_said_once(void **state)
{
    struct room *room = review_room();
    const struct item_key twice[] = {
        {ITEM_PLACE, 0, 0}, {ITEM_PLACE, 0, 0}, {ITEM_WORKSHOP, 0, 0}, {ITEM_WORKSHOP, 0, 0}};
    (void)state;
    expect_items(room, twice, 4,
                 "agenda item=1 step=1 stage=briefing title=\"Welcome\"\n"
                 "workshop title=\"Cluster \\\"North\\\"\" count-proposed=no closed=no\n"
                 "names shown=no\n");
    room_destroy(&room);
}

static void the_facilitator_hears_of_trouble(void **state)
{
    static struct lines_printer printer;
    struct room *room = review_room();
    char *text;
    size_t size;
    (void)state;
    strcpy(room->kiosk.trouble, "The disk is full.");
    room->kiosk.settings[SETTING_OFFER_ROOM_CODE] = true;
    expect(room, KEY(ITEM_KIOSK), "");
    room->me.role = ROLE_FACILITATOR;
    printer.out = open_memstream(&text, &size);
    lines_print_item(&printer, room, KEY(ITEM_KIOSK), NOW_MS);
    room->kiosk.trouble[0] = '\0';
    lines_print_item(&printer, room, KEY(ITEM_KIOSK), NOW_MS);
    fclose(printer.out);
    assert_string_equal(text, "settings admit-all=no count-proposed=no room-code=yes "
                              "hide-timers=no\n"
                              "trouble text=\"The disk is full.\"\ntrouble text=\"\"\n");
    free(text);
    room_destroy(&room);
}

static void says_everything_that_is_there(void **state)
{
    static struct lines_printer printer;
    struct room *room = review_room();
    char *text;
    size_t size;
    (void)state;
    room->cells[4][2] = (struct cell_item){RATING_PROPOSED, 5, 0, 0};
    printer.out = open_memstream(&text, &size);
    lines_print_room(&printer, room, NOW_MS);
    fclose(printer.out);
    assert_string_equal(
        text, "workshop title=\"Cluster \\\"North\\\"\" count-proposed=no closed=no\n"
              "names shown=no\n"
              "seated seat=3 role=school school=\"Ashby\"\n"
              "agenda item=1 step=1 stage=briefing title=\"Welcome\"\n"
              "timer running=no\n"
              "view targets=no order=number focus=0\n"
              "condition id=1 name=\"Consultation and needs analysis\" tight=\"Consultation\"\n"
              "condition id=2 name=\"Integration into school planning\" tight=\"School planning\"\n"
              "condition id=3 name=\"Local plans\"\n"
              "condition id=4 name=\"Cluster arrangements\" tight=\"Cluster\"\n"
              "school id=1 name=\"Ashby\"\n"
              "school id=2 name=\"Birch Lane\"\n"
              "school id=3 name=\"Château\"\n"
              "consent school=\"Ashby\" room=none summary=none la=none\n"
              "rating school=\"Birch Lane\" condition=4 now=5 state=proposed\n");
    free(text);
    room_destroy(&room);
}

static void answers_carry_id_and_reason(void **state)
{
    static struct lines_printer printer;
    char *text;
    size_t size;
    (void)state;
    printer.out = open_memstream(&text, &size);
    lines_print_answer(&printer, 7, REFUSAL_NONE);
    lines_print_answer(&printer, 8, REFUSAL_RATING_RANGE);
    fclose(printer.out);
    assert_string_equal(text, "saved id=7\nrefused id=8 reason=rating-range "
                              "text=\"A rating is a whole number from 1 to 10.\"\n");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_where_the_workshop_is),
        cmocka_unit_test(says_who_sits_here),
        cmocka_unit_test(says_what_is_rated),
        cmocka_unit_test(says_what_the_cluster_comes_to),
        cmocka_unit_test(what_stands_for_one_thing_is_said_once),
        cmocka_unit_test(the_facilitator_hears_of_trouble),
        cmocka_unit_test(says_everything_that_is_there),
        cmocka_unit_test(answers_carry_id_and_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
