"""What ``soi doctor --network`` can show about the running server's connections."""

from __future__ import annotations

import json
from collections.abc import Iterator

from server.run.command_link import Note, link, read_note
from server.security.sockets import Socket, can_list, sockets_of
from server.settings import Settings


def network_lines(settings: Settings) -> Iterator[tuple[bool, str]]:
    """Findings about the server's sockets, each with whether it is as it should be."""
    note = read_note(settings.home)
    if note is None:
        yield False, "Soi is not running on this data folder. Start it with: soi serve"
        return
    yield _ledger(settings)
    if can_list():
        yield from _sockets(note)
    else:
        yield (
            True,
            (
                "This system does not show a process's sockets without further rights. To look for yourself: "
                f"lsof -a -i -p {note.pid} (macOS), or netstat -ano | findstr {note.pid} (Windows)"
            ),
        )


def _ledger(settings: Settings) -> tuple[bool, str]:
    with link(settings) as call:
        network = json.loads(call("GET", "/api/v1/status").body)["network"]
    refused = network["outbound_refused"]
    return network["guarded"] and refused == 0, (
        f"guard against outbound connections: {'on' if network['guarded'] else 'off'}, attempts refused: {refused}"
    )


def _sockets(note: Note) -> Iterator[tuple[bool, str]]:
    found = sockets_of(note.pid)
    leaving = [socket for socket in found if socket.leaves_machine]
    for socket in found:
        yield not socket.leaves_machine, _line(socket)
    yield not leaving, f"sockets of process {note.pid}: {len(found)}, beyond this machine: {len(leaving)}"


def _line(socket: Socket) -> str:
    local = f"{socket.local[0]}:{socket.local[1]}"
    if socket.remote is None:
        return f"{socket.kind} listens on {local}"
    return f"{socket.kind} {local} with {socket.remote[0]}:{socket.remote[1]}"
