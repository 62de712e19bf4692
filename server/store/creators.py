"""Who is who: a creator is its numeric id where one was seen, and its handle until then; handles change hands."""

from __future__ import annotations

from datetime import datetime

from server.store.documents import AUDITS, CREATORS, EVIDENCE, LISTED, VISITS, time_of, time_text
from server.store.values import MOST_NAMED
from server.store.work import Doc, View, Work

_KEPT_HANDLES = 20


def find(view: View, username: str, profile_id: str | None = None) -> int | None:
    """The creator with this id, else who has the handle now, else who had it last.

    A handle whose present holder is known by another id is no match: it belongs to somebody else now.
    """
    if profile_id is not None and (known := view.find(CREATORS, "profile_id", profile_id)):
        return known[0]
    holders = view.find(CREATORS, "username", username)
    if holders:
        return holders[0] if _may_be(view, holders[0], profile_id) else None
    former = view.find(CREATORS, "former", username) if profile_id is None else []
    return max(former, key=lambda doc_id: _until(view, doc_id, username), default=None)


def settle(work: Work, username: str, profile_id: str | None, now: datetime) -> int:
    """The creator seen as ``username`` with this id: found, renamed, joined with its id, or made."""
    creator = find(work, username, profile_id)
    if creator is None:
        return _made(work, username, profile_id, now)
    if profile_id is not None:
        _identify(work, creator, username, profile_id, now)
    return creator


def _made(work: Work, username: str, profile_id: str | None, now: datetime) -> int:
    _free(work, username, now)
    document: Doc = {"username": username}
    return work.insert(CREATORS, document | ({"profile_id": profile_id} if profile_id else {}))


def claim(work: Work, username: str, profile_id: str | None, now: datetime) -> int:
    """The creator that a person or a file means: found or made, but never renamed and nobody's handle taken.

    Only a page that was seen proves who has a handle; a list may be old, and a spreadsheet rounds long numbers.
    """
    creator = find(work, username, profile_id)
    if creator is None and profile_id is not None:
        creator = find(work, username)
    if creator is None:
        return _made(work, username, profile_id, now)
    document = document_of(work, creator)
    if profile_id is not None and document.get("profile_id") is None:
        work.put(CREATORS, creator, document | {"profile_id": profile_id})
    return creator


def document_of(work: View, creator: int) -> Doc:
    """A copy of the creator's document, to be changed and put."""
    document = work.get(CREATORS, creator)
    assert document is not None  # noqa: S101 - callers found the id in the same view
    return dict(document)


def handles_of(document: Doc) -> list[str]:
    """Every handle the creator is known to have had, current one first."""
    return [document["username"], *(handle for handle, _ in document.get("former", ()))]


def _may_be(view: View, holder: int, profile_id: str | None) -> bool:
    """A holder that no check has seen has its number from a list, and a page that was seen overrules a list."""
    document = document_of(view, holder)
    known = document.get("profile_id")
    return None in (profile_id, known) or known == profile_id or document.get("first_seen") is None


def _until(view: View, creator: int, username: str) -> datetime:
    return max(time_of(at) for handle, at in document_of(view, creator)["former"] if handle == username)


def _identify(work: Work, creator: int, username: str, profile_id: str, now: datetime) -> None:
    document = document_of(work, creator)
    if document["username"] != username:
        holders = work.find(CREATORS, "username", username)
        if holders and document_of(work, holders[0]).get("profile_id") is None:
            document = _join(work, document, creator, holders[0])
        _free(work, username, now)
        document = _renamed(document, username, now)
    elif document.get("profile_id") == profile_id:
        return
    work.put(CREATORS, creator, document | {"profile_id": profile_id})


def _free(work: Work, username: str, now: datetime) -> None:
    """Another account has this handle now: who had it is known by its number from here on."""
    for holder in work.find(CREATORS, "username", username):
        document = document_of(work, holder)
        work.put(CREATORS, holder, _renamed(document, f"id.{document['profile_id']}", now))


def _renamed(document: Doc, username: str, now: datetime) -> Doc:
    former = [*document.get("former", ()), [document["username"], time_text(now)]]
    kept = [row for row in former if row[0] != username and not row[0].startswith("id.")]
    return document | {"username": username, "former": kept[-_KEPT_HANDLES:]}


def _join(work: Work, document: Doc, creator: int, other: int) -> Doc:
    """Two documents turn out to be one person: one saved by handle, one known by id. The second one leads."""
    theirs = document_of(work, other)
    for table in (VISITS, AUDITS, EVIDENCE):
        for doc_id in work.find(table, "creator", other):
            row = work.get(table, doc_id)
            work.put(table, doc_id, (row or {}) | {"creator": creator})
    joined = theirs | document
    joined["visits"] = theirs.get("visits", 0) + document.get("visits", 0)
    joined["rulings"] = theirs.get("rulings", {}) | document.get("rulings", {})
    joined["entry_version"] = max(theirs.get("entry_version", 0), document.get("entry_version", 0)) + 1
    joined.update(_span(theirs, document))
    joined.pop("undo", None)
    joined.update(_joined_entry(work, document, theirs, creator, joined["entry_version"]))
    work.delete(CREATORS, other)
    return joined


def _span(one: Doc, other: Doc) -> Doc:
    firsts = [doc["first_seen"] for doc in (one, other) if doc.get("first_seen")]
    lasts = [doc["last_seen"] for doc in (one, other) if doc.get("last_seen")]
    return {"first_seen": min(firsts), "last_seen": max(lasts)} if firsts else {}


def _joined_entry(work: Work, document: Doc, theirs: Doc, creator: int, version: int) -> Doc:
    ours, other = document.get("entry"), theirs.get("entry")
    if ours is None and other is None:
        return {}
    if ours is not None and other is not None:
        work.delete(LISTED, other["order"])
        notes = dict.fromkeys(note for note in (ours.get("note"), other.get("note")) if note)
        tags = list(dict.fromkeys([*ours.get("tags", ()), *other.get("tags", ())]))
        entry = other | ours | {"note": "\n".join(notes), "tags": tags}
        for name, most in MOST_NAMED.items():
            if name in ours or name in other:
                entry[name] = dict(list(({**other.get(name, {}), **ours.get(name, {})}).items())[:most])
    else:
        entry = ours or other or {}
        work.put(LISTED, entry["order"], {"creator": creator})
    return {"entry": entry | {"version": version}}
