#include "files/whole.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum error tell(const char *path, int number, struct trouble *trouble)
{
    return trouble_set(trouble, number == ENOSPC || number == EDQUOT ? ERROR_FULL : ERROR_IO,
                       number == ENOENT ? "%s could not be written: its folder is not there."
                                        : "%s could not be written: %s.",
                       path, strerror(number));
}

static void release(struct whole *whole)
{
    if (whole->file)
        fclose(whole->file);
    free(whole->part);
    free(whole->path);
    *whole = (struct whole){0};
}

void whole_drop(struct whole *whole)
{
    if (whole->part)
        unlink(whole->part);
    release(whole);
}

/* True of a file that begins as a workshop does, which is a database. */
static bool is_workshop(const char *path)
{
    static const char begins[] = "SQLite format 3";
    char found[sizeof begins] = "";
    FILE *file = fopen(path, "rb");
    size_t read = file ? fread(found, 1, sizeof found, file) : 0;
    if (file)
        fclose(file);
    return read == sizeof found && memcmp(found, begins, sizeof found) == 0;
}

/* A slip of the hand costs nobody a workshop, and a device or a folder is not moved aside. */
static enum error check_place(const char *path, struct trouble *trouble)
{
    struct stat there;
    if (stat(path, &there) != 0)
        return ERROR_OK;
    if (S_ISREG(there.st_mode) && is_workshop(path))
        return trouble_set(trouble, ERROR_EXISTS,
                           "%s is a workshop, and stays. Please choose another name.", path);
    return S_ISREG(there.st_mode) ? ERROR_OK
                                  : tell(path, S_ISDIR(there.st_mode) ? EISDIR : EEXIST, trouble);
}

enum error whole_begin(struct whole *whole, const char *path, enum whole_reader reader,
                       struct trouble *trouble)
{
    *whole = (struct whole){0};
    enum error e = check_place(path, trouble);
    if (e != ERROR_OK)
        return e;
    *whole = (struct whole){.path = strdup(path)};
    if (!whole->path || asprintf(&whole->part, "%s.part", path) < 0) {
        whole->part = NULL;
        release(whole);
        return ERROR_MEMORY;
    }
    /* One that was left over may be open to others, or lead elsewhere: it is not written into. */
    unlink(whole->part);
    int fd = open(whole->part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                  reader == WHOLE_OWN ? 0600 : 0666);
    whole->file = fd < 0 ? NULL : fdopen(fd, "wb");
    if (whole->file)
        return ERROR_OK;
    e = tell(path, errno, trouble); /* whatever lies there is not ours */
    release(whole);
    return e;
}

/* The name is on the disk once its folder is. */
static void sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
    int fd = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
    free(folder);
}

/* True as long as no other program has begun the same file meanwhile and put its part in place of
 * ours. */
static bool is_ours(const struct whole *whole)
{
    struct stat ours, there;
    return fstat(fileno(whole->file), &ours) == 0 && lstat(whole->part, &there) == 0 &&
           ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
}

enum error whole_end(struct whole *whole, struct trouble *trouble)
{
    enum error e = ERROR_OK;
    if (!whole->failed &&
        (ferror(whole->file) || fflush(whole->file) != 0 || fsync(fileno(whole->file)) != 0))
        whole->failed = errno ? errno : EIO;
    if (!whole->failed && !is_ours(whole)) {
        enum error other = tell(whole->path, EBUSY, trouble);
        release(whole); /* the part is another's */
        return other;
    }
    if (!whole->failed && rename(whole->part, whole->path) != 0)
        whole->failed = errno;
    if (whole->failed) {
        e = tell(whole->path, whole->failed, trouble);
        whole_drop(whole);
        return e;
    }
    sync_folder(whole->path);
    release(whole);
    return e;
}
