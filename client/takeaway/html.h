#ifndef PLENARY_TAKEAWAY_HTML_H
#define PLENARY_TAKEAWAY_HTML_H

/* Within takeaway/ only: HTML written by hand, in a form that is also well-formed XML (every
 * element is closed, every attribute quoted), so that a parser can prove it. Text is escaped here
 * and nowhere else: what people typed never reaches a page by another way. */

#include <stdio.h>

#include "words/words.h"

/* Escaped text. */
void html_text(FILE *out, const char *text);

/* "<tag>text</tag>": the tag may have attributes of the program's own, "th scope=\"col\"". */
void html_element(FILE *out, const char *tag, const char *text);
void html_word(FILE *out, const char *tag, enum word text);

/* The same of what a person wrote: it reads from the side that its own letters begin on. */
void html_written(FILE *out, const char *tag, const char *text);

/* A section that is one table: its heads follow, then html_rows(), its rows, html_table_end(). */
void html_table_begin(FILE *out, enum word title, enum word caption);
void html_head(FILE *out, const char *text);
void html_rows(FILE *out);
void html_table_end(FILE *out);

/* The head up to and with the title and the style; the body is open afterwards. `language` is a
 * pack's, "en-gb". What a page begins with is the same for the same title. */
void html_begin(FILE *out, const char *language, const char *title);
void html_end(FILE *out);

#endif
