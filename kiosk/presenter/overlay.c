#include "presenter/state.h"

#include "link/code.h"
#include "words/words.h"

#include <stdio.h>
#include <string.h>

/* Panels over the stage. They are laid out in the kiosk's design units, centred, and scroll by the
 * line when they are long. */

enum { PANEL_WIDTH = 1280, PANEL_PADDING = 48, LINE = 48, TITLE_HEIGHT = 88 };

struct panel {
    struct draw_list *list;
    double x, y, h;
};

static struct panel begin_panel(struct presenter *p, const char *title, int lines)
{
    const struct layout *layout = &p->window.layout;
    struct panel panel = {.list = &p->window.list};
    double most = layout->down - 2 * layout->margin;
    panel.h = TITLE_HEIGHT + lines * LINE + 2 * PANEL_PADDING;
    panel.h = panel.h > most ? most : panel.h;
    panel.x = (layout->across - PANEL_WIDTH) / 2;
    panel.y = (layout->down - panel.h) / 2;
    draw_round(panel.list, panel.x, panel.y + 4, PANEL_WIDTH, panel.h, 16, TOKEN_SHADE);
    draw_outline(panel.list, panel.x, panel.y, PANEL_WIDTH, panel.h, 16, 2, TOKEN_OUTLINE,
                 TOKEN_SURFACE);
    draw_text_within(panel.list, panel.x + PANEL_PADDING, panel.y + PANEL_PADDING,
                     PANEL_WIDTH - 2 * PANEL_PADDING, SEMIBOLD(48), ALIGN_LEFT, TOKEN_INK, title);
    return panel;
}

static double line_y(const struct panel *panel, int line)
{
    return panel->y + PANEL_PADDING + TITLE_HEIGHT + line * LINE;
}

static bool line_fits(const struct panel *panel, int line)
{
    return line_y(panel, line) + LINE <= panel->y + panel->h - PANEL_PADDING / 2.0;
}

/* key or keys, what they do */
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

static void draw_keys(struct presenter *p)
{
    int count = (int)(sizeof key_lines / sizeof *key_lines);
    struct panel panel = begin_panel(p, word(WORD_KEYS_TITLE), count);
    for (int i = 0; i < count && line_fits(&panel, i); i++) {
        double x = panel.x + PANEL_PADDING, y = line_y(&panel, i);
        draw_text(panel.list, x, y, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK, word(key_lines[i].keys));
        draw_text_within(panel.list, x + 400, y, PANEL_WIDTH - 2 * PANEL_PADDING - 400, REGULAR(28),
                         ALIGN_LEFT, TOKEN_INK2, word(key_lines[i].does));
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
    const struct room *room = p->rooms[VIEWER_FACILITATOR];
    const struct code_item *code = find_code(room, CODE_FACILITATOR);
    bool trouble = room->kiosk.trouble[0] != '\0';
    struct panel panel = begin_panel(p, word(WORD_OWN_TITLE), trouble ? 9 : 6);
    double x = panel.x + PANEL_PADDING, w = PANEL_WIDTH - 2 * PANEL_PADDING;
    char shown[LINK_CODE_SHOWN_SIZE] = "", line[256];
    if (code)
        link_code_show(shown, code->symbols);
    draw_paragraph(panel.list, x, line_y(&panel, 0), w, 2, REGULAR(28), ALIGN_LEFT, WRAP_GREEDY,
                   TOKEN_INK2, word(WORD_OWN_CODE));
    draw_text(panel.list, x, line_y(&panel, 2), BOLD(64), ALIGN_LEFT, TOKEN_INK, shown);
    snprintf(line, sizeof line, word(WORD_OWN_PROPOSALS), room->progress[0].proposed);
    draw_text(panel.list, x, line_y(&panel, 4), MEDIUM(28), ALIGN_LEFT, TOKEN_INK, line);
    if (trouble)
        draw_paragraph(panel.list, x, line_y(&panel, 6), w, 3, SEMIBOLD(28), ALIGN_LEFT,
                       WRAP_GREEDY, TOKEN_INK, room->kiosk.trouble);
}

/* What the imported file's printed figures and its cells do not agree on. */
static void draw_report(struct presenter *p)
{
    const struct grid_import *grid = &p->report->grid;
    int count = grid->contradiction_count;
    struct panel panel = begin_panel(p, word(WORD_REPORT_TITLE), count + 1);
    double x = panel.x + PANEL_PADDING, w = PANEL_WIDTH - 2 * PANEL_PADDING;
    draw_text_within(panel.list, x, line_y(&panel, 0), w, REGULAR(24), ALIGN_LEFT, TOKEN_INK2,
                     word(WORD_REPORT_HINT));
    for (int i = p->overlay_top; i < count && line_fits(&panel, i - p->overlay_top + 1); i++) {
        char text[GRID_TEXT_SIZE];
        grid_contradiction_text(text, sizeof text, &grid->contradictions[i]);
        draw_text_within(panel.list, x, line_y(&panel, i - p->overlay_top + 1), w, REGULAR(24),
                         ALIGN_LEFT, TOKEN_INK, text);
    }
}

void overlay_draw(struct presenter *p)
{
    static void (*const draws[])(struct presenter *) = {
        [OVERLAY_KEYS] = draw_keys, [OVERLAY_OWN] = draw_own, [OVERLAY_REPORT] = draw_report};
    if (p->overlay != OVERLAY_NONE)
        draws[p->overlay](p);
}
