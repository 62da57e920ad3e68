#!/usr/bin/env bash
# What the documents show is what the program prints: each block that begins with "$ ./decroche".
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Run by hand with --update, it puts the figures of today into the documents:
# bash tests/examples.test.sh --update
set -u
export LC_ALL=C.UTF-8
unset LANGUAGE LC_MESSAGES LANG
tree=$(readlink -f "${SOURCE_DIR:-$(dirname "$0")/..}")
program=$(readlink -f "${DECROCHE:-$tree/build/release/decroche}")
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
ln -s "$program" "$scratch/decroche"
ln -s "$tree/scenarios" "$scratch/scenarios"

# The lines that a block shows, as the output has them. A line "[... shortened here ...]" leaves
# some out; those after it are found again by the words that the first of them begins with. A block
# without such a line shows everything.
cat >"$scratch/align.awk" <<'AWK'
function key(line,   words) {
    sub(/^ +/, "", line)
    sub(/  +.*$/, "", line)
    gsub(/[0-9]+/, "#", line)
    split(line, words, " ")
    return words[1] " " words[2] " " words[3]
}
FILENAME == ARGV[1] { printed[++n] = $0; next }
FNR == 1 { print; next }
/^\[\.\.\. .* \.\.\.\]$/ { print; lost = 1; cut = 1; next }
{
    if (lost)
        while (at < n && key(printed[at + 1]) != key($0)) at++
    lost = 0
    if (at < n) print printed[++at]
    else print "nothing like this: " $0
}
END { while (!cut && at < n) print printed[++at] }
AWK

# example FILE BLOCK: the block, a file of its lines, as it should be.
example() {
    local command
    command=$(sed -n '1s/^\$ //p' "$2")
    (cd "$scratch" && bash -c "$command") >"$scratch/printed" 2>"$scratch/told" </dev/null
    awk -f "$scratch/align.awk" "$scratch/printed" "$2" >"$scratch/wanted"
    cmp -s "$2" "$scratch/wanted" && return
    failed=1
    printf 'not ok: %s: %s\n' "$1" "$command"
    diff "$2" "$scratch/wanted" | head -n 12
}

for file in "$tree"/README.md "$tree"/docs/*.md; do
    : >"$scratch/new"
    inside=
    while IFS= read -r line; do
        if [ -n "$inside" ] && [ "$line" = '```' ]; then
            example "${file#"$tree"/}" "$scratch/block"
            cat "$scratch/wanted" >>"$scratch/new"
            inside=
        elif [ -n "$inside" ]; then
            printf '%s\n' "$line" >>"$scratch/block"
            continue
        elif [[ $line == '$ ./decroche '* ]]; then
            inside=yes
            printf '%s\n' "$line" >"$scratch/block"
            continue
        fi
        printf '%s\n' "$line" >>"$scratch/new"
    done <"$file"
    [ "${1-}" != --update ] || cmp -s "$file" "$scratch/new" || cat "$scratch/new" >"$file"
done
[ "${1-}" != --update ] || failed=0
[ $failed = 0 ] || echo "bash tests/examples.test.sh --update writes what is printed now"
exit $failed
