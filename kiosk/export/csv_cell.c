#include "export/csv_cell.h"

#include <string.h>

void csv_begin(FILE *file)
{
    fputs("\xef\xbb\xbf", file);
}

void csv_next(FILE *file, unsigned number)
{
    if (number)
        putc(',', file);
}

static bool looks_like_formula(const char *text)
{
    text += strspn(text, "'");
    return *text && strchr("=+-@\t\r\n", *text);
}

void csv_text(FILE *file, const char *text)
{
    bool quoted = strpbrk(text, ",;\"\t\r\n") != NULL;
    if (quoted)
        putc('"', file);
    for (const char *at = text; *at; at++) {
        bool begins = at == text || at[-1] == ';';
        if (begins && looks_like_formula(at))
            putc('\'', file);
        if (*at == '"')
            putc('"', file);
        putc(*at, file);
    }
    if (quoted)
        putc('"', file);
}

void csv_end(FILE *file)
{
    fputs("\r\n", file);
}
