#include "files/whole.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum error tell(const char *path, int number, struct trouble *trouble)
{
    return trouble_set(trouble, number == ENOSPC || number == EDQUOT ? ERROR_FULL : ERROR_IO,
                       "%s could not be written: %s.", path, strerror(number));
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

enum error whole_begin(struct whole *whole, const char *path, enum whole_reader reader,
                       struct trouble *trouble)
{
    *whole = (struct whole){.path = strdup(path)};
    if (!whole->path || asprintf(&whole->part, "%s.part", path) < 0) {
        whole->part = NULL;
        release(whole);
        return ERROR_MEMORY;
    }
    int fd = open(whole->part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                  reader == WHOLE_OWN ? 0600 : 0666);
    whole->file = fd < 0 ? NULL : fdopen(fd, "wb");
    if (whole->file)
        return ERROR_OK;
    enum error e = tell(path, errno, trouble); /* whatever lies there is not ours */
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

enum error whole_end(struct whole *whole, struct trouble *trouble)
{
    enum error e = ERROR_OK;
    if (!whole->failed &&
        (ferror(whole->file) || fflush(whole->file) != 0 || fsync(fileno(whole->file)) != 0))
        whole->failed = errno ? errno : EIO;
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
