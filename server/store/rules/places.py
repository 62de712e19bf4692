"""The order of the list as a whole: every entry has its own place, and every place an entry."""

from __future__ import annotations

from collections.abc import Mapping

from server.store.documents import CREATORS, LISTED
from server.store.work import Doc, Tables


def in_place(tables: Tables) -> bool:
    """Whether entries and places lead to each other."""
    creators = tables.get(CREATORS, {})
    asked = {
        str(doc["entry"]["order"]): {"creator": int(i)} for i, doc in creators.items() if doc.get("entry")
    }
    return asked == tables.get(LISTED, {})


def mend_places(tables: Tables) -> None:
    """Make the list that the entries ask for: the creator's own document says that it is listed, and where."""
    creators, listed = dict(tables.get(CREATORS, {})), tables.get(LISTED, {})
    places = _places(creators, listed)
    if creators:
        tables[CREATORS] = creators
    if places or LISTED in tables:
        tables[LISTED] = places


def _places(creators: dict[str, Doc], listed: Mapping[str, Doc]) -> dict[str, Doc]:
    """The list that the entries ask for: each at its own place; of two at one place the one that the list names.

    An entry that loses its place keeps its document and gets a new place, in ``creators``.
    """
    places: dict[str, Doc] = {}
    homeless = []
    for doc_id, document in creators.items():
        if not document.get("entry"):
            continue
        place, row = str(document["entry"]["order"]), {"creator": int(doc_id)}
        if place not in places:
            places[place] = row
        elif listed.get(place) == row:
            homeless.append(str(places[place]["creator"]))
            places[place] = row
        else:
            homeless.append(doc_id)
    highest = max([0, *map(int, places)])
    for number, doc_id in enumerate(homeless, start=highest + 1):
        places[str(number)] = {"creator": int(doc_id)}
        document = creators[doc_id]
        creators[doc_id] = document | {"entry": document["entry"] | {"order": number}}
    return dict(sorted(places.items(), key=lambda item: int(item[0])))
