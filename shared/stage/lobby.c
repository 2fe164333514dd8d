/* The room before it begins: where to go on a laptop, the code, and who is already here. A dot is
 * somebody: filled while connected, a ring while a laptop is away. Nobody knows how many will come,
 * so there are no empty places to count, but a school with nobody yet shows one open dot. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "stage/clock.h"
#include "stage/motion.h"
#include "stage/stages.h"
#include "ui/mark.h"
#include "words/words.h"

enum {
    CODE_GAP = 16,
    CODE_MIDDLE = 48, /* more between the two groups of four */
    DOTS_MOST = 4,    /* more people of a school are a number */
};

/* How chips are laid out: as large as lets all schools stand on one page. */
static const struct chips {
    double least_w, height, pitch, gap, y, padding, dot, dot_gap;
    int rows;
    double radius;
} chip_forms[] = {
    {300, 104, 120, 13, 744, 28, 28, 10, 2, 16},
    {300, 52, 60, 13, 744, 28, 28, 10, 4, 8},
    {255, 52, 60, 14, 736, 20, 20, 8, 5, 8},
};
enum { CHIP_FORMS = sizeof chip_forms / sizeof *chip_forms };

struct lobby {
    const struct chips *chips;
    double address_y, label_up, code_y, code_h, chips_y, late_y;
    int across; /* chips in a row */
    int pages, page, per_page;
};

static int chips_across(const struct chips *chips, double content)
{
    return (int)floor((content + chips->gap) / (chips->least_w + chips->gap));
}

/* As many as the form has and the picture has room for. */
static int rows_of(const struct stage_frame *frame, const struct lobby *lobby)
{
    const struct chips *chips = lobby->chips;
    double room = frame->layout.down - 16 - lobby->chips_y + chips->pitch - chips->height;
    return (int)fmin(chips->rows, floor(room / chips->pitch));
}

static struct lobby lobby_of(const struct stage_frame *frame)
{
    double content = frame->layout.right - frame->layout.left;
    int schools = frame->room->school_count, form = 0, most;
    struct lobby lobby = {.address_y = stage_squeezed(frame, 136, 96),
                          .label_up = stage_squeezed(frame, 56, 48),
                          .code_y = stage_squeezed(frame, 408, 342),
                          .code_h = stage_squeezed(frame, 208, 160),
                          .late_y = stage_squeezed(frame, 1000, 820)};
    for (;; form++) {
        lobby.chips = &chip_forms[form];
        lobby.chips_y = stage_squeezed(frame, lobby.chips->y, lobby.chips->y - 158);
        lobby.across = chips_across(lobby.chips, content);
        most = lobby.across * rows_of(frame, &lobby);
        if (form == CHIP_FORMS - 1 || schools <= most)
            break;
    }
    lobby.pages = stage_pages_of(schools, most);
    lobby.per_page = stage_per_page(schools, most);
    lobby.page = stage_page(frame, lobby.pages);
    return lobby;
}

/* Of the line between address and code. */
static double code_label_y(const struct lobby *lobby)
{
    return lobby->code_y - lobby->label_up;
}

int stage_lobby_pages(const struct stage_frame *frame)
{
    return lobby_of(frame).pages;
}

static void draw_top(struct draw_list *list, const struct stage_frame *frame)
{
    double x = frame->layout.left, right = frame->layout.right;
    mark_logo(list, x, 40, 56);
    char clock[CLOCK_TEXT_SIZE], start[CLOCK_TEXT_SIZE], says[64];
    clock_of_day(clock, frame->clock);
    draw_text(list, right, 40, type_tabular(SEMIBOLD(48)), ALIGN_RIGHT, TOKEN_INK, clock);
    double clock_x = right - draw_width(list, type_tabular(SEMIBOLD(48)), clock);
    int first = frame->room->workshop.item_count ? frame->room->items[1].start : 0;
    if (first && frame->clock < first) {
        clock_of_day(start, first);
        snprintf(says, sizeof says, word(WORD_LOBBY_START), start);
        draw_text(list, clock_x - 16, 50, REGULAR(28), ALIGN_RIGHT, TOKEN_INK2, says);
        clock_x -= 16 + draw_width(list, REGULAR(28), says);
    }
    draw_text_within(list, x + 72, 40, clock_x - 40 - x - 72, SEMIBOLD(48), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_LOBBY_TITLE));
}

static void draw_address(struct draw_list *list, const struct stage_frame *frame,
                         const struct lobby *lobby)
{
    static const int sizes[] = {144, 96, 64, 48};
    double x = frame->layout.left, w = frame->layout.right - x;
    char address[ROOM_ADDRESS_SIZE];
    room_address(address, frame->room);
    const char *says = word(WORD_LOBBY_ADDRESS);
    struct type type = REGULAR(draw_width(list, REGULAR(36), says) > w ? 28 : 36);
    draw_text_within(list, x, lobby->address_y + (44 - type_line(type.size)) / 2.0, w, type,
                     ALIGN_LEFT, TOKEN_INK, says);
    size_t step = 0;
    while (step < 3 && draw_width(list, BOLD(sizes[step]), address) > w)
        step++;
    double inset = sizes[step] / 18.0;
    draw_text_within(list, x - inset,
                     code_label_y(lobby) - 172 + (152 - type_line(sizes[step])) / 2.0, w + inset,
                     BOLD(sizes[step]), ALIGN_LEFT, TOKEN_INK, address);
}

static const struct code_item *room_code(const struct room *room)
{
    for (int i = 1; i <= CODES_MAX; i++)
        if (room->codes[i].symbols[0] && room->codes[i].kind == CODE_ROOM)
            return &room->codes[i];
    return NULL;
}

/* Eight panels in two groups, with a letter each or, without a code, sunken. */
static void draw_code(struct draw_list *list, const struct stage_frame *frame,
                      const struct lobby *lobby, const char *code)
{
    double content = frame->layout.right - frame->layout.left;
    double w = floor((content - 7 * CODE_GAP - CODE_MIDDLE) / CODE_LENGTH);
    int size = w < 176 ? 96 : 144;
    for (size_t i = 0; i < CODE_LENGTH; i++) {
        double x = frame->layout.left + (double)i * (w + CODE_GAP) + (i >= 4 ? CODE_MIDDLE : 0);
        if (!code) {
            draw_round(list, x, lobby->code_y, w, lobby->code_h, 16, TOKEN_SUNKEN);
            continue;
        }
        draw_round(list, x, lobby->code_y + 4, w, lobby->code_h, 16, TOKEN_SHADE);
        draw_round(list, x, lobby->code_y, w, lobby->code_h, 16, TOKEN_SURFACE);
        draw_text_bytes(list, x + w / 2, lobby->code_y + (lobby->code_h - type_line(size)) / 2.0,
                        BOLD(size), ALIGN_CENTRE, TOKEN_INK, code + i, 1);
    }
}

/* In place of the code, where everybody has one of their own. */
static void draw_own_codes(struct draw_list *list, const struct stage_frame *frame,
                           const struct lobby *lobby)
{
    double x = frame->layout.left, w = frame->layout.right - x;
    double y = lobby->code_y + (lobby->code_h - 208) / 2;
    draw_round(list, x, lobby->code_y, w, lobby->code_h, 16, TOKEN_TINT);
    draw_paragraph(list, x + 48, y + 48, w - 96, 1, SEMIBOLD(48), ALIGN_LEFT, WRAP_BALANCED,
                   TOKEN_INK, word(WORD_LOBBY_OWN_CODE));
    draw_paragraph(list, x + 48, y + 116, w - 96, 2, REGULAR(28), ALIGN_LEFT, WRAP_BALANCED,
                   TOKEN_INK, word(WORD_LOBBY_OWN_CODE_MORE));
}

static void draw_no_network(struct draw_list *list, const struct stage_frame *frame, double y)
{
    double x = frame->layout.left, w = frame->layout.right - x, text = x + 184;
    draw_frame(list, x, y, w, 216, 16, 4, TOKEN_INK);
    mark_bang(list, x + 96, y + 108, 96);
    draw_text_within(list, text, y + 58, w - 232, SEMIBOLD(48), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_LOBBY_NO_NETWORK));
    draw_text_within(list, text, y + 122, w - 232, REGULAR(28), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_LOBBY_NO_NETWORK_MORE));
}

/* How much of a dot that has just come there is. */
static double grown(const struct stage_frame *frame, school_id id, int place)
{
    if (frame->reduced_motion)
        return 1;
    return motion_seat(frame->motion, id, place, frame->now_ms) / 100.0;
}

/* Who is there, at the right end of a chip; returns where the name must end. */
static double draw_people(struct draw_list *list, const struct stage_frame *frame,
                          const struct chips *chips, double right, double y, school_id id)
{
    const struct school_item *school = &frame->room->schools[id];
    int here = school->here, away = school->away, all = here + away;
    double dot = chips->dot, x = right, step = dot + chips->dot_gap;
    if (all == 0) {
        mark_dot(list, right - dot / 2, y, dot, SEAT_EMPTY);
        return right - dot;
    }
    if (all <= DOTS_MOST) {
        for (int i = 0; i < all; i++)
            mark_dot(list, right - dot / 2 - (all - 1 - i) * step, y,
                     i < here ? dot * grown(frame, id, i) : dot, i < here ? SEAT_TAKEN : SEAT_AWAY);
        return right - all * step + chips->dot_gap;
    }
    /* a number beside one dot of its kind: those away first, from the right */
    for (int kind = 0; kind < 2; kind++) {
        int number = kind == 0 ? away : here;
        if (number == 0)
            continue;
        char text[12];
        snprintf(text, sizeof text, "%d", number);
        mark_dot(list, x - dot / 2, y, dot, kind == 0 ? SEAT_AWAY : SEAT_TAKEN);
        x -= dot + 6;
        draw_text(list, x, y - 18, SEMIBOLD(28), ALIGN_RIGHT, TOKEN_INK, text);
        x -= draw_width(list, SEMIBOLD(28), text) + 12;
    }
    return x + 12;
}

static void draw_chip(struct draw_list *list, const struct stage_frame *frame,
                      const struct chips *chips, double x, double y, double w, school_id id)
{
    const struct school_item *school = &frame->room->schools[id];
    bool empty = school->here + school->away == 0;
    double middle = y + chips->height / 2;
    if (empty)
        draw_frame(list, x, y, w, chips->height, chips->radius, 2, TOKEN_LINE);
    else
        draw_round(list, x, y, w, chips->height, chips->radius, TOKEN_SURFACE);
    double end = draw_people(list, frame, chips, x + w - chips->padding, middle, id);
    bool large = chips == &chip_forms[0];
    double name_x = x + chips->padding, name_w = end - 16 - name_x;
    struct type type = empty || !large ? MEDIUM(28) : SEMIBOLD(28);
    if (draw_width(list, type, school->name) > name_w)
        type.size = 24;
    draw_text_within(list, name_x, middle - type_line(type.size) / 2.0, name_w, type, ALIGN_LEFT,
                     empty ? TOKEN_INK2 : TOKEN_INK, school->name);
}

static void draw_schools(struct draw_list *list, const struct stage_frame *frame,
                         const struct lobby *lobby)
{
    const struct chips *chips = lobby->chips;
    const struct room *room = frame->room;
    double content = frame->layout.right - frame->layout.left;
    double w = floor((content - (lobby->across - 1) * chips->gap) / lobby->across);
    int first = lobby->page * lobby->per_page, end = first + lobby->per_page;
    for (int i = first; i < end && i < room->school_count; i++) {
        int at = i - first;
        draw_chip(list, frame, chips, frame->layout.left + at % lobby->across * (w + chips->gap),
                  lobby->chips_y + at / lobby->across * chips->pitch, w, room->school_order[i]);
    }
}

static void draw_count(struct draw_list *list, const struct stage_frame *frame,
                       const struct lobby *lobby, bool network)
{
    const struct room *room = frame->room;
    double y = lobby->chips_y - 72, x = frame->layout.left, right = frame->layout.right;
    int here = 0;
    for (uint16_t i = 0; i < room->school_count; i++)
        here += room->schools[room->school_order[i]].here;
    char text[128];
    snprintf(text, sizeof text,
             word(!network    ? WORD_LOBBY_WAITING
                  : here == 0 ? WORD_LOBBY_NOBODY
                  : here == 1 ? WORD_LOBBY_ONE
                              : WORD_LOBBY_PEOPLE),
             here);
    draw_text(list, x, y, SEMIBOLD(36), ALIGN_LEFT, network ? TOKEN_INK : TOKEN_INK2, text);
    double from = x + draw_width(list, SEMIBOLD(36), text) + 40;
    if (lobby->pages > 1)
        snprintf(text, sizeof text, word(WORD_PAGE), lobby->page + 1, lobby->pages);
    else
        snprintf(text, sizeof text, "%s",
                 word(room->school_count ? WORD_LOBBY_DOTS : WORD_LOBBY_NO_SCHOOLS));
    if (network || lobby->pages > 1)
        draw_text_within(list, from, y + 4, right - from, REGULAR(28), ALIGN_RIGHT, TOKEN_INK2,
                         text);
}

void stage_lobby_draw(struct draw_list *list, const struct stage_frame *frame)
{
    const struct room *room = frame->room;
    struct lobby lobby = lobby_of(frame);
    bool network = room->kiosk.address[0] != '\0';
    const struct code_item *code = room_code(room);
    draw_top(list, frame);
    if (!network) {
        draw_no_network(list, frame, lobby.address_y);
        draw_code(list, frame, &lobby, NULL);
    } else {
        draw_address(list, frame, &lobby);
        draw_text(list, frame->layout.left, code_label_y(&lobby), REGULAR(36), ALIGN_LEFT,
                  TOKEN_INK, word(code ? WORD_LOBBY_CODE : WORD_LOBBY_THEN));
        if (code)
            draw_code(list, frame, &lobby, code->symbols);
        else
            draw_own_codes(list, frame, &lobby);
    }
    draw_count(list, frame, &lobby, network);
    draw_schools(list, frame, &lobby);
    int shown = room->school_count < lobby.per_page ? room->school_count : lobby.per_page;
    double rows = ceil((double)shown / lobby.across);
    if (lobby.chips_y + rows * lobby.chips->pitch <= lobby.late_y)
        draw_text_within(list, frame->layout.left, lobby.late_y,
                         frame->layout.right - frame->layout.left, REGULAR(28), ALIGN_LEFT,
                         TOKEN_INK2, word(network ? WORD_LOBBY_LATE : WORD_LOBBY_ANY_NETWORK));
}
