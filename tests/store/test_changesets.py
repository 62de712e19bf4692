"""A changeset answers as if its changes were in the tables already."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.store.engine.memory import Changeset, Memory

IDS = st.sets(st.integers(1, 12))


@given(there=IDS, put=IDS, gone=IDS, limit=st.none() | st.integers(0, 6), offset=st.integers(0, 14))
def test_the_newest_are_those_of_the_tables_with_the_changes_in_them(there, put, gone, limit, offset):
    below = Memory({}, {"t": {str(doc_id): {} for doc_id in there}})
    changes = Changeset(below, {})
    for doc_id in put:
        changes.put("t", doc_id, {})
    for doc_id in gone:
        changes.delete("t", doc_id)
    found = changes.newest("t", limit, offset)
    below.apply(changes.ops())
    assert below.newest("t", limit, offset) == found
