"""What authors bring along from other tools, shown as it is meant there: markdown-it plugins.

Callouts (``> [!NOTE]``), footnotes (``[^1]``), attributes (``{#id}``), bullets typed by hand (``• One``), Word's own
tags (``<o:p>``), and emphasis beside Chinese, Japanese and Korean punctuation (``**日本語。**です``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_plugin, footnote_ref

_CALLOUT = re.compile(r"\[!(\w+)\][+-]?[ \t]*([^\n]*)\n?")
_ATTRIBUTE = r"""(?:[#.][\w:.-]{1,99}|[\w-]{1,99}=(?:"[^"\n]{,99}"|'[^'\n]{,99}'|[^\s{}"']{1,99}))"""
_ATTRIBUTE_LIST = rf"\{{(:?)[ ]?{_ATTRIBUTE}(?:[ ]{_ATTRIBUTE}){{,9}}[ ]?\}}"
_ATTRIBUTES = re.compile(_ATTRIBUTE_LIST)
_OF_HEADING = re.compile(rf"(?<![ \t])[ \t]+{_ATTRIBUTE_LIST}[ \t#]*\Z")
_BULLET = re.compile(r"[•▪▫‣◦●○∙·►➢✓✔☐☑\uf0b7\uf0a7\uf0d8\uf0fc]")
_HYPHEN_OR_NUMBER = re.compile(r"[-–—]\s*[^\W\d]|\d{1,2}[.)][^\W\d]")
_OFFICE_TAG = re.compile(r"</?(?:o|v|w|m|st1):\w+(?:\s[^<>\n]*)?/?>|<!\[(?:if|endif)[^\]<>\n]*\]>", re.IGNORECASE)
_REFERENCE = re.compile(r"\[\^[^\s\]]{1,100}\]")
_CJK = re.compile("[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")
_MARKERS = frozenset(map(ord, "*~"))
_NUMBERED = {"footnote_block": "ordered_list", "footnote": "list_item"}


def extensions_plugin(parser: MarkdownIt) -> None:
    """Add all of them; every token is one that CommonMark has."""
    footnote_plugin(parser, inline=False)
    parser.inline.ruler.at("footnote_ref", _read_footnote_reference)
    parser.core.ruler.before("inline", "callouts", _read_callouts_and_headings)
    parser.core.ruler.after("footnote_tail", "footnote_list", _number_footnotes)
    parser.core.ruler.push("typed_bullets", _keep_typed_lines)
    parser.inline.ruler.before("autolink", "office_tags", _skip_office_tag)
    parser.inline.ruler.push("attributes", _skip_attributes)
    parser.inline.ruler2.before("balance_pairs", "cjk_emphasis", _flank_beside_cjk)


def without_office_tags(html: str) -> str:
    """Return HTML without the tags that only Word knows."""
    return _OFFICE_TAG.sub("", html)


def _read_callouts_and_headings(state: StateCore) -> None:
    """Make a title of a callout's mark, and drop what a heading says of itself."""
    for position, token in enumerate(state.tokens):
        opened = tuple(before.type for before in state.tokens[max(position - 2, 0) : position])
        if token.type != "inline":
            continue
        if opened == ("blockquote_open", "paragraph_open") and (callout := _CALLOUT.match(token.content)):
            title = callout[2].strip() or callout[1].capitalize()
            token.content = f"**{title}**\\\n{token.content[callout.end() :]}".rstrip("\\\n")
        elif opened[-1:] == ("heading_open",):
            token.content = _OF_HEADING.sub("", token.content)


def _read_footnote_reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (markdown-it's signature)
    """Look only so far as a label may be long: the plugin looks for its end through the whole text each time."""
    return bool(_REFERENCE.match(state.src, state.pos)) and footnote_ref(state, silent)


def _number_footnotes(state: StateCore) -> None:
    """Turn the footnotes at the end into a numbered list, and what refers to them into its numbers."""
    state.tokens = [token for token in state.tokens if token.type != "footnote_anchor"]
    for token in state.tokens:
        kind, _, edge = token.type.rpartition("_")
        token.type = f"{_NUMBERED[kind]}_{edge}" if kind in _NUMBERED else token.type
        for child in token.children or ():
            if child.type == "footnote_ref":
                child.type, child.content = "text", f"[{child.meta['id'] + 1}]"


def _keep_typed_lines(state: StateCore) -> None:
    """End the line before each bullet that was typed by hand, which else would run into one paragraph."""
    for token in state.tokens:
        places = [place for place, child in enumerate(token.children or ()) if child.type == "softbreak"]
        if places and token.children:
            for place in _typed(token.children, places):
                token.children[place].type = "hardbreak"


def _typed(children: Sequence[Token], places: Sequence[int]) -> Iterator[int]:
    after = {place: children[place + 1].content for place in places if place + 1 < len(children)}
    numbered = [place for place, text in after.items() if _HYPHEN_OR_NUMBER.match(text)]
    is_list = len(numbered) + bool(_HYPHEN_OR_NUMBER.match(children[0].content)) > 1
    yield from (place for place, text in after.items() if _BULLET.match(text))
    yield from numbered if is_list else ()


def _skip_office_tag(state: StateInline, silent: bool) -> bool:  # noqa: ARG001, FBT001  (markdown-it's signature)
    tag = _OFFICE_TAG.match(state.src, state.pos) if state.src[state.pos] == "<" else None
    state.pos = tag.end() if tag else state.pos
    return bool(tag)


def _skip_attributes(state: StateInline, silent: bool) -> bool:  # noqa: ARG001, FBT001  (as above)
    """Skip attributes: behind a link or picture, or anywhere with the colon of kramdown."""
    found = _ATTRIBUTES.match(state.src, state.pos) if state.src[state.pos] == "{" else None
    if not found or not (found[1] or state.src[state.pos - 1 : state.pos] in {")", "]"}):
        return False
    state.pos = found.end()
    return True


def _flank_beside_cjk(state: StateInline) -> None:
    """Let stars and tildes open and close beside CJK characters, whose punctuation has no spaces around it.

    See https://talk.commonmark.org/t/emphasis-and-east-asian-text/2491.
    """
    for delimiters in (state.delimiters, *(meta.get("delimiters", []) for meta in state.tokens_meta if meta)):
        place = 0
        while place < len(delimiters):
            run = delimiters[place : place + max(delimiters[place].length, 1)]
            if run[0].marker in _MARKERS:
                _flank(run, state.tokens)
            place += len(run)


def _flank(run: Sequence[Delimiter], tokens: Sequence[Token]) -> None:
    first, last = run[0].token, run[-1].token
    before = tokens[first - 1].content[-1:] if first else ""
    after = tokens[last + 1].content[:1] if last + 1 < len(tokens) else ""
    if _CJK.match(before) or _CJK.match(after):
        for delimiter in run:
            delimiter.open, delimiter.close = bool(after.strip()), bool(before.strip())
