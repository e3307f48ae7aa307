#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test. The last lines are ctest's summary.
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/../scripts/install_packages.sh"
install_packages packages.txt packages-formats.txt
build_release
cd "$protokol_root"
exec ctest --preset release --parallel "$(nproc)" "$@" </dev/null
