# What becomes of first, second ... attempts, as bars of their number.
# SPDX-License-Identifier: GPL-3.0-or-later
n_rows = |attempt|
set lmargin at screen across(150)
set rmargin at screen across(width - 60)
set tmargin at screen down(above - 14)
set bmargin at screen up(below + 24)
stats table skip 1 using 2 nooutput
most = STATS_max > 0 ? STATS_max : 1
set yrange [n_rows + 0.6:0.4]
set xrange [0:most * 1.02]
set border 2
unset xtics
set ytics () font plain scale 0
do for [i = 1:n_rows] { set ytics add (attempt[i] i) }
set key at screen across(150), down(key_row) left top horizontal maxrows 1 Left reverse

# A short bar has its numbers beside it, a long one below.
plot table skip 1 every ::0::n_rows - 1 using ($5 / 2):0:(0):5:($0 + 0.62):($0 + 1.02) with boxxyerror fillstyle solid 1 noborder fillcolor rgb blue title key_answered, \
     table skip 1 every ::0::n_rows - 1 using 5:0:5:($5 + $8):($0 + 0.62):($0 + 1.02) with boxxyerror fillstyle pattern 4 fillcolor rgb orange title key_redialled, \
     table skip 1 every ::0::n_rows - 1 using 5:0:($5 + $8):($5 + $8 + $11):($0 + 0.62):($0 + 1.02) with boxxyerror fillstyle solid 1 noborder fillcolor rgb ink title key_given_up, \
     table skip 1 every ::0::n_rows - 1 using (most * 0.004):($0 + 1.22):(attempt_text[int($0) + 1]) with labels left font plain textcolor rgb ink notitle
