#ifndef PLENARY_UI_BUTTON_H
#define PLENARY_UI_BUTTON_H

/* Buttons and choice cards. One primary button on a screen, bottom right. A button that is off is
 * still shown; the screen says beside it why. */

#include "ui/icon.h"
#include "ui/ui.h"

enum button_kind { BUTTON_PRIMARY, BUTTON_SECONDARY, BUTTON_QUIET };

struct button {
    enum button_kind kind;
    const char *text;
    enum icon icon; /* after the text; ICON_NONE: none */
    bool off;
    bool busy;     /* at work: three dots before the text; takes no activation */
    double width;  /* 0: what the text needs */
    double height; /* 0: the style's */
};

/* Draws it and returns true when it was activated. */
bool button_run(struct ui *ui, ui_id id, double x, double y, struct button button);

/* The width it will have, for laying it out from the right. */
double button_width(const struct ui *ui, struct button button);

/* A square button of `size` with an icon, such as plus and minus beside a number. */
bool button_icon(struct ui *ui, ui_id id, double x, double y, double size, enum icon icon,
                 bool off);

/* One of several answers, as a card with a radio mark: a title, and a line under it or NULL. The
 * caller keeps which is chosen, and puts the cards in a group. True when it was just chosen. */
bool button_choice(struct ui *ui, ui_id id, double x, double y, double w, double h,
                   const char *title, const char *line, bool chosen);

#endif
