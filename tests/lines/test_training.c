#include "testing.h"

#include <stdio.h>
#include <stdlib.h>

#include "lines/awaited.h"
#include "lines/commands.h"
#include "lines/print.h"
#include "lines/rendered.h"
#include "lines/review.h"

/* Roles of a training, typed and printed, and those who are scripted conducted. */

static struct room *training_room(bool facilitator)
{
    struct room *room = review_room();
    room->workshop.training = true;
    room->conducting.pace = 1;
    room->characters[1] = (struct character_item){.school = 1, .scripted = true};
    strcpy(room->characters[1].name, "Mary Holt");
    room->characters[2] = (struct character_item){.school = 2, .played = true};
    strcpy(room->characters[2].name, "Idris");
    if (!facilitator)
        return room;
    room->me = (struct me_item){.seat = 1, .role = ROLE_FACILITATOR, .speaks = true};
    room->characters[1].script = 9;
    room->characters[2].player = 3;
    strcpy(room->moments[2].title, "A head objects to sharing names");
    return room;
}

static void put_card(struct room *room, character_id role)
{
    strcpy(room->cards[role].who, "Head for \"eleven\" years.");
    strcpy(room->cards[role].wants, "Money");
    strcpy(room->cards[role].unsaid, "She leaves in May");
}

static void what_people_type(void **state)
{
    static const struct example examples[] = {
        {"play 1", "play 1 on 1 scripted 0 seat 0"},
        {"play \"mary holt\"", "play 1 on 1 scripted 0 seat 0"},
        {"play idris", "play 2 on 1 scripted 0 seat 0"},
        {"play 2 off", "play 2 on 0 scripted 0 seat 0"},
    };
    struct room *room = training_room(false);
    (void)state;
    expect_commands(room, examples, sizeof examples / sizeof *examples);
    expect_trouble(room, "play", "the number or the name of a role");
    expect_trouble(room, "play Nobody", "the number or the name of a role");
    expect_trouble(room, "play 0", "the number or the name of a role");
    expect_trouble(room, "play 65", "the number or the name of a role");
    expect_trouble(room, "play 1 seat=4", "seat");
    room_destroy(&room);
}

static void what_the_facilitator_types(void **state)
{
    static const struct example examples[] = {
        {"play 1 seat=12", "play 1 on 1 scripted 0 seat 12"},
        {"play Idris off", "play 2 on 0 scripted 0 seat 0"},
        {"play 1 off script", "play 1 on 0 scripted 1 seat 0"},
        {"pause", "conduct pause 0"},
        {"go-on", "conduct go-on 0"},
        {"pace 4", "conduct pace 4"},
        {"step", "conduct step 0"},
        {"call 2", "conduct call 2"},
    };
    struct room *room = training_room(true);
    (void)state;
    expect_commands(room, examples, sizeof examples / sizeof *examples);
    expect_trouble(room, "play 1", "seat= and the number of a seat, or off");
    expect_trouble(room, "play 1 seat=0", "seat= and the number of a seat, or off");
    expect_trouble(room, "play 1 seat=4001", "a seat");
    expect_trouble(room, "pace 21", "a pace from 1 to 20");
    expect_trouble(room, "pace", "a pace from 1 to 20");
    expect_trouble(room, "call", "the number of a moment");
    expect_trouble(room, "call 13", "the number of a moment");
    expect_trouble(room, "step 2", "2");
    room_destroy(&room);
}

static void what_is_printed(void **state)
{
    struct room *room = training_room(false);
    (void)state;
    expect_printed(room, ITEM_WORKSHOP, 0, 0,
                   "workshop title=\"Cluster \\\"North\\\"\" training=yes count-proposed=no "
                   "closed=no\nnames shown=no\n");
    expect_printed(room, ITEM_CHARACTER, 1, 0,
                   "role id=1 name=\"Mary Holt\" school=\"Ashby\" played=no scripted=yes\n");
    expect_printed(room, ITEM_CHARACTER, 3, 0, "");
    expect_printed(room, ITEM_CARD, 1, 0, "role-card id=1 there=no\n");
    put_card(room, 1);
    expect_printed(room, ITEM_CARD, 1, 0,
                   "role-card id=1 who=\"Head for \\\"eleven\\\" years.\" wants=\"Money\" "
                   "unsaid=\"She leaves in May\"\n");
    room->cards[1].wants[0] = '\0';
    expect_printed(room, ITEM_CARD, 1, 0,
                   "role-card id=1 who=\"Head for \\\"eleven\\\" years.\" "
                   "unsaid=\"She leaves in May\"\n");
    expect_printed(room, ITEM_CONDUCTING, 0, 0, "rehearsal paused=no pace=1\n");
    room_destroy(&room);

    room = training_room(true);
    room->conducting = (struct conducting_item){true, 4, 7, 3, 2};
    expect_printed(
        room, ITEM_CHARACTER, 2, 0,
        "role id=2 name=\"Idris\" school=\"Birch Lane\" played=yes scripted=no seat=3\n");
    expect_printed(room, ITEM_MOMENT, 1, 0, "");
    expect_printed(room, ITEM_MOMENT, 2, 0,
                   "moment id=2 title=\"A head objects to sharing names\"\n");
    expect_printed(room, ITEM_CONDUCTING, 0, 0,
                   "rehearsal paused=yes pace=4 steps=7 moment=2 calls=3\n");
    room->workshop.training = false;
    expect_printed(room, ITEM_CONDUCTING, 0, 0, "");
    room_destroy(&room);
}

/* `roles`: which there are, then the cards one may read, and no word of the others'. */
static void all_roles(void **state)
{
    static struct lines_printer printer;
    struct room *room = training_room(false);
    char *text;
    size_t size;
    (void)state;
    put_card(room, 2);
    printer.out = open_memstream(&text, &size);
    lines_print_roles(&printer, room);
    fclose(printer.out);
    assert_string_equal(text,
                        "role id=1 name=\"Mary Holt\" school=\"Ashby\" played=no scripted=yes\n"
                        "role id=2 name=\"Idris\" school=\"Birch Lane\" played=yes scripted=no\n"
                        "role-card id=2 who=\"Head for \\\"eleven\\\" years.\" wants=\"Money\" "
                        "unsaid=\"She leaves in May\"\n");
    free(text);
    room_destroy(&room);
}

static bool help_tells(const struct room *room, const char *what)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    lines_help(out, room);
    fclose(out);
    bool told = strstr(text, what);
    free(text);
    return told;
}

static void help_tells_of_it_in_a_training_alone(void **state)
{
    struct room *people = training_room(false), *front = training_room(true);
    (void)state;
    assert_true(help_tells(people, "help play ROLE [off]"));
    assert_true(help_tells(people, "help roles"));
    assert_false(help_tells(people, "help pause"));
    assert_true(help_tells(front, "help pause"));
    assert_true(help_tells(front, "help call MOMENT"));
    people->workshop.training = front->workshop.training = false;
    assert_false(help_tells(people, "help play"));
    assert_false(help_tells(front, "help pause"));
    assert_true(help_tells(front, "help timer pause"));
    room_destroy(&people);
    room_destroy(&front);
}

static bool shows_conduct(const struct room *room, enum conduct what, uint8_t value)
{
    struct command c = {.kind = COMMAND_CONDUCT, .change.conduct = {(uint8_t)what, value}};
    return lines_room_shows(room, &c);
}

static void the_next_line_waits(void **state)
{
    struct room *room = training_room(false);
    struct command play = {.kind = COMMAND_PLAY, .change.play = {.character = 1, .on = true}};
    (void)state;
    assert_false(lines_room_shows(room, &play));
    put_card(room, 1);
    assert_true(lines_room_shows(room, &play));
    play.change.play.on = false;
    assert_false(lines_room_shows(room, &play));
    memset(&room->cards[1], 0, sizeof room->cards[1]);
    assert_true(lines_room_shows(room, &play));
    room_destroy(&room);

    room = training_room(true);
    play.change.play = (struct play_change){.character = 2, .on = true, .seat = 4};
    assert_false(lines_room_shows(room, &play));
    play.change.play.seat = 3;
    assert_true(lines_room_shows(room, &play));
    play.change.play = (struct play_change){.character = 2};
    assert_false(lines_room_shows(room, &play));
    play.change.play = (struct play_change){.character = 1, .scripted = true};
    assert_false(lines_room_shows(room, &play));
    assert_false(shows_conduct(room, CONDUCT_PAUSE, 0));
    assert_true(shows_conduct(room, CONDUCT_GO_ON, 0));
    assert_false(shows_conduct(room, CONDUCT_PACE, 2));
    assert_true(shows_conduct(room, CONDUCT_PACE, 1));
    assert_false(shows_conduct(room, CONDUCT_CALL, 2));
    assert_true(shows_conduct(room, CONDUCT_STEP, 0));
    room_destroy(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_people_type),
        cmocka_unit_test(what_the_facilitator_types),
        cmocka_unit_test(what_is_printed),
        cmocka_unit_test(all_roles),
        cmocka_unit_test(help_tells_of_it_in_a_training_alone),
        cmocka_unit_test(the_next_line_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
