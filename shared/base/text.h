#ifndef PLENARY_BASE_TEXT_H
#define PLENARY_BASE_TEXT_H

/* UTF-8 text of fixed capacity. Everything a person typed or a network sent passes text_take once,
 * on its way in; after that a text is valid UTF-8 (NFC), free of control characters and of white
 * space at its ends, and fits its array. Sizes are in bytes including the final zero. */

#include <stdbool.h>
#include <stddef.h>

enum text_fault {
    TEXT_FINE,
    TEXT_EMPTY,    /* nothing left after trimming */
    TEXT_LONG,     /* does not fit: more than size - 1 bytes, or more than `visible` graphemes */
    TEXT_NOT_UTF8, /* broken UTF-8 */
};

/* Copies `length` bytes at `from` into `to[size]`, made NFC; control characters, and code points
 * that are no characters (U+FFFE and its like), become spaces, runs of white space become one space
 * (line breaks too), ends are trimmed. `visible` limits the graphemes (0: no limit). On a fault
 * `to` is empty. TEXT_EMPTY is a fault only to callers that need something there. */
enum text_fault text_take(char *to, size_t size, size_t visible, const char *from, size_t length);

/* Copies what may stand in a text that is still being typed, as much as fits `to[size]`: bytes that
 * are not UTF-8 are left out, control characters and line breaks become spaces, ends are kept.
 * Returns the length. */
size_t text_typed(char *to, size_t size, const char *from, size_t length);

/* True for valid UTF-8 without control characters and without white space that text_take would have
 * folded or trimmed. Whether it is NFC is not asked. */
bool text_is_clean(const char *text);

/* The largest n <= length at which `text` may be cut without splitting a UTF-8 sequence. */
size_t text_whole(const char *text, size_t length);

/* Visible characters (grapheme clusters) of valid UTF-8. */
size_t text_visible(const char *text);

/* Byte length of the first grapheme cluster at `text`; 0 at its end. */
size_t text_grapheme(const char *text);

/* Copies a known-good text into `to[size]`, cut at a whole character when it does not fit. */
void text_copy(char *to, size_t size, const char *from);

/* True when the text reads from right to left: its first letter with a direction does (Unicode
 * Standard Annex 9, rule P2). */
bool text_leftward(const char *text);

/* A title as part of a file's name: without what file systems do not like, cut to fit. */
void text_file_name(char *to, size_t size, const char *title);

/* Order of names for people: by letters, case and accents aside, and where these are the same by
 * bytes. Neither this nor text_same allocates. */
int text_order(const char *a, const char *b);

/* True when people would read the two as the same name: case and accents aside. */
bool text_same(const char *a, const char *b);

#endif
