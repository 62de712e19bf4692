"""What a route demands of a request; read by the guard, shown in the OpenAPI document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, cast

Access = Literal["public", "client", "person", "connector", "command"]
"""public: no token. client: any valid token. person: the Soi tab's session or this machine's command line.
connector: a person, but no session that a paired device has opened; it may let others in. command: only the command line, which runs as the owner of the data folder."""

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Policy:
    """The demands of one view."""

    access: Access = "client"
    media: tuple[str, ...] = (JSON,)
    """Media types that a body may have."""
    body: Any = None
    """Schema of a JSON body, for the view and the OpenAPI document; None where the view takes no JSON."""
    answers: tuple[int, ...] = (200,)
    """Statuses of success."""
    query: tuple[str, ...] = ()
    """Names that may stand in the query string."""
    ignores_query: bool = False
    """Whether a query string means nothing here, as on a page that links lead to; ``__names__`` are refused still."""
    any_extension: bool = False
    """Whether an extension that is not paired yet may call it."""
    page: bool = False
    """A page for people: may be reached from a link anywhere, but not from inside a frame."""


DEFAULT = Policy()
_ATTRIBUTE = "soi_policy"


def policy(**demands: Any) -> Callable[[View], View]:
    """Decorate a view with its demands."""

    def decorate(view: View) -> View:
        setattr(view, _ATTRIBUTE, Policy(**demands))
        return view

    return decorate


def policy_of(view: Callable[..., Any] | None) -> Policy:
    return cast("Policy", getattr(view, _ATTRIBUTE, DEFAULT))
