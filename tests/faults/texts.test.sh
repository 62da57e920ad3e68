#!/usr/bin/env bash
# Scenarios that cannot be read or are wrong: exit 2, told where and why, nothing on stdout.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

# ---- files that are no scenario
run run missing.cfg
refuse "a missing file" "missing.cfg: no such file"
mkdir folder
run run folder
refuse "a folder" "folder: this is a folder, not a file"
head -c 4096 /dev/urandom >noise.cfg
printf '\0' >>noise.cfg
run run noise.cfg
refuse "binary noise" "noise.cfg:" "not a text"
: >empty.cfg
run run empty.cfg
refuse "an empty file" "groups: missing"
printf 'title = "\351t\351";' >latin.cfg
run check latin.cfg
refuse "a text in Latin-1" "latin.cfg:1: not a text in UTF-8" "save the file as UTF-8"
printf '\357\273\277%s' "$least" >mark.cfg
run check mark.cfg
expect "a byte-order mark is skipped" 0

# ---- grammar
bad '@include "ok.cfg"' "bad.cfg:1: @include is not read" "based_on"
bad 'seed = 3000000000;' "bad.cfg:1: integer too large (got 3000000000"
bad 'hours = ( { open = 08:30; close = "12:00"; } );' 'bad.cfg:1: not in the grammar' \
    '(got 08:30, wanted "08:30")' 'write times of day in quotes'
bad 'message = { length = "15 s"; balking = 5 %; };' '(got 5 %, wanted "5 %")'
bad $'# one\ndemand = { rate = 3; per = day; };' 'bad.cfg:2:' '(got day, wanted "day")'
bad 'demand = { busyness_cv = 0,15; };' '(got 0,15, wanted 0.15)'
bad 'horizon = { start = 2017-10-02; };' '(got 2017-10-02, wanted "2017-10-02")'
bad 'groups = ( { name = "a"; }, );' 'no comma after the last element'
bad 'demand = { months = [ 1, 1.02, 0 ]; };' 'or write 1.0 for 1'
bad $'demand = {\n volume = 3; per = "day";\n volume = 4; };' 'bad.cfg:3:' \
    'key given twice in one group (got volume)'
bad 'groups = ( { name = "a"; };' 'bracket is never closed (wanted ))'
bad 'title = "half' 'text is not closed on its line'
bad '/* never' 'comment is never closed'

# ---- keys and values
bad "$least patiance = { };" 'bad.cfg:4: patiance: unknown key; did you mean "patience"?'
bad "$least patience = { maen = 3; };" 'patience.maen: unknown key; did you mean "mean"?'
bad "$least title = 3;" 'title: wrong kind of value (got 3, wanted a text in quotes)'
bad "$least patience = { mean = \"4 /h\"; };" 'patience.mean: wrong unit (got 4 /h'
bad "$least patience = { mean = \"4 minits\"; };" 'patience.mean: unknown unit'
bad "$least closed_on = [ \"2017-02-30\" ];" 'closed_on.[0]: no such day (got 2017-02-30'
bad "$least message = { balking = 1.2; };" 'message.balking: out of range (got 1.2, wanted 0 % to 100 %)'
bad "$least message = { balking = 5; };" 'write percentages with their sign'
bad "$least message = { balking = \"120 %\"; };" 'wanted 0 % to 100 %)
1 fault'
bad "$least patience = { law = \"expo\"; };" 'patience.law: unknown choice (got expo'
bad "$least lines = ( { name = \"x\"; weight = 0; } );" 'lines: the parts sum to zero'
bad "$least reasons = ( { name = \"x\"; share = 0; } );" 'reasons: the parts sum to zero'
bad "$least lines = ( { name = \"x\"; }, { name = \"x\"; } );" 'lines.x: name given twice (got x)'
bad "$least handling = { law = \"gamma\"; cv = 0; };" 'handling.law: a gamma law needs a cv above 0'
for key in handling redial.delay again.delay wrong_line.length wrong_line.delay \
    consultation.length; do
    run check ok.cfg --set $key.law=never
    refuse "$key without end" "$key.law: this time must end"
done
bad "$least patience = { law = \"weibull\"; };" 'patience.law: a Weibull law needs its shape'
bad "$least reasons = ( { name = \"x\"; resolved = 60; } );" \
    'reasons.x.resolved: out of range (got 60, wanted 0 % to 100 %)' 'with their sign'
bad "$least again = { traced = 1.5; };" 'again.traced: out of range (got 1.5'
bad 'demand = { rate = 3; }; groups = ( { name = "a"; skills = ( { reasons = "*"; resolved = -1; } ); } );' \
    'groups.a.skills.[0].resolved: out of range (got -1'
bad "$least requests = { called_back = 1.1; };" 'requests.called_back: out of range (got 1.1'
bad "$least requests = { status = \"8 /day\"; };" 'requests.status: wrong unit (got 8 /day'
bad "$least requests = { delay = { law = \"weibull\"; }; };" \
    'requests.delay.law: a Weibull law needs its shape'
bad "$least requests = { professionals = -1; };" 'requests.professionals: out of range (got -1'
bad "$least requests = { hours = ( { open = \"12:00\"; close = \"09:00\"; } ); };" \
    'requests.hours.[0].close: closes before it opens'
bad "$least requests = { tracing = \"yes\"; };" 'requests.tracing: wrong kind of value'
bad "$least lines = ( { name = \"x\"; professionals = 1.5; } );" 'lines.x.professionals'
bad "$least outbound = { tries = 0; };" 'outbound.tries: out of range (got 0, wanted 1 to 15)'
bad "$least outbound = { unanswered = \"0 s\"; };" 'outbound.unanswered: out of range'
bad "$least outbound = { reserve = 1.5; };" 'outbound.reserve: '
bad "$least callback_offer = { accept = 30; };" 'callback_offer.accept: out of range' 'with their sign'
bad "$least callback_offer = { after = \"7 moons\"; };" 'callback_offer.after: unknown unit'
for key in requests.delay requests.work_time; do
    run check ok.cfg --set $key.law=never
    refuse "$key without end" "$key.law: this time must end"
done
bad "$least targets = ( \"first_level_rate >= 60 %\" );" \
    'targets.[0]: this scenario has nothing to measure there'
bad "$least interval = \"20 min\";" 'interval: not an interval' 'wanted 15, 30 or 60 min'
bad 'groups = ( { name = "a"; agents = 3; } );' 'no rate, rates or volume is given'
bad 'demand = { volume = 1e9; }; groups = ( { name = "a"; agents = 3; } );' \
    'demand.volume: out of range'
bad "$least targets = ( \"answer_rate >= 85\" );" 'targets.[0]: a share is between 0 and 100 %'
bad "$least targets = ( \"answer_rate >= 120 %\" );" 'targets.[0]: a share is between 0 and 100 %'
bad "$least targets = ( \"wait_p95 <= 3\" );" 'write seconds as "3 s"'
bad "$least targets = ( \"anser_rate >= 85 %\" );" 'did you mean "answer_rate"?'
bad "$least precision = \"answer_rate 0.5\";" 'precision: the unit of the width is missing'
bad "$least wrong_line = { probability = 1.2; };" 'wrong_line.probability: out of range (got 1.2'
bad "$least wrong_line = { length = \"45 s\"; };" 'wrong_line.length: wrong kind of value'
bad "$least wrong_line = { delay = { law = \"weibull\"; }; };" \
    'wrong_line.delay.law: a Weibull law needs its shape'
# transfer KEYS: group a hands over.
transfer() {
    printf '%s' 'demand = { rate = 3; }; reasons = ( { name = "x"; }, { name = "y"; } );
        groups = ( { name = "a"; skills = ( { reasons = "*"; transfer = { '"$1"' }; } ); },
            { name = "b"; skills = ( { reasons = "x"; } ); } );'
}
bad "$(transfer 'probability = 0.5;')" \
    'groups.a.skills.[0].transfer.to: it is not said to whom these calls are handed over' \
    'wanted the name of another group'
bad "$(transfer 'probability = 0.5; to = "c";')" \
    'groups.a.skills.[0].transfer.to: there is no such group (got c'
bad "$(transfer 'probability = 0.5; to = "a";')" \
    'groups.a.skills.[0].transfer.to: a group hands over to another, not to itself'
bad "$(transfer 'probability = 0.5; to = "b";')" \
    'groups.a.skills.[0].transfer.to: that group has no skill for what is handed over to it (got y'
bad "$(transfer 'probability = 50; brief = -1;')" 'transfer.probability: out of range (got 50' \
    'transfer.brief: out of range' 'with their sign'
bad "$(transfer 'first = { law = "weibull"; };')" \
    'groups.a.skills.[0].transfer.first.law: a Weibull law needs its shape'
bad "$(transfer 'first = { law = "never"; };')" \
    'groups.a.skills.[0].transfer.first.law: this time must end'
bad "$(transfer 'chance = 0.5;')" 'groups.a.skills.[0].transfer.chance: unknown key'
bad "$least consultation = { probability = 10; };" \
    'consultation.probability: out of range (got 10, wanted 0 % to 100 %)' 'with their sign'
bad "$least consultation = { length = \"60 s\"; };" 'consultation.length: wrong kind of value'
bad "$least consultation = { length = { law = \"weibull\"; }; wait_at_most = -1; gain = 1.5; };" \
    'consultation.wait_at_most: out of range' 'consultation.gain: out of range (got 1.5'
bad "$least consultation = { length = { law = \"weibull\"; }; };" \
    'consultation.length.law: a Weibull law needs its shape'
bad "$least consultation = { wait_atmost = 1; };" \
    'consultation.wait_atmost: unknown key; did you mean "wait_at_most"?'
bad "$least wrong_line = { redail = 1; };" 'wrong_line.redail: unknown key; did you mean "redial"?'
bad "$least other_line = { probability = -0.1; };" 'other_line.probability: out of range (got -0.1'

bad "$least public_holidays = \"italy\";" 'public_holidays: unknown choice (got italy, wanted none, france)'
bad "$least special_days = ( { dates = \"2018-01-02\"; open = \"12:00\"; close = \"09:00\"; } );" \
    'bad.cfg:4: special_days.[0].close: closes before it opens'
bad "$least special_days = ( { open = \"09:00\"; close = \"12:00\"; } );" 'special_days.[0].dates: missing'
bad "$least special_days = ( { dates = \"2018-02-30\"; open = \"09:00\"; close = \"12:00\"; } );" \
    'special_days.[0].dates: no such day (got 2018-02-30'
bad "$least closed_on = \"2018-01-02\";
special_days = ( { dates = \"2018-01-02\"; open = \"09:00\"; close = \"12:00\"; },
  { dates = [ \"2018-01-02\", \"2018-01-03\" ]; open = \"11:00\"; close = \"14:00\"; } );" \
    'bad.cfg:5: special_days.[0].dates: a date is also in closed_on' \
    'bad.cfg:6: special_days.[1].open: overlaps with other opening hours of the same day'
bad 'demand = { rate = 10; }; groups = ( { name = "a"; agents = 3; visitors = { share = 1.0; }; } );' \
    'groups.a.visitors.share: out of range (got 1, wanted 0 % to 95 %)'
bad 'demand = { rate = 10; }; groups = ( { name = "a"; visitors = { length = { law = "never"; }; }; } );' \
    'groups.a.visitors.length.law:'
bad 'demand = { rate = 10; };
groups = ( { name = "a"; visitors = { length = { mean = "0.2 s"; }; }; } );' \
    'bad.cfg:2: groups.a.visitors.length.law: visits are too short to hold anybody (got 0.2 s'
bad 'demand = { rate = 10; }; groups = ( { name = "a"; visitors = "35 %"; } );' \
    'groups.a.visitors: wrong kind of value'

bad "$least events = ( { name = \"caf\"; dates = \"2018-02-30\"; } );" \
    'events.caf.dates: no such day (got 2018-02-30' 'events.caf.factor: missing'
bad "$least events = ( { name = \"caf\"; dates = \"2018-01-02\"; factor = -1; } );" \
    'events.caf.factor: out of range (got -1'
bad "$least events = ( { name = \"caf\"; dates = [ \"2018-01-02\", \"2018-01-01 to 2018-01-03\" ]; factor = 2; } );" \
    'events.caf.dates: a date is given twice (got 2018-01-02'
bad "$least events = ( { name = \"a\"; dates = \"2018-01-02\"; factor = 1000; }, { name = \"b\"; dates = \"2018-01-02\"; factor = 1000; } );" \
    'demand: more needs are expected in one interval than can be simulated (got 2018-01-02'
bad "$least events = ( { name = \"caf\"; dates = \"2018-01-02\"; factor = 2; lines = \"x\"; reasons = \"y\"; } );" \
    'bad.cfg:4: events.caf.lines: there is no such line (got x)' \
    'bad.cfg:4: events.caf.reasons: there is no such reason (got y)'
printf 'start,end,name\n2017-02-30,2017-03-01,x\n2017-10-21,2017-10-20\n2017-10-21\n' >bad.csv
bad "$least school_holidays = { file = \"bad.csv\"; factor = 0.9; };" \
    'bad.csv:2: school_holidays.file: no such day (got 2017-02-30' \
    'bad.csv:3: school_holidays.file: ends before it begins (got 2017-10-21,2017-10-20' \
    'bad.csv:4: school_holidays.file: the second date is missing (got 2017-10-21' '3 faults'
bad "$least school_holidays = { file = \"none.csv\"; };" \
    'bad.cfg:4: school_holidays.file: no such file (got none.csv)'
bad 'demand = { volume = 9; busyness_correlation = 1; interval_cv = -0.1; interval_of = "line";
first_dial_closed = "120 %"; closed_profile = ( { from = "08:10"; values = [ 1, 2 ]; } ); };
groups = ( { name = "a"; agents = 3; } );' 'demand.busyness_correlation: out of range' \
    'demand.interval_cv: out of range' 'demand.interval_of: unknown choice (got line' \
    'demand.first_dial_closed: out of range'
bad 'demand = { volume = 9; first_dial_closed = "10 %";
closed_profile = ( { from = "08:10"; values = [ 1, 2 ]; } ); };
groups = ( { name = "a"; agents = 3; } );' \
    'bad.cfg:2: demand.closed_profile.[0].from: does not fall on an interval'

# ---- several at once, each with its line
bad 'hours = ( { days = "monday-friday"; open = "08:30"; close = "12:30"; },
          { days = "friday"; open = "12:00"; close = "17:30"; } );
demand = { volume = 450; per = "day"; weekdays = [ 1.0, 1.0 ];
    profile = ( { from = "08:15"; values = [ 1, 2 ]; } ); };
groups = ( { name = "a"; staffing = ( { from = "08:30"; values = [ 4.5, 1.0 ]; } );
    skills = ( { reasons = ( "x" ); } ); } );
routes = ( { lines = ( "nowhere" );
    steps = ( { groups = ( "b" ); } ); } );
patience = { law = "weibull"; };
targets = ( "answer_rate >= 85" );
' 'bad.cfg:2: hours.[1].open: overlaps' 'bad.cfg:3: demand.weekdays: seven' \
    'bad.cfg:4: demand.profile.[0].from: does not fall' 'bad.cfg:5: groups.a.staffing.[0].values' \
    'bad.cfg:6: groups.a.skills.[0].reasons: there is no such reason (got x' \
    'bad.cfg:7: routes.[0].lines: there is no such line' \
    'bad.cfg:8: routes.[0].steps.[0].groups: there is no such group' \
    'bad.cfg:9: patience.law: a Weibull' 'bad.cfg:10: targets.[0]: a share' '9 faults'

# ---- bases
echo 'based_on = "self.cfg";' >self.cfg
run check self.cfg
refuse "a file based on itself" "self.cfg:1: based_on: a scenario cannot be based on itself" \
    "self.cfg -> self.cfg"
echo 'based_on = "two.cfg";' >one.cfg
echo 'based_on = "one.cfg";' >two.cfg
run check one.cfg
refuse "a circle of two" "two.cfg:1: based_on:" "one.cfg -> two.cfg -> one.cfg"
bad 'based_on = "nowhere.cfg";' 'bad.cfg:1: based_on: no such file (got nowhere.cfg)'
bad 'based_on = "folder";' 'bad.cfg:1: based_on: this is a folder, not a scenario (got folder)'
mkdir in
printf 'based_on = "../ok.cfg"; title = "x";' >in/child.cfg
run check in/child.cfg
expect "a base is looked for beside its file" 0

# ---- overrides
run check ok.cfg --set 'groups.b.agents=3'
refuse "an element that is not there" '--set groups.b.agents=3' 'no such element in the list (got b'
run check ok.cfg --set demand.rate
refuse "no value" 'not an override'
run check ok.cfg --set interval=20
refuse "minutes taken for seconds" 'write minutes as "20 min"'
run check ok.cfg --set 'demand.volume=450 /day'
refuse "a volume with a unit" 'what it is for stands in demand.per'
run check ok.cfg --set demand.volume=450
refuse "two ways to say demand" 'more than one of rate, rates and volume is given'
run check ok.cfg --set demand.volume=450 --set demand.rate=none
expect "none takes a key out" 0
run check ok.cfg --set 'again.delay.mean=2 open days'
expect "open days are days of a delay" 0
exit $failed
