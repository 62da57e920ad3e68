#!/usr/bin/env bash
# The workflow of docs/ci.md works as it is: its steps are run in a repository such as it describes.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"
mkdir scenarios baselines decroche
printf '#!/bin/sh\nexec "%s" "$@"\n' "$program" >decroche/decroche
chmod +x decroche/decroche
printf '%s\ntargets = ( "answer_rate >= 50 %%" );\n' "$least" >scenarios/one.cfg
printf '%s' "$least" >scenarios/two.cfg
printf 'based_on = "one.cfg"; groups = ( { name = "a"; agents = 4; } );\n' >scenarios/three.cfg
for name in one two three; do
    run check scenarios/$name.cfg --against baselines/$name.json --update
    is "a baseline of $name" "$code" 0
done

# The commands of the step that has this name.
commands() {
    awk -v name="- name: $1" '
        index($0, name) { found = 1; next }
        found && /run: \|/ { inside = 1; next }
        inside && !/^          / { exit }
        inside { print substr($0, 11) }' "$tree/docs/ci.md"
}

# step NAME: leaves $code, as a runner would see it.
step() {
    commands "$1" >step.sh
    [ -s step.sh ] || not_ok "no step is called $1"
    bash -e step.sh >out.txt 2>&1
    code=$?
}

step "Results against their baselines"
is "as they were" "$code" 0
is "all were told as JUnit" "$(find . -name 'junit-*.xml' | wc -l)" 3
step "Targets"
is "met" "$code" 0
is "one has a target, and another inherits it" \
    "$(grep -c "Targets: 1 met, 0 missed" out.txt)" 2
sed -i 's/agents = 3/agents = 4/; s/50 %/99.99 %/' scenarios/one.cfg
rm junit-*.xml
step "Results against their baselines"
is "one has changed" "$code" 1
is "the others are looked at all the same" "$(find . -name 'junit-*.xml' | wc -l)" 3
sed -i 's/agents = 4/agents = 1/' scenarios/one.cfg
step "Targets"
is "missed" "$code" 1
exit $failed
