"""Articles read one by one → one corpus: each url once, each subject spelled one way, and an id for the whole.

Pure: no I/O.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.corpus.article_records import encode
from bot.corpus.subject_names import respelled, spellings
from bot.model import Article, Corpus, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.corpus.frontmatter import Parsed
    from bot.corpus.synonyms import Synonyms


FINGERPRINT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles of many make the corpus, by their places, and how their subjects are spelled."""

    places: tuple[int, ...]
    spelling: dict[str, str]
    problems: tuple[Problem, ...]


def assemble(parsed: Sequence[Parsed], synonyms: Synonyms, problems: Iterable[Problem] = ()) -> Corpus:
    """Join what the files gave, in their order.

    Where several articles have the same url, the first stays. Where a subject's spellings differ by case, the most
    frequent wins (the alphabetically first among equals).
    """
    articles = [one.article for one in parsed if one.article]
    selection = select(articles)
    chosen = tuple(respelled(articles[place], selection.spelling) for place in selection.places)
    of_files = (problem for one in parsed for problem in one.problems)
    return Corpus(chosen, synonyms.groups, (*problems, *of_files, *synonyms.problems, *selection.problems))


def select(articles: Sequence[Article]) -> Selection:
    """Choose the articles of a corpus from those that the files gave."""
    first_by_url: dict[str, int] = {}
    problems = []
    for place, article in enumerate(articles):
        first = articles[first_by_url.setdefault(article.url, place)]
        if first is not article and article.source:
            problems.append(Problem(article.source, f"`url` is taken by {first.source}: {article.url}"))
    places = tuple(first_by_url.values())
    return Selection(places, spellings(articles[place].subject for place in places), tuple(problems))


def content_id(corpus: Corpus) -> str:
    """Name a corpus by its content: seven hex digits, the same for the same articles and synonyms.

    Neither the files' places nor their order count.
    """
    return identity([fingerprint(article) for article in corpus.articles], corpus.synonyms)


def identity(fingerprints: Iterable[bytes], synonyms: Sequence[Sequence[str]]) -> str:
    """Name a corpus whose articles have these fingerprints."""
    digest = hashlib.sha256(b"".join(sorted(fingerprints)))
    digest.update(json.dumps(sorted(synonyms)).encode())
    return digest.hexdigest()[:7]


def fingerprint(article: Article) -> bytes:
    """Tell articles apart by sixteen bytes, wherever their files are."""
    return hashlib.blake2b(encode(article, with_source=False), digest_size=FINGERPRINT_BYTES).digest()
