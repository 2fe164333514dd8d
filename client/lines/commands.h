#ifndef PLENARY_LINES_COMMANDS_H
#define PLENARY_LINES_COMMANDS_H

/* What can be typed: one table of forms (forms.c). A line becomes a command for the kiosk, or
 * one of the text form's own. Nothing is decided here: who may do what, and whether a figure is in
 * range, is the kiosk's answer. A participant names no school, for it is their own; the facilitator
 * names one.
 *
 * Of votes the facilitator says
 *
 *     ballot add dots|approval|ranking|scores conditions|actions|typed [OPTION ...]
 *         question="..." [dots=3] [limit=3] [first="impact"] [second="effort"]
 *         [voters=people|schools] [papers=secret|named]
 *     ballot change BALLOT [METHOD] [ABOUT [OPTION ...]] [name=... as above]
 *     ballot remove BALLOT
 *     ballot open BALLOT [anyway]      ballot close BALLOT [anyway]
 *     ballot reopen BALLOT             ballot reveal BALLOT
 *     ballot again BALLOT              ballot run-off BALLOT [WANTED]
 *     view ballot BALLOT               view sight result|counting|people
 *     paper add BALLOT on MARKS [school="NAME"]
 *     paper remove BALLOT [NUMBER] [school="NAME"]
 *     priorities from BALLOT COUNT     priorities are [CONDITION|"TEXT" ...]
 *     share SEAT PEOPLE
 *
 * and everybody who votes
 *
 *     vote BALLOT on MARKS [as PERSON]
 *     vote withdraw BALLOT [as PERSON]
 *     share PEOPLE
 *
 * An option is told by the number of its condition or its action, a typed one by its place from 1,
 * and marks as the method has them: dots 10:2 6:1, approval 10 6, ranking 10 > 6 = 2, scores on the
 * first and the second criterion 10:4/2 6:5/1. What wants a second thought (few voters of a secret
 * vote, voters missing, what a closed workshop would lose) answers with a line `warning text="..."`
 * and is done when the line is said again with `anyway`.
 *
 * Of actions, besides those of a 1-to-1 (`action add`):
 *
 *     action propose [TEXT] [FIELDS]
 *     action change ACTION [TEXT] [FIELDS] [months=6]
 *     action remove ACTION             action support ACTION [off]
 *     action accept ACTION             action decline ACTION
 *     action progress ACTION not-begun|under-way|done|dropped
 *
 * where FIELDS are [condition=10] [level=school|cluster|la] [owner=me|school|nobody|"NAME"]
 * [due="14 July"] [helpers="..."] [measure="..."] [resources="..."] [sure=yes]; the facilitator's
 * owner may be owner="seat 12", and theirs alone is what it comes from (note=7, finding="gap 10",
 * idea=10), whose words it takes where none are given, and
 *
 *     action approve ACTION [off]      action adopt ACTION [off]
 *     action park ACTION [off]             action merge ACTION ACTION
 *     action part ACTION               actions loose
 *
 * In a training (`help` tells of these in a training alone) people say
 *
 *     play ROLE [off]                  roles
 *
 * ROLE being its number or its name, and the facilitator
 *
 *     play ROLE seat=SEAT              play ROLE off [script]
 *     pause    go-on    pace PACE    step    call MOMENT
 *
 * `save page [FILE]` writes the page that is taken home (takeaway/takeaway.h) from the room as it
 * is here, whether the kiosk is still there or not: `saved-page text="PATH"`, or `trouble
 * text="..."`.
 */

#include <stdio.h>

#include "base/error.h"
#include "model/command.h"
#include "model/room.h"

enum lines_ask {
    LINES_NOTHING, /* a blank line, or one that begins with # */
    LINES_SEND,
    LINES_SHOW,
    LINES_WARN, /* the trouble says of what; to be said again with `anyway` */
    LINES_FINDINGS,
    LINES_ROLES, /* of a training */
    LINES_LOOSE, /* the actions that nobody is to see to, or by no date */
    LINES_HELP,
    LINES_QUIT,
    LINES_SAVE, /* the page that is taken home */
};

enum { LINES_PATH_SIZE = 4096 };

struct lines_asked {
    enum lines_ask ask;
    struct command command;     /* LINES_SEND; its id is still to be given */
    char path[LINES_PATH_SIZE]; /* LINES_SAVE; empty: where pages usually go */
};

/* Reads a line as typed in this room, `today` being base/day.h's. ERROR_FORMAT or ERROR_RANGE, with
 * trouble: it says what was not understood and what is expected. */
CHECKED enum error lines_read(struct lines_asked *asked, const struct room *room, uint32_t today,
                              const char *line, struct trouble *t);

/* The forms that this person may use, with what they do. */
void lines_help(FILE *out, const struct room *room);

#endif
