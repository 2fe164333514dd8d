#ifndef PLENARY_STAGE_BOARD_H
#define PLENARY_STAGE_BOARD_H

/* Within stage/ only: the notes of the board a step is about, put in order, and the cards they
 * stand on. A card is a note with what belongs to it: suggestions, how many alike ones were merged
 * into it, whether it is starred, which group works on it and who signed it. */

#include "stage/stages.h"

/* How a card stands: its height and what of it is shown. */
struct card {
    double w, h;
    int size;        /* of the text: 28, or 24 where it would not fit */
    int lines;       /* it may take */
    int suggestions; /* shown with it */
    bool foot;       /* there is room for it */
    bool whole;      /* the text stands there uncut at 28 */
};

/* Cards measured for a picture: while cards are put into columns the same ones are tried again and
 * again. Each stands where its note and size say, until another comes there. */
enum { CARDS_MEASURED = 1024 };
struct cards_measured {
    struct {
        note_id note; /* 0: none */
        double most;
        struct card card;
    } at[CARDS_MEASURED];
};

struct board {
    const struct stage_frame *frame;
    const struct room *room;
    const struct board_item *item;
    const struct type_metrics *metrics;
    double u;
    uint8_t id;
    bool taken_up;                       /* only the notes that groups work on are shown */
    uint16_t total[HEADINGS_MAX + 1];    /* cards under each heading, 1 to 6 */
    uint16_t first[HEADINGS_MAX + 2];    /* in `notes`: those of heading h end where h + 1 begins */
    note_id notes[NOTES_MAX];            /* whose cards are shown, by heading and order */
    uint16_t suggestions[NOTES_MAX + 1]; /* to each */
    uint16_t alike[NOTES_MAX + 1];
    struct cards_measured *measured; /* NULL: none are kept */
};

/* Reads the board that the room's step is about. False when there is none. The list gives the
 * metrics and scale of the letters; NULL: the frame does. */
bool board_read(struct board *board, const struct draw_list *list, const struct stage_frame *frame);

/* The note on whose card this one stands: itself, what it was merged into, or what it is a
 * suggestion to; 0 when that is not shown. */
note_id board_card_of(const struct room *room, note_id note);

/* The line count of a text here; 0 when it takes more than `most`. */
int board_lines(const struct board *board, struct type type, double w, int most, const char *text);

/* The side a note's text begins at. */
enum align board_align(const char *text);

/* Measures the card of a note, `w` wide and `most` high at most. Suggestions that do not fit are
 * counted on it. */
struct card card_measure(const struct board *board, note_id note, double w, double most);

void card_draw(struct draw_list *list, const struct board *board, note_id note, double x, double y,
               const struct card *card);

/* The marks and words at the foot of a card, flowing within `w`: star, group, how many are alike,
 * how many more suggestions there are, who signed it. Returns the height; a NULL list draws
 * nothing. */
double card_foot(struct draw_list *list, const struct board *board, note_id note, double x,
                 double y, double w, int more);

/* One note brought up large, with its suggestions and those alike; and its pages. */
void board_large_draw(struct draw_list *list, const struct board *board, note_id note, double top);
int board_large_pages(const struct board *board, note_id note, double top);

#endif
