#include "presenter/state.h"

#include "base/text.h"
#include "report/cards.h"
#include "report/command.h"
#include "report/sheet.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What is wished for on paper: the sheets of one-to-one talks and the table cards, beside the
 * workshop's own file or on to the printer; blank forms, before there is a workshop. */

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

/* Says what became of a file, which goes on to the printer where that is wished for. */
static void follow_up(struct presenter *p, const char *path, enum word saved, enum word printing,
                      enum word no_printer)
{
    struct trouble trouble = {0};
    if (!p->wish.print)
        say(p, saved, path);
    else if (report_print(path, &trouble) == ERROR_OK)
        say(p, printing, strrchr(path, '/') + 1);
    else
        say(p, no_printer, path);
}

static int64_t now_ms(void)
{
    return (int64_t)time(NULL) * 1000;
}

static void save_sheet(struct presenter *p, school_id school)
{
    const struct room *room = p->rooms[VIEWER_FACILITATOR];
    char folder[OPENING_PATH_SIZE], path[REPORT_PATH_SIZE];
    struct trouble trouble = {0};
    folder_of(folder, p->report->path);
    enum error e = report_sheet(path, folder, room, school, now_ms(), &trouble);
    if (e != ERROR_OK)
        console_say(p->console, trouble.text[0] ? trouble.text : error_text(e));
    else
        follow_up(p, path, WORD_SHEET_SAVED, WORD_SHEET_PRINTING, WORD_SHEET_NO_PRINTER);
}

/* Beside the workshop's file and named like it. */
static enum error cards_path(char to[REPORT_PATH_SIZE], const char *workshop,
                             struct trouble *trouble)
{
    static const char ending[] = ".plenary";
    char folder[OPENING_PATH_SIZE], name[OPENING_PATH_SIZE];
    const char *slash = strrchr(workshop, '/');
    folder_of(folder, workshop);
    text_copy(name, sizeof name, slash ? slash + 1 : workshop);
    size_t length = strlen(name), end = strlen(ending);
    if (length > end && strcmp(name + length - end, ending) == 0)
        name[length - end] = '\0';
    length = strlen(folder);
    int used = snprintf(to, REPORT_PATH_SIZE, "%s%s", folder, length > 1 ? "/" : "");
    used += snprintf(to + used, REPORT_PATH_SIZE - (size_t)used, word(WORD_CARDS_FILE), name);
    return used < REPORT_PATH_SIZE
               ? ERROR_OK
               : trouble_set(trouble, ERROR_RANGE, "The folder's name is too long: %s", folder);
}

static void save_cards(struct presenter *p)
{
    const struct room *room = p->rooms[VIEWER_FACILITATOR];
    char path[REPORT_PATH_SIZE], address[ROOM_ADDRESS_SIZE];
    struct trouble trouble = {0};
    room_address(address, room);
    enum error e = cards_path(path, p->report->path, &trouble);
    if (e == ERROR_OK)
        e = report_cards(path, room, address, now_ms(), &trouble);
    if (e != ERROR_OK)
        console_say(p->console, trouble.text[0] ? trouble.text : error_text(e));
    else
        follow_up(p, path, WORD_CARDS_SAVED, WORD_CARDS_PRINTING, WORD_CARDS_NO_PRINTER);
}

void sheets_obey(struct presenter *p)
{
    school_id school = p->wish.sheet;
    if (school && p->rooms[VIEWER_FACILITATOR]->schools[school].name[0])
        save_sheet(p, school);
    if (p->wish.cards)
        save_cards(p);
    p->wish.sheet = 0;
    p->wish.cards = false;
}

bool sheets_save_forms(char *said, size_t size)
{
    char folder[OPENING_PATH_SIZE], path[REPORT_PATH_SIZE];
    struct trouble trouble = {0};
    enum error e = opening_folder(folder, &trouble);
    if (e == ERROR_OK &&
        snprintf(path, sizeof path, word(WORD_FORMS_FILE), folder) >= REPORT_PATH_SIZE)
        e = trouble_set(&trouble, ERROR_RANGE, "The folder's name is too long: %s", folder);
    if (e == ERROR_OK)
        e = report_forms_of(path, NULL, &trouble);
    text_copy(said, size, e == ERROR_OK ? path : trouble.text[0] ? trouble.text : error_text(e));
    return e == ERROR_OK;
}
