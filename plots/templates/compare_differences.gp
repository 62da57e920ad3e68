# Differences to the base with their intervals: a panel for each measure, a row for each option.
# SPDX-License-Identifier: GPL-3.0-or-later
n_panels = |panel|
longest = 0
do for [i = 1:|option|] { longest = strlen(option[i]) > longest ? strlen(option[i]) : longest }
left = 40.0 + 8.2 * longest
left = left > 640 ? 640.0 : left
gap_x = 44.0
gap_y = 92.0
panel_w = (width - left - 36 - gap_x * (panels_across - 1)) / panels_across
panels_down = int(ceil(1.0 * n_panels / panels_across))
panel_h = (height - above - below - 70 - gap_y * (panels_down - 1)) / panels_down
is(side, value) = side == value
# One run has no interval: its differences stand alone.
end(c) = column(c) == column(c) ? column(c) : column(4)

set multiplot
set lmargin at screen across(left)
set rmargin at screen across(width - 36)
set tmargin at screen down(above - 4)
set bmargin at screen down(above - 2)
unset border
unset xtics
unset ytics
set xrange [0:1]
set yrange [0:1]
set key at screen across(left), down(key_row) left top horizontal maxrows 1 Left reverse
plot NaN with points linecolor rgb blue pointtype 7 pointsize 1.4 title key_better, \
     NaN with points linecolor rgb orange pointtype 5 pointsize 1.4 title key_worse, \
     NaN with points linecolor rgb grey pointtype 6 pointsize 1.4 title key_same
eval unset_frame
unset key
do for [p = 1:n_panels] {
    column_ = (p - 1) % int(panels_across)
    row_ = (p - 1) / int(panels_across)
    x0 = left + column_ * (panel_w + gap_x)
    y0 = above + 26 + row_ * (panel_h + gap_y)
    set lmargin at screen across(x0)
    set rmargin at screen across(x0 + panel_w)
    set tmargin at screen down(y0)
    set bmargin at screen down(y0 + panel_h)
    set border 1 linecolor rgb grey
    set label 30 panel[p] at screen across(x0), down(y0 - 14) left font strong textcolor rgb ink
    f = factor[p]
    set xrange [*:*]
    set yrange [*:*]
    stats table skip 1 index p - 1 using (f * end(5)):(f * end(6)) nooutput
    lowest = STATS_min_x < 0 ? STATS_min_x : 0
    highest = STATS_max_y > 0 ? STATS_max_y : 0
    room = highest > lowest ? 0.06 * (highest - lowest) : 1
    set xrange [lowest - room:highest + room]
    set yrange [rows + 0.6:0.4]
    set xtics () @tic_marks font small
    eval tics('x', lowest - room, highest + room, panel_w < 260 ? 2 : 3)
    set ytics () font plain scale 0
    if (column_ == 0) { do for [i = 1:|option|] { set ytics add (option[i] i) } } else { do for [i = 1:|option|] { set ytics add ('' i) } }
    set arrow 1 from 0, graph 0 to 0, graph 1 nohead linecolor rgb ink linewidth 1 back
    set grid xtics linetype 1 linecolor rgb pale linewidth 1
    plot for [k = 1:3] table skip 1 index p - 1 using (is($7, 2 - k) ? f * $4 : NaN):3:(f * end(5)):(f * end(6)) with xerrorbars linecolor rgb (k == 1 ? blue : k == 2 ? grey : orange) linewidth 2 pointtype (k == 1 ? 7 : k == 2 ? 6 : 5) pointsize 1.3
}
