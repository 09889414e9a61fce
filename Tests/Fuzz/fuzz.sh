#!/bin/sh
# fuzz.sh SECONDS [TARGET]: builds the fuzzer, runs every target (or the one named) for so many seconds, JOBS (two) at a time, and
# prints a table. Inputs that break something are kept in .build-fuzz/findings. Status 1 where there is one.
set -eu
seconds=${1:-60}
only=${2:-}
jobs=${JOBS:-2}
here=$(cd "$(dirname "$0")" && pwd)
work=$(cd "$here/../.." && pwd)/.build-fuzz
mkdir -p "$work/logs" "$work/findings"

# One -sanitize with both: of two, the compiler takes the last. gold cannot link what results.
swift build -c release --package-path "$here" --scratch-path "$work" \
    -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld >"$work/logs/build" 2>&1 || { tail -20 "$work/logs/build"; exit 1; }
fuzz=$work/release/fuzz

# libFuzzer wants every byte of its dictionaries that is no ASCII as \xNN.
mkdir -p "$work/dictionaries"
for words in "$here"/dictionaries/*.dict; do
    LC_ALL=C awk 'BEGIN { for (i = 128; i < 256; i++) code[sprintf("%c", i)] = sprintf("\\x%02x", i) }
        { line = ""; for (i = 1; i <= length($0); i++) { c = substr($0, i, 1); line = line (c in code ? code[c] : c) } print line }' \
        "$words" >"$work/dictionaries/${words##*/}"
done

# one TARGET KIND
one() {
    mkdir -p "$work/corpus/$1"
    # The crash is libFuzzer's to report, and its memory limit counts what the sanitizer keeps back.
    SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=quarantine_size_mb=16:detect_leaks=0 \
        "$fuzz" "$1" "$work/corpus/$1" "$here/seeds/$2" -dict="$work/dictionaries/$2.dict" \
        -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1 \
        -artifact_prefix="$work/findings/$1-" >"$work/logs/$1" 2>&1 || true
}

targets=$("$fuzz" list | { [ -n "$only" ] && grep "^$only " || cat; })
[ -n "$targets" ] || { echo "no target $only; there are:"; "$fuzz" list; exit 2; }
running=0
echo "$targets" | {
    while read -r name kind; do
        one "$name" "$kind" &
        running=$((running + 1))
        [ $((running % jobs)) != 0 ] || wait
    done
    wait
}

status=0
printf '| %-16s | %10s | %8s | %s\n' target inputs coverage 'finding |'
printf '|---|---:|---:|---|\n'
for name in $(echo "$targets" | cut -d' ' -f1); do
    log=$work/logs/$name
    inputs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    coverage=$(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$log" | tail -1)
    finding=$(sed -n 's/^finding: //p; s/.*\(ERROR: [^(]*\).*/\1/p; s/.*\(Fatal error: .*\)/\1/p' "$log" | head -1)
    kept=$(sed -n "s|.*Test unit written to $work/||p" "$log" | head -1)
    [ -z "$finding$kept" ] && [ -n "$inputs" ] || status=1
    printf '| %-16s | %10s | %8s | %s |\n' "$name" "$inputs" "$coverage" "${finding:+$finding }$kept"
done
exit $status
