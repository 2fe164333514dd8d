#include "bench/slow.h"

#include <sqlite3.h>
#include <string.h>
#include <time.h>

#include "bench/bench.h"

/* SQLite's own file system, but for the method that syncs: each kind of file has its table of
 * methods, and gets a copy of it. */
enum { TABLES_MAX = 8 };

static struct {
    unsigned ms;
    sqlite3_vfs *usual, slow;
    unsigned count;
    const sqlite3_io_methods *from[TABLES_MAX];
    sqlite3_io_methods copies[TABLES_MAX];
    int (*sync)(sqlite3_file *, int); /* alike in all tables */
} slow;

static int sync_slowly(sqlite3_file *file, int flags)
{
    struct timespec pause = {.tv_nsec = (long)slow.ms * 1000000};
    nanosleep(&pause, NULL);
    return slow.sync(file, flags);
}

static int open_slow(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
    (void)vfs;
    int e = slow.usual->xOpen(slow.usual, name, file, flags, out);
    unsigned i = 0;
    if (e != SQLITE_OK || !file->pMethods)
        return e;
    while (i < slow.count && slow.from[i] != file->pMethods)
        i++;
    if (i == slow.count) {
        bench_must(i < TABLES_MAX && (!slow.sync || slow.sync == file->pMethods->xSync),
                   "SQLite has changed");
        slow.from[slow.count++] = file->pMethods;
        slow.sync = file->pMethods->xSync;
        slow.copies[i] = *file->pMethods;
        slow.copies[i].xSync = sync_slowly;
    }
    file->pMethods = &slow.copies[i];
    return e;
}

void slow_syncs(unsigned ms)
{
    slow.ms = ms;
    slow.usual = sqlite3_vfs_find(NULL);
    bench_must(slow.usual != NULL, "SQLite has no file system");
    slow.slow = *slow.usual;
    slow.slow.zName = "slow";
    slow.slow.xOpen = open_slow;
    bench_must(sqlite3_vfs_register(&slow.slow, 1) == SQLITE_OK, "no slow disk");
}
