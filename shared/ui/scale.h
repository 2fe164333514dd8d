#ifndef PLENARY_UI_SCALE_H
#define PLENARY_UI_SCALE_H

/* The rating scale: ten slots with two handles, where we are and where we want to be, flags above
 * them and the texts of the three bands below. The same on a participant's laptop and in the
 * one-to-one talk on the facilitator's.
 *
 * Handles are moved by arrows, Home, End and the number keys (0 is ten), Tab goes from one to the
 * other; the pointer takes one and drags it, or brings the one taken last to where it presses. The
 * goal comes after now and never lies below it. What a handle stands for belongs to the caller, who
 * keeps struct scale_hands, first lets scale_take change it and then draws what has become of it.
 */

#include "ui/mark.h"
#include "ui/ui.h"

enum { SCALE_SLOTS = 10, SCALE_BANDS = 3, SCALE_FLAGS_MAX = 6 };

/* What a person did in this frame. */
enum {
    SCALE_MOVED = 1,
    SCALE_NOT_BELOW = 2, /* wanted the goal below now: it stopped there */
    SCALE_ENTERED = 4,   /* pressed Enter on a handle */
};

/* Where the handles are, 1 to 10 or 0: nowhere yet. */
struct scale_hands {
    unsigned now, goal;
    bool on_goal; /* the handle that keys move */
    bool dragged; /* the pointer has hold of it */
    bool either;  /* both lie in one slot: which is dragged turns out with the first move */
    bool first;   /* now has just been pressed for: letting go goes on with the goal */
};

/* Where it stands: the flags from y on, then slots, strips and texts. Slots are 4 apart; `size` is
 * that of its small print and scales what is around it. */
struct scale {
    double x, y, pitch, slot_height;
    int size;
    int lines;    /* of a band's text, at most */
    bool settled; /* agreed: drawn solid, and nothing moves */
    bool one;     /* no goal is asked for: one handle, now */
};

enum scale_whose { SCALE_NOW, SCALE_GOAL, SCALE_OTHER, SCALE_BEFORE };

/* A flag over a slot; the text is borrowed for the call. */
struct scale_flag {
    enum scale_whose whose;
    unsigned value; /* 1 to 10 */
    const char *text;
};

struct scale_band {
    const char *name, *text; /* borrowed for the call */
};

/* Takes what was done with the handles since the last frame; returns the signs above. */
unsigned scale_take(struct ui *ui, const struct scale *scale, struct scale_hands *hands);

/* Draws it and makes it something to operate. `level_of` says which band a rating is in. */
void scale_draw(struct ui *ui, const struct scale *scale, struct scale_hands *hands,
                const struct scale_flag *flags, int flag_count,
                const struct scale_band bands[SCALE_BANDS], enum level (*level_of)(unsigned));

/* The focus goes to the handle that keys move; whether a handle has it. */
void scale_focus(struct ui *ui, const struct scale_hands *hands);
bool scale_has_focus(const struct ui *ui);

#endif
