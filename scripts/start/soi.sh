#!/bin/sh
# Starts Soi in the background and opens its page, with a double click or from a terminal. Needs Python 3.11 or newer;
# where there is none, uv brings one if it is here, else this says what to do. Nothing is installed beside this folder.
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd) || exit 1

is_new_enough() {
  "$1" -c 'import sys; sys.exit(sys.version_info[:2] < (3, 11))' >/dev/null 2>&1
}

find_python() {
  for name in "$root/.venv/bin/python" python3.14 python3.13 python3.12 python3.11 python3 \
    /opt/homebrew/bin/python3 /usr/local/bin/python3; do
    if path=$(command -v "$name" 2>/dev/null) && is_new_enough "$path"; then
      printf '%s\n' "$path"
      return 0
    fi
  done
  uv=$(command -v uv 2>/dev/null) || uv="$HOME/.local/bin/uv"
  [ -x "$uv" ] || return 1
  printf 'Đang tải Python bằng uv… / Bringing a Python with uv…\n' >&2
  "$uv" python install --quiet 3.13 >&2 && "$uv" python find --no-project 3.13
}

advise() {
  printf '\nSoi cần Python 3.11 trở lên. / Soi needs Python 3.11 or newer.\n' >&2
  case $(uname -s) in
    Darwin) printf '  https://www.python.org/downloads/macos/\n' >&2 ;;
    *) printf '  Debian, Ubuntu: sudo apt install python3 python3-venv\n  Fedora: sudo dnf install python3\n' >&2 ;;
  esac
  printf 'Cài xong thì mở lại tệp này. / Then open this file again.\n' >&2
}

# A window that was opened by a double click closes with its last command: what went wrong has to be read before.
wait_for_reader() {
  if [ -t 0 ]; then
    printf '\nNhấn Enter để đóng. / Press Enter to close.\n' >&2
    read -r _
  fi
}

if python=$(find_python); then
  "$python" "$root/scripts/dev.py" "${1:-open}"
  status=$?
else
  advise
  status=1
fi
[ "$status" -eq 0 ] || wait_for_reader
exit "$status"
