"""The network sockets that a process holds, as the system lists them (Linux: /proc)."""

from __future__ import annotations

import ipaddress
import socket
import struct
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from server.security.network import is_local

_TABLES = ("tcp", "tcp6", "udp", "udp6")
_LISTEN = "0A"


class Socket(Struct, frozen=True):
    """One socket; ``remote`` is None while it listens."""

    kind: str
    local: tuple[str, int]
    remote: tuple[str, int] | None

    @property
    def leaves_machine(self) -> bool:
        """Whether the other end, or for a listener the address it listens on, is beyond this machine."""
        return not is_local(self.remote or self.local)


def can_list() -> bool:
    """Whether this system shows the sockets of a process without further rights."""
    return Path("/proc/net/tcp").exists()


def sockets_of(pid: int) -> list[Socket]:
    """All internet sockets of a process of the same user. Raises OSError for a process that is not there."""
    inodes = _inodes(pid)
    return [found for table in _TABLES for inode, found in _rows(pid, table) if inode in inodes]


def holder_of(port: int) -> tuple[int, str] | None:
    """Process and name of who listens on a port of this machine; None where the system does not say it to this user."""
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        try:
            held = sockets_of(int(process.name))
            if any(found.remote is None and found.local[1] == port for found in held):
                return int(process.name), (process / "comm").read_text("utf-8", "replace").strip()
        except OSError:
            continue  # another user's, or gone meanwhile
    return None


def _inodes(pid: int) -> set[str]:
    inodes = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        try:
            target = str(descriptor.readlink())
        except FileNotFoundError:
            continue  # closed meanwhile
        if target.startswith("socket:["):
            inodes.add(target[len("socket:[") : -1])
    return inodes


def _rows(pid: int, table: str) -> Iterator[tuple[str, Socket]]:
    path = Path(f"/proc/{pid}/net/{table}")
    if not path.exists():
        return
    for line in path.read_text("ascii").splitlines()[1:]:
        columns = line.split()
        remote = _address(columns[2])
        listens = columns[3] == _LISTEN or remote[1] == 0
        yield columns[9], Socket(table, _address(columns[1]), None if listens else remote)


def _address(text: str) -> tuple[str, int]:
    """``0100007F:1685`` is 127.0.0.1:5765: words of 32 bits in the machine's byte order, then the port."""
    words, port = text.split(":")
    numbers = [int(words[i : i + 8], 16) for i in range(0, len(words), 8)]
    packed = struct.pack(f"={len(numbers)}I", *numbers)
    family = socket.AF_INET if len(packed) == 4 else socket.AF_INET6
    return str(_unmapped(socket.inet_ntop(family, packed))), int(port, 16)


def _unmapped(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    address = ipaddress.ip_address(text)
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address
