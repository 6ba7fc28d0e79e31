"""The list of articles and one article of it, as the page shows them to authors.

Pure: no I/O. A file that gave no article is listed, too, so that its author sees why: ``file:`` stands before its name
where articles have a url.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.corpus.check.findings import Finding
from bot.model import Article
from bot.playground.model import Json
from bot.playground.page.article_files import Shelf
from bot.playground.page.preview import answer_blocks, pages

MOST_ROWS = 200
FILE = "file:"


def rows(shelf: Shelf, wanted: str, offset: int, limit: int, *, only_with_findings: bool = False) -> Json:
    """Describe a part of the list: articles with all the words of ``wanted`` in title, subject, url or file."""
    words = wanted.casefold().split()
    listed: list[Path | int] = [*_files(shelf, words), *_numbers(shelf, words, only_with_findings=only_with_findings)]
    shown = listed[offset : offset + min(limit, MOST_ROWS)]
    return {
        "version": shelf.version,
        "is_checked": shelf.is_checked,
        "unchecked": shelf.unchecked,
        "articles": len(shelf),
        "listed": len(shelf) + len(shelf.without_article()),
        "findings": sum(map(len, shelf.findings.values())),
        "matching": len(listed),
        "rows": [_row(shelf, shelf.article(one)) if isinstance(one, int) else _file_row(shelf, one) for one in shown],
    }


def _files(shelf: Shelf, words: Sequence[str]) -> list[Path]:
    return [path for path in shelf.without_article() if all(word in shelf.name(str(path)).casefold() for word in words)]


def _numbers(shelf: Shelf, words: Sequence[str], *, only_with_findings: bool) -> Iterable[int]:
    if not words and not only_with_findings:
        return range(len(shelf))
    concerned = shelf.with_findings()
    return [
        number
        for number, entry in enumerate(shelf.entries)
        if all(word in entry.words for word in words) and (not only_with_findings or entry.file in concerned)
    ]


def _row(shelf: Shelf, article: Article) -> Json:
    findings = _findings(shelf, article)
    return {"url": article.url, "title": article.title, "subject": article.subject, **_counted(findings)}


def _file_row(shelf: Shelf, path: Path) -> Json:
    return {"url": f"{FILE}{path}", "title": shelf.name(str(path)), "subject": "", **_counted(shelf.findings[path])}


def _counted(findings: Sequence[Finding]) -> Json:
    return {"findings": len(findings), "severity": _gravest(findings)}


def _findings(shelf: Shelf, article: Article) -> tuple[Finding, ...]:
    return shelf.findings.get(article.source, ()) if article.source else ()


def _gravest(findings: Iterable[Finding]) -> str:
    found = {str(finding.severity) for finding in findings}
    return next((severity for severity in ("error", "warning", "note") if severity in found), "")


def article(shelf: Shelf, url: str, site_url: str) -> Json | None:
    """Describe one article with its findings, its answer and its pages as Slack shows them; None if it is gone."""
    path = Path(url.removeprefix(FILE))
    if url.startswith(FILE) and path in shelf.findings:
        return _described(shelf, _file_row(shelf, path), path) | {"answer": [], "pages": []}
    if url not in shelf.numbers:
        return None
    found = shelf.article(shelf.numbers[url])
    return {
        **_described(shelf, _row(shelf, found), found.source),
        "answer": answer_blocks(found, shelf.numbers.keys(), site_url),
        "pages": pages(found, site_url),
    }


def _described(shelf: Shelf, row: Json, source: Path | None) -> Json:
    remarks = shelf.findings.get(source, ()) if source else ()
    return {
        **row,
        "file": shelf.name(str(source or "")),
        "is_checked": shelf.is_checked,
        "unchecked": shelf.unchecked,
        "remarks": [_remark(finding) for finding in remarks],
    }


def _remark(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "line": finding.line,
        "message": finding.message,
    }
