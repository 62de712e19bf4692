"""What a route demands of a request; read by the guard, shown in the OpenAPI document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeVar, cast

from msgspec import Struct, field

AccessWord = Literal["public", "client", "person", "connector", "command"]
"""public: no token. client: any valid token. person: the Soi tab's session or this machine's command line.
connector: a person, but no session that a paired device has opened; it may let others in. command: only the command line, which runs as the owner of the data folder."""

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
Gives = tuple[str | type, ...]
Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class Policy(Struct, frozen=True):
    """The demands of one view."""

    access: AccessWord = "client"
    media: tuple[str, ...] = (JSON,)
    """Media types that a body may have."""
    body: Any = None
    """Schema of a JSON body, for the view and the OpenAPI document; None where the view takes no JSON."""
    gives: Mapping[int, Gives] = field(default_factory=dict)
    """What it answers by status: the name of its record (server.schemas), or the record itself where it stands in the view's
    file; one of several; a media type where it is a file; () where there is nothing to say. Any refusal that is not named is
    a Refusal."""
    query: tuple[str, ...] = ()
    """Names that may stand in the query string."""
    ignores_query: bool = False
    """Whether a query string means nothing here, as on a page that links lead to; ``__names__`` are refused still."""
    any_extension: bool = False
    """Whether an extension that is not paired yet may call it."""
    page: bool = False
    """A page for people: may be reached from a link anywhere, but not from inside a frame."""
    one_machine: bool = False
    """Only where nobody comes from outside: a team's server knows no such address."""


DEFAULT = Policy()
_ATTRIBUTE = "soi_policy"


def policy(
    *, gives: Mapping[int, str | type | Gives | None] | None = None, **demands: Any
) -> Callable[[Decorated], Decorated]:
    """Decorate a view with its demands, and with what it gives; see ``Policy``."""

    named = {
        status: one if isinstance(one, tuple) else (one,) if one else ()
        for status, one in (gives or {}).items()
    }

    def decorate(view: Decorated) -> Decorated:
        setattr(view, _ATTRIBUTE, Policy(gives=named, **demands))
        return view

    return decorate


def policy_of(view: Callable[..., Any] | None) -> Policy:
    return cast("Policy", getattr(view, _ATTRIBUTE, DEFAULT))
