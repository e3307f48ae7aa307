#!/usr/bin/env bash
# Fuzzes each target for some seconds, from the kept seeds and the corpus, as many at once as there are processors:
#   tests/fuzz/run.sh [SECONDS [NAME …]]     60 seconds and every target where nothing is said
# Inputs that led to new code are kept in build/fuzz/found/NAME; an input that breaks a promise is printed, kept in
# build/fuzz/faults, and the exit status is 1. Put such an input into tests/fuzz/seeds/NAME: it is a test then.
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/../../scripts/install_packages.sh"
install_packages packages.txt packages-fuzz.txt
cd "$protokol_root"
seconds=${1:-60}
shift || true
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz

names=("$@")
if [ "${#names[@]}" -eq 0 ]; then
  for source in tests/fuzz/*_fuzz.cc; do
    name=$(basename -- "$source" _fuzz.cc)
    names+=("$name")
  done
fi

# The corpus as text, without what each document should give.
texts=build/fuzz/texts
rm -rf -- "$texts"
mkdir -p -- "$texts" build/fuzz/faults build/fuzz/logs
cp -- tests/corpus/*.txt "$texts"

fuzz() {
  local name=$1 found=build/fuzz/found/$1
  local -a options=(-max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 -max_len=4000 -len_control=20
                    -print_final_stats=1 -artifact_prefix="build/fuzz/faults/$name-")
  [ -e "tests/fuzz/seeds/$name.dict" ] && options+=(-dict="tests/fuzz/seeds/$name.dict")
  mkdir -p -- "$found"
  # Where memory was asked for is told by few frames: to keep them all costs a tenth of the time.
  ASAN_OPTIONS=malloc_context_size=3 "build/fuzz/fuzz/${name}_fuzz" "${options[@]}" \
    "$found" "tests/fuzz/seeds/$name" "$texts" >"build/fuzz/logs/$name" 2>&1 </dev/null
}

figure() { sed -n "s/^stat::$2: *//p" "build/fuzz/logs/$1"; }

# All of them run in the background, but no more at a time than there are processors.
declare -A running=()
failed=()
for name in "${names[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n || true; done
  fuzz "$name" &
  running[$name]=$!
done
for name in "${names[@]}"; do
  if wait "${running[$name]}"; then
    echo "fuzz/$name: $(figure "$name" number_of_executed_units) inputs in $seconds s, no fault," \
         "$(figure "$name" new_units_added) led to new code, at most $(figure "$name" peak_rss_mb) MB"
  else
    failed+=("$name")
    tail -n 40 "build/fuzz/logs/$name"
  fi
done
[ "${#failed[@]}" -eq 0 ] || { echo "fuzz: FAILED: ${failed[*]}" >&2; exit 1; }
