#include "presenter/state.h"

#include "base/text.h"
#include "export/everything.h"
#include "host/errand.h"
#include "words/words.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Everything the workshop came to, written at one key: the host gives a copy of the state, a thread
 * of its own writes from that, and the presenter tells how far it is. What another window or the
 * room does meanwhile is not in it, and is not held up by it. */

enum step { AT_COPY, AT_FILES, AT_END };

struct writing {
    struct errand_copy copy;
    struct presenter *presenter; /* for waking it alone, from the thread */
    char name[EXPORT_PATH_SIZE], folder[EXPORT_PATH_SIZE];
    int64_t now_ms;
    pthread_t thread;
    bool has_thread;
    pthread_mutex_t lock; /* of what follows */
    enum step step;
    bool news;
    char line[CONSOLE_SAY_SIZE]; /* how far it is */
    enum error error;
    struct trouble trouble;
    struct export_done done;
};

static void release(struct writing **writing)
{
    if ((*writing)->has_thread)
        pthread_join((*writing)->thread, NULL);
    model_destroy(&(*writing)->copy.model);
    pthread_mutex_destroy(&(*writing)->lock);
    free(*writing);
    *writing = NULL;
}

/* ---- on its own thread ---- */

static void tell(void *context, unsigned at, unsigned of, const char *what)
{
    struct writing *w = context;
    pthread_mutex_lock(&w->lock);
    snprintf(w->line, sizeof w->line, word(WORD_EXPORT_WRITING), at, of, what);
    w->news = true;
    pthread_mutex_unlock(&w->lock);
    presenter_wake(w->presenter);
}

static void *write_files(void *context)
{
    struct writing *w = context;
    struct export_done done = {0};
    struct trouble trouble = {0};
    struct export_everything asked = {.model = w->copy.model,
                                      .name = w->name,
                                      .folder = w->folder,
                                      .now_ms = w->now_ms,
                                      .progress = tell,
                                      .context = w};
    enum error e = export_everything(&done, &asked, &trouble);
    pthread_mutex_lock(&w->lock);
    w->error = e;
    w->trouble = trouble;
    w->done = done;
    w->step = AT_END;
    pthread_mutex_unlock(&w->lock);
    presenter_wake(w->presenter);
    return NULL;
}

/* ---- on the presenter's ---- */

static void give_up(struct presenter *p, enum error e, const struct trouble *trouble)
{
    console_writes(p->console, false, trouble->text[0] ? trouble->text : error_text(e));
    release(&p->writing);
}

static void copied(struct errand *errand, void *asker)
{
    struct presenter *p = asker;
    struct writing *w = p->writing;
    if (errand->error != ERROR_OK) {
        give_up(p, errand->error, &errand->trouble);
        return;
    }
    w->step = AT_FILES;
    w->has_thread = pthread_create(&w->thread, NULL, write_files, w) == 0;
    if (!w->has_thread)
        give_up(p, ERROR_MEMORY, &(struct trouble){0});
}

static enum error begin(struct presenter *p, struct trouble *trouble)
{
    struct writing *w = calloc(1, sizeof *w);
    if (!w || pthread_mutex_init(&w->lock, NULL) != 0) {
        free(w);
        return ERROR_MEMORY;
    }
    p->writing = w;
    w->presenter = p;
    w->now_ms = (int64_t)time(NULL) * 1000;
    w->copy.errand.run = errand_copy_run;
    w->copy.errand.back = copied;
    export_name(w->name, p->report->path);
    enum error e = export_usual_folder(w->folder, p->report->path, trouble);
    if (e == ERROR_OK && !errands_send(p, &w->copy.errand))
        e = trouble_set(trouble, ERROR_BUSY, "%s", word(WORD_WRITE_LATER));
    return e;
}

void writing_obey(struct presenter *p)
{
    struct trouble trouble = {0};
    if (p->writing && (p->wish.leave || p->window.closed || p->window.leaving))
        console_say(p->console, word(WORD_WRITE_STAY));
    if (!p->wish.everything)
        return;
    p->wish.everything = false;
    p->again = true; /* what is said of it shows at once */
    if (p->writing) {
        console_say(p->console, word(WORD_WRITE_BUSY));
        return;
    }
    enum error e = begin(p, &trouble);
    if (e == ERROR_OK)
        console_writes(p->console, true, word(WORD_WRITE_BEGINS));
    else if (p->writing)
        give_up(p, e, &trouble);
    else
        console_say(p->console, error_text(e));
}

static void finish(struct presenter *p)
{
    struct writing *w = p->writing;
    char line[CONSOLE_WROTE_SIZE], trouble[sizeof w->trouble.text];
    text_copy(trouble, sizeof trouble, w->trouble.text[0] ? w->trouble.text : error_text(w->error));
    if (w->error == ERROR_OK)
        snprintf(line, sizeof line,
                 word(w->done.without_dates ? WORD_WRITE_DONE_DATELESS : WORD_WRITE_DONE),
                 w->folder);
    else if (w->done.written)
        snprintf(line, sizeof line, word(WORD_WRITE_NOT_ALL), trouble, w->done.written, w->done.of);
    else
        text_copy(line, sizeof line, trouble);
    console_writes(p->console, false, line);
    release(&p->writing);
}

void writing_follow(struct presenter *p)
{
    char line[CONSOLE_SAY_SIZE];
    struct writing *w = p->writing;
    if (!w || !w->has_thread)
        return;
    pthread_mutex_lock(&w->lock);
    bool ended = w->step == AT_END, news = w->news;
    text_copy(line, sizeof line, w->line);
    w->news = false;
    pthread_mutex_unlock(&w->lock);
    if (ended)
        finish(p);
    else if (news)
        console_writes(p->console, true, line);
}
