/* What the room is being asked: an icebreaker question, a condition to rate together, the
 * objectives of the evaluation. Opening, showing and going on are one key; nobody is waited for. */

#include "console/parts.h"

#include <stdio.h>

#include "ui/button.h"

enum { PADDING = 20, BUTTON_HEIGHT = 56, ARROW = 40, MISSING_NAMED = 4 };

enum slip_kind run_round_kind(const struct room *room)
{
    switch (room_stage(room)) {
    case STAGE_ICEBREAKER:
        return SLIP_ICEBREAKER;
    case STAGE_TOGETHER:
        return SLIP_READING;
    case STAGE_EVALUATION:
        return SLIP_OBJECTIVE;
    default:
        return SLIP_COUNT;
    }
}

static unsigned subjects(const struct room *room, enum slip_kind kind)
{
    return kind == SLIP_ICEBREAKER ? room->workshop.question_count
           : kind == SLIP_READING  ? room->workshop.condition_count
                                   : 1;
}

/* What subject's words are; for objectives the whole form. */
static const char *subject_text(const struct room *room, enum slip_kind kind, unsigned subject)
{
    if (kind == SLIP_OBJECTIVE)
        return word(WORD_CONSOLE_ASK_OBJECTIVES);
    return kind == SLIP_ICEBREAKER ? room->questions[subject].text : room->conditions[subject].name;
}

static void call_round(struct console *c, enum slip_kind kind, unsigned subject,
                       enum round_state state)
{
    struct command *command = console_command(c, COMMAND_CALL_ROUND);
    if (command)
        command->change.round = (struct round_change){
            .kind = (uint8_t)kind, .subject = (uint8_t)subject, .state = (uint8_t)state};
}

/* What going on would do: to which subject and into what state; false at the end. */
static bool next_of(const struct room *room, enum slip_kind kind, unsigned *subject,
                    enum round_state *state)
{
    const struct round_item *round = &room->rounds[kind];
    *subject = round->subject ? round->subject : 1;
    *state = ROUND_OPEN;
    if (round->subject && round->state == ROUND_OPEN)
        *state = ROUND_SHOWN;
    else if (round->subject && round->state == ROUND_SHOWN)
        ++*subject;
    return *subject <= subjects(room, kind);
}

void run_round_go_on(struct console *c)
{
    enum slip_kind kind = run_round_kind(c->sight.room);
    unsigned subject;
    enum round_state state;
    if (kind != SLIP_COUNT && next_of(c->sight.room, kind, &subject, &state))
        call_round(c, kind, subject, state);
}

/* Another subject: one that has been shown is shown again, any other is opened. */
static void turn(struct console *c, enum slip_kind kind, int by)
{
    const struct room *room = c->sight.room;
    int subject = room->rounds[kind].subject + by;
    if (subject < 1 || subject > (int)subjects(room, kind))
        return;
    bool told = room->tallies[kind][subject].count > 0;
    call_round(c, kind, (unsigned)subject, told ? ROUND_SHOWN : ROUND_OPEN);
}

static bool is_missing(const struct room *room, school_id school)
{
    return room->missing[school].count > 0;
}

/* "7 of 12 have answered. Without Fern, Ingle and 2 more." */
static void say_state(char *to, size_t size, const struct room *room, enum slip_kind kind)
{
    const struct round_item *round = &room->rounds[kind];
    char names[512];
    int length = 0;
    to[0] = '\0';
    if (!round->subject || round->state == ROUND_NONE) {
        snprintf(to, size, "%s", word(WORD_CONSOLE_ROUND_NOT_YET));
        return;
    }
    if (round->state == ROUND_SHOWN) {
        snprintf(to, size, word(WORD_CONSOLE_ROUND_SHOWN), round->answered);
        return;
    }
    length = snprintf(to, size, word(WORD_CONSOLE_ROUND_ANSWERED), round->answered, round->asked);
    console_names(names, sizeof names, room, MISSING_NAMED, is_missing);
    if (names[0] && length > 0 && (size_t)length < size)
        snprintf(to + length, size - (size_t)length, word(WORD_CONSOLE_ROUND_MISSING), names);
}

static void draw_buttons(struct console *c, enum slip_kind kind, double x, double y, double w)
{
    const struct room *room = c->sight.room;
    const struct round_item *round = &room->rounds[kind];
    unsigned subject;
    enum round_state state;
    bool more = next_of(room, kind, &subject, &state);
    bool without = state == ROUND_SHOWN && round->answered < round->asked;
    struct button go = {.kind = BUTTON_PRIMARY,
                        .text = word(without                ? WORD_CONSOLE_ROUND_WITHOUT
                                     : state == ROUND_SHOWN ? WORD_CONSOLE_ROUND_SHOW
                                     : round->subject       ? WORD_CONSOLE_ROUND_NEXT
                                                            : WORD_CONSOLE_ROUND_ASK),
                        .height = BUTTON_HEIGHT};
    struct button again = {
        .kind = BUTTON_QUIET, .text = word(WORD_CONSOLE_ROUND_AGAIN), .height = BUTTON_HEIGHT};
    struct button away = {
        .kind = BUTTON_QUIET, .text = word(WORD_CONSOLE_ROUND_AWAY), .height = BUTTON_HEIGHT};
    bool shown = round->subject && round->state == ROUND_SHOWN;
    struct button *other = shown ? &again : &away;
    bool both = round->subject && round->state != ROUND_NONE;
    if (both && button_width(c->ui, go) + 8 + button_width(c->ui, *other) > w)
        go.text = word(state == ROUND_SHOWN ? WORD_CONSOLE_ROUND_SHOW : WORD_CONSOLE_ROUND_ON);
    if (more && button_run(c->ui, ui_id_of("round-go", 0), x, y, go))
        run_round_go_on(c);
    if (more)
        x += button_width(c->ui, go) + 8;
    else
        other->kind = BUTTON_SECONDARY; /* the last has been shown: it stands alone */
    if (both && button_run(c->ui, ui_id_of("round-other", 0), x, y, *other))
        call_round(c, kind, round->subject, shown ? ROUND_OPEN : ROUND_NONE);
}

/* To the question before and after, ending at `right`; returns where they begin. */
static double draw_arrows(struct console *c, enum slip_kind kind, double right, double y)
{
    const struct room *room = c->sight.room;
    const struct round_item *round = &room->rounds[kind];
    if (kind == SLIP_OBJECTIVE)
        return right;
    if (button_icon(c->ui, ui_id_of("round-back", 0), right - 2 * ARROW - 8, y, ARROW, ICON_LEFT,
                    round->subject < 2))
        turn(c, kind, -1);
    if (button_icon(c->ui, ui_id_of("round-on", 0), right - ARROW, y, ARROW, ICON_RIGHT,
                    round->subject >= subjects(room, kind)))
        turn(c, kind, 1);
    return right - 2 * ARROW - 24;
}

double run_round_draw(struct console *c, struct box box)
{
    const struct room *room = c->sight.room;
    enum slip_kind kind = run_round_kind(room);
    if (kind == SLIP_COUNT)
        return 0;
    const struct round_item *round = &room->rounds[kind];
    unsigned subject = round->subject ? round->subject : 1;
    struct draw_list *list = c->ui->list;
    char says[768];
    say_state(says, sizeof says, room, kind);
    double w = box.w - 2 * PADDING;
    double lines = console_height(c, w, 2, REGULAR(20), says);
    double h = PADDING + 36 + lines + 12 + BUTTON_HEIGHT + PADDING;
    draw_round(list, box.x, box.y, box.w, h, 16, TOKEN_SURFACE);
    double x = box.x + PADDING, right = draw_arrows(c, kind, x + w, box.y + PADDING - 8);
    const char *text = subject_text(room, kind, subject);
    if (kind == SLIP_READING && draw_width(list, SEMIBOLD(24), text) > right - x)
        text = room->conditions[subject].tight;
    draw_text_within(list, x, box.y + PADDING - 4, right - x, SEMIBOLD(24), ALIGN_LEFT, TOKEN_INK,
                     text);
    draw_paragraph(list, box.x + PADDING, box.y + PADDING + 32, w, 2, REGULAR(20), ALIGN_LEFT,
                   WRAP_GREEDY, TOKEN_INK2, says);
    draw_buttons(c, kind, box.x + PADDING, box.y + PADDING + 36 + lines + 12, w);
    return h + 16;
}
