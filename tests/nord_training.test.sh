#!/usr/bin/env bash
# Training on Thursdays, while the phones are closed, beats the same training in open hours, by what
# the hours lost on the phones explain; a plan that is cheap is paid back, one that is dear is not.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

short=(--set horizon.months=4 --replications 20)
# Nobody ever learns anything: what is left is the time.
taught=()
for module in devenir-assistant-familial acces-aux-droits medico-social; do
    taught+=(--set "training.$module.approach=exponential" --set "training.$module.pace=1e6")
done

# measures NAME SCENARIO OPTIONS: what some runs of it say.
measures() {
    local name=$1 scenario=$2
    shift 2
    run run "$tree/scenarios/nord/$scenario.cfg" "${short[@]}" "$@" --json -
    is "$name runs" "$code" 0
    printf '%s' "$out" >"$name.json"
}

# holds WHAT CONDITION: of the measures of all of them.
holds() {
    is "$1" "$(jq -n --slurpfile t thursday.json --slurpfile o open.json --slurpfile u idle.json \
        --slurpfile l lost.json "{ thursday: \$t[0].measures, open: \$o[0].measures,
          idle: \$u[0].measures, lost: \$l[0].measures } | $2")" true
}

for scenario in training-thursday training-open-hours; do
    run check "$tree/scenarios/nord/$scenario.cfg"
    is "$scenario has no warning" "$code$err" 0
done
measures thursday training-thursday
measures open training-open-hours
measures idle training-thursday "${taught[@]}"
measures lost training-open-hours "${taught[@]}"

holds "both give the same hours" \
    '(.thursday.training_hours.value / .open.training_hours.value - 1 | fabs) < 0.05'
holds "both teach the same" \
    '(.thursday.first_level_rate.value - .open.first_level_rate.value | fabs) < 0.004 and
     .thursday.first_level_rate.value > .idle.first_level_rate.value + 0.025'
holds "on Thursday no phone is left" \
    '.thursday.shrinkage_training.value == 0 and .open.shrinkage_training.value > 0.01'
holds "Thursday answers more" '.thursday.answer_rate.value > .open.answer_rate.value + 0.01'
holds "by what the lost hours explain" \
    '(.thursday.answered.value - .open.answered.value) / (.idle.answered.value - .lost.answered.value)
     | . > 0.8 and . < 1.25'
holds "what is learnt avoids calls" \
    '.thursday.attempts_open.value < .idle.attempts_open.value - 200 and
     .open.attempts_open.value < .lost.attempts_open.value - 200'

# break_even OPTIONS: what decroche training says of Thursdays.
break_even() {
    run training "$tree/scenarios/nord/training-thursday.cfg" "${short[@]}" "$@" --json -
    is "training runs" "$code" 0
    printf '%s' "$out" >even.json
}
break_even
is "a dear plan is not paid back within four months" \
    "$(jq -c '.break_even | [.paid_back, .date, .low, .not_paid_back_share, .horizon_end]' even.json)" \
    '[false,null,null,1,"2018-04-30"]'
is "the two sides are the two runs" \
    "$(jq --slurpfile t thursday.json '.measures.attempts_open.with.value == $t[0].measures.attempts_open.value' even.json)" \
    true
break_even --set 'training.devenir-assistant-familial.hours="1.5 h"' \
    --set 'training.acces-aux-droits.hours="1.5 h"' --set 'training.medico-social.hours="1.5 h"'
is "a cheap one is" "$(jq '.break_even | .paid_back and .low <= .date and .date <= .high and
    .not_paid_back_share < 0.3 and .date > "2018-01-31"' even.json)" true
is "and from then on saved is above given" "$(jq '.break_even.date as $date |
    [.accumulated_hours[] | select(.date >= $date) | .net.value > 0] | all' even.json)" true
is "but not the day before" "$(jq '.break_even.date as $date |
    [.accumulated_hours[] | select(.date < $date)] | last | .net.value <= 0' even.json)" true
exit $failed
