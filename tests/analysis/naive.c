#include "analysis/naive.h"

struct naive_paper naive_read(const char *text)
{
    struct naive_paper paper = {0};
    for (; *text; text++) {
        if (*text == '=') {
            paper.level[paper.length] = true;
            continue;
        }
        paper.option[paper.length++] = (uint8_t)(*text - 'A' + 1);
    }
    return paper;
}

/* Reads the list until one of the two comes up. */
bool naive_prefers(const struct naive_paper *paper, uint8_t x, uint8_t y)
{
    bool met_x = false, met_y = false;
    for (unsigned i = 0; i < paper->length; i++) {
        if (!paper->level[i] && (met_x || met_y))
            break;
        met_x = met_x || paper->option[i] == x;
        met_y = met_y || paper->option[i] == y;
    }
    return met_x && !met_y;
}

unsigned naive_count(const struct naive_paper *papers, unsigned count, uint8_t x, uint8_t y)
{
    unsigned prefer = 0;
    while (count-- > 0)
        prefer += naive_prefers(&papers[count], x, y);
    return prefer;
}

/* The links between all pairs, counted once. */
struct walk {
    uint8_t options;
    unsigned link[25][25];
    bool been[25];
};

static unsigned best_way(struct walk *walk, uint8_t at, uint8_t to)
{
    unsigned best = walk->link[at][to];
    walk->been[at] = true;
    for (uint8_t next = 1; next <= walk->options; next++) {
        if (walk->been[next] || next == to || !walk->link[at][next])
            continue;
        unsigned rest = best_way(walk, next, to);
        unsigned way = walk->link[at][next] < rest ? walk->link[at][next] : rest;
        best = way > best ? way : best;
    }
    walk->been[at] = false;
    return best;
}

unsigned naive_strength(const struct naive_paper *papers, unsigned count, uint8_t options,
                        uint8_t x, uint8_t y)
{
    struct walk walk = {.options = options};
    for (uint8_t i = 1; i <= options; i++)
        for (uint8_t j = 1; j <= options; j++) {
            unsigned with = naive_count(papers, count, i, j);
            walk.link[i][j] = with > naive_count(papers, count, j, i) ? with : 0;
        }
    return x == y ? 0 : best_way(&walk, x, y);
}

unsigned naive_beaten_by(const struct naive_paper *papers, unsigned count, uint8_t options,
                         uint8_t x)
{
    unsigned beaten = 0;
    for (uint8_t y = 1; y <= options; y++)
        beaten += naive_strength(papers, count, options, y, x) >
                  naive_strength(papers, count, options, x, y);
    return beaten;
}
