#include "testing.h"

#include <stdio.h>
#include <stdlib.h>

#include "lines/awaited.h"
#include "lines/commands.h"
#include "lines/print.h"
#include "lines/rendered.h"
#include "lines/review.h"

/* Actions of the workshop, typed and printed. */

enum { PROPOSED = 3, WAITS = 4, ADOPTED = 5 };

static struct room *planning_room(bool facilitator)
{
    struct room *room = review_room();
    room->actions[PROPOSED] = (struct action_item){.state = ACTION_PROPOSED,
                                                   .revision = 8,
                                                   .content = {.condition = 2,
                                                               .level = ACTION_LEVEL_CLUSTER,
                                                               .due = 14800,
                                                               .owner = OWNER_SEAT,
                                                               .owner_name = "Jo",
                                                               .text = "Ask parents",
                                                               .helpers = "Governors"}};
    room->own_actions[WAITS] = (struct own_action_item){
        .proposed = true,
        .state = ACTION_WAITING,
        .revision = 2,
        .content = {.level = ACTION_LEVEL_LA, .text = "A nurse", .measure = "She is here"}};
    room->actions[ADOPTED] = (struct action_item){.state = ACTION_ADOPTED,
                                                  .progress = PROGRESS_UNDER_WAY,
                                                  .revision = 5,
                                                  .content = {.text = "A directory"}};
    room->notes[7] = (struct note_item){.state = NOTE_SHOWN, .text = "Who pays?"};
    strcpy(room->findings[FINDING_GAP][4].text, "Far apart");
    strcpy(room->conditions[4].idea, "One model for all");
    if (facilitator)
        room->me = (struct me_item){.seat = 1, .role = ROLE_FACILITATOR, .speaks = true};
    return room;
}

static void people_propose_and_take_on(void **state)
{
    static const struct example examples[] = {
        {"action propose Ask every family",
         "add-action 0 0/0 months 0 revision 0 [Ask every family] waiting other 0 on 0 sure 0 "
         "not-begun cluster due 0 nobody 0/0 [] none 0/0"},
        {"action propose Ask condition=cluster level=la owner=me due=\"14 July\" helpers=\"All\" "
         "measure=\"We know\" resources=\"Two days\" sure=yes",
         "add-action 0 0/4 months 0 revision 0 [Ask] waiting other 0 on 0 sure 1 not-begun la due "
         "14804 seat 3/0 [] none 0/0 [All] [We know] [Two days]"},
        {"action propose Ask level=school owner=school",
         "add-action 0 1/0 months 0 revision 0 [Ask] waiting other 0 on 0 sure 0 not-begun school "
         "due 0 school 0/1 [] none 0/0"},
        {"action propose Ask owner=\"birch lane\"",
         "add-action 0 0/0 months 0 revision 0 [Ask] waiting other 0 on 0 sure 0 not-begun "
         "cluster due 0 school 0/2 [] none 0/0"},
        {"action propose Ask owner=\"Mrs Ash\"",
         "add-action 0 0/0 months 0 revision 0 [Ask] waiting other 0 on 0 sure 0 not-begun "
         "cluster due 0 name 0/0 [Mrs Ash] none 0/0"},
        {"action change 3 due=\"2010-09-01\"",
         "change-action 3 0/2 months 0 revision 8 [Ask parents] cluster due 14853 seat 0/0 [Jo] "
         "none 0/0 [Governors] [] []"},
        {"action change 3 owner=nobody condition=0 due=\"\" helpers=\"\"",
         "change-action 3 0/0 months 0 revision 8 [Ask parents] cluster due 0 nobody 0/0 [] none "
         "0/0"},
        {"action change 4 Two nurses",
         "change-action 4 0/0 months 0 revision 2 [Two nurses] la due 0 nobody 0/0 [] none 0/0 [] "
         "[She is here] []"},
        {"action remove 4", "remove-action 4 0/0 months 0 revision 2 []"},
        {"action support 3",
         "support-action 3 0/0 months 0 revision 0 [] own other 0 on 1 sure 0 not-begun"},
        {"action support 3 off", "support-action 3 0/0 months 0 revision 0 []"},
        {"action accept 5",
         "accept-action 5 0/0 months 0 revision 5 [] own other 0 on 1 sure 0 not-begun"},
        {"action decline 5", "accept-action 5 0/0 months 0 revision 5 []"},
        {"action progress 5 done",
         "progress-action 5 0/0 months 0 revision 0 [] own other 0 on 0 sure 0 done"},
    };
    struct room *room = planning_room(false);
    (void)state;
    expect_commands(room, examples, sizeof examples / sizeof *examples);
    room_destroy(&room);
}

static void the_facilitator_plans(void **state)
{
    static const struct example examples[] = {
        {"action propose Ask owner=\"seat 12\" level=school school=Ashby",
         "add-action 0 1/0 months 0 revision 0 [Ask] proposed other 0 on 0 sure 0 not-begun "
         "school due 0 seat 12/0 [] none 0/0"},
        {"action propose note=7 condition=2",
         "add-action 0 0/2 months 0 revision 0 [Who pays?] proposed other 0 on 0 sure 0 not-begun "
         "cluster due 0 nobody 0/0 [] note 7/0"},
        {"action propose Ask who pays note=7",
         "add-action 0 0/0 months 0 revision 0 [Ask who pays] proposed other 0 on 0 sure 0 "
         "not-begun cluster due 0 nobody 0/0 [] note 7/0"},
        {"action propose finding=\"gap 4\"",
         "add-action 0 0/4 months 0 revision 0 [Far apart] proposed other 0 on 0 sure 0 not-begun "
         "cluster due 0 nobody 0/0 [] finding 7/4"},
        {"action propose idea=4",
         "add-action 0 0/4 months 0 revision 0 [One model for all] proposed other 0 on 0 sure 0 "
         "not-begun cluster due 0 nobody 0/0 [] idea 4/0"},
        {"action approve 4",
         "set-action 4 0/0 months 0 revision 0 [] proposed other 0 on 0 sure 0 not-begun"},
        {"action approve 4 off",
         "set-action 4 0/0 months 0 revision 0 [] waiting other 0 on 0 sure 0 not-begun"},
        {"action adopt 3",
         "set-action 3 0/0 months 0 revision 0 [] adopted other 0 on 0 sure 0 not-begun"},
        {"action park 3",
         "set-action 3 0/0 months 0 revision 0 [] parked other 0 on 0 sure 0 not-begun"},
        {"action park 3 off",
         "set-action 3 0/0 months 0 revision 0 [] proposed other 0 on 0 sure 0 not-begun"},
        {"action merge 3 5",
         "merge-action 3 0/0 months 0 revision 0 [] own other 5 on 0 sure 0 not-begun"},
        {"action part 3", "merge-action 3 0/0 months 0 revision 0 []"},
        {"view action 5", "look targets 0 average 0 focus 0 ballot 0 sight 0 action 5"},
    };
    struct room *room = planning_room(true);
    (void)state;
    expect_commands(room, examples, sizeof examples / sizeof *examples);
    room_destroy(&room);
}

static void wrong_lines_say_what_is_expected(void **state)
{
    static const struct unclear examples[] = {
        {"action propose", "a text is missing", false},
        {"action propose Ask due=soonish", "a date such as 14 July", false},
        {"action propose Ask level=town", "school, cluster or la", false},
        {"action propose Ask condition=Lunch", "the number or name of a condition", false},
        {"action propose Ask sure=perhaps", "yes or no", false},
        {"action progress 5 nearly", "not-begun, under-way, done or dropped", false},
        {"action propose finding=\"gap 25\"", "what is found", true},
        {"action propose finding=\"nice 2\"", "what is found", true},
        {"action propose finding=\"gap 3\"", "a text is missing", true}, /* nobody worded it */
        {"action propose note=none", "the number of a note", true},
        {"action merge 3", "the number of an action is missing", true},
    };
    (void)state;
    expect_unclear(planning_room, examples, sizeof examples / sizeof *examples);
}

/* ---- printed */

static void says_actions(void **state)
{
    struct room *room = planning_room(true);
    (void)state;
    room->actions[PROPOSED].content.owner_seat = 12;
    room->actions[PROPOSED].supports = 4;
    room->actions[PROPOSED].declined = true;
    room->actions[PROPOSED].content.source = SOURCE_FINDING;
    room->actions[PROPOSED].content.source_a = FINDING_GAP;
    room->actions[PROPOSED].content.source_b = 4;
    expect_printed(room, ITEM_ACTION, PROPOSED, 0,
                   "action id=3 state=proposed level=cluster supports=4 declined=yes condition=2 "
                   "due=2010-07-10 owner-seat=12 owner=\"Jo\" text=\"Ask parents\" "
                   "helpers=\"Governors\" finding=\"gap 4\"\n");
    room->actions[ADOPTED].earlier = true;
    room->actions[ADOPTED].accepted = true;
    room->actions[ADOPTED].content.owner = OWNER_SCHOOL;
    room->actions[ADOPTED].content.owner_school = 2;
    expect_printed(room, ITEM_ACTION, ADOPTED, 0,
                   "action id=5 state=adopted earlier=yes progress=under-way level=school "
                   "accepted=yes owner=\"Birch Lane\" text=\"A directory\"\n");
    room->actions[6] = (struct action_item){.state = ACTION_PROPOSED, .revision = 2, .merged = 3};
    expect_printed(room, ITEM_ACTION, 6, 0, "action id=6 part-of=3\n");
    expect_printed(room, ITEM_ACTION, 7, 0, "action id=7 removed=yes\n");
    expect_printed(room, ITEM_OWN_ACTION, WAITS, 0,
                   "own-action id=4 proposed=yes asked=no supported=no state=waiting level=la "
                   "text=\"A nurse\" measure=\"She is here\"\n");
    room->own_actions[ADOPTED].asked = true;
    expect_printed(room, ITEM_OWN_ACTION, ADOPTED, 0,
                   "own-action id=5 proposed=no asked=yes supported=no\n");
    room_destroy(&room);
}

static void what_nobody_will_see_to_is_pointed_out(void **state)
{
    static const struct example closes[] = {{"close workshop anyway", "close"}};
    static const struct example plain[] = {{"close workshop", "close"}};
    static struct lines_printer printer;
    struct room *room = planning_room(true);
    char *text;
    size_t size;
    (void)state;
    room->ballots[1].state = BALLOT_CLOSED;
    printer.out = open_memstream(&text, &size);
    lines_print_loose(&printer, room);
    fclose(printer.out);
    assert_string_equal(text, "loose id=5 owner=no due=no text=\"A directory\"\n");
    free(text);
    expect_warning(room, "close workshop", "lost: 1. Adopted");
    expect_warning(room, "close workshop", "them): 1.");
    expect_commands(room, closes, 1);
    room->actions[ADOPTED].progress = PROGRESS_DROPPED;
    expect_warning(room, "close workshop", "them): 0.");
    room->ballots[1].state = BALLOT_REVEALED;
    expect_commands(room, plain, 1);
    room_destroy(&room);
}

static void the_next_line_waits_for_what_it_is_read_against(void **state)
{
    struct room *room = planning_room(false);
    struct command add = {.kind = COMMAND_ADD_ACTION, .change.action.content.text = "A second"};
    struct command change = {.kind = COMMAND_CHANGE_ACTION,
                             .change.action = {.action = WAITS, .revision = 2}};
    struct command adopt = {.kind = COMMAND_SET_ACTION,
                            .change.action = {.action = PROPOSED, .state = ACTION_ADOPTED}};
    (void)state;
    assert_false(lines_room_shows(room, &add) || lines_room_shows(room, &change) ||
                 lines_room_shows(room, &adopt));
    room->own_actions[9] = (struct own_action_item){.proposed = true, .content.text = "A second"};
    room->own_actions[WAITS].revision = 3;
    room->actions[PROPOSED].state = ACTION_ADOPTED;
    assert_true(lines_room_shows(room, &add) && lines_room_shows(room, &change) &&
                lines_room_shows(room, &adopt));
    room_destroy(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_propose_and_take_on),
        cmocka_unit_test(the_facilitator_plans),
        cmocka_unit_test(wrong_lines_say_what_is_expected),
        cmocka_unit_test(says_actions),
        cmocka_unit_test(what_nobody_will_see_to_is_pointed_out),
        cmocka_unit_test(the_next_line_waits_for_what_it_is_read_against),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
