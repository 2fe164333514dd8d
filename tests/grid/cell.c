#include "grid/cell.h"

#include <string.h>

void cell_write(FILE *to, const char *text, bool quote)
{
    if (!quote && !strpbrk(text, ",;\t\"\r\n")) {
        fputs(text, to);
        return;
    }
    fputc('"', to);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', to);
        fputc(*text, to);
    }
    fputc('"', to);
}
