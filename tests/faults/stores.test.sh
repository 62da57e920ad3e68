#!/usr/bin/env bash
# Stores: killed at any moment, shared, full, read-only, damaged, of another: nothing is lost but
# what was in hand, and nothing is made twice.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"
sed 's/days = 2/days = 60/; s/rate = 10/rate = 20/' ok.cfg >month.cfg
runs=150
long=(run month.cfg --replications "$runs" --threads 2)
began=${EPOCHREALTIME/./}
"$program" "${long[@]}" --json wanted.json >/dev/null
eighth_us=$(((${EPOCHREALTIME/./} - began) / 8))

# The rows of a store, however it stands, and how many of them are of one number.
rows() {
    "$program" history "$1" 2>/dev/null | sed -n 's/^ *1  *\([0-9]*\) \/ .*/\1/p'
}

# ---- killed 50 times, within the first eighth of the time it takes; every start goes on
set -m
before=0 kills=0
for i in $(seq 50); do
    "$program" "${long[@]}" --store killed.sqlite >/dev/null 2>&1 </dev/null &
    sleep "$(printf '0.%06d' $((eighth_us * (RANDOM % 100) / 100)))"
    kill -KILL $! 2>/dev/null && kills=$((kills + 1))
    wait $! 2>/dev/null
    after=$(rows killed.sqlite)
    [ "${after:-0}" -ge "$before" ] || not_ok "kill $i: $before rows, then $after"
    before=${after:-0}
done
set +m
[ "$kills" -gt 0 ] || not_ok "nothing was killed"
[ "$before" -gt 0 ] || not_ok "no row was kept in 50 starts"
run "${long[@]}" --store killed.sqlite --json after.json
expect "killed 50 times" 0 "$before replications read, $((runs - before)) made and kept"
cmp -s wanted.json after.json || not_ok "after 50 kills the results differ"

# ---- four processes on one store, from the first moment: each row is made once
for i in 1 2 3 4; do
    "$program" "${long[@]}" --store shared.sqlite --json "shared$i.json" >/dev/null 2>"told$i" &
done
wait
made=0
for i in 1 2 3 4; do
    cmp -s wanted.json "shared$i.json" || not_ok "process $i on the shared store: other results"
    n=$(sed -n 's/.*read, \([0-9]*\) made.*/\1/p' "told$i")
    made=$((made + ${n:-0}))
done
is "four processes make each row once" "$made" "$runs"
is "and it has as many rows" "$(rows shared.sqlite)" "$runs"
is "a store at rest is one file" "$(find . -name 'shared.sqlite*')" ./shared.sqlite

# One that dies with rows in hand: its partner makes them.
set -m
"$program" "${long[@]}" --store pair.sqlite >/dev/null 2>&1 </dev/null &
first=$!
"$program" "${long[@]}" --store pair.sqlite --json pair.json >/dev/null 2>&1 </dev/null &
second=$!
sleep 0.05
kill -KILL $first 2>/dev/null
wait $second || not_ok "the partner of a killed one fails"
wait $first 2>/dev/null
set +m
cmp -s wanted.json pair.json || not_ok "the partner of a killed one has other results"

# ---- whose it is
run run ok.cfg --store shared.sqlite
refuse "another scenario" "shared.sqlite: is the store of another scenario (got month (" "ok ("
run "${long[@]}" --set groups.a.agents=4 --store shared.sqlite
refuse "the same with another value" "is the store of another scenario"
run "${long[@]}" --seed 2 --store shared.sqlite --json seed2.json
expect "another seed has rows of its own" 0 "0 replications read, $runs made and kept"
is "the history has both" "$("$program" history shared.sqlite | grep -c " $runs / $runs ")" 2
run history shared.sqlite --lang fr
has "the history in French" "$out" "Dépôt de month"

# ---- what is no store
printf 'no database, but a text of some length\n' >text.sqlite
head -c 5000 shared.sqlite >cut.sqlite
cp shared.sqlite holes.sqlite
dd if=/dev/urandom of=holes.sqlite bs=1024 seek=9 count=60 conv=notrunc 2>/dev/null
for file in text cut holes; do
    before=$(cksum <"$file.sqlite")
    for command in "${long[*]} --store" history; do
        # shellcheck disable=SC2086
        run $command "$file.sqlite"
        [ "$file/$command" = holes/history ] || refuse "$command $file" "$file.sqlite: "
    done
    is "$file.sqlite is left as it was" "$(cksum <"$file.sqlite")" "$before"
done
run history none.sqlite
expect "no such store" 2 "none.sqlite: "
[ ! -e none.sqlite ] || not_ok "one was made to be looked at"

# ---- the machine
run "${long[@]}" --store none/x.sqlite
expect "no such folder" 3 "none/x.sqlite: cannot be written"
mkdir folder
run history folder
refuse "a folder that is to be looked at" "folder: this is a folder, not a file"
run "${long[@]}" --store folder
expect "a folder" 3 "folder: cannot be written"
if [ "$(id -u)" != 0 ]; then
    mkdir closed
    cp shared.sqlite closed/old.sqlite
    chmod a-w closed closed/old.sqlite
    run "${long[@]}" --store closed/new.sqlite
    expect "a folder that may not be written to" 3 "closed/new.sqlite: cannot be written"
    run "${long[@]}" --store closed/old.sqlite
    expect "a store that may not be written to" 3 "closed/old.sqlite: cannot be written"
    run history closed/old.sqlite
    expect "its history can be read" 0
fi
# A disk that is full after so many blocks: rows kept before are good, and work goes on later.
out=$(trap '' XFSZ; ulimit -f 300; "$program" "${long[@]}" --store full.sqlite 2>err.txt)
code=$? err=$(cat err.txt)
expect "a full disk" 3 "full.sqlite: cannot be written"
is "it prints no result" "$out" ""
run "${long[@]}" --store full.sqlite --json full.json
expect "with room again it goes on" 0
has "with what it had" "$(rows full.sqlite)" "$runs"
cmp -s wanted.json full.json || not_ok "after a full disk the results differ"
exit $failed
