#ifndef PLENARY_REPORT_QR_H
#define PLENARY_REPORT_QR_H

/* A short text as a picture for cameras to read: a QR code (ISO/IEC 18004) that survives a stain or
 * a fold (error correction M), as rectangles, sharp at any size. */

#include "report/page.h"

/* Draws the picture into a square of `size` points, without its margin: four modules, at most a
 * fifth of `size`, are to stay free on each side of it. ERROR_RANGE: the text is too long. */
CHECKED enum error report_qr(struct page *page, double x, double y, double size, const char *text);

#endif
