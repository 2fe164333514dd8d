#ifndef PLENARY_TESTS_MODEL_BENCH_H
#define PLENARY_TESTS_MODEL_BENCH_H

/* A workshop to test on: a model, a clock that tests set, and short ways to ask for things.
 * Whatever is asked is decided, and what was decided is applied, as the host does it. The texts
 * that people would enter carry markers, so that a test can look for them where they must not be.
 */

#include "model/decide.h"
#include "model/model.h"
#include "model/project.h"
#include "model/room.h"

struct bench {
    struct model *model;
    bool training; /* what is created is one */
    int64_t now_ms;
    uint32_t last_id; /* ids count up over all seats together: each seat's own still only rise */
    unsigned secrets; /* codes and tokens given out, all different */
    void (*seen)(void *context, const struct event *event); /* may be NULL */
    void *context;
};

/* An empty model, nothing created yet. */
void bench_open(struct bench *b);
/* A workshop of three conditions, and an agenda of a 30 minute item with three screens, one of 20
 * minutes and one without a timer. */
void bench_open_workshop(struct bench *b);
/* The same in a model that is open already. */
void bench_fill_workshop(struct bench *b);
void bench_close(struct bench *b);

/* Around a test, *state being the bench: a workshop of two schools is opened; closed. */
int bench_set_up(void **state);
int bench_tear_down(void **state);
#define BENCH_TEST(name, begin, bench)                                                             \
    cmocka_unit_test_prestate_setup_teardown(name, begin, bench_tear_down, bench)

/* Decides and applies; commands without an id are given the next one, and those that make a code or
 * a token their secret, as the host does. */
enum refusal bench_ask(struct bench *b, seat_id seat, struct command command);
/* The same where nothing stands against it: a refusal fails the test, with its reason. */
void bench_must(struct bench *b, seat_id seat, struct command command);

/* These must succeed, and do so as the kiosk itself. */
school_id bench_school(struct bench *b, const char *name);
school_id bench_schools(struct bench *b, unsigned count); /* "School 001" on; the last one's id */
uint16_t bench_code(struct bench *b, enum code_kind kind, school_id school, seat_id seat);
seat_id bench_join(struct bench *b, enum code_kind kind, school_id school);
void bench_consent_all(struct bench *b, unsigned scopes, enum answer answer);
void bench_set(struct bench *b, enum setting setting, bool on);
/* A board with that many headings; the new one's id. */
uint8_t bench_board(struct bench *b, unsigned headings, bool held, bool personal);
/* Somebody writes a note on it; the note. */
note_id bench_note(struct bench *b, seat_id seat, uint8_t board, uint8_t heading, const char *text);
/* Three open ones: the second's notes wait, the third is personal. */
void bench_boards(struct bench *b);
void bench_set_board(struct bench *b, uint8_t board, enum board_state state);
/* Agreed in person. */
void bench_agree(struct bench *b, condition_id condition, school_id school, uint8_t now);

/* Commands. */
struct command ask_figure(enum command_kind kind, condition_id condition, school_id school,
                          uint8_t now);
struct command ask_agree(condition_id condition, school_id school, uint32_t revision);
struct command ask_seat(enum command_kind kind, seat_id seat, school_id school, bool speaks,
                        const char *name);
struct command ask_school(enum command_kind kind, school_id school, const char *name);
struct command ask_code(enum code_kind kind, school_id school, seat_id seat);
struct command ask_consent(school_id school, unsigned scopes, enum answer answer);
struct command ask_go(unsigned item, unsigned step);
struct command ask_time(enum timer_action action, int64_t milliseconds);
struct command ask_look(bool targets, unsigned focus);
struct command ask_board(uint8_t board, enum board_state state, bool held);
struct command ask_add_note(uint8_t board, uint8_t heading, const char *text);
/* Any other command about a note, its revision being the one there is. */
struct command ask_note(const struct bench *b, enum command_kind kind, note_id note);
/* The newest step there is to take back, or (again) to do again. */
struct command ask_undo(const struct bench *b, bool again);
struct command ask_join(uint16_t code);
struct command ask_slip(enum slip_kind kind, uint8_t subject, school_id school, uint8_t value);
struct command ask_round(enum slip_kind kind, uint8_t subject, enum round_state state);
struct command ask_finding(enum command_kind kind, enum finding_kind finding, uint8_t number,
                           uint32_t revision, const char *text);
struct command ask_action(enum command_kind kind, action_id action, school_id school,
                          uint32_t revision, const char *text); /* of condition 1, in 6 months */

/* A vote on the three conditions, or (typed) on as many texts of its own: dots with a budget of 3
 * and a limit of 2, scores on impact and effort. Secret and by person. */
struct command ask_add_ballot(enum method method, unsigned typed);
struct command ask_set_ballot(ballot_id ballot, enum ballot_state state);
/* Adds that vote and opens it; its id. */
ballot_id bench_ballot(struct bench *b, struct command add);
/* The first marks, as digits: "201". In a vote by school the slot is 0, else the school. */
struct command ask_paper(ballot_id ballot, uint16_t slot, school_id school, const char *marks);
struct command ask_withdraw(ballot_id ballot, uint16_t slot, school_id school);
struct command ask_share(seat_id seat, uint8_t people);

/* What an audience is given now. */
void bench_look(struct bench *b, struct room *room, const struct live *live,
                enum audience_kind kind, uint16_t id);

#endif
