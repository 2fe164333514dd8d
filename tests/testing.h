#ifndef PLENARY_TESTS_TESTING_H
#define PLENARY_TESTS_TESTING_H

/* cmocka wants these before its own header. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#endif
