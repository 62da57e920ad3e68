#!/usr/bin/env bash
# No output takes the place of a file that is read, nor of another output; told before anything
# runs.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"
printf 'start,end\n2018-01-02,2018-01-03\n' >dates.csv
printf '%s' "$least" >base.cfg
printf 'based_on = "base.cfg"; school_holidays = { file = "dates.csv"; factor = 0.8; };\n' >mine.cfg
printf 'based_on = "base.cfg"; groups = ( { name = "a"; agents = 4; } );\n' >other.cfg
ln -s mine.cfg link.cfg
ln mine.cfg hard.cfg
mkdir tables
cp dates.csv tables/run.csv
sed 's/dates.csv/tables\/run.csv/' mine.cfg >within.cfg
run run mine.cfg --replications 2 --store s.sqlite
expect "a store to begin with" 0
run check mine.cfg --against b.json --replications 2 --update
expect "a baseline to begin with" 0

# Each would lose something; with so many replications, nothing is run first.
many=(--replications 9000000)
read_too="would overwrite a file that is read"
both="two outputs would go into one file"
cksum -- *.cfg b.json dates.csv s.sqlite tables/* | sort -k3 >before.txt
# keeps PIECE ARGUMENTS: refused with this piece, and every file is as it was.
keeps() {
    local what=$1
    shift
    out=$(timeout 20 "$program" "$@" </dev/null 2>err.txt)
    code=$? err=$(cat err.txt)
    refuse "$*" "$what"
    is "$*: all is as it was" \
        "$(cksum -- *.cfg b.json dates.csv s.sqlite tables/* | sort -k3)" "$(cat before.txt)"
}
for file in mine.cfg ./mine.cfg "$scratch/mine.cfg" link.cfg hard.cfg base.cfg dates.csv; do
    keeps "--json: $read_too (got $file, wanted another file)" run mine.cfg "${many[@]}" --json "$file"
done
keeps "--json: $both" run mine.cfg "${many[@]}" --store s.sqlite --json s.sqlite
keeps "--json: $both" run mine.cfg "${many[@]}" --store s.sqlite --json s.sqlite-wal
keeps "--store: $read_too" run mine.cfg "${many[@]}" --store mine.cfg
keeps "--json: $both" run mine.cfg "${many[@]}" --json new --store ./new
keeps "--csv: $both" run mine.cfg "${many[@]}" --csv tables --json tables/cells.csv
keeps "--csv: $read_too (got tables/run.csv, wanted another folder)" run within.cfg "${many[@]}" --csv tables
keeps "--plots: $both" run mine.cfg "${many[@]}" --plots tables --json tables/a.svg
keeps "--junit: $read_too" check mine.cfg --against b.json --junit b.json
keeps "--junit: $read_too" check mine.cfg --against b.json --junit mine.cfg
keeps "--against: $read_too" check mine.cfg --against mine.cfg --update "${many[@]}"
keeps "--store: $read_too" check mine.cfg --against b.json --store b.json
keeps "--json: $read_too" compare mine.cfg other.cfg "${many[@]}" --json other.cfg
keeps "--json: $read_too" compare mine.cfg --vary groups.a.agents=4,5 "${many[@]}" --json dates.csv
keeps "--json: $read_too" rank mine.cfg other.cfg --by "answer_rate 1 pt" "${many[@]}" --json other.cfg
keeps "--json: $read_too" sensitivity mine.cfg other.cfg "${many[@]}" --json other.cfg
keeps "--json: $read_too" staff mine.cfg "${many[@]}" --json mine.cfg
keeps "--json: $read_too" trace mine.cfg --json mine.cfg

# ---- what is no fault
run run mine.cfg --replications 2 --json mine.json --csv mine --store s.sqlite
expect "files of their own" 0
run run mine.cfg --replications 2 --json mine.json --csv mine
expect "written again" 0
run run mine.cfg --replications 2 --json /dev/null 
expect "a device" 0
run check mine.cfg --against b.json --replications 2 --update
expect "a baseline may be written anew" 0
exit $failed
