#!/usr/bin/env bash
# Each shipped scenario against its baseline: "check" tells what has changed, "update" writes anew.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# bash tests/baselines/each.sh check|update; DECROCHE is the program, ./decroche where not given.
# The same seed as in the baseline: what has not changed is the same to the last digit.
set -u
export LC_ALL=C.UTF-8
unset LANGUAGE LC_MESSAGES LANG
cd "$(dirname "$0")/../.." || exit 3
program=${DECROCHE:-./decroche}
replications=10
failed=0

scenarios() {
    find scenarios -name '*.cfg' -not -path '*/samples/*' | sort
}

baseline() {
    echo "tests/baselines/$(basename "$1" .cfg).json"
}

check() {
    local scenario told
    scenarios | while read -r scenario; do
        told=$("$program" check "$scenario" --against "$(baseline "$scenario")" 2>&1) ||
            printf 'not ok: %s\n%s\n\n' "$scenario" "$told"
    done
}

update() {
    scenarios | while read -r scenario; do
        "$program" check "$scenario" --against "$(baseline "$scenario")" --update \
            --replications $replications 2>/dev/null || echo "not ok: $scenario"
    done
}

# Baselines that no scenario has any more.
left_over() {
    comm -13 <(scenarios | while read -r scenario; do baseline "$scenario"; done | sort) \
        <(find tests/baselines -name '*.json' | sort)
}

case ${1-} in
check)
    told=$(check; left_over | sed 's/$/: no scenario has this name/')
    [ -z "$told" ] || failed=1
    [ $failed = 0 ] || printf '%s\n' "$told" \
        "Where this is meant: bash tests/baselines/update.sh, and commit what it writes."
    ;;
update)
    left_over | while read -r file; do rm -- "$file"; done
    update
    ;;
*)
    echo "usage: bash tests/baselines/each.sh check|update" >&2
    exit 2
    ;;
esac
exit $failed
