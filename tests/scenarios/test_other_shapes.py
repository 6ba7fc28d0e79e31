"""Questions that come in other shapes than a plain sentence: forwarded, by workflows and other bots, as an action."""

from __future__ import annotations

from typing import Any

import pytest

from bot import wording
from bot.app import Bot
from bot.journal.events import Asked, Event
from bot.playground.emulator import Emulator
from bot.playground.model import Message
from bot.playground.workspace import COACHING, OUTSIDER, PERSON, SLACKBOT
from tests.scenarios.seeing import words

GOALS = "how do I set goals with a client?"
TITLE = "How do I set goals with a client?"
OTHER_BOT: dict[str, Any] = {"user": "U0OTHERBOT", "bot_id": "B0OTHERBOT"}


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def by_bot(slack: Emulator, channel: str) -> list[Message]:
    return [message for message in slack.messages(channel) if message.bot_id == slack.installation.bot_id]


async def answers(slack: Emulator, bot: Bot, channel: str) -> list[str]:
    """What the bot has said in a channel once it is done."""
    await slack.wait_for(lambda: all(one.is_acked for one in slack.exchanges))
    await bot.dispatcher.drain(5)
    return [words(message) for message in by_bot(slack, channel)]


class TestForwarded:
    @pytest.mark.parametrize("comment", ["", "what about this?", "@quicktake"])
    async def test_question_is_answered_in_a_direct_message(self, slack: Emulator, bot: Bot, comment: str) -> None:
        await slack.say(PERSON.id, "#lounge", GOALS)
        await slack.writing.forward(PERSON.id, PERSON.id, slack.messages("#lounge")[0], comment)

        (answer,) = await answers(slack, bot, PERSON.id)
        assert answer.startswith(TITLE)

    async def test_mention_beside_it_is_answered(self, slack: Emulator, bot: Bot) -> None:
        await slack.say(PERSON.id, "#lounge", GOALS)
        await slack.writing.forward(PERSON.id, COACHING.id, slack.messages("#lounge")[0], "@quicktake")

        (answer,) = await answers(slack, bot, COACHING.id)
        assert answer.startswith(TITLE)

    async def test_message_of_blocks_alone_is_read(self, slack: Emulator, bot: Bot) -> None:
        await slack.writing.post_by_app("#lounge", blocks=[section(GOALS)])
        await slack.writing.forward(PERSON.id, PERSON.id, slack.messages("#lounge")[0])

        (answer,) = await answers(slack, bot, PERSON.id)
        assert answer.startswith(TITLE)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "said",
    [
        {"blocks": [section(f"*New question*\n{GOALS}")]},
        {"blocks": [{"type": "header", "text": {"type": "plain_text", "text": GOALS}}]},
        {"text": GOALS},
    ],
)
async def test_shortcut_reads_what_a_workflow_posted(slack: Emulator, said: dict[str, Any]) -> None:
    await slack.writing.post_by_app(COACHING.id, **said)
    await slack.shortcut(PERSON.id, "answer_message", slack.messages(COACHING.id)[0])

    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, COACHING.id))
    assert words(answer).startswith(TITLE)


class TestWorkflow:
    @pytest.mark.parametrize(
        "said", [{"text": f"@quicktake {GOALS}"}, {"blocks": [section(f"<@U0QUICKTAKE> {GOALS}")]}]
    )
    async def test_mention_is_answered(
        self, slack: Emulator, bot: Bot, recorded: list[Event], said: dict[str, Any]
    ) -> None:
        await slack.writing.post_by_app(COACHING.id, **said)

        (answer,) = await answers(slack, bot, COACHING.id)
        assert answer.startswith(TITLE)
        assert by_bot(slack, COACHING.id)[0].thread_ts == slack.messages(COACHING.id)[0].ts
        assert [event.user for event in recorded if isinstance(event, Asked)] == ["B0WORKFLOW"]

    async def test_each_of_its_messages_is_answered(self, slack: Emulator, bot: Bot) -> None:
        await slack.writing.post_by_app(COACHING.id, f"@quicktake {GOALS}")
        await slack.writing.post_by_app(COACHING.id, f"@quicktake {GOALS}")

        assert len(await answers(slack, bot, COACHING.id)) == 2

    async def test_message_that_does_not_name_the_bot_is_left_alone(self, slack: Emulator, bot: Bot) -> None:
        await slack.writing.post_by_app(COACHING.id, GOALS)

        assert await answers(slack, bot, COACHING.id) == []

    async def test_failure_is_told_where_it_asked(self, slack: Emulator, bot: Bot) -> None:
        slack.faults.refuse("chat.postMessage", "fatal_error")
        await slack.writing.post_by_app(COACHING.id, f"@quicktake {GOALS}")

        (told,) = await answers(slack, bot, COACHING.id)
        assert told.startswith("Sorry, something went wrong")


class TestProgramWithAPersonsToken:
    async def test_mention_is_answered(self, slack: Emulator, bot: Bot) -> None:
        await slack.writing.post_by_app(COACHING.id, f"@quicktake {GOALS}", user=PERSON.id, bot_id="B0CLIENT")

        (answer,) = await answers(slack, bot, COACHING.id)
        assert answer.startswith(TITLE)

    async def test_direct_messages_are_answered_each(self, slack: Emulator, bot: Bot) -> None:
        for _ in range(2):
            await slack.writing.post_by_app(PERSON.id, GOALS, user=PERSON.id, bot_id="B0CLIENT")

        assert len(await answers(slack, bot, PERSON.id)) == 2


class TestLoops:
    async def test_two_bots_end_after_one_exchange(self, slack: Emulator, bot: Bot) -> None:
        await slack.writing.post_by_app(COACHING.id, f"@quicktake {GOALS}", **OTHER_BOT)
        root = slack.messages(COACHING.id)[0].ts
        for _ in range(3):
            before = len(await answers(slack, bot, COACHING.id))
            await slack.writing.post_by_app(COACHING.id, "@quicktake thank you! and why?", thread_ts=root, **OTHER_BOT)
            assert len(await answers(slack, bot, COACHING.id)) == before == 1

    async def test_people_in_that_thread_are_answered_still(self, slack: Emulator, bot: Bot) -> None:
        await slack.writing.post_by_app(COACHING.id, f"@quicktake {GOALS}", **OTHER_BOT)
        root = slack.messages(COACHING.id)[0].ts
        await slack.mention(PERSON.id, COACHING.id, GOALS, root)

        assert len(await answers(slack, bot, COACHING.id)) == 2

    async def test_own_words_that_name_the_bot_are_no_question(self, slack: Emulator, bot: Bot) -> None:
        own: dict[str, Any] = {"user": slack.installation.bot_user_id, "bot_id": slack.installation.bot_id}
        await slack.writing.post_by_app(COACHING.id, f"@quicktake {GOALS}", **own)

        assert len(await answers(slack, bot, COACHING.id)) == 1  # which is that message itself


async def test_slackbots_notices_are_no_questions(slack: Emulator, bot: Bot, recorded: list[Event]) -> None:
    await slack.writing.notify("You have been removed from #coaching by ada.")

    assert await answers(slack, bot, slack.workspace.direct(SLACKBOT).id) == []
    assert recorded == []


@pytest.mark.parametrize(
    "said", ["/me asks how to set goals with a client", "what does std::list::push_back do? and how do I set goals?"]
)
async def test_question_in_an_unusual_form_is_answered(slack: Emulator, bot: Bot, said: str) -> None:
    await slack.direct_message(PERSON.id, said)

    (answer,) = await answers(slack, bot, PERSON.id)
    assert TITLE in answer


class TestOtherOrganisations:
    async def test_pressing_a_button_serves_them_no_more_than_asking(self, slack: Emulator, bot: Bot) -> None:
        await slack.mention(PERSON.id, COACHING.id, GOALS)
        await answers(slack, bot, COACHING.id)
        await slack.press(OUTSIDER.id, by_bot(slack, COACHING.id)[0], "Why this?")

        (told,) = await slack.wait_for(lambda: slack.ephemerals(OUTSIDER.id, COACHING.id))
        assert words(told) == wording.OUTSIDER

    @pytest.mark.usefixtures("bot")
    async def test_their_command_is_refused(self, slack: Emulator) -> None:
        await slack.slash(OUTSIDER.id, COACHING.id, "/quicktake", GOALS)

        (told,) = await slack.wait_for(lambda: slack.ephemerals(OUTSIDER.id, COACHING.id))
        assert words(told) == wording.OUTSIDER
