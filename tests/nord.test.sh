#!/usr/bin/env bash
# The two Octobers say what is published of them, in either reading: 35,000 calls, then 16,000; twice
# the answer rate; and the callers are the same. The variants differ from the centre in the direction that they must.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

# measures SCENARIO [RUNS]: what 30 runs of it say.
measures() {
    run run "$tree/scenarios/nord/$1.cfg" --replications "${2-30}" --json -
    is "$1 runs" "$code" 0
    printf '%s' "$out" >"$(basename "$1").json"
}

# holds WHAT CONDITION: of .before and .after, the measures of a pair of years.
holds() {
    local holds
    holds=$(jq -n --slurpfile b "$before.json" --slurpfile a "$after.json" \
        "{ before: \$b[0].measures, after: \$a[0].measures } | map_values(map_values(.value)) | $2")
    is "$after: $1" "$holds" true
}

# habits SCENARIO: what callers are and do, as it took effect.
habits() {
    jq -S '.inputs | with_entries(select(.key | test("^(demand|patience|message\\.length_of|redial|again|handling)\\.") or
        test("^requests\\.status") or test("^reasons\\.[a-z-]+\\.(share|handling_factor|priority)$") or
        test("^lines\\.[a-z-]+\\.weight$"))) | map_values(.value)' "$1.json"
}

# pair BEFORE AFTER: both years, with the same people.
pair() {
    before=$1 after=$2
    measures "$before" 200
    measures "$after" 200
    is "$before and $after have the same callers" "$(habits "$before")" "$(habits "$after")"
    is "who have habits" "$(habits "$before" | jq 'length > 40')" true
    holds "35,000 attempts within 4 % before" '.before.attempts_open | . > 33600 and . < 36400'
    holds "the answer rate doubles" \
        '.after.answer_rate_attempts / .before.answer_rate_attempts | . > 1.85 and . < 2.2'
    holds "those answered wait less" '.after.wait_answered_mean < .before.wait_answered_mean * 0.6'
    holds "fewer needs are never reached" \
        '(1 - .after.need_answer_rate) < (1 - .before.need_answer_rate) * 0.4'
    # shellcheck disable=SC2016 # the variables are jq's
    holds "attempts are needs, redials and calls again (docs/headline.md)" \
        '[.before, .after] | map((.answered / .attempts) as $r | (.needs / .attempts) /
            (1 - .redials_per_failure * (1 - $r) - .calls_again_per_answer * $r) - 1 | fabs) | max < 0.02'
}

pair handled-2016 handled-2017
holds "16,000 are answered" '.after.answered | . > 16000 and . < 16800'
holds "and more than before" '.after.answered > .before.answered'
pair utpas-2016 centre-2017
holds "16,000 attempts and a little" '.after.attempts_open | . > 16000 and . < 16800'
holds "answered calls fall, by less than a fifth" \
    '.after.answered / .before.answered | . > 0.8 and . < 1'
holds "visitors hold two fifths of the time" '.before.visit_share | . > 0.37 and . < 0.40'
holds "more is resolved at first level" \
    '.before.first_level_rate < 0.33 and (.after.first_level_rate | . > 0.54 and . < 0.58)'

# What differs between the years, each alone and each left out: all but one thing lessens calls.
measures utpas-2016
for mechanism in "$tree"/scenarios/nord/mechanisms/only-*.cfg; do
    after=$(basename "$mechanism" .cfg)
    measures "mechanisms/$after"
    holds "attempts fall" '.after.attempts_open < .before.attempts_open'
    holds "more needs are reached" '.after.need_answer_rate > .before.need_answer_rate'
done
before=centre-2017
measures centre-2017
for mechanism in "$tree"/scenarios/nord/mechanisms/all-but-*.cfg; do
    after=$(basename "$mechanism" .cfg)
    measures "mechanisms/$after"
    holds "attempts rise" '.after.attempts_open > .before.attempts_open'
    holds "fewer needs are reached" '.after.need_answer_rate < .before.need_answer_rate'
done

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
