"""How a setting is declared: as a field of ``Settings`` that knows its environment variable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Setting:
    """An environment variable.

    Attributes:
        name: of the variable.
        default: the text that stands for a variable that is not set, or empty.
        parse: turns the text into the value; raises ValueError that says what it must be.
        help: what it is for. Empty: the variable is declared above, and read in another way here.
        page: of ``docs/``, which says more.
        is_token: whether Slack cannot be reached without it, and nobody may see it.
    """

    name: str
    default: str
    parse: Callable[[str], object]
    help: str
    page: str
    is_token: bool


def setting(
    name: str,
    default: str,
    parse: Callable[[str], Value],
    help: str = "",  # noqa: A002  (the standard word)
    page: str = "",
    *,
    is_token: bool = False,
) -> Value:
    """Declare a field, as ``Setting`` says; to the type checker, give the value that will stand there."""
    declared: Any = field(repr=not is_token, metadata={"setting": Setting(name, default, parse, help, page, is_token)})
    value: Value = declared
    return value
