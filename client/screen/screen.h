#ifndef PLENARY_SCREEN_SCREEN_H
#define PLENARY_SCREEN_SCREEN_H

/* What the files of this folder share: the table of screens, the frame round each (header, footer),
 * and small helpers. Design coordinates: content from x 32 to 1068, header to 64, footer from 672.
 */

#include "screen/screens_core.h"
#include "ui/button.h"
#include "words/words.h"

enum {
    SCREEN_LEFT = 32,
    SCREEN_RIGHT = 1068,
    SCREEN_WIDTH = SCREEN_RIGHT - SCREEN_LEFT,
    SCREEN_FOOT = 672,
    SCREEN_HEADER = 64,
};

struct screen {
    enum screen_id id;
    bool insists; /* not to be left while it is wanted */
    bool (*wanted)(const struct screens *s);
    void (*draw)(struct screens *s);
};

extern const struct screen screen_join, screen_seat, screen_lost, screen_consent, screen_rate,
    screen_waiting, screen_facing, screen_menu, screen_notes, screen_reading, screen_icebreaker,
    screen_evaluation, screen_response, screen_actions, screen_parting, screen_vote, screen_share,
    screen_plan, screen_propose, screen_pledge, screen_role;

/* ---- who sits here ---- */

bool screen_is_facilitator(const struct screens *s);

/* Speaks for a school, and so may rate, agree and consent for it. */
bool screen_speaks(const struct screens *s);

/* The workshop is closed, for somebody who took part. */
bool screen_is_over(const struct screens *s);

/* There is a page to take home, also when the kiosk has gone; asks for it to be saved. */
bool screen_may_save(const struct screens *s);
void screen_save(struct screens *s);

/* ---- frame.c ---- */

/* Origin of the content, and of the footer, for design coordinates. */
void screen_body(struct screens *s);
void screen_foot(struct screens *s);

/* The header; `school` and `title` may be NULL. */
void screen_header(struct screens *s, const char *school, const char *title);

/* The header of somebody seated: own school, current item. */
void screen_header_here(struct screens *s);

/* Draws the footer's ground with a quiet sentence at its left, or NULL; origin: the footer's. */
void screen_footer(struct screens *s, const char *sentence);

/* A button in the footer whose right edge is *right, which moves on to the left of it. */
bool screen_foot_button(struct screens *s, const char *name, double *right, struct button button);

/* The sentence that passes, over everything. */
void screen_draw_say(struct screens *s);

/* ---- wishes ---- */

/* A command to fill in; NULL when this step has wished for too many already. */
struct command *screen_command(struct screens *s, enum command_kind kind);

/* Commands that have no answer yet, oldest first, those of this very step among them; NULL after
 * the last. What is on its way is shown from these. */
const struct command *screen_asked(const struct screens *s, unsigned i);

/* Tells of a refusal where the action was, and puts what was asked for in hand again. */
void screen_refused(struct screens *s, const struct session_notice *notice);

/* Lets go of all that is in hand: the laptop may be somebody else's now. */
void screen_forget(struct screens *s);

/* Gives the seat up, once the person has been asked if something would be lost. */
void screen_leave_seat(struct screens *s);

/* Goes to a screen by the person's choice. */
void screen_go(struct screens *s, enum screen_id id);

/* ---- text.c: words made at run time ---- */

enum { SCREEN_TEXT_SIZE = 512, CLOCK_SIZE = 6 };

/* "09:41" in local time; clock_ms as in the sight. */
void screen_clock(char to[CLOCK_SIZE], const struct screens *s, int64_t clock_ms);

/* A time of the session's clock as one of the wall. */
int64_t screen_wall(const struct screens *s, int64_t now_ms);

/* "5 → 7", or "5" without a target. */
void screen_figure(char *to, size_t size, unsigned now, unsigned target);

/* "three", from one to twelve; figures above. With a capital if asked. */
void screen_number(char *to, size_t size, unsigned n, bool capital);

/* Of a command on its way: what ("Cluster arrangements, 5 → 7") and when ("Proposed at 09:29"). */
void screen_pending(char *what, char *when, size_t size, const struct screens *s,
                    const struct session_pending *pending);

/* The current item's title; in the lobby the workshop's. */
const char *screen_item(const struct room *room);

#endif
