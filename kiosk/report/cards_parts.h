#ifndef PLENARY_REPORT_CARDS_PARTS_H
#define PLENARY_REPORT_CARDS_PARTS_H

/* Within the cards only: what every card has, the cards of schools (cards.c) and those of a
 * training's roles (cards_roles.c) alike. Two stand beside each other. */

#include "link/invite.h"
#include "model/room.h"
#include "report/page.h"
#include "words/date.h"

/* In points; the picture is 28.6 mm without its margin, which lies between it and the text. */
enum { CARDS_COLUMNS = 2, CARDS_PAD = 24, CARDS_PICTURE = 81, CARDS_BETWEEN = 20 };
#define CARDS_WIDTH ((double)PAGE_SHORT / CARDS_COLUMNS)

struct cards {
    struct page page;
    const struct room *room;
    struct link_invite invite; /* address and port; the code is each card's own */
    char address[LINK_HOST_SIZE + 8];
    char day[WORD_DATE_SIZE];
};

/* The code of that kind and school that is in use, borrowed; NULL: there is none. */
const char *cards_code(const struct room *room, enum code_kind kind, school_id school);

/* The workshop and the day on which the card was made. */
enum { CARDS_TITLE_SIZE = NOTE_SIZE + 64 + WORD_DATE_SIZE };
void cards_title(char to[CARDS_TITLE_SIZE], const struct cards *c);

/* Draws a text under a tag as large as it fits into the box, `most` points or less; one that would
 * have to be much smaller is cut. Gives the height. */
double cards_put(struct cards *c, const char *tag, double x, double y, double w, double h,
                 double most, struct page_style style, const char *text);

/* The code, where the kiosk is, and `how`; beside it the invitation as a picture. CARDS_PICTURE
 * high. ERROR_RANGE as report_qr. */
CHECKED enum error cards_way_in(struct cards *c, double x, double y, double w, const char *code,
                                const char *how);

/* Of one role, with its top left corner there. */
CHECKED enum error cards_role(struct cards *c, character_id role, double left, double top);

#endif
