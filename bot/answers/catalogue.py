"""The articles as people leaf through them: by subject, the most linked ones first, by a short key.

Pure: no I/O. Plain arrays, so that a snapshot can hold them and 36,000 articles need not be decoded to list them.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.model import Article


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Where each article stands.

    Attributes:
        subjects: in alphabetical order.
        subject_numbers: the place of each article's subject among them; shape (articles,), -1 for none.
        by_links: the articles' positions, those that most others link to first, then in corpus order; (articles,).
        keys: a hash of each article's url; (articles,).
    """

    subjects: tuple[str, ...]
    subject_numbers: NDArray[np.int32]
    by_links: NDArray[np.int32]
    keys: NDArray[np.uint64]

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Catalogue:
        """Look through all articles."""
        subjects = tuple(sorted({article.subject for article in articles if article.subject}))
        numbers = {subject: number for number, subject in enumerate(subjects)}
        links = Counter(related.url.rstrip("/") for article in articles for related in article.related)
        linked = np.array([links[article.url.rstrip("/")] for article in articles])
        return cls(
            subjects,
            np.array([numbers.get(article.subject, -1) for article in articles], dtype=np.int32),
            np.argsort(-linked, kind="stable").astype(np.int32),
            np.array([_key(article.url) for article in articles], dtype=np.uint64),
        )

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Catalogue:
        """Take up what ``to_arrays`` gave."""
        subjects = tuple(json.loads(arrays["subjects"].tobytes()))
        return cls(subjects, arrays["subject_numbers"], arrays["by_links"], arrays["keys"])

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Give all that has to be stored."""
        return {
            "subjects": np.frombuffer(json.dumps(self.subjects).encode(), dtype=np.uint8),
            "subject_numbers": self.subject_numbers,
            "by_links": self.by_links,
            "keys": self.keys,
        }

    def popular(self, subject: str, limit: int) -> list[int]:
        """Return positions of the most linked articles, of one subject or (empty) of all."""
        chosen = self.by_links
        if subject:
            number = self.subjects.index(subject) if subject in self.subjects else -2
            chosen = chosen[self.subject_numbers[chosen] == number]
        return [int(position) for position in chosen[:limit]]

    def position(self, key: str) -> int | None:
        """Return where the article with this key stands, or None."""
        if not _is_key(key):
            return None
        found = np.flatnonzero(self.keys == np.uint64(int(key, 16)))
        return int(found[0]) if len(found) else None


def key_of(url: str) -> str:
    """Return the short key of an article: 16 hexadecimal digits, for places too small for a url."""
    return f"{_key(url):016x}"


def _key(url: str) -> int:
    return int.from_bytes(hashlib.blake2b(url.encode(), digest_size=8).digest(), "big")


def _is_key(key: str) -> bool:
    return len(key) == 16 and all(digit in "0123456789abcdef" for digit in key)
