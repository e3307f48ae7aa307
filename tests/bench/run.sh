#!/bin/sh
# Measures the stages on an archive made for it; prints one table and writes it as JSON: run.sh [BUILD [DOCUMENTS]].
# BUILD is a build folder (default build/release); the table goes to BUILD/bench/stages.json.
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$source/build/release}
count=${2:-1000}
folder=$build/bench
archive=$folder/archive-$count

cmake -S "$source" -B "$build" -DPROTOKOL_BENCH=ON >/dev/null
cmake --build "$build" --target protokol_bench protokol_dictionary >/dev/null
mkdir -p "$folder"
[ -d "$archive" ] || { python3 "$source/tests/bench/make_archive.py" "$folder/new" "$count" >/dev/null; mv "$folder/new" "$archive"; }
"$build/protokol_bench" "$archive" --benchmark_repetitions=3 --benchmark_format=json --benchmark_out="$folder/raw.json" \
  >/dev/null
python3 "$source/tests/bench/table.py" "$folder/raw.json" "$folder/stages.json"
