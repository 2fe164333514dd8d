#include "grid/grid_value.h"

#include <stdio.h>
#include <string.h>

#include "analysis/summary.h"
#include "grid/grid_fold.h"

enum {
    WHOLE_DIGITS_MAX = 6, /* the largest total has four */
    DECIMALS_MAX = 12,    /* spreadsheets print up to 15 figures; beyond 12 decimals none counts */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Nothing, or a dash alone (hyphen, en dash, em dash): not rated. */
static bool is_blank(const char *text)
{
    static const char *const dashes[] = {"", "-", "–", "—"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strcmp(text, dashes[i]) == 0)
            return true;
    return false;
}

int grid_value_rating(const char *text)
{
    if (is_blank(text))
        return 0;
    if (!is_digit(*text))
        return -1;
    int value = 0;
    for (; is_digit(*text); text++) {
        value = value * 10 + (*text - '0');
        if (value > RATING_MAX)
            return -1;
    }
    if ((*text == '.' || *text == ',') && text[1] == '0')
        text += 1 + strspn(text + 1, "0");
    return *text == '\0' && value >= 1 ? value : -1;
}

static bool listed(const char *text, const char *const *list)
{
    char folded[GRID_FOLDED_SIZE];
    grid_fold_words(folded, text);
    for (; *list; list++)
        if (strcmp(folded, *list) == 0)
            return true;
    return false;
}

enum grid_figure grid_value_figure(const char *heading)
{
    static const char *const headings[GRID_FIGURE_COUNT][9] = {
        [GRID_TOTAL] = {"total", "totals", "cfs total", "ksf total", "total cfs", "sum"},
        [GRID_AVERAGE] = {"average", "averages", "cfs average", "ksf average", "average cfs", "avg",
                          "mean", "cfs mean"},
    };
    unsigned which = 0;
    while (which < GRID_FIGURE_COUNT && !listed(heading, headings[which]))
        which++;
    return (enum grid_figure)which;
}

bool grid_value_is_condition_heading(const char *text)
{
    static const char *const headings[] = {
        "condition", "conditions", "condition for success", "conditions for success",
        "cfs",       "ksf",        "key success factor",    "key success factors",
        NULL};
    return listed(text, headings);
}

bool grid_value_is_state_heading(const char *text)
{
    static const char *const headings[] = {"state", "status", NULL};
    return listed(text, headings);
}

int grid_value_state(const char *text)
{
    static const char *const agreed[] = {"agreed", NULL}, *const proposed[] = {"proposed", NULL};
    if (is_blank(text) || listed(text, proposed))
        return 0;
    return listed(text, agreed) ? 1 : -1;
}

/* A decimal number in units of its last printed decimal. */
struct printed {
    uint64_t units;
    unsigned decimals;
};

/* False when the text is no plain number of sensible size. */
static bool read_printed(struct printed *out, const char *text)
{
    *out = (struct printed){0};
    unsigned whole = 0;
    for (; is_digit(*text); text++) {
        if (++whole > WHOLE_DIGITS_MAX)
            return false;
        out->units = out->units * 10 + (uint64_t)(*text - '0');
    }
    if (whole == 0)
        return false;
    if (*text != '.' && *text != ',')
        return *text == '\0';
    text++;
    if (!is_digit(*text))
        return false;
    for (; is_digit(*text) && out->decimals < DECIMALS_MAX; text++, out->decimals++)
        out->units = out->units * 10 + (uint64_t)(*text - '0');
    out->units += *text >= '5' && *text <= '9'; /* halves up here too */
    return text[strspn(text, "0123456789")] == '\0';
}

/* total / divisor in units of the last of `decimals`, halves up. */
static uint64_t rounded(uint32_t total, uint32_t divisor, unsigned decimals)
{
    uint64_t scale = 2;
    for (unsigned i = 0; i < decimals; i++)
        scale *= 10;
    return (total * scale + divisor) / (2 * (uint64_t)divisor);
}

static void write_figure(char *to, uint64_t units, unsigned decimals)
{
    uint64_t scale = 1;
    for (unsigned i = 0; i < decimals; i++)
        scale *= 10;
    if (decimals == 0)
        snprintf(to, GRID_PRINTED_SIZE, "%llu", (unsigned long long)units);
    else
        snprintf(to, GRID_PRINTED_SIZE, "%llu.%0*llu", (unsigned long long)(units / scale),
                 (int)decimals, (unsigned long long)(units % scale));
}

bool grid_value_agrees(char computed[GRID_PRINTED_SIZE], const char *printed,
                       enum grid_figure which, uint32_t total, uint32_t counted)
{
    struct printed p;
    bool number = read_printed(&p, printed);
    uint32_t divisor = which == GRID_TOTAL ? 1 : counted;
    if (divisor == 0) {
        analysis_average_text(computed, 0);
        return !number || p.units == 0;
    }
    unsigned shown = which == GRID_TOTAL ? 0 : number && p.decimals > 1 ? p.decimals : 1;
    write_figure(computed, rounded(total, divisor, shown), shown);
    if (is_blank(printed))
        return true;
    return number && p.units == rounded(total, divisor, p.decimals);
}
