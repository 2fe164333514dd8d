#include "presenter/placing.h"

#include <string.h>

/* How systems call the screen that is built into a laptop. */
static bool is_built_in(const struct display_screen *screen)
{
    static const char *const names[] = {"eDP", "LVDS", "DSI"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncmp(screen->name, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

static bool overlap(const struct display_screen *a, const struct display_screen *b)
{
    return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
           b->y < a->y + a->height;
}

/* The facilitator's screen: a laptop's own, else the main one. */
static int facilitators(const struct display_screen screens[], int count)
{
    for (int i = 0; i < count; i++)
        if (is_built_in(&screens[i]))
            return i;
    return 0;
}

struct placing placing_choose(enum options_console wish, const struct display_screen screens[],
                              int count)
{
    struct placing placing = {.console = PLACING_OVER};
    int own = facilitators(screens, count), room = -1;
    for (int i = 0; i < count && room < 0; i++)
        if (i != own && !overlap(&screens[i], &screens[own]))
            room = i;
    if (room >= 0) {
        placing.stage = room;
        placing.facing = own;
    }
    if (wish == OPTIONS_CONSOLE_NONE)
        placing.console = PLACING_NONE;
    else if (wish == OPTIONS_CONSOLE_WINDOW || (wish == OPTIONS_CONSOLE_AUTO && room >= 0))
        placing.console = PLACING_BESIDE;
    return placing;
}
