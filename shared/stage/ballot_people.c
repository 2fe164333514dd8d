/* Who chose what in a vote by name: a row for each paper, in the order of schools and names, never
 * in that of voting. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "phrase/vote.h"
#include "stage/ballot.h"
#include "stage/board.h"
#include "words/words.h"

enum {
    NAME_GAP = 40,
    HEADS_H = 44,
    ROW_PAD = 20,
    LINES_MOST = 14,
    ROW_LEAST = 76,
};

/* The papers of the vote, in order. */
struct papers {
    int count;
    uint16_t of[PAPERS_MAX];
};

static void read_papers(struct papers *papers, const struct ballot *b)
{
    papers->count = outcome_papers(papers->of, b->room, b->id);
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
    char text[PHRASE_CHOICE_SIZE];
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
    phrase_vote_choice(text, b->room, &b->content, &longest->marks);
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
        char text[PHRASE_CHOICE_SIZE];
        phrase_vote_choice(text, b->room, &b->content, &paper->marks);
        draw_rect(b->list, b->x, y - 4, b->w, 2, TOKEN_LINE);
        draw_who(b, paper, y + 2);
        draw_paragraph(b->list, choice_x, y + 2, look.w, look.lines, REGULAR(28), board_align(text),
                       WRAP_GREEDY, TOKEN_INK, text);
    }
    ballot_page_mark(b, b->x + b->w, b->y, page, look.pages);
}
