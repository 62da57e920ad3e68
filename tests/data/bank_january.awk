# Writes a scenario for each regular day of the bank's January, and prints what was observed.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads counts of agents on duty (date, interval, mean), then the calls; writes <date>.cfg, and
# prints "offered abandoned wait of the answered, mean". Calls that left in the voice menu were
# never offered. Regular days are Sunday to Thursday, as long as at least 900 calls came.
BEGIN {
    FS = ","
    # Two phases of patience that meet the Kaplan-Meier estimate of the same days (waits of the
    # answered censor it): .83 hold on for 60 s, .53 for 300 s, .27 for 900 s.
    patience = "p = 0.267; mean_1 = \"100 s\"; mean_2 = \"912 s\";"
    # The median gap between two calls of an agent while a caller waits is 5 s, the mean 7 s.
    wrap_up = 7
}

function weekday(date,    y, m, d) { # Sakamoto's rule: 0 is Sunday
    split(date, part, "-")
    y = part[1] + 0; m = part[2] + 0; d = part[3] + 0
    if (m < 3) y--
    return (y + int(y / 4) - int(y / 100) + int(y / 400) + substr("032503514624", m, 1) + d) % 7
}

FNR == 1 { file++; next }

file == 1 { agents[$1, $2] = int($3 + 0.5); next }

{
    date = substr($1, 1, 10)
    hour = substr($1, 12, 2)
    half = hour * 2 + (substr($1, 15, 2) >= 30)
    if (weekday(date) > 4 || half < 14 || $7 == "abandoned_ivr") next
    calls[date]++
    offered[date, half]++
    if ($7 == "answered") {
        n_talks[date]++; talk[date] += $8; squares[date] += $8 * $8; waited[date] += $6
    }
}

END {
    for (date in calls) {
        if (calls[date] < 900) continue
        n += calls[date]; answered += n_talks[date]; waits += waited[date]
        talks += talk[date]; talk_squares += squares[date]
        regular[date] = 1
    }
    mean = talks / answered
    cv = sqrt(talk_squares / answered - mean * mean) / mean
    for (date in regular) {
        rates = staff = ""
        for (half = 14; half < 48; half++) {
            clock = sprintf("%02d:%s", int(half / 2), half % 2 ? "30" : "00")
            rates = rates sep 2 * offered[date, half]
            staff = staff sep agents[date, clock] + 0
            sep = ", "
        }
        sep = ""
        print "horizon = { start = \"" date "\"; days = 1; warm_up = 0; run_off = 0; };\n" \
            "hours = ( { open = \"07:00\"; close = \"24:00\"; } );\n" \
            "demand = { rates = ( { from = \"07:00\"; values = [ " rates " ]; } );\n" \
            "           busyness_cv = 0.0; };\n" \
            "message = { length = \"0 s\"; balking = 0.0; };\n" \
            "patience = { law = \"hyperexponential\"; " patience " };\n" \
            "redial = { first = 0.0; later = 0.0; };\nagain = { probability = 0.0; };\n" \
            "handling = { law = \"lognormal\"; mean = " mean + wrap_up "; cv = " cv "; wrap_up = 0.0; };\n" \
            "groups = ( { name = \"bank\"; staffing = ( { from = \"07:00\"; values = [ " staff " ]; } ); } );\n" \
            >(date ".cfg")
    }
    printf "%d %d %.2f\n", n, n - answered, waits / answered
}
