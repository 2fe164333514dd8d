#include "report/cards.h"

#include "base/text.h"
#include "phrase/phrase.h"
#include "report/cards_parts.h"
#include "report/qr.h"
#include "words/words.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* A card and what is on it, in points. */
enum {
    ROWS = 4,
    TOP = 20,
    NAME_H = 46,
    TITLE_H = 23,
    PICTURE_Y = 107,
    ROLE_ROWS = 2,
    CODE_H = 34,
    ADDRESS_H = 17,
};

const char *cards_code(const struct room *room, enum code_kind kind, school_id school)
{
    for (unsigned i = 1; i <= CODES_MAX; i++) {
        const struct code_item *code = &room->codes[i];
        if (code->symbols[0] && code->kind == kind && code->school == school)
            return code->symbols;
    }
    return NULL;
}

static const char *code_of(const struct room *room, school_id school)
{
    return cards_code(room, CODE_SCHOOL, school);
}

bool report_cards_are_roles(const struct room *room)
{
    for (unsigned i = 1; i <= CHARACTERS_MAX; i++)
        if (room->characters[i].school)
            return true;
    return false;
}

unsigned report_card_count(const struct room *room)
{
    bool roles = report_cards_are_roles(room);
    unsigned count = 0;
    for (unsigned i = 1; i <= CHARACTERS_MAX && !room->workshop.closed; i++)
        count += room->characters[i].school != 0;
    for (unsigned i = 0; i < room->school_count && !room->workshop.closed && !roles; i++)
        count += code_of(room, room->school_order[i]) != NULL;
    return count;
}

/* Draws a text as large as it fits into the box, `most` points or less; one that would have to be
 * smaller than `least` is cut. Gives the height. */
static double fit(struct page *page, double x, double y, double w, double h, double most,
                  double least, struct page_style style, const char *text)
{
    style.size = most;
    while (style.size > least && page_measure(page, w, style, text) > h)
        style.size -= 0.5;
    double line = page_measure(page, 0, style, "A");
    style.lines = h > line ? (int)(h / line) : 1;
    return page_text(page, x, y, w, style, text);
}

double cards_put(struct cards *c, const char *tag, double x, double y, double w, double h,
                 double most, struct page_style style, const char *text)
{
    page_tag(&c->page, tag);
    h = fit(&c->page, x, y, w, h, most, most * 0.6, style, text);
    page_untag(&c->page, tag);
    return h;
}

/* From the code down: what is typed, and where; beside it the picture. */
enum error cards_way_in(struct cards *c, double x, double y, double w, const char *code,
                        const char *how)
{
    static const struct page_style bold = {.bold = true}, plain = {.quiet = true};
    char shown[LINK_CODE_SHOWN_SIZE], invitation[LINK_INVITE_SIZE];
    double bottom = y + CARDS_PICTURE, right = x + w - CARDS_PICTURE, top = y;
    text_copy(c->invite.code, sizeof c->invite.code, code);
    link_invite_write(invitation, &c->invite);
    w -= CARDS_PICTURE + CARDS_BETWEEN;
    link_code_show(shown, c->invite.code);
    cards_put(c, "P", x, y - 5, w, CODE_H, 27, bold, shown);
    y += CODE_H;
    if (c->address[0]) {
        cards_put(c, "P", x, y - 2, w, ADDRESS_H, 11.5, bold, c->address);
        y += ADDRESS_H;
    }
    cards_put(c, "P", x, y, w, bottom - y, 9.5, plain, how);
    page_tag(&c->page, "Figure");
    enum error e = report_qr(&c->page, right, top, CARDS_PICTURE, invitation);
    page_untag(&c->page, "Figure");
    return e;
}

void cards_title(char to[CARDS_TITLE_SIZE], const struct cards *c)
{
    char workshop[PHRASE_MARKED_SIZE]; /* the mark on each: the rest of the page is cut away */
    phrase_marked(workshop, c->room, c->room->workshop.title);
    snprintf(to, CARDS_TITLE_SIZE, word(WORD_CARDS_TITLE), workshop, c->day);
}

static enum error put_school(struct cards *c, school_id school, double left, double top)
{
    static const struct page_style bold = {.bold = true}, plain = {.quiet = true};
    char title[CARDS_TITLE_SIZE];
    const char *name = c->room->schools[school].name;
    double x = left + CARDS_PAD, w = CARDS_WIDTH - 2 * CARDS_PAD;
    cards_title(title, c);
    page_tag(&c->page, "Sect");
    c->page.y = top;
    page_bookmark(&c->page, 0, name);
    double name_h = cards_put(c, "H1", x, top + TOP, w, NAME_H, 22, bold, name);
    cards_put(c, "P", x, top + TOP + name_h + 2, w, TITLE_H, 9, plain, title);
    enum error e = cards_way_in(c, x, top + PICTURE_Y, w, code_of(c->room, school),
                                word(c->address[0] ? WORD_CARDS_HOW : WORD_CARDS_HOW_FOUND));
    page_untag(&c->page, "Sect");
    return e;
}

/* Where to cut: all over the page, so that every card has the same size. */
static void draw_cuts(struct page *page, int rows)
{
    for (int i = 1; i < CARDS_COLUMNS; i++)
        page_line(page, i * CARDS_WIDTH, 0, i * CARDS_WIDTH, page->height, 0.5, TOKEN_LINE);
    for (int i = 1; i < rows; i++)
        page_line(page, 0, i * page->height / rows, page->width, i * page->height / rows, 0.5,
                  TOKEN_LINE);
}

/* One card after the other: schools by alphabet, or the roles. */
static enum error draw(struct cards *c, bool roles)
{
    const struct room *room = c->room;
    unsigned rows = roles ? ROLE_ROWS : ROWS, each = rows * CARDS_COLUMNS, put = 0;
    unsigned count = roles ? CHARACTERS_MAX : room->school_count;
    enum error e = ERROR_OK;
    for (unsigned i = 0; e == ERROR_OK && i < count; i++) {
        school_id school = roles ? 0 : room->school_order[i];
        if (roles ? !room->characters[i + 1].school : !code_of(room, school))
            continue;
        unsigned at = put++ % each;
        if (at == 0) {
            page_turn(&c->page, false);
            draw_cuts(&c->page, (int)rows);
        }
        double x = at % CARDS_COLUMNS * CARDS_WIDTH,
               y = at / CARDS_COLUMNS * (double)PAGE_LONG / rows;
        e = roles ? cards_role(c, (character_id)(i + 1), x, y) : put_school(c, school, x, y);
    }
    return e;
}

/* An address is what an invitation can hold. */
static enum error take_address(struct cards *c, const char *address, struct trouble *trouble)
{
    char text[LINK_INVITE_SIZE] = "";
    if (!address || !address[0])
        return ERROR_OK;
    int length = snprintf(text, sizeof text, "plenary://%s/AAAAAAAA", address);
    if (length >= LINK_INVITE_SIZE || strchr(address, '/') ||
        link_invite_read(&c->invite, text) != LINK_INVITE_FINE)
        return trouble_set(trouble, ERROR_FORMAT, word(WORD_CARDS_ADDRESS), address);
    text_copy(c->address, sizeof c->address, address);
    return ERROR_OK;
}

enum error report_cards(const char *path, const struct room *room, const char *address,
                        int64_t now_ms, struct trouble *trouble)
{
    struct cards cards = {.room = room};
    if (room->workshop.closed)
        return trouble_set(trouble, ERROR_ABSENT, "%s", word(WORD_CARDS_CLOSED));
    if (!report_card_count(room))
        return trouble_set(trouble, ERROR_ABSENT, "%s", word(WORD_CARDS_NONE));
    enum error e = take_address(&cards, address, trouble);
    word_date_year(cards.day, now_ms);
    char title[PHRASE_MARKED_SIZE];
    phrase_marked(title, room, word(WORD_CARDS_DOCUMENT));
    struct page_setup setup = {.path = path,
                               .reader = WHOLE_OWN,
                               .title = title,
                               .subject = room->workshop.title,
                               .language = room->workshop.language,
                               .made_ms = now_ms};
    if (e == ERROR_OK)
        e = page_open(&cards.page, &setup, trouble);
    if (e != ERROR_OK)
        return e;
    e = draw(&cards, report_cards_are_roles(room));
    if (e == ERROR_OK)
        return page_close(&cards.page, trouble);
    cards.page.whole.failed = EIO; /* so that no part is left */
    enum error closed = page_close(&cards.page, NULL);
    (void)closed;
    return trouble_set(trouble, e, "%s", error_text(e));
}
