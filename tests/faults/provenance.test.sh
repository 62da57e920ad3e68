#!/usr/bin/env bash
# What values rest on: classes told in the scenario, of variants, of --set; keys that are not there.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"
printf '%s
patience = { mean = "4 min"; };
sources = (
    { name = "assumed"; class = "D"; of = ( "patience", "groups.*.agents" ); },
    { name = "given"; class = "G"; of = ( "groups.a.agents" ); } );\n' "$least" >base.cfg
printf 'based_on = "base.cfg"; groups = ( { name = "a"; agents = 4; } );\n' >four.cfg

# classes FILE OPTION...: of patience.mean and of the agents.
classes() {
    run run "$@" --replications 1 --json -
    jq -c '[.inputs["patience.mean", "groups.a.agents"].class]' <<<"$out"
}
is "the last row that names a key counts" "$(classes base.cfg)" '["D","G"]'
is "a variant's own value is nobody's" "$(classes four.cfg)" '["D",null]'
is "nor is that of --set" "$(classes base.cfg --set groups.a.agents=5)" '["D",null]'
printf 'sources = ( { name = "ours"; class = "A"; of = ( "groups.a.agents" ); } );\n' >>four.cfg
is "unless it tells" "$(classes four.cfg)" '["D","A"]'

run run base.cfg --replications 2 --lang en
has "counted in the report" "$out" "given by the centre: 1, assumed: 1, not classed:"
run check base.cfg --set 'sources.given.of=("groups.a.agnets")' --lang en
has "a key that is not there" "$out$err" "names no key written here" "groups.a.agnets"
is "which is no fault" "$code" 0
run check base.cfg --set 'sources.given.class="X"'
refuse "no such class" "sources.given.class"
exit $failed
