#!/usr/bin/env bash
# Options compared: the same chances for all, variants, words, what is refused, French.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

printf '%s' "$least" >base.cfg
printf 'based_on = "base.cfg"; groups = ( { name = "a"; agents = 4; } );\n' >four.cfg
printf 'based_on = "base.cfg"; demand = { rate = 11; };\n' >busier.cfg
printf 'based_on = "base.cfg"; groups = ( { name = "a"; agents = -1; } );\n' >negative.cfg
printf 'demand = { rat = 10; };\n' >typo.cfg

# ---- answers
run compare base.cfg four.cfg --replications 20 --lang en
expect "two files" 0
has "the question" "$out" 'Question: what does "four" change against "base"?'
has "what differs" "$out" "four: groups.a.agents 3 agents → 4 agents"
has "how many intervals" "$out" "4 intervals that hold together"
run compare base.cfg four.cfg --replications 20 --lang fr
has "in French" "$out" "Ce qui diffère de la base"
printf '%s\n' "$out" >french.txt
is "no line is longer than 100 columns" "$(($(wc -L <french.txt) <= 100))" 1

# The values of an option are those of its own run, and pairs are of the same people.
run compare base.cfg four.cfg busier.cfg --replications 20 --json -
is_json "JSON" <(printf '%s' "$out")
printf '%s' "$out" >compared.json
run run four.cfg --replications 20 --json -
is "an option is its own run" \
    "$(jq '.options[1].measures.answer_rate | [.value, .low, .high]' compared.json)" \
    "$(jq '.measures.answer_rate | [.value, .low, .high]' <<<"$out")"
is "the difference is that of the two" "$(jq '[.options[].measures.answer_rate] |
    (.[1].value - .[0].value - .[1].difference.value | fabs) < 1e-12' compared.json)" true
is "an agent more is better" \
    "$(jq -r '.options[1].measures.answer_rate.difference.verdict' compared.json)" better
is "intervals" "$(jq .intervals compared.json)" 8
is "same demand, or not" "$(jq -c '[.options[1:][].same_demand]' compared.json)" "[true,false]"
run compare base.cfg four.cfg busier.cfg --replications 20 --threads 7 --json -
is "seven threads give the same bytes" "$out" "$(cat compared.json)"
run compare base.cfg four.cfg busier.cfg --replications 5
expect "other demand is warned of" 0 "busier: warning: demand.rate" "1 warning"
run compare base.cfg base.cfg
refuse "the base itself" "base.cfg: warning: is the base itself, and left out" \
    "there is nothing to compare with" "1 fault, 1 warning"
run compare base.cfg ./base.cfg four.cfg --replications 5 --json -
is "left out beside another" "$code/$(jq -r '[.options[].name] | join(" ")' <<<"$out")" "0/base four"
mkdir more && sed 's/agents = 3/agents = 2/' base.cfg >more/base.cfg
run compare base.cfg more/base.cfg --replications 5 --json -
is "two of one name" "$(jq -r '[.options[].name] | join(" ")' <<<"$out")" "base more/base.cfg"

# ---- all faults at once, and as many as there are
run compare base.cfg --vary groups.a.agents=4,5 --measure nope --best nada --precision "foo 1" \
    --seed x
refuse "four faults" "--measure: there" "--best: there" "--precision: there" "--seed: not" "4 faults"
run compare base.cfg --vary groups.none.agents=2..3 --measure nope
refuse "beside options that cannot be run" "--set groups.none.agents=2" "--measure: there" \
    "this option cannot be run; its faults stand above (got groups.none.agents=3)" "3 faults"
run compare none.cfg --vary x --measure nope --design grids
refuse "beside a base that cannot be read" "none.cfg: " "--vary: not" "--measure: there" \
    "--design: " "4 faults"

# ---- variants
names() {
    run compare base.cfg --replications 2 --json - "$@"
    jq -r '[.options[1:][].name] | join("; ")' <<<"$out"
}
is "a range, but for the base" "$(names --vary groups.a.agents=2..5)" \
    "groups.a.agents=2; groups.a.agents=4; groups.a.agents=5"
is "one at a time" "$(names --vary groups.a.agents=4 --vary handling.mean=200s..240s:20s)" \
    "groups.a.agents=4; handling.mean=200 s; handling.mean=220 s"
is "a grid" "$(names --vary groups.a.agents=4,5 --vary handling.mean=200s,220s --design grid |
    tr ' ' '_')" "groups.a.agents=4_handling.mean=200s;_groups.a.agents=4_handling.mean=220s;_\
groups.a.agents=5_handling.mean=200s;_groups.a.agents=5_handling.mean=220s"
is "words" "$(names --vary patience.law=lognormal,exponential)" "patience.law=lognormal"
is "--set holds for all" "$(names --set groups.a.agents=2 --vary groups.a.agents=2,3)" \
    "groups.a.agents=3"

# ---- the best, precision
run compare base.cfg --vary groups.a.agents=1..4 --best cost --measure answer_rate \
    --replications 10 --json -
is "the cheapest is the best by cost" "$(jq -r .first <<<"$out")" "groups.a.agents=1"
is "and is alone" "$(jq -c '[.options[].against_best.may_be_best]' <<<"$out")" \
    "[false,true,false,false]"
run compare base.cfg --vary groups.a.agents=1..4 --best cost --measure answer_rate \
    --set targets="answer_rate >= 90 %" --replications 10 --lang en
printf '%s\n' "$out" >best.txt
is "the best has its interval" "$(grep -c 'is the best: cost .* EUR ± ' best.txt)" 1
has "what it loses" "$out" "But it is worse than the base elsewhere: answer rate ("
has "what it misses" "$out" "On average it misses the target: answer rate ≥ 90 %"
has "where it lies" "$out" "groups.a.agents = 1 agent"
has "chance names its measure" "$out" 'Chance: by cost "groups.a.agents=1" is better'
run compare base.cfg four.cfg --replications 5 --measure attempts_open --json -
is "no front where neither way is better" "$(jq '[.options[] | has("on_front")] | any' <<<"$out")" \
    false
run compare base.cfg four.cfg --precision "answer_rate 2 pt" --json -
is "as precise as asked" "$(jq '.options[1].measures.answer_rate.difference |
    (.high - .low) / 2 <= 0.02' <<<"$out")" true
is "in a whole number of looks" "$(jq '.replications >= 30' <<<"$out")" true

# ---- files
run compare base.cfg four.cfg --replications 5 --csv tables
expect "tables" 0
is "a row for each cell" "$(wc -l <tables/differences.csv)" 9
is "and each replication" "$(wc -l <tables/replications.csv)" 41
run compare base.cfg four.cfg --replications 5 --json missing/out.json
expect "no such folder" 3 "missing/out.json"

# ---- refused
run compare base.cfg
refuse "one scenario" "there is nothing to compare with"
run compare base.cfg typo.cfg negative.cfg missing.cfg
refuse "all at once" "typo.cfg:1:" "negative.cfg:1:" "missing.cfg: no such file" \
    "its faults stand above (got typo.cfg)"
run compare base.cfg four.cfg --measure answer_rte,visits_rate --best cots
refuse "measures" 'did you mean "answer_rate"?' "visits_rate" 'did you mean "cost"?'
run compare base.cfg four.cfg --measure shrinkage
refuse "a measure that is not measured" "base.cfg: --measure" "four.cfg: --measure"
run compare base.cfg four.cfg --measure "answer_rate 5"
refuse "more than a name" "more than the name of a measure"
for vary in agents =5 groups.a.agents= groups.a.agents=9..5 groups.a.agents=1..2..3 \
    groups.a.agents=4,,5 handling.mean=1s..2min groups.a.agents=1..5000 \
    groups.a.agents=1..5:0; do
    run compare base.cfg --vary "$vary"
    refuse "--vary $vary" "--vary: "
done
run compare base.cfg --vary groups.a.agents=4,-1,x
refuse "a value out of range" "--set groups.a.agents=-1" "--set groups.a.agents=x"
run compare base.cfg --vary groups.a.agents=4 --design star
refuse "a design" "--design"
run compare
refuse "no operand" "an operand is missing"
exit $failed
