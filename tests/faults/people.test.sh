#!/usr/bin/env bash
# People and their contracts: what is refused, what is warned of, and what check says of them.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

open='hours = ( { days = "monday-friday"; open = "08:30"; close = "12:30"; },
          { days = "monday-friday"; open = "13:30"; close = "17:30"; } );
public_holidays = "france";
demand = { volume = 300; per = "day"; };
horizon = { start = "2017-10-02"; days = 14; warm_up = 0; run_off = 0; };
'
group='groups = ( { name = "a"; agents = 3; contract = "c"; } );
'
day='shifts = ( { days = "monday-friday"; from = "08:30"; to = "12:30"; },
    { days = "monday-friday"; from = "13:30"; to = "17:30"; } );'

# contract KEYS: the text of a scenario with one contract and one group that has it.
contract() {
    printf '%s%scontracts = ( { name = "c"; %s } );\n' "$open" "$group" "$1"
}

# ---- refused
bad "$(contract 'shifts = ( { from = "09:00"; to = "12:00"; }, { days = "monday"; from = "11:00"; to = "13:00"; } );')" \
    'contracts.c.shifts.[1].from: overlaps with another shift of the same day'
bad "$(contract 'shifts = ( { from = "12:00"; to = "09:00"; } );')" \
    'contracts.c.shifts.[0].to: ends before it begins'
bad "$(contract 'shifts = ( { from = "09:00"; to = "12:00"; weeks = "pair"; } );')" \
    'contracts.c.shifts.[0].weeks: unknown choice (got pair, wanted all, even, odd)'
bad "$(contract 'breaks = ( { from = "10:00"; to = "10:10"; length = "15 min"; } );')" \
    'contracts.c.breaks.[0].length: longer than its window'
bad "$(contract 'breaks = ( { from = "11:00"; to = "10:10"; length = "15 min"; } );')" \
    'contracts.c.breaks.[0].to: ends before it begins'
bad "$(contract 'breaks = ( { from = "10:00"; to = "10:30"; } );')" 'breaks.[0].length: missing'
bad "$(contract 'sessions = ( { name = "m"; from = "11:00"; to = "10:10"; } );')" \
    'contracts.c.sessions.m.to: ends before it begins'
bad "$(contract 'sessions = ( { name = "m"; from = "11:00"; to = "12:00"; dates = [ "2017-02-30" ]; } );')" \
    'contracts.c.sessions.m.dates.[0]: no such day'
bad "$(contract 'sessions = ( { name = "m"; kind = "lunch"; from = "11:00"; to = "12:00"; } );')" \
    'unknown choice (got lunch, wanted meeting, training, other)'
bad "$(contract 'absence = { share = 9.6; };')" 'contracts.c.absence.share: out of range' \
    'write percentages with their sign'
bad "$(contract 'absence = { spell = "1 day"; };')" 'contracts.c.absence.spell: out of range'
bad "$(contract 'leave = { share = "95 %"; };')" 'contracts.c.leave.share: out of range'
bad "$(contract 'off_phone = { share = "100 %"; };')" 'contracts.c.off_phone.share: out of range'
bad "$(contract 'late = { probability = 2; };')" 'contracts.c.late.probability: out of range'
bad "$(contract 'shift = ( );')" 'contracts.c.shift: unknown key; did you mean "shifts"?'
bad "$open"'groups = ( { name = "a"; agents = 3; contract = "d"; } );' \
    'groups.a.contract: there is no such contract (got d, wanted the name of a contract)'
bad "$(contract '')"'cost_per_hour = "24 h";' 'cost_per_hour:'

people() {
    printf '%scontracts = ( { name = "c"; } );\ngroups = ( { name = "a"; agents = 2; contract = "c"; people = ( %s ); } );\n' \
        "$open" "$1"
}
bad "$(people '{ name = "a1"; contract = "d"; }')" 'groups.a.people.a1.contract: there is no such contract (got d'
bad "$(people '{ name = "a1"; leave = [ "2017-10-27 to 2017-10-23" ]; }')" \
    'groups.a.people.a1.leave.[0]: ends before it begins'
bad "$(people '{ name = "a1"; from_date = "2017-10-09"; until_date = "2017-10-06"; }')" \
    'groups.a.people.a1.until_date: ends before it begins'
bad "$(people '{ contract = "c"; }')" 'groups.a.people.[0].name: missing'
bad "$(people '{ name = "a1"; }, { name = "a1"; }')" 'groups.a.people.a1: name given twice'

# ---- warned of
warned() {
    printf '%s' "$1" >warned.cfg
    shift
    run check warned.cfg
    expect "$*" 0 "warning:" "$@"
}
calm() {
    printf '%s' "$1" >calm.cfg
    run check calm.cfg
    case $err in
    *contracts*) not_ok "$2: a warning" "  $err" ;;
    *) ok "$2" ;;
    esac
}

warned "$(contract 'shifts = ( { days = "monday-saturday"; from = "08:30"; to = "12:30"; } );')" \
    'contracts.c.shifts.[0]: an agent works when it is closed (got saturday)'
warned "$(contract 'shifts = ( { days = "monday-friday"; from = "08:30"; to = "12:30"; }, { days = "thursday"; from = "18:00"; to = "19:00"; } );')" \
    'contracts.c.shifts.[1]: an agent works when it is closed (got thursday)'
calm "$(contract 'shifts = ( { days = "monday-friday"; from = "08:30"; to = "12:30"; }, { days = "thursday"; from = "18:00"; to = "19:00"; } ); sessions = ( { name = "m"; days = "thursday"; from = "18:00"; to = "19:00"; } );')" \
    "a session gives a shift its sense"
warned "$(contract "$day"' breaks = ( { from = "12:30"; to = "13:30"; length = "20 min"; } );')" \
    'contracts.c.breaks.[0]: a break outside the shift is never taken'
warned "$(contract "$day"' breaks = ( { from = "12:00"; to = "13:00"; length = "20 min"; } );')" \
    'contracts.c.breaks.[0]: a break reaches beyond the shift'
calm "$(contract "$day"' breaks = ( { from = "09:30"; to = "11:30"; length = "15 min"; } );')" \
    "a break within the shift"
warned "$(contract 'shifts = ( { days = "monday-friday"; from = "08:00"; to = "19:00"; } ); breaks = ( { from = "12:00"; to = "13:00"; length = "1 h"; } );')" \
    'contracts.c.shifts: more than 10 h of work on one day'
warned "$(contract 'shifts = ( { days = "monday-friday"; from = "08:30"; to = "14:30"; } );')" \
    'contracts.c.shifts: 6 h of work or more without a pause of 20 min'
calm "$(contract 'shifts = ( { days = "monday-friday"; from = "08:30"; to = "14:30"; } ); breaks = ( { from = "11:00"; to = "12:00"; length = "20 min"; } );')" \
    "a break of 20 min"
warned "$(people '{ name = "a1"; }, { name = "a2"; }, { name = "a3"; }')" \
    'groups.a.people.a3: a person beyond the number of agents is not there (got agents = 2)'
warned "$(people '{ name = "a1"; leave = [ "2017-12-27 to 2017-12-28" ]; }')" \
    'groups.a.people.a1.leave: a date of leave is not among the days simulated (got 2017-12-27)'
warned "$open"'groups = ( { name = "a"; agents = 2; people = ( { name = "a1"; } ); } );' \
    'groups.a.people: people without a contract are not looked at'
warned "$open"'contracts = ( { name = "c"; } ); groups = ( { name = "a"; agents = 2; contract = "c"; staffing = ( { values = [ 2 ]; } ); } );' \
    'groups.a.staffing: staffing and a contract are both given; the contract counts'

# ---- said
printf '%s' "$(people '{ name = "a1"; leave = [ "2017-10-04 to 2017-10-06" ]; }')" >said.cfg
run check said.cfg --lang en
has "check counts hours" "$out" 'a: 2 agents, 80.0 h a week; at 35 h each it would be 70 h'
has "check tells of leave" "$out" 'a1: c, 40.0 h a week, leave 2017-10-04–2017-10-06'
has "check tells of the others" "$out" '1 other: c, 40.0 h a week'
has "check tells who is there" "$out" '08:30          2.0   1.8     2.0   1.8     1.5   1.4'
run check said.cfg --set groups.a.agents=3 --lang en
has "one more agent is one more like the others" "$out" '2 others: c, 40.0 h a week'
run check "$tree/scenarios/nord/utpas-2016.cfg" --lang en
has "groups that are there at the same times have one table" \
    "$(grep -c '^ *08:30' <<<"$out") $(grep -c 'on the phones: as Roubaix-Ville$' <<<"$out")" '1 7'
run check said.cfg --set groups.a.contract=none
expect "without a contract it is a headcount" 0 'people without a contract'
exit $failed
