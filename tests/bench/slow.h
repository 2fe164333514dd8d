#ifndef PLENARY_TESTS_SLOW_H
#define PLENARY_TESTS_SLOW_H

/* A slow disk: from now on, whenever SQLite in this process brings a file to the disk, that takes
 * `ms` milliseconds longer. Before the first file is opened; for good. */
void slow_syncs(unsigned ms);

#endif
