"""What people and other apps write reaches the app in the shapes of Slack's documentation."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.model import Installation, Json, User
from bot.playground.workspace import COACHING, OUTSIDER, PERSON, SLACKBOT
from tests.playground.conftest import running

BOT = "U0QUICKTAKE"


@pytest.fixture
def installation() -> Installation:
    return installed(unfurl_domain="example.com")


@pytest.fixture
async def slack(installation: Installation) -> AsyncIterator[Emulator]:
    async with Emulator(installation, retry_delays_s=()) as emulator:
        yield emulator


@pytest.fixture(autouse=True)
async def _listening(app: AsyncApp, slack: Emulator) -> AsyncIterator[None]:
    async def take(ack: AsyncAck) -> None:
        await ack()

    for event in ("app_mention", "message", "link_shared", "app_home_opened"):
        app.event(event)(take)
    app.command("/quicktake")(take)
    async with running(app, slack):
        yield


async def told(slack: Emulator, kind: str) -> Json:
    """The latest event of this type or subtype that the app was sent."""

    def found() -> list[Json]:
        events = [one.payload["event"] for one in slack.exchanges if one.kind == "events_api"]
        return [event for event in events if kind in {event["type"], event.get("subtype")}]

    return (await slack.wait_for(found))[-1]


class TestEditing:
    async def test_mention_is_sent_anew_with_the_same_ts_and_another_event_id(self, slack: Emulator) -> None:
        first = await slack.mention(PERSON.id, COACHING.id, "how do I lisen?")
        again = await slack.writing.edit(slack.messages(COACHING.id)[0], "@quicktake how do I listen?")

        assert again is not None
        before, after = first.payload["event"], again.payload["event"]
        assert (after["type"], after["ts"]) == ("app_mention", before["ts"])
        assert after["text"] == f"<@{BOT}> how do I listen?"
        assert after["edited"]["user"] == PERSON.id
        assert after["edited"]["ts"] == after["event_ts"] > before["ts"]
        assert "edited" not in before
        assert first.payload["event_id"] != again.payload["event_id"]

    async def test_mention_may_come_with_the_edit(self, slack: Emulator) -> None:
        await slack.say(PERSON.id, COACHING.id, "how do I listen?")
        again = await slack.writing.edit(slack.messages(COACHING.id)[0], "@quicktake how do I listen?")

        assert again is not None
        assert again.payload["event"]["type"] == "app_mention"

    async def test_channel_hears_of_any_edit(self, slack: Emulator) -> None:
        await slack.say(PERSON.id, COACHING.id, "hello")
        assert await slack.writing.edit(slack.messages(COACHING.id)[0], "hello all") is None

        event = await told(slack, "message_changed")

        assert (event["type"], event["hidden"], event["channel_type"]) == ("message", True, "channel")
        assert event["message"]["text"] == "hello all"
        assert "edited" in event["message"]

    async def test_direct_message_hears_of_it_as_a_change_only(self, slack: Emulator) -> None:
        await slack.direct_message(PERSON.id, "hello")
        assert await slack.writing.edit(slack.messages(PERSON.id)[0], "hello you") is None

        event = await told(slack, "message_changed")

        assert event["channel_type"] == "im"

    async def test_deleting_is_told_with_what_it_was(self, slack: Emulator) -> None:
        await slack.say(PERSON.id, COACHING.id, "hello")
        (message,) = slack.messages(COACHING.id)
        slack.workspace.delete(message)

        event = await told(slack, "message_deleted")

        assert (event["deleted_ts"], event["previous_message"]["text"]) == (message.ts, "hello")


async def test_typed_words_come_a_second_time_as_rich_text(slack: Emulator) -> None:
    exchange = await slack.mention(PERSON.id, COACHING.id, "is 1 < 2 & see https://example.com #general @ada")

    event = exchange.payload["event"]
    (section,) = event["blocks"][0]["elements"]
    assert event["text"] == (f"<@{BOT}> is 1 &lt; 2 &amp; see <https://example.com> <#C0GENERAL|general> <@U0ADMIN>")
    assert section["elements"] == [
        {"type": "user", "user_id": BOT},
        {"type": "text", "text": " is 1 < 2 & see "},
        {"type": "link", "url": "https://example.com"},
        {"type": "text", "text": " "},
        {"type": "channel", "channel_id": "C0GENERAL"},
        {"type": "text", "text": " "},
        {"type": "user", "user_id": "U0ADMIN"},
    ]


@pytest.mark.parametrize("comment", ["", "what about this?"])
async def test_forwarded_words_stand_in_an_attachment(slack: Emulator, comment: str) -> None:
    await slack.say(PERSON.id, COACHING.id, "how do I listen?")
    (original,) = slack.messages(COACHING.id)

    exchange = await slack.writing.forward(PERSON.id, PERSON.id, original, comment)

    assert exchange is not None
    event = exchange.payload["event"]
    (shared,) = event["attachments"]
    assert event["text"] == comment
    assert ("blocks" in event) == bool(comment)
    assert (shared["is_share"], shared["text"], shared["author_id"]) == (True, "how do I listen?", PERSON.id)
    assert shared["message_blocks"][0]["message"]["blocks"][0]["type"] == "rich_text"


async def test_upload_with_a_mention_is_told_as_a_message_only(slack: Emulator) -> None:
    assert await slack.writing.upload(PERSON.id, COACHING.id, "plan.pdf", "@quicktake how do I listen?") is None

    event = await told(slack, "message")
    assert (event["subtype"], event["files"]) == ("file_share", [{"name": "plan.pdf"}])
    assert event["text"] == f"<@{BOT}> how do I listen?"


async def test_action_is_a_message_with_a_subtype(slack: Emulator) -> None:
    exchange = await slack.direct_message(PERSON.id, "/me asks how to listen")

    event = exchange.payload["event"]
    assert (event["subtype"], event["text"]) == ("me_message", "asks how to listen")


class TestOtherApps:
    async def test_workflow_has_no_user(self, slack: Emulator) -> None:
        exchange = await slack.writing.post_by_app(COACHING.id, "@quicktake how do I listen?")

        assert exchange is not None
        event = exchange.payload["event"]
        assert (event["type"], event["subtype"], event["bot_id"]) == ("app_mention", "bot_message", "B0WORKFLOW")
        assert "user" not in event

    async def test_mention_may_stand_in_blocks_only(self, slack: Emulator) -> None:
        mention = {"type": "user", "user_id": BOT}
        block = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [mention]}]}
        exchange = await slack.writing.post_by_app(COACHING.id, blocks=[block])

        assert exchange is not None
        event = exchange.payload["event"]
        assert (event["type"], event["text"]) == ("app_mention", "")
        assert event["blocks"][0]["elements"] == block["elements"]

    async def test_app_with_a_persons_token_speaks_as_the_person(self, slack: Emulator) -> None:
        exchange = await slack.writing.post_by_app(PERSON.id, "how do I listen?", user=PERSON.id, bot_id="B0OTHER")

        assert exchange is not None
        event = exchange.payload["event"]
        assert (event["user"], event["bot_id"]) == (PERSON.id, "B0OTHER")
        assert "subtype" not in event
        assert len(slack.exchanges) == 1

    async def test_slackbot_writes_in_a_direct_message_of_its_own(self, slack: Emulator) -> None:
        event = (await slack.writing.notify("You have been removed from #coaching")).payload["event"]

        assert (event["user"], event["channel_type"], event["channel"]) == (SLACKBOT, "im", "DSLACKBOT")


class TestComposer:
    async def test_address_is_told_before_the_message_is_sent(self, slack: Emulator) -> None:
        event = (await slack.writing.draft(PERSON.id, "see https://learn.example.com/goals")).payload["event"]

        assert (event["type"], event["source"], event["channel"]) == ("link_shared", "composer", "COMPOSER")
        assert event["message_ts"] == event["unfurl_id"]
        assert event["links"] == [{"url": "https://learn.example.com/goals", "domain": "example.com"}]
        assert "thread_ts" not in event


class TestOrganisations:
    COLLEAGUE = User("U0COUSIN", "cora", team_id="T0SISTER", enterprise_id="E0OURS")
    STRANGER = User("U0GRID", "gil", team_id="T0GRID", enterprise_id="E0THEIRS")

    async def test_person_of_another_workspace_says_where_they_come_from(self, slack: Emulator) -> None:
        payload = (await slack.mention(OUTSIDER.id, COACHING.id, "hello")).payload

        assert payload["is_ext_shared_channel"] is True
        assert payload["context_team_id"] == payload["team_id"] == "T0QUICKTAKE"
        event = payload["event"]
        assert event["team"] == event["user_team"] == event["source_team"] == "T0ELSEWHERE"
        assert event["user_profile"]["team"] == "T0ELSEWHERE"

    async def test_own_people_do_not(self, slack: Emulator) -> None:
        payload = (await slack.mention(PERSON.id, COACHING.id, "hello")).payload

        assert payload["is_ext_shared_channel"] is False
        assert payload["event"]["team"] == "T0QUICKTAKE"
        assert "user_team" not in payload["event"]
        assert "enterprise_id" not in payload

    async def test_of_another_enterprise_only_its_id_is_told(self, slack: Emulator) -> None:
        slack.workspace.users[self.STRANGER.id] = self.STRANGER

        payload = (await slack.mention(self.STRANGER.id, COACHING.id, "hello")).payload

        assert payload["event"]["user_team"] == "E0THEIRS"
        assert payload["is_ext_shared_channel"] is True

    async def test_slash_command_carries_the_team_of_whoever_types_it(self, slack: Emulator) -> None:
        own = (await slack.slash(PERSON.id, "#general", "/quicktake", "hi")).payload
        foreign = (await slack.slash(OUTSIDER.id, "#general", "/quicktake", "hi")).payload

        assert (own["team_id"], own["team_domain"]) == ("T0QUICKTAKE", "playground")
        assert (foreign["team_id"], foreign["team_domain"]) == ("T0ELSEWHERE", "elsewhere")
        assert "enterprise_id" not in own

    class TestWithinAnEnterprise:
        @pytest.fixture
        def installation(self) -> Installation:
            return replace(installed(), enterprise_id="E0OURS")

        async def test_colleague_of_a_sister_workspace_is_no_outsider(self, slack: Emulator) -> None:
            colleague = TestOrganisations.COLLEAGUE
            slack.workspace.users[colleague.id] = colleague

            payload = (await slack.mention(colleague.id, COACHING.id, "hello")).payload
            command = (await slack.slash(colleague.id, "#general", "/quicktake", "hi")).payload

            assert payload["is_ext_shared_channel"] is False
            assert payload["enterprise_id"] == payload["authorizations"][0]["enterprise_id"] == "E0OURS"
            assert payload["event"]["team"] == "T0SISTER"
            assert (command["team_id"], command["enterprise_id"]) == ("T0SISTER", "E0OURS")


async def test_home_may_be_opened_without_a_word_on_the_tab(slack: Emulator) -> None:
    with_tab = (await slack.open_home(PERSON.id)).payload["event"]
    without = (await slack.open_home(PERSON.id, tab=None)).payload["event"]

    assert with_tab["tab"] == "home"
    assert "tab" not in without
