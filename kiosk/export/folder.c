#include "export/folder.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum error folder_make(const char *path, struct trouble *trouble)
{
    struct stat there;
    if (mkdir(path, 0700) == 0)
        return ERROR_OK;
    int number = errno;
    if (number != EEXIST)
        return trouble_set(trouble, number == ENOSPC || number == EDQUOT ? ERROR_FULL : ERROR_IO,
                           "The folder %s could not be made: %s.", path, strerror(number));
    if (stat(path, &there) == 0 && S_ISDIR(there.st_mode))
        return ERROR_OK;
    return trouble_set(trouble, ERROR_EXISTS, "%s is a file: there is no folder to write into.",
                       path);
}

enum error folder_path(char to[FOLDER_PATH_SIZE], const char *folder, const char *name,
                       struct trouble *trouble)
{
    if (snprintf(to, FOLDER_PATH_SIZE, "%s/%s", folder, name) < FOLDER_PATH_SIZE)
        return ERROR_OK;
    return trouble_set(trouble, ERROR_RANGE, "The folder's name is too long: %s", folder);
}
