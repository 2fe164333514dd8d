#include "report/cards_parts.h"
#include "words/words.h"

#include <stdio.h>

/* A role's card from the top, in points. */
enum {
    TOP = 22,
    NAME_H = 37, /* a long name has two lines */
    SCHOOL_H = 18,
    TITLE_H = 24,
    PARTS_Y = 104,
    PART_HEAD = 15,
    PART_H = 68,
    WAY_IN_Y = 322,
};

static void put_part(struct cards *c, double x, double y, double w, enum word head,
                     const char *text)
{
    static const struct page_style strong = {.bold = true, .paint = TOKEN_ACCENT}, plain = {0};
    if (!text[0])
        return;
    cards_put(c, "H2", x, y, w, PART_HEAD, 9, strong, word(head));
    cards_put(c, "P", x, y + PART_HEAD, w, PART_H - PART_HEAD - 4, 11, plain, text);
}

enum error cards_role(struct cards *c, character_id role, double left, double top)
{
    static const struct page_style bold = {.bold = true}, plain = {.quiet = true}, ink = {0};
    const struct character_item *character = &c->room->characters[role];
    const struct card_item *card = &c->room->cards[role];
    const char *code = cards_code(c->room, CODE_SCHOOL, character->school);
    char title[CARDS_TITLE_SIZE], how[NAME_SIZE + 128];
    double x = left + CARDS_PAD, w = CARDS_WIDTH - 2 * CARDS_PAD;
    enum error e = ERROR_OK;
    if (!code)
        code = cards_code(c->room, CODE_ROOM, 0);
    cards_title(title, c);
    snprintf(how, sizeof how, word(WORD_ROLE_CARDS_HOW), character->name);
    page_tag(&c->page, "Sect");
    c->page.y = top;
    page_bookmark(&c->page, 0, character->name);
    double y = top + TOP + cards_put(c, "H1", x, top + TOP, w, NAME_H, 22, bold, character->name);
    cards_put(c, "P", x, y, w, SCHOOL_H, 12, ink, c->room->schools[character->school].name);
    cards_put(c, "P", x, y + SCHOOL_H, w, TITLE_H, 8.5, plain, title);
    put_part(c, x, top + PARTS_Y, w, WORD_ROLE_WHO, card->who);
    put_part(c, x, top + PARTS_Y + PART_H, w, WORD_ROLE_WANTS, card->wants);
    put_part(c, x, top + PARTS_Y + 2 * PART_H, w, WORD_ROLE_UNSAID, card->unsaid);
    if (code)
        e = cards_way_in(c, x, top + WAY_IN_Y, w, code, how);
    page_untag(&c->page, "Sect");
    return e;
}
