/* Findings as sentences: with names and without, of the published grid, and never longer than their
 * buffer, whatever the schools are called. */

#include "phrase/phrase.h"

#include "base/text.h"
#include "rooms/rooms.h"
#include "testing.h"

static struct room *room;
static struct room_finding told[ROOM_FINDINGS_MAX];
static unsigned count;

static void tell(const struct rooms_spec *spec)
{
    rooms_example(room, (struct audience){AUDIENCE_PROJECTOR, 0}, spec);
    count = room_findings(told, room);
}

static const char *sentence(enum finding_kind kind, uint8_t number)
{
    static char text[PHRASE_SIZE];
    for (unsigned i = 0; i < count; i++)
        if (told[i].kind == kind && told[i].number == number) {
            phrase_finding(text, room, &told[i]);
            return text;
        }
    fail_msg("no %s of %u", finding_word(kind), number);
    return "";
}

static void with_names(void **state)
{
    (void)state;
    tell(&(struct rooms_spec){.schools = 10, .ratings = ROOMS_AGREED, .named = true});
    assert_string_equal(sentence(FINDING_WELL, 7), "Publicity stands at 6.4 on average.");
    assert_string_equal(sentence(FINDING_SUPPORT, 8),
                        "Quality, targeted design: Castle, Dene and Juniper could help Ashby, Fern "
                        "and Ingle.");
    assert_string_equal(sentence(FINDING_STRENGTH, 7),
                        "Publicity: Dene and Juniper stand at 8 to 10.");
    assert_string_equal(sentence(FINDING_LA, 10),
                        "Impact measurement: six schools stand at 1 to 3 and nobody at 8 to 10. "
                        "The local authority might help.");
    assert_string_equal(sentence(FINDING_GAP, 9), "Funding: from 4.2 now to 6.9, a step of 2.7.");
}

/* Three schools at 8 altogether who would like to be at 19: 2.7 and 6.3, and 3.7 between. */
static void a_step_adds_up(void **state)
{
    (void)state;
    tell(&(struct rooms_spec){.schools = 3, .ratings = ROOMS_AGREED, .named = true});
    assert_string_equal(sentence(FINDING_GAP, 9), "Funding: from 2.7 now to 6.3, a step of 3.6.");
}

static void without_names(void **state)
{
    (void)state;
    tell(&(struct rooms_spec){.schools = 10, .ratings = ROOMS_AGREED});
    for (unsigned i = 0; i < count; i++) {
        char text[PHRASE_SIZE];
        phrase_finding(text, room, &told[i]);
        for (school_id s = 1; s <= 10; s++)
            assert_null(strstr(text, room->schools[s].name));
    }
    assert_string_equal(phrase_head(room, FINDING_SUPPORT), "Where some could help others");
}

static void ones_own_wording_stands(void **state)
{
    (void)state;
    tell(&(struct rooms_spec){.schools = 10, .ratings = ROOMS_AGREED, .named = true});
    struct item item = {.key = {.kind = ITEM_FINDING, .a = FINDING_WELL, .b = 7}};
    text_copy(item.body.finding.text, NOTE_SIZE, "People know of us.");
    room_apply(room, &item);
    count = room_findings(told, room);
    assert_string_equal(sentence(FINDING_WELL, 7), "People know of us.");
}

static void numbers_and_names(void **state)
{
    (void)state;
    static const school_id ids[] = {1, 2, 3, 4};
    char text[PHRASE_SIZE];
    tell(&(struct rooms_spec){.schools = 10, .ratings = ROOMS_AGREED, .named = true});
    phrase_schools(text, 1);
    assert_string_equal(text, "one school");
    phrase_schools(text, 10);
    assert_string_equal(text, "ten schools");
    phrase_schools(text, 11);
    assert_string_equal(text, "11 schools");
    phrase_names(text, room, ids, 1, 3);
    assert_string_equal(text, "Ashby");
    phrase_names(text, room, ids, 3, 3);
    assert_string_equal(text, "Ashby, Birch and Castle");
    phrase_names(text, room, ids, 4, 3);
    assert_string_equal(text, "Ashby, Birch and 2 more");
}

static void whatever_the_names(void **state)
{
    (void)state;
    static const int schools[] = {3, 28, SCHOOLS_MAX};
    for (size_t i = 0; i < 3; i++) {
        tell(&(struct rooms_spec){
            .schools = schools[i], .ratings = ROOMS_AGREED, .named = true, .long_names = true});
        assert_true(count > 0);
        for (unsigned f = 0; f < count; f++) {
            char text[PHRASE_SIZE];
            phrase_finding(text, room, &told[f]);
            assert_in_range(strlen(text), 10, PHRASE_SIZE - 2);
            assert_null(strstr(text, "%"));
            phrase_facts(text, room, &told[f]);
            assert_true(text[0] != '\0');
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(with_names),        cmocka_unit_test(a_step_adds_up),
        cmocka_unit_test(without_names),     cmocka_unit_test(ones_own_wording_stands),
        cmocka_unit_test(numbers_and_names), cmocka_unit_test(whatever_the_names),
    };
    int failed = room_create(&room) ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    room_destroy(&room);
    return failed;
}
