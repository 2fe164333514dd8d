#ifndef PLENARY_PHRASE_PHRASE_H
#define PLENARY_PHRASE_PHRASE_H

/* Findings as sentences: the facts of model/findings.h put into the words of words/findings.def, in
 * one place, so that the projector, the console and what is exported say the same. A sentence holds
 * no more than its finding does; schools are named in the alphabet's order or counted. Texts that
 * are too long for their buffer are cut between visible characters. */

#include "model/findings.h"

enum {
    PHRASE_SIZE = 2048,
    PHRASE_NAMES_MOST = 6, /* named in a sentence; the rest are counted */

};

/* What findings of this kind tell, as a heading, borrowed. */
const char *phrase_head(const struct room *room, enum finding_kind kind);

/* The finding in a sentence: the facilitator's if there is one, else the program's own. */
void phrase_finding(char to[PHRASE_SIZE], const struct room *room, const struct room_finding *f);

/* The figures it rests on: "6 low · 4 medium · average 3.2". Empty for one that was added. */
void phrase_facts(char to[PHRASE_SIZE], const struct room *room, const struct room_finding *f);

/* "two" to "ten"; other numbers in figures. */
enum { PHRASE_NUMBER_SIZE = 16 };
void phrase_number(char to[PHRASE_NUMBER_SIZE], unsigned count);

/* "one school", "ten schools", "28 schools". */
void phrase_schools(char to[PHRASE_SIZE], unsigned count);

/* "Castle, Dene and Juniper"; beyond `most` names "Castle, Dene and 5 more". */
void phrase_names(char to[PHRASE_SIZE], const struct room *room, const school_id *schools,
                  unsigned count, unsigned most);

/* Those of a support finding that could help, or would gain, in the order of their names; none
 * where names are off. Returns how many. */
unsigned phrase_givers(school_id to[SCHOOLS_MAX], const struct room *room,
                       const struct room_finding *f);
unsigned phrase_takers(school_id to[SCHOOLS_MAX], const struct room_finding *f);

/* A title or the like of what leaves the workshop, NOTE_SIZE bytes at most: in a training after its
 * mark, "TRAINING: Riverside cluster"; else as it is. */
enum { PHRASE_MARKED_SIZE = NOTE_SIZE + 32 };
void phrase_marked(char to[PHRASE_MARKED_SIZE], const struct room *room, const char *text);

#endif
