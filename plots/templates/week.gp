# The answer rate in each interval of the week, as a number on a shade; closed times are hatched.
# SPDX-License-Identifier: GPL-3.0-or-later
n_rows = |weekday|
set lmargin at screen across(132)
set rmargin at screen across(width - 36)
set tmargin at screen down(above - 10)
set bmargin at screen up(below + 30)
set xrange [from_h:to_h]
set yrange [n_rows + 0.5:0.5]
unset border
set x2range [from_h:to_h]
unset xtics
set x2tics () font plain scale 0.4
do for [h = ceil(from_h):floor(to_h):every] { set x2tics add (hour(h) h) }
set ytics () font plain scale 0
do for [i = 1:n_rows] { set ytics add (weekday[i] i) }
unset key
set palette defined (0 '#7a1c06', 0.35 '#c8551c', 0.6 '#f0a35c', 0.85 '#fbe3c4', 1 '#fffaf2')
set cbrange [lowest:1]
set colorbox horizontal user origin screen across(width - 420), screen down(60) size screen across(360), screen up(12) noborder
set cbtics () font small scale 0
do for [p = 0:100:10] { if (p / 100.0 > lowest - 0.001) { set cbtics add (percent(p) p / 100.0) } }
dark(rate) = rate < lowest + 0.40 * (1 - lowest)
below_target(rate) = target == target && rate < target
text(rate) = sprintf('%.0f', 100 * rate)
# The number in a cell is as large as its width allows.
cell = (width - 168) * step_h / (to_h - from_h)
cell_size = size(cell > 34 ? 12 : cell > 26 ? 9.5 : 7.5)
in_cell(rate, is_dark, is_below) = rate == rate && dark(rate) == is_dark && below_target(rate) == is_below ? text(rate) : ''

plot table skip 1 using (($4 + $5) / 2):($6 == 0 ? $3 : NaN):4:5:($3 - 0.5):($3 + 0.5) with boxxyerror fillstyle pattern 4 noborder fillcolor rgb '#8a8a8a', \
     table skip 1 using (($4 + $5) / 2):($6 == 1 ? $3 : NaN):4:5:($3 - 0.5):($3 + 0.5):7 with boxxyerror fillstyle solid 1 border linecolor rgb '#ffffff' fillcolor palette, \
     for [d = 0:1] for [b = 0:1] table skip 1 using (($4 + $5) / 2):3:(in_cell($7, d, b)) with labels font (b ? fat : thin).cell_size textcolor rgb (d ? '#ffffff' : ink)
