#!/usr/bin/env bash
# decroche sample finds what fits where that is known, and says what is wrong with a plan.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

# Two offices without queues to speak of: what comes of them is known from their rates.
cat >a.cfg <<'CFG'
demand = { rate = 900; busyness_cv = 0; };
groups = ( { name = "desk"; agents = 400; } );
handling = { law = "exponential"; mean = "60 s"; wrap_up = "0 %"; };
again = { probability = "0 %"; };
hours = { days = "monday-friday"; open = "08:00"; close = "18:00"; };
public_holidays = "none";
horizon = { start = "2018-01-01"; days = 5; warm_up = 0; run_off = 0; };
CFG
printf 'based_on = "a.cfg"; demand = { rate = 1000; };' >b.cfg
plan='title = "Deux bureaux";
scenarios = ( { name = "a"; file = "a.cfg"; }, { name = "b"; file = "b.cfg"; } );
inputs = ( { name = "rate"; paths = ( "demand.rate" ); only = ( "a" ); low = "600"; high = "1400"; },
           { name = "handling"; paths = ( "handling.mean" ); low = "30 s"; middle = "60 s"; high = "3 min"; } );
measures = ( { name = "needs"; of = "a"; over = "b"; measure = "needs"; low = 0; high = 0.9; },
             { name = "handled"; of = "b"; measure = "handling_mean"; },
             { name = "rate_found"; of = "a"; measure = "needs"; } );
axes = ( "rate", "handling", "needs" );
'
printf '%s' "$plan" >plan.cfg

# share CONDITION: of the points in out.json, those that meet a condition of jq.
share() {
    jq "[.points[] | select($1)] | length" out.json
}

run sample plan.cfg --points 40 --runs 1 --json out.json --plots pictures --lang en
is "it runs" "$code$err" 0
is_json "its JSON" out.json
is "it is drawn" "$(cd pictures && echo *)" "sample.png sample.svg sample.tsv"
is "all points are there" "$(jq '.points | length' out.json)" 40
is "what fits is what holds" "$(share '.fits != (.needs <= 0.9)')" 0
is "and is counted" "$(share .fits)" "$(jq .fitting out.json)"
# A rate of 900 of 1000 is 300/800 of the range: 15 of 40 points, and chance may decide of one that is
# near the bound.
is "three in eight fit" "$(jq '.fitting >= 14 and .fitting <= 16' out.json)" true
# A point in each part of a range, on either side of its middle.
is "each part of a range has a point" \
    "$(jq '[.points[].rate] | map((. - 600) / 20 | floor) | unique | length' out.json)" 40
is "half the points lie below a middle" "$(share '.handling < 60')" 20
is "an input goes where it says" \
    "$(share '(.rate_found / 50 / .rate - 1 | fabs) > 0.05')" 0
is "to all scenarios, where it says no more" "$(share '(.handled / .handling - 1 | fabs) > 0.05')" 0
has "the screen tells the share" "$out" "of 40 points fit all facts"
has "and the fact" "$out" "0–90 %"

# What does not depend on threads does not.
run sample plan.cfg --points 6 --runs 3 --threads 1 --json one.json
run sample plan.cfg --points 6 --runs 3 --threads 2 --json two.json
is "threads change nothing" "$(cmp one.json two.json && echo same)" same
run sample plan.cfg --points 6 --runs 3 --seed 2 --json other.json
is "a seed does" "$(cmp -s one.json other.json || echo differs)" differs

# The rate that makes 40,000 needs of 50 hours is 800, wherever the search begins.
solve='solve = { name = "found"; paths = ( "demand.rate" ); low = "50"; middle = "MIDDLE"; high = "HIGH"; };
inputs = ( { name = "handling"; paths = ( "handling.mean" ); low = "30 s"; high = "3 min"; } );
scenarios = ( { name = "a"; file = "a.cfg"; } );
measures = ( { name = "needs"; of = "a"; measure = "needs"; low = 39600; high = 40400; } );
'
for middle in 60 800 4000; do
    printf '%s' "$solve" | sed "s/MIDDLE/$middle/; s/HIGH/5000/" >solve.cfg
    run sample solve.cfg --points 5 --runs 2 --json out.json
    is "solved from $middle" "$(share '.fits and (.found / 800 - 1 | fabs) < 0.02')" 5
done
printf '%s' "$solve" | sed "s/MIDDLE/60/; s/HIGH/700/" >solve.cfg
run sample solve.cfg --points 5 --runs 2 --json out.json --lang en
is "beyond its range nothing is found" "$(share '.found == null and .fits == false')" 5
has "and nothing fits" "$out" "0 of 5 points"

# wrong WHAT SED PIECES...: the plan with a change is refused.
wrong() {
    local what=$1 change=$2
    shift 2
    printf '%s' "$plan" | sed "$change" >wrong.cfg
    run sample wrong.cfg --points 2 --runs 1 --lang en
    refuse "$what" "$@"
}
wrong "no such file" 's/"b.cfg"/"no.cfg"/' 'no.cfg' 'no such file'
wrong "no such scenario" 's/only = ( "a" )/only = ( "c" )/' \
    'wrong.cfg:3: inputs.rate.only' 'no scenario of this name' '(got c)'
wrong "no such key" 's/demand.rate/demand.rat/' 'inputs.rate.paths' 'not a key' 'demand.rate'
wrong "no number" 's/"demand.rate"/"handling.law"/' 'inputs.rate.paths' 'not a number'
wrong "no such unit" 's/"30 s"/"30 %"/' 'inputs.handling.low' '30 %'
wrong "out of order" 's/"60 s"/"20 s"/' 'inputs.handling.middle' 'not between low and high'
wrong "two units" 's/"demand.rate"/"demand.rate", "handling.mean"/' 'inputs.rate.paths' \
    'another unit' 'handling.mean'
wrong "no such measure" 's/"handling_mean"/"handling_men"/' 'measures.handled.measure' \
    'no such measure' 'handling_mean'
wrong "half a fact" 's/low = 0; high = 0.9/low = 0/' 'measures.needs' 'a low and a high'
wrong "no such axis" 's/"rate", "handling", "needs"/"rate", "hand"/' 'axes' 'hand'
wrong "too many axes" 's/"rate", "handling", "needs"/"rate", "handling", "needs", "handled"/' 'axes'
wrong "a ratio is not solved for" 's/^axes/solve = { name = "x"; paths = ( "demand.rate" ); low = "1"; high = "2"; };&/' \
    'solve' 'a fact of one scenario'
wrong "beyond what the scenario takes" 's/low = "600"/low = "-5"/' 'demand.rate' '-5'
wrong "no name twice" 's/name = "handled"/name = "rate"/' 'measures.rate.name' 'stands twice'
run sample plan.cfg --points 0
refuse "no points" '--points' '1 to'
printf '%s' "$plan" | grep -v ^axes >no-axes.cfg
run sample no-axes.cfg --points 2 --runs 1 --plots pictures --lang en
refuse "nothing to draw" 'axes' 'must be given'
run sample
refuse "no plan" 'PLAN.cfg'
exit $failed
