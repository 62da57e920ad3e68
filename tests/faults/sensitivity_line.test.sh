#!/usr/bin/env bash
# Assumptions tried on their ranges: what moves, where a decision turns, what is refused, French.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"
printf '%stargets = ( "answer_rate >= 90 %%" ); message = { balking = "0 %%"; };\n' "$least" >base.cfg
sed -i 's/rate = 10/rate = 30/' base.cfg
printf 'based_on = "base.cfg"; groups = ( { name = "a"; agents = 4; } );\n' >four.cfg

tried() {
    run sensitivity "$@" --replications 20 --json -
    printf '%s' "$out" >tried.json
}
input() {
    jq -c ".inputs[] | select(.input == \"$1\") | $2" tried.json
}

# ---- one scenario
tried base.cfg
expect "declared ranges" 0
is_json "JSON" tried.json
is "an assumption is among them" "$(input patience.mean '[.stands_at, .low.input, .high.input]')" \
    "[300,120,1800]"
is "what is switched off is not" "$(jq '[.inputs[].input, .without_effect[]] |
    any(. == "message.balking" or . == "wrong_line.probability")' tried.json)" false
is "what nothing hangs on" "$(jq '.without_effect | any(. == "requests.status")' tried.json)" true
is "the longest first" "$(jq -c '[.inputs[].swing] | . == (sort | reverse)' tried.json)" true
is "longer calls are worse" "$(input handling.mean '.low.value > .high.value')" true
is "the target turns within the range" \
    "$(input handling.mean '.turns_at.input > 150 and .turns_at.input < 360')" true

# At the turn the target is just kept: run there, on the same chances.
turn=$(input handling.mean .turns_at.input)
run run base.cfg --replications 20 --set "handling.mean=$turn" --json -
is "at the turn the rate is the target's" \
    "$(jq '(.measures.answer_rate.value - 0.9 | fabs) < 0.004' <<<"$out")" true
run run base.cfg --replications 20 --set "patience.mean=30 min" --json -
is "an end of the range is a run of its own" "$(input patience.mean .high.value)" \
    "$(jq .measures.answer_rate.value <<<"$out")"
cp tried.json first.json
run sensitivity base.cfg --replications 20 --threads 5 --json -
is "five threads give the same bytes" "$out" "$(cat first.json)"

# ---- against an option
tried base.cfg four.cfg --range "handling.mean=100 s..10 min" --measure cost_per_need_reached
is "the option costs more a need" "$(jq '.stands.value > 0' tried.json)" true
is "one range" "$(jq -c '[.inputs[].input]' tried.json)" '["handling.mean"]'
tried base.cfg four.cfg --range "groups.a.agents=2..6" --measure answer_rate
is "the same staff, no difference" "$(input groups.a.agents '[.low.value, .high.value]')" "[0,0]"

# ---- factors
tried base.cfg --range "groups.*.agents=x0.34..x2" --range "redial.fir*=x0.5..x40"
is "factors of where it stands" "$(input groups.a.agents '[.stands_at, .low.text, .high.input]')" \
    '[1,"x0.34",2]'
run run base.cfg --replications 20 --set groups.a.agents=6 --json -
is "twice the agents" "$(input groups.a.agents .high.value)" "$(jq .measures.answer_rate.value <<<"$out")"
run run base.cfg --replications 20 --set "redial.first=100 %" --json -
is "no further than the key allows" "$(input redial.first .high.value)" \
    "$(jq .measures.answer_rate.value <<<"$out")"
run sensitivity base.cfg --range "*.nothing=x1..x2"
refuse "a star that names nothing" "not a number of this scenario"
run sensitivity base.cfg --range "handling.*=x1..x2"
refuse "several kinds" "names inputs of several kinds"

# ---- words, files
run sensitivity base.cfg --replications 20 --lang en
has "what turns" "$out" "handling.mean stands at 4 min; it turns at"
has "what does nothing" "$out" "Without any effect here: "
run sensitivity base.cfg four.cfg --replications 5 --lang fr
has "in French" "$out" "Sans aucun effet ici"
is "no line is longer than 100 columns" "$(($(printf '%s\n' "$out" | wc -L) <= 100))" 1
run sensitivity base.cfg --replications 5 --range "patience.mean=2 min..3 min" --csv tables
is "a row for each input" "$(wc -l <tables/sensitivity.csv)" 2

# ---- refused
run sensitivity base.cfg --range patience.mean
refuse "no range" "--range: not a range of an input"
run sensitivity base.cfg --range patience.maen=1..2 --range handling.mean=9..3
refuse "all at once" 'did you mean "patience.mean"?' "2 faults"
run sensitivity base.cfg --range "handling.wrap_up=0.5..1.5"
refuse "an end out of range" "--set handling.wrap_up=150 %" "its faults stand above"
run sensitivity base.cfg --range patience.law=1..2
refuse "not a number" "not a number of this scenario"
run sensitivity base.cfg --measure wait_p90
refuse "a quantile" "a quantile does not add up"
run sensitivity base.cfg --measure visits_x
refuse "no such measure" "--measure: there is no such measure"
run sensitivity base.cfg missing.cfg
refuse "a missing file" "missing.cfg: no such file"
run sensitivity ok.cfg --replications 1
refuse "one run has no interval" "--replications: an interval takes two"
exit $failed
