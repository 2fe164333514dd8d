#ifndef PLENARY_OPENING_REHEARSING_H
#define PLENARY_OPENING_REHEARSING_H

/* What a rehearsal pack brings into a workshop: the roles and the difficult moments, and into a new
 * one the figures too, so far as they would be settled on the morning of a real one. Much is agreed
 * before; what is left is what the people are like: the busy one has not finished, the sceptic has
 * not nodded, the defensive one is shown a number that will not be liked. So there is something to
 * do. */

#include "content/rehearsal.h"
#include "host/store.h"

/* Brings roles and moments into a training that is open, schools and roles known by their names:
 * what is there already is left alone, roles of schools that are not there stay out. With `figures`
 * also the ratings of every school, the names of those that nobody speaks for, and a room that
 * everybody may enter with the room code and speak in. Commits all of it; on a refusal, or where
 * the moments are those of another pack, nothing comes in and `trouble` says why. */
CHECKED enum error rehearsing_bring(struct store *store, const struct rehearsal_pack *pack,
                                    bool figures, int64_t now_ms, struct trouble *trouble);

/* The pack that this training was begun from, among those that come with Plenary: the one whose
 * moments and roles it has. Fills `to` with its path; leaves it empty when there is none, or the
 * workshop is closed. */
void rehearsing_find(char *to, size_t size, const struct model *model);

#endif
