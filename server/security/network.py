"""The ledger of connections: this process opens none to another machine, and whatever tries is refused and counted."""

from __future__ import annotations

import ipaddress
import sys
import threading
from typing import Any

_CONNECTS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_LOOKUPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyname_ex"})
_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1", "", None})


class Ledger:
    """Counts what Python's own audit events report. It holds numbers, never addresses."""

    def __init__(self) -> None:
        self.guarded = False
        self.refused = 0
        self._database: frozenset[str] = frozenset()
        self._lock = threading.Lock()

    def guard_process(self, database: frozenset[str] = frozenset()) -> None:
        """Refuse connections to other machines from now on; cannot be undone in this process. ``database``: where the
        user's own database is, whose name may be looked up; its driver connects by itself."""
        self._database |= database
        if not self.guarded:
            self.guarded = True
            sys.addaudithook(self._on_event)

    def to_json(self) -> dict[str, Any]:
        return {"guarded": self.guarded, "outbound_refused": self.refused}

    def _on_event(self, event: str, args: tuple[Any, ...]) -> None:
        if event in _CONNECTS:
            allowed = is_local(args[1])
        elif event in _LOOKUPS:
            allowed = _name_is_local(args[0]) or args[0] in self._database
        else:
            return
        if not allowed:
            with self._lock:
                self.refused += 1
            raise PermissionError("Soi opens no connection to another machine.")


LEDGER = Ledger()


def is_local(address: Any) -> bool:
    """Whether a socket address is on this machine; a path (AF_UNIX) is, and so is none at all."""
    if not isinstance(address, tuple) or not address:
        return True
    return _name_is_local(address[0])


def _name_is_local(name: Any) -> bool:
    if isinstance(name, bytes):
        name = name.decode("ascii", "replace")
    if name in _LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False
