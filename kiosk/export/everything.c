#include "export/everything.h"

#include "export/folder.h"
#include "export/formats.h"
#include "model/portray.h"
#include "report/sheet.h"

#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Static_assert((int)FOLDER_PATH_SIZE == (int)EXPORT_PATH_SIZE &&
                   (int)REPORT_PATH_SIZE == (int)EXPORT_PATH_SIZE,
               "paths are of one size");

void export_name(char to[EXPORT_PATH_SIZE], const char *workshop_path)
{
    static const char ending[] = ".plenary";
    const char *slash = strrchr(workshop_path, '/');
    snprintf(to, EXPORT_PATH_SIZE, "%s", slash ? slash + 1 : workshop_path);
    size_t length = strlen(to);
    if (length >= sizeof ending && strcmp(to + length - strlen(ending), ending) == 0)
        to[length - strlen(ending)] = '\0';
}

/* Told whole: a person has to find it. */
enum error export_usual_folder(char to[EXPORT_PATH_SIZE], const char *workshop_path,
                               struct trouble *trouble)
{
    char name[EXPORT_PATH_SIZE], folder[EXPORT_PATH_SIZE], beside[EXPORT_PATH_SIZE];
    char *whole = realpath(workshop_path, NULL);
    snprintf(beside, sizeof beside, "%s", whole ? whole : workshop_path);
    free(whole);
    export_name(name, beside);
    snprintf(folder, sizeof folder, word(WORD_EXPORT_FOLDER_ALL), name);
    return folder_path(to, dirname(beside), folder, trouble);
}

/* ---- one file after the other ---- */

struct doing {
    const struct export_everything *asked;
    struct export_done *done;
    struct room *room;
    unsigned at;
    enum error error; /* of the first that went wrong */
    struct trouble *trouble;
};

static void tell(struct doing *d, enum word what, const char *whom)
{
    char text[NAME_SIZE + 128];
    snprintf(text, sizeof text, word(what), whom);
    d->at++;
    if (d->asked->progress)
        d->asked->progress(d->asked->context, d->at, d->done->of, text);
}

/* Takes in what became of a file. The first trouble is the one that is told. */
static void note(struct doing *d, enum error e, const struct trouble *trouble)
{
    d->done->written += e == ERROR_OK;
    if (e == ERROR_OK || d->error != ERROR_OK)
        return;
    d->error = e;
    if (d->trouble)
        *d->trouble = *trouble;
}

static void write_format(struct doing *d, const struct format *format, const struct reader *reader,
                         const char *folder)
{
    struct trouble trouble = {0};
    char name[EXPORT_PATH_SIZE], path[EXPORT_PATH_SIZE], begun[EXPORT_PATH_SIZE];
    struct export what = {.room = d->room, .reader = reader->kind, .now_ms = d->asked->now_ms};
    memcpy(what.id, d->asked->model->id, sizeof what.id);
    tell(d, format->what, word(reader->whom));
    snprintf(begun, sizeof begun, d->asked->model->training ? word(WORD_TRAINING_FILE) : "%s",
             d->asked->name);
    if (format->ending)
        snprintf(name, sizeof name, "%.*s-%s%s", FOLDER_PATH_SIZE / 2, begun,
                 export_reader_word(reader->kind), format->ending);
    enum error e = folder_path(path, folder,
                               format->ending ? name : word(WORD_EXPORT_FOLDER_TABLES), &trouble);
    if (e == ERROR_OK && format->has_any && !format->has_any(d->room)) {
        d->done->without_dates = true;
        d->done->of--;
        (void)remove(path); /* of an earlier time, if any */
        return;
    }
    if (e == ERROR_OK)
        e = format->write(path, &what, &trouble);
    note(d, e, &trouble);
}

static void write_for(struct doing *d, const struct reader *reader)
{
    struct trouble trouble = {0};
    char folder[EXPORT_PATH_SIZE];
    enum error e = folder_path(folder, d->asked->folder, word(reader->folder), &trouble);
    if (e == ERROR_OK)
        e = folder_make(folder, &trouble);
    if (e != ERROR_OK) {
        d->at += FORMATS_MAX;
        note(d, e, &trouble);
        return;
    }
    room_portray_into(d->room, d->asked->model, reader->kind, 0);
    for (unsigned i = 0; i < FORMATS_MAX; i++)
        write_format(d, &formats[i], reader, folder);
}

/* What each school may take home is made from the room that it may see, and no other. */
static void write_sheets(struct doing *d)
{
    const struct model *model = d->asked->model;
    struct trouble trouble = {0};
    char folder[EXPORT_PATH_SIZE], path[EXPORT_PATH_SIZE];
    enum error e =
        folder_path(folder, d->asked->folder, word(WORD_EXPORT_FOLDER_SCHOOLS), &trouble);
    if (e == ERROR_OK)
        e = folder_make(folder, &trouble);
    if (e != ERROR_OK)
        note(d, e, &trouble);
    for (school_id s = 1; e == ERROR_OK && s <= model->school_count; s++) {
        tell(d, WORD_EXPORT_IS_SHEET, model->schools[s].name);
        room_portray_into(d->room, model, AUDIENCE_PARTICIPANTS, s);
        trouble.text[0] = '\0';
        note(d, report_sheet(path, folder, d->room, s, d->asked->now_ms, &trouble), &trouble);
    }
}

enum error export_everything(struct export_done *done, const struct export_everything *asked,
                             struct trouble *trouble)
{
    struct doing d = {.asked = asked, .done = done, .trouble = trouble};
    *done = (struct export_done){.of = READERS_MAX * FORMATS_MAX + asked->model->school_count};
    enum error e = folder_make(asked->folder, trouble);
    if (e == ERROR_OK)
        e = room_create(&d.room);
    if (e != ERROR_OK)
        return e;
    for (unsigned i = 0; i < READERS_MAX; i++)
        write_for(&d, &readers[i]);
    write_sheets(&d);
    room_destroy(&d.room);
    return d.error;
}
