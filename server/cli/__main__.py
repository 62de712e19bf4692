"""``python -m server.cli``: the same as ``soi``."""

from server.cli import main

main()
