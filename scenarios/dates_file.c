/* Reads stretches of dates from a table of start,end[,name]: school holidays, for one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/dates_file.h"

#include "scenarios/date_text.h"
#include "scenarios/text_read.h"

#include <ctype.h>
#include <string.h>
#include <sys/stat.h>

enum { LONGEST = 366 };

#define WANTED "start,end[,name]"

/* Where the reading is. */
struct table {
    const struct field_place *place;
    const char *file;
    unsigned line;
    bool begun;             /* a line with dates was seen, or a heading */
    struct sim_dates dates; /* so far */
    size_t capacity;
    bool ok;
};

static void refuse(struct table *self, struct sim_fault fault)
{
    fault.severity = SIM_INPUT;
    fault.file = self->file;
    fault.line = self->line;
    fault.path = self->place->path;
    sim_faults_add(self->place->faults, fault);
    self->ok = false;
}

/* A piece of a line, without blanks and quotes around it; owned by the arena. */
static const char *cell_text(struct table *self, const char *start, const char *end)
{
    while (start < end && (isspace((unsigned char)*start) || *start == '"'))
        start++;
    while (end > start && (isspace((unsigned char)end[-1]) || end[-1] == '"'))
        end--;
    const char *text = sim_arena_print(self->place->arena, "%.*s", (int)(end - start), start);
    if (!text) self->ok = sim_faults_memory(self->place->faults);
    return text;
}

static bool read_date(struct table *self, const char *text, int *date)
{
    struct sim_fault fault;
    if (date_parse(text, date, &fault)) return true;
    fault.got = text;
    refuse(self, fault);
    return false;
}

static void add_stretch(struct table *self, int first, int last)
{
    void *values = self->dates.values;
    const size_t n = (size_t)last - (size_t)first + 1;
    if (!sim_grow(&values, &self->capacity, self->dates.n + n, sizeof *self->dates.values)) {
        self->ok = sim_faults_memory(self->place->faults);
        return;
    }
    self->dates.values = values;
    for (int date = first; date <= last; date++)
        self->dates.values[self->dates.n++] = date;
}

static void read_stretch(struct table *self, const char *start, const char *end)
{
    int first, last;
    const bool both = read_date(self, start, &first) & read_date(self, end, &last);
    if (!both) return;
    const char *got = sim_faults_text(self->place->faults, "%s,%s", start, end);
    if (last < first)
        refuse(self, (struct sim_fault){ .what = N_("ends before it begins"), .got = got });
    else if (last - first >= LONGEST)
        refuse(self, (struct sim_fault){ .what = N_("longer than a year"), .got = got });
    else
        add_stretch(self, first, last);
}

/* A heading has no digit, and comes first. */
static bool is_heading(struct table *self, const char *line, size_t length)
{
    if (self->begun) return false;
    self->begun = true;
    for (size_t i = 0; i < length; i++)
        if (isdigit((unsigned char)line[i])) return false;
    return true;
}

static void read_line(struct table *self, const char *line, size_t length)
{
    while (length && isspace((unsigned char)*line))
        line++, length--;
    if (length == 0 || *line == '#' || is_heading(self, line, length)) return;
    const size_t first = strcspn(line, ",;\n");
    if (first >= length) {
        refuse(self, (struct sim_fault){ .what = N_("the second date is missing"),
                                         .got = cell_text(self, line, line + length),
                                         .wanted = WANTED });
        return;
    }
    const char *second = line + first + 1, *end = second + strcspn(second, ",;\n");
    const char *start = cell_text(self, line, line + first);
    const char *stop = cell_text(self, second, end);
    if (start && stop) read_stretch(self, start, stop);
}

static void read_lines(struct table *self, const char *text)
{
    while (*text) {
        const size_t length = strcspn(text, "\n");
        self->line++;
        read_line(self, text, length);
        text += length + (text[length] == '\n');
    }
    self->line = 0;
    if (self->ok && self->dates.n == 0)
        refuse(self, (struct sim_fault){ .what = N_("there is no date in this file"),
                                         .wanted = WANTED });
}

/* The dates move to the arena; false when memory has run out. */
static bool keep(struct table *self, struct sim_dates *dates)
{
    int *values = sim_arena_new(self->place->arena, self->dates.n, sizeof *values);
    if (!values) return sim_faults_memory(self->place->faults);
    if (self->dates.n) memcpy(values, self->dates.values, self->dates.n * sizeof *values);
    *dates = (struct sim_dates){ values, self->dates.n };
    return true;
}

/* Its path; NULL with a fault where there is no such file. One named on the command line is
 * looked for from the working directory. */
static const char *find_file(const struct field_place *place)
{
    struct stat status;
    const struct setting *from = place->from;
    const char *file = file_beside(place->arena, from->line ? from->file : "", from->text);
    if (!file) {
        sim_faults_memory(place->faults);
        return NULL;
    }
    if (stat(file, &status) == 0) return file;
    field_refuse(place,
                 (struct sim_fault){ .what = N_("no such file"),
                                     .got = file,
                                     .hint = N_("the file is looked for beside this one") });
    return NULL;
}

void dates_file_read(const struct field_place *place, void *slot)
{
    struct sim_dates_file *out = slot;
    struct table table = { .place = place, .ok = true };
    if (place->from->type != SETTING_TEXT) {
        field_refuse(place, (struct sim_fault){ .what = N_("wrong kind of value"),
                                                .wanted = field_wanted(place->field) });
        return;
    }
    table.file = find_file(place);
    const char *text = table.file ? text_read(table.file, place->arena, place->faults) : NULL;
    if (!text) return;
    read_lines(&table, text);
    if (table.ok && keep(&table, &out->dates)) {
        out->name = place->from->text;
        out->path = table.file;
    }
    sim_release(table.dates.values);
}
