#include "past/command.h"

#include "base/day.h"
#include "host/workshop.h"
#include "model/portray.h"
#include "past/past.h"
#include "words/date.h"
#include "words/words.h"

static void print_line(void *context, const char *text)
{
    fprintf(context, "%s\n", text);
}

static enum error read_files(struct past_set *past, const struct asked *asked, int64_t now_ms,
                             struct trouble *trouble)
{
    struct past_source source = {.title = asked->value[ASKED_TITLE]};
    const char *on = asked->value[ASKED_ON];
    enum error e = ERROR_OK;
    if (on && !word_day_read(&source.day, on, day_of_time(now_ms)))
        return trouble_set(trouble, ERROR_FORMAT, word(WORD_REVIEWS_ON), on);
    for (unsigned i = 1; e == ERROR_OK && i < asked->file_count; i++) {
        source.path = asked->files[i];
        e = past_read(past, &source, trouble);
    }
    for (unsigned i = 0; e == ERROR_OK && i < asked->match_count; i++)
        e = past_answer_typed(past, asked->matches[i], trouble);
    return e;
}

/* A row without words goes by its number. */
static void print_question(FILE *out, const struct past_file *file, const struct past_row *row)
{
    char number[8];
    snprintf(number, sizeof number, "%u", row->number);
    const char *name = row->label[0] ? row->label : number;
    fprintf(out, word(WORD_REVIEWS_ASKED), name, file->path);
    fputc('\n', out);
    fprintf(out, word(WORD_REVIEWS_HOW_TO_SAY), name, name);
    fputc('\n', out);
}

/* Each once, however many files have the row. They are answered on the way: the set is not to be
 * used any more. */
static void print_questions(FILE *out, struct past_set *past)
{
    unsigned file, row;
    while (past_question(past, &file, &row)) {
        print_question(out, &past->files[file], &past->files[file].rows[row]);
        past_answer(past, file, row, 0);
    }
}

static enum error bring(struct past_set *past, struct store *store, const struct room *room,
                        const struct asked *asked, FILE *out, struct trouble *trouble)
{
    struct past_report report;
    char sum[PAST_TEXT_SIZE];
    enum error e = read_files(past, asked, workshop_now(store), trouble);
    if (e != ERROR_OK)
        return e;
    bool preview = asked->value[ASKED_PREVIEW], questions = past_questions(past);
    past_tell(past, room, print_line, out);
    if (questions)
        print_questions(out, past);
    if (preview)
        return ERROR_OK;
    if (questions)
        return trouble_set(trouble, ERROR_FORMAT, word(WORD_REVIEWS_QUESTIONS));
    e = past_take(&report, store, past, workshop_now(store), trouble);
    if (e == ERROR_OK) {
        past_sum(sum, &report);
        print_line(out, sum);
    }
    return e;
}

enum error past_command(const struct asked *asked, FILE *out, struct trouble *trouble)
{
    struct store *store;
    struct room *room = NULL;
    struct past_set *past = NULL;
    const char *file = asked->files[0];
    enum error e = workshop_open(&store, file, asked->value[ASKED_PREVIEW], trouble);
    if (e == ERROR_OK)
        e = room_portray(&room, store_model(store), AUDIENCE_FACILITATOR, 0);
    if (e == ERROR_OK)
        e = past_create(&past, room, file);
    if (e == ERROR_OK)
        e = bring(past, store, room, asked, out, trouble);
    past_destroy(&past);
    room_destroy(&room);
    store_destroy(&store);
    return e;
}
