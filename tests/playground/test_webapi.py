from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any, ClassVar

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.playground.emulator import Emulator
from bot.playground.expiring_ids import ResponseTarget
from bot.playground.manifest import installed
from bot.playground.model import Installation
from bot.playground.workspace import ADMIN, PERSON, SLACKBOT
from tests.playground.conftest import Clock, running

MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "Ask"}, "blocks": []}
HOME = {"type": "home", "blocks": []}


async def refusal(client: AsyncWebClient, method: str, **arguments: Any) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as caught:
        await client.api_call(method, json=arguments)
    return dict(caught.value.response.data)


async def session(app: AsyncApp, slack: Emulator) -> dict[str, Any]:
    """Have a slash command typed, and give its payload: the keys of a person's session."""

    async def ack(ack: AsyncAck) -> None:
        await ack()

    app.command("/quicktake")(ack)
    async with running(app, slack):
        return (await slack.slash(PERSON.id, "#general", "/quicktake", "hi")).payload


async def test_auth_test_tells_the_bot_who_it_is_and_its_scopes(slack: Emulator, client: AsyncWebClient) -> None:
    response = await client.auth_test()

    assert response["user_id"] == slack.installation.bot_user_id
    assert "chat:write" in response.headers["x-oauth-scopes"]


@pytest.mark.parametrize(
    ("token", "error"),
    [("", "not_authed"), ("xoxb-wrong", "invalid_auth"), ("the app's", "not_allowed_token_type")],
)
async def test_wrong_token_is_refused(slack: Emulator, token: str, error: str) -> None:
    sent = slack.app_token if token == "the app's" else token
    client = AsyncWebClient(sent or None, base_url=slack.api_url)

    assert (await refusal(client, "auth.test"))["error"] == error


async def test_socket_mode_opens_with_the_app_token_only(client: AsyncWebClient) -> None:
    assert (await refusal(client, "apps.connections.open"))["error"] == "not_allowed_token_type"


async def test_method_that_does_not_exist_is_refused(client: AsyncWebClient) -> None:
    assert (await refusal(client, "chat.shout"))["error"] == "unknown_method"


async def test_missing_scope_is_named() -> None:
    async with Emulator(Installation(scopes=("commands",))) as slack:
        client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
        refused = await refusal(client, "chat.postMessage", channel="C0GENERAL", text="hi")

    assert (refused["error"], refused["needed"], refused["provided"]) == ("missing_scope", "chat:write", "commands")


@pytest.mark.parametrize(
    ("method", "arguments", "error"),
    [
        ("chat.postMessage", {"channel": "C404", "text": "hi"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "C0LOUNGE", "text": "hi"}, "not_in_channel"),
        ("chat.postMessage", {"channel": "C0GENERAL"}, "no_text"),
        ("chat.postMessage", {"channel": "C0GENERAL", "text": "", "blocks": []}, "no_text"),
        ("chat.postMessage", {"channel": "C0GENERAL", "text": "x", "blocks": "[{"}, "invalid_blocks_format"),
        ("chat.postMessage", {"channel": "C0GENERAL", "text": "x", "thread_ts": "soon"}, "invalid_thread_ts"),
        ("chat.postMessage", {"channel": "C0GENERAL", "text": "x", "thread_ts": "1.000001"}, "thread_not_found"),
        ("chat.postEphemeral", {"channel": "C0LOUNGE", "user": PERSON.id, "text": "hi"}, "not_in_channel"),
        ("chat.postEphemeral", {"channel": "C0GENERAL", "user": "U404", "text": "hi"}, "user_not_in_channel"),
        ("chat.postEphemeral", {"channel": "D0PERSON", "user": ADMIN.id, "text": "hi"}, "user_not_in_channel"),
        ("chat.update", {"channel": "C0GENERAL", "ts": "1.000001", "text": "hi"}, "message_not_found"),
        ("chat.unfurl", {"channel": "C0GENERAL", "ts": "1.000001", "unfurls": {}}, "missing_scope"),
        ("chat.delete", {"channel": "C0GENERAL", "ts": "1.000001"}, "message_not_found"),
        ("conversations.replies", {"channel": "C0GENERAL", "ts": "1.000001"}, "missing_scope"),
        ("conversations.replies", {"channel": "D0PERSON", "ts": "1.000001"}, "thread_not_found"),
        ("views.open", {"view": MODAL, "trigger_id": "1.2.3"}, "invalid_trigger_id"),
        ("views.open", {"view": HOME, "trigger_id": "1.2.3"}, "invalid_arguments"),
        ("views.update", {"view": MODAL, "view_id": "V404"}, "not_found"),
        ("views.publish", {"view": HOME, "user_id": "U404"}, "user_not_found"),
    ],
)
async def test_what_slack_refuses_is_refused(
    slack: Emulator, client: AsyncWebClient, method: str, arguments: dict[str, Any], error: str
) -> None:
    refused = await refusal(client, method, **arguments)

    assert refused["error"] == error
    assert (slack.calls[-1].method, slack.calls[-1].error) == (method, error)


async def test_invalid_blocks_come_back_with_the_block_and_the_rule(client: AsyncWebClient) -> None:
    refused = await refusal(client, "chat.postMessage", channel="C0GENERAL", text="x", blocks=[{"type": "header"}])

    assert refused["error"] == "invalid_blocks"
    assert refused["response_metadata"]["messages"] == ["[ERROR] missing required field: text [json-pointer:/blocks/0]"]


async def test_ephemeral_message_cannot_be_updated(slack: Emulator, client: AsyncWebClient) -> None:
    await client.chat_postEphemeral(channel="C0GENERAL", user=PERSON.id, text="psst")
    (message,) = slack.ephemerals(PERSON.id, "#general")

    refused = await refusal(client, "chat.update", channel="C0GENERAL", ts=message.ts, text="louder")

    assert refused["error"] == "message_not_found"
    assert slack.ephemerals(ADMIN.id, "#general") == ()


async def test_posting_to_a_person_reaches_their_direct_message(slack: Emulator, client: AsyncWebClient) -> None:
    response = await client.chat_postMessage(channel=PERSON.id, text="hi")

    assert response["channel"] == "D0PERSON"
    assert [message.text for message in slack.messages(PERSON.id)] == ["hi"]


async def test_message_is_updated_linked_and_deleted(slack: Emulator, client: AsyncWebClient) -> None:
    ts = (await client.chat_postMessage(channel="C0GENERAL", text="one"))["ts"]

    await client.chat_update(channel="C0GENERAL", ts=ts, text="two")
    permalink = (await client.chat_getPermalink(channel="C0GENERAL", message_ts=ts))["permalink"]
    texts = [message.text for message in slack.messages("#general")]
    await client.chat_delete(channel="C0GENERAL", ts=ts)

    assert texts == ["two"]
    assert permalink.endswith(ts.replace(".", ""))
    assert slack.messages("#general") == ()


async def test_trigger_opens_one_view(app: AsyncApp, slack: Emulator, client: AsyncWebClient) -> None:
    trigger_id = (await session(app, slack))["trigger_id"]

    await client.views_open(trigger_id=trigger_id, view=MODAL)

    assert (await refusal(client, "views.open", trigger_id=trigger_id, view=MODAL))["error"] == "exchanged_trigger_id"
    assert len(slack.views(PERSON.id)) == 1


async def test_trigger_expires_after_three_seconds(
    app: AsyncApp, slack: Emulator, client: AsyncWebClient, clock: Clock
) -> None:
    trigger_id = (await session(app, slack))["trigger_id"]
    clock.now += 3.1

    assert (await refusal(client, "views.open", trigger_id=trigger_id, view=MODAL))["error"] == "expired_trigger_id"


async def test_response_url_is_good_for_five_posts(app: AsyncApp, slack: Emulator) -> None:
    webhook = AsyncWebhookClient((await session(app, slack))["response_url"])

    statuses = [(await webhook.send(text=f"{n}")).status_code for n in range(6)]

    assert statuses == [200] * 5 + [404]
    assert slack.calls[-1].error == "used_url"
    assert len(slack.ephemerals(PERSON.id, "#general")) == 5


async def test_response_url_expires_after_thirty_minutes(app: AsyncApp, slack: Emulator, clock: Clock) -> None:
    webhook = AsyncWebhookClient((await session(app, slack))["response_url"])
    clock.now += 30 * 60 + 1

    response = await webhook.send(text="late")

    assert response.status_code == 404
    assert slack.calls[-1].error == "expired_url"


async def test_response_url_refuses_bad_blocks_and_posts_in_the_channel_if_asked(
    app: AsyncApp, slack: Emulator
) -> None:
    webhook = AsyncWebhookClient((await session(app, slack))["response_url"])

    bad = await webhook.send(text="x", blocks=[{"type": "header"}])
    good = await webhook.send(text="for all", response_type="in_channel")

    assert (bad.status_code, good.status_code) == (400, 200)
    assert [message.text for message in slack.messages("#general")] == ["for all"]


async def test_home_tab_published_on_old_knowledge_conflicts(client: AsyncWebClient) -> None:
    old = (await client.views_publish(user_id=PERSON.id, view=HOME))["view"]["hash"]
    await client.views_publish(user_id=PERSON.id, view=HOME, hash=old)

    refused = await refusal(client, "views.publish", user_id=PERSON.id, view=HOME, hash=old)

    assert refused["error"] == "hash_conflict"


async def test_ordered_rate_limit_names_the_wait_and_a_retry_succeeds(slack: Emulator, client: AsyncWebClient) -> None:
    slack.faults.rate_limit("chat.postMessage", retry_after_s=0)
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))

    await client.chat_postMessage(channel="C0GENERAL", text="patience")

    assert [(call.status, call.error) for call in slack.calls] == [(429, "ratelimited"), (200, None)]


async def test_ordered_server_error_does_nothing(slack: Emulator, client: AsyncWebClient) -> None:
    slack.faults.server_error("chat.postMessage")

    with pytest.raises(SlackApiError):
        await client.chat_postMessage(channel="C0GENERAL", text="lost")

    assert slack.messages("#general") == ()


async def test_ordered_refusal_hits_only_its_method_and_only_once(slack: Emulator, client: AsyncWebClient) -> None:
    slack.faults.refuse("chat.postMessage", "invalid_blocks")

    await client.auth_test()
    refused = await refusal(client, "chat.postMessage", channel="C0GENERAL", text="x")
    await client.chat_postMessage(channel="C0GENERAL", text="x")

    assert refused["error"] == "invalid_blocks"
    assert len(slack.messages("#general")) == 1


@pytest.mark.parametrize("granting", [{"assistant:write"}])
async def test_suggested_prompts_with_a_thread_silently_fail(slack: Emulator, client: AsyncWebClient) -> None:
    prompts = [{"title": "Listen", "message": "How do I listen?"}]
    ts = (await client.chat_postMessage(channel="D0PERSON", text="hi"))["ts"]

    await client.assistant_threads_setSuggestedPrompts(channel_id="D0PERSON", thread_ts=ts, prompts=prompts)
    in_thread = slack.prompts(PERSON.id)
    await client.api_call("assistant.threads.setSuggestedPrompts", json={"channel_id": "D0PERSON", "prompts": prompts})

    assert in_thread == ()
    assert slack.prompts(PERSON.id) == ("Listen",)


async def test_suggested_prompts_need_their_own_scope(client: AsyncWebClient) -> None:
    prompts = [{"title": "Listen", "message": "How do I listen?"}]

    refused = await refusal(client, "assistant.threads.setSuggestedPrompts", channel_id="D0PERSON", prompts=prompts)

    assert (refused["error"], refused["needed"]) == ("missing_scope", "assistant:write")


SPARKLES = [{"type": "sparkles"}]


@pytest.mark.parametrize(
    ("payload", "error"),
    [
        ({"blocks": [{"type": "divider"}]}, None),
        ({"message": {"text": "hi"}}, None),
        ({"view": MODAL}, None),
        ({"blocks": SPARKLES}, "invalid_blocks"),
        ({"message": {"blocks": SPARKLES}}, "invalid_message"),
        ({"view": {**MODAL, "blocks": SPARKLES}}, "invalid_view"),
        ({"blocks": [], "view": MODAL}, "invalid_arguments"),
        ({}, "invalid_arguments"),
    ],
)
async def test_payload_of_one_kind_can_be_validated_without_showing_it(
    slack: Emulator, client: AsyncWebClient, payload: dict[str, Any], error: str | None
) -> None:
    if error:
        assert (await refusal(client, "blocks.validate", **payload))["error"] == error
    else:
        assert (await client.api_call("blocks.validate", json=payload))["ok"]

    assert slack.messages("#general") == ()


TABLE = {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}


async def test_second_table_is_refused_by_another_name_than_bad_blocks(client: AsyncWebClient) -> None:
    refused = await refusal(client, "chat.postMessage", channel="C0GENERAL", text="x", blocks=[TABLE, TABLE])

    assert refused["error"] == "invalid_attachments"


async def test_changed_text_has_a_limit_that_posted_text_has_not(client: AsyncWebClient) -> None:
    ts = (await client.chat_postMessage(channel="C0GENERAL", text="x" * 4_001))["ts"]

    assert (await refusal(client, "chat.update", channel="C0GENERAL", ts=ts, text="x" * 4_001))[
        "error"
    ] == "msg_too_long"
    await client.chat_update(channel="C0GENERAL", ts=ts, text="x" * 4_000)


async def test_reply_to_a_deleted_message_is_refused_or_lands_in_the_channel(
    slack: Emulator, client: AsyncWebClient
) -> None:
    ts = (await client.chat_postMessage(channel="C0GENERAL", text="a question"))["ts"]
    await client.chat_delete(channel="C0GENERAL", ts=ts)

    refused = await refusal(client, "chat.postMessage", channel="C0GENERAL", text="an answer", thread_ts=ts)
    slack.workspace.loses_threads = True
    posted = await client.chat_postMessage(channel="C0GENERAL", text="an answer", thread_ts=ts)

    assert refused["error"] == "thread_not_found"
    assert "thread_ts" not in posted["message"]


async def test_slackbot_cannot_be_written_to(slack: Emulator, client: AsyncWebClient) -> None:
    slack.workspace.direct(SLACKBOT)

    refused = await refusal(client, "chat.postMessage", channel="DSLACKBOT", text="hi")

    assert refused["error"] == "cannot_dm_bot"


class TestTabs:
    @pytest.fixture
    async def slack(self) -> AsyncIterator[Emulator]:
        async with Emulator(replace(installed(), has_home_tab=False, has_messages_tab=False)) as emulator:
            yield emulator

    async def test_tabs_that_the_manifest_leaves_out_are_refused(self, client: AsyncWebClient) -> None:
        home = await refusal(client, "views.publish", view=HOME, user_id=PERSON.id)
        direct = await refusal(client, "chat.postMessage", channel=PERSON.id, text="hi")

        assert (home["error"], direct["error"]) == ("not_enabled", "messages_tab_disabled")


class TestPaging:
    @pytest.fixture
    async def slack(self) -> AsyncIterator[Emulator]:
        async with Emulator(installed(granting={"channels:history"})) as emulator:
            yield emulator

    @pytest.mark.parametrize("method", ["conversations.replies", "conversations.history"])
    async def test_cursor_leads_through_all_pages(self, slack: Emulator, client: AsyncWebClient, method: str) -> None:
        root = slack.workspace.say(PERSON.id, "C0GENERAL", "0").ts
        in_thread = root if method == "conversations.replies" else None
        for number in range(1, 5):
            slack.workspace.say(PERSON.id, "C0GENERAL", f"{number}", in_thread)
        pages: list[list[str]] = []
        cursor = ""
        while not pages or cursor:
            sought = {"channel": "C0GENERAL", "ts": root, "limit": 2, "cursor": cursor}
            page = await client.api_call(method, params=sought)
            pages.append([message["text"] for message in page["messages"]])
            cursor = page["response_metadata"]["next_cursor"]
            assert page["has_more"] == bool(cursor)

        ahead = [["0", "1"], ["2", "3"], ["4"]]
        assert pages == (ahead if in_thread else [["4", "3"], ["2", "1"], ["0"]])

    async def test_cursor_of_nothing_is_refused(self, slack: Emulator, client: AsyncWebClient) -> None:
        root = slack.workspace.say(PERSON.id, "C0GENERAL", "0").ts

        refused = await refusal(client, "conversations.replies", channel="C0GENERAL", ts=root, cursor="dXNlcg==")

        assert refused["error"] == "invalid_cursor"


class TestResponding:
    """What comes of a post to a ``response_url``, after a button in a thread was pressed."""

    BUTTON: ClassVar[dict[str, Any]] = {
        "type": "actions",
        "elements": [{"type": "button", "action_id": "more", "text": {"type": "plain_text", "text": "More"}}],
    }

    @pytest.fixture
    async def url(self, app: AsyncApp, slack: Emulator, client: AsyncWebClient) -> str:
        async def ack(ack: AsyncAck) -> None:
            await ack()

        app.action("more")(ack)
        root = (await client.chat_postMessage(channel="C0GENERAL", text="a question"))["ts"]
        await client.chat_postMessage(channel="C0GENERAL", text="an answer", blocks=[self.BUTTON], thread_ts=root)
        async with running(app, slack):
            exchange = await slack.press(PERSON.id, slack.messages("#general")[1], "more")
        assert exchange.payload["container"]["thread_ts"] == root
        return str(exchange.payload["response_url"])

    async def post(self, url: str, **payload: Any) -> tuple[int, str]:
        response = await AsyncWebhookClient(url).send_dict(payload)
        return response.status_code, response.body

    async def test_private_answer_without_a_thread_stands_in_the_channel(self, slack: Emulator, url: str) -> None:
        root = slack.messages("#general")[0].ts

        await self.post(url, text="why", replace_original=False)
        await self.post(url, text="why", replace_original="false", thread_ts=root)

        assert [message.thread_ts for message in slack.ephemerals(PERSON.id, "#general")] == [None, root]

    async def test_answer_in_a_thread_that_is_not_there_is_refused(self, url: str) -> None:
        status, body = await self.post(url, text="why", replace_original=False, thread_ts="1.000001")

        assert (status, json.loads(body)) == (400, {"ok": False, "error": "thread_not_found"})

    async def test_original_is_deleted_alone(self, slack: Emulator, url: str) -> None:
        assert await self.post(url, delete_original="true") == (200, '{"ok": true}')

        assert [message.text for message in slack.messages("#general")] == ["a question"]

    async def test_original_is_deleted_and_the_message_beside_it_published(self, slack: Emulator, url: str) -> None:
        await self.post(url, delete_original=True, text="another", response_type="in_channel")

        assert [message.text for message in slack.messages("#general")] == ["a question", "another"]

    async def test_table_is_taken_or_refused_as_the_workspace_has_it(self, slack: Emulator, url: str) -> None:
        slack.workspace.refuses_tables_in_responses = True
        refused = await self.post(url, text="x", blocks=[TABLE])
        slack.workspace.refuses_tables_in_responses = False
        taken = await self.post(url, text="x", blocks=[TABLE])

        assert refused[0] == 400
        assert json.loads(refused[1])["error"] == "invalid_blocks"
        assert taken == (200, '{"ok": true}')

    async def test_command_is_answered_in_one_word(self, app: AsyncApp, slack: Emulator) -> None:
        url = (await session(app, slack))["response_url"]

        assert await self.post(url, text="hi") == (200, "ok")


class TestUnfurling:
    URL = "https://learn.example.com/goals"
    SHOWN: ClassVar[dict[str, Any]] = {
        "blocks": [{"type": "section", "text": {"type": "plain_text", "text": "Ask what they want."}}]
    }

    @pytest.fixture
    async def slack(self) -> AsyncIterator[Emulator]:
        app = Installation(scopes=("links:write",), unfurl_domains=("example.com",))
        async with Emulator(app) as emulator:
            yield emulator

    async def test_preview_is_shown_while_the_message_is_written(self, slack: Emulator, client: AsyncWebClient) -> None:
        slack.workspace.drafts["draft-1"] = (self.URL,)

        await client.chat_unfurl(unfurl_id="draft-1", source="composer", unfurls={self.URL: self.SHOWN})

        assert slack.workspace.previews["draft-1"] == tuple(self.SHOWN["blocks"])
        assert slack.messages("#general") == ()

    async def test_button_below_a_message_tells_the_address_and_not_the_message(
        self, app: AsyncApp, slack: Emulator, client: AsyncWebClient
    ) -> None:
        async def ack(ack: AsyncAck) -> None:
            await ack()

        app.action("more")(ack)
        await slack.say(PERSON.id, "#general", f"see {self.URL} and {self.URL}/2")
        (message,) = slack.messages("#general")
        shown = {self.URL: self.SHOWN, f"{self.URL}/2": {"blocks": [TestResponding.BUTTON]}}
        await client.chat_unfurl(channel=message.channel, ts=message.ts, unfurls=shown)

        async with running(app, slack):
            payload = (await slack.press(PERSON.id, slack.messages("#general")[0], "more")).payload
        response = await AsyncWebhookClient(payload["response_url"]).send(text="more", replace_original=True)

        container, unfurl = payload["container"], payload["app_unfurl"]
        assert (container["type"], container["attachment_id"]) == ("message_attachment", 2)
        assert container["app_unfurl_url"] == unfurl["app_unfurl_url"] == f"{self.URL}/2"
        assert [block["type"] for block in unfurl["blocks"]] == ["actions"]
        assert "message" not in payload
        assert response.status_code == 200
        assert slack.messages("#general")[0].text == message.text

    async def test_blocks_are_shown_below_the_message(self, slack: Emulator, client: AsyncWebClient) -> None:
        await slack.say(PERSON.id, "#general", f"see {self.URL}")
        (message,) = slack.messages("#general")

        await client.chat_unfurl(channel=message.channel, ts=message.ts, unfurls={self.URL: self.SHOWN})

        (unfurled,) = slack.messages("#general")
        assert unfurled.text == message.text
        assert unfurled.unfurls[0]["text"]["text"] == "Ask what they want."

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"unfurls": {}}, "missing_unfurls"),
            ({"unfurls": {"https://learn.example.com/other": SHOWN}}, "cannot_unfurl_message"),
            ({"unfurls": {URL: {"text": "no blocks"}}}, "cannot_parse_attachment"),
            ({"unfurls": {URL: {"blocks": [{"type": "header"}]}}}, "invalid_blocks"),
            ({"ts": "1.000001"}, "cannot_find_message"),
            ({"unfurl_id": "nothing", "source": "conversations_history"}, "invalid_unfurl_id"),
            ({"unfurl_id": "nothing", "source": "composer"}, "invalid_unfurl_id"),
            ({"unfurl_id": "nothing", "source": "elsewhere"}, "invalid_source"),
        ],
    )
    async def test_what_slack_refuses_is_refused(
        self, slack: Emulator, client: AsyncWebClient, change: dict[str, Any], error: str
    ) -> None:
        await slack.say(PERSON.id, "#general", f"see {self.URL}")
        (message,) = slack.messages("#general")
        place = {} if "unfurl_id" in change else {"channel": message.channel, "ts": message.ts}

        refused = await refusal(client, "chat.unfurl", **{**place, "unfurls": {self.URL: self.SHOWN}, **change})

        assert refused["error"] == error


@pytest.mark.parametrize("is_done", [False, True])
async def test_connection_is_reset_before_or_after_it_is_done(
    slack: Emulator, client: AsyncWebClient, is_done: bool
) -> None:
    client.retry_handlers.clear()
    slack.faults.reset("chat.postMessage", is_done=is_done)

    with pytest.raises(aiohttp.ClientError):
        await client.chat_postMessage(channel="#general", text="hello")

    assert len(slack.messages("#general")) == is_done
    assert slack.calls[-1].error == "reset"


async def test_what_goes_wrong_for_good_goes_wrong_until_it_heals(slack: Emulator, client: AsyncWebClient) -> None:
    slack.faults.server_error("auth.test", times=None, status=503)
    lasting = slack.faults.ordered
    for _ in range(2):
        with pytest.raises(SlackApiError):
            await client.auth_test()

    slack.faults.heal()

    assert lasting == ("503 for every auth.test",)
    assert (await client.auth_test())["ok"]
    assert slack.faults.ordered == ()


async def test_refusal_of_a_response_url_can_come_with_status_200(slack: Emulator) -> None:
    key = slack.workspace.tickets.issue_response(ResponseTarget("C0GENERAL", PERSON.id))
    slack.faults.refuse("response_url", "used_url", status=200)

    async with aiohttp.ClientSession() as session:
        url = f"http://{slack.workspace.address}/response/{key}"
        async with session.post(url, json={"text": "hello"}) as answer:
            body = await answer.json()

    assert (answer.status, body) == (200, {"ok": False, "error": "used_url"})
    assert slack.messages("#general") == ()
