#ifndef PLENARY_TESTS_FUZZ_H
#define PLENARY_TESTS_FUZZ_H

/* What the fuzz targets share. A target is one file with the three functions below: libFuzzer makes
 * up inputs from those that reached something new before, runs them one after the other in one
 * process, and stops at the first that crashes, leaks, takes too long, or breaks an assertion. Each
 * input must find the same state: targets keep what is costly to make, and put it back (rewind.h).
 *
 * Seeds and words are made by the target itself, from real encoders and tables, so that they follow
 * when these change: `TARGET --seeds=FOLDER` writes them, and run.sh does that first. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- of each target */

/* Makes what all inputs share. Once, before anything else. */
void fuzz_begin(void);

/* Gives seeds and words, by the functions below. */
void fuzz_seeds(void);

/* One input. Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* ---- for fuzz_seeds() */

/* Gives a seed; the contents of a file; every file of a folder of the source tree whose name ends
 * in `ending`. */
void fuzz_seed(const void *bytes, size_t length);
void fuzz_seed_text(const char *text);
void fuzz_seed_file(const char *path, const char *before);
void fuzz_seed_folder(const char *folder, const char *ending, const char *before);

/* Gives a word that is worth putting in. */
void fuzz_word(const char *word);

/* ---- for fuzz_one() */

/* A copy with a final zero, for readers of texts; to be freed. */
char *fuzz_text(const uint8_t *bytes, size_t length);

/* The path of a file that holds just these bytes, in memory, the same for every call. */
const char *fuzz_file(const char *name, const void *bytes, size_t length);

/* A folder of this process's own in memory, gone when it ends well. */
const char *fuzz_folder(void);

/* Something that nothing may optimise away. */
extern volatile uint64_t fuzz_sink;

int LLVMFuzzerInitialize(int *argc, char ***argv);

#endif
