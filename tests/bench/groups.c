#include "bench/groups.h"

const struct bench_group bench_groups[] = {
    {"files", "roll-up, PDF and XLSX", bench_files},
    {"room-100", "the protocol with 100 seats: joining, votes, changes", bench_room_100},
    {"room-1000", "the same with 1,000, and votes on a slow disk", bench_room_1000},
    {"room-4000", "the same with 4,000, and what a seat takes of memory", bench_room_4000},
    {"idle", "kiosk and client while nothing happens", bench_idle},
    {"frames", "drawing each stage", bench_frames},
    {"starts", "from nothing to the first frame", bench_starts},
};

const unsigned bench_group_count = sizeof bench_groups / sizeof *bench_groups;
