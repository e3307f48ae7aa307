# Shell functions that samples/run.sh and tests/run.sh share; sourced by bash, from any folder.
protokol_root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

# Runs a command as root: directly, or through sudo.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    env "$@"
  elif command -v sudo >/dev/null; then
    sudo env "$@"
  else
    return 127
  fi
}

# Installs those packages of the given lists that are missing, and says which; of packages.txt where no list is
# given. Touches neither the network nor the system where none is.
install_packages() {
  [ "$#" -gt 0 ] || set -- packages.txt
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This is no Debian system; $* names what has to be installed." >&2
    return 0
  fi
  local package
  local -a wanted=() missing=()
  mapfile -t wanted < <(cd "$protokol_root" && sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@")
  for package in "${wanted[@]}"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
      missing+=("$package")
  done
  [ "${#missing[@]}" -eq 0 ] && return 0

  echo "Installing: ${missing[*]}"
  local -a apt=(DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
  if ! as_root "${apt[@]}" update </dev/null; then
    echo "apt-get update failed; trying with the package lists that are here." >&2
  fi
  if ! as_root "${apt[@]}" install --no-install-recommends "${missing[@]}" </dev/null; then
    echo "Could not install the packages. As root, run:" >&2
    echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
    return 1
  fi
}

# Configures, with cmake's options where some are given, and builds the release preset. A second run rebuilds nothing.
build_release() {
  (cd "$protokol_root" && cmake --preset release "$@" && cmake --build --preset release) </dev/null
}
