/* Table cards: every picture is read back by a scanning program, every code as text. */

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "golden/pages.h"
#include "journal/scratch.h"
#include "link/invite.h"
#include "link/seeded.h"
#include "report/cards.h"
#include "rooms/rooms.h"
#include "testing.h"

enum { PATH_SIZE = 512, SCANNED_SIZE = 1 << 16, EACH = 8 };

/* 12 March 2010, 9:00 */
static const int64_t made_ms = INT64_C(1268384400000);

/* A facilitator's room with a code for each school. */
static struct room *make_room(int schools, bool long_names)
{
    struct room *room;
    uint64_t seed = 3;
    struct link_random random = seeded(&seed);
    assert_int_equal(room_create(&room), ERROR_OK);
    rooms_example(room, (struct audience){.kind = AUDIENCE_FACILITATOR},
                  &(struct rooms_spec){.schools = schools, .long_names = long_names});
    for (int i = 0; i < schools; i++) {
        struct code_item *code = &room->codes[i + 2]; /* the first is the room's */
        *code = (struct code_item){.kind = CODE_SCHOOL, .school = (school_id)(i + 1)};
        link_code_make(code->symbols, NULL, &random);
    }
    return room;
}

static void write_cards(char path[PATH_SIZE], const struct scratch *scratch,
                        const struct room *room, const char *address)
{
    struct trouble trouble = {0};
    struct stat written;
    snprintf(path, PATH_SIZE, "%s/cards.pdf", scratch->folder);
    if (report_cards(path, room, address, made_ms, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    assert_int_equal(stat(path, &written), 0);
    assert_int_equal(written.st_mode & 0777, 0600); /* nobody else's to read */
}

/* Everything that the scanning program finds on the page, a line each; how many that are. */
static unsigned scan(char to[SCANNED_SIZE], const char *path, unsigned page)
{
    char command[3 * PATH_SIZE];
    snprintf(command, sizeof command,
             "pdftoppm -f %u -l %u -r 120 -gray '%s' '%s.scan' && zbarimg -q --nodbus --raw "
             "'%s.scan'*.pgm "
             "&& rm '%s.scan'*.pgm",
             page, page, path, path, path, path);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t length = fread(to, 1, SCANNED_SIZE - 1, pipe);
    to[length] = '\0';
    assert_int_equal(pclose(pipe), 0);
    unsigned lines = 0;
    for (const char *c = to; *c; c++)
        lines += *c == '\n';
    return lines;
}

static const char *code_of(const struct room *room, school_id school)
{
    return room->codes[school + 1].symbols;
}

static void assert_scans(const char *path, const struct room *room, const char *host, uint16_t port)
{
    static char found[SCANNED_SIZE];
    for (unsigned i = 0; i < room->school_count; i++) {
        char line[LINK_INVITE_SIZE + 1];
        struct link_invite invite = {.port = port};
        unsigned left = room->school_count - i;
        text_copy(invite.host, sizeof invite.host, host);
        text_copy(invite.code, sizeof invite.code, code_of(room, room->school_order[i]));
        if (i % EACH == 0)
            assert_int_equal(scan(found, path, i / EACH + 1), left < EACH ? left : EACH);
        link_invite_write(line, &invite);
        strcat(line, "\n");
        if (!strstr(found, line))
            fail_msg("%s is not among:\n%s", line, found);
    }
}

static void each_school_has_a_card_in_alphabetical_order(void **state)
{
    static const int counts[] = {1, 8, 9, 28};
    static char text[PAGES_TEXT_SIZE];
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct room *room = make_room(counts[i], false);
        char path[PATH_SIZE];
        write_cards(path, *state, room, NULL);
        assert_scans(path, room, "", 0);
        pages_text(text, path, true);
        const char *at = text;
        for (unsigned s = 0; s < room->school_count; s++) {
            char shown[LINK_CODE_SHOWN_SIZE];
            school_id school = room->school_order[s];
            link_code_show(shown, code_of(room, school));
            assert_non_null(at = strstr(at, room->schools[school].name));
            assert_non_null(at = strstr(at, shown));
        }
        room_destroy(&room);
    }
}

/* Each by itself: they are cut apart. */
static void each_of_a_training_says_so(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct room *room = make_room(3, false);
    char path[PATH_SIZE];
    room->workshop.training = true;
    write_cards(path, *state, room, NULL);
    pages_text(text, path, true);
    static const char *const cards[] = {
        "Ashby", "TRAINING: ", "Birch", "TRAINING: ", "Castle", "TRAINING: ", NULL};
    pages_in_order(text, cards);
    room_destroy(&room);
}

static void they_say_where_the_kiosk_is(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct room *room = make_room(3, false);
    char path[PATH_SIZE];
    write_cards(path, *state, room, "192.168.4.20:47475");
    assert_scans(path, room, "192.168.4.20", 47475);
    pages_text(text, path, true);
    static const char *const card[] = {
        "Ashby", "12 March 2010", "192.168.4.20:47475", "Open Plenary on your laptop", "Birch",
        NULL};
    pages_in_order(text, card);
    room_destroy(&room);
}

static void an_address_that_is_none_is_refused(void **state)
{
    static const char *const none[] = {"192.168.4.20/x", "a b", ":47474", "a:0",
                                       "plenary://a",    "a?b", "a#"};
    const struct scratch *scratch = *state;
    struct room *room = make_room(1, false);
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/cards.pdf", scratch->folder);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct trouble trouble = {0};
        assert_int_equal(report_cards(path, room, none[i], made_ms, &trouble), ERROR_FORMAT);
        assert_non_null(strstr(trouble.text, none[i]));
        assert_int_equal(access(path, F_OK), -1);
    }
    room_destroy(&room);
}

static void long_names_stay_legible(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct room *room = make_room(9, true);
    char path[PATH_SIZE];
    text_copy(room->schools[2].name, NAME_SIZE,
              "St Bartholomew and All Saints Church of England Primary Sch");
    text_copy(room->schools[4].name, NAME_SIZE,
              "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch");
    text_copy(room->workshop.title, TITLE_SIZE,
              "Review of the Riverside and Upper Valley extended services cluster, spring term");
    write_cards(path, *state, room,
                "kiosk-of-the-cluster-manager.extended-services.riverside.example:47475");
    assert_scans(path, room, "kiosk-of-the-cluster-manager.extended-services.riverside.example",
                 47475);
    pages_golden("report/cards", path);
    pages_text(text, path, true);
    assert_non_null(strstr(text, "Primary Sch"));
    assert_null(strstr(text, "\xE2\x80\xA6")); /* nothing was cut */
    room_destroy(&room);
}

static void it_is_tagged_and_named(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct room *room = make_room(2, false);
    char path[PATH_SIZE];
    write_cards(path, *state, room, NULL);
    pages_info(text, path);
    static const char *const info[] = {"Table cards", "Tagged:          yes", "A4", NULL};
    pages_in_order(text, info);
    pages_bookmarks(text, path);
    assert_string_equal(text, "Ashby\nBirch\n");
    room_destroy(&room);
}

/* Texts as long as they may be: 140 characters each. */
static void put_role(struct room *room, character_id role, school_id school, const char *name)
{
    struct character_item *character = &room->characters[role];
    struct card_item *card = &room->cards[role];
    character->school = school;
    text_copy(character->name, NAME_SIZE, name);
    snprintf(
        card->who, NOTE_SIZE,
        "Who%02u has led the school for eleven years, knows every family in the street, and has "
        "seen three reviews come and go without any change.",
        role);
    snprintf(
        card->wants, NOTE_SIZE,
        "Want%02u one bid for all ten schools, a shared coordinator for two years, and a letter "
        "home that parents read to the end, at the most.",
        role);
    snprintf(
        card->unsaid, NOTE_SIZE,
        "Quiet%02u that she leaves in May, has told nobody but the chair of governors, and will "
        "not promise what somebody else has to keep up.",
        role);
}

/* In a training with roles: one for each, with its school's code, or the room's. */
static void roles_have_cards_of_their_own(void **state)
{
    static char text[PAGES_TEXT_SIZE], found[SCANNED_SIZE];
    char path[PATH_SIZE], shown[LINK_CODE_SHOWN_SIZE], own[LINK_CODE_SHOWN_SIZE];
    struct room *room = make_room(3, false);
    room->workshop.training = true;
    put_role(room, 1, 2, "Mary Holt");
    put_role(room, 2, 2, "Idris");
    put_role(room, 3, 1, "Christopher-Alexander Featherstonehaugh-Cholmondeley");
    put_role(room, 4, 3, "Jo");
    put_role(room, 5, 3, "Ann");
    room->codes[1].kind = CODE_ROOM;
    text_copy(room->codes[1].symbols, CODE_LENGTH + 1, "KTRM7XPD");
    memset(&room->codes[3 + 1], 0, sizeof room->codes[0]); /* the third school has none */
    assert_true(report_cards_are_roles(room));
    assert_int_equal(report_card_count(room), 5);
    write_cards(path, *state, room, "192.168.4.20");
    pages_text(text, path, true);
    link_code_show(own, code_of(room, 2));
    link_code_show(shown, "KTRM7XPD");
    const char *const cards[] = {"Mary Holt",
                                 "Birch",
                                 "TRAINING: ",
                                 "Who you are",
                                 "Who01",
                                 "What you want",
                                 "Want01",
                                 "What you will not say aloud",
                                 "Quiet01",
                                 own,
                                 "192.168.4.20",
                                 "take the role of Mary Holt",
                                 "Idris",
                                 "TRAINING: ",
                                 "Quiet02",
                                 own,
                                 "Featherstonehaugh",
                                 "Jo",
                                 "TRAINING: ",
                                 "Quiet04",
                                 shown,
                                 "Ann",
                                 NULL};
    pages_in_order(text, cards);
    assert_null(strstr(text, "\xE2\x80\xA6")); /* nothing was cut */
    assert_int_equal(scan(found, path, 1), 4);
    assert_non_null(strstr(found, "plenary://192.168.4.20/KTRM7XPD"));
    assert_int_equal(scan(found, path, 2), 1);
    pages_golden("report/roles", path);
    pages_info(text, path);
    assert_non_null(strstr(text, "TRAINING: Table cards"));
    room_destroy(&room);
}

static void a_closed_workshop_has_none(void **state)
{
    const struct scratch *scratch = *state;
    struct room *room = make_room(2, false);
    struct trouble trouble = {0};
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/cards.pdf", scratch->folder);
    room->workshop.closed = true;
    assert_int_equal(report_cards(path, room, NULL, made_ms, &trouble), ERROR_ABSENT);
    assert_non_null(strstr(trouble.text, "closed"));
    assert_int_equal(report_card_count(room), 0);
    room->workshop.closed = false;
    memset(room->codes, 0, sizeof room->codes);
    assert_int_equal(report_cards(path, room, NULL, made_ms, &trouble), ERROR_ABSENT);
    assert_int_equal(access(path, F_OK), -1);
    room_destroy(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_school_has_a_card_in_alphabetical_order, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(each_of_a_training_says_so, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(they_say_where_the_kiosk_is, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(an_address_that_is_none_is_refused, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(long_names_stay_legible, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(it_is_tagged_and_named, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(roles_have_cards_of_their_own, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_closed_workshop_has_none, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
