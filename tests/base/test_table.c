#include "base/table.h"

#include <stdbool.h>
#include <sys/mman.h>
#include <unistd.h>

#include "testing.h"

enum { SIZE = 3 * 4096 + 77, AROUND = 16, PAGES = 64 };

/* What there is before, and what is wanted: of `size` bytes between others, one at `at` and the
 * last are something. */
static void fill(unsigned char bytes[SIZE + 2 * AROUND], size_t size, size_t at, bool some)
{
    memset(bytes, 7, SIZE + 2 * AROUND);
    memset(bytes + AROUND, 0, size);
    bytes[AROUND + at] = bytes[AROUND + size - 1] = some;
}

static void all_of_it_and_no_more(void **state)
{
    (void)state;
    static unsigned char clear[SIZE + 2 * AROUND], full[SIZE + 2 * AROUND];
    static unsigned char bytes[SIZE + 2 * AROUND];
    for (size_t size = 1; size <= SIZE; size = size * 2 + 3)
        for (size_t at = 0; at < size; at = at * 2 + 1) {
            fill(clear, size, at, false);
            fill(full, size, at, true);
            fill(bytes, size, at, true);
            table_clear(bytes + AROUND, size);
            assert_memory_equal(bytes, clear, sizeof bytes);
            table_copy(bytes + AROUND, full + AROUND, size);
            assert_memory_equal(bytes, full, sizeof bytes);
        }
}

/* Pages that may only be read can be cleared while they are clear, and copied to while equal. */
static void what_is_so_already_is_not_written_to(void **state)
{
    (void)state;
    size_t page = (size_t)sysconf(_SC_PAGESIZE), size = PAGES * page;
    unsigned char *bytes =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    unsigned char *wanted =
        mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(bytes != MAP_FAILED && wanted != MAP_FAILED);
    wanted[5 * page + 9] = 1;
    assert_int_equal(mprotect(bytes, 5 * page, PROT_READ), 0);
    assert_int_equal(mprotect(bytes + 6 * page, size - 6 * page, PROT_READ), 0);
    table_copy(bytes, wanted, size);
    assert_int_equal(bytes[5 * page + 9], 1);
    table_clear(bytes, size);
    assert_int_equal(bytes[5 * page + 9], 0);
    munmap(bytes, size);
    munmap(wanted, size);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_it_and_no_more),
        cmocka_unit_test(what_is_so_already_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
