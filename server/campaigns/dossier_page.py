"""The dossier as one page to read and print: HTML without a script, every text of people escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from html import escape
from typing import Any

from server.campaigns.budget import PARTS, budget_of
from server.campaigns.dossier import Dossier, picture_part
from server.campaigns.records import AmountRange, Deliverable, DraftPicture, DraftVersion, Tick
from server.campaigns.ticking import Scope, done_of
from server.handles import shown_name
from server.messages import Language, table

NAME = "dossier.html"
_STYLE = (
    "body{font:14px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}"
    "h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem;break-after:avoid}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;"
    "vertical-align:top}section,tr{break-inside:avoid}section:has(table){break-inside:auto}"
    ".text{white-space:pre-wrap;overflow-wrap:anywhere;"
    "border-left:3px solid #999;padding-left:.7rem}.hint{color:#555;font-size:.9em;overflow-wrap:anywhere}"
    "@page{margin:15mm}"
)


def page(dossier: Dossier, log: str, at: datetime, language: Language) -> bytes:
    """The page. ``log``: the hash of the log's last line, to be compared with what ``soi replay`` says."""
    say, campaign = table(language), dossier.work.campaign
    title = f"{say['dossier.title']}: {campaign.name}"
    brand = " · ".join(filter(None, (campaign.brand.name, campaign.brand.product)))
    body = "".join(
        (
            f"<h1>{escape(title)}</h1><p>{escape(brand)}</p>",
            f'<p class="hint">{escape(say["dossier.made"].format(time=_time(at)))}</p>',
            f'<p class="hint">{escape(say["dossier.log"])}: {escape(log or "–")}</p>',
            _money(dossier, say),
            _creators(dossier, say),
            *(_post(one, dossier, say, language) for one in dossier.work.deliverables),
            _section(
                say["draft.checklist"],
                _checklist(dossier, "campaign", campaign.ticks, language)
                + f'<p class="hint">{escape(say["draft.note"])}</p>',
            ),
        )
    )
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return f'<!DOCTYPE html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'.encode()


def _money(dossier: Dossier, say: dict[str, str]) -> str:
    frame = dossier.work.campaign.budget
    sums = budget_of(frame, dossier.work.deliverables)
    rows = [(say[f"dossier.{part}"], _amount(sums.parts[part], frame.currency)) for part in PARTS]
    rows.append((say["dossier.spent"], _amount(sums.spent, frame.currency)))
    if sums.left is not None:
        rows.append((say["dossier.left"], _amount(sums.left, frame.currency)))
    return _section(say["dossier.budget"], _table((), rows))


def _creators(dossier: Dossier, say: dict[str, str]) -> str:
    heads = [say[f"dossier.{name}"] for name in ("creator", "verdict", "checked", "audit")]
    rows = [
        (
            shown_name(one.username) + (f" ({one.full_name})" if one.full_name else ""),
            say[f"verdict.{one.verdict}"] if one.verdict else "–",
            _time(one.checked_at) if one.checked_at else "–",
            one.audit_id or "–",
        )
        for one in dossier.creators
    ]
    return _section(say["dossier.creators"], _table(heads, rows))


def _post(one: Deliverable, dossier: Dossier, say: dict[str, str], language: Language) -> str:
    who = shown_name(one.creator) if one.creator else "–"
    title = f"{say[f'deliverable.{one.kind}']} · {who} · {say[f'deliverable_state.{one.state}']}"
    versions = "".join(_version(number, version, say) for number, version in enumerate(one.versions, 1))
    confirmed = _checklist(dossier, "deliverable", one.ticks, language)
    drafts = versions or f"<p>{escape(say['dossier.no_draft'])}</p>"
    return _section(title, drafts + confirmed + _public(one, say))


def _version(number: int, version: DraftVersion, say: dict[str, str]) -> str:
    lines = [_signed(say["dossier.version"].format(n=number), version.by, version.at)]
    if version.findings:
        lines.append(say["dossier.findings"].format(n=version.findings))
    said = "".join(f"<p>{escape(line)}</p>" for line in lines)
    text = f'<p class="text">{escape(version.text)}</p>' + "".join(map(_picture, version.pictures))
    decision = version.decision
    if decision is None:
        return said + text
    ruled = f"<p><b>{escape(_signed(say[f'ruled.{decision.ruled}'], decision.by, decision.at))}</b></p>"
    return said + text + ruled + (f'<p class="text">{escape(decision.note)}</p>' if decision.note else "")


def _picture(told: DraftPicture) -> str:
    part = escape(picture_part(told))
    return f'<p class="hint"><a href="{part}">{escape(told.name)}</a> · SHA-256 {escape(told.sha256)}</p>'


def _public(one: Deliverable, say: dict[str, str]) -> str:
    url = f'<p class="hint">{escape(one.post_url)}</p>' if one.post_url else ""
    seen = one.posted
    if seen is None:
        return url
    title = f"{say['dossier.public']}: {say[f'posted.{seen.state}']} · {_time(seen.at)}"
    return f"<p><b>{escape(title)}</b></p>{url}" + (
        f'<p class="text">{escape(seen.text)}</p>' if seen.text else ""
    )


def _checklist(dossier: Dossier, scope: Scope, ticks: Iterable[Tick], language: Language) -> str:
    """The lines of a campaign or of one post, with who ticked each off."""
    done = done_of(ticks)
    lines = "".join(
        f"<li>{escape(_line(line['text'][language], done.get(line['rule'])))}</li>"
        for line in dossier.checklist
        if line["scope"] == scope
    )
    return f"<ul>{lines}</ul>"


def _line(words: str, tick: Tick | None) -> str:
    return f"[ ] {words}" if tick is None else _signed(f"[x] {words}", tick.by, tick.at)


def _section(title: str, body: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{body}</section>"


def _table(heads: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in rows)
    return f"<table>{f'<tr>{top}</tr>' if top else ''}{body}</table>"


def _cells(row: Iterable[Any]) -> Iterator[str]:
    for cell in row:
        yield f"<td>{escape(str(cell))}</td>"


def _signed(what: str, by: str, at: datetime) -> str:
    return " · ".join(filter(None, (what, by, _time(at))))


def _time(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _amount(amount: AmountRange, currency: str) -> str:
    ends = dict.fromkeys(f"{end:,.0f}" for end in (amount.low, amount.high))
    return f"{' – '.join(ends)} {currency}"
