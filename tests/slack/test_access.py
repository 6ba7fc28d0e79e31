"""Who belongs to the bot's own organisation, by everything that Slack may or may not say about it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.slack.access import Access, Identity
from bot.slack.request import parse

WORKSPACE = Identity("U0BOT", team="T0OWN")
IN_GRID = Identity("U0BOT", team="T0OWN", enterprise="E0OWN")
ORGANISATION_WIDE = Identity("U0BOT", team="E0OWN", enterprise="E0OWN")


def access(identity: Identity, *, serves_outsiders: bool = False) -> Access:
    made = Access(frozenset({"U1"}), serves_outsiders=serves_outsiders, most_a_minute=0, clock=lambda: 0.0)
    made.identity = identity
    return made


def event(*, kind: str = "app_mention", team: str = "", user_team: str = "", **around: Any) -> dict[str, Any]:
    inner = {"type": kind, "user": "U1", "channel": "C1", "ts": "1.0", "channel_type": "im"}
    told = {key: value for key, value in {"team": team, "user_team": user_team}.items() if value}
    return {"type": "event_callback", "team_id": "T0OWN", "event": {**inner, **told}, **around}


def click(user_team: str | None, team: str | None = "T0OWN", **around: Any) -> dict[str, Any]:
    user = {"id": "U1", **({"team_id": user_team} if user_team else {})}
    place = {"id": team, "domain": "own"} if team else None
    return {"type": "block_actions", "user": user, "team": place, "actions": [{"action_id": "back"}], **around}


def authorization(team: str | None, enterprise: str | None, *, is_wide: bool = False) -> list[dict[str, Any]]:
    return [{"team_id": team, "enterprise_id": enterprise, "user_id": "U0BOT", "is_enterprise_install": is_wide}]


SHARED: dict[str, Any] = {"is_ext_shared_channel": True}
GRID: dict[str, Any] = {"enterprise_id": "E0OWN"}
WIDE: dict[str, Any] = {**GRID, "authorizations": authorization(None, "E0OWN", is_wide=True)}


@pytest.mark.parametrize(
    ("identity", "payload"),
    [
        # a workspace that belongs to no organisation
        (WORKSPACE, event(team="T0OWN")),
        (WORKSPACE, event()),
        (WORKSPACE, event(authorizations=authorization("T0OWN", None))),
        (WORKSPACE, event(kind="message", team="T0OWN")),
        (WORKSPACE, event(kind="app_home_opened")),
        (WORKSPACE, {"command": "/quicktake", "user_id": "U1", "team_id": "T0OWN", "is_enterprise_install": "false"}),
        (WORKSPACE, click("T0OWN")),
        (WORKSPACE, click(None)),
        # the same in a channel shared with others; there, a colleague has no user_team, or the own one
        (WORKSPACE, event(team="T0OWN", **SHARED)),
        (WORKSPACE, event(team="T0OWN", user_team="T0OWN", **SHARED)),
        (WORKSPACE, event(team="T0OWN", **SHARED, context_team_id="T0OWN", context_enterprise_id=None)),
        # a workspace of an organisation: colleagues come from all of its workspaces
        (IN_GRID, event(team="T0OWN", **GRID)),
        (IN_GRID, event(team="T0OTHERS", **GRID)),
        (IN_GRID, event(kind="message", **GRID)),
        (IN_GRID, event(user_team="E0OWN", team="T0OTHERS", **GRID, **SHARED)),
        (IN_GRID, event(user_team="E0OWN", **SHARED)),
        (IN_GRID, {"command": "/quicktake", "user_id": "U1", "team_id": "T0OTHERS", "enterprise_id": "E0OWN"}),
        (IN_GRID, click("T0OWN", enterprise={"id": "E0OWN"})),
        (IN_GRID, click("T0OTHERS", "T0OTHERS", enterprise={"id": "E0OWN"})),
        # installed for all of the organisation
        (ORGANISATION_WIDE, event(team="T0OTHERS", **WIDE)),
        (ORGANISATION_WIDE, event(kind="app_home_opened", **WIDE)),
        (ORGANISATION_WIDE, event(user_team="E0OWN", **WIDE, **SHARED)),
        (ORGANISATION_WIDE, click("T0OTHERS", None, enterprise={"id": "E0OWN"}, is_enterprise_install=True)),
        (
            ORGANISATION_WIDE,
            {
                "command": "/quicktake",
                "user_id": "U1",
                "team_id": "T0OTHERS",
                "enterprise_id": "E0OWN",
                "is_enterprise_install": "true",
            },
        ),
    ],
)
def test_people_of_the_own_organisation_are_served(identity: Identity, payload: dict[str, Any]) -> None:
    assert access(identity).serves(parse(payload))


@pytest.mark.parametrize(
    ("identity", "payload"),
    [
        # from another workspace
        (WORKSPACE, event(team="T0FOREIGN", **SHARED)),
        (WORKSPACE, event(user_team="T0FOREIGN", **SHARED)),
        (WORKSPACE, event(user_team="T0FOREIGN", team="T0OWN", **SHARED)),
        (WORKSPACE, event(team="T0FOREIGN")),
        (WORKSPACE, click("T0FOREIGN")),
        (WORKSPACE, click("T0FOREIGN", "T0FOREIGN")),
        (WORKSPACE, {"command": "/quicktake", "user_id": "U1", "team_id": "T0FOREIGN"}),
        # from another organisation
        (WORKSPACE, event(user_team="E0FOREIGN", **SHARED)),
        (IN_GRID, event(user_team="E0FOREIGN", **GRID, **SHARED)),
        (IN_GRID, event(user_team="E0FOREIGN", team="T0OWN", **GRID, **SHARED)),
        (IN_GRID, event(kind="message", user_team="E0FOREIGN", **GRID)),
        (
            IN_GRID,
            event(user_team="E0FOREIGN", **GRID, **SHARED, context_team_id="T0OWN", context_enterprise_id="E0OWN"),
        ),
        (IN_GRID, event(team="T0FOREIGN", **GRID, **SHARED, authorizations=authorization("T0OWN", "E0OWN"))),
        (IN_GRID, click("T0FOREIGN", enterprise={"id": "E0OWN"})),
        (IN_GRID, click("T0FOREIGN", "T0FOREIGN", enterprise={"id": "E0FOREIGN"})),
        (ORGANISATION_WIDE, event(user_team="E0FOREIGN", **WIDE, **SHARED)),
        (ORGANISATION_WIDE, click("T0FOREIGN", "T0OTHERS", enterprise={"id": "E0OWN"}, is_enterprise_install=True)),
        # nobody says where from
        (WORKSPACE, event(**SHARED)),
        (WORKSPACE, event(**SHARED, authorizations=authorization("T0OWN", None))),
        (IN_GRID, event(kind="message", **GRID, **SHARED)),
        (IN_GRID, event(kind="message", **SHARED, context_team_id="T0OWN", context_enterprise_id="E0OWN")),
        (ORGANISATION_WIDE, event(**WIDE, **SHARED)),
        (WORKSPACE, click(None, None)),
        (WORKSPACE, {"command": "/quicktake", "user_id": "U1"}),
        (WORKSPACE, {"type": "event_callback", "event": {"type": "app_mention", "user": "U1"}}),
        # and who the bot is, Slack has not said yet
        (Identity(), event(team="T0OWN")),
        (Identity(), {"command": "/quicktake", "user_id": "U1"}),
    ],
)
def test_whoever_comes_from_elsewhere_or_cannot_be_placed_is_not(identity: Identity, payload: dict[str, Any]) -> None:
    assert not access(identity).serves(parse(payload))
    assert access(identity, serves_outsiders=True).serves(parse(payload))


def test_where_others_read_along_nothing_is_said_unasked() -> None:
    shared, own = parse(event(team="T0OWN", **SHARED)), parse(event(team="T0OWN", is_ext_shared_channel=False))

    assert not access(WORKSPACE).keeps_inside(shared)
    assert access(WORKSPACE, serves_outsiders=True).keeps_inside(shared)
    assert access(WORKSPACE).keeps_inside(own)


def test_person_is_served_so_often_in_the_minute_that_begins_with_the_first_time() -> None:
    now = [0.0]
    limited = Access(frozenset(), serves_outsiders=False, most_a_minute=2, clock=lambda: now[0])

    assert [limited.count("U1") for _ in range(3)] == [True, True, False]
    assert limited.count("U2")
    now[0] = 60.1
    assert limited.count("U1")
