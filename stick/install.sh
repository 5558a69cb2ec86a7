#!/bin/sh
# Sets sim up from this folder, without the internet:   sh install.sh [FOLDER]
# FOLDER is where it goes, $HOME/sim if none is named. PYTHON=/path/to/python3 names a Python.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
there=${1:-$HOME/sim}

stop() {
  printf '%s\n' "$*" >&2
  exit 1
}

checked() {
  if command -v sha256sum >/dev/null; then sha256sum -c SHA256SUMS; else shasum -a 256 -c SHA256SUMS; fi
}

sums=$(cd "$here" && checked 2>&1) || stop "Some files are damaged. Copy the folder again.
$(printf '%s\n' "$sums" | grep -v ': OK$')"

if [ -e "$there" ] && [ ! -e "$there/pyvenv.cfg" ] && [ -n "$(ls -A "$there")" ]; then
  stop "$there holds something else already. Name another folder: sh install.sh FOLDER"
fi

# A Python without its ensurepip, as Debian has it, can do this too: pip comes along as a wheel.
made_for=$(cat "$here/MADE_FOR")
for python in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11 ""; do
  [ "$("$python" "$here/made_for.py" 2>/dev/null)" != "$made_for" ] || break
done
[ -n "$python" ] || stop "These wheels are for $made_for, and no such Python is here. README.txt says what to do."

"$python" -m venv --without-pip "$there"
set -- "$here"/pip-*.whl
"$there/bin/python" "$1/pip" --isolated install --quiet --disable-pip-version-check \
  --no-index -f "$here" --force-reinstall negotiation-rounds

printf '%s\n' "$("$there/bin/sim" --version) is installed. To open the room in a browser:" "  \"$there/bin/sim\" serve"
