from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.playground.chat import Conversation
from bot.playground.workspace import PERSON
from tests.playground.conftest import running

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp
    from slack_bolt.context.ack.async_ack import AsyncAck
    from slack_bolt.context.respond.async_respond import AsyncRespond
    from slack_bolt.context.say.async_say import AsyncSay
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.playground.emulator import Emulator
    from bot.playground.model import Json


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


BUTTONS: list[Json] = [
    {"type": "section", "text": plain("Listen.")},
    {
        "type": "actions",
        "elements": [
            {"type": "button", "action_id": "more", "text": plain("Show more")},
            {"type": "button", "action_id": "read", "text": plain("Read"), "url": "https://example.org/a"},
            {"type": "button", "action_id": "ask", "text": plain("Ask a person")},
        ],
    },
]
FORM: Json = {
    "type": "modal",
    "callback_id": "ask",
    "title": plain("Ask a person"),
    "submit": plain("Send"),
    "blocks": [
        {
            "type": "input",
            "block_id": "question",
            "label": plain("Question"),
            "element": {"type": "plain_text_input", "action_id": "text"},
        }
    ],
}
FULL: Json = {
    "type": "modal",
    "title": plain("Full answer"),
    "blocks": [{"type": "section", "text": plain("Listen with all you have.")}],
}


@pytest.fixture
def bot(app: AsyncApp) -> AsyncApp:
    """A bot small enough to foresee every word."""

    async def said(event: dict[str, Any], say: AsyncSay) -> None:
        await say(text=f"You said: {event['text']}", thread_ts=event["ts"])

    async def commanded(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        await respond(text="Listen.", blocks=BUTTONS)

    async def more(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=FULL)

    async def read(ack: AsyncAck) -> None:
        await ack()

    async def ask(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=FORM)

    async def asked(ack: AsyncAck, view: dict[str, Any], body: dict[str, Any], client: AsyncWebClient) -> None:
        question = view["state"]["values"]["question"]["text"]["value"]
        if question == "no":
            await ack(response_action="errors", errors={"question": "Please say more."})
            return
        await ack()
        await client.chat_postMessage(channel=body["user"]["id"], text=f"Passed on: {question}")

    app.event("message")(said)
    app.event("app_mention")(said)
    app.command("/quicktake")(commanded)
    for action_id, listener in (("more", more), ("read", read), ("ask", ask)):
        app.action(action_id)(listener)
    app.view("ask")(asked)
    return app


async def conversation(bot: AsyncApp, slack: Emulator, *typed: str) -> list[str]:
    """Type these lines, and give every line written that is not empty."""
    lines, written = list(typed), list[str]()

    async def read() -> str | None:
        written.extend(f"> {line}" for line in lines[:1])
        return lines.pop(0) if lines else None

    async with running(bot, slack):
        await Conversation(slack, PERSON.id, read, lambda text: written.extend(text.splitlines())).run()
    return [line for line in written if line]


async def test_what_is_typed_becomes_message_command_or_mention(bot: AsyncApp, slack: Emulator) -> None:
    seen = await conversation(bot, slack, "hello", "@pat?", "/quicktake how?", "@quicktake why?")

    assert seen == [
        "> hello",
        "You said: hello",
        "> @pat?",
        "You said: <@U0PERSON>?",
        "> /quicktake how?",
        "(only visible to you)",
        "Listen.",
        "[1] Show more   [2] Read ↗   [3] Ask a person",
        "> @quicktake why?",
        "You said: <@U0QUICKTAKE> why?",
    ]


async def test_number_presses_that_button_even_below_a_modal(bot: AsyncApp, slack: Emulator) -> None:
    seen = await conversation(bot, slack, "/quicktake how?", "1", "2", "")

    assert seen[-6:] == ["> 1", "— Full answer —", "Listen with all you have.", "> 2", "https://example.org/a", "> "]
    assert slack.views(PERSON.id) == ()


async def test_form_is_asked_for_line_by_line_until_it_is_accepted(bot: AsyncApp, slack: Emulator) -> None:
    seen = await conversation(bot, slack, "/quicktake how?", "3", "4", "no", "4", "", "4", "How do I listen?")

    assert "[4] Send" in seen
    assert "Please say more." in seen
    assert "'Question' (text) must be filled in" in seen
    assert seen[-1] == "Passed on: How do I listen?"


async def test_other_commands_and_numbers_are_explained(bot: AsyncApp, slack: Emulator) -> None:
    seen = await conversation(bot, slack, "7", "0", "/remind me")

    assert seen == [
        "> 7",
        "There is no button 7.",
        "> 0",
        "There is no button 0.",
        "> /remind me",
        "/remind is no command here; /quicktake is.",
    ]


@pytest.mark.parametrize("ack_limit_s", [0.3])
async def test_silent_bot_is_shown_as_slack_shows_it(slack: Emulator, app: AsyncApp) -> None:
    seen = await conversation(app, slack, "/quicktake how?")

    assert seen[-2:] == ["(only visible to you)", "/quicktake did not respond"]


FINDER: Json = {
    "type": "modal",
    "title": plain("Find"),
    "blocks": [
        {
            "type": "actions",
            "elements": [{"type": "external_select", "action_id": "find", "placeholder": plain("Type to find")}],
        }
    ],
}


async def test_what_is_typed_into_a_search_lists_what_it_offers(app: AsyncApp, slack: Emulator) -> None:
    async def opened(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=FINDER)

    async def offered(ack: AsyncAck, payload: dict[str, Any]) -> None:
        await ack(options=[{"text": plain(f"About {payload['value']}"), "value": "a"}])

    async def chosen(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_update(view_id=body["view"]["id"], view=FULL)

    app.command("/quicktake")(opened)
    app.options("find")(offered)
    app.action("find")(chosen)

    seen = await conversation(app, slack, "/quicktake browse", "silence", "1")

    assert seen == [
        *("> /quicktake browse", "— Find —", "Type to find", "> silence", "[1] About silence"),
        *("> 1", "— Full answer —", "Listen with all you have."),
    ]
