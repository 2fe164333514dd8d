#ifndef PLENARY_TESTS_HOST_FILED_H
#define PLENARY_TESTS_HOST_FILED_H

/* A small workshop in a real file, without a network: what stands in the file is what is looked at.
 * One board (closed), one condition, one question, schools Ashby and Birch. Everything is asserted.
 */

#include "host/hall.h"
#include "journal/scratch.h"

struct filed {
    struct scratch *scratch;
    struct store *store;
    int64_t now_ms;
    uint32_t last_id;
};

/* Made in the scratch's folder, with that many seats of Ashby's. */
void filed_begin(struct filed *f, struct scratch *scratch, seat_id seats);

/* Asks and asserts that it is done. The kiosk's commands are numbered. */
void filed_obey(struct filed *f, seat_id seat, struct command command);

/* Commits the batch, and scrubs as the host would do then. */
void filed_commit(struct filed *f);

/* Closes the file; opens it again. */
void filed_close(struct filed *f);
void filed_open(struct filed *f);

/* Closes and opens it: the state must be the same, byte for byte, and the tables too. */
void filed_assert_replays(struct filed *f);

#endif
