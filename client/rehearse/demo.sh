#!/usr/bin/env bash
# Plays ten schools and a facilitator on the example workshop, over the real protocol:
#   demo.sh BUILD_FOLDER OUTPUT_FOLDER
# With a display the kiosk opens full-screen and the grid comes alive within a minute. Without one
# it runs headless and leaves a picture of every stage in OUTPUT_FOLDER.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
build=$1 output=$2
mkdir -p "$output"
rm -rf "$output"/*.png "$output/riverside.plenary"* "$output/riverside copies" "$output/seats"
file=$output/riverside.plenary
codes=$output/codes.txt

screen=(--headless)
[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || screen=()

"$build/plenary-kiosk" "$file" --new cluster-workshop --title "Riverside cluster" \
    --import "$here/assets/examples/riverside.csv" --print-codes --port 0 ${screen[@]+"${screen[@]}"} >"$codes" &
kiosk=$!
finish() {
    kill "$kiosk" 2>/dev/null || true
    wait
}
trap finish EXIT

for _ in $(seq 100); do
    grep -q 'school="Juniper"' "$codes" && break
    kill -0 "$kiosk" 2>/dev/null || exit 1
    sleep 0.1
done
port=$(sed -n 's/^listening port=//p' "$codes")
code_of() { sed -n "s/^code kind=$1 code=//p" "$codes"; }

join() { # join WHO CODE: lines on standard input become one participant's session
    "$build/plenary-client" --text --join "$2" --at "127.0.0.1:$port" --state "$output/seats/$1" \
        --name "$1" >"$output/$1.log"
}

# Everybody stays until the kiosk ends.
stay() { tail --pid="$kiosk" -f /dev/null; }

# A school comes in, says yes to names, and puts forward where it is and where it wants to be.
school() { # school ARRIVES COLUMN
    sleep "$((6 + $1))"
    echo "consent yes"
    sleep 3
    for condition in 1 2 3 4 5 6 7 8 9 10; do
        now=$(cut -d, -f"$2" "$here/assets/examples/riverside.csv" | sed -n "$((condition + 1))p")
        target=$((now < 8 ? now + 2 : 10))
        echo "rate $condition $now $target 12"
        sleep "1.$((RANDOM % 5))"
    done
    stay
}

names=(Ashby Birch Castle Dene Elms Fern Grange Hilltop Ingle Juniper)
for i in "${!names[@]}"; do
    school "$i" "$((i + 2))" | join "${names[$i]}" "$(code_of "school school=\"${names[$i]}\"")" &
    done

# The facilitator opens the meeting, shows the grid, and agrees row by row what has been put
# forward.
facilitate() {
    sleep 9
    echo goto 1 # welcome
    sleep 4
    echo goto 2 # key findings
    sleep 3
    echo goto 2.2 # the grid
    sleep 4
    for condition in 1 2 3 4 5 6 7 8 9 10; do
        echo "view focus $condition"
        for name in "${names[@]}"; do
            echo "agree $name $condition"
            sleep 0.15
        done
    done
    echo "view focus 0"
    stay
}
facilitate | join facilitator "$(code_of facilitator)" &

if [ ${#screen[@]} -eq 0 ]; then
    echo "Keys: ? shows them, Ctrl+Q leaves."
    wait "$kiosk"
else
    echo "There is no display here: ten schools rate and agree headless, which takes half a minute."
    for _ in $(seq 120); do
        tail -n 3 "$output/facilitator.log" 2>/dev/null | grep -q 'focus=0' && break
        sleep 0.5
    done
    finish
    "$build/plenary-kiosk" "$file" --screenshots "$output"
    echo "The pictures of every stage are in $output."
fi
