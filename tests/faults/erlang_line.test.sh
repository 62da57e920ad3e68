#!/usr/bin/env bash
# The calculator as a whole: what it answers, solves, refuses, and says in French.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

# asked WHAT JQ WANTED OPTIONS...: one value of the JSON; numbers to 10 digits.
asked() {
    local what=$1 path=$2 wanted=$3
    shift 3
    run erlang "$@" --json -
    is "$what" "$(jq -r "$path | if type == \"number\" then . * 1e10 | round | . / 1e10 else . end" \
        <<<"$out")" "$wanted"
}
centre="--rate 94/h --handling 4min --patience 5min"

# ---- answers
# shellcheck disable=SC2086
{
    run erlang $centre --agents 7 --lang en
    expect "a plain question" 0
    has "the load" "$out" "load: 6.27 Erlang"
    has "a measure" "$out" "answer rate                        89.9 %  answered / offered"
    has "the threshold" "$out" "answered within 20 s / offered"
    asked "Erlang A" .measures.answer_rate.value 0.8988837673 $centre --agents 7
    asked "the same in other units" .measures.answer_rate.value 0.8988837673 \
        --rate "2256 /day" --handling 240s --patience 300 --agents 7
    asked "a measure is defined" .measures.occupancy.unit 1 $centre --agents 7
    asked "the model" .model a $centre --agents 7
    asked "service level" .measures.service_level.value 0.824004812 \
        --rate 1.6/min --handling 5min --patience 2min --agents 10 --within 20s
}
asked "without patience, Erlang C" .model c --rate 1.6/min --handling 5min --agents 10
asked "Erlang C" .measures.p_wait.value 0.4091801508 --rate 1.6/min --handling 5min --agents 10
asked "Erlang B" .measures.p_blocked.value 0.1216610643 \
    --rate 8/h --handling 1h --agents 10 --model b
asked "extended Erlang B" .measures.p_blocked.value 0.0150397663 \
    --rate 5.5/h --handling 1h --agents 11 --model b --redial .5
asked "lines" .measures.p_blocked.value 0.0370978609 \
    --rate 1.6/min --handling 5min --patience 2min --agents 10 --lines 12
asked "redials" .attempts_per_h 112.1504751797 \
    --rate 1.6/min --handling 5min --patience 2min --agents 8 --redial .6

# ---- solving
# shellcheck disable=SC2086
{
    run erlang $centre --target answer_rate=85% --lang en
    expect "agents for a target" 0
    has "whole and real agents" "$out" "answer rate ≥ 85 %: 7 agents (6.25 exactly)"
    has "the level below and above" "$out" "83.0 %      89.9 %"
    asked "agents" .solved.value 7 $centre --target "answer_rate >= 85 %"
    asked "the level at the floor" '.solved.levels[0].measures.answer_rate' 0.8304516538 \
        $centre --target answer_rate=85%
    asked "with redials" .solved.exact 7.0201805219 $centre --target answer_rate=85% --redial .85
}
asked "rate" .solved.unknown rate --handling 4min --patience 5min --agents 6 --target answer_rate=85%
asked "and it is met" .measures.answer_rate.value 0.85 \
    --handling 4min --patience 5min --agents 6 --target answer_rate=85%
asked "handling" .measures.answer_rate.value 0.85 \
    --rate 94/h --patience 5min --agents 6 --target answer_rate=85%
asked "patience" .measures.answer_rate.value 0.85 \
    --rate 94/h --handling 4min --agents 6 --target answer_rate=85%
asked "two targets" .solved.value 13 --rate 1.6/min --handling 5min \
    --target service_level=80% --target "occupancy<=62 %"
asked "one call, one agent" .solved.value 1 \
    --rate 1/h --handling 4min --patience 5min --target answer_rate=85%

# ---- tables
# shellcheck disable=SC2086
{
    run erlang $centre --table agents=4..12 --lang en
    expect "a table" 0
    is "its rows" "$(grep -cE '^ +[0-9]+ +[0-9.]+ %' <<<"$out")" 9
    asked "a row" '.table[3].measures.answer_rate' 0.8988837673 $centre --table agents=4..12
}
asked "a table that solves" '[.table[].agents] | join(" ")' "5 7 8 9" --handling 4min \
    --patience 5min --table rate=60/h..120/h:20/h --target answer_rate=85% --redial .85

# ---- the answer is no
run erlang --rate 94/h --handling 4min --agents 6 --lang en
expect "no state of rest" 1
has "no state of rest" "$out" "the queue grows"
run erlang --rate 94/h --handling 4min --patience 5min --agents 6 --target answer_rate=85% --lang en
expect "a target missed" 1
has "a target missed" "$out" "answer rate ≥ 85 %: missed"
run erlang --rate 94/h --handling 4min --agents 6 --target occupancy=50%
expect "never met" 1
for unknown in "--agents 7 --rate 94/h" "--agents 7 --handling 4min" "--rate 94/h --handling 4min"; do
    # shellcheck disable=SC2086
    run erlang $unknown --patience 5min --target answer_rate=100% --lang en
    expect "rounding is no meeting: $unknown" 1
    has "rounding is no meeting: $unknown" "$out" "never met"
done
run erlang --rate 94/h --handling 4min --model c --target answer_rate=100% --lang en
has "where nobody leaves all are answered" "$out" "7 agents (6.27 exactly)"
asked "shares are none above 1" "[.measures[] | select(.unit == \"1\") | .value] | max <= 1" true \
    --rate 1e9/h --handling 4min --agents 10 --model b
asked "no state of rest" .at_rest false --rate 94/h --handling 4min --agents 6
asked "and nothing is known" .measures.answer_rate.value null --rate 94/h --handling 4min --agents 6

# ---- refused
run erlang
refuse "nothing at all" "--rate: is not given" "--handling: is not given" "too much is unknown"
run erlang --rate 94/h --agents 7 --lang en
refuse "two unknowns" "--handling: is not given"
run erlang --rate 94/h --handling 4min
refuse "nothing to solve" "--target: nothing says what the unknown is to bring about"
run erlang --rate 94/h --target answer_rate=85%
refuse "two unknowns" "too much is unknown"
run erlang --rate 94/h --handling 4mn --agents x
refuse "units" "--handling: unknown unit (got 4mn" "--agents: not a number" "2 faults"
run erlang --rate 94/h --handling 4min --agents 7 --balk 5 --redial 100%
refuse "ranges" "--balk: out of range" 'such as "85 %"' "--redial: out of range"
run erlang --rate 94/h --handling 4min --agents 7 --lines 5
refuse "lines" "--lines: fewer lines than agents"
run erlang --rate 94/h --handling 4min --target answer=85%
refuse "a measure" "--target: there is no such measure"
run erlang --rate 94/h --handling 4min --target wait_p90=20
refuse "a time without its unit" "--target: the unit of the time is missing"
run erlang --rate 94/h --handling 4min --table agnts=4..12
refuse "a table" "--table: not a range of an input"
run erlang --rate 94/h --handling 4min --table agents=1..9:0.001
refuse "too many rows" "--table: too many rows"
run erlang --rate 94/h --handling 4min --agents 7 --model a
refuse "patience is needed" "--patience: is not given"
run erlang --rate 94/h --handling 4min --agents 7 --rte 3
refuse "a misspelt option" '--rte: there is no such option; did you mean "--rate"?'
run erlang --rate 94/h --handling 4min --agents 7 --patience 3min --model c
expect "an input that is not used" 0 "warning: --patience: is not used by this model"
run erlang --rate 94/h --handling 4min --agents 7 --json nowhere/x.json
expect "no such folder" 3

# ---- French, and numbers of JSON keep their point
run erlang --rate 94/h --handling 4min --patience 5min --target answer_rate=85% --lang fr
expect "French" 0
has "French" "$out" "taux de décroché ≥ 85"
has "French" "$out" "exactement 6,25"
run erlang --rate 94/h --handling 4min --patience 5min --agents 7 --lang fr --json -
printf '%s' "$out" >out.json
is_json "JSON under French is JSON" out.json
exit $failed
