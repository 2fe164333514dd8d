#include "rollup/command.h"

#include "host/clock.h"
#include "rollup/rollup.h"
#include "words/words.h"

#include <stdlib.h>
#include <unistd.h>

/* ---- how far it has come, on a terminal */

enum { BAR_WIDTH = 30, BAR_EVERY_MS = 100 };

struct bar {
    bool shown; /* stderr is a terminal */
    unsigned of;
    int64_t last_ms;
};

static void bar_show(struct bar *bar, unsigned done)
{
    char filled[BAR_WIDTH + 1];
    int64_t now_ms = clock_monotonic();
    if (!bar->shown || (done < bar->of && now_ms - bar->last_ms < BAR_EVERY_MS))
        return;
    bar->last_ms = now_ms;
    for (unsigned i = 0; i < BAR_WIDTH; i++)
        filled[i] = i < (uint64_t)done * BAR_WIDTH / bar->of ? '#' : '.';
    filled[BAR_WIDTH] = '\0';
    fprintf(stderr, "\r[%s] ", filled);
    fprintf(stderr, word(WORD_ROLLUP_PROGRESS), done, bar->of);
    fputs("\033[K", stderr);
    if (done == bar->of)
        fputc('\n', stderr);
    fflush(stderr);
}

/* Makes room for a line that stays. */
static void bar_clear(const struct bar *bar)
{
    if (bar->shown)
        fputs("\r\033[K", stderr);
}

/* ---- what is asked for */

typedef enum error writer(const char *path, const struct rollup *rollup, int64_t now_ms,
                          struct trouble *trouble);

static const struct {
    enum asked_option option;
    writer *write;
} writers[] = {{ASKED_CSV, rollup_csv}, {ASKED_XLSX, rollup_xlsx}, {ASKED_PDF, rollup_pdf}};

enum { WRITERS = sizeof writers / sizeof *writers };

/* Reads all of them; the first error of those left out. */
static enum error read_files(struct rollup *rollup, const struct asked *asked)
{
    struct bar bar = {.shown = isatty(STDERR_FILENO) == 1, .of = asked->file_count};
    enum error first = ERROR_OK;
    for (unsigned i = 0; i < asked->file_count; i++) {
        struct trouble trouble = {0};
        enum error e = rollup_add(rollup, asked->files[i], &trouble);
        if (e != ERROR_OK) {
            bar_clear(&bar);
            fprintf(stderr, word(WORD_ROLLUP_FILE_LEFT_OUT),
                    trouble.text[0] ? trouble.text : asked->files[i]);
            fputc('\n', stderr);
            first = first ? first : e;
        }
        bar_show(&bar, i + 1);
    }
    return first;
}

static enum error write_files(const struct rollup *rollup, const struct asked *asked,
                              int64_t now_ms, FILE *out, struct trouble *trouble)
{
    for (unsigned i = 0; i < WRITERS; i++) {
        const char *path = asked->value[writers[i].option];
        if (!path)
            continue;
        enum error e = writers[i].write(path, rollup, now_ms, trouble);
        if (e != ERROR_OK)
            return e;
        fprintf(out, word(WORD_ROLLUP_WRITTEN), path);
        fputc('\n', out);
    }
    return ERROR_OK;
}

static enum error roll_up(struct rollup *rollup, const struct asked *asked, FILE *out,
                          struct trouble *trouble)
{
    struct clock clock;
    clock_start(&clock, 0);
    enum error left_out = read_files(rollup, asked);
    struct rollup_counts counts = rollup_counts(rollup);
    if (!counts.clusters)
        return trouble_set(trouble, left_out, "%s", word(WORD_ROLLUP_ALL_LEFT_OUT));
    enum error e = rollup_finish(rollup, trouble);
    if (e == ERROR_OK) {
        fprintf(out, word(WORD_ROLLUP_READ), counts.clusters, counts.schools, counts.matters);
        fputc('\n', out);
        e = write_files(rollup, asked, clock_now(&clock), out, trouble);
    }
    if (e == ERROR_OK && left_out != ERROR_OK)
        e = trouble_set(trouble, left_out, word(WORD_ROLLUP_SOME_LEFT_OUT), counts.left_out,
                        asked->file_count);
    return e;
}

enum error rollup_command(const struct asked *asked, FILE *out, struct trouble *trouble)
{
    struct rollup *rollup;
    bool any = false;
    for (unsigned i = 0; i < WRITERS; i++)
        any |= asked->value[writers[i].option] != NULL;
    if (!any)
        return trouble_set(trouble, ERROR_FORMAT, "%s", word(WORD_ROLLUP_NOTHING_ASKED));
    enum error e = rollup_create(&rollup, asked->file_count, trouble);
    if (e == ERROR_OK)
        e = roll_up(rollup, asked, out, trouble);
    rollup_destroy(&rollup);
    return e;
}
