#include "report/qr.h"

#include <errno.h>
#include <string.h>

#include <qrencode.h>

enum { DARK = 1 }; /* the lowest bit of a module; the others say what it is for */

/* What one row reaches into the next, in modules, so that no hairline of paper shows between two
 * dark ones. */
static const double lap = 0.03;

/* Neighbours in a row are one rectangle. */
static void draw_row(struct page *page, double x, double y, double module,
                     const unsigned char *modules, int width)
{
    for (int from = 0; from < width;) {
        int to = from;
        while (to < width && modules[to] & DARK)
            to++;
        if (to > from)
            page_fill(page, x + from * module, y, (to - from) * module, module * (1 + lap),
                      TOKEN_INK);
        from = to + 1;
    }
}

enum error report_qr(struct page *page, double x, double y, double size, const char *text)
{
    QRcode *code =
        QRcode_encodeData((int)strlen(text), (const unsigned char *)text, 0, QR_ECLEVEL_M);
    if (!code)
        return errno == ENOMEM ? ERROR_MEMORY : ERROR_RANGE;
    double module = size / code->width;
    for (int row = 0; row < code->width; row++)
        draw_row(page, x, y + row * module, module, code->data + row * code->width, code->width);
    QRcode_free(code);
    return ERROR_OK;
}
