#include "bench/groups.h"

const struct bench_group bench_groups[] = {
    {"files", bench_files},         {"room-100", bench_room_100}, {"room-1000", bench_room_1000},
    {"room-4000", bench_room_4000}, {"idle", bench_idle},         {"frames", bench_frames},
    {"starts", bench_starts},
};

const unsigned bench_group_count = sizeof bench_groups / sizeof *bench_groups;
