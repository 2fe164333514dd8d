#include "ui/draw.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

/* A draw list as text, one command a line, each kind with only the fields it has:
 *   round 64,208 96x60 r8 med
 *   text 112,248 semibold 36 centre ink "6"
 * Smooth shapes print pixels with up to three decimals. */

/* Where the lines go: a buffer that may be too short. */
struct sink {
    char *to;
    size_t size, length;
};

__attribute__((format(printf, 2, 3))) static void say(struct sink *sink, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    size_t room = sink->length < sink->size ? sink->size - sink->length : 0;
    int n = vsnprintf(room ? sink->to + sink->length : NULL, room, format, args);
    sink->length += n > 0 ? (size_t)n : 0;
    va_end(args);
}

static double smooth(int32_t eighths)
{
    return (double)eighths / DRAW_EIGHTH;
}

static void say_paint(struct sink *sink, paint p)
{
    say(sink, " %s", theme_token_name(p & 0xFF));
    if (p >> 8)
        say(sink, " %" PRIu32 "%% on %s", p >> 8 & 0xFF, theme_token_name(p >> 16 & 0xFF));
}

static void say_points(struct sink *sink, const struct draw_list *list,
                       const struct draw_command *c)
{
    for (uint32_t i = c->first; i < c->first + c->count; i++)
        say(sink, " %.9g,%.9g", smooth(list->point[i].x), smooth(list->point[i].y));
}

static void say_text(struct sink *sink, const struct draw_list *list, const struct draw_command *c)
{
    static const char *const weights[] = {"regular", "medium", "semibold", "bold"};
    static const char *const aligns[] = {"left", "centre", "right"};
    say(sink, " %d,%d %s %d %s%s", c->x, c->y, weights[c->weight], c->size, aligns[c->align],
        c->tabular ? " tabular" : "");
    say_paint(sink, c->paint);
    say(sink, " \"%s\"", list->text + c->first);
}

static void say_command(struct sink *sink, const struct draw_list *list,
                        const struct draw_command *c)
{
    static const char *const kinds[] = {"rect", "round",   "frame", "disc", "ring",  "arc",
                                        "line", "polygon", "text",  "clip", "unclip"};
    say(sink, "%s", kinds[c->kind]);
    switch ((enum draw_kind)c->kind) {
    case DRAW_RECT:
    case DRAW_ROUND:
    case DRAW_FRAME:
        say(sink, " %d,%d %dx%d", c->x, c->y, c->w, c->h);
        if (c->kind != DRAW_RECT)
            say(sink, " r%d", c->radius);
        if (c->kind == DRAW_FRAME)
            say(sink, " s%d", c->stroke);
        say_paint(sink, c->paint);
        break;
    case DRAW_DISC:
    case DRAW_RING:
    case DRAW_ARC:
        say(sink, " %.9g,%.9g r%.9g", smooth(c->x), smooth(c->y), smooth(c->radius));
        if (c->kind != DRAW_DISC)
            say(sink, " s%.9g", smooth(c->stroke));
        if (c->kind == DRAW_ARC)
            say(sink, " part %.4f", c->part / 65536.0);
        say_paint(sink, c->paint);
        break;
    case DRAW_LINE:
    case DRAW_POLYGON:
        say_points(sink, list, c);
        if (c->kind == DRAW_LINE)
            say(sink, " s%.9g", smooth(c->stroke));
        say_paint(sink, c->paint);
        break;
    case DRAW_TEXT:
        say_text(sink, list, c);
        break;
    case DRAW_CLIP:
        say(sink, " %d,%d %dx%d", c->x, c->y, c->w, c->h);
        break;
    case DRAW_UNCLIP:
        break;
    }
    say(sink, "\n");
}

size_t draw_print(char *to, size_t size, const struct draw_list *list)
{
    struct sink sink = {.to = to, .size = size};
    say(&sink, "screen %dx%d\n", list->width, list->height);
    for (uint32_t i = 0; i < list->commands; i++)
        say_command(&sink, list, &list->command[i]);
    if (list->dropped)
        say(&sink, "dropped %" PRIu32 "\n", list->dropped);
    return sink.length;
}
