#include "export/export.h"

#include <assert.h>
#include <stdio.h>

/* For whom something is written. */

static const struct {
    const char *stays;
    enum word title, unnamed, named;
} readers[AUDIENCE_COUNT] = {
    [AUDIENCE_SUMMARY] = {"cluster", WORD_EXPORT_FOR_CLUSTER, WORD_EXPORT_UNNAMED_CLUSTER,
                          WORD_EXPORT_NAMED_CLUSTER},
    [AUDIENCE_LA] = {"la", WORD_EXPORT_FOR_LA, WORD_EXPORT_UNNAMED_LA, WORD_EXPORT_NAMED_LA},
    [AUDIENCE_FACILITATOR] = {"facilitator", WORD_EXPORT_FOR_FACILITATOR, WORD_EXPORT_CONFIDENTIAL,
                              WORD_EXPORT_CONFIDENTIAL},
};

const char *export_reader_word(enum audience_kind reader)
{
    assert(readers[reader].stays);
    return readers[reader].stays;
}

enum word export_reader_title(enum audience_kind reader)
{
    assert(readers[reader].stays);
    return readers[reader].title;
}

void export_reader_text(char to[EXPORT_READER_SIZE], const struct export *what)
{
    bool named = what->room->workshop.named;
    snprintf(to, EXPORT_READER_SIZE, "%s. %s", word(export_reader_title(what->reader)),
             word(named ? readers[what->reader].named : readers[what->reader].unnamed));
}
