#ifndef PLENARY_START_START_H
#define PLENARY_START_START_H

/* The first screen of the kiosk: begin a new review, carry on with a recent one, hold one-to-one
 * talks, or practise on a made-up cluster. Further pages ask what a new review needs (its title,
 * its agenda, its schools), for which review the talks are, and change the agenda before it begins.
 * The screen only asks; whoever shows it does what was chosen, and says through `trouble` when that
 * did not go well. Everything can be done by keyboard. */

#include "content/content.h"
#include "content/rehearsal.h"
#include "start/basket.h"
#include "start/plan.h"
#include "ui/dropdown.h"
#include "ui/edit.h"
#include "ui/ui.h"

enum { START_RECENTS = 3, START_WHEN_SIZE = 64, START_PATH_SIZE = 4096 };

/* A review found in the folder of workshops. */
struct start_recent {
    char title[TITLE_SIZE];
    char when[START_WHEN_SIZE]; /* "Today, 08:40" */
    uint16_t schools;
    uint16_t agreed, all; /* ratings */
    bool closed;
    bool training;
    bool damaged;               /* it will not open */
    char copy[START_WHEN_SIZE]; /* of a damaged one: when the copy was made that will, "09:40" */
};

/* What is there to choose from; borrowed for the frame. */
struct start_given {
    const struct content_catalogue *packs;        /* NULL: none could be listed */
    const struct rehearsal_catalogue *rehearsals; /* NULL: likewise */
    const struct start_recent *recents; /* newest first; more than START_RECENTS are left out */
    int recent_count;
    const char *date; /* today as people write it, "12 March" */
    /* What was dropped or pasted, and what it is shown with (start/basket.h). NULL: nothing can be.
     */
    struct basket *basket;
    struct basket_given brought;
};

enum { START_EARLIER_MAX = 64, START_NAME_SIZE = 256 };

/* Workshops that an action plan could come from, or a review to compare with. Row 0 of the list of
 * plans is none of them; several reviews can be compared with. */
struct start_earlier {
    struct dropdown dropdown, compare;
    int count;
    bool compared[START_EARLIER_MAX]; /* by the caller: it is in the basket for that */
    char paths[START_EARLIER_MAX][START_PATH_SIZE];
    char names[START_EARLIER_MAX][START_NAME_SIZE];
    const char *labels[START_EARLIER_MAX + 1];
    const char *reviews[START_EARLIER_MAX];
    char review_text[START_EARLIER_MAX][START_NAME_SIZE + 32];
    char compared_text[64];
};

enum start_page {
    START_FRONT,
    START_TALKS,
    START_TRAININGS,
    START_ASKING,
    START_BASKET,
    START_PLANNING
};

/* What the page that asks is asking for. */
enum start_purpose { START_FOR_REVIEW, START_FOR_TALKS, START_FOR_TRAINING };

/* The page that changes the agenda: the list of its parts beside the one that is chosen, or beside
 * a new board's form. */
enum start_field {
    START_FIELD_TITLE,
    START_FIELD_START,
    START_FIELD_MINUTES,
    START_FIELD_NEW_TITLE, /* of a board */
    START_FIELD_QUESTION,
    START_FIELD_HEADINGS,
    START_FIELDS
};

struct start_planning {
    struct plan plan;
    int entry;         /* of the catalogue: whose agenda it is */
    bool begun;        /* there is a plan */
    bool arriving;     /* the page was just asked for */
    bool adding;       /* a board's form is open */
    int selected, top; /* parts, from 0 */
    enum plan_fault faults[START_FIELDS];
    struct edit fields[START_FIELDS];
    enum plan_fault refused; /* what a button could not do */
};

/* Between frames. A zeroed one is a good first one; it is very large, keep it off the stack. */
struct start_screen {
    enum start_page page;
    enum start_purpose purpose;
    bool dropped; /* something just was: the page that takes it comes up */
    bool listed;  /* the page has been up: its agenda is a choice somebody made */
    struct edit title;
    struct edit school; /* being typed */
    struct dropdown agenda;
    int school_count;
    int list_page;
    int rehearsal_page;
    char schools[SCHOOLS_MAX][NAME_SIZE];
    struct start_earlier earlier;
    char fault[512];   /* what to see to about the school being typed */
    char trouble[512]; /* why it could not begin; set by the caller, shown as a notice */
    struct {
        bool failed;
        char text[512]; /* where they are, or why they are not; shown like trouble */
    } forms;            /* the paper forms, once asked for; set by the caller */
    int entry_count;    /* agendas that can be chosen: labels, and where they are */
    const char *labels[CONTENT_ENTRIES_MAX];
    char label_text[CONTENT_ENTRIES_MAX][2 * TITLE_SIZE + 4];
    uint16_t entries[CONTENT_ENTRIES_MAX]; /* in the catalogue */
    struct start_planning planning;
};

enum start_choice {
    START_NOTHING,
    START_NEW,  /* title and schools stand in the screen; agenda below, start_earlier, the basket */
    START_OPEN, /* the recent below, or its copy when it is damaged */
    START_TRAIN,    /* the agenda below on its example; the title stands in the screen */
    START_REHEARSE, /* the rehearsal below */
    START_CHANGE,   /* the agenda below is to be changed: the caller goes on with start_plan */
    START_COMPARE,  /* an earlier workshop is to be compared with, or no longer */
    START_BROUGHT,  /* something was chosen in the basket */
    START_FORMS,    /* the blank forms are to be written for paper */
    START_BRING,    /* files of one-to-ones are to be brought into a workshop: start/bring.h */
    START_QUIT,
    START_THEME, /* the other of light and dark */
};

struct start_outcome {
    enum start_choice choice;
    int recent;    /* START_OPEN: which of those given; START_COMPARE: which of the earlier ones */
    int agenda;    /* START_NEW, START_TRAIN, START_CHANGE: which entry of the catalogue */
    bool talks;    /* START_NEW, START_OPEN: for one-to-one talks */
    int rehearsal; /* START_REHEARSE: which entry of their catalogue */
    struct basket_outcome brought;
};

/* Draws the screen within a frame of the ui and says what was chosen in it. */
struct start_outcome start_draw(struct ui *ui, const struct layout *layout,
                                struct start_screen *screen, const struct start_given *given);

/* Something was dropped or pasted into the basket: it comes up with the next frame. */
void start_drop(struct start_screen *screen);

/* A workshop file whose actions a new review could begin with, or that it could be compared with.
 * One that is there already is not doubled. */
void start_add_earlier(struct start_screen *screen, const char *path);

/* The one whose actions were chosen; NULL: none. Borrowed. */
const char *start_earlier(const struct start_screen *screen);

/* Brings up the page that changes an agenda: that of entry `entry` of the catalogue, as its pack
 * has it. One that is being changed already comes up as it stands. */
void start_plan(struct start_screen *screen, const struct agenda *agenda, int entry);

/* The agenda of that entry as it was changed; NULL: not changed. Borrowed. */
const struct agenda *start_planned(const struct start_screen *screen, int entry);

/* Adds the names in `text`, between commas, semicolons, tabs or line breaks. A name that is there
 * already or too long stays out and is spoken of in `fault`. Returns how many were added. */
int start_add_schools(struct start_screen *screen, const char *text, size_t bytes);

/* Takes one out, 0 to school_count - 1. */
void start_remove_school(struct start_screen *screen, int index);

/* Writes the names of the schools, a line each, as kiosk/opening takes them; cut at a whole name
 * when `size` is too small, which START_SCHOOLS_SIZE never is. */
enum { START_SCHOOLS_SIZE = SCHOOLS_MAX * (NAME_SIZE + 1) };
void start_schools_text(const struct start_screen *screen, char *to, size_t size);

#endif
