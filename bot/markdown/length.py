"""How much of an article can be read in Slack, and how a text that is too long is cut where that hurts least."""

from __future__ import annotations

from collections.abc import Iterator

MOST_READABLE = 40_000  # characters, as many as Slack takes in one message: an hour of reading


def readable(markdown: str) -> str:
    """Return what of an article is rendered: its beginning, where it is too long."""
    return next(pieces(markdown, MOST_READABLE))


def is_readable(markdown: str) -> bool:
    """Return whether an article can be read to its end."""
    return len(markdown) <= MOST_READABLE


def pieces(text: str, most: int) -> Iterator[str]:
    """Yield a text in pieces of at most ``most`` characters, which end with a line, else a sentence, else a word.

    >>> list(pieces("one two three", 8))
    ['one two ', 'three']
    """
    start = 0
    while len(text) - start > most:
        end = _end(text, start, start + most)
        yield text[start:end]
        start = end
    yield text[start:]


def _end(text: str, start: int, latest: int) -> int:
    ends = (text.rfind(mark, start, latest) + 1 for mark in ("\n", ". ", " "))
    return next(filter(None, ends), latest)
