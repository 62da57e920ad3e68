#!/usr/bin/env bash
# How often a check against a baseline cries wolf, and how often it hears one: by hand, minutes.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# bash tests/bench/regressions.sh [SCENARIO] [PAIRS] [REPLICATIONS]. Each pair has two seeds of its
# own, so that nothing is shared: of one the baseline is written, the other is held against it, as
# it is and with 1 % more handling time.
set -eu
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/../.."
program=${DECROCHE:-./decroche}
scenario=${1:-scenarios/nord/centre-2017.cfg}
pairs=${2:-300}
replications=${3:-100}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The mean as it stands in the scenario, in seconds, and 1 % more.
"$program" run "$scenario" --replications 2 --json - 2>/dev/null >"$scratch/json"
more=$(jq '.inputs["handling.mean"].value * 1.01' "$scratch/json")

cried=0 heard=0
for i in $(seq "$pairs"); do
    file=$scratch/$i.json
    "$program" check "$scenario" --against "$file" --update --seed $((2 * i)) \
        --replications "$replications" >/dev/null
    "$program" check "$scenario" --against "$file" --seed $((2 * i + 1)) >"$scratch/told" ||
        { cried=$((cried + 1)); sed -n '4,$p' "$scratch/told" >&2; }
    ! "$program" check "$scenario" --against "$file" --seed $((2 * i + 1)) \
        --set "handling.mean=$more" >"$scratch/told" &&
        grep -q '^  handling time' "$scratch/told" && heard=$((heard + 1))
    rm -f "$file"
done
echo "$scenario, $replications replications: of $pairs pairs without a change $cried fail;" \
    "with 1 % more handling time $heard are caught"
