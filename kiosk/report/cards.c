#include "report/cards.h"

#include "base/text.h"
#include "link/invite.h"
#include "phrase/phrase.h"
#include "report/page.h"
#include "report/qr.h"
#include "words/date.h"
#include "words/words.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* A card and what is on it, in points; the picture is 28.6 mm without its margin. */
enum {
    COLUMNS = 2,
    ROWS = 4,
    EACH = COLUMNS * ROWS,
    PAD = 24,
    TOP = 20,
    NAME_H = 46,
    TITLE_H = 23,
    PICTURE = 81,
    PICTURE_Y = 107,
    BETWEEN = 20, /* the text and the picture's margin */
    CODE_H = 34,
    ADDRESS_H = 17,
};

static const double card_w = (double)PAGE_SHORT / COLUMNS, card_h = (double)PAGE_LONG / ROWS;

struct cards {
    struct page page;
    const struct room *room;
    struct link_invite invite; /* address and port; the code is each card's own */
    char address[LINK_HOST_SIZE + 8];
    char day[WORD_DATE_SIZE];
};

/* The code of a school that is in use; NULL: it has none. */
static const char *code_of(const struct room *room, school_id school)
{
    for (unsigned i = 1; i <= CODES_MAX; i++) {
        const struct code_item *code = &room->codes[i];
        if (code->symbols[0] && code->kind == CODE_SCHOOL && code->school == school)
            return code->symbols;
    }
    return NULL;
}

unsigned report_card_count(const struct room *room)
{
    unsigned count = 0;
    for (unsigned i = 0; i < room->school_count && !room->workshop.closed; i++)
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

static double put(struct cards *c, const char *tag, double x, double y, double w, double h,
                  double most, struct page_style style, const char *text)
{
    page_tag(&c->page, tag);
    h = fit(&c->page, x, y, w, h, most, most * 0.6, style, text);
    page_untag(&c->page, tag);
    return h;
}

/* From the code down: what is typed, and where. */
static void put_way_in(struct cards *c, double x, double y, double w)
{
    static const struct page_style bold = {.bold = true}, plain = {.quiet = true};
    char shown[LINK_CODE_SHOWN_SIZE];
    double bottom = y + PICTURE;
    link_code_show(shown, c->invite.code);
    put(c, "P", x, y - 5, w, CODE_H, 27, bold, shown);
    y += CODE_H;
    if (c->address[0]) {
        put(c, "P", x, y - 2, w, ADDRESS_H, 11.5, bold, c->address);
        y += ADDRESS_H;
    }
    put(c, "P", x, y, w, bottom - y, 9.5, plain,
        word(c->address[0] ? WORD_CARDS_HOW : WORD_CARDS_HOW_FOUND));
}

static enum error put_card(struct cards *c, school_id school, double left, double top)
{
    static const struct page_style bold = {.bold = true}, plain = {.quiet = true};
    char title[PHRASE_MARKED_SIZE + WORD_DATE_SIZE], invitation[LINK_INVITE_SIZE];
    char workshop[PHRASE_MARKED_SIZE];
    const char *name = c->room->schools[school].name;
    double x = left + PAD, w = card_w - 2 * PAD;
    text_copy(c->invite.code, sizeof c->invite.code, code_of(c->room, school));
    link_invite_write(invitation, &c->invite);
    phrase_marked(workshop, c->room, c->room->workshop.title); /* on each: the rest is cut away */
    snprintf(title, sizeof title, word(WORD_CARDS_TITLE), workshop, c->day);
    page_tag(&c->page, "Sect");
    c->page.y = top;
    page_bookmark(&c->page, 0, name);
    double name_h = put(c, "H1", x, top + TOP, w, NAME_H, 22, bold, name);
    put(c, "P", x, top + TOP + name_h + 2, w, TITLE_H, 9, plain, title);
    put_way_in(c, x, top + PICTURE_Y, w - PICTURE - BETWEEN);
    page_tag(&c->page, "Figure");
    enum error e = report_qr(&c->page, x + w - PICTURE, top + PICTURE_Y, PICTURE, invitation);
    page_untag(&c->page, "Figure");
    page_untag(&c->page, "Sect");
    return e;
}

/* Where to cut: all over the page, so that every card has the same size. */
static void draw_cuts(struct page *page)
{
    for (int i = 1; i < COLUMNS; i++)
        page_line(page, i * card_w, 0, i * card_w, page->height, 0.5, TOKEN_LINE);
    for (int i = 1; i < ROWS; i++)
        page_line(page, 0, i * card_h, page->width, i * card_h, 0.5, TOKEN_LINE);
}

static enum error draw(struct cards *c)
{
    unsigned put = 0;
    for (unsigned i = 0; i < c->room->school_count; i++) {
        school_id school = c->room->school_order[i];
        if (!code_of(c->room, school))
            continue;
        unsigned at = put++ % EACH;
        if (at == 0) {
            page_turn(&c->page, false);
            draw_cuts(&c->page);
        }
        enum error e = put_card(c, school, at % COLUMNS * card_w, at / COLUMNS * card_h);
        if (e != ERROR_OK)
            return e;
    }
    return ERROR_OK;
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
    e = draw(&cards);
    if (e == ERROR_OK)
        return page_close(&cards.page, trouble);
    cards.page.whole.failed = EIO; /* so that no part is left */
    enum error closed = page_close(&cards.page, NULL);
    (void)closed;
    return trouble_set(trouble, e, "%s", error_text(e));
}
