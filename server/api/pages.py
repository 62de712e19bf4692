"""The pages for people: the static shell, and the form that allows a pairing with the terminal's code."""

from __future__ import annotations

from contextlib import suppress

from flask import Blueprint, Response, abort, redirect, request
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from server.api.context import services
from server.api.failures import expected
from server.errors import BadField, Gone, SlowDown, Unauthorized
from server.messages import table
from server.security.pairing import Pairing
from server.security.policy import FORM, policy
from server.web import assets, extension_files

website = Blueprint("pages", __name__)


@website.before_request
def to_own_host() -> AnyResponse | None:
    """A tab that comes by another name goes on under the install's own, where no stranger can have left anything."""
    is_tab = request.method == "GET" and request.headers.get("Sec-Fetch-Dest") == "document"
    own = services().page_url
    is_own = (
        request.host.split(":")[0] == services().page_host or request.host == services().settings.public_host
    )
    if not is_tab or is_own:
        return None
    return redirect(f"{own}{request.full_path.rstrip('?')}", 307)


@website.get("/")
@policy(access="public", page=True, ignores_query=True)
def shell() -> Response:
    """The web app: a page without data; its modules call the API."""
    return _asset("index.html")


@website.get("/static/<path:name>")
@policy(access="public", page=True)
def static(name: str) -> Response:
    """A file of the shell, by its exact name, with the version of the shell before it or without.

    A browser asks for a file of this version once. A tab of another version gets what there is now.
    """
    version, name = assets.split(name)
    response = _asset(name)
    if version == assets.version():
        response.headers["Cache-Control"] = "max-age=31536000, immutable"
    return response


@website.get("/demo")
@policy(access="public", page=True, one_machine=True)
def demo() -> Response:
    """Invented creators with the extension's own badge, for whoever has no Instagram at hand."""
    return _asset("demo/index.html")


@website.get("/extension/<path:name>")
@policy(access="public", page=True, one_machine=True)
def extension(name: str) -> Response:
    """A file of the extension, as the demo page runs it."""
    return _answer(extension_files.load().get(name))


@website.get("/pair/<pairing_id>")
@policy(access="public", page=True)
def pair(pairing_id: str) -> AnyResponse:
    """Ask for the code of the terminal; in a team a member allows it on the page where the request is shown."""
    if services().settings.is_for_team:
        return redirect("/", 303)
    return _form(services().pairings.show_form(pairing_id))


@website.post("/pair/<pairing_id>")
@policy(access="public", media=(FORM,), page=True)
def decide(pairing_id: str) -> AnyResponse:
    """Take the form; a wrong code shows it again."""
    if services().settings.is_for_team:
        abort(404)
    decision, code = request.form.get("decision", ""), request.form.get("code", "")
    if decision not in ("allow", "deny"):
        raise BadField("decision: allow or deny.")
    pairings = services().pairings
    pairings.spend_form(pairing_id, request.form.get("form_token", ""))
    if not _is_good(code):
        services().terminal_code.renew()
        return _form(pairings.show_form(pairing_id), "pair.wrong_code", Unauthorized.http_status)
    pairings.decide(pairing_id, allow=decision == "allow", member=_first_owner())
    return redirect(f"/pair/{pairing_id}/{decision}", 303)


def _is_good(code: str) -> bool:
    """A person at the form is told that the code is wrong, whoever else was wrong before."""
    with suppress(SlowDown):
        return services().terminal_code.spend(code)
    return False


def _first_owner() -> str | None:
    """Whose the browser is that the code of the terminal lets in; None where one person works alone."""
    members = services().store.members.all()
    return next((member.id for member in members if member.role == "owner"), None)


@website.get("/pair/<pairing_id>/<decision>")
@policy(access="public", page=True)
def decided(pairing_id: str, decision: str) -> Response:
    """Say that it is done. ``pairing_id`` only makes the address belong to the form."""
    if decision not in ("allow", "deny") or len(pairing_id) != 32:
        abort(404)
    return _page(Markup("<p>{}</p>").format(_words()[f"pair.done_{decision}"]))


@website.errorhandler(Gone)
@website.errorhandler(Unauthorized)
def over(error: Gone | Unauthorized) -> Response:
    """A person who opens an old address or sends a form twice sees a page; a program gets the error as ever."""
    kinds = ["application/json", "text/html"]
    if request.accept_mimetypes.best_match(kinds, kinds[0]) == kinds[0]:
        return expected(error)
    key = "pair.gone" if isinstance(error, Gone) else "pair.again"
    return _page(Markup("<p>{}</p>").format(_words()[key]), error.http_status)


def _asset(name: str) -> Response:
    response = _answer(assets.load().get(name))
    if name == assets.SERVICE_WORKER:
        response.headers["Service-Worker-Allowed"] = "/"  # it stands under /static/ and keeps the shell at /
    return response


def _answer(asset: assets.Asset | None) -> Response:
    if asset is None:
        abort(404)
    response = Response(asset.body, content_type=asset.content_type)
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(asset.etag)
    response.make_conditional(request)
    return response


def _form(pairing: Pairing, trouble: str | None = None, status: int = 200) -> Response:
    words = _words()
    form = _FORM.format(
        asked=words["pair.asked"],
        name=pairing.name,
        matching=words["pair.matching"],
        matching_code=pairing.code,
        hint=words["pair.hint"],
        trouble=_TROUBLE.format(words[trouble]) if trouble else "",
        label=words["pair.code_label"],
        form_token=pairing.form_token,
        allow=words["pair.allow"],
        deny=words["pair.deny"],
    )
    return _page(form, status)


def _page(content: Markup, status: int = 200) -> Response:
    words = _words()
    page = _PAGE.format(language=_language(), title=words["pair.title"], content=content)
    return Response(page, status, mimetype="text/html")


def _language() -> str:
    """The language of the extension that asks to be connected, else the one chosen, else the browser's."""
    asked = services().pairings.language((request.view_args or {}).get("pairing_id", ""))
    chosen = asked or services().current_settings().language
    if chosen != "auto":
        return chosen
    return request.accept_languages.best_match(["vi", "en"]) or "en"


def _words() -> dict[str, str]:
    return table(_language())


_PAGE = Markup("""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Soi</title>
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/styles/tokens.css">
<link rel="stylesheet" href="/static/styles/app.css">
</head>
<body class="narrow">
<main class="card pair">
<h1>{title}</h1>
{content}
</main>
</body>
</html>
""")
_TROUBLE = Markup('<p class="message message-risk" role="alert">{}</p>')
_FORM = Markup("""<p>{asked} <strong><bdi>{name}</bdi></strong></p>
<p>{matching} <output class="pair-code">{matching_code}</output></p>
{trouble}
<form method="post" autocomplete="off">
<input type="hidden" name="form_token" value="{form_token}">
<label for="code">{label}</label>
<input id="code" name="code" required maxlength="20" autocapitalize="characters" spellcheck="false" aria-describedby="hint">
<p id="hint" class="hint">{hint}</p>
<div class="actions">
<button class="button button-primary" name="decision" value="allow">{allow}</button>
<button class="button" name="decision" value="deny" formnovalidate>{deny}</button>
</div>
</form>""")
