/* The known word nearest to one that was mistyped.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The distance counts letters added, dropped, changed, and neighbours swapped: F. J. Damerau, A
 * technique for computer detection and correction of spelling errors, Comm. ACM 7 (1964), in
 * its restricted form, where no letter is edited twice. */
#include "scenarios/nearest.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 63 };

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

static int same(char a, char b)
{
    return tolower((unsigned char)a) == tolower((unsigned char)b);
}

static unsigned distance_of(const char *a, const char *b)
{
    const size_t n = strlen(a), m = strlen(b);
    unsigned rows[3][LONGEST + 1]; /* row i of the table stands at i % 3 */
    for (unsigned j = 0; j <= m; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        unsigned *row = rows[i % 3];
        const unsigned *above = rows[(i + 2) % 3], *above2 = rows[(i + 1) % 3];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            row[j] = least(above[j], row[j - 1]) + 1;
            row[j] = least(row[j], above[j - 1] + !same(a[i - 1], b[j - 1]));
            if (i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1]))
                row[j] = least(row[j], above2[j - 2] + 1);
        }
    }
    return rows[n % 3][m];
}

/* One slip in three letters: more is another word. */
static unsigned most_slips(size_t length)
{
    return length < 2 ? 0 : length < 6 ? 1 : (unsigned)length / 3;
}

void nearest_offer(struct nearest *self, const char *candidate)
{
    const size_t n = strlen(self->word), m = strlen(candidate);
    if (n > LONGEST || m > LONGEST) return;
    const unsigned distance = distance_of(self->word, candidate);
    if (distance > most_slips(n > m ? n : m)) return;
    if (self->best && distance >= self->distance) return;
    self->best = candidate;
    self->distance = distance;
}
