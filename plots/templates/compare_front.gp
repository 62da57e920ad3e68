# Cost against service: each option with the cross of what is uncertain of it; the front joined.
# SPDX-License-Identifier: GPL-3.0-or-later
set lmargin at screen across(96)
set rmargin at screen across(width - 60)
set tmargin at screen down(above)
set bmargin at screen up(below + 76)
x(c) = factor_cost * column(c)
y(c) = factor_service * column(c)
stats table skip 1 using (x(3)):(y(6)) nooutput name 'low'
stats table skip 1 using (x(4)):(y(7)) nooutput name 'high'
width_x = high_max_x > low_min_x ? high_max_x - low_min_x : abs(high_max_x) + 1
width_y = high_max_y > low_min_y ? high_max_y - low_min_y : abs(high_max_y) + 1
# Names stand to the right of their points.
set xrange [low_min_x - 0.06 * width_x:high_max_x + 0.30 * width_x]
set yrange [low_min_y - 0.08 * width_y:high_max_y + 0.10 * width_y]
set xtics auto font plain
set ytics auto font plain
set xlabel label_cost font plain textcolor rgb ink
set ylabel label_service font plain textcolor rgb ink offset 0.5,0
set grid linetype 1 linecolor rgb pale linewidth 1
set key at screen across(96), down(key_row) left top horizontal maxrows 1 Left reverse

plot table skip 1 using (column(8) == 1 ? x(2) : NaN):(y(5)) smooth unique with lines linecolor rgb sky_edge linewidth 2 notitle, \
     table skip 1 using (x(2)):(y(5)):(x(3)):(x(4)):(y(6)):(y(7)) with xyerrorbars linecolor rgb grey linewidth 1.5 pointtype 0 notitle, \
     table skip 1 every ::1 using (column(8) == 1 ? x(2) : NaN):(y(5)) with points linecolor rgb blue pointtype 7 pointsize 1.5 title key_front, \
     table skip 1 every ::1 using (column(8) == 1 ? NaN : x(2)):(y(5)) with points linecolor rgb orange pointtype 6 pointsize 1.5 title key_beaten, \
     table skip 1 every ::0::0 using (x(2)):(y(5)) with points linecolor rgb ink pointtype 5 pointsize 1.5 title key_base, \
     for [k = 0:2] table skip 1 every 3::k using (x(2)):(y(5)):1 with labels left offset 1.2,(1.1 * k - 1.1) font plain textcolor rgb ink notitle
