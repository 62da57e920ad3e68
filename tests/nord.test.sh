#!/usr/bin/env bash
# The two Octobers say what is published of them: 35,000 calls, then 16,000; twice the answer rate.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

# measures SCENARIO: what 30 runs of it say.
measures() {
    run run "$tree/scenarios/nord/$1.cfg" --replications 30 --json -
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
exit $failed
