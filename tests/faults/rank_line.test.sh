#!/usr/bin/env bash
# The best of many: what is selected, what it took, what is refused, French.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"
printf '%s' "$least" >base.cfg
printf 'based_on = "base.cfg"; groups = ( { name = "a"; agents = 0; } );\n' >none.cfg

ranked() {
    run rank base.cfg --json - "$@"
    printf '%s' "$out" >ranked.json
}
ranked --vary groups.a.agents=1..6 --by "cost 10"
is "the cheapest" "$(jq -r .best ranked.json)" "groups.a.agents=1"
is "in order" "$(jq -c '[.options[].mean] | . == sort' ranked.json)" true
is "a promise" "$(jq .guaranteed ranked.json)" true
is "what it took is what each took" \
    "$(jq '.replications == ([.options[].replications] | add)' ranked.json)" true
is "and equal allocation is all as often as the best" \
    "$(jq '.equal_allocation == .options[0].replications * 6' ranked.json)" true
ranked --vary groups.a.agents=1..6 --by "cost 10" --threads 5
cp ranked.json first.json
ranked --vary groups.a.agents=1..6 --by "cost 10" --threads 1
is "five threads give the same bytes" "$(cat first.json)" "$(cat ranked.json)"
ranked --vary groups.a.agents=1..6 --by "answer_rate 1 pt" --batch 3
is "batches" "$(jq '[.options[].replications % 3] | add' ranked.json)" 0
ranked --vary groups.a.agents=2..4 --by "answer_rate 5 pt" --procedure rinott
is "Rinott" "$(jq -r '.procedure, .best' ranked.json | tr '\n' ' ')" "rinott groups.a.agents=4 "
ranked --vary groups.a.agents=2,4 --by "answer_rate 0.001 pt" --replications 20
is "an early end promises nothing" "$(jq -c '[.guaranteed, .options[0].replications]' ranked.json)" \
    "[false,20]"
run rank base.cfg --vary groups.a.agents=2,4 --by "answer_rate 5 pt" --lang fr --csv tables
expect "in French" 0
has "in French" "$out" "retenue"
is "a table" "$(wc -l <tables/ranking.csv)" 4

run rank base.cfg --vary groups.a.agents=1..6 --by "cost 10" --lang en
has "the edge" "$out" "groups.a.agents = 1 agent"
has "means have intervals" "$out" " EUR ± "

run rank base.cfg
refuse "one option" "there is nothing to compare with"
run rank base.cfg --vary groups.a.agents=2,4
refuse "no measure" "--by: missing"
run rank base.cfg --vary groups.a.agents=2,4 --by answer_rate
refuse "no lead" "--by: not a width"
run rank base.cfg --vary groups.a.agents=2,4 --by "attempts 5"
refuse "no way is better" "neither more nor less"
run rank base.cfg --vary groups.a.agents=2,4 --by "shrinkage 1 pt"
refuse "not measured" "base.cfg: --by"
run rank base.cfg --vary groups.a.agents=2,4 --by "answer_rate 1 pt" --first 1
refuse "one observation has no variance" "--first"
run rank base.cfg none.cfg --by "wait_answered_mean 1 s"
refuse "undefined where nobody answers" "undefined in some replication" "none"
# ---- all faults at once
run rank ok.cfg --by "answer_rate -1 pt" --vary groups.none.agents=1,2 --level 2 --first 1 --step 0 \
    --batch 0
refuse "every one" "--by: " "groups.none.agents: " "--level: " "--first: " "--step: " "--batch: " \
    "7 faults"
exit $failed
