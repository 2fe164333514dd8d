#include "lines/marks.h"

#include "words/words.h"

#include <stdio.h>
#include <string.h>

unsigned lines_option_number(const struct ballot_content *content, uint8_t option)
{
    return content->about == ABOUT_TYPED ? option : content->things[option - 1];
}

/* 0: there is no such option in this vote. */
static uint8_t find_option(const struct ballot_content *content, unsigned number)
{
    for (uint8_t option = 1; option <= content->option_count; option++)
        if (lines_option_number(content, option) == number)
            return option;
    return 0;
}

/* What was typed, being read from the left. */
struct marks_typed {
    const char *at;
    uint8_t place; /* ranking: of the option that was read last */
};

static void skip(struct marks_typed *typed)
{
    typed->at += strspn(typed->at, " ,");
}

static bool take_digits(struct marks_typed *typed, unsigned *number, unsigned most)
{
    size_t length = strspn(typed->at, "0123456789");
    if (length == 0 || length > 4)
        return false;
    *number = 0;
    for (; length > 0; length--)
        *number = *number * 10 + (unsigned)(*typed->at++ - '0');
    return *number <= most;
}

static bool take_sign(struct marks_typed *typed, char sign)
{
    if (*typed->at != sign)
        return false;
    typed->at++;
    return true;
}

/* What stands between this option and the one before it. */
static bool take_place(struct marks_typed *typed)
{
    skip(typed);
    if (typed->place == 0 || take_sign(typed, '>'))
        typed->place++;
    else if (!take_sign(typed, '='))
        return false;
    skip(typed);
    return true;
}

/* What follows the option's number. */
static bool take_mark(struct marks_typed *typed, uint8_t *mark, enum method method)
{
    unsigned first = 0, second = 0;
    switch (method) {
    case METHOD_DOTS:
        if (!take_sign(typed, ':') || !take_digits(typed, &first, UINT8_MAX))
            return false;
        *mark = (uint8_t)first;
        return true;
    case METHOD_APPROVAL:
        *mark = 1;
        return true;
    case METHOD_RANKING:
        *mark = typed->place;
        return true;
    case METHOD_SCORES: /* each may be left out, one must be there */
        if (!take_sign(typed, ':') ||
            (*typed->at != '/' && !take_digits(typed, &first, UINT8_MAX >> 4)) ||
            (take_sign(typed, '/') && strspn(typed->at, "0123456789") &&
             !take_digits(typed, &second, UINT8_MAX >> 4)))
            return false;
        *mark = MARK_SCORES(first, second);
        return first || second;
    case METHOD_COUNT:
        break;
    }
    return false;
}

static bool take_option(struct marks_typed *typed, struct marks *marks,
                        const struct ballot_content *content)
{
    unsigned number;
    uint8_t option, mark;
    if ((content->method == METHOD_RANKING && !take_place(typed)) ||
        !take_digits(typed, &number, UINT16_MAX) ||
        !take_mark(typed, &mark, (enum method)content->method) ||
        !(option = find_option(content, number)) || marks->of[option - 1])
        return false;
    marks->of[option - 1] = mark;
    return true;
}

/* The words up to `as`, with a space between them. */
static bool join(struct lines_reader *r, char *to, size_t size)
{
    size_t length = 0;
    to[0] = '\0';
    for (const char *typed; (typed = lines_peek(r)) && strcmp(typed, "as") != 0;) {
        size_t more = strlen(typed);
        if (length + more + 2 > size)
            return false;
        length += (size_t)sprintf(to + length, "%s%s", length ? " " : "", typed);
        (void)lines_take(r, typed);
    }
    return true;
}

bool lines_take_marks(struct lines_reader *r, struct marks *marks,
                      const struct ballot_content *content)
{
    static const enum word expected[METHOD_COUNT] = {
        [METHOD_DOTS] = WORD_LINES_DOTS,
        [METHOD_APPROVAL] = WORD_LINES_APPROVAL,
        [METHOD_RANKING] = WORD_LINES_RANKING,
        [METHOD_SCORES] = WORD_LINES_SCORES,
    };
    char text[2 * LINES_MARKS_SIZE];
    struct marks_typed typed = {.at = text};
    *marks = (struct marks){0};
    if (!join(r, text, sizeof text))
        return lines_unclear(r, text, word(expected[content->method]));
    for (skip(&typed); *typed.at; skip(&typed)) {
        const char *from = typed.at;
        if (!take_option(&typed, marks, content))
            return lines_unclear(r, from, word(expected[content->method]));
    }
    return text[0] != '\0' || lines_unclear(r, NULL, word(expected[content->method]));
}

static size_t put_mark(char *to, size_t size, uint8_t mark, enum method method)
{
    char first[4] = "", second[4] = "";
    if (method == METHOD_DOTS)
        return (size_t)snprintf(to, size, ":%u", mark);
    if (method != METHOD_SCORES)
        return 0;
    if (MARK_SCORE(mark, 0))
        snprintf(first, sizeof first, "%u", MARK_SCORE(mark, 0));
    if (MARK_SCORE(mark, 1))
        snprintf(second, sizeof second, "%u", MARK_SCORE(mark, 1));
    return (size_t)snprintf(to, size, ":%s/%s", first, second);
}

/* Rankings: the option whose place comes next after `place`, or is alike and comes later; 0: none.
 */
static uint8_t next_ranked(const struct marks *marks, uint8_t count, uint8_t place, uint8_t after)
{
    uint8_t next = 0;
    for (uint8_t option = 1; option <= count; option++) {
        uint8_t mark = marks->of[option - 1];
        bool later = mark > place || (mark == place && option > after);
        if (mark && later && (!next || mark < marks->of[next - 1]))
            next = option;
    }
    return next;
}

static void put_ranking(char to[LINES_MARKS_SIZE], const struct marks *marks,
                        const struct ballot_content *content)
{
    size_t length = 0;
    uint8_t option = 0, place = 0;
    while ((option = next_ranked(marks, content->option_count, place, option))) {
        uint8_t mark = marks->of[option - 1];
        const char *between = !place ? "" : mark == place ? " = " : " > ";
        length += (size_t)snprintf(to + length, LINES_MARKS_SIZE - length, "%s%u", between,
                                   lines_option_number(content, option));
        place = mark;
    }
}

void lines_marks_text(char to[LINES_MARKS_SIZE], const struct marks *marks,
                      const struct ballot_content *content)
{
    size_t length = 0;
    to[0] = '\0';
    if (content->method == METHOD_RANKING) {
        put_ranking(to, marks, content);
        return;
    }
    for (uint8_t option = 1; option <= content->option_count; option++) {
        uint8_t mark = marks->of[option - 1];
        if (!mark)
            continue;
        length += (size_t)snprintf(to + length, LINES_MARKS_SIZE - length, "%s%u",
                                   length ? " " : "", lines_option_number(content, option));
        length +=
            put_mark(to + length, LINES_MARKS_SIZE - length, mark, (enum method)content->method);
    }
}
