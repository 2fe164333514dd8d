#ifndef PLENARY_UI_UI_H
#define PLENARY_UI_UI_H

/* The frame every widget lives in. Immediate mode: a screen calls its widgets each frame with the
 * same ids; they append to the draw list and say whether they were activated. What must last
 * between frames is here (focus, what is pressed) or in structs the caller owns (text being typed),
 * so that news from the network never disturbs a person in the middle of a word.
 *
 * Tab and Shift+Tab walk the widgets in the order of the calls; arrows walk a group; Enter or Space
 * activate; Ctrl+Enter is the screen's own, but in a field. Events are given to widgets by where
 * they stood in the last frame, one by one, so that a fast typist's Tab lands between the right
 * letters. What no widget takes is the screen's own (ui_pressed, ui_letter, ui_typed). The focus
 * ring shows whenever the last input was a key, and is drawn above its neighbours.
 *
 * Positions are design units of the draw list, its origin included. */

#include <stdbool.h>
#include <stdint.h>

#include "ui/draw.h"
#include "ui/input.h"
#include "ui/style.h"

enum {
    UI_MAX_PLACES = 256, /* widgets on a screen */
    UI_MAX_ACTIVATED = 16,
};

typedef uint32_t ui_id;

/* How a widget wants its keys. */
enum {
    UI_TEXT = 1,    /* takes letters, space, arrows and editing keys */
    UI_ARROWS = 2,  /* takes arrows, Home and End itself */
    UI_MODAL = 4,   /* takes Tab and Escape too (an open list) */
    UI_OFF = 8,     /* there, but not to be reached */
    UI_ABOVE = 16,  /* lies over the others for the pointer */
    UI_CHOSEN = 32, /* where Tab enters its group */
    UI_PLAIN = 64,  /* draws its own focus ring, or none */
};

struct ui_place {
    ui_id id, group;
    int columns; /* of its group: 1 a column, 0 a row, more a table */
    unsigned flags;
    double x, y, w, h; /* origin included */
};

/* An open list, drawn after everything else. */
struct ui_popup {
    const char *const *item; /* borrowed for the frame; NULL: nothing open */
    int count, chosen, pointed, top, shown;
    double x, y, w;
};

struct ui {
    struct draw_list *list;
    const struct ui_style *style;
    const struct input *input;
    int64_t now_ms; /* for movement only */
    bool reduced_motion;

    ui_id focus, hot, held; /* 0: none */
    int keep_focus;         /* frames for which a focus not yet on the screen is kept */
    bool keyed;             /* the last input was a key */
    double pointer_x, pointer_y;
    bool wants_text; /* the focus takes text: an input method may show */
    double caret_x, caret_y, caret_h;

    ui_id target[INPUT_MAX_EVENTS]; /* whom each event of this frame is for; 0: the screen's own */
    ui_id activated[UI_MAX_ACTIVATED];
    int activations;
    int places, places_before;
    struct ui_place place[UI_MAX_PLACES];  /* of this frame, as widgets are called */
    struct ui_place before[UI_MAX_PLACES]; /* of the last */
    ui_id group;
    int group_columns;
    struct {
        bool there;
        double x, y, w, h, radius, gap;
    } ring;
    struct ui_popup popup;
};

/* A stable id for a widget: its name in the code and, for one of many, which. Never 0. */
ui_id ui_id_of(const char *name, int which);

/* Starts a frame: `list` has been begun. `input` is borrowed until ui_end. A zeroed struct ui is a
 * good first one. */
void ui_begin(struct ui *ui, struct draw_list *list, const struct ui_style *style,
              const struct input *input, int64_t now_ms);

/* Ends it: draws the open list and the focus ring; a focus that is no longer on the screen is let
 * go of. */
void ui_end(struct ui *ui);

/* Gives the focus to a widget; ui_focus_first only while nothing has it. */
void ui_focus(struct ui *ui, ui_id id);
void ui_focus_first(struct ui *ui, ui_id id);

/* Widgets called between these are one group: a single stop for Tab, entered at the chosen one, and
 * walked with the arrows. `columns`: 1 for a column (all four arrows walk it), 0 for a row, more
 * for a table filled row by row. */
void ui_group(struct ui *ui, ui_id group, int columns);
void ui_group_end(struct ui *ui);

/* Makes a box on the screen something to operate: what every button, row and slot is built from.
 * Returns true when it was activated. The focus ring follows `radius`, `gap` away (4, or 0 where
 * neighbours are closer than 12). */
bool ui_area(struct ui *ui, ui_id id, double x, double y, double w, double h, double radius,
             double gap, unsigned flags);

/* Draws the focus ring round a box at the end of the frame: ui_area's part, for those that are
 * UI_PLAIN. Only one is drawn, and only after a key. */
void ui_ring(struct ui *ui, double x, double y, double w, double h, double radius, double gap);

/* How to draw it. */
bool ui_focused(const struct ui *ui, ui_id id); /* has the focus */
bool ui_hovered(const struct ui *ui, ui_id id);
bool ui_held(const struct ui *ui, ui_id id); /* pressed, not yet let go */

/* The next event for `id` from *at on, which it advances; NULL when there are no more. Start with
 * *at = 0. */
const struct input_event *ui_next(const struct ui *ui, ui_id id, int *at);

/* The screen deals itself with the event at that place of the input, in place of the widget that it
 * was for. Between ui_begin and that widget's call. */
void ui_claim(struct ui *ui, int event);

/* Keys no widget took, for the screen's shortcuts; each is true once a frame. ui_letter wants the
 * lower case letter and exactly these modifiers. ui_typed is for signs whose key differs between
 * keyboards, such as "+" and "?". */
bool ui_pressed(const struct ui *ui, enum input_key key, unsigned modifiers);
bool ui_letter(const struct ui *ui, char letter, unsigned modifiers);
bool ui_typed(const struct ui *ui, const char *sign);

#endif
