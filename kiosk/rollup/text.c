#include "rollup/text.h"

#include <stdio.h>

#include "model/model.h"
#include "words/date.h"
#include "words/words.h"

_Static_assert(UNNAMED_LEAST == 5, "the words say how many schools are too few");

static void say_left_out(char to[ROLLUP_LINE_SIZE], const struct rollup_counts *counts)
{
    snprintf(to, ROLLUP_LINE_SIZE,
             word(counts->left_out == 1 ? WORD_ROLLUP_LEFT_OUT_ONE : WORD_ROLLUP_LEFT_OUT),
             counts->left_out);
}

bool rollup_head(char to[ROLLUP_LINE_SIZE], const struct rollup *rollup, int64_t now_ms,
                 unsigned number)
{
    static const enum word rules[] = {WORD_ROLLUP_FOR, WORD_ROLLUP_UNNAMED, WORD_ROLLUP_RULE,
                                      WORD_ROLLUP_RULE_LA};
    enum { RULES = sizeof rules / sizeof *rules };
    struct rollup_counts counts = rollup_counts(rollup);
    char day[WORD_DATE_SIZE];
    unsigned left_out = counts.left_out ? 1 : 0;
    if (number == 0) {
        word_date_year(day, now_ms);
        snprintf(to, ROLLUP_LINE_SIZE, word(WORD_ROLLUP_OF), counts.clusters, counts.schools, day);
    } else if (number <= RULES)
        snprintf(to, ROLLUP_LINE_SIZE, "%s", word(rules[number - 1]));
    else if (number == RULES + left_out)
        say_left_out(to, &counts);
    else if (number == RULES + left_out + 1 && counts.beyond)
        snprintf(to, ROLLUP_LINE_SIZE, word(WORD_ROLLUP_BEYOND), ROLLUP_CONDITIONS_MAX,
                 counts.beyond);
    else
        return false;
    return true;
}

const char *rollup_general_text(enum rollup_general general)
{
    switch (general) {
    case ROLLUP_GENERAL_LOW:
        return word(WORD_ROLLUP_GENERAL_LOW);
    case ROLLUP_GENERAL_HIGH:
        return word(WORD_ROLLUP_GENERAL_HIGH);
    case ROLLUP_VARIES:
        break;
    }
    return "";
}

const char *rollup_band_text(enum band band)
{
    static const enum word bands[BAND_COUNT] = {[BAND_LOW] = WORD_ROLLUP_LOW,
                                                [BAND_MEDIUM] = WORD_ROLLUP_MEDIUM,
                                                [BAND_HIGH] = WORD_ROLLUP_HIGH};
    return band == BAND_NONE ? "" : word(bands[band]);
}

const char *rollup_absent_text(const struct rollup_cell *cell)
{
    return word(!cell->asked     ? WORD_ROLLUP_NOT_ASKED
                : !cell->counted ? WORD_ROLLUP_NOT_RATED
                                 : WORD_ROLLUP_FEW);
}
