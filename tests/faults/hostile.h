#ifndef PLENARY_TESTS_FAULTS_HOSTILE_H
#define PLENARY_TESTS_FAULTS_HOSTILE_H

/* Programs that mean no good, each a process of its own that goes on until it is ended. What they
 * send is drawn from a seed. They come from 127.0.0.2 where that matters, people from 127.0.0.1, so
 * that limits for each address do not meet the people. */

#include <stdint.h>
#include <sys/types.h>

enum hostile_kind {
    HOSTILE_RUBBISH,  /* comes in with a code, then seals rubbish as fast as it can; comes back when
                       * it is hung up on */
    HOSTILE_COMMANDS, /* the same with well-formed commands */
    HOSTILE_DATAGRAMS, /* raw datagrams of any bytes, some with the beginning of a real one */
    HOSTILE_HALF_OPEN, /* a thousand connections, none of which says a word */
};

enum { HOSTILE_CONNECTIONS = 1000 };

struct hostile_counts {
    volatile uint64_t sent, came_in, hung_up;
};

struct hostile {
    pid_t pid;
    struct hostile_counts *counts; /* readable after the end */
};

void hostile_start(struct hostile *hostile, enum hostile_kind kind, uint16_t port, const char *code,
                   uint64_t seed);
void hostile_stop(struct hostile *hostile);

#endif
