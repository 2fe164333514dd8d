#include "base/text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* The most code points that one becomes when case and accents are taken apart. */
enum { FOLDED_MAX = 16 };

/* Unicode keeps these for programs: no font has them, and neither PDF nor a workbook may hold
 * them, so that one of them in one name would keep a whole report from being written. */
static bool is_noncharacter(utf8proc_int32_t c)
{
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

static bool is_space(utf8proc_int32_t c)
{
    if (is_noncharacter(c))
        return true;
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
        return true;
    default:
        return false;
    }
}

/* Appends one code point; false when it no longer fits. */
static bool put(char *to, size_t size, size_t *used, utf8proc_int32_t c)
{
    utf8proc_uint8_t bytes[4];
    size_t n = (size_t)utf8proc_encode_char(c, bytes);
    if (*used + n >= size)
        return false;
    memcpy(to + *used, bytes, n);
    *used += n;
    return true;
}

/* Copies normalised text, folding white space. */
static enum text_fault fold(char *to, size_t size, const utf8proc_uint8_t *from, size_t length)
{
    size_t used = 0;
    bool space = false;
    for (size_t i = 0; i < length;) {
        utf8proc_int32_t c;
        i += (size_t)utf8proc_iterate(from + i, (utf8proc_ssize_t)(length - i), &c);
        if (is_space(c)) {
            space = used > 0;
            continue;
        }
        if ((space && !put(to, size, &used, ' ')) || !put(to, size, &used, c))
            return TEXT_LONG;
        space = false;
    }
    to[used] = '\0';
    return used ? TEXT_FINE : TEXT_EMPTY;
}

/* utf8proc's own NFC allocates in proportion to its input, so what cannot fit is refused first: NFC
 * shrinks a text to no less than a third of its bytes, and trimmed white space is looked past. */
static bool hopeless(const char *from, size_t length, size_t size)
{
    size_t solid = 0;
    for (size_t i = 0; i < length; i++)
        solid += (unsigned char)from[i] > ' ';
    return solid > size * 4;
}

static bool valid(const char *from, size_t length)
{
    for (size_t i = 0; i < length;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)from + i,
                                              (utf8proc_ssize_t)(length - i), &c);
        if (n <= 0)
            return false;
        i += (size_t)n;
    }
    return true;
}

/* ASCII is NFC as it stands. */
static bool is_ascii(const char *from, size_t length)
{
    unsigned char all = 0;
    for (size_t i = 0; i < length; i++)
        all |= (unsigned char)from[i];
    return all < 0x80;
}

static enum text_fault compose(char *to, size_t size, const char *from, size_t length)
{
    utf8proc_uint8_t *composed = NULL;
    if (!valid(from, length))
        return TEXT_NOT_UTF8;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)from, (utf8proc_ssize_t)length,
                                      &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (n < 0)
        return TEXT_NOT_UTF8;
    enum text_fault fault = fold(to, size, composed, (size_t)n);
    free(composed);
    return fault;
}

enum text_fault text_take(char *to, size_t size, size_t visible, const char *from, size_t length)
{
    to[0] = '\0';
    if (hopeless(from, length, size))
        return TEXT_LONG;
    enum text_fault fault = is_ascii(from, length)
                                ? fold(to, size, (const utf8proc_uint8_t *)from, length)
                                : compose(to, size, from, length);
    if (fault == TEXT_FINE && visible && text_visible(to) > visible)
        fault = TEXT_LONG;
    if (fault != TEXT_FINE)
        to[0] = '\0';
    return fault;
}

size_t text_typed(char *to, size_t size, const char *from, size_t length)
{
    size_t used = 0;
    for (size_t i = 0; i < length;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)from + i,
                                              (utf8proc_ssize_t)(length - i), &c);
        i += n > 0 ? (size_t)n : 1;
        if (n > 0 && !put(to, size, &used, is_space(c) ? ' ' : c))
            break;
    }
    to[used] = '\0';
    return used;
}

bool text_is_clean(const char *text)
{
    size_t length = strlen(text);
    bool space = true; /* none at the start, none doubled, none at the end */
    for (size_t i = 0; i < length;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text + i,
                                              (utf8proc_ssize_t)(length - i), &c);
        if (n <= 0)
            return false;
        if (is_space(c) && (space || c != ' '))
            return false;
        space = c == ' ';
        i += (size_t)n;
    }
    return length == 0 || !space;
}

size_t text_whole(const char *text, size_t length)
{
    size_t start = length;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start == 0)
        return 0;
    unsigned char lead = (unsigned char)text[start - 1];
    size_t need = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    return start - 1 + need <= length ? start - 1 + need : start - 1;
}

size_t text_grapheme(const char *text)
{
    size_t length = strlen(text);
    utf8proc_int32_t before;
    if (length == 0)
        return 0;
    utf8proc_ssize_t at =
        utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &before);
    if (at <= 0)
        return 1;
    utf8proc_int32_t state = 0;
    while ((size_t)at < length) {
        utf8proc_int32_t next;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                              (utf8proc_ssize_t)length - at, &next);
        if (n <= 0 || utf8proc_grapheme_break_stateful(before, next, &state))
            break;
        before = next;
        at += n;
    }
    return (size_t)at;
}

size_t text_visible(const char *text)
{
    size_t count = 0;
    for (size_t n; (n = text_grapheme(text)) > 0; text += n)
        count++;
    return count;
}

void text_copy(char *to, size_t size, const char *from)
{
    size_t length = strlen(from);
    if (length >= size)
        length = text_whole(from, size - 1);
    memcpy(to, from, length);
    to[length] = '\0';
}

/* A text as people compare it, read one code point at a time: case and accents away. Marks are left
 * out, so that their order does not matter and nothing needs to be kept. */
struct folded {
    const char *rest;
    utf8proc_int32_t points[FOLDED_MAX]; /* of the character before `rest` */
    utf8proc_ssize_t count, next;
};

/* The next code point; 0 at the end. A byte that is not UTF-8 stands for itself. */
static utf8proc_int32_t next_folded(struct folded *f)
{
    while (f->next == f->count) {
        utf8proc_int32_t c;
        int boundary = 0;
        if (!*f->rest)
            return 0;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)f->rest, -1, &c);
        f->next = 0;
        if (n > 0) {
            f->count = utf8proc_decompose_char(
                c, f->points, FOLDED_MAX,
                UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &boundary);
            assert(f->count >= 0 && f->count <= FOLDED_MAX);
        } else {
            f->points[0] = (unsigned char)*f->rest;
            f->count = n = 1;
        }
        f->rest += n;
    }
    return f->points[f->next++];
}

static int order_folded(const char *a, const char *b)
{
    struct folded fa = {.rest = a}, fb = {.rest = b};
    for (;;) {
        utf8proc_int32_t ca = next_folded(&fa), cb = next_folded(&fb);
        if (ca != cb)
            return ca < cb ? -1 : 1;
        if (!ca)
            return 0;
    }
}

int text_order(const char *a, const char *b)
{
    int order = order_folded(a, b);
    return order ? order : strcmp(a, b);
}

bool text_same(const char *a, const char *b)
{
    return order_folded(a, b) == 0;
}

bool text_leftward(const char *text)
{
    for (const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text; *at;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate(at, -1, &c);
        if (n <= 0)
            return false;
        switch (utf8proc_get_property(c)->bidi_class) {
        case UTF8PROC_BIDI_CLASS_L:
            return false;
        case UTF8PROC_BIDI_CLASS_R:
        case UTF8PROC_BIDI_CLASS_AL:
            return true;
        default:
            break;
        }
        at += n;
    }
    return false;
}

void text_file_name(char *to, size_t size, const char *title)
{
    text_copy(to, size, title);
    for (char *at = to; *at; at++)
        if (strchr("/\\:*?\"<>|", *at))
            *at = '-';
    if (to[0] == '.')
        to[0] = '-';
}
