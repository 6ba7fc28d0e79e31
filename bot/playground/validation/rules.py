"""The alphabet of validation: small checks that combine into the shape of a payload.

Pure: no I/O. A check takes a value and its JSON pointer and yields what is wrong with it, in the manner of Slack's own
messages: ``must be less than 76 characters [json-pointer:/blocks/0/text/text]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

_URL = re.compile(r"(?:https?://|slack://|mailto:|tel:)[^\s<>]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing wrong with a payload: where (a JSON pointer) and which rule it breaks."""

    pointer: str
    rule: str

    def __str__(self) -> str:
        """Read as Slack prints it."""
        return f"{self.rule} [json-pointer:{self.pointer}]"


Check = Callable[[object, str], Iterator[Violation]]


def text(maximum: int, minimum: int = 1) -> Check:
    """Want a string whose length is within these bounds."""

    def check(value: object, pointer: str) -> Iterator[Violation]:
        if not isinstance(value, str):
            yield Violation(pointer, "must provide a string")
        elif len(value) < minimum:
            yield Violation(pointer, f"must be more than {minimum - 1} characters")
        elif len(value) > maximum:
            yield Violation(pointer, f"must be less than {maximum + 1} characters")

    return check


def url(maximum: int = 3_000) -> Check:
    """Want an absolute address."""

    def check(value: object, pointer: str) -> Iterator[Violation]:
        yield from text(maximum)(value, pointer)
        if isinstance(value, str) and value and not _URL.fullmatch(value):
            yield Violation(pointer, "invalid url")

    return check


def literal(*choices: object) -> Check:
    """Want one of a few fixed values."""

    def check(value: object, pointer: str) -> Iterator[Violation]:
        if value not in choices:
            yield Violation(pointer, f"must be one of: {', '.join(map(str, choices))}")

    return check


def integer(minimum: int, maximum: int) -> Check:
    """Want a whole number within these bounds."""

    def check(value: object, pointer: str) -> Iterator[Violation]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield Violation(pointer, "must provide a number")
        elif not minimum <= value <= maximum:
            yield Violation(pointer, f"must be between {minimum} and {maximum}")

    return check


def boolean(value: object, pointer: str) -> Iterator[Violation]:
    """Want true or false."""
    if not isinstance(value, bool):
        yield Violation(pointer, "must provide a boolean")


def array(item: Check, maximum: int, minimum: int = 1) -> Check:
    """Want a list whose length is within these bounds and whose items all pass."""

    def check(value: object, pointer: str) -> Iterator[Violation]:
        if not isinstance(value, list):
            yield Violation(pointer, "must provide an array")
            return
        if len(value) < minimum:
            yield Violation(pointer, f"no less than {minimum} items required")
        if len(value) > maximum:
            yield Violation(pointer, f"no more than {maximum} items allowed")
        for place, one in enumerate(value):
            yield from item(one, f"{pointer}/{place}")

    return check


def record(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """Want an object with these fields and no others; ``type`` is left to ``tagged``."""
    fields = {**required, **(optional or {})}

    def check(value: object, pointer: str) -> Iterator[Violation]:
        if not isinstance(value, dict):
            yield Violation(pointer, "must provide an object")
            return
        for name in required:
            if name not in value:
                yield Violation(pointer, f"missing required field: {name}")
        for name, one in value.items():
            yield from _field(fields, name, one, pointer)

    return check


def _field(fields: Mapping[str, Check], name: str, value: object, pointer: str) -> Iterator[Violation]:
    if name in fields:
        yield from fields[name](value, f"{pointer}/{name}")
    elif name != "type":
        yield Violation(pointer, f"invalid additional property: {name}")


def tagged(kinds: Mapping[str, Check]) -> Check:
    """Want an object whose ``type`` is one of these, and that passes the check of its type."""

    def check(value: object, pointer: str) -> Iterator[Violation]:
        if not isinstance(value, dict):
            yield Violation(pointer, "must provide an object")
        elif "type" not in value:
            yield Violation(pointer, "missing required field: type")
        elif (kind := str(value["type"])) not in kinds:
            yield Violation(f"{pointer}/type", f"unsupported type: {kind}")
        else:
            yield from kinds[kind](value, pointer)

    return check


def in_turn(*checks: Check) -> Check:
    """Want all of these to pass; a later one only looks at what the earlier ones found well-formed."""

    def check(value: object, pointer: str) -> Iterator[Violation]:
        for one in checks:
            found = tuple(one(value, pointer))
            yield from found
            if found:
                return

    return check


def exactly_one_of(*names: str) -> Check:
    """Want an object with one of these fields, neither none nor several."""

    def check(value: object, pointer: str) -> Iterator[Violation]:
        if isinstance(value, dict) and sum(name in value for name in names) != 1:
            yield Violation(pointer, f"must define exactly one of: {', '.join(names)}")

    return check


def at_least_one_of(*names: str) -> Check:
    """Want an object with some of these fields."""

    def check(value: object, pointer: str) -> Iterator[Violation]:
        if isinstance(value, dict) and not any(name in value for name in names):
            yield Violation(pointer, f"must define either {' or '.join(names)}")

    return check
