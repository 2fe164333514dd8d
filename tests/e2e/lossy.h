#ifndef PLENARY_TESTS_E2E_LOSSY_H
#define PLENARY_TESTS_E2E_LOSSY_H

/* A bad network between real programs: a relay of datagrams on the loopback that loses one in so
 * many each way. It runs as a process of its own; what it loses is drawn from a seed, but what is
 * on its way when is the machine's doing, so that two runs are alike and not the same. */

#include <stdint.h>
#include <sys/types.h>

enum { LOSSY_CLIENTS_MAX = 512 }; /* addresses it relays for; more are not let through */

/* What has come by so far, written by the relay. */
struct lossy_counts {
    volatile uint64_t passed, lost, clients;
};

struct lossy {
    pid_t pid;
    uint16_t port; /* where clients connect to, on 127.0.0.1 */
    struct lossy_counts *counts;
};

/* Starts relaying to `kiosk_port`, losing one datagram in `one_in`. Fails the test when it cannot.
 */
void lossy_start(struct lossy *lossy, uint16_t kiosk_port, unsigned one_in, uint64_t seed);

/* Ends it; the counts stay readable. Fine when it was never started. */
void lossy_stop(struct lossy *lossy);

#endif
