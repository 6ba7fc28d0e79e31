"""Whole sentences from the beginning of a Markdown paragraph.

Pure: no I/O.
"""

from __future__ import annotations

import re

from bot.markdown.parser import parse

_END = re.compile(r"""(?<![A-Z])(?<!\b[A-Z][a-z])(?<!e\.g|i\.e|Mrs)[.!?]["')\]”’*_]*(?=\s+["'(\[“‘*_$`\\]*[A-Z0-9])""")
_MONSTROUS = 600  # characters, as long as a whole excerpt
_SPACE = re.compile(r"(?=\s)")


def opening(paragraph: str, limit: int) -> str:
    """Return the sentences that fit ``limit`` characters, at least one; only a monstrous sentence is cut at a word.

    A cut never falls into a word, code, a formula, a link or emphasis.
    """
    ends = [match.end() for match in _END.finditer(paragraph) if _is_between_marks(paragraph, match.end())]
    first = min(ends, default=len(paragraph))
    if first > max(limit, _MONSTROUS):
        return _words(paragraph, limit)
    return paragraph[: max((end for end in ends if end <= limit), default=first)]


def _words(paragraph: str, limit: int) -> str:
    for match in reversed(list(_SPACE.finditer(paragraph, 0, limit + 1))):
        if match.end() and _is_between_marks(paragraph, match.end()):
            return paragraph[: match.end()]
    return paragraph


def _is_between_marks(paragraph: str, end: int) -> bool:
    """Tell whether the text up to here reads the same with the rest cut off."""
    return _reading(paragraph).startswith(_reading(paragraph[:end]))


def _reading(paragraph: str) -> str:
    leaves = (node for node in parse(paragraph).walk() if not node.children and node.type != "root")
    return "".join(f"<{node.type}>{node.content}" if node.type != "text" else node.content for node in leaves)
