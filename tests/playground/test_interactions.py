from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.errors import SlackApiError

from bot.playground.workspace import PERSON
from tests.playground.conftest import running

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp
    from slack_bolt.context.ack.async_ack import AsyncAck
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.playground.emulator import Emulator
    from bot.playground.model import Json, View


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def modal(title: str, **more: object) -> Json:
    return {
        "type": "modal",
        "callback_id": "modal",
        "title": plain(title),
        "blocks": [FIELD],
        "submit": plain("Send"),
        **more,
    }


FIELD: Json = {
    "type": "input",
    "block_id": "article",
    "label": plain("Article"),
    "element": {"type": "external_select", "action_id": "search"},
}
BUTTON: Json = {
    "type": "actions",
    "elements": [{"type": "button", "action_id": "more", "text": plain("More")}],
}


async def open_modal(app: AsyncApp, slack: Emulator, view: Json) -> View:
    """Have the running app open a modal by slash command."""

    async def opening(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=view)

    app.command("/quicktake")(opening)
    await slack.slash(PERSON.id, "#general", "/quicktake")
    (opened,) = await slack.wait_for(lambda: slack.views(PERSON.id))
    return opened


async def test_typing_into_a_select_gives_the_options_of_the_bot(app: AsyncApp, slack: Emulator) -> None:
    async def search(ack: AsyncAck, payload: dict[str, Any]) -> None:
        await ack(options=[{"text": plain(payload["value"]), "value": "1"}])

    app.options("search")(search)

    async with running(app, slack):
        view = await open_modal(app, slack, modal("Search"))
        exchange = await slack.options(PERSON.id, view, "search", "listen")

    assert exchange.response == {"options": [{"text": plain("listen"), "value": "1"}]}


async def test_chosen_option_reaches_the_bot_as_it_was_offered(app: AsyncApp, slack: Emulator) -> None:
    offered = {"text": plain("Listening well"), "value": "/listening"}
    chosen: list[Json] = []

    async def search(ack: AsyncAck) -> None:
        await ack(option_groups=[{"label": plain("All"), "options": [offered]}])

    async def choose(ack: AsyncAck, action: Json, body: Json) -> None:
        (fields,) = body["view"]["state"]["values"].values()
        chosen.extend([action["selected_option"], fields["search"]["selected_option"]])
        await ack()

    app.options("search")(search)
    app.action("search")(choose)
    asking = {"type": "actions", "elements": [FIELD["element"]]}

    async with running(app, slack):
        view = await open_modal(app, slack, modal("Search", blocks=[asking]))
        await slack.options(PERSON.id, view, "search", "listen")
        await slack.press(PERSON.id, view, "search", "/listening", {"search": "/listening"})

    assert chosen == [offered, offered]


async def test_too_many_options_are_refused(app: AsyncApp, slack: Emulator) -> None:
    async def search(ack: AsyncAck) -> None:
        await ack(options=[{"text": plain(f"{n}"), "value": f"{n}"} for n in range(101)])

    app.options("search")(search)

    async with running(app, slack):
        view = await open_modal(app, slack, modal("Search"))
        await slack.options(PERSON.id, view, "search", "listen")

    assert (slack.calls[-1].method, slack.calls[-1].error) == ("ack", "invalid_options")


@pytest.mark.parametrize(
    ("answer", "titles"),
    [
        ({}, []),
        ({"response_action": "clear"}, []),
        ({"response_action": "update", "view": modal("Next")}, ["Next"]),
        ({"response_action": "push", "view": modal("Next")}, ["First", "Next"]),
        ({"response_action": "errors", "errors": {"article": "Which?"}}, ["First"]),
    ],
)
async def test_submitting_does_what_the_acknowledgement_says(
    app: AsyncApp, slack: Emulator, answer: dict[str, Any], titles: list[str]
) -> None:
    async def submitted(ack: AsyncAck) -> None:
        await ack(**answer)

    app.view("modal")(submitted)

    async with running(app, slack):
        view = await open_modal(app, slack, modal("First"))
        await slack.submit_view(PERSON.id, view, {"search": "1"})

    assert [one.title for one in slack.views(PERSON.id)] == titles


async def test_modal_without_a_button_for_it_is_not_submitted(app: AsyncApp, slack: Emulator) -> None:
    to_read = modal("Read", blocks=[BUTTON])
    del to_read["submit"]

    async with running(app, slack):
        view = await open_modal(app, slack, to_read)
        with pytest.raises(LookupError, match="no button to submit"):
            await slack.submit_view(PERSON.id, view)

    assert [one.title for one in slack.views(PERSON.id)] == ["Read"]


async def test_errors_on_what_is_no_input_are_refused(app: AsyncApp, slack: Emulator) -> None:
    async def submitted(ack: AsyncAck) -> None:
        await ack(response_action="errors", errors={"elsewhere": "Which?"})

    app.view("modal")(submitted)

    async with running(app, slack):
        view = await open_modal(app, slack, modal("First"))
        await slack.submit_view(PERSON.id, view, {"search": "1"})

    assert (slack.calls[-1].method, slack.calls[-1].error) == ("ack", "invalid_arguments")


async def test_only_three_modals_fit_on_each_other(app: AsyncApp, slack: Emulator) -> None:
    refused: list[str] = []

    async def push(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        try:
            await client.views_push(trigger_id=body["trigger_id"], view=modal("Next", blocks=[BUTTON]))
        except SlackApiError as error:
            refused.append(error.response["error"])

    app.action("more")(push)

    async with running(app, slack):
        await open_modal(app, slack, modal("First", blocks=[BUTTON]))
        await slack.press(PERSON.id, slack.views(PERSON.id)[-1], "More")
        await slack.wait_for(lambda: len(slack.views(PERSON.id)) == 2)
        await slack.press(PERSON.id, slack.views(PERSON.id)[-1], "More")
        await slack.wait_for(lambda: len(slack.views(PERSON.id)) == 3)
        await slack.press(PERSON.id, slack.views(PERSON.id)[-1], "More")
        await slack.wait_for(lambda: refused)

    assert refused == ["push_limit_reached"]


@pytest.mark.parametrize("is_asked_for", [True, False])
async def test_closing_a_modal_is_told_only_to_a_bot_that_asked(
    app: AsyncApp, slack: Emulator, *, is_asked_for: bool
) -> None:
    async def closed(ack: AsyncAck) -> None:
        await ack()

    app.view_closed("modal")(closed)

    async with running(app, slack):
        view = await open_modal(app, slack, modal("First", notify_on_close=is_asked_for))
        told = await slack.close_view(PERSON.id, view)

    assert bool(told and told.is_acked) == is_asked_for
    assert slack.views(PERSON.id) == ()


async def test_modal_updated_on_old_knowledge_conflicts(app: AsyncApp, slack: Emulator, client: AsyncWebClient) -> None:
    async with running(app, slack):
        view = await open_modal(app, slack, modal("First"))
        await client.views_update(view_id=view.id, view=modal("Second"), hash=view.hash)
        with pytest.raises(SlackApiError, match="hash_conflict"):
            await client.views_update(view_id=view.id, view=modal("Third"), hash=view.hash)

    assert [one.title for one in slack.views(PERSON.id)] == ["Second"]


async def test_message_shortcut_tells_the_message_and_where_to_respond(
    app: AsyncApp, slack: Emulator, client: AsyncWebClient
) -> None:
    async def ask(ack: AsyncAck) -> None:
        await ack()

    app.shortcut("ask_about")(ask)

    await client.chat_postMessage(channel="C0GENERAL", text="why?")

    async with running(app, slack):
        about = await slack.shortcut(PERSON.id, "ask_about", slack.messages("#general")[0])
        everywhere = await slack.shortcut(PERSON.id, "ask_about")

    assert about.payload["message"]["text"] == "why?"
    assert about.payload["response_url"]
    assert "response_url" not in everywhere.payload
    assert about.is_acked
    assert everywhere.is_acked


async def test_ephemeral_message_is_told_without_its_content(
    app: AsyncApp, slack: Emulator, client: AsyncWebClient
) -> None:
    async def more(ack: AsyncAck) -> None:
        await ack()

    app.action("more")(more)
    await client.chat_postEphemeral(channel="C0GENERAL", user=PERSON.id, text="psst", blocks=[BUTTON])

    async with running(app, slack):
        exchange = await slack.press(PERSON.id, slack.ephemerals(PERSON.id, "#general")[0], "more")

    assert exchange.payload["container"]["is_ephemeral"]
    assert "message" not in exchange.payload
