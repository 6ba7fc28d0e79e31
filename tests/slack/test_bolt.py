"""What Slack sends passes through Bolt unchanged, and what Bolt cannot read arrives all the same."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.bolt import bolt_app, through
from bot.slack.request import Json
from bot.slack.socket_mode import Envelope


@pytest.mark.parametrize(
    "payload",
    [
        {"command": "/quicktake", "text": "goals", "user_id": "U1"},
        {"type": "event_callback", "event": {"type": "message", "user": "U1"}, "authorizations": [None]},
        {"type": "block_actions", "team": 1, "user": True},
        {},
    ],
    ids=["a command", "authorizations that are half there", "a team that is a number", "nothing"],
)
async def test_whatever_comes_reaches_the_dispatcher_once_and_its_ack_goes_back(payload: dict[str, Any]) -> None:
    taken: list[Json] = []

    async def take(body: Json) -> Json | None:
        taken.append(body)
        return {"option_groups": []}

    receive = through(bolt_app(AsyncWebClient(token="xoxb-1"), take), take)

    assert await receive(Envelope("1", "events_api", payload)) == {"option_groups": []}
    assert taken == [payload]


async def test_nothing_to_say_is_an_ack_without_a_payload() -> None:
    async def take(_body: Json) -> Json | None:
        return None

    receive = through(bolt_app(AsyncWebClient(token="xoxb-1"), take), take)

    assert await receive(Envelope("1", "slash_commands", {"command": "/quicktake"})) is None
