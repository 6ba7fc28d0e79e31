from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.forms import fill_in
from bot.playground.model import View

if TYPE_CHECKING:
    from bot.playground.forms import Ask
    from bot.playground.model import Json


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def option(value: str) -> Json:
    return {"text": plain(value.title()), "value": value}


QUESTION: Json = {
    "type": "input",
    "block_id": "question",
    "label": plain("Question"),
    "element": {"type": "plain_text_input", "action_id": "text"},
}
SUBJECT: Json = {
    "type": "input",
    "block_id": "subject",
    "label": plain("Subject"),
    "optional": True,
    "element": {"type": "static_select", "action_id": "choice", "options": [option("ethics"), option("goals")]},
}
VIEW = View("V1", "U1", {"type": "modal", "blocks": [QUESTION, SUBJECT]}, "h", "V1")


def typing(*lines: str) -> tuple[list[str], Ask]:
    """Someone who types these lines, and the questions they were asked."""
    asked: list[str] = []
    left = iter(lines)

    async def ask(question: str) -> str | None:
        asked.append(question)
        return next(left, None)

    return asked, ask


async def test_fields_are_asked_for_in_order_and_options_by_number() -> None:
    asked, ask = typing("why?", "2")

    values = await fill_in(VIEW, ask)

    assert values == {"question": "why?", "subject": "goals"}
    assert asked == ["Question: ", "Subject, optional (1 Ethics; 2 Goals): "]


async def test_optional_field_may_stay_empty_and_required_one_is_asked_again() -> None:
    asked, ask = typing("", "why?", "")

    values = await fill_in(VIEW, ask)

    assert values == {"question": "why?"}
    assert "must be filled in" in asked[1]


async def test_option_that_is_not_there_is_asked_again() -> None:
    asked, ask = typing("why?", "biology", "Ethics")

    values = await fill_in(VIEW, ask)

    assert values == {"question": "why?", "subject": "Ethics"}
    assert "no option 'biology'" in asked[2]


async def test_end_of_input_gives_up() -> None:
    _, ask = typing("why?")

    assert await fill_in(VIEW, ask) is None
