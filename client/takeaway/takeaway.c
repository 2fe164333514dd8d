#include "takeaway/takeaway.h"

#include "base/text.h"
#include "files/whole.h"
#include "phrase/phrase.h"
#include "takeaway/html.h"
#include "takeaway/parts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Bytes of each name in the file's, and how many files of one name are stepped over. */
enum { NAME_IN_FILE = 80, NUMBER_MOST = 999 };

school_id takeaway_school(const struct room *room)
{
    const struct me_item *me = &room->me;
    bool of_a_school = me->role == ROLE_SCHOOL || me->role == ROLE_ROOM;
    return me->speaks && of_a_school ? me->school : 0;
}

bool takeaway_is_there(const struct room *room)
{
    return room->me.seat && room->workshop.condition_count;
}

static enum error find_folder(char to[TAKEAWAY_PATH_SIZE], const char *folder,
                              struct trouble *trouble)
{
    const char *chosen = getenv("PLENARY_WORKSHOPS"), *home = getenv("HOME");
    int length;
    if (folder)
        length = snprintf(to, TAKEAWAY_PATH_SIZE, "%s", folder);
    else if (chosen && chosen[0])
        length = snprintf(to, TAKEAWAY_PATH_SIZE, "%s", chosen);
    else
        length = snprintf(to, TAKEAWAY_PATH_SIZE, "%s/Plenary", home && home[0] ? home : ".");
    if (length >= TAKEAWAY_PATH_SIZE)
        return trouble_set(trouble, ERROR_RANGE, "%s", word(WORD_TAKEAWAY_LONG));
    if (mkdir(to, 0700) == 0 || errno == EEXIST)
        return ERROR_OK;
    return trouble_set(trouble, ERROR_IO, word(WORD_TAKEAWAY_NO_FOLDER), to, strerror(errno));
}

/* What a page of that title begins with; "" when there is no memory for it. */
static void write_beginning(char *to, size_t size, const struct room *room)
{
    char title[TAKEAWAY_TITLE_SIZE];
    FILE *out = fmemopen(to, size, "w");
    to[0] = '\0';
    if (!out)
        return;
    page_title(title, room, takeaway_school(room));
    html_begin(out, room->workshop.language, title);
    fclose(out);
    char *style = strstr(to, "<style>");
    if (style)
        *style = '\0';
}

/* There is no file of that name, or it is a page of this very workshop, day and school. Where one
 * cannot look, writing says why. */
static bool may_replace(const char *path, const struct room *room)
{
    char beginning[16 * 1024], found[sizeof beginning];
    struct stat info;
    if (stat(path, &info) != 0)
        return true;
    FILE *file = S_ISREG(info.st_mode) ? fopen(path, "rb") : NULL;
    if (!file)
        return false;
    write_beginning(beginning, sizeof beginning, room);
    size_t wanted = strlen(beginning), got = fread(found, 1, wanted, file);
    fclose(file);
    return wanted > 0 && got == wanted && memcmp(beginning, found, wanted) == 0;
}

static enum error write_page(const char *path, const struct room *room, struct trouble *trouble)
{
    struct whole whole;
    enum error e = whole_begin(&whole, path, WHOLE_OWN, trouble);
    if (e)
        return e;
    takeaway_write(whole.file, room, takeaway_school(room));
    return whole_end(&whole, trouble);
}

enum error takeaway_save_as(const char *path, const struct room *room, struct trouble *trouble)
{
    if (!may_replace(path, room))
        return trouble_set(trouble, ERROR_EXISTS, word(WORD_TAKEAWAY_EXISTS), path);
    return write_page(path, room, trouble);
}

enum error takeaway_save(char path[TAKEAWAY_PATH_SIZE], const struct room *room, const char *folder,
                         struct trouble *trouble)
{
    char in[TAKEAWAY_PATH_SIZE], workshop[NAME_IN_FILE], name[NAME_IN_FILE];
    char title[PHRASE_MARKED_SIZE];
    school_id school = takeaway_school(room);
    enum error e = find_folder(in, folder, trouble);
    if (e)
        return e;
    phrase_marked(title, room, room->workshop.title);
    text_file_name(workshop, sizeof workshop, title);
    text_file_name(name, sizeof name,
                   school ? room->schools[school].name : word(WORD_TAKEAWAY_FILE_ALL));
    for (int number = 1; number <= NUMBER_MOST; number++) {
        char again[16] = "";
        if (number > 1)
            snprintf(again, sizeof again, " (%d)", number);
        int length =
            snprintf(path, TAKEAWAY_PATH_SIZE, "%s/%s-%s%s.html", in, workshop, name, again);
        if (length >= TAKEAWAY_PATH_SIZE)
            return trouble_set(trouble, ERROR_RANGE, "%s", word(WORD_TAKEAWAY_LONG));
        if (may_replace(path, room))
            return write_page(path, room, trouble);
    }
    return trouble_set(trouble, ERROR_EXISTS, word(WORD_TAKEAWAY_EXISTS), path);
}
