# The share of callers that still wait after so long, with the values at some marks.
# SPDX-License-Identifier: GPL-3.0-or-later
set lmargin at screen across(96)
set rmargin at screen across(width - 36)
set tmargin at screen down(above)
set bmargin at screen up(below + 76)
set xrange [0:to_s / 60.0]
# Where nobody was answered column 2 is NaN throughout, and no comparison takes it.
stats table skip 1 using (column(2) > column(5) ? column(2) : column(5)) nooutput
most = STATS_max > 0 ? ceil(10 * STATS_max) / 10.0 : 0.1
set yrange [0:most]
every_min = to_s > 1800 ? 5 * int(ceil(to_s / 7200.0)) : to_s > 900 ? 2 : 1
set xtics every_min format '%.0f' font plain
set ytics () font plain
do for [p = 0:100:(most > 0.5 ? 10 : 5)] { if (p <= 100 * most + 0.1) { set ytics add (percent(p) p / 100.0) } }
set xlabel label_wait font plain textcolor rgb ink
set ylabel label_share font plain textcolor rgb ink offset 0.5,0
set grid ytics back linetype 1 linecolor rgb pale linewidth 1
set key at screen across(96), down(key_row) left top horizontal maxrows 1 Left reverse

# The table of the marks, in the free corner; the grid does not run through it, curves may.
set object 1 rectangle from screen across(width - 660), screen down(above + 16) to screen across(width - 72), screen down(above + 52 + 30 * marks) back fillcolor rgb '#ffffff' fillstyle solid 1 noborder
do for [i = 0:marks] {
    y = above + 36.0 + 30 * i
    face = i == 0 ? strong : plain
    name = i == 0 ? head_mark : mark_name[i]
    of_answered = i == 0 ? key_answered : mark_answered[i]
    of_all = i == 0 ? key_all : mark_all[i]
    set label 40 + 4 * i name at screen across(width - 560), down(y) right font face textcolor rgb ink
    set label 41 + 4 * i of_answered at screen across(width - 330), down(y) right font face textcolor rgb blue
    set label 42 + 4 * i of_all at screen across(width - 90), down(y) right font face textcolor rgb orange
}
do for [i = 1:marks] {
    set arrow i from mark_s[i] / 60.0, graph 0 to mark_s[i] / 60.0, first mark_all_value[i] nohead linecolor rgb grey linewidth 1 dashtype (2, 4) back
}

plot table skip 1 using ($1 / 60):5 with lines linecolor rgb orange linewidth 3 dashtype (14, 6) title key_all, \
     table skip 1 using ($1 / 60):2 with lines linecolor rgb blue linewidth 3 title key_answered, \
     [i=1:marks:1] '+' using (mark_s[i] / 60.0):(mark_all_value[i]) with points linecolor rgb orange pointtype 5 pointsize 1.2 notitle, \
     [i=1:marks:1] '+' using (mark_s[i] / 60.0):(mark_answered_value[i]) with points linecolor rgb blue pointtype 7 pointsize 1.2 notitle
