#include "opening/opening.h"

#include "base/text.h"
#include "content/content.h"
#include "host/setup.h"
#include "host/workshop.h"
#include "journal/copies.h"
#include "opening/recent.h"
#include "opening/rehearsing.h"
#include "words/words.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum error opening_folder(char to[OPENING_PATH_SIZE], struct trouble *trouble)
{
    const char *chosen = getenv("PLENARY_WORKSHOPS"), *home = getenv("HOME");
    if (chosen && chosen[0])
        snprintf(to, OPENING_PATH_SIZE, "%s", chosen);
    else
        snprintf(to, OPENING_PATH_SIZE, "%s/Plenary", home && home[0] ? home : ".");
    if (mkdir(to, 0700) == 0 || errno == EEXIST)
        return ERROR_OK;
    return trouble_set(trouble, ERROR_IO, "The folder %s cannot be made: %s.", to, strerror(errno));
}

/* Bytes of a title that go into a file's name. With the day, a number, and what copies and SQLite's
 * log add, the name must stay within the 255 bytes that file systems allow. */
enum { FILE_TITLE_SIZE = 161 };

/* "FOLDER/TITLE 2026-11-21.plenary", with a number when there is one already. A rehearsal says so
 * in its file's name too. */
static enum error new_path(char to[OPENING_PATH_SIZE], const char *title, bool rehearsal,
                           struct trouble *trouble)
{
    char folder[OPENING_PATH_SIZE], name[FILE_TITLE_SIZE], day[16];
    enum error e = opening_folder(folder, trouble);
    if (e != ERROR_OK)
        return e;
    time_t now = time(NULL);
    struct tm local;
    strftime(day, sizeof day, "%Y-%m-%d", localtime_r(&now, &local));
    text_file_name(name, sizeof name, title);
    for (unsigned number = 1; number < 1000; number++) {
        char again[16] = "";
        if (number > 1)
            snprintf(again, sizeof again, " (%u)", number);
        int length = snprintf(to, OPENING_PATH_SIZE, "%s/%s%s %s%s.plenary", folder,
                              rehearsal ? word(WORD_REHEARSAL_FILE) : "", name, day, again);
        if (length >= OPENING_PATH_SIZE)
            return trouble_set(trouble, ERROR_RANGE, "The folder's name is too long: %s", folder);
        if (access(to, F_OK) != 0)
            return ERROR_OK;
    }
    return trouble_set(trouble, ERROR_EXISTS, "There are too many workshops called %s today.",
                       title);
}

/* Splits the names given between commas or line breaks. */
static enum error read_schools(char (*to)[NAME_SIZE], size_t *count, const char *text,
                               struct trouble *trouble)
{
    *count = 0;
    while (text && *text) {
        size_t length = strcspn(text, ",\n");
        char name[NAME_SIZE];
        enum text_fault fault = text_take(name, sizeof name, NAME_VISIBLE, text, length);
        if (fault == TEXT_LONG || fault == TEXT_NOT_UTF8)
            return trouble_set(trouble, ERROR_FORMAT, "School %zu: the name %s.", *count + 1,
                               fault == TEXT_LONG ? "is longer than 60 characters"
                                                  : "is not readable text (UTF-8)");
        if (fault == TEXT_FINE && *count == SCHOOLS_MAX)
            return trouble_set(trouble, ERROR_RANGE, "There is room for %d schools.", SCHOOLS_MAX);
        if (fault == TEXT_FINE)
            memcpy(to[(*count)++], name, sizeof name);
        text += length + (text[length] != '\0');
    }
    return ERROR_OK;
}

/* Everything a new workshop is made of, too large for the stack. */
struct making {
    struct pack pack;
    struct content_entry entry;
    char schools[SCHOOLS_MAX][NAME_SIZE];
    size_t school_count;
    char title[TITLE_SIZE];
    struct rehearsal_pack *rehearsal; /* NULL: nobody is made up */
};

static enum error load_named(struct making *making, const char *agenda, struct trouble *trouble)
{
    enum error e = content_find_agenda(&making->entry, agenda, trouble);
    if (e == ERROR_OK)
        e = content_load(&making->pack, making->entry.path,
                         making->entry.agenda_id[0] ? making->entry.agenda_id : NULL, trouble);
    return e;
}

/* Whose people are made up: its schools, too, come from the rehearsal. */
static enum error load_rehearsal(struct making *making, const char *name, struct trouble *trouble)
{
    enum error e = content_load_rehearsal(&making->rehearsal, name, trouble);
    if (e != ERROR_OK)
        return e;
    making->school_count = making->rehearsal->school_count;
    for (size_t i = 0; i < making->school_count; i++)
        memcpy(making->schools[i], making->rehearsal->schools[i].name, NAME_SIZE);
    return ERROR_OK;
}

static enum error prepare(struct making *making, const struct opening *asked,
                          struct trouble *trouble)
{
    enum error e = asked->rehearsal ? load_rehearsal(making, asked->rehearsal, trouble)
                                    : read_schools(making->schools, &making->school_count,
                                                   asked->schools, trouble);
    const struct rehearsal_pack *rehearsal = making->rehearsal;
    if (e == ERROR_OK && asked->pack)
        making->pack = *asked->pack;
    else if (e == ERROR_OK)
        e = load_named(making, rehearsal ? rehearsal->agenda : asked->agenda, trouble);
    if (e != ERROR_OK)
        return e;
    const char *title = asked->title ? asked->title
                        : rehearsal  ? rehearsal->title
                                     : making->pack.agenda.title;
    if (text_take(making->title, sizeof making->title, TITLE_VISIBLE, title, strlen(title)) !=
        TEXT_FINE)
        return trouble_set(trouble, ERROR_FORMAT, "A title has 1 to 80 characters.");
    return ERROR_OK;
}

static enum error import_what_is_asked(struct store *store, struct opening_report *report,
                                       const struct opening *asked,
                                       const struct link_random *random, struct trouble *trouble)
{
    enum error e = ERROR_OK;
    if (asked->import)
        e = opening_import_files(store, report, asked->import, random, trouble);
    if (e == ERROR_OK && asked->ready)
        e = opening_import(store, report, asked->ready, random, trouble);
    return e;
}

/* A file that was begun in vain, and SQLite's log beside it, which a full disk may have left. */
static void remove_traces(const char *path)
{
    char log[OPENING_PATH_SIZE + 8];
    unlink(path);
    snprintf(log, sizeof log, "%s-wal", path);
    unlink(log);
}

static enum error begin(struct store **out, struct opening_report *report,
                        const struct opening *asked, const struct making *making,
                        const struct link_random *random, struct trouble *trouble)
{
    struct journal *journal;
    enum error e = journal_create(&journal, report->path, trouble);
    if (e == ERROR_EXISTS)
        return trouble_set(trouble, e,
                           "There is already a workshop file %s. Leave out --new to open it.",
                           report->path);
    if (e != ERROR_OK)
        return e;
    e = store_create(out, &journal, trouble);
    if (e == ERROR_OK)
        e = setup_workshop(*out,
                           &(struct setup_new){.pack = &making->pack,
                                               .title = making->title,
                                               .schools = (const char(*)[NAME_SIZE])making->schools,
                                               .school_count = making->school_count,
                                               .training = asked->made_up || making->rehearsal},
                           random, workshop_now(*out), trouble);
    if (e == ERROR_OK)
        e = import_what_is_asked(*out, report, asked, random, trouble);
    if (e == ERROR_OK && asked->earlier)
        e = earlier_bring(&report->earlier, *out, asked->earlier, workshop_now(*out), trouble);
    if (e == ERROR_OK && asked->fill)
        e = asked->fill(asked->fill_context, *out, report, random, workshop_now(*out), trouble);
    if (e == ERROR_OK && asked->made_up)
        e = setup_made_up(*out, workshop_now(*out), trouble);
    if (e == ERROR_OK && making->rehearsal)
        e = rehearsing_bring(*out, making->rehearsal, true, workshop_now(*out), trouble);
    if (e != ERROR_OK) {
        store_destroy(out);
        remove_traces(report->path);
    }
    return e;
}

static enum error begin_new(struct store **out, struct opening_report *report,
                            const struct opening *asked, const struct link_random *random,
                            struct trouble *trouble)
{
    struct making *making = calloc(1, sizeof *making);
    if (!making)
        return ERROR_MEMORY;
    enum error e = prepare(making, asked, trouble);
    if (e == ERROR_OK && !asked->file)
        e = new_path(report->path, making->title, making->rehearsal != NULL, trouble);
    if (e == ERROR_OK)
        e = begin(out, report, asked, making, random, trouble);
    rehearsal_pack_destroy(&making->rehearsal);
    free(making);
    return e;
}

/* Adds to the trouble which copy would open, where the file itself is lost or damaged. (A damaged
 * beginning looks like another program's file.) */
static enum error name_copy(const char *path, enum error e, struct trouble *trouble)
{
    struct journal_copy copy;
    struct trouble said = *trouble;
    bool lost = e == ERROR_DAMAGED || e == ERROR_FORMAT || e == ERROR_ABSENT;
    if (!lost || journal_newest_backup(&copy, path, NULL) != ERROR_OK)
        return e;
    return trouble_set(trouble, e, "%s A copy from %s, %s will open: %s", said.text, copy.day,
                       copy.time, copy.path);
}

/* Nobody made up comes into a real review. */
static enum error bring_rehearsal(struct store *store, const struct opening_report *report,
                                  const struct opening *asked, struct trouble *trouble)
{
    struct rehearsal_pack *pack;
    if (!store_model(store)->training)
        return trouble_set(trouble, ERROR_FORMAT,
                           "%s is no training, so nobody made up can come in. Leave out --rehearse "
                           "to open it.",
                           report->path);
    enum error e = content_load_rehearsal(&pack, asked->rehearsal, trouble);
    if (e == ERROR_OK)
        e = rehearsing_bring(store, pack, false, workshop_now(store), trouble);
    rehearsal_pack_destroy(&pack);
    return e;
}

static enum error open_there(struct store **out, struct opening_report *report,
                             const struct opening *asked, const struct link_random *random,
                             struct trouble *trouble)
{
    struct journal *journal;
    enum error e = journal_open(&journal, report->path, trouble);
    if (e == ERROR_OK)
        e = store_create(out, &journal, trouble);
    if (e != ERROR_OK)
        return name_copy(report->path, e, trouble);
    if (!store_model(*out)->created) {
        store_destroy(out);
        return trouble_set(trouble, ERROR_FORMAT, "%s was never begun: it holds no workshop.",
                           report->path);
    }
    e = asked->rehearsal ? bring_rehearsal(*out, report, asked, trouble) : ERROR_OK;
    if (e == ERROR_OK)
        e = setup_codes(*out, random, workshop_now(*out), trouble);
    if (e == ERROR_OK)
        e = import_what_is_asked(*out, report, asked, random, trouble);
    if (e != ERROR_OK)
        store_destroy(out);
    return e;
}

enum error opening_do(struct store **out, struct opening_report *report,
                      const struct opening *asked, const struct link_random *random,
                      struct trouble *trouble)
{
    memset(report, 0, sizeof *report);
    *out = NULL;
    if (asked->file && strlen(asked->file) >= sizeof report->path)
        return trouble_set(trouble, ERROR_RANGE, "The file's name is too long.");
    if (asked->file)
        memcpy(report->path, asked->file, strlen(asked->file) + 1);
    report->talks = asked->talks;
    if (asked->rehearsal && strlen(asked->rehearsal) >= sizeof report->rehearsal)
        return trouble_set(trouble, ERROR_RANGE, "The rehearsal's name is too long.");
    if (asked->rehearsal)
        memcpy(report->rehearsal, asked->rehearsal, strlen(asked->rehearsal) + 1);
    bool new = asked->agenda || asked->pack ||
               (asked->rehearsal && (!asked->file || access(asked->file, F_OK) != 0));
    enum error e = new ? begin_new(out, report, asked, random, trouble)
                       : open_there(out, report, asked, random, trouble);
    if (e == ERROR_OK && asked->players && !asked->rehearsal)
        rehearsing_find(report->rehearsal, sizeof report->rehearsal, store_model(*out));
    if (e == ERROR_OK && !asked->pictures)
        recent_remember(report->path);
    return e;
}
