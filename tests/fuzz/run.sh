#!/usr/bin/env bash
# Runs one target for so many seconds: run.sh PROGRAM SECONDS [OPTION OF LIBFUZZER...]
# What reached something new is kept in the build folder's corpus/NAME, what broke in found/.
set -euo pipefail
program=$1 seconds=$2
shift 2
name=${program##*/fuzz_}
place=$(cd "$(dirname "$program")/../.." && pwd)
corpus=$place/corpus/$name
made=$place/made/$name
rm -rf "$made"
mkdir -p "$corpus" "$made" "$place/found"
export XDG_STATE_HOME=$place/state CMOCKA_TEST_ABORT=1
export ASAN_OPTIONS=detect_stack_use_after_return=0:allocator_may_return_null=1
export UBSAN_OPTIONS=print_stacktrace=1
"$program" --seeds="$made"
kept=$(dirname "$0")/kept/$name
[ -d "$kept" ] || kept=
[ ! -s "$made.words" ] || set -- -dict="$made.words" "$@"
exec "$program" -max_total_time="$seconds" -timeout=30 -report_slow_units=5 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$place/found/$name-" "$@" "$corpus" "$made" $kept
