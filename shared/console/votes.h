#ifndef PLENARY_CONSOLE_VOTES_H
#define PLENARY_CONSOLE_VOTES_H

/* The view of the votes: those that come with the agenda and those made on the spot, one of them
 * chosen, and all that can be done with it: show it, open, close and reveal it, run it again or
 * decide its tie, take its first options on. What is being prepared, typed in from paper or put in
 * order fills the panel meanwhile and is the person's until it is kept.
 *
 * The next step of a vote is one key in every view and window. Where it cannot be taken back, or
 * somebody is missing, a panel asks first, here and in the run view alike; the same key again, or
 * its button, is the yes. */

#include "console/rows.h"
#include "model/change.h"
#include "ui/dropdown.h"
#include "ui/edit.h"

struct console;

/* What fills the panel beside the list. */
enum votes_page { VOTES_LOOK, VOTES_TERMS, VOTES_PAPERS, VOTES_FIRST };

enum votes_ask { VOTES_ASK_NOTHING, VOTES_ASK_OPEN, VOTES_ASK_CLOSE, VOTES_ASK_REVEAL };

/* A step that has been asked for and waits for a yes. */
struct votes_asking {
    uint8_t what; /* enum votes_ask */
    ballot_id ballot;
    int64_t since_ms;
    bool fresh;  /* just now: its buttons take the focus */
    bool raised; /* the console came up for it, and goes again with the answer */
};

/* A vote in the making. */
struct votes_terms {
    ballot_id ballot;              /* that is being changed; 0: a new one */
    uint32_t revision;             /* of it, as it was seen */
    struct ballot_content content; /* all but what is being typed */
    struct edit question, criteria[CRITERIA_MAX], option;
    bool some;       /* options are chosen one by one; else all there are when it opens */
    bool tried;      /* to keep it: what is still wrong is told in its place */
    bool sent;       /* a change of it is on its way */
    uint8_t refusal; /* enum refusal: why it was not taken */
    struct rows rows;
};

/* A paper being typed in for somebody without a laptop. */
struct votes_paper {
    ballot_id ballot;
    struct marks marks;
    struct rows rows;
    uint8_t column; /* of two criteria */
    int typed; /* the row whose figure was typed last, from 1: a second digit goes on with it */
    struct dropdown school;
    const char *schools[SCHOOLS_MAX + 1]; /* borrowed for the frame */
    int64_t sent_ms;                      /* on its way; 0: not */
    uint16_t sent_by_hand;                /* papers by hand when it was sent */
    bool withdrawing;
    bool tried;
    uint8_t refusal;
};

/* The cluster's priorities, or the actions of a vote, as they are being chosen. */
struct votes_first {
    ballot_id ballot;             /* whose options are offered; 0: the conditions */
    bool actions;                 /* options are actions, to be adopted */
    bool touched;                 /* by the person: in hand until they are kept or left */
    struct priorities_change now; /* its revision: of those that were seen */
    uint32_t shown;               /* the revision of those that there were when it was last drawn */
    bool sent;
    uint16_t adopted[OPTIONS_MAX];
    uint8_t adopted_count;
    struct rows offered, kept;
    struct edit typed;
};

/* A vote that has been asked for is chosen when it comes. */
struct votes_awaited {
    int64_t since_ms; /* 0: none */
    ballot_id after;  /* the highest number there was */
    bool show;        /* to the room too */
    char question[LINE_SIZE];
};

struct console_votes {
    enum votes_page page;
    bool arrived; /* the page is drawn for the first time */
    struct rows rows;
    ballot_id chosen; /* 0: none */
    ballot_id seen;   /* that the room looked at when one was last chosen for it */
    uint8_t wanted;   /* how many are taken on; 0: the usual number */
    struct votes_asking asking;
    struct votes_awaited awaited;
    struct votes_terms terms;
    struct votes_paper paper;
    struct votes_first first;
};

void console_votes_draw(struct console *console);

/* Something is being prepared, typed in or put in order, instead of a vote looked at. */
bool console_votes_has_form(const struct console *console);

/* Once a frame, before keys and drawing: takes in what has become of the votes. */
void console_votes_follow(struct console *console);

/* Something was refused: what is on its way stays in hand, with the reason. */
void console_votes_refused(struct console *console, uint8_t refusal);

/* What the keys ask for: the next step, a tie's run-off, the workings; each true where the vote
 * that is looked at takes the key. Esc: takes a question away; false when there is none. */
bool console_votes_step(struct console *console);
bool console_votes_run_off(struct console *console);
bool console_votes_turn(struct console *console);
bool console_votes_has_tie(const struct console *console);
bool console_votes_escape(struct console *console);

#endif
