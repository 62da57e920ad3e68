#!/usr/bin/env bash
# The speed gate: instructions per call of a textbook queue, which repeat; wall time does not.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Two horizons of one month are run under callgrind: what they share (start, reading, report)
# cancels out.
# Usage: .ci/instructions.sh PROGRAM. The limit stands in .ci/instructions.limit.
set -eu
export LC_ALL=C
program=$1
here=$(cd "$(dirname "$0")" && pwd)
scenario=$here/../scenarios/textbook/erlang-a.cfg
limit=$(grep -v '^#' "$here/instructions.limit")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Prints "instructions calls" of a run over that many days.
count() {
    valgrind --tool=callgrind --callgrind-out-file="$scratch/out" "$program" run "$scenario" \
        --threads 1 --replications 1 --set "horizon.days=$1" --json - \
        >"$scratch/json" 2>"$scratch/talk" || {
        cat "$scratch/talk" >&2
        return 1
    }
    echo "$(awk '/^(summary|totals):/ { print $2; exit }' "$scratch/out")" \
        "$(jq -r .measures.offered.value "$scratch/json")"
}

short=$(count 10)
long=$(count 31)
awk -v short="$short" -v long="$long" -v limit="$limit" 'BEGIN {
    split(short, s, " "); split(long, l, " ")
    if (!(l[2] > s[2])) { print "no calls were counted: " short ", " long; exit 1 }
    per_call = (l[1] - s[1]) / (l[2] - s[2])
    printf "%.0f instructions per call (limit %d), over %d calls\n", per_call, limit, l[2] - s[2]
    exit per_call > limit
}'
