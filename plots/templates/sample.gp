# The points of a sample, axes two by two: those that fit all facts among the others.
# SPDX-License-Identifier: GPL-3.0-or-later
n_panels = n_axes > 2 ? 3 : 1
left = 84.0
gap_x = 96.0
panel_w = (width - left - 36 - (n_panels - 1) * gap_x) / n_panels
# The pairs: 1 and 2, 1 and 3, 2 and 3.
of_x(p) = int(p == 3 ? 2 : 1)
of_y(p) = int(p == 1 ? 2 : 3)
fits = n_axes + 1

set multiplot
do for [p = 1:n_panels] {
    x0 = left + (p - 1) * (panel_w + gap_x)
    set lmargin at screen across(x0)
    set rmargin at screen across(x0 + panel_w)
    set tmargin at screen down(above)
    set bmargin at screen up(below + 64)
    set xrange [axis_low[of_x(p)]:axis_high[of_x(p)]]
    set yrange [axis_low[of_y(p)]:axis_high[of_y(p)]]
    set xtics () @tic_marks font plain
    eval tics('x', axis_low[of_x(p)], axis_high[of_x(p)], 4)
    set ytics () @tic_marks font plain
    eval tics('y', axis_low[of_y(p)], axis_high[of_y(p)], 5)
    set xlabel axis_label[of_x(p)] font plain textcolor rgb ink
    set ylabel axis_label[of_y(p)] font plain textcolor rgb ink offset -0.5,0
    set grid linetype 1 linecolor rgb pale linewidth 1
    if (p == 1) {
        set key at screen across(left), down(key_row) left top horizontal maxrows 1 Left reverse
    } else {
        eval unset_frame
        unset key
    }
    plot table skip 1 using (column(fits) == 0 ? column(of_x(p)) : NaN):(column(of_y(p))) with points linecolor rgb '#8a8a8a' pointtype 6 pointsize 0.5 title key_other, \
         table skip 1 using (column(fits) == 1 ? column(of_x(p)) : NaN):(column(of_y(p))) with points linecolor rgb blue pointtype 7 pointsize 1.1 title key_fits
}
