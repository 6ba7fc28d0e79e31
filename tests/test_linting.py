"""What the linter says of the messages that would show an article."""

from __future__ import annotations

import pytest

from bot.linting import describe_unrenderable
from bot.model import Answer, Article, Hit, Related, Release
from bot.slack.blockkit.messages import Presentation, message
from bot.slack.limits import FALLBACK_TEXT

FINE = Article("/goals", "How do I set goals?", "Ask what shall differ.", description="About goals.")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"answer": "```\n" + "line of code\n" * 500 + "```"}, "the excerpt as plain text: text: length"),
        ({"answer": "x" * 20_000}, "the excerpt as plain text: text: length"),
        ({"url": "/" + "goals-" * 500}, "accessory.value: length"),
        (
            {"related": (Related("Progress", "/" + "progress-" * 300),)},
            "elements[0].value: length",
        ),
    ],
)
def test_what_slack_would_refuse_of_any_message_is_told(fields: dict[str, object], told: str) -> None:
    reason = describe_unrenderable(Article(**{"url": "/a", "title": "A?", "answer": "Yes.", **fields}))  # type: ignore[arg-type]

    assert reason
    assert told in reason


@pytest.mark.parametrize(
    "answer",
    [
        "Ask what shall differ.",
        "word " * 5_000,
        "# Goal\n" * 200,
        "# Goal\n\nText.\n\n" * 200,
        "- an item\n" * 800,
        "# Goal\n\n" + "Text. " * 300,
        "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 90,
        "![a](https://example.org/a.png)\n\n" * 20,
    ],
)
def test_what_is_split_or_cut_is_fine(answer: str) -> None:
    assert describe_unrenderable(Article("/goals", "How do I set goals?", answer)) is None


def test_a_long_excerpt_is_cut_where_it_stands_for_the_blocks() -> None:
    article = Article("/goals", "How?", "```\n" + "line of code\n" * 5_000 + "```")
    shown = message(Answer("How?", Release(1, "abc1234"), (Hit(article, 1.0),), article.answer), Presentation())

    assert len(shown.text) <= FALLBACK_TEXT
    assert len(shown.blocks) > 2
