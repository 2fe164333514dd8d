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

bool grid_value_is_dash(const char *text)
{
    static const char *const dashes[] = {"", "-", "–", "—", "\u2212"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strcmp(text, dashes[i]) == 0)
            return true;
    return false;
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

bool grid_value_is_blank(const char *text)
{
    static const char *const blanks[] = {"n a", "na", "not rated", "none", NULL};
    return grid_value_is_dash(text) || listed(text, blanks);
}

int grid_value_rating(const char *text)
{
    if (!is_digit(*text))
        return grid_value_is_blank(text) ? 0 : -1;
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

int grid_value_number(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    int number = 0;
    if (digits == 0 || digits > 2 || text[digits + strspn(text + digits, ".):")])
        return 0;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (text[i] - '0');
    return number;
}

/* ---- periods ---- */

/* What stands after a number: how many months one of them is; 0: something else. */
static unsigned months_in(const char *unit)
{
    static const char *const months[] = {"", "m", "mo", "mth", "mths", "month", "months", NULL};
    static const char *const years[] = {"y", "yr", "yrs", "year", "years", NULL};
    return listed(unit, months) ? 1 : listed(unit, years) ? 12 : 0;
}

/* Words of a date: the beginning of a month's name (German ones too), or a year. */
static bool is_date_word(const char *text, size_t length)
{
    static const char names[] = "jan feb mar apr may jun jul aug sep oct nov dec okt dez";
    if (length == 4 && strspn(text, "0123456789") >= 4)
        return strncmp(text, "19", 2) == 0 || strncmp(text, "20", 2) == 0;
    for (const char *name = names; length >= 3 && *name; name += name[3] ? 4 : 3)
        if (strncmp(text, name, 3) == 0)
            return true;
    return false;
}

static bool is_date(const char *text)
{
    char folded[GRID_FOLDED_SIZE];
    grid_fold_words(folded, text);
    for (const char *at = folded; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        if (is_date_word(at, length))
            return true;
        at += length;
    }
    /* 1.7.10, 01/07 */
    const char *mark = strpbrk(text, "./-");
    return is_digit(text[0]) && mark && strspn(text, "0123456789./-") == strlen(text) &&
           (*mark == '/' || strpbrk(mark + 1, "./-"));
}

int grid_value_months(const char *text)
{
    int value = 0;
    if (grid_value_is_blank(text))
        return 0;
    const char *at = text;
    for (; is_digit(*at) && value <= MONTHS_MAX; at++)
        value = value * 10 + (*at - '0');
    if (at > text && (*at == '.' || *at == ',') && at[1] == '0')
        at += 1 + strspn(at + 1, "0");
    int months = value * (int)months_in(at);
    if (at > text && months >= 1 && months <= MONTHS_MAX && !is_digit(*at))
        return months;
    return is_date(text) ? GRID_A_DATE : -1;
}

int grid_value_state(const char *text)
{
    static const char *const agreed[] = {"agreed", "yes", "y", "x", NULL};
    static const char *const proposed[] = {"proposed", "no", "n", "not agreed", "not yet", NULL};
    if (grid_value_is_blank(text) || listed(text, proposed))
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
    if (grid_value_is_dash(printed))
        return true;
    return number && p.units == rounded(total, divisor, p.decimals);
}
