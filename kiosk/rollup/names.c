#include "rollup/names.h"

#include <assert.h>
#include <string.h>
#include <utf8proc.h>

#include "base/text.h"
#include "words/words.h"

/* The most code points that one becomes when case and accents are taken apart; the code points of
 * the longest text there is: a byte is one at the most, and few become more. */
enum { POINTS_MAX = 16, FOLDED_MAX = 4096 };

/* What stands between words, and what is looked past within one. */
enum { SPACE = ' ', PAST = '\'' };

/* A text as it is compared, with the place of each code point in the text itself. */
struct folded {
    size_t count;
    int32_t points[FOLDED_MAX];
    uint16_t from[FOLDED_MAX], to[FOLDED_MAX];
};

static int32_t point_of(utf8proc_int32_t c)
{
    if (c == '\'' || c == '.' || c == 0x2019 || c == 0x02BC) /* apostrophes and full stops */
        return PAST;
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return c;
    default:
        return SPACE;
    }
}

static void fold(struct folded *folded, const char *text)
{
    size_t length = strlen(text);
    folded->count = 0;
    for (size_t at = 0; at < length;) {
        utf8proc_int32_t c, points[POINTS_MAX];
        int boundary = 0;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                              (utf8proc_ssize_t)(length - at), &c);
        assert(n > 0); /* texts are UTF-8 where they come in */
        utf8proc_ssize_t count = utf8proc_decompose_char(
            c, points, POINTS_MAX, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK,
            &boundary);
        for (utf8proc_ssize_t i = 0; i < count && folded->count < FOLDED_MAX; i++) {
            folded->points[folded->count] = point_of(points[i]);
            folded->from[folded->count] = (uint16_t)at;
            folded->to[folded->count++] = (uint16_t)(at + (size_t)n);
        }
        at += (size_t)n;
    }
}

static bool is_between(int32_t point)
{
    return point == SPACE || point == PAST;
}

/* Where the name ends that begins at `at`; 0: it does not stand there. */
static size_t end_of(const struct rollup_name *name, const struct folded *text, size_t at)
{
    for (uint16_t i = 0; i < name->length; i++) {
        if (name->points[i] == SPACE) {
            size_t before = at;
            while (at < text->count && is_between(text->points[at]))
                at++;
            if (at == before)
                return 0;
            continue;
        }
        while (at < text->count && text->points[at] == PAST)
            at++;
        if (at == text->count || text->points[at] != name->points[i])
            return 0;
        at++;
    }
    return at == text->count || is_between(text->points[at]) ? at : 0;
}

static size_t longest_at(const struct rollup_names *names, const struct folded *text, size_t at)
{
    size_t longest = 0;
    for (uint16_t n = 0; n < names->count; n++) {
        size_t end = end_of(&names->names[n], text, at);
        if (end > longest)
            longest = end;
    }
    return longest;
}

/* ---- names */

/* Without what is looked past, one space between words, none at the ends. */
static void make_name(struct rollup_name *name, const struct folded *text)
{
    name->length = 0;
    for (size_t i = 0; i < text->count && name->length < NAME_SIZE; i++) {
        int32_t point = text->points[i];
        bool again = !name->length || name->points[name->length - 1] == SPACE;
        if (point != PAST && !(point == SPACE && again))
            name->points[name->length++] = point;
    }
    while (name->length && name->points[name->length - 1] == SPACE)
        name->length--;
}

/* The place after the word that begins at `at`. */
static uint16_t word_end(const struct rollup_name *name, uint16_t at)
{
    while (at < name->length && name->points[at] != SPACE)
        at++;
    return at;
}

/* True when that word of a name is one of the list, which has a space between its words. */
static bool is_listed(const struct rollup_name *name, uint16_t from, uint16_t to, const char *list)
{
    while (*list) {
        size_t length = strcspn(list, " "), same = 0;
        while (same < length && from + same < to && name->points[from + same] == list[same])
            same++;
        if (same == length && from + same == to)
            return true;
        list += length + (list[length] == ' ');
    }
    return false;
}

/* What people say for short begins after an article, and ends before the first word but one that
 * tells the kind. */
static uint16_t brief_from(const struct rollup_name *name)
{
    uint16_t end = word_end(name, 0);
    bool article = is_listed(name, 0, end, word(WORD_ROLLUP_ARTICLES));
    return article && end < name->length ? (uint16_t)(end + 1) : 0;
}

static uint16_t brief_to(const struct rollup_name *name, uint16_t from)
{
    uint16_t end = word_end(name, from);
    while (end < name->length) {
        uint16_t next = word_end(name, (uint16_t)(end + 1));
        if (is_listed(name, (uint16_t)(end + 1), next, word(WORD_ROLLUP_KINDS)))
            return end;
        end = next;
    }
    return end;
}

/* One word that tells a kind, "School" or "Academy", is no name by itself. */
static bool is_name(const struct rollup_name *name)
{
    uint16_t end = word_end(name, 0);
    return name->length &&
           !(end == name->length && (is_listed(name, 0, end, word(WORD_ROLLUP_KINDS)) ||
                                     is_listed(name, 0, end, word(WORD_ROLLUP_ARTICLES))));
}

static void add_name(struct rollup_names *names, const struct rollup_name *whole, uint16_t from,
                     uint16_t to)
{
    struct rollup_name *name = &names->names[names->count];
    name->length = (uint16_t)(to - from);
    memcpy(name->points, whole->points + from, name->length * sizeof *name->points);
    names->count = (uint16_t)(names->count + is_name(name));
}

/* The name in short, then word by word up to the whole of it. */
static void add_school(struct rollup_names *names, const struct rollup_name *whole)
{
    uint16_t from = brief_from(whole), to = brief_to(whole, from);
    add_name(names, whole, 0, whole->length);
    for (unsigned n = 1; n < ROLLUP_NAMES_EACH && to - from < whole->length; n++) {
        add_name(names, whole, from, to);
        if (to == whole->length)
            break;
        to = word_end(whole, (uint16_t)(to + 1));
    }
}

void rollup_names_read(struct rollup_names *names, const struct room *room)
{
    struct folded folded;
    names->count = 0;
    for (uint16_t i = 0; i < room->school_count; i++) {
        struct rollup_name whole;
        fold(&folded, room->schools[room->school_order[i]].name);
        make_name(&whole, &folded);
        add_school(names, &whole);
    }
}

/* ---- texts */

/* A text that is put together; once something was cut nothing follows. */
struct putting {
    char *to;
    size_t size, used;
    bool full;
};

static void put(struct putting *p, const char *from, size_t length)
{
    if (p->full)
        return;
    if (p->used + length >= p->size) {
        length = text_whole(from, p->size - 1 - p->used);
        p->full = true;
    }
    memcpy(p->to + p->used, from, length);
    p->used += length;
    p->to[p->used] = '\0';
}

void rollup_names_hide(char *to, size_t size, const struct rollup_names *names, const char *text)
{
    struct putting p = {.to = to, .size = size};
    struct folded folded;
    size_t kept = 0; /* of the text: what comes before is put */
    bool begins = true;
    fold(&folded, text);
    to[0] = '\0';
    for (size_t at = 0; at < folded.count; at++) {
        size_t end = begins && !is_between(folded.points[at]) ? longest_at(names, &folded, at) : 0;
        begins = is_between(folded.points[at]);
        if (!end)
            continue;
        const char *instead = word(at ? WORD_ROLLUP_A_SCHOOL : WORD_ROLLUP_A_SCHOOL_FIRST);
        put(&p, text + kept, folded.from[at] - kept);
        put(&p, instead, strlen(instead));
        kept = folded.to[end - 1];
        at = end - 1;
    }
    put(&p, text + kept, strlen(text + kept));
}
