from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.model import Installation
from bot.playground.workspace import PERSON
from tests.playground.conftest import running

if TYPE_CHECKING:
    from slack_bolt.context.respond.async_respond import AsyncRespond
    from slack_bolt.context.say.async_say import AsyncSay

    from bot.playground.model import Json

BUTTON: Json = {
    "type": "button",
    "action_id": "more",
    "text": {"type": "plain_text", "text": "Show more"},
    "value": "42",
}
ANSWER: list[Json] = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "Listen."}},
    {"type": "actions", "elements": [BUTTON]},
]
MODAL: Json = {
    "type": "modal",
    "callback_id": "ask",
    "title": {"type": "plain_text", "text": "Ask"},
    "submit": {"type": "plain_text", "text": "Send"},
    "blocks": [
        {
            "type": "input",
            "block_id": "question",
            "label": {"type": "plain_text", "text": "Question"},
            "element": {"type": "plain_text_input", "action_id": "text"},
        }
    ],
}


async def test_slash_command_is_acked_and_answered_through_its_response_url(app: AsyncApp, slack: Emulator) -> None:
    async def answer(ack: AsyncAck, respond: AsyncRespond, command: dict[str, Any]) -> None:
        await ack()
        await respond(text=f"You asked: {command['text']}", blocks=ANSWER)

    app.command("/quicktake")(answer)

    async with running(app, slack):
        exchange = await slack.slash(PERSON.id, "#general", "/quicktake", "a < b")
        messages = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))

    assert exchange.is_acked
    assert messages[0].text == "You asked: a &lt; b"
    assert [call.method for call in slack.calls if call.error] == []
    assert slack.messages("#general") == ()


async def test_mention_is_answered_in_its_thread(app: AsyncApp, slack: Emulator) -> None:
    async def answer(event: dict[str, Any], say: AsyncSay) -> None:
        await say(text=event["text"], thread_ts=event["ts"])

    app.event("app_mention")(answer)

    async with running(app, slack):
        exchange = await slack.mention(PERSON.id, "#general", "how do I listen?")
        asked, answered = await slack.wait_for(lambda: slack.messages("#general")[1:] and slack.messages("#general"))

    assert exchange.is_acked
    assert asked.text == f"<@{slack.installation.bot_user_id}> how do I listen?"
    assert answered.thread_ts == asked.ts
    assert answered.live_mentions == (f"<@{slack.installation.bot_user_id}>",)


async def test_direct_message_is_answered_and_the_bots_own_message_comes_back_as_an_event(
    app: AsyncApp, slack: Emulator
) -> None:
    heard = []

    async def answer(event: dict[str, Any], say: AsyncSay) -> None:
        heard.append(event["text"])
        await say(text="Hello")

    app.event("message")(answer)

    async with running(app, slack):
        await slack.direct_message(PERSON.id, "hi")
        await slack.wait_for(lambda: len(slack.exchanges) == 2 and slack.exchanges[1].is_acked)

    assert slack.exchanges[1].payload["event"]["bot_id"] == slack.installation.bot_id
    assert heard == ["hi"]
    assert [message.text for message in slack.messages(PERSON.id)] == ["hi", "Hello"]


async def test_button_is_pressed_and_its_message_replaced(
    app: AsyncApp, slack: Emulator, client: AsyncWebClient
) -> None:
    async def more(ack: AsyncAck, respond: AsyncRespond, action: dict[str, Any]) -> None:
        await ack()
        await respond(text=f"More of {action['value']}", replace_original=True)

    app.action("more")(more)
    await client.chat_postMessage(channel="C0GENERAL", text="Listen.", blocks=ANSWER)

    async with running(app, slack):
        exchange = await slack.press(PERSON.id, slack.messages("#general")[0], "Show more")
        await slack.wait_for(lambda: slack.messages("#general")[0].is_edited)

    assert exchange.is_acked
    assert slack.messages("#general")[0].text == "More of 42"


async def test_modal_is_opened_filled_in_and_closed(app: AsyncApp, slack: Emulator) -> None:
    submitted: list[dict[str, Any]] = []

    async def open_modal(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    async def submit(ack: AsyncAck, view: dict[str, Any]) -> None:
        submitted.append(view["state"]["values"])
        await ack()

    app.command("/quicktake")(open_modal)
    app.view("ask")(submit)

    async with running(app, slack):
        await slack.slash(PERSON.id, "#general", "/quicktake")
        (view,) = await slack.wait_for(lambda: slack.views(PERSON.id))
        await slack.submit_view(PERSON.id, view, {"text": "why?"})

    assert submitted == [{"question": {"text": {"type": "plain_text_input", "value": "why?"}}}]
    assert slack.views(PERSON.id) == ()


@pytest.mark.parametrize("ack_limit_s", [0.3])
async def test_silent_bot_is_reported_to_the_person_and_its_late_ack_recorded(app: AsyncApp, slack: Emulator) -> None:
    may_ack = asyncio.Event()

    async def dawdle(ack: AsyncAck) -> None:
        await may_ack.wait()
        await ack()

    app.command("/quicktake")(dawdle)

    async with running(app, slack):
        exchange = await slack.slash(PERSON.id, "#general", "/quicktake", "hello")
        may_ack.set()
        await slack.wait_for(lambda: slack.exchanges[0].is_late)

    assert not exchange.is_acked
    assert exchange.ack_ms is None
    assert [message.text for message in slack.ephemerals(PERSON.id, "#general")] == ["/quicktake did not respond"]


async def test_home_tab_is_published_when_opened(app: AsyncApp, slack: Emulator) -> None:
    async def publish(event: dict[str, Any], client: AsyncWebClient) -> None:
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [{"type": "divider"}]})

    app.event("app_home_opened")(publish)

    async with running(app, slack):
        await slack.open_home(PERSON.id)
        home = await slack.wait_for(lambda: slack.home(PERSON.id))

    assert home is not None
    assert home.blocks == ({"block_id": "auto-1", "type": "divider"},)


class TestHearing:
    """What the app is told of messages in channels: only where it is a member, subscribed and granted."""

    HEARING = installed(granting={"channels:history"})

    async def heard(self, installation: Installation, channel: str, text: str) -> list[str]:
        """Say something, and list the events that the app gets; the last is that of a direct message."""
        async with Emulator(installation) as slack:
            app = AsyncApp(client=AsyncWebClient(slack.bot_token, base_url=slack.api_url))
            app.event("message")(nothing)
            app.event("app_mention")(nothing)
            async with running(app, slack):
                await slack.say(PERSON.id, channel, text)
                await asyncio.sleep(0)
                await slack.direct_message(PERSON.id, "hi")
                await slack.wait_for(lambda: all(one.is_acked for one in slack.exchanges))
                return sorted(one.payload["event"].get("channel_type", "mention") for one in slack.exchanges)

    async def test_message_in_a_channel_of_the_app_is_told(self) -> None:
        assert await self.heard(self.HEARING, "#general", "hello all") == ["channel", "im"]

    async def test_mention_is_told_twice(self) -> None:
        assert await self.heard(self.HEARING, "#general", "@quicktake hello") == ["channel", "im", "mention"]

    async def test_channel_without_the_app_is_not_told_of(self) -> None:
        assert await self.heard(self.HEARING, "#lounge", "hello all") == ["im"]

    @pytest.mark.parametrize("lacking", [replace(HEARING, events=("message.im",)), installed(granting=())])
    async def test_neither_subscription_nor_scope_is_enough_alone(self, lacking: Installation) -> None:
        assert await self.heard(lacking, "#general", "hello all") == ["im"]


async def nothing(ack: AsyncAck) -> None:
    await ack()


async def test_what_people_do_before_an_awaited_app_is_there_waits_for_it() -> None:
    async with Emulator(awaits_app=True) as slack:
        asking = asyncio.create_task(slack.direct_message(PERSON.id, "how do I listen?"))
        typing = asyncio.create_task(slack.slash(PERSON.id, "#general", "/quicktake", "help"))
        said = await slack.wait_for(lambda: slack.messages(PERSON.id))
        app = AsyncApp(client=AsyncWebClient(slack.bot_token, base_url=slack.api_url))
        app.event("message")(take)
        app.command("/quicktake")(take)

        async with running(app, slack):
            exchanges = [await asking, await typing]

    assert [message.text for message in said] == ["how do I listen?"]
    assert all(exchange.is_acked for exchange in exchanges)


async def take(ack: AsyncAck) -> None:
    await ack()
