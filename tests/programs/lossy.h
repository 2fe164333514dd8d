#ifndef PLENARY_TESTS_PROGRAMS_LOSSY_H
#define PLENARY_TESTS_PROGRAMS_LOSSY_H

/* A bad network between real programs: a relay of datagrams on the loopback that loses some of
 * them, holds them up, lets one overtake another and brings one twice, in each direction. It runs
 * as a process of its own; what it does is drawn from a seed, but what is on its way when is the
 * machine's doing, so that two runs are alike and not the same. */

#include <stdint.h>
#include <sys/types.h>

enum {
    LOSSY_CLIENTS_MAX = 512,  /* addresses it relays for; one more takes the place of whoever has
                               * been silent for longest */
    LOSSY_WAITING_MAX = 8192, /* datagrams held up; more are lost */
};

/* What is done to a datagram, each way. */
struct lossy_faults {
    unsigned lost_one_in;  /* 0: none */
    unsigned twice_one_in; /* 0: none */
    unsigned delay_ms;
    unsigned jitter_ms; /* up to so much more, each for itself: they overtake each other */
};

/* What has come by so far, written by the relay. */
struct lossy_counts {
    volatile uint64_t passed, lost, clients;
};

struct lossy {
    pid_t pid;
    uint16_t port; /* where clients connect to, on 127.0.0.1 */
    struct lossy_counts *counts;
};

/* Starts relaying to `kiosk_port`. Fails the test when it cannot. */
void lossy_start(struct lossy *lossy, uint16_t kiosk_port, const struct lossy_faults *faults,
                 uint64_t seed);

/* Ends it; the counts stay readable. Fine when it was never started. */
void lossy_stop(struct lossy *lossy);

#endif
