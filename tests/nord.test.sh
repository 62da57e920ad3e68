#!/usr/bin/env bash
# The two Octobers say what is published of them: 35,000 calls, then 16,000; twice the answer rate.
# The variants differ from the centre in the direction that they must.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

# measures SCENARIO [N]: what 30 runs of it say, or so many.
measures() {
    run run "$tree/scenarios/nord/$1.cfg" --replications "${2:-30}" --json -
    is "$1 runs" "$code" 0
    printf '%s' "$out" >"$1.json"
}

# holds WHAT CONDITION: of .before and .after, the measures of both.
holds() {
    local holds
    holds=$(jq -n --slurpfile b utpas-2016.json --slurpfile a centre-2017.json \
        "{ before: \$b[0].measures, after: \$a[0].measures } | $2")
    is "$1" "$holds" true
}

measures utpas-2016
measures centre-2017
holds "35,000 attempts within 4 %" \
    '.before.attempts_open.value | . > 33600 and . < 36400'
holds "16,000 attempts and a little" \
    '.after.attempts_open.value | . > 15600 and . < 16900'
holds "the answer rate doubles, within 10 %" \
    '.after.answer_rate_attempts.value / .before.answer_rate_attempts.value | . > 1.8 and . < 2.2'
holds "answered calls fall by less than a fifth" \
    '.after.answered.value / .before.answered.value | . > 0.8 and . < 1'
holds "visitors hold a third of the time" '.before.visit_share.value | . > 0.32 and . < 0.35'

# The same two Octobers where calls again follow from what callers were told.
measures first-level-2016 60
measures first-level-2017 60
told=$(jq -n --slurpfile b first-level-2016.json --slurpfile a first-level-2017.json \
    '{ before: $b[0].measures, after: $a[0].measures } |
     (.before.attempts_open.value | . > 33600 and . < 36400) and
     (.after.attempts_open.value | . > 15600 and . < 17000) and
     (.after.answer_rate_attempts.value / .before.answer_rate_attempts.value | . > 1.75 and . < 2.2) and
     .after.wait_answered_mean.value < .before.wait_answered_mean.value and
     .after.need_answer_rate.value > .before.need_answer_rate.value and
     (.after.first_level_rate.value | . > 0.54 and . < 0.59)')
is "35,000 attempts become 16,000 with one set of callers" "$told" true

# A medico-social agent who takes a call over resolves more of them than who answered it.
run check "$tree/scenarios/nord/warm-transfer.cfg"
is "warm-transfer has no warning" "$code$err" 0
measures warm-transfer 60
handed=$(jq -n --slurpfile b first-level-2017.json --slurpfile a warm-transfer.json \
    '$a[0].by.reason["medico-social"].first_level_rate.value as $after |
     $b[0].by.reason["medico-social"].first_level_rate.value as $before |
     $after > $before + 0.02 and $a[0].measures.transfers.value > 200')
is "transfers resolve more medico-social needs" "$handed" true

# variant NAME CONDITION: how it compares with the centre, on the same callers and the same absences.
variant() {
    run check "$tree/scenarios/nord/$1.cfg"
    is "$1 has no warning" "$code$err" 0
    measures "$1"
    holds_of=$(jq -n --slurpfile o "$1.json" --slurpfile b centre-2017.json \
        "{ other: \$o[0].measures, centre: \$b[0].measures } | $2")
    is "$1: $2" "$holds_of" true
}

variant nine-agents '.other.answer_rate.value < .centre.answer_rate.value - 0.04'
variant eleven-agents '.other.answer_rate.value > .centre.answer_rate.value + 0.04'
variant fourth-medico-social '.other.answer_rate.value > .centre.answer_rate.value + 0.04'
variant without-consultation '(.other.answer_rate.value - .centre.answer_rate.value) | . > 0.01 and . < 0.04'
variant two-on-sick-leave '.other.answer_rate.value < .centre.answer_rate.value - 0.12'
variant a-ninth-utpas '.other.attempts_open.value > .centre.attempts_open.value * 1.125'
variant reform-shock '.other.needs.value / .centre.needs.value | . > 1.44 and . < 1.46'
variant lunch-open '(.other.paid_hours.value / .centre.paid_hours.value - 1 | fabs) < 0.01'
variant benefits-day '.other.attempts_open.value > .centre.attempts_open.value / 22'

# Where the horizon is one day, a day under target is a run whose rate is under the target.
run run "$tree/scenarios/nord/benefits-day.cfg" --replications 60 --csv days --json days.json
under=$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "answer_rate") rate = i; next }
                 $rate < 0.85 { n++ } END { printf "%.9f", n / (NR - 1) }' days/replications.csv)
is "days under target are days under the target" \
    "$(jq -r '.measures.days_under_target.value * 1e9 | round' days.json)" \
    "$(awk "BEGIN { printf \"%.0f\", $under * 1e9 }")"
is "and some are, some not" "$(awk "BEGIN { print ($under > 0.1 && $under < 1) }")" 1
is "days of the week add up" "$(jq '(.by.weekday | map(.days_under_target.value) | add) as $sum |
    ($sum - .measures.days_under_target.value | fabs) < 1e-9' centre-2017.json)" true
exit $failed
