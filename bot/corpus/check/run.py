"""Corpus folders → a report of the linter.

An edge: reads files, through the same modules as the loader. Files are looked at over several processes, the whole
corpus in this one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from bot.corpus.check import file_rules, search_rules
from bot.corpus.check.corpus_rules import LINK
from bot.corpus.check.findings import Finding, Remark, Report
from bot.corpus.check.markdown_rules import links
from bot.corpus.check.rules import BY_CODE, RULES
from bot.corpus.check.subjects import File, Library, take_apart
from bot.corpus.fields import RELATED_KEYS
from bot.corpus.file_reader import map_files
from bot.corpus.files import find, read
from bot.corpus.loader import synonyms_of
from bot.progress import OnProgress, ignore

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from bot.corpus.check.search_rules import Search
    from bot.model import Article, Problem


_WORTH_PROCESSES = 500  # to render an answer takes ten times as long as to read it


@dataclass(frozen=True, slots=True)
class Outside:
    """What some rules need from other layers; without it, they are left out.

    Attributes:
        build_search: makes a search of the articles: question and limit in, hits out, best first.
        describe_unrenderable: says what about an article does not fit into a message, or None. A module's function.
    """

    build_search: Callable[[tuple[Article, ...]], Search] | None = None
    describe_unrenderable: Callable[[Article], str | None] | None = None


@dataclass(frozen=True, slots=True)
class _Inspected:
    findings: tuple[Finding, ...]
    article: Article | None
    lines: Mapping[str, int] = field(default_factory=dict)


def check(
    folders: Sequence[Path],
    *,
    today: dt.date,
    outside: Outside | None = None,
    without: Collection[str] = (),
    site_url: str = "",
    on_progress: OnProgress = ignore,
) -> Report:
    """Look at every file of the folders.

    Args:
        folders: as for ``load``.
        today: reviews due before it are overdue.
        outside: what the rules about searching and rendering need.
        without: codes of rules to leave out.
        site_url: what relative urls belong to.
        on_progress: told how many files are done, of how many.

    Raises:
        CorpusError: one of the folders does not exist.
    """
    outside = outside or Outside()
    paths, unlisted = find(folders)
    look = partial(_inspect, outside.describe_unrenderable, frozenset(without))
    inspected = map_files(look, paths, worth_processes=_WORTH_PROCESSES, on_progress=on_progress)
    library = _library(inspected, today, site_url)
    findings = [finding for one in inspected for finding in one.findings]
    findings += _of_problems((*unlisted, *synonyms_of(folders).problems), without)
    findings += _of_library(library, outside, without)
    ordered = sorted(set(findings), key=lambda finding: (str(finding.path), finding.line, finding.code))
    return Report(tuple(ordered), files=len(paths), articles=len({article.url for article in library.articles}))


def check_files(paths: Iterable[Path], outside: Outside) -> tuple[Finding, ...]:
    """Look at single files, without what takes the whole corpus to see."""
    inspected = (_inspect(outside.describe_unrenderable, (), path) for path in paths)
    return tuple(finding for one in inspected for finding in one.findings)


def _inspect(describe: Callable[[Article], str | None] | None, without: Collection[str], path: Path) -> _Inspected:
    file = take_apart(read(path), path)
    rules = {rule.code: rule.on_file for rule in RULES if rule.on_file}
    if describe:
        rules["unrenderable"] = partial(file_rules.unrenderable, describe)
    found = (
        _finding(code, path, remark) for code, rule in rules.items() if code not in without for remark in rule(file)
    )
    return _Inspected(tuple(found), file.article, _lines(file))


def _lines(file: File) -> dict[str, int]:
    """Note where the fields stand that rules about the whole corpus point to."""
    lines = {key: node.line for key, node in file.fields.items()}
    for key in RELATED_KEYS & file.fields.keys():
        value = file.fields[key].value
        if isinstance(value, Mapping) and "url" in value:
            lines[f"related {str(value['url'].value).strip()}"] = value["url"].line
    return lines | {f"{LINK}{link.address}": link.line for link in links(file) if not link.is_picture}


def _library(inspected: Iterable[_Inspected], today: dt.date, site_url: str) -> Library:
    loaded = [(one.article, one.lines) for one in inspected if one.article]
    return Library(tuple(article for article, _ in loaded), tuple(lines for _, lines in loaded), today, site_url)


def _of_problems(problems: Iterable[Problem], without: Collection[str]) -> Iterator[Finding]:
    for problem in problems if "does-not-load" not in without else ():
        yield _finding("does-not-load", problem.path, Remark(problem.line or 1, problem.reason))


def _of_library(library: Library, outside: Outside, without: Collection[str]) -> Iterator[Finding]:
    rules = {rule.code: rule.on_library for rule in RULES if rule.on_library}
    if outside.build_search and not {"unreachable", "collision"} <= set(without):
        search = outside.build_search(tuple({article.url: article for article in reversed(library.articles)}.values()))
        rules["unreachable"] = partial(search_rules.unreachable, search)
        rules["collision"] = partial(search_rules.collision, search)
    for code, rule in rules.items():
        for index, remark in rule(library) if code not in without else ():
            source = library.articles[index].source
            if source:
                yield _finding(code, source, remark)


def _finding(code: str, path: Path, remark: Remark) -> Finding:
    return Finding(code, BY_CODE[code].severity, path, remark.line, remark.message)
