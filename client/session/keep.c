#include "session/keep.h"

#include "words/words.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    FILE_MAX = 1024, /* a kept seat has some 600 bytes */
    NAME_LENGTH = 5 + 2 * LINK_WORKSHOP_ID + 6,
};

enum error session_default_folder(char *to, size_t size)
{
    static const struct {
        const char *variable, *below;
    } places[] = {
        {"PLENARY_STATE", ""}, {"XDG_STATE_HOME", "/plenary"}, {"HOME", "/.local/state/plenary"}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *value = getenv(places[i].variable);
        if (!value || !*value)
            continue;
        int length = snprintf(to, size, "%s%s", value, places[i].below);
        return length > 0 && (size_t)length < size ? ERROR_OK : ERROR_RANGE;
    }
    return ERROR_ABSENT;
}

void session_keep_hash(uint8_t hash[SECRET_SIZE], const uint8_t workshop_id[LINK_WORKSHOP_ID],
                       const char code[LINK_CODE_SIZE])
{
    crypto_generichash(hash, SECRET_SIZE, (const uint8_t *)code, CODE_LENGTH, workshop_id,
                       LINK_WORKSHOP_ID);
}

static void path_of(char path[PATH_MAX], const char *folder, const uint8_t id[LINK_WORKSHOP_ID],
                    const char *ending)
{
    char hex[2 * LINK_WORKSHOP_ID + 1];
    sodium_bin2hex(hex, sizeof hex, id, LINK_WORKSHOP_ID);
    int length = snprintf(path, PATH_MAX, "%s/seat-%s.token%s", folder, hex, ending);
    if (length < 0 || length >= PATH_MAX)
        path[0] = '\0'; /* no file has that name */
}

static enum error write_trouble(struct trouble *t, const char *path)
{
    int why = errno;
    return trouble_set(t, why == ENOSPC || why == EDQUOT ? ERROR_FULL : ERROR_IO,
                       word(WORD_KEEP_WRITE), path, strerror(why));
}

/* Makes a folder and those above it. */
static bool make_folder(const char *folder)
{
    char path[PATH_MAX];
    size_t length = strlen(folder);
    if (length >= sizeof path) {
        errno = ENAMETOOLONG;
        return false;
    }
    memcpy(path, folder, length + 1);
    for (char *slash = path + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        if (mkdir(path, 0700) && errno != EEXIST)
            return false;
        *slash = '/';
    }
    return !mkdir(path, 0700) || errno == EEXIST;
}

static bool write_whole(int file, const char *text, size_t length)
{
    while (length > 0) {
        ssize_t n = write(file, text, length);
        if (n < 0 && errno != EINTR)
            return false;
        if (n > 0) {
            text += n;
            length -= (size_t)n;
        }
    }
    return fsync(file) == 0;
}

static int render(char text[FILE_MAX], const struct session_kept *kept)
{
    char id[2 * LINK_WORKSHOP_ID + 1], token[2 * sizeof kept->token + 1], code[2 * SECRET_SIZE + 1];
    sodium_bin2hex(id, sizeof id, kept->workshop_id, LINK_WORKSHOP_ID);
    sodium_bin2hex(token, sizeof token, (const uint8_t *)&kept->token, sizeof kept->token);
    sodium_bin2hex(code, sizeof code, kept->code, SECRET_SIZE);
    int length = snprintf(text, FILE_MAX,
                          "plenary-seat 1\nworkshop %s\nhost %s\nport %u\ntoken %s\ncode %s\n", id,
                          kept->host, (unsigned)kept->port, token, code);
    sodium_memzero(token, sizeof token);
    return length;
}

/* The rename lasts only once the folder itself is on the disk. */
static void sync_folder(const char *folder)
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return;
    (void)fsync(file);
    close(file);
}

enum error session_keep(const char *folder, const struct session_kept *kept, struct trouble *t)
{
    char path[PATH_MAX], beside[PATH_MAX], text[FILE_MAX];
    path_of(path, folder, kept->workshop_id, "");
    path_of(beside, folder, kept->workshop_id, ".new");
    if (!make_folder(folder))
        return write_trouble(t, folder);
    if (unlink(beside) && errno != ENOENT)
        return write_trouble(t, beside);
    int file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return write_trouble(t, beside);
    int length = render(text, kept);
    bool written = write_whole(file, text, (size_t)length);
    sodium_memzero(text, sizeof text);
    enum error e = ERROR_OK;
    if (!written)
        e = write_trouble(t, beside);
    if (close(file) && !e)
        e = write_trouble(t, beside);
    if (!e && rename(beside, path))
        e = write_trouble(t, path);
    if (e)
        unlink(beside);
    else
        sync_folder(folder);
    return e;
}

/* Takes "name value\n" from the text; the value is cut out and ended with a zero. */
static char *take_line(char **text, const char *name)
{
    size_t length = strlen(name);
    char *value = *text + length + 1, *end;
    if (strncmp(*text, name, length) != 0 || (*text)[length] != ' ' || !(end = strchr(value, '\n')))
        return NULL;
    *end = '\0';
    *text = end + 1;
    return value;
}

static bool take_hex(uint8_t *to, size_t size, char **text, const char *name)
{
    size_t length;
    const char *hex = take_line(text, name), *end;
    return hex && strlen(hex) == 2 * size &&
           !sodium_hex2bin(to, size, hex, strlen(hex), NULL, &length, &end) && length == size;
}

static bool take_port(uint16_t *port, char **text)
{
    char *digits = take_line(text, "port"), *end;
    if (!digits)
        return false;
    unsigned long n = strtoul(digits, &end, 10);
    *port = (uint16_t)n;
    return *end == '\0' && n >= 1 && n <= UINT16_MAX;
}

static bool understand(struct session_kept *out, char *text)
{
    char *rest = text, *host;
    if (strncmp(rest, "plenary-seat 1\n", 15) != 0)
        return false;
    rest += 15;
    if (!take_hex(out->workshop_id, sizeof out->workshop_id, &rest, "workshop") ||
        !(host = take_line(&rest, "host")) || !*host || strlen(host) >= sizeof out->host)
        return false;
    memcpy(out->host, host, strlen(host) + 1);
    return take_port(&out->port, &rest) &&
           take_hex((uint8_t *)&out->token, sizeof out->token, &rest, "token") &&
           take_hex(out->code, sizeof out->code, &rest, "code") && *rest == '\0';
}

/* False when the file is not a whole kept seat. */
static bool read_kept(struct session_kept *out, struct timespec *used, int folder, const char *name)
{
    char text[FILE_MAX];
    struct stat about;
    int file = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return false;
    ssize_t length = read(file, text, sizeof text - 1);
    bool whole = length > 0 && !fstat(file, &about) && S_ISREG(about.st_mode) &&
                 about.st_size == length && !memchr(text, '\0', (size_t)length);
    close(file);
    if (whole) {
        text[length] = '\0';
        *used = about.st_mtim;
        whole = understand(out, text);
    }
    sodium_memzero(text, sizeof text);
    return whole;
}

static bool wanted(const struct session_kept *kept, const char *host, uint16_t port,
                   const char *code)
{
    uint8_t hash[SECRET_SIZE];
    if (host && (strcasecmp(kept->host, host) != 0 || kept->port != port))
        return false;
    if (!code)
        return true;
    session_keep_hash(hash, kept->workshop_id, code);
    return sodium_memcmp(hash, kept->code, sizeof hash) == 0;
}

static bool is_kept_name(const char *name)
{
    return strlen(name) == NAME_LENGTH && strncmp(name, "seat-", 5) == 0 &&
           strcmp(name + NAME_LENGTH - 6, ".token") == 0;
}

static bool later(struct timespec a, struct timespec b)
{
    return a.tv_sec != b.tv_sec ? a.tv_sec > b.tv_sec : a.tv_nsec > b.tv_nsec;
}

enum error session_keep_find(struct session_kept *out, const char *folder, const char *host,
                             uint16_t port, const char *code, struct trouble *t)
{
    struct session_kept one = {0};
    struct timespec used, newest = {0};
    bool found = false;
    DIR *all = opendir(folder);
    if (!all)
        return ERROR_ABSENT;
    for (struct dirent *entry; (entry = readdir(all));) {
        if (!is_kept_name(entry->d_name))
            continue;
        if (!read_kept(&one, &used, dirfd(all), entry->d_name)) {
            (void)trouble_set(t, ERROR_DAMAGED, word(WORD_KEEP_DAMAGED), folder, entry->d_name);
        } else if (wanted(&one, host, port, code) && (!found || later(used, newest))) {
            found = true;
            newest = used;
            *out = one;
        }
    }
    closedir(all);
    sodium_memzero(&one, sizeof one);
    return found ? ERROR_OK : ERROR_ABSENT;
}

void session_keep_forget(const char *folder, const uint8_t workshop_id[LINK_WORKSHOP_ID])
{
    char path[PATH_MAX];
    path_of(path, folder, workshop_id, "");
    (void)unlink(path);
}

void session_keep_clear(const char *folder, time_t unused_since)
{
    DIR *all = opendir(folder);
    struct stat about;
    if (!all)
        return;
    for (struct dirent *entry; (entry = readdir(all));)
        if (is_kept_name(entry->d_name) &&
            !fstatat(dirfd(all), entry->d_name, &about, AT_SYMLINK_NOFOLLOW) &&
            about.st_mtim.tv_sec < unused_since)
            (void)unlinkat(dirfd(all), entry->d_name, 0);
    closedir(all);
    (void)rmdir(folder); /* which is left alone while something is in it */
}
