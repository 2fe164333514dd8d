#include "stage/people.h"

#include <math.h>
#include <stdio.h>

#include "stage/motion.h"
#include "ui/mark.h"
#include "words/words.h"

enum {
    RING_DOT_MOST = 40,
    RING_DOT_LEAST = 8,
    ROW_DOT_LEAST = 8,
    ROW_GAP_LEAST = 4,
};

void people_ring_of(struct draw_list *list, const struct people_count *people, double centre_x,
                    double centre_y, double size)
{
    int all = people->of;
    /* The dots' own size takes from the circle they stand on. */
    double dot = RING_DOT_MOST;
    if (all > 0) {
        double arc = 0.62 * 2 * M_PI / all;
        dot = fmin(RING_DOT_MOST, arc * size / (2 + arc));
    }
    if (dot < RING_DOT_LEAST || all == 0) {
        draw_ring(list, centre_x, centre_y, size / 2, 10, TOKEN_LINE);
        draw_arc(list, centre_x, centre_y, size / 2, 10, all ? (double)people->count / all : 0,
                 TOKEN_ACCENT);
    }
    for (int i = 0; dot >= RING_DOT_LEAST && i < all; i++) {
        double x, y, grown = i + 1 == people->count ? people->newest / 100.0 : 1;
        bool here = i < people->count;
        mark_on_circle(&x, &y, centre_x, centre_y, (size - dot) / 2, i, all);
        mark_dot(list, x, y, dot * grown, here ? SEAT_TAKEN : SEAT_EMPTY);
    }
    char text[64];
    snprintf(text, sizeof text, "%d", people->count);
    int figure = size >= 520 ? 144 : 96;
    draw_text(list, centre_x, centre_y - type_line(figure) / 2.0 - 32, BOLD(figure), ALIGN_CENTRE,
              TOKEN_INK, text);
    double inner = size - 2 * dot - 32;
    struct type type = MEDIUM(36);
    while (type.size > 24 && draw_width(list, type, people->says) > inner)
        type.size = type.size == 36 ? 28 : 24;
    draw_text_within(list, centre_x - inner / 2, centre_y + type_line(figure) / 2.0 - 32, inner,
                     type, ALIGN_CENTRE, people->paint, people->says);
}

void people_ring(struct draw_list *list, const struct stage_frame *frame, enum slip_kind kind,
                 double centre_x, double centre_y, double size)
{
    const struct round_item *round = &frame->room->rounds[kind];
    char says[64];
    struct people_count people = {.count = round->answered,
                                  .of = round->asked > round->answered ? round->asked
                                                                       : round->answered,
                                  .says = says,
                                  .paint = TOKEN_INK2,
                                  .newest = 100};
    snprintf(says, sizeof says, word(WORD_ROUND_ANSWERED), people.of);
    if (!frame->reduced_motion)
        people.newest = motion_answer(frame->motion, kind, people.count - 1, frame->now_ms);
    people_ring_of(list, &people, centre_x, centre_y, size);
}

void people_note(struct draw_list *list, double middle, double y, double w, enum icon icon,
                 const char *says)
{
    enum { ICON = 36, ICON_GAP = 16 };
    bool wide = ICON + ICON_GAP + draw_width(list, REGULAR(28), says) <= w;
    struct type type = REGULAR(wide ? 28 : 24);
    double text_w = fmin(w - ICON - ICON_GAP, draw_width(list, type, says) + 1);
    double x = middle - (ICON + ICON_GAP + text_w) / 2;
    icon_draw(list, icon, x, y, ICON, 2, TOKEN_INK);
    draw_text_within(list, x + ICON + ICON_GAP, y + (ICON - type_line(type.size)) / 2.0, text_w,
                     type, ALIGN_LEFT, TOKEN_INK, says);
}

/* Rows that so many dots need in a box when they are `dot` wide; more than fit: 0. */
static int rows_for(int count, double w, double h, double dot, double gap)
{
    int across = (int)floor((w + gap) / (dot + gap));
    int rows = across > 0 ? (count + across - 1) / across : 0;
    return rows > 0 && rows * (dot + gap) - gap <= h + 0.5 ? rows : 0;
}

double people_rows(struct draw_list *list, double x, double y, double w, double h, double most,
                   const int count[3], bool spread)
{
    static const enum seat_state looks[] = {SEAT_TAKEN, SEAT_AWAY, SEAT_EMPTY};
    int all = count[0] + count[1] + count[2], rows = 0;
    double dot = most, gap = 0;
    for (; all > 0 && dot >= ROW_DOT_LEAST; dot -= 2) {
        gap = fmax(ROW_GAP_LEAST, floor(dot / 3));
        rows = rows_for(all, w, h, dot, gap);
        if (rows)
            break;
    }
    if (!rows)
        return 0;
    int across = (all + rows - 1) / rows;
    double step = dot + gap;
    if (spread && rows == 1 && all > 1)
        step = fmin((w - dot) / (all - 1), 2.2 * dot);
    for (int i = 0, look = 0, of_look = 0; i < all; i++, of_look++) {
        while (of_look == count[look]) {
            look++;
            of_look = 0;
        }
        mark_dot(list, x + i % across * step + dot / 2, y + i / across * (dot + gap) + dot / 2, dot,
                 looks[look]);
    }
    return rows * (dot + gap) - gap;
}
