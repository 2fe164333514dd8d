/* Rehearsals, in virtual time: every pack to its end, and what the facilitator may ask of those who
 * are made up. */

#include "rehearse/theatre.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "testing.h"

/* ---- a facilitator who runs the whole agenda */

static void call_round(struct theatre *t, enum slip_kind kind, uint8_t subject)
{
    struct command command = {
        .kind = COMMAND_CALL_ROUND,
        .change.round = {.kind = (uint8_t)kind, .subject = subject, .state = ROUND_OPEN}};
    theatre_ask(t, &command);
    theatre_run(t, 8000);
    const struct round_item *round = &theatre_room(t)->rounds[kind];
    assert_true(round->asked > 0);
    if (round->answered + 1 < round->asked) /* somebody may be away */
        fail_msg("%s: %u of %u answered", slip_word(kind), round->answered, round->asked);
    command.change.round.state = ROUND_SHOWN;
    theatre_ask(t, &command);
}

static void set_ballot(struct theatre *t, ballot_id ballot, enum ballot_state state)
{
    struct command command = {.kind = COMMAND_SET_BALLOT,
                              .change.ballot_set = {.ballot = ballot, .state = (uint8_t)state}};
    theatre_ask(t, &command);
}

static void hold_vote(struct theatre *t, ballot_id ballot)
{
    set_ballot(t, ballot, BALLOT_OPEN);
    theatre_run(t, 14000);
    const struct turnout_item *turnout = &theatre_room(t)->turnouts[ballot][0];
    if (turnout->voted == 0 || turnout->voted + 1 < turnout->expected)
        fail_msg("vote %u: %u of %u", ballot, turnout->voted, turnout->expected);
    set_ballot(t, ballot, BALLOT_CLOSED);
    set_ballot(t, ballot, BALLOT_REVEALED);
}

static void set_action(struct theatre *t, action_id action, enum action_state state)
{
    struct command command = {.kind = COMMAND_SET_ACTION,
                              .change.action = {.action = action, .state = (uint8_t)state}};
    theatre_ask(t, &command);
}

/* Puts what was proposed before the room and asks the first who is there to see each through. */
static void settle_actions(struct theatre *t)
{
    theatre_run(t, 25000);
    const struct room *room = theatre_room(t);
    seat_id seat = room->characters[1].script;
    unsigned proposed = 0;
    for (action_id a = 1; a <= ACTIONS_MAX; a++) {
        if (!room->actions[a].revision || room->actions[a].state != ACTION_WAITING)
            continue;
        set_action(t, a, ACTION_PROPOSED);
        room = theatre_room(t);
        struct command command = {.kind = COMMAND_CHANGE_ACTION};
        command.change.action.action = a;
        command.change.action.revision = room->actions[a].revision;
        command.change.action.sure = true;
        command.change.action.content = room->actions[a].content;
        if (room->actions[a].content.owner == OWNER_NOBODY) {
            command.change.action.content.owner = OWNER_SEAT;
            command.change.action.content.owner_seat = seat;
            memset(command.change.action.content.owner_name, 0, NAME_SIZE);
            theatre_ask(t, &command);
        }
        proposed++;
        room = theatre_room(t);
    }
    assert_true(proposed > 0);
    theatre_run(t, 20000);
}

static void hold_step(struct theatre *t, uint8_t item, uint8_t step)
{
    const struct agenda_step *s = &theatre_room(t)->items[item].steps[step - 1];
    uint8_t subject = s->subject;
    enum stage_kind stage = (enum stage_kind)s->stage;
    theatre_go(t, item, step);
    switch (stage) {
    case STAGE_ICEBREAKER:
        call_round(t, SLIP_ICEBREAKER, 1);
        break;
    case STAGE_TOGETHER:
        call_round(t, SLIP_READING, 1);
        break;
    case STAGE_EVALUATION:
        call_round(t, SLIP_OBJECTIVE, 1);
        break;
    case STAGE_BALLOT:
        hold_vote(t, subject);
        break;
    case STAGE_ACTIONS:
        settle_actions(t);
        break;
    default:
        theatre_run(t, 8000);
        break;
    }
}

static void hold_workshop(struct theatre *t)
{
    theatre_gather(t);
    for (uint8_t item = 1; item <= theatre_room(t)->workshop.item_count; item++)
        for (uint8_t step = 1; step <= theatre_room(t)->items[item].step_count; step++)
            hold_step(t, item, step);
    struct command close = {.kind = COMMAND_CLOSE};
    theatre_ask(t, &close);
    size_t from = t->log_length;
    theatre_run(t, 5000);
    assert_int_equal(theatre_count(t, from, "did ", ""), 0);
}

/* Every role did what a leader does, and nothing that was refused. */
static void check_whole(const struct theatre *t)
{
    static const char *const by_all[] = {"what=named", "what=played", "what=voted",
                                         "what=answered"};
    static const char *const by_some[] = {"what=consented", "what=rated",     "what=noted",
                                          "what=proposed",  "what=supported", "what=accepted",
                                          "what=wavered"};
    char role[NAME_SIZE + 16];
    for (uint8_t r = 0; r < t->pack->role_count; r++) {
        snprintf(role, sizeof role, "role=\"%s\"", t->pack->roles[r].name);
        for (size_t i = 0; i < sizeof by_all / sizeof *by_all; i++)
            if (!theatre_count(t, 0, role, by_all[i]))
                fail_msg("%s never %s", role, by_all[i]);
    }
    for (size_t i = 0; i < sizeof by_some / sizeof *by_some; i++)
        if (!theatre_count(t, 0, "did ", by_some[i]))
            fail_msg("nobody ever %s in %s", by_some[i], t->pack->id);
    if (theatre_count(t, 0, "refused ", ""))
        fail_msg("refused in %s:\n%s", t->pack->id, strstr(t->log, "refused "));
}

static void each_pack_goes_to_its_end(void **state)
{
    static const char *const packs[] = {"easy-cluster", "divided-cluster", "large-cluster"};
    bool acted[TEMPERAMENT_COUNT] = {false};
    (void)state;
    for (size_t i = 0; i < sizeof packs / sizeof *packs; i++) {
        struct theatre *t;
        theatre_begin(&t, &(struct theatre_wish){.pack = packs[i], .seed = 7 + i});
        hold_workshop(t);
        check_whole(t);
        for (uint8_t r = 0; r < t->pack->role_count; r++) {
            acted[t->pack->roles[r].temperament] = true;
            if (t->pack->roles[r].leaves_minutes)
                assert_true(theatre_count(t, 0, "left ", t->pack->roles[r].name) > 0 &&
                            theatre_count(t, 0, "back ", t->pack->roles[r].name) > 0);
        }
        theatre_end(&t);
    }
    for (unsigned i = 0; i < TEMPERAMENT_COUNT; i++)
        if (!acted[i])
            fail_msg("nobody is %s", temperament_word((enum temperament)i));
}

/* ---- conducting */

static void paused_nobody_does_anything_and_a_step_is_one_thing(void **state)
{
    struct theatre *t;
    (void)state;
    theatre_begin(&t, &(struct theatre_wish){.pack = "divided-cluster", .seed = 3});
    theatre_gather(t);
    theatre_conduct(t, CONDUCT_PAUSE, 0);
    theatre_run(t, 1000); /* what was on its way is answered */
    uint64_t events = host_model(t->host)->event_count;
    size_t from = t->log_length;
    theatre_run(t, 60000);
    assert_int_equal(theatre_lines(t, from), 0);
    assert_int_equal(host_model(t->host)->event_count, events);
    for (unsigned steps = 1; steps <= 5; steps++) {
        theatre_conduct(t, CONDUCT_STEP, 0);
        theatre_run(t, 5000);
        assert_int_equal(theatre_lines(t, from), steps);
    }
    theatre_conduct(t, CONDUCT_GO_ON, 0);
    theatre_run(t, 5000);
    assert_true(theatre_lines(t, from) > 6);
    theatre_end(&t);
}

static void a_faster_pace_is_so_much_faster(void **state)
{
    unsigned done[2];
    (void)state;
    for (unsigned i = 0; i < 2; i++) {
        struct theatre *t;
        theatre_begin(&t, &(struct theatre_wish){.pack = "divided-cluster", .seed = 3});
        theatre_gather(t);
        theatre_conduct(t, CONDUCT_PACE, i ? 10 : 1);
        size_t from = t->log_length;
        theatre_run(t, 10000);
        done[i] = theatre_lines(t, from);
        theatre_end(&t);
    }
    assert_true(done[0] >= 1 && done[1] > 3 * done[0]);
}

static void the_same_seed_is_the_same_rehearsal(void **state)
{
    static const uint64_t seeds[] = {11, 11, 12};
    char *logs[3];
    (void)state;
    for (unsigned i = 0; i < 3; i++) {
        struct theatre *t;
        theatre_begin(&t, &(struct theatre_wish){.pack = "easy-cluster", .seed = seeds[i]});
        theatre_gather(t);
        theatre_go(t, 2, 2);
        theatre_run(t, 10000);
        logs[i] = strdup(t->log);
        theatre_end(&t);
    }
    assert_string_equal(logs[0], logs[1]);
    assert_string_not_equal(logs[0], logs[2]);
    for (unsigned i = 0; i < 3; i++)
        free(logs[i]);
}

/* ---- moments */

static character_id character_of(const struct theatre *t, uint8_t role)
{
    for (character_id c = 1; c <= CHARACTERS_MAX; c++)
        if (strcmp(theatre_room(t)->characters[c].name, t->pack->roles[role].name) == 0)
            return c;
    fail_msg("no role %u", role);
    return 0;
}

/* What the act was to bring about is so. */
static void check_act(const struct theatre *t, const struct rehearsal_act *act, size_t from)
{
    const struct rehearsal_role *role = &t->pack->roles[act->role];
    const struct room *room = theatre_room(t);
    school_id school = room->characters[character_of(t, act->role)].school;
    bool found = false;
    switch ((enum rehearsal_deed)act->does) {
    case DEED_OBJECTS:
        assert_int_equal(room->consents[school].answers[SCOPE_ROOM], ANSWER_NO);
        assert_false(room->workshop.room_named);
        /* fall through */
    case DEED_POSTS:
        for (note_id n = 1; n <= NOTES_MAX; n++)
            found = found || (room->notes[n].state && strcmp(room->notes[n].text, act->line) == 0);
        break;
    case DEED_RERATES:
        found = room->talks[act->condition][school].proposals[SIDE_SCHOOL].figure.now == act->now;
        break;
    case DEED_LEAVES:
        found = theatre_count(t, from, "left ", role->name) > 0;
        break;
    case DEED_PROPOSES:
        for (action_id a = 1; a <= ACTIONS_MAX; a++)
            found = found || strcmp(room->actions[a].content.text, act->line) == 0;
        break;
    case DEED_GOES_QUIET:
        found = theatre_count(t, from, "quiet ", role->name) > 0;
        break;
    case DEED_WITHDRAWS:
    case DEED_COUNT:
        found = true; /* with no vote open there is none to take back */
        break;
    }
    if (!found)
        fail_msg("%s %s: not seen in\n%s", role->name,
                 rehearsal_deed_word((enum rehearsal_deed)act->does), t->log + from);
}

static void moments_are_played_when_they_are_called(void **state)
{
    static const char *const packs[] = {"easy-cluster", "divided-cluster", "large-cluster"};
    (void)state;
    for (size_t i = 0; i < sizeof packs / sizeof *packs; i++) {
        struct theatre *t;
        theatre_begin(&t, &(struct theatre_wish){.pack = packs[i], .seed = 5});
        theatre_gather(t);
        theatre_go(t, 2, 2);
        for (uint8_t m = 0; m < t->pack->moment_count; m++) {
            size_t from = t->log_length;
            theatre_conduct(t, CONDUCT_CALL, (uint8_t)(m + 1));
            theatre_run(t, 15000);
            for (uint8_t a = 0; a < t->pack->moments[m].act_count; a++)
                check_act(t, &t->pack->moments[m].acts[a], from);
            theatre_run(t, 15000); /* who left is back */
        }
        assert_int_equal(theatre_count(t, 0, "refused ", ""), 0);
        theatre_end(&t);
    }
}

/* ---- a person plays */

static void play(struct theatre *t, struct session *person, character_id character, bool on)
{
    struct command command = {.kind = COMMAND_PLAY,
                              .change.play = {.character = character, .on = on}};
    assert_true(session_send(person, &command, t->now_ms) > 0);
    theatre_run_with(t, person, 500);
}

static void a_role_is_left_to_a_person_and_taken_up_again(void **state)
{
    struct theatre *t;
    (void)state;
    theatre_begin(&t, &(struct theatre_wish){.pack = "easy-cluster", .seed = 9});
    theatre_gather(t);
    theatre_go(t, 4, 3);
    assert_int_equal(theatre_room(t)->items[4].steps[2].stage, STAGE_BALLOT);
    ballot_id ballot = theatre_room(t)->items[4].steps[2].subject;
    set_ballot(t, ballot, BALLOT_OPEN);
    theatre_run(t, 14000);
    assert_int_equal(theatre_room(t)->turnouts[ballot][0].voted, t->pack->role_count);

    struct session *person = theatre_person(t);
    character_id character = character_of(t, 0);
    const char *name = t->pack->roles[0].name;
    size_t from = t->log_length;
    play(t, person, character, true);
    assert_true(session_room(person)->cards[character].who[0]);
    theatre_run_with(t, person, 10000);
    assert_int_equal(theatre_count(t, from, "yields ", name), 1);
    assert_int_equal(theatre_count(t, from, name, "what=yielded"), 1);
    assert_int_equal(theatre_count(t, from, "left ", name), 1);
    assert_int_equal(theatre_count(t, from, name, "did "), 1);
    assert_int_equal(theatre_room(t)->turnouts[ballot][0].voted, t->pack->role_count - 1);

    play(t, person, character, false);
    theatre_run_with(t, person, 20000);
    assert_int_equal(theatre_count(t, from, "back ", name), 1);
    assert_int_equal(theatre_count(t, from, name, "what=voted"), 1);
    assert_int_equal(theatre_count(t, 0, "refused ", ""), 0);
    session_destroy(&person);
    theatre_end(&t);
}

/* ---- other rooms */

static void more_seats_than_roles_are_colleagues(void **state)
{
    struct theatre *t;
    (void)state;
    theatre_begin(&t, &(struct theatre_wish){.pack = "easy-cluster", .seats = 24, .seed = 4});
    theatre_gather(t);
    for (unsigned s = 0; s < 60 && rehearse_joined(t->rehearsal) < 24; s++)
        theatre_run(t, 1000);
    assert_int_equal(rehearse_joined(t->rehearsal), 24);
    theatre_run(t, 2000);
    theatre_go(t, 4, 3);
    hold_vote(t, theatre_room(t)->items[4].steps[2].subject);
    assert_int_equal(theatre_count(t, 0, "colleague=", "what=voted"), 14);
    assert_int_equal(theatre_count(t, 0, "colleague=", "what=placed"), 14);
    assert_int_equal(theatre_count(t, 0, "colleague=", "what=consented"), 0);
    assert_int_equal(theatre_count(t, 0, "refused ", ""), 0);
    theatre_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_pack_goes_to_its_end),
        cmocka_unit_test(paused_nobody_does_anything_and_a_step_is_one_thing),
        cmocka_unit_test(a_faster_pace_is_so_much_faster),
        cmocka_unit_test(the_same_seed_is_the_same_rehearsal),
        cmocka_unit_test(moments_are_played_when_they_are_called),
        cmocka_unit_test(a_role_is_left_to_a_person_and_taken_up_again),
        cmocka_unit_test(more_seats_than_roles_are_colleagues),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
