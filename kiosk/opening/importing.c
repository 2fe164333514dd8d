#include "opening/importing.h"

#include "base/text.h"
#include "host/setup.h"
#include "host/workshop.h"
#include "model/portray.h"
#include "opening/opening.h"
#include "words/words.h"

#include <string.h>
#include <unistd.h>

/* ---- into a workshop that is open ---- */

/* Compares once more with the workshop as it stands. */
static enum error compare(struct import *import, const struct store *store, struct trouble *trouble)
{
    struct room *room;
    enum error e = room_portray(&room, store_model(store), AUDIENCE_FACILITATOR, 0);
    if (e == ERROR_OK)
        e = import_compare(import, room, trouble);
    room_destroy(&room);
    return e;
}

static enum error refuse_asked(const struct import *import, struct trouble *trouble)
{
    char row[IMPORT_TEXT_SIZE];
    import_row_text(row, import, import_next_asked(import, 0));
    return trouble_set(trouble, ERROR_FORMAT, word(WORD_IMPORT_ASKED), row);
}

static void report_remarks(struct opening_report *report, const struct import *import)
{
    report->imported = true;
    report->remarks = import_remarks(import);
    for (unsigned i = 0; i < report->remarks && i < OPENING_REMARKS_MAX; i++) {
        char text[IMPORT_TEXT_SIZE];
        import_remark(text, import, i);
        text_copy(report->remark[i], OPENING_REMARK_SIZE, text);
    }
}

enum error opening_import(struct store *store, struct opening_report *report, struct import *import,
                          const struct link_random *random, struct trouble *trouble)
{
    enum error e = compare(import, store, trouble);
    if (e == ERROR_OK && import_asks(import))
        e = refuse_asked(import, trouble);
    if (e == ERROR_OK)
        e = setup_import(store, import, random, workshop_now(store), trouble);
    if (e == ERROR_OK)
        report_remarks(report, import);
    return e;
}

/* An import for the conditions of this workshop. */
static enum error begin_import(struct import **out, const struct store *store)
{
    struct room *room;
    *out = NULL;
    enum error e = room_portray(&room, store_model(store), AUDIENCE_FACILITATOR, 0);
    if (e == ERROR_OK)
        e = import_create(out, room);
    room_destroy(&room);
    return e;
}

/* Adds the files named between commas; one whose own name has commas is found, too. */
static enum error add_files(struct import *import, const char *paths, struct trouble *trouble)
{
    if (access(paths, F_OK) == 0)
        return import_add_file(import, paths, trouble);
    enum error e = ERROR_OK;
    while (e == ERROR_OK && *paths) {
        char path[OPENING_PATH_SIZE];
        size_t length = strcspn(paths, ",");
        if (length >= sizeof path)
            return trouble_set(trouble, ERROR_RANGE, "The file's name is too long.");
        memcpy(path, paths, length);
        path[length] = '\0';
        paths += length + (paths[length] == ',');
        e = import_add_file(import, path, trouble);
    }
    return e;
}

enum error opening_import_files(struct store *store, struct opening_report *report,
                                const char *paths, const struct link_random *random,
                                struct trouble *trouble)
{
    struct import *import;
    enum error e = begin_import(&import, store);
    if (e == ERROR_OK)
        e = add_files(import, paths, trouble);
    if (e == ERROR_OK)
        e = opening_import(store, report, import, random, trouble);
    import_destroy(&import);
    return e;
}

/* ---- the verb ---- */

static void print_remarks(const struct import *import)
{
    char text[IMPORT_TEXT_SIZE];
    for (unsigned i = 0; i < import_remarks(import); i++) {
        import_remark(text, import, i);
        fprintf(stderr, "%s\n", text);
    }
}

/* What changes, school by school; what stays is only counted. */
static void print_changes(FILE *out, const struct import *import)
{
    char text[IMPORT_TEXT_SIZE];
    for (unsigned s = 0; s < import->school_count; s++)
        if (!import->schools[s].id) {
            fprintf(out, word(WORD_IMPORT_LINE_SCHOOL), import->schools[s].name);
            fputc('\n', out);
        }
    for (unsigned i = 0; i < import->entry_count; i++) {
        if (import->entries[i].what == IMPORT_SAME)
            continue;
        import_line(text, import, &import->entries[i]);
        fprintf(out, "%s\n", text);
    }
}

/* The rows nobody has said anything about, and the conditions there are. */
static void print_asked(FILE *out, const struct import *import)
{
    char text[IMPORT_TEXT_SIZE];
    fprintf(out, "%s\n", word(WORD_IMPORT_ASK_WHICH));
    for (unsigned row = import_next_asked(import, 0); row < import->row_count;
         row = import_next_asked(import, row + 1)) {
        import_row_text(text, import, row);
        fprintf(out, "  %s\n", text);
    }
    fprintf(out, "%s\n", word(WORD_IMPORT_ASK_SAY));
    for (condition_id c = 1; c <= import->condition_count; c++)
        fprintf(out, "  %u  %s  %s\n", c, import->conditions[c].id, import->conditions[c].name);
}

static void print_sum(FILE *out, const struct import *import, bool preview)
{
    char text[IMPORT_TEXT_SIZE];
    import_sum(text, import);
    fprintf(out, word(preview ? WORD_IMPORT_WOULD : WORD_IMPORT_DONE), text);
    fputc('\n', out);
}

static enum error read_asked(struct import *import, const struct asked *asked,
                             struct trouble *trouble)
{
    enum error e = ERROR_OK;
    for (unsigned i = 1; e == ERROR_OK && i < asked->file_count; i++)
        e = import_add_file(import, asked->files[i], trouble);
    for (unsigned i = 0; e == ERROR_OK && i < asked->match_count; i++)
        e = import_answer_typed(import, asked->matches[i], trouble);
    return e;
}

static enum error tell_and_take(struct store *store, struct import *import, bool preview, FILE *out,
                                struct trouble *trouble)
{
    struct link_random random = link_random_system();
    print_remarks(import);
    print_changes(out, import);
    if (import_asks(import))
        print_asked(out, import);
    if (!preview && import_asks(import))
        return refuse_asked(import, trouble);
    enum error e = ERROR_OK;
    if (!preview)
        e = setup_import(store, import, &random, workshop_now(store), trouble);
    if (e == ERROR_OK)
        print_sum(out, import, preview);
    return e;
}

enum error opening_import_command(const struct asked *asked, FILE *out, struct trouble *trouble)
{
    bool preview = asked->value[ASKED_PREVIEW] != NULL;
    struct import *import = NULL;
    struct store *store;
    enum error e = workshop_open(&store, asked->files[0], preview, trouble);
    if (e == ERROR_OK)
        e = begin_import(&import, store);
    if (e == ERROR_OK)
        e = read_asked(import, asked, trouble);
    if (e == ERROR_OK)
        e = compare(import, store, trouble);
    if (e == ERROR_OK)
        e = tell_and_take(store, import, preview, out, trouble);
    import_destroy(&import);
    store_destroy(&store);
    return e;
}
