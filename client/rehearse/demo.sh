#!/usr/bin/env bash
# Plays ten schools and a facilitator through the example workshop, over the real protocol:
#   demo.sh BUILD_FOLDER OUTPUT_FOLDER
# With a display the kiosk opens full-screen and the room comes alive within a minute: hopes, "Have
# you ever...?", the grid, findings, notes, readings, votes, a plan, evaluation. Without one it runs headless and
# leaves a picture of every stage in OUTPUT_FOLDER, light, and dark in OUTPUT_FOLDER/dark.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
build=$1 output=$2
mkdir -p "$output"
rm -rf "$output"/*.png "$output/dark" "$output/cues" "$output/export" "$output/riverside.plenary"* "$output/riverside copies" "$output/seats"
file=$output/riverside.plenary
codes=$output/codes.txt
cues=$output/cues # what the facilitator has opened: a file for each
mkdir -p "$cues"

screen=(--headless)
[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || screen=()

# Begun, and the review of some years ago brought in beside it, before the room is let in.
"$build/plenary-kiosk" "$file" --new cluster-workshop --title "Riverside cluster" \
    --import "$here/assets/examples/riverside.csv" --print-codes --port 0 --headless >"$codes" &
kiosk=$!
for _ in $(seq 100); do
    grep -q 'school="Juniper"' "$codes" && break
    kill -0 "$kiosk" 2>/dev/null || exit 1
    sleep 0.1
done
kill "$kiosk" && wait "$kiosk"
"$build/plenary-kiosk" bring-review "$file" "$here/assets/examples/riverside-2008.csv" \
    --on 2008-05-14 --title "May 2008"
"$build/plenary-kiosk" "$file" --print-codes --port 0 ${screen[@]+"${screen[@]}"} >"$codes" &
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

cue() { sleep 1 && touch "$cues/$1"; }
upon() { # upon CUE ARRIVES: some answer sooner than others
    until [ -e "$cues/$1" ]; do
        kill -0 "$kiosk" 2>/dev/null || exit 0
        sleep 0.2
    done
    sleep "0.$(($2 * 7 % 10))"
}

# The number of the note, or of the action, that begins like this.
note_of() { sed -n "s/^note id=\([0-9]*\) .* text=\"$1.*/\1/p" "$output/facilitator.log" | tail -1; }
action_of() { sed -n "s/^action id=\([0-9]*\) .* text=\"$1.*/\1/p" "$output/facilitator.log" | tail -1; }

hopes=("See that others have the same worries" "An idea for breakfast club" "Know who to ring about parents' evenings"
    "Less paper, not more" "Two things we can really do" "Somebody to share a coordinator with"
    "Hear what works at Castle" "Understand our own numbers" "A date for the next meeting" "Time to think")
concerns=("Impact measurement: we count heads, not what changes" "Funding: the taxi costs more than the club"
    "Impact measurement: nobody asks us for it" "Funding: one year at a time is no plan"
    "Multi-agency training: we never meet the health visitors" "Cluster arrangements: who decides between meetings?"
    "Impact measurement: governors want proof" "Local plans: we hear of them too late"
    "Funding: bid once, report once" "Consultation: the same parents every time")
starred=("Impact measurement: we count heads" "Funding: bid once" "Multi-agency training" "Impact measurement: governors")
suggestions=("Ask ten children in June what they would miss" "One bid for all ten schools, written at Castle"
    "Invite the health visitors to a staff meeting" "A page a term, the same for everybody")
# Three dots each; at Elms two people vote at one laptop. The third place is shared: a run-off.
dots=("10:2 9:1" "10:1 9:1 6:1" "10:3" "9:2 4:1" "10:1 3:1 6:1" "9:2 8:1" "10:1 6:2" "10:1 3:2" "10:1 9:1 3:1"
    "10:2 5:1")
proposals=("Ashby and Birch try one booking form" "Ask the council for a three-year promise"
    "Castle shows its impact sheet to all of us" "Ten children in each school say what they would miss"
    "Ask parents who have never come" "Fern and Grange share a coordinator" "One bid for all ten schools"
    "A training day with the nurses and health visitors" "A parents' page on the cluster's web site"
    "A list of who does what, kept by one person")
details=("condition=4 owner=me due=\"28 March\" helpers=Birch" "condition=9 level=la"
    "condition=10 owner=me due=\"14 June\"" "condition=10 level=school owner=me due=\"30 June\""
    "condition=1 level=school due=\"end of May\"" "condition=9 owner=me helpers=Grange"
    "condition=9 owner=school due=\"1 May\" resources=\"Three afternoons\""
    "condition=6 due=\"end of April\" measure=\"Who comes, and who rings whom\"" "condition=7"
    "condition=5 owner=me due=\"31 January\"")
gains=(3 4 5 5 4 3 5 4 2 2) efforts=(2 5 1 2 2 4 4 3 3 1)
adopted=("One bid" "Castle shows" "Ten children" "A training day" "Ashby and Birch" "Ask the council" "Settle on one way")
comments=("Honest talk, no league table" "More time in threes, please" "We know what to do on Monday"
    "The room was cold" "Good to hear from the small schools")

# What a school thinks that each action brings and takes.
weighed() { # weighed ARRIVES
    for i in {0..7} 9; do # 8 has become part of another
        gain=$((gains[i] + ($1 + i) % 3 - 1)) effort=$((efforts[i] + ($1 * 2 + i) % 3 - 1))
        echo -n "$(action_of "${proposals[i]}"):$((gain < 1 ? 1 : gain > 5 ? 5 : gain))/$((effort < 1 ? 1 : effort > 5 ? 5 : effort)) "
    done
}

# A school comes in, says yes to names, puts forward where it is and where it wants to be, and takes
# part in what follows.
school() { # school ARRIVES COLUMN
    sleep "$((3 + $1))"
    echo "consent yes"
    [ "$1" -eq 4 ] && echo "share 2"
    sleep 2
    for condition in 1 2 3 4 5 6 7 8 9 10; do
        now=$(cut -d, -f"$2" "$here/assets/examples/riverside.csv" | sed -n "$((condition + 1))p")
        target=$((now < 8 ? now + 2 : 10))
        echo "rate $condition $now $target 12"
        sleep "0.$((3 + RANDOM % 4))"
    done
    upon hopes "$1" && echo "note add expectations 1 ${hopes[$1]}"
    upon question "$1" && echo "have-you-ever $([ $(($1 % 3)) -eq 0 ] && echo no || echo yes)"
    upon priorities "$1" && echo "note add priorities $((1 + $1 % 3)) ${concerns[$1]}"
    upon dealt "$1" && [ "$1" -lt 4 ] && echo "note suggest $(note_of "${starred[$1]}") ${suggestions[$1]}"
    upon reading "$1" && echo "reading $((2 + $1 * 7 % 8))"
    upon dots "$1" && echo "vote 1 on ${dots[$1]}"
    [ "$1" -eq 4 ] && echo "vote 1 on 10:2 1:1 as 2"
    upon tie "$1" && echo "vote 3 on $([ $(($1 % 3)) -eq 0 ] && echo 3:3 || echo 6:3)"
    upon actions "$1" && echo "action propose \"${proposals[$1]}\" ${details[$1]}"
    upon support "$1"
    for other in $((($1 + 1) % 10)) $(($1 * 3 % 10)) 6; do
        [ "$other" -eq "$1" ] || echo "action support $(action_of "${proposals[$other]}")"
    done
    upon scores "$1" && echo "vote 2 on $(weighed "$1")"
    upon asked "$1" && [ "$1" -eq 7 ] && echo "action accept $(action_of "${proposals[7]}")"
    upon objectives "$1"
    for objective in 1 2 3; do
        answer=yes
        [ $((($1 + objective) % 4)) -eq 0 ] && answer=mostly
        [ $((($1 + 2 * objective) % 9)) -eq 0 ] && answer=not-yet
        echo "objective $objective $answer"
    done
    upon comments "$1" && [ "$1" -lt 5 ] && echo "note add comments $((1 + $1 % 2)) ${comments[$1]}"
    stay
}

names=(Ashby Birch Castle Dene Elms Fern Grange Hilltop Ingle Juniper)
for i in "${!names[@]}"; do
    school "$i" "$((i + 2))" | join "${names[$i]}" "$(code_of "school school=\"${names[$i]}\"")" &
    done

# The facilitator goes through the agenda and agrees row by row what has been put forward.
facilitate() {
    sleep 13
    echo goto 1 # welcome
    sleep 3
    echo goto 1.2 # what we hope for
    cue hopes
    sleep 3
    echo goto 1.3 # have you ever
    echo "round open icebreaker 2"
    cue question
    sleep 3
    echo "round show icebreaker 2"
    sleep 2
    echo goto 2 # key findings
    sleep 2
    echo goto 2.2 # the grid
    sleep 2
    for condition in 1 2 3 4 5 6 7 8 9 10; do
        echo "view focus $condition"
        for name in "${names[@]}"; do
            echo "agree $name $condition"
            sleep 0.05
        done
    done
    echo "view focus 0"
    echo "view then cells" # beside what it was in 2008
    sleep 3
    echo "view then lines"
    sleep 3
    echo "view then off"
    echo goto 2.3 # in words
    echo "finding la priority 10"
    echo "finding la priority 9"
    sleep 3
    echo goto 3.2 # priorities, in twos and threes
    cue priorities
    sleep 3
    for note in "${starred[@]}"; do echo "note star $(note_of "$note")"; done
    echo "deal priorities 4"
    cue dealt
    sleep 3
    echo goto 3.3
    echo "view note $(note_of "${starred[0]}")"
    sleep 2
    echo goto 3.4 # one condition, rated together
    echo "round open reading 10"
    cue reading
    sleep 3
    echo "round show reading 10"
    sleep 2
    echo goto 3.5 # what to work on first: dots
    echo "ballot open 1"
    cue dots
    sleep 2
    echo "paper add 1 on 10:1 9:2"
    sleep 1
    echo "ballot close 1 anyway"
    sleep 1
    echo "ballot reveal 1"
    sleep 2
    echo "ballot run-off 1" # of the third place
    echo "view ballot 3"
    echo "ballot open 3"
    cue tie
    sleep 2
    echo "ballot close 3 anyway"
    echo "ballot reveal 3"
    sleep 2
    echo "priorities are 10 9 6"
    echo goto 3.6 # the local authority
    echo "finding answer priority 10 We lend every school the county's questionnaire and read the answers with you."
    sleep 2
    echo goto 4.2 # what we will do
    cue actions
    sleep 3
    for action in "${proposals[@]}"; do echo "action approve $(action_of "$action")"; done
    echo "action propose idea=10 owner=Castle"
    cue support
    sleep 2
    echo "action merge $(action_of "A parents' page") $(action_of "Ask parents")"
    echo goto 4.3 # what each would bring, and take
    echo "ballot open 2"
    cue scores
    sleep 3
    echo "ballot close 2 anyway"
    echo "ballot reveal 2"
    sleep 2
    echo goto 4.4 # the plan
    for action in "${adopted[@]}"; do echo "action adopt $(action_of "$action")"; done
    echo "action change $(action_of "A training day") owner=Hilltop"
    echo "action park $(action_of "A list of who")"
    cue asked
    sleep 2
    echo "actions loose"
    echo goto 5.2 # what we set out to do
    echo "round open objective"
    cue objectives
    sleep 3
    echo "round show objective"
    sleep 2
    echo goto 5.3
    cue comments
    sleep 3
    echo goto 5.4
    echo "note add parked 1 Who pays for the minibus after July?"
    echo "note add parked 2 The hall's heating"
    sleep 2
    echo goto 2.2
    cue over
    stay
}
facilitate | join facilitator "$(code_of facilitator)" &

if [ ${#screen[@]} -eq 0 ]; then
    echo "Keys: ? shows them, Ctrl+Q leaves."
    wait "$kiosk"
else
    echo "There is no display here: ten schools go through the workshop headless, in two minutes."
    for _ in $(seq 400); do
        [ -e "$cues/over" ] && break
        sleep 0.5
    done
    sleep 1
    finish
    "$build/plenary-kiosk" "$file" --screenshots "$output"
    "$build/plenary-kiosk" "$file" --screenshots "$output/dark" --theme dark
    "$build/plenary-kiosk" export "$file" --all "$output/export"
    echo "The pictures of every stage are in $output, what people take home in $output/export."
fi
