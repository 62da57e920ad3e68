#!/usr/bin/env bash
# Checks against a baseline: what they hear, what they let pass, and what they refuse.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"
# Five days of two lines, as busy as its agents bear.
cat >month.cfg <<'CFG'
demand = { rate = 40; };
handling = { mean = "240 s"; cv = 0.8; };
patience = { mean = "300 s"; };
groups = ( { name = "a"; agents = 4; } );
lines = ( { name = "north"; }, { name = "south"; } );
horizon = { start = "2018-01-01"; days = 5; warm_up = 0; run_off = 0; };
CFG
check() {
    run check month.cfg --against base.json "$@"
}

# ---- writing one, and finding everything as it was
check
refuse "no baseline" "base.json: cannot be read" "--update"
check --update
is "it is written" "$code/$out" "0/base.json: a baseline of 100 runs of month"
is_json "it is JSON" base.json
is "of so many numbers" "$(jq '.series.handling_mean.over | length' base.json)" 100
cp base.json kept.json
check --update
cmp -s base.json kept.json || not_ok "written again it has other bytes"
for threads in 1 3; do
    check --threads $threads
    is "nothing has changed" "$code" 0
    has "it says so" "$out" "Every number is the same, to the last digit."
    check --exact --threads $threads
    is "nor to the last bit" "$code/$err" 0/
done

# ---- what is heard: the same people, other people, to the last bit
check --set 'handling.mean=242.4 s'
is "1 % more handling time" "$code" 1
has "by name, from, to" "$out" "handling time: 4 min 02"
has "and from what" "$out" "was 4 min 00"
has "and where" "$out" "most in "
has "that the text is another" "$out" "The scenario is not the one of the baseline."
check --set 'handling.mean=242.4 s' --seed 2
is "of other people too" "$code" 1
has "handling time alone is shown" "$out" "1 of "
has "it is told so" "$out" "other people, compared on average"
check --set 'patience.mean=303 s'
is "1 % more patience" "$code" 1
has "patience" "$out" "  patience: 5 min 0"
check --seed 2
is "other people, and no change" "$code" 0
has "none is shown" "$out" "No change is shown in "
check --seed 2 --replications 40
is "fewer runs" "$code" 0
check --exact --set 'handling.mean=240.0000001 s'
is "exact: a billionth" "$code" 1
check --set 'handling.mean=240.0000001 s'
is "which does not matter" "$code" 0

# ---- a line, an interval
check --set 'lines.north.weight=3'
is "another split of lines" "$code" 0
check --set 'groups.a.agents=5' --full
is "an agent more" "$code" 1
has "what has not changed is told too" "$out" "Not shown to have changed:"

# ---- tolerances, kept by the baseline
check --set 'handling.mean=242.4 s' --seed 2 --tolerance "handling_mean 10 s"
is "within what matters" "$code" 0
check --update --tolerance "handling_mean 10 s" --tolerance "answer_rate 2 pt"
is "kept" "$(jq '[.series.handling_mean.tolerance, .series.answer_rate.tolerance] == [10, 0.02]' \
    base.json)" true
check --update
check --set 'handling.mean=242.4 s' --seed 2
is "and inherited" "$code" 0
check --tolerance "handling_mean 0.001 s" --set 'handling.mean=242.4 s' --seed 2
is "narrowed" "$code" 1
check --tolerance "wait_p95 10 s"
refuse "a tolerance of what is not tested" "--tolerance: is not among the measures"
check --tolerance "no_such 10 s"
refuse "a tolerance of nothing" "--tolerance: there is no such measure"
cp kept.json base.json

# ---- for machines
check --tap --set 'handling.mean=242.4 s'
is "TAP" "$code/$(head -n 1 <<<"$out")" "1/TAP version 13"
is "as many as are promised" "$(grep -cE '^(not )?ok [0-9]+ - ' <<<"$out")" \
    "$(sed -n 's/^1\.\.//p' <<<"$out")"
has "what fails" "$out" "not ok 3 - handling_mean: 4 min 02"
check --junit tests.xml --set 'handling.mean=242.4 s'
is "JUnit beside the text" "$code" 1
is "a failure" "$(grep -c '<failure' tests.xml)" "$(sed -n 's/.*failures="\([0-9]*\)".*/\1/p' tests.xml)"
if command -v xmllint >/dev/null; then
    xmllint --noout tests.xml || not_ok "JUnit is no XML"
fi
check --tap --exact
is "TAP, to the last bit" "$code/$(grep -m 1 answer_rate <<<"$out" | cut -d- -f2-)" "0/ answer_rate"
is "nothing more is said of what passes" "$(grep -c '^ok [0-9]* - [a-z0-9_]*: ' <<<"$out")" 1
check --tap --exact --set 'handling.mean=242.4 s'
has "TAP, where it differs" "$out" "- answer_rate: 0."
check --exact --full
has "unchanged, in all digits" "$out" ", as it was"
check --junit none/tests.xml
expect "JUnit where it cannot be" 3 "none/tests.xml: cannot be written"
[ ! -c /dev/full ] || {
    check --junit /dev/full
    expect "JUnit on a full disk" 3 "/dev/full: cannot be written"
}
check --lang fr --set 'handling.mean=242.4 s'
has "in French" "$out" "ont changé"

# ---- what is no baseline
damaged() {
    cat >damaged.json
    run check month.cfg --against damaged.json "${@:2}"
    refuse "$1" "damaged.json"
    case $err in *"$1"*) ;; *) not_ok "not \"$1\"" "  $err" ;; esac
}
head -c 9000 kept.json | damaged "is no JSON, or is cut short"
: | damaged "is no JSON, or is cut short"
sed '/"handling_mean": {/s/\[[0-9.]*/[NaN/' kept.json | damaged "is no JSON, or is cut short"
sed '/"handling_mean": {/s/\[[0-9.]*/[1e999/' kept.json | damaged "is no JSON, or is cut short"
jq '.series.handling_mean.over[4] = null' kept.json |
    damaged "series.handling_mean.over.[4]: is no number"
jq '.series.handling_mean.over[4] = "12"' kept.json |
    damaged "series.handling_mean.over.[4]: is no number"
jq 'del(.series.handling_mean.over[4])' kept.json |
    damaged "series.handling_mean.over: does not have a number for each replication"
jq 'del(.series)' kept.json | damaged "series: is missing, or is no object"
jq 'del(.sha256)' kept.json | damaged "sha256: is missing, or is no text"
jq '.replications = 0' kept.json | damaged "replications: a baseline has two"
jq '.seed = "-3"' kept.json | damaged "seed: is no seed"
jq '.baseline = 2' kept.json | damaged "baseline: is of another version"
jq '.by.line.north.offered = 3' kept.json | damaged "by.line.north.offered: is no pair of numbers"
jq '.series.offered.tolerance = -1' kept.json | damaged "series.offered.tolerance: is below 0"
echo '{"schema_version": 1}' | damaged "is not a baseline"
echo '[1, 2]' | damaged "is not a baseline"
jq '.version = "0.0.9"' kept.json >older.json
run check month.cfg --against older.json
is "of an older version it is compared all the same" "$code" 0
has "which is said" "$out" "The baseline is of version 0.0.9"
run check month.cfg --against older.json --exact
refuse "but not exactly" "--exact: the baseline is of another version of this program (got 0.0.9"
jq '.series.gone = .series.offered | .values.gone = 1 | .digest = "0"' kept.json >more.json
run check month.cfg --against more.json
is "a measure that is gone is a change" "$code" 1
has "by name" "$out" "gone: is no longer measured"
mkdir folder
run check month.cfg --against folder
refuse "a folder" "folder: this is a folder, not a file"
run check month.cfg --against folder --tolerance "nope 3" --tolerance "answer_rate 3 kg"
refuse "all faults at once" "folder: this" "(got nope" "(got answer_rate 3 kg" "3 faults"
run check month.cfg --against base.json --update --tolerance "nope 3"
refuse "a tolerance of nothing, before the run" "(got nope"

# ---- changed by hand
changed() {
    jq "$1" kept.json >hand.json
    for how in "" --exact --tap; do
        # shellcheck disable=SC2086
        run check month.cfg --against hand.json $how
        refuse "$1 $how" "hand.json: $2"
    done
}
not_its_own="digest: is not that of the numbers in this baseline; write it anew, with --update"
changed 'del(.values.answer_rate)' "values.answer_rate: is missing"
changed 'del(.series.answer_rate)' "series.answer_rate: is missing"
changed 'del(.values.wait_p95)' "$not_its_own"
changed '.values.wait_p95 += 1e-9' "$not_its_own"
changed '.series.answered.over[0] += 50' "$not_its_own"
changed '.by.half_hour["08:30"].offered = [999, 1]' "$not_its_own"
changed 'del(.by.half_hour["08:30"])' "$not_its_own"
changed '.by = {}' "$not_its_own"
changed '.values.needs = 1e308 | .series.needs.over[0] = 1e308' \
    "series.needs.over.[0]: is no number that a run comes to"
jq '.series.needs.over[0] = 1e59 | .values.needs = -1e59' kept.json >huge.json
run check month.cfg --against huge.json --set groups.a.agents=5 --full
is "what is huge is compared without NaN" "$code/$(grep -ciE 'nan|inf' <<<"$out")" 1/0
jq -S . kept.json >sorted.json
run check month.cfg --against sorted.json --exact
is "its keys may stand in any order" "$code" 0

# ---- asked wrongly
check --exact --seed 2
refuse "exact, of another seed" "--exact: the baseline has another seed"
check --exact --replications 7
refuse "exact, of fewer" "--exact: the baseline has another seed or number"
check --replications 1
refuse "one replication" "--replications: a comparison takes two"
check --update --replications 1
refuse "a baseline of one" "--replications: a baseline has two"
check --update --exact
refuse "both" "--update: either this or --exact"
for option in --exact --update --tap "--seed 2" "--tolerance \"needs 2\"" "--junit x.xml"; do
    eval "run check month.cfg $option"
    refuse "$option alone" "${option%% *}: says something only together with --against"
done
cmp -s base.json kept.json || not_ok "the baseline was changed by what was refused"

# ---- nothing half-written
out=$(trap '' XFSZ; ulimit -f 8; "$program" check month.cfg --against base.json --update 2>err.txt)
code=$? err=$(cat err.txt)
expect "a full disk" 3 "base.json: cannot be written"
cmp -s base.json kept.json || not_ok "a full disk spoils the old baseline"
run check month.cfg --against none/base.json --update
expect "no such folder" 3 "none/base.json: cannot be written"
[ ! -c /dev/full ] || {
    run check month.cfg --against /dev/full --update
    expect "onto a full disk" 3 "/dev/full: cannot be written"
    run check month.cfg --against /dev/null --update
    expect "onto a device" 0
}
if [ "$(id -u)" != 0 ]; then
    mkdir closed && chmod a-w closed
    run check month.cfg --against closed/base.json --update
    expect "a folder that may not be written to" 3 "closed/base.json: cannot be written"
fi
is "no temporary is left" "$(find . -name '*.tmp')" ""
exit $failed
