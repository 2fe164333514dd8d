#include "stage/codes.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { LETTER_MOST = 8 }; /* bytes of a visible character kept in a code */

/* Copies the visible character at `from`, or nothing when it is a space or too long to keep;
 * returns its length in `from`. */
static size_t take_letter(char to[LETTER_MOST + 1], const char *from)
{
    size_t length = text_grapheme(from);
    size_t kept = length > LETTER_MOST ? text_whole(from, LETTER_MOST) : length;
    if (*from == ' ' || *from == '-' || *from == '\'' || *from == '.')
        kept = 0;
    memcpy(to, from, kept);
    to[kept] = '\0';
    return length;
}

/* The first two letters of a name: of its first word, or one letter when that is all it has. */
static void natural(char to[CODES_TEXT_SIZE], const char *name)
{
    to[0] = '\0';
    for (int letters = 0; *name && letters < 2;) {
        char letter[LETTER_MOST + 1];
        name += take_letter(letter, name);
        letters += letter[0] != '\0';
        strcat(to, letter);
    }
}

static bool is_taken(const struct codes *codes, const struct room *room, const char *code)
{
    for (uint16_t i = 0; i < room->school_count; i++)
        if (text_same(codes->text[room->school_order[i]], code))
            return true;
    return false;
}

static bool try_letter(struct codes *codes, const struct room *room, school_id school,
                       const char *first, const char *second)
{
    char code[CODES_TEXT_SIZE];
    snprintf(code, sizeof code, "%s%s", first, second);
    if (!*second || is_taken(codes, room, code))
        return false;
    memcpy(codes->text[school], code, sizeof code);
    return true;
}

static void lower(char *letter)
{
    if (letter[1] == '\0' && letter[0] >= 'A' && letter[0] <= 'Z')
        letter[0] = (char)(letter[0] - 'A' + 'a');
}

/* Tries letters of the name as the second one: initials of words only, or all. */
static bool try_name(struct codes *codes, const struct room *room, school_id school,
                     const char *first, bool initials)
{
    char letter[LETTER_MOST + 1];
    const char *name = room->schools[school].name;
    bool word_begins = false;
    name += take_letter(letter, name);
    while (*name) {
        name += take_letter(letter, name);
        if ((!initials || word_begins) && letter[0]) {
            lower(letter);
            if (try_letter(codes, room, school, first, letter))
                return true;
        }
        word_begins = letter[0] == '\0';
    }
    return false;
}

static void choose(struct codes *codes, const struct room *room, school_id school, int number)
{
    char first[LETTER_MOST + 1];
    take_letter(first, room->schools[school].name);
    if (try_name(codes, room, school, first, true) || try_name(codes, room, school, first, false))
        return;
    for (const char *sign = "123456789abcdefghijklmnopqrstuvwxyz"; *sign; sign++)
        if (try_letter(codes, room, school, first, (char[]){*sign, '\0'}))
            return;
    snprintf(codes->text[school], CODES_TEXT_SIZE, "%d", number);
}

void codes_make(struct codes *codes, const struct room *room)
{
    memset(codes, 0, sizeof *codes);
    char begins[SCHOOLS_MAX][CODES_TEXT_SIZE];
    bool shared[SCHOOLS_MAX] = {false};
    for (uint16_t i = 0; i < room->school_count; i++) {
        natural(begins[i], room->schools[room->school_order[i]].name);
        for (uint16_t j = 0; j < i; j++)
            if (text_same(begins[i], begins[j]))
                shared[i] = shared[j] = true;
    }
    for (uint16_t i = 0; i < room->school_count; i++)
        if (!shared[i])
            memcpy(codes->text[room->school_order[i]], begins[i], sizeof begins[i]);
    for (uint16_t i = 0; i < room->school_count; i++)
        if (shared[i])
            choose(codes, room, room->school_order[i], i + 1);
}
