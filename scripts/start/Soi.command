#!/bin/sh
# macOS opens this in Terminal with a double click; the work is soi.sh's.
exec "$(dirname -- "$0")/soi.sh" "$@"
