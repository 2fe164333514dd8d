/* The list of keys, as a panel of two columns over whatever is there. */

#include "console/conduct_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "stage/training.h"
#include "ui/mark.h"

enum {
    WIDE = 1376,
    PADDING = 48,
    HEAD = 80,
    ROW_HEIGHT = 52,
    KEY_GAP = 8,
    KEYS_GAP = 16, /* between the widest keys of a column and what they do */
    COLUMN_GAP = 40,
};

/* The keys of keys.c as people are told of them, in the order of their use. */
struct line {
    enum word keys, does;
};

static const struct line lines[] = {
    {WORD_KEY_NEXT, WORD_KEY_NEXT_DOES},     {WORD_KEY_BACK, WORD_KEY_BACK_DOES},
    {WORD_KEY_QUEUE, WORD_KEY_QUEUE_DOES},   {WORD_KEY_AGREE, WORD_KEY_AGREE_DOES},
    {WORD_KEY_ASK, WORD_KEY_ASK_DOES},       {WORD_KEY_FOCUS, WORD_KEY_FOCUS_DOES},
    {WORD_KEY_REVEAL, WORD_KEY_REVEAL_DOES}, {WORD_KEY_STEP, WORD_KEY_STEP_DOES},
    {WORD_KEY_VOTE, WORD_KEY_VOTE_DOES},     {WORD_KEY_ORDER, WORD_KEY_ORDER_DOES},
    {WORD_KEY_THEN, WORD_KEY_THEN_DOES},     {WORD_KEY_PAGE, WORD_KEY_PAGE_DOES},
    {WORD_KEY_PAUSE, WORD_KEY_PAUSE_DOES},   {WORD_KEY_MINUTE, WORD_KEY_MINUTE_DOES},
    {WORD_KEY_HIDE, WORD_KEY_HIDE_DOES},     {WORD_KEY_REPLAN, WORD_KEY_REPLAN_DOES},
    {WORD_KEY_UNDO, WORD_KEY_UNDO_DOES},     {WORD_KEY_JUMP, WORD_KEY_JUMP_DOES},
    {WORD_KEY_NOTES, WORD_KEY_NOTES_DOES},   {WORD_KEY_PEOPLE, WORD_KEY_PEOPLE_DOES},
    {WORD_KEY_VIEWS, WORD_KEY_VIEWS_DOES},   {WORD_KEY_MAKE, WORD_KEY_MAKE_DOES},
    {WORD_KEY_BLANK, WORD_KEY_BLANK_DOES},   {WORD_KEY_FREEZE, WORD_KEY_FREEZE_DOES},
    {WORD_KEY_LARGER, WORD_KEY_LARGER_DOES}, {WORD_KEY_THEME, WORD_KEY_THEME_DOES},
    {WORD_KEY_SCREEN, WORD_KEY_SCREEN_DOES}, {WORD_KEY_OWN, WORD_KEY_OWN_DOES},
    {WORD_KEY_KEYS, WORD_KEY_KEYS_DOES},     {WORD_KEY_WRITE, WORD_KEY_WRITE_DOES},
    {WORD_KEY_BRING, WORD_KEY_BRING_DOES},   {WORD_KEY_END, WORD_KEY_END_DOES},
    {WORD_KEY_CLOSE, WORD_KEY_CLOSE_DOES},   {WORD_KEY_LEAVE, WORD_KEY_LEAVE_DOES},
};

/* Where there are players these come first. */
static const struct line training_lines[] = {
    {WORD_KEY_PLAYERS, WORD_KEY_PLAYERS_DOES},
    {WORD_KEY_ACT, WORD_KEY_ACT_DOES},
    {WORD_KEY_PACE, WORD_KEY_PACE_DOES},
    {WORD_KEY_MOMENTS, WORD_KEY_MOMENTS_DOES},
};

enum {
    LINES = sizeof lines / sizeof *lines,
    TRAINING_LINES = sizeof training_lines / sizeof *training_lines,
};

bool console_key_line(const struct room *room, int i, enum word *keys, enum word *does)
{
    int first = conduct_has_players(room) ? TRAINING_LINES : 0;
    if (i < 0 || i >= first + LINES)
        return false;
    const struct line *line = i < first ? &training_lines[i] : &lines[i - first];
    *keys = line->keys;
    *does = line->does;
    return true;
}

/* How far the keys of a column reach: lines `from` to `to`, without the last. */
static double caps_width(struct draw_list *list, const struct room *room, int from, int to)
{
    enum word keys, does;
    double most = 0;
    for (int i = from; i < to && console_key_line(room, i, &keys, &does); i++) {
        double w = KEYS_GAP - KEY_GAP;
        for (const char *at = word(keys); *at;) {
            char key[32];
            const char *end = strstr(at, "  ");
            size_t length = end ? (size_t)(end - at) : strlen(at);
            snprintf(key, sizeof key, "%.*s", (int)length, at);
            w += fmax(40, draw_width(list, SEMIBOLD(24), key) + 20) + KEY_GAP;
            at += length + (end ? 2 : 0);
        }
        most = fmax(most, w);
    }
    return most;
}

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

void console_help_draw(struct draw_list *list, const struct layout *layout, const struct room *room)
{
    enum word keys, does;
    int count = 0;
    while (console_key_line(room, count, &keys, &does))
        count++;
    int column = (count + 1) / 2;
    /* below the mark of a training, where the rows of more keys stand closer */
    double most = layout->down - 2 * training_height(room, TRAINING_CONSOLE);
    double fits = floor((most - HEAD - 2 * PADDING - 40) / (column - 1));
    double pitch = fmin(ROW_HEIGHT, fits);
    double h = HEAD + (column - 1) * pitch + 40 + 2 * PADDING;
    double x = floor((layout->across - WIDE) / 2), y = floor((layout->down - h) / 2);
    double caps[] = {caps_width(list, room, 0, column), caps_width(list, room, column, count)};
    double text_w = (WIDE - 2 * PADDING - COLUMN_GAP - caps[0] - caps[1]) / 2;
    draw_round(list, x, y + 4, WIDE, h, 16, TOKEN_SHADE);
    draw_outline(list, x, y, WIDE, h, 16, 2, TOKEN_OUTLINE, TOKEN_SURFACE);
    draw_text(list, x + PADDING, y + PADDING, SEMIBOLD(48), ALIGN_LEFT, TOKEN_INK,
              word(WORD_KEYS_TITLE));
    for (int i = 0; i < count; i++) {
        console_key_line(room, i, &keys, &does);
        int side = i / column;
        double at = x + PADDING + side * (caps[0] + text_w + COLUMN_GAP);
        double row = y + PADDING + HEAD + i % column * pitch;
        draw_caps(list, at, row, word(keys));
        draw_text_within(list, at + caps[side], row + 6, text_w, REGULAR(20), ALIGN_LEFT, TOKEN_INK,
                         word(does));
    }
}
