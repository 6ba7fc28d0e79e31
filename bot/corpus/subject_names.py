"""Subject names that differ only by case are one subject, spelled one way. Pure: no I/O."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.model import Article, Related


def spellings(subjects: Iterable[str]) -> dict[str, str]:
    """Choose each subject's most frequent spelling, the alphabetically first among equals.

    Returns:
        Spellings by casefolded name.
    """
    counts = sorted(Counter(subjects).items(), key=lambda item: (-item[1], item[0]))
    chosen: dict[str, str] = {}
    for subject, _ in counts:
        chosen.setdefault(subject.casefold(), subject)
    return chosen


def respelled(article: Article, chosen: Mapping[str, str]) -> Article:
    """Spell the subjects of an article and of its related ones as chosen."""
    subject = chosen.get(article.subject.casefold(), article.subject)
    related = tuple(_related(one, chosen) for one in article.related)
    if subject == article.subject and related == article.related:
        return article
    return replace(article, subject=subject, related=related)


def _related(related: Related, chosen: Mapping[str, str]) -> Related:
    subject = chosen.get(related.subject.casefold(), related.subject)
    return related if subject == related.subject else replace(related, subject=subject)
