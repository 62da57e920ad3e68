# What the tests of the whole program share: a folder of their own, and a few checks.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# DECROCHE is the program, SOURCE_DIR the tree. What is set here is for the tests that read it in.
# shellcheck shell=bash disable=SC2034
set -u
export LC_ALL=C.UTF-8
unset LANGUAGE LC_MESSAGES LANG
program=$(readlink -f "${DECROCHE:?}")
tree=$(readlink -f "${SOURCE_DIR:?}")
scratch=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0

ok() {
    [ -z "${VERBOSE-}" ] || echo "ok: $1"
}

not_ok() {
    printf 'not ok: %s\n' "$@"
    failed=1
}

# run ARGUMENTS: leaves $out, $err and $code.
run() {
    out=$("$program" "$@" 2>err.txt </dev/null)
    code=$?
    err=$(cat err.txt)
}

# expect WHAT CODE PIECES...: the exit code of the last run, and pieces of its stderr.
expect() {
    local what=$1 wanted=$2 piece
    shift 2
    [ "$code" = "$wanted" ] || not_ok "$what: exit $code, wanted $wanted" "  $err"
    for piece in "$@"; do
        case $err in
        *"$piece"*) ok "$what" ;;
        *) not_ok "$what: stderr has no \"$piece\"" "  $err" ;;
        esac
    done
}

# refuse WHAT PIECES...: the last run was refused as a mistake of the user's, with a clean stdout.
refuse() {
    local what=$1
    shift
    expect "$what" 2 "$@"
    [ -z "$out" ] || not_ok "$what: stdout is not empty" "  $out"
}

# bad TEXT PIECES...: a scenario of this text is refused.
bad() {
    local text=$1
    shift
    printf '%s' "$text" >bad.cfg
    run check bad.cfg
    refuse "$text" "$@"
}

is() {
    if [ "$2" = "$3" ]; then
        ok "$1"
    else
        not_ok "$1: got \"$2\", wanted \"$3\""
    fi
}

# has WHAT TEXT PIECE
has() {
    case $2 in
    *"$3"*) ok "$1" ;;
    *) not_ok "$1: no \"$3\" in" "$2" ;;
    esac
}

# is_json WHAT FILE: one object, and nothing beside it.
is_json() {
    if jq -es 'length == 1 and (.[0] | type == "object")' "$2" >/dev/null; then
        ok "$1"
    else
        not_ok "$1: not JSON"
    fi
}

# A small scenario that runs in no time.
least='demand = { rate = 10; };
groups = ( { name = "a"; agents = 3; } );
horizon = { start = "2018-01-01"; days = 2; warm_up = 0; run_off = 0; };
'
printf '%s' "$least" >ok.cfg
