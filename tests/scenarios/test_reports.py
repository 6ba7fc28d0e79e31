"""What others reported of bots like this one, and what this one does."""

from __future__ import annotations

import pytest

from bot import wording
from bot.app import Bot
from bot.journal.events import Asked, Event
from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.model import Installation, Message
from bot.playground.workspace import COACHING, PERSON
from tests.scenarios.seeing import words

GOALS = "how do I set goals with a client?"
TITLE = "How do I set goals with a client?"


@pytest.fixture
def installation() -> Installation:
    return installed()


def by_bot(slack: Emulator, channel: str) -> list[Message]:
    return [message for message in slack.messages(channel) if message.bot_id == slack.installation.bot_id]


async def replies(slack: Emulator, bot: Bot, channel: str = COACHING.id) -> list[str]:
    """The first line of each reply once the bot is done with all there was to hear."""
    said = [one for one in slack.messages(channel) if one not in by_bot(slack, channel)]
    await slack.wait_for(lambda: len(slack.exchanges) >= len(said))
    await slack.wait_for(lambda: all(one.is_acked for one in slack.exchanges))
    await bot.dispatcher.drain(5)
    return [words(message).partition("\n")[0] for message in by_bot(slack, channel)]


class TestMentionToldTwice:
    """A bot that hears channels is told of a mention as app_mention and as message: it answered both."""

    async def test_is_answered_once(self, slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
        await slack.mention(PERSON.id, COACHING.id, GOALS)
        await slack.wait_for(lambda: len(slack.exchanges) == 2)

        assert await replies(slack, bot) == [TITLE]
        assert len([event for event in recorded if isinstance(event, Asked)]) == 1


class TestMentionWithAFile:
    """Slack sends no app_mention for it, only the message: nobody answered."""

    async def test_is_answered(self, slack: Emulator, bot: Bot) -> None:
        await slack.writing.upload(PERSON.id, COACHING.id, "plan.pdf", f"@quicktake {GOALS}")

        assert await replies(slack, bot) == [TITLE]
        assert by_bot(slack, COACHING.id)[0].thread_ts == slack.messages(COACHING.id)[0].ts

    async def test_is_answered_no_second_time_when_an_edit_brings_the_mention_after_all(
        self, slack: Emulator, bot: Bot
    ) -> None:
        await slack.writing.upload(PERSON.id, COACHING.id, "plan.pdf", f"@quicktake {GOALS}")
        assert await replies(slack, bot) == [TITLE]
        await slack.writing.edit(slack.messages(COACHING.id)[0], f"@quicktake {GOALS} :pray:")

        assert await replies(slack, bot) == [TITLE]

    async def test_without_a_question_is_told_that_files_are_not_read(self, slack: Emulator, bot: Bot) -> None:
        await slack.writing.upload(PERSON.id, COACHING.id, "plan.pdf", "@quicktake")

        assert await replies(slack, bot) == [wording.NO_WORDS]

    async def test_file_for_somebody_else_is_left_alone(self, slack: Emulator, bot: Bot) -> None:
        await slack.writing.upload(PERSON.id, COACHING.id, "plan.pdf", "the plan")

        assert await replies(slack, bot) == []


class TestDirectMessageWithAFile:
    """A blanket filter on subtypes dropped what was said beside a file."""

    async def test_question_beside_it_is_answered(self, slack: Emulator, bot: Bot) -> None:
        await slack.writing.upload(PERSON.id, PERSON.id, "plan.pdf", GOALS)

        assert await replies(slack, bot, PERSON.id) == [TITLE]

    async def test_file_alone_is_told_that_it_is_not_read(self, slack: Emulator, bot: Bot) -> None:
        await slack.writing.upload(PERSON.id, PERSON.id, "voice.m4a")

        assert await replies(slack, bot, PERSON.id) == [wording.NO_WORDS]


class TestMentionInCodeOrAQuotation:
    """Slack sends app_mention for a bot's name in a code sample or a quoted line, too: who spoke of it was answered."""

    @pytest.mark.parametrize(
        "text",
        [
            f"just write `@quicktake {GOALS}`",
            f"```\n@quicktake {GOALS}\n```",
            f"> @quicktake {GOALS}\nwho knows?",
        ],
    )
    async def test_is_no_call(self, slack: Emulator, bot: Bot, text: str) -> None:
        await slack.mention(PERSON.id, COACHING.id, text)

        assert await replies(slack, bot) == []

    async def test_call_beside_it_is_one(self, slack: Emulator, bot: Bot) -> None:
        await slack.mention(PERSON.id, COACHING.id, f"> @quicktake hello\n@quicktake {GOALS}")

        assert await replies(slack, bot) == [TITLE]

    async def test_code_in_a_question_is_part_of_it(self, slack: Emulator, bot: Bot) -> None:
        await slack.mention(PERSON.id, COACHING.id, f"@quicktake {GOALS} is it `goal()`?")

        assert await replies(slack, bot) == [TITLE]


class TestMentionInBlocksOnly:
    """The name stood in rich text, the text held a stand-in: the bot looked at the text alone."""

    async def test_is_answered(self, slack: Emulator, bot: Bot) -> None:
        named = {"type": "user", "user_id": slack.installation.bot_user_id}
        said = {"type": "text", "text": f" {GOALS}"}
        block = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [named, said]}]}
        await slack.writing.post_by_app(COACHING.id, "This content can't be displayed.", blocks=[block])

        assert await replies(slack, bot) == [TITLE]


class TestNoticesForThePresser:
    """In a thread, a refusal stood at the channel's root, out of sight, and looked like silence."""

    async def test_is_shown_in_the_thread_even_if_the_bot_is_no_member(self, slack: Emulator, bot: Bot) -> None:
        slack.faults.refuse("chat.postEphemeral", "not_in_channel")
        await slack.mention(PERSON.id, COACHING.id, GOALS)
        assert await replies(slack, bot) == [TITLE]
        await slack.press(PERSON.id, by_bot(slack, COACHING.id)[0], "Why this?")
        await bot.dispatcher.drain(5)

        (told,) = slack.ephemerals(PERSON.id, COACHING.id)
        assert told.thread_ts == slack.messages(COACHING.id)[0].ts
