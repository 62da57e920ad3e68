# A day: a lane for each agent, and below how many waited.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What an agent does has a colour and a shape of its own: full lanes are work with callers and
# visitors, hatched ones are work without, outlines and thin ones are none.
top = above + 26
lanes_h = n_lanes * lane_px
queue_h = 130.0
queue_top = top + lanes_h + 52

style(k) = \
    k eq 'talk'      ? 'fillcolor rgb "#0b4f8a" fillstyle solid 1 noborder' : \
    k eq 'wrap_up'   ? 'fillcolor rgb "#9cc4e6" fillstyle solid 1 noborder' : \
    k eq 'consultation' ? 'fillcolor rgb "#5b2a83" fillstyle solid 1 noborder' : \
    k eq 'visit'     ? 'fillcolor rgb "#e08a3c" fillstyle solid 1 noborder' : \
    k eq 'callback'  ? 'fillcolor rgb "#0f6b5c" fillstyle solid 1 noborder' : \
    k eq 'idle'      ? 'fillcolor rgb "#8f8f8f" fillstyle solid 1 noborder' : \
    k eq 'off_phone' ? 'fillcolor rgb "#595959" fillstyle pattern 4 noborder' : \
    k eq 'meeting'   ? 'fillcolor rgb "#3c6e1f" fillstyle pattern 5 noborder' : \
    k eq 'training'  ? 'fillcolor rgb "#5b2a83" fillstyle pattern 2 noborder' : \
    k eq 'session'   ? 'fillcolor rgb "#7a5a00" fillstyle pattern 6 noborder' : \
    k eq 'break'     ? 'fillcolor rgb "#ffffff" fillstyle solid 1 border rgb "#595959"' : \
    k eq 'closed'    ? 'fillcolor rgb "#bdbdbd" fillstyle solid 1 noborder' : \
    k eq 'leave'     ? 'fillcolor rgb "#f3e3b0" fillstyle solid 1 border rgb "#7a5a00"' : \
    k eq 'absent'    ? 'fillcolor rgb "#8f1414" fillstyle pattern 7 border rgb "#8f1414"' : \
                       'fillcolor rgb "#8f1414" fillstyle solid 1 noborder'
half(k) = k eq 'idle' ? 0.06 : k eq 'callback' ? 0.22 : k eq 'closed' ? 0.14 : k eq 'late' ? 0.14 : k eq 'break' ? 0.26 : 0.38

set xrange [from_h:to_h]
# Closed times are grey, open ones white, on both panels.
set object 1 rectangle from graph 0, graph 0 to graph 1, graph 1 behind fillcolor rgb shade fillstyle solid 1 noborder
open_box(low, high) = sprintf('table skip 1 index 2 using (($4 + $5) / 2):(%g):4:5:(%g):(%g) with boxxyerror fillcolor rgb "#ffffff" fillstyle solid 1 noborder notitle', low, low, high)

# What happened to the need, if one is asked for: a line through both panels.
mark(low, high) = sprintf(', table skip 1 index 3 using 4:(%g):(0):(%g) with vectors nohead linecolor rgb red linewidth 1.5 dashtype (6, 4) notitle', low, high)

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
set yrange [0:1]
set key at screen across(24), down(key_row) left top horizontal maxrows 2 Left reverse
keys = 'plot '
do for [k = 1:n_kinds] { keys = keys.sprintf('NaN with boxes %s title kind_title[%d], ', style(kind[k]), k) }
keys = keys.'NaN with boxes fillcolor rgb sky fillstyle solid 1 border rgb blue title key_callers, '
if (visited) { keys = keys.'NaN with lines linecolor rgb orange linewidth 2 title key_visitors, ' }
if (n_marks) { keys = keys.'NaN with lines linecolor rgb red linewidth 1.5 dashtype (6, 4) title key_need, ' }
keys = keys.'NaN with boxes fillcolor rgb shade fillstyle solid 1 border rgb pale title key_closed'
eval keys
eval unset_frame
unset key

# The lanes, from the first on top.
set border 3 linecolor rgb grey
set object 1 rectangle from graph 0, graph 0 to graph 1, graph 1 behind fillcolor rgb shade fillstyle solid 1 noborder
set tmargin at screen down(top)
set bmargin at screen down(top + lanes_h)
set yrange [n_lanes + 0.5:0.5]
set xtics () @tic_marks font plain
do for [h = ceil(from_h):floor(to_h)] { set xtics add (hour(h) h) }
set ytics () font plain scale 0 textcolor rgb ink
# Lanes too thin for a line of text each are named as far as there is room.
named = ceil(14.0 / lane_px)
do for [i = 1:n_lanes:named] { set ytics add (lane[i] i) }
lanes = 'plot '.open_box(0.5, n_lanes + 0.5)
do for [k = 1:n_kinds] {
    lanes = lanes.sprintf(", table skip 1 index 0 using (strcol(3) eq '%s' ? ($4 + $5) / 2 : NaN):2:4:5:($2 - %g):($2 + %g) with boxxyerror %s notitle", kind[k], half(kind[k]), half(kind[k]), style(kind[k]))
}
do for [i = 1:n_edges] { lanes = lanes.sprintf(', %g with lines linecolor rgb grey linewidth 0.5 notitle', edge[i]) }
if (n_marks) { lanes = lanes.mark(0.5, n_lanes) }
eval lanes

# How many wait.
set tmargin at screen down(queue_top)
set bmargin at screen down(queue_top + queue_h)
most = most_waiting > 0 ? most_waiting * 1.08 : 1
set yrange [0:most]
step = most <= 6 ? 1 : most <= 12 ? 2 : most <= 30 ? 5 : most <= 60 ? 10 : most <= 120 ? 20 : 10 ** floor(log10(most))
set ytics step @tic_marks font plain
set format y '%g'
set ylabel label_waiting font plain textcolor rgb ink offset screen -0.002,0
queue = 'plot '.open_box(0, most)
queue = queue.", table skip 1 index 1 using (($4 + $5) / 2):6:4:5:(0):6 with boxxyerror fillcolor rgb sky fillstyle solid 1 noborder notitle"
queue = queue.", table skip 1 index 1 using 4:6 with steps linecolor rgb blue linewidth 1 notitle"
if (visited) { queue = queue.", table skip 1 index 1 using 4:7 with steps linecolor rgb orange linewidth 2 notitle" }
if (n_marks) { queue = queue.mark(0, most) }
eval queue
