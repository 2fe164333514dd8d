#include "bench/groups.h"

const struct bench_group bench_groups[] = {
    {"files", bench_files},
    {"room", bench_room},
};

const unsigned bench_group_count = sizeof bench_groups / sizeof *bench_groups;
