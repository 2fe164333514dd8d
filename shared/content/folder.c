#include "content/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "content/content.h"

static const char suffix[] = ".yaml";

static bool is_yaml(const char *name)
{
    size_t length = strlen(name);
    return length >= sizeof suffix && strcmp(name + length - (sizeof suffix - 1), suffix) == 0;
}

bool content_is_path(const char *name)
{
    return strchr(name, '/') || is_yaml(name);
}

static int is_pack(const struct dirent *file)
{
    return file->d_name[0] != '.' && is_yaml(file->d_name);
}

enum error content_folder_each(const char *folder, const char *usual,
                               enum error (*each)(void *context, const char *path), void *context,
                               struct trouble *t)
{
    char own[CONTENT_PATH_SIZE], path[CONTENT_PATH_SIZE + 256];
    struct dirent **files;
    enum error e = ERROR_OK;
    if (!folder) {
        snprintf(own, sizeof own, "%s/%s", content_assets(), usual);
        folder = own;
    }
    int count = scandir(folder, &files, is_pack, alphasort);
    if (count < 0)
        return trouble_set(t, ERROR_ABSENT, "The folder of content packs, %s: %s.", folder,
                           strerror(errno));
    for (int i = 0; i < count; i++) {
        int length = snprintf(path, sizeof path, "%s/%s", folder, files[i]->d_name);
        if (!e && length < CONTENT_PATH_SIZE)
            e = each(context, path);
        free(files[i]);
    }
    free(files);
    return e;
}
