/* The page that is taken home: what is in it, what never is, and that it is whole. */

#include <expat.h>
#include <stdio.h>

#include "base/text.h"
#include "golden/golden.h"
#include "takeaway/home.h"
#include "takeaway/takeaway.h"
#include "testing.h"

static struct room *room, *other;
static char page[HOME_TEXT_SIZE], again[HOME_TEXT_SIZE];

/* ---- a parser's view of it ---- */

struct seen {
    int elements, rows, heads, lone_heads; /* table heads, and those that say not of what */
    int sections, titles;
};

static const char *value_of(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}

static void open_element(void *data, const char *name, const char **attributes)
{
    struct seen *seen = data;
    seen->elements++;
    seen->rows += strcmp(name, "tr") == 0;
    seen->heads += strcmp(name, "th") == 0;
    seen->lone_heads += strcmp(name, "th") == 0 && !value_of(attributes, "scope");
    seen->sections += strcmp(name, "section") == 0;
    seen->titles += strcmp(name, "title") == 0;
    assert_string_not_equal(name, "script");
    assert_null(value_of(attributes, "src"));
    assert_null(value_of(attributes, "href"));
    if (strcmp(name, "html") == 0)
        assert_non_null(value_of(attributes, "lang"));
    for (; *attributes; attributes += 2)
        assert_int_not_equal(strncmp(attributes[0], "on", 2), 0);
}

static void parse(struct seen *seen, const char *text)
{
    XML_Parser parser = XML_ParserCreate("UTF-8");
    memset(seen, 0, sizeof *seen);
    XML_SetUserData(parser, seen);
    XML_SetStartElementHandler(parser, open_element);
    if (XML_Parse(parser, text, (int)strlen(text), 1) != XML_STATUS_OK)
        fail_msg("line %lu: %s", XML_GetCurrentLineNumber(parser),
                 XML_ErrorString(XML_GetErrorCode(parser)));
    XML_ParserFree(parser);
}

/* ---- tests ---- */

static void they_look_as_they_did(void **state)
{
    (void)state;
    home_make(room, true);
    home_write(page, room, HOME_SCHOOL);
    golden_check("takeaway/school", page);
    home_write(page, room, 0);
    golden_check("takeaway/nobody", page);
}

static void it_holds_what_is_the_schools_own(void **state)
{
    (void)state;
    static const char *const texts[] = {
        ">Ingle</h1>",
        "For the people of Ingle.",
        "Riverside cluster, 14 June 2010",
        "It’s “in the plan”, but &lt; half of staff know &amp; fewer act",
        "Ask the governors for a charging policy",
        "in 6 months",
        "Write down one way of measuring impact",
        "14 July 2010",
        "Since 12 May 2009",
        "was 1, +2",
        "lang=\"en",
    };
    home_make(room, true);
    home_write(page, room, HOME_SCHOOL);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!strstr(page, texts[i]))
            fail_msg("not in the page: %s", texts[i]);
    for (uint8_t i = 0; i < room->priorities.count; i++)
        if (room->priorities.list[i].condition)
            assert_non_null(
                strstr(page, room->conditions[room->priorities.list[i].condition].name));
}

/* A parser that is not ours reads all of it, and every head of a table says what it is the head of.
 */
static void it_is_whole(void **state)
{
    (void)state;
    struct seen seen;
    home_make(room, true);
    home_write(page, room, HOME_SCHOOL);
    parse(&seen, page);
    assert_int_equal(seen.titles, 1);
    assert_int_equal(seen.sections, 6);
    assert_true(seen.rows > 20);
    assert_true(seen.heads > 20);
    assert_int_equal(seen.lone_heads, 0);
    home_write(page, room, 0);
    parse(&seen, page);
    assert_int_equal(seen.sections, 2);
    room_clear(room);
    home_write(page, room, 0);
    parse(&seen, page);
}

static void put(char *text, size_t size)
{
    text_copy(text, size, "</td><script src=\"//x\">'&amp;alert(1)]]>\"<!--");
}

/* Whatever people typed, the page is made of the same elements. */
static void what_people_typed_stays_text(void **state)
{
    (void)state;
    struct seen before, after;
    home_make(room, true);
    home_write(page, room, HOME_SCHOOL);
    parse(&before, page);
    put(room->workshop.title, TITLE_SIZE);
    put(room->workshop.language, ID_SIZE);
    put(room->schools[HOME_SCHOOL].name, NAME_SIZE);
    put(room->schools[HOME_OTHER].name, NAME_SIZE);
    for (condition_id c = 1; c <= 10; c++) {
        struct condition *condition = &room->conditions[c];
        put(condition->name, TITLE_SIZE);
        put(room->talks[c][HOME_SCHOOL].agreed.note, NOTE_SIZE);
        for (int side = 0; side < SIDE_COUNT; side++)
            put(room->talks[c][HOME_SCHOOL].proposals[side].figure.note, NOTE_SIZE);
        for (uint8_t i = 0; i < condition->resource_count; i++) {
            put(condition->resources[i].title, LINE_SIZE);
            put(condition->resources[i].kind, LABEL_SIZE);
            put(condition->resources[i].offered_by, NAME_SIZE);
            put(condition->resources[i].where, LINE_SIZE);
        }
    }
    for (unsigned i = 1; i <= ACTIONS_MAX; i++) {
        put(room->actions[i].content.text, NOTE_SIZE);
        put(room->actions[i].content.measure, NOTE_SIZE);
        put(room->actions[i].content.owner_name, NAME_SIZE);
    }
    for (uint8_t i = 0; i < PRIORITIES_MAX; i++)
        put(room->priorities.list[i].text, NAME_SIZE);
    room->priorities.list[0].condition = 0;
    home_write(page, room, HOME_SCHOOL);
    parse(&after, page);
    assert_int_equal(after.elements, before.elements);
    assert_null(strstr(page, "<script"));
    assert_null(strstr(page, "<!--"));
}

/* Everything of other schools' ratings is put away, and what was planted beside it. */
static void forget_others(struct room *r)
{
    for (condition_id c = 1; c <= CONDITIONS_MAX; c++) {
        memset(&r->summaries[c], 0, sizeof r->summaries[c]);
        for (school_id s = 1; s <= SCHOOLS_MAX; s++)
            if (s != HOME_SCHOOL) {
                memset(&r->cells[c][s], 0, sizeof r->cells[c][s]);
                memset(&r->talks[c][s], 0, sizeof r->talks[c][s]);
                r->has_talk[c][s] = false;
            }
    }
    for (review_id i = 1; i <= REVIEWS_MAX; i++)
        for (school_id s = 1; s <= SCHOOLS_MAX; s++)
            if (s != HOME_SCHOOL) {
                memset(&r->pasts[i][s], 0, sizeof r->pasts[i][s]);
                memset(&r->own_pasts[i][s], 0, sizeof r->own_pasts[i][s]);
            }
    memset(r->past_summaries, 0, sizeof r->past_summaries);
    memset(&r->actions[903], 0, sizeof r->actions[903]);
}

/* The page is the same whether the room holds others' ratings or not: none of it is in it. */
static void no_other_schools_figures_are_in_it(void **state)
{
    (void)state;
    home_make(room, true);
    for (condition_id c = 1; c <= 10; c++) {
        assert_true(room->cells[c][HOME_OTHER].state != RATING_NONE);
        struct talk_item *talk = &room->talks[c][HOME_OTHER];
        room->has_talk[c][HOME_OTHER] = talk->settled = true;
        talk->agreed = (struct figure){.now = 7, .target = 9, .months = 111};
        text_copy(talk->agreed.note, NOTE_SIZE, "PLANTED");
    }
    struct action_item *planted = &room->actions[903];
    planted->revision = 1;
    planted->state = ACTION_OWN;
    planted->content.school = HOME_OTHER;
    text_copy(planted->content.text, NOTE_SIZE, "PLANTED");
    *other = *room;
    forget_others(other);
    const school_id whose[] = {HOME_SCHOOL, 0};
    for (int i = 0; i < 2; i++) {
        home_write(page, room, whose[i]);
        home_write(again, other, whose[i]);
        assert_string_equal(page, again);
        assert_null(strstr(page, "PLANTED"));
    }
}

static void nobodys_page_has_no_ratings(void **state)
{
    (void)state;
    home_make(room, true);
    home_write(page, room, 0);
    *other = *room;
    forget_others(other);
    memset(other->talks, 0, sizeof other->talks);
    memset(other->cells, 0, sizeof other->cells);
    memset(other->pasts, 0, sizeof other->pasts);
    memset(other->own_pasts, 0, sizeof other->own_pasts);
    memset(&other->actions[900], 0, sizeof other->actions[900]);
    home_write(again, other, 0);
    assert_string_equal(page, again);
    assert_non_null(strstr(page, "Print the directory"));
}

/* Names off or on, the school's own page is the same. */
static void it_does_not_need_the_names(void **state)
{
    (void)state;
    home_make(room, false);
    home_write(page, room, HOME_SCHOOL);
    home_make(room, true);
    home_write(again, room, HOME_SCHOOL);
    assert_string_equal(page, again);
}

static void it_says_that_more_may_come(void **state)
{
    (void)state;
    home_make(room, true);
    home_write(page, room, HOME_SCHOOL);
    assert_null(strstr(page, "before the workshop closed"));
    room->workshop.closed = false;
    home_write(page, room, HOME_SCHOOL);
    assert_non_null(strstr(page, "before the workshop closed"));
}

static void who_speaks_for_no_school_has_none(void **state)
{
    (void)state;
    home_make(room, true);
    assert_int_equal(takeaway_school(room), HOME_SCHOOL);
    room->me.role = ROLE_ROOM;
    assert_int_equal(takeaway_school(room), HOME_SCHOOL);
    room->me.speaks = false;
    assert_int_equal(takeaway_school(room), 0);
    room->me.speaks = true;
    room->me.role = ROLE_OBSERVER;
    assert_int_equal(takeaway_school(room), 0);
    room->me.role = ROLE_FACILITATOR;
    assert_int_equal(takeaway_school(room), 0);
    assert_true(takeaway_is_there(room));
    room_clear(room);
    assert_false(takeaway_is_there(room));
}

static int start(void **state)
{
    (void)state;
    return room_create(&room) == ERROR_OK && room_create(&other) == ERROR_OK ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    room_destroy(&room);
    room_destroy(&other);
    return 0;
}

static void a_training_says_so(void **state)
{
    (void)state;
    struct seen seen;
    home_make(room, true);
    home_write(page, room, HOME_SCHOOL);
    assert_null(strstr(page, "TRAINING"));
    room->workshop.training = true;
    for (int i = 0; i < 2; i++) {
        home_write(page, room, i ? HOME_SCHOOL : 0);
        parse(&seen, page);
        assert_non_null(strstr(page, i ? "<title>Ingle: TRAINING: Riverside cluster, 14 June 2010"
                                       : "<title>TRAINING: Riverside cluster, 14 June 2010"));
        assert_non_null(strstr(page, "<p class=\"training\">TRAINING: nothing here is real</p>"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_look_as_they_did),
        cmocka_unit_test(it_holds_what_is_the_schools_own),
        cmocka_unit_test(it_is_whole),
        cmocka_unit_test(what_people_typed_stays_text),
        cmocka_unit_test(no_other_schools_figures_are_in_it),
        cmocka_unit_test(nobodys_page_has_no_ratings),
        cmocka_unit_test(it_does_not_need_the_names),
        cmocka_unit_test(it_says_that_more_may_come),
        cmocka_unit_test(who_speaks_for_no_school_has_none),
        cmocka_unit_test(a_training_says_so),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
