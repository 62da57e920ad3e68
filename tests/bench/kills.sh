#!/usr/bin/env bash
# Kills a run with a store at random until 50 of them died at work, and says what was lost.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: kills.sh [KILLS] [SCENARIO] [THREADS]; DECROCHE is the program. Exits 1 where anything
# was lost but what was in hand, or where the end has other bytes than a run without a store.
set -u
kills=${1:-50}
tree=$(cd "$(dirname "$0")/../.." && pwd)
scenario=$(readlink -f "${2:-$tree/scenarios/nord/centre-2017.cfg}")
threads=${3:-2}
program=$(readlink -f "${DECROCHE:-$tree/build/release/decroche}")
scratch=$(mktemp -d) || exit 3
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 3

line=(run "$scenario" --threads "$threads" --replications)
run() {
    "$program" "${line[@]}" "$@"
}

rows() {
    "$program" history s.sqlite 2>/dev/null | sed -n 's/^ *[0-9]*  *\([0-9]*\) \/ .*/\1/p'
}

# As many replications as take 40 seconds: each start works for less than a second of it.
began=${EPOCHREALTIME/./}
run 20 --json /dev/null >/dev/null || exit 3
n=$((20 * 40000000 / (${EPOCHREALTIME/./} - began)))

died=0 starts=0 most=0 bad=0 before=0 empty=0
set -m
while [ "$died" -lt "$kills" ] && [ "$starts" -lt $((4 * kills)) ]; do
    # The program itself, not a shell around it: that would be killed in its place.
    "$program" "${line[@]}" "$n" --store s.sqlite >/dev/null 2>&1 </dev/null &
    sleep "0.$(printf '%03d' $((RANDOM % 900)))"
    kill -KILL $! 2>/dev/null
    wait $! 2>/dev/null
    [ $? = 137 ] && died=$((died + 1))
    starts=$((starts + 1))
    after=$(rows)
    after=${after:-0}
    [ "$after" -ge "$before" ] || bad=$((bad + 1))
    [ "$after" -gt "$before" ] || empty=$((empty + 1))
    [ $((after - before)) -le "$most" ] || most=$((after - before))
    before=$after
done
set +m
echo "$(basename "$scenario"), $threads threads: $starts starts, $died killed at work"
echo "rows kept: $before of $n; at most $most in one start; $empty starts kept none; lost after a kill: $bad times"
run "$n" --store s.sqlite --json after.json >/dev/null 2>told || exit 3
cat told
grep -q "$before replications read, $((n - before)) made and kept" told || bad=$((bad + 1))
run "$n" --json wanted.json >/dev/null || exit 3
if cmp -s wanted.json after.json; then
    echo "the same bytes as without a store"
else
    echo "OTHER BYTES than without a store"
    bad=$((bad + 1))
fi
[ "$bad" = 0 ] && [ "$died" -ge "$kills" ]
