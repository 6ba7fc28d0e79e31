"""Whole sentences from the beginning of a Markdown paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.markdown.parser import parse

_END = re.compile(r"""(?<![A-Z])(?<!\b[A-Z][a-z])(?<!e\.g|i\.e|Mrs)[.!?]["')\]”’*_]*(?=\s+["'(\[“‘*_$`\\]*[A-Z0-9])""")
_MARK = re.compile(r"[][*_`$<&~!\\{}|^=]|^[ \t]*(?:[0-9]+[.)]|[-+#>])", re.MULTILINE)
"""What may begin before a cut and end behind it, or makes a block of its own of a line; most paragraphs have none."""

_MONSTROUS = 600  # characters, as long as a whole excerpt
_SPACE = re.compile(r"(?=\s)")
_MOST_TRIES = 20  # each reads the paragraph up to a possible end


def opening(paragraph: str, limit: int) -> str:
    """Return the sentences that fit ``limit`` characters, at least one; only a monstrous sentence is cut at a word.

    A cut never falls into a word, code, a formula, a link or emphasis.
    """
    longest = max(limit, _MONSTROUS)
    ends = [match.end() for match in _END.finditer(paragraph[: 2 * longest]) if match.end() <= longest]
    fitting = [end for end in reversed(ends) if end <= limit]
    end = _first_between_marks(paragraph, [*fitting, *(end for end in ends if end > limit)])
    if end is None and len(paragraph) > longest:
        spaces = [match.end() for match in _SPACE.finditer(paragraph, 1, limit + 1)]
        end = _first_between_marks(paragraph, spaces[::-1])
    return paragraph[:end]


def _first_between_marks(paragraph: str, ends: Sequence[int]) -> int | None:
    """Return the first of some places up to which the text reads the same with the rest cut off."""
    if not ends or not _MARK.search(paragraph):
        return next(iter(ends), None)
    whole = _reading(paragraph)
    return next((end for end in ends[:_MOST_TRIES] if whole.startswith(_reading(paragraph[:end]))), None)


def _reading(paragraph: str) -> str:
    leaves = (node for node in parse(paragraph).walk() if not node.children and node.type != "root")
    return "".join(f"<{node.type}>{node.content}" if node.type != "text" else node.content for node in leaves)
