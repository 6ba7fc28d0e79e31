from __future__ import annotations

import io
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from bot.playground.choices import Choice, choices
from bot.playground.elements import with_ids
from bot.playground.model import View
from bot.playground.terminal import draw, draw_message, draw_view

if TYPE_CHECKING:
    from rich.console import RenderableType

    from bot.playground.model import Json


def shown(drawing: RenderableType, width: int = 60) -> str:
    """What stands in the terminal, without colours."""
    console = Console(file=io.StringIO(), width=width, highlight=False)
    console.print(drawing)
    written = console.file
    assert isinstance(written, io.StringIO)
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines())


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(*texts: str, **style: bool) -> Json:
    return {
        "type": "rich_text_section",
        "elements": [{"type": "text", "text": text, "style": style} for text in texts],
    }


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

    assert shown(draw([block])) == "  1. one\n     ◦ inner\n  2. two"


def test_long_items_hang_beside_their_marker() -> None:
    assert shown(draw([rich(bullets("as long as this"))]), width=14) == "  • as long as\n    this"


def test_parts_of_rich_text_stand_apart() -> None:
    block = rich(section("Before.\n"), bullets("item"), section("After."))

    assert shown(draw([block])) == "Before.\n\n  • item\n\nAfter."


def test_quote_has_a_bar_on_every_line() -> None:
    quote = section("as long as this") | {"type": "rich_text_quote"}

    assert shown(draw([rich(quote)]), width=12) == "▌ as long as\n▌ this"


def test_code_keeps_its_lines() -> None:
    code = section("a = 1\nb = 2") | {"type": "rich_text_preformatted"}

    assert shown(draw([rich(code)])) == "    a = 1\n    b = 2"


def test_table_shows_every_cell() -> None:
    cells = [[{"type": "raw_text", "text": text} for text in row] for row in (("Level", "Name"), ("1", "Internal"))]

    drawn = shown(draw([{"type": "table", "rows": cells, "column_settings": [{"align": "right"}]}]))

    assert [word in drawn for word in ("Level", "Name", "Internal")] == [True] * 3


def test_context_and_images_are_told_in_words() -> None:
    image = {"type": "image", "image_url": "https://e.org/a.png", "alt_text": "A tree"}
    context = {"type": "context", "elements": [image, {"type": "mrkdwn", "text": "*Ethics* &amp; more"}]}

    assert shown(draw([context])) == "[Image: A tree] https://e.org/a.png  Ethics & more"


def test_text_cannot_command_the_terminal() -> None:
    header = {"type": "header", "text": plain("\x1b[31mred\x1b]0;title\x07")}

    assert shown(draw([header])) == "[31mred]0;title"
    assert shown(draw_message((), "\x1b[2Jgone")) == "[2Jgone"


def test_unknown_block_is_shown_as_json_under_its_type() -> None:
    drawn = shown(draw([{"type": "carousel", "cards": ["one"]}]))

    assert drawn.startswith("[carousel]\n")
    assert '"one"' in drawn


def test_buttons_are_numbered_in_reading_order_as_they_are_chosen() -> None:
    blocks = with_ids([ACTIONS, FEEDBACK])

    assert shown(draw_message(blocks)) == "[1] More   [2] Read ↗\n\n[3] Helpful   [4] Not helpful"
    assert choices(blocks) == (
        Choice("More", "more"),
        Choice("Read", "read", url="https://example.org/a"),
        Choice("Helpful", "feedback", "yes"),
        Choice("Not helpful", "feedback", "no"),
    )


def test_buttons_with_many_words_stand_below_each_other() -> None:
    block = {"type": "actions", "elements": [button("How do I listen? " * 3), button("How do I ask? " * 3)]}

    assert [line[:3] for line in shown(draw_message(with_ids([block])), width=80).splitlines()] == ["[1]", "[2]"]


def test_drawing_to_read_leaves_out_what_can_be_pressed() -> None:
    header = {"type": "header", "text": plain("Listening")}

    assert shown(draw([header, ACTIONS, FEEDBACK])) == "Listening"


def test_message_without_blocks_shows_its_text() -> None:
    assert shown(draw_message((), "*hi*")) == "hi"


def test_modal_has_its_title_and_its_own_buttons_numbered_on() -> None:
    body = {"type": "modal", "title": plain("Full answer"), "blocks": list(with_ids([ACTIONS]))}
    view = View("V1", "U1", body, "h", "V1")

    drawn = shown(draw_view(view, ("Close",)))

    assert "Full answer" in drawn
    assert "[3] Close" in drawn


def test_inputs_show_label_and_hint() -> None:
    block = {
        "type": "input",
        "label": plain("Question"),
        "hint": plain("In your words"),
        "optional": True,
        "element": {},
    }

    assert shown(draw([block])) == "Question (optional)\nIn your words"


@settings(max_examples=60)
@given(st.lists(st.text(alphabet=st.characters(categories=["L", "N", "P"]), min_size=1), min_size=1, max_size=8))
def test_no_word_is_lost_in_drawing(words: list[str]) -> None:
    block = rich(section(" ".join(words)), bullets(*words), section(*words) | {"type": "rich_text_quote"})

    drawn = "".join(shown(draw([block]), width=40).split())

    assert all(word in drawn for word in words if len(word) < 20)
