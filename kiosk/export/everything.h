#ifndef PLENARY_EXPORT_EVERYTHING_H
#define PLENARY_EXPORT_EVERYTHING_H

/* Everything that is written of a workshop, for each of its readers, into one folder:
 *
 *   for-the-cluster, for-the-local-authority, for-the-facilitator
 *       report (PDF), workbook (XLSX), summary (Markdown), dates (ICS), document (JSON) and a
 *       folder of tables (CSV), each made from the room portrayed for that reader
 *   schools
 *       a sheet (PDF) for each school, with its own part alone
 *
 * Where no action has a date there are no dates, and none of before stay there. Files are called
 * after the workshop's file, those of a training "NAME-training". Each is replaced
 * only by a whole new one, and what could not be written does not keep the others from being
 * written: the first trouble is told. */

#include "base/error.h"
#include "model/model.h"

enum { EXPORT_PATH_SIZE = 4096 };

/* Is told of each file before it is written: its place, from 1, among how many, and what it is for
 * people ("the report for the cluster"), borrowed. May be called on the thread that writes. */
typedef void export_progress(void *context, unsigned at, unsigned of, const char *what);

/* What is asked for. */
struct export_everything {
    const struct model *model; /* read, on the calling thread, for as long as it takes */
    const char *name;          /* that files begin with: export_name */
    const char *folder;        /* made if need be */
    int64_t now_ms;
    export_progress *progress; /* NULL: nobody asks */
    void *context;
};

struct export_done {
    unsigned written, of; /* files; a folder of tables is one */
    bool without_dates;   /* for some reader there are none */
};

/* Writes it all. Takes a few seconds for ten schools; everything it uses is its own, so that it can
 * run beside a host and a presenter. ERROR_IO, FULL, MEMORY: of the first that went wrong. */
CHECKED enum error export_everything(struct export_done *done,
                                     const struct export_everything *asked,
                                     struct trouble *trouble);

/* "riverside" of "/home/sam/riverside.plenary". */
void export_name(char to[EXPORT_PATH_SIZE], const char *workshop_path);

/* Where everything of a workshop goes unless somebody says: beside its file, "riverside-export".
 * ERROR_RANGE: its name would be too long. */
CHECKED enum error export_usual_folder(char to[EXPORT_PATH_SIZE], const char *workshop_path,
                                       struct trouble *trouble);

#endif
