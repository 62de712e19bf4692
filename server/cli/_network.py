"""What ``soi doctor --network`` can show about the running server's connections."""

from __future__ import annotations

import json
from collections.abc import Iterator

from server.cli._finding import Finding, FindingLevel, Says
from server.run.command_link import Note, link, read_note
from server.security.sockets import Socket, can_list, sockets_of
from server.settings import Settings


def network_findings(settings: Settings, says: Says) -> Iterator[Finding]:
    """Findings about the server's sockets, each with whether it is as it should be."""
    note = read_note(settings.home)
    if note is None:
        yield says.finding("miss", "network", "not_running", "fix.start")
        return
    yield _ledger(settings, says)
    if can_list():
        yield from _sockets(note, says)
    else:
        yield says.finding("ok", "network", "cannot_list", pid=note.pid)


def _ledger(settings: Settings, says: Says) -> Finding:
    with link(settings) as call:
        network = json.loads(call("GET", "/api/v1/status").body)["network"]
    guarded, refused = network["guarded"], network["outbound_refused"]
    level: FindingLevel = "ok" if guarded and refused == 0 else "miss"
    return says.finding(level, "network", "guard_on" if guarded else "guard_off", refused=refused)


def _sockets(note: Note, says: Says) -> Iterator[Finding]:
    found = sockets_of(note.pid)
    leaving = [socket for socket in found if socket.leaves_machine]
    for socket in found:
        yield says.given("miss" if socket.leaves_machine else "ok", "network", _line(socket, says))
    level: FindingLevel = "miss" if leaving else "ok"
    yield says.finding(level, "network", "sockets", pid=note.pid, n=len(found), leaving=len(leaving))


def _line(socket: Socket, says: Says) -> str:
    local = f"{socket.local[0]}:{socket.local[1]}"
    if socket.remote is None:
        return says("listens", kind=socket.kind, local=local)
    return says("socket", kind=socket.kind, local=local, remote=f"{socket.remote[0]}:{socket.remote[1]}")
