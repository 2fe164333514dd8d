#ifndef PLENARY_EXPORT_EXPORT_H
#define PLENARY_EXPORT_EXPORT_H

/* What leaves the kiosk as text: tables for spreadsheets, one document for programs, dates for
 * calendars, a summary for a mail. All of it is made from a room that was portrayed for its reader
 * (model/portray.h): what the reader may not see is not in the room, so it cannot be written. Each
 * says for whom it is. Every file is there whole or not at all (files/whole.h) and, as it may name
 * schools, readable to whoever wrote it alone; an older file of its name is replaced.
 *
 * Of a training each of them says so in itself: above a table's head and every sheet's, in titles
 * and in each event, on every page; and their names say it where there are any.
 *
 * Fallible functions: ERROR_IO, FULL, MEMORY, and `trouble` names the file. No global state: two
 * threads may write from two rooms. */

#include "base/error.h"
#include "model/project.h"
#include "model/room.h"
#include "words/words.h"

struct export
{
    const struct room *room;      /* borrowed; portrayed for: */
    enum audience_kind reader;    /* AUDIENCE_SUMMARY, AUDIENCE_LA or AUDIENCE_FACILITATOR */
    int64_t now_ms;               /* when it is written, milliseconds since 1970 */
    uint8_t id[WORKSHOP_ID_SIZE]; /* the workshop's, for what must be known again elsewhere */
};

/* For whom it is, in a sentence: "For the schools of the cluster. No school is named beside its
 * ratings: not all of them have agreed to that." */
enum { EXPORT_READER_SIZE = 512 };
void export_reader_text(char to[EXPORT_READER_SIZE], const struct export *what);

/* Its title, a word; and the word that stays: "cluster", "la", "facilitator". Borrowed. */
enum word export_reader_title(enum audience_kind reader);
const char *export_reader_word(enum audience_kind reader);

/* A folder of tables as CSV, one file a table (export/tables.h) called by its id, and the grid with
 * the schools side by side, grid.csv. The folder is made if need be. Files of those tables that
 * this reader is not given are removed, so that nothing is left of an earlier, more open one.
 * RFC 4180, UTF-8 with its mark; days as 2026-11-22, averages as 4.6. A text that a spreadsheet
 * would take for a formula begins with an apostrophe. */
CHECKED enum error export_csv(const char *folder, const struct export *what,
                              struct trouble *trouble);

/* All tables as one JSON document, described by kiosk/export/schema.json (installed as
 * export-schema.json). */
CHECKED enum error export_json(const char *path, const struct export *what,
                               struct trouble *trouble);

/* The dates of what was agreed, for calendars (RFC 5545): a whole day for each action that is due.
 * Brought in again, what has changed moves: an action keeps its UID. Without a date there is no
 * calendar: one must hold something (3.6), and programs refuse one that does not. Then the first
 * says so, and the other is ERROR_ABSENT and writes nothing. */
bool export_has_dates(const struct room *room);
CHECKED enum error export_ics(const char *path, const struct export *what, struct trouble *trouble);

/* A summary to paste into a mail (CommonMark): what goes well, what comes first and how that was
 * decided, what will be done, by whom and when, and what is still loose. */
CHECKED enum error export_markdown(const char *path, const struct export *what,
                                   struct trouble *trouble);

/* A workbook: the review grid with formulas that reckon its totals and averages, goals and the way
 * to them, or without names how ratings are spread; then the tables as sheets with filters. */
CHECKED enum error export_xlsx(const char *path, const struct export *what,
                               struct trouble *trouble);

#endif
