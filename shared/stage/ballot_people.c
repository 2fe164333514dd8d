/* Who chose what in a vote by name: a row for each paper, in the order of schools and names, never
 * in that of voting. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "stage/ballot.h"
#include "stage/board.h"
#include "words/words.h"

enum {
    NAME_GAP = 40,
    HEADS_H = 44,
    ROW_PAD = 20,
    LINES_MOST = 14,
    OPTION_VISIBLE = 40, /* of an option's text, where each row tells many */
    CHOICE_SIZE = OPTIONS_MAX * 200,
    ROW_LEAST = 76,
};

#define NO_BREAK "\u00a0" /* a space at which no line ends */

/* The papers of the vote, in order. */
struct papers {
    const struct room *room;
    int count;
    uint16_t of[PAPERS_MAX];
};

/* The place of a school in the alphabet, from 0; without one last. */
static int school_place(const struct room *room, school_id school)
{
    int place = 0;
    while (place < room->school_count && room->school_order[place] != school)
        place++;
    return place;
}

static int compare(const void *one, const void *other, void *context)
{
    const struct room *room = context;
    const struct named_paper_item *a = &room->named_papers[*(const uint16_t *)one];
    const struct named_paper_item *b = &room->named_papers[*(const uint16_t *)other];
    int by_school = school_place(room, a->school) - school_place(room, b->school);
    int by_name = by_school ? by_school : text_order(a->name, b->name);
    if (by_name)
        return by_name;
    return *(const uint16_t *)one - *(const uint16_t *)other;
}

static void read_papers(struct papers *papers, const struct ballot *b)
{
    papers->room = b->room;
    papers->count = 0;
    for (int i = 1; i <= PAPERS_MAX; i++)
        if (b->room->named_papers[i].ballot == b->id)
            papers->of[papers->count++] = (uint16_t)i;
    qsort_r(papers->of, (size_t)papers->count, sizeof *papers->of, compare, (void *)b->room);
}

/* An option's text short enough to stand among others. */
static void shorten(char *to, size_t size, const char *text)
{
    size_t at = 0;
    for (int i = 0; i < OPTION_VISIBLE && text[at]; i++)
        at += text_grapheme(text + at);
    snprintf(to, size, text[at] ? "%.*s…" : "%.*s", (int)at, text);
}

static void add(char to[CHOICE_SIZE], const struct ballot *b, uint8_t option, uint8_t mark)
{
    char text[OPTION_VISIBLE * 4 + 8], one[sizeof text + 32];
    size_t at = strlen(to);
    shorten(text, sizeof text, ballot_option(b, option, true));
    switch ((enum method)b->content.method) {
    case METHOD_DOTS:
        snprintf(one, sizeof one, word(WORD_VOTE_MARK_DOTS), text, mark);
        break;
    case METHOD_RANKING:
        snprintf(one, sizeof one, word(WORD_VOTE_MARK_PLACE), mark, text);
        break;
    case METHOD_SCORES:
        snprintf(one, sizeof one, word(WORD_VOTE_MARK_SCORES), text, MARK_SCORE(mark, 0),
                 MARK_SCORE(mark, 1));
        break;
    default:
        snprintf(one, sizeof one, "%s", text);
        break;
    }
    /* Lines break between choices only, after the dot. */
    at += (size_t)snprintf(to + at, CHOICE_SIZE - at, "%s",
                           at ? NO_BREAK NO_BREAK "·" NO_BREAK " " : "");
    for (const char *c = one; *c && at + sizeof NO_BREAK < CHOICE_SIZE; c++)
        at += (size_t)snprintf(to + at, CHOICE_SIZE - at, *c == ' ' ? NO_BREAK : "%c", *c);
}

/* Orders options as this paper does: more dots and lower places first. */
static int rank(const struct ballot *b, uint8_t mark)
{
    switch ((enum method)b->content.method) {
    case METHOD_DOTS:
        return BUDGET_MAX - mark;
    case METHOD_RANKING:
        return mark;
    case METHOD_SCORES:
        return SCORE_MAX - MARK_SCORE(mark, 0);
    default:
        return 0;
    }
}

/* What a paper chose, in words. */
static void write_choice(char to[CHOICE_SIZE], const struct ballot *b,
                         const struct named_paper_item *paper)
{
    enum { RANKS = OPTIONS_MAX };
    to[0] = '\0';
    for (int r = 0; r <= RANKS; r++)
        for (int i = 1; i <= b->content.option_count; i++) {
            uint8_t mark = paper->marks.of[i - 1];
            if (mark && rank(b, mark) == r)
                add(to, b, (uint8_t)i, mark);
        }
}

/* The width of the names. */
static double names_width(const struct ballot *b)
{
    return floor(b->w * 0.245);
}

/* How many rows fit on a page, all as high as the longest needs. */
struct look {
    double w, row;
    int lines, per_page, pages;
};

static struct look look_of(const struct ballot *b, const struct papers *papers)
{
    struct look look = {.w = b->w - names_width(b) - NAME_GAP, .lines = 1};
    static const struct named_paper_item none;
    const struct named_paper_item *longest = &none;
    size_t most = 0;
    char text[CHOICE_SIZE];
    for (int i = 0; i < papers->count; i++) {
        const struct named_paper_item *paper = &b->room->named_papers[papers->of[i]];
        size_t length = 0;
        for (uint8_t o = 1; o <= b->content.option_count; o++)
            length += paper->marks.of[o - 1] ? strlen(ballot_option(b, o, true)) + 8 : 0;
        if (length > most) {
            most = length;
            longest = paper;
        }
    }
    write_choice(text, b, longest);
    struct type_lines lines;
    type_wrap(&lines, b->metrics, b->u, REGULAR(28), look.w, LINES_MOST, WRAP_GREEDY, text);
    look.lines = lines.count > 1 ? lines.count : 1;
    look.row = fmax(ROW_LEAST, look.lines * type_line(28) + ROW_PAD);
    int fit = (int)fmax(1, floor((b->h - HEADS_H) / look.row));
    look.per_page = stage_per_page(papers->count, fit);
    look.pages = stage_pages_of(papers->count, fit);
    return look;
}

int ballot_people_pages(const struct ballot *b)
{
    struct papers papers;
    read_papers(&papers, b);
    return look_of(b, &papers).pages;
}

static void draw_who(const struct ballot *b, const struct named_paper_item *paper, double y)
{
    char more[NAME_SIZE + 64] = "";
    const char *school = paper->school ? b->room->schools[paper->school].name : "";
    const char *name = paper->name[0] ? paper->name : school[0] ? school : word(WORD_VOTE_SOMEBODY);
    if (name != school && school[0])
        snprintf(more, sizeof more, "%s%s", school, paper->by_hand ? "  ·  " : "");
    if (paper->by_hand)
        snprintf(more + strlen(more), sizeof more - strlen(more), "%s", word(WORD_VOTE_ON_PAPER));
    double w = names_width(b);
    draw_text_within(b->list, b->x, y, w, SEMIBOLD(28), board_align(name), TOKEN_INK, name);
    draw_text_within(b->list, b->x, y + 34, w, REGULAR(24), ALIGN_LEFT, TOKEN_INK2, more);
}

void ballot_people_draw(const struct ballot *b)
{
    struct papers papers;
    read_papers(&papers, b);
    struct look look = look_of(b, &papers);
    int page = stage_page(b->frame, look.pages), first = page * look.per_page;
    double y = b->y + HEADS_H, choice_x = b->x + names_width(b) + NAME_GAP;
    draw_text(b->list, b->x, b->y, MEDIUM(24), ALIGN_LEFT, TOKEN_INK2, word(WORD_VOTE_HEAD_WHO));
    draw_text(b->list, choice_x, b->y, MEDIUM(24), ALIGN_LEFT, TOKEN_INK2,
              word(WORD_VOTE_HEAD_CHOICE));
    for (int i = first; i < first + look.per_page && i < papers.count; i++, y += look.row) {
        const struct named_paper_item *paper = &b->room->named_papers[papers.of[i]];
        char text[CHOICE_SIZE];
        write_choice(text, b, paper);
        draw_rect(b->list, b->x, y - 4, b->w, 2, TOKEN_LINE);
        draw_who(b, paper, y + 2);
        draw_paragraph(b->list, choice_x, y + 2, look.w, look.lines, REGULAR(28), board_align(text),
                       WRAP_GREEDY, TOKEN_INK, text);
    }
    ballot_page_mark(b, b->x + b->w, b->y, page, look.pages);
}
