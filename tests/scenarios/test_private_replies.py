"""What only one person sees is shown where they are: in the thread whose button they pressed, tables and all."""

from __future__ import annotations

import pytest

from bot import wording
from bot.app import Bot
from bot.playground.emulator import Emulator
from bot.playground.model import Message
from bot.playground.workspace import COACHING, PERSON
from tests.scenarios.seeing import labels, words

GOALS = "how do I set goals with a client?"  # its answer holds a table
TITLE = "How do I set goals with a client?"


async def settled(slack: Emulator, bot: Bot) -> None:
    await slack.wait_for(lambda: all(one.is_acked for one in slack.exchanges))
    await bot.dispatcher.drain(5)


async def public_answer(slack: Emulator, bot: Bot) -> Message:
    await slack.mention(PERSON.id, COACHING.id, GOALS)
    await settled(slack, bot)
    return slack.messages(COACHING.id)[1]


class TestInAThread:
    async def test_explanation_is_shown_in_the_thread(self, slack: Emulator, bot: Bot) -> None:
        answer = await public_answer(slack, bot)
        await slack.press(PERSON.id, answer, "Why this?")

        (told,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, COACHING.id))
        assert told.thread_ts == answer.thread_ts == slack.messages(COACHING.id)[0].ts

    async def test_apology_is_shown_in_the_thread(self, slack: Emulator, bot: Bot) -> None:
        answer = await public_answer(slack, bot)
        for method in ("chat.postEphemeral", "response_url", "chat.postMessage"):
            slack.faults.refuse(method, "fatal_error")
        await slack.press(PERSON.id, answer, "Why this?")

        (told,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, COACHING.id))
        assert words(told).startswith("Sorry, something went wrong")
        assert told.thread_ts == answer.thread_ts

    async def test_shortcut_on_a_reply_answers_in_its_thread(self, slack: Emulator, bot: Bot) -> None:
        await slack.say(PERSON.id, COACHING.id, "I have a question")
        root = slack.messages(COACHING.id)[0]
        await slack.say(PERSON.id, COACHING.id, GOALS, root.ts)
        await slack.shortcut(PERSON.id, "answer_message", slack.messages(COACHING.id)[1])
        await settled(slack, bot)

        (answer,) = slack.ephemerals(PERSON.id, COACHING.id)
        assert answer.thread_ts == root.ts

    async def test_shortcut_on_a_message_without_replies_answers_in_the_channel(
        self, slack: Emulator, bot: Bot
    ) -> None:
        """A private message below it would not be shown, as there is no thread yet."""
        await slack.say(PERSON.id, COACHING.id, GOALS)
        await slack.shortcut(PERSON.id, "answer_message", slack.messages(COACHING.id)[0])
        await settled(slack, bot)

        (answer,) = slack.ephemerals(PERSON.id, COACHING.id)
        assert answer.thread_ts is None

    async def test_button_in_a_direct_message_answers_in_its_thread(self, slack: Emulator, bot: Bot) -> None:
        await slack.direct_message(PERSON.id, GOALS)
        await settled(slack, bot)
        asked, answer = slack.messages(PERSON.id)
        await slack.press(PERSON.id, answer, "Why this?")

        (told,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, PERSON.id))
        assert told.thread_ts == asked.ts


class TestRelatedArticle:
    @pytest.fixture
    async def answer(self, slack: Emulator, bot: Bot) -> Message:
        await slack.say(PERSON.id, COACHING.id, GOALS)
        await slack.shortcut(PERSON.id, "answer_message", slack.messages(COACHING.id)[0])
        await settled(slack, bot)
        return slack.ephemerals(PERSON.id, COACHING.id)[0]

    async def test_is_posted_in_the_thread_of_the_question_it_was_found_for(
        self, slack: Emulator, bot: Bot, answer: Message
    ) -> None:
        await slack.press(PERSON.id, answer, "How do I measure progress?")
        await settled(slack, bot)
        related = slack.ephemerals(PERSON.id, COACHING.id)[0]
        await slack.press(PERSON.id, related, "Post in thread")
        await settled(slack, bot)

        assert "Post to channel" not in labels(related)
        posted = slack.messages(COACHING.id)[-1]
        assert posted.thread_ts == slack.messages(COACHING.id)[0].ts
        assert "Ask the client" in words(posted)

    async def test_way_back_keeps_the_thread_too(self, slack: Emulator, bot: Bot, answer: Message) -> None:
        await slack.press(PERSON.id, answer, "How do I measure progress?")
        await settled(slack, bot)
        await slack.press(PERSON.id, slack.ephemerals(PERSON.id, COACHING.id)[0], "Back")
        await settled(slack, bot)

        assert "Post in thread" in labels(slack.ephemerals(PERSON.id, COACHING.id)[0])


class TestTables:
    @pytest.fixture(autouse=True)
    def _without_tables(self, slack: Emulator) -> None:
        slack.workspace.refuses_tables_in_responses = True

    @pytest.mark.usefixtures("bot")
    async def test_table_that_a_response_takes_not_is_shown_in_columns(self, slack: Emulator) -> None:
        await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)

        (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
        assert [block["type"] for block in answer.blocks].count("table") == 0
        assert words(answer).startswith(TITLE)
        assert "───" in words(answer)
        assert "Why this?" in labels(answer)

    async def test_posting_it_for_all_goes_the_same_way(self, slack: Emulator, bot: Bot) -> None:
        await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
        (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
        await slack.press(PERSON.id, answer, "Post to channel")
        await settled(slack, bot)

        (posted,) = slack.messages("#general")
        assert "───" in words(posted)

    @pytest.mark.usefixtures("bot")
    @pytest.mark.parametrize("error", ["invalid_attachments", "invalid_blocks"])
    async def test_of_three_tries_the_last_is_plain_text(self, slack: Emulator, error: str) -> None:
        slack.faults.refuse("response_url", error, times=2)
        await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)

        (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, "#general"))
        assert answer.blocks == ()
        assert answer.text.startswith(TITLE)
        assert len([call for call in slack.calls if call.method == "response_url"]) == 3

    async def test_native_table_stays_where_slack_takes_it(self, slack: Emulator, bot: Bot) -> None:
        answer = await public_answer(slack, bot)

        assert [block["type"] for block in answer.blocks].count("table") == 1


async def test_no_answer_brings_previews_of_the_links_in_it(slack: Emulator, bot: Bot) -> None:
    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    await slack.mention(PERSON.id, COACHING.id, GOALS)
    await settled(slack, bot)

    sent = [call.arguments for call in slack.calls if call.method in {"response_url", "chat.postMessage"}]
    assert len(sent) == 2
    assert all(str(one[name]).lower() in {"false", "0"} for one in sent for name in ("unfurl_links", "unfurl_media"))


class TestDeletedQuestion:
    async def test_reply_that_slack_would_put_into_the_channel_is_taken_back(self, slack: Emulator, bot: Bot) -> None:
        slack.workspace.loses_threads = True
        slack.faults.delay("chat.postMessage", delay_s=0.05)
        await slack.mention(PERSON.id, COACHING.id, GOALS)
        slack.workspace.delete(slack.messages(COACHING.id)[0])
        await settled(slack, bot)

        assert slack.messages(COACHING.id) == ()
        assert slack.messages(PERSON.id) == ()

    async def test_reply_that_slack_refuses_is_not_sent_elsewhere(self, slack: Emulator, bot: Bot) -> None:
        slack.faults.delay("chat.postMessage", delay_s=0.05)
        await slack.mention(PERSON.id, COACHING.id, GOALS)
        slack.workspace.delete(slack.messages(COACHING.id)[0])
        await settled(slack, bot)

        assert slack.messages(COACHING.id) == ()
        assert slack.messages(PERSON.id) == ()


@pytest.mark.parametrize(("tab", "is_shown"), [("home", True), (None, True), ("messages", False)])
async def test_home_is_shown_unless_it_is_known_that_it_is_not_looked_at(
    slack: Emulator, bot: Bot, tab: str | None, *, is_shown: bool
) -> None:
    await slack.open_home(PERSON.id, tab)
    await settled(slack, bot)

    assert (slack.home(PERSON.id) is not None) == is_shown
    prompted = [call for call in slack.calls if call.method == "assistant.threads.setSuggestedPrompts"]
    assert bool(prompted) == (tab != "home")


async def test_confirmation_stands_where_the_answer_was_posted_from(slack: Emulator, bot: Bot) -> None:
    await slack.say(PERSON.id, COACHING.id, "I have a question")
    root = slack.messages(COACHING.id)[0]
    await slack.say(PERSON.id, COACHING.id, GOALS, root.ts)
    await slack.shortcut(PERSON.id, "answer_message", slack.messages(COACHING.id)[1])
    await settled(slack, bot)
    await slack.press(PERSON.id, slack.ephemerals(PERSON.id, COACHING.id)[0], "Post in thread")
    await settled(slack, bot)

    told = slack.ephemerals(PERSON.id, COACHING.id)[1]
    assert (words(told), told.thread_ts) == (wording.POSTED_IN_THREAD, root.ts)
