"""Frames: whatever happens to a file, a frame that is read is one that was written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.errors import BadField
from server.store.engine import frames

VALUES = st.lists(
    st.recursive(
        st.none()
        | st.integers(-(2**63), 2**63 - 1)
        | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc"), inner, max_size=3),
        max_leaves=5,
    ),
    max_size=5,
)


@given(VALUES)
def test_what_is_written_is_read(values: list[Any]) -> None:
    """In order, with the whole file good."""
    data = b"".join(frames.encode(value) for value in values)
    scan = frames.scan(data)
    assert (list(scan.values), scan.good_size, scan.later) == (values, len(data), ())


@given(VALUES, st.data())
def test_a_cut_file_gives_the_first_frames(values: list[Any], data: st.DataObject) -> None:
    """A prefix of the values, and the rest is recognised as a frame that was begun."""
    whole = b"".join(frames.encode(value) for value in values)
    size = data.draw(st.integers(0, len(whole)))
    scan = frames.scan(whole[:size])
    assert list(scan.values) == values[: len(scan.values)]
    assert scan.good_size == size or scan.begun


@given(VALUES, st.data())
def test_a_changed_byte_never_gives_another_value(values: list[Any], data: st.DataObject) -> None:
    """Every frame read from a damaged file is one of those written, in their order; never all of them."""
    whole = b"".join(frames.encode(value) for value in values)
    if not whole:
        return
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :]
    scan = frames.scan(changed)
    assert len(scan.all_values) < len(values)
    rest = iter(values)
    assert all(any(value == one for one in rest) for value in scan.all_values)


@given(st.binary(max_size=200))
def test_any_bytes_can_be_scanned(data: bytes) -> None:
    """No crash, and no value out of noise."""
    assert frames.scan(data).all_values == ()


@pytest.mark.parametrize("value", ["\ud800", 2**70, object()])
def test_what_json_cannot_hold_is_refused(value: object) -> None:
    """Before anything is written."""
    with pytest.raises(BadField):
        frames.encode(value)
