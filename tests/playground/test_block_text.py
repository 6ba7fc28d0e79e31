from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.block_text import wrap, write_blocks
from bot.playground.elements import with_ids
from bot.playground.model import Json


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(*texts: str) -> Json:
    return {"type": "rich_text_section", "elements": [{"type": "text", "text": text} for text in texts]}


def bullets(*items: str, indent: int = 0, style: str = "bullet", offset: int = 0) -> Json:
    elements = [section(item) for item in items]
    return {"type": "rich_text_list", "style": style, "indent": indent, "offset": offset, "elements": elements}


def rich(*parts: Json) -> Json:
    return {"type": "rich_text", "elements": list(parts)}


def button(label: str, **more: str) -> Json:
    return {"type": "button", "action_id": label.lower(), "text": plain(label), **more}


ACTIONS: Json = {"type": "actions", "elements": [button("More"), button("Read", url="https://example.org/a")]}
FEEDBACK: Json = {
    "type": "context_actions",
    "elements": [
        {
            "type": "feedback_buttons",
            "action_id": "feedback",
            "positive_button": {"text": plain("Helpful"), "value": "yes"},
            "negative_button": {"text": plain("Not helpful"), "value": "no"},
        }
    ],
}


def test_nested_lists_are_indented_and_numbered_on() -> None:
    block = rich(
        bullets("one", style="ordered"),
        bullets("inner", indent=1),
        bullets("two", style="ordered", offset=1),
    )

    assert write_blocks([block]) == "  1. one\n     • inner\n  2. two"


def test_long_items_hang_beside_their_marker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "14")

    assert write_blocks([rich(bullets("as long as this"))]) == "  • as long as\n    this"


def test_code_keeps_its_lines() -> None:
    code = section("a = 1\nb = 2") | {"type": "rich_text_preformatted"}

    assert write_blocks([rich(code)]) == "    a = 1\n    b = 2"


def test_table_shows_every_cell() -> None:
    cells = [[{"type": "raw_text", "text": "Level"}, rich(section("Name"))], [rich(section("1")), rich(section("In"))]]

    assert write_blocks([{"type": "table", "rows": cells}]) == "Level | Name\n1 | In"


def test_links_people_and_images_are_told_in_words() -> None:
    link, person = {"type": "link", "url": "https://e.org", "text": "here"}, {"type": "user", "user_id": "U1"}
    image = {"type": "image", "image_url": "https://e.org/a.png", "alt_text": "A tree"}

    assert write_blocks([rich({"type": "rich_text_section", "elements": [person, link]}), image]) == (
        "U1here https://e.org\n\n[A tree]"
    )


def test_text_cannot_command_the_terminal() -> None:
    header = {"type": "header", "text": plain("\x1b[31mred\x1b]0;title\x07")}

    assert write_blocks([header]) == "[31mred]0;title"
    assert wrap("\x1b[2Jgone") == "[2Jgone"


def test_unknown_block_is_named() -> None:
    assert write_blocks([{"type": "carousel", "cards": ["one"]}]) == "[carousel]"


def test_buttons_are_numbered_in_reading_order() -> None:
    numbers, pressed = itertools.count(1), list[tuple[str, str | None]]()

    def number(element: Json, value: str | None) -> int:
        pressed.append((element["action_id"], value))
        return next(numbers)

    written = write_blocks(with_ids([ACTIONS, FEEDBACK]), number)

    assert written == "[1] More   [2] Read ↗\n\n[3] Helpful   [4] Not helpful"
    assert pressed == [("more", None), ("read", None), ("feedback", "yes"), ("feedback", "no")]


def test_buttons_with_many_words_stand_below_each_other() -> None:
    block = {"type": "actions", "elements": [button("How do I listen? " * 3), button("How do I ask? " * 3)]}

    written = write_blocks(with_ids([block]), lambda *_: 1)

    assert [line[:3] for line in written.splitlines()] == ["[1]", "[1]"]


def test_without_numbers_there_are_no_buttons() -> None:
    assert write_blocks([{"type": "header", "text": plain("Listening")}, ACTIONS, FEEDBACK]) == "Listening"


@settings(max_examples=60)
@given(st.lists(st.text(alphabet=st.characters(categories=["L", "N", "P"]), min_size=1), min_size=1, max_size=8))
def test_no_word_is_lost(words: list[str]) -> None:
    block = rich(section(" ".join(words)), bullets(*words), section(*words) | {"type": "rich_text_quote"})

    written = "".join(write_blocks([block]).split())

    assert all(word in written for word in words)
