#!/usr/bin/env bash
# Training plans: what is refused, and what is warned of.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

# plan KEYS: the text of a scenario with one module, for a group of people beside one of numbers.
plan() {
    printf '%s' 'hours = ( { days = "monday-friday"; open = "08:30"; close = "12:30"; } );
public_holidays = "france";
demand = { volume = 300; per = "day"; };
horizon = { start = "2017-10-02"; days = 14; warm_up = 0; run_off = 0; };
reasons = ( { name = "droits"; resolved = "55 %"; }, { name = "autres"; } );
contracts = ( { name = "c"; } );
groups = ( { name = "a"; agents = 3; contract = "c"; people = ( { name = "a1"; } ); },
           { name = "b"; agents = 2; } );
'
    printf 'training = ( { name = "m"; hours = "3 h"; %s } );\n' "$1"
}
held='sessions = ( { days = "monday"; from = "09:00"; to = "10:30"; } );'
change='changes = ( { reasons = "droits"; resolved = "75 %"; } );'

bad "$(plan "$held changes = ( { reasons = \"droit\"; } );")" \
    'training.m.changes.[0].reasons: there is no such reason (got droit, wanted the name of a reason, or *)'
bad "$(plan "$held changes = ( { resolved = 0.5; } );")" 'training.m.changes.[0].reasons: missing'
bad "$(plan "$held changes = ( { reasons = \"*\"; resolved = 75; } );")" \
    'training.m.changes.[0].resolved: out of range' 'write percentages with their sign'
bad "$(plan "$held changes = ( { reasons = \"*\"; resolved = 0.5; more = 0.1; } );")" \
    'training.m.changes.[0].more: resolved and more are both given'
bad "$(plan "$held $change groups = \"c\";")" 'training.m.groups: there is no such group (got c'
bad "$(plan "$held $change groups = ( \"a\", \"b\" );")" \
    'training.m.groups: a group without a contract is a number, which learns nothing (got b)' \
    'name a contract for the group'
bad "$(plan "$held $change people = \"a2\";")" \
    'training.m.people: there is no such person in a group that has a contract (got a2'
bad "$(plan "$change sessions = ( { from = \"10:30\"; to = \"09:00\"; } );")" \
    'training.m.sessions.[0].to: ends before it begins'
bad "$(plan "$change sessions = ( { from = \"09:00\"; to = \"10:30\"; people = \"b1\"; } );")" \
    'training.m.sessions.[0].people: there is no such person'
bad "$(plan "$change sessions = ( { from = \"09:00\"; to = \"10:00\"; from_date = \"2017-10-09\"; until_date = \"2017-10-06\"; } );")" \
    'training.m.sessions.[0].until_date: ends before it begins'
bad "$(plan "$change sessions = ( { from = \"09:00\"; to = \"10:00\"; every = 0; } );")" \
    'training.m.sessions.[0].every: out of range'
bad "$(plan "$held $change approach = \"exponential\";")" 'training.m.pace: missing' \
    'how many hours, days or calls of practice'
bad "$(plan "$held $change practice = \"days\";")" \
    'training.m.practice: a step comes with the last hour: it goes by nothing else'
bad "$(plan "$held $change approach = \"sudden\";")" \
    'unknown choice (got sudden, wanted step, exponential, power)'
bad "$(plan "$held $change hour = 3;")" 'training.m.hour: unknown key; did you mean "hours"?'
bad "$(plan "$held $change" | sed 's/hours = "3 h"; //')" 'training.m.hours: missing'
bad "$(plan "$held $change" | sed 's/name = "a1"/name = "a1"; newcomer = true/')" \
    'groups.a.people.a1.newcomer: a newcomer needs a first day' 'from_date may be before the horizon'
bad "$(plan "$held $change")newcomers = { handling_factor = 20; };" \
    'newcomers.handling_factor: out of range'

# all faults of a file at once
bad "$(plan "$held changes = ( { reasons = \"droit\"; resolved = 0.5; more = 0.1; } ); approach = \"power\";")" \
    'there is no such reason' 'are both given' 'training.m.pace: missing'

warned() {
    printf '%s' "$1" >warned.cfg
    shift
    run check warned.cfg
    expect "$*" 0 "warning:" "$@"
}
warned "$(plan "$change")" 'training.m.sessions: nobody whom it is for is at work when it is held'
warned "$(plan "$change sessions = ( { from = \"13:00\"; to = \"14:00\"; } );")" \
    'training.m.sessions: nobody whom it is for is at work when it is held'
warned "$(plan "$change sessions = ( { days = \"monday\"; from = \"09:00\"; to = \"10:00\"; } );")" \
    'training.m.sessions: within the horizon they are too few for anybody to finish it (got 2 h, wanted 3 h)'
warned "$(plan "$held $change" | sed 's/; agents = 2;/; agents = 0;/')" \
    'groups: calls arrive in open intervals in which nobody is present (got monday 09:00, + 2)'
plan "$held $change" >sound.cfg
run check sound.cfg
is "a sound plan is not warned of" "$code$err" 0

# ---- decroche training
run training ok.cfg
refuse "without a plan" 'training: this scenario has no training plan' 'training-thursday.cfg is one that has'
run training
refuse "without a scenario" 'an operand is missing'
run training nowhere.cfg
refuse "a scenario that is not there" 'nowhere.cfg'
run training sound.cfg --replications 0
refuse "no run" '--replications: not a whole number within its range'
run training sound.cfg --json nowhere/out.json
expect "a folder that is not there" 3 'nowhere/out.json'
run training sound.cfg --csv tables
refuse "an option it does not take" 'there is no such option'
run training sound.cfg --replications 1 --lang en
is "one run" "$code$err" 0
has "one run" "$out" 'The training is not paid back by 2017-10-15'
case $out in
*interval\ of\ that*) not_ok "one run has no interval" "$out" ;;
*) ok "one run has no interval" ;;
esac
run training sound.cfg --replications 3 --threads 1 --json one.json
run training sound.cfg --replications 3 --threads 3 --json three.json
is "threads change nothing" "$(cmp one.json three.json && is_json "the plan" one.json)" ''
exit $failed
