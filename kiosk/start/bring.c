#include "start/bring.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ui/button.h"
#include "ui/icon.h"
#include "ui/mark.h"
#include "ui/notice.h"
#include "words/words.h"

enum {
    HEAD_Y = 136,
    TOP_Y = 192,
    FOOT_Y = 968,
    ROW_H = 72,
    PITCH = 80,
    FILE_ROWS = 9,
    ENTRY_LEAST = 84,
    ENTRY_GAP = 8,
    ENTRIES_BACK = 6, /* by Page Up: never more than are shown */
};

void bring_add(struct bring_screen *screen, const char *path, bool chosen)
{
    for (int i = 0; i < screen->file_count; i++)
        if (strcmp(screen->files[i].path, path) == 0) {
            screen->files[i].chosen |= chosen;
            return;
        }
    if (screen->file_count == BRING_FILES_MAX)
        return;
    struct bring_file *file = &screen->files[screen->file_count++];
    text_copy(file->path, sizeof file->path, path);
    file->chosen = chosen;
    file->recent = -1;
}

bool bring_takes(const struct bring_screen *screen, int file)
{
    return screen->files[file].chosen && screen->files[file].recent != screen->into;
}

unsigned bring_count(const struct bring_screen *screen)
{
    unsigned count = 0;
    for (int i = 0; i < screen->file_count; i++)
        count += bring_takes(screen, i);
    return count;
}

static void draw_title(struct ui *ui, double x, double w, const char *title, const char *line)
{
    draw_text_within(ui->list, x, 40, w, SEMIBOLD(48), ALIGN_LEFT, TOKEN_INK, title);
    draw_text_within(ui->list, x, 96, w, REGULAR(28), ALIGN_LEFT, TOKEN_INK2, line);
}

/* Back at the left, going on at the right; true: going on. Back and Esc are the same. */
static bool run_foot(struct ui *ui, const struct layout *layout, const char *go, const char *reason,
                     bool *back)
{
    struct button left = {.kind = BUTTON_SECONDARY, .text = word(WORD_START_BACK)};
    struct button right = {.text = go, .icon = ICON_RIGHT, .off = reason};
    double x = layout->right - button_width(ui, right);
    *back = button_run(ui, ui_id_of("bring-back", 0), layout->left, FOOT_Y, left) ||
            ui_pressed(ui, KEY_ESCAPE, 0);
    if (reason)
        draw_text_within(ui->list, layout->left + 240, FOOT_Y + 22, x - 264 - layout->left,
                         REGULAR(28), ALIGN_RIGHT, TOKEN_INK2, reason);
    return button_run(ui, ui_id_of("bring-go", 0), x, FOOT_Y, right);
}

/* ---- which workshop, which files ---- */

static void run_into(struct ui *ui, double x, double w, struct bring_screen *screen,
                     const struct start_given *given)
{
    draw_text(ui->list, x, HEAD_Y + 8, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK, word(WORD_BRING_INTO));
    ui_group(ui, ui_id_of("bring-intos", 0), 1);
    for (int i = 0; i < given->recent_count && i < START_RECENTS; i++) {
        const struct start_recent *recent = &given->recents[i];
        char line[128];
        snprintf(line, sizeof line,
                 word(recent->schools == 1 ? WORD_START_SCHOOL : WORD_START_SCHOOLS),
                 recent->schools);
        if (!recent->damaged && !recent->closed &&
            button_choice(ui, ui_id_of("bring-into", i), x, TOP_Y + i * 128.0, w, 112,
                          recent->title, line, screen->into == i))
            screen->into = i;
    }
    ui_group_end(ui);
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void run_file(struct ui *ui, double x, double y, double w, struct bring_screen *screen,
                     int index)
{
    struct bring_file *file = &screen->files[index];
    ui_id id = ui_id_of("bring-file", index);
    bool own = file->recent == screen->into;
    if (ui_area(ui, id, x, y, w, ROW_H, 12, 0, own ? UI_OFF : 0))
        file->chosen = !file->chosen;
    draw_round(ui->list, x, y, w, ROW_H, 12, ui_hovered(ui, id) ? TOKEN_TINT : TOKEN_SURFACE);
    if (own)
        icon_draw(ui->list, ICON_RIGHT, x + 28, y + ROW_H / 2.0 - 12, 24, 2.4, TOKEN_INK2);
    else if (file->chosen)
        mark_tick(ui->list, x + 40, y + ROW_H / 2.0, 36, TOKEN_ACCENT, TOKEN_ON_ACCENT);
    else
        draw_ring(ui->list, x + 40, y + ROW_H / 2.0, 18, 2, TOKEN_OUTLINE);
    draw_text_within(ui->list, x + 80, y + 18, w - 104, MEDIUM(28), ALIGN_LEFT,
                     own ? TOKEN_INK2 : TOKEN_INK,
                     own ? word(WORD_BRING_OWN) : name_of(file->path));
}

/* A list that shows `rows` at once from *top on, and follows the row that has the focus. */
static void follow(const struct ui *ui, int *top, int rows, int count, const char *name)
{
    for (int i = 0; i < count; i++)
        if (ui_focused(ui, ui_id_of(name, i))) {
            *top = i < *top ? i : *top;
            *top = i >= *top + rows ? i - rows + 1 : *top;
        }
    *top = *top > count - rows ? count - rows : *top;
    *top = *top < 0 ? 0 : *top;
}

static void turn(const struct ui *ui, int *top, int rows, int count)
{
    *top += ui_pressed(ui, KEY_PAGE_DOWN, 0) ? rows : 0;
    *top -= ui_pressed(ui, KEY_PAGE_UP, 0) ? rows : 0;
    *top = *top > count - rows ? count - rows : *top;
    *top = *top < 0 ? 0 : *top;
}

/* One row beyond either end is there for the focus, which brings it into sight. */
static void run_files(struct ui *ui, double x, double w, struct bring_screen *screen)
{
    draw_text(ui->list, x, HEAD_Y + 8, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK, word(WORD_BRING_FILES));
    turn(ui, &screen->file_top, FILE_ROWS, screen->file_count);
    ui_group(ui, ui_id_of("bring-files", 0), 1);
    for (int i = 0; i < FILE_ROWS && screen->file_top + i < screen->file_count; i++)
        run_file(ui, x, TOP_Y + i * PITCH, w, screen, screen->file_top + i);
    ui_group_end(ui);
    if (screen->file_count == 0)
        draw_paragraph(ui->list, x, TOP_Y + 8, w, 3, REGULAR(28), ALIGN_LEFT, WRAP_BALANCED,
                       TOKEN_INK2, word(WORD_BRING_NO_FILES));
    if (screen->file_count > FILE_ROWS) {
        char page[64];
        snprintf(page, sizeof page, word(WORD_BRING_SHOWN), screen->file_top + 1,
                 (int)fmin(screen->file_top + FILE_ROWS, screen->file_count), screen->file_count);
        draw_text(ui->list, x + w, HEAD_Y + 12, REGULAR(24), ALIGN_RIGHT, TOKEN_INK2, page);
    }
}

static enum bring_choice run_choosing(struct ui *ui, const struct layout *layout,
                                      struct bring_screen *screen, const struct start_given *given)
{
    double w = floor((layout->right - layout->left - 64) / 2), right = layout->right - w;
    bool back;
    bool into = screen->into >= 0 && screen->into < given->recent_count;
    const char *reason = !into                  ? word(WORD_BRING_NO_WORKSHOP)
                         : !bring_count(screen) ? word(WORD_BRING_NONE_CHOSEN)
                                                : NULL;
    draw_title(ui, layout->left, layout->right - layout->left, word(WORD_BRING_TITLE),
               word(WORD_BRING_LINE));
    run_into(ui, layout->left, w, screen, given);
    if (screen->trouble[0])
        notice_draw(
            ui->list, layout->left, TOP_Y + 416, w,
            (struct notice){
                .line = word(WORD_BRING_NOT), .more = screen->trouble, .size = 28, .strong = true});
    run_files(ui, right, w, screen);
    if (screen->arrived)
        ui_focus(ui, screen->file_count ? ui_id_of("bring-file", 0) : ui_id_of("bring-back", 0));
    bool go = run_foot(ui, layout, word(WORD_BRING_COMPARE), reason, &back);
    return go && !reason ? BRING_COMPARE : back ? BRING_BACK : BRING_NOTHING;
}

/* ---- what differs ---- */

/* A way in which it stands, as something to choose where there is another. */
static void run_candidate(struct ui *ui, const struct merge *merge, struct merge_entry *entry,
                          int index, unsigned candidate, double x, double y, double w)
{
    char says[MERGE_TEXT_SIZE], text[2 * MERGE_TEXT_SIZE];
    bool chosen = candidate == entry->chosen, choice = merge_differs(entry);
    merge_says(says, merge, entry, candidate);
    snprintf(text, sizeof text, "%s: %s", merge_where(merge, entry->candidates[candidate].from),
             says);
    ui_id id = ui_id_of("bring-candidate", index * MERGE_CANDIDATES_MAX + (int)candidate);
    if (choice && ui_area(ui, id, x, y, w, 40, 8, 0, chosen ? UI_CHOSEN : 0))
        entry->chosen = (uint8_t)candidate;
    if (choice && chosen)
        mark_tick(ui->list, x + 20, y + 20, 28, TOKEN_ACCENT, TOKEN_ON_ACCENT);
    else if (choice)
        draw_ring(ui->list, x + 20, y + 20, 14, 2, TOKEN_OUTLINE);
    draw_text_within(ui->list, x + (choice ? 44 : 8), y + 4, w - 52,
                     chosen ? SEMIBOLD(24) : REGULAR(24), ALIGN_LEFT,
                     chosen ? TOKEN_INK : TOKEN_INK2, text);
}

static double entry_height(const struct merge_entry *entry)
{
    double h = entry->count * 40.0 + 8;
    return h < ENTRY_LEAST ? ENTRY_LEAST : h;
}

/* Each entry is a group of its own: Tab goes from one to the next, arrows walk within. */
static void run_entry(struct ui *ui, struct merge *merge, int index, double x, double y, double w)
{
    struct merge_entry *entry = &merge->entries[index];
    char about[MERGE_TEXT_SIZE];
    double half = floor(w * 0.3), h = entry_height(entry);
    struct type_lines lines;
    draw_round(ui->list, x, y, w, h, 12, merge_differs(entry) ? TOKEN_TINT : TOKEN_SURFACE);
    merge_about(about, merge, entry);
    type_wrap(&lines, ui->list->metrics, ui->list->u, SEMIBOLD(24), half - 32, 2, WRAP_GREEDY,
              about);
    draw_paragraph(ui->list, x + 24, y + (h - lines.count * 32) / 2, half - 32, 2, SEMIBOLD(24),
                   ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK, about);
    ui_group(ui, ui_id_of("bring-entry", index), 1);
    for (unsigned i = 0; i < entry->count; i++)
        run_candidate(ui, merge, entry, index, i, x + half,
                      y + (h - entry->count * 40.0) / 2 + i * 40, w - half - 16);
    ui_group_end(ui);
}

/* The entries from `top` on that there is room for; returns how many. */
static int run_entries(struct ui *ui, const struct layout *layout, struct merge *merge, int top)
{
    double y = TOP_Y, w = layout->right - layout->left;
    int shown = 0;
    for (; top + shown < (int)merge->entry_count; shown++) {
        double h = entry_height(&merge->entries[top + shown]);
        if (y + h > FOOT_Y - 24)
            break;
        run_entry(ui, merge, top + shown, layout->left, y, w);
        y += h + ENTRY_GAP;
    }
    return shown;
}

static enum bring_choice run_comparing(struct ui *ui, const struct layout *layout,
                                       struct bring_screen *screen)
{
    struct merge *merge = screen->merge;
    double w = layout->right - layout->left;
    struct merge_report report = merge_count(merge);
    char sum[MERGE_TEXT_SIZE], line[MERGE_TEXT_SIZE + 64], page[64];
    bool back;
    int count = (int)merge->entry_count;
    merge_sum(sum, &report);
    snprintf(line, sizeof line, word(WORD_MERGE_WOULD), sum);
    draw_title(ui, layout->left, w, word(WORD_BRING_DIFFERS), line);
    int shown = run_entries(ui, layout, merge, screen->top);
    if (shown < count) {
        snprintf(page, sizeof page, word(WORD_BRING_SHOWN), screen->top + 1, screen->top + shown,
                 count);
        draw_text(ui->list, layout->right, HEAD_Y + 12, REGULAR(24), ALIGN_RIGHT, TOKEN_INK2, page);
    }
    if (ui_pressed(ui, KEY_PAGE_DOWN, 0) && screen->top + shown < count)
        screen->top += shown;
    if (ui_pressed(ui, KEY_PAGE_UP, 0))
        screen->top = screen->top > ENTRIES_BACK ? screen->top - ENTRIES_BACK : 0;
    draw_text_within(ui->list, layout->left, HEAD_Y + 12, w - 320, REGULAR(24), ALIGN_LEFT,
                     TOKEN_INK2, word(count ? WORD_BRING_KEYS : WORD_BRING_ALL_THERE));
    bool go = run_foot(ui, layout, word(WORD_BRING_TAKE), NULL, &back);
    if (screen->arrived)
        ui_focus(ui, ui_id_of("bring-go", 0));
    return go ? BRING_TAKE : back ? BRING_BACK : BRING_NOTHING;
}

/* ---- what was brought in ---- */

static enum bring_choice run_done(struct ui *ui, const struct layout *layout,
                                  const struct bring_screen *screen)
{
    bool back;
    draw_title(ui, layout->left, layout->right - layout->left, word(WORD_BRING_IS_IN),
               screen->done);
    bool go = run_foot(ui, layout, word(WORD_BRING_OPEN), NULL, &back);
    if (screen->arrived)
        ui_focus(ui, ui_id_of("bring-go", 0));
    return go ? BRING_OPEN : back ? BRING_BACK : BRING_NOTHING;
}

enum bring_choice bring_draw(struct ui *ui, const struct layout *layout,
                             struct bring_screen *screen, const struct start_given *given)
{
    enum bring_choice choice = BRING_NOTHING;
    enum bring_step step = screen->step;
    switch (step) {
    case BRING_CHOOSING:
        follow(ui, &screen->file_top, FILE_ROWS, screen->file_count, "bring-file");
        choice = run_choosing(ui, layout, screen, given);
        break;
    case BRING_COMPARING:
        choice = run_comparing(ui, layout, screen);
        break;
    case BRING_DONE:
        choice = run_done(ui, layout, screen);
        break;
    }
    screen->arrived = false;
    return choice;
}
