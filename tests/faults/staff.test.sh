#!/usr/bin/env bash
# decroche staff as a whole: what it finds, what it refuses, and what it says in French.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"
centre=$tree/scenarios/nord/centre-2017.cfg

# A day of four hours, staffed by number.
cat >small.cfg <<'CFG'
title = "Small";
hours = ( { days = "monday-friday"; open = "08:00"; close = "12:00"; } );
interval = "60 min";
horizon = { start = "2018-01-08"; weeks = 4; warm_up = 3; run_off = 3; };
demand = { volume = 160; per = "day"; busyness_cv = 0; first_dial_closed = 0;
    profile = ( { from = "08:00"; values = [ 1, 4, 3, 2 ]; } ); };
handling = { law = "exponential"; mean = "4 min"; };
patience = { law = "exponential"; mean = "5 min"; };
message = { balking = 0; length = 0; };
redial = { first = 0; later = 0; };
again = { probability = 0; };
groups = ( { name = "a"; title = "Agents"; agents = 4; } );
CFG

# asked WHAT JQ WANTED: one value of the last JSON.
asked() {
    is "$1" "$(jq -r "$2" <<<"$out")" "$3"
}

# ---- the formulas
run staff small.cfg --json - --replications 10
expect "a plain question" 0
asked "the default target" '.targets[0] | "\(.measure) \(.way) \(.bound)"' "answer_rate >= 0.85"
asked "agents that the calculator asks for" '[.intervals[:4][].required] | join(" ")' "2 5 4 3"
for calls in 16 64 48 32; do
    "$program" erlang --rate "$calls/h" --handling 4min --patience 5min --target answer_rate=85% \
        --json - | jq -r .solved.value
done >calculator.txt
is "the same by the calculator" "$(paste -sd ' ' calculator.txt)" "2 5 4 3"
asked "the gap" '[.intervals[:4][].gap] | join(" ")' "2 -1 0 1"
asked "nobody can be released where one is missing" '.half_days[0].may_be_released' 0
asked "a headcount has no shrinkage" '.groups.a | has("shrinkage")' false
asked "the simulation agrees" '.simulated.attempts_open.value > 3100 and
    .simulated.attempts_open_expected > 3199 and .simulated.attempts_open_expected < 3201' true
run staff small.cfg --json - --replications 10 --set groups.a.agents=7
asked "two may be released" '[.half_days[0] | .may_be_released, .least_gap] | join(" ")' "2 2"
run staff small.cfg --json - --replications 10 --target occupancy=60%
asked "a cap on occupancy" '[.intervals[].measures.occupancy.value] | max <= 0.6' true
run staff small.cfg --json - --replications 10 --target service_level=80% --target "wait_mean <= 10 s"
asked "several targets are all met" \
    '[.intervals[].measures | .service_level.value >= 0.8 and .wait_mean.value <= 10] | all' true
run staff small.cfg --json - --replications 10 --method mol
expect "by the load" 0
asked "it lags behind the calls" '.intervals[0].required <= 2 and .method == "mol"' true

# ---- simulation
run staff small.cfg --json - --replications 20 --method simulation
expect "by simulation" 0
asked "every interval meets it" '[.intervals[].measures.answer_rate.value >= 0.85] | all' true
asked "with an interval" '.intervals[0].measures.answer_rate.low < .intervals[0].measures.answer_rate.value' true
asked "near the formulas" '[.intervals[:4][] | .required] | join(" ")' "2 5 4 3"
first=$out
run staff small.cfg --json - --replications 20 --method simulation --threads 1
is "the same on one thread" "$out" "$first"

# ---- what cannot be met
run staff small.cfg --lang en --replications 10 --most 3
expect "too few seats" 1
has "where it falls short" "$out" "The target cannot be met"
has "which intervals" "$out" "Monday 09:00 (65.6 %)"
run staff small.cfg --json - --replications 10 --most 3
expect "and in the JSON" 1
asked "best effort" '[.missed[:2][] | "\(.start) \(.required)"] | join(" ")' "09:00 3 10:00 3"
run staff small.cfg --json - --replications 20 --most 3 --method simulation
expect "by simulation too" 1
asked "the same intervals" '[.missed[] | .start] | unique | join(" ")' "09:00 10:00"

# ---- people
run staff "$centre" --json - --replications 10
expect "the centre" 0
asked "shrinkage is the sum of its components" '[.groups[] |
    ((.shrinkage_parts | add) - .shrinkage | fabs) < 1e-12] | all' true
asked "people are required / (1 - shrinkage), not rounded" '[.groups[] |
    (.heads_for_hours - .required_mean / (1 - .shrinkage) | fabs) < 1e-9] | all' true
asked "groups add up" '[.intervals[] | ([.groups[].required] | add) == .required] | all' true
asked "absence is as assumed" '.groups.accueil.shrinkage_parts.shrinkage_absence > 0.07' true

# ---- files
run staff small.cfg --replications 10 --csv tables --json s.json --lang en
expect "files" 0
is "a row per interval, and per group and all" "$(wc -l <tables/staffing.csv)" 41
is "the header" "$(head -1 tables/staffing.csv | tr -d '\r')" \
    "weekday,start,end,group,dates,required,present,gap,needs,attempts,load,met,answer_rate"
has "the screen too" "$out" "Agents who may be released"
run staff small.cfg --replications 10 --json none/s.json
expect "a folder that is not there" 3 "none/s.json"

# ---- refused
run staff
refuse "no scenario" "an operand is missing"
run staff none.cfg
refuse "no such file" "none.cfg"
run staff small.cfg --target answer_rate
refuse "no bound" "no comparison follows the measure"
run staff small.cfg --target wait_p95=60s
refuse "a quantile" "no measure that staffing can be held to" "answer_rate, answer_rate_attempts"
run staff small.cfg --target answer_rates=85%
refuse "no such measure" "answer_rate"
run staff small.cfg --method sip
refuse "no such method" "sipp"
run staff small.cfg --most 0
refuse "nobody at all" "--most"
run staff small.cfg --set 'targets=("need_answer_rate >= 90 %")' --replications 10
expect "a target of needs" 0 "it is not held interval by interval"
run staff small.cfg --lang fr --replications 10 --most 3
has "French" "$out" "L’objectif ne peut être tenu"
# ---- all faults at once
run staff ok.cfg --most -1 --method zz --target foo=3 --replications none
refuse "every one" "--most: " "--method: " "--target: " "--replications: " "4 faults"
exit $failed
