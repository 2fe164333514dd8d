#ifndef PLENARY_UI_STYLE_H
#define PLENARY_UI_STYLE_H

/* The measures in which kiosk, console and client differ, design units. Everything else about a
 * widget is the same for all three. */

struct ui_style {
    double button_height, button_padding;
    int button_size;
    double field_height, field_padding;
    int field_size;
    int label_size;     /* above a field, semibold */
    double label_above; /* from the top of the label to the top of its field */
    int line_size;      /* the small print: second lines, faults */
    double fault_mark;  /* the "!" disc before a sentence under a field */
    double option_height;
};

extern const struct ui_style ui_style_kiosk;
extern const struct ui_style ui_style_console;
extern const struct ui_style ui_style_client;

#endif
