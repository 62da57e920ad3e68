# The answer rate over the day, a panel for each line, with that of all lines behind it.
# SPDX-License-Identifier: GPL-3.0-or-later
n_panels = |panel|
rows = ceil(1.0 * n_panels / columns)
left = 94.0
gap_x = 26.0
gap_y = 110.0
top = above + 70
panel_w = (width - left - 28 - (columns - 1) * gap_x) / columns
panel_h = (height - top - below - 44 - (rows - 1) * gap_y) / rows
every_h = to_h - from_h > 14 ? 6 : 2
set xrange [from_h:to_h]
set yrange [0:1]
set object 1 rectangle from graph 0, graph 0 to graph 1, graph 1 behind fillcolor rgb shade fillstyle solid 1 noborder

set multiplot
# The key stands on a page of its own width, before the panels.
set lmargin at screen across(left)
set rmargin at screen across(width - 28)
set tmargin at screen down(above - 4)
set bmargin at screen down(above - 2)
unset border
unset xtics
unset ytics
unset object 1
set key at screen across(left), down(key_row) left top horizontal maxrows 1 Left reverse
plot NaN with yerrorbars linecolor rgb blue linewidth 1.5 pointtype 7 pointsize 0.8 title key_line, \
     NaN with lines linecolor rgb '#b4b4b4' linewidth 6 title key_mean, \
     NaN with lines linecolor rgb orange linewidth 2 dashtype (12, 6) title (target == target ? key_target : ''), \
     NaN with boxes fillcolor rgb shade title key_closed
eval unset_frame
unset key
set border 3
set object 1 rectangle from graph 0, graph 0 to graph 1, graph 1 behind fillcolor rgb shade fillstyle solid 1 noborder
do for [p = 1:n_panels] {
    column_ = (p - 1) % int(columns)
    row_ = (p - 1) / int(columns)
    x0 = left + column_ * (panel_w + gap_x)
    y0 = top + row_ * (panel_h + gap_y)
    set lmargin at screen across(x0)
    set rmargin at screen across(x0 + panel_w)
    set tmargin at screen down(y0)
    set bmargin at screen down(y0 + panel_h)
    set label 30 panel[p] at screen across(x0), down(y0 - 52) left font strong textcolor rgb ink
    set label 31 panel_text[p] at screen across(x0), down(y0 - 33) left font small textcolor rgb ink
    set label 32 panel_wait[p] at screen across(x0), down(y0 - 14) left font small textcolor rgb ink
    set xtics () @tic_marks font plain
    do for [h = ceil(from_h):floor(to_h)] {
        if (h % every_h == ceil(from_h + 1) % every_h) { set xtics add (hour(h) h) }
    }
    set ytics () @tic_marks font plain
    do for [q = 0:100:20] { set ytics add (column_ == 0 ? percent(q) : '' q / 100.0) }
    if (column_ == 0) { set ylabel label_rate font plain textcolor rgb ink offset 0.5,0 } else { unset ylabel }
    plot table skip 1 index p using (($3 + $4) / 2):(0.5):3:4:(0):(1) with boxxyerror fillcolor rgb '#ffffff', \
         for [q = 20:100:20] q / 100.0 with lines linecolor rgb pale linewidth 1, \
         table skip 1 index 0 using (($3 + $4) / 2):5 with lines linecolor rgb '#b4b4b4' linewidth 6, \
         target linecolor rgb orange linewidth 1.5 dashtype (12, 6), \
         table skip 1 index p using (($3 + $4) / 2):5 with lines linecolor rgb blue linewidth 2, \
         table skip 1 index p using (($3 + $4) / 2):5:6:7 with yerrorbars linecolor rgb blue linewidth 1.5 pointtype 7 pointsize 0.6
}
