# Hours of training given and of handling saved, as they add up; from where it is paid back.
# SPDX-License-Identifier: GPL-3.0-or-later
set lmargin at screen across(96)
set rmargin at screen across(width - 60)
set tmargin at screen down(above)
set bmargin at screen up(below + 56)
# The axis goes no further below 0 than the interval. (A range set before would hide what is there.)
stats table skip 1 using 5:(column(3) > column(6) ? column(3) : column(6)) nooutput
lowest = STATS_min_x < 0 ? STATS_min_x : 0
highest = STATS_max_y > lowest ? STATS_max_y : lowest + 1
room = 0.04 * (highest - lowest)
set xrange [0:n_days]
set yrange [lowest < 0 ? lowest - room : 0:highest + room]
set xtics () font plain
do for [i = 1:n_months] { set xtics add (month[i] month_day[i]) }
set ytics () font plain
eval tics('y', lowest < 0 ? lowest - room : 0, highest + room, 5)
set ylabel label_hours font plain textcolor rgb ink offset -0.5,0
set xzeroaxis linetype 1 linecolor rgb grey linewidth 1
set grid ytics linetype 1 linecolor rgb pale linewidth 1
set key at screen across(96), down(key_row) left top horizontal maxrows 2 Left reverse
if (pays_at == pays_at) {
    set arrow 1 from pays_at, graph 0 to pays_at, graph 1 nohead linecolor rgb red linewidth 2 dashtype (4, 4)
}

# The band is drawn first, under its curve, and named after it.
plot table skip 1 using 2:5:6 with filledcurves linecolor rgb sky notitle, \
     table skip 1 using 2:4 with lines linecolor rgb blue linewidth 3 title key_saved, \
     NaN with boxes fillcolor rgb sky title key_interval, \
     table skip 1 using 2:3 with lines linecolor rgb orange linewidth 3 dashtype (12, 6) title key_given, \
     NaN with lines linecolor rgb red linewidth 2 dashtype (4, 4) title (pays_at == pays_at ? key_pays : '')
