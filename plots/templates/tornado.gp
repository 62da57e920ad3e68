# What each input changes, from the low to the high end of its range; the longest bar on top.
# SPDX-License-Identifier: GPL-3.0-or-later
n_rows = |input|
longest = 0
do for [i = 1:n_rows] { longest = strlen(input[i]) > longest ? strlen(input[i]) : longest }
left = 40.0 + 8.6 * longest
left = left > 360 ? 360.0 : left
set lmargin at screen across(left)
set rmargin at screen across(width - 60)
set tmargin at screen down(above)
set bmargin at screen up(below + 76)
s = factor * stands
least(a, b) = a < b ? a : b
most(a, b) = a > b ? a : b
stats table skip 1 using (factor * least($4 - $5, $7 - $8)):(factor * most($4 + $5, $7 + $8)) nooutput
lowest = STATS_min_x < s ? STATS_min_x : s
highest = STATS_max_y > s ? STATS_max_y : s
lowest = bound == bound && factor * bound < lowest ? factor * bound : lowest
highest = bound == bound && factor * bound > highest ? factor * bound : highest
room = highest > lowest ? 0.12 * (highest - lowest) : 1
set xrange [lowest - room:highest + room]
set yrange [n_rows + 0.7:0.3]
set border 1 linecolor rgb grey
set xtics () @tic_marks font plain
eval tics('x', lowest - room, highest + room, 5)
set ytics () font plain scale 0
do for [i = 1:n_rows] { set ytics add (input[i] i) }
set xlabel label_value font plain textcolor rgb ink
set grid xtics linetype 1 linecolor rgb pale linewidth 1
set key at screen across(left), down(key_row) left top horizontal maxrows 1 Left reverse
set arrow 1 from s, graph 0 to s, graph 1 nohead linecolor rgb ink linewidth 2 front
if (bound == bound) { set arrow 2 from factor * bound, graph 0 to factor * bound, graph 1 nohead linecolor rgb red linewidth 2 dashtype (8, 6) front }
# The whiskers of the two ends lie one above the other, so that both are seen on a short bar.
aside = 0.13
# The lesser end is named on the left, the greater on the right, outside of the bar and of both
# whiskers.
to_left(a, b) = least(s, factor * least(a, b))
to_right(a, b) = most(s, factor * most(a, b))
plot table skip 1 using (factor * $4):2:(s < factor * $4 ? s : factor * $4):(s < factor * $4 ? factor * $4 : s):($2 - 0.26):($2 + 0.26) with boxxyerror fillstyle pattern 5 fillcolor rgb orange title key_low, \
     table skip 1 using (factor * $7):2:(s < factor * $7 ? s : factor * $7):(s < factor * $7 ? factor * $7 : s):($2 - 0.26):($2 + 0.26) with boxxyerror fillstyle solid 1 noborder fillcolor rgb sky_edge title key_high, \
     table skip 1 using (factor * $4):($2 - aside):(factor * $5) with xerrorbars linecolor rgb ink linewidth 1.5 pointtype 0 notitle, \
     table skip 1 using (factor * $7):($2 + aside):(factor * $8) with xerrorbars linecolor rgb ink linewidth 1.5 pointtype 0 notitle, \
     table skip 1 using (to_left($4 - $5, $7 - $8)):($4 <= $7 ? $2 : NaN):(at_low[int($0) + 1]) with labels right offset -0.6,0 font small textcolor rgb ink notitle, \
     table skip 1 using (to_right($4 + $5, $7 + $8)):($4 <= $7 ? NaN : $2):(at_low[int($0) + 1]) with labels left offset 0.6,0 font small textcolor rgb ink notitle, \
     table skip 1 using (to_left($4 - $5, $7 - $8)):($4 <= $7 ? NaN : $2):(at_high[int($0) + 1]) with labels right offset -0.6,0 font small textcolor rgb ink notitle, \
     table skip 1 using (to_right($4 + $5, $7 + $8)):($4 <= $7 ? $2 : NaN):(at_high[int($0) + 1]) with labels left offset 0.6,0 font small textcolor rgb ink notitle, \
     bound == bound ? NaN : 1/0 with lines linecolor rgb red linewidth 2 dashtype (8, 6) title (bound == bound ? key_bound : '')
