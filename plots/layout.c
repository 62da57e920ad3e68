/* Lines of text of at most 100 columns: widths of UTF-8, padding, wrapping, cutting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/layout.h"

#include <string.h>

#define BLANKS " \n"

static bool begins_point(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

static size_t width_of(const char *text, size_t bytes)
{
    size_t width = 0;
    for (size_t i = 0; i < bytes; i++)
        width += begins_point(text[i]);
    return width;
}

size_t layout_width(const char *text)
{
    return width_of(text, strlen(text));
}

size_t layout_longest_word(const char *text)
{
    size_t longest = 0;
    while (*text) {
        const size_t bytes = strcspn(text, BLANKS), width = width_of(text, bytes);
        if (width > longest) longest = width;
        text += bytes + strspn(text + bytes, BLANKS);
    }
    return longest;
}

size_t layout_widest_line(const char *text)
{
    size_t widest = 0;
    while (*text) {
        const size_t bytes = strcspn(text, "\n"), width = width_of(text, bytes);
        if (width > widest) widest = width;
        text += bytes + (text[bytes] == '\n');
    }
    return widest;
}

void layout_blank(FILE *out, size_t columns)
{
    while (columns-- > 0)
        putc(' ', out);
}

/* Bytes of the first so many columns. */
static size_t bytes_of(const char *text, size_t columns)
{
    size_t bytes = 0;
    for (; text[bytes]; bytes++)
        if (begins_point(text[bytes]) && columns-- == 0) break;
    return bytes;
}

static void write_cut(FILE *out, const char *text, size_t columns)
{
    if (columns == 0) return;
    fwrite(text, 1, bytes_of(text, columns - 1), out);
    fputs("…", out);
}

void layout_left(FILE *out, const char *text, size_t columns)
{
    const size_t width = layout_width(text);
    if (width > columns) {
        write_cut(out, text, columns);
        return;
    }
    fputs(text, out);
    layout_blank(out, columns - width);
}

void layout_left_tail(FILE *out, const char *text, size_t columns)
{
    size_t width = layout_width(text);
    if (width > columns) {
        fputs("…", out);
        for (columns--; width > columns; width--)
            do
                text++;
            while ((*text & 0xC0) == 0x80);
    }
    layout_left(out, text, columns);
}

void layout_right(FILE *out, const char *text, size_t columns)
{
    const size_t width = layout_width(text);
    if (width < columns) layout_blank(out, columns - width);
    layout_left(out, text, width < columns ? width : columns);
}

size_t layout_line(const char **text, size_t columns, const char **line)
{
    const char *start = *text + strspn(*text, BLANKS);
    size_t bytes = strcspn(start, BLANKS);
    while (start[bytes] == ' ') {
        const size_t word = bytes + strspn(start + bytes, " ");
        const size_t next = word + strcspn(start + word, BLANKS);
        if (next == word || width_of(start, next) > columns) break;
        bytes = next;
    }
    *line = start;
    *text = start + bytes;
    return bytes;
}

void layout_wrap(FILE *out, const char *text, size_t used, size_t indent)
{
    const char *line;
    size_t bytes;
    for (bool first = true; (bytes = layout_line(&text, LAYOUT_WIDTH - used, &line)) > 0;
         used = indent, first = false) {
        if (!first) layout_blank(out, indent);
        fwrite(line, 1, bytes, out);
        putc('\n', out);
    }
}

static size_t heading_lines(const struct layout_heading *heading)
{
    const char *rest = heading->text, *line;
    size_t lines = 0;
    while (layout_line(&rest, heading->width, &line))
        lines++;
    return lines;
}

/* Writes the line `row` of a heading after so many blanks; returns how many are then owed, so
 * that no line ends in blanks. */
static size_t write_heading_line(FILE *out, const struct layout_heading *heading, size_t row,
                                 size_t blanks)
{
    const char *rest = heading->text, *line = rest;
    size_t bytes = 0;
    for (size_t i = 0; i <= row; i++)
        bytes = layout_line(&rest, heading->width, &line);
    const size_t width = width_of(line, bytes);
    const size_t left = width < heading->width ? heading->width - width : 0;
    layout_blank(out, blanks + heading->gap + (heading->right ? left : 0));
    fwrite(line, 1, bytes, out);
    return heading->right ? 0 : left;
}

void layout_headings(FILE *out, const struct layout_heading *headings, size_t n)
{
    size_t most = 0;
    for (size_t i = 0; i < n; i++) {
        const size_t lines = heading_lines(&headings[i]);
        if (lines > most) most = lines;
    }
    for (size_t row = 0; row < most; row++) {
        size_t blanks = 0;
        for (size_t i = 0; i < n; i++) {
            const size_t above = most - heading_lines(&headings[i]);
            if (row < above)
                blanks += headings[i].gap + headings[i].width;
            else
                blanks = write_heading_line(out, &headings[i], row - above, blanks);
        }
        putc('\n', out);
    }
}
