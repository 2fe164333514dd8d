#ifndef PLENARY_SCREEN_SCREENS_CORE_H
#define PLENARY_SCREEN_SCREENS_CORE_H

/* The participant's window without a window: what is known of the session and what the person did
 * go in, a draw list and what is wished for come out. No clock, no network, no SDL, so that a test
 * can be the person.
 *
 * Two things never mix. What the kiosk says is in the room, which is only looked at. What the
 * person is in the middle of (handles, notes, names, which screen) is in struct screens, and no
 * update changes it: it stays through other screens and lost connections until it is sent or
 * changed by hand.
 *
 * Which screen: one that insists (joining, connection lost), else the one the person went to, else
 * the first that has something to ask, else waiting. */

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "console/console.h"
#include "link/beacon.h"
#include "link/code.h"
#include "screen/forms.h"
#include "session/session.h"
#include "ui/codebox.h"
#include "ui/draw.h"
#include "ui/dropdown.h"
#include "ui/edit.h"
#include "ui/input.h"
#include "ui/scale.h"
#include "ui/ui.h"

enum screen_id {
    SCREEN_JOIN, /* address and code */
    SCREEN_SEAT, /* which school, what name */
    SCREEN_LOST, /* the connection is */
    SCREEN_CONSENT,
    SCREEN_RATE,
    SCREEN_WAITING,
    SCREEN_FACING, /* the facilitator's console */
    SCREEN_MENU,   /* keys, and where to go */
    SCREEN_NOTES,
    SCREEN_READING,    /* rating together */
    SCREEN_ICEBREAKER, /* a question with yes and no */
    SCREEN_EVALUATION,
    SCREEN_RESPONSE, /* of the local authority */
    SCREEN_ACTIONS,  /* of one's school, on a condition */
    SCREEN_VOTE,
    SCREEN_SHARE,   /* how many share this laptop */
    SCREEN_PLAN,    /* the workshop's actions */
    SCREEN_PROPOSE, /* one of them in the making */
    SCREEN_PLEDGE,  /* one of them by itself: who will see it through? */
    SCREEN_ROLE,    /* of a training: choosing one, and its card */
    SCREEN_PARTING, /* something has not been sent, and the window is to be closed */
    SCREEN_COUNT,
};

/* What the person is about to do, while they are asked whether they mean it. */
enum parting { PARTING_NONE, PARTING_CLOSE, PARTING_LEAVE };

enum {
    SCREENS_COMMANDS_MAX = 32, /* wished for in one step */
    SCREENS_SENT_MAX = 64,     /* remembered until answered; more than an outbox holds */
    SCREENS_SAY_MS = 4000,     /* how long a passing sentence stays */
    SCREENS_SAY_SIZE = 256,
    SCREENS_SAVED_SIZE = 4096 + 128,
};

/* What one step is made from; everything is borrowed for it. */
struct screens_sight {
    const struct room *room;
    enum session_state state;
    enum session_over over;
    uint32_t wait_s; /* with SESSION_WAIT */
    const struct session_pending *pending;
    unsigned pending_count;
    int64_t redial_ms; /* until it dials again; 0: dialling */
    const struct link_caller *callers;
    size_t caller_count;
    int64_t now_ms;   /* of the session's clock */
    int64_t clock_ms; /* of the wall, UTC since 1970 */
    int32_t zone_s;   /* by how much local time is ahead of UTC */
};

/* What the person wants done. */
struct screens_wish {
    bool join; /* with host, port and code */
    bool save; /* the page that is taken home: screens_saved tells what became of it */
    bool leave, close, try_now, full_screen, fade;
    int larger; /* the window: +1, -1 */
    char host[SESSION_HOST_SIZE];
    uint16_t port;
    char code[LINK_CODE_SIZE];
    int commands;
    struct command command[SCREENS_COMMANDS_MAX];
};

/* A sentence that passes. */
struct say {
    int64_t until_ms; /* 0: nothing said */
    char text[SCREENS_SAY_SIZE];
};

/* A rating in the making. Untouched, the handles stand where the room's figures are. */
struct draft {
    bool touched;
    bool changed;  /* since it was last sent */
    bool reopened; /* an agreed rating is being changed */
    uint8_t now, target, months;
    int64_t sent_ms;
    char note[NOTE_SIZE];
};

/* The entries of the lists on a screen: an open one is drawn last, when the screen's own function
 * has returned. */
struct screens_lists {
    const char *schools[SCHOOLS_MAX];
    const char *others[LINK_CALLERS_MAX];
    char texts[LINK_CALLERS_MAX][TITLE_SIZE + SESSION_HOST_SIZE + 8];
    const char *conditions[CONDITIONS_MAX + 1];
    char condition_texts[CONDITIONS_MAX + 1][TITLE_SIZE + 8];
    const char *owners[SCHOOLS_MAX + 5];
    char me[NAME_SIZE + 32], mine[NAME_SIZE + 32]; /* of the owners */
    const char *levels[ACTION_LEVEL_COUNT];
    const char *group[GROUPS_MAX];
    char groups[GROUPS_MAX][4];
};

struct join_form {
    bool tried; /* what session_over says is the answer to what stands here */
    struct edit address;
    struct codebox code;
    struct dropdown caller;
    char chosen[SESSION_HOST_SIZE]; /* what was last put in from the list */
};

struct seat_form {
    struct dropdown school;
    struct edit name;
    char named[NAME_SIZE]; /* the school given beforehand */
    bool begun;
};

struct consent_form {
    school_id school; /* whose answers were loaded; 0: none */
    uint8_t names;    /* enum answer, of room and summary */
    bool la;
    bool saved; /* just now: the room will follow */
};

struct rate_form {
    condition_id condition;   /* 0: not chosen yet */
    struct scale_hands hands; /* which handle moves; its figures are those of the talk */
    condition_id loaded;      /* whose note is in the field */
    school_id loaded_school;
    struct edit note;
    struct dropdown months;
    struct say say;
    struct draft drafts[CONDITIONS_MAX + 1][SCHOOLS_MAX + 1];
};

/* What was sent, kept until it is answered: a text that is refused comes back. */
struct screens_sent {
    uint32_t id;
    uint8_t kind; /* enum command_kind */
    condition_id condition;
    school_id school;
    union {
        struct note_change note;
        struct finding_change finding;
        struct action_change action;
    } text;
};

struct screens {
    struct ui ui;
    struct draw_list *list; /* of the step */
    struct screens_sight sight;
    struct screens_wish *wish;
    struct layout layout;
    enum theme theme;
    bool reduced_motion;

    enum screen_id shown;
    enum screen_id under; /* the one that the menu or a lost connection covers */
    ui_id under_focus;    /* what had the focus there */
    bool entered;         /* shown for the first time since another was */
    int chosen;           /* enum screen_id the person went to; -1: none */
    bool carry_on;        /* while the connection is lost */
    bool menu;
    enum parting parting;
    bool lost;              /* since the last time all was well */
    unsigned owed;          /* commands to be answered before saying so; with `lost` over */
    bool owing;             /* waiting for these */
    uint64_t mark;          /* what the room asked when it was last looked at: task_mark */
    int64_t redial_most_ms; /* the wait that runs now, when it began */

    struct console *console; /* the facilitator's */
    struct console_wish console_wish;
    struct screens_lists lists;
    struct join_form join;
    struct seat_form seat;
    struct consent_form consent;
    struct rate_form rate;
    struct notes_form notes;
    struct reading_form reading;
    struct evaluation_form evaluation;
    struct response_form response;
    struct actions_form actions;
    struct vote_form vote;
    struct plan_form plan;
    struct role_form role;
    struct say say;
    char saved[SCREENS_SAVED_SIZE]; /* what became of the page that was last saved; empty: none */
    unsigned sent_next;
    struct screens_sent sent[SCREENS_SENT_MAX];
    struct input nothing;
};

CHECKED enum error screens_create(struct screens **out, enum theme theme, bool reduced_motion);
void screens_destroy(struct screens **screens);

/* Fills in the join screen, as if typed; NULL leaves a part empty. The other: who it is. */
void screens_prefill(struct screens *s, const char *host, uint16_t port, const char *code);
void screens_introduce(struct screens *s, const char *name, const char *school);

/* One step: takes the input, fills `wish` (emptied first) and draws what then is into `list`. */
void screens_step(struct screens *s, const struct screens_sight *sight, const struct input *input,
                  const struct layout *layout, const struct type_metrics *metrics,
                  struct draw_list *list, struct screens_wish *wish);

/* Tells of a wished-for command that it was taken, its id filled in (0: the outbox is full), */
void screens_sent(struct screens *s, const struct command *command);

/* and of every notice of the session. */
void screens_notice(struct screens *s, const struct session_notice *notice);

/* The window is to be closed: true when it may be at once. False when something typed or asked for
 * would be lost: the person is asked first, and answers by wishing to close. Asked a second time
 * they mean it. */
bool screens_may_close(struct screens *s);

/* The workshop that is open here is a training: the window's name says so, too. */
bool screens_is_training(const struct screens *s);

/* Tells what became of the page that was to be saved: it stays on the screen of who waits. */
void screens_saved(struct screens *s, const char *text);

/* Says that a join could not even begin. */
void screens_say(struct screens *s, const char *text, int64_t now_ms);

#endif
