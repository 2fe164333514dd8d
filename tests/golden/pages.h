#ifndef PLENARY_TESTS_PAGES_H
#define PLENARY_TESTS_PAGES_H

/* PDFs read back by other programs (poppler's): their text, what they say of themselves, and their
 * pages as small grey pictures that goldens are kept of. Everything is asserted. */

#include <stdbool.h>
#include <stddef.h>

enum { PAGES_TEXT_SIZE = 1 << 18 };

/* Its text as pdftotext finds it, pages ending in form feeds; `in_order`: as it stands in the file,
 * which is the order of drawing, else as it is found on the page. */
void pages_text(char to[PAGES_TEXT_SIZE], const char *path, bool in_order);

/* What pdfinfo says of it ("Tagged: yes", "Title: ..."), and its tree of tags with their text. */
void pages_info(char to[PAGES_TEXT_SIZE], const char *path);
void pages_structure(char to[PAGES_TEXT_SIZE], const char *path);

/* Its bookmarks in order, a line each, two spaces for each level (qpdf). */
void pages_bookmarks(char to[PAGES_TEXT_SIZE], const char *path);

/* Fails unless the texts come in this order; NULL ends them. */
void pages_in_order(const char *text, const char *const *wanted);

/* Fails where a word stands nearer to the edge of its page than `margin` points. */
void pages_words_inside(const char *path, double margin);

/* One page as a grey picture, from 1; rows of bytes, 0 black. Released by the caller with free. */
struct pages_picture {
    int width, height;
    unsigned char *grey;
};
void pages_picture(struct pages_picture *out, const char *path, int page, int dpi);

/* Compares all pages with tests/golden/NAME-1.png and on ("report/cluster"): 40 dots to the inch,
 * grey, with tolerance for another version of a library. On a difference the page that was found is
 * left beside the build in golden-found. PLENARY_UPDATE_GOLDENS=1 writes them instead. */
void pages_golden(const char *name, const char *path);

#endif
