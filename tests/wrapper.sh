#!/usr/bin/env bash
# ./decroche builds when it must, once, and otherwise steps aside. Tried on a tiny tree.
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
export LC_ALL=C
source_dir=${SOURCE_DIR:-$(cd "$(dirname "$0")/.." && pwd)}
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
tree=$scratch/tree
failed=0

# is "what" got wanted
is() {
    if [ "$2" = "$3" ]; then
        echo "ok: $1"
    else
        printf 'not ok: %s\n  got    %s\n  wanted %s\n' "$1" "$2" "$3"
        failed=1
    fi
}

# Runs the wrapper of $tree; leaves $out, $err and $code.
run() {
    out=$("${wrapper:-$tree/decroche}" "$@" 2>"$scratch/err" </dev/null)
    code=$?
    err=$(cat "$scratch/err")
}

mkdir -p "$tree"/{sim,models,scenarios,plots,cli,po,cmake}
cp "$source_dir/decroche" "$source_dir/CMakePresets.json" "$tree"
cat >"$tree/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.25)
project(tiny LANGUAGES C)
file(GLOB sources CONFIGURE_DEPENDS cli/*.c)
add_executable(decroche ${sources})
add_custom_target(locale)
if(DECROCHE_TESTS)
    enable_testing()
    add_test(NAME says_three COMMAND decroche 3)
    set_property(TEST says_three PROPERTY PASS_REGULAR_EXPRESSION "^3\n$")
endif()
CMAKE
cat >"$tree/cli/main.c" <<'C'
#include <stdio.h>
int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) puts(argv[i]);
    return argc == 2 ? 0 : argc;
}
C

run 'one word'
is "the first call builds, and says so on stderr" "$err" "decroche: building"
is "its words reach the program whole" "$out/$code" "one word/0"
run a b
is "the program's exit code comes back; nothing is said" "$out/$code/$err" $'a\nb/3/'

mkdir "$scratch/elsewhere"
ln -s "$tree/decroche" "$scratch/elsewhere/link"
wrapper=$scratch/elsewhere/link run linked
is "a symbolic link to it works" "$out/$code/$err" "linked/0/"
out=$(cd "$scratch/elsewhere" && ../tree/decroche near 2>&1)
is "so does a relative path" "$out" "near"

touch "$tree/scenarios/new.cfg"
run scenario
is "a new scenario is no reason to build" "$out/$err" "scenario/"

sed -i 's/puts(argv\[i\])/printf("<%s>", argv[i])/' "$tree/cli/main.c"
# Two at once: one builds, the other waits, or comes when all is done; both get their answer.
"$tree/decroche" first >"$scratch/first" 2>"$scratch/first.err" &
"$tree/decroche" second >"$scratch/second" 2>"$scratch/second.err"
wait $!
is "both of two callers are answered by the new program" \
    "$(cat "$scratch/first")$(cat "$scratch/second")" "<first><second>"
is "one of them builds" "$(cat "$scratch"/{first,second}.err | grep -c building)" 1

cp -a "$tree" "$scratch/moved" && rm -rf "$tree" && tree=$scratch/moved
run moved
is "a folder that was moved is built again" "$out/$code/$err" "<moved>/0/decroche: building"

cp "$tree/cli/main.c" "$scratch/good.c"
echo 'int broken(void) { return }' >>"$tree/cli/main.c"
run broken
is "a build that fails is exit 3, and prints nothing" "$out/$code" "/3"
is "its words are shown" "$(grep -c 'error: expected expression' <<<"$err")" 1
cp "$scratch/good.c" "$tree/cli/main.c"
run mended
is "and is tried again" "$out/$code" "<mended>/0"

run test
is "test runs the tests: one fails, exit 1" "$code" 1
is "the closing lines are on stdout" "$(grep -c '1 tests failed out of 1' <<<"$out")" 1
sed -i 's/\^3.n\$/<3>/' "$tree/CMakeLists.txt"
run test -- -R says
is "options of ctest pass" "$code/$(grep -c '0 tests failed out of 1' <<<"$out")" 0/1
run still
is "nothing to build after test" "$out/$err" "<still>/"

# A machine without apt-get, and without most tools.
mkdir "$scratch/bin"
for tool in sh find readlink mkdir flock cat id grep tail cc; do
    ln -s "$(command -v $tool)" "$scratch/bin/$tool"
done
rm -rf "$tree/build"
out=$(PATH=$scratch/bin "$tree/decroche" x 2>&1)
is "what cannot be installed is named, exit 3" "$?/$(grep -cE 'please install.* ninja-build' <<<"$out")" 3/1

# The same with an apt-get that brings all, once its lists are new.
cat >"$scratch/bin/apt-get" <<'APT'
#!/bin/sh
here=${0%/*}
case $* in
*update*) : >"$here/updated" ;;
*gnuplot-nox*) : >"$here/gnuplot" && /bin/chmod +x "$here/gnuplot" ;;
*install*)
    [ -e "$here/updated" ] || exit 100
    for tool in cmake ninja pkg-config msgfmt; do /bin/ln -s "/usr/bin/$tool" "$here/$tool"; done
    ;;
esac
APT
chmod +x "$scratch/bin/apt-get"
for tool in env mv as ld ar ranlib; do
    ln -s "$(command -v $tool)" "$scratch/bin/$tool"
done
[ "$(id -u)" = 0 ] || ln -s "$scratch/bin/env" "$scratch/bin/sudo"
out=$(PATH=$scratch/bin "$tree/decroche" x 2>"$scratch/err" </dev/null)
is "what is missing is installed, and the program answers" "$?/$out" "0/<x>"
is "both are said" "$(cat "$scratch/err")" \
    $'decroche: installing cmake ninja-build pkg-config gettext\ndecroche: building'

for time in first second; do
    out=$(PATH=$scratch/bin "$tree/decroche" run --plots x 2>"$scratch/$time" </dev/null)
    is "--plots wants gnuplot, and goes on ($time time)" "$out" "<run><--plots><x>"
done
is "it is installed once" "$(cat "$scratch/first")/$(cat "$scratch/second")" \
    "decroche: installing gnuplot-nox/"
rm "$scratch/bin/gnuplot" "$scratch/bin/apt-get"
out=$(PATH=$scratch/bin "$tree/decroche" run --plots x 2>"$scratch/err" </dev/null)
is "without apt-get it is named, and the program goes on" \
    "$out/$(grep -c 'please install .* gnuplot-nox' "$scratch/err")" "<run><--plots><x>/1"

run back
least=1000000
for _ in {1..20}; do
    before=${EPOCHREALTIME/./}
    "$tree/decroche" x >/dev/null
    between=${EPOCHREALTIME/./}
    "$tree/build/release/decroche" x >/dev/null
    after=${EPOCHREALTIME/./}
    cost=$((2 * between - before - after))
    [ $cost -ge $least ] || least=$cost
done
is "it adds at most 10 ms ($least us)" "$((least <= 10000))" 1
exit $failed
