#include "screen/screen.h"

enum { NODS_SHOWN = 6, NODS_ROW = 72 };

static bool is_unadmitted(const struct seat_item *seat)
{
    return seat->role == ROLE_ROOM && seat->school && !seat->speaks;
}

unsigned screen_count_nods(const struct room *room)
{
    unsigned count = 0;
    for (unsigned i = 1; i <= SEATS_MAX; i++)
        count += is_unadmitted(&room->seats[i]);
    return count;
}

static bool never(const struct screens *s)
{
    (void)s;
    return false; /* only by choice */
}

static void admit(struct screens *s, seat_id seat)
{
    struct command *command = screen_command(s, COMMAND_ADMIT);
    if (command)
        command->change.seat = (struct seat_change){.seat = seat, .speaks = true};
}

static unsigned find_unadmitted(const struct room *room, seat_id found[NODS_SHOWN])
{
    unsigned count = 0;
    for (seat_id i = 1; i <= SEATS_MAX && count < NODS_SHOWN; i++)
        if (is_unadmitted(&room->seats[i]))
            found[count++] = i;
    return count;
}

static void run_nod(struct screens *s, seat_id seat, double y)
{
    const struct seat_item *item = &s->sight.room->seats[seat];
    struct button button = {
        .kind = BUTTON_SECONDARY, .text = word(WORD_CLIENT_NODS_ADMIT), .height = 48};
    double right = SCREEN_RIGHT - 8, w = button_width(&s->ui, button);
    draw_round(s->list, SCREEN_LEFT, y, SCREEN_WIDTH, 64, 8, TOKEN_SURFACE);
    draw_text_within(s->list, 56, y + 18, 360, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK,
                     s->sight.room->schools[item->school].name);
    draw_text_within(s->list, 432, y + 18, right - w - 448, MEDIUM(20), ALIGN_LEFT, TOKEN_INK,
                     item->name[0] ? item->name : word(WORD_CLIENT_NODS_NO_NAME));
    if (button_run(&s->ui, ui_id_of("nod", seat), right - w, y + 8, button))
        admit(s, seat);
}

static void draw_nods(struct screens *s)
{
    seat_id found[NODS_SHOWN];
    unsigned count = find_unadmitted(s->sight.room, found);
    screen_body(s);
    draw_text(s->list, 32, 96, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK, word(WORD_CLIENT_NODS_TITLE));
    draw_text(s->list, 32, 148, REGULAR(20), ALIGN_LEFT, TOKEN_INK2,
              word(count ? WORD_CLIENT_NODS_LINE : WORD_CLIENT_NODS_NONE));
    for (unsigned i = 0; i < count; i++)
        run_nod(s, found[i], 204 + i * NODS_ROW);
    screen_footer(s, NULL);
    double right = SCREEN_RIGHT;
    if (count > 1 && screen_foot_button(s, "all", &right,
                                        (struct button){.kind = BUTTON_PRIMARY,
                                                        .text = word(WORD_CLIENT_NODS_ALL)})) {
        for (unsigned i = 0; i < count; i++)
            admit(s, found[i]);
    }
    bool done = screen_foot_button(
        s, "done", &right,
        (struct button){.kind = BUTTON_SECONDARY, .text = word(WORD_CLIENT_NODS_BACK)});
    if (done || ui_pressed(&s->ui, KEY_ESCAPE, 0))
        screen_go(s, SCREEN_WAITING);
    if (s->entered)
        ui_focus(&s->ui, ui_id_of(count ? "nod" : "done", count ? found[0] : 0));
    screen_header_here(s);
}

const struct screen screen_nods = {SCREEN_NODS, false, never, draw_nods};
