"""Articles read one by one → one corpus: each url once, each subject spelled one way, and an id for the whole.

Pure: no I/O.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model import Article, Corpus, Problem, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.corpus.frontmatter import Parsed
    from bot.corpus.synonyms import Synonyms


def assemble(parsed: Sequence[Parsed], synonyms: Synonyms, problems: Iterable[Problem] = ()) -> Corpus:
    """Join what the files gave, in their order.

    Where several articles have the same url, the first stays. Where a subject's spellings differ by case, the most
    frequent wins (the alphabetically first among equals).
    """
    found = [*problems, *(problem for one in parsed for problem in one.problems), *synonyms.problems]
    first_by_url: dict[str, Article] = {}
    for article in (one.article for one in parsed if one.article):
        first = first_by_url.setdefault(article.url, article)
        if first is not article and article.source:
            found.append(Problem(article.source, f"`url` is taken by {first.source}: {article.url}"))
    articles = _with_one_spelling(tuple(first_by_url.values()))
    return Corpus(articles, synonyms.groups, tuple(found))


def content_id(corpus: Corpus) -> str:
    """Name a corpus by its content: seven hex digits, the same for the same articles and synonyms.

    Neither the files' places nor their order count.
    """
    digest = hashlib.sha256()
    for article in sorted(corpus.articles, key=lambda article: article.url):
        digest.update(_canonical(article))
    digest.update(json.dumps(sorted(corpus.synonyms)).encode())
    return digest.hexdigest()[:7]


def _with_one_spelling(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    spelling = _spellings(article.subject for article in articles)
    return tuple(_respelled(article, spelling) for article in articles)


def _spellings(subjects: Iterable[str]) -> dict[str, str]:
    counts = sorted(Counter(subjects).items(), key=lambda item: (-item[1], item[0]))
    spelling: dict[str, str] = {}
    for subject, _ in counts:
        spelling.setdefault(subject.casefold(), subject)
    return spelling


def _respelled(article: Article, spelling: Mapping[str, str]) -> Article:
    subject = spelling[article.subject.casefold()]
    related = tuple(_related(one, spelling) for one in article.related)
    if subject == article.subject and related == article.related:
        return article
    return replace(article, subject=subject, related=related)


def _related(related: Related, spelling: Mapping[str, str]) -> Related:
    subject = spelling.get(related.subject.casefold(), related.subject)
    return related if subject == related.subject else replace(related, subject=subject)


def _canonical(article: Article) -> bytes:
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
    )
    return json.dumps(values).encode()
