#ifndef PLENARY_SCREEN_RATE_H
#define PLENARY_SCREEN_RATE_H

/* One rating being talked about, as the school sees it. What stands in the room and what the person
 * has in hand are brought together in a struct talk, made anew each frame; only rate_touch and what
 * follows it change the draft. */

#include "screen/screen.h"

struct talk {
    condition_id condition;
    school_id school;
    struct draft *draft;
    const struct talk_item *item;         /* what stands; zeroed where nothing does */
    const struct proposal *mine, *theirs; /* NULL: none */
    const struct session_pending *on_way; /* the newest command about it; NULL: none */
    unsigned now, target, months;         /* where the handles are; 0: nowhere yet */
    const char *note;
    bool settled; /* and not being changed */
    bool sits;    /* the handles are on their figures */
    bool stands;  /* what is in hand is what I proposed last */
};

/* The school whose ratings are looked at; 0: none. */
school_id rate_school(const struct screens *s);

void rate_look(struct talk *talk, struct screens *s);

/* True while something in hand on the condition looked at has not been sent. */
bool rate_is_unsent(const struct screens *s);
bool rate_are_unsent(const struct screens *s); /* on any condition */

/* ---- what a person does; each leaves `talk` as it now is ---- */

/* Takes the figures in hand, so that they are the person's own from here on. */
void rate_touch(struct screens *s, struct talk *talk);
/* The handles, as the scale has moved them. */
void rate_move(struct screens *s, struct talk *talk, unsigned now, unsigned target);
void rate_set_months(struct screens *s, struct talk *talk, unsigned months);
void rate_reopen(struct screens *s, struct talk *talk);

void rate_propose(struct screens *s, struct talk *talk);
void rate_agree(struct screens *s, struct talk *talk);
void rate_take_back(struct screens *s, struct talk *talk);

/* To another condition. */
void rate_go(struct screens *s, condition_id condition);

/* Puts the handle of now there, ready to be proposed; nothing is sent. */
void rate_begin_at(struct screens *s, condition_id condition, unsigned now);

/* A sentence that passes, in the panel's place. */
void rate_say(struct screens *s, const char *text);

/* ---- rate_scale.c: ten slots, their flags and the scale's texts. True: Enter was pressed. ---- */

bool rate_scale(struct screens *s, struct talk *talk);
void rate_focus(struct screens *s);

/* ---- rate_panel.c: what the other side says, what became of it; and the footer ---- */

void rate_panel(struct screens *s, struct talk *talk);
void rate_foot(struct screens *s, struct talk *talk, bool entered);

#endif
