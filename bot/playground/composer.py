"""What a person types, turned into what Slack's client sends.

Pure: no I/O. In a message ``<``, ``>`` and ``&`` arrive escaped, addresses in angle brackets, ``@name`` and
``#channel`` as references; in a slash command only the escaping happens.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ADDRESS = re.compile(r"https?://[^\s<>]+")
_REFERENCE = re.compile(r"(?<!\w)[@#][a-z][\w-]*")


def command_text(typed: str) -> str:
    """Escape what follows a slash command."""
    return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def message_text(typed: str, references: Mapping[str, str]) -> str:
    """Escape and link a message; ``references`` maps ``@name`` and ``#channel`` to Slack's ``<@U…>`` and ``<#C…>``."""
    linked = _ADDRESS.sub(lambda found: f"<{found.group()}>", command_text(typed))
    return _REFERENCE.sub(lambda found: references.get(found.group(), found.group()), linked)
