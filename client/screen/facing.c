/* The facilitator's window: the same console as the kiosk's, drawn in kiosk units over the whole of
 * it. What the projector shows is made from the facilitator's own room. */

#include "base/day.h"
#include "screen/screen.h"

static bool wanted(const struct screens *s)
{
    return screen_is_facilitator(s) && s->sight.room->me.seat && s->sight.state != SESSION_APART &&
           !s->menu;
}

enum { PROJECTOR_WIDTH = 1920, PROJECTOR_HEIGHT = 1080 };

static struct console_sight sight_of(const struct screens *s)
{
    const struct screens_sight *sight = &s->sight;
    bool down = sight->state == SESSION_DOWN || sight->state == SESSION_WAITING;
    int64_t local_s = sight->clock_ms / 1000 + sight->zone_s;
    return (struct console_sight){.room = sight->room,
                                  .stage = layout_kiosk(PROJECTOR_WIDTH, PROJECTOR_HEIGHT),
                                  .metrics = s->list->metrics,
                                  .reduced_motion = s->reduced_motion,
                                  .now_ms = sight->now_ms,
                                  .clock = (int)(local_s / 60 % MINUTES_OF_DAY),
                                  .today = day_of_time(local_s * 1000),
                                  .in_sight = true,
                                  .trouble = down ? word(WORD_CLIENT_RECONNECTING) : NULL};
}

/* What is wished for goes the client's own way. */
static void obey(struct screens *s, const struct console_wish *wish)
{
    for (int i = 0; i < wish->commands; i++) {
        struct command *command = screen_command(s, wish->command[i].kind);
        if (command)
            *command = wish->command[i];
    }
    if (wish->theme)
        s->theme = s->theme == THEME_LIGHT ? THEME_DARK : THEME_LIGHT;
    if (wish->everything)
        console_say(s->console, word(WORD_WRITE_AT_KIOSK));
    if (wish->sheet)
        console_say(s->console, word(WORD_TALK_AT_KIOSK));
    if (wish->cards)
        console_say(s->console, word(WORD_CARDS_AT_KIOSK));
    if (wish->bring)
        console_say(s->console, word(WORD_BASKET_AT_KIOSK));
    s->wish->full_screen |= wish->full_screen;
    s->menu |= wish->leave; /* the menu has leaving, and the size of the window */
}

static void draw(struct screens *s)
{
    struct layout layout = layout_kiosk(s->layout.width, s->layout.height);
    struct console_sight sight = sight_of(s);
    console_follow(s->console, &sight, &s->console_wish);
    console_draw(s->console, &s->ui, &layout);
    console_keys(s->console, &s->ui);
    obey(s, &s->console_wish);
}

const struct screen screen_facing = {SCREEN_FACING, true, wanted, draw};
