#ifndef PLENARY_MODEL_BALLOTS_H
#define PLENARY_MODEL_BALLOTS_H

/* Questions about votes that deciding, applying and projecting ask alike: whether one is there,
 * what its terms must be, what it is about once it is opened. Papers have a header of their own. */

#include "model/model.h"
#include "model/refusal.h"

bool ballot_exists(const struct model *m, ballot_id ballot); /* and has not been removed */

/* Papers can be cast, or have been and are still to be counted: it is open or closed. */
bool ballot_is_under_way(const struct model *m, ballot_id ballot);

/* The one that is open; 0: none. */
ballot_id ballot_open_one(const struct model *m);

/* An option of a vote that is under way. */
bool ballot_holds_action(const struct model *m, action_id action);

/* Why a vote cannot be prepared like that; REFUSAL_NONE when it can. Terms that belong to another
 * method, or options to another kind of vote, must be zero. */
enum refusal ballot_check_terms(const struct model *m, const struct ballot_content *content);

/* Why a prepared vote cannot be opened on these options; REFUSAL_NONE when it can. Options may have
 * gone since it was prepared. */
enum refusal ballot_check_options(const struct model *m, const struct ballot_content *content);

/* Sets the options of a vote on everything there is: all conditions, or all actions before the
 * room. REFUSAL_OPTIONS_MANY when there are more than a vote has room for. */
enum refusal ballot_settle(const struct model *m, struct ballot_content *content);

/* Why a paper cannot be marked like that in this vote; REFUSAL_NONE when it can. */
enum refusal ballot_check_marks(const struct ballot_content *content, const struct marks *marks);

#endif
