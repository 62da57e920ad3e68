# The page of every figure: its size, its colours, its title above and its caption below.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Lengths are pixels. Colours have a contrast of 4.5 to white where they carry a line or a text, and
# differ in lightness too: what they say, the kind of line, a hatch or a label says as well.
reset
if (form eq 'svg') {
    set terminal svg size width,height dynamic font 'sans-serif,16' noenhanced background '#ffffff'
} else {
    set terminal pngcairo size width,height font 'sans,12' noenhanced background '#ffffff'
}
set output picture
set encoding utf8
set decimalsign decimal
set datafile separator "\t"
set datafile missing 'NaN'
set datafile commentschars ''

# An SVG counts pixels, a PNG points.
size(points) = sprintf(',%.4g', form eq 'svg' ? points * 4 / 3.0 : points)
small = size(10.5)
plain = size(12)
# The name of a font goes into an SVG as it is; it knows no other way to be bold.
thin = form eq 'svg' ? 'sans-serif' : 'sans'
fat = form eq 'svg' ? 'sans-serif" font-weight="bold' : 'sans:Bold'
strong = fat.size(12)
big = fat.size(18)
across(pixels) = 1.0 * pixels / width
down(pixels) = 1 - 1.0 * pixels / height
up(pixels) = 1.0 * pixels / height

ink = '#1a1a1a'
grey = '#595959'
pale = '#dcdcdc'
shade = '#ececec'
blue = '#0b4f8a'
sky = '#bcd7ee'
sky_edge = '#4f86b8'
orange = '#a8510a'
red = '#8f1414'

# Heights of what stands above and below a plot; two rows of a key are above it.
key_row = 60.0 + 20 * n_subtitle
above = key_row + 52
below = 22.0 + 20 * n_caption

set label 1 title at screen across(24), down(36) left font big textcolor rgb ink
do for [i = 1:n_subtitle] {
    set label 1 + i subtitle[i] at screen across(24), down(44.0 + 20 * i) left font plain textcolor rgb grey
}
do for [i = 1:n_caption] {
    set label 10 + i caption[i] at screen across(24), up(below - 20 * i) left font small textcolor rgb grey
}
# Panels after the first would write them once more.
unset_frame = 'do for [i = 1:20] { unset label i }'

set border 3 linecolor rgb grey
tic_marks = 'nomirror out scale 0.6 textcolor rgb ink'
set xtics @tic_marks
set ytics @tic_marks
set key noenhanced textcolor rgb ink font plain samplen 3 height 0.3
set style fill solid 1 noborder
every = to_h - from_h > 14 ? 2 : 1 # hours between tics; in narrow panels more
hour(h) = sprintf(hour_form, h)
percent(p) = sprintf('%d %%%%', p) # a tic doubles its per cent

# A number as texts write it: "−16 243,5". gnuplot's own tics know no thousands and no minus.
by_threes(t) = strlen(t) > 3 ? by_threes(t[1:strlen(t) - 3]).thousands.t[strlen(t) - 2:strlen(t)] : t
unsigned(t, places) = places ? by_threes(t[1:strlen(t) - places - 1]).decimal.t[strlen(t) - places + 1:strlen(t)] : by_threes(t)
number(v, places) = v == 0 ? '0' : (v < 0 ? '−' : '').unsigned(sprintf(sprintf('%%.%df', places), abs(v)), places)
# Tics for eval: at least n of them, 1, 2 or 5 times a power of ten apart.
tens(r) = 10.0 ** floor(log10(r))
step(r) = r / tens(r) < 2 ? tens(r) : r / tens(r) < 5 ? 2 * tens(r) : 5 * tens(r)
places(s) = s < 0.999 ? int(ceil(-log10(s) - 0.001)) : 0
tics_by(axis, low, high, s) = sprintf('do for [tic = %d:%d] { set %stics add (number(tic * %.9g, %d) tic * %.9g) }', \
                                      ceil(low / s - 0.001), floor(high / s + 0.001), axis, s, places(s), s)
tics(axis, low, high, n) = tics_by(axis, low, high, step((high - low) / n))
