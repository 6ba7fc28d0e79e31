from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.playground.elements import action, find, state, with_ids

if TYPE_CHECKING:
    from bot.playground.model import Json


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def option(value: str) -> Json:
    return {"text": plain(value.title()), "value": value}


BLOCKS = with_ids(
    [
        {
            "type": "actions",
            "elements": [
                {"type": "button", "text": plain("Show more"), "action_id": "more", "value": "42"},
                {"type": "static_select", "action_id": "subject", "options": [option("ethics"), option("goals")]},
            ],
        },
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "action_id": "feedback",
                    "positive_button": {"text": plain("Helpful"), "value": "yes"},
                    "negative_button": {"text": plain("Not helpful"), "value": "no"},
                }
            ],
        },
        {
            "type": "input",
            "label": plain("Question"),
            "element": {"type": "plain_text_input", "action_id": "question"},
        },
        {
            "type": "input",
            "block_id": "kind",
            "label": plain("Kind"),
            "optional": True,
            "element": {
                "type": "checkboxes",
                "action_id": "kinds",
                "options": [option("a"), option("b")],
                "initial_options": [option("b")],
            },
        },
    ]
)


def test_missing_ids_are_filled_in_and_given_ones_kept() -> None:
    assert [block["block_id"] for block in BLOCKS] == ["auto-1", "auto-2", "auto-3", "kind"]


def test_element_is_found_by_action_id_or_by_its_words() -> None:
    assert find(BLOCKS, "Show more") == find(BLOCKS, "more")


def test_missing_element_is_reported_with_what_there_is() -> None:
    with pytest.raises(LookupError, match=r"more \(Show more\)"):
        find(BLOCKS, "less")


def test_pressed_button_tells_its_value() -> None:
    assert action(find(BLOCKS, "more"), None, "1.000001") == {
        "type": "button",
        "action_id": "more",
        "block_id": "auto-1",
        "text": plain("Show more"),
        "value": "42",
        "action_ts": "1.000001",
    }


def test_chosen_option_may_be_named_by_value_or_text() -> None:
    element = find(BLOCKS, "subject")

    assert action(element, "goals", "1")["selected_option"] == option("goals")
    assert action(element, "Goals", "1")["selected_option"] == option("goals")
    with pytest.raises(LookupError):
        action(element, "biology", "1")


def test_feedback_button_tells_which_one_was_pressed() -> None:
    element = find(BLOCKS, "feedback")

    assert action(element, "no", "1")["value"] == "no"
    with pytest.raises(LookupError):
        action(element, None, "1")


def test_state_holds_what_was_filled_in_and_what_was_there() -> None:
    filled = state(BLOCKS, {"question": "why?", "subject": "ethics"})

    assert filled == {
        "auto-1": {"subject": {"type": "static_select", "selected_option": option("ethics")}},
        "auto-3": {"question": {"type": "plain_text_input", "value": "why?"}},
        "kind": {"kinds": {"type": "checkboxes", "selected_options": [option("b")]}},
    }


def test_field_that_must_be_filled_in_is_named() -> None:
    with pytest.raises(LookupError, match="Question"):
        state(BLOCKS, {})
