"""Finds the interactive elements in blocks and says what operating one tells the app.

Pure: no I/O. An element travels with the id of its block, for Slack sends both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.playground.model import Json, View

_BUTTONS = {"button", "icon_button", "feedback_buttons", "overflow"}
_PICKERS = {"datepicker": "date", "timepicker": "time", "datetimepicker": "date_time"}


def with_ids(blocks: Iterable[Mapping[str, Any]]) -> tuple[Json, ...]:
    """Fill in the ``block_id`` and ``action_id`` that the app left out, as Slack does."""
    return tuple(_with_ids(block, place) for place, block in enumerate(blocks, start=1))


def _with_ids(block: Mapping[str, Any], place: int) -> Json:
    named: Json = {"block_id": f"auto-{place}", **block}
    if block["type"] in {"actions", "context_actions"}:
        numbered = enumerate(block["elements"], start=1)
        named["elements"] = [{"action_id": f"auto-{place}.{number}", **element} for number, element in numbered]
    for slot in ("accessory", "element"):
        if slot in block and block[slot]["type"] != "image":
            named[slot] = {"action_id": f"auto-{place}.1", **block[slot]}
    return named


def interactive(blocks: Iterable[Json]) -> Iterator[Json]:
    """Yield every element a person can operate, in reading order, each with its ``block_id`` added."""
    for block in blocks:
        for element in _elements(block):
            if "action_id" in element:
                yield {"block_id": block["block_id"], **element}


def _elements(block: Json) -> Iterator[Json]:
    if block["type"] in {"actions", "context_actions"}:
        yield from block["elements"]
    for slot in ("accessory", "element"):
        if slot in block:
            yield block[slot]


def find(blocks: Iterable[Json], wanted: str) -> Json:
    """Find the element with this ``action_id``, or else the first one labelled so.

    Raises:
        LookupError: there is none; the message lists what there is.
    """
    elements = list(interactive(blocks))
    for element in elements:
        if element["action_id"] == wanted:
            return element
    for element in elements:
        if label(element) == wanted:
            return element
    there_is = ", ".join(f"{element['action_id']} ({label(element)})" for element in elements) or "none"
    raise LookupError(f"no element {wanted!r}; there is: {there_is}")


def search(blocks: Iterable[Json]) -> Json | None:
    """Find the first select whose options come while somebody types."""
    return next((one for one in interactive(blocks) if one["type"] == "external_select"), None)


def label(element: Json) -> str:
    """Give the words on an element: a button's text, a field's placeholder, or nothing."""
    text = element.get("text") or element.get("placeholder") or {}
    return str(text.get("text", ""))


def action(element: Json, value: str | None, ts: str) -> Json:
    """Build the entry in ``actions`` that Slack sends for operating an element.

    Args:
        element: as ``find`` gives it.
        value: the option, date or text chosen; of feedback buttons, the value of the one pressed. Buttons need none.
        ts: Slack's timestamp of the action.
    """
    entry = {key: element[key] for key in ("type", "action_id", "block_id")}
    return {**entry, **_chosen(element, value), "action_ts": ts}


def _chosen(element: Json, value: str | None) -> Json:
    match element["type"]:
        case "button":
            return {key: element[key] for key in ("text", "value", "style") if key in element}
        case "icon_button":
            return {key: element[key] for key in ("text", "value") if key in element}
        case "feedback_buttons":
            return _feedback(element, value)
        case _:
            return state_of(element, value.split(",") if value else [])


def _feedback(element: Json, value: str | None) -> Json:
    for button in (element["positive_button"], element["negative_button"]):
        if value in {button["value"], button["text"]["text"]}:
            return {"text": button["text"], "value": button["value"]}
    raise LookupError(f"{value!r} is neither feedback button's value")


def submission(view: View, blocks: Iterable[Json], values: Mapping[str, str | Sequence[str]]) -> Json:
    """Build the ``state.values`` that a modal is submitted with.

    Raises:
        LookupError: it has no button to submit it, or as for ``state``.
    """
    if "submit" not in view.body:
        raise LookupError(f"{view.title!r} has no button to submit it")
    return state(blocks, values)


def state(blocks: Iterable[Json], values: Mapping[str, str | Sequence[str]], *, is_complete: bool = True) -> Json:
    """Build ``state.values`` of a filled-in form: by block id, then by action id.

    Args:
        blocks: of the message or view.
        values: what was chosen or written, by action id or block id; fields left out keep their initial values.
        is_complete: whether fields that are not optional must have a value.

    Raises:
        LookupError: such a field has none, or there is no such option.
    """
    filled: Json = {}
    for block in blocks:
        for element in _elements(block):
            if "action_id" in element and element["type"] not in _BUTTONS:
                entry = _entry(block, element, values, is_complete=is_complete)
                filled.setdefault(block["block_id"], {})[element["action_id"]] = entry
    return filled


def _entry(block: Json, element: Json, values: Mapping[str, str | Sequence[str]], *, is_complete: bool) -> Json:
    given = values.get(element["action_id"], values.get(block["block_id"], _initial(element)))
    chosen = [given] if isinstance(given, str) else list(given)
    is_required = block["type"] == "input" and not block.get("optional", False)
    if is_complete and is_required and not any(chosen):
        raise LookupError(f"{block['label']['text']!r} ({element['action_id']}) must be filled in")
    return {"type": element["type"], **state_of(element, chosen)}


def _initial(element: Json) -> list[str]:
    for name, initial in element.items():
        if name in {"initial_option", "initial_options"}:
            return [option["value"] for option in (initial if isinstance(initial, list) else [initial])]
        if name.startswith("initial_"):
            return initial if isinstance(initial, list) else [initial]
    return []


def state_of(element: Json, values: list[str]) -> Json:
    """Build what ``state.values`` and ``actions`` say of a field filled in with these values (none: left empty)."""
    kind = str(element["type"])
    first = values[0] if values else None
    if kind in _PICKERS:
        return {f"selected_{_PICKERS[kind]}": first}
    if kind == "checkboxes" or kind.startswith("multi_"):
        return _several(element, kind, values)
    if kind.endswith("_select") or kind in {"radio_buttons", "overflow"}:
        return _single(element, kind, first)
    return {"value": first}


def _several(element: Json, kind: str, values: list[str]) -> Json:
    if kind in {"checkboxes", "multi_static_select", "multi_external_select"}:
        return {"selected_options": [_option(element, value) for value in values]}
    return {f"selected_{kind.removeprefix('multi_').removesuffix('_select')}": values}


def _single(element: Json, kind: str, value: str | None) -> Json:
    if kind in {"static_select", "external_select", "radio_buttons", "overflow"}:
        return {"selected_option": None if value is None else _option(element, value)}
    return {f"selected_{kind.removesuffix('s_select')}": value}


def _option(element: Json, value: str) -> Json:
    for option in (*options(element), *_initial_options(element)):
        if value in {option["value"], option["text"]["text"]}:
            return option
    if element["type"].endswith("external_select"):  # a test may choose what nobody was offered
        return {"text": {"type": "plain_text", "text": value}, "value": value}
    raise LookupError(f"{element['action_id']} has no option {value!r}")


def _initial_options(element: Json) -> list[Json]:
    first = [element["initial_option"]] if "initial_option" in element else []
    return [*first, *element.get("initial_options", [])]


def options(element: Json) -> list[Json]:
    """List an element's options, those of its groups included."""
    groups: list[Json] = element.get("option_groups", [])
    return [*element.get("options", []), *(option for group in groups for option in group["options"])]
