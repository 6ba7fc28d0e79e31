"""Articles as bytes, and a sequence of articles that are decoded only when somebody asks for one.

36,000 articles take 180 MB as objects; as a mapped file they take what is looked at. Pure: no I/O.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from bot.aliases import with_aliases
from bot.corpus.subject_names import respelled
from bot.model import Article, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray


def encode(article: Article, *, with_source: bool = True) -> bytes:
    """Write one article as JSON; without its source, equal articles of different files are equal."""
    values = (
        article.url,
        article.title,
        article.answer,
        article.subject,
        article.id,
        article.date and article.date.isoformat(),
        article.question,
        article.description,
        article.keywords,
        article.aliases,
        [(related.title, related.url, related.subject) for related in article.related],
        article.author,
        article.expert,
        article.review_by and article.review_by.isoformat(),
        article.no_index,
        str(article.source) if article.source and with_source else None,
    )
    written = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return written.encode(errors="replace")  # half a character, as a program may write one into an alias, is none


def pack(articles: Iterable[Article]) -> dict[str, NDArray[Any]]:
    """Write articles into two arrays: ``records``, their bytes, and ``record_ends``, where each ends."""
    encoded = [encode(article) for article in articles]
    ends = np.cumsum([len(record) for record in encoded], dtype=np.int64)
    return {"records": np.frombuffer(b"".join(encoded), dtype=np.uint8), "record_ends": ends}


class Records(Sequence[Article]):
    """The articles of packed arrays, decoded one by one; an index costs some thirty microseconds.

    Args:
        arrays: what ``pack`` gave.
        places: which of the packed articles, in which order; by default all.
        spelling: how subjects are spelled, by their casefolded names.
        aliases: more aliases than the files have, by url.
    """

    def __init__(
        self,
        arrays: Mapping[str, NDArray[Any]],
        places: NDArray[np.int64] | None = None,
        spelling: Mapping[str, str] | None = None,
        aliases: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._bytes, self._ends = arrays["records"], arrays["record_ends"]
        self._places = np.arange(len(self._ends)) if places is None else places
        self._spelling = spelling or {}
        self._aliases = aliases or {}

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Article, ...]: ...
    def __getitem__(self, index: int | slice) -> Article | tuple[Article, ...]:
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(len(self))))
        place = int(self._places[index])
        start = int(self._ends[place - 1]) if place else 0
        article = _decode(self._bytes[start : int(self._ends[place])].tobytes())
        article = respelled(article, self._spelling) if self._spelling else article
        return with_aliases(article, self._aliases.get(article.url, ()))


def _decode(record: bytes) -> Article:
    url, title, answer, subject, id_, date, question, description, keywords, aliases, related, *rest = json.loads(
        record
    )
    author, expert, review_by, no_index, source = rest
    return Article(
        url=url,
        title=title,
        answer=answer,
        subject=subject,
        id=id_,
        date=dt.date.fromisoformat(date) if date else None,
        question=question,
        description=description,
        keywords=tuple(keywords),
        aliases=tuple(aliases),
        related=tuple(Related(*one) for one in related),
        author=author,
        expert=expert,
        review_by=dt.date.fromisoformat(review_by) if review_by else None,
        no_index=no_index,
        source=Path(source) if source else None,
    )
