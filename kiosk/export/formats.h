#ifndef PLENARY_EXPORT_FORMATS_H
#define PLENARY_EXPORT_FORMATS_H

/* Within export/ only: the formats there are, and the readers, one table each, for the verb and for
 * writing everything alike. */

#include "export/export.h"
#include "options/asked.h"

struct format {
    enum asked_option option; /* of the verb */
    enum word what;           /* "the report %s" */
    const char *ending;       /* of its file's name after the reader: "-summary.md" */
    enum error (*write)(const char *path, const struct export *what, struct trouble *trouble);
    bool (*has_any)(const struct room *room); /* to write at all; NULL: always */
};

enum { FORMATS_MAX = 6 };
extern const struct format formats[FORMATS_MAX];

struct reader {
    enum audience_kind kind;
    enum word folder; /* of what is for them */
    enum word whom;   /* "for the cluster" */
};

enum { READERS_MAX = 3 };
extern const struct reader readers[READERS_MAX];

#endif
