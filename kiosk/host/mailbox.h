#ifndef PLENARY_HOST_MAILBOX_H
#define PLENARY_HOST_MAILBOX_H

/* The one meeting point of the kiosk's two threads. The presenter posts commands; the host posts
 * letters (wire/wire.h), the same that clients get, so that the projector is drawn from a room like
 * any other. Each side wakes the other, neither waits for it: posting copies and returns. A full
 * box of letters makes the host hold back and go on later; the box of commands is larger than
 * anybody can type. Beside them there is place for one errand (host/errand.h). */

#include <stddef.h>

#include "base/error.h"
#include "model/command.h"
#include "model/project.h"
#include "wire/wire.h"

struct errand;
struct mailbox;

/* Whom a letter is for: the two rooms the presenter keeps. */
enum mailbox_viewer { VIEWER_PROJECTOR, VIEWER_FACILITATOR, VIEWER_COUNT };

/* `wake_presenter` is called on the host's thread when letters have come in; it must only pass the
 * word on (SDL_PushEvent is fine). The host is woken through mailbox_fd. */
CHECKED enum error mailbox_create(struct mailbox **out, void (*wake_presenter)(void *),
                                  void *context);
void mailbox_destroy(struct mailbox **box);

/* Presenter's side. Takes the oldest letter into `to[WIRE_LETTER_MAX]`; its length, 0 when there is
 * none. Post: false when full. */
size_t mailbox_take_letter(struct mailbox *box, enum mailbox_viewer *viewer,
                           uint8_t to[WIRE_LETTER_MAX]);
CHECKED bool mailbox_post_command(struct mailbox *box, const struct command *command);
/* Asks the host to end, and it ends after its current tick. */
void mailbox_post_end(struct mailbox *box);

/* Posts an errand, which is the host's until it is given back; false while one is under way. Takes
 * back the one that is done, waking the presenter having been called for it; NULL when there is
 * none. */
CHECKED bool mailbox_post_errand(struct mailbox *box, struct errand *errand);
struct errand *mailbox_take_errand(struct mailbox *box);

/* Host's side. */
int mailbox_fd(const struct mailbox *box);
CHECKED bool mailbox_post_letter(struct mailbox *box, enum mailbox_viewer viewer,
                                 const uint8_t *bytes, size_t length);
CHECKED bool mailbox_take_command(struct mailbox *box, struct command *command);
bool mailbox_ended(struct mailbox *box);
/* The errand to run, NULL when there is none; and giving it back. */
struct errand *mailbox_errand(struct mailbox *box);
void mailbox_return_errand(struct mailbox *box);

#endif
