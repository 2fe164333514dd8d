#include "journal/copies.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "journal/backend.h"

enum {
    STAMP_SIZE = 16,     /* "2009-11-03 0940" */
    STAMPS_LISTED = 512, /* more in one folder are left for the next time */
};

static const char ENDING[] = ".plenary";

/* Where the copies of a workshop file are. */
struct place {
    char folder[JOURNAL_PATH_SIZE];
    char stem[256]; /* the file's name without its ending */
};

static enum error place_too_long(const char *path, struct trouble *trouble)
{
    return trouble_set(trouble, ERROR_RANGE, "%s: the name is too long to make copies.", path);
}

static enum error place_of(struct place *place, const char *path, struct trouble *trouble)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t length = strlen(name), ending = strlen(ENDING);
    if (length > ending && strcmp(name + length - ending, ENDING) == 0)
        length -= ending;
    if (length >= sizeof place->stem)
        return place_too_long(path, trouble);
    memcpy(place->stem, name, length);
    place->stem[length] = '\0';
    int wrote = snprintf(place->folder, sizeof place->folder, "%.*s%s copies", (int)(name - path),
                         path, place->stem);
    return wrote < 0 || (size_t)wrote >= sizeof place->folder ? place_too_long(path, trouble)
                                                              : ERROR_OK;
}

/* Fills in all of a copy's particulars from its stamp. */
static enum error place_copy(const struct place *place, struct journal_copy *copy,
                             const char *stamp, struct trouble *trouble)
{
    snprintf(copy->day, sizeof copy->day, "%.10s", stamp);
    snprintf(copy->time, sizeof copy->time, "%.2s:%.2s", stamp + 11, stamp + 13);
    int wrote = snprintf(copy->path, sizeof copy->path, "%s/%s %s%s", place->folder, place->stem,
                         stamp, ENDING);
    return wrote < 0 || (size_t)wrote >= sizeof copy->path ? place_too_long(place->folder, trouble)
                                                           : ERROR_OK;
}

/* Takes the stamp out of a file name, if it is exactly that of a copy of ours. */
static bool place_stamp(const struct place *place, char stamp[STAMP_SIZE], const char *name)
{
    static const char PATTERN[] = "0000-00-00 0000";
    size_t stem = strlen(place->stem);
    if (strlen(name) != stem + 1 + strlen(PATTERN) + strlen(ENDING) ||
        memcmp(name, place->stem, stem) != 0 || name[stem] != ' ' ||
        strcmp(name + stem + 1 + strlen(PATTERN), ENDING) != 0)
        return false;
    memcpy(stamp, name + stem + 1, strlen(PATTERN));
    stamp[strlen(PATTERN)] = '\0';
    for (size_t i = 0; PATTERN[i]; i++)
        if (PATTERN[i] == '0' ? stamp[i] < '0' || stamp[i] > '9' : stamp[i] != PATTERN[i])
            return false;
    return true;
}

static int newest_first(const void *a, const void *b)
{
    return strcmp(b, a);
}

/* Lists the stamps in the folder, newest first. None where there is no folder. */
static size_t place_list(const struct place *place, char stamps[STAMPS_LISTED][STAMP_SIZE])
{
    DIR *folder = opendir(place->folder);
    size_t count = 0;
    const struct dirent *entry;
    while (folder && count < STAMPS_LISTED && (entry = readdir(folder)))
        count += place_stamp(place, stamps[count], entry->d_name);
    if (folder)
        closedir(folder);
    qsort(stamps, count, STAMP_SIZE, newest_first);
    return count;
}

static enum error copy_trouble(struct trouble *trouble, const char *path)
{
    bool full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return trouble_set(trouble, full ? ERROR_FULL : ERROR_IO,
                       "%s: the copy could not be written (%s). The workshop itself is saved.",
                       path, strerror(errno));
}

static bool write_all(int fd, const uint8_t *bytes, size_t length)
{
    while (length > 0) {
        ssize_t wrote = write(fd, bytes, length);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        bytes += wrote;
        length -= (size_t)wrote;
    }
    return true;
}

/* Makes the names in a folder durable. */
static bool sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    /* Some file systems cannot sync a folder and say EINVAL: nothing more to be had there. */
    bool synced = fsync(fd) == 0 || errno == EINVAL;
    close(fd);
    return synced;
}

/* Writes the bytes under a passing name, then gives them the real one. */
static enum error copy_write(const struct place *place, const char *path, const uint8_t *bytes,
                             size_t length, struct trouble *trouble)
{
    char passing[JOURNAL_PATH_SIZE];
    int named = snprintf(passing, sizeof passing, "%s/unfinished", place->folder);
    if (named < 0 || (size_t)named >= sizeof passing)
        return place_too_long(path, trouble);
    if (mkdir(place->folder, 0700) != 0 && errno != EEXIST)
        return copy_trouble(trouble, place->folder);
    int fd = open(passing, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return copy_trouble(trouble, passing);
    bool written = write_all(fd, bytes, length) && fsync(fd) == 0;
    int cause = errno;
    close(fd);
    if (!written || rename(passing, path) != 0 || !sync_folder(place->folder)) {
        errno = written ? errno : cause;
        enum error e = copy_trouble(trouble, path);
        unlink(passing);
        return e;
    }
    return ERROR_OK;
}

/* What cannot be removed stays until the next time: a copy too many is no trouble. */
static void copies_thin_out(const struct place *place, const char *today)
{
    char stamps[STAMPS_LISTED][STAMP_SIZE];
    size_t count = place_list(place, stamps);
    for (size_t i = 0; i < count; i++) {
        struct journal_copy copy;
        bool past = strncmp(stamps[i], today, strlen(today)) < 0;
        if ((past || i >= JOURNAL_COPIES_MAX) &&
            place_copy(place, &copy, stamps[i], NULL) == ERROR_OK)
            unlink(copy.path);
    }
}

enum error journal_backup(struct journal *journal, struct journal_copy *out, int64_t at_ms,
                          struct trouble *trouble)
{
    assert(!journal->batch);
    struct journal_copy copy = {0};
    uint8_t *bytes = NULL;
    size_t length = 0;
    enum error e = journal->backend->image(journal, &bytes, &length, trouble);
    if (!e && bytes) {
        time_t seconds = (time_t)(at_ms / 1000);
        struct tm local;
        char stamp[STAMP_SIZE];
        struct place place;
        if (!localtime_r(&seconds, &local) ||
            strftime(stamp, sizeof stamp, "%Y-%m-%d %H%M", &local) != STAMP_SIZE - 1)
            e = trouble_set(trouble, ERROR_RANGE, "%s: the clock of this computer is wrong.",
                            journal_path(journal));
        if (!e)
            e = place_of(&place, journal_path(journal), trouble);
        if (!e)
            e = place_copy(&place, &copy, stamp, trouble);
        if (!e)
            e = copy_write(&place, copy.path, bytes, length, trouble);
        if (!e)
            copies_thin_out(&place, copy.day);
    }
    free(bytes);
    if (!e && out)
        *out = copy;
    return e;
}

static bool copy_is_whole(const char *path)
{
    struct journal *journal = NULL;
    struct journal_report report;
    bool whole = journal_open_to_read(&journal, path, NULL) == ERROR_OK &&
                 journal_check(journal, &report, NULL) == ERROR_OK;
    journal_destroy(&journal);
    return whole;
}

enum error journal_newest_backup(struct journal_copy *out, const char *path,
                                 struct trouble *trouble)
{
    struct place place;
    char stamps[STAMPS_LISTED][STAMP_SIZE];
    enum error e = place_of(&place, path, trouble);
    if (e)
        return e;
    size_t count = place_list(&place, stamps);
    for (size_t i = 0; i < count; i++)
        if (place_copy(&place, out, stamps[i], NULL) == ERROR_OK && copy_is_whole(out->path))
            return ERROR_OK;
    return trouble_set(trouble, ERROR_ABSENT, "%s: there is no copy of it that opens.", path);
}
