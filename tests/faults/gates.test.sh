#!/usr/bin/env bash
# Gates: a run exits 1 for a target that is missed beyond its interval, and for nothing else.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"
gate() {
    local targets=$1
    shift
    run run ok.cfg --replications 40 --gate --set "targets=($targets)" "$@"
}
# Its offered calls are counted exactly: the interval is known from a run without a gate.
run run ok.cfg --replications 40 --json -
low=$(jq '.measures.offered.low | floor' <<<"$out")
mean=$(jq '.measures.offered.value | round' <<<"$out")
high=$(jq '.measures.offered.high | ceil' <<<"$out")

gate "\"offered <= $low\""
is "missed beyond the interval" "$code" 1
has "it says so" "$out" "offered, $low or less: MISSED ("
gate "\"offered >= $high\""
is "missed on the other side" "$code" 1
gate "\"offered <= $high\", \"offered >= $low\""
is "met" "$code" 0
has "both are met" "$out" "Targets: 2 met, 0 missed, 0 not shown"
gate "\"offered >= $mean\", \"offered <= $mean\""
is "within the interval" "$code" 0
has "neither is shown" "$out" "Targets: 0 met, 0 missed, 2 not shown"
gate "\"offered <= $high\", \"offered <= $low\", \"offered >= $mean\""
is "one missed closes the gate" "$code" 1
has "each is told" "$out" "Targets: 1 met, 1 missed, 1 not shown"
gate "\"offered <= $low\"" --replications 1
is "one run has no interval" "$code" 0
has "and shows nothing" "$out" "Targets: 0 met, 0 missed, 1 not shown"
gate "\"wait_abandoned_mean <= 1 s\"" --set groups.a.agents=200
is "what is undefined" "$code" 0
has "is not shown" "$out" "not shown, undefined here"
gate "\"offered <= $low\"" --json -
is "beside a JSON" "$code" 1
printf '%s' "$out" >gate.json
is_json "stdout is left to the JSON" gate.json
has "the gate talks on stderr" "$err" "MISSED"
gate "\"offered <= $low\"" --lang fr
has "in French" "$out" "MANQUÉ"
gate ""
refuse "a gate without a target" "--gate: the scenario has no target"
run run ok.cfg --replications 40 --set "targets=(\"offered <= $low\")"
is "without --gate a missed target is an answer" "$code" 0
exit $failed
