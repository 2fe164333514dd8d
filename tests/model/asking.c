#include "model/asking.h"

void asking_open(struct bench *b)
{
    bench_open_workshop(b);
    bench_schools(b, 3);
    bench_code(b, CODE_ROOM, 0, 0);
}

void asking_come_in(struct bench *b, seat_id people[ASKING_PEOPLE], struct live *live)
{
    for (unsigned i = 0; i < ASKING_PEOPLE - 1; i++)
        people[i] = bench_join(b, CODE_SCHOOL, (school_id)(1 + i / 2));
    people[ASKING_PEOPLE - 1] = bench_join(b, CODE_ROOM, 0);
    for (unsigned i = 0; i < ASKING_PEOPLE; i++)
        live->presence[people[i]] = PRESENCE_HERE;
}

void asking_read(struct bench *b, const seat_id people[ASKING_PEOPLE], unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        bench_must(b, people[i], ask_slip(SLIP_READING, 1, 0, (uint8_t)(3 + i)));
}
