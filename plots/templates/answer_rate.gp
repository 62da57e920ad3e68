# The answer rate over the day: mean and interval, the band of single days, the target.
# SPDX-License-Identifier: GPL-3.0-or-later
set lmargin at screen across(96)
set rmargin at screen across(width - 36)
set tmargin at screen down(above)
set bmargin at screen up(below + 56)
set xrange [from_h:to_h]
set yrange [0:1]
set xtics () font plain
do for [h = ceil(from_h):floor(to_h):every] { set xtics add (hour(h) h) }
set ytics () font plain
do for [p = 0:100:10] { set ytics add (percent(p) p / 100.0) }
set ylabel label_rate font plain textcolor rgb ink offset 0.5,0
set object 1 rectangle from graph 0, graph 0 to graph 1, graph 1 behind fillcolor rgb shade fillstyle solid 1 noborder
set key at screen across(96), down(key_row) left top horizontal maxrows 1 Left reverse

# What is not open stays shaded.
plot table skip 1 using (($2 + $3) / 2):(0.5):2:3:(0):(1) with boxxyerror fillcolor rgb '#ffffff' notitle, \
     for [p = 10:100:10] p / 100.0 with lines linecolor rgb pale linewidth 1 notitle, \
     table skip 1 using (($2 + $3) / 2):7:2:3:7:8 with boxxyerror fillcolor rgb sky title key_band, \
     table skip 1 using 2:7:($3 - $2):(0) with vectors nohead linecolor rgb sky_edge linewidth 1 notitle, \
     table skip 1 using 2:8:($3 - $2):(0) with vectors nohead linecolor rgb sky_edge linewidth 1 notitle, \
     table skip 1 using (($2 + $3) / 2):4 with lines linecolor rgb blue linewidth 2 notitle, \
     table skip 1 using (($2 + $3) / 2):4:5:6 with yerrorbars linecolor rgb blue linewidth 2 pointtype 7 pointsize 0.9 title key_mean, \
     target linecolor rgb orange linewidth 2.5 dashtype (12, 6) title (target == target ? key_target : ''), \
     NaN with boxes fillcolor rgb shade title key_closed
