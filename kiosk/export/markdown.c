#include "export/markdown.h"

#include "base/text.h"
#include "files/whole.h"
#include "phrase/phrase.h"
#include "words/date.h"

#include <stdlib.h>
#include <string.h>

void markdown_escape(char to[MARKDOWN_SIZE], const char *text)
{
    size_t used = 0, digits = strspn(text, "0123456789");
    for (const char *at = text; *at && used < MARKDOWN_SIZE - 8; at++) {
        bool starts = at == text && strchr("+-=#", *at);
        bool numbers = digits && digits < 10 && at == text + digits && strchr(".)", *at);
        if (starts || numbers || strchr("\\`*_[]<>&~|", *at))
            to[used++] = '\\';
        to[used++] = *at;
    }
    to[text_whole(to, used)] = '\0';
}

void markdown_heading(FILE *file, enum word text)
{
    fprintf(file, "\n## %s\n\n", word(text));
}

static void write_head(FILE *file, const struct export *what)
{
    const struct workshop_item *w = &what->room->workshop;
    char title[MARKDOWN_SIZE], about[EXPORT_READER_SIZE], day[WORD_DATE_SIZE];
    char marked[PHRASE_MARKED_SIZE];
    phrase_marked(marked, what->room, w->title);
    markdown_escape(title, marked);
    export_reader_text(about, what);
    word_day_long(day, w->day, 0);
    fprintf(file, "# %s\n\n%s\n\n*%s*\n", title, day, about);
    if (what->room->workshop.training)
        fprintf(file, "\n**%s**\n", word(WORD_TRAINING_MADE_UP));
}

static void write_well(FILE *file, const struct room *room, const struct room_finding *found,
                       unsigned count)
{
    char sentence[PHRASE_SIZE], text[MARKDOWN_SIZE];
    bool any = false;
    for (unsigned i = 0; i < count; i++) {
        if (found[i].kind != FINDING_WELL || found[i].hidden)
            continue;
        if (!any)
            markdown_heading(file, WORD_FINDING_HEAD_WELL);
        any = true;
        phrase_finding(sentence, room, &found[i]);
        markdown_escape(text, sentence);
        fprintf(file, "- %s\n", text);
    }
}

static void write_la(FILE *file, const struct room *room, const struct room_finding *found,
                     unsigned count)
{
    char sentence[PHRASE_SIZE], text[MARKDOWN_SIZE];
    bool any = false;
    for (unsigned i = 0; i < count; i++) {
        if (!found[i].for_la || found[i].hidden)
            continue;
        if (!any)
            markdown_heading(file, WORD_SUMMARY_LA);
        any = true;
        phrase_finding(sentence, room, &found[i]);
        markdown_escape(text, sentence);
        fprintf(file, "- %s", text);
        if (found[i].answer[0]) {
            markdown_escape(text, found[i].answer);
            fputs("\n  - ", file);
            fprintf(file, word(WORD_SUMMARY_ANSWER), text);
        }
        putc('\n', file);
    }
}

enum error export_markdown(const char *path, const struct export *what, struct trouble *trouble)
{
    struct whole whole;
    struct room_finding *found = malloc(ROOM_FINDINGS_MAX * sizeof *found);
    enum error e = found ? whole_begin(&whole, path, WHOLE_OWN, trouble) : ERROR_MEMORY;
    if (e == ERROR_OK) {
        unsigned count = room_findings(found, what->room);
        write_head(whole.file, what);
        write_well(whole.file, what->room, found, count);
        markdown_priorities(whole.file, what);
        markdown_plan(whole.file, what);
        write_la(whole.file, what->room, found, count);
        e = whole_end(&whole, trouble);
    }
    free(found);
    return e;
}
