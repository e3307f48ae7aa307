#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test: a minute of fuzzing each target, then ctest, whose summary
# is the end. With arguments, which are ctest's, nothing is fuzzed.
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/../scripts/install_packages.sh"
install_packages packages.txt packages-formats.txt
build_release -DPROTOKOL_WORK=ON
cd "$protokol_root"
fuzzed=0
if [ "$#" -eq 0 ]; then
  bash tests/fuzz/run.sh || fuzzed=$?
fi
ctest --preset release --parallel "$(nproc)" "$@" </dev/null
[ "$fuzzed" -eq 0 ] || echo "Fuzzing found faults; see above." >&2
exit "$fuzzed"
