#include "screen/role.h"
#include "screen/task.h"
#include "ui/mark.h"

enum { ROW = 52, ROW_GAP = 4, TOP = 136, END = 748, LEFT_WIDTH = 476, KEYS_X = 556 };

static bool wanted(const struct screens *s)
{
    return s->menu;
}

static bool seated(const struct screens *s)
{
    return s->sight.room->me.seat && s->sight.state != SESSION_APART;
}

static bool may_rate(const struct screens *s)
{
    return seated(s) && screen_speaks(s);
}

static bool may_consent(const struct screens *s)
{
    return seated(s) && screen_speaks(s);
}

static bool may_do(const struct screens *s)
{
    return seated(s) && task_takes_part(s) && task_screen(s) >= 0;
}

static bool takes_part(const struct screens *s)
{
    return seated(s) && task_takes_part(s);
}

static bool may_park(const struct screens *s)
{
    return seated(s) && task_has_parked(s);
}

static void go_parked(struct screens *s)
{
    task_go_parked(s);
}

static bool has_plan(const struct screens *s)
{
    return seated(s) && plan_has_any(s);
}

static void go_plan(struct screens *s)
{
    plan_go(s);
}

static void go_ratings(struct screens *s)
{
    screen_go(s, SCREEN_RATE);
}

static void go_waiting(struct screens *s)
{
    screen_go(s, SCREEN_WAITING);
}

static void go_consent(struct screens *s)
{
    screen_go(s, SCREEN_CONSENT);
}

static void go_share(struct screens *s)
{
    screen_go(s, SCREEN_SHARE);
}

static bool may_save(const struct screens *s)
{
    return seated(s) && screen_may_save(s);
}

static void change_theme(struct screens *s)
{
    s->theme = s->theme == THEME_LIGHT ? THEME_DARK : THEME_LIGHT;
}

static void full_screen(struct screens *s)
{
    s->wish->full_screen = true;
}

static void larger(struct screens *s)
{
    s->wish->larger = 1;
}

static void smaller(struct screens *s)
{
    s->wish->larger = -1;
}

static void close_menu(struct screens *s)
{
    s->menu = false;
}

static const struct {
    enum word text;
    const char *key;
    bool (*may)(const struct screens *s); /* NULL: always */
    void (*act)(struct screens *s);
} rows[] = {
    {WORD_TASK_MENU_TASK, "E", may_do, task_go},
    {WORD_TASK_MENU_PARKED, "Q", may_park, go_parked},
    {WORD_CLIENT_PLAN_MENU, "P", has_plan, go_plan},
    {WORD_CLIENT_MENU_RATINGS, "R", may_rate, go_ratings},
    {WORD_CLIENT_MENU_WAITING, "W", seated, go_waiting},
    {WORD_CLIENT_MENU_CONSENT, "N", may_consent, go_consent},
    {WORD_ROLE_MENU, "F2", role_may, role_turn},
    {WORD_PAPER_SHARE, "", vote_may_share, go_share},
    {WORD_TAKEAWAY_MENU, "Ctrl S", may_save, screen_save},
    {WORD_CLIENT_MENU_THEME, "T", NULL, change_theme},
    {WORD_CLIENT_MENU_FULL, "F11", NULL, full_screen},
    {WORD_CLIENT_MENU_LARGER, "Ctrl +", NULL, larger},
    {WORD_CLIENT_MENU_SMALLER, "Ctrl -", NULL, smaller},
    {WORD_CLIENT_MENU_LEAVE, "", seated, screen_leave_seat},
    {WORD_CLIENT_MENU_CLOSE, "Esc", NULL, close_menu},
};

static const struct {
    enum word key, what;
    bool (*may)(const struct screens *s);
} keys[] = {
    {WORD_CLIENT_KEY_ARROWS, WORD_CLIENT_KEY_ARROWS_WHAT, NULL},
    {WORD_CLIENT_KEY_NUMBER, WORD_CLIENT_KEY_NUMBER_WHAT, NULL},
    {WORD_CLIENT_KEY_ENTER, WORD_CLIENT_KEY_ENTER_WHAT, NULL},
    {WORD_CLIENT_KEY_A, WORD_CLIENT_KEY_A_WHAT, NULL},
    {WORD_CLIENT_KEY_PAGE, WORD_CLIENT_KEY_PAGE_WHAT, NULL},
    {WORD_PAPER_KEY, WORD_PAPER_KEY_WHAT, vote_asks},
    {WORD_TASK_KEY_HEADING, WORD_TASK_KEY_HEADING_WHAT, takes_part},
    {WORD_TASK_KEY_DELETE, WORD_TASK_KEY_DELETE_WHAT, takes_part},
    {WORD_TASK_KEY_YES, WORD_TASK_KEY_YES_WHAT, takes_part},
};

static void run_row(struct screens *s, unsigned i, double y, double h)
{
    struct ui *ui = &s->ui;
    ui_id id = ui_id_of("menu-row", (int)i);
    bool done = ui_area(ui, id, SCREEN_LEFT, y, LEFT_WIDTH, h, 8, 0, 0);
    draw_round(s->list, SCREEN_LEFT, y, LEFT_WIDTH, h, 8,
               ui_hovered(ui, id) ? TOKEN_TINT : TOKEN_SURFACE);
    y += (h - 48) / 2;
    draw_text(s->list, SCREEN_LEFT + 20, y + 10, MEDIUM(20), ALIGN_LEFT, TOKEN_INK,
              word(rows[i].text));
    draw_text(s->list, SCREEN_LEFT + LEFT_WIDTH - 20, y + 12, SEMIBOLD(16), ALIGN_RIGHT, TOKEN_INK2,
              rows[i].key);
    if (done)
        rows[i].act(s);
}

/* Rows stand closer where there are many. */
static double row_pitch(const struct screens *s)
{
    double count = 0;
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++)
        count += !rows[i].may || rows[i].may(s);
    double pitch = (END - TOP + ROW_GAP) / count;
    return pitch < ROW ? pitch : ROW;
}

static void draw(struct screens *s)
{
    struct draw_list *list = s->list;
    screen_body(s);
    draw_text(list, SCREEN_LEFT, 80, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK,
              word(WORD_CLIENT_MENU_TITLE));
    double y = TOP, pitch = row_pitch(s);
    bool first = s->entered;
    ui_group(&s->ui, ui_id_of("menu-rows", 0), 1);
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].may && !rows[i].may(s))
            continue;
        if (first)
            ui_focus(&s->ui, ui_id_of("menu-row", (int)i));
        first = false;
        run_row(s, i, y, pitch - ROW_GAP);
        y += pitch;
    }
    ui_group_end(&s->ui);
    y = TOP;
    for (unsigned i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].may && !keys[i].may(s))
            continue;
        draw_text(list, KEYS_X, y, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK, word(keys[i].key));
        draw_text_within(list, KEYS_X, y + 28, SCREEN_RIGHT - KEYS_X, REGULAR(16), ALIGN_LEFT,
                         TOKEN_INK2, word(keys[i].what));
        y += 68;
    }
    screen_header(s, word(WORD_APP_NAME), NULL);
}

const struct screen screen_menu = {SCREEN_MENU, false, wanted, draw};
