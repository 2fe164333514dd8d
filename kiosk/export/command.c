#include "export/command.h"

#include "export/everything.h"
#include "export/folder.h"
#include "export/formats.h"
#include "host/workshop.h"
#include "model/portray.h"
#include "report/sheet.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

struct writing {
    const struct asked *asked;
    FILE *out;
    struct model *model;
    struct room *room;
    int64_t now_ms;
};

static void print_path(FILE *out, const char *path)
{
    fprintf(out, word(WORD_EXPORT_WROTE), path);
    fputc('\n', out);
}

/* ---- some formats for one reader ---- */

static enum error find_reader(enum audience_kind *to, const char *text, struct trouble *trouble)
{
    for (unsigned i = 0; i < READERS_MAX; i++)
        if (strcmp(text, export_reader_word(readers[i].kind)) == 0) {
            *to = readers[i].kind;
            return ERROR_OK;
        }
    return trouble_set(trouble, ERROR_FORMAT, word(WORD_EXPORT_NO_READER), text);
}

/* A slip of the hand must not cost the workshop. */
static enum error check_path(const struct writing *w, const char *path, struct trouble *trouble)
{
    if (workshop_same_file(path, w->asked->files[0]))
        return trouble_set(trouble, ERROR_FORMAT, word(WORD_EXPORT_IS_WORKSHOP), path);
    return ERROR_OK;
}

static enum error write_formats(const struct writing *w, enum audience_kind reader,
                                struct trouble *trouble)
{
    struct export what = {.room = w->room, .reader = reader, .now_ms = w->now_ms};
    enum error e = ERROR_OK;
    memcpy(what.id, w->model->id, sizeof what.id);
    room_portray_into(w->room, w->model, reader, 0);
    for (unsigned i = 0; e == ERROR_OK && i < FORMATS_MAX; i++) {
        const char *path = w->asked->value[formats[i].option];
        if (!path)
            continue;
        if (formats[i].has_any && !formats[i].has_any(w->room)) {
            fprintf(w->out, "%s\n", word(WORD_EXPORT_NO_DATES));
            continue;
        }
        e = check_path(w, path, trouble);
        if (e == ERROR_OK)
            e = formats[i].write(path, &what, trouble);
        if (e == ERROR_OK)
            print_path(w->out, path);
    }
    return e;
}

static enum error write_sheets(const struct writing *w, struct trouble *trouble)
{
    const char *folder = w->asked->value[ASKED_SHEETS];
    char path[REPORT_PATH_SIZE];
    enum error e = folder_make(folder, trouble);
    for (school_id s = 1; e == ERROR_OK && s <= w->model->school_count; s++) {
        room_portray_into(w->room, w->model, AUDIENCE_PARTICIPANTS, s);
        e = report_sheet(path, folder, w->room, s, w->now_ms, trouble);
        if (e == ERROR_OK)
            print_path(w->out, path);
    }
    return e;
}

/* ---- everything ---- */

static void show_progress(void *context, unsigned at, unsigned of, const char *what)
{
    (void)context;
    fputs("\r\033[K", stderr); /* one line, written over */
    fprintf(stderr, word(WORD_EXPORT_WRITING), at, of, what);
}

static enum error write_everything(const struct writing *w, struct trouble *trouble)
{
    char name[EXPORT_PATH_SIZE];
    struct export_done done;
    bool watched = isatty(fileno(stderr));
    export_name(name, w->asked->files[0]);
    struct export_everything everything = {.model = w->model,
                                           .name = name,
                                           .folder = w->asked->value[ASKED_ALL],
                                           .now_ms = w->now_ms,
                                           .progress = watched ? show_progress : NULL};
    enum error e = export_everything(&done, &everything, trouble);
    if (watched)
        fputs("\r\033[K", stderr);
    if (done.written) {
        fprintf(w->out, word(WORD_EXPORT_WROTE_ALL), everything.folder);
        fputc('\n', w->out);
    }
    if (done.without_dates)
        fprintf(w->out, "%s\n", word(WORD_EXPORT_NO_DATES));
    return e;
}

/* ---- the verb ---- */

static enum error check(const struct asked *asked, enum audience_kind *reader, bool *some,
                        struct trouble *trouble)
{
    *reader = AUDIENCE_SUMMARY;
    *some = false;
    for (unsigned i = 0; i < FORMATS_MAX; i++)
        *some |= asked->value[formats[i].option] != NULL;
    if (!*some && !asked->value[ASKED_SHEETS] && !asked->value[ASKED_ALL])
        return trouble_set(trouble, ERROR_FORMAT, "%s", word(WORD_EXPORT_NOTHING_ASKED));
    if (asked->value[ASKED_FOR] && asked->value[ASKED_ALL])
        return trouble_set(trouble, ERROR_FORMAT, "%s", word(WORD_EXPORT_ALL_FOR));
    return asked->value[ASKED_FOR] ? find_reader(reader, asked->value[ASKED_FOR], trouble)
                                   : ERROR_OK;
}

enum error export_command(const struct asked *asked, FILE *out, struct trouble *trouble)
{
    struct writing w = {.asked = asked, .out = out, .now_ms = (int64_t)time(NULL) * 1000};
    enum audience_kind reader;
    bool some;
    enum error e = check(asked, &reader, &some, trouble);
    if (e == ERROR_OK)
        e = workshop_read(&w.model, asked->files[0], trouble);
    if (e == ERROR_OK)
        e = room_create(&w.room);
    if (e == ERROR_OK && some)
        e = write_formats(&w, reader, trouble);
    if (e == ERROR_OK && asked->value[ASKED_SHEETS])
        e = write_sheets(&w, trouble);
    if (e == ERROR_OK && asked->value[ASKED_ALL])
        e = write_everything(&w, trouble);
    room_destroy(&w.room);
    model_destroy(&w.model);
    return e;
}
