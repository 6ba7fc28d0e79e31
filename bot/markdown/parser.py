"""The Markdown that articles are written in: CommonMark, GitHub's extensions and mathematics, as a syntax tree.

Pure: no I/O. The one parser that excerpts and every renderer share, so that all of them see the same blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from bot.markdown.extensions import extensions_plugin
from bot.markdown.length import pieces
from bot.markdown.math_plugin import formulas_plugin
from bot.markdown.table_plugin import tables_plugin

_LONGEST_RUN = 4_000  # characters of running text read at once: markdown-it takes quadratic time for "a:a:a:…"
_DEEPEST_EMPHASIS = 20  # bold within italic within …: the tree is built and walked by recursion


@lru_cache(maxsize=1)  # an excerpt is rendered as blocks, and at once as the text that stands for them
def parse(markdown: str) -> SyntaxTreeNode:
    """Parse Markdown into its tree; the root's children are the blocks, in order, with the lines they came from.

    The tree is shared: nobody changes it.

    See https://spec.commonmark.org and https://github.github.com/gfm for the language.
    """
    return SyntaxTreeNode(_PARSER.parse(markdown))


def outline(markdown: str) -> SyntaxTreeNode:
    """Parse the blocks alone, in half the time; their running text stays as it was written."""
    return SyntaxTreeNode(_OUTLINER.parse(markdown))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"tasklists": True})
    parser.enable(["table", "strikethrough"])
    parser.core.ruler.at("inline", _read_running_text)
    return parser.use(gfm_autolink_plugin).use(formulas_plugin).use(tables_plugin).use(extensions_plugin)


def _read_running_text(state: StateCore) -> None:
    """Read each paragraph, heading and cell; one that is far too long piece by piece, each by itself."""
    for token in state.tokens:
        if token.type == "inline":
            parts = pieces(token.content, _LONGEST_RUN)
            read = (state.md.inline.parse(part, state.md, state.env, []) for part in parts)
            token.children = [child for tokens in read for child in _without_deep_emphasis(tokens)]


def _without_deep_emphasis(tokens: list[Token]) -> Iterator[Token]:
    depth = 0
    for token in tokens:
        depth += max(token.nesting, 0)
        if not token.nesting or depth <= _DEEPEST_EMPHASIS:
            yield token
        depth += min(token.nesting, 0)


_PARSER = _parser()
_OUTLINER = _parser()
_OUTLINER.core.ruler.enableOnly(["normalize", "block"])
