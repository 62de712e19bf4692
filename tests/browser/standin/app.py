"""The site's addresses: documents with Instagram's policy, what its script asks for, pictures."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from re import sub

from flask import Flask, Response, jsonify, request
from flask.typing import ResponseReturnValue

from tests.browser.standin import answers, routes
from tests.browser.standin.creators import Creator
from tests.browser.standin.document import (
    Extras,
    Head,
    document,
    plain_head,
    post_head,
    profile_head,
    with_answers,
)
from tests.browser.standin.pictures import svg
from tests.browser.standin.state import State
from tests.browser.standin.tree import Tree, css_class, el
from tests.browser.standin.ways import logged_out, respond
from tests.browser.standin.wording import WORDINGS, Wording

STATIC = Path(__file__).parent / "static"
ASSETS = "https://static.cdninstagram.com/rsrc"
MESSAGE = "the-direct-message-nobody-may-read"
HOSTILE = "quatang.vidu"


def make_app(site: State) -> Flask:
    app = Flask("standin", static_folder=None)
    app.before_request(lambda: site.record(request))
    app.add_url_rule("/rsrc/<name>", view_func=_asset)
    app.add_url_rule("/profile/<name>", "profile_picture", _picture)
    app.add_url_rule("/post/<name>", "post_picture", _picture)
    app.add_url_rule("/ajax/route-definition/", view_func=lambda: _definition(site), endpoint="definition")
    app.add_url_rule("/graphql/query", view_func=lambda: _graphql(site), endpoint="graphql", methods=["POST"])
    path = "/api/v1/friendships/<profile_id>/followers/"
    app.add_url_rule(path, view_func=lambda profile_id: _followers(site, profile_id), endpoint="followers")
    app.add_url_rule("/", view_func=lambda: _document(site, "/"), endpoint="home")
    app.add_url_rule("/<path:path>", view_func=lambda path: _document(site, f"/{path}"), endpoint="document")
    return app


def _asset(name: str) -> Response:
    text = (STATIC / name).read_text("utf-8")
    if name.endswith(".css"):
        text = sub(r"@@([a-z]+)", lambda found: "." + css_class(found[1]), text)
        return Response(text, mimetype="text/css")
    return Response(text, mimetype="text/javascript")


def _picture(name: str) -> Response:
    picture = Response(svg(name.removesuffix(".svg")), mimetype="image/svg+xml")
    picture.headers["Access-Control-Allow-Origin"] = "*"  # as Instagram's own: tiles ask with crossorigin
    return picture


def _definition(site: State) -> ResponseReturnValue:
    place = routes.place_of(request.args.get("route_url", "/"), site.creators)
    site.wait_if_held("route-definition")
    walled = bool(place.creator and place.creator.username in site.knobs.walled)
    made = routes.definition(place, _wording(site), site.layout(place.creator), walled)
    way = {"ask": site.knobs.way.ask, "root": site.knobs.way.root, "is_withheld": site.knobs.are_withheld}
    return jsonify(made | {"as_page": site.knobs.post_pages, "way": way})


def _graphql(site: State) -> ResponseReturnValue:
    operation = request.form.get("real") or request.form.get("fb_api_req_friendly_name", "")
    site.wait_if_held(operation)
    variables = request.form
    creator = site.by_id(variables.get("id", ""))
    answer = _OPERATIONS.get(operation, _unknown)(
        creator, variables.get("code", ""), int(variables.get("after") or 0)
    )
    if site.knobs.way.root == "xig":
        answer = logged_out(answer)
    return respond(answer, site.knobs.way.body)


def _unknown(*_: object) -> answers.Json:
    return {"data": None, "status": "ok"}


def _on_post(make: Callable[..., answers.Json]) -> Callable[..., answers.Json]:
    def answer(creator: Creator, code: str, after: int) -> answers.Json:
        post = creator.post(code)
        return make(creator, post, after) if post else _unknown()

    return answer


_OPERATIONS: dict[str, Callable[..., answers.Json]] = {
    "PolarisProfilePageContentQuery": lambda creator, _code, _after: answers.profile_content(creator),
    "PolarisProfilePostsQuery": lambda creator, _code, after: answers.timeline(creator, after),
    "PolarisProfilePostsTabContentQuery_connection": lambda creator, _code, after: answers.timeline(
        creator, after
    ),
    "PolarisLoggedOutDesktopWWWProfilePostsTabContentQuery": lambda creator, _code, after: answers.timeline(
        creator, after
    ),
    "PolarisProfileReelsTabContentQuery": lambda creator, _code, after: answers.clips(creator, after),
    "PolarisPostRootQuery": _on_post(lambda creator, post, _after: answers.post_root(creator, post)),
    "PolarisPostCommentsContainerQuery": _on_post(answers.comments),
    "IGDThreadDetailMainViewContainerQuery": lambda *_: answers.direct_messages(MESSAGE),
    "PolarisProfileSuggestedUsersWithPreloadableQuery": lambda *_: answers.suggested(3),
}


def _followers(site: State, profile_id: str) -> ResponseReturnValue:
    site.wait_if_held("followers")
    creator = site.by_id(profile_id)
    if creator is None:
        return jsonify({"status": "fail"}), 404
    return jsonify(answers.followers(creator, int(request.args.get("max_id") or 0)))


def _wording(site: State) -> Wording:
    return WORDINGS[site.knobs.language]


def _document(site: State, path: str) -> ResponseReturnValue:
    if path in site.knobs.saved:
        return Response(
            site.knobs.saved[path], 200, _headers(secrets.token_urlsafe(12)), mimetype="text/html"
        )
    wording = _wording(site)
    place = routes.place_of(path if path.endswith("/") else f"{path}/", site.creators)
    walled = bool(place.creator and place.creator.username in site.knobs.walled)
    head = _head(site, place, path, walled)
    body: list[Tree] = [el("div", id="view"), el("div", id="layer")]
    if path == "/":
        body[0][2].append(routes.landing(wording))
    if not walled:
        body.insert(0, routes.navigation(site.creators, wording))
    nonce = secrets.token_urlsafe(12)
    scripts = "".join(
        f'<script src="{ASSETS}/{name}" nonce="{nonce}" defer></script>' for name in _scripts(place)
    )
    style = f'<link rel="stylesheet" href="{ASSETS}/app.css">{scripts}'
    html = document(head, body, wording, Extras(style, site.knobs.ballast_bytes, site.knobs.dark))
    status = 200 if place.creator or path == "/" else 404
    return Response(html, status, _headers(nonce), mimetype="text/html")


def _scripts(place: routes.Place) -> list[str]:
    hostile = place.creator is not None and place.creator.username == HOSTILE
    return ["hostile.js", "app.js"] if hostile else ["app.js"]


def _head(site: State, place: routes.Place, path: str, walled: bool) -> Head:
    wording = _wording(site)
    if path == "/":
        return plain_head("landing", "loginPage", "/", wording)
    if place.creator is None:
        return plain_head("error", "httpErrorPage", path, wording)
    if place.post is not None:
        return post_head(place.creator, place.post, wording)
    head = profile_head(place.creator, wording, logged_in=not walled)
    return with_answers(head, place.creator) if site.knobs.way.is_preloaded else head


def _headers(nonce: str) -> dict[str, str]:
    """Instagram-like: scripts by nonce, no connection beyond its own hosts, Trusted Types."""
    rules = (
        "default-src data: blob: 'self' https://*.cdninstagram.com https://*.fbcdn.net",
        f"script-src 'self' https://static.cdninstagram.com 'nonce-{nonce}'",
        "style-src 'self' 'unsafe-inline' https://static.cdninstagram.com",
        "connect-src 'self' https://*.cdninstagram.com https://*.fbcdn.net wss://*.instagram.com",
        "img-src 'self' data: blob: https://*.cdninstagram.com https://*.fbcdn.net",
        "object-src 'none'",
        "upgrade-insecure-requests",
        "require-trusted-types-for 'script'",
        "trusted-types default dompurify",
    )
    return {
        "Content-Security-Policy": "; ".join(rules),
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
        "X-Frame-Options": "DENY",
        "Cache-Control": "private, no-cache, no-store, must-revalidate",
    }
