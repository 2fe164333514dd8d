#include <stdio.h>

#include "screen/task.h"
#include "screen/vote.h"
#include "ui/mark.h"

/* A shared laptop: who votes on it now, and how many they are. Nobody's marks are shown here, so
 * that the laptop can be passed on. */

enum { COLUMNS = 3, CARD = 334, CARD_HEIGHT = 72, CARD_X = 351, CARD_Y = 84, DOT = 24, NOTE = 40 };

/* ---- whose turn it is ---- */

static enum word state_word(const struct screens *s, ballot_id ballot, unsigned slot)
{
    const struct paper_draft *draft = &s->vote.drafts[ballot][slot];
    if (draft->refusal != REFUSAL_NONE)
        return WORD_PAPER_TURN_REFUSED;
    if (draft->stage == PAPER_IN_HAND)
        return WORD_PAPER_TURN_BEGUN;
    switch (vote_given(s, ballot, slot)) {
    case VOTE_SAVED:
        return WORD_PAPER_TURN_SAVED;
    case VOTE_ON_WAY:
        return WORD_PAPER_TURN_ON_WAY;
    case VOTE_NOT_GIVEN:
        break;
    }
    return s->sight.room->own_papers[ballot][slot].hidden ? WORD_PAPER_TURN_ELSEWHERE
                                                          : WORD_PAPER_TURN_OPEN;
}

static bool run_card(struct screens *s, ballot_id ballot, unsigned slot, double x, double y)
{
    static const enum seat_state dots[] = {
        [VOTE_NOT_GIVEN] = SEAT_EMPTY, [VOTE_ON_WAY] = SEAT_AWAY, [VOTE_SAVED] = SEAT_TAKEN};
    struct ui *ui = &s->ui;
    char name[SCREEN_TEXT_SIZE];
    ui_id id = ui_id_of("person", (int)slot);
    bool done = ui_area(ui, id, x, y, CARD, CARD_HEIGHT, 12, 4, 0);
    draw_outline(s->list, x, y, CARD, CARD_HEIGHT, 12, 2, TOKEN_OUTLINE,
                 ui_hovered(ui, id) ? TOKEN_TINT : TOKEN_SURFACE);
    mark_dot(s->list, x + 32, y + CARD_HEIGHT / 2.0, DOT, dots[vote_given(s, ballot, slot)]);
    snprintf(name, sizeof name, word(WORD_PAPER_PERSON), slot);
    draw_text(s->list, x + 60, y + 8, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK, name);
    draw_text_within(s->list, x + 60, y + 38, CARD - 76, REGULAR(16), ALIGN_LEFT, TOKEN_INK2,
                     word(state_word(s, ballot, slot)));
    return done;
}

/* What has become of the last paper, so that its voter can pass the laptop on with an easy mind. */
static double draw_last(struct screens *s, ballot_id ballot, double y)
{
    double end = vote_draw_refusals(s, ballot, y);
    enum vote_given given = s->vote.last ? vote_given(s, ballot, s->vote.last) : VOTE_NOT_GIVEN;
    if (end > y || given == VOTE_NOT_GIVEN)
        return end;
    bool saved = given == VOTE_SAVED;
    if (saved)
        mark_tick(s->list, SCREEN_LEFT + 16, y + NOTE / 2.0, 32, TOKEN_ACCENT, TOKEN_ON_ACCENT);
    else
        icon_draw(s->list, ICON_CLOCK, SCREEN_LEFT + 2, y + NOTE / 2.0 - 14, 28, 2, TOKEN_INK);
    draw_text(s->list, SCREEN_LEFT + 48, y + NOTE / 2.0 - 14, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK,
              word(saved ? WORD_PAPER_HANDED_SAVED : WORD_PAPER_HANDED_ON_WAY));
    return y + NOTE;
}

static unsigned first_open(const struct screens *s, ballot_id ballot)
{
    for (unsigned slot = 1; slot <= vote_people(s); slot++)
        if (vote_given(s, ballot, slot) == VOTE_NOT_GIVEN)
            return slot;
    return 1;
}

/* 1 to 9, and 0 for the tenth; 0: none was typed. */
static unsigned typed_number(const struct ui *ui)
{
    static const char *const figures[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    for (unsigned i = 0; i < sizeof figures / sizeof *figures; i++)
        if (ui_typed(ui, figures[i]))
            return i ? i : 10;
    return 0;
}

bool vote_run_turns(struct screens *s, ballot_id ballot)
{
    const struct ballot_content *content = &s->sight.room->ballots[ballot].content;
    unsigned people = vote_people(s), chosen = typed_number(&s->ui);
    double y = vote_draw_title(s, content->question, word(WORD_PAPER_TURNS_LINE), SCREEN_RIGHT);
    y = draw_last(s, ballot, y + 16) + 16;
    draw_text(s->list, SCREEN_LEFT, y, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK, word(WORD_PAPER_TURNS));
    ui_focus_first(&s->ui, ui_id_of("person", (int)first_open(s, ballot)));
    ui_group(&s->ui, ui_id_of("people", 0), COLUMNS);
    for (unsigned slot = 1; slot <= people; slot++)
        if (run_card(s, ballot, slot, SCREEN_LEFT + (slot - 1) % COLUMNS * CARD_X,
                     y + 40 + (slot - 1) / COLUMNS * CARD_Y))
            chosen = slot;
    ui_group_end(&s->ui);
    screen_footer(s, word(content->named ? WORD_PAPER_NAMED : WORD_PAPER_SECRET));
    double right = SCREEN_RIGHT;
    struct button share = {.kind = BUTTON_SECONDARY, .text = word(WORD_PAPER_SHARE_CHANGE)};
    if (screen_foot_button(s, "share", &right, share))
        screen_go(s, SCREEN_SHARE);
    if (chosen < 1 || chosen > people)
        return false;
    s->vote.person = (uint8_t)chosen;
    s->vote.option = 1;
    s->vote.criterion = 0;
    return true;
}

/* ---- how many they are ---- */

enum { NUMBER = 72, NUMBER_X = 86, NUMBER_Y = 232 };

bool vote_may_share(const struct screens *s)
{
    const struct me_item *me = &s->sight.room->me;
    return me->seat && (me->role == ROLE_SCHOOL || me->role == ROLE_ROOM);
}

static bool never(const struct screens *s)
{
    (void)s;
    return false; /* by choice alone */
}

static void share(struct screens *s, unsigned people)
{
    if (people == vote_people(s))
        return;
    struct command *command = screen_command(s, COMMAND_SHARE_SEAT);
    if (command)
        command->change.seat =
            (struct seat_change){.seat = s->sight.room->me.seat, .people = (uint8_t)people};
}

static void draw_share(struct screens *s)
{
    struct ui *ui = &s->ui;
    unsigned people = vote_people(s), chosen = 0, typed = typed_number(ui);
    if (s->entered)
        ui_focus(ui, ui_id_of("number", (int)people));
    if (typed && typed <= LAPTOP_MAX)
        ui_focus(ui, ui_id_of("number", (int)typed));
    screen_body(s);
    draw_text(s->list, SCREEN_LEFT, 112, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
              word(WORD_PAPER_SHARE_TITLE));
    draw_paragraph(s->list, SCREEN_LEFT, 168, 820, 2, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY,
                   TOKEN_INK2, word(WORD_PAPER_SHARE_LINE));
    ui_group(ui, ui_id_of("numbers", 0), 0);
    for (unsigned n = 1; n <= LAPTOP_MAX; n++) {
        char figure[16];
        ui_id id = ui_id_of("number", (int)n);
        double x = SCREEN_LEFT + (n - 1) * NUMBER_X;
        bool on = n == people;
        if (ui_area(ui, id, x, NUMBER_Y, NUMBER, NUMBER, 12, 4, on ? UI_CHOSEN : 0))
            chosen = n;
        draw_outline(s->list, x, NUMBER_Y, NUMBER, NUMBER, 12, on ? 3 : 2,
                     on ? TOKEN_ACCENT : TOKEN_OUTLINE,
                     on || ui_hovered(ui, id) ? TOKEN_TINT : TOKEN_SURFACE);
        snprintf(figure, sizeof figure, "%u", n);
        draw_text(s->list, x + NUMBER / 2.0, NUMBER_Y + 18, SEMIBOLD(28), ALIGN_CENTRE, TOKEN_INK,
                  figure);
    }
    ui_group_end(ui);
    screen_footer(s, word(WORD_PAPER_SHARE_FOOT));
    double right = SCREEN_RIGHT;
    struct button back = {.kind = BUTTON_SECONDARY, .text = word(WORD_PAPER_SHARE_BACK)};
    bool leaves = screen_foot_button(s, "leave", &right, back) || ui_pressed(ui, KEY_ESCAPE, 0);
    if (chosen)
        share(s, chosen);
    if (chosen || leaves)
        task_go(s);
    screen_header_here(s);
}

const struct screen screen_share = {SCREEN_SHARE, false, never, draw_share};
