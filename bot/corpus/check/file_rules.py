"""Rules about one file's front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bot.corpus.check.findings import Remark
from bot.corpus.fields import KEYS, RELATED_KEYS, place_of
from bot.markdown.length import MOST_READABLE, is_readable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.corpus.check.subjects import File
    from bot.corpus.yaml_tree import Node
    from bot.model import Article

_RECOMMENDED = {"subject": "subject", "description": "seo.page_description", "keywords": "seo.page_keywords"}
_ALIKE = 70  # of 100: `keywords` for `page_keywords` is 76, two unrelated keys stay below 60
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+\.[^\s]+|https?://localhost\S*", re.IGNORECASE)
_PATH_ADDRESS = re.compile(r"/[^\s\\]*")


def does_not_load(file: File) -> Iterator[Remark]:
    """Report what keeps a file from being an article."""
    if not file.article:
        yield from (Remark(problem.line or 1, problem.reason) for problem in file.problems)


def unclear_part(file: File) -> Iterator[Remark]:
    """Report what was left out of an article that loads, or had to be guessed."""
    if file.article:
        yield from (Remark(problem.line or 1, problem.reason) for problem in file.problems)


def missing_field(file: File) -> Iterator[Remark]:
    """Report recommended fields that are missing."""
    for attribute, key in _RECOMMENDED.items():
        if file.article and not getattr(file.article, attribute):
            yield Remark(
                file.line_of(key.split(".", maxsplit=1)[0]), f"`{key}` is missing; it helps people find the article"
            )


def unknown_key(file: File) -> Iterator[Remark]:
    """Report keys that mean nothing to the bot; those that begin with ``_`` belong to other tools."""
    yield from _unknown(file.fields, "")
    for key, node in file.fields.items():
        place = place_of(key)
        if place in KEYS and isinstance(node.value, Mapping):
            yield from _unknown(node.value, place)


def malformed_url(file: File) -> Iterator[Remark]:
    """Report addresses, of the article and of related ones, that no browser could open."""
    if not file.article:
        return
    if not is_address(file.article.url):
        yield Remark(file.line_of("url"), f"`url` is neither a path from / nor a web address: {file.article.url}")
    for related in file.article.related:
        if not is_address(related.url):
            yield Remark(_line_of_related(file, related.url), f"related `url` is malformed: {related.url}")


def unrenderable(describe: Callable[[Article], str | None], file: File) -> Iterator[Remark]:
    """Report answers that would not fit into a message; ``describe`` says what is too large, or None."""
    reason = describe(file.article) if file.article else None
    if reason:
        yield Remark(file.line_of("answer"), reason)


def too_long(file: File) -> Iterator[Remark]:
    """Report answers that nobody could read to their end in Slack."""
    if file.article and not is_readable(file.article.answer):
        yield Remark(
            file.line_of("answer"),
            f"the answer has {len(file.article.answer):,} characters, of which Slack shows the first"
            f" {MOST_READABLE:,}; split it into several articles",
        )


def is_address(text: str) -> bool:
    """Tell whether a browser could open this: a web address, or a path from /."""
    return bool(_WEB_ADDRESS.fullmatch(text) or _PATH_ADDRESS.fullmatch(text))


def _unknown(fields: Mapping[str, Node], place: str) -> Iterator[Remark]:
    for key, node in fields.items():
        if key not in KEYS[place] and not key.startswith("_"):
            yield Remark(node.line, f"unknown key `{_qualified(key, place)}`{_did_you_mean(key, place)}")


def _did_you_mean(key: str, place: str) -> str:
    known = {known: _qualified(known, place) for known in sorted(KEYS[place])}
    if not place:
        known = {nested: _qualified(nested, "seo") for nested in sorted(KEYS["seo"])} | known
    best = process.extractOne(key.lower(), known.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return f"; did you mean `{known[best[0]]}`?" if best else ""


def _qualified(key: str, place: str) -> str:
    return f"{place}.{key}" if place else key


def _line_of_related(file: File, url: str) -> int:
    for key in sorted(RELATED_KEYS & file.fields.keys()):
        node = file.fields[key]
        if isinstance(node.value, Mapping) and "url" in node.value and str(node.value["url"].value).strip() == url:
            return node.value["url"].line
    return 1
