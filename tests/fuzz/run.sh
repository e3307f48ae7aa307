#!/usr/bin/env bash
# Fuzzes each target for some seconds, from the kept seeds and the corpus, one after the other:
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
mkdir -p -- "$texts" build/fuzz/faults
cp -- tests/corpus/*.txt "$texts"

status=0
for name in "${names[@]}"; do
  found=build/fuzz/found/$name
  mkdir -p -- "$found"
  seeds=("$found" "tests/fuzz/seeds/$name" "$texts")
  options=(-max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=20000 -len_control=20
           -print_final_stats=1 -artifact_prefix="build/fuzz/faults/$name-")
  [ -e "tests/fuzz/seeds/$name.dict" ] && options+=(-dict="tests/fuzz/seeds/$name.dict")
  echo "== $name, $seconds s"
  log=build/fuzz/$name.log
  if "build/fuzz/fuzz/${name}_fuzz" "${options[@]}" "${seeds[@]}" >"$log" 2>&1 </dev/null; then
    grep -E '^(Done|stat::(number_of_executed_units|peak_rss_mb|new_units_added))' "$log"
  else
    status=1
    tail -40 "$log"
  fi
done
exit "$status"
