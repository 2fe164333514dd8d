#include "presenter/state.h"

#include "base/text.h"
#include "report/sheet.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The sheets of one-to-one talks, which the console wishes for: beside the workshop's own file, or
 * on to the printer. */

/* Told whole: a person has to find it. */
static void folder_of(char to[OPENING_PATH_SIZE], const char *path)
{
    char *whole = realpath(path, NULL);
    path = whole ? whole : path;
    const char *slash = strrchr(path, '/');
    if (slash && slash > path)
        snprintf(to, OPENING_PATH_SIZE, "%.*s", (int)(slash - path), path);
    else
        snprintf(to, OPENING_PATH_SIZE, "%s", slash ? "/" : ".");
    free(whole);
}

static void say(struct presenter *p, enum word text, const char *what)
{
    char said[CONSOLE_SAY_SIZE + OPENING_PATH_SIZE];
    snprintf(said, sizeof said, word(text), what);
    console_say(p->console, said);
}

void sheets_obey(struct presenter *p)
{
    const struct room *room = p->rooms[VIEWER_FACILITATOR];
    school_id school = p->wish.sheet;
    char folder[OPENING_PATH_SIZE], path[REPORT_PATH_SIZE];
    struct trouble trouble = {0};
    if (!school || !room->schools[school].name[0])
        return;
    folder_of(folder, p->report->path);
    enum error e = report_sheet(path, folder, room, school, (int64_t)time(NULL) * 1000, &trouble);
    if (e != ERROR_OK)
        console_say(p->console, trouble.text[0] ? trouble.text : error_text(e));
    else if (!p->wish.print)
        say(p, WORD_SHEET_SAVED, path);
    else if (report_print(path, &trouble) == ERROR_OK)
        say(p, WORD_SHEET_PRINTING, strrchr(path, '/') + 1);
    else
        say(p, WORD_SHEET_NO_PRINTER, path);
    p->wish.sheet = 0;
}
