#include "export/tables.h"

#include "base/day.h"

#include <assert.h>
#include <stdio.h>

void export_figure_text(char to[EXPORT_FIGURE_SIZE], enum export_type type, int32_t number)
{
    switch (type) {
    case EXPORT_TENTHS:
        snprintf(to, EXPORT_FIGURE_SIZE, "%d.%d", number / 10, number % 10);
        break;
    case EXPORT_HUNDREDTHS:
        snprintf(to, EXPORT_FIGURE_SIZE, "%d.%02d", number / 100, number % 100);
        break;
    case EXPORT_DAY:
        day_write_iso(to, (uint32_t)number);
        break;
    case EXPORT_YES_NO:
        snprintf(to, EXPORT_FIGURE_SIZE, "%s", word(number ? WORD_EXPORT_YES : WORD_EXPORT_NO));
        break;
    default:
        assert(type == EXPORT_NUMBER);
        snprintf(to, EXPORT_FIGURE_SIZE, "%d", number);
    }
}
