/* Schools with their seats, how far their ratings are, whether their names may be shown, and while
 * the room is asked something, who has not answered. Alphabetical, always. Under them the names'
 * consent and whatever is wrong. */

#include "console/parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ui/button.h"
#include "ui/icon.h"
#include "ui/mark.h"
#include "ui/notice.h"

enum {
    HEAD_Y = 56,
    TABLE_Y = 84,
    ROW = 48,
    ROW_DENSE = 32,
    ONE_COLUMN = 10, /* schools up to which a row is wide */
    DOTS_MOST = 4,   /* of a school that stand one by one */
    WIDE = 480,
    PANEL = 96,
    GAP = 12,
};

struct table {
    struct box box; /* of the rows */
    double row, column_w;
    unsigned columns, rows, per_page, pages, page;
    bool dense, asked, votes; /* asked: who has not answered stands there; votes: to a vote */
};

static unsigned count_away(const struct room *room, unsigned *here)
{
    unsigned away = 0;
    *here = 0;
    for (unsigned i = 0; i < room->school_count; i++) {
        *here += room->schools[room->school_order[i]].here;
        away += room->schools[room->school_order[i]].away;
    }
    return away;
}

static bool is_away(const struct room *room, school_id school)
{
    return room->schools[school].away > 0;
}

static bool has_names_no(const struct room *room, school_id school)
{
    return room->consents[school].answers[SCOPE_ROOM] != ANSWER_YES;
}

/* ---- one school ---- */

static void draw_dots(struct draw_list *list, double x, double middle,
                      const struct school_item *school)
{
    enum { DOT = 20, DOT_GAP = 8 };
    unsigned all = school->here + school->away;
    char count[24];
    if (all > DOTS_MOST) {
        mark_dot(list, x + DOT / 2.0, middle, DOT, SEAT_TAKEN);
        snprintf(count, sizeof count, school->away ? "%u + %u" : "%u", school->here, school->away);
        draw_text(list, x + DOT + 8, middle - 14, type_tabular(MEDIUM(20)), ALIGN_LEFT, TOKEN_INK,
                  count);
        return;
    }
    if (all == 0)
        mark_dot(list, x + DOT / 2.0, middle, DOT, SEAT_EMPTY);
    for (unsigned i = 0; i < all; i++)
        mark_dot(list, x + DOT / 2.0 + i * (DOT + DOT_GAP), middle, DOT,
                 i < school->here ? SEAT_TAKEN : SEAT_AWAY);
}

/* Where there is no room for a dot each: one, and how many; a ring while anybody is away. */
static void draw_dot(struct draw_list *list, double x, double middle,
                     const struct school_item *school)
{
    unsigned all = school->here + school->away;
    char count[12];
    snprintf(count, sizeof count, "%u", school->here);
    mark_dot(list, x + 8, middle, 16,
             all == 0       ? SEAT_EMPTY
             : school->away ? SEAT_AWAY
                            : SEAT_TAKEN);
    if (all > 0)
        draw_text(list, x + 22, middle - 14, type_tabular(REGULAR(20)), ALIGN_LEFT, TOKEN_INK,
                  count);
}

static void draw_names(struct draw_list *list, double right, double y, enum answer answer,
                       bool dense)
{
    enum word says = answer == ANSWER_YES  ? WORD_CONSOLE_YES
                     : answer == ANSWER_NO ? WORD_CONSOLE_NO
                                           : WORD_CONSOLE_NOT_YET;
    bool yes = answer == ANSWER_YES;
    if (dense && yes) {
        icon_draw(list, ICON_CHECK, right - 22, y + 4, 20, 3, TOKEN_INK);
        return;
    }
    struct type type = yes ? SEMIBOLD(20) : REGULAR(20);
    const char *text = dense && answer == ANSWER_NONE ? "–" : word(says);
    draw_text(list, right, y, type, ALIGN_RIGHT, yes ? TOKEN_INK : TOKEN_INK2, text);
    if (yes)
        icon_draw(list, ICON_CHECK, right - draw_width(list, type, text) - 28, y + 3, 22, 3,
                  TOKEN_INK);
}

/* Where the column of figures ends. */
static double figures_right(const struct table *table, double x)
{
    return x + (table->dense ? table->column_w - 52 : table->column_w * 0.72);
}

static void draw_school(struct console *c, const struct table *table, school_id school, double x,
                        double y, bool band)
{
    struct draw_list *list = c->ui->list;
    const struct room *room = c->sight.room;
    const struct school_item *item = &room->schools[school];
    double w = table->column_w, text_y = y + (table->row - 28) / 2;
    double middle = y + table->row / 2, figures_x = figures_right(table, x);
    double dots_x = table->dense ? figures_x - 84 : x + w * 0.36;
    if (band)
        draw_round(list, x, y, w, table->row, 8, TOKEN_SURFACE);
    draw_text_within(list, x + 12, text_y, dots_x - x - 20, MEDIUM(20), ALIGN_LEFT, TOKEN_INK,
                     item->name);
    if (w < WIDE)
        draw_dot(list, dots_x, middle, item);
    else
        draw_dots(list, dots_x, middle, item);
    char figures[32];
    const struct progress_item *progress = &room->progress[school];
    unsigned missing =
        table->votes ? run_ballot_missing(room, school) : room->missing[school].count;
    if (table->asked && missing)
        snprintf(figures, sizeof figures, "%u", missing);
    else if (table->asked)
        figures[0] = '\0';
    else if (table->dense)
        snprintf(figures, sizeof figures, "%u", progress->agreed);
    else
        snprintf(figures, sizeof figures, word(WORD_CONSOLE_OF), progress->agreed,
                 room->workshop.condition_count);
    draw_text(list, figures_x, text_y, type_tabular(table->asked ? SEMIBOLD(20) : REGULAR(20)),
              ALIGN_RIGHT, TOKEN_INK, figures);
    draw_names(list, x + w - 12, text_y, (enum answer)room->consents[school].answers[SCOPE_ROOM],
               table->dense);
}

/* ---- all of them ---- */

static void measure(struct table *t, const struct console *c, const struct box *box, double bottom)
{
    unsigned schools = c->sight.room->school_count;
    t->dense = schools > ONE_COLUMN;
    t->columns = t->dense ? 2 : 1;
    t->box = (struct box){box->x, box->y + TABLE_Y, box->w, bottom - box->y - TABLE_Y};
    t->column_w = (box->w - (t->columns - 1) * GAP) / t->columns;
    unsigned wanted = (schools + t->columns - 1) / t->columns;
    t->row = wanted ? floor(t->box.h / wanted) : ROW;
    t->row = t->row > ROW ? ROW : t->row < ROW_DENSE ? ROW_DENSE : t->row;
    t->rows = (unsigned)floor(t->box.h / t->row);
    t->rows = t->rows ? t->rows : 1;
    t->per_page = t->rows * t->columns;
    t->pages = schools > t->per_page ? (schools + t->per_page - 1) / t->per_page : 1;
    t->page = c->run.seats_page < t->pages ? c->run.seats_page : 0;
    t->rows = wanted < t->rows ? wanted : t->rows;
}

static void draw_heads(struct console *c, const struct table *t)
{
    struct draw_list *list = c->ui->list;
    double y = t->box.y - 28;
    for (unsigned i = 0; i < t->columns; i++) {
        double x = t->box.x + i * (t->column_w + GAP), w = t->column_w;
        if (!t->dense)
            draw_text(list, x + 12, y, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
                      word(WORD_CONSOLE_SCHOOL));
        draw_text(list, figures_right(t, x), y, REGULAR(20), ALIGN_RIGHT, TOKEN_INK2,
                  word(t->votes   ? WORD_VOTES_TO_VOTE
                       : t->asked ? WORD_CONSOLE_TO_ANSWER
                                  : WORD_CONSOLE_AGREED));
        if (!t->dense)
            draw_text(list, x + w - 12, y, REGULAR(20), ALIGN_RIGHT, TOKEN_INK2,
                      word(WORD_CONSOLE_NAMES));
    }
}

static void draw_table(struct console *c, const struct table *t)
{
    const struct room *room = c->sight.room;
    for (unsigned i = 0; i < t->per_page; i++) {
        unsigned at = t->page * t->per_page + i;
        if (at >= room->school_count)
            break;
        unsigned column = i / t->rows, row = i % t->rows;
        if (column >= t->columns)
            break;
        draw_school(c, t, room->school_order[at], t->box.x + column * (t->column_w + GAP),
                    t->box.y + row * t->row, row % 2 == 0);
    }
}

static void draw_counts(struct console *c, const struct table *t, const struct box *box)
{
    struct draw_list *list = c->ui->list;
    unsigned here, away = count_away(c->sight.room, &here);
    char text[96];
    draw_text(list, box->x, box->y + 16, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK,
              word(WORD_CONSOLE_SEATS));
    snprintf(text, sizeof text, word(WORD_CONSOLE_CONNECTED), here, here + away);
    double right = box->x + box->w;
    if (t->pages > 1) {
        char page[32];
        if (button_icon(c->ui, ui_id_of("seats-page", 0), right - 40, box->y + 12, 40, ICON_RIGHT,
                        false))
            c->run.seats_page = (t->page + 1) % t->pages;
        snprintf(page, sizeof page, word(WORD_CONSOLE_PAGE), t->page + 1, t->pages);
        draw_text(list, right - 52, box->y + 18, REGULAR(20), ALIGN_RIGHT, TOKEN_INK2, page);
        right -= 64 + draw_width(list, REGULAR(20), page);
    }
    draw_text(list, right, box->y + 16, REGULAR(24), ALIGN_RIGHT, TOKEN_INK2, text);
}

/* ---- below ---- */

static double draw_consent(struct console *c, const struct box *box, double bottom)
{
    struct draw_list *list = c->ui->list;
    const struct room *room = c->sight.room;
    unsigned yes = 0;
    for (unsigned i = 0; i < room->school_count; i++)
        yes += !has_names_no(room, room->school_order[i]);
    char line[128];
    bool on = room->workshop.room_named;
    snprintf(line, sizeof line, word(on ? WORD_CONSOLE_ALL_SAID_YES : WORD_CONSOLE_SAID_YES), yes,
             room->school_count);
    double y = bottom - PANEL;
    draw_round(list, box->x, y, box->w, PANEL, 12, TOKEN_TINT);
    icon_draw(list, on ? ICON_SCREEN : ICON_LOCK, box->x + 24, y + 28, 40, 2, TOKEN_INK);
    double x = box->x + 84, w = box->w - 84 - 16;
    const char *title = word(on ? WORD_CONSOLE_NAMES_ON : WORD_CONSOLE_NAMES_OFF);
    bool large = draw_width(list, SEMIBOLD(24), title) <= w;
    draw_text_within(list, x, y + 16, w, SEMIBOLD(large ? 24 : 20), ALIGN_LEFT, TOKEN_INK, title);
    draw_text_within(list, x, y + 50, w, REGULAR(20), ALIGN_LEFT, TOKEN_INK, line);
    return y - GAP;
}

/* What the host says, its first words as the title where they say that nothing is saved. */
static void tell_kiosks(char line[128], char more[TROUBLE_SIZE], const char *trouble)
{
    const char *grave = word(WORD_CONSOLE_NOT_SAVED);
    size_t length = strlen(grave);
    bool unsaved = strncmp(trouble, grave, length) == 0;
    snprintf(line, 128, "%s", unsaved ? grave : word(WORD_CONSOLE_CONNECTION));
    trouble += unsaved ? length + strspn(trouble + length, ". ") : 0;
    snprintf(more, TROUBLE_SIZE, "%s", trouble);
}

/* What is wrong, the gravest first; false when nothing is. */
static bool trouble_of(const struct console *c, char line[128], char more[TROUBLE_SIZE])
{
    const struct room *room = c->sight.room;
    unsigned here, away = count_away(room, &here);
    char names[256], reason[TROUBLE_SIZE - 64];
    if (room->kiosk.trouble[0]) {
        tell_kiosks(line, more, room->kiosk.trouble);
    } else if (c->sight.trouble) {
        snprintf(line, 128, "%s", word(WORD_CONSOLE_CONNECTION));
        snprintf(more, TROUBLE_SIZE, "%s", c->sight.trouble);
    } else if (c->sight.players) {
        snprintf(line, 128, "%s", word(WORD_CONDUCT_STUCK));
        text_copy(reason, sizeof reason, c->sight.players);
        snprintf(more, TROUBLE_SIZE, word(WORD_CONDUCT_STUCK_MORE), reason);
    } else if (!room->kiosk.address[0] && room->kiosk.port) {
        snprintf(line, 128, "%s", word(WORD_CONSOLE_NO_NETWORK));
        snprintf(more, TROUBLE_SIZE, "%s", word(WORD_CONSOLE_NO_NETWORK_MORE));
    } else if (away) {
        snprintf(line, 128, word(away == 1 ? WORD_CONSOLE_ONE_AWAY : WORD_CONSOLE_AWAY), away);
        console_names(names, sizeof names, room, 4, is_away);
        snprintf(more, TROUBLE_SIZE, word(WORD_CONSOLE_AWAY_MORE), names);
    } else {
        return false;
    }
    return true;
}

static double draw_trouble(struct console *c, const struct box *box, double bottom)
{
    enum { MARK = 40, LINES = 4 };
    char line[128], more[TROUBLE_SIZE];
    struct draw_list *list = c->ui->list;
    if (!trouble_of(c, line, more))
        return bottom;
    double x = box->x + 84, w = box->w - 84 - 16;
    double h = 32 + 32 + console_height(c, w, LINES, REGULAR(20), more), y = bottom - h;
    draw_outline(list, box->x, y, box->w, h, 12, 2, TOKEN_OUTLINE, TOKEN_PAPER);
    mark_bang(list, box->x + 24 + MARK / 2.0, y + h / 2, MARK);
    draw_text_within(list, x, y + 16, w, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK, line);
    draw_paragraph(list, x, y + 48, w, LINES, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK2,
                   more);
    return y - GAP;
}

void run_seats_draw(struct console *c, struct box box)
{
    struct table table = {.asked = run_round_kind(c->sight.room) != SLIP_COUNT};
    double bottom = box.y + box.h - 16;
    bottom = draw_trouble(c, &box, bottom);
    bottom = draw_consent(c, &box, bottom);
    if (table.asked) {
        const struct round_item *round = &c->sight.room->rounds[run_round_kind(c->sight.room)];
        table.asked = round->subject && round->state == ROUND_OPEN;
    }
    table.votes = run_ballot_is_open(c->sight.room);
    table.asked |= table.votes;
    measure(&table, c, &box, bottom);
    draw_counts(c, &table, &box);
    draw_heads(c, &table);
    draw_table(c, &table);
}
