#include "grid/grid_heading.h"

#include <string.h>

#include "grid/grid_fold.h"

enum { WORDINGS_MAX = 16 };

/* As grid_fold_words leaves them. */
static const char *const wordings[GRID_HEADING_COUNT][WORDINGS_MAX] = {
    [GRID_HEADING_SCHOOL] = {"school", "schools", "school name", "name of school",
                             "name of the school", "centre", "setting"},
    [GRID_HEADING_CONDITION] = {"condition", "conditions", "condition for success",
                                "conditions for success", "cfs", "ksf", "key success factor",
                                "key success factors", "success factor", "success factors"},
    [GRID_HEADING_ID] = {"id", "condition id"},
    [GRID_HEADING_NUMBER] = {"no", "nr", "number", "condition number", "condition no"},
    [GRID_HEADING_NOW] = {"now", "rating", "ratings", "rating now", "current", "current rating",
                          "where we are", "where we are now", "where are we", "where are we now",
                          "where it is", "where it is now", "score", "today"},
    [GRID_HEADING_TARGET] = {"target", "targets", "target rating", "goal", "goals", "aim",
                             "where we want to be", "where we would like to be",
                             "where do we want to be", "where it wants to be", "want to be"},
    [GRID_HEADING_MONTHS] = {"months", "month", "period", "by when", "when", "in months",
                             "months to target", "months to goal", "in how many months", "how long",
                             "within", "timescale", "time scale", "time"},
    [GRID_HEADING_STATE] = {"state", "status", "agreed", "agreed or proposed", "agreed proposed",
                            "agreed yet"},
    [GRID_HEADING_NOTE] = {"note", "notes", "why", "comment", "comments", "remark", "remarks",
                           "reason", "reasons"},
    [GRID_HEADING_TOTAL] = {"total", "totals", "cfs total", "ksf total", "total cfs", "sum"},
    [GRID_HEADING_AVERAGE] = {"average", "averages", "cfs average", "ksf average", "average cfs",
                              "avg", "mean", "cfs mean"},
    [GRID_HEADING_KNOWN] = {"distance to goal", "distance to target", "distance", "agreed with",
                            "agreed on"},
};

enum grid_heading grid_heading_of(const char *text)
{
    char folded[GRID_FOLDED_SIZE];
    grid_fold_words(folded, text);
    for (unsigned heading = 0; heading < GRID_HEADING_COUNT; heading++)
        for (size_t i = 0; i < WORDINGS_MAX && wordings[heading][i]; i++)
            if (folded[0] == wordings[heading][i][0] && strcmp(folded, wordings[heading][i]) == 0)
                return (enum grid_heading)heading;
    return GRID_HEADING_NONE;
}

bool grid_heading_is_part(enum grid_heading heading)
{
    return heading >= GRID_HEADING_NOW && heading <= GRID_HEADING_NOTE;
}

/* Marks between a name and what is said of it. */
static const char marks[] = " -:(,/";

enum grid_heading grid_heading_ending(const char *text, size_t *name_length)
{
    for (size_t at = strcspn(text, marks); text[at]; at += strcspn(text + at, marks)) {
        size_t name = at;
        at += strspn(text + at, marks);
        enum grid_heading heading = grid_heading_of(text + at);
        if (name == 0 || !text[at] || !grid_heading_is_part(heading))
            continue;
        *name_length = name;
        return heading;
    }
    *name_length = 0;
    return GRID_HEADING_NONE;
}

const char *grid_heading_school(const char *text)
{
    char before[GRID_FOLDED_SIZE];
    size_t length = strcspn(text, ":");
    if (length >= sizeof before)
        return NULL;
    memcpy(before, text, length);
    before[length] = '\0';
    if (grid_heading_of(before) != GRID_HEADING_SCHOOL)
        return NULL;
    text += length + (text[length] == ':');
    return text + strspn(text, " ");
}
