#ifndef PLENARY_MODEL_ITEM_RATINGS_H
#define PLENARY_MODEL_ITEM_RATINGS_H

/* What an audience is told of the ratings: the grid's cells and sums, how far they are, what the
 * schools say to showing them, and earlier reviews. Bodies of items (item.h). */

#include "model/types.h"

/* a = condition, b = school: one cell of the grid, names being on. now is 0 where nothing stands.
 */
struct cell_item {
    uint8_t state; /* enum rating_state */
    uint8_t now;
    uint8_t target;
    uint8_t months;
};

/* a = condition, b = school: the whole of one rating, for that school and the facilitator alone. */
struct talk_item {
    bool settled;
    struct figure agreed;
    int64_t agreed_ms;
    char agreed_with[NAME_SIZE];
    struct proposal proposals[SIDE_COUNT]; /* revision 0: none stands */
};

/* a = condition. Figures are there only where has_figures; targets only where names are on.
 * Averages are in tenths. */
struct summary_item {
    uint16_t counted; /* schools whose rating counts */
    uint16_t of;      /* schools there are */
    bool has_figures;
    uint16_t total;
    uint16_t average;
    uint8_t band;                    /* enum band, analysis/summary.h */
    uint16_t spread[RATING_MAX + 1]; /* schools at each rating; [0] unused */
    uint16_t target_counted;
    uint16_t target_average;
    uint8_t target_band;
};

/* a = school, 0 for the whole cluster: how far the ratings are. Without names the whole's proposed
 * and to_come are given together as to_come. */
struct progress_item {
    uint16_t agreed;
    uint16_t proposed;
    uint16_t to_come;
};

/* a = school */
struct consent_item {
    uint8_t answers[SCOPE_COUNT]; /* enum answer */
};

/* a = review: an earlier one. */
struct review_item {
    uint32_t day; /* 0: not there */
    char title[TITLE_SIZE];
};

/* PAST: a = review, b = school: what it said then, names being on. OWN_PAST: the same for that
 * school's people, whether names are on or not; the two are told by different feeds, and a key is
 * only ever told by one. PAST_SUMMARY: a = review, b = condition: for everybody, as SUMMARY; `of`
 * are the schools that the review had. Without names there are figures from UNNAMED_LEAST ratings
 * on. */

#endif
