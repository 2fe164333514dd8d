#ifndef PLENARY_TESTS_TESTING_H
#define PLENARY_TESTS_TESTING_H

/* cmocka wants these before its own header. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

/* How often a seeded test goes round. The release build goes all of them: rare cases are found by
 * many. Under sanitizers each costs ten times as much, and what these look for (a read past an end,
 * a leak, what C leaves undefined) shows in the first that come by: they go fewer. What must have
 * been met on the way is asked where all are gone: TEST_ALL_ROUNDS. */
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define TEST_ALL_ROUNDS         0
#define TEST_ROUNDS(all, fewer) (fewer)
#else
#define TEST_ALL_ROUNDS         1
#define TEST_ROUNDS(all, fewer) (all)
#endif

#endif
