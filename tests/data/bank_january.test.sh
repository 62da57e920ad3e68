#!/usr/bin/env bash
# A bank's January, day by day: what the simulator makes of its arrivals, agents and patience.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The log is that of Anonymous Bank, 1999 (Guedj and Mandelbaum, Technion), call by call. It holds
# no roster: agents on duty are inferred from their calls. The abandonment simulated must be within
# 3 points of that observed; docs/model.md tells how near it came.
. "${SOURCE_DIR:?}/tests/faults/expect.sh"

log=${REFERENCE_DIR:?}/data/anonbank_jan1999
[ -r "$log/calls.csv" ] || exit 77
read -r offered abandoned wait <<<"$(awk -f "$tree/tests/data/bank_january.awk" \
    "$log/staffing_30min_inferred.csv" "$log/calls.csv")"

for day in 1999-*.cfg; do
    "$program" run "$day" --json - --replications 200 2>err.txt || not_ok "$day" "$(cat err.txt)"
done | jq -s -r --argjson offered "$offered" --argjson abandoned "$abandoned" --arg wait "$wait" '
    (map(.measures.offered.value) | add) as $n | (map(.measures.abandoned.value) | add) as $left |
    (map(.measures.wait_answered_mean.value * .measures.answered.value) | add) as $waits |
    "\(length) days; abandoned: observed \($abandoned / $offered * 1000 | round / 10) %, simulated " +
    "\($left / $n * 1000 | round / 10) %; mean wait of the answered: observed \($wait) s, " +
    "simulated \($waits / ($n - $left) * 10 | round / 10) s",
    (($left / $n - $abandoned / $offered) | fabs)' >said.txt
head -n 1 said.txt
awk 'NR == 2 { exit !($1 < 0.03) }' said.txt || not_ok "abandonment is more than 3 points off"
[ "$(wc -l <said.txt)" = 2 ] || not_ok "no comparison was made"
exit "$failed"
