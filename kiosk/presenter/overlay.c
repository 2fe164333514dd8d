#include "presenter/state.h"

#include "base/text.h"
#include "link/code.h"
#include "ui/mark.h"
#include "words/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Panels over the stage, centred, as high as what stands in them. A list too long for the picture
 * shows as many whole entries as fit and is moved by the arrows. */

enum {
    WIDE = 1280,
    PADDING = 48,
    HEAD = 88,       /* the title and what is below it */
    KEEP_CLEAR = 32, /* between a panel and the edge of the picture */
    CLOSE_Y = 8,     /* of the key that closes, below the title's top */
    KEYS_WIDTH = 960,
    KEYS_COLUMN = 336,
    KEY_ROW = 52,
    KEY_GAP = 8,
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
static double most_inside(const struct presenter *p)
{
    return p->window.layout.down - 2 * KEEP_CLEAR - 2 * PADDING - HEAD;
}

/* An empty panel with its title and the key that closes it. */
static struct panel begin_panel(struct presenter *p, const char *title, double w, double inside)
{
    const struct layout *layout = &p->window.layout;
    struct draw_list *list = &p->window.list;
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

/* key or keys, two spaces between them; what they do */
static const struct {
    enum word keys, does;
} key_lines[] = {
    {WORD_KEY_NEXT, WORD_KEY_NEXT_DOES},   {WORD_KEY_BACK, WORD_KEY_BACK_DOES},
    {WORD_KEY_FOCUS, WORD_KEY_FOCUS_DOES}, {WORD_KEY_REVEAL, WORD_KEY_REVEAL_DOES},
    {WORD_KEY_ORDER, WORD_KEY_ORDER_DOES}, {WORD_KEY_PAGE, WORD_KEY_PAGE_DOES},
    {WORD_KEY_PAUSE, WORD_KEY_PAUSE_DOES}, {WORD_KEY_MINUTE, WORD_KEY_MINUTE_DOES},
    {WORD_KEY_BLANK, WORD_KEY_BLANK_DOES}, {WORD_KEY_FREEZE, WORD_KEY_FREEZE_DOES},
    {WORD_KEY_THEME, WORD_KEY_THEME_DOES}, {WORD_KEY_SCREEN, WORD_KEY_SCREEN_DOES},
    {WORD_KEY_OWN, WORD_KEY_OWN_DOES},     {WORD_KEY_CLOSE, WORD_KEY_CLOSE_DOES},
    {WORD_KEY_LEAVE, WORD_KEY_LEAVE_DOES},
};

static void draw_caps(struct draw_list *list, double x, double y, const char *keys)
{
    while (*keys) {
        char key[32];
        const char *end = strstr(keys, "  ");
        size_t length = end ? (size_t)(end - keys) : strlen(keys);
        snprintf(key, sizeof key, "%.*s", (int)length, keys);
        x += mark_key(list, x, y, key) + KEY_GAP;
        keys += length + (end ? 2 : 0);
    }
}

static void draw_keys(struct presenter *p)
{
    int count = (int)(sizeof key_lines / sizeof *key_lines);
    struct panel panel =
        begin_panel(p, word(WORD_KEYS_TITLE), KEYS_WIDTH, count * KEY_ROW - (KEY_ROW - 40));
    for (int i = 0; i < count; i++) {
        double y = panel.y + i * KEY_ROW;
        draw_caps(panel.list, panel.x, y, word(key_lines[i].keys));
        draw_text_within(panel.list, panel.x + KEYS_COLUMN, y + 2, panel.w - KEYS_COLUMN,
                         REGULAR(28), ALIGN_LEFT, TOKEN_INK, word(key_lines[i].does));
    }
}

static const struct code_item *find_code(const struct room *room, enum code_kind kind)
{
    for (unsigned i = 1; i <= CODES_MAX; i++)
        if (room->codes[i].symbols[0] && room->codes[i].kind == kind)
            return &room->codes[i];
    return NULL;
}

/* The facilitator's own: what only they should read, so it is shown only when asked for. */
static void draw_own(struct presenter *p)
{
    enum { CODE_ABOVE = 24, CODE_LINE = 72, BANG = 40, TROUBLE_LINES = 4 };
    const struct room *room = p->rooms[VIEWER_FACILITATOR];
    const struct code_item *code = find_code(room, CODE_FACILITATOR);
    const char *trouble = room->kiosk.trouble;
    unsigned waiting = room->progress[0].proposed;
    char shown[LINK_CODE_SHOWN_SIZE] = "", line[256];
    if (code)
        link_code_show(shown, code->symbols);
    snprintf(line, sizeof line,
             word(waiting == 0   ? WORD_OWN_NO_PROPOSALS
                  : waiting == 1 ? WORD_OWN_ONE_PROPOSAL
                                 : WORD_OWN_PROPOSALS),
             waiting);
    const struct draw_list *list = &p->window.list;
    double w = WIDE - 2 * PADDING, trouble_x = BANG + 20;
    double says = height_of(list, w, 3, REGULAR(28), word(WORD_OWN_CODE));
    double below = CODE_ABOVE + CODE_LINE + CODE_ABOVE + type_line(28), troubled = 0;
    if (trouble[0])
        troubled = 32 + height_of(list, w - trouble_x, TROUBLE_LINES, SEMIBOLD(28), trouble);
    struct panel panel = begin_panel(p, word(WORD_OWN_TITLE), WIDE, says + below + troubled);
    double y = panel.y;
    y += paragraph(&panel, y, 3, REGULAR(28), TOKEN_INK2, word(WORD_OWN_CODE)) + CODE_ABOVE;
    draw_text(panel.list, panel.x, y, BOLD(64), ALIGN_LEFT, TOKEN_INK, shown);
    y += CODE_LINE + CODE_ABOVE;
    draw_text(panel.list, panel.x, y, MEDIUM(28), ALIGN_LEFT, TOKEN_INK, line);
    y += type_line(28) + 32;
    if (!trouble[0])
        return;
    mark_bang(panel.list, panel.x + BANG / 2.0, y + type_line(28) / 2.0, BANG);
    draw_paragraph(panel.list, panel.x + trouble_x, y, panel.w - trouble_x, TROUBLE_LINES,
                   SEMIBOLD(28), ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK, trouble);
}

/* The height of one line of the report with the gap above it. */
static double entry_height(const struct presenter *p, double w, int i)
{
    char text[GRID_TEXT_SIZE];
    grid_contradiction_text(text, sizeof text, &p->report->grid.contradictions[i]);
    return ENTRY_GAP + height_of(&p->window.list, w, ENTRY_LINES, REGULAR(28), text);
}

/* How many lines from `first` on fit into `inside`; `used` is what they take of it. */
static int entries_that_fit(const struct presenter *p, double w, int first, double inside,
                            double *used)
{
    int count = (int)p->report->grid.contradiction_count, i = first;
    *used = 0;
    for (; i < count; i++) {
        double h = entry_height(p, w, i);
        if (*used + h > inside)
            break;
        *used += h;
    }
    return i - first;
}

/* What the imported file's printed figures and its cells do not agree on. */
static void draw_report(struct presenter *p)
{
    int count = (int)p->report->grid.contradiction_count, last_top = count;
    double w = WIDE - 2 * PADDING, used;
    double hint =
        HINT_BELOW + height_of(&p->window.list, w, 2, REGULAR(28), word(WORD_REPORT_HINT));
    double part = type_line(24) + 16, inside = most_inside(p) - hint;
    bool whole = entries_that_fit(p, w, 0, inside, &used) == count;
    if (!whole) {
        inside -= part;
        used = 0;
        while (last_top > 0 && (used += entry_height(p, w, last_top - 1)) <= inside)
            last_top--;
    }
    int top = p->overlay_top, most = whole ? 0 : last_top;
    p->overlay_top = top = top < 0 ? 0 : top > most ? most : top;
    p->overlay_step = entries_that_fit(p, w, top, inside, &used);
    /* a long one keeps its size however many lines stand in it */
    struct panel panel =
        begin_panel(p, word(WORD_REPORT_TITLE), WIDE, hint + (whole ? used : inside + part));
    paragraph(&panel, panel.y, 2, REGULAR(28), TOKEN_INK2, word(WORD_REPORT_HINT));
    double y = panel.y + hint;
    for (int i = top; i < top + p->overlay_step; i++) {
        char text[GRID_TEXT_SIZE];
        grid_contradiction_text(text, sizeof text, &p->report->grid.contradictions[i]);
        y += ENTRY_GAP;
        y += paragraph(&panel, y, ENTRY_LINES, REGULAR(28), TOKEN_INK, text);
    }
    char shown[128];
    snprintf(shown, sizeof shown, word(WORD_REPORT_PART), top + 1, top + p->overlay_step, count);
    if (!whole)
        draw_text(panel.list, panel.x, panel.y + panel.h - type_line(24), REGULAR(24), ALIGN_LEFT,
                  TOKEN_INK2, shown);
}

/* A file was dropped on the window in the middle of a workshop. */
static void draw_dropped(struct presenter *p)
{
    enum { LINES = 3 };
    const char *slash = strrchr(p->window.dropped, '/');
    char name[256], text[512];
    text_copy(name, sizeof name, slash ? slash + 1 : p->window.dropped);
    snprintf(text, sizeof text, word(WORD_DROPPED_TEXT), name);
    const struct draw_list *list = &p->window.list;
    double w = WIDE - 2 * PADDING;
    double inside = height_of(list, w, LINES, MEDIUM(28), text) + 16 +
                    height_of(list, w, LINES, REGULAR(28), word(WORD_DROPPED_MORE));
    struct panel panel = begin_panel(p, word(WORD_DROPPED_TITLE), WIDE, inside);
    double y = panel.y + paragraph(&panel, panel.y, LINES, MEDIUM(28), TOKEN_INK, text) + 16;
    paragraph(&panel, y, LINES, REGULAR(28), TOKEN_INK2, word(WORD_DROPPED_MORE));
}

void overlay_draw(struct presenter *p)
{
    static void (*const draws[])(struct presenter *) = {[OVERLAY_KEYS] = draw_keys,
                                                        [OVERLAY_OWN] = draw_own,
                                                        [OVERLAY_REPORT] = draw_report,
                                                        [OVERLAY_DROPPED] = draw_dropped};
    if (p->overlay != OVERLAY_NONE)
        draws[p->overlay](p);
}
