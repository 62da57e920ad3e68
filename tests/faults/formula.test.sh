#!/usr/bin/env bash
# Formulas beside a run, and why they differ from it.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"
textbook=$tree/scenarios/textbook
centre=$tree/scenarios/nord/centre-2017.cfg

asked() {
    is "$1" "$(jq -r "$2" <<<"$out")" "$3"
}

# ---- beside the measures
run run "$textbook/erlang-a.cfg" --set horizon.days=7 --replications 4 --json -
expect "Erlang A" 0
"$program" erlang --rate "$(jq -r '.inputs."demand.rate".value' <<<"$out")/h" \
    --handling "$(jq -r '.inputs."handling.mean".value' <<<"$out")s" \
    --patience "$(jq -r '.inputs."patience.mean".value' <<<"$out")s" \
    --agents "$(jq -r '[.inputs | to_entries[] | select(.key | test("^groups.*agents$")) | .value.value][0]' <<<"$out")" \
    --within "$(jq -r '.inputs."service_level.within".value' <<<"$out")s" --json - >erlang.json
for measure in answer_rate service_level wait_answered_mean wait_mean p_wait occupancy queue_mean; do
    is "$measure is the calculator's" \
        "$(jq --argjson exact "$(jq ".measures.$measure.value" erlang.json)" \
            "(.measures.$measure.formula - \$exact | fabs) < 1e-9 * \$exact" <<<"$out")" true
done
asked "a quantile has no formula" '.measures.wait_p95 | has("formula")' false
asked "nothing was asked of the gap" 'has("gap")' false
run run "$textbook/erlang-c.cfg" --set horizon.days=1 --replications 2 --json - \
    --set 'demand.rate="10000 /h"'
asked "a queue that grows has none" '[.measures[] | has("formula")] | any' false

# ---- why they differ
run run "$centre" --replications 40 --json - --explain-gap
expect "the centre" 0
asked "all steps" '[.gap.steps[].step] | join(" ")' \
    "scenario people busyness groups consultation requests message laws returns day"
# shellcheck disable=SC2016 # the variables are jq's
asked "parts and what is left add up to the gap" '.gap as $g | [$g.measures | to_entries[] |
    . as $m | ([$g.steps[1:][].measures[$m.key].part] | add) + $m.value.left - $m.value.gap |
    fabs < 1e-9] | all' true
# shellcheck disable=SC2016
asked "effects add up too" '.gap.steps as $s | [$s[0].measures | keys[] | . as $m |
    ([$s[1:][].measures[$m].effect] | add) + $s[-1].measures[$m].value - $s[0].measures[$m].value |
    fabs < 1e-9] | all' true
asked "the first row is the run" \
    '.gap.steps[0].measures.answer_rate.value == .measures.answer_rate.value and
     .gap.steps[0].measures.answer_rate.formula == .measures.answer_rate.formula' true
asked "effects have intervals" '[.gap.steps[1:][].measures[].effect_half] | all(. > 0)' true
asked "at the end they agree" '[.gap.measures[].agrees] | all' true
asked "and closely" '.gap.steps[-1].measures.answer_rate | .high - .low < 0.006' true
asked "redials weigh most in the simulation" '[.gap.steps[1:][] | {step, e: (.measures.answer_rate.effect | fabs)}] |
    max_by(.e).step' returns
first=$(jq -S .gap <<<"$out")
run run "$centre" --replications 40 --json - --explain-gap --threads 1
is "the same on one thread" "$(jq -S .gap <<<"$out")" "$first"
run run "$textbook/erlang-a.cfg" --set horizon.days=7 --replications 4 --lang en --explain-gap
has "nothing to switch off" "$out" "the scenario as it is"
has "it says what it is" "$out" "Formula: Erlang A, each interval at rest."
run run "$textbook/a-day.cfg" --replications 20 --lang fr --explain-gap
has "French" "$out" "Pourquoi ils diffèrent"
exit $failed
