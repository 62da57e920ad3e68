#!/usr/bin/env bash
# The rules of the house, looked up in the text and in the objects: prints file:line: rule.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# SOURCE_DIR is the tree; BINARY_DIR, where given, is a build whose objects are looked at too.
set -u
export LC_ALL=C
cd "${SOURCE_DIR:-$(dirname "$0")/..}" || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
floors="sim models scenarios plots cli"

# Exceptions: a path (a regular expression), the key of the rule, the reason.
cat >"$scratch/exceptions" <<'EXCEPTIONS'
EXCEPTIONS

# What each floor includes from the tree. Inside models: demand < staff < flow < scenario < centre.
cat >"$scratch/floors" <<'FLOORS'
^sim/           ^sim/
^models/demand/ ^(sim/|models/[^/]*$|models/demand/)
^models/staff/  ^(sim/|models/[^/]*$|models/(demand|staff)/)
^models/flow/   ^(sim/|models/[^/]*$|models/(demand|staff|flow)/)
^models/life/   ^(sim/|models/[^/]*$|models/(demand|staff|flow|life)/)
^models/plan/   ^(sim/|models/plan/)
^models/[^/]*$  ^(sim/|models/[^/]*$|models/(demand|staff|flow|life)/)
^scenarios/     ^(sim|scenarios)/
^plots/         ^(sim|plots)/
^cli/           ^(sim|models|scenarios|plots|cli)/
^tests/         .
FLOORS

# Each foreign header has its rooms: what is included, who may.
cat >"$scratch/headers" <<'HEADERS'
^(pthread|stdatomic|threads)\.h   ^(sim/replicate|cli/)
^(signal|sys/wait)\.h             ^(sim/replicate|plots/figure|cli/)
^libconfig\.h                     ^scenarios/
^jansson\.h                       ^plots/[a-z_]*json[a-z_]*\.[ch]$
^libintl\.h                       ^(plots/words\.|scenarios/field_doc\.c|cli/)
^locale\.h                        ^(plots/words\.c|cli/)
^nettle/                          ^(scenarios|plots|cli)/
^sqlite3\.h                       ^plots/store
^gsl/                             ^(sim|models|cli)/
^Random123/                       ^sim/
^(stdio|fcntl|unistd|sys/stat)\.h ^(sim/arena\.c|scenarios/|plots/|cli/)
HEADERS

# Words that only some may write: key, who may, the words. Functions end in (.
cat >"$scratch/words" <<'WORDS'
memory   ^sim/arena\.c$          (malloc|calloc|realloc|reallocarray|free|strdup|strndup|aligned_alloc|posix_memalign)[(]
chance   ^$                      (rand|srand|random|srandom|drand48|gsl_rng_env_setup)[(]
chance   ^$                      (gsl_rng_default|gsl_rng_default_seed)
clock    ^cli/                   (time|clock|clock_gettime|gettimeofday|localtime|gmtime|localtime_r|gmtime_r)[(]
getenv   ^(cli/|plots/words\.c$) (getenv|secure_getenv|setenv|putenv|unsetenv)[(]
locale   ^(plots/words\.c$|cli/) setlocale[(]
numeric  ^$                      (LC_NUMERIC|LC_ALL)
threads  ^(sim/replicate|cli/)   pthread_[a-z_]*
global   ^$                      (_Thread_local|__thread|thread_local)
process  ^plots/figure           (system|popen|fork|vfork|execl|execlp|execle|execv|execvp|execve|posix_spawn|posix_spawnp)[(]
exit     ^cli/                   (exit|_exit|_Exit|quick_exit|abort)[(]
print    ^(scenarios|plots|cli)/ (printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|putc|fputc|fwrite|perror|fopen|open)[(]
print    ^(scenarios|plots|cli)/ (stdout|stderr|stdin)
words    ^(models|scenarios|plots|cli|tests)/ [a-z_]*(agent|caller|utpas)[a-z_]*
WORDS

rule() {
    case $1 in
    from_root) echo "includes are written from the root of the tree" ;;
    floor) echo "this floor may not include that one" ;;
    header) echo "this library has another room" ;;
    circle) echo "headers include each other in a circle" ;;
    memory) echo "memory comes from sim/arena" ;;
    chance) echo "every draw has a place (sim/stream)" ;;
    clock) echo "only cli/ reads a clock" ;;
    getenv) echo "only cli/ and plots/words.c know the environment" ;;
    locale) echo "only plots/words.c and cli/ choose a locale" ;;
    numeric) echo "the locale of numbers is never touched" ;;
    threads) echo "threads live in sim/replicate and cli/" ;;
    global) echo "no mutable global, no thread-local" ;;
    process) echo "only plots/figure starts a process" ;;
    exit) echo "only cli/ ends the program" ;;
    print) echo "sim and models open no file and print nothing" ;;
    words) echo "sim knows no contact centre" ;;
    long_function) echo "functions have at most 60 lines" ;;
    long_file) echo "files have at most 400 lines" ;;
    opening) echo "a file opens with its purpose, and SPDX within 4 lines" ;;
    twice) echo "file names are unique in the tree" ;;
    esac
}

# Folders that stand, and their C.
present=()
for folder in $floors tests; do
    [ ! -d "$folder" ] || present+=("$folder")
done
mapfile -t files < <(find "${present[@]}" -name '*.[ch]' -type f | sort)
[ "${#files[@]}" -gt 0 ] || { echo "no C in $PWD"; exit 2; }

# file<TAB>line<TAB>code, without comments and without what stands in quotes (but includes).
awk -v OFS='\t' '
FNR == 1 { inside = 0 }
{
    rest = $0; code = ""; include = rest ~ /^[ \t]*#[ \t]*include/
    while (rest != "") {
        if (inside) {
            end = index(rest, "*/")
            if (!end) { rest = ""; break }
            rest = substr(rest, end + 2); inside = 0
        } else if (include) { code = rest; rest = "" }
        else if (match(rest, /"([^"\\]|\\.)*"|\047([^\047\\]|\\.)*\047|\/\*|\/\//)) {
            code = code substr(rest, 1, RSTART - 1)
            found = substr(rest, RSTART, RLENGTH)
            rest = substr(rest, RSTART + RLENGTH)
            if (found == "/*") inside = 1
            else if (found == "//") rest = ""
            else code = code "\"\""
        } else { code = code rest; rest = "" }
    }
    print FILENAME, FNR, code
}' "${files[@]}" >"$scratch/code"

# All below print file:line<TAB>key<TAB>what was found.
check_includes() {
    awk -F'\t' -v OFS='\t' '
    FILENAME ~ /floors$/ { split($0, f, " +"); who[++n] = f[1]; may[n] = f[2]; next }
    FILENAME ~ /headers$/ { split($0, f, " +"); what[++m] = f[1]; room[m] = f[2]; next }
    $3 !~ /^[ \t]*#[ \t]*include/ { next }
    {
        name = $3; gsub(/^[^"<]*["<]|[">].*$/, "", name); at = $1 ":" $2
        if ($3 ~ /"/) {
            if (name !~ /^(sim|models|scenarios|plots|cli|tests)\//) print at, "from_root", name
            for (i = 1; i <= n; i++)
                if ($1 ~ who[i] && name ~ /\// && name !~ may[i]) print at, "floor", name
        } else if ($1 !~ /^tests\//) {
            for (i = 1; i <= m; i++)
                if (name ~ what[i] && $1 !~ room[i]) print at, "header", name
        }
    }' "$scratch/floors" "$scratch/headers" "$scratch/code"
}

check_circles() {
    awk -F'\t' '$1 ~ /\.h$/ && $3 ~ /^[ \t]*#[ \t]*include[ \t]*"/ {
        name = $3; gsub(/^[^"]*"|".*$/, "", name)
        if (name !~ /\//) { folder = $1; sub(/[^\/]*$/, "", folder); name = folder name }
        print $1, name }' "$scratch/code" | tsort 2>&1 >/dev/null |
        sed -n 's/^tsort: \(.*\.h\)$/\1:1\tcircle\tin it/p'
}

check_words() {
    awk -F'\t' -v OFS='\t' '
    FILENAME ~ /words$/ { split($0, f, " +"); key[++n] = f[1]; who[n] = f[2]
        word[n] = "(^|[^A-Za-z0-9_.>])" f[3]
        # A name is whole; a function may have a blank before its bracket.
        if (!sub(/\[\(\]$/, "[ ]*[(]", word[n])) word[n] = word[n] "($|[^A-Za-z0-9_])"
        next }
    $1 ~ /^tests\// || $3 == "" || $3 ~ /^[ \t]*#[ \t]*include/ { next }
    { for (i = 1; i <= n; i++)
        if ($1 !~ who[i] && match($3, word[i])) {
            found = substr($3, RSTART, RLENGTH); gsub(/^[^A-Za-z_]+|[^A-Za-z0-9_]+$/, "", found)
            print $1 ":" $2, key[i], found } }' "$scratch/words" "$scratch/code"
}

# A function reaches from the first line of its head to the brace in the first column.
check_sizes() {
    awk -F'\t' -v OFS='\t' '
    $2 == 1 { start = 0; open = 0 }
    $2 == 401 { print $1 ":401", "long_file", "goes on" }
    $3 ~ /^{/ { open = start ? start : $2 }
    $3 ~ /^}/ { if (open && $2 - open + 1 > 60)
                    print $1 ":" open, "long_function", $2 - open + 1 " lines"
                open = 0 }
    $3 ~ /^[ \t]*$|[;}][ \t]*$|^#/ { start = 0; next }
    !start { start = $2 }' "$scratch/code"
}

check_openings() {
    awk -v OFS='\t' '
    function told() { if (last != "" && !(opens && spdx)) print last ":1", "opening", "missing" }
    FNR == 1 { told(); last = FILENAME; opens = /^\/[*\/] ?[^ ]/; spdx = 0 }
    FNR <= 4 && /SPDX-License-Identifier: GPL-3.0-or-later/ { spdx = 1 }
    FNR > 4 { nextfile }
    END { told() }' "${files[@]}"
    printf '%s\n' "${files[@]}" | awk -F/ -v OFS='\t' '
    seen[$NF] { print $0 ":1", "twice", seen[$NF] } { seen[$NF] = $0 }'
}

# Objects that can be written to: in .data or .bss, but not in .data.rel.ro. Builds that watch
# addresses or threads add their own, and are passed over.
check_objects() {
    [ -d "${BINARY_DIR-}" ] && command -v objdump >/dev/null || return 0
    local objects
    mapfile -t objects < <(for floor in $floors decroche; do
        find "$BINARY_DIR/CMakeFiles/$floor.dir" -name '*.o' 2>/dev/null
    done)
    [ "${#objects[@]}" -gt 0 ] || return 0
    objdump -t "${objects[@]}" 2>/dev/null >"$scratch/symbols"
    ! grep -qE '__[at]san_init|__gcov' "$scratch/symbols" || return 0
    awk -v OFS='\t' '
    /file format/ { file = $1; sub(/^.*\.dir\//, "", file); sub(/\.o:$/, "", file) }
    # "value flags section<TAB>size name"; O marks an object.
    split($0, half, "\t") == 2 && half[1] ~ / O / {
        n = split(half[1], left, " "); section = left[n]
        if (section ~ /^(\.t?(data|bss)|\*COM\*)/ && section !~ /^\.data\.rel\.ro/) {
            split(half[2], right, " "); print file ":1", "global", right[2] " in " section
        }
    }' "$scratch/symbols"
}

{
    check_includes
    check_circles
    check_words
    check_sizes
    check_openings
    check_objects
} | awk -F'\t' '
    FILENAME != "-" { if (split($0, f, " ") > 2) { path[++n] = f[1]; key[n] = f[2] } next }
    { for (i = 1; i <= n; i++) if ($1 ~ path[i] && $2 == key[i]) next; print }' \
    "$scratch/exceptions" - | sort -t: -k1,1 -k2,2n >"$scratch/found"

while IFS=$'\t' read -r at key what; do
    echo "$at: $(rule "$key") ($what)"
done <"$scratch/found"
[ ! -s "$scratch/found" ]
