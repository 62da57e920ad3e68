# The answer rate over the day, of the base and of an option, each with its band.
# SPDX-License-Identifier: GPL-3.0-or-later
set lmargin at screen across(96)
set rmargin at screen across(width - 36)
set tmargin at screen down(above)
set bmargin at screen up(below + 76)
set xrange [from_h:to_h]
# One run has no band: its means alone.
stats table skip 1 using (column(6) == column(6) ? column(6) : column(5)) nooutput
least = target == target && target < STATS_min ? target : STATS_min
lowest = least < 1 ? floor(10 * least) / 10.0 : 0.9
lowest = lowest < 0 ? 0 : lowest
set yrange [lowest:1]
set xtics () font plain
do for [h = ceil(from_h):floor(to_h):every] { set xtics add (hour(h) h) }
set ytics () font plain
do for [p = 0:100:(lowest > 0.5 ? 5 : 10)] { if (p / 100.0 >= lowest - 0.001) { set ytics add (percent(p) p / 100.0) } }
set ylabel label_rate font plain textcolor rgb ink offset 0.5,0
set object 1 rectangle from graph 0, graph 0 to graph 1, graph 1 behind fillcolor rgb shade fillstyle solid 1 noborder
set key at screen across(96), down(key_row) left top horizontal maxrows 1 Left reverse
middle = '(($3 + $4) / 2)'
grid = lowest > 0.5 ? 0.05 : 0.1

# What is open in neither stays shaded.
plot for [k = 0:1] table skip 1 index k using @middle:(0.5):3:4:(0):(1) with boxxyerror fillcolor rgb '#ffffff' notitle, \
     for [k = 0:int((1 - lowest) / grid + 0.001)] 1 - k * grid with lines linecolor rgb pale linewidth 1 notitle, \
     table skip 1 index 0 using @middle:6:7 with filledcurves fillcolor rgb orange fillstyle transparent solid 0.25 noborder notitle, \
     table skip 1 index 1 using @middle:6:7 with filledcurves fillcolor rgb sky_edge fillstyle transparent solid 0.35 noborder notitle, \
     table skip 1 index 0 using @middle:5 with linespoints linecolor rgb orange linewidth 2 pointtype 5 pointsize 0.9 dashtype (14, 6) title key_base, \
     table skip 1 index 1 using @middle:5 with linespoints linecolor rgb blue linewidth 3 pointtype 7 pointsize 0.9 title key_option, \
     target linecolor rgb ink linewidth 2 dashtype (3, 4) title (target == target ? key_target : ''), \
     NaN with boxes fillcolor rgb shade title key_closed
