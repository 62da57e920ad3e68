# Cost against service: each option with the cross of what is uncertain of it; the front joined.
# SPDX-License-Identifier: GPL-3.0-or-later
set lmargin at screen across(96)
set rmargin at screen across(width - 60)
set tmargin at screen down(above)
set bmargin at screen up(below + 76)
x(c) = factor_cost * column(c)
y(c) = factor_service * column(c)
# One run has no interval: its points stand alone.
end(c, at) = column(c) == column(c) ? column(c) : column(at)
stats table skip 1 using (factor_cost * end(3, 2)):(factor_service * end(6, 5)) nooutput name 'low'
stats table skip 1 using (factor_cost * end(4, 2)):(factor_service * end(7, 5)) nooutput name 'high'
width_x = high_max_x > low_min_x ? high_max_x - low_min_x : abs(high_max_x) + 1
width_y = high_max_y > low_min_y ? high_max_y - low_min_y : abs(high_max_y) + 1
from_x = low_min_x - 0.06 * width_x
to_x = high_max_x + 0.30 * width_x
from_y = low_min_y - 0.08 * width_y
to_y = high_max_y + 0.10 * width_y
set xrange [from_x:to_x]
set yrange [from_y:to_y]
set xtics () font plain
eval tics('x', from_x, to_x, 5)
set ytics () font plain
eval tics('y', from_y, to_y, 5)
set xlabel label_cost font plain textcolor rgb ink
set ylabel label_service font plain textcolor rgb ink offset -0.5,0
set grid linetype 1 linecolor rgb pale linewidth 1
set key at screen across(96), down(key_row) left top horizontal maxrows 1 Left reverse

# A name stands right of its point, after the arm; or left, where the page ends too soon. Names
# that would overlap push one another up and down; a thin line leads those that moved back to
# their points.
n = |option|
pixel_x = (to_x - from_x) / (width - 156)
pixel_y = (to_y - from_y) / (height - above - below - 76)
wide(i) = (14 + 8.6 * strlen(option[i])) * pixel_x
space = (form eq 'svg' ? 16 : 12) * pixel_x # an SVG has larger points
on_left(i) = factor_cost * right[i] + space + wide(i) > to_x + 50 * pixel_x
arm_x(i) = factor_cost * (on_left(i) ? left[i] : right[i])
name_x(i) = arm_x(i) + (on_left(i) ? -space : space)
start_x(i) = on_left(i) ? name_x(i) - wide(i) : name_x(i)
point_y(i) = factor_service * at_service[i]
array name_y[n]
do for [i = 1:n] { name_y[i] = point_y(i) }
row = 19 * pixel_y
beside(i, j) = start_x(i) < start_x(j) + wide(j) && start_x(j) < start_x(i) + wide(i)
is_named(i) = strlen(option[i]) > 0
overlap(i, j) = is_named(i) && is_named(j) && beside(i, j) && abs(name_y[i] - name_y[j]) < 0.99 * row
moved = 1
pass = 0
while (moved && pass < 200) {
    moved = 0
    pass = pass + 1
    do for [i = 1:n - 1] {
        do for [j = i + 1:n] {
            if (overlap(i, j)) {
                up_ = name_y[i] < name_y[j] ? -1 : 1
                push = up_ * (row - abs(name_y[i] - name_y[j])) / 2
                name_y[i] = name_y[i] + push
                name_y[j] = name_y[j] - push
                moved = 1
            }
        }
    }
}
led(i) = abs(name_y[i] - point_y(i)) > 0.6 * row
set style textbox opaque noborder margins 0.3,0.3

plot table skip 1 using (column(8) == 1 ? x(2) : NaN):(y(5)) smooth unique with lines linecolor rgb sky_edge linewidth 2 notitle, \
     [i=1:n:1] '+' using (led(i) ? arm_x(i) : NaN):(point_y(i)):(name_x(i) - arm_x(i)):(name_y[i] - point_y(i)) with vectors nohead linecolor rgb grey linewidth 1 notitle, \
     [i=1:n:1] '+' using (is_named(i) && !on_left(i) ? name_x(i) : NaN):(name_y[i]):(option[i]) with labels left boxed font plain textcolor rgb ink notitle, \
     [i=1:n:1] '+' using (is_named(i) && on_left(i) ? name_x(i) : NaN):(name_y[i]):(option[i]) with labels right boxed font plain textcolor rgb ink notitle, \
     table skip 1 using (x(2)):(y(5)):(x(3)):(x(4)):(y(6)):(y(7)) with xyerrorbars linecolor rgb grey linewidth 1.5 pointtype 0 notitle, \
     table skip 1 every ::1 using (column(8) == 1 ? x(2) : NaN):(y(5)) with points linecolor rgb blue pointtype 7 pointsize 1.5 title key_front, \
     table skip 1 every ::1 using (column(8) == 1 ? NaN : x(2)):(y(5)) with points linecolor rgb orange pointtype 6 pointsize 1.5 title key_beaten, \
     table skip 1 every ::0::0 using (x(2)):(y(5)) with points linecolor rgb ink pointtype 5 pointsize 1.5 title key_base
