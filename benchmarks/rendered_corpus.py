"""Render every article of a corpus as an answer, in full and among choices, and check what comes out.

    python benchmarks/rendered_corpus.py FOLDER...

The checks: the emulator's validation, which shares nothing with the renderer; the bot's own limits; no live mention;
every word of the source outside mathematics stands in the full rendering, in order. Exits with 1 if one fails.
"""

from __future__ import annotations

import html
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.answers.excerpt import excerpt
from bot.corpus.loader import load
from bot.markdown.mathematics import to_unicode
from bot.markdown.parser import parse
from bot.model import Answer, Choices, Hit, Release
from bot.playground.validation import check_message_blocks, check_view
from bot.slack import limits
from bot.slack.blockkit import messages, modals, tables
from bot.slack.blockkit.rich_text import blocks as rendered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.model import Article

SITE = "https://example.com"
RELEASE = Release(1, "0000000")
SHOWN_FAILURES = 20

_MATHEMATICS = re.compile(
    r"\$\$.+?\$\$|\\\[.+?\\\]|\\\(.+?\\\)|(?<![\w$\\])\$(?=[^$\n]*[-\\^_={}<>+*/|]|\s?[^\s$]{1,12}\s?\$)[^$\n]+\$",
    re.DOTALL,
)
_LEFT_BEHIND = re.compile(
    r"^[ >]*(?:```|~~~).*$"  # a code block's language
    r"|\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"  # where a link leads
    r"|^[ >]*\d{1,9}[.)](?=\s)"  # a list item's number, compared as a number below
    r"|\*\*(?=\w)|(?<=\w)\*\*"  # bold may begin or end within a word
    r"|</?(?:br|p|b|i|em|strong|sub|sup|div|span|code|pre|u|a|ul|ol|li|table|tr|td|th)\b[^>]*>",
    re.MULTILINE | re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")


def main(folders: Sequence[str]) -> int:
    """Print what was rendered and what failed; return the exit status."""
    articles = load([Path(folder) for folder in folders]).articles
    counts = Counter(["articles"] * len(articles))
    failures = [f"{article.url}: {failure}" for article in articles for failure in _failures(article, counts)]
    for name, count in counts.items():
        print(f"{count:>9,}  {name}")
    print(f"{len(failures):>9,}  failures", *failures[:SHOWN_FAILURES], sep="\n")
    return 1 if failures else 0


def _failures(article: Article, counts: Counter[str]) -> Iterator[str]:
    counts.update(_tricky_parts(article))
    full = rendered(article.answer, site_url=SITE)
    counts.update(f"full: {kind}" for kind in _kinds(full))
    yield from _message_failures("full", full)
    yield from _lost_words(article.answer, list(_texts(full)))
    for name, message in _messages(article):
        counts[f"{name} messages"] += 1
        counts[f"{name} blocks"] += len(message.blocks)
        yield from _message_failures(name, list(message.blocks), message.text)
    for view in _views(article):
        counts["modal pages"] += 1
        counts["modal blocks"] += len(view["blocks"])
        yield from (f"modal: {problem}" for problem in [*check_view(view, "modal"), *limits.check_view(view)])
        yield from (f"modal: a live {mention}" for mention in _live(view))


def _tricky_parts(article: Article) -> Iterator[str]:
    """Yield how each formula, and each table where a table block may not be, is shown."""
    for node in parse(article.answer).walk():
        if node.type.startswith("formula"):
            yield "formulas converted" if to_unicode(node.content) else "formulas left as source"
        elif node.type == "table":
            first = next(tables.elements(node, SITE, depth=0, has_border=False))
            is_aligned = first["type"] == "rich_text_preformatted"
            yield "tables in a modal: aligned text" if is_aligned else "tables in a modal: list of rows"


def _kinds(full: Sequence[dict[str, Any]]) -> Iterator[str]:
    for block in full:
        yield block["type"]
        if block["type"] == "rich_text":
            yield from (element["type"] for element in block["elements"])


def _messages(article: Article) -> Iterator[tuple[str, messages.Message]]:
    shown = messages.Presentation(site_url=SITE, can_escalate=True, can_post=True)
    hit = Hit(article, 1.0)
    question = article.question or article.title
    yield (
        "answer",
        messages.message(
            Answer(question, RELEASE, (hit,), excerpt(article.answer, question, title=article.title)), shown
        ),
    )
    yield "choices", messages.message(Choices(question, RELEASE, (hit,)), shown)


def _views(article: Article) -> Iterator[dict[str, Any]]:
    answer = Answer(article.title, RELEASE, (Hit(article, 1.0),), "")
    pages = limits.split(rendered(article.answer, site_url=SITE, surface="modal"), modals.PAGE_BLOCKS)
    yield from (modals.full_answer(answer, SITE, page) for page in range(len(pages)))


def _message_failures(name: str, shown: list[dict[str, Any]], text: str = "text") -> Iterator[str]:
    pages = limits.split(shown, limits.MESSAGE_BLOCKS)
    for page in pages:
        problems = [*check_message_blocks(page), *limits.check_message(page, text)]
        yield from (f"{name}: {problem}" for problem in problems)
    yield from (f"{name}: a live {mention}" for mention in _live(shown))
    if re.search(r"<[!@#]", text):
        yield f"{name}: live syntax in its text"


def _live(part: object) -> Iterator[str]:
    """Yield whatever Slack would interpret: mention elements, and control sequences in mrkdwn."""
    if isinstance(part, list):
        for member in part:
            yield from _live(member)
    if isinstance(part, dict):
        if part.get("type") in {"user", "channel", "usergroup", "broadcast", "date", "team", "markdown"}:
            yield str(part["type"])
        if part.get("type") == "mrkdwn" and re.search(r"<[!@#]", part["text"]):
            yield "mrkdwn"
        yield from _live(list(part.values()))


def _lost_words(source: str, shown: Sequence[str]) -> Iterator[str]:
    """Yield the first word of the source that the rendering lacks from there on."""
    prose = _LEFT_BEHIND.sub(_gap, _MATHEMATICS.sub(" ", source))
    remaining = iter(_words(" ".join(shown)))
    for word in _words(html.unescape(prose)):
        if not any(word == other for other in remaining):
            yield f"full: lost {word!r}"
            return


def _gap(mark: re.Match[str]) -> str:
    return "" if mark[0] == "**" else " "


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _texts(part: object) -> Iterator[str]:
    """Yield all the text of some blocks, in order."""
    if isinstance(part, list):
        for member in part:
            yield from _texts(member)
    if isinstance(part, dict):
        # Neighbouring elements may share a word: their text is joined as it is.
        members = part.get("elements") or part.get("rows") or []
        if part.get("type") in {"rich_text_section", "rich_text_quote", "rich_text_preformatted"}:
            yield "".join(member["text"] for member in members)
        elif part.get("type") == "header":
            yield part["text"]["text"]
        elif part.get("type") == "image":
            yield part["alt_text"]
        else:
            yield from _texts(members)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
