#include "players/players.h"

#include "base/text.h"
#include "rehearse/rehearse.h"
#include "words/words.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct players {
    struct players_wish wish; /* its texts are these: */
    char pack[4096], folder[4096];
    char host[SESSION_HOST_SIZE], code[CODE_LENGTH + 1];
    pthread_t thread;
    atomic_bool stop;
    pthread_mutex_t lock; /* for what stands below */
    pthread_cond_t asked;
    bool again;
    char trouble[PLAYERS_TROUBLE_SIZE]; /* empty: none */
};

static void tell_changed(struct players *p, const char *trouble)
{
    if (p->wish.changed)
        p->wish.changed(p->wish.context, trouble);
}

static void set_trouble(struct players *p, const char *trouble)
{
    pthread_mutex_lock(&p->lock);
    text_copy(p->trouble, sizeof p->trouble, trouble);
    pthread_mutex_unlock(&p->lock);
    tell_changed(p, trouble);
}

/* Where they have all been sent away, why is told to them, and is nothing to the facilitator, who
 * did it. */
static void end_play(struct players *p, const struct rehearsal *rehearsal)
{
    char trouble[PLAYERS_TROUBLE_SIZE];
    if (rehearse_ended(rehearsal) == REHEARSE_END_GONE)
        snprintf(trouble, sizeof trouble, "%s", word(WORD_PLAYERS_GONE));
    else
        snprintf(trouble, sizeof trouble, word(WORD_PLAYERS_NO_ENTRY), rehearse_why(rehearsal));
    set_trouble(p, trouble);
}

/* Until they are stopped, or something is in their way. */
static void play(struct players *p)
{
    struct rehearsal_pack *pack;
    struct rehearsal *rehearsal = NULL;
    struct trouble why = {""};
    enum error e = content_load_rehearsal(&pack, p->pack, &why);
    struct rehearse_options wanted = {.host = p->host,
                                      .port = p->wish.port,
                                      .code = p->code,
                                      .pack = pack,
                                      .seed = p->wish.seed,
                                      .state_folder = p->folder[0] ? p->folder : NULL,
                                      .tell = p->wish.tell,
                                      .context = p->wish.context};
    if (e == ERROR_OK)
        e = rehearse_create(&rehearsal, &wanted, &why);
    if (e == ERROR_OK) {
        rehearse_run(rehearsal, &p->stop);
        if (rehearse_ended(rehearsal))
            end_play(p, rehearsal);
    } else {
        char trouble[PLAYERS_TROUBLE_SIZE];
        snprintf(trouble, sizeof trouble, word(WORD_PLAYERS_NOT_BEGUN),
                 why.text[0] ? why.text : error_text(e));
        set_trouble(p, trouble);
    }
    rehearse_destroy(&rehearsal);
    rehearsal_pack_destroy(&pack);
}

/* False: they are stopped, and not asked to play again. */
static bool wait_until_asked(struct players *p)
{
    pthread_mutex_lock(&p->lock);
    while (!p->again && !atomic_load(&p->stop))
        pthread_cond_wait(&p->asked, &p->lock);
    p->again = false;
    pthread_mutex_unlock(&p->lock);
    return !atomic_load(&p->stop);
}

static void *live(void *context)
{
    struct players *p = context;
    if (p->folder[0])
        rehearse_clear(p->folder, time(NULL));
    play(p);
    while (wait_until_asked(p)) {
        tell_changed(p, "");
        play(p);
    }
    return NULL;
}

enum error players_create(struct players **out, const struct players_wish *wish)
{
    struct players *p = *out = calloc(1, sizeof *p);
    if (!p)
        return ERROR_MEMORY;
    p->wish = *wish;
    text_copy(p->pack, sizeof p->pack, wish->pack);
    text_copy(p->host, sizeof p->host, wish->host);
    text_copy(p->code, sizeof p->code, wish->code);
    text_copy(p->folder, sizeof p->folder, wish->state_folder ? wish->state_folder : "");
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->asked, NULL);
    if (pthread_create(&p->thread, NULL, live, p) == 0)
        return ERROR_OK;
    pthread_cond_destroy(&p->asked);
    pthread_mutex_destroy(&p->lock);
    free(p);
    *out = NULL;
    return ERROR_MEMORY;
}

void players_destroy(struct players **players)
{
    struct players *p = *players;
    if (!p)
        return;
    pthread_mutex_lock(&p->lock);
    atomic_store(&p->stop, true);
    pthread_cond_signal(&p->asked);
    pthread_mutex_unlock(&p->lock);
    pthread_join(p->thread, NULL);
    pthread_cond_destroy(&p->asked);
    pthread_mutex_destroy(&p->lock);
    free(p);
    *players = NULL;
}

bool players_trouble(struct players *p, char to[PLAYERS_TROUBLE_SIZE])
{
    pthread_mutex_lock(&p->lock);
    text_copy(to, PLAYERS_TROUBLE_SIZE, p->trouble);
    pthread_mutex_unlock(&p->lock);
    return to[0] != '\0';
}

void players_again(struct players *p)
{
    pthread_mutex_lock(&p->lock);
    p->again |= p->trouble[0] != '\0';
    p->trouble[0] = '\0'; /* so that asking again before they begin asks for nothing */
    pthread_cond_signal(&p->asked);
    pthread_mutex_unlock(&p->lock);
}
