#!/usr/bin/env bash
# Whole processes side by side with ripgrep, warm: whole-process.sh WEN [FOLDER]. FOLDER is a folder of large texts; without
# it a resampling of seeds/ is made. Needs hyperfine and ripgrep (Debian packages). Prints medians in milliseconds and ratios.
set -euo pipefail
cd "$(dirname "$0")/.."
wen=${1:?the program}
folder=${2:-}
runs=${RUNS:-20}
for tool in hyperfine rg; do
    command -v "$tool" >/dev/null || { echo "needs $tool: apt-get install hyperfine ripgrep"; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "$folder" ]; then
    folder=$work/sample
    mkdir "$folder"
    awk -v size=60000000 'NR > 5 && NF { line[++n] = $0 }
        END { srand(19991012); while (bytes < size) { a++; head = sprintf("### 抽样 %d\n\n1999-10-12\n第1版(抽样)\n专栏：\n", a)
            print head; bytes += 60
            for (i = 0; i < 24; i++) { l = line[1 + int(rand() * n)]; print l; bytes += length(l) } print "" } }' \
        seeds/*.txt > "$folder/sample.txt"
fi
# The median stands fifth from the end: the command in the first column may hold commas.
median() { awk -F, 'NR > 1 { print $(NF - 4) * 1000 }' "$1"; }
# compare NAME WEN-QUERY RIPGREP-ARGUMENTS… PATH
compare() {
    local name=$1 query=$2 path=$3 pattern=$4
    hyperfine -N -i -w 3 -r "$runs" --export-csv "$work/out.csv" \
        "$wen -q -e '$query' $path" "rg -c $pattern $path" >/dev/null 2>&1
    median "$work/out.csv" | paste -s | awk -v name="$name" '{ printf "%-44s wen %7.1f ms  rg %7.1f ms  ratio %5.2f\n", name, $1, $2, $1 / $2 }'
}
echo "$(date +%F) · $(uname -m) · $(nproc) cores · $(du -sm "$folder" | cut -f1) MB · medians of $runs"
compare "seed: section 新的任务 | grep 党员" 'section 新的任务 | grep 党员' seeds 党员
compare "literal: grep 社会主义 | count" 'grep 社会主义 | count' "$folder" 社会主义
compare "gap: grep 以…为… | count" 'grep 以…为… | count' "$folder" '以[^。！？；]{1,20}?为[^，。！？；：、]'
compare "regex: grep /第[一二三]+章/ | count" 'grep /第[一二三]+章/ | count' "$folder" '第[一二三]+章'
# What ripgrep does not know: sentences, concordances, rates.
alone() {
    hyperfine -N -i -w 2 -r "$runs" --export-csv "$work/out.csv" "$wen -q -e '$1' $folder" >/dev/null 2>&1
    median "$work/out.csv" | awk -v name="$1" '{ printf "%-44s wen %7.1f ms\n", name, $1 }'
}
alone 'sents | count'
alone 'kwic 社会主义 | head 20'
alone 'freq 社会主义 by=year'
alone 'sents | sort len desc | head 5'
/usr/bin/env time -f 'peak memory of the literal query: %M kB' "$wen" -q -e 'grep 社会主义 | count' "$folder" 2>&1 | tail -1 ||
    "$wen" -q -e 'grep 社会主义 | count' "$folder"
# Reading: the same texts in one file, in every encoding and container. MB/s of the file as it is read, unpacked.
echo "reading, MB/s of UTF-8 that come out"
mkdir "$work/reading"
plain=$work/reading/utf-8.txt
find -L "$folder" -name '*.txt' -print0 | xargs -0 cat | head -c 100000000 > "$plain"
size=$(stat -c %s "$plain")
iconv -c -f UTF-8 -t GB18030 "$plain" > "$work/reading/gb18030.txt"
iconv -c -f UTF-8 -t UTF-16LE "$plain" > "$work/reading/utf-16le.txt"
{ printf '### 題\n\n1999-10-12\n\n'; iconv -c -f UTF-8 -t CP950 "$plain"; } > "$work/reading/big5.txt"
gzip -c "$plain" > "$work/reading/utf-8.gz"
xz -1 -c "$plain" > "$work/reading/utf-8.xz"
for kind in utf-8.txt:auto gb18030.txt:auto utf-16le.txt:auto big5.txt:big5 utf-8.gz:auto utf-8.xz:auto; do
    file=${kind%%:*}
    hyperfine -N -i -w 1 -r 5 --export-csv "$work/out.csv" "$wen -q --encoding ${kind##*:} -e count $work/reading/$file" >/dev/null 2>&1
    median "$work/out.csv" | awk -v name="$file" -v size="$size" '{ printf "%-44s %8.0f MB/s\n", name, size / $1 / 1000 }'
done
