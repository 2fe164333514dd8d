#include "presenter/state.h"

#include "base/text.h"
#include "ui/mark.h"
#include "words/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Panels over a window, centred, as high as what stands in them. A list too long for the picture
 * shows as many whole entries as fit and is moved by the arrows. */

enum {
    WIDE = 1280,
    PADDING = 48,
    HEAD = 88,       /* the title and what is below it */
    KEEP_CLEAR = 32, /* between a panel and the edge of the picture */
    CLOSE_Y = 8,     /* of the key that closes, below the title's top */
    ENTRY_LINES = 3,
    ENTRY_GAP = 12,
    HINT_BELOW = 12, /* and the gap of the first entry */
};

struct panel {
    struct draw_list *list;
    double x, y, w, h; /* of what stands in it, below the head */
};

static double height_of(const struct draw_list *list, double w, int most, struct type type,
                        const char *text)
{
    struct type_lines lines;
    type_wrap(&lines, list->metrics, list->u, type, w, most, WRAP_BALANCED, text);
    return lines.count * type_line(type.size);
}

/* How high the inside of a panel may be. */
static double most_inside(const struct window *window)
{
    return window->layout.down - 2 * KEEP_CLEAR - 2 * PADDING - HEAD;
}

/* An empty panel with its title and the key that closes it. */
static struct panel begin_panel(struct window *window, const char *title, double w, double inside)
{
    const struct layout *layout = &window->layout;
    struct draw_list *list = &window->list;
    double h = HEAD + inside + 2 * PADDING;
    double x = floor((layout->across - w) / 2), y = floor((layout->down - h) / 2);
    draw_round(list, x, y + 4, w, h, 16, TOKEN_SHADE);
    draw_outline(list, x, y, w, h, 16, 2, TOKEN_OUTLINE, TOKEN_SURFACE);
    struct panel panel = {
        .list = list, .x = x + PADDING, .y = y + PADDING + HEAD, .w = w - 2 * PADDING, .h = inside};
    double right = panel.x + panel.w;
    double closes = draw_width(list, REGULAR(24), word(WORD_PANEL_CLOSE));
    draw_text(list, right, y + PADDING + CLOSE_Y + 4, REGULAR(24), ALIGN_RIGHT, TOKEN_INK2,
              word(WORD_PANEL_CLOSE));
    double key = fmax(40, draw_width(list, SEMIBOLD(24), word(WORD_PANEL_CLOSE_KEY)) + 20);
    double key_x = right - closes - 12 - key;
    mark_key(list, key_x, y + PADDING + CLOSE_Y, word(WORD_PANEL_CLOSE_KEY));
    draw_text_within(list, panel.x, y + PADDING, key_x - 32 - panel.x, SEMIBOLD(48), ALIGN_LEFT,
                     TOKEN_INK, title);
    return panel;
}

/* A paragraph within the panel at `y`; returns its height. */
static double paragraph(const struct panel *panel, double y, int most, struct type type,
                        enum token ink, const char *text)
{
    return draw_paragraph(panel->list, panel->x, y, panel->w, most, type, ALIGN_LEFT, WRAP_BALANCED,
                          ink, text);
}

/* What a panel lists: the lines of a report. */
enum { ENTRY_SIZE = EARLIER_TEXT_SIZE };
_Static_assert((int)ENTRY_SIZE >= (int)OPENING_REMARK_SIZE, "a line of either report fits");

static int count_entries(const struct presenter *p)
{
    unsigned remarks = p->report->earlier.remarks;
    if (p->overlay == OVERLAY_REPORT)
        return (int)(p->report->remarks < OPENING_REMARKS_MAX ? p->report->remarks
                                                              : OPENING_REMARKS_MAX);
    return (int)(remarks < EARLIER_REMARKS_MAX ? remarks : EARLIER_REMARKS_MAX + 1);
}

static void write_entry(char to[ENTRY_SIZE], const struct presenter *p, int i)
{
    const struct earlier_report *earlier = &p->report->earlier;
    if (p->overlay == OVERLAY_REPORT)
        text_copy(to, ENTRY_SIZE, p->report->remark[i]);
    else if (i < EARLIER_REMARKS_MAX)
        text_copy(to, ENTRY_SIZE, earlier->remark[i]);
    else
        snprintf(to, ENTRY_SIZE, word(WORD_EARLIER_REMARKS_MORE),
                 earlier->remarks - EARLIER_REMARKS_MAX);
}

/* The height of one line of the report with the gap above it. */
static double entry_height(const struct presenter *p, const struct window *window, double w, int i)
{
    char text[ENTRY_SIZE];
    write_entry(text, p, i);
    return ENTRY_GAP + height_of(&window->list, w, ENTRY_LINES, REGULAR(28), text);
}

/* How many lines from `first` on fit into `inside`; `used` is what they take of it. */
static int entries_that_fit(const struct presenter *p, const struct window *window, double w,
                            int first, double inside, double *used)
{
    int count = count_entries(p), i = first;
    *used = 0;
    for (; i < count; i++) {
        double h = entry_height(p, window, w, i);
        if (*used + h > inside)
            break;
        *used += h;
    }
    return i - first;
}

/* A title, a hint of up to two lines, and the entries. */
static void draw_entries(struct presenter *p, struct window *window, const char *title,
                         const char *said)
{
    int count = count_entries(p), last_top = count;
    double w = WIDE - 2 * PADDING, used;
    double hint = HINT_BELOW + height_of(&window->list, w, 2, REGULAR(28), said);
    double part = type_line(24) + 16, inside = most_inside(window) - hint;
    bool whole = entries_that_fit(p, window, w, 0, inside, &used) == count;
    if (!whole) {
        inside -= part;
        used = 0;
        while (last_top > 0 && (used += entry_height(p, window, w, last_top - 1)) <= inside)
            last_top--;
    }
    int top = p->overlay_top, most = whole ? 0 : last_top;
    p->overlay_top = top = top < 0 ? 0 : top > most ? most : top;
    p->overlay_step = entries_that_fit(p, window, w, top, inside, &used);
    /* a long one keeps its size however many lines stand in it */
    struct panel panel = begin_panel(window, title, WIDE, hint + (whole ? used : inside + part));
    paragraph(&panel, panel.y, 2, REGULAR(28), TOKEN_INK2, said);
    double y = panel.y + hint;
    for (int i = top; i < top + p->overlay_step; i++) {
        char text[ENTRY_SIZE];
        write_entry(text, p, i);
        y += ENTRY_GAP;
        y += paragraph(&panel, y, ENTRY_LINES, REGULAR(28), TOKEN_INK, text);
    }
    char shown[128];
    snprintf(shown, sizeof shown, word(WORD_REPORT_PART), top + 1, top + p->overlay_step, count);
    if (!whole)
        draw_text(panel.list, panel.x, panel.y + panel.h - type_line(24), REGULAR(24), ALIGN_LEFT,
                  TOKEN_INK2, shown);
}

/* What the imported file's printed figures and its cells do not agree on. */
static void draw_report(struct presenter *p, struct window *window)
{
    draw_entries(p, window, word(WORD_REPORT_TITLE), word(WORD_REPORT_HINT));
}

/* What of an earlier workshop's actions has no match in this one. */
static void draw_earlier(struct presenter *p, struct window *window)
{
    char sum[EARLIER_TEXT_SIZE];
    earlier_sum(sum, &p->report->earlier);
    draw_entries(p, window, word(WORD_EARLIER_REPORT_TITLE), sum);
}

void overlay_draw(struct presenter *p, struct window *window)
{
    static void (*const draws[])(struct presenter *, struct window *) = {
        [OVERLAY_REPORT] = draw_report, [OVERLAY_EARLIER] = draw_earlier};
    if (p->overlay != OVERLAY_NONE)
        draws[p->overlay](p, window);
}

void overlay_put(struct presenter *p, enum overlay overlay)
{
    p->overlay = overlay;
    p->overlay_top = 0;
}

/* With a panel there the agenda stays where it is, and the picture can still be emptied. */
void overlay_obey(struct presenter *p, struct ui *ui)
{
    static const struct {
        enum input_key key;
        int lines, pages;
    } moves[] = {{KEY_UP, -1, 0}, {KEY_DOWN, 1, 0}, {KEY_PAGE_UP, 0, -1}, {KEY_PAGE_DOWN, 0, 1}};
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
        if (ui_pressed(ui, moves[i].key, 0))
            p->overlay_top += moves[i].lines + moves[i].pages * p->overlay_step;
    if (ui_letter(ui, 'q', WITH_CONTROL))
        p->leaving = true;
    if (ui_letter(ui, 'b', 0))
        console_blank(p->console);
    if (ui_pressed(ui, KEY_ESCAPE, 0)) {
        bool next = p->overlay == OVERLAY_REPORT && p->report->earlier.remarks;
        overlay_put(p, next ? OVERLAY_EARLIER : OVERLAY_NONE);
    }
}
