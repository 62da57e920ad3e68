#!/usr/bin/env bash
# What runs but is probably not meant is said, and the run goes on; the shipped scenarios are clean.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

while IFS= read -r scenario; do
    run check "$scenario"
    is "$scenario is sound" "$code" 0
    is "$scenario is without warning" "$err" ""
done < <(find "$tree/scenarios" -name '*.cfg' -not -path '*/samples/*')

# warns ARGUMENTS... -- PIECES...
warns() {
    local arguments=()
    while [ "$1" != -- ]; do
        arguments+=("$1")
        shift
    done
    shift
    run check "${arguments[@]}"
    expect "${arguments[*]}" 0 "warning:" "$@"
    has "${arguments[*]}: the answer comes all the same" "$out" "is sound"
}

warns ok.cfg --set groups.a.agents=0 -- \
    'calls arrive in open intervals in which nobody is present (got monday 00:00, + 95)'
warns ok.cfg --set demand.rate=0 -- 'demand: no need is ever born'
warns ok.cfg --set handling.shape=3 -- 'handling.shape: is not used by this law (got lognormal)'
warns ok.cfg --set handling.law=gamma --set handling.shape=3 --set handling.cv=2 -- \
    'handling.cv: is not used'
warns ok.cfg --set patience.law=uniform --set patience.cv=0.9 -- \
    'patience.cv: wider than a uniform law can be'
warns ok.cfg --set redial.delay.p=0.5 -- 'redial.delay.p: is not used by this law'
warns ok.cfg --set groups.a.agents=0 --set groups.a.visitors.share=0.3 -- \
    'groups.a.visitors.share: visitors are expected, but nobody is ever there'
for key in wrong_line other_line; do
    warns ok.cfg --set "$key.probability=0.1" -- \
        "$key.probability: there is no other line that callers dial"
done
warns ok.cfg --set requests.status=0.1 -- \
    'requests.status: is not used: no answer leads to a request'
warns ok.cfg --set 'groups=( { name = "a"; agents = 3; skills = ( { reasons = "*"; transfer = { to = "b"; probability = 0.5; }; } ); }, { name = "b"; } )' -- \
    'groups.a.skills.[0].transfer.to: nobody of that group is ever there'
warns ok.cfg --set consultation.wait_at_most=10 -- \
    'consultation.wait_at_most: is not used: consultation.probability is 0'
warns ok.cfg --set consultation.probability=0.1 --set consultation.gain=0.1 -- \
    'consultation.gain: is not used: every answer resolves'
warns ok.cfg --set consultation.probability=0.1 --set groups.a.agents=1 -- \
    'consultation.probability: nobody has a colleague whom he could ask'
warns ok.cfg --set outbound.tries=2 -- 'outbound.tries: is not used: nobody is called back'
warns ok.cfg --set again.untraced=0.4 -- 'again.untraced: is not used: every answer resolves'
warns ok.cfg --set 'reasons=( { name = "r"; resolved = 0.5; } )' --set requests.professionals=1 \
    --set 'requests.hours=( { days = "sunday"; open = "09:00"; close = "10:00"; } )' -- \
    'requests.hours: the professionals never work within the horizon'
run check ok.cfg --set 'reasons=( { name = "r"; resolved = 0.5; } )' --set requests.status=0.1 \
    --set outbound.tries=2 --set again.untraced=0.4
is "what is used is not warned of" "$err" ""
run check ok.cfg --set patience.law=uniform
is "what is not written is not warned of" "$err" ""

warns ok.cfg --set demand.first_dial_closed=0.1 -- \
    'demand.first_dial_closed: is a share of a volume; without one it has no effect'
warns ok.cfg --set demand.rate=none --set demand.volume=100 --set demand.postponed=0.5 -- \
    'demand.postponed: only a volume per day or hour has needs on closed days'
warns ok.cfg --set 'demand.closed_profile=( { values = [ 1.0 ]; } )' -- \
    'demand.closed_profile: is not used without first_dial_closed'
warns ok.cfg --set demand.rate=none --set demand.volume=9 --set demand.first_dial_closed=0.1 -- \
    'demand.first_dial_closed: no closed interval takes them'
warns ok.cfg --set demand.rate=none --set demand.volume=9 \
    --set 'demand.weekdays=[ 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0 ]' -- \
    'demand: nobody is expected to call on an open day (got 2018-01-01)'
warns ok.cfg --set 'closed_on="2018-01-02"' \
    --set 'events=( { name = "e"; dates = [ "2018-01-01", "2018-01-02" ]; factor = 2; } )' -- \
    'events.e.dates: the centre is closed on the date of this event (got 2018-01-02)'
echo '2016-10-19,2016-11-02' >school.csv
warns ok.cfg --set school_holidays.file=school.csv -- \
    'school_holidays.file: no holidays of the years that are simulated (got 2016-11-02)'

cat >warn.cfg <<'CFG'
interval = "15 min";
horizon = { start = "2018-01-01"; days = 7; };
hours = ( { days = "monday-friday"; open = "08:30"; close = "12:30"; } );
demand = { volume = 450; per = "day";
    profile = ( { from = "08:30"; values = [ 1, 2, 3, 4, 5, 6, 7, 8 ]; } ); };
reasons = ( { name = "r"; }, { name = "s"; } );
groups = ( { name = "a"; agents = 4;
             staffing = ( { from = "08:30"; values = [ 4, 1 ]; },
                          { days = "friday"; from = "08:30"; values = [ 2, 2 ]; } ); },
           { name = "b"; agents = 1; } );
routes = ( { steps = ( { groups = ( "a" ); after = "10 s"; }, { groups = ( "a" ); } ); },
           { reasons = ( "r" ); steps = ( { groups = ( "b" ); } ); } );
CFG
warns warn.cfg -- 'warn.cfg:5: warning: demand.profile: open intervals are left without a value (got monday 10:30, + 39)' \
    'warn.cfg:7: warning: groups.a.agents: agents and staffing are both given; staffing counts' \
    'groups.a.staffing.[1]: overlaps an earlier row' \
    'groups.a.staffing: open intervals are left without a value (got monday 09:00' \
    'routes.[0].steps.[1].after: this step joins before the one above it' \
    'routes.[1]: no call takes this route' 'groups.b: no call ever reaches this group' \
    'warn.cfg: warning: public_holidays: the centre is open on public holidays of France (got 2018-01-01)' \
    'write public_holidays = "france"' '8 warnings'
warns warn.cfg --set public_holidays=none -- '7 warnings'
exit $failed
