# Agents required and present, weekday by weekday.
# SPDX-License-Identifier: GPL-3.0-or-later
n_panels = |panel|
columns = ceil(n_panels / 2.0)
rows = ceil(1.0 * n_panels / columns)
left = 78.0
gap_x = 22.0
gap_y = 76.0
top = above + 38
panel_w = (width - left - 28 - (columns - 1) * gap_x) / columns
panel_h = (height - top - below - 44 - (rows - 1) * gap_y) / rows

set xrange [from_h:to_h]
set yrange [0:most]
# Eight lines at most, 1, 2 or 5 times a power of ten apart, however many agents.
eighth = most / 8.0
decade = eighth > 1 ? 10 ** floor(log10(eighth)) : 1
every_y = int(eighth <= 1 ? 1 : eighth <= 2 * decade ? 2 * decade : eighth <= 5 * decade ? 5 * decade : 10 * decade)

# Steps are drawn one interval at a time; the upright part joins those that touch.
rise(start, end, value) = (joins = abs(start - last_end) < 0.001, drop = value - last_value, last_end = end, last_value = value, joins ? drop : NaN)
missing(present, required) = required > present ? required : NaN

set multiplot
# The key stands on a page of its own width, before the panels.
set lmargin at screen across(left)
set rmargin at screen across(width - 28)
set tmargin at screen down(above - 4)
set bmargin at screen down(above - 2)
unset border
unset xtics
unset ytics
set key at screen across(left), down(key_row) left top horizontal maxrows 1 Left reverse
plot NaN with boxes fillcolor rgb sky title key_present, \
     NaN with boxes fillstyle pattern 5 fillcolor rgb red title key_missing, \
     NaN with lines linecolor rgb ink linewidth 3 title key_required, \
     NaN with boxes fillcolor rgb shade title key_closed
eval unset_frame
unset key
set border 3
set object 1 rectangle from graph 0, graph 0 to graph 1, graph 1 behind fillcolor rgb shade fillstyle solid 1 noborder
do for [p = 1:n_panels] {
    column_ = (p - 1) % columns
    row_ = (p - 1) / columns
    x0 = left + column_ * (panel_w + gap_x)
    y0 = top + row_ * (panel_h + gap_y)
    set lmargin at screen across(x0)
    set rmargin at screen across(x0 + panel_w)
    set tmargin at screen down(y0)
    set bmargin at screen down(y0 + panel_h)
    set label 30 panel[p] at screen across(x0), down(y0 - 16) left font strong textcolor rgb ink
    set xtics () @tic_marks font plain
    do for [h = ceil(from_h):floor(to_h)] {
        if (h % (2 * every) == 0) { set xtics add (hour(h) h) }
    }
    if (column_ == 0) { set format y '%g'; set ytics every_y @tic_marks font plain; set ylabel label_agents font plain textcolor rgb ink offset 0.5,0 }
    else { set format y ''; set ytics every_y @tic_marks; unset ylabel }
    last_end = -1; last_value = 0
    plot table skip 1 index p - 1 using (($3 + $4) / 2):(most / 2):3:4:(0):(most) with boxxyerror fillcolor rgb '#ffffff', \
         for [q = every_y:most:every_y] q with lines linecolor rgb pale linewidth 1, \
         table skip 1 index p - 1 using (($3 + $4) / 2):5:3:4:(0):5 with boxxyerror fillcolor rgb sky, \
         table skip 1 index p - 1 using (($3 + $4) / 2):6:3:4:5:(missing($5, $6)) with boxxyerror fillstyle pattern 5 fillcolor rgb red, \
         table skip 1 index p - 1 using 3:6:($4 - $3):(0) with vectors nohead linecolor rgb ink linewidth 3, \
         table skip 1 index p - 1 using 3:(last_value):(0):(rise($3, $4, $6)) with vectors nohead linecolor rgb ink linewidth 3
}
