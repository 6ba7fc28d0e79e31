"""What articles and people write is never live in Slack: no mention, no channel, no broadcast, no link out of it."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot import wording
from bot.app import Bot
from bot.playground.emulator import Emulator
from bot.playground.manifest import installed
from bot.playground.model import Installation, Message
from bot.playground.workspace import ADMIN, COACHING, PERSON
from bot.settings import Settings
from bot.slack.blockkit.insights import digest
from tests.scenarios.conftest import serving
from tests.scenarios.seeing import labels

LIVE = "<!channel> & <@U0ANA0001> <#C0COACHING> <https://evil.example|here> &lt;!here&gt;"
GOALS = f"how do I set goals with a client {LIVE}?"


@pytest.fixture
def installation() -> Installation:
    return installed(granting={"links:read", "links:write"}, unfurl_domain="example.com")


@pytest.fixture
def corpus(corpus: Path) -> Path:
    """The small world, in which everything that an author writes would be live."""
    for path in corpus.rglob("*.md"):
        text = path.read_text("utf-8")
        _, front, body = text.split("---\n", 2)
        front = re.sub(r"^title: (.*)$", rf"title: '\1 {LIVE}'", front, flags=re.MULTILINE)
        front = re.sub(r"^(?:subject|description): (.*)\n", "", front, flags=re.MULTILINE)
        more = f"subject: 'Subject {LIVE}'\ndescription: 'Description {LIVE}'\n"
        path.write_text(f"---\n{front}{more}---\n{LIVE}\n\n{body}\n* {LIVE}\n", "utf-8")
    return corpus


@pytest.fixture
async def bot(slack: Emulator, settings: Settings) -> AsyncIterator[Bot]:
    wanted = replace(settings, journal="text", unfurls=True, answer_at=0.0)
    async with serving(slack, wanted, None) as running:
        yield running
    assert_nothing_is_live(slack)


@pytest.fixture
async def choosy_bot(slack: Emulator, settings: Settings) -> AsyncIterator[Bot]:
    """A bot that offers choices for what it knows, and finds no answer to anything else."""
    async with serving(slack, replace(settings, answer_at=1.0), None) as running:
        yield running
    assert_nothing_is_live(slack)


def assert_nothing_is_live(slack: Emulator) -> None:
    sent = [call.arguments for call in slack.calls if call.arguments.keys() & {"text", "blocks", "view", "unfurls"}]
    assert len(sent) > 1
    for one in sent:
        assert "<" not in str(one.get("text", ""))
        assert "mrkdwn" not in {part.get("type") for part in parts(one)}
    texts = [str(one["text"]) for one in sent if "text" in one]
    assert "&amp;lt;!here" not in html.unescape(" ".join(texts))  # what is escaped twice reads wrongly


def parts(sent: Any) -> Iterator[dict[str, Any]]:
    if isinstance(sent, dict):
        yield sent
    for one in sent.values() if isinstance(sent, dict) else sent if isinstance(sent, list | tuple) else ():
        yield from parts(one)


async def private(slack: Emulator, number: int, user: str = PERSON.id) -> Message:
    """The private message of this number, once it is there."""
    return (await slack.wait_for(lambda: slack.ephemerals(user, "#general")[number - 1 : number]))[0]


async def test_answers_and_what_follows_them(slack: Emulator, bot: Bot) -> None:
    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    answer = await private(slack, 1)
    for label in ("Show full answer", "Why this?", "Post to channel", "show_article:0"):
        await slack.press(PERSON.id, answer, label)
        await bot.dispatcher.drain(5)

    assert "<!channel>" in str(answer.blocks)
    assert slack.messages("#general")[0].text.startswith("asked:")


async def test_conversations(slack: Emulator, bot: Bot) -> None:
    for text in (GOALS, "more", "next", f"and {LIVE}?"):
        await slack.direct_message(PERSON.id, text)
        await bot.dispatcher.drain(5)
    await slack.mention(PERSON.id, COACHING.id, GOALS)
    await bot.dispatcher.drain(5)
    await slack.shortcut(PERSON.id, "answer_message", slack.messages(COACHING.id)[0])
    (answer,) = await slack.wait_for(lambda: slack.ephemerals(PERSON.id, COACHING.id))
    await slack.press(PERSON.id, answer, "Post in thread")
    await bot.dispatcher.drain(5)

    assert len([message for message in slack.messages(PERSON.id) if message.bot_id]) >= 4


async def test_choices_and_enquiries(slack: Emulator, choosy_bot: Bot) -> None:
    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    await slack.press(PERSON.id, await private(slack, 1), "None of these")
    led_on = await slack.wait_for(
        lambda: [one for one in slack.ephemerals(PERSON.id, "#general") if "Ask a person" in labels(one)]
    )
    await slack.press(PERSON.id, led_on[-1], "Ask a person")
    (enquiry,) = await slack.wait_for(lambda: slack.messages(COACHING.id))
    await slack.press(ADMIN.id, enquiry, wording.TAKE_QUESTION)
    await slack.press(ADMIN.id, enquiry, wording.MARK_ANSWERED)
    await choosy_bot.dispatcher.drain(5)

    assert len(slack.messages(PERSON.id)) == 2


async def test_reports_tabs_and_searches(slack: Emulator, bot: Bot, corpus: Path) -> None:
    await slack.slash(PERSON.id, "#general", "/quicktake", GOALS)
    await private(slack, 1)
    for text in ("status", "insights", "suggestions", "channel", "help", "relod"):
        await slack.slash(ADMIN.id, "#general", "/quicktake", text)
        await bot.dispatcher.drain(5)
    (corpus / "new.md").write_text(f"---\ntitle: 'New {LIVE}'\nurl: /new\n---\n{LIVE}\n")
    (corpus / "broken.md").write_text(f"---\ntitle: [{LIVE}\n---\n")
    await slack.slash(ADMIN.id, "#general", "/quicktake", "reload")
    for user in (PERSON.id, ADMIN.id):
        await slack.open_home(user)
    await slack.slash(PERSON.id, "#general", "/quicktake", "browse")
    (search,) = await slack.wait_for(lambda: slack.views(PERSON.id))
    exchange = await slack.options(PERSON.id, search, "find_article", "goals")
    key = (exchange.response or {})["option_groups"][0]["options"][0]["value"]
    await slack.press(PERSON.id, search, "find_article", key)
    await bot.slack.sender.post(weekly_digest(bot), COACHING.id)
    await bot.dispatcher.drain(30)

    assert "<!channel>" in str(slack.views(PERSON.id)[-1].blocks)
    assert "<!channel>" in str(slack.home(ADMIN.id))


def weekly_digest(bot: Bot) -> Any:
    """The weekly digest as it would be posted now."""
    bot.journal.flush()
    return digest(*bot.slack.learning.last_week())


async def test_unfurled_addresses(slack: Emulator, bot: Bot) -> None:
    await slack.say(PERSON.id, COACHING.id, "see https://learn.example.com/learn/listening/silence")
    await slack.wait_for(lambda: [call for call in slack.calls if call.method == "chat.unfurl"])
    await slack.direct_message(PERSON.id, GOALS)
    await bot.dispatcher.drain(5)
