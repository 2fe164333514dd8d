#ifndef PLENARY_MODEL_OUTCOME_H
#define PLENARY_MODEL_OUTCOME_H

/* What a revealed ballot comes to, worked out by whoever shows it from the tally alone, so that the
 * result can never say more than was revealed. Options count from 1. Equal results share a place,
 * and as many are skipped after it: 1, 2, 2, 4. Ties are told, never broken.
 *
 * What places go by: dots and approvals their number; rankings the Schulze method (Schulze 2011, "A
 * new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
 * election method", winning votes), an option's place being one more than the number of options
 * that beat it (one may tie with two of which one beats the other: 1, 1, 2); scores the average on
 * the first criterion, and where that is equal on the second, the lower the better. */

#include "model/room.h"

struct outcome {
    uint8_t count;                    /* of options */
    uint16_t papers;                  /* 0: nobody voted, and everything shares place 1 */
    uint8_t chosen;                   /* so many, the first in order, were chosen by anybody: a dot,
                                       * a yes, a rank, a score on the first criterion */
    uint8_t order[OPTIONS_MAX];       /* options, best first; ties in the ballot's own order */
    uint8_t place[OPTIONS_MAX + 1];   /* by option, from 1 */
    bool tied[OPTIONS_MAX + 1];       /* shares its place */
    uint16_t value[OPTIONS_MAX + 1];  /* dots; approvals; options it beats; average on the first
                                       * criterion in hundredths */
    uint16_t second[OPTIONS_MAX + 1]; /* scores: average on the second in hundredths; else 0 */
    uint16_t share[OPTIONS_MAX + 1];  /* dots: of all dots, approvals: of all papers, rankings: of
                                       * all papers those with a mark for it, per cent, halves
                                       * up */
    uint16_t strength[OPTIONS_MAX + 1][OPTIONS_MAX + 1]; /* rankings: of the strongest way from [i]
                                                          * to [j] */
};

/* Works it out. A tally without papers gives an outcome without any. */
void outcome_work_out(struct outcome *out, const struct ballot_content *content,
                      const struct ballot_tally *tally);

/* The options that share the place in which the first `wanted` would be cut off, or else the first
 * place that is shared: what a run-off would decide. Between what nobody chose there is nothing to
 * decide. Fills `options` in order, gives their number; 0: no tie worth deciding. */
uint8_t outcome_run_off(const struct outcome *outcome, uint8_t wanted,
                        uint8_t options[OPTIONS_MAX]);

/* How many of the first `wanted` that somebody chose may be taken on without cutting a tie: whole
 * places only, which may be none. */
uint8_t outcome_uncut(const struct outcome *outcome, uint8_t wanted);

/* The data's own order of a ballot's conditions: their places among all conditions of the review,
 * whichever of them were voted on, from 1 by average, lowest first, equal ones sharing a place; 0
 * where there are no figures or the option is no condition. */
void outcome_by_ratings(uint8_t place[OPTIONS_MAX + 1], const struct room *room,
                        const struct ballot_content *content);

/* True for an option in the first three places, with ties, that somebody chose; and for one of
 * those that is also among the three lowest averages. */
bool outcome_is_first(const struct outcome *outcome, uint8_t option);
bool outcome_is_in_both(const struct outcome *outcome, const uint8_t by_ratings[OPTIONS_MAX + 1],
                        uint8_t option);

/* How many of the options in the first three places are also among the three lowest averages. What
 * got nothing is not first, whatever place it shares. */
uint8_t outcome_in_both(const struct outcome *outcome, const uint8_t by_ratings[OPTIONS_MAX + 1]);

/* An option in words: the condition's name, the action's text, or what was typed. Borrowed. */
const char *outcome_option(const struct room *room, const struct ballot_content *content,
                           uint8_t option);

/* Fills `papers` with those of a named ballot, by school and name, never in the order of voting.
 * Returns how many; none where the room was given none. */
int outcome_papers(uint16_t papers[PAPERS_MAX], const struct room *room, ballot_id ballot);

#endif
