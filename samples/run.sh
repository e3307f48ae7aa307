#!/usr/bin/env bash
# Installs what is missing, builds, reads the protocols beside this file and shows their records.
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/../scripts/install_packages.sh"
install_packages
build_release

cd "$protokol_root"
program=build/release/protokol
out=build/samples
mkdir -p "$out"
"$program" -r samples --format json -o "$out/records.json"
"$program" -r samples --format csv -o "$out/decisions.csv"
"$program" -r samples --format csv --excel-ru -o "$out/decisions-excel.csv"

echo
echo "== samples/full-form.txt as a JSON record"
"$program" samples/full-form.txt
echo
echo "== the decisions of all samples as a CSV table"
cat "$out/decisions.csv"
echo
echo "== written files"
echo "$protokol_root/$out/records.json         every record, as JSON"
echo "$protokol_root/$out/decisions.csv        every decision, as CSV"
echo "$protokol_root/$out/decisions-excel.csv  the same for a Russian Excel"
