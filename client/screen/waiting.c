#include <stdio.h>

#include "screen/task.h"
#include "takeaway/takeaway.h"
#include "ui/mark.h"

static bool wanted(const struct screens *s)
{
    (void)s;
    return true; /* the one there always is */
}

static void draw_table(struct draw_list *list, unsigned schools)
{
    int dots = schools < 8 ? 8 : schools > 30 ? 30 : (int)schools;
    for (int i = 0; i < dots; i++) {
        double x, y;
        mark_on_circle(&x, &y, 550, 232, 94, i, dots);
        draw_disc(list, x, y, i ? (dots > 20 ? 8 : 10) : 13.2, i ? TOKEN_INK : TOKEN_ACCENT);
    }
}

/* What the screen says, by who sits here. */
static void say(const struct screens *s, char title[SCREEN_TEXT_SIZE], const char **line)
{
    const struct room *room = s->sight.room;
    const struct me_item *me = &room->me;
    snprintf(title, SCREEN_TEXT_SIZE, "%s", word(WORD_CLIENT_WAIT_TITLE));
    *line = word(WORD_CLIENT_WAIT_LINE);
    if (screen_is_over(s)) {
        snprintf(title, SCREEN_TEXT_SIZE, "%s", word(WORD_TAKEAWAY_CLOSED));
        *line =
            word(takeaway_school(room) ? WORD_TAKEAWAY_CLOSED_LINE : WORD_TAKEAWAY_CLOSED_LINE_ALL);
        return;
    }
    if (me->role == ROLE_ROOM && !me->speaks) {
        snprintf(title, SCREEN_TEXT_SIZE, word(WORD_CLIENT_WAIT_ASK),
                 room->schools[me->school].name);
        *line = word(WORD_CLIENT_WAIT_ASK_LINE);
    } else if (me->role == ROLE_OBSERVER) {
        *line = word(WORD_CLIENT_WAIT_OBSERVER_LINE);
    }
}

struct count {
    unsigned count;
    enum word name;
};

static void draw_counts(struct draw_list *list, const struct count *counts, int n)
{
    double widths[3], all = (n - 1) * 64;
    for (int i = 0; i < n; i++) {
        widths[i] = draw_width(list, REGULAR(16), word(counts[i].name));
        all += widths[i];
    }
    double x = 550 - all / 2;
    for (int i = 0; i < n; i++) {
        char number[16];
        snprintf(number, sizeof number, "%u", counts[i].count);
        draw_text(list, x + widths[i] / 2, 520, SEMIBOLD(28), ALIGN_CENTRE, TOKEN_INK, number);
        draw_text(list, x, 556, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, word(counts[i].name));
        x += widths[i] + 64;
    }
}

static void draw_ratings(struct draw_list *list, const struct progress_item *progress)
{
    const struct count counts[] = {{progress->agreed, WORD_CLIENT_WAIT_AGREED},
                                   {progress->proposed, WORD_CLIENT_WAIT_PROPOSED},
                                   {progress->to_come, WORD_CLIENT_WAIT_TO_COME}};
    draw_counts(list, counts, 3);
}

static void draw_voters(struct draw_list *list, const struct turnout_item *turnout)
{
    unsigned voted = turnout->voted, expected = turnout->expected;
    unsigned open = expected > voted ? expected - voted : 0;
    const struct count counts[] = {{voted, WORD_PAPER_WAIT_VOTED}, {open, WORD_PAPER_WAIT_TO_COME}};
    draw_counts(list, counts, 2);
}

/* What was asked and has been done; the button that leads back to it is WORD_COUNT where there is
 * none. */
static enum word say_done(const struct screens *s, char title[SCREEN_TEXT_SIZE], const char **line)
{
    enum word done_title = WORD_COUNT, done_line = WORD_COUNT, button = WORD_COUNT;
    if (task_waiting(s, &done_title, &done_line, &button) && done_title != WORD_COUNT) {
        snprintf(title, SCREEN_TEXT_SIZE, "%s", word(done_title));
        *line = word(done_line);
    }
    return button;
}

/* "Key findings, until 10:10": by the running timer, else by the plan. */
static void until(const struct screens *s, char *to, size_t size)
{
    const struct room *room = s->sight.room;
    const struct agenda_item *item = &room->items[room->place.item];
    char clock[CLOCK_SIZE];
    bool timed = room->place.item && room->timer.running && !room->workshop.hide_timers;
    if (timed)
        screen_clock(clock, s, screen_wall(s, room->timer.ends_ms));
    else if (room->place.item && item->start && item->minutes)
        snprintf(clock, sizeof clock, "%02u:%02u", (item->start + item->minutes) / 60 % 24,
                 (item->start + item->minutes) % 60u);
    else {
        snprintf(to, size, "%s", screen_item(room));
        return;
    }
    snprintf(to, size, word(WORD_CLIENT_WAIT_UNTIL), screen_item(room), clock);
}

static void draw(struct screens *s)
{
    const struct room *room = s->sight.room;
    bool speaks = screen_speaks(s);
    screen_body(s);
    draw_table(s->list, room->workshop.school_count);
    char title[SCREEN_TEXT_SIZE], here[SCREEN_TEXT_SIZE];
    const char *line;
    say(s, title, &line);
    bool over = screen_is_over(s);
    enum word task = over ? WORD_COUNT : say_done(s, title, &line);
    if (s->entered)
        ui_focus(&s->ui, ui_id_of(over ? "save" : task != WORD_COUNT ? "task" : "ratings", 0));
    double w = draw_width(s->list, SEMIBOLD(36), title);
    w = w > SCREEN_WIDTH ? SCREEN_WIDTH : w + 1;
    draw_text_within(s->list, 550 - w / 2, 384, w, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK, title);
    draw_paragraph(s->list, 150, 440, 800, 2, REGULAR(20), ALIGN_CENTRE, WRAP_BALANCED, TOKEN_INK2,
                   line);
    const struct turnout_item *turnout = vote_turnout(s);
    if (s->saved[0])
        draw_paragraph(s->list, 100, 520, 900, 4, MEDIUM(20), ALIGN_CENTRE, WRAP_GREEDY, TOKEN_INK,
                       s->saved);
    else if (turnout && !over)
        draw_voters(s->list, turnout);
    else if (!over && (room->me.role != ROLE_ROOM || speaks))
        draw_ratings(s->list, &room->progress[speaks ? room->me.school : 0]);
    until(s, here, sizeof here);
    screen_footer(s, over ? NULL : here);
    double right = SCREEN_RIGHT;
    bool saved = s->saved[0];
    struct button save = {
        .kind = saved ? BUTTON_SECONDARY : BUTTON_PRIMARY,
        .text = word(takeaway_school(room) ? WORD_TAKEAWAY_BUTTON : WORD_TAKEAWAY_BUTTON_ALL)};
    if (over && screen_may_save(s) && screen_foot_button(s, "save", &right, save))
        screen_save(s);
    struct button back = {.kind = BUTTON_SECONDARY};
    back.text = task == WORD_COUNT ? "" : word(task);
    if (task != WORD_COUNT && screen_foot_button(s, "task", &right, back))
        task_go(s);
    struct button ratings = {.kind = BUTTON_SECONDARY, .text = word(WORD_CLIENT_WAIT_RATINGS)};
    if (speaks && screen_foot_button(s, "ratings", &right, ratings))
        screen_go(s, SCREEN_RATE);
    screen_header_here(s);
}

const struct screen screen_waiting = {SCREEN_WAITING, false, wanted, draw};
