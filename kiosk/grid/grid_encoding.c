#include "grid/grid_encoding.h"

#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "words/words.h"

/* A byte at most becomes three: the euro sign of Windows-1252. */
enum { GROWTH_MAX = 3 };

static bool begins(const char *bytes, size_t length, const char *with, size_t with_length)
{
    return length >= with_length && memcmp(bytes, with, with_length) == 0;
}

/* Counts the line that `at` is in. */
static unsigned line_of(const char *text, size_t at)
{
    unsigned line = 1;
    for (size_t i = 0; i < at; i++)
        line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
    return line;
}

/* Length of the valid UTF-8 that the bytes begin with. */
static size_t valid_length(const char *bytes, size_t length)
{
    size_t i = 0;
    while (i < length) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)bytes + i,
                                              (utf8proc_ssize_t)(length - i), &c);
        if (n <= 0)
            break;
        i += (size_t)n;
    }
    return i;
}

/* Fills out->text, which has room. */
static enum error convert(struct grid_text *out, const char *from, const char *bytes, size_t length,
                          struct trouble *t)
{
    char *in = (char *)bytes, *to = out->text;
    size_t left = length * GROWTH_MAX;
    iconv_t conversion = iconv_open("UTF-8", from);
    if (conversion == (iconv_t)-1)
        return trouble_set(t, ERROR_FORMAT, word(WORD_GRID_ENCODING), 1U);
    size_t failed = iconv(conversion, &in, &length, &to, &left);
    iconv_close(conversion);
    *to = '\0';
    out->length = (size_t)(to - out->text);
    if (failed != 0)
        return trouble_set(t, ERROR_FORMAT, word(WORD_GRID_ENCODING),
                           line_of(out->text, out->length));
    return ERROR_OK;
}

static enum error read_as(struct grid_text *out, const char *bytes, size_t length,
                          struct trouble *t)
{
    if (begins(bytes, length, "\xFF\xFE", 2))
        return convert(out, "UTF-16LE", bytes + 2, length - 2, t);
    if (begins(bytes, length, "\xFE\xFF", 2))
        return convert(out, "UTF-16BE", bytes + 2, length - 2, t);
    if (begins(bytes, length, "\xEF\xBB\xBF", 3)) {
        bytes += 3;
        length -= 3;
    }
    if (valid_length(bytes, length) != length) {
        out->windows_1252 = true;
        return convert(out, "WINDOWS-1252", bytes, length, t);
    }
    memcpy(out->text, bytes, length);
    out->text[length] = '\0';
    out->length = length;
    return ERROR_OK;
}

static bool is_workbook(const char *bytes, size_t length)
{
    return begins(bytes, length, "PK\x03\x04", 4) ||
           begins(bytes, length, "\xD0\xCF\x11\xE0", 4); /* .xlsx and .ods; .xls */
}

enum error grid_encoding_read(struct grid_text *out, const char *bytes, size_t length,
                              struct trouble *t)
{
    *out = (struct grid_text){NULL, 0, false};
    if (is_workbook(bytes, length))
        return trouble_set(t, ERROR_FORMAT, "%s", word(WORD_GRID_WORKBOOK));
    out->text = malloc(length * GROWTH_MAX + 1);
    if (!out->text)
        return trouble_set(t, ERROR_MEMORY, "%s", error_text(ERROR_MEMORY));
    enum error e = read_as(out, bytes, length, t);
    const char *zero = e ? NULL : memchr(out->text, '\0', out->length);
    if (zero)
        e = trouble_set(t, ERROR_FORMAT, word(WORD_GRID_NUL),
                        line_of(out->text, (size_t)(zero - out->text)));
    if (e)
        grid_encoding_release(out);
    return e;
}

void grid_encoding_release(struct grid_text *text)
{
    free(text->text);
    *text = (struct grid_text){NULL, 0, false};
}
