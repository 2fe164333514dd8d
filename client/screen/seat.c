#include <string.h>

#include "base/text.h"
#include "screen/screen.h"
#include "ui/field.h"

enum { X = 504, W = 564 };

static bool needs_school(const struct screens *s)
{
    const struct me_item *me = &s->sight.room->me;
    return me->role == ROLE_ROOM && !me->school;
}

static bool wanted(const struct screens *s)
{
    const struct me_item *me = &s->sight.room->me;
    return me->seat && me->role != ROLE_DISPLAY && (needs_school(s) || !me->name[0]);
}

static void take_seat(struct screens *s, const char *name)
{
    const struct room *room = s->sight.room;
    if (needs_school(s)) {
        struct command *place = screen_command(s, COMMAND_PLACE_SEAT);
        if (place)
            place->change.seat = (struct seat_change){
                .seat = room->me.seat, .school = room->school_order[s->seat.school.chosen]};
    }
    struct command *named = screen_command(s, COMMAND_NAME_SEAT);
    if (named) {
        named->change.seat.seat = room->me.seat;
        text_copy(named->change.seat.name, NAME_SIZE, name);
    }
}

/* The school: to choose for those who came with the room's code, shown to those whose own code
 * says it. Returns how far what follows moves down. */
static double run_school(struct screens *s, bool busy)
{
    const struct room *room = s->sight.room;
    if (needs_school(s)) {
        for (int i = 0; i < room->school_count; i++)
            s->lists.schools[i] = room->schools[room->school_order[i]].name;
        dropdown_run(&s->ui, ui_id_of("school", 0), X, 144, W, &s->seat.school, s->lists.schools,
                     room->school_count, word(WORD_CLIENT_SEAT_SCHOOL),
                     word(WORD_CLIENT_SEAT_SCHOOL_HINT), busy);
        return 108;
    }
    if (!room->me.school)
        return 0;
    struct edit shown = {0};
    edit_set(&shown, room->schools[room->me.school].name);
    field_run(&s->ui, ui_id_of("school", 0), X, 144, W, &shown,
              (struct field){.label = word(WORD_CLIENT_SEAT_SCHOOL), .off = true});
    return 108;
}

/* What is known beforehand stands there already. */
static void begin(struct screens *s)
{
    const struct room *room = s->sight.room;
    if (room->me.name[0])
        edit_set(&s->seat.name, room->me.name);
    for (int i = 0; i < room->school_count; i++)
        if (text_same(room->schools[room->school_order[i]].name, s->seat.named))
            s->seat.school.chosen = i;
    s->seat.begun = true;
}

static bool is_sent(const struct screens *s)
{
    for (unsigned i = 0; i < s->sight.pending_count; i++)
        if (s->sight.pending[i].command.kind == COMMAND_NAME_SEAT)
            return true;
    return false;
}

static void draw(struct screens *s)
{
    struct ui *ui = &s->ui;
    struct draw_list *list = s->list;
    if (!s->seat.begun)
        begin(s);
    if (s->entered)
        ui_focus(ui, ui_id_of(needs_school(s) ? "school" : "name", 0));
    bool busy = is_sent(s);
    screen_body(s);
    draw_text(list, 32, 112, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK, word(WORD_CLIENT_SEAT_TITLE));
    draw_paragraph(list, 32, 168, 368, 3, REGULAR(20), ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK2,
                   word(WORD_CLIENT_SEAT_LINE));
    double y = 144 + run_school(s, busy);
    enum field_result typed =
        field_run(ui, ui_id_of("name", 0), X, y, W, &s->seat.name,
                  (struct field){.label = word(WORD_CLIENT_SEAT_NAME),
                                 .label_more = word(WORD_CLIENT_SEAT_NAME_MORE),
                                 .visible = NAME_VISIBLE,
                                 .off = busy});
    char name[NAME_SIZE];
    const char *typed_name = s->seat.name.text;
    bool named =
        text_take(name, sizeof name, NAME_VISIBLE, typed_name, strlen(typed_name)) == TEXT_FINE;
    bool placed = !needs_school(s) || s->seat.school.chosen >= 0;
    bool pressed = button_run(ui, ui_id_of("take", 0), X, y + 88,
                              (struct button){.kind = BUTTON_PRIMARY,
                                              .text = word(WORD_CLIENT_SEAT_DONE),
                                              .width = W,
                                              .busy = busy,
                                              .off = !named || !placed});
    if (!busy && named && placed && (pressed || typed == FIELD_ENTERED))
        take_seat(s, name);
    if (!named || !placed)
        draw_text(list, X, y + 160, REGULAR(16), ALIGN_LEFT, TOKEN_INK2,
                  word(placed ? WORD_CLIENT_SEAT_NO_NAME : WORD_CLIENT_SEAT_NO_SCHOOL));
    screen_header(s, word(WORD_APP_NAME), s->sight.room->workshop.title);
}

const struct screen screen_seat = {SCREEN_SEAT, true, wanted, draw};
