#!/usr/bin/env bash
# Outputs that cannot be written: exit 3, and nothing half-written is left behind.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"
short=(run ok.cfg --replications 2)
printing=("run ok.cfg --replications 2" "run ok.cfg --replications 2 --json -" "check ok.cfg"
    "explain" "explain seed" "explain --markdown" "init -" "run --help" "--help" "--version")

run "${short[@]}" --json "$scratch/nonexistent/x.json"
expect "a folder that is not there" 3 "nonexistent/x.json: cannot be written"
mkdir folder
run "${short[@]}" --json folder
expect "JSON onto a folder" 3 "folder: cannot be written"
run "${short[@]}" --csv ok.cfg/below
expect "CSV below a file" 3 "ok.cfg/below: this folder cannot be made"
run "${short[@]}" --csv ok.cfg
expect "CSV onto a file" 3 "ok.cfg: is not a folder"
is "the file that was in the way is whole" "$(cat ok.cfg)" "$(printf '%s' "$least")"
run init folder/none/x.cfg
expect "init where it cannot write" 3 "cannot be written"
if [ "$(id -u)" != 0 ]; then
    mkdir closed && chmod a-w closed
    run "${short[@]}" --json closed/x.json
    expect "a folder that may not be written to" 3 "closed/x.json: cannot be written"
fi
if [ -c /dev/full ]; then
    run "${short[@]}" --json /dev/full
    expect "a full disk" 3 "/dev/full: cannot be written"
    for command in "${printing[@]}"; do
        # shellcheck disable=SC2086
        "$program" $command >/dev/full 2>err.txt
        code=$? err=$(cat err.txt)
        expect "$command > /dev/full" 3 "stdout: cannot be written"
    done
fi
for command in "${printing[@]}"; do
    # shellcheck disable=SC2086
    "$program" $command >&- 2>err.txt
    code=$? err=$(cat err.txt)
    expect "$command, stdout closed" 3 "stdout: cannot be written"
done
"$program" "${short[@]}" --json closed.json <&- >&- 2>&-
is "all three closed" $? 3
is_json "no stream writes into a file that took its number" closed.json
sed 's/days = 2/months = 3/' ok.cfg >long.cfg
for output in "--json none/x.json" "--csv ok.cfg" "--csv none/x"; do
    # shellcheck disable=SC2086
    out=$(timeout 20 "$program" run long.cfg --replications 5000000 $output 2>err.txt)
    code=$? err=$(cat err.txt)
    expect "$output is refused before the work" 3 "${output#* }"
done
is "no temporary is left" "$(find . -name '*.tmp')" ""

# ---- what does work
run "${short[@]}" --json - --full
is "--json - leaves stderr empty" "$code/$err" 0/
printf '%s' "$out" >out.json
is_json "--json -: JSON and nothing else" out.json
run "${short[@]}" --json x.json --csv tables
is "files and the screen" "$code/$err/$(head -c 1 x.json)" "0//{"
is "the tables say what they came of" "$(tail -n 1 tables/run.csv | tr -d '\r' | cut -d, -f1,3,6-)" \
    "decroche,ok,1,2,false"
run "${short[@]}" --csv new --json new/x.json
is "the JSON may go into the folder of the tables" "$code/$(find new -type f | wc -l)" 0/6
run "${short[@]}" --json /dev/null
expect "a device is written in place" 0
is "it is still a device" "$([ -c /dev/null ] && echo yes)" yes
ln -s x.json link.json
run "${short[@]}" --json link.json
is "a link keeps pointing" "$code/$(readlink link.json)" 0/x.json
is "no temporary is left behind" "$(find . -name '*.tmp')" ""

# ---- Ctrl-C. Jobs of their own, since a shell's background commands ignore it.
set -m
"$program" run long.cfg --replications 5000000 >out.txt 2>err.txt </dev/null &
sleep 1
kill -INT $!
wait $!
code=$? err=$(cat err.txt)
expect "Ctrl-C ends with what was done" 0
has "its results say so" "$(head -1 out.txt)" "INTERRUPTED after"
is "no progress where stderr is no terminal" "$(grep -c '\[' err.txt)" 0
"$program" run long.cfg --replications 5000000 --json - >out.json 2>err.txt </dev/null &
sleep 1
kill -INT $!
wait $! || not_ok "Ctrl-C with --json -"
is_json "interrupted JSON is JSON" out.json
is "and says so" "$(jq .interrupted out.json)" true
"$program" run long.cfg --replications 5000000 --csv cut >/dev/null 2>err.txt </dev/null &
sleep 1
kill -INT $!
wait $! || not_ok "Ctrl-C with --csv"
is "so do the tables" "$(tail -n 1 cut/run.csv | tr -d '\r' | cut -d, -f8)" true

# One replication that takes long: the second Ctrl-C does not wait for it.
"$program" run long.cfg --replications 1 --threads 1 --set horizon.months=120 \
    --set demand.rate=50000 --set groups.a.agents=4000 >out.txt 2>err.txt </dev/null &
sleep 1
kill -INT $!
sleep 0.2
kill -INT $!
wait $!
is "a second Ctrl-C ends at once" "$?" 130
set +m
exit $failed
