#include "lines/parse.h"

#include "base/text.h"
#include "words/words.h"

#include <stdlib.h>
#include <string.h>

#define SPACES " \t\r"

bool lines_unclear(struct lines_reader *r, const char *typed, const char *expected)
{
    if (typed)
        (void)trouble_set(r->trouble, ERROR_FORMAT, word(WORD_LINES_UNCLEAR), typed, expected,
                          r->form);
    else
        (void)trouble_set(r->trouble, ERROR_FORMAT, word(WORD_LINES_MISSING), expected, r->form);
    return false;
}

bool lines_warned(struct lines_reader *r)
{
    r->warned = true;
    return false;
}

/* Copies one word to `to`, its marks taken off; returns where the line goes on, NULL when a
 * quotation mark is left open. */
static const char *copy_word(char **to, const char *from)
{
    bool quoted = false;
    for (; *from && (quoted || !strchr(SPACES, *from)); from++) {
        if (*from == '"') {
            quoted = !quoted;
            continue;
        }
        if (quoted && *from == '\\' && (from[1] == '"' || from[1] == '\\'))
            from++;
        *(*to)++ = *from;
    }
    *(*to)++ = '\0';
    return quoted ? NULL : from;
}

/* A name of lower-case letters before an equals sign that no quotation mark precedes. */
static size_t name_length(const char *from)
{
    size_t length = strspn(from, "abcdefghijklmnopqrstuvwxyz-");
    return length > 0 && from[length] == '=' ? length : 0;
}

bool lines_split(struct lines_reader *r, const char *line)
{
    char *to = r->bytes;
    r->count = 0;
    if (strlen(line) >= sizeof r->bytes - LINES_WORDS_MAX) { /* each word gains a zero */
        (void)trouble_set(r->trouble, ERROR_RANGE, "%s", word(WORD_LINES_LONG));
        return false;
    }
    for (;;) {
        line += strspn(line, SPACES);
        if (!*line)
            return true;
        if (r->count == LINES_WORDS_MAX) {
            (void)trouble_set(r->trouble, ERROR_RANGE, "%s", word(WORD_LINES_LONG));
            return false;
        }
        struct lines_typed *typed = &r->words[r->count++];
        *typed = (struct lines_typed){0};
        size_t length = name_length(line);
        if (length) {
            typed->name = to;
            memcpy(to, line, length);
            to += length;
            *to++ = '\0';
            line += length + 1;
        }
        typed->text = to;
        line = copy_word(&to, line);
        if (!line) {
            (void)trouble_set(r->trouble, ERROR_FORMAT, word(WORD_LINES_QUOTE), typed->text);
            return false;
        }
    }
}

static struct lines_typed *next(struct lines_reader *r)
{
    for (unsigned i = 0; i < r->count; i++)
        if (!r->words[i].taken && !r->words[i].name)
            return &r->words[i];
    return NULL;
}

const char *lines_peek(const struct lines_reader *r)
{
    for (unsigned i = 0; i < r->count; i++)
        if (!r->words[i].taken && !r->words[i].name)
            return r->words[i].text;
    return NULL;
}

const char *lines_take_any(struct lines_reader *r)
{
    struct lines_typed *typed = next(r);
    if (!typed)
        return NULL;
    typed->taken = true;
    return typed->text;
}

bool lines_take(struct lines_reader *r, const char *word)
{
    const char *typed = lines_peek(r);
    return typed && strcmp(typed, word) == 0 && lines_take_any(r);
}

bool lines_take_school(struct lines_reader *r, school_id *school)
{
    const char *typed = lines_take_any(r);
    *school = typed ? room_find_school(r->room, typed) : 0;
    return *school || lines_unclear(r, typed, word(WORD_LINES_A_SCHOOL));
}

static bool whole_number(long *number, const char *text)
{
    char *end;
    if (strspn(text + (*text == '-'), "0123456789") != strlen(text + (*text == '-')) ||
        !text[*text == '-'] || strlen(text) > 9)
        return false;
    *number = strtol(text, &end, 10);
    return true;
}

condition_id lines_find_condition(const struct lines_reader *r, const char *typed)
{
    unsigned count = r->room->workshop.condition_count;
    long number;
    if (whole_number(&number, typed)) /* whether it is there, the kiosk says */
        return number >= 1 && number <= CONDITIONS_MAX ? (condition_id)number : 0;
    for (condition_id c = 1; *typed && c <= count && c <= CONDITIONS_MAX; c++)
        if (text_same(r->room->conditions[c].tight, typed) || /* which may be empty */
            text_same(r->room->conditions[c].name, typed))
            return c;
    return 0;
}

bool lines_take_condition(struct lines_reader *r, condition_id *condition)
{
    const char *typed = lines_take_any(r);
    *condition = typed ? lines_find_condition(r, typed) : 0;
    return *condition || lines_unclear(r, typed, word(WORD_LINES_A_CONDITION));
}

bool lines_take_number(struct lines_reader *r, long *number, long least, long most,
                       const char *expected)
{
    const char *typed = lines_take_any(r);
    return (typed && whole_number(number, typed) && *number >= least && *number <= most) ||
           lines_unclear(r, typed, expected);
}

bool lines_take_seat(struct lines_reader *r, seat_id *seat)
{
    long number;
    if (!lines_take_number(r, &number, 1, SEATS_MAX, word(WORD_LINES_A_SEAT)))
        return false;
    *seat = (seat_id)number;
    return true;
}

bool lines_take_id(struct lines_reader *r, unsigned *id, unsigned most, const char *expected)
{
    long number;
    if (!lines_take_number(r, &number, 1, (long)most, expected))
        return false;
    *id = (unsigned)number;
    return true;
}

bool lines_take_note(struct lines_reader *r, unsigned *note)
{
    return lines_take_id(r, note, NOTES_MAX, word(WORD_LINES_A_NOTE));
}

bool lines_take_group(struct lines_reader *r, unsigned *group)
{
    long number;
    if (!lines_take_number(r, &number, 0, UINT8_MAX, word(WORD_LINES_A_GROUP)))
        return false;
    *group = (unsigned)number;
    return true;
}

bool lines_take_board(struct lines_reader *r, uint8_t *board)
{
    const char *typed = lines_take_any(r);
    long number = 0;
    *board = 0;
    if (typed && whole_number(&number, typed) && number >= 1 && number <= BOARDS_MAX)
        *board = (uint8_t)number;
    for (uint8_t b = 1; typed && *typed && b <= BOARDS_MAX && !*board; b++)
        if (strcmp(r->room->boards[b].content.id, typed) == 0)
            *board = b;
    return *board || lines_unclear(r, typed, word(WORD_LINES_A_BOARD));
}

bool lines_take_ballot(struct lines_reader *r, ballot_id *ballot)
{
    const char *typed = lines_take_any(r);
    long number = 0;
    *ballot = 0;
    if (typed && whole_number(&number, typed) && number >= 1 && number <= BALLOTS_MAX)
        *ballot = (ballot_id)number;
    for (ballot_id b = 1; typed && *typed && b <= BALLOTS_MAX && !*ballot; b++)
        if (strcmp(r->room->ballots[b].content.id, typed) == 0)
            *ballot = b;
    return *ballot || lines_unclear(r, typed, word(WORD_LINES_A_BALLOT));
}

bool lines_take_heading(struct lines_reader *r, uint8_t *heading, uint8_t board)
{
    const struct board_content *content = &r->room->boards[board].content;
    const char *typed = lines_take_any(r);
    long number = 0;
    *heading = 0;
    if (typed && whole_number(&number, typed) && number >= 1 && number <= HEADINGS_MAX)
        *heading = (uint8_t)number;
    for (uint8_t h = 0; typed && *typed && h < content->heading_count && !*heading; h++)
        if (text_same(content->headings[h], typed))
            *heading = (uint8_t)(h + 1);
    return *heading || lines_unclear(r, typed, word(WORD_LINES_A_HEADING));
}

bool lines_take_finding(struct lines_reader *r, uint8_t *kind, unsigned *number)
{
    unsigned k = 0;
    while (k < FINDING_COUNT && !lines_take(r, finding_word((enum finding_kind)k)))
        k++;
    if (k == FINDING_COUNT)
        return lines_unclear(r, lines_peek(r), word(WORD_LINES_A_FINDING));
    *kind = (uint8_t)k;
    return lines_take_id(r, number, CONDITIONS_MAX, word(WORD_LINES_A_FINDING_NUMBER));
}

bool lines_take_either(struct lines_reader *r, bool *first, const char *yes, const char *no,
                       const char *expected)
{
    *first = lines_take(r, yes);
    return *first || lines_take(r, no) || lines_unclear(r, lines_peek(r), expected);
}

static bool take_text(struct lines_reader *r, char *to, size_t size, size_t visible,
                      const char *typed)
{
    switch (text_take(to, size, visible, typed, strlen(typed))) {
    case TEXT_FINE:
    case TEXT_EMPTY:
        return true;
    case TEXT_LONG:
        (void)trouble_set(r->trouble, ERROR_RANGE, word(WORD_LINES_TEXT_LONG), (unsigned)visible);
        return false;
    case TEXT_NOT_UTF8:
        break;
    }
    (void)trouble_set(r->trouble, ERROR_FORMAT, "%s", word(WORD_LINES_TEXT_BROKEN));
    return false;
}

/* All plain words that are left, as one text. */
static bool take_all(struct lines_reader *r, char *to, size_t size, size_t visible,
                     const char *expected)
{
    char all[LINES_INPUT_MAX];
    size_t length = 0;
    const char *typed = lines_take_any(r);
    if (!typed)
        return lines_unclear(r, NULL, expected);
    for (; typed; typed = lines_take_any(r)) {
        size_t more = strlen(typed);
        if (length + more + 2 > sizeof all)
            break;
        if (length)
            all[length++] = ' ';
        memcpy(all + length, typed, more);
        length += more;
    }
    all[length] = '\0';
    return take_text(r, to, size, visible, all);
}

bool lines_take_name(struct lines_reader *r, char name[NAME_SIZE])
{
    return take_all(r, name, NAME_SIZE, NAME_VISIBLE, word(WORD_LINES_A_NAME));
}

bool lines_take_text(struct lines_reader *r, char *to, size_t size, size_t visible)
{
    return take_all(r, to, size, visible, word(WORD_LINES_A_TEXT));
}

bool lines_take_word(struct lines_reader *r, char *to, size_t size, size_t visible)
{
    const char *typed = lines_take_any(r);
    return typed ? take_text(r, to, size, visible, typed)
                 : lines_unclear(r, NULL, word(WORD_LINES_A_TEXT));
}

/* What stands behind name=, taken; NULL when it is not said. */
static const char *take_field(struct lines_reader *r, const char *name)
{
    for (unsigned i = 0; i < r->count; i++)
        if (r->words[i].name && !r->words[i].taken && strcmp(r->words[i].name, name) == 0) {
            r->words[i].taken = true;
            return r->words[i].text;
        }
    return NULL;
}

bool lines_take_named(struct lines_reader *r, const char *name, char *to, size_t size,
                      size_t visible)
{
    const char *typed = take_field(r, name);
    return !typed || take_text(r, to, size, visible, typed);
}

bool lines_take_named_number(struct lines_reader *r, const char *name, unsigned *number,
                             unsigned most, const char *expected)
{
    const char *typed = take_field(r, name);
    long said;
    if (!typed)
        return true;
    if (!whole_number(&said, typed) || said < 0 || said > (long)most)
        return lines_unclear(r, typed, expected);
    *number = (unsigned)said;
    return true;
}

static bool find_word(uint8_t *index, const char *typed, const char *const words[], unsigned count)
{
    for (uint8_t i = 0; typed && i < count; i++)
        if (strcmp(words[i], typed) == 0) {
            *index = i;
            return true;
        }
    return false;
}

bool lines_take_one_of(struct lines_reader *r, uint8_t *index, const char *const words[],
                       unsigned count)
{
    return find_word(index, lines_peek(r), words, count) && lines_take_any(r);
}

bool lines_take_named_one_of(struct lines_reader *r, const char *name, uint8_t *index,
                             const char *const words[], unsigned count, const char *expected)
{
    const char *typed = take_field(r, name);
    return !typed || find_word(index, typed, words, count) || lines_unclear(r, typed, expected);
}

bool lines_take_end(struct lines_reader *r)
{
    for (unsigned i = 0; i < r->count; i++)
        if (!r->words[i].taken)
            return lines_unclear(r, r->words[i].name ? r->words[i].name : r->words[i].text,
                                 word(WORD_LINES_NOTHING_MORE));
    return true;
}
