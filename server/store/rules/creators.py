"""Who is who: a creator is its numeric id where one was seen, and its handle until then; handles change hands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from server.errors import NotFound
from server.handles import address, name_on_platform, platform_of
from server.store import judging
from server.store.collection import Collection, Identity
from server.store.documents import (
    CREATORS,
    EVIDENCE,
    LISTED,
    VISITS,
    address_of,
    creator_of,
    entry_of,
    moves_of,
    outcome_of,
    rulings_of,
    time_of,
    time_text,
    visit_of,
)
from server.store.records import CreatorState
from server.store.reports import LastSeen
from server.store.resource import Resource
from server.store.rules import collections
from server.store.values import MOST_NAMED
from server.store.work import Doc, Tables, UnitOfWork, View, many

Who = tuple[str, str | None]
"""A user name, and the numeric id where one is known."""
_KEPT_HANDLES = 20
_PARTS = ("undo", "removed", "outcome", "sketch")


def _forget(document: Doc, who: Identity) -> Doc:
    """Others who once had one of the handles keep everything but the handle."""
    former, platform = document.get("former", []), document["platform"]
    kept = [row for row in former if address(platform, row[0]) not in who.usernames]
    return document if len(kept) == len(former) else document | {"former": kept}


def _holds(tables: Tables) -> bool:
    """Whether no two have one handle, and the start can read what it reads."""
    documents = tables.get(CREATORS, {}).values()
    dated = [time_of(doc[part]["at"]) for part in ("undo", "removed") for doc in documents if doc.get(part)]
    return len(set(map(address_of, documents))) == len(documents) and None not in dated


COLLECTIONS = (
    Collection(
        CREATORS,
        judging.creator,
        indexes={
            "username": lambda doc: [address_of(doc)],
            "profile_id": lambda doc: (
                [address(doc["platform"], doc["profile_id"])] if doc.get("profile_id") else []
            ),
            "former": lambda doc: [address(doc["platform"], handle) for handle, _ in doc.get("former", ())],
            "part": lambda doc: [part for part in _PARTS if doc.get(part)],
        },
        unique=("username", "profile_id"),
        forget=_forget,
        holds=_holds,
    ),
)


class Creators(Resource):
    """``store.creators``: who is known, with all that is."""

    def find(self, username: str, profile_id: str | None = None) -> CreatorState | None:
        """What is known of a creator, by id before handle: entry, visits, rulings. None if nothing is."""

        def look(view: View) -> CreatorState | None:
            found = find(view, username, profile_id)
            return None if found is None else state_of(view, found)

        return self._read(look)

    def last_seen(self, names: Iterable[str]) -> dict[str, LastSeen]:
        """Of those of these creators who are known what is known of them last, by user name."""
        return self._read(lambda view: _last_seen(view, names))


def _last_seen(view: View, names: Iterable[str]) -> dict[str, LastSeen]:
    found = find_all(view, ((name, None) for name in names))
    documents = view.get_many(CREATORS, set(found.values()))
    visits = last_visits(view, list(documents))
    return {
        name: LastSeen(
            creator_of(documents[creator]), visit_of(visits[creator]) if creator in visits else None
        )
        for (name, _), creator in found.items()
    }


def find(view: View, username: str, profile_id: str | None = None) -> int | None:
    """The creator with this id, else who has the handle now, else who had it last.

    A handle whose present holder is known by another id is no match: it belongs to somebody else now.
    """
    who = (username, profile_id)
    return find_all(view, (who,)).get(who)


def find_all(view: View, who: Iterable[Who]) -> dict[Who, int]:
    """``find`` of many; nobody unknown. Four reads at most, whatever their number."""
    asked = dict.fromkeys(who)
    found = _of_ids(view, asked)
    rest = [one for one in asked if one not in found]
    holders = view.find_many(CREATORS, "username", {name for name, _ in rest}) if rest else {}
    lost = {name for name, number in rest if number is None and not holders[name]}
    former = view.find_many(CREATORS, "former", lost) if lost else {}
    named = [doc_id for ids in (*holders.values(), *former.values()) for doc_id in ids]
    documents = view.get_many(CREATORS, named) if named else {}
    for name, number in rest:
        if held := holders[name]:
            if _may_be(documents[held[0]], number):
                found[name, number] = held[0]
        elif number is None and former[name]:
            found[name, number] = max(former[name], key=lambda doc_id: _until(documents[doc_id], name))
    return found


def _of_ids(view: View, asked: Iterable[Who]) -> dict[Who, int]:
    """Those with a numeric id that somebody is known by."""
    numbered = {
        (name, number): address(platform_of(name), number) for name, number in asked if number is not None
    }
    found = view.find_many(CREATORS, "profile_id", set(numbered.values())) if numbered else {}
    return {who: found[number][0] for who, number in numbered.items() if found[number]}


def with_id(view: View, username: str, profile_id: str) -> list[int]:
    """Numbers are those of one platform."""
    return view.find(CREATORS, "profile_id", address(platform_of(username), profile_id))


def settle(work: UnitOfWork, username: str, profile_id: str | None, now: datetime) -> int:
    """The creator seen as ``username`` with this id: found, renamed, joined with its id, or made."""
    creator = find(work, username, profile_id)
    if creator is None:
        return _made(work, username, profile_id, now)
    if profile_id is not None:
        _identify(work, creator, username, profile_id, now)
    return creator


def _made(work: UnitOfWork, username: str, profile_id: str | None, now: datetime) -> int:
    _free(work, username, now)
    document: Doc = {"platform": platform_of(username), "handle": name_on_platform(username)}
    return work.insert(CREATORS, document | ({"profile_id": profile_id} if profile_id else {}))


def claim(work: UnitOfWork, username: str, profile_id: str | None, now: datetime) -> int:
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
    former = (handle for handle, _ in document.get("former", ()))
    return [address(document["platform"], handle) for handle in (document["handle"], *former)]


def _may_be(holder: Doc, profile_id: str | None) -> bool:
    """A holder that no check has seen has its number from a list, and a page that was seen overrules a list."""
    known = holder.get("profile_id")
    return None in (profile_id, known) or known == profile_id or holder.get("first_seen") is None


def _until(creator: Doc, username: str) -> datetime:
    name = name_on_platform(username)
    return max(time_of(at) for handle, at in creator["former"] if handle == name)


def _identify(work: UnitOfWork, creator: int, username: str, profile_id: str, now: datetime) -> None:
    document = document_of(work, creator)
    if address_of(document) != username:
        holders = work.find(CREATORS, "username", username)
        if holders and document_of(work, holders[0]).get("profile_id") is None:
            document = _join(work, document, creator, holders[0])
        _free(work, username, now)
        document = _renamed(document, username, now)
    elif document.get("profile_id") == profile_id:
        return
    work.put(CREATORS, creator, document | {"profile_id": profile_id})


def _free(work: UnitOfWork, username: str, now: datetime) -> None:
    """Another account has this handle now: who had it is known by its number from here on."""
    for holder in work.find(CREATORS, "username", username):
        document = document_of(work, holder)
        work.put(CREATORS, holder, _renamed(document, f"id.{document['profile_id']}", now))


def _renamed(document: Doc, username: str, now: datetime) -> Doc:
    handle = name_on_platform(username)
    former = [*document.get("former", ()), [document["handle"], time_text(now)]]
    kept = [row for row in former if row[0] != handle and not row[0].startswith("id.")]
    return document | {"handle": handle, "former": kept[-_KEPT_HANDLES:]}


def _join(work: UnitOfWork, document: Doc, creator: int, other: int) -> Doc:
    """Two documents turn out to be one person: one saved by handle, one known by id. The second one leads."""
    theirs = document_of(work, other)
    _move_rows(work, other, creator)
    joined = theirs | document
    joined["visits"] = theirs.get("visits", 0) + document.get("visits", 0)
    joined["rulings"] = theirs.get("rulings", {}) | document.get("rulings", {})
    joined["entry_version"] = max(theirs.get("entry_version", 0), document.get("entry_version", 0)) + 1
    joined.update(_span(theirs, document))
    joined.pop("undo", None)
    joined.update(_joined_entry(work, document, theirs, creator, joined["entry_version"]))
    if document.get("removed") and theirs.get("removed"):
        both = _one_entry(document["removed"]["entry"], theirs["removed"]["entry"])
        joined["removed"] = document["removed"] | {"entry": both}
    work.delete(CREATORS, other)
    return joined


def _move_rows(work: UnitOfWork, old: int, new: int) -> None:
    """What any other collection says of one creator, it says of another from here on."""
    for name, collection in collections().items():
        for index, target in collection.references.items():
            if target == CREATORS and name != LISTED:
                rows = work.get_many(name, work.find(name, index, old))
                for doc_id, row in rows.items():
                    work.put(name, doc_id, collection.of_another(row, old, new))


def _span(one: Doc, other: Doc) -> Doc:
    firsts = [doc["first_seen"] for doc in (one, other) if doc.get("first_seen")]
    lasts = [doc["last_seen"] for doc in (one, other) if doc.get("last_seen")]
    return {"first_seen": min(firsts), "last_seen": max(lasts)} if firsts else {}


def _joined_entry(work: UnitOfWork, document: Doc, theirs: Doc, creator: int, version: int) -> Doc:
    ours, other = document.get("entry"), theirs.get("entry")
    if ours is None and other is None:
        return {}
    if ours is not None and other is not None:
        work.delete(LISTED, other["order"])
        entry = _one_entry(ours, other)
    else:
        entry = ours or other or {}
        work.put(LISTED, entry["order"], {"creator": creator})
    return {"entry": entry | {"version": version}}


def _one_entry(ours: Doc, other: Doc) -> Doc:
    """Two entries of one person: the first one leads, and nothing that was typed is dropped."""
    notes = dict.fromkeys(note for note in (ours.get("note"), other.get("note")) if note)
    tags = list(dict.fromkeys([*ours.get("tags", ()), *other.get("tags", ())]))
    entry = other | ours | {"note": "\n".join(notes), "tags": tags, "moves": moves_of(ours)}
    for name, most in MOST_NAMED.items():
        if name in ours or name in other:
            entry[name] = dict(list(({**other.get(name, {}), **ours.get(name, {})}).items())[:most])
    return entry


# --- all that is known -----------------------------------------------------------------------------------------


def known(view: View, username: str) -> int:
    """Raises NotFound."""
    creator = find(view, username)
    if creator is None:
        raise NotFound
    return creator


def with_part(view: View, part: str) -> dict[int, Doc]:
    """The documents of all creators that have this part, in the order in which they became known."""
    return view.get_many(CREATORS, view.find(CREATORS, "part", part))


def last_visits(view: View, creators: Sequence[int]) -> dict[int, Doc]:
    """Of each creator the visit whose verdict stands (``records.last_of``); two reads, whatever their number."""
    ids = view.find_many(VISITS, "creator", creators)
    newest = view.get_many(VISITS, [of_one[-1] for of_one in ids.values() if of_one])
    found = {visit["creator"]: visit for visit in newest.values()}
    past = [creator for creator, visit in found.items() if visit.get("is_past")]
    earlier = view.get_many(VISITS, [i for creator in past for i in ids[creator]]) if past else {}
    for visit in earlier.values():
        if not visit.get("is_past"):
            found[visit["creator"]] = visit  # the ids come oldest first
    return found


def last_visit(view: View, creator: int) -> Doc | None:
    """The visit whose verdict stands; None before the first one."""
    return last_visits(view, [creator]).get(creator)


def state_of(view: View, creator: int) -> CreatorState:
    """All that is known of a creator that is in ``view``."""
    document = document_of(view, creator)
    visits = many(view, VISITS, view.find(VISITS, "creator", creator))
    return CreatorState(
        creator=creator_of(document),
        entry=entry_of(document, _standing(visits)) if document.get("entry") else None,
        visits=tuple(visit_of(visit) for visit in visits),
        rulings=rulings_of(document),
        outcome=outcome_of(document),
        packed_evidence=_evidence_of(view, creator),
        columns=tuple(visit.get("columns") for visit in visits),
    )


def _standing(visits: Sequence[Doc]) -> Doc | None:
    present = (visit for visit in reversed(visits) if not visit.get("is_past"))
    return next(present, visits[-1] if visits else None)


def _evidence_of(view: View, creator: int) -> str | None:
    kept = many(view, EVIDENCE, view.find(EVIDENCE, "creator", creator)[-1:])
    return kept[0]["packed"] if kept else None
