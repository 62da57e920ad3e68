#!/usr/bin/env bash
# The command line as a whole: commands, options, languages, help, the starter.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

run
refuse "no command" "Commands:"
run rnu ok.cfg
refuse "an unknown command" 'there is no command "rnu"'
run run
refuse "no scenario" "an operand is missing"
run run ok.cfg ok.cfg
refuse "two scenarios" "one operand too many (got ok.cfg"
run run ok.cfg --replicatons 3
refuse "a misspelt option" '--replicatons: there is no such option; did you mean "--replications"?'
run run ok.cfg --replications
refuse "an option without its value" "--replications: a value is missing"
run run ok.cfg --full=yes
refuse "a flag with a value" "--full=yes: takes no value"
for option in "--replications 0" "--replications x" "--replications -5" "--seed -1" \
    "--seed 18446744073709551616" "--threads 0" "--threads 1.5"; do
    # shellcheck disable=SC2086
    run run ok.cfg $option
    refuse "$option" "${option% *}: not a whole number within its range (got ${option#* }"
done
run run ok.cfg --lang de
refuse "--lang de" "--lang: not a language this program speaks (got de, wanted fr, en)"
run run ok.cfg --precision 'wait 3'
refuse "a precision of no measure" "--precision: there is no such measure"
run explain nothing.like.it
refuse "an unknown key" "there is no such key, and no such measure"

# ---- help
run --version
is "--version" "$code/$err" 0/
has "--version" "$out" "decroche "
run --help
is "--help" "$code/$err" 0/
for command in run check explain init erlang trace; do
    has "--help names $command" "$out" "  $command "
done
for command in run check explain init erlang trace; do
    for lang in en fr; do
        run $command --help --lang $lang
        is "$command --help --lang $lang" "$code/$err" 0/
        has "$command --help" "$out" "decroche $command"
        told=$out
        run help $command --lang $lang
        is "help $command" "$code/$out" "0/$told"
    done
done
run --help --lang fr
has "all help in French" "$out" "Commandes"
run run --help --lang fr
has "help in French" "$out" "afficher"

# ---- French, with no French locale; numbers of JSON keep their point
run check missing.cfg --lang fr
refuse "a fault in French" "missing.cfg:" "1 erreur"
run check ok.cfg --lang fr
is "check in French" "$code/$err" 0/
has "check in French" "$out" "1 ligne"
run run ok.cfg --lang fr --replications 2 --json -
expect "JSON under French" 0
printf '%s' "$out" >out.json
is_json "JSON under French is JSON" out.json

run check ok.cfg --lang en --set groups.a.visitors.share=0.5
has "check tells of visitors" "$out" "visitors expected: 540; they hold agents for 72 h"

# ---- explain
run explain
is "explain" "$code/$err" 0/
run explain mean
is "explain mean" "$(grep -cE '(patience|handling)\.mean$' <<<"$out")/$code" 2/0
run explain reserve
has "explain reserve" "$out" "routes.steps.reserve"
run explain based_on
has "explain based_on" "$out" "based_on"
run explain answer_rate
is "explain answer_rate" "$code/$err" 0/
run explain reasons.share
has "a share has no upper end" "$out" "any number, relative to the others"
run explain --markdown
diff <(printf '%s\n' "$out") "$tree/scenarios/README.md" >diff.txt
is "scenarios/README.md is what explain --markdown prints" "$code/$(head -5 diff.txt)" 0/

# ---- the program's own scenarios
run check scenarios/nord/centre-2017.cfg
is "the example of --help works from any folder" "$code/$err" 0/
run check scenarios/nord/none.cfg
refuse "one that is nowhere" "scenarios/nord/none.cfg: no such file"
mkdir -p scenarios/nord
echo 'nonsense = 3;' >scenarios/nord/centre-2017.cfg
run check scenarios/nord/centre-2017.cfg
refuse "a file of one's own comes first" "nonsense: unknown key"

# ---- init
run init
expect "init" 0 "scenario.cfg is written"
run init
refuse "init does not overwrite" "scenario.cfg: is there already"
said() {
    grep -v '^title\|^description' "$1"
}
is "init writes the starter" "$(said scenario.cfg)" "$(said "$tree/scenarios/starter.cfg")"
has "its title in English" "$(cat scenario.cfg)" 'title = "My contact centre";'
run init centre.cfg --lang fr
# shellcheck disable=SC1112
has "its title in French" "$(cat centre.cfg)" 'title = "Mon centre d’appels";'
run run scenario.cfg --replications 2
is "the starter runs" "$code/$err" 0/
run init -
is "init - writes to stdout" "$code/$err/$(head -c 10 <<<"$out")" "0//# A scenar"
exit $failed
