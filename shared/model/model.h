#ifndef PLENARY_MODEL_MODEL_H
#define PLENARY_MODEL_MODEL_H

/* The state of one workshop: what applying its events in order gives, and nothing else. Plain data
 * of fixed size (about 16 MB), made zero by model_create, changed only by model_apply. It holds no
 * clock and no connection: those are circumstances (live.h), known only while the kiosk runs.
 *
 * Index 0 of every table stays empty, so that ids are indices; seat 0 is the kiosk itself. */

#include "base/error.h"
#include "model/event.h"
#include "model/item.h"

struct school {
    char name[NAME_SIZE];
    uint8_t consent[SCOPE_COUNT]; /* enum answer */
};

/* How far back a seat's commands are remembered: the bits of struct seat's `recent`. */
enum { COMMANDS_REMEMBERED = 64 };

/* A note on a board. `other` notes merged into this one have `merged` set to it. */
struct note {
    uint8_t board;
    uint8_t heading;
    uint8_t state; /* enum note_state */
    bool starred;
    bool withdrawn; /* removed by its writer */
    uint8_t group;  /* 0: none */
    note_id parent;
    note_id merged;
    uint16_t order;    /* within its heading, lowest first */
    uint32_t revision; /* counts what else than a star or a yes was done to it */
    uint32_t edits;    /* counts its texts, for its writer */
    char text[NOTE_SIZE];
    char by[NAME_SIZE];
    struct author author;
    uint64_t author_event; /* whose secret holds the author, counted from 1 */
    note_id next_own;      /* the author's next older note */
};

struct board {
    struct board_content content;
    uint8_t state; /* enum board_state */
    bool held;
};

/* An unsigned answer. */
struct slip {
    uint8_t kind;
    uint8_t subject;
    uint8_t value;       /* 0: taken back, or put away */
    bool by_facilitator; /* for somebody without a laptop */
    school_id school;
    struct author author;
    uint64_t author_event;
    uint16_t next_own; /* the author's next older slip */
};

/* Where asking stands: the subject spoken of, and how far each has come. */
struct asking {
    uint8_t subject;                    /* 0: none */
    uint8_t states[CONDITIONS_MAX + 1]; /* enum round_state, by subject */
};

/* What the facilitator made of a finding, and the LA's answer to it. */
struct finding {
    bool exists; /* of those that were added */
    bool hidden;
    bool for_la;
    uint8_t rank;
    uint32_t revision; /* of the wording */
    uint32_t answer_revision;
    char text[NOTE_SIZE];
    char answer[NOTE_SIZE];
};

struct action {
    uint8_t state;    /* enum action_state */
    uint8_t progress; /* enum progress */
    bool removed;
    bool earlier;
    bool accepted; /* by its owner: a seat, or one who speaks for the school */
    bool declined; /* likewise; nobody has said yes since */
    action_id merged;
    seat_id proposer; /* whose seat it came from; 0: the kiosk */
    uint32_t revision;
    struct action_content content; /* last: what thousands of seats are asked of lies together */
};

/* Who supports an action: a bit for each seat, and how many more the facilitator counted. Apart
 * from the action, so that taking a step back takes nobody's support away. */
struct supports {
    uint16_t by_hand;
    uint8_t seats[SEATS_MAX / 8 + 1];
};

/* A vote, and what came of it once it is revealed. */
struct ballot {
    struct ballot_content content;
    uint8_t state; /* enum ballot_state */
    uint32_t revision;
    uint16_t hand_count;                     /* papers ever typed in: the next is one more */
    uint16_t school_papers[SCHOOLS_MAX + 1]; /* by school: the paper of each; 0: none */
    uint8_t took_part[SEATS_MAX / 8 + 1];    /* a bit for each seat that a counted paper is of */
    struct ballot_tally tally;
};

/* One paper. Those of a secret ballot are forgotten at the reveal. A free place has ballot 0. */
struct paper {
    ballot_id ballot;
    bool by_hand;
    bool moved; /* its seat went to another laptop, which is not shown the marks */
    uint16_t slot;
    school_id school;
    seat_id seat;      /* who cast it */
    uint16_t next_own; /* the seat's next older paper; by hand: of the kiosk's seat */
    uint64_t event;    /* whose secret holds the marks, counted from 1; 0: none */
    struct marks marks;
};

/* An earlier review. Day 0: removed. */
struct review {
    uint32_t day;
    char title[TITLE_SIZE];
    struct past pasts[SCHOOLS_MAX + 1];
};

/* Whom people can play in a training. Seat 0: nobody does. */
struct character {
    struct character_content content;
    seat_id player; /* a person */
    seat_id script;
    uint32_t scripts; /* how often one has taken it up */
};

/* A seat outlives its socket, its laptop and the kiosk's process. */
struct seat {
    uint8_t role; /* enum role; ROLE_NONE: never taken */
    bool removed;
    bool speaks;          /* may rate, agree and consent for its school */
    school_id school;     /* 0: not named yet */
    char name[NAME_SIZE]; /* may be empty, may repeat */
    uint8_t token_id[8];
    struct secret token_hash; /* empty once wiped: the seat cannot be resumed any more */
    uint64_t token_event;     /* the event that brought it, counted from 1 */
    uint32_t last_command;    /* highest command id that made events */
    uint64_t recent;          /* bit n: command last_command - n made events */
    uint8_t group;            /* of two or three, where it sits; 0: none */
    uint8_t people;           /* who share its laptop; 0 and 1: one */
    note_id own_note;         /* newest of its own, while authors are known */
    uint16_t own_slip;
    uint16_t own_paper; /* newest paper it cast that is kept */
};

/* The life of a rating. `agreed` holds once settled is set; a later proposal stands beside it. */
struct rating {
    bool settled;
    struct figure agreed;
    int64_t agreed_ms;
    char agreed_with[NAME_SIZE]; /* the leader's name, when agreed in person */
    uint32_t revision;           /* of the newest proposal ever made */
    struct proposal proposals[SIDE_COUNT];
};

struct code {
    uint8_t kind;
    bool retired;
    school_id school;
    seat_id seat;
    struct secret symbols; /* CODE_LENGTH letters; empty once wiped */
};

struct timer {
    bool started;
    bool running;
    int64_t since_ms;     /* host time at which `remaining_ms` was true, while running */
    int64_t remaining_ms; /* below zero when over */
};

/* What a facilitator's step changed, as it was before and after. Taking it back needs the thing to
 * be as the step left it. */
enum undo_thing {
    UNDO_PLACE,
    UNDO_PLAN,
    UNDO_RATING,
    UNDO_BOARD,
    UNDO_NOTE,
    UNDO_FINDING,
    UNDO_RANKS, /* of all findings: those that one is put before move down */
    UNDO_ACTION,
    UNDO_BALLOT,
    UNDO_PRIORITIES
};

/* Of a ballot only what can be changed while it is prepared. */
struct ballot_undo {
    uint8_t state;
    struct ballot_content content;
};

union undo_state {
    struct place place;
    uint16_t plan[AGENDA_MAX + 1]; /* planned starts */
    struct rating rating;
    struct board board;
    struct note note;
    struct finding finding;
    uint8_t ranks[FINDING_COUNT][CONDITIONS_MAX + 1];
    struct action action;
    struct ballot_undo ballot;
    struct priorities_change priorities;
};

struct undo_step {
    uint32_t serial;
    uint8_t undoable; /* enum undoable */
    uint16_t a, b;    /* which thing */
    union undo_state before, after;
};

/* The newest UNDO_MAX steps: `done` of them stand, those after were taken back. */
struct undo {
    uint32_t last_serial;
    uint8_t count, done;
    struct undo_step steps[UNDO_MAX];
};

/* A timer is never further from zero than this, nor an event's time: sums of the two are safe. */
#define TIME_MOST_MS (INT64_C(1) << 52)

/* Views that names come and go in, each for itself: the room's (projector and participants) and the
 * observer's, who is shown names under a further condition. */
enum naming { NAMING_ROOM, NAMING_OBSERVER, NAMING_COUNT };

/* What a view without names shows of one condition: each school's figure (0: none), with
 * UNNAMED_PROPOSED set where it is only proposed. Once its figures have been seen (five of them
 * agreed, or names on) it moves on only when two figures or more have changed, so that no single
 * school can be read off a change. While names are on it keeps up with what everybody sees. */
enum {
    UNNAMED_PROPOSED = 0x80,
    UNNAMED_LEAST = 5, /* agreed ratings below which only their number is shown */
};

struct unnamed {
    bool seen;
    uint8_t figures[SCHOOLS_MAX + 1];
};

struct model {
    bool created;
    bool closed;
    bool training;
    uint64_t event_count;
    uint8_t id[WORKSHOP_ID_SIZE];
    char title[TITLE_SIZE];
    char pack[ID_SIZE];
    char agenda[ID_SIZE];
    char language[ID_SIZE];
    uint8_t condition_count;
    uint8_t item_count;
    uint16_t school_count;
    uint16_t seat_count;
    uint16_t code_count;
    struct condition conditions[CONDITIONS_MAX + 1];
    struct agenda_item items[AGENDA_MAX + 1];
    struct school schools[SCHOOLS_MAX + 1];
    struct seat seats[SEATS_MAX + 1];
    struct code codes[CODES_MAX + 1];
    struct rating ratings[CONDITIONS_MAX + 1][SCHOOLS_MAX + 1];
    struct unnamed unnamed[NAMING_COUNT][CONDITIONS_MAX + 1];
    uint32_t plan_revision;                             /* counts the changes of the agenda */
    struct timer timers[AGENDA_MAX + 1][STEPS_MAX + 1]; /* [0]: the item's, else the step's own */
    struct place place;
    struct view view;
    bool settings[SETTING_COUNT];
    uint8_t board_count;
    uint8_t question_count;
    note_id note_count;
    uint16_t slip_count;
    action_id action_count;
    struct board boards[BOARDS_MAX + 1];
    char questions[QUESTIONS_MAX + 1][LINE_SIZE];
    struct note notes[NOTES_MAX + 1];
    struct slip slips[SLIPS_MAX + 1];
    struct asking asking[SLIP_COUNT];
    struct finding findings[FINDING_COUNT][CONDITIONS_MAX + 1];
    struct action actions[ACTIONS_MAX + 1];
    struct supports supports[ACTIONS_MAX + 1];
    ballot_id ballot_count;
    uint16_t paper_count; /* places of `papers` ever used */
    uint16_t paper_free;  /* no place below it is free */
    struct ballot ballots[BALLOTS_MAX + 1];
    struct paper papers[PAPERS_MAX + 1];
    struct priorities_change priorities;
    review_id review_count; /* removed ones included */
    struct review reviews[REVIEWS_MAX + 1];
    int64_t held_ms; /* when the room last went on or a rating was agreed, else when it began */
    struct undo undo;
    uint8_t character_count;
    uint8_t moment_count;
    struct character characters[CHARACTERS_MAX + 1];
    char moments[MOMENTS_MAX + 1][TITLE_SIZE];
    struct conducting_item conducting; /* as it is told */
};
_Static_assert(ADDED_MAX <= CONDITIONS_MAX && QUESTIONS_MAX <= CONDITIONS_MAX &&
                   OBJECTIVES_MAX <= CONDITIONS_MAX,
               "subjects and added findings share tables with conditions");

/* Gives an empty workshop. ERROR_MEMORY. */
CHECKED enum error model_create(struct model **out);
void model_destroy(struct model **model);

/* Makes `model` empty again, as model_create gave it. */
void model_clear(struct model *model);

/* Applies one event. Cannot fail: an event is either what model_decide made of this very state, or
 * has passed model_fits. Bad ids are a broken promise and end the program. */
void model_apply(struct model *model, const struct event *event);

/* True when an event read from a file may be applied to this state: its ids exist or are the next
 * free ones, its figures are in range. A file that a program of ours wrote always passes. */
bool model_fits(const struct model *model, const struct event *event);

/* Questions. */
bool model_has_school(const struct model *model, school_id school);
bool model_has_condition(const struct model *model, condition_id condition);
/* Seated and not removed; the kiosk's own seat counts. */
bool model_has_seat(const struct model *model, seat_id seat);
bool model_is_facilitator(const struct model *model, seat_id seat);
/* The highest command id of that seat that is known to have made events. */
uint32_t model_last_command(const struct model *model, seat_id seat);
/* Every listed school has said yes for `scope`, and there is at least one. */
bool model_consented(const struct model *model, enum scope scope);
/* Names stand beside ratings in that view. */
bool model_named(const struct model *model, enum naming naming);
bool model_has_review(const struct model *model, review_id review);
bool model_has_character(const struct model *model, character_id character);
enum rating_state model_rating_state(const struct rating *rating);
/* The side of the newest standing proposal; SIDE_COUNT when none stands. */
enum side model_newest_proposal(const struct rating *rating);
/* The figure a grid shows: agreed, else the newest proposal; NULL when there is none. Borrowed. */
const struct figure *model_shown_figure(const struct rating *rating);
/* The timer that is shown: of the step the room is at where that has one of its own, else of the
 * item; NULL when there is none. Borrowed. */
const struct timer *model_timer(const struct model *model);
/* Planned minutes of that timer; 0 when there is none. */
uint16_t model_timer_minutes(const struct model *model);
/* Milliseconds left at host time `now_ms`, below zero when over; within TIME_MOST_MS of zero. */
int64_t model_timer_left(const struct timer *timer, int64_t now_ms);
/* A code in use of that kind and owner; 0 when there is none. */
uint16_t model_find_code(const struct model *model, enum code_kind kind, school_id school,
                         seat_id seat);

#endif
