"""Where the built program starts. A double click names no command: it opens the Soi page."""

from __future__ import annotations

import multiprocessing
import sys

from server.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a worker of `soi check` is this program once more
    if len(sys.argv) == 1:
        sys.argv.append("open")
    main()
