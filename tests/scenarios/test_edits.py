"""A message that is edited keeps its one reply, which changes with the question."""

from __future__ import annotations

import pytest

from bot.app import Bot
from bot.journal.events import Asked, Event
from bot.playground.emulator import Emulator
from bot.playground.model import Message
from bot.playground.workspace import COACHING, PERSON
from bot.settings import Settings
from tests.scenarios.conftest import serving
from tests.scenarios.seeing import words

GOALS = "@quicktake how do I set goals with a client?"
SILENCE = "@quicktake what is silence good for in coaching?"
GOALS_TITLE = "How do I set goals with a client?"
SILENCE_TITLE = "What is silence good for in coaching?"


async def settled(slack: Emulator, bot: Bot) -> None:
    await slack.wait_for(lambda: all(one.is_acked for one in slack.exchanges))
    await bot.dispatcher.drain(5)


async def titles(slack: Emulator, bot: Bot, channel: str = COACHING.id) -> list[str]:
    """The first line of each reply, once the bot is done."""
    await settled(slack, bot)
    return [words(one).partition("\n")[0] for one in slack.messages(channel) if one.bot_id]


async def edit(slack: Emulator, bot: Bot, text: str, channel: str = COACHING.id) -> None:
    """Edit the first message of the channel, and wait until the bot has heard of it."""
    before = len(slack.exchanges)
    await slack.writing.edit(slack.messages(channel)[0], text)
    await slack.wait_for(lambda: len(slack.exchanges) > before)
    await settled(slack, bot)


class TestMention:
    @pytest.fixture(autouse=True)
    async def _asked(self, slack: Emulator, bot: Bot) -> None:
        await slack.mention(PERSON.id, COACHING.id, GOALS)
        assert await titles(slack, bot) == [GOALS_TITLE]

    async def test_other_question_changes_the_reply_in_place(
        self, slack: Emulator, bot: Bot, recorded: list[Event]
    ) -> None:
        reply = slack.messages(COACHING.id)[1]
        await edit(slack, bot, SILENCE)

        assert await titles(slack, bot) == [SILENCE_TITLE]
        changed = slack.messages(COACHING.id)[1]
        assert (changed.ts, changed.thread_ts) == (reply.ts, reply.thread_ts)
        assert [event.question for event in recorded if isinstance(event, Asked)] == [
            GOALS_TITLE.replace("How", "how"),
            SILENCE[11:],
        ]

    @pytest.mark.parametrize("text", [GOALS, f"{GOALS} :pray:", f"  {GOALS.replace(' ', '  ')}"])
    async def test_same_question_changes_nothing(self, slack: Emulator, bot: Bot, text: str) -> None:
        calls = len(slack.calls)
        await edit(slack, bot, text)

        assert await titles(slack, bot) == [GOALS_TITLE]
        assert not slack.messages(COACHING.id)[1].is_edited
        assert len(slack.calls) == calls

    async def test_every_later_edit_counts(self, slack: Emulator, bot: Bot) -> None:
        for _ in range(3):
            await edit(slack, bot, SILENCE)
            await edit(slack, bot, GOALS)

        assert await titles(slack, bot) == [GOALS_TITLE]

    async def test_edit_that_is_delivered_twice_counts_once(self, slack: Emulator, bot: Bot) -> None:
        slack.faults.duplicate_next()
        await edit(slack, bot, SILENCE)

        assert await titles(slack, bot) == [SILENCE_TITLE]
        assert [call.method for call in slack.calls].count("chat.update") == 1

    async def test_reply_that_was_deleted_is_posted_anew(self, slack: Emulator, bot: Bot) -> None:
        slack.workspace.delete(slack.messages(COACHING.id)[1])
        await edit(slack, bot, SILENCE)

        assert await titles(slack, bot) == [SILENCE_TITLE]
        assert slack.messages(COACHING.id)[1].thread_ts == slack.messages(COACHING.id)[0].ts

    @pytest.mark.parametrize(
        "error", ["block_mismatch", "cant_update_message", "edit_window_closed", "is_inactive", "update_failed"]
    )
    async def test_reply_that_cannot_be_changed_is_followed_by_another(
        self, slack: Emulator, bot: Bot, error: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        slack.faults.refuse("chat.update", error)
        await edit(slack, bot, SILENCE)

        assert await titles(slack, bot) == [GOALS_TITLE, SILENCE_TITLE]
        assert f"A reply could not be changed: Slack says {error} to chat.update" in caplog.text

    @pytest.mark.parametrize("error", ["invalid_blocks", "invalid_attachments"])
    async def test_refused_blocks_are_changed_to_text(self, slack: Emulator, bot: Bot, error: str) -> None:
        slack.faults.refuse("chat.update", error, times=1)
        await edit(slack, bot, SILENCE)
        await settled(slack, bot)

        changed = slack.messages(COACHING.id)[1]
        assert changed.blocks == ()
        assert changed.text.startswith(SILENCE_TITLE)

    async def test_several_replies_become_one(self, slack: Emulator, bot: Bot) -> None:
        root = slack.messages(COACHING.id)[0].ts
        await slack.mention(PERSON.id, COACHING.id, "@quicktake more", root)
        await settled(slack, bot)
        more = next(one for one in slack.messages(COACHING.id) if one.text.endswith(" more"))
        assert len(await titles(slack, bot)) > 1

        await slack.writing.edit(more, SILENCE)

        assert await titles(slack, bot) == [GOALS_TITLE, SILENCE_TITLE]

    async def test_thanks_take_the_place_of_an_answer(self, slack: Emulator, bot: Bot) -> None:
        await edit(slack, bot, "@quicktake never mind, thanks")
        await edit(slack, bot, "@quicktake thanks")

        assert await titles(slack, bot) == ["You're welcome!"]


async def test_edit_that_comes_before_the_reply_is_there_waits_for_it(slack: Emulator, bot: Bot) -> None:
    slack.faults.delay("chat.postMessage", delay_s=0.1)
    await slack.mention(PERSON.id, COACHING.id, GOALS)
    await slack.writing.edit(slack.messages(COACHING.id)[0], SILENCE)

    assert await titles(slack, bot) == [SILENCE_TITLE]


async def test_mention_that_comes_with_the_edit_is_answered(slack: Emulator, bot: Bot) -> None:
    await slack.say(PERSON.id, COACHING.id, GOALS.removeprefix("@quicktake "))
    assert await titles(slack, bot) == []

    await edit(slack, bot, GOALS)

    assert await titles(slack, bot) == [GOALS_TITLE]


class TestDirectMessage:
    @pytest.fixture(autouse=True)
    async def _asked(self, slack: Emulator, bot: Bot) -> None:
        await slack.direct_message(PERSON.id, GOALS.removeprefix("@quicktake "))
        assert await titles(slack, bot, PERSON.id) == [GOALS_TITLE]

    async def test_other_question_changes_the_reply_in_place(self, slack: Emulator, bot: Bot) -> None:
        await edit(slack, bot, SILENCE.removeprefix("@quicktake "), PERSON.id)

        assert await titles(slack, bot, PERSON.id) == [SILENCE_TITLE]

    async def test_preview_that_comes_to_stand_below_it_changes_nothing(self, slack: Emulator, bot: Bot) -> None:
        before = len(slack.exchanges)
        asked: Message = slack.messages(PERSON.id)[0]
        slack.workspace.unfurl(asked, {"https://learn.example.com": [{"type": "divider"}]})
        await slack.wait_for(lambda: len(slack.exchanges) > before)

        assert await titles(slack, bot, PERSON.id) == [GOALS_TITLE]
        assert not slack.messages(PERSON.id)[1].is_edited

    async def test_deleting_it_is_no_question(self, slack: Emulator, bot: Bot) -> None:
        before = len(slack.exchanges)
        slack.workspace.delete(slack.messages(PERSON.id)[0])
        await slack.wait_for(lambda: len(slack.exchanges) > before)

        assert await titles(slack, bot, PERSON.id) == [GOALS_TITLE]


async def test_direct_message_from_before_a_restart_is_not_answered_again(slack: Emulator, settings: Settings) -> None:
    async with serving(slack, settings, []) as bot:
        await slack.direct_message(PERSON.id, GOALS.removeprefix("@quicktake "))
        await settled(slack, bot)

    async with serving(slack, settings, []) as bot:
        await edit(slack, bot, SILENCE.removeprefix("@quicktake "), PERSON.id)

        assert await titles(slack, bot, PERSON.id) == [GOALS_TITLE]
