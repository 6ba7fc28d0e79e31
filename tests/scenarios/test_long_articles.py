"""Articles far too long for Slack: shown as far as anybody would read, with the way to the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import wording
from bot.playground.emulator import Emulator
from bot.playground.model import Message
from bot.playground.workspace import PERSON
from bot.slack.conversations.continuing import MOST_MESSAGES
from tests.scenarios.seeing import words

pytestmark = pytest.mark.usefixtures("bot")

PAGES = {
    "handbook": "Rules of the office.\n\n" * 5_000,
    "chronicle": f"{'It was a long year. ' * 100}\n\n" * 50,
}


@pytest.fixture
def corpus(corpus: Path) -> Path:
    for name, answer in PAGES.items():
        (corpus / f"{name}.md").write_text(f"---\ntitle: What is in the {name}?\nurl: /{name}\n---\n\n{answer}")
    return corpus


async def ask(slack: Emulator, name: str) -> Message:
    await slack.direct_message(PERSON.id, f"what is in the {name}?")
    await slack.wait_for(lambda: len(slack.messages(PERSON.id)) == 2)
    return slack.messages(PERSON.id)[-1]


async def test_more_shows_a_few_messages_and_the_way_to_the_rest(slack: Emulator) -> None:
    await ask(slack, "handbook")

    await slack.direct_message(PERSON.id, "more")
    await slack.wait_for(lambda: wording.TOO_LONG in words(slack.messages(PERSON.id)[-1]))

    *pages, last = slack.messages(PERSON.id)[3:]
    assert 1 < len(pages) <= MOST_MESSAGES
    assert "https://learn.example.com/handbook" in str(last.blocks)


async def test_full_answer_says_that_the_article_goes_on(slack: Emulator) -> None:
    answer = await ask(slack, "chronicle")

    await slack.press(PERSON.id, answer, "Show full answer")
    (view,) = await slack.wait_for(lambda: slack.views(PERSON.id))

    assert wording.TOO_LONG in words(view)
    assert "https://learn.example.com/chronicle" in str(view.blocks)
