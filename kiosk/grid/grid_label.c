#include "grid/grid_label.h"

#include <string.h>

#include "base/text.h"

void grid_label_split(struct grid_row *row, const char *text)
{
    unsigned number = 0;
    size_t n = 0;
    for (; n < 2 && text[n] >= '0' && text[n] <= '9'; n++)
        number = number * 10 + (unsigned)(text[n] - '0');
    const char *rest = text + n;
    size_t mark = strspn(rest, ".):");
    bool parted = mark > 0 || *rest == ' ' || *rest == '\0';
    if (n == 0 || !parted || (rest[mark] >= '0' && rest[mark] <= '9'))
        rest = text;
    else
        row->number = (uint8_t)number;
    if (rest != text) {
        rest += mark;
        rest += strspn(rest, " -");
    }
    text_copy(row->label, sizeof row->label, *rest ? rest : text);
}
