#ifndef PLENARY_PHRASE_VOTE_H
#define PLENARY_PHRASE_VOTE_H

/* Votes as sentences: how one works, who took part, how far the room and the ratings agree, how it
 * was counted. The same on the projector and on paper. Contents have their options settled; texts
 * too long for their buffer are cut. */

#include "model/outcome.h"
#include "phrase/phrase.h"

/* "Three dots each. Put them on different conditions or all on one." */
void phrase_vote_method(char to[PHRASE_SIZE], const struct ballot_content *content);

/* "24 people, 2 on paper, 72 dots." */
void phrase_vote_who(char to[PHRASE_SIZE], const struct ballot_content *content,
                     const struct ballot_tally *tally);

/* The same, and how many of the first are also among the three lowest ratings, where the data has
 * an order of the options (outcome_by_ratings). */
void phrase_vote_outcome(char to[PHRASE_SIZE], const struct ballot_content *content,
                         const struct ballot_tally *tally, const struct outcome *outcome,
                         const uint8_t by_ratings[OPTIONS_MAX + 1]);

/* "24 votes with 3 dots each are 72 dots; 70 were given." */
void phrase_vote_counting(char to[PHRASE_SIZE], const struct ballot_content *content,
                          const struct ballot_tally *tally);

/* What one voter chose, what weighs most first: "Funding 2 · Training 1". A line ends between
 * choices only, and long options are cut. */
enum { PHRASE_CHOICE_SIZE = OPTIONS_MAX * 200 };
void phrase_vote_choice(char to[PHRASE_CHOICE_SIZE], const struct room *room,
                        const struct ballot_content *content, const struct marks *marks);

/* A criterion as a word at the beginning of a sentence or within one: a pack's own id is read with
 * its hyphens as spaces. */
enum { PHRASE_CRITERION_SIZE = 2 * ID_SIZE };
void phrase_criterion(char to[PHRASE_CRITERION_SIZE], const struct ballot_content *content,
                      int criterion, bool begins);

/* "2", or "2=" where it is shared; "22%"; hundredths as "3.25". */
enum { PHRASE_PLACE_SIZE = 8, PHRASE_FIGURE_SIZE = 16 };
void phrase_place(char to[PHRASE_PLACE_SIZE], uint8_t place, bool shared);
void phrase_percent(char to[PHRASE_FIGURE_SIZE], unsigned percent);
void phrase_hundredths(char to[PHRASE_FIGURE_SIZE], unsigned hundredths);

#endif
