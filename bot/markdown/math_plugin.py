r"""Recognise mathematics in Markdown: a markdown-it plugin for ``$…$``, ``$$…$$``, ``\(…\)`` and ``\[…\]``.

Written here because the published plugins know the dollars or the brackets, not both, and take
"$5 to $10" for a formula.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

INLINE = "formula"
DISPLAY = "formula_display"
BLOCK = "formula_block"

_CLOSING = {"$$": "$$", "\\[": "\\]"}
LONGEST = 2_000  # characters of a formula: so that a text full of opening delimiters is still read in linear time
_DISPLAYED = re.compile(rf"\$\$(.{{1,{LONGEST}}}?)\$\$|\\\[(.{{1,{LONGEST}}}?)\\\]", re.DOTALL)
_BRACKETED = re.compile(rf"\\\((.{{1,{LONGEST}}}?)\\\)", re.DOTALL)
_DOLLARS = re.compile(rf"(?<![\w$\\])\$(?!\$)([^$`]{{1,{LONGEST}}}?)(?<!\\)\$(?![\w$])")
_CITATION = re.compile(r"\\\[[\d,;\s–-]*\d\\\]")  # "\[1\]": an escaped bracket, so that it is no link
_TEX_SIGN = re.compile(r"[\\^_={}<>+*|]")
_BARE_WORD = re.compile(r"(?<![\\\w{])[a-z]{2,}\b")
_UP_TO_BRACE = re.compile(r"[^{}]*(?:[{}]|\Z)")


def formulas_plugin(parser: MarkdownIt) -> None:
    """Add the tokens ``formula`` and ``formula_display`` (inline) and ``formula_block``; their content is LaTeX."""
    parser.inline.ruler.before("escape", INLINE, _inline)
    interrupted: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("fence", BLOCK, _block, interrupted)


def _inline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (markdown-it's signature)
    found = formula_at(state.src, state.pos)
    if found is None:
        return False
    kind, match = found
    if not silent:
        token = state.push(kind, "math", 0)
        token.content = next(filter(None, match.groups())).strip()
        token.markup = match[0]
    state.pos = match.end()
    return True


def formula_at(text: str, position: int) -> tuple[str, re.Match[str]] | None:
    """Return the formula that begins here, with the kind of its token; None if there is none."""
    if text[position] not in "$\\":
        return None
    if match := _DISPLAYED.match(text, position):
        return (DISPLAY, match) if _is_display(match[0]) else None
    if match := _BRACKETED.match(text, position):
        return (INLINE, match) if _is_mathematics(match[1]) else None
    match = _DOLLARS.match(text, position)
    return (INLINE, match) if match and _is_padded_evenly(match[1]) and _is_mathematics(match[1]) else None


def _is_display(source: str) -> bool:
    return _is_mathematics(source[2:-2]) and not _CITATION.fullmatch(source)


def _is_mathematics(content: str) -> bool:
    """Tell a formula from prose between escaped brackets, two prices or two shell variables."""
    content = content.strip()
    looks_like_prose = " " in content and _has_bare_word(content)
    return bool(content) and (not looks_like_prose or bool(_TEX_SIGN.search(content)))


def _has_bare_word(content: str) -> bool:
    """Tell whether there is a word that is no command and stands in no braces."""
    runs = _UP_TO_BRACE.findall(content)
    before = ["", *(run[-1:] for run in runs)]
    return any(_BARE_WORD.search(brace + run) for brace, run in zip(before, runs, strict=False) if run[-1:] != "}")


def _is_padded_evenly(content: str) -> bool:
    return content[:1].isspace() == content[-1:].isspace()


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  (as above)
    if state.is_code_block(start):
        return False
    opening = _line(state, start)[:2]
    last = _closing_line(state, start, end) if opening in _CLOSING else None
    if last is None:
        return False
    source = "\n".join(_line(state, number) for number in range(start, last + 1))
    if not _is_display(source):
        return False
    if not silent:
        _push(state, source, start, last + 1)
    return True


def _closing_line(state: StateBlock, start: int, end: int) -> int | None:
    """Return the line that ends with the closing delimiter; a blank line or the container's end comes too early."""
    closing = _CLOSING[_line(state, start)[:2]]
    for number in range(start, end):
        if state.bMarks[number] - state.bMarks[start] > LONGEST:
            return None
        line = _line(state, number)[2 if number == start else 0 :]
        if closing in line:
            return number if line.endswith(closing) and line.count(closing) == 1 else None
        if number > start and (not line or state.sCount[number] < state.blkIndent):
            return None
    return None


def _push(state: StateBlock, source: str, start: int, end: int) -> None:
    state.line = end
    token = state.push(BLOCK, "math", 0)
    token.block = True
    token.content = source[2:-2].strip()
    token.markup = source
    token.map = [start, end]


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()
