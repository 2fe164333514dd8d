#include "host/mailbox.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

enum { COMMANDS_MAX = 256, LETTERS_MAX = 64 };

struct boxed_letter {
    enum mailbox_viewer viewer;
    size_t length;
    uint8_t *bytes;
};

struct mailbox {
    pthread_mutex_t lock;
    int fd;
    void (*wake_presenter)(void *);
    void *context;
    bool ended;
    struct errand *errand; /* under way, or to be taken back; NULL: none */
    bool errand_done;
    unsigned first_command, command_count;
    unsigned first_letter, letter_count;
    struct command commands[COMMANDS_MAX];
    struct boxed_letter letters[LETTERS_MAX];
};

enum error mailbox_create(struct mailbox **out, void (*wake_presenter)(void *), void *context)
{
    struct mailbox *box = calloc(1, sizeof *box);
    *out = NULL;
    if (!box)
        return ERROR_MEMORY;
    box->fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (box->fd < 0 || pthread_mutex_init(&box->lock, NULL) != 0) {
        if (box->fd >= 0)
            close(box->fd);
        free(box);
        return ERROR_MEMORY;
    }
    box->wake_presenter = wake_presenter;
    box->context = context;
    *out = box;
    return ERROR_OK;
}

void mailbox_destroy(struct mailbox **out)
{
    struct mailbox *box = *out;
    if (!box)
        return;
    for (; box->letter_count; box->letter_count--) {
        free(box->letters[box->first_letter].bytes);
        box->first_letter = (box->first_letter + 1) % LETTERS_MAX;
    }
    close(box->fd);
    pthread_mutex_destroy(&box->lock);
    free(box);
    *out = NULL;
}

static void wake_host(struct mailbox *box)
{
    uint64_t one = 1;
    /* a full counter means that the host has been woken already */
    if (write(box->fd, &one, sizeof one) < 0)
        return;
}

size_t mailbox_take_letter(struct mailbox *box, enum mailbox_viewer *viewer,
                           uint8_t to[WIRE_LETTER_MAX])
{
    struct boxed_letter letter = {0};
    pthread_mutex_lock(&box->lock);
    bool was_full = box->letter_count == LETTERS_MAX;
    if (box->letter_count) {
        letter = box->letters[box->first_letter];
        box->first_letter = (box->first_letter + 1) % LETTERS_MAX;
        box->letter_count--;
    }
    pthread_mutex_unlock(&box->lock);
    if (was_full)
        wake_host(box); /* it may be holding something back */
    if (!letter.bytes)
        return 0;
    *viewer = letter.viewer;
    memcpy(to, letter.bytes, letter.length);
    free(letter.bytes);
    return letter.length;
}

bool mailbox_post_command(struct mailbox *box, const struct command *command)
{
    pthread_mutex_lock(&box->lock);
    bool fits = box->command_count < COMMANDS_MAX;
    if (fits) {
        box->commands[(box->first_command + box->command_count) % COMMANDS_MAX] = *command;
        box->command_count++;
    }
    pthread_mutex_unlock(&box->lock);
    wake_host(box);
    return fits;
}

void mailbox_post_end(struct mailbox *box)
{
    pthread_mutex_lock(&box->lock);
    box->ended = true;
    pthread_mutex_unlock(&box->lock);
    wake_host(box);
}

bool mailbox_post_errand(struct mailbox *box, struct errand *errand)
{
    pthread_mutex_lock(&box->lock);
    bool free = !box->errand;
    if (free)
        box->errand = errand;
    pthread_mutex_unlock(&box->lock);
    wake_host(box);
    return free;
}

struct errand *mailbox_take_errand(struct mailbox *box)
{
    pthread_mutex_lock(&box->lock);
    struct errand *errand = box->errand_done ? box->errand : NULL;
    if (errand) {
        box->errand = NULL;
        box->errand_done = false;
    }
    pthread_mutex_unlock(&box->lock);
    return errand;
}

struct errand *mailbox_errand(struct mailbox *box)
{
    pthread_mutex_lock(&box->lock);
    struct errand *errand = box->errand_done ? NULL : box->errand;
    pthread_mutex_unlock(&box->lock);
    return errand;
}

void mailbox_return_errand(struct mailbox *box)
{
    pthread_mutex_lock(&box->lock);
    box->errand_done = true;
    pthread_mutex_unlock(&box->lock);
    box->wake_presenter(box->context);
}

int mailbox_fd(const struct mailbox *box)
{
    return box->fd;
}

bool mailbox_post_letter(struct mailbox *box, enum mailbox_viewer viewer, const uint8_t *bytes,
                         size_t length)
{
    uint8_t *copy = malloc(length);
    if (!copy)
        return false;
    memcpy(copy, bytes, length);
    pthread_mutex_lock(&box->lock);
    bool fits = box->letter_count < LETTERS_MAX;
    if (fits) {
        box->letters[(box->first_letter + box->letter_count) % LETTERS_MAX] =
            (struct boxed_letter){viewer, length, copy};
        box->letter_count++;
    }
    pthread_mutex_unlock(&box->lock);
    if (fits)
        box->wake_presenter(box->context);
    else
        free(copy);
    return fits;
}

bool mailbox_take_command(struct mailbox *box, struct command *command)
{
    uint64_t rings;
    pthread_mutex_lock(&box->lock);
    bool any = box->command_count > 0;
    if (any) {
        *command = box->commands[box->first_command];
        box->first_command = (box->first_command + 1) % COMMANDS_MAX;
        box->command_count--;
    } else if (read(box->fd, &rings, sizeof rings) < 0) {
        /* nobody rang: fine */
    }
    pthread_mutex_unlock(&box->lock);
    return any;
}

bool mailbox_ended(struct mailbox *box)
{
    pthread_mutex_lock(&box->lock);
    bool ended = box->ended;
    pthread_mutex_unlock(&box->lock);
    return ended;
}
