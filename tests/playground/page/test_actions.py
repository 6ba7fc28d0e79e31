from __future__ import annotations

from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.emulator import Emulator
from bot.playground.page.actions import Actions
from bot.playground.workspace import GENERAL, PERSON, WITHOUT_BOT
from tests.playground.conftest import running
from tests.playground.test_emulator import ANSWER, MODAL


@pytest.fixture
def actions(slack: Emulator) -> Actions:
    return Actions(slack)


async def test_words_without_a_mention_stay_among_people(slack: Emulator, actions: Actions) -> None:
    done = await actions.do({"do": "say", "user": PERSON.id, "channel": GENERAL.id, "text": "good morning"})

    assert done == {"acked": True}
    assert slack.exchanges == ()


async def test_mention_where_the_bot_is_not_gets_a_note(slack: Emulator, actions: Actions) -> None:
    await actions.do({"do": "say", "user": PERSON.id, "channel": WITHOUT_BOT.id, "text": "@quicktake help"})

    (note,) = slack.ephemerals(PERSON.id, WITHOUT_BOT.id)
    assert note.text == "quicktake is not in #lounge, so it did not hear you."


async def test_mention_and_command_reach_the_bot(app: AsyncApp, slack: Emulator, actions: Actions) -> None:
    async def take(ack: AsyncAck) -> None:
        await ack()

    app.event("app_mention")(take)
    app.command("/quicktake")(take)

    async with running(app, slack):
        said = await actions.do({"do": "say", "user": PERSON.id, "channel": GENERAL.id, "text": "@quicktake goals?"})
        typed = await actions.do(
            {"do": "slash", "user": PERSON.id, "channel": GENERAL.id, "text": "/quicktake  goals?"}
        )

    assert said["acked"]
    assert typed["acked"]
    assert slack.exchanges[1].payload["text"] == "goals?"


async def test_unknown_command_is_said_to_be_none(actions: Actions) -> None:
    done = await actions.do({"do": "slash", "user": PERSON.id, "channel": GENERAL.id, "text": "/weather here"})

    assert done == {"error": "/weather is not a command here."}


async def test_bot_that_does_not_listen_is_not_acked(slack: Emulator, actions: Actions) -> None:
    done = await actions.do({"do": "slash", "user": PERSON.id, "channel": GENERAL.id, "text": "/quicktake goals"})

    assert done["acked"] is False
    assert [message.text for message in slack.ephemerals(PERSON.id, "#general")] == ["/quicktake did not respond"]


async def test_button_is_pressed(app: AsyncApp, slack: Emulator, actions: Actions, client: AsyncWebClient) -> None:
    async def take(ack: AsyncAck) -> None:
        await ack()

    app.action("more")(take)
    posted = await client.chat_postMessage(channel=GENERAL.id, text="x", blocks=ANSWER)
    on = {"channel": GENERAL.id, "ts": posted["ts"]}

    async with running(app, slack):
        done = await actions.do({"do": "press", "user": PERSON.id, "on": on, "action": "more"})

    assert done["acked"]
    assert slack.exchanges[0].payload["actions"][0]["value"] == "42"


@pytest.mark.parametrize(
    ("action", "error"),
    [
        ({"do": "press", "on": {"channel": "C0", "ts": "1.0"}, "action": "more"}, "That message is gone."),
        ({"do": "submit", "on": {"view": "V0"}, "values": {}}, "not_found"),
        ({"do": "misbehave", "how": "badly"}, "no such misbehaviour: badly"),
        ({"do": "fly"}, "no such action: fly"),
        ({}, "no such action: None"),
    ],
)
async def test_what_cannot_be_done_comes_back_as_an_error(actions: Actions, action: dict[str, Any], error: str) -> None:
    assert await actions.do({"user": PERSON.id, **action}) == {"error": error}


async def test_errors_of_a_modal_come_back_with_the_submission(
    app: AsyncApp, slack: Emulator, actions: Actions
) -> None:
    async def refuse(ack: AsyncAck) -> None:
        await ack(response_action="errors", errors={"question": "Too short"})

    app.view("ask")(refuse)
    view = slack.workspace.open_view(PERSON.id, MODAL)
    action = {"do": "submit", "user": PERSON.id, "on": {"view": view.id}, "values": {"text": "hm"}}

    async with running(app, slack):
        done = await actions.do(action)

    assert done["response"] == {"response_action": "errors", "errors": {"question": "Too short"}}
    assert slack.views(PERSON.id) == (view,)


async def test_options_come_back_as_the_bot_gave_them(
    app: AsyncApp, slack: Emulator, actions: Actions, client: AsyncWebClient
) -> None:
    option = {"text": {"type": "plain_text", "text": "Silence"}, "value": "/silence"}

    async def offer(ack: AsyncAck) -> None:
        await ack(options=[option])

    app.options("find")(offer)
    select = {"type": "external_select", "action_id": "find", "min_query_length": 1}
    posted = await client.chat_postMessage(
        channel=GENERAL.id, text="x", blocks=[{"type": "actions", "elements": [select]}]
    )
    on = {"channel": GENERAL.id, "ts": posted["ts"]}

    async with running(app, slack):
        done = await actions.do({"do": "options", "user": PERSON.id, "on": on, "action": "find", "value": "sil"})

    assert done["response"] == {"options": [option]}


async def test_network_is_slowed_down_and_freed(slack: Emulator, actions: Actions) -> None:
    await actions.do({"do": "misbehave", "how": "slow"})
    was_slow = slack.faults.is_slow
    await actions.do({"do": "misbehave", "how": "fast"})

    assert (was_slow, slack.faults.is_slow) == (True, False)


async def test_closing_the_topmost_modal_leaves_the_one_below(slack: Emulator, actions: Actions) -> None:
    below = slack.workspace.open_view(PERSON.id, MODAL)
    top = slack.workspace.open_view(PERSON.id, MODAL, on_top=True)

    await actions.do({"do": "close", "user": PERSON.id, "on": {"view": top.id}})

    assert slack.views(PERSON.id) == (below,)
