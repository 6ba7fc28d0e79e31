"""The values that travel between the layers.

A leaf: frozen values, no behaviour beyond what can be derived from the fields, no imports from ``bot``.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Literal


@dataclass(frozen=True, slots=True)
class Related:
    """A pointer from one article to another; ``url`` decides, the title is for people."""

    title: str
    url: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One reviewed article.

    ``url`` is its identity (ids repeat in real corpora). ``answer`` is Markdown with real newlines. ``source`` is the
    file it came from. ``no_index`` keeps web crawlers away and means nothing to the bot.
    """

    url: str
    title: str
    answer: str
    subject: str = ""
    id: str = ""
    date: dt.date | None = None
    question: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    author: str = ""
    expert: str = ""
    review_by: dt.date | None = None
    no_index: bool = False
    source: Path | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a file of the corpus: where, and what to do about it. ``line`` counts from 1."""

    path: Path
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        """Read as compilers print it: ``file:line: reason``."""
        where = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Corpus:
    """What loading the corpus folders gave: the articles in file order, and every problem met on the way.

    ``synonyms`` holds groups of words or phrases that mean the same.
    """

    articles: tuple[Article, ...]
    synonyms: tuple[tuple[str, ...], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """A loaded corpus as people speak of it: a running number and the first digits of its content's hash."""

    number: int
    content_id: str

    def __str__(self) -> str:
        """Read as ``3-1f0c9a2``."""
        return f"{self.number}-{self.content_id}"

    @classmethod
    def parse(cls, text: str) -> Release:
        """Read what ``str`` gave.

        Raises:
            ValueError: it is no release.
        """
        found = re.fullmatch(r"([0-9]{1,9})-([0-9a-f]{1,64})", text)
        if not found:
            raise ValueError(f"not a release: {text[:40]}")
        return cls(int(found[1]), found[2])


@dataclass(frozen=True, slots=True)
class Match:
    """Words of the question that an article has in one field: why it was found.

    ``field`` is one of ``title``, ``alias``, ``keywords``, ``description``, ``answer``; ``words`` are as the article
    writes them, most telling first.
    """

    field: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was read as another, which it seems to be a misspelling of."""

    typed: str
    read_as: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found for a question, with a confidence in [0, 1] that it answers it.

    ``missing`` are telling words of the question that the article has nowhere, though its title is much like the
    question; as typed, the most telling first. ``corrected`` are words that it has only if they are misspelt.
    """

    article: Article
    confidence: float
    matches: tuple[Match, ...] = ()
    missing: tuple[str, ...] = ()
    corrected: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class RelatedArticle:
    """An article to read next; ``is_in_corpus`` tells whether the bot can show it or only link to it."""

    title: str
    url: str
    is_in_corpus: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """One article clearly fits: ``hits[0]``. ``excerpt`` is Markdown, whole blocks of that article's answer.

    ``question`` is what was answered of the message; ``left`` are further questions in it that have articles, too.
    """

    outcome: ClassVar[Literal["answer"]] = "answer"

    question: str
    release: Release
    hits: tuple[Hit, ...]
    excerpt: str
    related: tuple[RelatedArticle, ...] = field(default=())
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """Several articles could be meant, or one comes close; ``hits`` are those to choose from, best first.

    ``missing`` are the words of the question that the closest article says nothing about; then it is no answer, however
    near it comes. ``left`` is as for an answer.
    """

    outcome: ClassVar[Literal["choices"]] = "choices"

    question: str
    release: Release
    hits: tuple[Hit, ...]
    missing: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """Nothing fits well enough; ``hits`` are the nearest, best first, possibly none."""

    outcome: ClassVar[Literal["none"]] = "none"

    question: str
    release: Release
    hits: tuple[Hit, ...]


Reply = Answer | Choices | NoAnswer
Outcome = Literal["answer", "choices", "none"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a question comes to, before a reply is made of it; ``hits`` are without their matches, best first.

    ``missing`` and ``left`` are as in the reply.
    """

    outcome: Outcome
    hits: tuple[Hit, ...]
    missing: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedReply:
    """A question that a new release answers differently; ``before`` and ``after`` are outcomes in words.

    ``is_loss``: it has an answer now and would have none.
    """

    question: str
    before: str
    after: str
    is_loss: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """How a new release differs from the serving one: titles in order, and replies, losses first.

    ``asked`` is how many questions were compared.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    replies: tuple[ChangedReply, ...] = ()
    asked: int = 0


class ReloadState(enum.Enum):
    """What became of a reload."""

    STAGED = "waits to be activated"
    ACTIVE = "answers"
    UNCHANGED = "no different"
    UNUSABLE = "cannot serve"


@dataclass(frozen=True, slots=True)
class Reload:
    """What reading the corpus anew came to.

    ``release`` is the new release, with ``articles`` articles, or the serving one if there is no new one; ``serving``
    is the one that answers meanwhile. ``failure`` says why the new corpus cannot serve.
    """

    state: ReloadState
    release: Release
    serving: Release
    articles: int
    changes: Changes = Changes()
    problems: tuple[Problem, ...] = ()
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """What is being served, and since when (aware UTC); ``searched`` tells by what evidence, as a note."""

    version: str
    release: Release
    articles: int
    problems: int
    sources: tuple[str, ...]
    loaded_at: dt.datetime
    started_at: dt.datetime
    staged: Release | None = None
    troubles: tuple[str, ...] = ()
    searched: str = ""
