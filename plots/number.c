/* Numbers as people read them: digits that the interval bears out, comma or point, durations.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/number.h"

#include <math.h>
#include <string.h>

#define NARROW "\u202F"
#define DASH   "–"
#define MINUS  "−"

enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };

/* The grain of a duration: what its last digit counts. */
enum grain { GRAIN_SECONDS, GRAIN_MINUTES, GRAIN_HOURS, GRAIN_DAYS };

static const char *glue(struct words words)
{
    return words.french ? NARROW : " ";
}

static struct number dash(void)
{
    return (struct number){ DASH };
}

/* Copies "-16243.5" as "−16 243,5"; digits before the point go by three. */
static void punctuate(struct words words, const char *digits, char *out)
{
    const char *thousands = words.french ? NARROW : ",";
    if (*digits == '-') {
        out = stpcpy(out, MINUS);
        digits++;
    }
    const size_t whole = strspn(digits, "0123456789");
    for (size_t i = 0; i < whole; i++) {
        if (i && (whole - i) % 3 == 0) out = stpcpy(out, thousands);
        *out++ = digits[i];
    }
    if (digits[whole] == '.') *out++ = words.french ? ',' : '.';
    strcpy(out, digits[whole] == '.' ? digits + whole + 1 : digits + whole);
}

struct number number_plain(struct words words, double value, int decimals)
{
    struct number number = { "" };
    char digits[40];
    if (isnan(value)) return dash();
    if (isinf(value)) return (struct number){ "∞" };
    const double grain = pow(10, -decimals);
    if (fabs(value) < grain / 2) value = 0; /* no "-0" */
    if (fabs(value) >= 1e15)
        snprintf(digits, sizeof digits, "%.3g", value);
    else
        snprintf(digits, sizeof digits, "%.*f", decimals, value);
    punctuate(words, digits, number.text);
    return number;
}

enum { WHOLE_MOST = 9 };

/* The fewest decimals that write a value whole, to seven digits; or so many as are usual. */
static int decimals_whole(double value, int usual)
{
    double scale = 1.0;
    for (int decimals = 0; decimals <= WHOLE_MOST; decimals++, scale *= 10.0)
        if (fabs(value * scale - round(value * scale)) <= 1e-7 * fmin(1.0, fabs(value * scale)))
            return decimals;
    return usual;
}

/* Decimals that a half-width bears out: it shows one digit, two when it begins with a 1. */
static int decimals_for(double value, double half, int usual, int most)
{
    if (half == 0) return decimals_whole(value, usual);
    if (isnan(half)) return usual;
    if (half >= 1.95) return 0;
    int decimals = 1;
    for (double step = 0.095; decimals < most && half < step; step /= 10)
        decimals++;
    return decimals;
}

static int decimals_of(const struct sim_measure *measure, double value, double half)
{
    switch (measure->show) {
    case SIM_SHOW_COUNT:
        return decimals_for(value, half, 0, 1);
    case SIM_SHOW_SHARE:
        return decimals_for(value, half, 1, 2);
    case SIM_SHOW_SECONDS:
        return decimals_for(value, half, value < 10, 2);
    case SIM_SHOW_NUMBER:
        break;
    }
    return decimals_for(value, half, fabs(value) >= 100 ? 0 : fabs(value) >= 10 ? 1 : 2, 3);
}

static double factor_of(const struct sim_measure *measure)
{
    return measure->show == SIM_SHOW_SHARE ? 100 : 1;
}

/* The sign of the unit, where the label alone does not say it. */
static const char *sign_of(struct words words, const struct sim_measure *measure)
{
    if (measure->show == SIM_SHOW_SHARE) return "%";
    if (measure->show == SIM_SHOW_SECONDS) return "s";
    if (!measure->unit) return "";
    if (strcmp(measure->unit, "EUR") == 0) return words.french ? "€" : "EUR";
    if (strcmp(measure->unit, "pt") == 0) return "pt";
    return strcmp(measure->unit, "h") == 0 ? "h" : "";
}

static struct number with_sign(struct words words, const struct number *bare, const char *sign)
{
    struct number number = *bare;
    char *end = number.text + strlen(number.text);
    if (*sign && (size_t)(end - number.text) + 8 < sizeof number.text)
        strcpy(stpcpy(end, glue(words)), sign);
    return number;
}

static enum grain grain_of(double seconds, int decimals)
{
    const double scale = pow(10, decimals), size = fabs(seconds);
    if (round(size * scale) / scale < MINUTE) return GRAIN_SECONDS;
    if (round(size) < HOUR) return GRAIN_MINUTES;
    return round(size / MINUTE) * MINUTE < 2 * DAY ? GRAIN_HOURS : GRAIN_DAYS;
}

/* "4 min 05 s", "2 h 10": two units, of which the lesser may be left out when it is nought. */
static struct number two_units(struct words words, double seconds, enum grain grain, bool exact)
{
    const bool minutes = grain == GRAIN_MINUTES;
    const long lesser = lround(fabs(seconds) / (minutes ? 1 : MINUTE));
    const char *space = glue(words), *sign = seconds < 0 ? MINUS : "";
    struct number number;
    if (exact && lesser % 60 == 0)
        snprintf(number.text, sizeof number.text, "%s%ld%s%s", sign, lesser / 60, space,
                 minutes ? "min" : "h");
    else
        snprintf(number.text, sizeof number.text, "%s%ld%s%s%s%02ld%s%s", sign, lesser / 60,
                 space, minutes ? "min" : "h", space, lesser % 60, minutes ? space : "",
                 minutes ? "s" : "");
    return number;
}

static struct number days(struct words words, double seconds, double half)
{
    const double n = seconds / DAY;
    return number_plain(words, n, decimals_for(n, half / DAY, 1, 1));
}

static struct number duration(struct words words, double seconds, double half, int decimals)
{
    struct number number;
    switch (grain_of(seconds, decimals)) {
    case GRAIN_SECONDS:
        number = number_plain(words, seconds, decimals);
        return with_sign(words, &number, "s");
    case GRAIN_DAYS:
        number = days(words, seconds, half);
        return with_sign(words, &number, words.french ? "j" : "d");
    case GRAIN_MINUTES:
        return two_units(words, seconds, GRAIN_MINUTES, half == 0);
    case GRAIN_HOURS:
        break;
    }
    return two_units(words, seconds, GRAIN_HOURS, half == 0);
}

struct number number_show(struct words words, const struct sim_measure *measure, double value,
                          double half)
{
    if (isnan(value)) return dash();
    const double factor = factor_of(measure);
    const int decimals = decimals_of(measure, value * factor, half * factor);
    if (measure->show == SIM_SHOW_SECONDS) return duration(words, value, half, decimals);
    const struct number bare = number_plain(words, value * factor, decimals);
    return with_sign(words, &bare, sign_of(words, measure));
}

struct number number_input(struct words words, enum sim_unit unit, double value)
{
    if (unit == SIM_SECONDS) {
        const int decimals = value < MINUTE ? decimals_whole(value, 2) : 0;
        return isfinite(value) ? duration(words, value, 0.0, decimals)
                               : number_plain(words, value, 0);
    }
    const double shown = unit == SIM_SHARE ? 100.0 * value : value;
    const struct number bare = number_plain(words, shown, decimals_whole(shown, 2));
    switch (unit) {
    case SIM_SHARE:
        return with_sign(words, &bare, "%");
    case SIM_PER_HOUR:
        return with_sign(words, &bare, "/h");
    case SIM_EUROS:
        return with_sign(words, &bare, words.french ? "€" : "EUR");
    default:
        return bare;
    }
}

/* A half-width that is not nought never shows as nought. */
static struct number half_plain(struct words words, double half, int decimals)
{
    const double least = pow(10, -decimals);
    return number_plain(words, half > 0 && half < least ? least : half, decimals);
}

/* The half-width of a duration, to the grain of its value. */
static struct number half_duration(struct words words, double value, double half, int decimals)
{
    struct number number;
    switch (grain_of(value, decimals)) {
    case GRAIN_SECONDS:
        return half_plain(words, half, decimals);
    case GRAIN_DAYS:
        return half_plain(words, half / DAY, decimals_for(0, half / DAY, 1, 1));
    case GRAIN_MINUTES:
        if (half >= MINUTE - 0.5) return two_units(words, half, GRAIN_MINUTES, false);
        number = half_plain(words, half, 0);
        return with_sign(words, &number, "s");
    case GRAIN_HOURS:
        break;
    }
    if (half >= HOUR - MINUTE / 2.0) return two_units(words, half, GRAIN_HOURS, false);
    number = half_plain(words, half / MINUTE, 0);
    return with_sign(words, &number, "min");
}

static struct number half_show(struct words words, const struct sim_measure *measure,
                               double value, double half)
{
    const double factor = factor_of(measure);
    const int decimals = decimals_of(measure, value * factor, half * factor);
    if (half == 0) return number_plain(words, 0, 0);
    if (measure->show == SIM_SHOW_SECONDS) return half_duration(words, value, half, decimals);
    return half_plain(words, half * factor, decimals);
}

static bool is_about_symmetric(const struct sim_estimate *estimate)
{
    const double up = estimate->high - estimate->value, down = estimate->value - estimate->low;
    return fabs(up - down) <= 0.1 * (up + down);
}

static struct number margin(const char *before, const struct number *number, const char *after)
{
    struct number margin;
    snprintf(margin.text, sizeof margin.text, "%s%.80s%s", before, number->text, after);
    return margin;
}

struct number_pair number_estimate(struct words words, const struct sim_measure *measure,
                                   const struct sim_estimate *estimate)
{
    if (isnan(estimate->value)) return (struct number_pair){ dash(), { "" } };
    const double half = (estimate->high - estimate->low) / 2;
    struct number_pair pair = { .value = number_show(words, measure, estimate->value, half) };
    struct number beside;
    if (isnan(half) || is_about_symmetric(estimate)) {
        beside = isnan(half) ? dash() : half_show(words, measure, estimate->value, half);
        pair.margin = margin("± ", &beside, "");
    } else {
        beside = number_range(words, measure, estimate->low, estimate->high);
        pair.margin = margin("(", &beside, ")");
    }
    return pair;
}

struct number_pair number_difference(struct words words, const struct sim_measure *measure,
                                     double value, double half)
{
    struct sim_measure of = *measure;
    if (isnan(value)) return (struct number_pair){ dash(), { "" } };
    if (of.show == SIM_SHOW_SHARE) {
        of.show = SIM_SHOW_NUMBER;
        of.unit = "pt";
        value *= 100.0;
        half *= 100.0;
    }
    const struct number bare = number_show(words, &of, value, half);
    const bool is_nought = !bare.text[strcspn(bare.text, "123456789")];
    struct number_pair pair = { .value =
                                    margin(value > 0.0 && !is_nought ? "+" : "", &bare, "") };
    if (half == 0.0) return pair;
    const struct number beside = isnan(half) ? dash() : half_show(words, &of, value, half);
    pair.margin = margin("± ", &beside, "");
    return pair;
}

static struct number joined(const struct number *low, const char *between,
                            const struct number *high)
{
    struct number number;
    snprintf(number.text, sizeof number.text, "%.40s%s%.44s", low->text, between, high->text);
    return number;
}

/* "2:15–2:33 min": minutes and seconds, as a display on the floor shows them. */
static struct number minutes_range(struct words words, double low, double high)
{
    const long from = lround(low), to = lround(high);
    struct number number;
    snprintf(number.text, sizeof number.text, "%ld:%02ld%s%ld:%02ld%smin", from / 60, from % 60,
             DASH, to / 60, to % 60, glue(words));
    return number;
}

static struct number duration_range(struct words words, const struct sim_measure *measure,
                                    double low, double high)
{
    const double half = (high - low) / 2;
    const int decimals = decimals_of(measure, low, half);
    const enum grain grain = grain_of(high, decimals);
    if (grain == GRAIN_SECONDS || (grain == GRAIN_DAYS && grain_of(low, 0) == GRAIN_DAYS)) {
        const struct number bare =
            grain == GRAIN_DAYS ? days(words, low, half) : number_plain(words, low, decimals);
        const struct number end =
            grain == GRAIN_DAYS ? days(words, high, half) : number_plain(words, high, decimals);
        const struct number last = duration(words, high, half, decimals);
        return strcmp(bare.text, end.text) == 0 ? last : joined(&bare, DASH, &last);
    }
    const struct number first = duration(words, low, half, decimals);
    const struct number last = duration(words, high, half, decimals);
    if (strcmp(first.text, last.text) == 0) return last;
    if (low > 0 && grain == GRAIN_MINUTES && grain_of(low, decimals) == GRAIN_MINUTES)
        return minutes_range(words, low, high);
    return joined(&first, " " DASH " ", &last);
}

struct number number_range(struct words words, const struct sim_measure *measure, double low,
                           double high)
{
    if (isnan(low) || isnan(high)) return dash();
    if (measure->show == SIM_SHOW_SECONDS) return duration_range(words, measure, low, high);
    const double factor = factor_of(measure), half = factor * (high - low) / 2;
    const int decimals = decimals_of(measure, low * factor, half);
    const struct number first = number_plain(words, low * factor, decimals);
    const struct number bare = number_plain(words, high * factor, decimals);
    const struct number last = with_sign(words, &bare, sign_of(words, measure));
    return strcmp(first.text, bare.text) == 0 ? last : joined(&first, DASH, &last);
}

/* Proleptic Gregorian date, after Howard Hinnant, "chrono-compatible low-level date
 * algorithms": years start in March, eras have 400 of them. */
struct number number_date(struct words words, int since_1970)
{
    const long days = (long)since_1970 + 719468,
               era = (days >= 0 ? days : days - 146096) / 146097;
    const long of_era = days - era * 146097;
    const long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long since_march = (5 * of_year + 2) / 153;
    const long day = of_year - (153 * since_march + 2) / 5 + 1;
    const long month = since_march < 10 ? since_march + 3 : since_march - 9;
    const long year = year_of_era + era * 400 + (month <= 2);
    struct number number;
    if (words.french)
        snprintf(number.text, sizeof number.text, "%02ld/%02ld/%04ld", day, month, year);
    else
        snprintf(number.text, sizeof number.text, "%04ld-%02ld-%02ld", year, month, day);
    return number;
}

struct number number_clock(struct words words, const char *clock)
{
    struct number number;
    unsigned hour, minute;
    if (words.french && sscanf(clock, "%2u:%2u", &hour, &minute) == 2)
        snprintf(number.text, sizeof number.text, "%u%sh%s%02u", hour, NARROW, NARROW, minute);
    else
        snprintf(number.text, sizeof number.text, "%.80s", clock);
    return number;
}

struct number number_month(struct words words, const char *month)
{
    struct number number;
    unsigned year, of_year;
    if (words.french && sscanf(month, "%4u-%2u", &year, &of_year) == 2)
        snprintf(number.text, sizeof number.text, "%02u/%04u", of_year, year);
    else
        snprintf(number.text, sizeof number.text, "%.80s", month);
    return number;
}
