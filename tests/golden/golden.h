#ifndef PLENARY_TESTS_GOLDEN_H
#define PLENARY_TESTS_GOLDEN_H

/* Goldens: texts kept under tests/golden that a test's output must equal to the byte. With
 * PLENARY_UPDATE_GOLDENS=1 in the environment they are written instead, and a person looks at the
 * difference before it is committed. */

struct draw_list;

/* Compares with tests/golden/NAME.txt ("ui/button"); on a difference says the first line that
 * differs and fails the test. The output that failed is left beside the build as NAME.txt. */
void golden_check(const char *name, const char *text);

/* The same for a draw list, as draw_print writes it; nothing may have been dropped from it. */
void golden_check_list(const char *name, const struct draw_list *list);

#endif
