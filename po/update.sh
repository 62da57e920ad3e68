#!/bin/sh
# Refreshes the catalogue of messages from the source, and merges it into each translation.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Run it after a message was added or changed, then translate what msgfmt counts as missing.
set -eu
cd "$(dirname "$0")/.."

find sim models scenarios plots cli -name '*.[ch]' -exec grep -lE '(^|[^[:alnum:]_])(N_|_|n?gettext)\(' {} + |
    LC_ALL=C sort >po/POTFILES.in

xgettext --files-from=po/POTFILES.in --output=po/decroche.pot --from-code=UTF-8 --language=C \
    --keyword= --keyword=_ --keyword=N_ --keyword=gettext --keyword=ngettext:1,2 --add-comments=TRANSLATORS \
    --no-wrap --package-name=decroche --copyright-holder='the decroche authors'
# A date of its own would change the file at every call.
sed -i -e '/^"POT-Creation-Date:/d' -e 's/charset=CHARSET/charset=UTF-8/' po/decroche.pot
# "95 % interval" is no format, though xgettext reads "% i" in it; ours never use that flag.
awk 'BEGIN { RS = ""; ORS = "\n\n" } / %[ "]/ { sub(/\n#, c-format/, "") } 1' \
    po/decroche.pot >po/decroche.pot.tmp
mv po/decroche.pot.tmp po/decroche.pot

for translation in po/*.po; do
    msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-wrap \
        "$translation" po/decroche.pot
    msgattrib --no-obsolete --no-wrap --output-file="$translation" "$translation"
    printf '%s: ' "$translation" >&2
    msgfmt --check --statistics --output-file=/dev/null "$translation"
done
