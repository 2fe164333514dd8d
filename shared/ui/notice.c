#include "ui/notice.h"

#include "ui/mark.h"

double notice_draw(struct draw_list *list, double x, double y, double w, struct notice notice)
{
    int more_size = notice.size == 28 ? 24 : notice.size == 24 ? 20 : 16;
    double padding = notice.size < 28 ? 20 : 24, disc = notice.size + 12;
    double text_x = x + padding + disc + padding * 0.75, text_w = x + w - padding - text_x;
    double line = type_line(notice.size), height = line;
    struct type_lines lines = {0};
    if (notice.more) {
        type_wrap(&lines, list->metrics, list->u, REGULAR(more_size), text_w, 3, WRAP_GREEDY,
                  notice.more);
        height += lines.count * type_line(more_size);
    }
    if (height < disc)
        height = disc;
    draw_outline(list, x, y, w, height + 2 * padding, 12, notice.strong ? 4 : 2, TOKEN_INK,
                 TOKEN_SURFACE);
    double top = y + padding;
    mark_bang(list, x + padding + disc / 2, y + padding + height / 2, disc);
    if (!notice.more)
        top += (height - line) / 2;
    draw_text_within(list, text_x, top, text_w, SEMIBOLD(notice.size), ALIGN_LEFT, TOKEN_INK,
                     notice.line);
    if (notice.more)
        draw_paragraph(list, text_x, top + line, text_w, 3, REGULAR(more_size), ALIGN_LEFT,
                       WRAP_GREEDY, TOKEN_INK2, notice.more);
    return height + 2 * padding;
}
