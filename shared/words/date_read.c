#include "words/date.h"

#include "base/day.h"
#include "base/text.h"
#include "words/words.h"

#include <string.h>

/* A date is read in two steps: its numbers and its month are picked out of the text in their order,
 * then it is settled which number is the day and which the year. */

enum { NUMBERS_MOST = 3, DIGITS_MOST = 4, WORD_MOST = 32, YEAR_DIGITS = 4, CENTURY = 2000 };

struct parts {
    unsigned count; /* of numbers */
    int numbers[NUMBERS_MOST];
    unsigned digits[NUMBERS_MOST];
    uint8_t month;   /* 0: none in words */
    unsigned before; /* numbers that came before the month */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_between(char c)
{
    return strchr(" ,./-", c) != NULL;
}

/* True when the list, words apart by one space, has that word. */
static bool has_word(const char *list, const char *wanted)
{
    char one[WORD_MOST];
    while (*list) {
        size_t length = strcspn(list, " ");
        text_copy(one, length + 1 < sizeof one ? length + 1 : sizeof one, list);
        if (text_same(one, wanted))
            return true;
        list += length + strspn(list + length, " ");
    }
    return false;
}

/* The one month that begins so; 0 when none does, or more than one. */
static uint8_t month_of(const char *typed)
{
    static const enum word months[12] = {
        WORD_JANUARY, WORD_FEBRUARY, WORD_MARCH,     WORD_APRIL,   WORD_MAY,      WORD_JUNE,
        WORD_JULY,    WORD_AUGUST,   WORD_SEPTEMBER, WORD_OCTOBER, WORD_NOVEMBER, WORD_DECEMBER};
    char begins[WORD_MOST];
    uint8_t month = 0;
    for (uint8_t i = 0; i < 12 && strlen(typed) >= 3; i++) {
        text_copy(begins, strlen(typed) + 1, word(months[i]));
        if (!text_same(begins, typed))
            continue;
        if (month)
            return 0;
        month = (uint8_t)(i + 1);
    }
    return month;
}

/* Takes a number and the letters that make it an ordinal; gives where it ends, NULL when it is no
 * number of a date. */
static const char *take_number(struct parts *parts, const char *text)
{
    unsigned digits = 0;
    int number = 0;
    for (; is_digit(*text) && digits < DIGITS_MOST; text++, digits++)
        number = number * 10 + (*text - '0');
    if (is_digit(*text) || parts->count == NUMBERS_MOST)
        return NULL;
    parts->numbers[parts->count] = number;
    parts->digits[parts->count++] = digits;
    if (!*text || is_between(*text))
        return text;
    char after[WORD_MOST];
    size_t length = strcspn(text, " ,./-0123456789");
    text_copy(after, length + 1 < sizeof after ? length + 1 : sizeof after, text);
    return has_word(word(WORD_DAY_ORDINALS), after) ? text + length : text;
}

static const char *take_word(struct parts *parts, const char *text)
{
    char typed[WORD_MOST];
    size_t length = strcspn(text, " ,./-0123456789");
    if (length >= sizeof typed)
        return NULL;
    text_copy(typed, length + 1, text);
    if (has_word(word(WORD_DAY_AROUND), typed))
        return text + length;
    uint8_t month = month_of(typed);
    if (!month || parts->month)
        return NULL;
    parts->month = month;
    parts->before = parts->count;
    return text + length;
}

static bool pick_out(struct parts *parts, const char *text)
{
    while (text && *text) {
        if (is_between(*text))
            text++;
        else
            text = is_digit(*text) ? take_number(parts, text) : take_word(parts, text);
    }
    return text;
}

/* What was settled: -1 where it was not said. */
struct said {
    int year, month, day;
};

static bool say_year(struct said *said, const struct parts *parts, unsigned i)
{
    if (parts->digits[i] != 2 && parts->digits[i] != YEAR_DIGITS)
        return false;
    said->year = parts->numbers[i] + (parts->digits[i] == 2 ? CENTURY : 0);
    return true;
}

static bool settle_with_month(struct said *said, const struct parts *parts)
{
    said->month = parts->month;
    if (parts->count == 0)
        return true;
    bool year_first = parts->digits[0] == YEAR_DIGITS;
    if (parts->count == 1 && year_first)
        return say_year(said, parts, 0);
    if (parts->count > 2 || parts->before > 1)
        return false;
    said->day = parts->numbers[year_first ? 1 : 0];
    return parts->count == 1 || say_year(said, parts, year_first ? 0 : 1);
}

static bool settle_in_figures(struct said *said, const struct parts *parts)
{
    if (parts->count < 2)
        return false;
    bool year_first = parts->digits[0] == YEAR_DIGITS;
    said->month = parts->numbers[1];
    said->day = parts->numbers[year_first ? 2 : 0];
    if (parts->count == 2)
        return !year_first;
    return say_year(said, parts, year_first ? 0 : 2);
}

/* The day of that year; 0 when it has none such. */
static uint32_t in_year(const struct said *said, int year)
{
    if (said->month < 1 || said->month > 12 || said->day > 31)
        return 0;
    uint8_t month = (uint8_t)said->month;
    uint8_t day = said->day < 0 ? day_month_length(year, month) : (uint8_t)said->day;
    return day_number((struct day_date){year, month, day});
}

enum { YEARS_TO_A_LEAP_DAY = 8 };

bool word_day_read(uint32_t *day, const char *text, uint32_t today)
{
    struct parts parts = {0};
    struct said said = {-1, -1, -1};
    *day = 0;
    if (!pick_out(&parts, text))
        return false;
    if (!(parts.month ? settle_with_month : settle_in_figures)(&said, &parts))
        return false;
    if (said.year >= 0) {
        *day = in_year(&said, said.year);
        return *day;
    }
    int year = day_date(today <= DAY_LAST ? today : 0).year;
    for (int last = year + YEARS_TO_A_LEAP_DAY; year <= last && !*day; year++) {
        uint32_t there = in_year(&said, year);
        if (there >= today)
            *day = there;
    }
    return *day;
}
