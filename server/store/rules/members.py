"""The people of a team and their roles. They belong to this install: no backup holds them, and restoring one adds nobody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from server.errors import Duplicate, Inconsistent, NotFound, TooMany
from server.fields.kinds import Body, ChoiceField, TextField
from server.store.changes import told
from server.store.collection import Collection
from server.store.documents import DEVICES, MEMBERS, time_of, time_text
from server.store.member_records import ROLES, Member, Role
from server.store.resource import Resource
from server.store.work import Doc, Plan, UnitOfWork, View, many

T = TypeVar("T")
INVITATION_TIME = timedelta(days=7)
MOST = 100
NAMED: Mapping[str, Any] = {"name": TextField(60, minimum=1), "role": ChoiceField(ROLES)}
"""What a person is said to be, in bodies and on the disk."""
_TIMES = ("created_at", "joined_at", "invited_until")


def _judge(document: Doc) -> None:
    Body(NAMED).read({name: document[name] for name in NAMED})
    TextField(64, minimum=1).read("id", document["id"])
    TextField(64).read("code", document.get("code", ""))
    for name in _TIMES:
        if name == "created_at" or document.get(name) is not None:
            time_of(document[name])


COLLECTIONS = (
    Collection(
        MEMBERS,
        _judge,
        indexes={
            "id": lambda document: [document["id"]],
            "code": lambda document: [document["code"]] if document.get("code") else [],
        },
        is_local=True,
    ),
)


class TeamMembers(Resource):
    """``store.members``."""

    def all(self) -> tuple[Member, ...]:
        """Who came first stands first."""
        return self._read(lambda view: tuple(map(_member, many(view, MEMBERS, view.ids(MEMBERS)))))

    def add(self, member_id: str, name: str, role: Role, code_sha256: str) -> Member:
        """Somebody new, with the code of an invitation. The first one is an owner, and takes over who is connected.

        Raises Duplicate, Inconsistent, TooMany.
        """
        member = Member(member_id, name, role, self._now(), None, self._now() + INVITATION_TIME)
        self._changed(lambda work: _add(work, member, code_sha256))
        return member

    def change(self, member_id: str, name: str | None, role: Role | None) -> Member:
        """Another name or role. Raises NotFound, Duplicate; Inconsistent where no owner would be left."""

        def plan(work: UnitOfWork) -> Member:
            doc_id, document = _known(work, member_id)
            changed = document | {"name": name or document["name"], "role": role or document["role"]}
            _without_twin(work, changed["name"], but=member_id)
            work.put(MEMBERS, doc_id, changed)
            _with_owner(work)
            return _member(changed)

        return self._changed(plan)

    def invite(self, member_id: str, code_sha256: str) -> Member:
        """Another link for somebody; an earlier one that was not used is over. Raises NotFound."""
        until = self._now() + INVITATION_TIME

        def plan(work: UnitOfWork) -> Member:
            doc_id, document = _known(work, member_id)
            changed = document | {"code": code_sha256, "invited_until": time_text(until)}
            work.put(MEMBERS, doc_id, changed)
            return _member(changed)

        return self._changed(plan)

    def join(self, code_sha256: str) -> Member | None:
        """Whose link this is, once; None where it was used, or is over."""
        now = self._now()
        if not self._read(lambda view: view.find(MEMBERS, "code", code_sha256)):
            return None
        return self._changed(lambda work: _join(work, code_sha256, now))

    def remove(self, member_id: str) -> None:
        """Somebody leaves; browsers and scripts of theirs are refused from now on. Raises NotFound, Inconsistent."""

        def plan(work: UnitOfWork) -> None:
            doc_id, _ = _known(work, member_id)
            work.delete(MEMBERS, doc_id)
            _with_owner(work)
            for device_id, device in work.get_many(DEVICES, work.ids(DEVICES)).items():
                if device.get("member") == member_id:
                    work.delete(DEVICES, device_id)

        self._write(plan, lambda _: (*told("members"), *told("devices")))

    def _changed(self, plan: Plan[T]) -> T:
        return self._write(plan, lambda _: told("members"))


def _add(work: UnitOfWork, member: Member, code_sha256: str) -> None:
    there = work.ids(MEMBERS)
    if len(there) >= MOST:
        raise TooMany(f"members: at most {MOST}.")
    _without_twin(work, member.name)
    work.insert(MEMBERS, _document(member) | {"code": code_sha256})
    _with_owner(work)
    if not there:
        for doc_id, device in work.get_many(DEVICES, work.ids(DEVICES)).items():
            work.put(DEVICES, doc_id, device | {"member": member.id})


def _join(work: UnitOfWork, code_sha256: str, now: datetime) -> Member | None:
    for doc_id, document in work.get_many(MEMBERS, work.find(MEMBERS, "code", code_sha256)).items():
        used = {name: value for name, value in document.items() if name not in ("code", "invited_until")}
        used["joined_at"] = document.get("joined_at") or time_text(now)
        work.put(MEMBERS, doc_id, used)
        if now < time_of(document["invited_until"]):
            return _member(used)
    return None


def _without_twin(work: UnitOfWork, name: str, but: str | None = None) -> None:
    """What somebody did is told by the name: nobody has another one's."""
    others = (row for row in many(work, MEMBERS, work.ids(MEMBERS)) if row["id"] != but)
    if name.casefold() in {row["name"].casefold() for row in others}:
        raise Duplicate("There is a member of this name already.")


def _with_owner(work: UnitOfWork) -> None:
    rows = many(work, MEMBERS, work.ids(MEMBERS))
    if rows and not any(row["role"] == "owner" for row in rows):
        raise Inconsistent("role: somebody has to be an owner.")


def _known(view: View, member_id: str) -> tuple[int, Doc]:
    for doc_id, document in view.get_many(MEMBERS, view.find(MEMBERS, "id", member_id)).items():
        return doc_id, document
    raise NotFound("There is no such member.")


def _document(member: Member) -> Doc:
    document: Doc = {"id": member.id, "name": member.name, "role": member.role}
    times = {name: getattr(member, name) for name in _TIMES}
    return document | {name: time_text(time) for name, time in times.items() if time is not None}


def _member(document: Doc) -> Member:
    created, joined, until = (time_of(document[name]) if document.get(name) else None for name in _TIMES)
    assert created is not None  # noqa: S101 - every member's document has it
    return Member(document["id"], document["name"], document["role"], created, joined, until)
