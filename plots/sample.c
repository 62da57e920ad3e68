/* What a sample of inputs found, ready to be shown: on the screen, as JSON, as a figure.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/sample.h"

#include <math.h>

bool sample_is_fact(const struct sample_column *column)
{
    return column->role == SAMPLE_FOUND && !isnan(column->low);
}

bool sample_holds(const struct sample_column *column, double value)
{
    return value >= column->low && value <= column->high; /* false for NaN */
}
