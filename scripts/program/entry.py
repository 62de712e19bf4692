"""Where the built program starts. A double click names no command: it opens the Soi page."""

from __future__ import annotations

import multiprocessing
import os
import sys

from server.cli import main


def lend_no_libraries() -> None:
    """A browser that is started from here takes the system's own libraries, not those that lie beside this program.

    Its loader has them in LD_LIBRARY_PATH, and what was there before in LD_LIBRARY_PATH_ORIG; for this process both
    were read at its start.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    multiprocessing.freeze_support()  # a worker of `soi check` is this program once more
    if sys.platform == "linux":
        lend_no_libraries()
    if len(sys.argv) == 1:
        sys.argv.append("open")
    main()
