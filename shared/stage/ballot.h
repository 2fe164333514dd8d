#ifndef PLENARY_STAGE_BALLOT_H
#define PLENARY_STAGE_BALLOT_H

/* Within stage/ only: the vote that the room looks at, read once for a frame, and what its pictures
 * share. Before the reveal there are its options and how many have voted; after it the result, how
 * that was counted and, of a named vote, who chose what. Options count from 1. */

#include "model/outcome.h"
#include "stage/header.h"
#include "stage/stages.h"

enum { BALLOT_SAYS_SIZE = 2 * LINE_SIZE };

struct ballot {
    struct draw_list *list; /* NULL: it is only measured */
    const struct stage_frame *frame;
    const struct room *room;
    const struct type_metrics *metrics;
    double u;
    ballot_id id;
    const struct ballot_item *item;
    const struct ballot_tally *tally;
    struct ballot_content content; /* its options settled, as they would be now */
    struct outcome outcome;        /* of a revealed one */
    uint8_t by_ratings[OPTIONS_MAX + 1];
    bool has_ratings; /* the data has an order of its options */
    char says[BALLOT_SAYS_SIZE];
    struct header_look header;
    double x, y, w, h; /* of the content under the header */
};

/* Texts of all options in rows: tried one after the other, columns times size with so many lines at
 * most, ending with { 0 }. The first that takes the fewest pages is taken, of those in which no
 * text is cut; the last where there is none. */
struct ballot_try {
    int columns, size, lines;
    bool tight; /* conditions by their tight names */
};

/* What the rows stand in: `indent` of each row is not for its text. */
struct ballot_box {
    double w, h, indent;
    double least, most; /* of a row's height; it is higher where its lines need that */
};

struct ballot_rows {
    struct ballot_try as;
    double w;        /* of a text */
    double across;   /* from one column to the next */
    double row;      /* height */
    int pages, page; /* page: the frame's, from 0 */
    int first, end;  /* of the rows of all, from 0 */
    int down;        /* rows in one column */
};

/* Measures `count` rows, one for each option, or of the first so many. */
struct ballot_rows ballot_rows(const struct ballot *b, struct ballot_box box,
                               const struct ballot_try tries[]);

/* An option's text, vertically in the middle of its row. */
void ballot_option_draw(const struct ballot *b, const struct ballot_rows *rows, uint8_t option,
                        double x, double y, enum weight weight, paint p);

/* An option's name as the rows tell it. */
const char *ballot_option(const struct ballot *b, uint8_t option, bool tight);

/* True for an option of the first block: one of the first three places, with ties, and chosen by
 * somebody. */
bool ballot_is_first(const struct ballot *b, uint8_t option);

/* True for one of those that is also among the three lowest averages. */
bool ballot_is_in_both(const struct ballot *b, uint8_t option);

/* Among the heads of a list or table, ending at `right`: "1 of 2", where there are more. */
void ballot_page_mark(const struct ballot *b, double right, double y, int page, int pages);

/* Fills `says`, the line under the title: before the reveal and after it. */
void ballot_say_voting(struct ballot *b);
void ballot_say_result(struct ballot *b, enum ballot_sight sight);

/* Before the reveal: options and who has voted. */
void ballot_voting_draw(const struct ballot *b);
int ballot_voting_pages(const struct ballot *b);

/* The result: bars, or of scores the map. */
void ballot_result_draw(const struct ballot *b);
int ballot_result_pages(const struct ballot *b);
void ballot_map_draw(const struct ballot *b);
int ballot_map_pages(const struct ballot *b);

/* How it was counted: figures, or of rankings the table of pairs. */
void ballot_counting_draw(const struct ballot *b);
int ballot_counting_pages(const struct ballot *b);
void ballot_pairs_draw(const struct ballot *b);
int ballot_pairs_pages(const struct ballot *b);

/* Who chose what. */
void ballot_people_draw(const struct ballot *b);
int ballot_people_pages(const struct ballot *b);

#endif
