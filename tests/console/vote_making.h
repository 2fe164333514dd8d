#ifndef PLENARY_TESTS_CONSOLE_VOTE_MAKING_H
#define PLENARY_TESTS_CONSOLE_VOTE_MAKING_H

/* Votes at a sitting, made the real way: prepared, opened and cast by commands. */

#include "console/sitting.h"

/* A sitting in the view of the votes. */
void vote_enter(struct sitting **out, const struct rooms_spec *spec, int width, int height);

/* The usual terms of a vote of that method on the conditions. */
struct ballot_content vote_content(enum method method);

/* Prepares a vote; gives its id. */
ballot_id vote_prepare(struct sitting *s, const struct ballot_content *content);
void vote_set(struct sitting *s, ballot_id ballot, enum ballot_state state);

/* `count` more seats vote, by a fixed rule: the lower an option's average the more it gets. Gives
 * how many could. */
int vote_cast(struct sitting *s, ballot_id ballot, int count);

/* The room's step shows that vote. */
void vote_at_step(struct sitting *s, ballot_id ballot);

/* Actions before the room. */
void vote_actions(struct sitting *s, int count);

/* A sitting in the view of the votes, with one vote that the room's step shows, that far and with
 * so many votes cast. */
ballot_id vote_begin(struct sitting **out, const struct rooms_spec *spec,
                     const struct ballot_content *content, enum ballot_state state, int votes);

/* The same before ten schools, of the usual terms of that method. */
ballot_id vote_usual(struct sitting **out, enum method method, enum ballot_state state, int votes);

#endif
