#!/usr/bin/env bash
# The speed gates: instructions, which repeat, where wall time does not.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Instructions per call of a textbook queue, and of one replication of the Nord's month with all that
# follows an answer. Each is run twice under callgrind, shorter and longer (the horizons are of one
# month): what both share (start, reading, report) cancels out.
# Usage: .ci/instructions.sh PROGRAM. The limits stand in .ci/instructions.limit.
set -eu
export LC_ALL=C
program=$1
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# limit NAME: the number beside it.
limit() {
    awk -v name="$1" '$1 == name { print $2 }' "$here/instructions.limit"
}

# count SCENARIO OPTION...: prints "instructions calls replications" of a run.
count() {
    local scenario=$here/../scenarios/$1
    shift
    valgrind --tool=callgrind --callgrind-out-file="$scratch/out" "$program" run "$scenario" \
        --threads 1 "$@" --json - >"$scratch/json" 2>"$scratch/talk" || {
        cat "$scratch/talk" >&2
        return 1
    }
    echo "$(awk '/^(summary|totals):/ { print $2; exit }' "$scratch/out")" \
        "$(jq -r '"\(.measures.offered.value) \(.replications)"' "$scratch/json")"
}

# gate NAME FIELD SHORT LONG: more instructions over more of what the field of both counts.
gate() {
    awk -v name="$1" -v field="$2" -v short="$3" -v long="$4" -v limit="$(limit "$1")" 'BEGIN {
        split(short, s, " "); split(long, l, " ")
        if (!limit || !(l[field] > s[field])) {
            print "nothing to compare: " name ", limit " limit ", " short ", " long
            exit 1
        }
        per = (l[1] - s[1]) / (l[field] - s[field])
        printf "%.0f instructions per %s (limit %d), over %d\n", per, name, limit, \
            l[field] - s[field]
        exit per > limit
    }'
}

calls=textbook/erlang-a.cfg
month=nord/centre-2017.cfg
short=$(count $calls --replications 1 --set horizon.days=10)
long=$(count $calls --replications 1 --set horizon.days=31)
failed=0
gate call 2 "$short" "$long" || failed=1
short=$(count $month --replications 2)
long=$(count $month --replications 12)
gate replication 3 "$short" "$long" || failed=1
exit $failed
