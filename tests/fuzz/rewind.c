#include "fuzz/rewind.h"

#include <assert.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/* A private mapping of a file in memory: what is written to it is this mapping's own, and letting
 * go of it shows the file again (mmap(2), MAP_PRIVATE; madvise(2), MADV_DONTNEED). */

void *rewind_keep(const void *from, size_t size)
{
    int file = memfd_create("kept", MFD_CLOEXEC);
    assert(file >= 0);
    for (size_t done = 0; done < size;) {
        ssize_t wrote = write(file, (const uint8_t *)from + done, size - done);
        assert(wrote > 0);
        done += (size_t)wrote;
    }
    void *kept = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
    assert(kept != MAP_FAILED);
    close(file);
    return kept;
}

void rewind_back(void *kept, size_t size)
{
    int failed = madvise(kept, size, MADV_DONTNEED);
    assert(!failed);
}
