#!/usr/bin/env bash
# A day told: what is told, of whom, and what is asked for in vain.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

cat >day.cfg <<'CFG'
demand = { rate = 30; first_dial_closed = 0; };
lines = ( { name = "nord"; }, { name = "sud"; } );
reasons = ( { name = "droits"; resolved = 0.5; }, { name = "adresse"; } );
groups = ( { name = "a"; agents = 2; }, { name = "b"; agents = 1; visitors = { share = 0.3; }; } );
patience = { mean = "1 min"; };
phone_lines = 4;
hours = ( { days = "weekdays"; open = "08:30"; close = "17:30"; } );
horizon = { start = "2018-01-02"; days = 3; warm_up = 1; run_off = 1; };
CFG
run check day.cfg
expect "the day's scenario" 0

# ---- what was asked for in vain
run trace
refuse "no scenario" "an operand is missing"
run trace day.cfg --day 2018-02-30
refuse "no such day" "--day: no such day (got 2018-02-30"
run trace day.cfg --day 2017-12-31
refuse "a day before" "--day: outside the horizon (got 2017-12-31, wanted 2018-01-02 .. 2018-01-04)"
run trace day.cfg --agent a.3
refuse "an agent too many" '--agent: there is no such agent (got a.3); did you mean "a.1"?'
run trace day.cfg --agent zebra
refuse "an agent who is nothing like one" "--agent: there is no such agent (got zebra" "as in a.1"
run trace day.cfg --need 7
refuse "no code of a need" "--need: is no code of a need (got 7"
for code in 20180102-0831-1 20180102-0830-0 20180102-2500-1 20180231-0830-1 20180102-0830-01; do
    run trace day.cfg --need $code
    refuse "$code" "--need: is no code of a need (got $code"
done
run trace day.cfg --need 20170102-0830-1
refuse "a need of another year" "--need: outside the horizon (got 20170102-0830-1"
run trace day.cfg --need 20180102-0830-900
refuse "a need too many" "--need: this replication has no such need (got 20180102-0830-900, wanted 20180102-0830-"
run trace day.cfg --need 20180102-0300-1
refuse "a need at night" "--need: this replication has no need in that interval"
run trace day.cfg --need 20180102-0830-1 --agent a.1
refuse "both" "--need: either an agent or a need, not both"
run trace day.cfg --day nix --agent zebra --replication 0
refuse "all at once" "--day: not a date" "--replication: out of range" "2 faults"
run trace day.cfg --json none/day.json
expect "a folder that is not there" 3 "none/day.json"

# ---- a day
run trace day.cfg --day 2018-01-02 --lang en
is "a day" "$code/$err" 0/
day=$out
has "its heading" "$day" "2018-01-02, replication 1, seed 1"
has "what it comes to" "$day" "decroche run counts as many"
is "no title of a line or reason, codes alone" "$(grep -c 'dials.*: nord, droits' <<<"$day" |
    awk '{ print ($1 > 0) }')" 1
is "it is counted as it is told" "$(awk '$1 == "abandoned" { print $2 }' <<<"$day")" \
    "$(grep -o 'abandons after' <<<"$day" | wc -l)"
run trace day.cfg --lang en
is "the first open day is the one that is told" "$out" "$day"
run trace day.cfg --lang en --replication 2
[ "$out" != "$day" ] || not_ok "another replication is another day"
run trace day.cfg --day 2018-01-02 --lang fr
is "a day in French" "$code/$err" 0/
has "in French" "$out" "02/01/2018, réplication 1"

# ---- the counts are those of run, in its table of dated intervals
run run day.cfg --replications 1 --csv results --json run.json
expect "run" 0
run trace day.cfg --day 2018-01-03 --json day.json
expect "the day as JSON" 0
is_json "it is JSON" day.json
for measure in answered abandoned turned_away_busy visits; do
    is "$measure" "$(jq -r ".counts.$measure" day.json)" \
        "$(awk -F, -v m="$measure" '$1 == "2018-01-03" && $4 == m { n += $5 } END { print n + 0 }' \
            results/intervals.csv)"
done
run trace day.cfg --day 2018-01-03 --json -
printf '%s\n' "$out" | cmp -s - day.json || not_ok "--json - is the file, and nothing beside it"

# ---- a need, an agent: codes of the log are understood
need=$(jq -r '[.events[] | select(.what == "dials" and .attempt == 2)][0].need' day.json)
run trace day.cfg --need "$need" --json need.json --lang en
is "a need" "$code/$err" 0/
has "its code" "$out" "Need $need"
is "nothing of others" "$(jq -r '[.events[].need] | unique | join(" ")' need.json)" "$need"
is "from its first dialling on" "$(jq -r '.events[0] | "\(.what) \(.attempt)"' need.json)" "dials 1"
run trace day.cfg --day 2018-01-03 --agent b.1 --json agent.json --lang en
is "an agent" "$code/$err" 0/
is "no other agent answers" \
    "$(jq -r '[.events[].agent | values] | unique | join(" ")' agent.json)" "b.1"
is "nor has a lane" "$(jq -r '[.spans[].agent] | unique | join(" ")' agent.json)" "b.1"

# ---- a module of training is told by its name
cat >lesson.cfg <<'CFG'
demand = { rate = 10; };
contracts = ( { name = "whole"; } );
groups = ( { name = "a"; agents = 2; contract = "whole"; people = ( { name = "a1"; } ); } );
training = ( { name = "droits"; hours = "1 h"; people = ( "a1" );
               sessions = ( { days = "tuesday"; from = "10:00"; to = "11:00"; } );
               changes = ( { reasons = "*"; resolved = 0.9; } ); } );
hours = ( { days = "weekdays"; open = "08:30"; close = "17:30"; } );
horizon = { start = "2018-01-02"; days = 1; warm_up = 0; run_off = 0; };
CFG
run trace lesson.cfg --lang en --json lesson.json
is "a lesson" "$code/$err" 0/
has "in the log" "$out" "training (droits)"
is "in the JSON" "$(jq -r '[.events[] | select(.duty == "training") | .module] | unique[]' \
    lesson.json)" droits

# ---- a picture
run trace day.cfg --plots day.cfg/none
expect "a picture below a file" 3 "day.cfg/none: this folder cannot be made"
command -v gnuplot >/dev/null || {
    echo "no gnuplot here: no picture is drawn"
    exit $((failed ? 1 : 77))
}
for lang in en fr; do
    run trace day.cfg --day 2018-01-03 --plots $lang --json day.json --lang $lang
    is "a picture is drawn, without a word" "$code/$err" 0/
    is "as SVG and PNG, with its data" "$(cd $lang && echo *)" "trace.png trace.svg trace.tsv"
    ! command -v xmllint >/dev/null || xmllint --noout $lang/trace.svg || not_ok "SVG is well-formed"
done
has "it speaks French" "$(cat fr/trace.svg)" "Une journée, agent par agent"
cmp -s en/trace.tsv fr/trace.tsv || not_ok "the data are the same in both languages"
# 10 digits in the table, 17 in the JSON.
jq -r '.spans[] | [.agent, .does, .from_h, .to_h] | map(tostring) | @tsv' day.json >wanted
awk -F'\t' -v OFS='\t' '$1 != "-" && NF > 1 && NR > 1 { print $1, $3, $4, $5 }' fr/trace.tsv >got
is "its lanes are the spans of the JSON" "$(paste wanted got | awk -F'\t' '
    $1 != $5 || $2 != $6 || ($3 - $7) ^ 2 + ($4 - $8) ^ 2 > 1e-12 { wrong++ }
    END { print (NR > 100), wrong + 0 }')" "1 0"
is "and when it is open" "$(awk '$3 == "open" { print $4 "-" $5 }' fr/trace.tsv)" 8.5-17.5
run trace day.cfg --need "$need" --day 2018-01-03 --plots need --json need.json
is "a need is marked, at each of its instants" "$(awk '$3 == "need"' need/trace.tsv | wc -l)" \
    "$(jq '[.events[].at | select(startswith("2018-01-03"))] | unique | length' need.json)"
run trace day.cfg --set closed_on=2018-01-03 --day 2018-01-03 --plots shut --lang en
has "a closed day says so" "$out" "The centre is closed on this day."
is "a day that is closed has a picture too" "$code/$err" 0/
exit $failed
