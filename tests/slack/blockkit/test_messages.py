"""What a reply says besides an article: what the closest one lacks, what was corrected, what else was asked."""

from __future__ import annotations

import json

from bot.model import Answer, Article, Choices, Correction, Hit, Release
from bot.slack.blockkit.buttons import ASK
from bot.slack.blockkit.messages import Message, Presentation, message

RELEASE = Release(1, "0000000")
HOUSTON = Article("/houston", "Who is the head coach of Houston?", "A man.")
MATERNITY = Article("/maternity", "How long is maternity leave?", "Long.")


def buttons(shown: Message) -> list[tuple[str, str]]:
    """List the labels of the buttons that ask, and the questions they carry."""
    elements = [element for block in shown.blocks for element in block.get("elements", ())]
    asking = [element for element in elements if str(element.get("action_id", "")).startswith(f"{ASK}:")]
    return [(element["text"]["text"], json.loads(element["value"])[1]) for element in asking]


def test_closest_article_is_offered_with_the_words_it_says_nothing_about() -> None:
    hit = Hit(HOUSTON, 0.1, missing=("Texas",))

    shown = message(Choices("Who is the head coach of Texas?", RELEASE, (hit,), ("Texas",)), Presentation())

    assert "says nothing about Texas" in shown.text.replace("*", "")
    assert HOUSTON.title in str(shown.blocks)


def test_correction_is_told_and_the_word_as_typed_offered() -> None:
    hit = Hit(MATERNITY, 0.9, corrected=(Correction("maternty", "maternity"),))

    shown = message(Answer("How long is maternty leave?", RELEASE, (hit,), "Long."), Presentation())

    assert "Searched for “maternity” instead of “maternty”." in str(shown.blocks)
    assert buttons(shown) == [("Search for “maternty”", 'How long is "maternty" leave?')]


def test_what_else_a_message_asks_is_offered() -> None:
    reply = Answer("How long is maternity leave?", RELEASE, (Hit(MATERNITY, 0.9),), "Long.", left=("Who coaches?",))

    assert buttons(message(reply, Presentation())) == [("Who coaches?", "Who coaches?")]
