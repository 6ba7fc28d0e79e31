"""The text of HTML that stands in Markdown: tags go, words stay.

Only the names of real HTML elements are tags: ``List<String>`` and ``<your-name>`` are text, and so is
``<!channel>``, which a Markdown parser takes for a declaration.
"""

from __future__ import annotations

import html
import re

from markdown_it.common.html_blocks import block_names
from markdown_it.common.html_re import close_tag, open_tag

from bot.markdown.extensions import without_office_tags
from bot.markdown.length import pieces

_INLINE_NAMES = (
    "a abbr audio b bdi bdo big br button canvas cite code data datalist del dfn em embed font i img input ins kbd "
    "label map mark meter object output picture pre progress q rp rt ruby s samp script select small span strike "
    "strong style sub sup svg template textarea time tt u var video wbr"
)
_KNOWN_NAMES = frozenset(_INLINE_NAMES.split())
_BREAKING_NAMES = frozenset(block_names) | {"br", "pre"}
_UNSHOWN = tuple(
    (re.compile(opening, re.IGNORECASE), re.compile(closing, re.IGNORECASE))
    for opening, closing in (("<!--", "-->"), (r"<style\b", "</style>"), (r"<script\b", "</script>"))
)
_LONGEST_PIECE = 4_000  # characters looked through at once: a text full of "<" takes quadratic time
_MARKUP = re.compile(f"{open_tag}|{close_tag}")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


def html_text(source: str) -> str:
    """Reduce HTML to its text: line breaks for block elements, the alternative text for pictures."""
    for opening, closing in _UNSHOWN:
        source = _without(source, opening, closing)
    read = (_MARKUP.sub(_text_of, piece) for piece in pieces(without_office_tags(source), _LONGEST_PIECE))
    return html.unescape("".join(read))


def _without(source: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    kept, end = [], 0
    while (start := opening.search(source, end)) and (close := closing.search(source, start.start() + 2)):
        kept.append(source[end : start.start()])
        end = close.end()
    return "".join((*kept, source[end:]))


def _text_of(markup: re.Match[str]) -> str:
    name = _NAME.match(markup[0])
    if name is None or name[1].lower() in _BREAKING_NAMES:
        return "\n"
    if name[1].lower() not in _KNOWN_NAMES:
        return html.escape(markup[0], quote=False)  # its "&amp;" was meant as written
    alternative = _ALT.search(markup[0])
    return next(filter(None, alternative.groups()), "") if alternative else ""
