"""The list as files for a spreadsheet: all of it or the creators that are shown, all columns or those that are chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask import Blueprint, Response, request

from server.api.context import read_body, services
from server.errors import BadField
from server.exports import export_endings, export_format
from server.exports.tables import CHOICES, table_of
from server.fields.kinds import Body, ChoiceField, TagsField
from server.security.policy import policy
from server.services.collector import collector_paused
from server.store.records import Entry

_LANGUAGES = ("en", "vi")
EXPORT = Body(
    {
        "format": ChoiceField(export_endings(), required=True),
        "names": TagsField(most=20_000, longest=130),
        "columns": TagsField(most=len(CHOICES), longest=40),
        "lang": ChoiceField(_LANGUAGES),
    }
)

blueprint = Blueprint("exports", __name__)


def _add_export(ending: str) -> None:
    """The route of one format."""

    @policy(query=("lang", "columns"), gives={200: export_format(ending).media_type})
    @collector_paused()
    def exported() -> Response:
        """The list as a file for a spreadsheet, with headings and words in ``lang``; no cell is a formula.

        ``columns``: their keys with commas between; all without it.
        """
        columns = request.args.get("columns")
        chosen = None if columns is None else [key for key in columns.split(",") if key]
        return _file(ending, services().store.entries.all(), request.args.get("lang"), chosen)

    blueprint.add_url_rule(f"/shortlist.{ending}", f"as_{ending}", exported, methods=["GET"])


for _ending in export_endings():
    _add_export(_ending)


@blueprint.post("/shortlist/exports")
@policy(body=EXPORT, gives={200: tuple(export_format(ending).media_type for ending in export_endings())})
@collector_paused()
def chosen() -> Response:
    """Only the creators of ``names``, in that order, and the columns of ``columns``, as a file of ``format``.

    Names that are not on the list are passed over: somebody may have been removed meanwhile.
    """
    body = read_body()
    entries = services().store.entries.all()
    if "names" in body:
        known = {entry.username: entry for entry in entries}
        entries = tuple(known[name] for name in body["names"] if name in known)
    return _file(body["format"], entries, body.get("lang"), body.get("columns"))


def _file(ending: str, entries: Iterable[Entry], lang: str | None, columns: Sequence[str] | None) -> Response:
    form = export_format(ending)
    response = Response(form.write(table_of(entries, _language(lang), columns)), content_type=form.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="soi-shortlist.{ending}"'
    return response


def _language(asked: str | None) -> str:
    """``asked``, else the saved setting, else what the browser prefers. Raises BadField."""
    chosen = asked or services().current_settings().language
    if chosen == "auto":
        return request.accept_languages.best_match(["vi", "en"], "en")
    if chosen not in _LANGUAGES:
        raise BadField("lang: en or vi.")
    return chosen
