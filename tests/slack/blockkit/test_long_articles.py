"""Articles that nobody would write, shown all the same, and soon."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot import wording
from bot.answers.excerpt import excerpt
from bot.markdown.length import MOST_READABLE
from bot.markdown.plaintext import plain
from bot.slack import limits
from bot.slack.blockkit import rich_text
from tests.markdown.hostile import HOSTILE, ONCE_SLOW, Writer
from tests.steps import steps

hostile = pytest.mark.parametrize("write", HOSTILE.values(), ids=HOSTILE)


def show(markdown: str) -> None:
    rich_text.blocks(markdown)
    plain(markdown)


def take_excerpt(markdown: str) -> None:
    excerpt(markdown, "a line of words", title="A title")


@pytest.mark.parametrize("work", [show, take_excerpt])
@pytest.mark.parametrize("write", ONCE_SLOW.values(), ids=ONCE_SLOW)
def test_twice_the_text_takes_about_twice_the_steps(write: Writer, work: Callable[[str], None]) -> None:
    short, long = write(4_500), write(9_000)

    assert steps(lambda: work(long)) < 3 * steps(lambda: work(short)) + 5_000


@hostile
def test_any_article_fits_into_messages_and_modals(write: Writer) -> None:
    text = write(6_000)

    pages = limits.split(rich_text.blocks(text), limits.MESSAGE_BLOCKS)
    views = limits.split(rich_text.blocks(text, surface="modal"), limits.MESSAGE_BLOCKS)

    assert [problem for page in (*pages, *views) for problem in limits.check_message(page, "an answer")] == []


@hostile
def test_an_excerpt_fits_into_one_message(write: Writer) -> None:
    blocks = rich_text.blocks(excerpt(write(6_000), "a line of words"))

    assert limits.check_message(blocks, "an answer") == []


def test_an_article_that_is_too_long_says_so_at_the_end() -> None:
    shown = rich_text.blocks("A line of words.\n\n" * 5_000)

    assert shown[-1] == {
        "type": "context",
        "elements": [{"type": "plain_text", "text": wording.TOO_LONG, "emoji": False}],
    }
    assert sum(len(str(block)) for block in shown) < 10 * MOST_READABLE
