#!/usr/bin/env bash
# Figures: what is drawn, what their tables hold, and what happens where they cannot be drawn.
# SPDX-License-Identifier: GPL-3.0-or-later
. "${SOURCE_DIR:?}/tests/faults/expect.sh"
centre=$tree/scenarios/nord/centre-2017.cfg
short=(run "$centre" --replications 3)

# ---- without gnuplot, or with one that fails
mkdir bare && ln -s "$(command -v cat)" bare/cat
PATH=$scratch/bare run "${short[@]}" --json x.json --csv tables --plots figures --lang en
expect "no gnuplot" 3 "figures need gnuplot, which is not here" "gnuplot-nox"
is "everything else is delivered" "$(head -c 1 x.json)/$(head -c 7 tables/measures.csv)" "{/measure"
has "the screen too" "$out" "Answer rate: "
is "no folder is left" "$([ -e figures ] || echo none)" none
mkdir bin figures
echo old >figures/week.png
cat >bin/gnuplot <<'FAKE'
#!/bin/sh
echo "line 7: undefined" >&2
echo "  function" >&2
exit 4
FAKE
chmod +x bin/gnuplot
PATH=$scratch/bin:$PATH run "${short[@]}" --plots figures --lang en
expect "a gnuplot that fails" 3 "--plots: gnuplot has failed: line 7: undefined function"
printf '#!/bin/sh\nexit 0\n' >bin/gnuplot
PATH=$scratch/bin:$PATH run "${short[@]}" --plots figures --lang en
expect "a gnuplot that draws nothing" 3 "figures/answer_rate.svg: cannot be written"
is "the folder is as it was" "$(ls figures)/$(cat figures/week.png)" week.png/old
echo text >file
run "${short[@]}" --plots file
expect "figures onto a file" 3 "file: is not a folder"
run "${short[@]}" --plots none/below
expect "figures below a folder that is not there" 3 "none/below: this folder cannot be made"
command -v gnuplot >/dev/null || {
    echo "no gnuplot here: nothing more is tested"
    exit $((failed ? 1 : 77))
}

# ---- what is drawn
run "${short[@]}" --plots figures --json x.json --threads 1 --lang en
is "figures are drawn, without a word" "$code/$err" 0/
is "six figures, three files each" "$(cd figures && echo *)" "$(for name in answer_rate attempts lines \
    presence waits week; do echo $name.png $name.svg $name.tsv; done | xargs)"
is "PNG is PNG" "$(head -qc 4 figures/*.png | tr -cd '[:upper:]')" PNGPNGPNGPNGPNGPNG
! command -v xmllint >/dev/null || xmllint --noout figures/*.svg || not_ok "SVG is well-formed"
has "SVG speaks English" "$(cat figures/answer_rate.svg)" "Answer rate over the day"

# The tables against the JSON: each value, its interval, and the sums of a row.
jq -r '.by.half_hour | to_entries[] | [.key, .value.answer_rate[]] | map(tostring) | @tsv' x.json |
    awk '{ printf "%s %.6f %.6f %.6f\n", $1, $2, $3, $4 }' >wanted
awk -F'\t' 'NF > 1 && NR > 1 { printf "%s %.6f %.6f %.6f\n", $1, $4, $5, $6 }' \
    figures/answer_rate.tsv >got
is "answer_rate.tsv holds what the JSON says" "$(cat got)" "$(cat wanted)"
jq -r '.by.week | to_entries[] | [.key, .value.answer_rate.value] | map(tostring) | @tsv' x.json |
    awk '{ printf "%s %s %.6f\n", $1, $2, $3 }' >wanted
awk -F'\t' '$6 == 1 { printf "%s %s %.6f\n", $1, $2, $7 }' figures/week.tsv >got
is "week.tsv holds what the JSON says" "$(cat got)" "$(cat wanted)"
is "Thursday is closed from 11:00 to 13:30" \
    "$(awk -F'\t' '$1 == "thursday" && $6 == 0 { printf "%s ", $2 }' figures/week.tsv)" \
    "11:00 11:30 12:00 12:30 13:00 "
jq -r '.by.week | to_entries[] | [.key, .value.agents_present.value, .value.offered_load.value] |
    map(tostring) | @tsv' x.json | awk '{ printf "%s %s %.6f %.6f\n", $1, $2, $3, $4 }' >wanted
awk -F'\t' 'NF > 1 && NR > 1 && $1 != "all" { printf "%s %s %.6f %.6f\n", $1, $2, $5, $8 }' \
    figures/presence.tsv >got
is "presence.tsv holds what the JSON says" "$(cat got)" "$(cat wanted)"
is "attempts end in one of three ways" \
    "$(awk -F'\t' 'NR > 1 && ($2 - $5 - $8 - $11) ^ 2 > 1e-9' figures/attempts.tsv)" ""
is "over all attempts" "$(awk -F'\t' 'NR > 1 { n += $2 } END { printf "%.3f", n }' figures/attempts.tsv)" \
    "$(jq -r .measures.attempts.value x.json | awk '{ printf "%.3f", $1 }')"
# A bucket of the histogram may hold a few calls of those just over a minute.
awk -F'\t' '$1 == 60 { printf "%.2f", $5 }' figures/waits.tsv >got
jq -r .measures.p_wait_over_60.value x.json | awk '{ printf "%.2f", $1 }' >wanted
is "waits.tsv agrees with the share that waits over a minute" "$(cat got)" "$(cat wanted)"
is "shares of those who wait longer only fall" \
    "$(awk -F'\t' 'NR > 2 && ($2 > a || $5 > b) { print } { a = $2; b = $5 }' figures/waits.tsv)" ""
is "lines have a panel each, after that of all" \
    "$(awk -F'\t' 'NF > 1 && NR > 1 { print $1 }' figures/lines.tsv | uniq | wc -l)" 9

# ---- languages, threads, titles
run "${short[@]}" --plots french --threads 2 --lang fr
is "figures in French" "$code/$err" 0/
for table in figures/*.tsv; do
    cmp -s "$table" "french/${table##*/}" || not_ok "${table##*/} hangs on threads or language"
done
has "SVG speaks French" "$(cat french/answer_rate.svg)" "Taux de décroché au fil de la journée"
has "its hours too" "$(cat french/answer_rate.svg)" "10 h"
has "its numbers have a comma" "$(cat french/waits.svg)" ",$(grep -o '[0-9] % ± [0-9],[0-9]' \
    french/waits.svg | head -1 | cut -d, -f2)"
cat >odd.cfg <<CFG
based_on = "$centre";
title = "L'été \`id\` {/:Bold _x} %s & <b> \$y";
lines = ( { name = "roubaix-ville"; title = "a'b \`c\` % _d"; } );
CFG
run run odd.cfg --replications 2 --plots odd
is "a title may be any text" "$code/$err" 0/
! command -v xmllint >/dev/null || xmllint --noout odd/*.svg || not_ok "SVG of an odd title"
has "it is shown as it is" "$(sed 's/&amp;/\&/g; s/&lt;/</g; s/&gt;/>/g' odd/week.svg)" \
    "L'été \`id\` {/:Bold _x} %s & <b> \$y"
run run ok.cfg --replications 1 --plots least
is "one line, one run, round the clock" "$code/$err" 0/
is "no figure by line" "$([ -e least/lines.svg ] || echo none)" none
is "the hours of a whole day stand apart" \
    "$(grep -o '>[0-9]*:00<' least/presence.svg | tr -d '<>\n' | cut -c1-32)" \
    "0:004:008:0012:0016:0020:0024:00"
run run ok.cfg --replications 3 --set groups.a.agents=0 --plots nobody
expect "where nobody is ever answered there are waits all the same" 0 'nobody is present'
is "they are drawn" "$([ -s nobody/waits.svg ] && echo drawn)" drawn
run run ok.cfg --replications 1 --set patience.law=never --set handling.mean=1e6 \
    --set demand.rate=20000 --plots flood
is "a load of millions is drawn" "$code" 0
is "with few lines across" "$(($(wc -c <flood/presence.svg) < 1000000))" 1
run compare "$centre" --vary groups.accueil.agents=6,8 --replications 1 --lang fr --plots once
is "a comparison of one run is drawn, without intervals" \
    "$code/$(cd once && echo *.png)" "0/compare_day.png compare_differences.png compare_front.png"
has "its tics part thousands, and have a minus" "$(cat once/compare_differences.svg)" $'−2\xe2\x80\xaf000'
has "the hours closed are shaded, and named" "$(cat once/compare_day.svg)" "fermé"
is "no temporary is left behind" "$(find . -name '*.tmp')" ""
exit $failed
