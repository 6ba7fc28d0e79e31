"""The list of articles and one article of it, as the page shows them to authors.

Pure: no I/O.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.page.preview import answer_blocks, pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.corpus.check.findings import Finding
    from bot.model import Article
    from bot.playground.model import Json
    from bot.playground.page.library import Shelf

MOST_ROWS = 200


def rows(shelf: Shelf, wanted: str, offset: int, limit: int, *, only_with_findings: bool = False) -> Json:
    """Describe a part of the list: articles with all the words of ``wanted`` in title, subject, url or file."""
    found = _found(shelf, wanted)
    listed = [one for one in found if _findings(shelf, one)] if only_with_findings else found
    shown = listed[offset : offset + min(limit, MOST_ROWS)]
    return {
        "version": shelf.version,
        "failure": shelf.failure,
        "is_checked": shelf.is_checked,
        "articles": len(shelf.articles),
        "findings": sum(map(len, shelf.findings.values())),
        "matching": len(listed),
        "rows": [_row(shelf, article) for article in shown],
    }


def _found(shelf: Shelf, wanted: str) -> Sequence[Article]:
    words = wanted.casefold().split()
    if not words:
        return shelf.articles
    together = zip(shelf.articles, shelf.searchable, strict=True)
    return [article for article, text in together if all(word in text for word in words)]


def _row(shelf: Shelf, article: Article) -> Json:
    findings = _findings(shelf, article)
    return {
        "url": article.url,
        "title": article.title,
        "subject": article.subject,
        "findings": len(findings),
        "severity": _gravest(findings),
    }


def _findings(shelf: Shelf, article: Article) -> tuple[Finding, ...]:
    return shelf.findings.get(article.source, ()) if article.source else ()


def _gravest(findings: Iterable[Finding]) -> str:
    found = {str(finding.severity) for finding in findings}
    return next((severity for severity in ("error", "warning", "note") if severity in found), "")


def article(shelf: Shelf, url: str, site_url: str) -> Json | None:
    """Describe one article with its findings, its answer and its pages as Slack shows them; None if it is gone."""
    found = next((one for one in shelf.articles if one.url == url), None)
    if found is None:
        return None
    return {
        **_row(shelf, found),
        "file": shelf.file(found),
        "remarks": [_remark(finding) for finding in _findings(shelf, found)],
        "answer": answer_blocks(found, {one.url for one in shelf.articles}, site_url),
        "pages": pages(found, site_url),
    }


def _remark(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "line": finding.line,
        "message": finding.message,
    }
