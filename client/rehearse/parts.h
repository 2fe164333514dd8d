#ifndef PLENARY_REHEARSE_PARTS_H
#define PLENARY_REHEARSE_PARTS_H

/* Within rehearse/ only. rehearse.c keeps the time and the players, player.c one of them, moments.c
 * what is called up; deeds.c has the table of what a player does, whose rows are in files by part
 * of the workshop. */

#include "rehearse/rehearse.h"
#include "rehearse/temper.h"

enum {
    PLAYER_DONE_MAX = 512,
    PLAYER_FOLDER_SIZE = 4096,
    LOOK_EVERY_MS = 200, /* real time between two looks of one player */
};

/* What a player is about to do: a command; to lose its network for so many minutes (0: until the
 * role is free again); to keep quiet for so many. */
enum act_kind { ACT_COMMAND, ACT_LEAVE, ACT_QUIET };

struct act {
    enum act_kind kind;
    uint16_t minutes;
    struct command command;
    uint32_t subject; /* what of: with the row, what is remembered of it */
    bool once;        /* not to be done again */
};

struct player;

#define AT(stage) (1U << STAGE_##stage)

/* Where people still talk about ratings. */
#define AT_RATINGS (AT(LOBBY) | AT(BRIEFING) | AT(GRID) | AT(FINDINGS) | AT(TOGETHER))
/* Where they write: on the board the room is at, and on a personal one at the end. */
#define AT_NOTES (AT(BOARD) | AT(EVALUATION))
#define AT_PLAN  (AT(ACTIONS) | AT(BALLOT))

/* The one table of what a player does: name, word, how it is made (in the files of this folder),
 * where (stages; 0: wherever the room is), and how many seconds people take over it, at least and
 * at most. What stands first comes first. */
#define DEEDS_LIST(X)                                                                              \
    X(YIELD, "yielded", deed_yield, 0, 1, 3)                                                       \
    X(NAME, "named", deed_name, 0, 1, 4)                                                           \
    X(PLAY, "played", deed_play, 0, 1, 2)                                                          \
    X(PLACE, "placed", deed_place, 0, 1, 4)                                                        \
    X(MOMENT, "cued", deed_moment, 0, 3, 9)                                                        \
    X(LEAVE, "left", deed_leave, 0, 10, 60)                                                        \
    X(VOTE, "voted", deed_vote, 0, 12, 60)                                                         \
    X(ANSWER, "answered", deed_answer, 0, 5, 30)                                                   \
    X(ACCEPT, "accepted", deed_accept, 0, 6, 25)                                                   \
    X(CONSENT, "consented", deed_consent, 0, 10, 50)                                               \
    X(NOTE, "noted", deed_note, AT_NOTES, 10, 60)                                                  \
    X(PROPOSE, "proposed", deed_propose, AT_PLAN, 20, 80)                                          \
    X(SUPPORT, "supported", deed_support, AT_PLAN, 8, 40)                                          \
    X(RATE, "rated", deed_rate, AT_RATINGS, 12, 60)                                                \
    X(WAVER, "wavered", deed_waver, AT(BALLOT), 15, 60)

enum doing {
#define X(name, word, make, stages, least, most) DOING_##name,
    DEEDS_LIST(X)
#undef X
        DOING_COUNT
};

/* Fills in the act, of zeros, if there is something of this kind to do now. */
typedef bool deed_maker(const struct player *p, const struct room *room, struct act *act);

struct deed {
    const char *word;
    deed_maker *make;
    unsigned stages;
    uint16_t least_s, most_s;
};

enum player_stage {
    PLAYER_COMING, /* not yet here */
    PLAYER_HERE,
    PLAYER_AWAY, /* without a network */
    PLAYER_OVER, /* for good */
};

/* The act of a moment that a player is at, one command after the other. */
struct cue {
    const struct rehearsal_act *act; /* NULL: none */
    uint8_t part;                    /* how much of it is done */
};

struct player {
    struct rehearsal *rehearsal;
    struct session *session;
    const struct rehearsal_pack *pack;
    const struct rehearsal_role *role; /* NULL: a colleague */
    const struct rehearsal_school *school;
    char name[NAME_SIZE];
    enum temperament temperament;
    uint64_t seed; /* what is asked of it gives the same answer each time */
    uint64_t dice; /* rolls */
    enum player_stage stage;
    int64_t due_ms;   /* rehearsal time: coming, or back from being away */
    int64_t quiet_ms; /* rehearsal time until which it does nothing of its own */
    bool whole;       /* the room has come once */
    bool plays;       /* has said that it plays its role */
    bool stands_by;   /* the room has shown that */
    bool yields;      /* the role to a person, or was asked to leave it */
    enum doing plan;  /* DOING_COUNT: nothing */
    int64_t plan_ms;  /* rehearsal time at which it is done */
    bool looks;       /* something has happened since the last look */
    uint64_t looked;  /* the room's changes then */
    int64_t look_ms;  /* real time of the next */
    uint32_t asked;   /* the command that the kiosk has not answered yet; 0: none */
    enum doing doing; /* that one's */
    uint32_t subject; /* likewise */
    struct cue cue;
    unsigned done_count;
    uint32_t done[PLAYER_DONE_MAX];
};

/* ---- player.c */

/* Where player `number`, from 0, keeps its seat. */
void player_folder(char to[PLAYER_FOLDER_SIZE], const char *state_folder, unsigned number);

CHECKED enum error player_begin(struct player *p, struct rehearsal *r, unsigned number);
void player_end(struct player *p);
/* Dials with the code. */
void player_come(struct player *p, int64_t now_ms);

/* Serves the connection and takes what has come. */
void player_serve(struct player *p, int64_t now_ms);

/* Looks at its room and settles what to do next and when, in rehearsal time. */
void player_look(struct player *p, int64_t now_ms);

/* Does what was planned, if it still can be done. False: nothing was done. */
bool player_perform(struct player *p, int64_t now_ms);

/* The room, once it is whole and while there is a connection; else NULL. */
const struct room *player_room(const struct player *p);

/* Its network is there again. */
void player_return(struct player *p, int64_t now_ms);

/* Nobody plays the role any more who would be in its way, as that room shows it. */
bool player_is_free(const struct player *p, const struct room *room);

/* The character it plays or could play, by its name; 0: none in that room. */
character_id player_character(const struct player *p, const struct room *room);

/* Its school in that room; 0: none of that name. */
school_id player_school(const struct player *p, const struct room *room);

/* True while it may rate and answer for its school. */
bool player_speaks(const struct player *p, const struct room *room);

/* Has done that for good, or was told no. Subjects have 24 bits. */
bool player_has_done(const struct player *p, enum doing doing, uint32_t subject);

/* A steady answer to whether it would, of a percentage, and a steady choice. */
bool player_would(const struct player *p, enum doing doing, uint32_t subject, uint8_t percent);
uint32_t player_choice(const struct player *p, enum doing doing, uint32_t subject, uint32_t below);

/* ---- deeds.c and deeds_*.c */

extern const struct deed deeds[DOING_COUNT];

/* What is the same wherever something is written or proposed: a note on the board that a heading
 * of that name is on, an action. False: there is no such board, or the text is empty. */
bool deed_note_under(const struct room *room, const char *heading, const char *text,
                     struct command *command);
void deed_propose_text(const struct player *p, const struct room *room,
                       const struct rehearsal_proposal *proposal, struct command *command);
/* An open vote in which this player's paper lies; 0: none. */
ballot_id deed_own_vote(const struct player *p, const struct room *room);
void deed_take_back(const struct room *room, ballot_id ballot, struct command *command);

deed_maker deed_yield, deed_name, deed_play, deed_place, deed_consent, deed_leave;
deed_maker deed_moment;
deed_maker deed_vote, deed_waver;
deed_maker deed_answer;
deed_maker deed_accept, deed_propose, deed_support;
deed_maker deed_note;
deed_maker deed_rate;

/* ---- moments.c */

/* A moment is being played: its acts come one after the other. */
struct playing {
    const struct rehearsal_moment *moment; /* NULL: none */
    uint8_t next;                          /* act */
    struct player *with;                   /* who is at the one before `next` */
    int64_t due_ms;                        /* rehearsal time of the next */
};

enum { PLAYING_MAX = 4, MOMENT_GAP_MS = 4000 };

void moments_call(struct rehearsal *r, uint8_t number);
/* Gives out the acts whose time has come; `at_once`: that are next. */
void moments_go_on(struct rehearsal *r, bool at_once);
/* The act of a moment has been done; or it cannot be, and nothing is to be waited for. */
void moments_done(struct player *p, uint32_t part);
bool moments_is_void(const struct player *p, const struct room *room);

/* ---- rehearse.c */

struct rehearsal {
    struct rehearse_options options;
    char host[SESSION_HOST_SIZE];
    char code[32];
    unsigned count;
    struct player *players;
    bool is_training; /* somebody has seen it */
    bool closed;      /* and that its workshop is: nobody comes back to it */
    enum rehearse_end end;
    char why[256];
    int64_t now_ms; /* real, of the last step */
    int64_t own_ms; /* rehearsal time: stands while paused */
    bool begun;
    bool conducted; /* what stands below is known */
    bool paused;
    uint8_t pace;
    uint32_t steps, calls; /* that were asked for, as last seen */
    unsigned steps_left;   /* still to be done */
    int64_t step_until_ms; /* real: they are given up by then */
    struct playing playing[PLAYING_MAX];
};

/* Tells a line: word role="Mary Holt", and after it what `format` makes, if not NULL. */
void rehearse_tell(const struct player *p, const char *word, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
