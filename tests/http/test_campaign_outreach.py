"""What is written to creators is noted with its channel, and nothing takes the note away but an erase."""

from __future__ import annotations

from typing import Any

from tests.http.conftest import Client
from tests.http.looks import look
from tests.http.test_campaigns import campaign, paths, versioned

__all__ = ["campaign"]
SENT = {"creator": "an.vi.o", "message": "first", "channel": "zalo", "me": "Lan"}


def lines(answer: Any) -> list[tuple[str, str, str, str]]:
    found = answer.json["campaign"]["outreach"]
    return [(one["creator"], one["message"], one["channel"], one["by"]) for one in found]


def test_a_message_that_was_sent_is_noted_and_its_creator_contacted(client: Client, campaign: Any) -> None:
    """In the order of sending; a reminder leaves the status alone, and who is further on is not taken back."""
    at, _, _ = paths(campaign)
    client.call("POST", f"{at}/outreach/sent", SENT)
    client.call("PUT", "/api/v1/shortlist/an.vi.o", {"status": "agreed"})
    again = client.call("POST", f"{at}/outreach/sent", SENT | {"message": "reminder", "channel": "email"})
    other = client.call("POST", f"{at}/outreach/sent", SENT | {"creator": "du.phong"})
    entries = client.call("GET", "/api/v1/shortlist").json["entries"]
    assert (201, {"an.vi.o": "agreed", "du.phong": "contacted"}) == (
        again.status_code,
        {entry["username"]: entry["status"] for entry in entries},
    )
    first, second = ("an.vi.o", "first", "zalo", "Lan"), ("an.vi.o", "reminder", "email", "Lan")
    assert [first, second, ("du.phong", "first", "zalo", "Lan")] == lines(other)


def test_no_undo_takes_a_message_away_and_none_costs_an_undo(client: Client, campaign: Any) -> None:
    """A change made before it is taken back after it; the note stays, and no open form is out of date by it."""
    at, slot, _ = paths(campaign)
    seen = client.call("PATCH", slot, {"niche": "food"}, **versioned(client.call("GET", at)))
    noted = client.call("POST", f"{at}/outreach/sent", SENT)
    undone = client.call("POST", f"{at}/undo")
    assert (seen.headers["ETag"], "beauty", 1) == (
        noted.headers["ETag"],
        undone.json["campaign"]["slots"][0]["niche"],
        len(lines(undone)),
    )


def test_an_erased_creator_was_never_written_to(client: Client, campaign: Any) -> None:
    """The note names the creator, so it goes with them; a copy of the campaign begins without any."""
    at, _, _ = paths(campaign)
    client.call("POST", f"{at}/outreach/sent", SENT)
    client.call("POST", f"{at}/outreach/sent", SENT | {"creator": "du.phong"})
    copy = client.call("POST", f"{at}/copies", {"name": "Hè", "months": 1})
    client.call("DELETE", "/api/v1/creators/an.vi.o")
    assert ([], ["du.phong"]) == (lines(copy), [line[0] for line in lines(client.call("GET", at))])


def test_a_check_names_the_campaigns_that_have_the_creator(client: Client, campaign: Any) -> None:
    """So that the badge can say it before anybody writes; not one in the bin, and not a backup's."""
    at, _, _ = paths(campaign)
    mine = look(client, name="an.vi.o").get("campaigns")
    backup = look(client, name="du.phong", profile_id="43").get("campaigns")
    client.call("DELETE", at)
    after = look(client, 1, name="an.vi.o").get("campaigns")
    assert ([{"id": at.rsplit("/", 1)[1], "name": "Tết 2027"}], None, None) == (mine, backup, after)


def test_a_channel_that_there_is_not_is_refused(client: Client, campaign: Any) -> None:
    at, _, _ = paths(campaign)
    assert client.call("POST", f"{at}/outreach/sent", SENT | {"channel": "fax"}).status_code == 422
