#ifndef PLENARY_TESTS_HALL_H
#define PLENARY_TESTS_HALL_H

/* A workshop under way inside one test: the real host over a journal in memory and a network in
 * memory, in virtual time, and people at raw ends of the link, so that a test may send whatever it
 * likes and sees every byte that came out of the stream. Everything is asserted. */

#include "host/host.h"
#include "journal/memory.h"
#include "link/link_memory.h"
#include "link/seeded.h"
#include "model/room.h"

enum { PEOPLE_MAX = 64, ANSWERED_MAX = 4096, HALL_STEP_MS = 5 };

struct person {
    struct link *link;
    struct link_peer peer;
    struct link_guest guest;
    bool connected, admitted, seated, caught_up, gone;
    bool deaf;  /* never reads */
    bool spoil; /* confirms with a wrong tag, as if the code were wrong */
    enum link_no no;
    enum farewell farewell;
    seat_id seat;
    uint32_t last_command;
    struct link_token token;
    bool has_token;
    const char *code; /* NULL: by token */
    struct room *room;
    uint32_t next_id, answered, beat;
    uint8_t answers[ANSWERED_MAX];     /* by id: refusal plus 1, 0 not yet */
    unsigned letters, removals, cells; /* cells: items of the named grid ever received */
    size_t heard_length, heard_size;
    uint8_t *heard; /* every byte that was opened */
};

struct hall {
    struct journal_disk *disk;
    struct link_memory *memory;
    struct host *host;
    struct mailbox *box;
    int64_t now_ms;
    uint64_t seed;
    struct link_random random;
    size_t peers;
    struct person *people[PEOPLE_MAX];
    struct room *projector, *console;
    size_t projected_length, projected_size;
    uint8_t *projected; /* every byte of the letters to the projector */
};

/* A workshop of that many schools ("School 1", ...) and conditions, just begun, with three boards
 * open: the second's notes wait for the facilitator, the third is personal. With `box` the
 * presenter's end is played too. */
void hall_begin(struct hall *hall, unsigned schools, unsigned conditions, size_t peers, bool box);
void hall_end(struct hall *hall);

/* The kiosk stops, at once, and another takes its place on what the disk has. */
void hall_crash(struct hall *hall);
void hall_reopen(struct hall *hall);

/* The host's own end of the network, and its count of wrong guesses: borrowed. */
struct link *hall_link(const struct hall *hall);
struct link_guard *hall_guard(const struct hall *hall);
/* Its store; after a change to it by the test, hall_touch has the next tick project it. */
struct store *hall_store(const struct hall *hall);
void hall_touch(struct hall *hall);
/* What all feeds hold, bytes. */
size_t hall_feed_bytes(const struct hall *hall);

/* One tick and everybody's reading of what came of it. */
void hall_step(struct hall *hall);
void hall_run(struct hall *hall, int64_t ms);

/* The code in use of that kind, in a buffer of the call's own. */
struct hall_code {
    char symbols[LINK_CODE_SIZE];
};
struct hall_code hall_code(const struct hall *hall, enum code_kind kind, school_id school);

/* Somebody comes with a code (kept by the caller) or a token, from an address of the test's
 * choosing, and is not waited for; person_seated waits until the room is whole. */
struct person *person_come(struct hall *hall, const char *code, const struct link_token *token,
                           const char *address);
struct person *person_seated(struct hall *hall, enum code_kind kind, school_id school);
void person_go(struct hall *hall, struct person **person);

/* What hall_step has a person do: read what has come. A letter may also be read for somebody by
 * hand; person_keep adds bytes to what was heard. */
void person_serve(struct hall *hall, struct person *person);
void person_read(struct person *person, int64_t now_ms, const uint8_t *bytes, size_t length);
void person_keep(uint8_t **at, size_t *length, size_t *size, const uint8_t *bytes, size_t more);

/* Sends a command; its id. Or raw bytes, sealed or as they are. */
uint32_t person_ask(struct person *person, const struct command *command);
void person_send(struct person *person, const uint8_t *bytes, size_t length);
void person_send_raw(struct person *person, const uint8_t *bytes, size_t length);

/* What was answered to a command so far: -1 nothing, else a refusal. */
int person_answer(const struct person *person, uint32_t id);
/* The others are served as ever: whoever asks now is answered with this very tick. */
void person_assert_served(struct hall *hall, struct person *person, school_id school);
/* Asks, runs for a moment, gives the answer. */
int person_obeyed(struct hall *hall, struct person *person, const struct command *command);
bool person_heard(const struct person *person, const char *mark);
void person_forget_heard(struct person *person);

/* The console's own command, through the mailbox. */
void hall_console(struct hall *hall, const struct command *command);
bool hall_projected(const struct hall *hall, const char *mark);

/* Commands in short. */
struct command rate(school_id school, condition_id condition, uint8_t now, const char *note);
struct command consent(school_id school, enum answer answer);
struct command add_note(uint8_t board, const char *text);
struct command set_board(uint8_t board, enum board_state state);
struct command slip(enum slip_kind kind, uint8_t subject, uint8_t value);
struct command call_round(enum slip_kind kind, uint8_t subject, enum round_state state);

/* True when the state is exactly what replaying the journal gives. Crashes and reopens. */
void hall_assert_replays(struct hall *hall);

#endif
